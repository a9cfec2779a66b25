"""What the words of a sentence are said of, as far as their order tells.

A noun of action stands before its thing («ارتفاع النفط»), a verb of a headline behind it («النفط يرتفع»)
or before it («ترفع الذهب»).  Only units that the other sentence has too can be compared, so only those are
topics.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from consistency.languages.arabic.lexicon import idf, stem
from consistency.pairs.alignment import Aligned
from consistency.pairs.units import Unit

__all__ = ["SaidOf", "is_verb"]

_FAR = 4
"""Units between a word and what it is said of."""
_COMMON = 6.2
"""Stems with a smaller idf are function words, of which nothing is said."""
_PRESENT = ("ي", "ت")
_SHORTEST_VERB = 4


class SaidOf:
    """Which words of an aligned pair are said of one thing."""

    def __init__(self, pair: Aligned) -> None:
        self._pair = pair
        self._partner = {match.left: match.right for match in pair.matches}
        self._back = {match.right: match.left for match in pair.matches}
        self._left: dict[int, frozenset[int]] = {}
        self._right: dict[int, frozenset[int]] = {}

    def one_thing(self, left: int, right: int) -> bool:
        """Whether a word of the left sentence and one of the right have a topic in common."""
        if left not in self._left:
            self._left[left] = _topics(self._pair.a.units, left, self._partner)
        if right not in self._right:
            self._right[right] = _topics(self._pair.b.units, right, self._back)
        return any(self._partner[topic] in self._right[right] for topic in self._left[left])

    def recurs(self, left: int, right: int) -> bool:
        """Whether either word is matched with one said of the same thing: «قتلى وجرحى» on both sides."""
        there, here = self._partner.get(left), self._back.get(right)
        return (there is not None and self.one_thing(left, there)) or (
            here is not None and self.one_thing(here, right)
        )


def _is_content(unit: Unit) -> bool:
    """Whether something can be said of a unit."""
    if unit.kind != "word":
        return unit.kind in ("place", "name")
    return (
        not unit.sides and unit.denial is None and len(unit.folded) > 2 and idf(stem(unit.folded)) > _COMMON
    )


def _topics(units: Sequence[Unit], at: int, matched: Iterable[int]) -> frozenset[int]:
    """The matched units that the word at a place is said of: the next one, for a verb also the one before."""
    shared = [k for k in matched if k != at and _is_content(units[k])]
    after = min((k for k in shared if at < k <= at + _FAR), default=None)
    before = max((k for k in shared if at - _FAR <= k < at), default=None)
    if after is None or is_verb(units[at]):
        return frozenset(k for k in (before, after) if k is not None)
    return frozenset([after])


def is_verb(unit: Unit) -> bool:
    """Whether a word looks like a verb in the present."""
    bare = unit.folded.removeprefix("و")
    return len(bare) >= _SHORTEST_VERB and bare.startswith(_PRESENT)
