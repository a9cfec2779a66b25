"""How the articles of a run write the names in them, without a catalogue.

The names of several words that were found in any article are sought in all of them, word by word, with one
word left open; what stands in the open place tells another spelling of it.  Words are compared in one
house's letters, so that «وانغ» and «وانج» are one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from rapidfuzz.distance import OSA

from consistency.languages.arabic.lexicon import frequency, stem
from consistency.languages.arabic.mentions import Mention
from consistency.languages.arabic.names import difference
from consistency.languages.arabic.names.known import canonical, same_known
from consistency.languages.arabic.names.letters import clean
from consistency.languages.arabic.normalise import Token, strip_proclitics, tokens
from consistency.model import Article
from consistency.near_words import near_pairs

__all__ = ["Apart", "Key", "NameForms", "NameSlip", "Use", "apart", "is_one_slip", "key_of", "level", "times"]

Apart = Literal["vowel", "letter"]
_NO_VOWELS = str.maketrans("", "", "اوي")
_HOUSE = str.maketrans("جقكگڤپ", "غغغغفب")
_KIN = frozenset(("بن", "ابن", "بنت", "ال"))
_LONGEST = 4
_SHORTEST_WORD = 4
_LONG_WORD = 5
"""Letters of a word that may be told from its slip without another word of the name."""
_COMMON = 1000
"""Times in the lexicon from which on a word is no slip for a name."""
_OPEN = ""
_PARTICLES = ("و", "ف", "ب", "ل", "وب", "ول")
Key = tuple[str, ...]


@lru_cache(maxsize=2**16)
def level(word: str) -> str:
    """A folded word in one house's letters."""
    return canonical(clean(word)).translate(_HOUSE)


@lru_cache(maxsize=2**16)
def times(word: str) -> int:
    """How often news writes a folded word, with or without particles."""
    return max(frequency(rest) for _, rest in strip_proclitics(word))


@lru_cache(maxsize=2**16)
def apart(right: str, wrong: str) -> Apart | None:
    """What parts two folded words that may be one word of a name: one letter inside them, or nothing.

    Another letter at the ends is an ending or a particle, and two words of one stem are two forms.  A long
    vowel more or less is a slip in an Arabic name, and in a foreign one a house's spelling as often.
    """
    one, other = level(right), level(wrong)
    ends = one[:1] == other[:1] and (one[-1:] == other[-1:] or sorted(one) == sorted(other))
    if not ends or min(len(one), len(other)) < _SHORTEST_WORD:
        return None
    if one == other or OSA.distance(one, other, score_cutoff=1) > 1 or same_known(one, other) is False:
        return None
    if stem(right) == stem(wrong):  # «الرفاهة» and «الرفاهية»
        return None
    found = difference(right, wrong)
    if len(found.operations) != 1 or found.kind not in ("slip", "style"):
        return None
    swapped = sorted(one) == sorted(other)
    return "vowel" if not swapped and one.translate(_NO_VOWELS) == other.translate(_NO_VOWELS) else "letter"


def is_one_slip(right: str, wrong: str) -> bool:
    """Whether a folded word is another with one slip inside it, not another house's spelling of it."""
    return apart(right, wrong) is not None and difference(right, wrong).kind == "slip"


@dataclass(frozen=True)
class Use:
    """A name or a word of one where it stands: the article by its index, raw span, the words folded."""

    article: int
    start: int
    end: int
    words: tuple[str, ...]
    title: tuple[str, ...] = ()


@dataclass(frozen=True)
class NameSlip:
    """A name with one word that stands elsewhere with one slip in it."""

    wrong: Key
    right: Key
    place: int
    """Which word of the name it is."""
    apart: Apart


@dataclass(frozen=True)
class _Article:
    """The words of an article that may be parts of names, in order: without «بن»."""

    number: int
    text: str
    flow: list[Token]
    levels: list[str]

    def joined(self, start: int, end: int) -> bool:
        """Whether nothing but spaces and «بن» stands between the words of a window."""
        words = self.flow[start:end]
        between = (self.text[a.end : b.start] for a, b in pairwise(words))
        return all(part.strip(" \u00a0-") in ("", *_KIN) for part in between)


