"""Where a slip for a catalogued name may stand.

Hardly any word is one: it is rare, and near a word that names have beside the one next to it, or it is
unknown and near a name of one word.  The words around it are asked first, for they leave few.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import OSA

from consistency.catalogue import Catalogue, Form
from consistency.languages.arabic.lexicon import LONGEST_WORD, RARE, frequency, often_written
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
        self._common = often_written()
        self._dull = self._common - self._firsts.keys()
        """Of most words of a text nothing else is asked."""
        self._alone, self._may_begin = Memo(self._is_near_single), Memo(_may_begin)

    def suspects(self, folded: list[str]) -> list[tuple[int, int]]:
        """The places of a passage where a slip may stand, each with what it may be: a sum of signs."""
        dull, common, firsts, alone = self._dull, self._common, self._firsts, self._alone
        found: dict[int, int] = defaultdict(int)
        for at in [at for at, word in enumerate(folded) if word not in dull]:
            word, before = folded[at], folded[at - 1] if at else ""
            if word in firsts and self._may_begin[before] and self._is_first(before, firsts[word]):
                found[at - 1] |= FIRST
            if word not in common:
                if self._is_inside(before, word):
                    found[at] |= INSIDE
                if alone[word]:
                    found[at] |= ALONE
        return sorted(found.items())

    def _is_first(self, word: str, listed: set[str]) -> bool:
        """Whether a word, as it stands or behind particles, is near a first word of a name."""
        for _, rest in strip_proclitics(word):
            for first in listed:
                if OSA.distance(rest, first, score_cutoff=1) <= 1:
                    return True
        return False

    def _is_inside(self, before: str, word: str) -> bool:
        """Whether a word is near one of a name that stands behind the one before it."""
        for _, rest in strip_proclitics(before):
            for listed in self._next.get(rest, ()):
                if OSA.distance(word, listed, score_cutoff=1) <= 1:
                    return True
        return False

    def _is_near_single(self, folded: str) -> bool:
        """Whether a word is unknown, behind its particles as well, and near a name of one word."""
        if frequency(folded) or len(folded) > LONGEST_WORD:
            return False
        readings = strip_proclitics(folded)
        return not any(frequency(rest) for _, rest in readings) and any(
            len(rest) >= SHORTEST_WORD - 1 and not self._single.keys().isdisjoint(_shorter(rest))
            for _, rest in readings
        )

    def near(self, rest: str) -> set[tuple[str, Form]]:
        """The names of one word that may be one letter away from what particles leave of a word."""
        return {pair for key in _shorter(rest) for pair in self._single.get(key, ())}

    def heads(self, folded: str) -> list[str]:
        """The words of names that a folded word is, as it stands or behind particles."""
        return [rest for _, rest in strip_proclitics(folded) if rest in self.words]


def _may_begin(folded: str) -> bool:
    """Whether what particles leave of a word is rare: it may be a slip for the first word of a name."""
    return any(len(rest) >= SHORTEST_PART and frequency(rest) < RARE for _, rest in strip_proclitics(folded))


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
