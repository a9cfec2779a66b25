"""The report in every format: one function a format, in a plain registry."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from consistency.errors import UsageError
from consistency.model import Report
from consistency.report.options import FailOn, Language, RenderOptions
from consistency.report.translate import in_language

__all__ = ["FORMATS", "FailOn", "Format", "Language", "RenderOptions", "render", "write"]

Format = Callable[[Report, RenderOptions], str]


def _late(module: str, name: str) -> Format:
    """A function of a module that is imported when it is used: the page brings a template engine."""

    def render_it(report: Report, options: RenderOptions) -> str:
        made: str = getattr(import_module(f"consistency.report.{module}"), name)(report, options)
        return made

    return render_it


FORMATS: dict[str, Format] = {
    "text": _late("terminal", "render_text"),
    "html": _late("html", "render_html"),
    "json": _late("json", "render_json"),
    "jsonl": _late("jsonl", "render_jsonl"),
    "markdown": _late("markdown", "render_markdown"),
    "sarif": _late("sarif", "render_sarif"),
    "junit": _late("junit", "render_junit"),
    "github": _late("github", "render_github"),
    "gitlab": _late("gitlab", "render_gitlab"),
}
"""The user's word for a format, and the function that makes it."""

_FOR_READERS = frozenset({"text", "html", "markdown"})
"""Formats in the language that was asked for; what programs read is the same in every language: English."""


def render(format: str, report: Report, options: RenderOptions | None = None) -> str:
    """The report in a format; the same report and options give the same text.

    :raises UsageError: there is no such format.
    """
    if format not in FORMATS:
        raise UsageError(f"unknown format «{format}»; known are {', '.join(sorted(FORMATS))}")
    options = options or RenderOptions()
    if format in _FOR_READERS:
        report = in_language(report, options.language)
    return FORMATS[format](report, options)


def write(path: str | Path, text: str) -> None:
    """Write a file whole or not at all, as UTF-8 with ``\\n`` line ends; folders above it are made.

    :raises UsageError: the place cannot be written.
    """
    target = Path(path)
    try:
        if target.exists() and not target.is_file():
            _write_through(target, text)
        else:
            _replace(Path(os.path.realpath(target)), text)
    except OSError as error:
        fault = error.strerror or str(error)
        raise UsageError(f"{target}: cannot be written: {fault}; name another place") from error


def _write_through(target: Path, text: str) -> None:
    """A pipe or a device cannot be replaced, only written to."""
    with target.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def _replace(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f".{secrets.token_hex(6)}.tmp")
    try:
        with unfinished.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        unfinished.replace(target)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
