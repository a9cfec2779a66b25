"""Numbers and times that cannot both be true."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from rapidfuzz import fuzz

from consistency.differences.shape import Block, Contrast, Difference, Field, span_of
from consistency.languages.arabic.normalise import Token, fold_word
from consistency.languages.arabic.values import agree
from consistency.model import Value
from consistency.wording import Wording, say

__all__ = ["key", "numbers", "times", "told", "weekdays"]

_SAME_WORDS = 75
_TIMES = ("date", "time", "period")
_RELATIVE = ("today", "yesterday", "tomorrow", "days from")


def numbers(contrast: Contrast) -> Iterator[Difference]:
    """Counts, amounts and durations of one measure in one block of differing words."""
    for block, x, y in _pairs(contrast):
        if x.unit is None and x.number is not None and not _framed(contrast, block):
            continue
        if x.kind == y.kind and x.kind not in (*_TIMES, "ordinal") and x.unit == y.unit:
            reason = say("{one} and {other} count the same and differ", one=told(x), other=told(y))
            yield from _disjoint("number", x, y, reason)


def times(contrast: Contrast) -> Iterator[Difference]:
    """Dates and periods of one grain that do not meet, and two days of the week."""
    for block in contrast.blocks:
        one, other = contrast.sides(block)
        here, there = ([word for word in side if word.folded in weekdays()] for side in (one, other))
        if len(here) == len(there) == 1 and here[0].folded != there[0].folded:
            said = here[0].folded, there[0].folded
            reason = say("«{one}» and «{other}» are two days", one=here[0].text, other=there[0].text)
            yield Difference("time", span_of(here), span_of(there), said, reason)
            return
    for _, x, y in _pairs(contrast):
        if x.kind in _TIMES and y.kind in _TIMES and x.grain == y.grain and _absolute(x, y):
            yield from _disjoint(
                "time", x, y, say("{one} and {other} do not meet", one=told(x), other=told(y))
            )


def _pairs(contrast: Contrast) -> Iterator[tuple[Block, Value, Value]]:
    """The values that stand alone in the two sides of a block, where more than their print differs."""
    for block in contrast.blocks:
        one, other = contrast.sides(block)
        if not one or not other:
            continue
        left, right = _touched(contrast.a.values, one), _touched(contrast.b.values, other)
        if len(left) == len(right) == 1:
            x, y = left[0], right[0]
            if not (_same_digits(x.quote, y.quote) and _same_words(x.quote, y.quote)):
                yield block, x, y


def _disjoint(field: Field, x: Value, y: Value, reason: Wording) -> Iterator[Difference]:
    if agree(x, y) == "disjoint":
        yield Difference(field, (x.start, x.end), (y.start, y.end), (key(x), key(y)), reason)


def _touched(values: Sequence[Value], words: Sequence[Token]) -> list[Value]:
    start, end = span_of(words)
    return [value for value in values if value.start < end and start < value.end]


def _same_digits(a: str, b: str) -> bool:
    """Whether only points, colons or, in long numbers, the order of print differ."""
    one, other = (sorted(re.findall(r"\d+", fold_word(quote))) for quote in (a, b))
    joined = ["".join(groups) for groups in (one, other)]
    return one == other or (bool(one) and (len(joined[0]) > 4 and sorted(joined[0]) == sorted(joined[1])))


def _same_words(a: str, b: str) -> bool:
    """Whether the words of two values are one but for small words and endings: no other month or day."""
    one, other = (" ".join(re.findall(r"[^\W\d_]+", fold_word(quote))) for quote in (a, b))
    days = {word for word in one.split() if word in weekdays()}
    return fuzz.ratio(one, other) >= _SAME_WORDS or bool(days & set(other.split()))


def _framed(contrast: Contrast, block: Block) -> bool:
    """Whether a bare number stands between the same words on both sides, so that it counts the same."""
    left = [word.folded for word in contrast.a.words]
    right = [word.folded for word in contrast.b.words]
    before = left[block.src_start - 1 : block.src_start] == right[block.dest_start - 1 : block.dest_start]
    after = left[block.src_end : block.src_end + 1] == right[block.dest_end : block.dest_end + 1]
    return block.src_start > 0 and block.dest_start > 0 and before and after


def key(value: Value) -> str:
    """A value in a form in which equal values are equal."""
    if value.begin:
        return value.begin
    if value.number is None:
        return fold_word(value.quote)
    return f"{value.number:g} {value.unit or ''}".strip()


def told(value: Value) -> str:
    """A value as a reader sees it: its quote, and the day it stands for."""
    return f"«{value.quote}» ({value.begin[:10]})" if value.begin else f"«{value.quote}»"


@cache
def weekdays() -> frozenset[str]:
    """The days of the week, folded."""
    days = ("الأحد", "الاثنين", "الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت")
    return frozenset(fold_word(day) for day in days)


def _absolute(x: Value, y: Value) -> bool:
    """Whether two times can be compared without the days of publication, which pages often get wrong."""
    return not any(mark in value.how for value in (x, y) for mark in _RELATIVE) or (
        "nearest" in x.how and "nearest" in y.how
    )
