"""`check evaluate GOLD PATH...`."""

from __future__ import annotations

import click

from consistency.cli.options import model_option, project_options
from consistency.cli.project import Project

__all__ = ["evaluate"]


@click.command("evaluate")
@click.argument("gold")
@click.argument("paths", nargs=-1, metavar="PATH...")
@project_options
@model_option
def evaluate(project: Project, *, gold: str, paths: tuple[str, ...], model: str | None) -> int:
    """Precision and recall against a gold annotation, by tier, rule and severity."""
    from consistency.evaluate import evaluate, load_gold
    from consistency.pipeline import check_paths

    annotation = load_gold(gold)
    outcome = evaluate(check_paths(project.paths(paths), project.street(model)), annotation)
    for line in outcome.lines():
        click.echo(line)
    return 0
