from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from reader.models.article import Article, Evidence, Metadatum, Status
from reader.pipeline.describing import SAME_EVENT
from reader.pipeline.grouping import group
from reader.pipeline.neighbours import store_terms
from reader.store.grouping import GroupingTables
from reader.store.lists import event_card
from reader.store.store import Store
from tests.analysis.events.reports import REPORTS, Report, as_article
from tests.analysis.events.scoring import b_cubed

Events = frozenset[frozenset[str]]


@pytest.fixture
def store(tmp_path: Path) -> Iterable[Store]:
    store = Store.open(tmp_path / "library.db")
    yield store
    store.close()


def put(store: Store, article: Article) -> int:
    outcome = store.put_article(
        article, article.text.encode(), size=len(article.text), mtime_ns=1, added_at="2025-01-01T12:00:00"
    )
    assert outcome.id is not None
    return outcome.id


def put_reports(store: Store, reports: Sequence[Report]) -> dict[int, str]:
    """Store reports; the ids with the event that each is on."""
    return {put(store, as_article(report, number)): report.event for number, report in enumerate(reports, 1)}


def groups(store: Store, ids: Iterable[int]) -> list[list[int]]:
    found: dict[int | None, list[int]] = defaultdict(list)
    for number in sorted(ids):
        found[store.event_of(number)].append(number)
    return list(found.values())


def by_origin(store: Store, ids: Iterable[int]) -> Events:
    """The events as sets of origins, which don't depend on the order of storing."""
    return frozenset(frozenset(origin(store, number) for number in members) for members in groups(store, ids))


def origin(store: Store, number: int) -> str:
    article = store.article(number)
    assert article is not None
    return article.origin


def stories(store: Store, labels: dict[int, str]) -> set[frozenset[str]]:
    """The stories as sets of labels of events."""
    found: dict[int, set[str]] = defaultdict(set)
    for membership in GroupingTables(store.database).memberships(labels):
        if membership.story is not None:
            found[membership.story].add(labels[membership.article])
    return {frozenset(events) for events in found.values()}


def drop_dates(reports: Iterable[Report]) -> list[Report]:
    return [replace(report, day="") for report in reports]


def test_reports_on_one_happening_become_one_event(store: Store) -> None:
    labels = put_reports(store, REPORTS)
    group(store, list(labels))
    assert b_cubed(groups(store, labels), labels)[0] == 1.0


def test_without_dates_only_a_sequel_with_the_same_people_is_taken_for_the_event(store: Store) -> None:
    labels = put_reports(store, drop_dates(REPORTS))
    group(store, list(labels))
    mixed = [found for members in groups(store, labels) if len(found := {labels[number] for number in members}) > 1]
    assert mixed == [{"verdict", "title-stripped"}]
    assert b_cubed(groups(store, labels), labels)[2] == 1.0


def test_follow_ups_and_further_meetings_are_stories(store: Store) -> None:
    labels = put_reports(store, REPORTS)
    group(store, list(labels))
    assert stories(store, labels) == {
        frozenset({"talks-march", "talks-april"}),
        frozenset({"verdict", "title-stripped"}),
    }


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("batch", [1, 4])
def test_one_by_one_gives_the_same_as_all_at_once(tmp_path: Path, seed: int, batch: int) -> None:
    at_once = Store.open(tmp_path / "at_once.db")
    ids = list(put_reports(at_once, REPORTS))
    group(at_once, ids)
    one_by_one = Store.open(tmp_path / "one_by_one.db")
    articles = [as_article(report, number) for number, report in enumerate(REPORTS, 1)]
    Random(seed).shuffle(articles)  # noqa: S311 an order, no secret
    later = []
    for start in range(0, len(articles), batch):
        later += (added := [put(one_by_one, article) for article in articles[start : start + batch]])
        group(one_by_one, added)
    assert by_origin(one_by_one, later) == by_origin(at_once, ids)
    assert sorted(_dates(one_by_one, later)) == sorted(_dates(at_once, ids))
    at_once.close()
    one_by_one.close()


def _dates(store: Store, ids: Iterable[int]) -> list[tuple[str, str | None]]:
    articles = [article for number in ids if (article := store.article(number)) is not None]
    return [(article.origin, article.published.value) for article in articles]


def test_any_few_articles_group_as_among_many(store: Store) -> None:
    labels = put_reports(store, REPORTS[5:15])
    group(store, list(labels))
    assert b_cubed(groups(store, labels), labels)[0] == 1.0


def test_in_a_grown_library_additions_find_their_events(store: Store) -> None:
    rng = Random(11)  # noqa: S311 made-up words, no secrets
    words = [f"{first}{second}{third}" for first in "bdfgk" for second in "aeiou" for third in ("lmar", "nto", "rvek")]
    crowd = [
        Report(f"noise-{number}", f"2024-0{number % 9 + 1}-05", "", " ".join(rng.choices(words, k=80)) + f" n{number}")
        for number in range(104)
    ]
    group(store, list(put_reports(store, crowd)))
    labels: dict[int, str] = {}
    reports = list(REPORTS)
    rng.shuffle(reports)
    for number, report in enumerate(reports):
        added = put(store, replace(as_article(report), origin=f"/later/{number}.txt"))
        labels[added] = report.event
        changed = group(store, [added])
        assert store.event_of(added) in changed
    f1, precision, _ = b_cubed(groups(store, labels), labels)
    assert precision == 1.0
    assert f1 >= 0.95


