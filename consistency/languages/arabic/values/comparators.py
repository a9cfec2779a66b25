"""Words that make a number a bound or an estimate: «ما لا يقل عن», «نحو», «تجاوز عدد القتلى»."""

from __future__ import annotations

from functools import cache

from consistency.languages.arabic.values.dispatch import remembered
from consistency.languages.arabic.values.lexicon import phrases, signs, words_of
from consistency.languages.arabic.values.scan import Scan
from consistency.model import Comparator

__all__ = ["COMPARATOR", "far_comparator", "read_comparator", "read_comparator_behind"]

COMPARATOR = signs(*phrases("context", "comparator"))
"""What a bound in front of a number starts with."""
_BEHIND = signs(*phrases("context", "after"))
_EXCEEDING = words_of("context", "exceeding")
_STOP = words_of("context", "stop")
_COUNTING = frozenset(("number", "scale", "time", "money"))
"""Meanings of words that are no part of a subject."""
_FAR, _SUBJECT = 25, 6
"""Words back to a verb whose bound «على» or «عن» introduces, and to one whose bound is its object."""


@remembered(COMPARATOR, timeless=True)
def read_comparator(scan: Scan, index: int) -> tuple[int, Comparator] | None:
    """«ما لا يقل عن», «نحو», «أكثر من»: (end, comparator)."""
    return _listed(scan, index, "comparator")


@remembered(_BEHIND, timeless=True)
def read_comparator_behind(scan: Scan, index: int) -> tuple[int, Comparator] | None:
    """«على الأقل», «تقريبا» behind the number: (end, comparator)."""
    return _listed(scan, index, "after")


def _listed(scan: Scan, index: int, key: str) -> tuple[int, Comparator] | None:
    if scan.tokens[index].kind != "w":
        return None
    listed = _phrases(key)
    folded, follower = scan.tokens[index].folded, scan.tokens[index + 1].folded
    for first in (folded,) if folded[:1] not in "وفبل" else (folded, folded[1:], folded[2:]):
        behind = listed.get(first)
        if behind is None or (follower not in behind and "" not in behind):
            continue
        for rest, meaning in (*behind.get(follower, ()), *behind.get("", ())):
            if all(scan.tokens[index + 1 + step].folded == item for step, item in enumerate(rest)):
                return index + 1 + len(rest), meaning
    return None


@cache
def _phrases(key: str) -> dict[str, dict[str, list[tuple[tuple[str, ...], Comparator]]]]:
    """The phrases by their first and second words, the longest first; of one word, by none."""
    found: dict[str, dict[str, list[tuple[tuple[str, ...], Comparator]]]] = {}
    for first, listed in phrases("context", key).items():
        for rest, meaning in listed:
            found.setdefault(first, {}).setdefault(rest[0] if rest else "", []).append((rest, meaning))
    return found


def far_comparator(scan: Scan, index: int) -> Comparator | None:
    """The bound that a verb further back puts on the number at this place."""
    before = scan.tokens[index - 1].folded
    if before in ("على", "عن"):
        return _introduced(scan, index)
    if before in words_of("context", "barrier"):
        return _exceeded(scan, index - 1)
    return _exceeded(scan, index)


def _introduced(scan: Scan, index: int) -> Comparator | None:
    """«وتزيد المسافة من ... إلى ... على 200 كيلومتر»."""
    more, less = words_of("context", "far_more"), words_of("context", "far_less")
    for at in range(index - 2, max(index - _FAR, -1), -1):
        if scan.tokens[at].kind == "l" or scan.is_mark(at, ".؛"):
            return None
        word = scan.tokens[at].folded
        for form in (word, word[1:] if word[:1] in "وف" else word):
            if form in more:
                return "at_most" if _denied(scan, at) else "more_than"
            if form in less:
                return "at_least" if _denied(scan, at) else "less_than"
    return None


def _exceeded(scan: Scan, index: int) -> Comparator | None:
    """«تجاوز عدد السكان 45 مليون نسمة», «تخطت الخسائر حاجز المليار»: only the subject stands between."""
    for at in range(index - 1, max(index - _SUBJECT, -1), -1):
        word = scan.tokens[at].word
        if scan.tokens[at].kind != "w":
            return None
        folded = word.folded
        if folded in _EXCEEDING or (folded[:1] in "وف" and folded[1:] in _EXCEEDING):
            return "at_most" if _denied(scan, at) else "more_than"
        if folded in _STOP or not _COUNTING.isdisjoint(word.roles):
            return None
    return None


def _denied(scan: Scan, index: int) -> bool:
    return scan.among(index - 1, words_of("context", "denied"))
