"""The JSON Schema of a rule file, from the shapes that check it: editors complete and mark by it."""

from __future__ import annotations

import ast
import inspect
import itertools
import textwrap
from collections.abc import Iterable, Iterator
from functools import reduce
from operator import or_
from typing import Annotated, Any

from pydantic import BaseModel, Field, TypeAdapter

from consistency.checks.registry import KINDS
from consistency.validation import models_in

__all__ = ["documented", "rule_file_schema"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def rule_file_schema() -> dict[str, Any]:
    """The schema of a whole rule file (JSON Schema 2020-12)."""
    shapes: Any = reduce(or_, (kind.shape for kind in KINDS.values()))
    adapter = TypeAdapter(Annotated[shapes, Field(discriminator="kind")])
    rule = adapter.json_schema(by_alias=True)
    told = {model.__name__: documented(model) for model in _models(kind.shape for kind in KINDS.values())}
    definitions = {
        name: _tidied(_told(shape, told.get(name, {}))) for name, shape in rule.pop("$defs").items()
    }
    return {
        "$schema": _DIALECT,
        "title": "A file of rules",
        "type": "object",
        "properties": {
            "version": {"const": 1},
            "rules": {"type": "array", "items": rule},
        },
        "required": ["version", "rules"],
        "additionalProperties": False,
        "$defs": definitions,
    }


def _models(shapes: Iterable[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    """These shapes and all shapes inside them."""
    for shape in shapes:
        yield shape
        for field in shape.model_fields.values():
            yield from _models(models_in(field.annotation))


def documented(model: type[BaseModel]) -> dict[str, str]:
    """What is said of each key of a shape: the text that stands below it in the code."""
    described = ((field.alias or name, field.description) for name, field in model.model_fields.items())
    told = {key: text for key, text in described if text}
    for part in reversed(model.__mro__):
        if part is not BaseModel and issubclass(part, BaseModel):
            (body,) = ast.parse(textwrap.dedent(inspect.getsource(part))).body
            told |= dict(_below_fields(body, part))
    return told


def _below_fields(body: ast.stmt, model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    lines = body.body if isinstance(body, ast.ClassDef) else []
    for line, after in itertools.pairwise(lines):
        if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name):
            text = ast.get_docstring(ast.Module([after], []))  # only a text that stands alone
            if text:
                field = model.model_fields[line.target.id]
                yield field.alias or line.target.id, " ".join(text.split())


def _told(shape: dict[str, Any], told: dict[str, str]) -> dict[str, Any]:
    """The shape with what is said of its keys."""
    for choice in shape.get("anyOf", [shape]):
        for key, value in choice.get("properties", {}).items():
            if key in told:
                value.setdefault("description", told[key])
    return shape


def _tidied(node: Any) -> Any:
    """Without the titles that repeat the keys."""
    if isinstance(node, dict):
        return {
            key: _tidied(value)
            for key, value in node.items()
            if not (key == "title" and isinstance(value, str))
        }
    return [_tidied(value) for value in node] if isinstance(node, list) else node
