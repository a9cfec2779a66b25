"""Options that several commands share, and what they make of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from consistency.cli.bar import Bar
from consistency.errors import UsageError

if TYPE_CHECKING:  # the stages are imported when a command needs them, so that --help is instant
    from consistency.pipeline import Engine, Street

__all__ = ["cache_options", "engine_options", "model_option", "opened_engine", "rule_options", "street_of"]


def rule_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--rules` and `--only-rules`."""
    command = click.option(
        "--only-rules", is_flag=True, help="Leave the shipped rules out; use those of --rules alone."
    )(command)
    return click.option(
        "--rules", "rule_paths", multiple=True, metavar="PATH", help="Add the rules of a file or folder."
    )(command)


def model_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--model`."""
    return click.option(
        "--model", metavar="NAME_OR_PATH", help="A sentence-transformers model; default: the embedded one."
    )(command)


def street_of(
    rule_paths: Sequence[str], only_rules: bool, model: str | None = None, nli: str | None = None
) -> Street:
    """The street for these options."""
    from consistency.embed import load_encoder, load_nli
    from consistency.pipeline import Street
    from consistency.rulebook import load_rules

    if only_rules and not rule_paths:
        raise UsageError("--only-rules needs --rules PATH")
    judge = load_nli(nli) if nli else None
    return Street.of(load_rules(rule_paths, defaults=not only_rules), load_encoder(model), judge)


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
    jobs: int | None, cache_dir: Path | None, no_cache: bool, quiet: bool = True
) -> Iterator[Engine]:
    """How a run works; what is wrong with the cache is told at the end and changes nothing else."""
    from consistency.cache import Cache, default_folder
    from consistency.pipeline import Engine

    cache = None if no_cache else Cache(cache_dir or default_folder())
    with Bar(quiet) as bar:
        try:
            yield Engine(jobs=jobs, cache=cache, progress=bar.told)
        finally:
            if cache is not None:
                cache.close()
                for fault in cache.faults:
                    click.echo(f"check: {fault}", err=True)
