"""What a person says of events holds: in every later grouping, over sessions and re-imports, and until it is undone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from reader.analysis.annotate import annotate_article
from reader.library import Library
from reader.models.explaining import TieKind
from reader.models.library import JobKind
from reader.pipeline.analysing import regroup
from reader.pipeline.grouping import group
from reader.store.grouping import GroupingTables
from reader.store.handlinks import hand_links
from reader.store.store import Store
from tests.analysis.events.reports import REPORTS, Report, as_article

STEPS = 200

Events = frozenset[frozenset[int]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path) as store:
        yield store


@pytest.fixture
def library(store: Store, path: Path) -> Iterator[Library]:
    assert not store.pending(1), "the library is there"
    with closing(Library.open(path)) as library:
        yield library


def add(store: Store, report: Report, number: int, origin: str = "") -> int:
    article = as_article(report, number)
    article = replace(article, id=0, origin=origin or article.origin)
    outcome = store.put_article(article, b"%d" % number, size=0, mtime_ns=number, added_at="2025-01-01T00:00:00")
    assert outcome.id is not None
    store.put_annotations(outcome.id, annotate_article(article, ()))
    return outcome.id


def add_all(store: Store) -> list[int]:
    ids = [add(store, report, number) for number, report in enumerate(REPORTS, 1)]
    group(store, ids)
    return ids


def work_off(store: Store) -> None:
    """Do what the worker does with the jobs that wait."""
    while job := store.next_job():
        assert job.kind is JobKind.REGROUP
        regroup(store, job.articles)
        store.finish_job(job.id, None)


def events(store: Store) -> Events:
    found: dict[int, set[int]] = defaultdict(set)
    for event, number in store.database.rows("SELECT event_id, id FROM article"):
        found[event].add(number)
    return frozenset(frozenset(members) for members in found.values())


def obeys(store: Store) -> bool:
    together, apart = hand_links(store.database)
    return all(store.event_of(one) == store.event_of(other) for one, other in together) and not any(
        store.event_of(one) == store.event_of(other) for one, other in apart
    )


def event_of(store: Store, article: int) -> int:
    event = store.event_of(article)
    assert event is not None
    return event


def test_an_article_moved_out_is_an_event_of_its_own_until_that_is_undone(store: Store, library: Library) -> None:
    first, second, third = add_all(store)[:3]
    before = events(store)
    library.split_event(event_of(store, first), [third])
    work_off(store)
    assert {frozenset({third}), frozenset({first, second})} <= events(store)
    library.undo()
    work_off(store)
    assert events(store) == before


def test_joined_events_stay_one_and_draw_later_articles(store: Store, library: Library) -> None:
    ids = add_all(store)
    one, other = ids[0], ids[-1]
    members = {*store.event_articles(event_of(store, one)), *store.event_articles(event_of(store, other))}
    library.join_events([event_of(store, one), event_of(store, other)])
    work_off(store)
    assert frozenset(members) in events(store)
    copy = add(store, replace(REPORTS[0], text=REPORTS[0].text + " (Agency)"), 99)
    group(store, [copy])
    assert store.event_of(copy) == store.event_of(other)


def test_what_was_kept_apart_stays_apart_when_the_text_is_revised(store: Store, library: Library) -> None:
    ids = add_all(store)
    library.split_event(event_of(store, ids[0]), [ids[0]])
    work_off(store)
    article = store.article(ids[0])
    assert article is not None
    revised = add(store, replace(REPORTS[0], text=REPORTS[0].text + " More follows."), 77, article.origin)
    assert revised == ids[0]
    group(store, [revised])
    assert store.event_of(ids[0]) != store.event_of(ids[1])
    library.undo()
    work_off(store)
    assert store.event_of(ids[0]) == store.event_of(ids[1])


def test_it_is_said_why_articles_are_one_event_and_what_others_lack(store: Store, library: Library) -> None:
    first, second, third = add_all(store)[:3]
    why = library.why(event_of(store, first))
    assert why is not None
    assert not why.by_hand
    assert {tie.kind for tie in why.ties} >= {TieKind.WORD, TieKind.FIGURE}
    assert any(set(tie.articles) == {first, second, third} for tie in why.ties)
    verdict = next(number for number, report in enumerate(REPORTS, 1) if report.event == "verdict")
    sequel = library.why(event_of(store, verdict))
    assert sequel is not None
    assert sequel.near
    assert all(near.reasons and near.event != sequel.event for near in sequel.near)
    library.split_event(why.event, [third])
    work_off(store)
    why = library.why(event_of(store, third))
    assert why is not None
    assert why.near[0].reasons == ("kept apart by hand",)
    assert library.why(4711) is None


@pytest.mark.parametrize("seed", [1])
def test_random_splits_joins_undos_and_additions_obey_every_link(store: Store, library: Library, seed: int) -> None:
    rng = Random(seed)  # noqa: S311 choices, no secret
    ids = add_all(store)
    done = 0
    for step in range(STEPS):
        what = rng.choice(("split", "split", "join", "apart", "undo", "add"))
        some = rng.choice(ids)
        others = store.event_articles(event_of(store, some))
        other = event_of(store, rng.choice(ids))
        if what == "split" and len(others) > 1:
            done += bool(
                library.split_event(event_of(store, some), rng.sample(others, rng.randint(1, len(others) - 1)))
            )
        elif what == "join" and other != event_of(store, some):
            done += bool(library.join_events([event_of(store, some), other]))
        elif what == "apart" and other != event_of(store, some):
            done += bool(library.keep_apart(others, store.event_articles(other)))
        elif what == "undo":
            done -= bool(library.undo())
        elif what == "add" and len(ids) < 60:
            ids.append(
                add(store, replace(rng.choice(REPORTS), day="", text=f"{rng.choice(REPORTS).text} {step}."), 100 + step)
            )
            group(store, ids[-1:])
        work_off(store)
        assert obeys(store)
    while library.undo():
        done -= 1
        work_off(store)
    assert done == 0
    assert hand_links(store.database) == (frozenset(), frozenset())
    hands_off = events(store)
    tables = GroupingTables(store.database)
    tables.mark_linked(tables.with_terms(), value=False)
    group(store, ())
    assert events(store) == hands_off, "as if nothing had been done by hand"
