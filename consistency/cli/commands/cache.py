"""`check cache`: what earlier runs left, and dropping it."""

from __future__ import annotations

from pathlib import Path

import click

from consistency.cli.options import cache_options

__all__ = ["cache"]


@click.group("cache")
def cache() -> None:
    """Look at what earlier runs left on disk, or drop it."""


@cache.command("info")
@cache_options
def info(cache_dir: Path | None) -> int:
    """Where the cache is, how many results it holds, and its size."""
    return _told(cache_dir, drop=False)


@cache.command("clean")
@cache_options
def clean(cache_dir: Path | None) -> int:
    """Drop every kept result; the next run makes them again."""
    return _told(cache_dir, drop=True)


def _told(cache_dir: Path | None, *, drop: bool) -> int:
    from consistency.cache import Cache, default_folder

    with Cache(cache_dir or default_folder()) as store:
        held = store.clean() if drop else store.info()
    for fault in store.faults:
        click.echo(f"check: {fault}", err=True)
    if store.faults:
        return 4
    dropped = "dropped " if drop else ""
    click.echo(f"{held.path}: {dropped}{held.entries:,} results, {held.bytes / 1e6:,.1f} MB")
    return 0
