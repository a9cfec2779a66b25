"""The shape of a `claims` rule: a denial constraint over claims that are about one fact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, WithJsonSchema, model_validator

from consistency.checks.grounds import GROUNDS
from consistency.checks.reasons import REASONS
from consistency.differences import Field as ClaimField
from consistency.rule import Rule, Strict
from consistency.validation import Fault, known_or_hint

__all__ = ["HOW", "SLOTS", "ClaimsRule", "Differ"]

HOW: dict[ClaimField, str] = {
    "antonym": "opposite",
    "extent": "other",
    "number": "disjoint",
    "office": "other",
    "person": "other",
    "place": "apart",
    "polarity": "opposite",
    "speaker": "other",
    "time": "disjoint",
}
"""How a field may differ so that both cannot be true."""


SLOTS = ("place", "subject", "time")
"""What two claims of one event must not tell apart, where a rule names it under `same`."""

FieldName = Annotated[
    str,
    AfterValidator(partial(known_or_hint, "field", known=tuple(HOW))),
    WithJsonSchema({"enum": sorted(HOW)}),
]
GroundName = Annotated[
    str,
    AfterValidator(partial(known_or_hint, "ground", known=(*GROUNDS, *SLOTS))),
    WithJsonSchema({"enum": sorted((*GROUNDS, *SLOTS))}),
]
ReasonName = Annotated[
    str,
    AfterValidator(partial(known_or_hint, "reason", known=REASONS)),
    WithJsonSchema({"enum": sorted(REASONS)}),
]


class Differ(Strict):
    """The field that may not differ, and how."""

    field: FieldName
    how: str

    @model_validator(mode="after")
    def _field_differs_in_its_own_way(self) -> Differ:
        way = next(way for name, way in HOW.items() if name == self.field)
        if self.how != way:
            raise ValueError(f"a {self.field} differs `how: {way}`, not `{self.how}`")
        return self


class ClaimsRule(Rule):
    """Claims that are the `same` in these ways may not `differ` in that field, `unless` a reason holds."""

    kind: Literal["claims"]
    scope: Literal["within", "across", "both"] = "across"
    """Sentences of one article, of two articles of one story, or either."""
    same: tuple[GroundName, ...] = Field(min_length=1)
    """What two sentences have in common: a ground brings them together, and each of several does so alone.

    With the ground ``event``, slots as well: those that both claims fill must not exclude each other.
    """
    differ: tuple[Differ, ...] = Field(min_length=1)
    """What the two may then not tell differently."""
    unless: tuple[ReasonName, ...] = ()
    """Reasons for silence."""
    doubt: tuple[ReasonName, ...] = ()
    """Reasons for an info instead of the rule's severity."""

    @property
    def grounds(self) -> tuple[str, ...]:
        """What brings two sentences together."""
        return tuple(name for name in self.same if name in GROUNDS)

    @property
    def slots(self) -> frozenset[str]:
        """What their claims must not tell apart."""
        return frozenset(self.same) & frozenset(SLOTS)

    @classmethod
    def faults(cls, written: Mapping[str, Any]) -> Iterator[Fault]:
        """A rule that contradicts itself can never fire."""
        yield from super().faults(written)
        same = _names(written.get("same"))
        for index, field in enumerate(_names(written.get("differ"))):
            if field in same:
                told = f"`{field}` stands in both `same` and `differ`: this rule can never fire"
                yield Fault(("differ", index), told)
        if "event" not in same:
            for index, slot in enumerate(same):
                if slot in SLOTS:
                    told = f"`{slot}` is a slot of claims: it needs `event` in `same` beside it"
                    yield Fault(("same", index), told)
        unless = _names(written.get("unless"))
        for index, reason in enumerate(_names(written.get("doubt"))):
            if reason in unless:
                told = f"`{reason}` stands in both `unless` and `doubt`: the doubt is never told"
                yield Fault(("doubt", index), told)


def _names(written: Any) -> list[str]:
    """The names in a list as written; an entry of `differ` is named by its field."""
    entries = written if isinstance(written, list) else []
    return [str(entry.get("field") if isinstance(entry, dict) else entry) for entry in entries]
