"""One pass over a text: words, numbers and marks with what each can mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from consistency.languages.arabic.normalise import fold_word
from consistency.languages.arabic.values.lexicon import EMPTY, Word, look_up

__all__ = ["Direction", "Scan", "Token", "scan"]

Direction = Literal["past", "future", "auto"]

_MARKS = r"\u0610-\u061a\u064b-\u065f\u0670\u200c-\u200f\u202a-\u202e"
_TOKEN = re.compile(
    r"(?P<r>\d+ر\d+)(?!\w)"
    rf"|(?P<n>(?:(?<![\w.,٫/])[٫.])?\d+(?:[\u200e\u200f\u202a-\u202e]?(?:[.,٫٬]\d+|،\d{{3}}(?!\d)))*)"
    rf"|(?P<w>[^\W\d_]+(?:[{_MARKS}]+[^\W\d_]+)*[{_MARKS}]*)"
    r"|(?P<p>[^\w\s])|(?P<l>\n)"
)


@dataclass(slots=True)
class Token:
    """A word, number or mark: raw span in code points; kind is n, r (print-order decimal), w, p or l (line end)."""

    start: int
    end: int
    text: str
    kind: str
    word: Word


_NOTHING = Token(-1, -1, "", "", EMPTY)


@dataclass(slots=True)
class Scan:
    """A text with its tokens, and the moment from which relative words are counted."""

    text: str
    reference: datetime
    direction: Direction
    tokens: list[Token]
    tense: dict[int, Literal["past", "future", ""]] = field(default_factory=dict)

    def at(self, index: int) -> Token:
        """The token at an index, or an empty one outside the text."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else _NOTHING

    def word(self, index: int) -> Word:
        """The word at an index; empty for anything else."""
        return self.tokens[index].word if 0 <= index < len(self.tokens) else EMPTY

    def folded(self, index: int) -> str:
        """The folded word at an index, or the mark or number as it stands."""
        token = self.at(index)
        return token.word.folded if token.kind == "w" else token.text

    def attached(self, index: int) -> bool:
        """Whether nothing stands between this token and the one before it."""
        return index > 0 and self.at(index - 1).end == self.at(index).start

    def is_mark(self, index: int, marks: str) -> bool:
        """Whether the token is one of these marks."""
        token = self.at(index)
        return token.kind == "p" and token.text in marks

    def alone(self, start: int, end: int) -> bool:
        """Whether tokens outside ``[start, end)`` hold no word and no number."""
        outside = self.tokens[:start] + self.tokens[end:] if len(self.tokens) < 12 else self.tokens
        return len(self.tokens) < 12 and not any(token.kind in "wnr" for token in outside)


def scan(text: str, reference: datetime, direction: Direction) -> Scan:
    """Read a text into tokens."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "p"
        start, end = match.span()
        raw = match[0]
        if kind == "w":
            found.append(Token(start, end, raw, kind, look_up(raw)))
        else:
            found.append(Token(start, end, fold_word(raw) if kind in "nr" else raw, kind, EMPTY))
    return Scan(text, reference, direction, found)
