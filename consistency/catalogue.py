"""Who and what the rules know, found in a text in one pass.

Names are sought in a stream of folded letters without spaces and hyphens, so that «شي جين بينغ» and
«شي جينبينغ» are one pattern.  The letters that Arabic houses choose for the sound g (غ ج ق ك گ) are one
letter there.  Every candidate is then read again in the raw text: it must begin at a word or behind its
particles, end with a word, and differ from the listed form only where house styles differ.
"""

from __future__ import annotations

import bisect
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from ahocorasick_rs import AhoCorasick, MatchKind

from consistency.checks.name_rule import NameRule
from consistency.languages.arabic.lexicon import is_common_word
from consistency.languages.arabic.normalise import fold, fold_word
from consistency.model import Severity

__all__ = ["Catalogue", "Form", "Hit", "Status"]

Status = Literal["canonical", "accepted", "style", "short", "nonstandard", "misspelt"]
_G_LETTERS = "غجقكگ"
_G_WRITTEN = frozenset("غجگ")  # how a listed form writes the sound g
_WORD_OR_STOP = re.compile(r"(?P<word>[^\W_]+)|[^\w \u00a0\t\-‐‑–'’]|_")
_SHORTEST_STYLED = 4  # «غل» in another style would be «كل», a word
_PARTICLES = frozenset(["و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك"])
_BEFORE_ARTICLE = frozenset(["ل", "ول", "فل"])  # «للقاهرة» hides the alif of the article
_WRONG = ("nonstandard", "misspelt")


@dataclass(frozen=True, eq=False)  # known by identity: to hash its rule would take longer than to find it
class Form:
    """One way to write an entity, as a rule lists it."""

    rule: NameRule
    status: Status
    text: str
    bare: str
    """Folded letters without spaces."""
    cuts: frozenset[int]
    """After how many letters a space stands."""
    severity: Severity | None = None
    why: str = ""

    @property
    def words(self) -> int:
        return len(self.cuts) + 1


@dataclass(frozen=True)
class Hit:
    """A catalogued form in a text: raw span without the particles written together with it."""

    form: Form
    status: Status
    start: int
    end: int
    quote: str
    written: str
    """The folded words as written, with the alif of the article where a particle hides it."""

    @property
    def rule(self) -> NameRule:
        return self.form.rule


@dataclass(frozen=True)
class _Stream:
    """The letters of a text without spaces and hyphens; punctuation and line ends stay as stops."""

    letters: str
    places: tuple[int, ...]
    """The place of each letter in the folded text."""
    starts: tuple[int, ...]
    """Where words begin, in letters."""


class Catalogue:
    """The entities of the name rules and an automaton over all their forms."""

    def __init__(self, rules: Iterable[NameRule]) -> None:
        self.rules = {rule.id: rule for rule in rules}
        self.forms = tuple(form for rule in self.rules.values() for form in _forms(rule))

    @cached_property
    def _patterns(self) -> tuple[AhoCorasick, list[tuple[bool, list[Form]]]]:
        """The automaton and, for each pattern, whether it lacks the alif of its article, and its forms."""
        by_pattern: dict[tuple[str, bool], list[Form]] = defaultdict(list)
        for form in self.forms:
            pattern = _one_g(form.bare)
            by_pattern[pattern, False].append(form)
            if pattern.startswith("ال") and len(pattern) > 4:
                by_pattern[pattern[1:], True].append(form)
        automaton = AhoCorasick([pattern for pattern, _ in by_pattern], matchkind=MatchKind.Standard)
        return automaton, [(hidden, forms) for (_, hidden), forms in by_pattern.items()]

    def containers(self, name: str) -> set[str]:
        """A place with all the places that contain it, by their rules."""
        seen = {name}
        left = list(self.rules[name].within)
        while left:
            outer = left.pop()
            if outer not in seen and outer in self.rules:
                seen.add(outer)
                left.extend(self.rules[outer].within)
        return seen

    def find(self, text: str) -> tuple[Hit, ...]:
        """The longest forms in a text, in order, not overlapping; several where entities share a form."""
        folded = fold(text)
        stream = _stream(folded.text)
        automaton, patterns = self._patterns
        found: list[tuple[int, int, Form, Status]] = []
        hidden_at: set[int] = set()
        for index, start, end in automaton.find_matches_as_indexes(_one_g(stream.letters), overlapping=True):
            hidden, forms = patterns[index]
            if _bounded(stream, start, end, hidden):
                if hidden:
                    hidden_at.add(start)
                for form in forms:
                    status = _read(stream, start, end, form, hidden)
                    if status:
                        found.append((start, end, form, status))
        hits = []
        for start, end, form, status in _longest(found):
            raw = folded.raw_span(stream.places[start], stream.places[end - 1] + 1)
            quote = text[slice(*raw)]
            words = " ".join(fold_word(quote).split())
            hits.append(Hit(form, status, *raw, quote, f"ا{words}" if start in hidden_at else words))
        return tuple(hits)


