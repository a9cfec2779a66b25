"""Token ids of texts, word by word where the tokenizer allows it.

News repeats its words.  A tokenizer that first cuts a text into runs of letters and numbers, and does nothing
across their ends, need see each word but once; the embedded one is of this kind.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import chain
from typing import TYPE_CHECKING

from consistency.languages.arabic.normalise import written_words
from consistency.memo import Memo

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["Ids", "reader_of_ids"]

Ids = list[list[int]]
"""The token ids of each of some texts."""
_WORDS = 2**16
"""Words of which the ids are kept: a new one takes 7 us, more than anything else that is done with it."""
_CUT = r"\p{L}+|\p{N}+(?:[.,٫٬]\p{N}+)*"
_STEPS = ["Lowercase", r"(?<![\p{L}])(?:[وف]?(?:[بك]?ال|لل))(?=\p{L}{3})"]
_LETTER = "[\u0621-\u063a\u0641-\u064a]"
_PLAIN = re.compile(f"{_LETTER}+")
_DROPPED = re.compile(rf"(?:[وف]?(?:[بك]?ال|لل))(?={_LETTER}{{3}})")
"""What the second step takes from the beginning of a plain word; the first does nothing to it."""
_MARKS = "\u064b-\u065f\u0670"
"""What may stand on a letter, as a class of a regular expression."""
_DIGITS = "\u0660-\u066c"
"""Digits and signs of numbers that a written word may hold behind a letter."""
_NUMBERS = "²³¹¼-¾"
"""Numbers that are no digits, which are cut otherwise."""
_COMMON = "\\0-\u06ff\u2010-\u2027\u2030-\u205e\ufe70-\ufefc"
"""Arabic, Latin, Greek, Cyrillic and punctuation; of other scripts two libraries may know other letters."""


def reader_of_ids(tokenizer: Tokenizer, folding: dict[int, str]) -> Callable[[list[str]], Ids]:
    """What gives the token ids of texts.

    :param folding: what becomes of letters before the tokenizer sees them.
    """

    def whole(texts: list[str]) -> Ids:
        # Half of a surrogate pair, left by a bad decoder upstream, cannot be handed to the tokenizer.
        readable = [text.encode("utf-8", "replace").decode("utf-8").translate(folding) for text in texts]
        return [one.ids for one in tokenizer.encode_batch_fast(readable, add_special_tokens=False)]

    return _WordByWord(whole, tokenizer, folding) if _cuts_at_words(tokenizer) else whole


def _cuts_at_words(tokenizer: Tokenizer) -> bool:
    """Whether a tokenizer, its folding of letters taken out, gives the ids of a text word by word."""
    if tokenizer.pre_tokenizer is None or tokenizer.normalizer is None:
        return False
    cut = json.loads(tokenizer.pre_tokenizer.__getstate__())
    steps = json.loads(tokenizer.normalizer.__getstate__()).get("normalizers", ())
    named = [(step.get("pattern") or {}).get("Regex", step["type"]) for step in steps]
    if any(step.get("content") for step in steps):
        return False
    wanted = {"type": "Split", "pattern": {"Regex": _CUT}, "behavior": "Removed", "invert": True}
    return cut == wanted and named == _STEPS


class _WordByWord:
    """The ids of texts put together from those of their words, which are kept."""

    def __init__(
        self, whole: Callable[[list[str]], Ids], tokenizer: Tokenizer, folding: dict[int, str]
    ) -> None:
        self._whole, self._folding = whole, folding
        self._tokenize = tokenizer.model.tokenize
        self._known = Memo(self._of_word, _WORDS)
        dropped = (chr(point) for point, letter in folding.items() if not letter)
        joining = "".join(re.escape(mark) for mark in dropped if not re.match(rf"[{_MARKS}\w]", mark))
        self._odd = (
            re.compile(rf"[^{_COMMON}]|[{joining}{_NUMBERS}]"),
            re.compile(rf"[{_MARKS}\u0640\u0621](?<=[\d.,٫٬].)"),
            re.compile(rf"[{_DIGITS}](?<=[^\W\d].|[{_MARKS}].)"),
        )
        """Where written words are not what the tokenizer would cut."""

    def __call__(self, texts: list[str]) -> Ids:
        odd = [text for text in texts if any(pattern.search(text) for pattern in self._odd)]
        ids = dict(zip(odd, self._whole(odd), strict=True))
        words = [[] if text in ids else written_words(text) for text in texts]
        return [
            ids[text] if text in ids else list(chain.from_iterable(map(self._known.__getitem__, some)))
            for text, some in zip(texts, words, strict=True)
        ]

    def _of_word(self, word: str) -> list[int]:
        """The ids of a word; the steps of the tokenizer, done here for plain ones, take half of its time."""
        if not _PLAIN.fullmatch(word):
            return self._whole([word])[0]
        folded = word.translate(self._folding)
        prefix = _DROPPED.match(folded)
        return [token.id for token in self._tokenize(folded[prefix.end() :] if prefix else folded)]
