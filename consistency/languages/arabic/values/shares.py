"""Shares: «3/4», «ثلاثة أرباع», «نصف», «ثلثي», «7 من كل 10»."""

from __future__ import annotations

from consistency.languages.arabic.values.lexicon import words_of
from consistency.languages.arabic.values.numerals import Counted, Numeral, read_digits, read_number
from consistency.languages.arabic.values.scan import Scan

__all__ = ["read_share"]


def read_share(scan: Scan, index: int, number: Numeral | None) -> Counted | None:
    """A share that starts here, given the number that does."""
    if number is not None:
        found = _one_in(scan, number) or _parts(scan, number)
        if found is not None:
            return found
    return _named(scan, index)


def _one_in(scan: Scan, number: Numeral) -> Counted | None:
    """«7 من كل 10 شبان», «واحد من كل خمسة»."""
    if scan.tokens[number.end].folded != "من" or scan.tokens[number.end + 1].folded != "كل":
        return None
    whole = read_number(scan, number.end + 2)
    if whole is None or not 0 < number.value < whole.value:
        return None
    how = f"{number.value:g} in {whole.value:g}"
    return Counted(whole.end, round(number.value / whole.value, 9), how=how, plain=False)


def _parts(scan: Scan, number: Numeral) -> Counted | None:
    """«3/4», «ثلاثة أرباع»."""
    end = number.end
    if scan.is_mark(end, "/") and scan.attached(end) and scan.attached(end + 1) and not number.words:
        below = read_digits(scan.tokens[end + 1].text) if scan.tokens[end + 1].kind == "n" else None
        if below and not scan.is_mark(end + 2, "/"):
            return Counted(end + 2, round(number.value / below, 9), how="fraction", plain=False)
    parts = scan.tokens[end].word.roles.get("parts")
    if parts and 2 <= number.value < parts and number.words:
        return Counted(end + 1, round(number.value / parts, 9), how="fraction", plain=False)
    return None


def _named(scan: Scan, index: int) -> Counted | None:
    """«نصف», «ثلثي», «ربع مليون»."""
    word = scan.tokens[index].word
    share = word.roles.get("fraction")
    if share is None or word.article or scan.tokens[index + 1].folded in words_of("context", "finals"):
        return None
    follower = scan.tokens[index + 1].word
    definite = follower.article and scan.tokens[index + 1].kind == "w" and not follower.preposition
    if "number" in word.roles and not definite:
        return None
    if "number" in word.roles and not (
        "time" in follower.roles or follower.stem in ("سكان", "ناتج", "انتاج")
    ):
        return None
    if share in (0.5, 0.25, 0.333333333333, 0.666666666667, 0.166666666667) or "number" in word.roles:
        scale = follower.roles.get("scale")
        if scale and not follower.conjunction:
            return Counted(index + 2, round(share * float(scale), 6), how="fraction of a scale")
        usable = definite or {"time", "money", "measure", "noun"} & follower.roles.keys() or index == 0
        if usable and "turn" not in follower.roles:
            return Counted(index + 1, share, how="fraction", plain=False)
        if scan.alone(index, index + 1):
            return Counted(index + 1, share, how="fraction", plain=False)
    return None
