"""Work spread over processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from consistency.errors import WorkerDied
from consistency.workers import available_jobs, spread

needs_two = pytest.mark.skipif(available_jobs() < 2, reason="this machine lends one process only")


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_results_come_in_the_order_of_the_tasks(jobs: int) -> None:
    assert list(spread(lambda number: number * number, range(50), jobs)) == [n * n for n in range(50)]


@needs_two
def test_work_is_done_in_other_processes() -> None:
    assert os.getpid() not in set(spread(lambda _: os.getpid(), range(8), 2))


@needs_two
def test_a_killed_worker_is_an_error_with_a_next_step() -> None:
    with pytest.raises(WorkerDied, match="--jobs 1"):
        list(spread(lambda _: os.kill(os.getpid(), signal.SIGKILL), range(4), 2))


@needs_two
def test_a_mistake_in_a_worker_reaches_the_caller() -> None:
    with pytest.raises(ZeroDivisionError):
        list(spread(lambda number: 1 // number, range(4), 2))


def test_no_task_no_process() -> None:
    assert list(spread(lambda number: number, [], 4)) == []


INTERRUPTED = """
import time
from consistency.workers import spread
print("begun", flush=True)
try:
    list(spread(lambda number: time.sleep(0.2), range(500), 2))
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
