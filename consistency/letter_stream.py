"""The letters of a text without spaces and hyphens, with the places where its words begin and end."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

__all__ = ["STOP", "Stream", "name_letters", "stream_of"]

STOP = "\n"
"""What stands in a stream for every sign that parts two names."""
_WORD_OR_SPACE = re.compile(r"(?P<word>[^\W_]+)|[ \u00a0\t\-‐‑–'’]+")
_UNSEEN, _WORD, _SPACE, _STOP = range(4)
_KINDS = np.zeros(0x110000, dtype=np.uint8)
"""What each code point is, as far as any text has had it."""


@dataclass(frozen=True)
class Stream:
    """The letters of a text without spaces and hyphens; punctuation and line ends stay as stops."""

    letters: str
    places: npt.NDArray[np.int64]
    """(n_letters): the place of each letter in the text."""
    starts: list[int]
    """Where words begin, in letters."""
    ends: bytes
    """For each letter, and behind the last, whether a word or a stop ends before it: 0 or 1."""

    def word_start(self, place: int) -> int:
        """Where the word begins in which a letter stands."""
        return self.starts[bisect.bisect_right(self.starts, place) - 1]

    def word(self, place: int) -> str:
        """The word in which a letter stands."""
        index = bisect.bisect_right(self.starts, place)
        end = self.starts[index] if index < len(self.starts) else len(self.letters)
        return self.letters[self.starts[index - 1] : end].split(STOP)[0]

    def cuts(self, start: int, end: int) -> list[int]:
        """After how many of the letters from ``start`` to ``end`` a word begins."""
        first, last = bisect.bisect_right(self.starts, start), bisect.bisect_left(self.starts, end)
        return [place - start for place in self.starts[first:last]]


def stream_of(text: str) -> Stream:
    """The stream of a text of any length."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kinds = _kinds(codes)
    places = np.flatnonzero(kinds != _SPACE)
    is_letter = kinds == _WORD
    begins = is_letter.copy()
    begins[1:] &= ~is_letter[:-1]
    kept = np.where(is_letter, codes, np.uint32(ord(STOP)))[places]
    letters = kept.tobytes().decode("utf-32-le", "surrogatepass")
    starts = np.flatnonzero(begins[places])
    ends = (begins | ~is_letter)[places].tobytes() + b"\1"
    return Stream(letters, places, starts.tolist(), ends)


def name_letters(name: str) -> tuple[str, list[int]]:
    """The letters of the stream of a name, and where its words begin: no arrays, for names are thousands."""
    letters, starts, end = "", [], 0
    for piece in _WORD_OR_SPACE.finditer(name):
        letters += STOP * (piece.start() - end)
        end = piece.end()
        if piece.lastgroup:
            starts.append(len(letters))
            letters += piece[0]
    return letters + STOP * (len(name) - end), starts


def _kinds(codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint8]:
    """What the code points are: parts of words, spaces and hyphens, or stops."""
    kinds = _KINDS[codes]
    unseen = kinds == _UNSEEN
    if unseen.any():
        for code in set(codes[unseen].tolist()):
            match = _WORD_OR_SPACE.match(chr(code))
            _KINDS[code] = _STOP if match is None else _WORD if match.lastgroup else _SPACE
        kinds = _KINDS[codes]
    return kinds
