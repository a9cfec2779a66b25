"""Times of one event that do not meet: dates, days of the week, ends of periods, vague spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from consistency.differences.shape import TIMES, Block, Contrast, Difference, span_of
from consistency.differences.values import key, same_print, told
from consistency.languages.arabic.normalise import Token, fold_word
from consistency.languages.arabic.values import agree
from consistency.model import Value
from consistency.wording import say

__all__ = ["WEEK", "begin_apart", "counted_from_the_page", "times"]

_RELATIVE = ("today", "yesterday", "tomorrow", "days from")
_OPEN_ENDS = {"from then until the reference": "begin", "from the reference until then": "until"}
"""Periods of which the text states one end; the other is the day of the article."""
_ALIKE = 0.6
"""Similarity of two sentences from which on two days of the week in them date one thing."""
_CALENDARS_APART = 2
"""Days by which a Hijri date and its Gregorian one may differ without a fault."""


def times(contrast: Contrast) -> Iterator[Difference]:
    """What two sentences date differently; two days of the week before all else."""
    for block in contrast.blocks:
        close = contrast.alike >= _ALIKE or block.single
        found = (close and _two_weekdays(*contrast.sides(block))) or _two_spans(contrast, block)
        if found:
            yield found
            return
    for _, x, y in contrast.value_pairs:
        if x.kind in TIMES and x.grain == y.grain and _apart(x, y) and not same_print(x, y):
            reason = say("{one} and {other} do not meet", one=told(x), other=told(y))
            yield Difference("time", (x.start, x.end), (y.start, y.end), (_key(x), _key(y)), reason)


def _two_weekdays(one: tuple[Token, ...], other: tuple[Token, ...]) -> Difference | None:
    here, there = ([word for word in side if word.folded in WEEK] for side in (one, other))
    if len(here) != 1 or len(there) != 1 or here[0].folded == there[0].folded:
        return None
    said = here[0].folded, there[0].folded
    reason = say("«{one}» and «{other}» are two days", one=here[0].text, other=there[0].text)
    return Difference("time", span_of(here), span_of(there), said, reason)


def _two_spans(contrast: Contrast, block: Block) -> Difference | None:
    """«بعد أيام» and «بعد أشهر»: no number, and units of which neither holds the other."""
    if not block.single:
        return None
    one, other = contrast.sides(block)
    left, right = contrast.a.values_in(*span_of(one)), contrast.b.values_in(*span_of(other))
    if not (_vague(left) and _vague(right)) or left[0].unit == right[0].unit:
        return None
    said = left[0].unit or "", right[0].unit or ""
    reason = say("«{one}» and «{other}» are two lengths of time", one=one[0].text, other=other[0].text)
    return Difference("time", span_of(one), span_of(other), said, reason)


def _vague(values: Sequence[Value]) -> bool:
    """Whether it is a plural without a number, «أيام», «قبل أيام»."""
    if len(values) != 1 or values[0].kind not in ("duration", "period"):
        return False
    plural = values[0].comparator == "at_least" and values[0].number == 3
    return plural and not any(letter.isdigit() for letter in values[0].quote)


def _apart(x: Value, y: Value) -> bool:
    if x.kind == y.kind == "period":
        ends = [end for how, end in _OPEN_ENDS.items() if how in x.how and how in y.how]
        if ends:
            return _days_between(*(getattr(value, ends[0]) for value in (x, y))) >= _least(x, y)
        if _open(x) or _open(y):
            return False
        if x.how.startswith("from ") and y.how.startswith("from ") and x.grain in ("day", "year"):
            gaps = [_days_between(x.begin, y.begin), _days_between(x.until, y.until)]
            return max(gaps) >= _least(x, y)
    if _hour_alone(x) != _hour_alone(y):
        return False  # «الساعة الثامنة» is of the day that the article tells elsewhere
    return agree(x, y) == "disjoint" and not _one_weekday(x, y)


def _hour_alone(value: Value) -> bool:
    """Whether a time is an hour without a day of its own."""
    return value.how.startswith("time of day on ")


def _open(value: Value) -> bool:
    return any(how in value.how for how in _OPEN_ENDS)


def begin_apart(x: Value, y: Value) -> bool:
    """Whether two times begin on two days; a Hijri day may differ by one from its Gregorian one."""
    return _days_between(x.begin, y.begin) >= _least(x, y)


def _least(x: Value, y: Value) -> int:
    """Days between two ends from which on they are two."""
    return 1 if ("Hijri" in x.how) == ("Hijri" in y.how) else _CALENDARS_APART


def _days_between(a: str | None, b: str | None) -> int:
    if a is None or b is None:
        return 0
    return abs((date.fromisoformat(a[:10]) - date.fromisoformat(b[:10])).days)


def _key(value: Value) -> str:
    """The end that the text states, or both."""
    if "from the reference until then" in value.how:
        return value.until or ""
    return f"{value.begin}/{value.until}" if value.kind == "period" else key(value)


def counted_from_the_page(value: Value) -> bool:
    """Whether a time hangs on the day of publication, which pages often get wrong: «أمس», «هذا الأسبوع»."""
    if "weekday beside it" in value.how:
        return False
    return any(mark in value.how for mark in (*_RELATIVE, "week: "))


def _one_weekday(x: Value, y: Value) -> bool:
    """Whether both say one day of the week and no date: «الأربعاء» and «الأربعاء المقبل»."""
    one, other = ({w for w in fold_word(v.quote).split() if w in WEEK} for v in (x, y))
    return bool(one & other) and not any(letter.isdigit() for letter in x.quote + y.quote)


WEEK = tuple(
    fold_word(day) for day in ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
)
"""The days of the week, folded; Monday is 0."""
