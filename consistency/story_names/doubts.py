"""Words of a story that may be two forms of one name: what its texts say before any name is read.

To find the names in a text is dear, and the spelling of few of them is in doubt.  A form is corrected by
another one that is one slip away, beside the same word of the name or alone; and two houses differ where one
name is spelt in two ways.  Both show in the words themselves: only sentences with such words need be read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from consistency.languages.arabic.mentions import listed_places
from consistency.name_forms import SHORTEST_WORD, Apart, apart, is_one_slip, key_of, may_be_apart, times
from consistency.story_names.near import alike_levels, in_one_story
from consistency.story_names.words import Numbers, Place, StoryWords

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
Beside = int
"""A level that stands behind a word, by its number, or ``~number`` of one that stands before it."""


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
    """Levels are words in one house's letters, by their number in the story."""

    def __init__(self, words: StoryWords, story: Callable[[int], frozenset[int]]) -> None:
        self._words = words
        self._story = story
        self._touch: dict[int, set[Beside]] = {}
        self._least = np.full(len(words.levels), np.iinfo(np.int64).max)
        self._most = np.zeros(len(words.levels), dtype=np.int64)

    def doubts(self) -> Doubts:
        styles = dict(self._styles()) if len(self._words.articles) > 1 else {}
        words, places = set(styles), {place for found in styles.values() for place in found}
        near_styles = {level for place in places for level in self._around(place)}
        alone = []
        for wrong, right in self._near(near_styles):
            one, other = self._words.levels[wrong], self._words.levels[right]
            common = self._beside_both(wrong, right)
            if common and wrong not in near_styles:
                common = self._in_story(wrong, right, common)
            if common and apart(other, one):
                words |= {wrong, right}
                places |= set(self._at(right, common, self._words.places_of_level(right).tolist()))
            if self._tells_alone(wrong, right) and is_one_slip(other, one):
                alone.append((one, other, apart(other, one) or "letter"))
        in_doubt = frozenset(self._words.levels[level] for level in words)
        return Doubts(in_doubt, frozenset(places), tuple(sorted(alone)))

    def _near(self, near_styles: set[int]) -> Iterator[tuple[int, int]]:
        """(wrong, right) of levels one letter apart, where news or a list of places may tell the right one.

        :param near_styles: levels that any other one may correct, whatever its article.
        """
        levels, compared = self._words.levels, self._words.compared
        one, other = alike_levels(self._words)
        wrong, right = np.concatenate([one, other]), np.concatenate([other, one])
        free = np.zeros(len(levels), dtype=np.bool_)
        free[list(near_styles)] = True
        asked = free[wrong] | np.tile(in_one_story(self._words, self._story, one, other), 2)
        wrong, right = wrong[asked], right[asked]
        self._count(np.concatenate([wrong, right]))
        least, most = self._least, self._most
        rare = least[wrong] < COMMON
        wrong, right = wrong[rare], right[rare]
        told = (least[wrong] < KNOWN) | (most[right] >= TIMES_RARER * least[wrong]) | free[wrong]
        if len(self._words.articles) >= ESTABLISHED:
            in_place = map(_parts_of_places().__contains__, map(levels.__getitem__, right.tolist()))
            told |= np.fromiter(in_place, np.bool_, count=len(right))
        for a, b in zip(wrong[told].tolist(), right[told].tolist(), strict=True):
            if may_be_apart(levels[b], levels[a], compared[b], compared[a]):
                yield a, b

    def _count(self, asked: Numbers) -> None:
        """Count how often news writes some levels: the rarest of the forms here, and the commonest."""
        wanted = np.zeros(len(self._words.levels), dtype=np.bool_)
        wanted[asked] = True
        faces = np.flatnonzero(wanted[self._words.face_levels])
        behind = faces[faces >= self._words.count]
        _, _, forms, words = self._words.faces
        for column, asked_of in ((forms, faces), (words, behind)):
            levels = self._words.face_levels[asked_of]
            seen = np.fromiter(map(times, map(column.__getitem__, asked_of.tolist())), np.int64)
            np.minimum.at(self._least, levels, seen)
            np.maximum.at(self._most, levels, seen)

    def _tells_alone(self, wrong: int, right: int) -> bool:
        """Whether a word that news does not know may be corrected without other words of its name."""
        one, other = self._words.levels[wrong], self._words.levels[right]
        if min(len(one), len(other)) < _LONG_WORD or self._least[wrong] >= KNOWN:
            return False
        if not (self._words.is_whole[wrong] and self._words.is_whole[right]):
            return False
        if self._most[right] >= KNOWN:
            return True
        return len({self._words.article(place) for place in self._words.places(other)}) >= ESTABLISHED

    def _beside_both(self, wrong: int, right: int) -> set[Beside]:
        """The words that may belong to one name with the one word, and to one with the other."""
        both = self._touching(wrong) & self._touching(right)
        for level in (wrong, right) if both else ():
            both &= {
                side
                for place in self._words.places_of_level(level).tolist()
                for side in self._sides_at(level, place)
                if side in both and self._words.joined(place - (side < 0))
            }
        return both

    def _in_story(self, wrong: int, right: int, sides: set[Beside]) -> set[Beside]:
        """Those of some words beside which an article writes the one, and one that corrects it the other."""
        if len(self._words.articles) == 1:
            return sides
        mine, theirs = self._articles_beside(wrong, sides), self._articles_beside(right, sides)
        return {
            side
            for side in sides
            if any(not theirs[side].isdisjoint(self._story(article)) for article in mine[side])
        }

    def _articles_beside(self, level: int, sides: set[Beside]) -> dict[Beside, set[int]]:
        """The articles in which a word may stand beside each of some words."""
        found: dict[Beside, set[int]] = defaultdict(set)
        for place in self._words.places_of_level(level).tolist():
            for side in sides.intersection(self._sides_at(level, place)):
                found[side].add(self._words.article(place))
        return found

    def _touching(self, level: int) -> set[Beside]:
        """The words that stand before a word or behind it."""
        if level not in self._touch:
            places = self._words.places_of_level(level).tolist()
            self._touch[level] = {side for place in places for side in self._sides_at(level, place)}
        return self._touch[level]

    def _sides_at(self, level: int, place: Place) -> list[Beside]:
        """What stands before a word at a place, if no particle does, and what stands behind it."""
        words, wholes = self._words.numbers, self._words.wholes
        found = (
            [~before for before in self._words.levels_at(place - 1)] if wholes[words[place]] == level else []
        )
        if words[place + 1]:
            found.append(wholes[words[place + 1]])
        return found

    def _at(self, level: int, sides: set[Beside], places: Sequence[Place]) -> Iterator[Place]:
        """Those of some places of a word where it may stand beside one of some words."""
        words, wholes = self._words.numbers, self._words.wholes
        before = {word for side in sides if side < 0 for word in self._words.words_of_level(~side)}
        for place in places:
            near = words[place - 1] in before or wholes[words[place + 1]] in sides
            if near and not sides.isdisjoint(self._sides_at(level, place)):
                yield place

    def _styles(self) -> Iterator[tuple[int, list[Place]]]:
        """The words that the articles spell in two ways beside the same word, with their places."""
        levels, cleaned, *_ = self._words.faces
        last = dict(zip(levels, cleaned, strict=True))
        for word in {word for word, letters in zip(levels, cleaned, strict=True) if last[word] != letters}:
            level = self._words.level_number[word]
            sides = set(self._spelt_in_two_ways(level))
            if sides:
                yield level, list(self._at(level, sides, self._words.places_of_level(level).tolist()))

    def _spelt_in_two_ways(self, level: int) -> Iterator[Beside]:
        """The words beside which a word is spelt in two ways in two articles."""
        places: dict[str, list[Place]] = defaultdict(list)
        for letters, word in self._words.spellings(level):
            places[letters] += self._words.places_of_word(word).tolist()
        usual = max(places, key=lambda letters: len(places[letters]))
        asked: set[Beside] = set()
        for letters in places.keys() - {usual}:
            asked.update(side for place in places[letters] for side in self._sides_at(level, place))
        places[usual] = list(self._at(level, asked, places[usual]))
        spelled: dict[Beside, set[str]] = defaultdict(set)
        articles: dict[Beside, set[int]] = defaultdict(set)
        for letters, own in places.items():
            for place in own:
                for side in asked.intersection(self._sides_at(level, place)):
                    spelled[side].add(letters)
                    articles[side].add(self._words.article(place))
        for side in spelled:
            if len(spelled[side]) > 1 and len(articles[side]) > 1:
                yield side

    def _around(self, place: Place) -> Iterator[int]:
        """The words that may belong to one name with the word at a place."""
        for steps in (range(LONGEST), range(0, -LONGEST, -1)):
            for step in steps:
                levels = self._words.levels_at(place + step)
                if not levels:
                    break
                yield from levels


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