def test_a_story_too_large_to_be_linked_anew_still_grows(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.pipeline.storylines.RELINKED_EVENTS", 1)
    labels = put_reports(store, REPORTS)
    group(store, list(labels))
    appeal = Report(
        "appeal",
        "2024-03-05",
        "Brandt's appeal in referee bribery case is rejected",
        "Viktor Brandt has to go to prison. The higher court in Halmar rejected the appeal of the owner of Union "
        "Halmar, who was found guilty of bribing referees in nine league matches in February.",
    )
    added = put(store, as_article(appeal, 500))
    labels[added] = appeal.event
    group(store, [added])
    assert frozenset({"verdict", "title-stripped", "appeal"}) in stories(store, labels)
    assert frozenset({"talks-march", "talks-april"}) in stories(store, labels)


def test_an_undated_member_takes_the_day_of_its_event(store: Store) -> None:
    labels = put_reports(store, [report for report in REPORTS if report.event == "quake-ilmen"])
    group(store, list(labels))
    undated = store.article(max(labels))
    assert undated is not None
    assert undated.published == Metadatum("2024-05-07", Status.INFERRED, Evidence(0, SAME_EVENT))
    dated = store.article(min(labels))
    assert dated is not None
    assert dated.published.status is Status.STATED


def test_a_borrowed_date_goes_when_the_article_is_alone_again(store: Store) -> None:
    first, second, undated = (report for report in REPORTS if report.event == "quake-ilmen")
    labels = put_reports(store, [first, second, undated])
    group(store, list(labels))
    number = max(labels)
    revised = replace(
        as_article(replace(undated, text="The orchestra of Halmar plays Mahler in a new hall this winter.")),
        origin=origin(store, number),
    )
    assert put(store, revised) == number
    group(store, [number])
    article = store.article(number)
    assert article is not None
    assert article.published.status is Status.UNKNOWN
    assert len(groups(store, labels)) == 2


def test_an_inferred_date_never_separates(store: Store) -> None:
    first, second, _ = (report for report in REPORTS if report.event == "quake-ilmen")
    one = put(store, as_article(first, 1))
    misdated = Metadatum("2023-01-25", Status.INFERRED, Evidence(3, "caption"))
    other = put(store, replace(as_article(second, 2), published=misdated))
    group(store, [one, other])
    assert store.event_of(one) == store.event_of(other)
    article = store.article(other)
    assert article is not None
    assert article.published == misdated


def test_copies_are_marked(store: Store) -> None:
    report = REPORTS[0]
    one = put(store, as_article(report, 1))
    other = put(store, as_article(replace(report, text=report.text + " (Agency report)"), 2))
    group(store, [one, other])
    assert store.event_of(one) == store.event_of(other)
    row = store.database.row("SELECT group_concat(id) FROM article WHERE is_copy = 1")
    assert row is not None
    assert row[0] in {str(one), str(other)}


def test_ids_stay_and_an_untouched_event_is_left_alone(store: Store) -> None:
    labels = put_reports(store, REPORTS[:5])
    group(store, list(labels))
    before = {number: store.event_of(number) for number in labels}
    added = put(store, as_article(REPORTS[5], 99))
    changed = group(store, [added])
    assert {number: store.event_of(number) for number in labels} == before
    assert changed == {store.event_of(added)}


def test_an_article_whose_run_broke_off_is_grouped_with_the_next(store: Store) -> None:
    labels = put_reports(store, [report for report in REPORTS if report.event == "launch"])
    first, second, third = labels
    group(store, [first])
    tables = GroupingTables(store.database)
    # The worker ended after the terms of the second were stored, and before its edges were.
    store_terms(store, tables, [second])
    group(store, [third])
    assert len(groups(store, labels)) == 1
    assert tables.unlinked() == ()


def test_nothing_to_group_is_no_work(store: Store) -> None:
    assert group(store, []) == frozenset()
    assert group(store, [4711]) == frozenset()


def test_an_article_without_words_stays_alone(store: Store) -> None:
    ids = [put(store, as_article(Report("nothing", "", "", text), n)) for n, text in enumerate(("...", "!!!"), 1)]
    group(store, ids)
    assert len(groups(store, ids)) == 2


def test_a_wire_copy_is_folded_whatever_its_day_and_the_first_one_stands_for_it(store: Store) -> None:
    wire = Report("wire", "2024-05-07", REPORTS[0].headline, REPORTS[0].text, "Northgate Press")
    copy = replace(wire, day="2024-05-09", outlet="Azorean Mail")
    later, first = put_reports(store, [copy, wire])
    group(store, [later, first])
    event = store.event_of(first)
    assert event is not None
    assert event == store.event_of(later)
    card = event_card(store.database, event)
    assert card is not None
    assert card.copies == (later,)
