"""Words of a story that may be two forms of one name: what its texts say before any name is read.

To find the names in a text is dear, and the spelling of few of them is in doubt.  A form is corrected by
another one that is one slip away, beside the same word of the name or alone; and two houses differ where one
name is spelt in two ways.  Both show in the words themselves: only sentences with such words need be read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from consistency.languages.arabic.mentions import listed_places
from consistency.languages.arabic.names.letters import clean
from consistency.name_forms import (
    SHORTEST_WORD,
    Apart,
    apart,
    is_one_slip,
    key_of,
    level,
    may_be_apart,
    times,
)
from consistency.near_words import near_places
from consistency.story_names.words import Place, StoryWords

__all__ = [
    "COMMON",
    "ESTABLISHED",
    "KNOWN",
    "LONGEST",
    "TIMES_RARER",
    "Doubts",
    "doubts_of",
    "places_of_lists",
]

KNOWN = 8
"""Times in the lexicon from which on news knows a word."""
COMMON = 1000
"""Times in the lexicon from which on a word is no slip for a name."""
TIMES_RARER = 150
"""How much commoner a word is than one that news knows as well, where it may correct it."""
ESTABLISHED = 2
"""Articles of the story that must write a name right, where news knows both forms."""
LONGEST = 4
"""Words of the longest name that is compared."""
_LONG_WORD = 5
"""Letters of a word that may be told from its slip without another word of the name."""
Beside = tuple[bool, str]
"""Whether a word stands behind another one, and the word in one house's letters."""


@dataclass(frozen=True)
class Doubts:
    """What may be two forms of one name."""

    words: frozenset[str]
    """The words that may be one of two forms beside other words of a name, in one house's letters."""
    places: frozenset[Place]
    """Where a name may stand that has another form: its word that is in doubt."""
    alone: tuple[tuple[str, str, Apart], ...]
    """(wrong, right, what parts them) of words that may be told apart alone if both are of names, sorted."""


def doubts_of(words: StoryWords, story: Callable[[int], frozenset[int]]) -> Doubts:
    """The words of a story that may be two forms of one name.

    :param story: the articles by which an article is corrected, itself included.
    """
    return _Reader(words, story).doubts()


