"""Digits that tell which one of its kind a thing is: «المادة 7», «الدقيقة 87», «الغرفة 312»."""

from __future__ import annotations

from consistency.languages.arabic.values.draft import Draft
from consistency.languages.arabic.values.lexicon import words_of
from consistency.languages.arabic.values.scan import Scan

__all__ = ["is_part_of_name", "read_numbered"]


def _head(scan: Scan, index: int) -> int:
    """The place of the noun that a number follows, «رقم», a colon and «الكريمة» passed over."""
    at = index - 1
    for _ in range(2):
        if scan.is_mark(at, ":") or scan.tokens[at].folded in ("الكريمة", "الكريمه"):
            at -= 1
    return at


def is_part_of_name(scan: Scan, index: int) -> bool:
    """«غرفة 312», «القناة 12», «لوحة رقم 12345»: the number belongs to the name."""
    token = scan.tokens[index]
    if token.kind != "n" or not token.text.isdigit():
        return False
    at = _head(scan, index)
    if scan.tokens[at].word.stem == "رقم":
        at -= 1
    return scan.tokens[at].word.stem in words_of("context", "numbered")


def read_numbered(scan: Scan, index: int) -> Draft | None:
    """«المادة 7», «القرار رقم 1701», «الدقيقة 87»: an ordinal, for it counts nothing."""
    token = scan.tokens[index]
    if token.kind != "n" or not token.text.isdigit() or len(token.text) > 6:
        return None
    head = scan.tokens[_head(scan, index)].word
    if head.stem not in words_of("context", "ordered"):
        return None
    named = scan.tokens[_head(scan, index) - 1].word if head.stem == "رقم" else head
    known = "noun" in named.roles or named.article or named is head
    unit = named.roles["noun"][0] if "noun" in named.roles else named.stem
    how = "a number that tells which one it is"
    return Draft(index, index + 1, "ordinal", number=float(token.text), unit=unit if known else None, how=how)
