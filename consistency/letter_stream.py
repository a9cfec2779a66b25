"""The folded letters of a text without spaces and hyphens, with the way back to the text.

All is read from arrays of code points at once: a text has thousands of letters and a dozen names.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from consistency.languages.arabic.normalise import fold_word

__all__ = ["STOP", "Stream", "name_letters", "stream_of"]

STOP = "\n"
"""What stands in a stream for every sign that parts two names."""
_WORD_OR_SPACE = re.compile(r"(?P<word>[^\W_]+)|[ \u00a0\t\-‐‑–'’]+")
_UNSEEN, _SPACE, _DROPPED, _PAIR = range(4)
_STOP = ord(STOP)
_LAM_ALIF = "لا"
_LETTERS = np.zeros(0x110000, dtype=np.uint32)
"""The folded letter of each code point, or what else it is, as far as any text has had it.

No sign of these numbers is part of a word, so that what is above the stop is a letter.
"""
Places = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Stream:
    """The folded letters of a text without spaces and hyphens; punctuation and line ends stay as stops."""

    letters: str
    codes: npt.NDArray[np.uint32]
    """(n_letters): the code points of the letters."""
    places: Places
    """(n_letters): the place of each letter in the text."""
    behind: Places
    """(n_letters): where the letter ends there, with the marks that follow it."""
    starts: list[int]
    """Where words begin, in letters."""
    begins: bytes
    """For each letter whether a word begins with it: 0 or 1."""
    ends: bytes
    """For each letter, and behind the last, whether a word or a stop ends before it: 0 or 1."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the text of the letters from ``start`` to ``end``, which is behind ``start``."""
        return int(self.places[start]), int(self.behind[end - 1])

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
    signs, kept = _without_marks(_signs(codes))
    is_letter = signs > _STOP
    begins = is_letter.copy()
    begins[1:] &= ~is_letter[:-1]
    own = np.flatnonzero(signs != _SPACE)
    places = kept[own]
    behind = np.maximum(np.append(kept, len(text))[own + 1], places + 1)
    codes, begins = signs[own], begins[own]
    letters = codes.tobytes().decode("utf-32-le", "surrogatepass")
    ends = (begins | (codes <= _STOP)).tobytes() + b"\1"
    starts = np.flatnonzero(begins).tolist()
    return Stream(letters, codes, places, behind, starts, begins.tobytes(), ends)


def _without_marks(signs: npt.NDArray[np.uint32]) -> tuple[npt.NDArray[np.uint32], Places]:
    """The signs without marks, two for each ligature of lam and alif, and their places in the text."""
    kept = np.flatnonzero(signs != _DROPPED)
    signs = signs[kept]
    pairs = signs == _PAIR
    if pairs.any():
        kept, signs = np.repeat(kept, 1 + pairs), np.repeat(signs, 1 + pairs)
        signs[signs == _PAIR] = np.tile([ord(letter) for letter in _LAM_ALIF], int(pairs.sum()))
    return signs, kept


def name_letters(name: str) -> tuple[str, list[int]]:
    """The letters of a folded name's stream, and where its words begin; a name is too short for arrays."""
    letters, starts, end = "", [], 0
    for piece in _WORD_OR_SPACE.finditer(name):
        letters += STOP * (piece.start() - end)
        end = piece.end()
        if piece.lastgroup:
            starts.append(len(letters))
            letters += piece[0]
    return letters + STOP * (len(name) - end), starts


def _signs(codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    """What the code points are: folded letters, spaces and hyphens, stops, marks or ligatures."""
    signs = _LETTERS[codes]
    unseen = signs == _UNSEEN
    if unseen.any():
        for code in set(codes[unseen].tolist()):
            _LETTERS[code] = _sign(chr(code))
        signs = _LETTERS[codes]
    return signs


def _sign(letter: str) -> int:
    folded = fold_word(letter)
    if folded in ("", _LAM_ALIF):
        return _PAIR if folded else _DROPPED
    match = _WORD_OR_SPACE.match(folded)
    if match is None:
        return _STOP
    return ord(folded) if match.lastgroup else _SPACE
