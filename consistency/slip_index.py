"""Where a slip for a catalogued name may stand.

Hardly any word is one.  What the lexicon and the catalogue tell of a word is kept as signs, bits of a byte;
a passage is a string of them, and one pattern finds the words that may be slips beside those around them.
Of these alone it is asked whether they are near a name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import OSA

from consistency.catalogue import Catalogue, Form
from consistency.languages.arabic.lexicon import RARE, frequency
from consistency.languages.arabic.normalise import fold_word, strip_proclitics
from consistency.memo import Memo

__all__ = [
    "ALONE",
    "FIRST",
    "INSIDE",
    "SHORTEST_PART",
    "SHORTEST_WORD",
    "Listed",
    "Opened",
    "SlipIndex",
    "without",
]

SHORTEST_WORD = 6
"""Letters of a name of one word."""
_LONGEST_WORD = 40  # a line of letters without a space is no name, and has as many slips as letters
_SHORTEST_NAME = 7
"""Letters of a name of several words."""
SHORTEST_PART = 3
"""Letters of a slipped word in a name of several words."""

Opened = tuple[str | None, ...]
"""The words of a name with one place left open."""

ALONE = 1
"""The word may be a slip for a name of one word."""
FIRST = 2
"""It may be one for the first word of a name, as it stands or behind particles."""
INSIDE = 4
"""It may be one for another word of a name."""
_BEHIND = 8
"""It stands right behind the first word of a name."""
_BEFORE = 16
"""It stands right before another word of a name, as it stands or behind particles."""


def _any_of(signs: int) -> bytes:
    """A class of a pattern: the bytes that have one of these signs."""
    return b"[" + re.escape(bytes(byte for byte in range(32) if byte & signs)) + b"]"


_SUSPECT = re.compile(
    rb"%b|%b(?=%b)|(?<=%b)%b" % tuple(map(_any_of, (ALONE, FIRST, _BEHIND, _BEFORE, INSIDE)))
)
"""A word that may be a slip alone, or beside a word of a name."""


class Listed(NamedTuple):
    """A right form of several words, by its number in the catalogue."""

    number: int
    words: tuple[str, ...]
    form: Form


class SlipIndex:
    """The right forms of a catalogue, by what a slip in one of their words leaves of them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._single: dict[str, list[tuple[str, Form]]] = defaultdict(list)
        """Single words by all their spellings with one letter left out (Garbe's symmetric deletes, 2012)."""
        self.opened: dict[Opened, list[Listed]] = defaultdict(list)
        """Names of several words by their words without one of them."""
        names = []
        for number, form in enumerate(catalogue.forms):
            if form.status in ("misspelt", "nonstandard"):
                continue
            words = tuple(fold_word(form.text).split())
            if len(words) == 1 and len(words[0]) >= SHORTEST_WORD:
                for key in _shorter(words[0]):
                    self._single[key].append((words[0], form))
            elif len(words) > 1 and len(form.bare) >= _SHORTEST_NAME:
                names.append(words)
                for place in range(len(words)):
                    self.opened[without(words, place)].append(Listed(number, words, form))
        self.words = frozenset(word for words in names for word in words)
        self.longest = max(map(len, names), default=0)
        self._next, self._firsts = _neighbours(names)
        self._signs = Memo(self._signs_of)

    def suspects(self, folded: list[str]) -> list[tuple[int, int]]:
        """The places of a passage where a slip may stand, each with what it may be: a sum of signs."""
        signs = bytes(map(self._signs.__getitem__, folded))
        found = []
        for match in _SUSPECT.finditer(signs):
            at = match.start()
            what = signs[at] & ALONE
            if signs[at] & FIRST and self._is_first(folded, at):
                what |= FIRST
            if signs[at] & INSIDE and self._is_inside(folded, at):
                what |= INSIDE
            if what:
                found.append((at, what))
        return found

    def _is_first(self, folded: list[str], at: int) -> bool:
        """Whether a word is near the first word of a name that goes on with the one behind it."""
        listed = self._firsts.get(folded[at + 1], ()) if at + 1 < len(folded) else ()
        rests = strip_proclitics(folded[at]) if listed else ()
        return any(OSA.distance(rest, first, score_cutoff=1) <= 1 for _, rest in rests for first in listed)

    def _is_inside(self, folded: list[str], at: int) -> bool:
        """Whether a word is near one of a name that stands behind the one before it."""
        word, heads = folded[at], self.heads(folded[at - 1]) if at else []
        return any(
            OSA.distance(word, listed, score_cutoff=1) <= 1
            for head in heads
            for listed in self._next.get(head, ())
        )

    def _signs_of(self, folded: str) -> int:
        """What the lexicon leaves open, and what the word is beside others."""
        rests = [rest for _, rest in strip_proclitics(folded)]
        times = list(map(frequency, rests))
        signs = _BEHIND if folded in self._firsts else 0
        if not self._next.keys().isdisjoint(rests):
            signs |= _BEFORE
        if SHORTEST_PART <= len(folded) <= _LONGEST_WORD and min(times) < RARE:
            signs |= FIRST | INSIDE if times[0] < RARE else FIRST
            if not any(times) and self._is_near_single(folded):
                signs |= ALONE
        return signs

    def _is_near_single(self, folded: str) -> bool:
        return any(
            len(rest) >= SHORTEST_WORD - 1 and not self._single.keys().isdisjoint(_shorter(rest))
            for _, rest in strip_proclitics(folded)
        )

    def near(self, rest: str) -> set[tuple[str, Form]]:
        """The names of one word that may be one letter away from what particles leave of a word."""
        return {pair for key in _shorter(rest) for pair in self._single.get(key, ())}

    def heads(self, folded: str) -> list[str]:
        """The words of names that a folded word is, as it stands or behind particles."""
        return [rest for _, rest in strip_proclitics(folded) if rest in self.words]


def _neighbours(names: Iterable[tuple[str, ...]]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """For each word of the names those that stand behind it, and for a second one the first ones."""
    behind: dict[str, set[str]] = defaultdict(set)
    first: dict[str, set[str]] = defaultdict(set)
    for words in names:
        first[words[1]].add(words[0])
        for one, other in pairwise(words):
            behind[one].add(other)
    return dict(behind), dict(first)


def without(words: tuple[str, ...], place: int) -> Opened:
    """A name with one place left open."""
    return *words[:place], None, *words[place + 1 :]


def _shorter(word: str) -> set[str]:
    """A word, and what is left of it without each of its letters: words one slip apart have one in common."""
    return {word, *[word[:i] + word[i + 1 :] for i in range(len(word))]}
