"""What every rule has, whatever its kind."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetPydanticSchema,
    StringConstraints,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    field_validator,
)
from pydantic_core import core_schema

from consistency.message import message_faults
from consistency.model import Confidence, Severity
from consistency.validation import Fault
from consistency.wording import Language, Wording, worded

__all__ = ["Day", "Example", "Examples", "Form", "Rule", "RuleId", "RuleText"]


def _day(given: Any) -> Any:
    if isinstance(given, dt.date):
        return given
    try:
        return dt.date.fromisoformat(given)
    except (TypeError, ValueError):
        raise ValueError(f"`{given}` names no day; write it as 2023-09-18") from None


def _identifier(given: str) -> str:
    if not re.fullmatch(_IDENTIFIER, given):
        raise ValueError(f"`{given}`: an identifier has small letters, digits and hyphens, as `tall-tower`")
    return given


_IDENTIFIER = "[a-z0-9]+(-[a-z0-9]+)*"
RuleId = Annotated[
    str,
    StringConstraints(max_length=80),
    AfterValidator(_identifier),
    WithJsonSchema({"type": "string", "pattern": f"^{_IDENTIFIER}$", "maxLength": 80}),
]
Day = Annotated[dt.date, BeforeValidator(_day)]
"""A day as ``YYYY-MM-DD``: pydantic alone would read the year 2023 as seconds since 1970."""
Form = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


def _in_languages(given: Any, check: ValidatorFunctionWrapHandler) -> Wording:
    """A text as it stands, or a mapping of languages that has an English one."""
    if not isinstance(given, dict):
        return worded(check(given))
    unknown = sorted(map(str, given.keys() - set(get_args(Language))))
    if unknown or "en" not in given:
        fault = f"unknown language {', '.join(unknown)}" if unknown else "`en` is missing"
        raise ValueError(f"{fault}; a text is a string, or a mapping with `en` and `ar`")
    texts = {language: check(text) for language, text in given.items()}
    return worded(texts.pop("en"), **texts)


_TEXT = {"type": "string"}
RuleText = Annotated[
    Wording,
    GetPydanticSchema(
        lambda _source, _handler: core_schema.no_info_wrap_validator_function(
            _in_languages,
            core_schema.str_schema(strip_whitespace=True),
        )
    ),
    WithJsonSchema(
        {
            "anyOf": [
                _TEXT,
                {
                    "type": "object",
                    "properties": dict.fromkeys(get_args(Language), _TEXT),
                    "required": ["en"],
                    "additionalProperties": False,
                },
            ]
        }
    ),
]
"""A text for readers: one string, or one for each language: ``{en: ..., ar: ...}``."""


class Strict(BaseModel):
    """A part of a rule file: frozen, and unknown keys are mistakes."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Example(Strict):
    """A text, or several articles, on which a rule must speak or be silent."""

    articles: tuple[str, ...] = Field(min_length=1)
    because: str = ""


class Examples(Strict):
    """The examples of a rule: without one of each kind it is refused."""

    flags: tuple[Example, ...] = Field(min_length=1, description="a text on which the rule must speak")
    passes: tuple[Example, ...] = Field(min_length=1, description="a text on which it must be silent")

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
    title: RuleText = Field(default_factory=Wording)
    why: RuleText = Field(default_factory=Wording)
    severity: Severity = Severity.WARNING
    confidence: Confidence = Confidence.HIGH
    message: RuleText = Field(default_factory=Wording)
    tests: Examples = Field(description="a rule needs an example in `flags` and one in `passes`")

    @classmethod
    def faults(cls, written: Mapping[str, Any]) -> Iterator[Fault]:
        """Mistakes that no field shows by itself: looked for in what was written, valid or not."""
        yield from message_faults(written.get("message"))
