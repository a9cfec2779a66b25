"""`check rules list | validate | test`."""

from __future__ import annotations

from pathlib import Path

import click

from consistency.cli.options import project_options
from consistency.cli.output import print_json, print_text
from consistency.cli.project import Project

__all__ = ["rules"]


@click.group("rules")
def rules() -> None:
    """List, validate and test rules."""


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
        given = [rule for rule, file in book.files.items() if any(_below(file, name) for name in files)]
        click.echo(f"{len(given)} rules in {', '.join(files)}: no mistake found")
    else:
        click.echo(f"{len(book.rules)} rules: no mistake found")
    return 0


def _below(file: str, given: str) -> bool:
    return Path(file) == Path(given) or Path(given) in Path(file).parents


@rules.command("test")
@click.argument("files", nargs=-1, metavar="[FILE...]")
@click.option("-v", "--verbose", is_flag=True, help="A line for every rule, not only for those that fail.")
def rules_test(files: tuple[str, ...], verbose: bool) -> int:
    """Run the examples of the rules. Without a file: the shipped rules."""
    from consistency.ruletests import run_rule_tests

    street = Project.load(None, files, only_rules=False).street()
    book = street.rulebook
    chosen = [r for r in book.rules if not files or any(_below(book.files[r.id], name) for name in files)]
    results = list(run_rule_tests(chosen, street))
    for result in results:
        if verbose or not result.passed:
            click.echo(
                f"{'ok' if result.passed else 'FAILED':<7} {result.rule:<32} "
                f"flags {result.flags}/{result.flags_of}  passes {result.passes}/{result.passes_of}"
            )
        for failure in result.failures:
            click.echo(f"        {failure}")
    failed = sum(not result.passed for result in results)
    click.echo(f"{len(results)} rules tested, {failed} failed")
    return 1 if failed else 0
