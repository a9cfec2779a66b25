"""`check baseline create | prune`."""

from __future__ import annotations

from pathlib import Path

import click

from consistency.cli.checking import Choices, checked
from consistency.cli.options import engine_options, model_option, opened_engine, project_options
from consistency.cli.project import Project
from consistency.errors import UsageError
from consistency.model import Finding

__all__ = ["baseline"]


@click.group("baseline")
def baseline() -> None:
    """Accept what stands today, so that only new findings count."""


@baseline.command("create")
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option("--force", is_flag=True, help="Write over the baseline that is there.")
@project_options
@model_option
@engine_options
def create(
    project: Project,
    *,
    paths: tuple[str, ...],
    force: bool,
    model: str | None,
    jobs: int | None,
    cache_dir: Path | None,
    no_cache: bool,
) -> int:
    """Accept every finding that stands today."""
    from consistency.report import write
    from consistency.silence.sidecar import baseline_text

    file = project.baseline_file
    if file.exists() and not force:
        raise UsageError(f"{file}: there is a baseline; prune it, or write over it with --force")
    found = _findings(project, paths, model, jobs, cache_dir, no_cache)
    write(file, baseline_text(found))
    click.echo(f"{file}: {len(found)} findings accepted")
    return 0


@baseline.command("prune")
@click.argument("paths", nargs=-1, metavar="PATH...")
@project_options
@model_option
@engine_options
def prune(
    project: Project,
    *,
    paths: tuple[str, ...],
    model: str | None,
    jobs: int | None,
    cache_dir: Path | None,
    no_cache: bool,
) -> int:
    """Take out of the baseline what no longer stands; nothing new is accepted."""
    from consistency.report import write
    from consistency.silence.sidecar import baseline_text, read_baseline

    file = project.baseline_file
    known = read_baseline(file)
    if known is None:
        raise UsageError(f"{file}: there is no baseline; make one with: check baseline create PATH")
    accepted = {one.fingerprint for one in known.accepted}
    found = _findings(project, paths, model, jobs, cache_dir, no_cache)
    standing = [finding for finding in found if finding.fingerprint in accepted]
    write(file, baseline_text(standing))
    click.echo(f"{file}: {len(standing)} findings stay, {len(accepted) - len(standing)} taken out")
    return 0


def _findings(
    project: Project,
    paths: tuple[str, ...],
    model: str | None,
    jobs: int | None,
    cache_dir: Path | None,
    no_cache: bool,
) -> list[Finding]:
    """What stands today, whatever the baseline accepts; what is wrong with the silences is no part of it."""
    street = project.street(model)
    with opened_engine(jobs, cache_dir, no_cache) as engine:
        report = checked(project, project.paths(paths), street, Choices(baseline=False), engine)
    return [finding for finding in report.findings if finding.kind != "silence"]
