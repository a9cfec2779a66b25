"""Two ends of a pair of opposites."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from consistency.differences.shape import Contrast, Difference
from consistency.languages.arabic.events import inflections
from consistency.languages.arabic.normalise import Token, fold_word, strip_proclitics
from consistency.wording import say
from consistency.yaml_places import read_plain

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
            if any((number, 1 - side) in _sides(y) for number, side in _sides(x)):
                reason = say("«{one}» and «{other}» are opposites", one=x.text, other=y.text)
                said = x.folded, y.folded
                yield Difference("antonym", (x.start, x.end), (y.start, y.end), said, reason)
                return


@cache
def _opposite_sides() -> dict[str, frozenset[tuple[int, int]]]:
    """Each folded word with its pairs: (number of the pair, side)."""
    data = read_plain((files("consistency.languages.arabic") / "antonyms.yaml").read_text(encoding="utf-8"))
    found: dict[str, set[tuple[int, int]]] = {}
    for number, pair in enumerate(data):
        for side, words in enumerate(pair):
            for word in words:
                for form in {*inflections(past=fold_word(word)), *inflections(noun=fold_word(word))}:
                    found.setdefault(form, set()).add((number, side))
    return {word: frozenset(sides) for word, sides in found.items()}


def _sides(word: Token) -> frozenset[tuple[int, int]]:
    known = _opposite_sides()
    return frozenset().union(*(known.get(rest, frozenset()) for _, rest in strip_proclitics(word.folded)))
