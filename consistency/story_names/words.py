"""The words of a story in which names may stand, and where they stand."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import compress
from operator import is_not

import numpy as np
import numpy.typing as npt

from consistency.languages.arabic.names.known import spelt_in_many_ways
from consistency.languages.arabic.names.letters import SPACE
from consistency.languages.arabic.normalise import Token, words_of
from consistency.model import Article
from consistency.name_forms import KIN, Faces, faces_of, level

__all__ = ["Numbers", "Place", "StoryWords"]

Place = int
"""Which word of the story: those of all articles in a row, one between two articles that is none."""
Numbers = npt.NDArray[np.int64]
_NOTHING = Token(0, 0, "\n", "\n")
"""Stands before the first word of each article, and behind the last word of all; no word is like it."""
_BETWEEN = frozenset(("", *KIN))


class StoryWords:
    """The words of all articles, «بن» left out, and what each may be as a word of a name.

    Words are numbered, and so are words in one house's letters (levels): what is asked of all of them is
    asked of arrays.
    """

    def __init__(
        self, articles: Sequence[Article], spans: Callable[[Article], list[tuple[int, int]]]
    ) -> None:
        """Read the words.

        :param spans: the parts of an article in which names are checked, in order.
        """
        self.articles = articles
        self.tokens: list[Token] = []
        """The words of all articles in a row."""
        self._folded: list[str] = []
        self._starts: list[Place] = []
        for article in articles:
            self._starts.append(len(self.tokens))
            self._add(article.text, spans(article))
        self._add("", [])
        self._written = list(dict.fromkeys(self._folded))
        """The different words; the first is none."""
        self._number = {word: number for number, word in enumerate(self._written)}
        self.count = len(self._written) - 1
        """How many different words there are; so many faces are words as they stand, and come first."""
        self.numbers: list[int] = list(map(self._number.__getitem__, self._folded))
        """The number of the word at each place, 0 where none stands."""
        self.words: Numbers = np.array(self.numbers, dtype=np.int64)
        """The same as an array."""

    def _add(self, text: str, spans: list[tuple[int, int]]) -> None:
        tokens, folded = [_NOTHING], [_NOTHING.folded]
        for start, end in spans:
            words = words_of(text, start, end)
            tokens += words.tokens
            folded += words.folded
        if not KIN.isdisjoint(folded):
            kept = [word not in KIN for word in folded]
            tokens, folded = list(compress(tokens, kept)), list(compress(folded, kept))
        self.tokens += tokens
        self._folded += folded

    @cached_property
    def faces(self) -> Faces:
        """What each word of the story may be as a word of a name."""
        return faces_of(self._written[1:])

    @cached_property
    def levels(self) -> list[str]:
        """The words of names that may stand in the story, in one house's letters."""
        return list(dict.fromkeys(self.faces.levels))

    @cached_property
    def compared(self) -> list[str]:
        """The same as they are compared: a particle may leave another spelling of a listed name."""
        listed = spelt_in_many_ways()
        return [level(word) if word in listed or SPACE in word else word for word in self.levels]

    @cached_property
    def is_changed(self) -> npt.NDArray[np.bool_]:
        """Whether each is compared in other letters, (n_levels,)."""
        return np.fromiter(map(is_not, self.compared, self.levels), np.bool_, count=len(self.levels))

    @cached_property
    def level_number(self) -> dict[str, int]:
        """The place of each in ``levels``."""
        return {level: number for number, level in enumerate(self.levels)}

    @cached_property
    def face_levels(self) -> Numbers:
        """The number of each face's level, (n_faces,)."""
        levels = self.faces.levels
        return np.fromiter(map(self.level_number.__getitem__, levels), dtype=np.int64, count=len(levels))

    @cached_property
    def face_words(self) -> Numbers:
        """The number of each face's word, (n_faces,)."""
        words = self.faces.words
        return np.fromiter(map(self._number.__getitem__, words), dtype=np.int64, count=len(words))

    @cached_property
    def wholes(self) -> list[int]:
        """The number of the level of each word as it stands, -1 for none."""
        return [-1, *self.face_levels[: self.count].tolist()]

    @cached_property
    def is_whole(self) -> npt.NDArray[np.bool_]:
        """Whether some word is a level as it stands, (n_levels,)."""
        found = np.zeros(len(self.levels), dtype=np.bool_)
        found[self.wholes[1:]] = True
        return found

    @cached_property
    def _behind(self) -> dict[int, list[int]]:
        """The levels of what particles leave of words, by the numbers of both."""
        found: dict[int, list[int]] = defaultdict(list)
        behind = self.face_words[self.count :].tolist(), self.face_levels[self.count :].tolist()
        for word, number in zip(*behind, strict=True):
            found[word].append(number)
        return dict(found)

    @cached_property
    def _by_word(self) -> tuple[Numbers, list[int]]:
        """All places, sorted by word, and where those of each word begin."""
        small = self.words.astype(np.min_scalar_type(len(self._written)))  # sorted by their digits
        bounds = np.cumsum(np.bincount(self.words, minlength=len(self._written)))
        return np.argsort(small, kind="stable"), [0, *bounds.tolist()]

    @cached_property
    def by_level(self) -> tuple[Numbers, Numbers]:
        """All faces, sorted by level, and where those of each level begin, (n_levels + 1,)."""
        small = self.face_levels.astype(np.min_scalar_type(len(self.levels)))
        bounds = np.zeros(len(self.levels) + 1, dtype=np.int64)
        np.cumsum(np.bincount(self.face_levels, minlength=len(self.levels)), out=bounds[1:])
        return np.argsort(small, kind="stable"), bounds

    def _faces_of_level(self, level: int) -> Numbers:
        faces, bounds = self.by_level
        return faces[bounds[level] : bounds[level + 1]]

    def words_of_level(self, level: int) -> set[int]:
        """The words that may be a level."""
        return set(self.face_words[self._faces_of_level(level)].tolist())

    def spellings(self, level: int) -> set[tuple[str, int]]:
        """The cleaned letters of what may be a level, and the words by their numbers."""
        faces = self._faces_of_level(level).tolist()
        return {(self.faces.cleaned[face], int(self.face_words[face])) for face in faces}

    def places_of_word(self, word: int) -> Numbers:
        """Where a word stands, in order."""
        places, bounds = self._by_word
        return places[bounds[word] : bounds[word + 1]]

    def places_of_level(self, level: int) -> Numbers:
        """Where a level may stand, particles before it or not, in order."""
        found = [self.places_of_word(word) for word in self.words_of_level(level)]
        return found[0] if len(found) == 1 else np.sort(np.concatenate(found))

    def possible_places(self, word: str) -> list[Place]:
        """Where a word in one house's letters may stand, particles before it or not, in order."""
        number = self.level_number.get(word)
        return [] if number is None else self.places_of_level(number).tolist()

    def places(self, word: str) -> list[Place]:
        """Where a word in one house's letters stands as it is, in order."""
        number = self.level_number.get(word)
        possible = self.possible_places(word)
        return [place for place in possible if self.wholes[self.numbers[place]] == number]

    @cached_property
    def article_numbers(self) -> Numbers:
        """The article of each place; of the one behind all words the last."""
        sizes = np.diff([*self._starts, len(self.tokens)])
        return np.repeat(np.arange(len(sizes)), sizes)

    def article(self, place: Place) -> int:
        """The article in which a word stands."""
        return bisect_right(self._starts, place) - 1

    def level(self, place: Place) -> str:
        """The word at a place in one house's letters."""
        return self.levels[self.wholes[self.numbers[place]]]

    def following(self, place: Place, most: int) -> list[str]:
        """The words from a place on in one house's letters, no more than so many and of one article."""
        found = []
        for word in self.numbers[place : place + most]:
            if not word:
                break
            found.append(self.levels[self.wholes[word]])
        return found

    def levels_at(self, place: Place) -> list[int]:
        """The levels that the word at a place may be; none where none stands."""
        word = self.numbers[place]
        return [self.wholes[word], *self._behind.get(word, ())] if word else []

    def joined(self, place: Place) -> bool:
        """Whether nothing but spaces and «بن» stands between a word and the next."""
        text = self.articles[self.article(place)].text
        between = text[self.tokens[place].end : self.tokens[place + 1].start]
        return between == " " or between.strip(" \u00a0-") in _BETWEEN

    def spans(self, places: Iterable[Place]) -> dict[int, list[tuple[int, int]]]:
        """The raw spans of words at some places, by article."""
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for place in places:
            word = self.tokens[place]
            found[self.article(place)].append((word.start, word.end))
        return found
