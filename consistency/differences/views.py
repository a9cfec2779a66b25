"""From a stretch of text to a view of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from consistency.catalogue import Hit
from consistency.differences.shape import View
from consistency.languages.arabic.normalise import Token, tokens
from consistency.languages.arabic.values import read_values
from consistency.model import Value

__all__ = ["view"]

_UNKNOWN_DAY = datetime(2001, 1, 1)
_RIGHT = ("canonical", "accepted", "style")


def view(
    text: str,
    start: int,
    end: int,
    hits: Iterable[Hit] = (),
    words: tuple[Token, ...] | None = None,
    values: tuple[Value, ...] | None = None,
) -> View:
    """What stands in ``text[start:end]``.

    :param hits: the catalogued names of the text; those outside the stretch are left out.
    :param values: those of the stretch, in code points of the text, where they were read already.
    """
    if values is None:
        read = read_values(text[start:end], _UNKNOWN_DAY)
        values = tuple(value.shifted(start) for value in read)
    return View(
        text,
        start,
        end,
        tuple(tokens(text, start, end)) if words is None else words,
        values,
        tuple(hit for hit in hits if start <= hit.start and hit.end <= end and hit.status in _RIGHT),
    )