class NameForms:
    """All uses of the names of several words, and of the words of names, in one house's letters."""

    def __init__(
        self,
        articles: Sequence[Article],
        spans: Callable[[Article], list[tuple[int, int]]],
        mentions: Callable[[Article], tuple[Mention, ...]],
    ) -> None:
        """Read the names of all articles.

        :param spans: the parts of an article in which names are checked.
        :param mentions: the persons and places found in it.
        """
        self.uses: dict[Key, list[Use]] = defaultdict(list)
        """The uses of each name of several words, and of what is one slip away from one."""
        self.slips: list[NameSlip] = []
        self.company: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
        """For each word of a name and each article that names it: the other words of the name there."""
        self.words: dict[str, list[Use]] = defaultdict(list)
        """Every place of each word that is part of a name somewhere."""
        names: set[Key] = set()
        for number, article in enumerate(articles):
            for mention in mentions(article):
                key = key_of(mention.quote)
                for word in key:
                    self.company[word][number].update(other for other in key if other != word)
                if 2 <= len(key) <= _LONGEST:
                    names.add(key)
        self._scan([_read(number, article, spans(article)) for number, article in enumerate(articles)], names)

    def _scan(self, articles: list[_Article], names: set[Key]) -> None:
        """Find every use of the names, and of what differs from one of them by a slip in one word."""
        anchors = {word for name in names for word in name}
        opened: dict[Key, set[str]] = defaultdict(set)
        for name in names:
            for place, word in enumerate(name):
                opened[*name[:place], _OPEN, *name[place + 1 :]].add(word)
        slips: dict[Key, tuple[NameSlip, ...]] = {}
        for article in articles:
            for place, word in enumerate(article.levels):
                if word in self.company:
                    self.words[word].append(_use(article, place, place + 1, (word,)))
            for start, end, key in _windows(article, anchors):
                if key not in slips:
                    slips[key] = tuple(_slips(key, article.flow[start:end], opened))
                if (key in names or slips[key]) and article.joined(start, end):
                    self.uses[key].append(_use(article, start, end, key))
        self.slips = [slip for found in slips.values() for slip in found]
        for wrong, right, kind in _word_slips([word for word in self.company if len(word) >= _LONG_WORD]):
            self.slips.append(NameSlip((wrong,), (right,), 0, kind))
            for word in (wrong, right):
                self.uses[word,] = self.words[word]


def _word_slips(words: list[str]) -> Iterator[tuple[str, str, Apart]]:
    """Pairs of words that are one slip apart, both ways."""
    for wrong, right in sorted(near_pairs(words)):
        kind = apart(right, wrong)
        if kind and is_one_slip(right, wrong):
            yield wrong, right, kind


def _slips(key: Key, words: list[Token], opened: dict[Key, set[str]]) -> Iterator[NameSlip]:
    """The names from which these words differ by one slip in one word."""
    for place, word in enumerate(key):
        if len(word) < _SHORTEST_WORD or times(words[place].folded) >= _COMMON:
            continue
        for right in sorted(opened.get((*key[:place], _OPEN, *key[place + 1 :]), ())):
            kind = apart(right, word)
            if kind:
                yield NameSlip(key, (*key[:place], right, *key[place + 1 :]), place, kind)


def key_of(name: str) -> Key:
    """The words of a name in one house's letters, without «بن»."""
    return tuple(level(token.folded) for token in tokens(name) if token.folded not in _KIN)


def _read(number: int, article: Article, spans: list[tuple[int, int]]) -> _Article:
    words = [word for start, end in spans for word in tokens(article.text, start, end)]
    flow = [word for word in words if word.folded not in _KIN]
    return _Article(number, article.text, flow, [level(word.folded) for word in flow])


def _windows(article: _Article, anchors: set[str]) -> Iterator[tuple[int, int, Key]]:
    """Stretches of two to four words of which all but one are words of names, the first without particles."""
    levels, size = article.levels, len(article.levels)
    known = [word in anchors for word in levels]
    for start in range(size - 1):
        whole = [levels[start]] if known[start] or known[start + 1] else []
        for first in whole if known[start] else [*whole, *_bare(levels[start], anchors)]:
            missing = int(first not in anchors)
            for end in range(start + 2, min(start + _LONGEST, size) + 1):
                missing += not known[end - 1]
                if missing > 1:
                    break
                yield start, end, (first, *levels[start + 1 : end])


def _bare(word: str, anchors: set[str]) -> list[str]:
    """What is a word of a name behind particles."""
    if not word.startswith(_PARTICLES):
        return []
    rests = [word.removeprefix(particle) for particle in _PARTICLES if word.startswith(particle)]
    return [rest for rest in rests if rest in anchors]


def _use(article: _Article, start: int, end: int, key: Key) -> Use:
    words = article.flow[start:end]
    cut = len(level(words[0].folded)) - len(key[0])
    folded = (words[0].folded[cut:] if cut else words[0].folded, *(word.folded for word in words[1:]))
    return Use(article.number, words[0].start + cut, words[-1].end, folded)
