"""Numbers that count one thing and cannot both be true."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from consistency.differences.shape import TIMES, Block, Contrast, Difference
from consistency.languages.arabic.normalise import fold_word
from consistency.languages.arabic.values import agree
from consistency.model import Value
from consistency.wording import say

__all__ = ["key", "numbers", "same_print", "told"]

_SERIAL = frozenset(
    map(fold_word, ("جولة", "مرحلة", "حلقة", "دورة", "نسخة", "جزء", "عدد", "موسم", "أسبوع", "يوم", "مباراة"))
)
"""What is told once for each of its numbers, in the same words: reports of two rounds."""
_ALL_ELSE = 0.85
"""Similarity from which on a number that tells which one it is differs by fault, and not by subject."""
_SCALES = frozenset(map(fold_word, ("ألف", "آلاف", "مليون", "ملايين", "مليار", "مليارات")))
_ONE_BOUND = 0.7
"""Similarity from which on «more than 30» and «more than 25» are two reports of one bound."""


def numbers(contrast: Contrast) -> Iterator[Difference]:
    """Counts, amounts and durations of one measure in one block of differing words."""
    for block, x, y in contrast.value_pairs:
        if x.kind in TIMES or x.unit != y.unit or x.number == y.number:
            continue
        if x.kind in ("number", "ordinal") and not _framed(contrast, block):
            continue
        if x.kind == "ordinal" and not (_is_label(x) and _only(contrast, block)):
            continue
        if x.comparator and contrast.alike >= _ONE_BOUND and x.comparator == y.comparator:
            x_read, y_read = replace(x, comparator=None), replace(y, comparator=None)
        else:
            x_read, y_read = x, y
        if agree(x_read, y_read) == "disjoint" and not same_print(x, y):
            reason = say("{one} and {other} count the same and differ", one=told(x), other=told(y))
            yield Difference("number", (x.start, x.end), (y.start, y.end), (key(x), key(y)), reason)


def same_print(x: Value, y: Value) -> bool:
    """Whether two values have the same digits but for points, colons or the order of print.

    Of two dates the months must be one as well; a year may be cut to its last digits.  «100.000» may be a
    hundred thousand.  Behind two words of scale the same digits are two numbers.
    """
    one, other = _digits(x.quote), _digits(y.quote)
    if not one or not other or _other_month(x, y) or (one == other and _other_scale(x, y)):
        return False
    if x.grain == "year" and len(one) == len(other) == 1:
        return one[0].endswith(other[0]) or other[0].endswith(one[0])
    if "000" in (one[-1], other[-1]) and _times_a_thousand(x, y):
        return True
    joined = ["".join(groups) for groups in (one, other)]
    return sorted(one) == sorted(other) or (len(joined[0]) > 4 and sorted(joined[0]) == sorted(joined[1]))


@lru_cache(maxsize=2**12)
def _digits(quote: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\d+", fold_word(quote)))


def _other_month(x: Value, y: Value) -> bool:
    if x.grain not in ("day", "month") or not x.begin or not y.begin:
        return False
    return x.begin[5:7] != y.begin[5:7]


def _other_scale(x: Value, y: Value) -> bool:
    scales = [_SCALES & set(fold_word(value.quote).split()) for value in (x, y)]
    return bool(scales[0] and scales[1]) and scales[0] != scales[1]


def _times_a_thousand(x: Value, y: Value) -> bool:
    low, high = sorted((x.number or 0.0, y.number or 0.0))
    return low > 0 and abs(high / low - 1000) < 1e-6


def _is_label(value: Value) -> bool:
    """Whether a number in figures tells which one of no series: «الدقيقة 17», and not «الجولة الثانية»."""
    return value.unit not in _SERIAL and any(letter.isdigit() for letter in value.quote)


def _only(contrast: Contrast, block: Block) -> bool:
    """Whether nothing else differs: «الدقيقة 17» and «الدقيقة 27» of two sentences are two minutes."""
    return block.single and contrast.alike >= _ALL_ELSE and len(contrast.blocks) == 1


def _framed(contrast: Contrast, block: Block) -> bool:
    """Whether a bare number stands between the same words on both sides, so that it counts the same."""
    left, right = contrast.a.folded, contrast.b.folded
    if block.src_start == 0 or block.dest_start == 0:
        return False
    before = left[block.src_start - 1] == right[block.dest_start - 1]
    return before and left[block.src_end : block.src_end + 1] == right[block.dest_end : block.dest_end + 1]


def key(value: Value) -> str:
    """A value in a form in which equal values are equal."""
    if value.begin:
        return value.begin
    if value.number is None:
        return fold_word(value.quote)
    counted = value.kind in ("number", "quantity")
    return f"{value.number:g} {'' if counted else value.unit or ''}".strip()


def told(value: Value) -> str:
    """A value as a reader sees it: its quote, and the day it stands for."""
    return f"«{value.quote}» ({value.begin[:10]})" if value.begin else f"«{value.quote}»"
