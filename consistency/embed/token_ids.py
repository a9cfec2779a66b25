"""Token ids of texts, piece by piece where the tokenizer allows it.

News repeats its words.  A tokenizer that first cuts a text into runs of letters and numbers, and does nothing
across their ends, need see what stands between two spaces but once; the embedded one is of this kind.
"""

from __future__ import annotations

import json
import re
import string
from array import array
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from consistency.memo import Memo

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["ID", "Ids", "reader_of_ids"]

ID = np.dtype(np.int32)
"""How a token id is stored."""
Ids = list[bytes]
"""The token ids of each of some texts, one behind the other as `ID`."""
_PIECES = 2**18
"""Pieces of which the ids are kept, those of 7,000 articles.

A new one takes 6 us, more than anything else that is done with it, and the pieces of an article come again
with its claims, when thousands of other articles were read.
"""
_CUT = r"\p{L}+|\p{N}+(?:[.,٫٬]\p{N}+)*"
_STEPS = ["Lowercase", r"(?<![\p{L}])(?:[وف]?(?:[بك]?ال|لل))(?=\p{L}{3})"]
_LETTER = "[a-z\u0621-\u063a\u0641-\u064a]"
_PLAIN = re.compile(f"{_LETTER}+|[0-9]+")
_DROPPED = re.compile(rf"(?:[وف]?(?:[بك]?ال|لل))(?={_LETTER}{{3}})")
"""What the second step takes from the beginning of a plain word; the first makes letters small."""
_APART = '،"():«»'
"""The commonest signs that are of no token, nor between two numbers of one."""
_AROUND = string.punctuation + "«»“”‘’…–—،؛؟"
"""What is often written against a word and is of no token."""


def reader_of_ids(tokenizer: Tokenizer, folding: dict[int, str]) -> Callable[[list[str]], Ids]:
    """What gives the token ids of texts.

    :param folding: what becomes of letters before the tokenizer sees them.
    """

    def whole(texts: list[str]) -> Ids:
        # Half of a surrogate pair, left by a bad decoder upstream, cannot be handed to the tokenizer.
        readable = [text.encode("utf-8", "replace").decode("utf-8").translate(folding) for text in texts]
        read = tokenizer.encode_batch_fast(readable, add_special_tokens=False)
        return [np.array(one.ids, dtype=ID).tobytes() for one in read]

    return _PieceByPiece(whole, tokenizer, folding) if _cuts_at_words(tokenizer, folding) else whole


def _cuts_at_words(tokenizer: Tokenizer, folding: dict[int, str]) -> bool:
    """Whether a tokenizer, its folding of letters taken out, gives the ids of a text word by word."""
    if any(chr(point).isspace() or chr(point) in _AROUND for point in folding):
        return False
    if tokenizer.pre_tokenizer is None or tokenizer.normalizer is None:
        return False
    cut = json.loads(tokenizer.pre_tokenizer.__getstate__())
    steps = json.loads(tokenizer.normalizer.__getstate__()).get("normalizers", ())
    named = [(step.get("pattern") or {}).get("Regex", step["type"]) for step in steps]
    if any(step.get("content") for step in steps):
        return False
    wanted = {"type": "Split", "pattern": {"Regex": _CUT}, "behavior": "Removed", "invert": True}
    return cut == wanted and named == _STEPS


class _PieceByPiece:
    """The ids of texts put together from those of what stands between their spaces, which are kept."""

    def __init__(
        self, whole: Callable[[list[str]], Ids], tokenizer: Tokenizer, folding: dict[int, str]
    ) -> None:
        self._whole, self._folding = whole, folding
        self._tokenize = tokenizer.model.tokenize
        self._known = Memo(self._of_piece, _PIECES)

    def __call__(self, texts: list[str]) -> Ids:
        known = self._known.__getitem__
        return [b"".join(map(known, _words(text))) for text in texts]

    def _of_piece(self, piece: str) -> bytes:
        """The ids of a piece; for a plain word, the tokenizer's steps done here take half of its time."""
        folded = piece.translate(self._folding)
        if folded.isascii():
            folded = folded.lower()
        if _PLAIN.fullmatch(folded):
            prefix = _DROPPED.match(folded)
            tokens = self._tokenize(folded[prefix.end() :] if prefix else folded)
            return array(ID.char, [token.id for token in tokens]).tobytes()
        word = piece.strip(_AROUND)
        return self._known[word] if len(word) < len(piece) else self._whole([piece])[0]


def _words(text: str) -> list[str]:
    """What stands between the spaces of a text; a word with a comma is no other than the word."""
    for sign in _APART:
        text = text.replace(sign, " ")
    return text.split()
