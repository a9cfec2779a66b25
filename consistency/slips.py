"""Slips that no rule lists: a form one letter away from a catalogued name, and no word of its own.

Precision decides here.  A candidate must be unknown to the lexicon of news words, must differ from the
name by one slip of the pen (a letter dropped, doubled, swapped or exchanged for its neighbour), and must
stand where the name would: beside the other words of a name of several words, or as the name of a place,
or of a person whom the article names elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import pairwise
from typing import NamedTuple
from weakref import WeakKeyDictionary

from rapidfuzz.distance import OSA

from consistency.catalogue import Catalogue, Form, Hit
from consistency.languages.arabic.lexicon import RARE, frequency, often_written
from consistency.languages.arabic.names import difference
from consistency.languages.arabic.normalise import Token, Words, fold_word, strip_proclitics, words_of
from consistency.memo import Memo
from consistency.spans import Spans

__all__ = ["Slip", "find_slips"]

_PARTICLE = 2
"""Letters of the longest particles before a name."""
_SHORTEST_WORD = 6
_LONGEST_WORD = 40  # a line of letters without a space is no name, and has as many slips as letters
_OF_ADJECTIVES = frozenset(("ي", "يا", "ية", "يه", "يين", "يون", "يات", "يتين"))
_SHORTEST_NAME = 7
"""Letters of a name of several words."""
_SHORTEST_PART = 3
"""Letters of a slipped word in a name of several words."""
_Opened = tuple[str | None, ...]
"""The words of a name with one place left open."""
_WORDS = 2**16
"""Words of which is kept what they may be."""


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


class _Listed(NamedTuple):
    """A right form of several words, by its number in the catalogue."""

    number: int
    words: tuple[str, ...]
    form: Form


class _Index:
    """The right forms of a catalogue, by what a slip in one of their words leaves of them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.alone: dict[str, tuple[tuple[str, Form], ...]] = {}
        """Single words by all their spellings with one letter left out (Garbe's symmetric deletes, 2012)."""
        self.opened: dict[_Opened, list[_Listed]] = defaultdict(list)
        """Names of several words by their words without one of them."""
        for number, form in enumerate(catalogue.forms):
            if form.status in ("misspelt", "nonstandard"):
                continue
            words = tuple(fold_word(form.text).split())
            if len(words) == 1 and len(words[0]) >= _SHORTEST_WORD:
                listed = words[0], form
                for key in _deletes(words[0]):
                    self.alone[key] = (*self.alone.get(key, ()), listed)
            elif len(words) > 1 and len(form.bare) >= _SHORTEST_NAME:
                name = _Listed(number, words, form)
                for place in range(len(words)):
                    self.opened[_without(words, place)].append(name)
        self.words = {word for words in self.opened for word in words}
        self.longest = max((len(words) for words in self.opened), default=0)
        self._before = {words[words.index(None) - 1] for words in self.opened if words[0] is not None}
        self.behind = {words[1] for words in self.opened if words[0] is None}
        """What stands right behind an open first place."""
        self.dull = often_written() - self.behind
        """Words that are neither rare nor stand there: of most words of a text nothing else is asked."""
        self.leads = Memo(self._leads)
        """Whether a folded word may stand right before an open place, as it stands or behind particles."""
        self.slip_of = lru_cache(maxsize=_WORDS)(partial(_alone, self))
        """What ``_alone`` says of a folded word."""

    def _leads(self, folded: str) -> bool:
        return any(rest in self._before for _, rest in strip_proclitics(folded))

    def heads(self, folded: str) -> list[str]:
        """The words of names that a folded word is, as it stands or behind particles."""
        return [rest for _, rest in strip_proclitics(folded) if rest in self.words]


_INDEXES: WeakKeyDictionary[Catalogue, _Index] = WeakKeyDictionary()


def _index(catalogue: Catalogue) -> _Index:
    if catalogue not in _INDEXES:
        _INDEXES[catalogue] = _Index(catalogue)
    return _INDEXES[catalogue]


def _deletes(word: str) -> set[str]:
    return {word, *[word[:i] + word[i + 1 :] for i in range(len(word))]}


def find_slips(
    text: str, spans: list[tuple[int, int]], catalogue: Catalogue, hits: tuple[Hit, ...]
) -> Iterator[Slip]:
    """The slips in these spans of a text, in order of their spans."""
    index = _index(catalogue)
    known = [(hit.start, hit.end) for hit in hits]
    standing, common, dull = Spans(known), often_written(), index.dull
    for start, end in spans:
        words = words_of(text, start, end)
        folded = words.folded
        telling = [at for at, word in enumerate(folded) if word not in dull]
        rare = [at for at in telling if folded[at] not in common]
        found = list(_in_names(words, telling, rare, index, text, known))
        for at in rare:
            alone = None if frequency(folded[at]) else index.slip_of(folded[at])
            if alone is None:
                continue
            word = words.tokens[at]
            if any(slip.start <= word.start < slip.end for slip in found):
                continue
            if not standing.touch(word.start, word.end):
                begin = word.end - _raw_length(word, alone.letters)
                found.append(Slip(alone.form, begin, word.end, alone.operation, whole_name=False))
        yield from sorted(found, key=lambda slip: slip.start)


