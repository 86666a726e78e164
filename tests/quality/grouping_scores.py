"""Scores of events and stories."""

from __future__ import annotations

from collections.abc import Iterator

from tests.quality.found import Grouping, Groups
from tests.quality.measures import share


def grouping_scores(grouping: Grouping) -> Iterator[tuple[str, float]]:
    """B³ F1 over articles (Bagga and Baldwin 1998), and the share of events and stories that are exactly right."""
    yield "events.b3", b_cubed(grouping.events, grouping.labelled_events)
    yield "events.exact", share([group in grouping.events for group in grouping.labelled_events])
    yield "stories.exact", share([group in grouping.stories for group in grouping.labelled_stories])


def b_cubed(said: Groups, true: Groups) -> float:
    """F1 of the mean precision and recall of each article's group."""
    said_of = {name: group for group in said for name in group}
    true_of = {name: group for group in true for name in group}
    shared = {name: len(said_of[name] & true_of[name]) for name in true_of}
    precision = sum(shared[name] / len(said_of[name]) for name in shared) / len(shared)
    recall = sum(shared[name] / len(true_of[name]) for name in shared) / len(shared)
    return 2 * precision * recall / (precision + recall)
