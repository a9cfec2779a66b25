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

__all__ = ["HOW", "ClaimsRule", "Differ"]

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


FieldName = Annotated[
    str,
    AfterValidator(partial(known_or_hint, "field", known=tuple(HOW))),
    WithJsonSchema({"enum": sorted(HOW)}),
]
GroundName = Annotated[
    str,
    AfterValidator(partial(known_or_hint, "ground", known=GROUNDS)),
    WithJsonSchema({"enum": sorted(GROUNDS)}),
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
    """What brings two sentences together: what they have in common."""
    differ: tuple[Differ, ...] = Field(min_length=1)
    """What the two may then not tell differently."""
    unless: tuple[ReasonName, ...] = ()
    """Reasons for silence."""
    doubt: tuple[ReasonName, ...] = ()
    """Reasons for an info instead of the rule's severity."""

    @classmethod
    def faults(cls, written: Mapping[str, Any]) -> Iterator[Fault]:
        """A rule that contradicts itself can never fire."""
        yield from super().faults(written)
        same = _names(written.get("same"))
        for index, field in enumerate(_names(written.get("differ"))):
            if field in same:
                told = f"`{field}` stands in both `same` and `differ`: this rule can never fire"
                yield Fault(("differ", index), told)
        unless = _names(written.get("unless"))
        for index, reason in enumerate(_names(written.get("doubt"))):
            if reason in unless:
                told = f"`{reason}` stands in both `unless` and `doubt`: the doubt is never told"
                yield Fault(("doubt", index), told)


def _names(written: Any) -> list[str]:
    """The names in a list as written; an entry of `differ` is named by its field."""
    entries = written if isinstance(written, list) else []
    return [str(entry.get("field") if isinstance(entry, dict) else entry) for entry in entries]
