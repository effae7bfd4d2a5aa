"""Work that needs only the processor, done by as many processes as there are processors. Knows no Django."""

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from typing import Any

from serving.processes import die_with_parent

MOST = 4  # processes; each holds an original and what is made of it, 200 MB at worst


def side_by_side(work: Callable[[Any], Any], jobs: Iterable[Any]) -> Iterator[Any]:
    """What `work` gives for every job, in their order; jobs are taken no faster than they are done.

    An error of `work` is raised here. A single job, or any on a machine with one processor, is done by this process.
    """
    waiting = iter(jobs)
    first = list(islice(waiting, 2))
    processes = min(MOST, processors())
    if len(first) < 2 or processes < 2:
        yield from map(work, chain(first, waiting))
        return
    # New processes instead of forks: a fork would share this process's database connection.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=context, initializer=die_with_parent) as pool:
        started: deque[tuple[Any, Future]] = deque()
        for job in chain(first, waiting):
            started.append((job, handed_to(pool, work, job)))
            if len(started) > 2 * processes:
                yield result(work, *started.popleft())
        while started:
            yield result(work, *started.popleft())


def processors() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def handed_to(pool: ProcessPoolExecutor, work: Callable, job: Any) -> Future:
    try:
        return pool.submit(work, job)
    except BrokenProcessPool as broken:
        failed: Future = Future()
        failed.set_exception(broken)
        return failed


def result(work: Callable, job: Any, future: Future) -> Any:
    """What came of the job. If its process was killed, for want of memory most likely, this one does it."""
    try:
        return future.result()
    except BrokenProcessPool:
        return work(job)
