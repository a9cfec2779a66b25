"""Dates of the calendar: «الاثنين 18 سبتمبر 2023», «2015-07-23», «التاسع من مايو المقبل», «عام 2017»."""

from __future__ import annotations

from consistency.languages.arabic.values.dispatch import Choice, remembered
from consistency.languages.arabic.values.lexicon import signs
from consistency.languages.arabic.values.month_dates import read_day_month, read_month_first
from consistency.languages.arabic.values.months import MONTH
from consistency.languages.arabic.values.numerals import ORDINAL, counts_alone
from consistency.languages.arabic.values.numeric_dates import read_numeric
from consistency.languages.arabic.values.scan import Scan
from consistency.languages.arabic.values.span import Found
from consistency.languages.arabic.values.weekday_dates import read_weekday, read_weekday_date
from consistency.languages.arabic.values.year_dates import read_year_date

__all__ = ["DATE", "read_date"]

_WEEKDAY = signs("weekday", "bare_weekday")
_RULES = Choice(
    (_WEEKDAY | signs("time day"), read_weekday_date),
    (ORDINAL | signs("digits", "time day"), read_day_month),
    (MONTH | signs("this"), read_month_first),
    (signs("digits", "time year"), read_year_date),
    (signs("digits"), read_numeric),
    (_WEEKDAY, read_weekday),
)
DATE = _RULES.starts
"""What a date of the calendar starts with."""
_ARTICLES = ("ال", "وال", "بال", "لل")


@remembered(DATE)
def read_date(scan: Scan, index: int) -> Found | None:
    """The longest calendar date that starts here."""
    token = scan.tokens[index]
    if token.kind not in "nw" or (
        token.kind == "w" and not token.word.roles and token.folded not in _ARTICLES
    ):
        return None
    if token.kind == "n" and counts_alone(scan, index):
        return None
    return _RULES.longest(scan, index)
