"""Which articles are one text: versions of one house, and copies of one wire.

Copies count as one origin: three outlets that print one agency's text confirm nothing three times.
"""

from __future__ import annotations

from collections.abc import Sequence

from consistency.cohesion import overlap, stems
from consistency.dating import own_text
from consistency.languages.arabic.normalise import tokens
from consistency.model import Article

__all__ = ["origins_of", "versions"]

_ONE_TEXT = 0.8
"""Similarity of two articles from which on one repeats the other, or both a wire."""
_ONE_WIRE = 0.65
"""The same where both name the same agency."""


def versions(a: Article, b: Article) -> bool:
    """Whether two articles are versions of one: at one address, or one house's with one headline or text."""
    if a.document.metadata.url is not None and a.document.metadata.url == b.document.metadata.url:
        return True
    if a.publisher is None or a.publisher != b.publisher:
        return False
    return _headline(a) == _headline(b) != () or _alike(a, b) >= _ONE_TEXT


def origins_of(articles: Sequence[Article]) -> list[list[Article]]:
    """The articles by origin: each joins the first group in which one repeats its text."""
    groups: list[list[Article]] = []
    for article in articles:
        group = next((g for g in groups if any(_repeats(article, other) for other in g)), None)
        if group is None:
            groups.append([article])
        else:
            group.append(article)
    return groups


def _repeats(a: Article, b: Article) -> bool:
    alike = _alike(a, b)
    return alike >= _ONE_TEXT or (alike >= _ONE_WIRE and bool(set(a.wire) & set(b.wire)))


def _alike(a: Article, b: Article) -> float:
    return overlap(stems(own_text(a)), stems(own_text(b)))


def _headline(article: Article) -> tuple[str, ...]:
    return tuple(word.folded for word in tokens(article.title or ""))
