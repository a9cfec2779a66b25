"""The reasons why two articles that tell a fact differently need not contradict each other.

A rule of kind `claims` names them in ``unless`` (then it is silent) and in ``doubt`` (then its finding is an
info).  Each is narrow: a reason that holds too often hides real conflicts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from datetime import date
from operator import attrgetter

from consistency.checks.context import Context
from consistency.checks.origins import versions
from consistency.checks.told import Side, Told, days_apart
from consistency.differences.times import WEEK
from consistency.differences.times import counted_from_the_page as hangs_on_the_page
from consistency.languages.arabic.names import relation
from consistency.languages.arabic.normalise import fold_word
from consistency.languages.arabic.roles import is_portfolio
from consistency.languages.arabic.tolls import Toll, is_event, toll_of
from consistency.model import Value
from consistency.wording import Wording, listed, say, term

__all__ = ["REASONS", "Reason"]

Reason = Callable[[Told, Context], Wording | None]
"""Why the two sides may both be true, in words for the why-chain; None where it does not hold."""

_LENGTHS = ("metre", "kilometre", "centimetre", "millimetre", "mile")
_WEATHER = ("celsius", "degree", "kilometre_per_hour")
_COPIED = 0.97
"""Similarity of two sentences from which on nothing but the number differs."""
_ONE_REPORT = 0.7
"""Similarity of two sentences from which on they are one report of one day."""
_WEEKDAYS = frozenset(WEEK)
_TODAY = fold_word("اليوم")


def each_of_its_own_day(told: Told, context: Context) -> Wording | None:
    """Each article tells of the day it appeared, or of the day before: Thursday's count and Friday's."""
    one = _weekdays_of(told.a)
    other = _weekdays_of(told.b) if one else one
    if not other or not one.isdisjoint(other):
        return None
    if days_apart(told.a.article, told.b.article) == 0 and not _two_todays(told):
        return None
    return say("each article tells of its own day")


def _two_todays(told: Told) -> bool:
    """Whether two sentences that share little more than their subject both say «اليوم» of two days."""
    if told.alike >= _ONE_REPORT:
        return False
    return all(_says_today(side) for side in (told.a, told.b))


def _says_today(side: Side) -> bool:
    """Whether «اليوم» stands right before what the side says."""
    behind = bisect_right(side.sentence.words, side.start, key=attrgetter("end"))
    return behind > 0 and side.sentence.folded[behind - 1] == _TODAY


def _weekdays_of(side: Side) -> frozenset[str]:
    """The days of the week in the sentence, if one of them is the article's own or the one before it."""
    named = _WEEKDAYS.intersection(side.sentence.folded)
    published = side.article.published
    if not named or published is None or published.earliest != published.latest:
        return named
    day = date.fromisoformat(published.earliest[:10]).weekday()
    own = {WEEK[day], WEEK[day - 1]}
    return named if named & own else frozenset()


def other_measure(told: Told, context: Context) -> Wording | None:
    """The one counts the killed, the other the injured, or both together."""
    here = _toll(told.a)
    there = _toll(told.b) if here else None
    if here is None or there is None or here.measures == there.measures:
        return None
    one, other = (listed([term(measure) for measure in toll.measures]) for toll in (here, there))
    return say("the one counts: {one}; the other: {other}", one=one, other=other)


def no_date_stated(told: Told, context: Context) -> Wording | None:
    """Neither day of publication is known, so that the articles may tell of two days."""
    if not told.within and days_apart(told.a.article, told.b.article) is None:
        return say("an article states no date: they may tell of two days")
    return None


def of_different_days(told: Told, context: Context) -> Wording | None:
    """The articles are of different days, so that one number may be an update of the other.

    It does not hold for lengths and spans of time, which do not change; where the later count of victims is
    the lower one; nor, of other counts, where both sentences are dated to one day or all other words are one.
    """
    apart = None if told.within else days_apart(told.a.article, told.b.article)
    if not apart or _fallen(told, apart):
        return None
    value = _value(told.a)
    if value is not None and value.kind in ("duration", "quantity", "number"):
        lasting = value.kind == "duration" or value.unit in _LENGTHS
        changing = value.unit in _WEATHER or _victims(told.a) is not None
        fixed = not changing and (told.alike >= _COPIED or _one_day(told))
        if lasting or fixed:
            return None
    return say("the articles are of different days: one may be an update of the other")


