"""Days and months: «18 سبتمبر», «التاسع من مايو المقبل», «20 من الشهر القادم», «أكتوبر المقبل»."""

from __future__ import annotations

from consistency.languages.arabic.values.lexicon import words_of
from consistency.languages.arabic.values.months import Month, is_unit, read_month, read_turn, read_year
from consistency.languages.arabic.values.numerals import counts_something, read_ordinal, read_small
from consistency.languages.arabic.values.scan import Scan
from consistency.languages.arabic.values.span import Found, When

__all__ = ["read_day_month", "read_day_number", "read_month_first"]

_BEFORE_MONTH = words_of("grammar", "before_month")
_PAIR_LEADS = words_of("grammar", "pair_leads")


def read_day_number(scan: Scan, index: int) -> tuple[int, int] | None:
    """A day of the month in digits or as an ordinal: (end, 1-31)."""
    small = read_small(scan, index, 31)
    if small is not None and scan.is_mark(small[0], ":") and scan.attached(small[0] + 1):
        return None  # «03:57»
    if small is not None:
        return small if small[1] >= 1 and len(scan.tokens[index].text) <= 2 else None
    word = scan.tokens[index].word
    ordinal = read_ordinal(scan, index) if word.roles or word.folded in ("ال", "وال") else None
    if ordinal is not None and 1 <= ordinal[1] <= 31:
        return ordinal
    return None


def read_day_month(scan: Scan, index: int) -> Found | None:
    """«18 سبتمبر», «التاسع من مايو المقبل», «20 من الشهر القادم», «يوم 27»."""
    at, led = index, False
    if is_unit(scan, index, "day"):
        at, led = index + 1, True
    day = read_day_number(scan, at)
    if day is None or (
        scan.is_mark(day[0], "/-") and scan.attached(day[0]) and scan.tokens[day[0] + 1].kind == "n"
    ):
        return None
    if scan.tokens[at].kind == "n" and at > 0 and scan.is_mark(at - 1, "/.") and scan.attached(at):
        return None
    start = at if scan.tokens[index].word.article or scan.tokens[at].kind == "w" else index
    start = index if led and not scan.tokens[index].word.article and scan.tokens[at].kind == "n" else start
    after = day[0]
    for _ in range(2):
        if scan.is_mark(after, ".-/–،,") or scan.tokens[after].folded in (
            "من",
            "في",
            "th",
            "st",
            "nd",
            "rd",
            "ل",
        ):
            after += 1
    shared = _shared_month(scan, at, day)
    if shared is not None:
        return shared
    month = read_month(scan, after)
    if month is not None:
        start = at if led else start
        return _finish(scan, start, day[1], month)
    relative = _this_month(scan, after)
    if relative is not None:
        return Found(start, relative[0], When(day=day[1], month=relative[1].month, year=relative[1].year))
    if _closing_day(scan, index, day):
        return Found(index, day[0], When(day=day[1]))
    if led and scan.tokens[at].kind == "n" and not counts_something(scan, day[0]):
        turn = read_turn(scan, day[0])
        return Found(start, turn[0] if turn else day[0], When(day=day[1], turn=turn[1] if turn else None))
    return None


def _shared_month(scan: Scan, index: int, day: tuple[int, int]) -> Found | None:
    """The first day of «يومي 6 و7 مارس 2016», «أيام 17 و18 و19 ماي»: its month stands behind the last one."""
    before = scan.tokens[index - 1].word
    led = scan.among(index - 1, _PAIR_LEADS) or "weekday" in before.roles
    follows = scan.tokens[index - 1].folded == "و" and scan.tokens[index - 2].kind == "n"
    if scan.tokens[index].kind != "n" or not (led or follows):
        return None
    at = day[0]
    for _ in range(6):
        if scan.tokens[at].folded != "و" or read_small(scan, at + 1, 31) is None:
            return None
        at += 2
        month = read_month(scan, at)
        if month is not None:
            return _finish(scan, index, day[1], month)._replace(end=day[0])
        relative = _this_month(scan, at)
        if relative is not None:  # «يومي 20 و21 الجاري»
            return Found(index, day[0], relative[1]._replace(day=day[1]))
    return None


