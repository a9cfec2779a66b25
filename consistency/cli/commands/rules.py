"""`check rules list | show | validate | test | schema`."""

from __future__ import annotations

import click

from consistency.cli.options import project_options
from consistency.cli.output import print_json, print_text
from consistency.cli.project import Project

__all__ = ["rules"]

_TABLE = 60
"""Up to so many rules `test` tells each in a line of its own."""


@click.group("rules")
def rules() -> None:
    """List, show, validate and test rules."""


@rules.command("list")
@project_options
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def rules_list(project: Project, *, form: str) -> int:
    """List the rules: identifier, kind, severity, title."""
    from consistency.show import rule_rows

    rows = rule_rows(project.rulebook())
    if form == "json":
        print_json(rows)
    else:
        print_text("".join(f"{r['id']:<32} {r['kind']:<10} {r['severity']:<8} {r['title']}\n" for r in rows))
    return 0


@rules.command("validate")
@click.argument("files", nargs=-1, metavar="[FILE...]")
def rules_validate(files: tuple[str, ...]) -> int:
    """Check rule files; every mistake at once, as file:line:column. Without a file: the shipped rules."""
    book = Project.load(None, files, only_rules=False).rulebook()
    if files:
        click.echo(f"{', '.join(files)}: {_count(len(book.below(files)))}, no mistake found")
    else:
        click.echo(f"{_count(len(book.rules))}, no mistake found")
    return 0


def _count(rules: int) -> str:
    return "1 rule" if rules == 1 else f"{rules} rules"


@rules.command("test")
@click.argument("files", nargs=-1, metavar="[FILE...]")
@click.option("-v", "--verbose", is_flag=True, help="A line for every rule, however many there are.")
def rules_test(files: tuple[str, ...], verbose: bool) -> int:
    """Run the examples of the rules. Without a file: the shipped rules and those of the settings."""
    from consistency.ruletests import run_rule_tests

    street = Project.load(None, files, only_rules=False).street()
    book = street.rulebook
    chosen = book.below(files) if files else book.rules
    results = list(run_rule_tests(chosen, street))
    shown = [one for one in results if verbose or len(results) <= _TABLE or not one.passed]
    if shown:
        click.echo(f"{'rule':<40} {'flags':>7} {'passes':>7} {'skipped':>7}")
    for result in shown:
        click.echo(
            f"{result.rule:<40} {f'{result.flags}/{result.flags_of}':>7} "
            f"{f'{result.passes}/{result.passes_of}':>7} {result.skipped:>7}"
            + ("  FAILED" if result.failures else "")
        )
        for failure in result.failures:
            click.echo(f"    {failure}")
    failed, skipped = sum(bool(one.failures) for one in results), sum(bool(one.skipped) for one in results)
    told = f", {skipped} skipped in part or whole" if skipped else ""
    click.echo(f"{_count(len(results))} tested, {failed} failed{told}")
    return 1 if failed else 4 if skipped else 0


@rules.command("show")
@click.argument("identifier", metavar="ID")
@project_options
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def rules_show(project: Project, *, identifier: str, form: str) -> int:
    """Show a rule, or a fault that names have: what it finds, why, its examples, how to silence it."""
    from consistency.rulecard import card_of, card_text

    card = card_of(identifier, project.rulebook())
    if form == "json":
        print_json(card)
    else:
        print_text(card_text(card))
    return 0


@rules.command("schema")
def rules_schema() -> int:
    """The JSON Schema of a rule file, for editors that complete and mark."""
    from consistency.schema import rule_file_schema

    print_json(rule_file_schema())
    return 0
