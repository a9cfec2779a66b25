"""`check explain FINGERPRINT`."""

from __future__ import annotations

from pathlib import Path

import click

from consistency.cli.checking import Choices, checked
from consistency.cli.options import engine_options, model_option, opened_engine, project_options
from consistency.cli.output import print_text
from consistency.cli.project import Project
from consistency.errors import UsageError

__all__ = ["explain"]


@click.command("explain")
@click.argument("fingerprint", metavar="FINGERPRINT")
@click.argument("paths", nargs=-1, metavar="PATH...")
@project_options
@model_option
@engine_options
def explain(
    project: Project,
    *,
    fingerprint: str,
    paths: tuple[str, ...],
    model: str | None,
    jobs: int | None,
    cache_dir: Path | None,
    no_cache: bool,
) -> int:
    """Tell one finding in full: both sentences, the alignment, every condition that held.

    The beginning of the fingerprint is enough. PATH is what was checked; without it the settings tell.
    """
    from consistency.explain import explain as explained
    from consistency.explain import explanation_text

    street = project.street(model)
    paths = project.paths(paths)
    if not paths:
        raise UsageError(f"no path given; name what was checked: check explain {fingerprint} seeds/")
    with opened_engine(jobs, cache_dir, no_cache) as engine:
        report = checked(project, paths, street, Choices(), engine)
    given = fingerprint.removeprefix("#").lower()
    found = [one for one in (*report.findings, *report.silenced) if one.fingerprint.startswith(given)]
    if len(found) != 1:
        fault = f"{len(found)} findings begin so" if found else "no finding begins so"
        raise UsageError(f"{given}: {fault} in {', '.join(paths)}; a report shows fingerprints behind #")
    rules = {rule.id: rule for rule in street.rulebook.rules}
    print_text(explanation_text(explained(found[0], report, rules)))
    return 0
