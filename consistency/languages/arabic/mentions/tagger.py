"""A linear-chain model over words: the best sequence of tags, by weights read from a data file."""

from __future__ import annotations

import json
import lzma
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise, repeat
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
_WORDS = 2**16
"""Words whose scores are kept."""
_REACH = max(GAPS)
_HERE = GAPS.index(0)
Floats = npt.NDArray[np.float64]


class Tagger:
    """Tags words as the beginning or inside of a person, a place or a body, or as outside of names."""

    def __init__(self, data: dict[str, Any]) -> None:
        """Take the weights in the form of the data file."""
        self._tags: list[str] = data["tags"]
        number = {tag: k for k, tag in enumerate(self._tags)}
        told = [(*gap_of(name), weights) for name, weights in data["states"].items()]
        self._rows = {name: row for row, name in enumerate(dict.fromkeys(name for _, name, _ in told))}
        """The row of the table that holds the weights of what is told."""
        self._table = np.zeros((len(self._rows), len(GAPS), len(number)))
        for gap, name, weights in told:
            for tag, weight in weights.items():
                self._table[self._rows[name], GAPS.index(gap), number[tag]] = weight
        self._moves = np.full((len(number), len(number)), _UNSEEN)
        for pair, weight in data["moves"].items():
            a, b = pair.split(" ")
            self._moves[number[a], number[b]] = weight
        for tag, k in number.items():
            for other, j in number.items():
                if tag.startswith("I-") and other[2:] != tag[2:]:
                    self._moves[j, k] = _NEVER
        self._moves_back = np.ascontiguousarray(self._moves.T)
        self._inside = np.array([_NEVER * tag.startswith("I-") for tag in self._tags])
        pairs = (name.removeprefix("pair=") for name in self._rows if name.startswith("pair="))
        self._heads = {pair.partition("|")[0] or "|" for pair in pairs}
        """The words that tell something together with some word behind them."""
        self._nothing = np.zeros(len(GAPS) * len(number))
        self._flat = np.vstack([self._table.reshape(len(self._table), -1), self._nothing])
        """The rows of the table, and one of nothing behind them."""
        self._told: dict[str, Floats] = {}

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
        order = sorted((k for k, words in enumerate(sentences) if words), key=lambda k: -len(sentences[k]))
        paths = self._best(self._scores([sentences[k] for k in order])) if order else []
        found: list[list[str]] = [[] for _ in sentences]
        for k, path in zip(order, paths, strict=True):
            tags = [self._tags[number] for number in path]
            found[k] = [_parted(tag, word) for tag, word in zip(tags, sentences[k], strict=True)]
        return found

    def _scores(self, sentences: list[list[Word]]) -> list[Floats]:
        """The score of each tag at each word of each sentence, (words, tags)."""
        told_by = self._told_by({word.folded for words in sentences for word in words})
        apart = [self._nothing] * _REACH
        told, starts = list(apart), []
        for words in sentences:
            starts.append(len(told))
            told += [told_by[word.folded] for word in words]
            told += apart
        rows = np.concatenate(told).reshape(-1, len(GAPS), len(self._tags))
        size = len(rows) - 2 * _REACH
        scores = np.zeros((size, len(self._tags)))
        for place, gap in enumerate(GAPS):
            scores += rows[_REACH + gap : _REACH + gap + size, place]
        found = [scores[at - _REACH : at - _REACH + len(s)] for at, s in zip(starts, sentences, strict=True)]
        for words, own in zip(sentences, found, strict=True):
            own[0] += self._inside
            self._add_pairs(words, own)
        return found

    def _add_pairs(self, words: list[Word], scores: Floats) -> None:
        """Add what a word tells as the first, or together with the word before it."""
        if FIRST in self._rows:
            scores[0] += self._table[self._rows[FIRST], _HERE]
        heads = self._heads
        for k, (before, word) in enumerate(pairwise(words), start=1):
            if before.folded in heads and (name := of_pair(before.folded, word.folded)) in self._rows:
                scores[k] += self._table[self._rows[name], _HERE]

    def _told_by(self, words: set[str]) -> dict[str, Floats]:
        """What each of some words, and of others, adds to the scores of the words around it, (gaps * tags).

        Those met for the first time are summed side by side.
        """
        if len(self._told) >= _WORDS:
            self._told = {}
        new = list(words.difference(self._told))
        if new:
            nothing = len(self._rows)
            rows = [list(map(self._rows.get, of_word(word), repeat(nothing))) for word in new]
            most = max(map(len, rows))
            padded = [own + [nothing] * (most - len(own)) for own in rows]
            told = np.add.reduce(self._flat.take(padded, axis=0), axis=1)
            self._told.update(zip(new, told, strict=True))
        return self._told

    def _best(self, sentences: list[Floats]) -> list[list[int]]:
        """The best path through each sentence (Viterbi 1967); the longest sentence comes first."""
        sizes = [len(scores) for scores in sentences]
        best = np.zeros((sizes[0], len(sentences), len(self._tags)))
        for k, scores in enumerate(sentences):
            best[: len(scores), k] = scores
        ways = np.empty((len(self._tags), len(sentences), len(self._tags)))
        moves, live = self._moves[:, None], len(sentences)
        for step in range(1, len(best)):
            while sizes[live - 1] <= step:
                live -= 1
            np.add(best[step - 1, :live].T[:, :, None], moves, out=ways[:, :live])
            best[step, :live] += np.maximum.reduce(ways[:, :live], axis=0)
        return [self._path(best[:size, k]) for k, size in enumerate(sizes)]

    def _path(self, best: Floats) -> list[int]:
        """The tags of the best path, back from its end, by the best score up to each word and tag."""
        back = (best[:-1, None] + self._moves_back).argmax(axis=2).tolist()
        path = [int(best[-1].argmax())]
        for before in reversed(back):
            path.append(before[path[-1]])
        return path[::-1]


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
