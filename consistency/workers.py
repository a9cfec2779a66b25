"""Work spread over processes, with the results in the order of the tasks.

The processes are forked once for all stages of a run, so that they have the rules and the encoder without a
copy or a second start, and what they learn of a word in one stage serves the next.  They are forked before a
large corpus is read: who touches an object that was there at the fork copies its page.  Where a system cannot
fork, everything runs in this process, with the same results.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from itertools import chain, islice
from typing import Any, Generic, TypeVar

from consistency.errors import WorkerDied

__all__ = ["Workers", "available_jobs"]

Tool = TypeVar("Tool")
Task = TypeVar("Task")
Result = TypeVar("Result")
_AHEAD = 64
"""Tasks handed out for each worker before their results are taken: bounds what waits in memory.

A story of long articles takes as long as fifty tasks, and with fewer the other workers wait for it.
"""
_OBJECTS = 200_000
"""New objects between two looks for garbage in circles, in the process that also reads files and writes."""
_tool: Any = None
"""What the forked workers work with: set before the fork, so that it need not be pickled."""


def available_jobs() -> int:
    """How many processes may run at once; 1 where they cannot be forked."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Workers(Generic[Tool]):
    """The processes of one run, used as a context; they are forked when the first tasks come, or before."""

    def __init__(self, tool: Tool, jobs: int) -> None:
        """
        :param tool: what the work is done with; a worker has it as it is at the fork.
        :param jobs: processes; 1 works in this one.
        """
        self.tool = tool
        self.jobs = min(jobs, available_jobs())
        self._pool: ProcessPoolExecutor | None = None
        self._open = ExitStack()

    def __enter__(self) -> Workers[Tool]:
        self._open.enter_context(_little_garbage())
        return self

    def __exit__(self, *raised: object) -> None:
        self._open.close()

    def start(self) -> None:
        """Fork the processes now."""
        if self.jobs > 1:
            self._processes().submit(os.getpid)

    def _processes(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = self._open.enter_context(_forked(self.tool, self.jobs))
        return self._pool

    def spread(self, work: Callable[[Tool, Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """The results of the tasks, in their order; a single task is not worth a process.

        :param work: a function that other processes can import.
        :raises WorkerDied: a process was killed, most often for want of memory.
        """
        waiting = iter(tasks)
        first = list(islice(waiting, 2))
        waiting = chain(first, waiting)
        if self.jobs <= 1 or len(first) < 2:
            yield from (work(self.tool, task) for task in waiting)
            return
        pool = self._processes()
        pending: deque[Future[Result]] = deque()
        try:
            while True:
                for task in islice(waiting, self.jobs * _AHEAD - len(pending)):
                    pending.append(pool.submit(_do, work, task))
                if not pending:
                    return
                yield pending.popleft().result()
        except BrokenProcessPool:
            raise WorkerDied(
                "a worker process was killed, perhaps for want of memory; nothing was reported; "
                "run again with --jobs 1, or check fewer articles at once"
            ) from None


@contextmanager
def _little_garbage() -> Iterator[None]:
    """What is here stays: looking through it again takes time, and after a fork copies its pages."""
    told = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_OBJECTS)
    try:
        yield
    finally:
        gc.set_threshold(*told)
        gc.unfreeze()


@contextmanager
def _forked(tool: object, jobs: int) -> Iterator[ProcessPoolExecutor]:
    global _tool
    _tool = tool
    told = os.environ.get("TOKENIZERS_PARALLELISM")
    os.environ["TOKENIZERS_PARALLELISM"] = "false"  # its threads do not survive a fork
    pool = ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("fork"), initializer=_begin)
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        _tool = None
        if told is None:
            del os.environ["TOKENIZERS_PARALLELISM"]
        else:
            os.environ["TOKENIZERS_PARALLELISM"] = told


def _begin() -> None:
    """Ctrl-C reaches the whole process group; the first process ends the others in good order.

    Reading text leaves no garbage in circles (a test holds it to that), and to look for it takes 0.5 us for
    every object that stays.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()


def _do(work: Callable[[Any, Any], Any], task: object) -> Any:
    return work(_tool, task)
