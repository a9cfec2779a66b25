"""A linear-chain model over words: the best sequence of tags, by weights read from a data file."""

from __future__ import annotations

import json
import lzma
from functools import lru_cache
from importlib.resources import files
from typing import Any

from consistency.languages.arabic.mentions.features import Word, features, is_place

__all__ = ["Tagger", "spans"]


class Tagger:
    """Tags words as the beginning or inside of a person, a place or a body, or as outside of names."""

    def __init__(self, data: dict[str, Any]) -> None:
        """Take the weights in the form of the data file."""
        self._tags: list[str] = data["tags"]
        number = {tag: k for k, tag in enumerate(self._tags)}
        self._states = {
            name: [(number[tag], float(weight)) for tag, weight in weights.items()]
            for name, weights in data["states"].items()
        }
        self._moves = [[-4.0] * len(number) for _ in number]
        for pair, weight in data["moves"].items():
            a, b = pair.split(" ")
            self._moves[number[b]][number[a]] = float(weight)
        for tag, k in number.items():
            for other, j in number.items():
                if tag.startswith("I-") and other[2:] != tag[2:]:
                    self._moves[k][j] = -1e6

    @staticmethod
    @lru_cache(maxsize=1)
    def shipped() -> Tagger:
        """The tagger with the shipped weights."""
        packed = files("consistency.languages.arabic.mentions").joinpath("weights.json.xz").read_bytes()
        return Tagger(json.loads(lzma.decompress(packed)))

    def tag(self, words: list[Word]) -> list[str]:
        """The tag of each word."""
        if not words:
            return []
        rows = [self._score(told) for told in features(words)]
        rows[0] = [s - 1e6 * tag.startswith("I-") for s, tag in zip(rows[0], self._tags, strict=True)]
        best, back = rows[0], []
        for row in rows[1:]:
            ways = [[score + move for score, move in zip(best, moves, strict=True)] for moves in self._moves]
            came = [max(range(len(way)), key=way.__getitem__) for way in ways]
            back.append(came)
            best = [way[k] + own for way, k, own in zip(ways, came, row, strict=True)]
        path = [max(range(len(best)), key=best.__getitem__)]
        for came in reversed(back):
            path.append(came[path[-1]])
        tags = [self._tags[k] for k in reversed(path)]
        return [_parted(tag, word) for tag, word in zip(tags, words, strict=True)]

    def _score(self, told: list[str]) -> list[float]:
        scores = [0.0] * len(self._tags)
        for name in told:
            for tag, weight in self._states.get(name, ()):
                scores[tag] += weight
        return scores


def _parted(tag: str, word: Word) -> str:
    """A place that runs on from a person is a name of its own: «فلان باريس»."""
    return "B-place" if tag == "I-person" and is_place(word.folded) else tag


def spans(words: list[Word], tags: list[str]) -> list[tuple[int, int, str]]:
    """(start, end, kind) of each tagged name in code points, from its first word to its last."""
    found: list[tuple[int, int, str]] = []
    for word, tag in zip(words, tags, strict=True):
        if tag.startswith("B-"):
            found.append((word.start, word.end, tag[2:]))
        elif tag.startswith("I-") and found:
            found[-1] = (found[-1][0], word.end, found[-1][2])
    return found
