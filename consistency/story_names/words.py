"""The words of a story in which names may stand, and where they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from consistency.languages.arabic.normalise import Token, tokens
from consistency.model import Article
from consistency.name_forms import KIN, Face, all_faces, faces, level

__all__ = ["Place", "StoryWords"]

Place = tuple[int, int]
"""An article, and which of its words: both by their index."""

_BETWEEN = frozenset(("", *KIN))


class StoryWords:
    """The words of all articles, «بن» left out, and what each may be as a word of a name."""

    def __init__(
        self, articles: Sequence[Article], spans: Callable[[Article], list[tuple[int, int]]]
    ) -> None:
        """Read the words.

        :param spans: the parts of an article in which names are checked, in order.
        """
        self.articles = articles
        self.flows: list[list[Token]] = [
            [
                word
                for start, end in spans(article)
                for word in tokens(article.text, start, end)
                if word.folded not in KIN
            ]
            for article in articles
        ]
        """The words of each article, in order."""

    @cached_property
    def _places(self) -> dict[str, list[Place]]:
        """The places of each folded word."""
        found: dict[str, list[Place]] = defaultdict(list)
        for article, flow in enumerate(self.flows):
            for number, word in enumerate(flow):
                found[word.folded].append((article, number))
        return found

    @cached_property
    def faces(self) -> dict[str, list[Face]]:
        """For each word of a name that may stand in the story: the words that may be it."""
        found: dict[str, list[Face]] = defaultdict(list)
        for face in all_faces(dict.fromkeys([word.folded for flow in self.flows for word in flow])):
            found[face[0]].append(face)
        return found

    def places(self, word: str) -> list[Place]:
        """Where a word in one house's letters stands as it is, in order."""
        return self._all({face.word for face in self.faces.get(word, ()) if face.form == face.word})

    def possible_places(self, word: str) -> list[Place]:
        """Where a word in one house's letters may stand, particles before it or not, in order."""
        return self._all({face.word for face in self.faces.get(word, ())})

    def _all(self, written: set[str]) -> list[Place]:
        places = [place for folded in written for place in self._places[folded]]
        return sorted(places) if len(written) > 1 else places

    def level(self, article: int, number: int) -> str:
        """The word at a place in one house's letters."""
        return level(self.flows[article][number].folded)

    def joined(self, article: int, number: int) -> bool:
        """Whether nothing but spaces and «بن» stands between a word and the next."""
        flow = self.flows[article]
        between = self.articles[article].text[flow[number].end : flow[number + 1].start]
        return between == " " or between.strip(" \u00a0-") in _BETWEEN

    def faces_at(self, article: int, number: int) -> tuple[Face, ...]:
        """What the word at a place may be."""
        return faces(self.flows[article][number].folded)

    def spans(self, places: Iterable[Place]) -> dict[int, list[tuple[int, int]]]:
        """The raw spans of words at some places, by article."""
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for article, number in places:
            word = self.flows[article][number]
            found[article].append((word.start, word.end))
        return found
