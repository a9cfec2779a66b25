"""Who and what the rules know, found in a text in one pass.

Names are sought in a stream of folded letters without spaces and hyphens, so that «شي جين بينغ» and
«شي جينبينغ» are one pattern.  The letters that Arabic houses choose for the sound g (غ ج ق ك گ) are one
letter there.  Every candidate is then read again in the raw text: it must begin at a word or behind its
particles, end with a word, and differ from the listed form only where house styles differ.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

import numpy as np
from ahocorasick_rs import BytesAhoCorasick, MatchKind

from consistency.checks.name_rule import NameRule
from consistency.languages.arabic.lexicon import is_common_word
from consistency.languages.arabic.normalise import fold_word
from consistency.letter_stream import Stream, name_letters, stream_of
from consistency.model import Severity

__all__ = ["Catalogue", "Form", "Hit", "Status"]

Status = Literal["canonical", "accepted", "style", "short", "nonstandard", "misspelt"]
_G_LETTERS = "غجقكگ"
_G_WRITTEN = frozenset("غجگ")  # how a listed form writes the sound g
_SHORTEST_STYLED = 4  # «غل» in another style would be «كل», a word
_PARTICLES = frozenset(["و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك"])
_LONGEST_PARTICLE = 2
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


class _Pattern(NamedTuple):
    """A form as the automaton seeks it."""

    form: Form
    hidden: bool
    """Whether it lacks the alif of its article."""
    letters: str
    cuts: list[int]


class _Patterns:
    """An automaton over forms, in a byte a letter: half as many as in UTF-8, and no places to translate."""

    def __init__(self, forms: Iterable[Form]) -> None:
        patterns: dict[tuple[str, bool], list[_Pattern]] = defaultdict(list)
        for form in forms:
            letters, cuts = _one_g(form.bare), sorted(form.cuts)
            patterns[letters, False].append(_Pattern(form, False, form.bare, cuts))
            if letters.startswith("ال") and len(letters) > 4:
                hidden = _Pattern(form, True, form.bare[1:], [cut - 1 for cut in cuts])
                patterns[letters[1:], True].append(hidden)
        self.listed = list(patterns.values())
        """The forms behind each pattern, all with the alif of the article or without."""
        used = sorted({letter for letters, _ in patterns for letter in letters})
        self._bytes = np.zeros(sys.maxunicode + 1, dtype=np.uint8)
        """The byte of each letter that the forms have, one for every sound g; 0 for all others.

        Should there be more letters than bytes, some share one: each match is read again in the letters.
        """
        self._bytes[list(map(ord, used))] = [1 + number % 255 for number in range(len(used))]
        self._bytes[list(map(ord, _G_LETTERS))] = self._bytes[ord("ج")]
        written = [self._written(letters) for letters, _ in patterns]
        self._automaton = BytesAhoCorasick(written, matchkind=MatchKind.Standard)

    def _written(self, letters: str) -> bytes:
        return self._bytes[list(map(ord, letters))].tobytes()

    def find(self, stream: Stream) -> list[tuple[int, int, int]]:
        """The matches that end with a word and begin with one or few letters behind: most begin inside one.

        :returns: the pattern, and the letters where it begins and ends.
        """
        written, begins, ends = self._bytes[stream.codes].tobytes(), stream.begins, stream.ends
        return [
            match
            for match in self._automaton.find_matches_as_indexes(written, overlapping=True)
            if ends[match[2]] and (begins[at := match[1]] or begins[at - 1] or begins[at - _LONGEST_PARTICLE])
        ]


class Catalogue:
    """The entities of the name rules and an automaton over all their forms."""

    def __init__(self, rules: Iterable[NameRule]) -> None:
        self.rules = {rule.id: rule for rule in rules}
        self.forms = tuple(form for rule in self.rules.values() for form in _forms(rule))

    @cached_property
    def _patterns(self) -> _Patterns:
        return _Patterns(self.forms)

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
        stream = stream_of(text)
        patterns = self._patterns
        found: list[tuple[int, int, Form, Status]] = []
        hidden_at: set[int] = set()
        for index, start, end in patterns.find(stream):
            listed = patterns.listed[index]
            hidden = listed[0].hidden
            if _begins_name(stream, start, hidden=hidden):
                if hidden:
                    hidden_at.add(start)
                given, cuts = stream.letters[start:end], stream.cuts(start, end)
                for pattern in listed:
                    status = _read(stream, start, given, cuts, pattern)
                    if status:
                        found.append((start, end, pattern.form, status))
        hits = []
        for start, end, form, status in _longest(found):
            raw = stream.span(start, end)
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
    letters, starts = name_letters(fold_word(text))
    return letters, frozenset(starts[1:])


def _begins_name(stream: Stream, start: int, *, hidden: bool) -> bool:
    """Whether a name may begin at a letter: with a word, or behind its particles."""
    word = stream.word_start(start)
    if word == start:
        return not hidden
    return stream.letters[word:start] in (_BEFORE_ARTICLE if hidden else _PARTICLES)


def _read(stream: Stream, start: int, given: str, cuts: list[int], pattern: _Pattern) -> Status | None:
    """The status of a form at a match, or None where letters or word breaks differ by more than style."""
    form = pattern.form
    styled = given != pattern.letters
    if styled and not _is_style(stream, start, given, pattern):
        return None
    if cuts != pattern.cuts:
        if form.status in _WRONG or not pattern.cuts:
            return None
        styled = True
    return "style" if styled and form.status in ("canonical", "accepted") else form.status


def _is_style(stream: Stream, start: int, given: str, pattern: _Pattern) -> bool:
    """Whether the letters that differ are other letters for the sound g, in no ordinary word."""
    differ = [
        place
        for place, (letter, listed) in enumerate(zip(given, pattern.letters, strict=True))
        if letter != listed
    ]
    return (
        all(pattern.letters[place] in _G_WRITTEN for place in differ)
        and _takes_styles(pattern.form)
        and not any(
            given[place] not in _G_WRITTEN and is_common_word(stream.word(start + place)) for place in differ
        )
    )  # «الكبير» is no style of «الجبير»


def _takes_styles(form: Form) -> bool:
    """Whether other houses may write the name with another letter: it is long enough and has a g."""
    english = form.rule.english.casefold()
    return (
        form.status not in _WRONG and len(form.bare) >= _SHORTEST_STYLED and ("g" in english or not english)
    )


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
