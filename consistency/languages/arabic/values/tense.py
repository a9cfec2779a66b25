"""Whether a clause reports what happened or announces what will."""

from __future__ import annotations

from functools import lru_cache

from consistency.languages.arabic.normalise import strip_proclitics
from consistency.languages.arabic.values.lexicon import words_of
from consistency.languages.arabic.values.scan import Scan

__all__ = ["tense_at"]

_SENTENCE_ENDS = ".؟!?\n؛"
_FAR = 40


def tense_at(scan: Scan, index: int) -> str:
    """ "past", "future" or "" where no verb of the sentence says; the nearest verb before the place decides."""
    if scan.direction != "auto":
        return scan.direction
    for at in range(index - 1, max(index - _FAR, -1), -1):
        if scan.at(at).kind == "l" or scan.is_mark(at, _SENTENCE_ENDS):
            break
        found = _verb(scan.folded(at)) if scan.at(at).kind == "w" else ""
        if found:
            return found
    for at in range(index + 1, min(index + _FAR // 2, scan.count)):
        if scan.at(at).kind == "l" or scan.is_mark(at, _SENTENCE_ENDS):
            break
        found = _verb(scan.folded(at)) if scan.at(at).kind == "w" else ""
        if found:
            return found
    return ""


@lru_cache(maxsize=50_000)
def _verb(folded: str) -> str:
    future, past = words_of("tense", "future"), words_of("tense", "past")
    for particles, rest in strip_proclitics(folded):
        if particles not in ("", "و", "ف", "ل"):
            continue
        if rest in past:
            return "past"
        if rest in future or _will(rest):
            return "future"
    return ""


def _will(word: str) -> bool:
    """«سيجتمع», «ستقوم», «سنعمل»."""
    return (
        len(word) >= 5 and word[0] == "س" and word[1] in "يتن" and word not in words_of("tense", "not_future")
    )
