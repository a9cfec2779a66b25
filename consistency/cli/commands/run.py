"""`check PATH...`: the default command."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from consistency.cli.checking import Choices, base_of, checked
from consistency.cli.group import tool_version
from consistency.cli.options import (
    engine_options,
    model_option,
    opened_engine,
    project_options,
    scope_options,
)
from consistency.cli.output import (
    FORMATS,
    emit,
    exit_code,
    particulars,
    progress,
    targets_of,
    tell,
    wants_colour,
)
from consistency.cli.project import Project

if TYPE_CHECKING:
    from consistency.gathering import KeptClaims
    from consistency.report import FailOn, Language

__all__ = ["run"]

_CONFIDENCES = ["high", "medium", "low"]
_LIMITS = ["error", "warning", "info", "never"]


@click.command("run")
@click.argument("paths", nargs=-1, metavar="PATH...")
@project_options
@click.option("--select", multiple=True, metavar="RULE", help="Tell only of this rule, fault or kind.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Tell nothing of this rule, fault or kind.")
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
    "--fail-on", type=click.Choice(_LIMITS), help="Exit with 1 from this severity on; default: error."
)
@click.option(
    "--min-confidence", type=click.Choice(_CONFIDENCES), help="Tell only what is at least this sure."
)
@scope_options
@click.option(
    "--changed-since", metavar="REV", help="Tell only of articles that differ from this git revision."
)
@click.option(
    "--against",
    multiple=True,
    metavar="PATH",
    help="Compare with the articles of an archive, and tell only of those in PATH...",
)
@click.option("--no-baseline", is_flag=True, help="Tell what the baseline accepts as well.")
@click.option("--lang", type=click.Choice(["en", "ar"]), help="Language of the report; default: en.")
@click.option("--no-articles", is_flag=True, help="Leave the full texts out of the page.")
@click.option("-q", "--quiet", is_flag=True, help="No progress line.")
@click.option("-v", "--verbose", is_flag=True, help="Also say which settings, rules and files were used.")
def run(
    project: Project,
    *,
    paths: tuple[str, ...],
    model: str | None,
    nli: str | None,
    formats: tuple[str, ...],
    fail_on: str | None,
    lang: str | None,
    no_articles: bool,
    no_baseline: bool,
    quiet: bool,
    verbose: bool,
    jobs: int | None,
    cache_dir: Path | None,
    no_cache: bool,
    **choices: Any,
) -> int:
    """Check folders and files of articles, or standard input (-)."""
    targets = targets_of(formats)
    paths = project.paths(paths)
    street = project.street(model, nli)
    claims: KeptClaims = "shown" if any(name == "html" for name, _ in targets) else "none"
    with opened_engine(jobs, cache_dir, no_cache, quiet, claims) as engine:
        report = checked(project, paths, street, Choices(**choices, baseline=not no_baseline), engine)
    from consistency.report import RenderOptions

    options = RenderOptions(
        fail_on=cast("FailOn", fail_on or project.config.fail_on),
        no_articles=no_articles,
        colour=wants_colour(),
        language=cast("Language", lang or project.config.lang),
        base=base_of((*paths, *choices.get("against", ()))),
        version=tool_version(),
    )
    emit(report, targets, options)
    if verbose:
        for line in particulars(report, project, street.rulebook):
            tell(line)
    if not quiet:
        tell(progress(report).said_in(options.language))
    return exit_code(report, options.fail_on)
