"""From passages to claims: who, what, when, where, how many, says who."""

from __future__ import annotations

from consistency.extract.article import extract

__all__ = ["extract"]
