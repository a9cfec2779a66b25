"""What the matrix of an overview is made of: rows, cells, the signs of their states."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from consistency.model import Finding, Severity
from consistency.report.safe import one_line, shorten

__all__ = ["LABEL", "SIGNS", "Cell", "Linked", "Row", "RowKind", "State", "flagged_cell", "short"]

State = Literal["agrees", "differs", "says", "later", "uncompared", "silent", "only", "origin"]
SIGNS: dict[State, str] = {
    "agrees": "✓",
    "differs": "≠",
    "says": "○",
    "later": "↻",
    "uncompared": "~",
    "silent": "–",
    "only": "◆",
    "origin": "=",
}
"""A sign beside every word of the matrix."""

RowKind = Literal["fact", "spelling", "passage", "origin"]

_RANKS = {severity.value: severity.rank for severity in Severity}
LABEL = 110
"""Code points of a row's label."""
_VALUE = 40


@dataclass(frozen=True)
class Cell:
    """What one article says in one row."""

    state: State
    value: str = ""
    finding: str = ""
    """The link name of the finding that flags it; empty where none does."""
    severity: str = ""


@dataclass(frozen=True)
class Row:
    """One fact, name or passage, and a cell for each article that speaks of it."""

    kind: RowKind
    label: str
    cells: Mapping[str, Cell]
    findings: frozenset[str] = field(default_factory=frozenset)
    """Link names of the findings that belong to it."""

    @property
    def order(self) -> tuple[int, int]:
        """Rows with something to look at first, the worst of them before, then those that most tell."""
        ranks = [
            _RANKS.get(cell.severity, 3) for cell in self.cells.values() if cell.state in ("differs", "only")
        ]
        plain = 3 if self.kind == "origin" else 4
        return (min(ranks, default=plain), -len(self.cells))


class Linked(NamedTuple):
    """A finding and its link name."""

    link: str
    finding: Finding


def flagged_cell(one: Linked) -> Cell:
    """The cell of the article that a finding flags."""
    value = short(one.finding.locations[0].quote)
    return Cell("differs", value, one.link, one.finding.severity.value)


def short(text: str) -> str:
    """A value as a cell has room for it."""
    return shorten(one_line(text), _VALUE)
