"""Words that are one letter apart, found without comparing each with each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA

__all__ = ["near_pairs", "near_places"]

_BASE = np.uint64(0x9E3779B97F4A7C15)
"""An odd number: it has an inverse modulo 2**64, so that letters can be shifted back behind a lost one."""
_BACK = np.uint64(pow(int(_BASE), -1, 2**64))
_LAST, _SWAPPED = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
"""Odd numbers by which a word's last letter counts, and the product of its last two."""
_MOST = 512
"""Words that share what is left of them; more letters has no alphabet, and a hostile text has all."""
_FEW = 2**14
"""Pairs of words, however unlike, up to which each is compared; a hostile text has many that end alike."""
Places = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]


def near_pairs(words: Iterable[str], asked: Set[str]) -> Iterator[tuple[str, str]]:
    """The pairs of different words that begin and end alike and are one letter apart.

    A letter between the first and the last is lost, added, exchanged or swapped with the next.

    :param words: of two letters and more.
    :param asked: those of the words that stand first in a pair.
    """
    own = list(dict.fromkeys(words))
    few = len(asked) * len(own) <= _FEW
    for first, second in (_alike_ends if few else _alike_rests)(own, asked):
        if first[-1] == second[-1] and OSA.distance(first, second, score_cutoff=1) == 1:
            yield first, second


def _alike_ends(words: list[str], asked: Set[str]) -> Iterator[tuple[str, str]]:
    """The pairs of words that begin and end alike: to compare few of them costs less than to hash all."""
    alike = defaultdict(list)
    for word in words:
        alike[word[0] + word[-1]].append(word)
    for first in asked:
        for second in alike[first[0] + first[-1]]:
            if -2 < len(first) - len(second) < 2:
                yield first, second


def _alike_rests(words: list[str], asked: Set[str]) -> Iterator[tuple[str, str]]:
    """The pairs of ``near_places`` with a word that is asked for."""
    one, other = near_places(words)
    ones, others = np.concatenate([one, other]), np.concatenate([other, one])
    wanted = np.fromiter(map(asked.__contains__, words), dtype=np.bool_, count=len(words))[ones]
    for first, second in zip(ones[wanted].tolist(), others[wanted].tolist(), strict=True):
        yield words[first], words[second]


def near_places(words: Sequence[str]) -> tuple[Places, Places]:
    """The pairs of words that begin alike and may be one letter apart, as places in a list, (n_pairs,) each.

    Every two words of ``near_pairs`` are among them, one way round, and those with their last two letters
    swapped; some others are as well.

    By symmetric deletes (Garbe 2012): near words are equal without one of their letters.  All shorter
    words are hashed at once (Karp and Rabin 1987) and sorted, so that equal ones stand side by side.
    """
    sizes = np.fromiter(map(len, words), dtype=np.int64, count=len(words))
    hashes, kept = _shorter("".join(words), sizes)
    owners = np.repeat(np.arange(len(words), dtype=np.uint64), sizes)[kept]
    bits = np.uint64(len(words).bit_length())
    number = (np.uint64(1) << bits) - np.uint64(1)
    # A hash carries its word's number in its low bits: to sort numbers takes a tenth of sorting their places.
    keys = np.sort(hashes << bits | owners)
    found, at, step = [keys[:0]], np.arange(len(keys)), 1
    while step < _MOST and len(at := at[: np.searchsorted(at, len(keys) - step)]):
        at = at[keys[at] ^ keys[at + step] <= number]
        found.append((keys[at] & number) * np.uint64(len(words)) + (keys[at + step] & number))
        step += 1
    pairs = np.sort(np.concatenate(found))
    pairs = pairs[np.flatnonzero(np.diff(pairs, prepend=~np.uint64(0)))].astype(np.int64)
    one, other = np.divmod(pairs, max(len(words), 1))
    return one, other


def _shorter(text: str, sizes: Places) -> tuple[Hashes, npt.NDArray[np.bool_]]:
    """A hash of each word and of what is left without each letter between its first and its last.

    The hash of a word stands where its first letter is, and where the last is stands one that two words have
    in common if they differ in the order of their last two letters.  Of equal letters in a row one is left
    out, for all leave the same: a line of one letter has one rest.

    :param text: the words, one behind the other; ``sizes`` are their letters.
    :returns: the hashes, and which letters of the text they stand for.
    """
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    ends = np.cumsum(sizes)
    starts = ends - sizes
    places = np.arange(len(codes)) - np.repeat(starts, sizes)
    powers = np.full(int(sizes.max(initial=0)) + 1, _BASE, dtype=np.uint64)
    powers[0] = 1
    sums = np.zeros(len(codes) + 1, dtype=np.uint64)
    np.cumsum(codes * np.multiply.accumulate(powers)[places], out=sums[1:])
    last, lasts = codes[ends - 1], ends - 1
    whole = sums[ends] - sums[starts] + last * _LAST
    found: Hashes = sums[:-1] - sums[1:] * _BACK
    found += np.repeat(sums[ends] * _BACK - sums[starts] + last * _LAST, sizes)
    found[lasts] = sums[lasts - 1] - sums[starts] + codes[lasts - 1] * (last * _SWAPPED)
    found[starts] = whole
    kept = places < 2
    kept[1:] |= codes[1:] != codes[:-1]
    kept[lasts[sizes == 2]] = False  # Two letters swapped begin otherwise.
    return found[kept], kept
