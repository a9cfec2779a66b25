"""Work spread over processes, with the results in the order of the tasks.

The workers are forked, so that they have the rules, the encoder and the articles without a copy or a second
start; where a system cannot fork, everything runs in this process, with the same results.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any, TypeVar

from consistency.errors import WorkerDied

__all__ = ["available_jobs", "spread"]

Task = TypeVar("Task")
Result = TypeVar("Result")
_AHEAD = 3
"""Tasks handed out for each worker before their results are taken: bounds what waits in memory."""
_OBJECTS = 200_000
"""New objects between two looks for garbage in circles, of which reading text leaves none."""
_current: tuple[Callable[[Any], Any], Sequence[Any]] | None = None
"""What the forked workers do: set before the fork, so that it need not be pickled."""


def available_jobs() -> int:
    """How many processes may run at once; 1 where they cannot be forked."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(work: Callable[[Task], Result], tasks: Sequence[Task], jobs: int) -> Iterator[Result]:
    """The results of the tasks, in their order.

    :param jobs: processes; 1 works in this one.
    :raises WorkerDied: a process was killed, most often for want of memory.
    """
    jobs = min(jobs, len(tasks), available_jobs())
    if jobs <= 1:
        yield from map(work, tasks)
        return
    with _pool(work, tasks, jobs) as pool:
        pending: deque[Future[Result]] = deque()
        following = 0
        while pending or following < len(tasks):
            while following < len(tasks) and len(pending) < jobs * _AHEAD:
                pending.append(pool.submit(_do, following))
                following += 1
            try:
                yield pending.popleft().result()
            except BrokenProcessPool:
                raise WorkerDied(
                    "a worker process was killed, perhaps for want of memory; nothing was reported; "
                    "run again with --jobs 1, or check fewer articles at once"
                ) from None


@contextmanager
def _pool(work: Callable[[Task], Result], tasks: Sequence[Task], jobs: int) -> Iterator[ProcessPoolExecutor]:
    global _current
    _current = work, tasks
    told = os.environ.get("TOKENIZERS_PARALLELISM")
    os.environ["TOKENIZERS_PARALLELISM"] = "false"  # its threads do not survive a fork
    gc.freeze()  # what is here stays: looking through it would copy its pages into every process
    pool = ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("fork"), initializer=_begin)
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        _current = None
        gc.unfreeze()
        if told is None:
            del os.environ["TOKENIZERS_PARALLELISM"]
        else:
            os.environ["TOKENIZERS_PARALLELISM"] = told


def _begin() -> None:
    """Ctrl-C reaches the whole process group; the first process ends the others in good order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(_OBJECTS)


def _do(number: int) -> Any:
    assert _current is not None
    work, tasks = _current
    return work(tasks[number])
