"""Dates of the calendar: «الاثنين 18 سبتمبر 2023», «2015-07-23», «التاسع من مايو المقبل», «عام 2017»."""

from __future__ import annotations

from consistency.languages.arabic.values.month_dates import read_day_month, read_month_first
from consistency.languages.arabic.values.numeric_dates import read_numeric
from consistency.languages.arabic.values.scan import Scan, remembered
from consistency.languages.arabic.values.span import Found
from consistency.languages.arabic.values.weekday_dates import read_weekday, read_weekday_date
from consistency.languages.arabic.values.year_dates import read_year_date

__all__ = ["read_date"]

_READERS = (read_weekday_date, read_day_month, read_month_first, read_year_date, read_numeric, read_weekday)
_ARTICLES = ("ال", "وال", "بال", "لل")


@remembered
def read_date(scan: Scan, index: int) -> Found | None:
    """The longest calendar date that starts here."""
    token = scan.at(index)
    if token.kind not in "nw" or (
        token.kind == "w" and not token.word.roles and token.folded not in _ARTICLES
    ):
        return None
    found = [reader(scan, index) for reader in _READERS]
    return max((item for item in found if item), key=lambda item: item.end, default=None)
