"""What pydantic found wrong with written data, in words for the person who wrote it.

Used for every file that people write: rules, silences, the configuration.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

__all__ = ["Fault", "Path", "faults_of", "known_or_hint", "models_in", "unknown"]

Path = tuple[str | int, ...]
"""Keys and indexes from the root of the data."""
_QUOTED = re.compile(r"'([^']*)'")


@dataclass(frozen=True)
class Fault:
    """One mistake: where it stands in the data, and what it is."""

    path: Path
    message: str
    on_key: bool = False
    """The key is wrong, not its value."""


def unknown(what: str, given: str, known: Iterable[str]) -> str:
    """That a word is not known, with the nearest known one, or with all where there are few."""
    words = sorted(known)
    close = difflib.get_close_matches(given, words, n=1, cutoff=0.68)
    if close:
        return f"unknown {what} `{given}`; did you mean `{close[0]}`?"
    return f"unknown {what} `{given}`" + (f"; one of {', '.join(words)}" if 0 < len(words) <= 12 else "")


def known_or_hint(what: str, given: str, *, known: Iterable[str]) -> str:
    """The word itself, for a validator.

    :raises ValueError: it is not known; with a hint.
    """
    words = list(known)
    if given not in words:
        raise ValueError(unknown(what, given, words))
    return given


def faults_of(error: ValidationError, data: Any, model: type[BaseModel]) -> Iterator[Fault]:
    """The mistakes of some data, each once.

    :param data: what was validated, to tell its keys from the tags that pydantic puts into a path.
    """
    seen: set[tuple[Path, str]] = set()
    for detail in error.errors(include_url=False):
        if detail["type"] == "too_short" and detail["input"]:
            continue  # its entries are wrong, each of them is told, and so none is left
        fault = _fault(detail, data, model)
        if (fault.path, fault.message) not in seen:
            seen.add((fault.path, fault.message))
            yield fault


def _fault(detail: ErrorDetails, data: Any, model: type[BaseModel]) -> Fault:
    path = _path(detail["loc"], data)
    last = str(detail["loc"][-1]) if detail["loc"] else ""
    if detail["type"] == "extra_forbidden":
        return Fault(path, unknown("key", last, _keys_at(model, path[:-1])), on_key=True)
    if detail["type"] == "missing":
        purpose = _keys_at(model, path).get(last, "")
        return Fault(path, f"missing key `{last}`" + (f"; {purpose}" if purpose else ""))
    if detail["type"] == "value_error":
        return Fault(path, str(detail["msg"]).removeprefix("Value error, "))
    name = next((part for part in reversed(path) if isinstance(part, str)), "")
    return Fault(path, (f"`{name}`: " if name else "") + _message(detail))


def _path(loc: tuple[str | int, ...], data: Any) -> Path:
    """The part of a location that stands in the data: pydantic leaves marks of its own in it."""
    path: list[str | int] = []
    for part in loc:
        if isinstance(data, dict | list):
            try:
                data = data[part]  # type: ignore[index]
            except (LookupError, TypeError):
                continue
            path.append(part)
    return tuple(path)


def _keys_at(model: type[BaseModel], path: Path) -> dict[str, str]:
    """The keys that may stand at a path, as they are written, and what each is for where that is told."""
    for part in path:
        if isinstance(part, str):
            named = {field.alias or name: field for name, field in model.model_fields.items()}
            inner = next(models_in(named[part].annotation), None) if part in named else None
            if inner is None:
                return {}
            model = inner
    return {field.alias or name: field.description or "" for name, field in model.model_fields.items()}


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The shapes that stand in an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from models_in(inner)


def _message(detail: ErrorDetails) -> str:
    given, kind = detail["input"], detail["type"]
    if kind in ("literal_error", "enum"):
        return unknown("value", str(given), _QUOTED.findall(str(detail["ctx"]["expected"])))
    if kind == "string_type":
        return _no_text(given)
    if kind in ("tuple_type", "list_type"):
        return f"a list is expected, as in `[{_shown(given)}]`"
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return "a mapping of keys and values is expected"
    if kind in ("too_short", "string_too_short"):
        return "is empty"
    if kind == "bool_parsing":
        return f"`{_shown(given)}` is neither true nor false"
    return str(detail["msg"])


def _no_text(given: Any) -> str:
    if given is None:
        return "is empty; a text is expected"
    if isinstance(given, list | dict):
        return f"a text is expected, not a {'list' if isinstance(given, list) else 'mapping'}"
    shown = str(given).lower() if isinstance(given, bool) else given
    return f"a text is expected; put quotes around it: '{shown}'"


def _shown(given: Any) -> str:
    text = str(given)
    return text if len(text) <= 40 else f"{text[:39]}…"
