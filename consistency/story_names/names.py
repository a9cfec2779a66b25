"""How the articles of a story write the names in them, without a catalogue.

The names of several words that were found in any article are sought in all of them, word by word, with one
word left open; what stands in the open place tells another spelling of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from consistency.languages.arabic.mentions import Mention
from consistency.model import Article
from consistency.name_forms import SHORTEST_WORD, Apart, Key, apart, behind_particles, key_of, level, times
from consistency.story_names.doubts import COMMON, LONGEST, doubts_of
from consistency.story_names.words import Place, StoryWords

__all__ = ["NameSlip", "StoryNames", "Use"]

_OPEN = ""
Spans = list[tuple[int, int]]


@dataclass(frozen=True)
class Use:
    """A name or a word of one where it stands: the article by its index, raw span, the words folded."""

    article: int
    start: int
    end: int
    words: tuple[str, ...]


@dataclass(frozen=True)
class NameSlip:
    """A name with one word that stands elsewhere with one slip in it."""

    wrong: Key
    right: Key
    place: int
    """Which word of the name it is."""
    apart: Apart


class StoryNames:
    """The uses of the names whose spelling is in doubt; others are read when asked for."""

    def __init__(
        self,
        articles: Sequence[Article],
        spans: Callable[[Article], Spans],
        story: Callable[[int], frozenset[int]],
        mentions_in: Callable[[Iterable[tuple[Article, Spans]]], Iterable[Iterable[Mention]]],
    ) -> None:
        """Read the names that may have two forms.

        :param spans: the parts of an article in which names are checked.
        :param story: the articles by which an article is corrected, itself included: all by their indexes.
        :param mentions_in: for each article the persons and places in the sentences that touch its spans.
        """
        self.uses: dict[Key, list[Use]] = defaultdict(list)
        """The uses of names of several words, of what is one slip away from one, and of single words."""
        self.slips: list[NameSlip] = []
        self._mentions_in = mentions_in
        self._words = StoryWords(articles, spans)
        self._company: dict[str, dict[int, set[str]]] = {}
        self._of_several: dict[str, bool] = {}
        doubts = doubts_of(self._words, story)
        names = {key for _, key in self._read(doubts.places) if _is_sought(key)}
        self._of_several |= dict.fromkeys((word for name in names for word in name), True)
        self._scan({name for name in names if not doubts.words.isdisjoint(name)}, doubts.words)
        self._read_beside({wrong for wrong, _, _ in doubts.alone})
        self._read_beside({right for wrong, right, _ in doubts.alone if self.company(wrong)})
        for wrong, right, kind in doubts.alone:
            if self.company(wrong) and self.company(right):
                self.slips.append(NameSlip((wrong,), (right,), 0, kind))
                for word in (wrong, right):
                    self.uses[word,] = self.places(word)

    def company(self, word: str) -> dict[int, set[str]]:
        """For each article in which a word is of a name: the other words of the names there."""
        if word not in self._company:
            found: dict[int, set[str]] = {}
            for article, key in self._read(self._words.possible_places(word)):
                if word in key:
                    found.setdefault(article, set()).update(other for other in key if other != word)
            self._company[word] = found
        return self._company[word]

    def places(self, word: str) -> list[Use]:
        """Every place of a word that is part of a name somewhere in the story."""
        if not self.company(word):
            return []
        return [self._use(place, (word,)) for place in self._words.places(word)]

    def _read_beside(self, words: Iterable[str]) -> None:
        """Read the sentences with any of some words at once, since each of them will be asked for."""
        self._mentions(place for word in words for place in self._words.possible_places(word))

    def _read(self, places: Iterable[Place]) -> Iterator[tuple[int, Key]]:
        """The names in the sentences with the words at some places, and their articles."""
        for article, mentions in self._mentions(places):
            for mention in mentions:
                yield article, key_of(mention.quote)

    def _mentions(self, places: Iterable[Place]) -> list[tuple[int, Iterable[Mention]]]:
        spans = self._words.spans(places)
        read = self._mentions_in((self._words.articles[article], own) for article, own in spans.items())
        return list(zip(spans, read, strict=True))

    def _scan(self, names: set[Key], in_doubt: frozenset[str]) -> None:
        """Find every use of the names, and of what differs from one of them by a slip in one word."""
        opened: dict[Key, set[str]] = defaultdict(set)
        for name in names:
            for place, word in enumerate(name):
                opened[*name[:place], _OPEN, *name[place + 1 :]].add(word)
        kin: dict[Key, tuple[NameSlip, ...]] = {}
        slips: dict[Key, tuple[NameSlip, ...]] = {}
        for start, key in self._windows({word for name in names for word in name}, in_doubt):
            if key not in kin:
                kin[key] = tuple(_kin(key, opened))
            if not (kin[key] or key in names) or not self._may_begin(start, key[0]):
                continue
            if key not in slips:
                folded = [word.folded for word in self._words.tokens[start : start + len(key)]]
                slips[key] = tuple(one for one in kin[key] if times(folded[one.place]) < COMMON)
            if (slips[key] or key in names) and self._joined(start, len(key)):
                self.uses[key].append(self._use(start, key))
        self.slips = [slip for found in slips.values() for slip in found]

    def _windows(self, anchors: set[str], in_doubt: frozenset[str]) -> Iterator[tuple[Place, Key]]:
        """(start, key) of two to four words of which all but one are words of the names.

        The first is taken as it stands, or without particles if it is no word of the names.
        """
        touched = {place for word in anchors for place in self._words.possible_places(word)}
        touched |= {place - 1 for place in touched if self._words.numbers[place - 1]}
        for start in sorted(touched):
            words = self._words.following(start, LONGEST)
            known = [word in anchors for word in words]
            firsts = [words[0]] if any(known[:2]) else []
            if not known[0]:
                rests = behind_particles(words[0])
                firsts += [rest for rest in rests if rest in anchors or rest in in_doubt]
            for first in firsts:
                missing = int(first not in anchors)
                for size in range(2, len(words) + 1):
                    missing += not known[size - 1]
                    if missing > 1:
                        break
                    yield start, (first, *words[1:size])

    def _joined(self, start: Place, size: int) -> bool:
        """Whether nothing but spaces and «بن» stands between the words of a window."""
        return all(self._words.joined(place) for place in range(start, start + size - 1))

    def _may_begin(self, start: Place, first: str) -> bool:
        """Whether a name may begin at a word: as it stands, or without particles if it is in no name."""
        own = self._words.level(start)
        return first == own or (self._is_of_several(first) and not self._is_of_several(own))

    def _is_of_several(self, word: str) -> bool:
        """Whether a word is part of a name of several words somewhere in the story."""
        if word not in self._of_several:
            places = self._words.possible_places(word)
            # Most often the first tells; where it does not, to read the others at once costs little more.
            self._of_several[word] = any(
                word in key and _is_sought(key)
                for some in (places[:1], places[1:4], places[4:])
                for _, key in self._read(some)
            )
        return self._of_several[word]

    def _use(self, start: Place, key: Key) -> Use:
        words = self._words.tokens[start : start + len(key)]
        cut = len(level(words[0].folded)) - len(key[0])
        folded = (words[0].folded[cut:], *(word.folded for word in words[1:]))
        return Use(self._words.article(start), words[0].start + cut, words[-1].end, folded)


def _is_sought(key: Key) -> bool:
    return 2 <= len(key) <= LONGEST


def _kin(key: Key, opened: dict[Key, set[str]]) -> Iterator[NameSlip]:
    """The names from which a name differs by one slip in one word."""
    for place, word in enumerate(key):
        if len(word) < SHORTEST_WORD:
            continue
        for right in sorted(opened.get((*key[:place], _OPEN, *key[place + 1 :]), ())):
            kind = apart(right, word)
            if kind:
                yield NameSlip(key, (*key[:place], right, *key[place + 1 :]), place, kind)
