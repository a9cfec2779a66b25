"""What two values must have in common to be compared: one dimension, one currency, one thing counted."""

from __future__ import annotations

from functools import cache

from consistency.languages.arabic.normalise import fold_word
from consistency.languages.arabic.values.lexicon import table
from consistency.model import Value

__all__ = ["amount", "one_measure", "share_of"]

_SECONDS = {
    "second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86400.0, "week": 604800.0, "month": 2629746.0,
    "quarter": 7889238.0, "year": 31556952.0, "decade": 315569520.0, "century": 3155695200.0,
}  # fmt: skip
_COUNTED = ("number", "quantity")


@cache
def _dimensions() -> dict[str, tuple[str, float]]:
    """Unit of measure -> its dimension, and how many of the dimension's base unit it is."""
    return {
        unit: (dimension, float(factor))
        for dimension, units in table("units")["dimensions"].items()
        for unit, factor in units.items()
    }


@cache
def _currencies() -> dict[str, frozenset[str]]:
    """The noun of a currency -> the codes that it may be, where a text does not say of which country."""
    return {
        fold_word(lemma): frozenset(entry["adjectives"].values()) | ({entry["code"]} - {""})
        for lemma, entry in table("money")["nouns"].items()
    }


def one_measure(a: Value, b: Value) -> bool:
    """Whether two values that are no times measure in one way."""
    if a.kind == b.kind == "duration":
        return a.unit in _SECONDS and b.unit in _SECONDS
    if a.kind in _COUNTED and b.kind in _COUNTED:
        if a.unit is None or b.unit is None:  # a bare number fits a count, but no length, weight or speed
            return not {a.unit, b.unit} & _dimensions().keys()
        return a.unit == b.unit or _dimension(a) == _dimension(b) != ""
    if a.kind != b.kind:
        return False
    if a.kind == "money":
        return a.unit == b.unit or _one_currency(a.unit or "", b.unit or "")
    if a.kind == "ordinal":
        same_end = (a.number or 0) * (b.number or 0) > 0
        return same_end and (a.unit == b.unit or a.unit is None or b.unit is None)
    return a.kind == "percent"


def _dimension(value: Value) -> str:
    return _dimensions().get(value.unit or "", ("", 1.0))[0]


def _one_currency(a: str, b: str) -> bool:
    return b in _currencies().get(fold_word(a), ()) or a in _currencies().get(fold_word(b), ())


def amount(value: Value) -> float:
    """The number in seconds, in the base unit of its dimension, or as it stands."""
    number = value.number or 0.0
    if value.kind == "duration":
        return number * _SECONDS.get(value.unit or "", 1.0)
    if value.kind == "quantity":
        return number * _dimensions().get(value.unit or "", ("", 1.0))[1]
    return number


def share_of(value: Value) -> float | None:
    """What a percentage or a fraction in words is of the whole; None for other values."""
    if value.number is None:
        return None
    if value.kind == "percent":
        return value.number / 100
    fraction = value.how == "fraction" or " in " in value.how
    return value.number if value.kind == "number" and fraction and 0 <= value.number <= 1 else None
