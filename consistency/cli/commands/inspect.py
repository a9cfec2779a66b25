"""`check inspect FILE`."""

from __future__ import annotations

from pathlib import Path

import click

from consistency.cli.options import project_options
from consistency.cli.output import print_json, print_text
from consistency.cli.project import Project
from consistency.errors import UsageError

__all__ = ["inspect"]


@click.command("inspect")
@click.argument("file", metavar="FILE")
@project_options
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def inspect(project: Project, *, file: str, form: str) -> int:
    """Show one article as the tool reads it: passages, names, dates and numbers, claims."""
    from consistency.pipeline import check_paths
    from consistency.show import inspection, inspection_text

    if Path(file).is_dir():
        raise UsageError(f"{file}: this is a folder; name one article")
    street = project.street()
    report = check_paths([file], street)
    if not report.articles:
        raise UsageError("; ".join(f"{one.document}: {one.reason}" for one in report.corpus.unreadable))
    seen = inspection(report.articles[0], report, street.catalogue)
    if form == "json":
        print_json(seen)
    else:
        print_text(inspection_text(seen))
    return 0
