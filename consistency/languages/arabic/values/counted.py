"""Numbers of amounts: with a sign, in brackets, as a fraction."""

from __future__ import annotations

from typing import NamedTuple

from consistency.languages.arabic.values.lexicon import words_of
from consistency.languages.arabic.values.numerals import Numeral, read_digits, read_number
from consistency.languages.arabic.values.scan import Scan
from consistency.model import Comparator

__all__ = ["OPENING", "Counted", "read_counted"]

OPENING, _CLOSING = '("«“[', ')"»”]'


class Counted(NamedTuple):
    """A number as an amount sees it: exact, a fraction, a dual or a vague plural."""

    end: int
    value: float
    comparator: Comparator | None = None
    shy: bool = False
    words: bool = False
    how: str = ""
    plain: bool = True
    """False for a fraction or a vague plural."""


def read_counted(scan: Scan, index: int) -> Counted | None:
    """The number at this place: with a sign, in words, or a fraction."""
    at, sign = index, 1.0
    if ("minus" in scan.word(at).roles and read_number(scan, at + 1) is not None) or (
        scan.is_mark(at, "-−") and scan.attached(at + 1) and not scan.attached(at)
    ):
        at, sign = at + 1, -1.0
    number = read_number(scan, at)
    if number is None and scan.is_mark(at, OPENING):
        return _bracketed(scan, at)
    fraction = _fraction(scan, at, number)
    if fraction is not None:
        return fraction._replace(value=fraction.value * sign)
    if number is None:
        return None
    return Counted(number.end, number.value * sign, shy=number.shy and sign > 0, words=number.words)


def _bracketed(scan: Scan, index: int) -> Counted | None:
    """«(25) شخصا», «"3,9" مليون»: a number in brackets before what it counts."""
    number = read_number(scan, index + 1)
    if number is None or number.words or not scan.is_mark(number.end, _CLOSING):
        return None
    end = number.end + 1
    scale = scan.word(end).roles.get("scale")
    if scale is None:
        return Counted(end, number.value, shy=True)
    return Counted(end + 1, number.value * float(scale), shy=True)


def _fraction(scan: Scan, index: int, number: Numeral | None) -> Counted | None:
    """«3/4», «ثلاثة أرباع», «نصف», «ثلثي»."""
    if number is not None:
        end = number.end
        if scan.is_mark(end, "/") and scan.attached(end) and scan.attached(end + 1) and not number.words:
            below = read_digits(scan.at(end + 1).text) if scan.at(end + 1).kind == "n" else None
            if below and not scan.is_mark(end + 2, "/"):
                return Counted(end + 2, round(number.value / below, 9), how="fraction", plain=False)
        parts = scan.word(end).roles.get("parts")
        if parts and 2 <= number.value < parts and number.words:
            return Counted(end + 1, round(number.value / parts, 9), how="fraction", plain=False)
    word = scan.word(index)
    share = word.roles.get("fraction")
    if share is None or word.article or scan.folded(index + 1) in words_of("context", "finals"):
        return None
    follower = scan.word(index + 1)
    definite = follower.article and scan.at(index + 1).kind == "w" and not follower.preposition
    if "number" in word.roles and not definite:
        return None
    if "number" in word.roles and not (
        "time" in follower.roles or follower.stem in ("سكان", "ناتج", "انتاج")
    ):
        return None
    if share in (0.5, 0.25, 0.333333333333, 0.666666666667, 0.166666666667) or "number" in word.roles:
        scale = follower.roles.get("scale")
        if scale and not follower.conjunction:
            return Counted(index + 2, round(share * float(scale), 6), how="fraction", plain=False)
        usable = definite or {"time", "money", "measure", "noun"} & follower.roles.keys() or index == 0
        if usable and "turn" not in follower.roles:
            return Counted(index + 1, share, how="fraction", plain=False)
        if scan.alone(index, index + 1):
            return Counted(index + 1, share, how="fraction", plain=False)
    return None
