"""The shape of a `name` rule: one entity of the world, and how Arabic news writes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from pydantic import Field

from consistency.model import EntityKind, Severity
from consistency.rule import Day, Form, OrText, Rule, RuleId, RuleText, Strict
from consistency.validation import Fault
from consistency.wording import Wording

__all__ = ["NameRule", "Office", "WrongForm"]


class WrongForm(OrText):
    """A form that a desk should not print."""

    form: Form
    """The form, without particles."""
    severity: Severity | None = None
    """Overrides the severity of the list that the form stands in."""
    why: RuleText = Field(default_factory=Wording)
    """What is wrong with it, for the reasons of a finding."""


class Office(Strict):
    """An office that a person held: for anachronisms and for roles before a name."""

    title: Form
    """As news writes it, with its state: «الرئيس الروسي»."""
    begin: Day | None = Field(default=None, alias="from")
    """The first day, as 2013-03-16."""
    until: Day | None = None
    """The last day."""


class NameRule(Rule):
    """One entity. Forms are written without particles; house styles of one letter need no listing:
    hamza seats, غ/ج/ق/ك/گ for g, a space inside a Chinese or Korean given name."""

    kind: Literal["name"]
    entity: EntityKind
    """What it is."""
    english: str = ""
    """Its name in English, for readers of a report."""
    canonical: Form
    """The form to write."""
    accepted: tuple[Form, ...] = ()
    """Right everywhere: another house's style, an official or older name."""
    short: tuple[Form, ...] = ()
    """What may stand alone in an article that names the entity in full or by role."""
    nonstandard: tuple[WrongForm, ...] = ()
    """Seen in print and understood, but a desk mends it (warning)."""
    misspelt: tuple[WrongForm, ...] = ()
    """Wrong (error). A form shorter than the canonical one counts only in the entity's company."""
    offices: tuple[Office, ...] = ()
    """What the person was: a title in the article stands for the name."""
    level: Literal["country", "region", "city", "site", "sea"] | None = None
    """place only: how large it is."""
    within: tuple[RuleId, ...] = ()
    """place only: the rules of the places that contain it, the narrowest first."""
    adjective: tuple[Form, ...] = ()
    """country or region only: its masculine adjective without the article, «روسي»."""

    @classmethod
    def faults(cls, written: Mapping[str, Any]) -> Iterator[Fault]:
        """Keys that say nothing here, and forms that are right and wrong at once."""
        if "message" in written:
            yield Fault(("message",), "a name has no `message`; its faults have their own", on_key=True)
        if written.get("entity") != "place":
            for key in ("level", "within", "adjective"):
                if key in written:
                    yield Fault((key,), f"`{key}` belongs to a place, and `entity` is none", on_key=True)
        yield from _contradictions(written)


def _contradictions(written: Mapping[str, Any]) -> Iterator[Fault]:
    """A form that stands in a right and in a wrong list makes every use of it both."""
    right: dict[str, str] = {}
    for key in ("canonical", "accepted"):
        forms = written.get(key)
        for form in forms if isinstance(forms, list) else [forms]:
            if isinstance(form, str):
                right[form] = key
    for key in ("nonstandard", "misspelt"):
        forms = written.get(key)
        for index, entry in enumerate(forms if isinstance(forms, list) else []):
            form = entry.get("form") if isinstance(entry, dict) else entry
            if isinstance(form, str) and form in right:
                yield Fault((key, index), f"«{form}» stands in both `{right[form]}` and `{key}`")
