"""The shape of a `claims` rule: a denial constraint over claims that are about one fact."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Literal, get_args

from pydantic import Field, field_validator, model_validator

from consistency.checks.grounds import GROUNDS
from consistency.checks.reasons import REASONS
from consistency.differences import Field as ClaimField
from consistency.rule import Rule, Strict

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


class Differ(Strict):
    """The field that may not differ, and how."""

    field: str
    how: str

    @model_validator(mode="after")
    def _field_differs_in_its_own_way(self) -> Differ:
        known_name("field", self.field, get_args(ClaimField))
        way = next(way for name, way in HOW.items() if name == self.field)
        if self.how != way:
            raise ValueError(f"a {self.field} differs `how: {way}`, not `{self.how}`")
        return self


class ClaimsRule(Rule):
    """Claims that are the `same` in these ways may not `differ` in that field, `unless` a reason holds."""

    kind: Literal["claims"]
    scope: Literal["within", "across", "both"] = "across"
    """Sentences of one article, of two articles of one story, or either."""
    same: tuple[str, ...] = Field(min_length=1)
    differ: tuple[Differ, ...] = Field(min_length=1)
    unless: tuple[str, ...] = ()
    """Reasons for silence."""
    doubt: tuple[str, ...] = ()
    """Reasons for an info instead of the rule's severity."""

    @field_validator("same")
    @classmethod
    def _grounds_are_known(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(known_name("ground", name, GROUNDS) for name in names)

    @field_validator("unless", "doubt")
    @classmethod
    def _reasons_are_known(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(known_name("reason", name, REASONS) for name in names)


def known_name(what: str, name: str, known: Iterable[str]) -> str:
    """The name, if it is known.

    :raises ValueError: it is not, with the nearest known one.
    """
    names = sorted(known)
    if name in names:
        return name
    near = difflib.get_close_matches(name, names, n=1)
    hint = f"did you mean `{near[0]}`?" if near else f"known: {', '.join(names)}"
    raise ValueError(f"unknown {what} `{name}`; {hint}")
