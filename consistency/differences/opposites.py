"""Two ends of a pair of opposites."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consistency.differences.shape import TIMES, Contrast, Difference, View
from consistency.languages.arabic.normalise import Token
from consistency.languages.arabic.opposites import are_opposites, sides
from consistency.languages.arabic.tolls import befell
from consistency.wording import say

__all__ = ["opposites"]

_LEAST_ALIKE = 0.7
"""Similarity of two sentences from which on opposite words in them are no accident."""
_LEAST_ALIKE_SINGLE = 0.6
"""The same where one opposite stands for the other, word for word."""


def opposites(contrast: Contrast) -> Iterator[Difference]:
    """Opposite words in the two sides of a block, of sentences that are much alike."""
    for block in contrast.blocks:
        least = _LEAST_ALIKE_SINGLE if block.single else _LEAST_ALIKE
        if contrast.alike >= least and not block.cut:
            one, other = contrast.sides(block)
            for found in _opposed(_sided(contrast.a, one), _sided(contrast.b, other)):
                if not (_says_both(contrast.a, found.said[0]) and _says_both(contrast.b, found.said[1])):
                    yield found


def _says_both(view: View, word: str) -> bool:
    """Whether a sentence also has the opposite of its own word: «رجل وامرأة»."""
    return any(are_opposites(word, other.folded) for other in view.words)


def _sided(view: View, words: Sequence[Token]) -> list[Token]:
    """The words that have an opposite, without those of numbers, which are compared as such.

    «مقتل» and «إصابة» are left out: a report tells of the killed and of the injured, in this order or that.
    """
    found = [word for word in words if sides(word.folded) and befell(word) is None]
    return [w for w in found if all(v.kind in TIMES for v in view.values_in(w.start, w.end))]


def _opposed(one: Sequence[Token], other: Sequence[Token]) -> Iterator[Difference]:
    for x in one:
        for y in other:
            if are_opposites(x.folded, y.folded):
                reason = say("«{one}» and «{other}» are opposites", one=x.text, other=y.text)
                said = x.folded, y.folded
                yield Difference("antonym", (x.start, x.end), (y.start, y.end), said, reason)
                return
