"""The grammar at work: at every word that can start a value, the longest reading wins."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from consistency.languages.arabic.values.amounts import AMOUNT, read_amount
from consistency.languages.arabic.values.dispatch import Choice
from consistency.languages.arabic.values.draft import Draft, finish
from consistency.languages.arabic.values.junk import is_name
from consistency.languages.arabic.values.lexicon import HEAD
from consistency.languages.arabic.values.numerals import ORDINAL, counts_alone
from consistency.languages.arabic.values.ordinals import RANK, read_ordinal_value, read_rank
from consistency.languages.arabic.values.periods import PERIOD, read_period
from consistency.languages.arabic.values.points import POINT, read_point
from consistency.languages.arabic.values.ranges import read_range
from consistency.languages.arabic.values.scan import Direction, Scan, scan
from consistency.languages.arabic.values.starts import starting_places
from consistency.languages.arabic.values.told import read_told
from consistency.model import Value

__all__ = ["ANY_DAY", "Seen", "read_undated", "read_values", "read_values_between"]


class Seen(NamedTuple):
    """A value seen from two days."""

    value: Value
    """Seen from the first."""
    other: Value | None
    """The same words seen from the second; None where they are no such value then."""

    @property
    def hangs(self) -> bool:
        """Whether the day from which it is seen moves it, or an end of it."""
        other = self.other
        return other is None or (self.value.begin, self.value.until) != (other.begin, other.until)

    @property
    def moves(self) -> bool:
        """Whether it is a value from both days, and begins elsewhere from the second."""
        return self.other is not None and self.value.begin != self.other.begin


def read_values(text: str, reference: datetime, *, direction: Direction = "auto") -> list[Value]:
    """Dates, periods, durations, numbers, money and counted quantities, in text order, not overlapping.

    :param text: raw text; spans are code points of it.
    :param reference: the moment from which «أمس» and «الشهر المقبل» are counted.
    :param direction: how a bare weekday or month resolves; "auto" looks at the verb of its clause.
    """
    if len(text) > _REMEMBERED:
        return list(_read(text, reference, direction))
    return list(_remembered(text, reference, direction))


def read_values_between(text: str, first: datetime, last: datetime) -> list[Seen]:
    """The values of a text of which only the first and the last possible reference are known.

    The text is read once, from the first; its times alone are read again from the last.
    """
    read = _read_between if len(text) > _REMEMBERED else _remembered_between
    return list(read(text, first, last))


def read_undated(text: str) -> list[Seen]:
    """The values of a text without a known reference, seen from two days that share nothing."""
    return read_values_between(text, ANY_DAY, _OTHER_DAY)


_REMEMBERED = 1_000
"""Code points; the values of a shorter text, a sentence or a paragraph, are kept for who asks next."""
_KEPT = 4_096
ANY_DAY, _OTHER_DAY = datetime(2075, 8, 24), datetime(2011, 3, 10)
"""Two days that share no weekday, month or decade; from the first of them all that is news is past."""


def _read(text: str, reference: datetime, direction: Direction) -> tuple[Value, ...]:
    scanned = scan(text, reference, direction)
    drafts = [draft for _, group in _groups(scanned) for draft in group]
    return tuple(finish(scanned, draft) for draft in drafts if _fits(draft))


def _read_between(text: str, first: datetime, last: datetime) -> tuple[Seen, ...]:
    scanned = scan(text, first, "auto")
    other = scanned.seen_from(last)
    seen: list[Seen] = []
    before: list[Draft] = []
    for index, group in _groups(scanned):
        if group[0].begin is None and group[-1].begin is None:  # no day moves it
            before.extend(group)
            for draft in filter(_fits, group):
                value = finish(scanned, draft)
                seen.append(Seen(value, value))
            continue
        again = _inside_calendar(other, index, before)
        before.extend(again)
        places = {(draft.start, draft.end): draft for draft in again if _fits(draft)}
        for draft in filter(_fits, group):
            twin, value = places.get((draft.start, draft.end)), finish(scanned, draft)
            same = twin == draft  # most dates with their year
            seen.append(Seen(value, value if same else finish(other, twin) if twin is not None else None))
    return tuple(seen)


_remembered = lru_cache(maxsize=_KEPT)(_read)
_remembered_between = lru_cache(maxsize=_KEPT)(_read_between)


def _fits(draft: Draft) -> bool:
    return draft.number is None or abs(draft.number) < 1e18


def _groups(scanned: Scan) -> Iterator[tuple[int, list[Draft]]]:
    """The drafts of the text by the token at which they were read, the longest reading at each."""
    found: list[Draft] = []
    behind = 0
    for index in starting_places(scanned):
        if index < behind:
            continue
        name_end = is_name(scanned, index)
        if name_end is not None:
            behind = name_end
            continue
        drafts = _inside_calendar(scanned, index, found)
        if drafts:
            found.extend(drafts)
            yield index, drafts
            behind = max(drafts[0].end, drafts[-1].end)  # there are two at most


_FIRST_YEAR, _LAST_YEAR = 200, 8900


_DATES_ALONE = frozenset(
    (
        "bare_weekday", "day_words", "decade", "month", "month_head", "now", "part_of_day", "part_of_month",
        "season", "shy_month", "turn", "weekday",
    )
)  # fmt: skip
"""Meanings of which only a date can come."""
_RANKED = frozenset(("الاحد", "الاخير", "الاخيرة"))
"""«الأحد عشر» is eleven, «السطر الأخير» a rank."""


_RULES = Choice(
    (PERIOD, read_period),
    (POINT, read_point),
    (AMOUNT, read_amount),
    (ORDINAL, read_ordinal_value),
    (RANK, read_rank),
)
_OF_A_DATE = Choice((POINT, read_point))
_OF_AMOUNTS = Choice((AMOUNT, read_amount))


def _inside_calendar(scanned: Scan, index: int, before: list[Draft]) -> list[Draft]:
    """The longest reading; none where a reference at the edge of the calendar leaves no room for it."""
    if _FIRST_YEAR < scanned.reference.year < _LAST_YEAR:
        return _at(scanned, index, before)
    try:
        return _at(scanned, index, before)
    except (OverflowError, ValueError):
        return []


def _at(scanned: Scan, index: int, before: list[Draft]) -> list[Draft]:
    """The longest reading at this place; two drafts for a range of amounts."""
    told = read_told(scanned, index, before)
    if told is not None or scanned.tokens[index].word.signs == HEAD:
        return [told] if told is not None else []
    ranged = read_range(scanned, index)
    single = _rules_at(scanned, index).every(scanned, index)
    if not ranged and len(single) < 2:
        return single
    return max(([ranged] if ranged else []) + [[draft] for draft in single], key=_reach)


def _rules_at(scanned: Scan, index: int) -> Choice[Draft]:
    """What may be read at this place, beside a range."""
    token = scanned.tokens[index]
    if token.kind != "w":
        return _OF_AMOUNTS if token.kind == "p" or counts_alone(scanned, index) else _RULES
    word = token.word
    if word.roles and not word.opens and word.roles.keys() <= _DATES_ALONE and token.folded not in _RANKED:
        return _OF_A_DATE
    return _RULES


def _reach(drafts: list[Draft]) -> tuple[int, int, bool]:
    """What the longest reading has most of: it ends last, begins first, and knows what is counted."""
    return drafts[-1].end, -drafts[0].start, drafts[0].kind == "quantity"
