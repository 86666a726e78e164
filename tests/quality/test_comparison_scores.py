"""The scores of comparisons tell right from wrong."""

from __future__ import annotations

import pytest

from reader.models.comparison import Comparison, Confidence, Difference, Link, Passage, Tier, Topic
from tests.quality.comparison_scores import comparison_scores, difference_scores
from tests.quality.event_labels import EventLabels, resolve_event
from tests.quality.found import LabelledEvent
from tests.quality.label_files import ClaimsFile, EventFile, FactFile
from tests.quality.spans import Span, place

TEXTS = {
    "a.txt": "Twelve people died in the fire. The ship left at six. It was built in Norway.",
    "b.txt": "The fire killed 15 people. At six, the ship had left. Norway built it.",
}


def labels() -> EventLabels:
    file = EventFile(
        event="fire",
        sources={"a": "a.txt", "b": "b.txt"},
        facts=[
            FactFile("dead", ["a: Twelve people died", "b: The fire killed"]),
            FactFile("left", ["a: The ship left", "b: At six, the ship"], ["b: Norway built it"]),
        ],
        conflicts=[ClaimsFile("dead", ["a: Twelve", "b: 15"])],
        differences=[],
        traps=[ClaimsFile("six", ["a: six", "b: six"])],
        utterances=[],
    )
    return resolve_event(file, TEXTS)


def passage(article: int, words: str) -> Passage:
    span: Span = place(TEXTS[f"{' ab'[article]}.txt"], words)
    return Passage(article, span.start, span.end)


def compared(links: list[tuple[str, str]], differences: list[tuple[str, str]]) -> LabelledEvent:
    found = Comparison(
        articles=(1, 2),
        links=tuple(Link(passage(1, a), passage(2, b), 1.0, Tier.STRONG) for a, b in links),
        rows=(),
        figures=(),
        quotes=(),
        differences=tuple(
            Difference("key", Topic.FIGURE, Confidence.SURE, (passage(1, a), passage(2, b)), "") for a, b in differences
        ),
        coverage=(),
        heads=(),
        timeline=(),
    )
    return LabelledEvent(found, labels(), {1: "a.txt", 2: "b.txt"})


DEAD = ("Twelve people died in the fire.", "The fire killed 15 people.")
LEFT_BUILT = ("The ship left at six.", "Norway built it.")
DEAD_LEFT = ("Twelve people died in the fire.", "At six, the ship had left.")


@pytest.mark.parametrize(
    ("links", "precision", "f1"),
    [
        ([], 0.0, 0.0),
        ([DEAD], 1.0, 2 / 3),
        ([DEAD, LEFT_BUILT], 1.0, 2 / 3),
        ([DEAD, DEAD_LEFT], 0.5, 0.5),
        ([DEAD_LEFT], 0.0, 0.0),
    ],
)
def test_links_are_right_wrong_or_neither(links: list[tuple[str, str]], precision: float, f1: float) -> None:
    scores = dict(comparison_scores([compared(links, [])]))
    assert scores["links.precision"] == pytest.approx(precision)
    assert scores["links.f1"] == pytest.approx(f1)


def test_a_said_conflict_is_found_useful_or_a_trap() -> None:
    right = dict(difference_scores([compared([], [DEAD])]))
    assert (right["conflicts.found"], right["differences.useful"], right["traps.avoided"]) == (1, 1, 1)
    trapped = dict(difference_scores([compared([], [("six", "six")])]))
    assert (trapped["conflicts.found"], trapped["differences.useful"], trapped["traps.avoided"]) == (0, 0, 0)
