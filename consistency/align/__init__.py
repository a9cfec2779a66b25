"""Bringing together the claims that are about one fact."""

from __future__ import annotations

from consistency.align.alignment import Alignment, align

__all__ = ["Alignment", "align"]
