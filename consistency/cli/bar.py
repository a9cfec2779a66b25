"""The progress bar: stage, share done, rate and time left; nothing in a pipe."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Any

import click

__all__ = ["Bar"]


class Bar:
    """Draws on standard error while it is a terminal; a context manager that leaves the line clean."""

    def __init__(self, quiet: bool = False) -> None:
        self.shown = not quiet and sys.stderr.isatty()
        self._stage = ""
        self._begun = 0.0
        self._bar: Any = None

    def told(self, stage: str, done: int, whole: int) -> None:
        """Take a step of a stage."""
        if not self.shown:
            return
        if stage != self._stage:
            self._end()
            self._stage, self._begun = stage, time.monotonic()
            self._bar = click.progressbar(
                length=whole, label=stage, show_pos=True, item_show_func=self._rate, file=sys.stderr
            )
            self._bar.__enter__()
        self._bar.update(done - self._bar.pos, done)

    def _rate(self, done: int | None) -> str | None:
        spent = time.monotonic() - self._begun
        return f"{done / spent:,.0f}/s" if done and spent else None

    def _end(self) -> None:
        if self._bar is not None:
            self._bar.__exit__(None, None, None)
            self._bar = None

    def __enter__(self) -> Bar:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()
