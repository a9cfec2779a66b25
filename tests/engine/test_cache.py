"""The cache: nothing lost that matters, nothing wrong taken from it."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from consistency.cache import Cache


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[Cache]:
    with Cache(tmp_path) as cache:
        yield cache


def test_what_was_kept_is_there_again(tmp_path: Path) -> None:
    with Cache(tmp_path) as first:
        first.put({b"a": b"1", b"b": b"2"})
    with Cache(tmp_path) as second:
        assert second.get([b"b", b"a", b"c"]) == {b"a": b"1", b"b": b"2"}
        assert second.holds([b"b", b"c"]) == {b"b"}


def test_many_keys_are_more_than_one_question(cache: Cache) -> None:
    many = {number.to_bytes(4, "big"): b"x" for number in range(1700)}
    cache.put(many)
    assert cache.get(many) == many


def test_clean_drops_everything_and_tells_what_was_there(cache: Cache) -> None:
    cache.put({b"a": b"1"})
    assert cache.clean().entries == 1
    assert cache.info().entries == 0


def test_two_runs_write_at_once(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from consistency.cache import Cache\n"
        "cache = Cache(Path(sys.argv[1]))\n"
        "for n in range(200): cache.put({f'{sys.argv[2]}{n}'.encode(): b'x' * 1000})\n"
        "cache.close(); sys.exit(bool(cache.faults))"
    )
    runs = [subprocess.Popen([sys.executable, "-c", script, str(tmp_path), name]) for name in ("a", "b")]
    assert [run.wait() for run in runs] == [0, 0]
    with Cache(tmp_path) as cache:
        assert cache.info().entries == 400


def test_runs_that_start_at_one_moment_all_have_the_cache(tmp_path: Path) -> None:
    script = (
        "import sys, time; from pathlib import Path; from consistency.cache import Cache\n"
        "while time.time() < float(sys.argv[1]): pass\n"
        "faults = []\n"
        "for n in range(30):\n"
        "    cache = Cache(Path(sys.argv[2]) / str(n)); cache.put({b'key': b'x'}); cache.close()\n"
        "    faults += cache.faults\n"
        "sys.exit(bool(faults))"
    )
    moment = str(time.time() + 1.0)
    runs = [subprocess.Popen([sys.executable, "-c", script, moment, str(tmp_path)]) for _ in range(3)]
    assert [run.wait() for run in runs] == [0, 0, 0]


def test_a_kill_while_writing_leaves_a_cache_that_works(tmp_path: Path) -> None:
    script = (
        "import os, signal, sys; from pathlib import Path; from consistency.cache import Cache\n"
        "cache = Cache(Path(sys.argv[1])); cache.put({b'kept': b'1'})\n"
        "cache._connection.execute('BEGIN IMMEDIATE')\n"
        "cache._connection.execute('INSERT INTO entries VALUES (?, ?, 0)', (b'half', b'2'))\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    assert subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=False).returncode == -9
    with Cache(tmp_path) as cache:
        assert cache.get([b"kept", b"half"]) == {b"kept": b"1"}
    assert not cache.faults


def test_a_cache_that_another_run_holds_is_told(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("consistency.cache._WAIT", 0.0)
    cache.put({b"a": b"1"})
    assert cache._connection is not None
    cache._connection.execute("BEGIN IMMEDIATE")
    with Cache(cache.path.parent) as other:
        other.clean()
    assert "locked" in other.faults[0]


def test_a_damaged_cache_is_told_and_left_aside(tmp_path: Path) -> None:
    (tmp_path / "consistency.sqlite3").write_bytes(b"no database at all" * 100)
    with Cache(tmp_path) as cache:
        cache.put({b"a": b"1"})
        assert cache.get([b"a"]) == {}
    assert "goes on without the cache" in cache.faults[0]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with Cache(tmp_path / "file" / "below") as cache:
        assert cache.get([b"a"]) == {}
    assert cache.faults
