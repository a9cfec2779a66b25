"""Slips that no rule lists: a form one letter away from a catalogued name, and no word of its own.

Precision decides here.  A candidate must be unknown to the lexicon of news words, must differ from the
name by one slip of the pen (a letter dropped, doubled, swapped or exchanged for its neighbour), and must
stand where the name would: beside the other words of a name of several words, or as the name of a place,
or of a person whom the article names elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from weakref import WeakKeyDictionary

from rapidfuzz.distance import OSA

from consistency.catalogue import Catalogue, Form, Hit
from consistency.languages.arabic.lexicon import RARE, frequency
from consistency.languages.arabic.names import difference
from consistency.languages.arabic.normalise import Token, Words, fold_word, strip_proclitics, words_of
from consistency.memo import Memo
from consistency.slip_index import (
    ALONE,
    FIRST,
    INSIDE,
    SHORTEST_PART,
    SHORTEST_WORD,
    Opened,
    SlipIndex,
    all_rare,
    without,
)
from consistency.spans import Spans

__all__ = ["Slip", "find_slips"]

_PARTICLE = 2
"""Letters of the longest particles before a name."""
_OF_ADJECTIVES = frozenset(("ي", "يا", "ية", "يه", "يين", "يون", "يات", "يتين"))


@dataclass(frozen=True)
class Slip:
    """A misspelt word or name: raw span, the listed form, what was done to it."""

    form: Form
    start: int
    end: int
    operation: str
    whole_name: bool
    """Whether the name has several words, of which the others are right."""

    @property
    def letters(self) -> int:
        return len(self.form.bare)

    @property
    def exchange(self) -> bool:
        """Whether a letter stands for another one, which makes another name more often than a slip."""
        return " for " in self.operation


class _Asked:
    """The index of a catalogue, and what words alone are slips for, kept for the next article."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.index = SlipIndex(catalogue)
        self.alone: Memo[tuple[Form, str, str] | None] = Memo(self._alone)
        """The form, what particles leave of the word, and what was done to it."""

    def _alone(self, folded: str) -> tuple[Form, str, str] | None:
        """What a word that is unknown to the lexicon is a slip for."""
        for particles, rest in strip_proclitics(folded):
            if len(rest) < SHORTEST_WORD - 1 or particles.endswith("ال"):
                continue
            near = self.index.near(rest)
            for listed, form in sorted(near, key=lambda pair: (pair[1].rule.id, pair[1].text)):
                operation = _one_slip(listed, rest)
                if operation and not _is_inflected(listed, rest) and not _is_style(form, rest):
                    return form, rest, operation
        return None


_ASKED: WeakKeyDictionary[Catalogue, _Asked] = WeakKeyDictionary()


def _asked(catalogue: Catalogue) -> _Asked:
    if catalogue not in _ASKED:
        _ASKED[catalogue] = _Asked(catalogue)
    return _ASKED[catalogue]


def find_slips(
    text: str, spans: list[tuple[int, int]], catalogue: Catalogue, hits: tuple[Hit, ...]
) -> Iterator[Slip]:
    """The slips in these spans of a text, in order of their spans; no end of a span cuts a word."""
    asked = _asked(catalogue)
    whole = words_of(text)
    places = [whole.starts[at] for at, _ in asked.index.suspects(whole.folded)]
    known = [(hit.start, hit.end) for hit in hits]
    for start, end in spans:
        if any(start <= place < end for place in places):
            words = words_of(text, start, end)
            suspects = asked.index.suspects(words.folded)
            found = list(_in_names(words, suspects, asked.index, text, known))
            found += _alone([words.tokens[at] for at, what in suspects if what & ALONE], asked, found, known)
            yield from sorted(found, key=lambda slip: slip.start)


def _alone(
    words: list[Token], asked: _Asked, found: list[Slip], known: list[tuple[int, int]]
) -> Iterator[Slip]:
    """Words that are slips for names of one word, where no name stands nor a slip that was found before."""
    standing = Spans(known if words else ())
    for word in words:
        if standing.touch(word.start, word.end) or any(s.start <= word.start < s.end for s in found):
            continue
        slip = asked.alone[word.folded]
        if slip:
            form, rest, operation = slip
            begin = word.end - _raw_length(word, len(rest))
            yield Slip(form, begin, word.end, operation, whole_name=False)


def _raw_length(word: Token, folded_length: int) -> int:
    """How many raw code points the last letters of a word take, with their marks."""
    length = len(word.text)
    while len(fold_word(word.text[len(word.text) - length :])) > folded_length:
        length -= 1
    return length


