"""What every rule has, whatever its kind."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator

from consistency.model import Confidence, Severity

__all__ = ["Example", "Examples", "Form", "Rule", "RuleId"]

RuleId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Form = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


class Strict(BaseModel):
    """A part of a rule file: frozen, and unknown keys are mistakes."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Example(Strict):
    """A text, or several articles, on which a rule must speak or be silent."""

    articles: tuple[str, ...] = Field(min_length=1)
    because: str = ""


class Examples(Strict):
    """The examples of a rule: without one of each kind it is refused."""

    flags: tuple[Example, ...] = Field(min_length=1)
    passes: tuple[Example, ...] = Field(min_length=1)

    @field_validator("flags", "passes", mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        """A plain string is an example of one article, and one example needs no list."""
        value = [value] if isinstance(value, str) else value
        if isinstance(value, list):
            return [{"articles": [item]} if isinstance(item, str) else item for item in value]
        return value


class Rule(Strict):
    """The head that all kinds of rule share."""

    id: RuleId
    kind: str
    title: str = ""
    why: str = ""
    severity: Severity = Severity.WARNING
    confidence: Confidence = Confidence.HIGH
    message: str = ""
    tests: Examples
