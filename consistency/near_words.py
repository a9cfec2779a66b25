"""Words that are one letter apart, found without comparing each with each."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

__all__ = ["near_pairs", "near_places"]

_BASE = 0x9E3779B97F4A7C15
"""An odd number: it has an inverse modulo 2**64, so that letters can be shifted back behind a lost one."""
_BACK = np.uint64(pow(_BASE, -1, 2**64))
_MOST = 512
"""Words that share what is left of them; more letters has no alphabet, and a hostile text has all."""
Places = npt.NDArray[np.int64]


def near_pairs(words: Iterable[str], asked: Container[str] | None = None) -> Iterator[tuple[str, str]]:
    """The pairs of different words that begin alike and may be one letter apart behind it, both ways round.

    Every two words of which a letter is lost, added, exchanged or swapped with the next are among them; some
    others are as well.

    :param asked: the words that may stand first in a pair; all where None.
    """
    own = list(dict.fromkeys(words))
    one, other = near_places(own)
    ones, others = np.concatenate([one, other]), np.concatenate([other, one])
    if asked is not None:
        wanted = np.fromiter(map(asked.__contains__, own), dtype=np.bool_, count=len(own))[ones]
        ones, others = ones[wanted], others[wanted]
    for first, second in zip(ones.tolist(), others.tolist(), strict=True):
        yield own[first], own[second]


def near_places(words: Sequence[str]) -> tuple[Places, Places]:
    """The pairs of ``near_pairs``, one way round, as places in a list of different words, (n_pairs,) each.

    By symmetric deletes (Garbe 2012): near words are equal without one of their letters.  All shorter
    words are hashed at once (Karp and Rabin 1987) and sorted, so that equal ones stand side by side.
    """
    sizes = np.fromiter(map(len, words), dtype=np.int64, count=len(words))
    hashes, kept = _shorter("".join(words), sizes)
    owners = np.repeat(np.arange(len(words)), sizes)[kept]
    order = np.argsort(hashes)
    hashes, owners = hashes[order], owners[order]
    ones, others = [owners[:0]], [owners[:0]]
    at, step = np.arange(len(hashes)), 1
    while step < _MOST and len(at := at[: np.searchsorted(at, len(hashes) - step)]):
        at = at[hashes[at] == hashes[at + step]]
        ones.append(owners[at])
        others.append(owners[at + step])
        step += 1
    one, other = np.concatenate(ones), np.concatenate(others)
    pairs = np.unique(np.minimum(one, other) * len(words) + np.maximum(one, other))
    one, other = np.divmod(pairs, max(len(words), 1))
    apart = one != other
    return one[apart], other[apart]


def _shorter(text: str, sizes: Places) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.bool_]]:
    """A hash of each word, where its first letter stands, and of what is left without each other letter.

    Of equal letters in a row one is left out, for all leave the same: a line of one letter has one rest.

    :param text: the words, one behind the other; ``sizes`` are their letters.
    :returns: the hashes, and which letters of the text they stand for.
    """
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    starts = np.cumsum(sizes) - sizes
    places = np.arange(len(codes)) - np.repeat(starts, sizes)
    powers = np.full(int(sizes.max(initial=0)) + 1, _BASE, dtype=np.uint64)
    powers[0] = 1
    terms = codes * np.multiply.accumulate(powers)[places]
    sums = np.concatenate([np.zeros(1, dtype=np.uint64), np.cumsum(terms, dtype=np.uint64)])
    begins, ends = (np.repeat(sums[at], sizes) for at in (starts, starts + sizes))
    found: npt.NDArray[np.uint64] = sums[:-1] - begins + (ends - sums[1:]) * _BACK
    kept = places < 2
    kept[1:] |= codes[1:] != codes[:-1]
    return np.where(places == 0, ends - begins, found)[kept], kept
