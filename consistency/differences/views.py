"""From a stretch of text to a view of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from consistency.catalogue import Hit
from consistency.differences.shape import View
from consistency.languages.arabic.normalise import Token, tokens
from consistency.languages.arabic.values import read_values

__all__ = ["view"]

_UNKNOWN_DAY = datetime(2001, 1, 1)
_RIGHT = ("canonical", "accepted", "style")


def view(
    text: str,
    start: int,
    end: int,
    reference: datetime | None = None,
    hits: Iterable[Hit] = (),
    words: tuple[Token, ...] | None = None,
) -> View:
    """What stands in ``text[start:end]``.

    :param reference: the day that relative dates count from.
    :param hits: the catalogued names of the text; those outside the stretch are left out.
    """
    values = read_values(text[start:end], reference or _UNKNOWN_DAY)
    return View(
        text,
        start,
        end,
        tuple(tokens(text, start, end)) if words is None else words,
        tuple(value.shifted(start) for value in values),
        tuple(hit for hit in hits if start <= hit.start and hit.end <= end and hit.status in _RIGHT),
    )
