"""Work spread over processes."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from consistency.errors import WorkerDied
from consistency.workers import Workers, available_jobs

needs_two = pytest.mark.skipif(available_jobs() < 2, reason="this machine lends one process only")


def spread(work: Callable[[None, int], Any], tasks: Iterable[int], jobs: int) -> list[Any]:
    with Workers(None, jobs) as workers:
        return list(workers.spread(work, tasks))


def squared(_: None, number: int) -> int:
    return number * number


def process_of(_: None, number: int) -> int:
    return os.getpid()


def killed(_: None, number: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def divided(_: None, number: int) -> int:
    return 1 // number


def remembered(seen: set[int], number: int) -> tuple[int, int]:
    """The process, and how much it has seen so far."""
    seen.add(number)
    return os.getpid(), len(seen)


class Meeting:
    """Memory of a process that works only while the other one works."""

    def __init__(self) -> None:
        self.seen: set[int] = set()
        self._both = multiprocessing.get_context("fork").Barrier(2)

    def remembered(self, number: int) -> tuple[int, int]:
        """The process, and how much it has seen so far."""
        self._both.wait(timeout=60)
        return remembered(self.seen, number)


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_results_come_in_the_order_of_the_tasks(jobs: int) -> None:
    assert spread(squared, range(50), jobs) == [n * n for n in range(50)]


@needs_two
def test_work_is_done_in_other_processes() -> None:
    assert os.getpid() not in set(spread(process_of, range(8), 2))


def test_a_single_task_is_done_in_this_process() -> None:
    assert spread(process_of, range(1), 2) == [os.getpid()]


@needs_two
def test_what_a_process_learnt_in_one_stage_serves_the_next() -> None:
    with Workers(Meeting(), 2) as workers:
        first = dict(workers.spread(Meeting.remembered, range(40)))
        second = list(workers.spread(Meeting.remembered, range(40, 80)))
    assert first == {process: 20 for process, _ in second}
    assert [seen for _, seen in second if seen == 40] == [40, 40]


@needs_two
def test_processes_that_start_early_inherit_nothing_that_comes_later() -> None:
    with Workers[set[int]](set(), 2) as workers:
        workers.start()
        workers.tool.update(range(100))
        assert all(seen <= 40 for _, seen in workers.spread(remembered, range(40)))


@needs_two
def test_a_killed_worker_is_an_error_with_a_next_step() -> None:
    with pytest.raises(WorkerDied, match="--jobs 1"):
        spread(killed, range(4), 2)


@needs_two
def test_a_mistake_in_a_worker_reaches_the_caller() -> None:
    with pytest.raises(ZeroDivisionError):
        spread(divided, range(4), 2)


def test_no_task_no_process() -> None:
    assert spread(squared, [], 4) == []


def test_the_collector_of_garbage_is_left_as_it_was() -> None:
    told = gc.get_threshold()
    spread(squared, range(4), 1)
    assert (gc.get_threshold(), gc.get_freeze_count()) == (told, 0)


INTERRUPTED = """
import time
from consistency.workers import Workers
def work(_, seconds):
    time.sleep(seconds)
print("begun", flush=True)
try:
    with Workers(None, 2) as workers:
        list(workers.spread(work, [0.2] * 500))
except KeyboardInterrupt:
    print("left", flush=True)
"""


@needs_two
def test_an_interrupt_ends_all_processes() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as run:
        assert run.stdout is not None
        run.stdout.readline()
        time.sleep(1)
        os.killpg(run.pid, signal.SIGINT)
        out, errors = run.communicate(timeout=60)
    assert out.strip() == b"left", errors
    with pytest.raises(ProcessLookupError):
        os.killpg(run.pid, 0)
