"""`check evaluate GOLD PATH...`."""

from __future__ import annotations

import click

from consistency.cli.options import model_option, rule_options, street_of

__all__ = ["evaluate"]


@click.command("evaluate")
@click.argument("gold")
@click.argument("paths", nargs=-1, metavar="PATH...")
@rule_options
@model_option
def evaluate(
    gold: str, paths: tuple[str, ...], rule_paths: tuple[str, ...], only_rules: bool, model: str | None
) -> int:
    """Precision and recall against a gold annotation, by tier, rule and severity."""
    from consistency.evaluate import evaluate, load_gold
    from consistency.pipeline import check_paths

    annotation = load_gold(gold)
    outcome = evaluate(check_paths(paths, street_of(rule_paths, only_rules, model)), annotation)
    for line in outcome.lines():
        click.echo(line)
    return 0
