"""Ordinals and what they put in order: «المرة الثالثة», «أول رحلة», «الـ18»."""

from __future__ import annotations

from consistency.languages.arabic.normalise import fold_word
from consistency.languages.arabic.values.draft import Draft
from consistency.languages.arabic.values.lexicon import words_of
from consistency.languages.arabic.values.numerals import read_ordinal
from consistency.languages.arabic.values.scan import Scan

__all__ = ["read_ordinal_value"]

_FIRST_TWO = frozenset(fold_word(word) for word in ("أوليين", "أوليان", "أولين", "أولان"))


def read_ordinal_value(scan: Scan, index: int) -> Draft | None:
    """«المرة الثالثة», «الـ18», «أول رحلة», «النسختين الأوليين»."""
    word = scan.word(index)
    found = read_ordinal(scan, index)
    if found is None or scan.folded(index - 1) in words_of("context", "discourse"):
        return None
    if scan.folded(found[0]) in ("بن", "ابن", "ال"):
        return None  # «ثاني بن أحمد» is a man
    end, value = found
    if "time" in word.roles and not word.article and "ordinal" in word.roles and end == index + 1:
        return None
    if not word.article and end == index + 1 and not (_orders(scan, end) or scan.alone(index, end)):
        return None
    for back in range(1, 4):
        if scan.folded(index - back) in words_of("context", "monarch"):
            return None
        if scan.at(index - back).kind != "w":
            break
    before = scan.word(index - 1)
    if word.stem in _FIRST_TWO and before.article and before.stem.endswith(("ين", "ان")):
        unit = before.roles["noun"][0] if "noun" in before.roles else before.stem
        return Draft(index, end, "quantity", number=2.0, unit=unit, how="the first two")
    return Draft(index, end, "ordinal", number=float(value), unit=_ordered(scan, index, end), how="ordinal")


def _orders(scan: Scan, index: int) -> bool:
    """Whether a word follows that «أول» or «ثالث» can put in order."""
    token = scan.at(index)
    return (
        token.kind == "w"
        and token.word.folded not in words_of("context", "stop")
        and not token.word.conjunction
    )


def _ordered(scan: Scan, index: int, end: int) -> str | None:
    word = scan.word(index)
    if word.article or word.folded == "ال":
        before = scan.word(index - 1)
        return before.stem if before.article and scan.at(index - 1).kind == "w" else None
    following, before = scan.word(end), scan.word(index - 1)
    for noun in (following, before):
        if "noun" in noun.roles and not noun.article:
            return str(noun.roles["noun"][0])
    return following.stem or None
