"""Why two sentences are judged as they are, in a form that a reader can check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from consistency.pairs.alignment import Aligned
from consistency.pairs.mismatches import Mismatch
from consistency.pairs.scorer import Relation, Scorer
from consistency.pairs.units import Unit
from consistency.wording import Wording, say

__all__ = ["Reason", "ReasonKind", "Span", "reasons"]

ReasonKind = Literal[
    "number", "time", "place", "name", "polarity", "antonym", "exchanged", "thing", "wording",
    "same_words", "same_value", "few_common_words",
]  # fmt: skip
_MOST = 5
"""Reasons that are told; the first ones weigh most."""
_LEARNT = 0.0
"""What two words must add to a conflict before they are told as a reason."""


@dataclass(frozen=True)
class Span:
    """A stretch of one of the two sentences: code points, end exclusive; ``text[start:end] == quote``."""

    start: int
    end: int
    quote: str

    def as_json(self) -> dict[str, Any]:
        """The span as an object of JSON."""
        return {"start": self.start, "end": self.end, "quote": self.quote}


@dataclass(frozen=True)
class Reason:
    """One reason; a side is None where the other alone has words for it."""

    kind: ReasonKind
    a: Span | None
    b: Span | None
    why: Wording

    def as_json(self) -> dict[str, Any]:
        """The reason as an object of JSON."""
        a, b = (side.as_json() if side else None for side in (self.a, self.b))
        return {"kind": self.kind, "a": a, "b": b, "why": str(self.why)}

    def turned(self) -> Reason:
        """The same reason with the sides exchanged."""
        return Reason(self.kind, self.b, self.a, self.why)


def reasons(
    relation: Relation, pair: Aligned, found: Sequence[Mismatch], scorer: Scorer
) -> tuple[Reason, ...]:
    """The reasons for a relation, the weightiest first; none where nothing can be pointed at."""
    if relation == "conflicts":
        told = [*_of_mismatches(pair, found), *_of_words(pair, scorer)]
    elif relation == "agrees":
        told = [*_of_matches(pair)]
    else:
        told = [_of_little(pair)]
    return tuple(told[:_MOST])


def _span(text: str, unit: Unit | None) -> Span | None:
    return Span(unit.start, unit.end, text[unit.start : unit.end]) if unit else None


def _of_mismatches(pair: Aligned, found: Sequence[Mismatch]) -> Iterator[Reason]:
    for one in sorted(found, key=lambda mismatch: not mismatch.attached):
        a, b = _span(pair.a.text, one.a), _span(pair.b.text, one.b)
        yield Reason(one.kind, a, b, _said(one, a, b))


def _said(one: Mismatch, a: Span | None, b: Span | None) -> Wording:
    if a is None or b is None:
        lone = a or b
        return say("only one of them says «{word}»", word=lone.quote if lone else "")
    quotes = sorted((a.quote, b.quote))
    first, second = quotes
    match one.kind:
        case "number":
            return say("«{one}» and «{other}» are two numbers", one=first, other=second)
        case "time":
            return say("«{one}» and «{other}» are two times", one=first, other=second)
        case "place":
            return say("«{one}» and «{other}» are two places", one=first, other=second)
        case "name":
            return say("«{one}» and «{other}» are two names", one=first, other=second)
        case "thing":
            return say("«{one}» and «{other}» are two things of one kind", one=first, other=second)
        case "exchanged":
            return say("«{one}» and «{other}» stand in each other's place", one=first, other=second)
        case _:
            return say("«{one}» and «{other}» are opposites", one=first, other=second)


def _of_words(pair: Aligned, scorer: Scorer) -> list[Reason]:
    """Left-over words that stand for each other's contrary as learnt, the strongest pair of them."""
    weighed = []
    for x in pair.left_units():
        for y in pair.right_units():
            if x.kind == y.kind == "word":
                both = " + ".join(sorted((x.key, y.key)))
                weight = sum(scorer.word_weight(w, "conflicts") for w in (both, f"= {x.key}", f"= {y.key}"))
                if weight > _LEARNT:
                    weighed.append((-weight, x.start, y.start, x, y))
    if not weighed:
        return []
    _, _, _, x, y = min(weighed)
    a, b = _span(pair.a.text, x), _span(pair.b.text, y)
    one, other = sorted((x.text, y.text))
    return [
        Reason("wording", a, b, say("«{one}» stands where the other has «{other}»", one=one, other=other))
    ]


def _of_matches(pair: Aligned) -> Iterator[Reason]:
    """What both say: the values they share, and the longest stretch of their common words."""
    if not pair.matches:
        return
    for match in pair.matches:
        x, y = pair.a.units[match.left], pair.b.units[match.right]
        if x.kind in ("value", "number"):
            a, b = _span(pair.a.text, x), _span(pair.b.text, y)
            yield Reason("same_value", a, b, say("both say «{value}»", value=min(x.text, y.text)))
    left = [pair.a.units[match.left] for match in pair.matches]
    right = [pair.b.units[match.right] for match in pair.matches]
    share = 100 * len(pair.matches) // max(len(pair.a.units), len(pair.b.units))
    yield Reason(
        "same_words",
        _whole(pair.a.text, left),
        _whole(pair.b.text, right),
        say("{share} % of the words have one that says the same on the other side", share=share),
    )


def _whole(text: str, units: Sequence[Unit]) -> Span:
    """The stretch from the first of some units to the last."""
    start, end = min(unit.start for unit in units), max(unit.end for unit in units)
    return Span(start, end, text[start:end])


def _of_little(pair: Aligned) -> Reason:
    most = max(len(pair.a.units), len(pair.b.units))
    return Reason(
        "few_common_words",
        None,
        None,
        say(
            "{n} of {most} words have one that says the same on the other side",
            n=len(pair.matches),
            most=most,
        ),
    )
