"""`check claims PATH...`."""

from __future__ import annotations

import click

from consistency.cli.options import model_option, project_options
from consistency.cli.output import exit_code, print_text
from consistency.cli.project import Project

__all__ = ["claims"]


@click.command("claims")
@click.argument("paths", nargs=-1, metavar="PATH...")
@project_options
@model_option
@click.option("--format", "form", type=click.Choice(["jsonl", "text"]), default="text", show_default=True)
def claims(project: Project, *, paths: tuple[str, ...], model: str | None, form: str) -> int:
    """Show the claims that were extracted."""
    from consistency.pipeline import check_paths
    from consistency.show import claim_lines, claim_texts

    report = check_paths(project.paths(paths), project.street(model))
    print_text("".join(claim_lines(report) if form == "jsonl" else claim_texts(report)))
    return exit_code(report, "never")
