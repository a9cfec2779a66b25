"""The commands, a module each; a module imports the stages inside its functions, for an instant --help."""

from __future__ import annotations

import click

from consistency.cli.commands.baseline import baseline
from consistency.cli.commands.cache import cache
from consistency.cli.commands.claims import claims
from consistency.cli.commands.evaluate import evaluate
from consistency.cli.commands.explain import explain
from consistency.cli.commands.init import init
from consistency.cli.commands.inspect import inspect
from consistency.cli.commands.pairs import pairs
from consistency.cli.commands.rules import rules
from consistency.cli.commands.run import run
from consistency.cli.commands.silence import silence

__all__ = ["COMMANDS"]

COMMANDS: tuple[click.Command, ...] = (
    run,
    claims,
    inspect,
    pairs,
    rules,
    evaluate,
    cache,
    explain,
    silence,
    baseline,
    init,
)
"""What `check --help` lists."""
