"""Dates, periods, durations, numbers, money and counted quantities in Arabic news."""

from __future__ import annotations

from consistency.languages.arabic.values.compare import agree
from consistency.languages.arabic.values.dateline import read_dateline
from consistency.languages.arabic.values.infer import infer_publication
from consistency.languages.arabic.values.lengths import place_lengths
from consistency.languages.arabic.values.reader import (
    Seen,
    read_undated,
    read_values,
    read_values_between,
)

__all__ = [
    "Seen",
    "agree",
    "infer_publication",
    "place_lengths",
    "read_dateline",
    "read_undated",
    "read_values",
    "read_values_between",
]
