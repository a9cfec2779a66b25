"""The day of a date that a program wrote."""

from __future__ import annotations

from datetime import datetime
from email.utils import parsedate_to_datetime

__all__ = ["day_of"]


def day_of(written: str) -> str | None:
    """``YYYY-MM-DD`` of an ISO 8601 or RFC 2822 date, in its own time zone; None where it is neither."""
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return parse(written.strip()).date().isoformat()
        except (ValueError, TypeError, OverflowError):
            continue
    return None
