"""When an article without a date line was published, as far as its text supports it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from consistency.languages.arabic.values.dates import read_date
from consistency.languages.arabic.values.events import read_event
from consistency.languages.arabic.values.lexicon import words_of
from consistency.languages.arabic.values.numerals import read_ordinal
from consistency.languages.arabic.values.place import WEEKDAYS
from consistency.languages.arabic.values.reader import ANY_DAY
from consistency.languages.arabic.values.scan import Scan, scan
from consistency.languages.arabic.values.span import Found
from consistency.languages.arabic.values.tense import tense_at
from consistency.model import PublicationDate
from consistency.wording import Wording, listed, say, term

__all__ = ["infer_publication"]

_SAME_STORY = 4
"""Days: articles of one story are published this near to one another."""
_YEARS = 5
"""A weekday and a day of the month meet again after five or six years, so no more than five are searched."""
_USUAL = 9
"""Months: nobody writes «مارس الماضي» of a March further back, nor «أكتوبر المقبل» of one further ahead."""
_SPAN = 200
"""Days: an interval longer than this says nothing."""


@dataclass(frozen=True)
class _Clue:
    """What one place of the text demands of the day of publication."""

    fits: Callable[[date], bool]
    why: Wording
    days: bool = False
    """True where it tells the day and not only the season."""


def infer_publication(text: str, others: list[PublicationDate]) -> PublicationDate | None:
    """An interval of days with its reason; None where nothing in the text supports one.

    :param text: the article.
    :param others: publication dates of other articles of the same story, stated or inferred.
    """
    scanned = scan(text, ANY_DAY, "auto")
    places = _places(scanned)
    if not others and not _may_tell(scanned, places):
        return None
    dates = tuple(_found(scanned))
    clues = list(_clues(scanned, places, dates))
    near = [(date.fromisoformat(o.earliest), date.fromisoformat(o.latest)) for o in others]
    telling = any(clue.days for clue in clues)
    if not clues or not (near or telling):
        return None
    earliest = _lower_bound(scanned, dates)
    possible = _possible(earliest, near)
    why = [clue.why for clue in clues]
    days = _fitting(clues, filter(_beside(near), possible)) if near else []
    if days:
        why.append(say("within four days of articles of the same story"))
    elif telling:
        days = _fitting(clues, possible)
    if not days:
        return None
    if (days[-1] - days[0]).days > _SPAN:
        return None
    if earliest is not None:
        why.append(say("not before {day}, the latest day it tells of as past", day=str(earliest)))
    reasons = say("inferred: {reasons}", reasons=listed(dict.fromkeys(why), "; "))
    return PublicationDate(days[0].isoformat(), days[-1].isoformat(), False, reasons)


def _margin() -> timedelta:
    return timedelta(days=_SAME_STORY)


def _possible(earliest: date | None, near: list[tuple[date, date]]) -> list[date]:
    """The days from the lower bound on, or around the other articles."""
    starts = [a for a, _ in near]
    first = earliest or (min(starts) - timedelta(days=366) if starts else None)
    if first is None:
        return []
    last = first + timedelta(days=366 * _YEARS)
    if near:
        last = max(last, max(b for _, b in near) + _margin())
    return list(map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1)))


def _beside(near: list[tuple[date, date]]) -> Callable[[date], bool]:
    """Whether a day lies around the other articles."""
    spans = [(a - _margin(), b + _margin()) for a, b in near]
    return lambda day: any(first <= day <= last for first, last in spans)


def _fitting(clues: list[_Clue], days: Iterable[date]) -> list[date]:
    """Days that fit every clue."""
    for clue in clues:
        days = list(filter(clue.fits, days))
    return list(days)


_CLUES = frozenset(("day_words", "time", "weekday"))
_ANNIVERSARY = ("الذكرى", "ذكرى")


def _places(scanned: Scan) -> list[int]:
    """Where a clue may start, dates of months and years apart."""
    tokens = scanned.tokens
    return [
        at
        for at in scanned.heads
        if not _CLUES.isdisjoint(tokens[at].word.roles) or tokens[at].folded in _ANNIVERSARY
    ]


def _may_tell(scanned: Scan, places: Sequence[int]) -> bool:
    """Whether a clue tells the day: without one, and without another article, nothing is inferred."""
    days = chain(_coming_months(scanned, places), _started(scanned, places), _anniversaries(scanned, places))
    return any(True for _ in days)


def _clues(scanned: Scan, places: Sequence[int], dates: Sequence[Found]) -> Iterator[_Clue]:
    yield from _named_days(scanned, places)
    yield from _turned_months(scanned, dates)
    yield from _next_month(scanned, places, dates)
    yield from _started(scanned, places)
    yield from _anniversaries(scanned, places)


def _named_days(scanned: Scan, places: Sequence[int]) -> Iterator[_Clue]:
    """«أمس الأحد» makes it a Monday."""
    for at in places:
        offset = scanned.tokens[at].word.roles.get("day_words")
        if offset is None and scanned.tokens[at].word.article and scanned.tokens[at].word.stem == "يوم":
            offset = 0
        if offset is None:
            continue
        follower = at + 2 if scanned.is_mark(at + 1, "(،") else at + 1
        weekday = scanned.tokens[follower].word.roles.get("weekday")
        if weekday is not None and scanned.tokens[at + 1].folded != "الاول":
            wanted = (weekday - offset) % 7
            quote = scanned.quote(at, follower + 1)
            why = say("«{quote}» makes it a {day}", quote=quote, day=term(WEEKDAYS[wanted]))
            yield _Clue(_is_weekday(wanted), why)


def _is_weekday(weekday: int) -> Callable[[date], bool]:
    return lambda day: day.weekday() == weekday


def _found(scanned: Scan) -> Iterator[Found]:
    behind = 0
    for index in scanned.heads:
        found = read_date(scanned, index) if index >= behind else None
        if found is not None:
            behind = found.end
            if found.when is not None:
                yield found


def _months_between(day: date, month: int) -> int:
    """Months from a day's month on to the next one of that name, 0-11."""
    return (month - day.month) % 12


