"""`check init`."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import click

from consistency.cli.project import CONFIG_FILE
from consistency.errors import UsageError

__all__ = ["init"]

_FILES = {
    CONFIG_FILE: "consistency.toml",
    "rules/desk.yaml": "desk.yaml",
    "articles/example.txt": "example.txt",
}
_NEXT = """
next:
  check                       what is wrong in articles/ (the page is reports/report.html)
  check rules test rules/     whether your rules do what their examples say
  check --format github       for CI; it fails from an error on
"""


@click.command("init")
@click.argument("folder", default=".", metavar="[FOLDER]")
def init(folder: str) -> int:
    """Write a starter: settings, a rule of your own, an article to try it on. Nothing is written over."""
    from consistency.report import write

    there = [name for name in _FILES if Path(folder, name).exists()]
    if there:
        raise UsageError(f"{Path(folder, there[0])}: is there already; nothing was written")
    for name, source in _FILES.items():
        text = (files("consistency") / "starter" / source).read_text(encoding="utf-8")
        write(Path(folder, name), text)
        click.echo(f"wrote {Path(folder, name)}")
    click.echo(_NEXT.rstrip())
    return 0
