"""A name as letter codes: folded, loosened, without marks that are no letters.

The alphabet is what Arabic print uses for names, with the Persian letters for p, ch, v and g.  Letters that
one house writes in several ways (ى/ي, ة/ه, the seats of hamza) fall together here, by the shared
``loose`` folding.
"""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from consistency.languages.arabic.normalise import fold_word, loose

__all__ = ["ALPHABET", "OTHER", "SPACE", "VOWELS", "clean", "clean_all", "encode"]

SPACE = " "
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويپچژڤگڨڥڭ"
_PLAIN = "0123456789abcdefghijklmnopqrstuvwxyz"
ALPHABET = SPACE + _LETTERS + _PLAIN
OTHER = len(ALPHABET)
"""The code of every letter outside the alphabet."""
VOWELS = frozenset("اوي")

_BREAKS = "-‐‑–—_/.،,·•\u00a0\t\n\r"
_MARKS = "'’‘`´ʼ\"“”«»()[]{}؟?!:؛;ـ،"
_CODES = np.full(0x10000, OTHER, dtype=np.uint8)
for _code, _letter in enumerate(ALPHABET):
    _CODES[ord(_letter)] = _code


def _table() -> dict[int, str]:
    """What each code point becomes, once for all: the shared folding followed by the loose one."""
    places = (*range(0x20, 0x250), *range(0x600, 0x700), *range(0x2000, 0x2070), *range(0xFB50, 0x10000))
    table = {place: loose(fold_word(chr(place).lower())) for place in places}
    return table | {ord(mark): "" for mark in _MARKS} | {ord(mark): SPACE for mark in _BREAKS}


_TABLE = _table()
_LINE = "\x1e"
_USUAL = [chr(place) for place in (*range(0x621, 0x63B), *range(0x641, 0x64B))]
"""The letters of nearly all words: the few of them that change are replaced all at once."""
_CHANGED = {letter: _TABLE[ord(letter)] for letter in _USUAL if _TABLE[ord(letter)] != letter}
_OTHERS = re.compile(f"([^{_LINE}{''.join(_USUAL)}]+)")


@lru_cache(maxsize=2**15)
def clean(name: str) -> str:
    """The letters of a name, its words parted by single spaces."""
    return SPACE.join(name.translate(_TABLE).split())


def clean_all(names: list[str]) -> list[str]:
    """``clean`` for many names in one pass."""
    text = _LINE.join(names)
    if not names or text.count(_LINE) >= len(names):
        return [clean(name) for name in names]
    pieces = _OTHERS.split(text)
    pieces[1::2] = [other.translate(_TABLE) for other in pieces[1::2]]
    others, text = "".join(pieces[1::2]), "".join(pieces)
    for letter, plain in _CHANGED.items():
        text = text.replace(letter, plain)
    found = text.split(_LINE)
    one_word_each = others == "".join(others.split())  # No blank is among the usual letters.
    return found if one_word_each else [SPACE.join(name.split()) for name in found]


def encode(names: list[str], width: int) -> NDArray[np.uint8]:
    """Letter codes of cleaned names, (n, width), padded with the code of a space."""
    if not names:
        return np.zeros((0, width), dtype=np.uint8)
    points = np.array(names, dtype=f"<U{width}").view(np.uint32).reshape(len(names), width)
    codes = _CODES[np.minimum(points, 0xFFFF)]
    codes[points == 0] = 0
    return codes