def _turned_months(scanned: Scan, dates: Sequence[Found]) -> Iterator[_Clue]:
    """«مارس الماضي» lies one to nine months back, «أكتوبر المقبل» as far ahead."""
    for found in dates:
        when = found.when
        if (
            when is None
            or when.hijri
            or when.month is None
            or when.day is not None
            or when.turn not in (-1, 1)
        ):
            continue
        quote = scanned.quote(found.start, found.end)
        month, turn = when.month, when.turn
        why = (
            say("«{quote}» puts it in the months after that one", quote=quote)
            if turn < 0
            else say("«{quote}» puts it in the months before that one", quote=quote)
        )
        yield _Clue(_turns(month, turn), why)


def _turns(month: int, turn: int) -> Callable[[date], bool]:
    return lambda day: 1 <= (_months_between(day, month) * turn) % 12 <= _USUAL


def _coming_months(scanned: Scan, places: Sequence[int]) -> Iterator[int]:
    """Where «الشهر المقبل» stands."""
    for at in places:
        word = scanned.tokens[at].word
        if word.stem == "شهر" and word.article and scanned.tokens[at + 1].word.roles.get("turn") == 1:
            yield at


def _next_month(scanned: Scan, places: Sequence[int], dates: Sequence[Found]) -> Iterator[_Clue]:
    """«الشهر المقبل» where the text names one month without a year in its plans."""
    first = next(_coming_months(scanned, places), None)
    if first is None:
        return
    named = {
        found.when.month
        for found in dates
        if found.when is not None
        and found.when.month is not None
        and not found.when.hijri
        and (found.when.day, found.when.year, found.when.turn) == (None, None, None)
        and "part_of_month" not in scanned.tokens[found.start - 1].word.roles
    }
    if len(named) == 1:
        month = named.pop()
        before = (month - 2) % 12 + 1
        quote = scanned.quote(first, first + 2)
        why = say("«{quote}» is month {month}, which the text names", quote=quote, month=month)
        yield _Clue(lambda day: day.month == before, why, days=True)


def _started(scanned: Scan, places: Sequence[int]) -> Iterator[_Clue]:
    """«يبدأ الاثنين ... بين 18 و21 سبتمبر»: that day is the weekday, and less than a week ahead."""
    starting = words_of("context", "starting")
    for at in places:
        weekday = scanned.tokens[at].word.roles.get("weekday")
        if weekday is None or not any(
            scanned.tokens[back].folded in starting for back in range(at - 1, max(at - 3, -1), -1)
        ):
            continue
        first = _first_day(scanned, at + 1)
        if first is not None:
            why = say(
                "it begins on a {weekday}, {day}/{month}, at most six days ahead",
                weekday=term(WEEKDAYS[weekday]),
                day=first[1],
                month=first[0],
            )
            yield _Clue(_begins(first, weekday), why, days=True)


def _first_day(scanned: Scan, index: int) -> tuple[int, int] | None:
    """Month and day of the first date without a year in the rest of the sentence."""
    for at in range(index, min(index + 40, scanned.count)):
        if scanned.tokens[at].kind == "l" or scanned.is_mark(at, ".؟!"):
            return None
        found = read_date(scanned, at) if scanned.tokens[at].kind == "n" else None
        when = found.when if found is not None else None
        if when is not None and when.day is not None and when.month is not None and not when.hijri:
            first = (
                scanned.tokens[at - 2].folded
                if scanned.tokens[at - 1].folded in ("و", "الى", "-")
                else scanned.tokens[at - 1].folded
            )
            day = int(first) if first.isdigit() and len(first) <= 2 else when.day
            return when.month, day
    return None


def _begins(first: tuple[int, int], weekday: int) -> Callable[[date], bool]:
    def fits(day: date) -> bool:
        for ahead in range(7):
            other = day + timedelta(days=ahead)
            if (other.month, other.day) == first:
                return other.weekday() == weekday
        return False

    return fits


def _anniversaries(scanned: Scan, places: Sequence[int]) -> Iterator[_Clue]:
    """«الذكرى السبعين للهدنة»: about the day so many years on."""
    for at in places:
        if scanned.tokens[at].folded not in _ANNIVERSARY:
            continue
        ordinal = read_ordinal(scanned, at + 1)
        event = read_event(scanned, ordinal[0]) if ordinal is not None else None
        if ordinal is None or event is None or event.elsewhere:
            continue
        middle = event.begin.replace(year=event.begin.year + ordinal[1])
        why = say(
            "the {number}th anniversary of the catalogued {event} is {day}",
            number=ordinal[1],
            event=term(event.name),
            day=str(middle),
        )
        yield _Clue(lambda day, middle=middle: abs((day - middle).days) <= 15, why, days=True)  # type: ignore[misc]


def _lower_bound(scanned: Scan, dates: Sequence[Found]) -> date | None:
    """The latest day that the text tells of as past: dates with a year, catalogued events."""
    past: list[date] = []
    for at in scanned.heads:
        token = scanned.tokens[at]
        if token.kind == "w" and token.folded.lstrip("وف") == "منذ":
            event = read_event(scanned, at + 1)
            if event is not None and not event.elsewhere:
                past.append(event.begin)
    for found in dates:
        when = found.when
        if when is None or when.year is None or when.hijri or not 1900 <= when.year <= 2100:
            continue
        if tense_at(scanned, found.start) != "future":
            past.append(date(when.year, when.month or 1, 1))
    return max(past, default=None)
