"""What was found before, kept on disk by content: articles read, stories checked, how a corpus falls apart.

A key hashes everything that the value hangs on (``digest.py``), so nothing is ever out of date, only unused.
SQLite's write-ahead log makes it safe under two runs at once and under a kill at any moment; a damaged or
locked cache is left aside with a warning, since a run without it gives the same findings.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Cache", "CacheInfo", "default_folder"]

_FILE = "consistency.sqlite3"
_KEYS_AT_ONCE = 500
_WAIT = 10.0
"""Seconds to wait for another run that writes."""
_PAUSE = 0.02
_LARGEST = 4 * 1024**3
"""Bytes; above it the oldest half is dropped at the end of a run."""


def default_folder() -> Path:
    """The user's cache folder of this system."""
    from platformdirs import user_cache_path

    return user_cache_path("consistency")


@dataclass(frozen=True)
class CacheInfo:
    """What a cache holds."""

    path: Path
    entries: int
    bytes: int


def _use_log(connection: sqlite3.Connection) -> None:
    """Change to the write-ahead log; SQLite does not wait here for another run that does the same."""
    last = time.monotonic() + _WAIT
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > last:
                raise
            time.sleep(_PAUSE)


class Cache:
    """A store of bytes by key, used as a context; every failure of it is a miss, told in ``faults``."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / _FILE
        self.faults: list[str] = []
        self._connection: sqlite3.Connection | None = None
        self._open()

    def __enter__(self) -> Cache:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def _open(self) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self.path, timeout=_WAIT, isolation_level=None)
            self._connection = connection
            _use_log(connection)
            connection.execute("PRAGMA synchronous = NORMAL")  # a power cut loses the last run, never more
            connection.execute(
                "CREATE TABLE IF NOT EXISTS entries (key BLOB PRIMARY KEY, value BLOB, written INTEGER) "
                "WITHOUT ROWID"
            )
        except (sqlite3.Error, OSError) as error:
            self._fault(error)

    def _fault(self, error: Exception) -> None:
        self.faults.append(f"{self.path}: {error}; the run goes on without the cache")
        self._let_go()

    def _let_go(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None

    def holds(self, keys: Iterable[bytes]) -> set[bytes]:
        """Which of the keys are there."""
        return {key for key, _ in self._rows("key, NULL", keys)}

    def get(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """The values that are there, by key."""
        return dict(self._rows("key, value", keys))

    def _rows(self, columns: str, keys: Iterable[bytes]) -> Iterator[tuple[bytes, bytes]]:
        wanted = list(dict.fromkeys(keys))
        for start in range(0, len(wanted), _KEYS_AT_ONCE):
            if self._connection is None:
                return
            some = wanted[start : start + _KEYS_AT_ONCE]
            marks = ",".join("?" * len(some))
            try:
                yield from self._connection.execute(
                    f"SELECT {columns} FROM entries WHERE key IN ({marks})", some
                ).fetchall()
            except sqlite3.Error as error:
                self._fault(error)

    def put(self, values: Mapping[bytes, bytes]) -> None:
        """Keep these values, all or none of them."""
        if self._connection is None or not values:
            return
        today = int(time.time())
        rows = [(key, value, today) for key, value in values.items()]
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?)", rows)
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            self._fault(error)

    def info(self) -> CacheInfo:
        """How much it holds."""
        entries = 0
        if self._connection is not None:
            try:
                (entries,) = self._connection.execute("SELECT count(*) FROM entries").fetchone()
            except sqlite3.Error as error:
                self._fault(error)
        return CacheInfo(self.path, entries, self._bytes() if self._connection else 0)

    def _bytes(self) -> int:
        return sum(path.stat().st_size for path in self.path.parent.glob(f"{_FILE}*") if path.is_file())

    def clean(self) -> CacheInfo:
        """Drop everything; tells what was there."""
        held = self.info()
        if self._connection is not None:
            try:
                self._connection.execute("DELETE FROM entries")
                self._connection.execute("VACUUM")
            except sqlite3.Error as error:
                self._fault(error)
        return held

    def close(self) -> None:
        """Drop the oldest half of a cache that has grown too large, and close it."""
        if self._connection is None:
            return
        try:
            if self._bytes() > _LARGEST:
                self._connection.execute(
                    "DELETE FROM entries WHERE written <= (SELECT written FROM entries ORDER BY written "
                    "LIMIT 1 OFFSET (SELECT count(*) / 2 FROM entries))"
                )
                self._connection.execute("VACUUM")
        except sqlite3.Error as error:
            self._fault(error)
        self._let_go()
