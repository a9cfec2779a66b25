"""One pass over a text: words, numbers and marks with what each can mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from itertools import accumulate
from typing import Any, Literal

from consistency.languages.arabic.normalise import PLAIN_WORD, fold_word
from consistency.languages.arabic.values.lexicon import (
    DIGITS,
    EMPTY,
    MARK,
    NO_WORD,
    Word,
    look_up,
    phrases,
    words_of,
)
from consistency.memo import Memo

__all__ = ["Direction", "Scan", "Token", "scan"]

_OPAQUE = "\ufffd"
"""Stands for the text of a token that is an address, an endless number or the like."""
_LONGEST_NUMBER = 40
"""Code points; a longer row of digits is an identifier, or an attack, but no number of the news."""
Direction = Literal["past", "future", "auto"]

_MARKS = r"\u0610-\u061a\u064b-\u065f\u0670\u200c-\u200f\u202a-\u202e"
_ADDRESS = r"(?:https?://|www\.)\S{1,2000}|[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,64}\.[A-Za-z0-9.]{1,64}"
_PRINT_ORDER = r"\d+ر\d+(?!\w)|(?<![\d.,٫/:-])(?<![\d.,٫/] )\d{1,4} \.\d{1,4}(?![\d.,/:-])"
_NUMBER = r"(?:(?<![\w.,٫/])[٫.])?\d+(?:[\u200e\u200f\u202a-\u202e]?(?:[.,٫٬]\d+|،\d{1,3}(?![\d،])))*"
_TOKEN = re.compile(  # The look-aheads spare most words the longer alternatives.
    rf"(?=[\d.٫])(?:(?P<r>{_PRINT_ORDER})|(?P<n>{_NUMBER}))"
    rf"|(?P<u>(?=[A-Za-z0-9])(?:{_ADDRESS}))"
    rf"|(?P<w>[^\W\d_]+(?:[{_MARKS}]+[^\W\d_]+)*[{_MARKS}]*)"
    r"|(?P<p>[^\w\s])|(?P<l>\n)"
)


_BETWEEN = re.compile(f"({PLAIN_WORD}|{re.sub('[?]P<.>', '?:', _TOKEN.pattern)})")
"""Cuts a text into what stands between tokens, and the tokens, in turn."""


@dataclass(slots=True, eq=False)
class Token:
    """A word (w), number (n; r: print-order decimal), mark (p), address of the net (u) or line end (l).

    One for all places at which it stands: the places are columns of the scan.
    """

    text: str
    kind: str
    word: Word
    folded: str
    """The folded word; a mark or number as it stands, its digits ASCII."""
    head: bool = False
    """Whether a value may start with it, as far as it alone tells."""
    joins: bool = False
    """Whether it may join two ends of a range, or ends the line in which they stand."""
    leans: bool = False
    """Whether a value starts with it only before a word that tells or, where it is counted, behind a loss."""
    tells: bool = True
    """Whether a leaning word before it may start a value: most words of a text do not tell."""
    loses: bool = False
    """Whether it tells of a loss, behind which one is counted: «مقتل شخص»."""


_HEADS = frozenset('([«“"$€£¥₪₽₺﷼₹%٪-−')
"""Marks at which a value may start."""
_OPENING = frozenset('([«“"')
"""Of them those that do so in front of a number alone."""
_BOUNDS = phrases("context", "comparator")
_STANDING = words_of("grammar", "looking_back") | {"اخر"} | {
    first for first, listed in _BOUNDS.items() if any(not rest for rest, _ in listed)
}  # fmt: skip
"""Openers that may start a value in front of any word."""
_BEHIND = frozenset(rest[0] for listed in _BOUNDS.values() for rest, _ in listed if rest)
"""The second words of bounds: «لا يقل عن»."""
_LOSSES = words_of("context", "losses")
_JOINING = words_of("grammar", "to") | {"اصل", "بين", "مجموع", "او", "-", "–", "—", "/", "\n"}
"""What joins two ends of a range that «بين» does not open, and the end of the line."""
_PARTICLES = ("و", "ف", "ب", "ل")
_NOTHING = Token("", "", EMPTY, "")
_TEXTS, _LONGEST_KEPT, _REFERENCES = 72, 60_000, 4
"""An article is read from several days, between those of its story: so many texts, of so many code points at
most, are kept, with what was read from so many days."""
_PADDING = [_NOTHING] * 64  # so that a rule may look past either end: index -1 is one of these too
_NOWHERE = [-1] * len(_PADDING)


_Memory = dict[int | str, Any]
_Memories = dict[Any, _Memory]


@dataclass(slots=True)
class Scan:
    """A text with its tokens, and the moment from which relative words are counted."""

    text: str
    reference: datetime
    direction: Direction
    tokens: list[Token]
    """Followed, as are the other columns, by empty ones, so that a rule may look past either end."""
    starts: list[int]
    """Where each token begins, in code points."""
    ends: list[int]
    count: int
    heads: list[int]
    """The places at which a value may start, as far as a token alone tells."""
    joints: list[int]
    """The places of what may join two ends of a range, and of the ends of lines."""
    memory: _Memory
    """What was read from this reference, by rule and place."""
    timeless: _Memory
    """What is the same from every reference."""
    memories: _Memories
    """What was read from each reference."""

    def seen_from(self, reference: datetime) -> Scan:
        """The same text from another moment."""
        return replace(self, reference=reference, memory=_memory(self.memories, reference, self.direction))

    def attached(self, index: int) -> bool:
        """Whether nothing stands between this token and the one before it."""
        return index > 0 and self.ends[index - 1] == self.starts[index]

    def quote(self, first: int, behind: int) -> str:
        """The text from one token up to another."""
        return self.text[self.starts[first] : self.ends[behind - 1]]

    def is_mark(self, index: int, marks: str) -> bool:
        """Whether the token is one of these marks."""
        token = self.tokens[index]
        return token.kind == "p" and token.text in marks

    def among(self, index: int, words: frozenset[str]) -> bool:
        """Whether the word at a place, particles aside, is one of these folded words."""
        return _is_among(self.tokens[index].folded, words)

    def alone(self, start: int, end: int) -> bool:
        """Whether a short text holds no word and no number but tokens ``[start, end)``."""
        if self.count >= 12:
            return False
        outside = self.tokens[:start] + self.tokens[end : self.count]
        return not any(token.kind in "wnr" for token in outside)


def _is_among(folded: str, words: frozenset[str]) -> bool:
    """Whether a word, with or without «و», «ف», «ب», «ل» before it, is one of these folded words."""
    return folded in words or (folded[:1] in _PARTICLES and (folded[1:] in words or folded[2:] in words))


def _ascii_digits(number: str) -> str:
    """A number with the digits of any script as ASCII ones."""
    folded = fold_word(number)
    if folded.isascii():
        return folded
    return "".join(str(int(letter)) if letter.isdecimal() else letter for letter in folded)


def scan(text: str, reference: datetime, direction: Direction) -> Scan:
    """Read a text into tokens; what was read in it before, from this reference or another one, is kept."""
    columns, timeless, memories = (_kept if len(text) <= _LONGEST_KEPT else _fresh)(text)
    if len(memories) >= _REFERENCES:
        memories.clear()
    return Scan(
        text, reference, direction, *columns, _memory(memories, reference, direction), timeless, memories
    )


def _memory(memories: _Memories, reference: datetime, direction: Direction) -> _Memory:
    return memories.setdefault((reference.replace(tzinfo=None), reference.tzinfo, direction), {})


_Columns = tuple[list[Token], list[int], list[int], int, list[int], list[int]]


def _fresh(text: str) -> tuple[_Columns, _Memory, _Memories]:
    """The columns of a scan, what will be read in it from every reference, and from some."""
    pieces = _BETWEEN.split(text)
    places = list(accumulate(map(len, pieces), initial=0))
    tokens = list(map(_TOKENS.__getitem__, pieces[1::2]))
    count = len(tokens)
    heads, joints = list[int](), list[int]()
    for at, token in enumerate(tokens):  # each is touched once: most of them are in no cache of the processor
        if token.head:
            heads.append(at)
        if token.joins:
            joints.append(at)
    tokens += _PADDING
    starts, ends = places[1:-1:2] + _NOWHERE, places[2::2] + _NOWHERE
    return (tokens, starts, ends, count, heads, joints), {}, {}


_kept = lru_cache(maxsize=_TEXTS)(_fresh)


def _token(raw: str) -> Token:
    """What a piece of text is; kept by its form, for the pattern tells by the form alone which kind it is."""
    match = None if raw.isalpha() else _TOKEN.fullmatch(raw)
    kind = match.lastgroup if match is not None else "w"
    if kind == "w" and (word := look_up(raw)) is not NO_WORD:
        return _word_token(raw, word)
    if kind == "p" or kind == "l":
        word = MARK if kind == "p" else EMPTY
        return Token(raw, kind, word, raw, raw in _HEADS, raw in _JOINING, leans=raw in _OPENING)
    if (kind == "n" or kind == "r") and len(raw) <= _LONGEST_NUMBER:
        plain = _ascii_digits(raw)
        return Token(plain, kind, DIGITS, plain, True)
    return Token(_OPAQUE, "p", MARK, _OPAQUE)


def _word_token(raw: str, word: Word) -> Token:
    folded, joins = word.folded, word.folded in _JOINING
    loses = _is_among(folded, _LOSSES)
    if not word.signs:
        return Token(raw, "w", word, folded, False, joins, False, folded in _BEHIND, loses)
    leans = not word.starts and not _is_among(folded, _STANDING) and word.stem not in _STANDING
    return Token(raw, "w", word, folded, True, joins, leans, True, loses)


_TOKENS = Memo(_token)
