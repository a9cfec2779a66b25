"""Numbers of amounts: with a sign, in brackets, as a fraction."""

from __future__ import annotations

from consistency.languages.arabic.values.dispatch import remembered
from consistency.languages.arabic.values.lexicon import signs
from consistency.languages.arabic.values.numerals import NUMBER, Counted, read_number
from consistency.languages.arabic.values.scan import Scan
from consistency.languages.arabic.values.shares import read_share

__all__ = ["COUNTED", "OPENING", "Counted", "read_counted"]

OPENING, _CLOSING = '("«“[', ')"»”]'


COUNTED = NUMBER | signs("mark", "minus", "fraction")
"""What a number of an amount starts with."""


@remembered(COUNTED, timeless=True)
def read_counted(scan: Scan, index: int) -> Counted | None:
    """The number at this place: with a sign, in words, or a fraction."""
    at, sign = index, 1.0
    if ("minus" in scan.tokens[at].word.roles and read_number(scan, at + 1) is not None) or (
        scan.is_mark(at, "-−") and scan.attached(at + 1) and not scan.attached(at)
    ):
        at, sign = at + 1, -1.0
    number = read_number(scan, at)
    if number is None and scan.is_mark(at, OPENING):
        return _bracketed(scan, at)
    fraction = read_share(scan, at, number)
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
    scale = scan.tokens[end].word.roles.get("scale")
    if scale is None:
        return Counted(end, number.value, shy=True)
    return Counted(end + 1, number.value * float(scale), shy=True)
