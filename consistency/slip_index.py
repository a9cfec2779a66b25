"""Where a slip for a catalogued name may stand.

Hardly any word is one: it is rare, and near a word that names have beside the one next to it, or it is
unknown and near a name of one word.  The words around it are asked first, for they leave few.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from rapidfuzz.distance import OSA

from consistency.catalogue import Catalogue, Form
from consistency.languages.arabic.lexicon import LONGEST_WORD, RARE, frequency, known_words, often_written
from consistency.languages.arabic.normalise import PROCLITICS, fold_word, strip_proclitics
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
    "all_rare",
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
        names, places = [], []
        for number, form in enumerate(catalogue.forms):
            if form.status in ("misspelt", "nonstandard"):
                continue
            words = tuple(fold_word(form.text).split())
            if len(words) == 1 and len(words[0]) >= SHORTEST_WORD:
                for key in _shorter(words[0]):
                    self._single[key].append((words[0], form))
            elif len(words) > 1 and len(form.bare) >= _SHORTEST_NAME:
                names.append(words)
                if form.rule.entity == "place":
                    places.append(words)
                for place in range(len(words)):
                    self.opened[without(words, place)].append(Listed(number, words, form))
        self.words = frozenset(word for words in names for word in words)
        self.longest = max(map(len, names), default=0)
        self._beside, self._beside_rare = _Beside(names), _Beside(places, rare=True)
        self._common, self._known = often_written(), known_words()
        self._dull = self._common - self._beside.firsts.keys()
        """Of most words of a text nothing else is asked."""
        self._alone = Memo(self._is_near_single)

    def suspects(self, folded: list[str]) -> list[tuple[int, int]]:
        """The places of a text where a slip may stand, each with what it may be: a sum of signs."""
        dull, common, known, alone = self._dull, self._common, self._known, self._alone
        before = ["", *folded]
        odd = [at for at, word in enumerate(folded) if word not in dull]
        rare = [at for at in odd if folded[at] not in common]
        unknown = [at for at in rare if folded[at] not in known]
        found: dict[int, int] = defaultdict(int)
        for beside, slipped in ((self._beside, unknown), (self._beside_rare, rare)):
            for at in [at for at in odd if folded[at] in beside.firsts and beside.may_begin[before[at]]]:
                if beside.is_first(before[at], folded[at]):
                    found[at - 1] |= FIRST
            for at in [at for at in slipped if before[at] in beside.may_precede]:
                if beside.is_behind(before[at], folded[at]):
                    found[at] |= INSIDE
        for at in [at for at in unknown if alone[folded[at]]]:
            found[at] |= ALONE
        return sorted(found.items())

    def _is_near_single(self, folded: str) -> bool:
        """Whether an unknown word is unknown behind its particles as well, and near a name of one word."""
        if len(folded) > LONGEST_WORD:
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


class _Beside:
    """Which words names have beside each other.

    A slip is a word that news does not know.  A word that is known and rare is one only in the name of a
    place whose other words are so rare that nothing but the name stands beside them.
    """

    def __init__(self, names: Iterable[tuple[str, ...]], *, rare: bool = False) -> None:
        """
        :param rare: whether the slips sought are known words, and so no other word of a name is frequent.
        """
        self._most = RARE if rare else 1
        behind: dict[str, set[str]] = defaultdict(set)
        firsts: dict[str, set[str]] = defaultdict(set)
        for words in names:
            for at, word in enumerate(words):
                if not rare or all_rare(words, but=at):
                    one, table = (words[1], firsts) if at == 0 else (words[at - 1], behind)
                    table[one].add(word)
        self.firsts, self._behind = dict(firsts), dict(behind)
        """The first words of names by their second ones; the words behind each word of one."""
        self.may_begin = Memo(self._may_begin)
        self.may_precede = frozenset(
            particles + word for word in self._behind for particles in ("", *PROCLITICS)
        )
        """What may have another word of a name behind it, with particles."""

    def _may_begin(self, folded: str) -> bool:
        """Whether what particles leave of a word may be a slip for the first word of a name."""
        return any(self._may_be_slip(rest) for _, rest in strip_proclitics(folded))

    def _may_be_slip(self, word: str) -> bool:
        return len(word) >= SHORTEST_PART and frequency(word) < self._most

    def is_first(self, word: str, second: str) -> bool:
        """Whether what particles leave of a word is near a first word of a name with this second one."""
        listed = self.firsts[second]
        return any(_is_near(rest, listed) for _, rest in strip_proclitics(word) if self._may_be_slip(rest))

    def is_behind(self, before: str, word: str) -> bool:
        """Whether a word is near one of a name that stands behind the one before it."""
        return any(_is_near(word, self._behind.get(rest, ())) for _, rest in strip_proclitics(before))


def _is_near(word: str, listed: Iterable[str]) -> bool:
    """Whether a word is one of those listed, or a slip away from one."""
    return any(OSA.distance(word, other, score_cutoff=1) <= 1 for other in listed)


def all_rare(names: tuple[str, ...], but: int) -> bool:
    """Whether the other words of a name are so rare that nothing but the name stands beside them."""
    return all(frequency(word) < 4 * RARE for place, word in enumerate(names) if place != but)


def without(words: tuple[str, ...], place: int) -> Opened:
    """A name with one place left open."""
    return *words[:place], None, *words[place + 1 :]


def _shorter(word: str) -> set[str]:
    """A word, and what is left of it without each of its letters: words one slip apart have one in common."""
    return {word, *[word[:i] + word[i + 1 :] for i in range(len(word))]}
