"""Cutting a passage into clauses, each one thing said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from consistency.languages.arabic.normalise import tokens
from consistency.languages.arabic.speech import opens_clause

__all__ = ["clauses", "sentences"]

_SENTENCE = re.compile(r"[.!؟?؛…]+[\"»”)]*(?=\s|$)")
_SHORTEST = 5
"""Words: a shorter piece belongs to the clause before it."""


def clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The raw spans of the clauses of ``text[start:end]``, without their outer white space and commas."""
    for begin, until in sentences(text, start, end):
        yield from _split(text, begin, until)


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The raw spans of the sentences of ``text[start:end]``, without their full stops."""
    begin = start
    for match in _SENTENCE.finditer(text, start, end):
        words = tokens(text, begin, match.start())
        if words and (len(words[-1].folded) > 2 or match.end() == end):  # «د.» and «م.» end no sentence
            yield begin, match.start()
            begin = match.end()
    if text[begin:end].strip():
        yield begin, end


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A comma ends a clause where what follows may open one and both sides are long enough."""
    words = tokens(text, start, end)
    if not words:
        return
    begin = 0
    for index in range(_SHORTEST, len(words) - _SHORTEST + 1):
        gap = text[words[index - 1].end : words[index].start]
        if index - begin >= _SHORTEST and ("،" in gap or "," in gap) and opens_clause(words[index]):
            yield words[begin].start, words[index - 1].end
            begin = index
    yield words[begin].start, words[-1].end
