"""Words of names of which one may be a slip for the other, by their letters and by their articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from consistency.languages.arabic.names.kinds import exchanges
from consistency.name_forms import SHORTEST_WORD
from consistency.near_words import near_places
from consistency.story_names.words import Numbers, StoryWords

__all__ = ["alike_levels", "in_one_story"]

Flags = npt.NDArray[np.bool_]
Bits = npt.NDArray[np.uint8]


def alike_levels(words: StoryWords) -> tuple[Numbers, Numbers]:
    """The pairs of levels that ``may_be_apart``, and some others, by their numbers, (n_pairs,) each.

    All that is asked of a pair costs more than to see that its letters make two words.
    """
    sizes = np.fromiter(map(len, words.levels), dtype=np.int64, count=len(words.levels))
    long = np.flatnonzero(sizes >= SHORTEST_WORD)
    compared = [words.compared[number] for number in long.tolist()]
    one, other = near_places(compared)
    likely = _may_be_exchanged(compared, one, other)
    one, other = long[one], long[other]
    likely |= words.is_changed[one] | words.is_changed[other]
    return one[likely], other[likely]


def _may_be_exchanged(words: Sequence[str], one: Numbers, other: Numbers) -> Flags:
    """Whether two near words may be one: no letter that parts them makes another word, (n_pairs,).

    Where one letter is exchanged, the difference of both words' sums tells which for which.
    """
    sizes = np.fromiter(map(len, words), dtype=np.int64, count=len(words))
    sums = np.zeros(sizes.sum() + 1, dtype=np.uint64)
    np.cumsum(_cubes("".join(words)), out=sums[1:])
    sums = np.diff(sums[np.cumsum(np.concatenate([[0], sizes]))])
    apart = (sums[one] - sums[other]).astype(np.uint16)
    found: Flags = (sizes[one] != sizes[other]) | _exchanged()[apart]
    return found


def _cubes(text: str) -> npt.NDArray[np.uint64]:
    """The cube of each code point: of hardly any two letters it differs by as much as of two others."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return codes.astype(np.uint64) ** 3


@lru_cache(maxsize=1)
def _exchanged() -> Flags:
    """Whether letters that may be exchanged, or none, differ by these low bits of their cubes, (2**16,)."""
    ones, others = zip(*exchanges(), strict=True)
    found = np.zeros(2**16, dtype=np.bool_)
    found[(_cubes("".join(ones)) - _cubes("".join(others))).astype(np.uint16)] = True
    found[0] = True
    return found


def in_one_story(
    words: StoryWords, story: Callable[[int], frozenset[int]], one: Numbers, other: Numbers
) -> Flags:
    """Whether some article may write the one word, and one by which it is corrected the other, (n_pairs,).

    :param story: the articles by which an article is corrected, itself included; of two each or neither.
    :param one: levels by their numbers, (n_pairs,), and ``other`` likewise.
    """
    if len(words.articles) == 1 or not len(one):
        return np.ones(len(one), dtype=np.bool_)
    near = np.zeros((len(words.articles), len(words.articles)), dtype=np.bool_)
    for article in range(len(near)):
        near[article, list(story(article))] = True
    present = _articles_of(words)
    reached = _reached(present, np.packbits(near, axis=1))
    meet: Flags = np.any(reached[one] & present[other], axis=1)
    return meet


def _articles_of(words: StoryWords) -> Bits:
    """Which articles may write each level, a bit each, (n_levels, n_bytes)."""
    written = np.zeros((words.count + 1, len(words.articles)), dtype=np.bool_)
    written[words.words, words.article_numbers] = True
    faces, bounds = words.by_level
    of_faces = np.packbits(written, axis=1)[words.face_words[faces]]
    found: Bits = np.bitwise_or.reduceat(of_faces, bounds[:-1], axis=0)
    return found


def _reached(present: Bits, near: Bits) -> Bits:
    """The articles near any of those present, a bit each, (n_levels, n_bytes).

    :param near: the same for each article, (n_articles, n_bytes).
    """
    reached = np.zeros_like(present)
    for column, articles in enumerate(np.split(near, range(8, len(near), 8))):
        of_byte = np.zeros((256, present.shape[1]), dtype=np.uint8)
        for bit, row in enumerate(articles):
            of_byte[np.flatnonzero(np.arange(256) & 128 >> bit)] |= row
        reached |= of_byte[present[:, column]]
    return reached
