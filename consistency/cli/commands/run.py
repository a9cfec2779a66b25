"""`check PATH...`: the default command."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from consistency.cli.group import tool_version
from consistency.cli.options import engine_options, model_option, opened_engine, rule_options, street_of
from consistency.cli.output import FORMATS, base_of, emit, exit_code, progress, targets_of, wants_colour

if TYPE_CHECKING:
    from consistency.report import FailOn, Language

__all__ = ["run"]


@click.command("run")
@click.argument("paths", nargs=-1, metavar="PATH...")
@rule_options
@model_option
@engine_options
@click.option(
    "--nli",
    metavar="NAME_OR_PATH",
    help="A cross-encoder for inference: may lower the confidence of a conflict.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="FMT[:PATH]",
    help=f"{', '.join(FORMATS)}; repeatable. Without it: text here, HTML and JSON in reports/.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    default="error",
    show_default=True,
    help="Exit with 1 from this severity on.",
)
@click.option(
    "--lang", type=click.Choice(["en", "ar"]), default="en", show_default=True, help="Language of the report."
)
@click.option("--no-articles", is_flag=True, help="Leave the full texts out of the page.")
@click.option("-q", "--quiet", is_flag=True, help="No progress line.")
def run(
    paths: tuple[str, ...],
    rule_paths: tuple[str, ...],
    only_rules: bool,
    model: str | None,
    nli: str | None,
    formats: tuple[str, ...],
    fail_on: str,
    lang: str,
    no_articles: bool,
    quiet: bool,
    jobs: int | None,
    cache_dir: Path | None,
    no_cache: bool,
) -> int:
    """Check folders and files of articles."""
    targets = targets_of(formats)
    street = street_of(rule_paths, only_rules, model, nli)
    from consistency.pipeline import check_paths
    from consistency.report import RenderOptions

    with opened_engine(jobs, cache_dir, no_cache, quiet) as engine:
        report = check_paths(paths, street, engine=engine)
    options = RenderOptions(
        fail_on=cast("FailOn", fail_on),
        no_articles=no_articles,
        colour=wants_colour(),
        language=cast("Language", lang),
        base=base_of(paths),
        version=tool_version(),
    )
    emit(report, targets, options)
    if not quiet:
        click.echo(progress(report), err=True)
    return exit_code(report, options.fail_on)
