"""The project's own settings: `consistency.toml` in the folder where `check` runs.

Paths in it are relative to its folder. What the command line says counts before what it says.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from consistency.errors import RuleError, RuleMistake, UsageError
from consistency.model import Confidence, Severity
from consistency.validation import Fault, faults_of

__all__ = ["Config", "load_config"]


def _hyphened(name: str) -> str:
    return name.replace("_", "-")


class Config(BaseModel):
    """The keys of `consistency.toml`, each written with hyphens; all may be left out."""

    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=_hyphened)

    paths: tuple[str, ...] = ()
    """What `check` checks when it is given no path."""
    rules: tuple[str, ...] = ()
    """Files and folders of further rules."""
    only_rules: bool = False
    """Leave the shipped rules out."""
    select: tuple[str, ...] = ()
    """Tell only of these rules, faults and kinds."""
    ignore: tuple[str, ...] = ()
    """Tell nothing of these."""
    severity: dict[str, Severity] = Field(default_factory=dict)
    """How bad a fault is here, by its name."""
    fail_on: Literal["error", "warning", "info", "never"] = "error"
    """From which severity on `check` fails."""
    min_confidence: Confidence = Confidence.LOW
    """Tell only what is at least this sure."""
    include: tuple[str, ...] = ()
    """Patterns of the article files to read; all where there is none."""
    exclude: tuple[str, ...] = ()
    """Patterns of the article files to leave out."""
    model: str | None = None
    """A sentence-transformers model instead of the embedded one."""
    nli: str | None = None
    """A cross-encoder for inference."""
    lang: Literal["en", "ar"] = "en"
    """Language of the report."""
    silences: str = ".consistency.yaml"
    """The file of silences."""
    baseline: str = ".consistency-baseline.yaml"
    """The file of the baseline."""


def load_config(file: str | Path, *, required: bool = True) -> tuple[Config, Path]:
    """The settings of a file, and the folder that their paths are relative to.

    :param required: False gives the settings of an empty file where there is none.
    :raises UsageError: the file is missing.
    :raises RuleError: with every mistake of the file.
    """
    path = Path(file)
    if not path.exists():
        if required:
            raise UsageError(f"{path}: no such settings file")
        return Config(), Path()
    text, data = _read(path)
    try:
        return Config.model_validate(data), path.parent
    except ValidationError as error:
        faults = faults_of(error, data, Config)
        raise RuleError(
            [RuleMistake(path.as_posix(), *_place(text, fault), fault.message) for fault in faults]
        ) from None


def _read(path: Path) -> tuple[str, dict[str, Any]]:
    name = path.as_posix()
    try:
        text = path.read_text(encoding="utf-8-sig")
        return text, tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        told, line, column = str(error), 1, 1
        if match := re.search(r" \(at line (\d+), column (\d+)\)", told):
            told, line, column = told[: match.start()], int(match[1]), int(match[2])
        raise RuleError([RuleMistake(name, line, column, f"not TOML: {told}")]) from None
    except (UnicodeDecodeError, OSError) as error:
        raise RuleError([RuleMistake(name, 1, 1, f"cannot be read as UTF-8 text: {error}")]) from None


def _place(text: str, fault: Fault) -> tuple[int, int]:
    """The line and column of the innermost key of a path; TOML readers keep no places."""
    key = next((part for part in reversed(fault.path) if isinstance(part, str)), "")
    match = re.search(rf"^[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*[=.]", text, re.MULTILINE) if key else None
    if match is None:
        return 1, 1
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
