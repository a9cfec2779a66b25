"""The lines of a document while it is told what they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from consistency.cohesion import Bag, stems
from consistency.languages.arabic.normalise import fold_text
from consistency.model import Confidence, Passage, PassageKind
from consistency.wording import Wording

__all__ = ["LONG_LINE", "Line", "lines_of", "tell_marked"]

LONG_LINE = 160
"""Letters: a longer line is a paragraph."""


@dataclass
class Line:
    """A line without its outer white space; the kind is None until it is told."""

    start: int
    end: int
    text: str
    folded: str
    """The folded text with single spaces: equal for lines that differ in vowel marks alone."""
    kind: PassageKind | None = None
    why: Wording | str = ""
    label: str | None = None
    confidence: Confidence = Confidence.HIGH

    def told(self, kind: PassageKind, why: Wording | str, confidence: Confidence = Confidence.HIGH) -> None:
        self.kind, self.why, self.confidence = kind, why, confidence

    @cached_property
    def stems(self) -> Bag:
        return stems(self.text)


def lines_of(text: str) -> Iterator[Line]:
    """The lines that have text, in order; a text is folded once, for folding leaves its lines."""
    start = 0
    for raw, folded in zip(text.split("\n"), fold_text(text).split("\n"), strict=True):
        body = raw.strip()
        if body.strip("\u200e\u200f\ufeff"):
            begin = start + raw.index(body)
            yield Line(begin, begin + len(body), body, " ".join(folded.split()))
        start += len(raw) + 1


def tell_marked(lines: list[Line], marked: tuple[Passage, ...]) -> None:
    """Tell the lines of which the source says what they are."""
    kinds = {passage.start: passage for passage in marked}
    for line in lines:
        passage = kinds.get(line.start)
        if passage is not None:
            line.told(passage.kind, passage.why)
