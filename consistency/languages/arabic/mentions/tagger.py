"""A linear-chain model over words: the best sequence of tags, by weights read from a data file."""

from __future__ import annotations

import json
import lzma
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from consistency.languages.arabic.mentions.features import (
    FIRST,
    GAPS,
    Word,
    gap_of,
    is_place,
    of_pair,
    of_word,
)

__all__ = ["Tagger", "spans", "tagged_spans"]

_NEVER = -1e6
_UNSEEN = -4.0
"""The weight of a move between tags that the training text does not hold."""
_WORDS = 100_000
"""Words whose scores are kept."""
Floats = npt.NDArray[np.float64]


class Tagger:
    """Tags words as the beginning or inside of a person, a place or a body, or as outside of names."""

    def __init__(self, data: dict[str, Any]) -> None:
        """Take the weights in the form of the data file."""
        self._tags: list[str] = data["tags"]
        number = {tag: k for k, tag in enumerate(self._tags)}
        self._table = np.zeros((len(data["states"]), len(number)))
        self._rows: dict[int, dict[str, int]] = {gap: {} for gap in GAPS}
        """For each distance the row of the table that holds the weights of what is told."""
        for row, (name, weights) in enumerate(data["states"].items()):
            gap, told = gap_of(name)
            self._rows[gap][told] = row
            for tag, weight in weights.items():
                self._table[row, number[tag]] = weight
        self._moves = np.full((len(number), len(number)), _UNSEEN)
        for pair, weight in data["moves"].items():
            a, b = pair.split(" ")
            self._moves[number[a], number[b]] = weight
        for tag, k in number.items():
            for other, j in number.items():
                if tag.startswith("I-") and other[2:] != tag[2:]:
                    self._moves[j, k] = _NEVER
        self._inside = np.array([_NEVER * tag.startswith("I-") for tag in self._tags])
        self._told = lru_cache(maxsize=_WORDS)(self._told_by)

    @staticmethod
    @lru_cache(maxsize=1)
    def shipped() -> Tagger:
        """The tagger with the shipped weights."""
        packed = files("consistency.languages.arabic.mentions").joinpath("weights.json.xz").read_bytes()
        return Tagger(json.loads(lzma.decompress(packed)))

    def tag(self, words: list[Word]) -> list[str]:
        """The tag of each word."""
        return self.tag_all([words])[0]

    def tag_all(self, sentences: list[list[Word]]) -> list[list[str]]:
        """The tags of each word of several sentences, which are decoded side by side."""
        order = sorted(range(len(sentences)), key=lambda k: -len(sentences[k]))
        paths = self._best([self._scores(sentences[k]) for k in order if sentences[k]])
        found: list[list[str]] = [[] for _ in sentences]
        for k, path in zip(order, paths, strict=False):
            tags = [self._tags[number] for number in path]
            found[k] = [_parted(tag, word) for tag, word in zip(tags, sentences[k], strict=True)]
        return found

    def _scores(self, words: list[Word]) -> Floats:
        """The score of each tag at each word, (words, tags)."""
        told = np.stack([self._told(word.folded) for word in words])
        scores = np.zeros((len(words), len(self._tags)))
        for row, gap in enumerate(GAPS):
            here, there = slice(max(0, -gap), len(words) - max(0, gap)), slice(max(0, gap), None)
            near = told[there, row] if gap >= 0 else told[: len(words) + gap, row]
            scores[here] += near
        scores[0] += self._inside
        own = self._rows[0]
        pairs = [of_pair(a.folded, b.folded) for a, b in pairwise(words)]
        for k, name in enumerate([FIRST, *pairs]):
            if name in own:
                scores[k] += self._table[own[name]]
        return scores

    def _told_by(self, folded: str) -> Floats:
        """What a word adds to the scores of the words around it, (gaps, tags)."""
        scores = np.zeros((len(GAPS), len(self._tags)))
        for place, gap in enumerate(GAPS):
            rows = self._rows[gap]
            found = [rows[name] for name in of_word(folded, gap) if name in rows]
            scores[place] = self._table[np.array(found, dtype=np.int64)].sum(axis=0)
        return scores

    def _best(self, sentences: list[Floats]) -> list[list[int]]:
        """The best path through each sentence (Viterbi 1967); the longest sentence comes first."""
        if not sentences:
            return []
        sizes = np.array([len(scores) for scores in sentences])
        padded = np.zeros((int(sizes[0]), len(sentences), len(self._tags)))
        for k, scores in enumerate(sentences):
            padded[: len(scores), k] = scores
        best, back = padded[0], np.zeros(padded.shape, dtype=np.int64)
        for step in range(1, len(padded)):
            live = int(np.searchsorted(-sizes, -step, side="left"))
            ways = best[:live, :, None] + self._moves
            back[step, :live] = ways.argmax(axis=1)
            best[:live] = ways.max(axis=1) + padded[step, :live]
        paths = []
        for k, size in enumerate(sizes):
            path = [int(best[k].argmax())]
            for step in range(int(size) - 1, 0, -1):
                path.append(int(back[step, k, path[-1]]))
            paths.append(path[::-1])
        return paths


def _parted(tag: str, word: Word) -> str:
    """A place that runs on from a person is a name of its own: «فلان باريس»."""
    return "B-place" if tag == "I-person" and is_place(word.folded) else tag


def tagged_spans(tags: list[str]) -> list[tuple[int, int, str]]:
    """(begin, end, kind) of each tagged name, as indexes into the words, end exclusive."""
    found: list[tuple[int, int, str]] = []
    for place, tag in enumerate(tags):
        if tag.startswith("B-"):
            found.append((place, place + 1, tag[2:]))
        elif tag.startswith("I-") and found:
            found[-1] = (found[-1][0], place + 1, found[-1][2])
    return found


def spans(words: list[Word], tags: list[str]) -> list[tuple[int, int, str]]:
    """(start, end, kind) of each tagged name in code points, from its first word to its last."""
    return [(words[begin].start, words[end - 1].end, kind) for begin, end, kind in tagged_spans(tags)]
