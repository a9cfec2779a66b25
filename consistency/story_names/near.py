"""Words of names of which one may be a slip for the other, by their letters and by their articles."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from consistency.name_forms import SHORTEST_WORD, levels
from consistency.near_words import near_places
from consistency.story_names.words import Numbers, StoryWords

__all__ = ["alike_levels", "in_one_story"]

Flags = npt.NDArray[np.bool_]


def alike_levels(words: StoryWords) -> tuple[Numbers, Numbers]:
    """The pairs of levels that ``may_be_apart``, and few others, by their numbers, (n_pairs,) each.

    They begin alike, are one letter apart or nearly so, and end alike or have the same letters.
    """
    sizes = np.fromiter(map(len, words.levels), dtype=np.int64, count=len(words.levels))
    long = np.flatnonzero(sizes >= SHORTEST_WORD)
    own = [words.levels[number] for number in long.tolist()]
    one, other = near_places(own)
    last, letters = _endings(levels(own))  # A particle may leave another spelling of a listed name.
    alike = (last[one] == last[other]) | (letters[one] == letters[other])
    return long[one[alike]], long[other[alike]]


def _endings(words: list[str]) -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.uint64]]:
    """The last letter of each word, and a number that is equal where two words have the same letters."""
    ends = np.cumsum(np.fromiter(map(len, words), dtype=np.int64, count=len(words)))
    codes = np.frombuffer("".join(words).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    sums = np.concatenate([np.zeros(1, dtype=np.uint64), np.cumsum(codes, dtype=np.uint64)])
    starts = np.concatenate([np.zeros(1, dtype=np.int64), ends[:-1]]) if words else ends
    return codes[ends - 1], sums[ends] - sums[starts]


def in_one_story(
    words: StoryWords, story: Callable[[int], frozenset[int]], wrong: Numbers, right: Numbers
) -> Flags:
    """Whether some article may write the one word, and one by which it is corrected the other, (n_pairs,).

    :param story: the articles by which an article is corrected, itself included.
    :param wrong: levels by their numbers, (n_pairs,), and ``right`` likewise.
    """
    if len(words.articles) == 1 or not len(wrong):
        return np.ones(len(wrong), dtype=np.bool_)
    near = np.zeros((len(words.articles), len(words.articles)), dtype=np.bool_)
    for article in range(len(near)):
        near[article, list(story(article))] = True
    present, others = _articles_of(words), np.packbits(near, axis=1)
    reached = np.zeros((len(present), others.shape[1]), dtype=np.uint8)
    for article, row in enumerate(others):
        reached[present[:, article]] |= row
    meet: Flags = np.any(reached[wrong] & np.packbits(present, axis=1)[right], axis=1)
    return meet


def _articles_of(words: StoryWords) -> Flags:
    """Which articles may write each level, (n_levels, n_articles)."""
    written = np.zeros((int(words.words.max()) + 1, len(words.articles)), dtype=np.bool_)
    written[words.words, words.article_numbers] = True
    order = np.argsort(words.face_levels, kind="stable")
    starts = np.searchsorted(words.face_levels[order], np.arange(len(words.levels)))
    found: Flags = np.logical_or.reduceat(written[words.face_words[order]], starts, axis=0)
    return found
