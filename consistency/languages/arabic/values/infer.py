"""When an article without a date line was published, as far as its text supports it."""

from __future__ import annotations

from consistency.model import PublicationDate

__all__ = ["infer_publication"]


def infer_publication(text: str, others: list[PublicationDate]) -> PublicationDate | None:
    """An interval of days with its reason; None where nothing in the text supports one."""
    return None
