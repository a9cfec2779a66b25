"""Pairs of sentences: agree, conflict or unrelated, with reasons."""

from __future__ import annotations

from consistency.pairs.comparer import Compared, Comparer
from consistency.pairs.reasons import Reason, Span
from consistency.pairs.scorer import Relation

__all__ = ["Compared", "Comparer", "Reason", "Relation", "Span"]
