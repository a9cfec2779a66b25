"""Whether something stands on any of many spans, in the time of a bisection."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

__all__ = ["Spans"]


class Spans:
    """Spans of one text, in code points; those that overlap or touch are one."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        merged: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            if merged and start <= merged[-1][1]:
                merged[-1] = merged[-1][0], max(end, merged[-1][1])
            else:
                merged.append((start, end))
        self._starts = [start for start, _ in merged]
        self._ends = [end for _, end in merged]

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them shares a code point with this one."""
        before = bisect_left(self._starts, end)
        return before > 0 and start < self._ends[before - 1]