class _Reader:
    def __init__(self, words: StoryWords, story: Callable[[int], frozenset[int]]) -> None:
        self._words = words
        self._story = story
        self._sides: dict[str, frozenset[Beside]] = {}
        self._known: dict[str, tuple[int, int]] = {}

    def doubts(self) -> Doubts:
        styles = dict(self._styles()) if len(self._words.articles) > 1 else {}
        words, places = set(styles), {place for found in styles.values() for place in found}
        near_styles = {face for place in places for face in self._around(place)}
        alone = []
        for wrong, right in self._near(near_styles):
            if wrong not in near_styles and not self._in_one_story(wrong, right):
                continue
            common = self._beside(wrong) & self._beside(right)
            if common and apart(right, wrong):
                words |= {wrong, right}
                places |= set(self._at(right, common))
            if self._tells_alone(wrong, right) and is_one_slip(right, wrong):
                alone.append((wrong, right, apart(right, wrong) or "letter"))
        return Doubts(frozenset(words), frozenset(places), tuple(sorted(alone)))

    def _near(self, near_styles: set[str]) -> Iterator[tuple[str, str]]:
        """(wrong, right) of words one letter apart, of which news or a list of places may tell the right one.

        :param near_styles: words that any other one may correct.
        """
        own = [word for word in self._words.faces if len(word) >= SHORTEST_WORD]
        one, other = near_places(own)
        wrong, right = np.concatenate([one, other]), np.concatenate([other, one])
        least, most = np.zeros((2, len(own)), dtype=np.int64)
        free, listed = np.zeros((2, len(own)), dtype=np.bool_)
        several = len(self._words.articles) >= ESTABLISHED
        for k in np.unique(wrong).tolist():
            least[k], most[k] = self._times(own[k])
            free[k], listed[k] = own[k] in near_styles, several and own[k] in _parts_of_places()
        known = (least[wrong] < KNOWN) | (most[right] >= TIMES_RARER * least[wrong])
        asked = (least[wrong] < COMMON) & (known | free[wrong] | listed[right])
        for a, b in zip(wrong[asked].tolist(), right[asked].tolist(), strict=True):
            if may_be_apart(level(own[a]), level(own[b])):
                yield own[a], own[b]

    def _times(self, word: str) -> tuple[int, int]:
        """How often news writes a word of a name: the rarest of the forms here, and the commonest."""
        if word not in self._known:
            here = self._words.faces[word]
            found = [times(form) for _, form, _ in here]
            found += [times(written) for _, form, written in here if written != form]
            self._known[word] = min(found), max(found)
        return self._known[word]

    def _in_one_story(self, wrong: str, right: str) -> bool:
        """Whether some article may write the one word, and one by which it is corrected the other."""
        if len(self._words.articles) == 1:
            return True
        articles = {article for article, _ in self._words.possible_places(right)}
        return any(
            not self._story(article).isdisjoint(articles)
            for article in {article for article, _ in self._words.possible_places(wrong)}
        )

    def _tells_alone(self, wrong: str, right: str) -> bool:
        """Whether a word that news does not know may be corrected without other words of its name."""
        if min(len(wrong), len(right)) < _LONG_WORD or self._times(wrong)[0] >= KNOWN:
            return False
        articles = {article for article, _ in self._words.places(right)}
        known = self._times(right)[1] >= KNOWN
        return len(articles) >= (1 if known else ESTABLISHED) and bool(self._words.places(wrong))

    def _beside(self, word: str) -> frozenset[Beside]:
        """The words that may belong to one name with a word: they touch it, before it or behind it."""
        if word not in self._sides:
            self._sides[word] = frozenset(
                side
                for place in self._words.possible_places(word)
                for side in self._sides_at(word, place)
                if self._words.joined(place[0], place[1] - (not side[0]))
            )
        return self._sides[word]

    def _sides_at(self, word: str, place: Place) -> Iterator[Beside]:
        """What stands before a word at a place, if no particle does, and what stands behind it."""
        article, number = place
        if number + 1 < len(self._words.flows[article]):
            yield True, self._words.level(article, number + 1)
        if self._words.level(article, number) == word:
            for face in self._words.faces_at(article, number - 1) if number else ():
                yield False, face.level

    def _at(self, word: str, sides: frozenset[Beside]) -> Iterator[Place]:
        """The places where a word may stand beside one of some words."""
        for place in self._words.possible_places(word):
            if not sides.isdisjoint(self._sides_at(word, place)):
                yield place

    def _styles(self) -> Iterator[tuple[str, list[Place]]]:
        """The words that the articles spell in two ways beside the same word, with their places."""
        for word, known in self._words.faces.items():
            forms = {form for _, form, _ in known} if len(known) > 1 else ()
            if len(forms) > 1 and len(set(map(clean, forms))) > 1:
                sides = frozenset(self._spelt_in_two_ways(word))
                if sides:
                    yield word, list(self._at(word, sides))

    def _spelt_in_two_ways(self, word: str) -> Iterator[Beside]:
        """The words beside which a word is spelt in two ways in two articles."""
        spelled: dict[Beside, set[str]] = defaultdict(set)
        articles: dict[Beside, set[int]] = defaultdict(set)
        for place in self._words.possible_places(word):
            own = {clean(face.form) for face in self._words.faces_at(*place) if face.level == word}
            for side in self._sides_at(word, place):
                spelled[side] |= own
                articles[side].add(place[0])
        for side in spelled:
            if len(spelled[side]) > 1 and len(articles[side]) > 1:
                yield side

    def _around(self, place: Place) -> Iterator[str]:
        """The words that may belong to one name with the word at a place."""
        article, number = place
        for near in range(
            max(0, number - LONGEST + 1), min(number + LONGEST, len(self._words.flows[article]))
        ):
            for face in self._words.faces_at(article, near):
                yield face.level


@lru_cache(maxsize=1)
def places_of_lists() -> frozenset[str]:
    """The places that stand in every list, in one house's letters, without spaces."""
    return frozenset("".join(key_of(name)) for name in listed_places())


@lru_cache(maxsize=1)
def _parts_of_places() -> frozenset[str]:
    """Whatever may be a word in the name of a listed place, which the lists may write as one."""
    return frozenset(
        name[start:end]
        for name in places_of_lists()
        for start in range(len(name))
        for end in range(start + SHORTEST_WORD, len(name) + 1)
    )
