"""`check claims PATH...`."""

from __future__ import annotations

import click

from consistency.cli.options import model_option, rule_options, street_of
from consistency.cli.output import exit_code, print_text

__all__ = ["claims"]


@click.command("claims")
@click.argument("paths", nargs=-1, metavar="PATH...")
@rule_options
@model_option
@click.option("--format", "form", type=click.Choice(["jsonl", "text"]), default="text", show_default=True)
def claims(
    paths: tuple[str, ...], rule_paths: tuple[str, ...], only_rules: bool, model: str | None, form: str
) -> int:
    """Show the claims that were extracted."""
    from consistency.pipeline import check_paths
    from consistency.show import claim_lines, claim_texts

    report = check_paths(paths, street_of(rule_paths, only_rules, model))
    print_text("".join(claim_lines(report) if form == "jsonl" else claim_texts(report)))
    return exit_code(report, "never")