def _one_g(letters: str) -> str:
    """The same with one letter for every sound g."""
    for letter in _G_LETTERS:
        letters = letters.replace(letter, "ج")
    return letters


def _forms(rule: NameRule) -> Iterator[Form]:
    seen: set[str] = set()
    listed: list[tuple[Status, str, Severity | None, str]] = [("canonical", rule.canonical, None, "")]
    listed += [("misspelt", wrong.form, wrong.severity, wrong.why) for wrong in rule.misspelt]
    listed += [("nonstandard", wrong.form, wrong.severity, wrong.why) for wrong in rule.nonstandard]
    listed += [("accepted", text, None, "") for text in rule.accepted]
    listed += [("short", text, None, "") for text in rule.short]
    for status, text, severity, why in listed:
        bare, cuts = _bare(text)
        key = " ".join(fold_word(text).split())
        if bare and key not in seen:
            seen.add(key)
            yield Form(rule, status, text, bare, cuts, severity, why)


def _bare(text: str) -> tuple[str, frozenset[int]]:
    stream = _stream(fold_word(text))
    return stream.letters, frozenset(stream.starts[1:])


def _stream(folded: str) -> _Stream:
    letters: list[str] = []
    places: list[int] = []
    starts: list[int] = []
    for piece in _WORD_OR_STOP.finditer(folded):
        if piece.lastgroup:
            starts.append(len(places))
        letters.append(piece[0] if piece.lastgroup else "\n")
        places.extend(range(*piece.span()))
    return _Stream("".join(letters), tuple(places), tuple(starts))


def _bounded(stream: _Stream, start: int, end: int, hidden: bool) -> bool:
    """Whether a match begins at a word or behind its particles and ends where a word ends."""
    starts = stream.starts
    following = bisect.bisect_left(starts, end)
    ends = end == len(stream.letters) or stream.letters[end] == "\n"
    if not ends and (following == len(starts) or starts[following] != end):
        return False
    word = starts[bisect.bisect_right(starts, start) - 1]
    if word == start:
        return not hidden
    return stream.letters[word:start] in (_BEFORE_ARTICLE if hidden else _PARTICLES)


def _read(stream: _Stream, start: int, end: int, form: Form, hidden: bool) -> Status | None:
    """The status of a form at a match, or None where letters or word breaks differ by more than style."""
    bare = form.bare[1:] if hidden else form.bare
    cuts = {cut - 1 for cut in form.cuts} if hidden else form.cuts
    styled = False
    for place, (given, listed) in enumerate(zip(stream.letters[start:end], bare, strict=True)):
        if given != listed:
            if listed not in _G_WRITTEN or not _takes_styles(form):
                return None
            if given not in _G_WRITTEN and _is_word(stream, start + place):
                return None
            styled = True
    first = bisect.bisect_right(stream.starts, start)
    last = bisect.bisect_left(stream.starts, end)
    breaks = {place - start for place in stream.starts[first:last]}
    if breaks != cuts:
        if form.status in _WRONG or not cuts:
            return None
        styled = True
    return "style" if styled and form.status in ("canonical", "accepted") else form.status


def _takes_styles(form: Form) -> bool:
    """Whether other houses may write the name with another letter: it is long enough and has a g."""
    english = form.rule.english.casefold()
    return (
        form.status not in _WRONG and len(form.bare) >= _SHORTEST_STYLED and ("g" in english or not english)
    )


def _is_word(stream: _Stream, place: int) -> bool:
    """Whether the word at a place is an ordinary one: «الكبير» is no style of «الجبير»."""
    index = bisect.bisect_right(stream.starts, place) - 1
    start = stream.starts[index]
    end = stream.starts[index + 1] if index + 1 < len(stream.starts) else len(stream.letters)
    return is_common_word(stream.letters[start:end].split("\n")[0])


def _longest(
    found: list[tuple[int, int, Form, Status]],
) -> Iterator[tuple[int, int, Form, Status]]:
    """Leftmost longest matches; of one entity the better status wins, of several all stand."""
    order = ("canonical", "accepted", "short", "style", "nonstandard", "misspelt")
    found.sort(key=lambda match: (match[0], -match[1], order.index(match[3])))
    end_of_last, span, seen = 0, (-1, -1), set()
    for start, end, form, status in found:
        if (start, end) == span:
            if form.rule.id not in seen and status != "style":  # «كينيا» is Kenya, not a style of «غينيا»
                seen.add(form.rule.id)
                yield start, end, form, status
        elif start >= end_of_last:
            span, end_of_last, seen = (start, end), end, {form.rule.id}
            yield start, end, form, status
