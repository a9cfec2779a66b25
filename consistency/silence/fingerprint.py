"""Fingerprints: how a finding is known again in the next run.

A fingerprint hashes the rule, the flagged words with the words around them, and the values in conflict.
Line numbers, paths and counts stay out, so it survives edits elsewhere, a moved file and a new article.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from consistency.languages.arabic.normalise import fold_word, tokens
from consistency.model import Finding

__all__ = [
    "fingerprint",
    "fingerprint_of",
    "fingerprint_of_sides",
    "is_fingerprint",
    "with_unique_fingerprints",
]

_AROUND = 3
Span = tuple[str, int, int]
"""A text, and start and end of a part of it in code points."""


def fingerprint(rule: str, text: str, start: int, end: int, values: Iterable[str] = ()) -> str:
    """16 hexadecimal digits for a flagged place; a long passage is known by its first and last words."""
    flagged = [t.folded for t in tokens(text, start, end)]
    before = [t.folded for t in tokens(text, max(0, start - 80), start)][-_AROUND:]
    after = [t.folded for t in tokens(text, end, min(len(text), end + 80))][:_AROUND]
    if len(flagged) > 12:
        flagged, before, after = flagged[:6] + flagged[-6:], [], []
    return fingerprint_of(rule, [" ".join(before), " ".join(flagged), " ".join(after), *values])


def fingerprint_of(rule: str, values: Iterable[str]) -> str:
    """16 hexadecimal digits for a fault of the whole corpus, known by its values alone."""
    parts = [rule, *(fold_word(value) for value in values)]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def fingerprint_of_sides(rule: str, sides: Mapping[str, Iterable[Span]]) -> str:
    """16 hexadecimal digits for values in conflict, none of which is at fault by itself.

    Each value is known with the words next to it as most of its places have them, so that another article
    that tells one of the values changes nothing.

    :param sides: for each value the places that tell it.
    """
    parts = []
    for value in sorted(sides):
        framed = Counter(_framed(text, start, end) for text, start, end in sides[value])
        parts += [value, min(framed, key=lambda words: (-framed[words], words))]
    return fingerprint_of(rule, parts)


def _framed(text: str, start: int, end: int) -> str:
    """The words of a span with the one before and the one after it."""
    before = [t.folded for t in tokens(text, max(0, start - 40), start)][-1:]
    after = [t.folded for t in tokens(text, end, min(len(text), end + 40))][:1]
    return " ".join([*before, *(t.folded for t in tokens(text, start, end)), *after])


def is_fingerprint(text: str) -> bool:
    """Whether a text has the form of a fingerprint."""
    return re.fullmatch("[0-9a-f]{16}", text) is not None


def with_unique_fingerprints(findings: Iterable[Finding]) -> list[Finding]:
    """The same findings; the second of two that are equal in all that is hashed gets a number hashed in."""
    seen: Counter[str] = Counter()
    unique = []
    for finding in findings:
        seen[finding.fingerprint] += 1
        number = seen[finding.fingerprint]
        if number > 1:
            digest = hashlib.sha256(f"{finding.fingerprint}:{number}".encode()).hexdigest()[:16]
            finding = replace(finding, fingerprint=digest)
        unique.append(finding)
    return unique
