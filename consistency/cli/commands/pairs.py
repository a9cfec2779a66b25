"""`check pairs FILE.jsonl`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

import click

from consistency.cli.options import model_option, project_options
from consistency.cli.output import print_text
from consistency.cli.project import Project
from consistency.errors import Unreadable, UsageError

__all__ = ["pairs"]

_NOTHING, _INCOMPLETE = 3, 4


@click.command("pairs")
@click.argument("file", metavar="FILE.jsonl")
@project_options
@model_option
def pairs(project: Project, *, file: str, model: str | None) -> int:
    """Compare sentence pairs: lines {"a", "b"} in, each with its relation, score and reasons out.

    FILE is JSON Lines; - reads standard input. A line that is no pair is named on standard error, the others
    are answered, and the exit code is 4.
    """
    from consistency.pairs import Comparer
    from consistency.pairs.lines import answered, read_lines

    with _opened(file) as lines:
        street = project.street(model)
        name = "stdin" if file == "-" else file
        written = faults = 0
        for line in answered(read_lines(lines, name), Comparer(street.catalogue, street.encoder)):
            if isinstance(line, Unreadable):
                faults += 1
                click.echo(f"check: {line}", err=True)
            else:
                written += 1
                print_text(line)
    if faults:
        return _INCOMPLETE
    if not written:
        click.echo(f"check: {name}: no pair; each line is one JSON object with a and b", err=True)
        return _NOTHING
    return 0


@contextmanager
def _opened(file: str) -> Iterator[IO[bytes]]:
    """The lines of a file or of standard input.

    :raises UsageError: there is no such file.
    :raises Unreadable: the system does not let it be read.
    """
    if file == "-":
        yield sys.stdin.buffer
        return
    try:
        stream = open(file, "rb")  # noqa: SIM115 - closed below, apart from the faults of opening it
    except (FileNotFoundError, IsADirectoryError, ValueError):
        raise UsageError(f"{file}: no such file; name a file of JSON Lines, or - for stdin") from None
    except OSError as error:
        raise Unreadable(file, f"{error.strerror or error}; mend its permissions") from None
    with stream:
        yield stream
