"""Ground `event`: claims of two articles about one event, told in words of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from consistency.checks.context import Context
from consistency.checks.grounds.views import view_of, whole_of
from consistency.checks.told import Told, days_apart
from consistency.differences import View
from consistency.differences.retold import Whole, retold
from consistency.extract.world import World, world_of
from consistency.languages.arabic.values import agree
from consistency.model import Article, Claim, TimeSlot
from consistency.retelling import Clause, Retelling, clauses_of, retellings
from consistency.wording import say

__all__ = ["event"]


def event(context: Context) -> Iterator[Told]:
    """Numbers, days and places that two claims of one event tell differently, whatever their words."""
    reader = _Reader(context)
    for a, b in context.story_pairs:
        if a.published and b.published:
            for pair in retellings(reader.clauses(a), reader.clauses(b)):
                yield from reader.contrasted(a, b, pair)


class _Reader:
    """What is read of each article once, when it is asked for."""

    def __init__(self, context: Context) -> None:
        self.context, self.world = context, world_of(context.catalogue)
        self._clauses: dict[str, list[Clause]] = {}
        self._told: dict[str, Whole] = {}

    def clauses(self, article: Article) -> list[Clause]:
        if article.id not in self._clauses:
            sentences = self.context.sentences(article)
            hits = self.context.hits[article.id]
            places = [(hit.start, hit.end) for hit in hits if hit.rule.entity == "place"]
            claims = self.context.claims_of(article)
            self._clauses[article.id] = list(clauses_of(claims, sentences, places))
        return self._clauses[article.id]

    def told(self, article: Article) -> Whole:
        if article.id not in self._told:
            sentences = self.context.sentences(article)
            self._told[article.id] = whole_of(sentences, self.context)
        return self._told[article.id]

    def contrasted(self, a: Article, b: Article, pair: Retelling) -> Iterator[Told]:
        if not _comparable(pair.a.claim, pair.b.claim):
            return
        views = view_of(pair.a.said, self.context), view_of(pair.b.said, self.context)
        common = say(
            "both claims tell one event ({event}), in words of their own (similarity {score} of 1)",
            event=pair.a.claim.event or "",
            score=f"{pair.alike:.2f}",
        )
        unlike = frozenset(_unlike(pair.a.claim, pair.b.claim, self.world))
        if self._elsewhere(*views):
            unlike |= {"place"}
        one_day = bool(_days(views[0]) & _days(views[1]))
        if _of_other_times(*views):
            unlike |= {"time"}
        updated = bool(days_apart(a, b)) and not one_day
        for found in retold(*views, lambda: (self.told(a), self.told(b)), self.context.nested):
            if found.field == "number" and updated:
                continue  # A count of another day, in other words, is another count.
            told = Told.of(a, b, views, found, pair.alike, common, unlike)
            yield replace(told, one_day=one_day)

    def _elsewhere(self, a: View, b: View) -> bool:
        """Whether both clauses name places, and none of the one is, holds or lies beside one of the other."""
        here, there = ({hit.rule.id for hit in view.places} for view in (a, b))
        near = (x == y or self.context.nested(x, y) for x in here for y in there)
        return bool(here and there) and not any(near)


def _unlike(a: Claim, b: Claim, world: World) -> Iterator[str]:
    """The slots that both claims fill, and fill so that they cannot be about one event."""
    known = a.subject in world.kinds and b.subject in world.kinds
    if known and a.subject != b.subject and not (_names(a, b.subject) or _names(b, a.subject)):
        yield "subject"
    if a.place and b.place and world.apart(a.place, b.place):
        yield "place"
    if a.time and b.time and _apart(a.time, b.time):
        yield "time"


def _comparable(a: Claim, b: Claim) -> bool:
    """Whether both say that it happens, or both that it is to: a plan and what came of it may differ."""
    return a.polarity == b.polarity and (a.modality == "intended") == (b.modality == "intended")


def _days(view: View) -> set[str]:
    """The days that a clause states."""
    return {value.begin[:10] for value in view.values if value.begin and value.grain == "day"}


def _of_other_times(a: View, b: View) -> bool:
    """Whether both tell times, and none of them meet: a count since January is not the one of June."""
    times = [[value for value in view.values if value.begin] for view in (a, b)]
    return all(times) and all(agree(x, y) == "disjoint" for x in times[0] for y in times[1])


def _names(claim: Claim, entity: str | None) -> bool:
    return entity in claim.names


def _apart(a: TimeSlot, b: TimeSlot) -> bool:
    if a.begin is None or a.until is None or b.begin is None or b.until is None:
        return False
    return a.until <= b.begin or b.until <= a.begin
