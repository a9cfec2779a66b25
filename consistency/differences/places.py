"""Two places of one level of which neither contains the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consistency.catalogue import Hit
from consistency.differences.shape import Contrast, Difference, View, span_of
from consistency.languages.arabic.normalise import Token
from consistency.wording import say

__all__ = ["places", "two_places"]

_LONGEST = 3


def places(contrast: Contrast) -> Iterator[Difference]:
    """Places of which one alone stands in each side of a block."""
    for block in contrast.blocks:
        one, other = contrast.sides(block)
        if not block.held or not one or not other or max(len(one), len(other)) > _LONGEST:
            continue
        left, right = _named(contrast.a, one), _named(contrast.b, other)
        if len(left) == len(right) == 1:
            x, y = left[0], right[0]
            if x.rule.level == y.rule.level and not contrast.nested(x.rule.id, y.rule.id):
                yield two_places(x, y)


def two_places(x: Hit, y: Hit) -> Difference:
    """Two places of which neither contains the other, as what two texts tell differently."""
    reason = say(
        "«{one}» and «{other}» are two places, and neither contains the other", one=x.quote, other=y.quote
    )
    said = x.rule.canonical, y.rule.canonical
    return Difference("place", (x.start, x.end), (y.start, y.end), said, reason)


def _named(view: View, words: Sequence[Token]) -> list[Hit]:
    start, end = span_of(words)
    return [hit for hit in view.places if hit.start < end and start < hit.end]
