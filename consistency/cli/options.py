"""Options that several commands share, and the project that they describe."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from consistency.cli.bar import Bar
from consistency.cli.project import Project

if TYPE_CHECKING:
    from consistency.gathering import KeptClaims
    from consistency.pipeline import Engine

__all__ = [
    "cache_options",
    "engine_options",
    "model_option",
    "opened_engine",
    "project_options",
    "scope_options",
]

Command = Callable[..., Any]


def project_options(command: Command) -> Command:
    """`--config`, `--rules` and `--only-rules`; the command gets a `Project` as its first argument."""

    @wraps(command)
    def with_project(
        *, config_file: str | None, rule_paths: tuple[str, ...], only_rules: bool, **rest: Any
    ) -> Any:
        return command(Project.load(config_file, rule_paths, only_rules), **rest)

    for option in (
        click.option(
            "--config",
            "config_file",
            metavar="FILE",
            help="Settings; default: consistency.toml, if it is here.",
        ),
        click.option(
            "--only-rules", is_flag=True, help="Leave the shipped rules out; use those of --rules alone."
        ),
        click.option(
            "--rules", "rule_paths", multiple=True, metavar="PATH", help="Add the rules of a file or folder."
        ),
    ):
        with_project = option(with_project)
    return with_project


def model_option(command: Command) -> Command:
    """`--model`."""
    return click.option(
        "--model", metavar="NAME_OR_PATH", help="A sentence-transformers model; default: the embedded one."
    )(command)


def scope_options(command: Command) -> Command:
    """`--include` and `--exclude`."""
    for option in (
        click.option("--exclude", multiple=True, metavar="PATTERN", help="Leave these article files out."),
        click.option("--include", multiple=True, metavar="PATTERN", help="Read only these article files."),
    ):
        command = option(command)
    return command


def cache_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--cache-dir`."""
    return click.option(
        "--cache-dir",
        type=click.Path(file_okay=False, path_type=Path),
        help="Where results are kept; default: the user's cache folder.",
    )(command)


def engine_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--jobs`, `--cache-dir` and `--no-cache`."""
    command = click.option("--no-cache", is_flag=True, help="Neither use nor keep earlier results.")(command)
    command = cache_options(command)
    return click.option(
        "--jobs",
        type=click.IntRange(min=1),
        metavar="N",
        help="Processes; default: one a core where it pays.",
    )(command)


@contextmanager
def opened_engine(
    jobs: int | None,
    cache_dir: Path | None,
    no_cache: bool,
    quiet: bool = True,
    claims: KeptClaims = "all",
) -> Iterator[Engine]:
    """How a run works; what is wrong with the cache is told at the end and changes nothing else."""
    from consistency.cache import Cache, default_folder
    from consistency.pipeline import Engine

    cache = None if no_cache else Cache(cache_dir or default_folder())
    with Bar(quiet) as bar:
        try:
            yield Engine(jobs=jobs, cache=cache, claims=claims, progress=bar.told)
        finally:
            if cache is not None:
                cache.close()
                for fault in cache.faults:
                    click.echo(f"check: {fault}", err=True)
