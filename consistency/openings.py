"""What an article counts where it opens: in its headline and the first sentences of its text.

There a report gives the totals of its event; further down stand parts, earlier events and other measures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from consistency.cohesion import Bag, stems
from consistency.differences.shape import View
from consistency.languages.arabic.mentions import Mention
from consistency.languages.arabic.names import relation
from consistency.languages.arabic.tolls import is_age, is_event, read_tolls
from consistency.model import PassageKind, Value

__all__ = ["Fact", "Opening", "gives_age", "read_opening", "same_person"]


@dataclass(frozen=True)
class Fact:
    """A number and what it counts: killed, injured, both together, events of one kind, somebody's age."""

    measure: tuple[str, ...]
    value: Value
    sentence: View
    persons: tuple[Mention, ...] = ()
    """Before an age: the persons named, of whom one has it."""


@dataclass(frozen=True)
class Opening:
    """The facts of a headline, and of the first sentences below it; and the text of both."""

    headline: tuple[Fact, ...]
    lead: tuple[Fact, ...]
    text: str
    days: frozenset[str]
    """The days that it states, ``YYYY-MM-DD``."""

    @cached_property
    def bag(self) -> Bag:
        """The words of both; asked for only where another article is near."""
        return stems(self.text)

    @cached_property
    def measures(self) -> frozenset[tuple[str, ...]]:
        """What it counts."""
        return frozenset(fact.measure for fact in (*self.headline, *self.lead))

    def totals(self, measure: tuple[str, ...]) -> tuple[Fact, ...]:
        """The facts of a measure."""
        return tuple(fact for fact in (*self.headline, *self.lead) if fact.measure == measure)


def read_opening(views: Iterable[tuple[PassageKind, View]], mentions: Sequence[Mention]) -> Opening:
    """The opening of an article.

    :param views: the sentences of the headline and the first ones below it, each with its passage's kind.
    :param mentions: the names in those that give an age.
    """
    parts: dict[bool, list[Fact]] = defaultdict(list)
    texts: list[str] = []
    days: set[str] = set()
    for kind, view in views:
        parts[kind is PassageKind.HEADLINE].extend(_facts(view, mentions))
        texts.append(view.text[view.start : view.end])
        days.update(v.begin[:10] for v in view.values if v.begin and v.grain in ("day", "hour", "minute"))
    return Opening(tuple(parts[True]), tuple(parts[False]), " ".join(texts), frozenset(days))


def gives_age(view: View) -> bool:
    """Whether a sentence tells somebody's age, so that the names in it matter."""
    return any(is_age(view.words, value) for value in view.values)


def _facts(view: View, mentions: Sequence[Mention]) -> Iterator[Fact]:
    for toll in read_tolls(view.words, view.values):
        yield Fact(toll.measures, toll.value, view)
    for value in view.values:
        if is_event(value) and value.unit:
            yield Fact((value.unit,), value, view)
        elif is_age(view.words, value):
            inside = (m for m in mentions if view.start <= m.start < value.start and m.kind == "person")
            if persons := tuple(inside):
                yield Fact(("age",), value, view, persons)


def same_person(a: Fact, b: Fact) -> bool:
    """Whether two ages may be of one person; whatever else is counted is nobody's."""
    if not a.persons or not b.persons:
        return a.persons == b.persons
    kin = (relation(x.quote, y.quote) for x in a.persons for y in b.persons)
    return any(one not in ("another", "unsure") for one in kin)
