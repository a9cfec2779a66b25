"""One run as several commands need it: read, check, set silenced findings apart, choose what is told."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from consistency.cli.project import Project
    from consistency.model import Report
    from consistency.pipeline import Engine, Street

__all__ = ["Choices", "base_of", "checked"]


@dataclass(frozen=True)
class Choices:
    """What one command line chooses; empty values leave it to the settings."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_confidence: str | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    changed_since: str | None = None
    against: tuple[str, ...] = ()
    """The archive; only what touches the paths is told."""
    baseline: bool = True
    """False takes the baseline for empty."""


def checked(
    project: Project, paths: Sequence[str], street: Street, choices: Choices, engine: Engine
) -> Report:
    """The report of a run as it is to be told."""
    from consistency.pipeline import check_paths

    selection = project.selection(street.rulebook, choices.select, choices.ignore, choices.min_confidence)
    scope = project.scope(choices.include, choices.exclude)
    report = check_paths(paths, street, scope, engine, choices.against)
    whole = not (scope.include or scope.exclude or choices.against)
    paths = [*paths, *choices.against]
    report = project.quieted(report, base_of(paths), whole=whole, baseline=choices.baseline)
    report = selection.applied(report)
    return (
        report.touching(_changed(report, paths, choices.changed_since)) if choices.changed_since else report
    )


def _changed(report: Report, paths: Sequence[str], revision: str) -> frozenset[str]:
    """The articles whose files differ from a revision."""
    from consistency.corpus import common_root
    from consistency.read.jsonl import file_of
    from consistency.scope import changed_since

    root = common_root(Path(path) for path in paths)
    changed = changed_since(revision, root)
    return frozenset(
        article.id for article in report.articles if (root / file_of(article.id)).resolve() in changed
    )


def base_of(paths: Sequence[str]) -> str:
    """The checked folder as seen from the working directory, in POSIX form."""
    from consistency.corpus import common_root

    root = os.path.relpath(common_root(Path(path) for path in paths))
    return "" if root == "." else Path(root).as_posix()
