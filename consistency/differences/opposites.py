"""Two ends of a pair of opposites."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consistency.differences.shape import Contrast, Difference
from consistency.languages.arabic.normalise import Token
from consistency.languages.arabic.opposites import are_opposites
from consistency.wording import say

__all__ = ["opposites"]

_LEAST_ALIKE = 0.7
"""Similarity of two sentences from which on opposite words in them are no accident."""


def opposites(contrast: Contrast) -> Iterator[Difference]:
    """Opposite words in the two sides of a block, of sentences that are much alike."""
    if contrast.alike < _LEAST_ALIKE:
        return
    for block in contrast.blocks:
        yield from _opposed(*contrast.sides(block))


def _opposed(one: Sequence[Token], other: Sequence[Token]) -> Iterator[Difference]:
    for x in one:
        for y in other:
            if are_opposites(x.folded, y.folded):
                reason = say("«{one}» and «{other}» are opposites", one=x.text, other=y.text)
                said = x.folded, y.folded
                yield Difference("antonym", (x.start, x.end), (y.start, y.end), said, reason)
                return
