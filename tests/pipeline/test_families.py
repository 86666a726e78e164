"""Recurring reports and repetitions are told apart; one event told from two sides stays one. All families at once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

import pytest

from reader.analysis.annotate import annotate_article
from reader.pipeline.grouping import group
from reader.store.store import Store
from tests.analysis.events.family_files import Family, read_families
from tests.analysis.events.reports import as_article

FAMILIES = read_families()
KINDS = ("recurring", "repeated", "twosided")
LEAST = 24
"""Families of each kind."""

RIGHT = {"recurring": 1.0, "repeated": 1.0, "twosided": 1.0}
"""The share of families of each kind that come out right; it may only rise."""


@pytest.fixture(scope="module")
def events(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, list[str]]]:
    """For every label of a report, the names of the events that its reports are in."""
    with Store.open(tmp_path_factory.mktemp("families") / "library.db") as store:
        labels: dict[int, str] = {}
        reports = [report for family in FAMILIES for report in family.reports]
        for number, report in enumerate(reports, 1):
            article = as_article(report, number)
            stored = store.put_article(article, b"", size=0, mtime_ns=0, added_at="2025-01-01T00:00:00")
            assert stored.id is not None
            labels[stored.id] = report.event
            store.put_annotations(stored.id, annotate_article(article, ()))
        group(store, list(labels))
        found: dict[str, list[str]] = defaultdict(list)
        for number, label in labels.items():
            found[label].append(str(store.event_of(number)))
        yield found


def is_right(family: Family, events: dict[str, list[str]]) -> bool:
    """Whether the reports of a family are the events that they are, and hold nothing else."""
    wanted = {report.event for report in family.reports}
    mine = {event for label in wanted for event in events[label]}
    strangers = {label for label, ids in events.items() if label not in wanted and not mine.isdisjoint(ids)}
    return len(mine) == len(wanted) and not strangers


@pytest.mark.parametrize("kind", KINDS)
def test_families_come_out_right(events: dict[str, list[str]], kind: str) -> None:
    families = [family for family in FAMILIES if family.kind == kind]
    wrong = [family.name for family in families if not is_right(family, events)]
    assert 1 - len(wrong) / len(families) >= RIGHT[kind], wrong


def test_there_are_families_enough() -> None:
    assert min(Counter(family.kind for family in FAMILIES)[kind] for kind in KINDS) >= LEAST
