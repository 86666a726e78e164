"""What maps the parts of a plan: the cores of this machine, or a cluster of Dask's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, ThreadPoolExecutor, wait
from contextlib import closing, suppress
from functools import cache
from itertools import islice
from typing import Any

from reader.archive.mapping import LIMITS, Tally, make_shard
from reader.archive.plan import Part
from reader.errors import UsageError, WorkerError
from reader.pipeline.children import Children

WAITING = 2
"""Parts for each process that are given away before the first of them is back: more would only fill the memory."""

CONNECT_SECONDS = 10
"""How long a scheduler may take to answer."""

MISSING = "“--engine dask” needs Dask, which is not installed; “pip install 'reader-tui[archive]'” brings it."


def on_this_machine(parts: Iterator[Part], workers: int, pipeline: str) -> Iterator[Tally]:
    """Map the parts in so many child processes; what became of each, as it is done."""
    with closing(Children(workers, pipeline, LIMITS)) as children, ThreadPoolExecutor(workers) as threads:
        under_way: set[Future[Tally]] = set()
        try:
            while under_way := under_way | {
                threads.submit(make_shard, part, children) for part in islice(parts, workers * WAITING - len(under_way))
            }:
                finished, under_way = wait(under_way, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in finished)
        finally:
            threads.shutdown(wait=False, cancel_futures=True)
            children.close()


def on_a_cluster(parts: Iterator[Part], workers: int, pipeline: str, scheduler: str | None) -> Iterator[Tally]:
    """Map the parts on the cluster of a scheduler, or on one of this machine.

    Raises:
        UsageError: Dask is not installed.
        WorkerError: the scheduler does not answer, or is lost.
    """
    try:
        import distributed  # noqa: PLC0415 (an extra, and a second)
    except ImportError as error:
        raise UsageError(MISSING) from error
    address = scheduler or "of this machine"
    try:
        with _client(distributed, scheduler, workers) as client:
            yield from _mapped(distributed, client, parts, pipeline)
    except distributed.KilledWorker as error:
        raise WorkerError("The workers of the cluster keep ending. The same command goes on where it stood.") from error
    except (OSError, TimeoutError, CancelledError) as error:
        raise WorkerError(f"The scheduler {address} is lost. The same command goes on where it stood.") from error


def _client(distributed: Any, scheduler: str | None, workers: int) -> Any:
    if scheduler:
        return distributed.Client(scheduler, timeout=CONNECT_SECONDS)
    return distributed.Client(n_workers=workers, threads_per_worker=1, dashboard_address=None)


def _mapped(distributed: Any, client: Any, parts: Iterator[Part], pipeline: str) -> Iterator[Tally]:
    """Keep every thread of the cluster at work, and nothing here but what is on its way."""
    completed = distributed.as_completed()
    under_way = 0
    while True:
        wanted = max(1, sum(client.nthreads().values())) * WAITING
        for part in islice(parts, max(0, wanted - under_way)):
            completed.add(client.submit(_on_worker, part, pipeline, pure=False, retries=3))
            under_way += 1
        if not under_way:
            return
        future = next(completed)
        under_way -= 1
        yield future.result()
        with suppress(Exception):
            future.release()


def _on_worker(part: Part, pipeline: str) -> Tally:
    """What a worker of the cluster does."""
    return make_shard(part, _children(pipeline))


@cache
def _children(pipeline: str) -> Children:
    """The child process of this worker; one for each of its threads."""
    import distributed  # noqa: PLC0415 (on a worker it is there)

    return Children(distributed.get_worker().state.nthreads, pipeline, LIMITS)


Engine = Callable[[Iterator[Part]], Iterator[Tally]]
