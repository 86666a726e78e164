"""Small writings in one transaction: what breaks breaks alone, and nothing waits long."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.errors import LibraryError
from reader.library import Library
from reader.models.listing import AddOutcome, AddStatus
from reader.pipeline import together
from reader.pipeline.together import MOST, Together
from reader.store.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "library.db") as opened:
        yield opened


def written(store: Store) -> list[str]:
    """What another process sees."""
    with closing(Library.open(store.database.path)) as library:
        return [each.outcome.origin for each in library.outcomes(1)]


def outcome(store: Store, word: str) -> Callable[[], None]:
    return lambda: store.put_outcome(1, AddOutcome(AddStatus.FAILED, None, word, "why"))


def breaking(store: Store, fault: Exception) -> Callable[[], None]:
    def write() -> None:
        outcome(store, "half of it")()
        raise fault

    return write


def begin(store: Store) -> Together:
    with closing(Library.open(store.database.path)) as library:
        assert library.request_add(["/nowhere"]) == 1
    return Together(store)


def test_what_breaks_leaves_no_trace_and_the_rest_is_written_in_order(store: Store) -> None:
    several = begin(store)
    for word in ("one", "two"):
        several.put(outcome(store, word), lambda _: None)
    several.put(breaking(store, ValueError("odd")), lambda fault: outcome(store, str(fault))())
    several.put(outcome(store, "three"), lambda _: None)
    assert written(store) == []
    several.flush()
    assert written(store) == ["one", "two", "odd", "three"]


def test_what_ends_the_work_is_told_and_nothing_of_it_is_written(store: Store) -> None:
    several = begin(store)
    several.put(outcome(store, "one"), lambda _: None)
    several.put(breaking(store, LibraryError("The disk is full.")), lambda _: None)
    with pytest.raises(LibraryError):
        several.flush()
    assert written(store) == []


def test_many_large_or_late_writings_are_written_by_themselves(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    several = begin(store)
    for number in range(MOST):
        several.put(outcome(store, str(number)), lambda _: None)
    assert len(written(store)) == MOST
    several.put(outcome(store, "large"), lambda _: None, together.LARGEST + 1)
    assert written(store)[-1] == "large"
    several.put(outcome(store, "late"), lambda _: None)
    monkeypatch.setattr(together, "LONGEST_SECONDS", 0.0)
    several.flush_if_late()
    assert written(store)[-1] == "late"
