"""Pairs in JSON Lines: ``{"a": ..., "b": ...}`` a line; other keys are handed on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from consistency.errors import Unreadable
from consistency.pairs.comparer import LONGEST, Comparer

__all__ = ["PairLine", "answered", "read_lines"]

_BATCH = 512
"""Lines that are answered together."""


@dataclass(frozen=True)
class PairLine:
    """One line that is a pair, with all its keys."""

    data: dict[str, Any]

    @property
    def texts(self) -> tuple[str, str]:
        """The two sentences."""
        return self.data["a"], self.data["b"]


def read_lines(lines: Iterable[bytes], name: str) -> Iterator[PairLine | Unreadable]:
    """The pairs of a file, and a fault for each line that is none; empty lines are passed over."""
    for number, raw in enumerate(lines, start=1):
        if number == 1:
            raw = raw.removeprefix(b"\xef\xbb\xbf")
        if raw.strip():
            fault = None
            try:
                data, fault = _pair(raw)
            except UnicodeDecodeError as error:
                fault = f"no UTF-8 at byte {error.start + 1} of the line; save the file as UTF-8"
            except json.JSONDecodeError as error:
                fault = f"no JSON at column {error.colno}: {error.msg}; each line is one JSON object"
            except (RecursionError, ValueError) as error:
                fault = f"this JSON cannot be read ({error}); each line is one flat JSON object"
            yield Unreadable(f"{name}:{number}", fault) if fault else PairLine(data)


def _pair(raw: bytes) -> tuple[dict[str, Any], str | None]:
    """The object of a line, and what is wrong with it."""
    data: Any = json.loads(raw.decode("utf-8"))
    if not isinstance(data, dict):
        return {}, 'this is no JSON object; each line is one object with "a" and "b"'
    for key in ("a", "b"):
        if key not in data:
            return {}, f'"{key}" is missing; each line needs the sentences "a" and "b"'
        if not isinstance(data[key], str):
            return {}, f'"{key}" is no text but {json.dumps(data[key])[:40]}; put it in quotes'
        if len(data[key]) > LONGEST:
            return {}, f'"{key}" has {len(data[key])} letters; compare sentences of up to {LONGEST}'
    return data, None


def answered(lines: Iterable[PairLine | Unreadable], comparer: Comparer) -> Iterator[str | Unreadable]:
    """Each line with its relation, score and reasons as one line of JSON, and the faults, in order."""
    given = iter(lines)
    while batch := list(islice(given, _BATCH)):
        compared = comparer.compare_all(line.texts for line in batch if isinstance(line, PairLine))
        for line in batch:
            if isinstance(line, Unreadable):
                yield line
            else:
                answer = {**line.data, **next(compared).as_json()}
                yield json.dumps(answer, ensure_ascii=False) + "\n"
