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
    starters = _starters()
    found: list[Draft] = []
    index, count = 0, len(scanned.tokens)
    while index < count:
        if not _may_start(scanned, index, starters):
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


def _starters() -> frozenset[str]:
    return _STARTERS


_STARTERS: frozenset[str] = frozenset(
    "بين من منذ قبل بعد خلال في حتى الى طوال لمدة مدة عند هذا هذه ذات اخر وقت بقية باقي اليوم منتصف وقبل ومنذ وبعد"
    " وخلال وفي وحتى ومن وبين اول مساء ما ال قرابة كل غضون الساعة وبين لبضع سالب الغداء بالمئة بالمائة".split()
)
_ROLES = frozenset(
    "number scale two vague few fraction ordinal month month_head weekday bare_weekday season part_of_month day_words"
    " now part_of_day decade time measure money noun code minus".split()
)


def _may_start(scanned: Scan, index: int, starters: frozenset[str]) -> bool:
    token = scanned.tokens[index]
    if token.kind in "nr":
        return True
    if token.kind == "p":
        return token.text in "$€£¥₪₽₺﷼₹%٪-−"
    if token.kind != "w":
        return False
    word = token.word
    if word.roles:
        return True
    folded = word.folded
    return folded in starters or _first_words(folded) or (folded[:1] in "وفبل" and _first_words(folded[1:]))


def _first_words(folded: str) -> bool:
    return folded in phrases("context", "comparator") or folded in phrases("calendar", "holiday")


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
