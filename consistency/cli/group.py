"""The command `check` itself: its help, its version, and that a path needs no command before it."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from consistency.cli.project import CONFIG_FILE

__all__ = ["PROGRAM", "CheckGroup", "tool_version"]

PROGRAM = "check"


class CheckGroup(click.Group):
    """`check PATH` is `check run PATH`: a first word that is no command is a path."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args and Path(CONFIG_FILE).is_file():
            args = ["run"]
        first = next((arg for arg in args if not arg.startswith("-") or arg == "-"), None)
        if args and first not in self.commands and not {"--help", "--version"} & set(args):
            args = ["run", *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Commands, and files: a first word may be a path."""
        return [*super().shell_complete(ctx, incomplete), CompletionItem(incomplete, type="file")]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(
            ctx.command_path, "PATH... [OPTIONS]\n       " + f"{ctx.command_path} COMMAND ..."
        )


def tool_version() -> str:
    """The version of the installed package."""
    try:
        return version("consistency")
    except PackageNotFoundError:  # run from a copy that was never installed
        return "0+unknown"