def _closing_day(scan: Scan, index: int, day: tuple[int, int]) -> bool:
    """«عاد في الحادي والعشرين.»: an ordinal above ten behind a preposition, with no noun to it."""
    end, number = day
    word, token = scan.tokens[index].word, scan.tokens[index]
    if token.kind != "w" or number <= 10 or end < index + 2 or not word.article:
        return False
    led = word.preposition == "ل" or scan.tokens[index - 1].folded in ("في", "الى", "حتى")
    return led and (end >= scan.count or scan.tokens[end].kind in "pl") and not scan.is_mark(end, "-/%")


def _this_month(scan: Scan, index: int) -> tuple[int, When] | None:
    """«من هذا الشهر», «من الشهر القادم», «الجاري» after a day of the month."""
    reference = scan.reference
    turn: int | None = None
    at = index
    if "this" in scan.tokens[at].word.roles and is_unit(scan, at + 1, "month"):
        at, turn = at + 2, 0
        if scan.tokens[at - 1].word.article and read_turn(scan, at):
            at += 1
    elif is_unit(scan, at, "month") and scan.tokens[at].word.article:
        found = read_turn(scan, at + 1)
        if found is not None:
            at, turn = found
    elif scan.tokens[at].word.roles.get("turn", 9) == 0 and scan.tokens[index - 1].kind in "nw":
        at, turn = at + 1, 0
    if turn is None:
        return None
    index_of_month = reference.year * 12 + reference.month - 1 + turn
    return at, When(year=index_of_month // 12, month=index_of_month % 12 + 1)


def _finish(scan: Scan, start: int, day: int | None, month: Month) -> Found:
    """The year or turn behind a month."""
    turn = read_turn(scan, month.end)
    year = read_year(scan, turn[0] if turn else month.end, month)
    if year is not None:
        hijri = month.hijri if not year.explicit or not year.hijri else True
        return Found(start, year.end, When(year=year.year, month=month.month, day=day, hijri=hijri))
    if turn is not None:
        return Found(start, turn[0], When(month=month.month, day=day, hijri=month.hijri, turn=turn[1]))
    return Found(start, month.end, When(month=month.month, day=day, hijri=month.hijri))


def read_month_first(scan: Scan, index: int, need_day: bool = False) -> Found | None:
    """«أكتوبر المقبل», «مايو الحادي عشر», «يناير 2001»."""
    start = index
    this = "this" in scan.tokens[index].word.roles
    month = read_month(scan, index + 1 if this else index)
    if month is None:
        return None
    at = month.end
    ordinal = (
        read_ordinal(scan, at)
        if scan.tokens[at].word.article and not scan.tokens[at].word.preposition
        else None
    )
    if ordinal is not None and 1 <= ordinal[1] <= 31 and scan.tokens[at].kind == "w":
        return _finish(scan, start, ordinal[1], month._replace(end=ordinal[0]))
    small = read_small(scan, at, 31)
    if small is not None and len(scan.tokens[at].text) <= 2 and not counts_something(scan, small[0]):
        year = read_year(scan, small[0], month._replace(end=small[0]))
        if year is not None or need_day:
            return _finish(scan, start, small[1], month._replace(end=small[0]))
    if need_day:
        return None
    found = _finish(scan, start, None, month)
    if this and found.when is not None and found.when.year is None:
        found = found._replace(when=found.when._replace(turn=0))
    if month.sure or found.end > month.end or this or _expects_month(scan, index):
        return found
    return None


def _expects_month(scan: Scan, index: int) -> bool:
    word = scan.tokens[index].word
    before = scan.tokens[index - 1].folded
    if word.stem == "صفر":
        return False  # «بهدف لصفر»
    if word.preposition and not word.article:
        return word.preposition == "ل" or "month" in word.roles
    return (
        before in _BEFORE_MONTH
        or (scan.alone(index, index + 1) and "number" not in word.roles)
        or "month" in scan.tokens[index - 1].word.roles
    )
