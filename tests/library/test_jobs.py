"""Jobs pass from front ends to the worker, and outcomes back, through the library alone."""

from __future__ import annotations

import pytest

from reader.library import Library
from reader.models.library import JobKind, JobState
from reader.models.listing import AddOutcome, AddStatus
from reader.store.store import Store
from tests.store.making import make_article, make_comparison, put


def failed(origin: str) -> AddOutcome:
    return AddOutcome(AddStatus.FAILED, None, origin, "The file is empty.")


def test_a_job_is_the_next_one_until_it_is_stored_and_waits_for_the_analysis_then(
    store: Store, library: Library
) -> None:
    number = library.request_add(["/news", "/more/caf\udce9"], exactly=True)
    for _ in range(2):
        job = store.next_job()
        assert job is not None
        assert (job.id, job.kind, job.state) == (number, JobKind.ADD, JobState.QUEUED)
        assert job.paths == ("/news", "/more/caf\udce9")
        assert job.analyse
        assert job.exactly
    store.mark_stored(number)
    assert store.next_job() is None
    assert [job.id for job in store.stored_jobs()] == [number]
    store.finish_job(number)
    assert store.stored_jobs() == ()
    job = library.job(number)
    assert job is not None
    assert job.state is JobState.DONE


def test_only_a_library_of_paths_may_be_made_to_hold_exactly_some_paths(store: Store, library: Library) -> None:
    def asked(*, exactly: bool) -> bool:
        job = library.job(library.request_add(["/news"], exactly=exactly))
        assert job is not None
        return job.exactly

    assert asked(exactly=True)
    put(store, make_article())
    library.request_comparison([1])
    assert asked(exactly=True)
    assert not asked(exactly=False)
    assert not asked(exactly=True), "something was added in another way: this is someone's own library now"


def test_a_library_with_articles_of_unknown_coming_is_never_emptied(store: Store, library: Library) -> None:
    put(store, make_article())
    job = library.job(library.request_add(["/news"], exactly=True))
    assert job is not None
    assert not job.exactly


def test_comparisons_come_before_additions(store: Store, library: Library) -> None:
    add = library.request_add(["/news"], analyse=False)
    compare = library.request_comparison([3, 1])
    job = store.next_job()
    assert job is not None
    assert (job.id, job.kind, job.articles) == (compare, JobKind.COMPARE, (3, 1))
    waiting = store.next_job(JobKind.ADD)
    assert waiting is not None
    assert waiting.id == add
    assert not waiting.analyse
    store.finish_job(compare, "One of the articles is gone.")
    assert store.next_job(JobKind.COMPARE) is None
    told = library.job(compare)
    assert told is not None
    assert (told.state, told.error) == (JobState.FAILED, "One of the articles is gone.")


def test_outcomes_come_in_order_and_each_input_has_one(store: Store, library: Library) -> None:
    number = library.request_add(["/news"])
    store.set_total(number, 2)
    added = put(store, make_article(), job=number)
    store.put_outcome(number, failed("/news/empty.txt"))
    first, second = library.outcomes(number)
    assert (first.outcome, second.outcome) == (added, failed("/news/empty.txt"))
    assert library.outcomes(number, first.number) == (second,)
    assert library.outcomes(number, second.number) == ()
    put(store, make_article(), job=number)
    assert len(library.outcomes(number)) == 2, "a job that is done again after a break keeps what it said first"
    job = library.job(number)
    assert job is not None
    assert (job.total, job.done) == (2, 2)


def test_an_article_and_its_outcome_are_stored_together_or_not_at_all(
    store: Store, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = library.request_add(["/news"])

    def fail(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("reader.store.jobs.put_outcome", fail)
    with pytest.raises(OSError):  # noqa: PT011 (ours)
        put(store, make_article(), job=number)
    assert library.counts().articles == 0


def test_old_finished_jobs_are_forgotten_with_their_outcomes(
    store: Store, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.store.jobs.KEPT", 2)
    numbers = [library.request_add([f"/news/{index}"]) for index in range(4)]
    for number in numbers:
        store.put_outcome(number, failed(f"/news/{number}"))
        store.finish_job(number)
    assert [library.job(number) is None for number in numbers] == [True, True, False, False]
    assert library.outcomes(numbers[0]) == ()
    assert len(library.outcomes(numbers[3])) == 1


def test_a_stored_comparison_is_read_through_the_library(store: Store, library: Library) -> None:
    number = put(store, make_article()).id
    assert number is not None
    comparison = make_comparison(number)
    store.put_comparison(comparison, 1)
    assert library.stored_comparison([number]) == comparison


def test_what_was_not_read_is_kept_with_the_library_until_it_is_read_or_no_longer_wanted(
    store: Store, library: Library
) -> None:
    first = library.request_add(["/news"])
    store.put_outcome(first, failed("/news/torn.txt"))
    store.put_outcome(first, AddOutcome(AddStatus.SKIPPED, 1, "/news/again.txt", "the same text as another file"))
    store.put_outcome(first, failed("/news/empty.txt"))
    store.finish_job(first)
    assert [each.outcome.origin for each in library.left_out()] == [
        "/news/empty.txt",
        "/news/torn.txt",
        "/news/again.txt",
    ]
    second = library.request_add(["/news"], exactly=True)
    store.put_outcome(second, AddOutcome(AddStatus.UNCHANGED, 2, "/news/torn.txt"))
    store.put_outcome(second, failed("/news/empty.txt"))
    assert [(each.outcome.origin, each.job) for each in library.left_out()] == [
        ("/news/empty.txt", second),
        ("/news/again.txt", first),
    ]
    store.keep_only(["/news/torn.txt", "/news/empty.txt"])
    assert [each.outcome.origin for each in library.left_out()] == ["/news/empty.txt"]
