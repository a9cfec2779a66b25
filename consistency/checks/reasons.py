"""The reasons why two articles that tell a fact differently need not contradict each other.

A rule of kind `claims` names them in ``unless`` (then it is silent) and in ``doubt`` (then its finding is an
info).  Each is narrow: a reason that holds too often hides real conflicts.
"""

from __future__ import annotations

from collections.abc import Callable

from consistency.checks.context import Context
from consistency.checks.told import Told, days_apart
from consistency.differences.values import weekdays
from consistency.wording import Wording, say

__all__ = ["REASONS", "Reason"]

Reason = Callable[[Told, Context], Wording | None]
"""Why the two sides may both be true, in words for the why-chain; None where it does not hold."""


def each_of_its_own_day(told: Told, context: Context) -> Wording | None:
    """Each article tells of the day before it appeared: a daily count of Thursday and one of Friday."""
    days = [
        {word.folded for word in side.sentence.words if word.folded in weekdays()}
        for side in (told.a, told.b)
    ]
    apart = days_apart(told.a.article, told.b.article) != 0
    if apart and days[0] and days[1] and days[0].isdisjoint(days[1]):
        return say("each article tells of its own day")
    return None


def no_date_stated(told: Told, context: Context) -> Wording | None:
    """Neither day of publication is known, so that the articles may tell of two days."""
    if not told.within and days_apart(told.a.article, told.b.article) is None:
        return say("an article states no date: they may tell of two days")
    return None


def of_different_days(told: Told, context: Context) -> Wording | None:
    """The articles are of different days, so that one count may be an update of the other."""
    if not told.within and days_apart(told.a.article, told.b.article) not in (0, None):
        return say("the articles are of different days: one may be an update of the other")
    return None


REASONS: dict[str, Reason] = {
    "each_of_its_own_day": each_of_its_own_day,
    "no_date_stated": no_date_stated,
    "of_different_days": of_different_days,
}
"""The name that rules use, and the reason."""