class _Alone(NamedTuple):
    """A single word that is a slip: the listed form, the letters behind the particles, what was done."""

    form: Form
    letters: int
    operation: str


def _alone(index: _Index, folded: str) -> _Alone | None:
    """What a folded word that is unknown to the lexicon is a slip for."""
    readings = strip_proclitics(folded)
    if not _SHORTEST_WORD - 1 <= len(folded) <= _LONGEST_WORD or any(frequency(rest) for _, rest in readings):
        return None
    for particles, rest in readings:
        if len(rest) < _SHORTEST_WORD - 1 or particles.endswith("ال"):
            continue
        for listed, form in sorted(
            {pair for key in _deletes(rest) for pair in index.alone.get(key, ())},
            key=lambda pair: (pair[1].rule.id, pair[1].text),
        ):
            operation = _one_slip(listed, rest)
            if operation and not _is_inflected(listed, rest) and not _is_style(form, rest):
                return _Alone(form, len(rest), operation)
    return None


def _raw_length(word: Token, folded_length: int) -> int:
    """How many raw code points the last letters of a word take, with their marks."""
    length = len(word.text)
    while len(fold_word(word.text[len(word.text) - length :])) > folded_length:
        length -= 1
    return length


def _one_slip(listed: str, given: str) -> str:
    """What was done to a listed word to get the given one, if that is one slip; else nothing."""
    apart = difference(listed, given)
    return apart.operations[0] if apart.kind == "slip" and len(apart.operations) == 1 else ""


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
    telling: list[int],
    rare: list[int],
    index: _Index,
    text: str,
    known: list[tuple[int, int]],
) -> Iterator[Slip]:
    """Names of several words with one word slipped and the others right, by their first right words.

    :param telling: the places of words that are not dull; ``rare``: those of rare words.
    """
    folded, tokens = words.folded, words.tokens
    found = {
        (first + (not place), listed.number, first): listed
        for at, as_it_stands in _suspects(folded, telling, rare, index).items()
        for first, place, others in _around(folded, at, index, as_it_stands=as_it_stands)
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


def _suspects(folded: list[str], telling: list[int], rare: list[int], index: _Index) -> dict[int, bool]:
    """The places of words that may be slipped beside a word of a name, and whether they may as they stand.

    A rare word may be slipped as it stands; the first word of a name may stand behind particles.
    """
    slipped = {at for at in rare if len(folded[at]) >= _SHORTEST_PART}
    begins = [at - 1 for at in telling if at and folded[at] in index.behind]
    found = {at: at in slipped for at in begins if _MAY_BEGIN[folded[at]]}
    leads = index.leads
    found |= {at: True for at in slipped if at and leads[folded[at - 1]]}
    return found


def _may_begin(folded: str) -> bool:
    """Whether the word that particles leave may be a slip for the first word of a name."""
    return any(len(rest) >= _SHORTEST_PART and frequency(rest) < RARE for _, rest in strip_proclitics(folded))


_MAY_BEGIN = Memo(_may_begin)


def _may_be(given: str, listed: str, place: int) -> bool:
    """Whether a word may be a name's, slipped or not; the first word may stand behind particles."""
    if place:
        return OSA.distance(given, listed, score_cutoff=1) <= 1
    return len(given) >= len(listed) - 1 and any(
        OSA.distance(rest, listed, score_cutoff=1) <= 1 for _, rest in strip_proclitics(given)
    )


def _around(
    folded: list[str], at: int, index: _Index, *, as_it_stands: bool
) -> Iterator[tuple[int, int, _Opened]]:
    """Windows around a place of words of names: the first word, which one the place is, and the others."""
    end = at + 1
    while end < len(folded) and end - at < index.longest and folded[end] in index.words:
        end += 1
    for stop in range(at + 2, end + 1):
        yield at, 0, (None, *folded[at + 1 : stop])
    first = at - 1
    while as_it_stands and first >= 0 and at - first < index.longest:
        for head in index.heads(folded[first]):
            for stop in range(at + 1, end + 1):
                yield first, at - first, _without((head, *folded[first + 1 : stop]), at - first)
        if folded[first] not in index.words:
            return
        first -= 1


def _without(words: tuple[str, ...], place: int) -> _Opened:
    return *words[:place], None, *words[place + 1 :]


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
    anchored = form.rule.entity == "place" and _rare(names, but=place)
    known = frequency(given) >= (RARE if anchored else 1)
    near = OSA.distance(given, names[place], score_cutoff=1) <= 1
    return near and len(given) >= _SHORTEST_PART and not known and not _is_inflected(names[place], given)


def _rare(names: tuple[str, ...], but: int) -> bool:
    """Whether the other words of a name are so rare that nothing but the name stands beside them."""
    return all(frequency(word) < 4 * RARE for place, word in enumerate(names) if place != but)
