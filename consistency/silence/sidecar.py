"""The files beside the articles that say which findings are to be silent, and why.

`.consistency.yaml` holds silences: a fingerprint, the reason, perhaps a last day.
`.consistency-baseline.yaml` holds what stood when the baseline was made. Articles are never edited.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, Field, ValidationError, WithJsonSchema

from consistency.errors import RuleError, RuleMistake, UsageError
from consistency.model import Finding
from consistency.rule import Day, Strict
from consistency.silence.fingerprint import is_fingerprint
from consistency.validation import faults_of
from consistency.yaml_places import Places, YamlFault, read_yaml

__all__ = [
    "Baseline", "Sidecar", "Silence", "Silences", "baseline_text", "described", "read_baseline",
    "read_silences", "with_silence",
]  # fmt: skip


Shape = TypeVar("Shape", bound=Strict)
_NOT_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_HEAD = "# Findings that are right to be silent, each with its reason; `check silence` adds one.\n"
_BASELINE_HEAD = "# What stood when the baseline was made; `check baseline` writes this file.\n"


def _fingerprint(given: str) -> str:
    if not is_fingerprint(given):
        raise ValueError(f"`{given}` is no fingerprint: 16 digits of 0-9 and a-f, as a report shows behind #")
    return given


Fingerprint = Annotated[
    str, AfterValidator(_fingerprint), WithJsonSchema({"type": "string", "pattern": "^[0-9a-f]{16}$"})
]


class Silence(Strict):
    """One finding that is to be silent."""

    fingerprint: Fingerprint
    reason: str = Field(min_length=1, description="a silence needs its reason")
    until: Day | None = None
    """The last day on which it holds."""
    finding: str = ""
    """What was silenced, for a reader of the file."""
    document: str = ""
    """The article of it; a silence whose article was not read is not called unused."""


class Silences(Strict):
    """The file of silences."""

    version: Literal[1]
    silences: tuple[Silence, ...] = ()


class Accepted(Strict):
    """A finding that stood when the baseline was made; only the fingerprint counts."""

    fingerprint: Fingerprint
    finding: str = ""
    document: str = ""


class Baseline(Strict):
    """The file of the baseline."""

    version: Literal[1]
    accepted: tuple[Accepted, ...] = ()


@dataclass(frozen=True)
class Sidecar:
    """The silences of a file with their places."""

    name: str
    """The file as a report names it."""
    text: str
    silences: tuple[Silence, ...]
    places: Places

    def span(self, number: int) -> tuple[int, int, int, int]:
        """Start and end of the fingerprint of a silence in the text, and its line and column (1-based)."""
        line, column = self.places.of(("silences", number, "fingerprint"))
        scalar = sum(len(row) + 1 for row in self.text.split("\n")[: line - 1]) + column - 1
        start = self.text.index(self.silences[number].fingerprint, scalar)  # behind an opening quote
        return start, start + len(self.silences[number].fingerprint), line, column + start - scalar


def read_silences(path: Path) -> Sidecar | None:
    """The silences of a file; None where there is no file.

    :raises RuleError: with every mistake of the file.
    """
    if not path.exists():
        return None
    text, places, silences = _read(path, Silences)
    return Sidecar(path.as_posix(), text, silences.silences, places)


def read_baseline(path: Path) -> Baseline | None:
    """The baseline of a file; None where there is no file.

    :raises RuleError: with every mistake of the file.
    """
    return _read(path, Baseline)[2] if path.exists() else None


def _read(path: Path, shape: type[Shape]) -> tuple[str, Places, Shape]:
    name = path.as_posix()
    try:
        text = path.read_text(encoding="utf-8-sig")
        data, places = read_yaml(text)
    except YamlFault as broken:
        raise RuleError([RuleMistake(name, *broken.place, f"not YAML: {broken.message}")]) from None
    except (UnicodeDecodeError, OSError) as error:
        raise RuleError([RuleMistake(name, 1, 1, f"cannot be read as UTF-8 text: {error}")]) from None
    mistakes = [
        RuleMistake(name, *place, f"duplicate key `{key}` (first on line {first[0]})")
        for key, place, first in places.duplicates
    ]
    try:
        written = shape.model_validate(data)
    except ValidationError as error:
        for fault in faults_of(error, data, shape):
            place = places.of_key(fault.path) if fault.on_key else places.of(fault.path)
            mistakes.append(RuleMistake(name, *place, fault.message))
    if mistakes:
        raise RuleError(mistakes)
    return text, places, written


def with_silence(text: str, silence: Silence) -> str:
    """The text of a file of silences with one more at its end; what stands in it stays as it is.

    :param text: empty for a new file.
    :raises UsageError: `silences:` is not the last key of the file, so that nothing can be added at the end.
    """
    entry = _entry(silence)
    head = text.rstrip()
    if not head:
        return f"{_HEAD}version: 1\nsilences:\n{entry}"
    for empty in ("silences: []", "silences:"):
        if head.endswith(f"\n{empty}"):
            return f"{head.removesuffix(empty)}silences:\n{entry}"
    indent = " " * _indent(head)
    grown = f"{head}\n" + "".join(f"{indent}{line}\n" for line in entry.splitlines())
    try:
        Silences.model_validate(read_yaml(grown)[0])
    except (YamlFault, ValidationError):
        raise UsageError(
            f"nothing can be added at the end; add it by hand below `silences:`\n{entry}"
        ) from None
    return grown


def _entry(silence: Silence) -> str:
    told = [(key, value) for key, value in silence.model_dump(mode="json").items() if value]
    lines = [f"{key}: {value if key == 'until' else _quoted(value)}" for key, value in told]
    return "- " + "\n  ".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A string of JSON is one of YAML as well, where what YAML forbids is escaped."""
    plain = json.dumps(" ".join(text.encode("utf-8", "replace").decode().split()), ensure_ascii=False)
    return _NOT_YAML.sub(lambda letter: f"\\u{ord(letter[0]):04x}", plain)


def _indent(text: str) -> int:
    """How far the entries of the list are indented."""
    entries = [line for line in text.splitlines() if line.lstrip().startswith("- ")]
    return len(entries[-1]) - len(entries[-1].lstrip()) if entries else 0


def baseline_text(findings: Iterable[Finding]) -> str:
    """The text of a baseline file that accepts these findings, in the order of their fingerprints."""
    rows = {
        finding.fingerprint: {
            "fingerprint": finding.fingerprint,
            "finding": described(finding),
            "document": finding.locations[0].document,
        }
        for finding in findings
    }
    entries = [
        f"- fingerprint: {_quoted(row['fingerprint'])}\n"
        f"  finding: {_quoted(row['finding'])}\n"
        f"  document: {_quoted(row['document'])}\n"
        for _, row in sorted(rows.items())
    ]
    return f"{_BASELINE_HEAD}version: 1\naccepted:" + ("\n" + "".join(entries) if entries else " []\n")


def described(finding: Finding) -> str:
    """A finding in a few words, for a reader of a file."""
    return f"{finding.rule}: {finding.message}"[:200]
