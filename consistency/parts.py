"""Things that links join into connected parts: disjoint sets (Tarjan and van Leeuwen 1984)."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

__all__ = ["Parts"]

Thing = TypeVar("Thing", bound=Hashable)


class Parts(Generic[Thing]):
    """Every thing is a part of its own until it is joined."""

    def __init__(self) -> None:
        self._above: dict[Thing, Thing] = {}

    def head(self, thing: Thing) -> Thing:
        """The thing that stands for the part: of the parts that were joined, the first one's."""
        above = self._above
        while above.setdefault(thing, thing) != thing:
            above[thing] = above[above[thing]]
            thing = above[thing]
        return thing

    def join(self, first: Thing, second: Thing) -> None:
        """Make one part of the parts of two things."""
        self._above[self.head(second)] = self.head(first)
