"""The command line. Only this package prints and exits."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

import click

from consistency.cli.commands import COMMANDS
from consistency.cli.group import PROGRAM, CheckGroup, tool_version
from consistency.cli.output import tell
from consistency.errors import ConsistencyError, RuleError

__all__ = ["main"]


_OBJECTS = 200_000
"""New objects between two looks for garbage in circles: word lists and rules make many objects and none."""

_ONE_THREAD = "OPENBLAS_NUM_THREADS", "1"
"""NumPy reads it when it is first imported.  The matrices of an article are small: a second thread waits for
them in a loop that takes a third of the time of reading, and the cores have a process each."""


@click.group(cls=CheckGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(tool_version(), prog_name=PROGRAM)
def cli() -> None:
    """Find what does not fit across news articles: names, places, dates, foreign passages.

    `check PATH...` checks folders and files; `check run --help` tells its options.

    Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 usage or rule error, 3 nothing was checked,
    4 incomplete (an unreadable article, a missing model), 130 interrupted. The higher number wins.
    """


for command in COMMANDS:
    cli.add_command(command)


def main(argv: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code; a mistake of the user never ends in a traceback."""
    gc.set_threshold(_OBJECTS)
    os.environ.setdefault(*_ONE_THREAD)
    sys.exit(_run(list(argv) if argv is not None else sys.argv[1:]))


def _run(argv: list[str]) -> int:
    try:
        code = cli.main(argv, prog_name=PROGRAM, standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.ClickException as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        return 130
    except BrokenPipeError:  # «check ... | head» ends quietly; what is left would only complain at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except RuleError as error:
        tell(f"{error}\n{len(error.mistakes)} mistakes; nothing was checked")
        return error.exit_code
    except ConsistencyError as error:
        tell(f"check: {error}")
        return error.exit_code
