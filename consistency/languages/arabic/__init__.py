"""The Arabic language pack."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from consistency.languages.arabic.names import same_name, same_name_matrix
    from consistency.languages.arabic.values import read_values

__all__ = ["read_values", "same_name", "same_name_matrix"]


def __getattr__(name: str) -> Any:
    """Import what is asked for: the folding alone needs neither grammar nor name tables."""
    if name == "read_values":
        from consistency.languages.arabic import values

        return values.read_values
    if name in ("same_name", "same_name_matrix"):
        from consistency.languages.arabic import names

        return getattr(names, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
