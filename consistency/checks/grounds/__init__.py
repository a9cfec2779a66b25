"""The grounds on which claims are brought together: what must be the `same` before a rule compares them."""

from __future__ import annotations

from consistency.checks.grounds.event import event
from consistency.checks.grounds.headline import headline
from consistency.checks.grounds.office import office
from consistency.checks.grounds.opening import opening
from consistency.checks.grounds.sum import sum_of_parts
from consistency.checks.grounds.wording import wording
from consistency.checks.told import Ground

__all__ = ["GROUNDS"]

GROUNDS: dict[str, Ground] = {
    "event": event,
    "headline": headline,
    "office": office,
    "opening": opening,
    "sum": sum_of_parts,
    "wording": wording,
}
"""The name that rules use under `same`, and the ground."""
