"""What the words of a sentence are said of, as far as their order tells.

A noun of action stands before its thing («ارتفاع النفط»), a verb of a headline behind it («النفط يرتفع»)
or before it («ترفع الذهب»).  Only units that the other sentence has too can be compared, so only those are
topics.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from consistency.languages.arabic.lexicon import idf, stem
from consistency.languages.arabic.normalise import fold_word, loose
from consistency.pairs.alignment import Aligned
from consistency.pairs.units import Unit

__all__ = ["SaidOf", "is_verb"]

_FAR = 4
"""Units between a word and what it is said of."""
_COMMON = 6.2
"""Stems with a smaller idf are function words, of which nothing is said."""
_MEASURES = (
    "أسعار",
    "سعر",
    "قيمة",
    "مستوى",
    "مستويات",
    "عملة",
    "عقود",
    "مؤشر",
    "برميل",
    "معدل",
    "حجم",
    "نسبة",
)
"""Of these nothing is said but of what they measure: «ارتفاع أسعار النفط» is said of oil."""
_PREPOSITIONS = (
    "مع", "بعد", "قبل", "وسط", "بسبب", "رغم", "جراء", "بفعل", "من", "في", "إلى", "على", "عن", "منذ", "إثر",
    "عقب", "خلال", "نتيجة", "أمام", "بين", "حول", "بشأن", "دون", "ضد",
)  # fmt: skip
_PRESENT = ("ي", "ت")
_SHORTEST_VERB = 4


class SaidOf:
    """Which words of an aligned pair are said of one thing."""

    def __init__(self, pair: Aligned) -> None:
        self._pair = pair
        self._partner = {match.left: match.right for match in pair.matches}
        self._back = {match.right: match.left for match in pair.matches}
        self._left: dict[int, tuple[int, ...]] = {}
        self._right: dict[int, tuple[int, ...]] = {}

    def one_thing(self, left: int, right: int) -> bool:
        """Whether a word of the left sentence and one of the right have a topic in common."""
        there = self._topics_right(right)
        return any(self._partner[topic] in there for topic in self._topics_left(left))

    def exchanged(self, left: int, right: int) -> bool:
        """Whether two words have their first topic in common, and have it with no word matched to either.

        «قتلى وجرحى» on both sides is no exchange: both words are said of the same thing on both.
        """
        there, here = self._partner.get(left), self._back.get(right)
        return self._first_in_common(left, right) and not (
            (there is not None and self._first_in_common(left, there))
            or (here is not None and self._first_in_common(here, right))
        )

    def _first_in_common(self, left: int, right: int) -> bool:
        mine, theirs = self._topics_left(left)[:1], self._topics_right(right)[:1]
        return bool(mine) and (self._partner[mine[0]],) == theirs

    def _topics_left(self, at: int) -> tuple[int, ...]:
        if at not in self._left:
            self._left[at] = _topics(self._pair.a.units, at, self._partner)
        return self._left[at]

    def _topics_right(self, at: int) -> tuple[int, ...]:
        if at not in self._right:
            self._right[at] = _topics(self._pair.b.units, at, self._back)
        return self._right[at]


@cache
def _measures() -> frozenset[str]:
    return frozenset(loose(stem(fold_word(word))) for word in _MEASURES)


def _is_content(unit: Unit) -> bool:
    """Whether something can be said of a unit."""
    if unit.kind != "word":
        return unit.kind in ("place", "name")
    if unit.key in _measures():
        return False
    return (
        not unit.sides and unit.denial is None and len(unit.folded) > 2 and idf(stem(unit.folded)) > _COMMON
    )


def _topics(units: Sequence[Unit], at: int, matched: Iterable[int]) -> tuple[int, ...]:
    """The matched units that the word at a place is said of, the likeliest first.

    For a verb the one before and the one behind, for a noun the one behind, or else the one before.
    """
    shared = [k for k in matched if k != at and _is_content(units[k])]
    after = min((k for k in shared if at < k <= at + _FAR), default=None)
    before = max((k for k in shared if at - _FAR <= k < at), default=None)
    order = (before, after) if is_verb(units, at) else (after,) if after is not None else (before,)
    return tuple(k for k in order if k is not None)


def is_verb(units: Sequence[Unit], at: int) -> bool:
    """Whether a word looks like a verb in the present.

    «تراجع» is one behind its subject; at the head of a sentence or behind a preposition it is a noun.
    """
    bare = units[at].folded.removeprefix("و")
    if len(bare) < _SHORTEST_VERB or bare[0] not in _PRESENT:
        return False
    return bare[0] == "ي" or (at > 0 and units[at - 1].folded not in _prepositions())


@cache
def _prepositions() -> frozenset[str]:
    return frozenset(map(fold_word, _PREPOSITIONS))
