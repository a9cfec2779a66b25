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
    GetJsonSchemaHandler,
    GetPydanticSchema,
    StringConstraints,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    field_validator,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from consistency.message import message_faults
from consistency.model import Confidence, Severity
from consistency.validation import Fault
from consistency.wording import Language, Wording, worded

__all__ = ["Day", "Example", "Examples", "Form", "OrText", "Rule", "RuleId", "RuleText"]


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


def _form(given: str) -> str:
    """A form with a comma or quotation marks inside was meant otherwise, and no text would ever have it."""
    odd = _ODD_IN_FORM.search(given)
    if odd is None:
        return given
    if odd[0] in "،؛;,":
        raise ValueError(f"«{given}» is one form with a comma in it; put a Latin comma between two forms")
    raise ValueError(f"`{given}`: a form has no quotation marks; only ' and \" hold a text in YAML")


_ODD_IN_FORM = re.compile('[،؛;,«»“”„"]')
_IDENTIFIER = "[a-z0-9]+(-[a-z0-9]+)*"
RuleId = Annotated[
    str,
    StringConstraints(max_length=80),
    AfterValidator(_identifier),
    WithJsonSchema({"type": "string", "pattern": f"^{_IDENTIFIER}$", "maxLength": 80}),
]
Day = Annotated[dt.date, BeforeValidator(_day)]
"""A day as ``YYYY-MM-DD``: pydantic alone would read the year 2023 as seconds since 1970."""
Form = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), AfterValidator(_form)
]


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


class OrText(Strict):
    """A part that may be written as a plain text where nothing but its first field is told."""

    @classmethod
    def written(cls, text: str) -> dict[str, Any]:
        """The part that a plain text stands for."""
        return {next(iter(cls.model_fields)): text}

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return cls.written(value) if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [_TEXT, handler(core_schema)]}


class Example(OrText):
    """A text, or several articles, on which a rule must speak or be silent."""

    articles: tuple[str, ...] = Field(min_length=1)
    """The texts, each an article with its headline and date line."""
    because: str = ""
    """Why the rule must speak or be silent here."""

    @classmethod
    def written(cls, text: str) -> dict[str, Any]:
        """One article."""
        return {"articles": [text]}


def _or_one(schema: JsonSchemaValue) -> None:
    """One entry needs no list."""
    schema["anyOf"] = [
        schema["items"],
        {key: schema.pop(key) for key in ("type", "items", "minItems") if key in schema},
    ]


class Examples(Strict):
    """The examples of a rule: without one of each kind it is refused."""

    flags: tuple[Example, ...] = Field(
        min_length=1, description="a text on which the rule must speak", json_schema_extra=_or_one
    )
    passes: tuple[Example, ...] = Field(
        min_length=1, description="a text on which it must be silent", json_schema_extra=_or_one
    )

    @field_validator("flags", "passes", mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        """One example needs no list."""
        return [value] if isinstance(value, str) else value


class Rule(Strict):
    """The head that all kinds of rule share."""

    id: RuleId
    """The name of the rule, unique among all rules; a fault's name, such as event-date-conflict."""
    kind: str
    """What the rule looks for, and which keys it has."""
    title: RuleText = Field(default_factory=Wording)
    """What is wrong, in a few words."""
    why: RuleText = Field(default_factory=Wording)
    """Why a reader should care."""
    severity: Severity = Severity.WARNING
    """How bad a finding is."""
    confidence: Confidence = Confidence.HIGH
    """How sure a finding is, apart from how bad it would be."""
    message: RuleText = Field(default_factory=Wording)
    """What a finding says; {quote}, {a.quote}, {b.publisher} ... are filled in."""
    tests: Examples = Field(description="a rule needs an example in `flags` and one in `passes`")

    @classmethod
    def faults(cls, written: Mapping[str, Any]) -> Iterator[Fault]:
        """Mistakes that no field shows by itself: looked for in what was written, valid or not."""
        yield from message_faults(written.get("message"))