def _one_slip(listed: str, given: str) -> str:
    """What was done to a listed word to get the given one, if that is one slip; else nothing."""
    apart = difference(listed, given)
    return apart.operations[0] if apart.kind == "slip" and apart.steps == 1 else ""


def _is_style(form: Form, given: str) -> bool:
    """Whether the given words are another house's spelling of any right form of the entity."""
    rule = form.rule
    return any(
        difference(right, given).kind in ("same", "style", "orthographic")
        for right in (rule.canonical, *rule.accepted, *rule.short)
    )


def _is_inflected(listed: str, given: str) -> bool:
    """Adjectives and plurals of a name end otherwise and begin alike: «بغدادي» is no slip of «بغداد».

    Nor is «أوغنديا», an adjective in the accusative, one of «أوغندا».
    """
    stem = listed.rstrip("اةهىي")
    if given.startswith(stem) and given[len(stem) :] != "" and given[:-1] in (listed, stem):
        return True
    short = listed[:-1] if listed[-1:] in ("ا", "ة") else listed
    return given in (short + ending for ending in _OF_ADJECTIVES)


def _in_names(
    words: Words,
    suspects: list[tuple[int, int]],
    index: SlipIndex,
    text: str,
    known: list[tuple[int, int]],
) -> Iterator[Slip]:
    """Names of several words with one word slipped and the others right, by their first right words."""
    folded, tokens = words.folded, words.tokens
    found = {
        (first + (not place), listed.number, first): listed
        for at, what in suspects
        for first, place, others in _around(folded, at, what, index)
        for listed in index.opened.get(others, ())
        if _may_be(folded[at], listed.words[place], place)
    }
    last_end = -1
    for (_, _, first), listed in sorted(found.items()):
        window = tokens[first : first + len(listed.words)]
        if window[0].start >= last_end and not _covered(window[0].start, window[-1].end, known):
            slip = _compare(window, listed.words, listed.form, text)
            if slip and not _covered(slip.start, slip.end, known):
                last_end = slip.end
                yield slip


def _may_be(given: str, listed: str, place: int) -> bool:
    """Whether a word may be a name's, slipped or not; the first word may stand behind particles."""
    if place:
        return OSA.distance(given, listed, score_cutoff=1) <= 1
    return len(given) >= len(listed) - 1 and any(
        OSA.distance(rest, listed, score_cutoff=1) <= 1 for _, rest in strip_proclitics(given)
    )


def _around(folded: list[str], at: int, what: int, index: SlipIndex) -> Iterator[tuple[int, int, Opened]]:
    """Windows around a place of words of names: the first word, which one the place is, and the others."""
    end = at + 1
    while end < len(folded) and end - at < index.longest and folded[end] in index.words:
        end += 1
    if what & FIRST:
        for stop in range(at + 2, end + 1):
            yield at, 0, (None, *folded[at + 1 : stop])
    first = at - 1 if what & INSIDE else -1
    while first >= 0 and at - first < index.longest:
        for head in index.heads(folded[first]):
            for stop in range(at + 1, end + 1):
                yield first, at - first, without((head, *folded[first + 1 : stop]), at - first)
        if folded[first] not in index.words:
            return
        first -= 1


def _covered(begin: int, stop: int, known: list[tuple[int, int]]) -> bool:
    """Whether a catalogued name stands on these words, but for particles before it."""
    return any(start <= begin + _PARTICLE and stop <= end for start, end in known)


def _compare(window: list[Token], names: tuple[str, ...], form: Form, text: str) -> Slip | None:
    """A slip where all words but one are the name's and that one is no word of its own."""
    for left, right in pairwise(window):
        if text[left.end : right.start].strip(" \u00a0-"):
            return None
    given = [word.folded for word in window]
    for _, rest in strip_proclitics(window[0].folded):
        given[0] = rest
        wrong = [place for place, listed in enumerate(names) if given[place] != listed]
        if len(wrong) == 1 and _may_be_slip(given[wrong[0]], names, wrong[0], form):
            operation = _one_slip(" ".join(names), " ".join(given))
            if operation and not _is_style(form, " ".join(given)):
                start = window[0].end - _raw_length(window[0], len(rest))
                return Slip(form, start, window[-1].end, operation, whole_name=True)
    return None


def _may_be_slip(given: str, names: tuple[str, ...], place: int, form: Form) -> bool:
    """A known word is a slip only beside words that stand beside nothing but the name."""
    anchored = form.rule.entity == "place" and all_rare(names, but=place)
    known = frequency(given) >= (RARE if anchored else 1)
    near = OSA.distance(given, names[place], score_cutoff=1) <= 1
    return near and len(given) >= SHORTEST_PART and not known and not _is_inflected(names[place], given)
