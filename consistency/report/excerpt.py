"""Cutting an article into paragraphs with marks, in code points, without touching a letter."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from consistency.model import Severity

__all__ = [
    "Mark",
    "Paragraph",
    "Piece",
    "Rows",
    "Run",
    "Style",
    "excerpt",
    "is_arabic",
    "paragraph",
    "runs",
    "style_of",
]

_LETTERS = r"\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c9\ufb50-\ufdff\ufe70-\ufefc"
_MARKS = r"\u0600-\u060b\u0610-\u061a\u061c\u064b-\u066d\u06d4-\u06f9\u08ca-\u08ff\u200c\u200d"
_ARABIC = re.compile(f"[{_LETTERS}]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u0370-\u052f]")
_QUOTED = re.compile("«[^«»]*»")
_QUOTE_PARTS = re.compile("(«[^«»]*»)")
# A run is words of one script with blanks and points between them, never at its ends.
_ARABIC_WORD = f"[{_LETTERS}{_MARKS}]+"
_ARABIC_RUN = re.compile(rf"{_ARABIC_WORD}(?:[\s،؛:.«»\"'()/-]+{_ARABIC_WORD})*")
_LATIN_WORD = r"[A-Za-z\u00c0-\u024f][\w./:#-]*"
_LATIN_RUN = re.compile(rf"{_LATIN_WORD}(?:\s+{_LATIN_WORD})*")

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


@dataclass(frozen=True)
class Run:
    """A stretch of a sentence; ``foreign`` where it runs against the sentence."""

    text: str
    foreign: bool


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


def is_arabic(text: str) -> bool:
    """True where Arabic letters outnumber Latin, Greek and Cyrillic ones."""
    return len(_ARABIC.findall(text)) > len(_LATIN.findall(text))


def speaks_arabic(sentence: str) -> bool:
    """The same for a sentence of the tool, whatever it quotes between « »."""
    return is_arabic(_QUOTED.sub("", sentence))


def runs(sentence: str) -> list[Run]:
    """A sentence in stretches, those of the other direction apart, so that they can be isolated whole.

    What stands between « » and is of the other direction is one stretch, numbers and points included.
    """
    arabic = speaks_arabic(sentence)
    pattern = _LATIN_RUN if arabic else _ARABIC_RUN
    stretches: list[Run] = []
    for quoted in _QUOTE_PARTS.split(sentence):
        if (
            quoted.startswith("«")
            and len(quoted) > 2
            and is_arabic(quoted) != arabic
            and pattern.search(quoted)
        ):
            stretches += [Run("«", False), Run(quoted[1:-1], True), Run("»", False)]
        else:
            stretches += _runs(quoted, pattern)
    return [run for run in stretches if run.text]


def _runs(text: str, pattern: re.Pattern[str]) -> list[Run]:
    stretches, done = [], 0
    for match in pattern.finditer(text):
        stretches += [Run(text[done : match.start()], False), Run(match[0], True)]
        done = match.end()
    return [*stretches, Run(text[done:], False)]


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
    arabic, latin = _ARABIC.search(line), _LATIN.search(line)
    return rows.arabic and arabic is not None and (latin is None or arabic.start() < latin.start())


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
