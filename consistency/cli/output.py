"""What reaches the terminal and the files: formats, colour, the progress line, the exit code."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from consistency.errors import UsageError

if TYPE_CHECKING:
    from consistency.cli.project import Project
    from consistency.model import Report
    from consistency.report import FailOn, RenderOptions
    from consistency.rulebook import Rulebook
    from consistency.wording import Wording

__all__ = [
    "FORMATS", "emit", "exit_code", "particulars", "print_json", "print_text", "progress", "targets_of",
    "tell", "wants_colour",
]  # fmt: skip

_DEFAULT_OUTPUT = Path("reports")
FORMATS = ("text", "html", "json", "jsonl", "markdown", "sarif", "junit", "github", "gitlab")
"""The formats of a report, by the user's word; held here so that --help need not import them."""

Target = tuple[str, Path | None]
"""A format and its file; None is standard output."""


def targets_of(formats: Sequence[str]) -> list[Target]:
    """Format and file of each --format; a format without a file goes to standard output, at most one."""
    if not formats:
        return [
            ("text", None),
            ("html", _DEFAULT_OUTPUT / "report.html"),
            ("json", _DEFAULT_OUTPUT / "report.json"),
        ]
    targets: list[Target] = []
    for given in formats:
        name, colon, path = given.partition(":")
        if name not in FORMATS:
            raise UsageError(f"--format {given}: unknown format «{name}»; known are {', '.join(FORMATS)}")
        if colon and not path:
            raise UsageError(f"--format {given}: no file behind the colon")
        targets.append((name, Path(path) if path else None))
    if sum(path is None for _, path in targets) > 1:
        raise UsageError(
            "two formats for standard output; give all but one a file: --format html:report.html"
        )
    return targets


def emit(report: Report, targets: list[Target], options: RenderOptions) -> None:
    """Write the files first, so that a closed pipe on standard output loses none."""
    from consistency.report import render, write

    for name, path in sorted(targets, key=lambda target: target[1] is None):
        text = render(name, report, options)
        if path is None:
            print_text(text)
        else:
            write(path, text)


def print_text(text: str) -> None:
    """UTF-8 whatever the locale says: a report has Arabic in it."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def tell(text: str) -> None:
    """A message on standard error; what stands in the name of a file must not act on the terminal."""
    from consistency.report.safe import visible

    click.echo(visible(text), err=True)


def print_json(tree: Any) -> None:
    """One JSON value, for programs."""
    print_text(json.dumps(tree, ensure_ascii=False, indent=2) + "\n")


def wants_colour() -> bool:
    """Colour on a terminal, unless NO_COLOR says no or FORCE_COLOR says yes."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def progress(report: Report) -> Wording:
    """What was read, compared and not compared, and why."""
    from consistency.wording import listed, say, say_count, term

    corpus, skipped = report.corpus, report.skipped_files
    parts = [
        say_count("{n} article read", "{n} articles read", corpus.documents),
        say_count("{n} claim", "{n} claims", corpus.claims),
        say_count("{n} pair compared", "{n} pairs compared", corpus.compared_pairs),
    ]
    if corpus.not_comparable:
        reasons = listed(
            say("{reason} {number}", reason=term(reason), number=number)
            for reason, number in corpus.not_comparable.items()
        )
        parts.append(
            say_count(
                "{n} not comparable ({reasons})",
                "{n} not comparable ({reasons})",
                sum(corpus.not_comparable.values()),
                reasons=reasons,
            )
        )
    for one in corpus.unreadable:
        parts.append(say("not read: {document}: {reason}", document=one.document, reason=one.reason))
    if skipped:
        names = ", ".join(skipped[:5]) + (" ..." if len(skipped) > 5 else "")
        parts.append(
            say_count(
                "{n} file left out by its suffix: {names}",
                "{n} files left out by their suffix: {names}",
                len(skipped),
                names=names,
            )
        )
    return listed(parts, " · ")


def particulars(report: Report, project: Project, rulebook: Rulebook) -> Iterator[str]:
    """What a run worked with: settings, rules, model, silences, and the files that it left out."""
    from consistency.cli.project import CONFIG_FILE

    settings = project.folder / CONFIG_FILE
    yield f"settings: {settings if settings.exists() else 'none'}"
    yield f"rules: {len(rulebook.rules)} from {len(set(rulebook.files.values()))} files"
    yield f"model: {report.encoder}"
    yield f"silenced: {len(report.silenced)} findings ({project.silence_file}, {project.baseline_file})"
    for name in report.skipped_files:
        yield f"left out by its suffix: {name}"


def exit_code(report: Report, fail_on: FailOn) -> int:
    """1 for findings, 3 where nothing was checked, 4 where an article could not be read; the highest."""
    code = 1 if report.gate(fail_on).failed else 0
    if report.corpus.unreadable:
        code = max(code, 4)
    return code if report.articles else max(code, 3)
