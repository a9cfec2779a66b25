"""Which rules are worth asking at a word: most words can start nothing, and most others one or two things."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from itertools import count
from typing import Any, Generic, Protocol, TypeVar

from consistency.languages.arabic.values.scan import Scan

__all__ = ["Choice", "remembered"]


class _Ending(Protocol):
    @property
    def end(self) -> int: ...


T = TypeVar("T")
E = TypeVar("E", bound=_Ending)
Rule = Callable[[Scan, int], T]
_RULES = count()
_MOST_RULES = 64
_UNREAD: Any = object()


def remembered(
    starts: frozenset[str], *, timeless: bool = False
) -> Callable[[Rule[T | None]], Rule[T | None]]:
    """Asked only of words that can start what the rule reads, and read once at each place.

    :param starts: the signs of such words; the rule must find nothing at a word that has none of them.
    :param timeless: whether the rule finds the same whatever the reference is.
    """

    def gated(rule: Rule[T | None]) -> Rule[T | None]:
        number = next(_RULES)
        assert number < _MOST_RULES, "the keys of two rules would meet"
        cannot_start = starts.isdisjoint

        @wraps(rule)
        def answer(scan: Scan, index: int) -> T | None:
            if cannot_start(scan.tokens[index].word.signs):
                return None
            memory = scan.timeless if timeless else scan.memory
            key = index * _MOST_RULES + number  # small numbers are the cheapest keys
            found: T | None = memory.get(key, _UNREAD)
            if found is _UNREAD:
                found = memory[key] = rule(scan, index)
            return found

        return answer

    return gated


class _Fitting(dict[frozenset[str], tuple[Rule[E | None], ...]], Generic[E]):
    """The rules that can find something at a word with these signs; the sets of signs are a few hundred."""

    def __init__(self, rules: tuple[tuple[frozenset[str], Rule[E | None]], ...]) -> None:
        super().__init__()
        self._rules = rules

    def __missing__(self, signs: frozenset[str]) -> tuple[Rule[E | None], ...]:
        fitting = self[signs] = tuple(rule for starts, rule in self._rules if not starts.isdisjoint(signs))
        return fitting


class Choice(Generic[E]):
    """Several rules, of which only those are asked that can find something at a word.

    :param rules: each with the signs of the words that can start what it reads.
    """

    def __init__(self, *rules: tuple[frozenset[str], Rule[E | None]]) -> None:
        self.rules = rules
        self._fitting = _Fitting(rules)
        self.starts = frozenset(sign for starts, _ in rules for sign in starts)
        """The signs of the words at which any of them can find something."""

    def every(self, scan: Scan, index: int) -> list[E]:
        """What each rule finds at a place, in the order of the rules."""
        asked = self._fitting[scan.tokens[index].word.signs]
        return [found for rule in asked if (found := rule(scan, index)) is not None]

    def longest(self, scan: Scan, index: int) -> E | None:
        """Of what the rules find at a place, what ends last; the earlier rule's of two that end together."""
        best: E | None = None
        for rule in self._fitting[scan.tokens[index].word.signs]:
            found = rule(scan, index)
            if found is not None and (best is None or found.end > best.end):
                best = found
        return best

    def first(self, scan: Scan, index: int) -> E | None:
        """What the first rule finds that finds something."""
        for rule in self._fitting[scan.tokens[index].word.signs]:
            found = rule(scan, index)
            if found is not None:
                return found
        return None
