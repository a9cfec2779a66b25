"""Cutting an article into paragraphs with marks, in code points, without touching a letter."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from consistency.model import Severity
from consistency.report.direction import is_arabic, opens_in_arabic

__all__ = ["Mark", "Paragraph", "Piece", "Rows", "Style", "excerpt", "paragraph", "style_of"]

_CONTEXT = 260
"""Code points kept beside a mark where a paragraph is long."""
_HEAD, _TAIL = 700, 160
"""Code points kept at the two ends of a long marked stretch."""


Style = Literal["error", "warning", "info", "compared"]
"""What colours a mark: the severity of a flagged place, or that it was compared with one."""
_STRONGEST: tuple[Style, ...] = ("error", "warning", "info", "compared")


def style_of(severity: Severity) -> Style:
    """The style of a flagged place."""
    styles: dict[Severity, Style] = {
        Severity.ERROR: "error",
        Severity.WARNING: "warning",
        Severity.INFO: "info",
    }
    return styles[severity]


@dataclass(frozen=True)
class Mark:
    """A span of an article to be marked, in code points."""

    start: int
    end: int
    style: Style


@dataclass(frozen=True)
class Piece:
    """A stretch of a paragraph, marked or not; ``left_out`` code points are missing after it."""

    text: str
    style: str = ""
    """The strongest style of the marks on it; empty where unmarked."""
    left_out: int = 0


@dataclass(frozen=True)
class Paragraph:
    """One line of an article in pieces, with its language and direction."""

    line: int
    """1-based; 0 where it is not known."""
    pieces: tuple[Piece, ...]
    arabic: bool
    gap: bool = False
    """True where lines are left out before it."""


class Rows:
    """The lines of a text: half-open spans in code points, without the line end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.arabic = is_arabic(text)
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def span(self, number: int) -> tuple[int, int]:
        """The span of a line, 1-based."""
        start = self.starts[number - 1]
        end = self.starts[number] - 1 if number < len(self.starts) else len(self.text)
        return start, end - 1 if self.text[start:end].endswith("\r") else end

    def at(self, place: int) -> int:
        """The line of a code point, 1-based."""
        return bisect_right(self.starts, place)

    def touched(self, start: int, end: int) -> range:
        """The lines that a span touches."""
        return range(self.at(start), self.at(max(start, end - 1)) + 1)


def paragraph(rows: Rows, line: int, marks: Iterable[Mark]) -> Paragraph:
    """A whole line of a text, cut where a mark begins or ends."""
    start, end = rows.span(line)
    touching = [mark for mark in marks if mark.start < end and mark.end > start]
    cuts = sorted({start, end, *(_within(place, start, end) for m in touching for place in (m.start, m.end))})
    pieces: list[Piece] = []
    for begin, until in pairwise(cuts):
        covering = [mark.style for mark in touching if mark.start <= begin and mark.end >= until]
        style = min(covering, key=_STRONGEST.index) if covering else ""
        if pieces and pieces[-1].style == style:
            pieces[-1] = Piece(pieces[-1].text + rows.text[begin:until], style)
        else:
            pieces.append(Piece(rows.text[begin:until], style))
    return Paragraph(line, tuple(pieces), _runs_right_to_left(rows, rows.text[start:end]))


def _runs_right_to_left(rows: Rows, line: str) -> bool:
    """A line of an Arabic article that opens with Arabic runs so, however much Latin it holds."""
    if is_arabic(line):
        return True
    return rows.arabic and opens_in_arabic(line)


def _within(place: int, start: int, end: int) -> int:
    return min(max(place, start), end)


def excerpt(rows: Rows, marks: Sequence[Mark], most: int = 14) -> tuple[tuple[Paragraph, ...], int]:
    """The paragraphs that marks touch, long stretches shortened, and how many more lines they touch."""
    lines = sorted({line for mark in marks for line in rows.touched(mark.start, mark.end)})
    told = [line for line in lines if rows.text[slice(*rows.span(line))].strip()]
    paragraphs = []
    for before, line in zip([None, *told], told[:most], strict=False):
        whole = paragraph(rows, line, marks)
        gap = before is not None and any(
            rows.text[slice(*rows.span(between))].strip() for between in range(before + 1, line)
        )
        paragraphs.append(Paragraph(line, _shortened(whole.pieces), whole.arabic, gap))
    return tuple(paragraphs), max(0, len(told) - most)


def _shortened(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    short: list[Piece] = []
    for number, piece in enumerate(pieces):
        first, last = number == 0, number == len(pieces) - 1
        if piece.style:
            head, tail = _HEAD, _TAIL
        else:
            head, tail = (0 if first and not last else _CONTEXT), (0 if last and not first else _CONTEXT)
        short.extend(_cut(piece, head, tail))
    return tuple(short)


def _cut(piece: Piece, head: int, tail: int) -> list[Piece]:
    """A stretch without its middle, cut at blanks so that no word is torn."""
    text = piece.text
    if len(text) <= head + tail + 80:
        return [piece]
    until = text.rfind(" ", 0, head + 1) + 1 if head else 0
    begin = text.find(" ", len(text) - tail) if tail else len(text)
    until = until or head
    begin = begin if begin >= 0 else len(text) - tail
    kept = [Piece(text[:until], piece.style, left_out=begin - until), Piece(text[begin:], piece.style)]
    return [one for one in kept if one.text or one.left_out]