def _value(side: Side) -> Value | None:
    """The value that a side is."""
    return side.sentence.value_at(side.start)


def counted_from_other_days(told: Told, context: Context) -> Wording | None:
    """A time hangs on its day of publication («أمس»), and those days are two, or one is not known."""
    if _from_the_page(told) and days_apart(told.a.article, told.b.article) != 0:
        return say("a time is counted from the day of publication, and those are two")
    return None


def counted_from_the_page(told: Told, context: Context) -> Wording | None:
    """A time hangs on the day of publication («أمس»), which pages often state wrongly."""
    if _from_the_page(told):
        return say("a time is counted from the day of publication, which a page may state wrongly")
    return None


def _from_the_page(told: Told) -> bool:
    values = (_value(told.a), _value(told.b))
    return any(value is not None and hangs_on_the_page(value) for value in values)


def _one_day(told: Told) -> bool:
    """Whether both sentences state one and the same day."""
    stated = [
        {value.begin[:10] for value in side.sentence.values if value.grain == "day" and value.begin}
        for side in (told.a, told.b)
    ]
    return len(stated[0]) == 1 and stated[0] == stated[1]


def _fallen(told: Told, apart: int) -> bool:
    """Whether a count of victims or events is lower in the later article, which tells of the same day.

    Of events that come every day («20 غارة») a stated day must show it.
    """
    if told.one_day is False:
        return False
    first, later = (told.a, told.b) if apart > 0 else (told.b, told.a)
    counts = [_victims(side) for side in (first, later)]
    daily = _toll(first) is None and not (told.one_day or _one_day(told))
    return not daily and None not in counts and (counts[1] or 0) < (counts[0] or 0)


def _victims(side: Side) -> float | None:
    """The number of a count of killed, injured or missing people, or of events; None where it is another."""
    toll = _toll(side)
    if toll is not None:
        return toll.value.number if "arrested" not in toll.measures else None
    value = _value(side)
    return value.number if value is not None and is_event(value) else None


def _toll(side: Side) -> Toll | None:
    """The count of people that a side is."""
    value = _value(side)
    return None if value is None else toll_of(value, side.sentence.words, side.sentence.values)


def both_offices_told(told: Told, context: Context) -> Wording | None:
    """One of the articles gives both offices, so that the person may hold both; nobody has two portfolios."""
    if told.alike >= _COPIED and is_portfolio(told.a.said) and is_portfolio(told.b.said):
        return None
    for here, there in ((told.a, told.b), (told.b, told.a)):
        behind = [word.folded for word in here.sentence.words if word.start >= here.end]
        office = " ".join([here.said, *behind[:2]])
        if len(here.said) > 1 and f" {office} " in context.folded(there.article):
            return say("one of the articles names both offices")
    return None


def each_of_its_own_person(told: Told, context: Context) -> Wording | None:
    """Each article names its own person more than once: they tell of two."""
    if all(_times_named(side, context) > 1 for side in (told.a, told.b)):
        return say("each article names its own person more than once: they may tell of two")
    return None


def _times_named(side: Side, context: Context) -> int:
    """How often an article names the person of a side, in any form."""
    mentions = context.mentions(side.article)
    return sum(relation(side.quote, other.quote) not in ("another", "unsure") for other in mentions)


def superseded(told: Told, context: Context) -> Wording | None:
    """The one article is a later version of the other: one house, one headline or nearly one text."""
    if not told.within and versions(told.a.article, told.b.article):
        return say("one article is a version of the other: the later one supersedes it")
    return None


REASONS: dict[str, Reason] = {
    "both_offices_told": both_offices_told,
    "counted_from_other_days": counted_from_other_days,
    "counted_from_the_page": counted_from_the_page,
    "each_of_its_own_day": each_of_its_own_day,
    "each_of_its_own_person": each_of_its_own_person,
    "no_date_stated": no_date_stated,
    "of_different_days": of_different_days,
    "other_measure": other_measure,
    "superseded": superseded,
}
"""The name that rules use, and the reason."""
