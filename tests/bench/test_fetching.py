"""What keeping current costs: many servers at once, and next to nothing for each that has nothing new."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from time import monotonic, process_time

import pytest

from reader.fetching.crowd import Crowd
from reader.fetching.records import Request
from reader.library import Library
from reader.models.sources import SourceKind, Terms, Validators
from reader.store.sources import add_source, put_state, sources
from reader.store.store import Store

pytestmark = pytest.mark.bench

SERVER = Path(__file__).parents[1] / "fetching" / "delayed.py"
DELAY = 0.05


@contextmanager
def server(seconds: float) -> Iterator[int]:
    """The port of a server in another process."""
    command = [sys.executable, str(SERVER), str(seconds)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        yield int(process.stdout.readline())
        process.stdin.close()


def addresses(port: int, count: int) -> list[str]:
    return [f"http://127.0.0.{1 + number % 16}:{port}/feed{number}" for number in range(count)]


def fetch_all(requests: list[Request]) -> list[int]:
    crowd = Crowd()
    for request in requests:
        crowd.ask(request)
    statuses = []
    while crowd.open:
        if answer := crowd.take(5.0):
            statuses.append(answer.status)
    crowd.close()
    return statuses


def test_two_hundred_slow_feeds_take_an_eighth_of_one_after_another() -> None:
    with server(DELAY) as port:
        requests = [Request(address, 0, address) for address in addresses(port, 200)]
        began = monotonic()
        assert fetch_all(requests) == [200] * 200
        assert monotonic() - began <= 200 * DELAY / 8


def test_a_feed_with_nothing_new_costs_a_millisecond() -> None:
    with server(0.0) as port:
        requests = [Request(address, 0, address, Validators('"1"')) for address in addresses(port, 200)]
        fetch_all(requests[:10])
        began = process_time()
        assert fetch_all(requests) == [304] * 200
        assert (process_time() - began) / 200 <= 0.001


def test_an_update_of_five_hundred_sources_with_nothing_new(tmp_path: Path) -> None:
    place = tmp_path / "library.db"
    with server(0.0) as port, Store.open(place) as store:
        with store.transaction():
            for address in addresses(port, 500):
                add_source(store.database, address, SourceKind.FEED, address, "", Terms())
            for source in sources(store.database):
                put_state(store.database, replace(source, validators=Validators('"1"')))
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        command = [sys.executable, "-m", "reader", "update", "--library", str(place)]
        subprocess.run(command, check=True, capture_output=True, env=os.environ)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime) <= 1.5
    books = Library.open(place)
    assert all(card.source.fetched_at and not card.source.error for card in books.sources())
    books.close()
