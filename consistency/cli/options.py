"""Options that several commands share, and what they make of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from consistency.errors import UsageError

if TYPE_CHECKING:  # the stages are imported when a command needs them, so that --help is instant
    from consistency.pipeline import Street

__all__ = ["model_option", "rule_options", "street_of"]


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
