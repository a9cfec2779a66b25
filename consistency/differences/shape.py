"""What the readers of differences take and give.

A :class:`View` is a sentence with what was read in it; a :class:`Contrast` is two views whose words were
aligned; a :class:`Difference` is one thing that the two tell differently.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import Literal, NamedTuple

from rapidfuzz.distance import Levenshtein

from consistency.catalogue import Hit
from consistency.languages.arabic.normalise import Token
from consistency.model import Value
from consistency.wording import Wording

__all__ = ["TIMES", "Block", "Contrast", "Difference", "Field", "Nested", "Reader", "View", "span_of"]

Field = Literal["number", "time", "place", "polarity", "antonym", "person", "office", "speaker", "extent"]
TIMES = ("date", "time", "period")
"""The kinds of values that are times."""
_LONGEST_BLOCK = 5
_CUT = 3
_CONTENT = 4
"""Letters from which on a word is more than a particle."""
Nested = Callable[[str, str], bool]
"""Whether one of two places, by the identifiers of their rules, contains the other."""

CountryOf = Callable[[str], frozenset[str]]
"""The countries, by the identifiers of their rules, whose adjective a folded word is."""


@dataclass(frozen=True)
class Difference:
    """One difference: raw spans in the text of each side, and why both cannot be true."""

    field: Field
    a: tuple[int, int]
    b: tuple[int, int]
    said: tuple[str, str]
    """What each side says, in a form in which equal values are equal."""
    reason: Wording


class Block(NamedTuple):
    """A stretch of differing words between two common ones, as indexes into both sentences' words."""

    src_start: int
    src_end: int
    dest_start: int
    dest_end: int
    cut: Literal["", "head", "tail"] = ""
    """Of a long stretch only the words behind the common word before it, or before the one behind it."""
    held: bool = True
    """Whether the common words beside it are more than particles: «في» alone holds no two places together."""

    def turned(self) -> Block:
        """The same stretch with the sentences exchanged."""
        return Block(self.dest_start, self.dest_end, self.src_start, self.src_end, self.cut, self.held)

    @property
    def single(self) -> bool:
        """Whether one word stands for one word between the same two neighbours."""
        return not self.cut and self.src_end - self.src_start == self.dest_end - self.dest_start == 1


@dataclass(frozen=True)
class View:
    """A sentence with what was read in it; every span is in code points of ``text``."""

    text: str
    start: int
    end: int
    words: tuple[Token, ...]
    values: tuple[Value, ...]
    """In the order of their places; none reaches into another."""
    hits: tuple[Hit, ...]
    """The catalogued names written right."""

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The words, folded."""
        return tuple(word.folded for word in self.words)

    def values_in(self, start: int, end: int) -> tuple[Value, ...]:
        """The values that reach into a stretch of the text."""
        first = bisect_right(self.values, start, key=attrgetter("end"))
        return self.values[first : bisect_left(self.values, end, lo=first, key=attrgetter("start"))]

    def value_at(self, start: int) -> Value | None:
        """The value that begins at a place."""
        found = self.values_in(start, start + 1)
        return found[0] if found and found[0].start == start else None

    @cached_property
    def places(self) -> tuple[Hit, ...]:
        """The catalogued places."""
        return tuple(hit for hit in self.hits if hit.rule.entity == "place")


@dataclass(frozen=True)
class Contrast:
    """Two sentences whose words were aligned, and how much alike they are in [0, 1]."""

    a: View
    b: View
    blocks: tuple[Block, ...]
    alike: float
    nested: Nested
    country_of: CountryOf

    @classmethod
    def of(
        cls, a: View, b: View, alike: float, nested: Nested, country_of: CountryOf = lambda _: frozenset()
    ) -> Contrast:
        """Align the words of two sentences, in the same way whichever comes first."""
        if a.folded <= b.folded:
            blocks = tuple(_replaced(a.folded, b.folded))
        else:
            blocks = tuple(block.turned() for block in _replaced(b.folded, a.folded))
        return cls(a, b, blocks, alike, nested, country_of)

    def sides(self, block: Block) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
        """The differing words of a block on both sides."""
        return (
            self.a.words[block.src_start : block.src_end],
            self.b.words[block.dest_start : block.dest_end],
        )

    @cached_property
    def value_pairs(self) -> tuple[tuple[Block, Value, Value], ...]:
        """The values of one kind and unit that stand alone in the two sides of a block."""
        if not self.a.values or not self.b.values:
            return ()
        return tuple(chain.from_iterable(map(self._value_pairs_in, self.blocks)))

    def _value_pairs_in(self, block: Block) -> Iterator[tuple[Block, Value, Value]]:
        one, other = self.sides(block)
        if not one or not other or block.cut:
            return
        left = self.a.values_in(*span_of(one))
        right = self.b.values_in(*span_of(other)) if left else ()
        here, there = list(map(_measure, left)), list(map(_measure, right))
        for x, measure in zip(left, here, strict=True):
            if here.count(measure) == there.count(measure) == 1:
                yield block, x, right[there.index(measure)]


Reader = Callable[[Contrast], Iterator[Difference]]


def _measure(value: Value) -> tuple[str, str | None]:
    return ("time", None) if value.kind in TIMES else (value.kind, value.unit)


def span_of(words: Sequence[Token]) -> tuple[int, int]:
    """The raw span from the first word to the last."""
    return words[0].start, words[-1].end


def _replaced(left: Sequence[str], right: Sequence[str]) -> Iterator[Block]:
    """The stretches in which the words differ, each from one common word to the next."""
    end_left = end_right = 0
    before: Sequence[str] = ()
    for match in Levenshtein.editops(left, right).as_matching_blocks():
        behind = left[match.a : match.a + match.size]
        if (match.a, match.b) != (end_left, end_right):
            yield from _cut(Block(end_left, match.a, end_right, match.b), before, behind)
        end_left, end_right, before = match.a + match.size, match.b + match.size, behind


def _cut(block: Block, before: Sequence[str], behind: Sequence[str]) -> Iterator[Block]:
    """A short stretch whole, both ends of a long one; a long one without a counterpart is left out.

    :param before: the common words before it, none where it begins the sentences.
    :param behind: those behind it, none where it ends them.
    """
    begin, end, first, last, *_ = block
    if max(end - begin, last - first) <= _LONGEST_BLOCK:
        yield block._replace(held=_has_content(before) or _has_content(behind))
    elif begin < end and first < last:
        head = Block(begin, min(end, begin + _CUT), first, min(last, first + _CUT), "head")
        tail = Block(max(begin, end - _CUT), end, max(first, last - _CUT), last, "tail")
        yield head._replace(held=_has_content(before))
        yield tail._replace(held=_has_content(behind))


def _has_content(words: Sequence[str]) -> bool:
    return any(len(word) >= _CONTENT for word in words)
