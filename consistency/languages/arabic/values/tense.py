"""Whether a clause reports what happened or announces what will."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from consistency.languages.arabic.normalise import strip_proclitics
from consistency.languages.arabic.values.lexicon import words_of
from consistency.languages.arabic.values.scan import Scan

__all__ = ["is_future", "is_told_as_past", "tense_at"]

_SENTENCE_ENDS = ".؟!?؛"
_BACK, _AHEAD = 40, 20


def tense_at(scan: Scan, index: int, weekday: bool = False) -> str:
    """ "past", "future" or "" where no verb of the sentence says; the nearest verb before the place decides.

    :param weekday: a verb of speech dates a weekday («أعلن الثلاثاء»), but no date in what is said.
    """
    if scan.direction != "auto":
        return scan.direction
    weak = ""
    for word in _around(scan, index):
        found = _verb(word)
        if found == "past" or found == "future":
            return found
        if found == "said" and weekday:
            return "past"
        weak = weak or ("past" if found == "weak" else "")
    return weak


def is_told_as_past(before: Sequence[str], sentence: Sequence[str]) -> bool:
    """Whether a date is told as past beyond doubt: its verb is, and no word of the sentence looks ahead.

    :param before: the folded words of the sentence before the date.
    :param sentence: all folded words of the sentence.
    """
    if any(_verb(word) == "future" or word in words_of("tense", "ahead") for word in sentence):
        return False
    verbs = (found for word in reversed(before[-_BACK:]) if (found := _verb(word)))
    return next(verbs, "") == "past"


def _around(scan: Scan, index: int) -> Iterator[str]:
    """The words of the sentence: backwards from the place, then onwards."""
    for steps in (
        range(index - 1, max(index - _BACK, -1), -1),
        range(index + 1, min(index + _AHEAD, scan.count)),
    ):
        for at in steps:
            token = scan.tokens[at]
            if token.kind == "l" or (token.kind == "p" and token.text in _SENTENCE_ENDS):
                break
            if token.kind == "w":
                yield token.folded


@lru_cache(maxsize=50_000)
def _verb(folded: str) -> str:
    """ "future", "past", "said", "weak" or ""."""
    for particles, rest in strip_proclitics(folded):
        if particles not in ("", "و", "ف", "ل"):
            continue
        for kind in ("past", "said", "weak", "future"):
            if rest in words_of("tense", kind):
                return kind
        if is_future(rest):
            return "future"
    return ""


def is_future(word: str) -> bool:
    """«سيجتمع», «ستقوم», «سنعمل»."""
    return (
        len(word) >= 4 and word[0] == "س" and word[1] in "يتن" and word not in words_of("tense", "not_future")
    )
