"""What the tests export: the bridge of Velden, and comparisons whose every word comes from an enemy."""

from __future__ import annotations

from dataclasses import replace

from reader.models.annotations import Kind
from reader.models.article import UNKNOWN, Article, Evidence, Metadatum, Status
from reader.models.comparison import (
    Aspect,
    Comparison,
    Confidence,
    Coverage,
    Difference,
    Fact,
    FactRelation,
    FactValue,
    Head,
    Passage,
    QuoteGroup,
    QuoteRelation,
    Reading,
    Relation,
    Row,
    TimelineEntry,
    Topic,
)
from tests.ui.comparison.bridge import bridge

TITLE = "Velden bridge shut after crack is found"
DAY = "2024-03-04"


def velden() -> tuple[Comparison, dict[int, Article]]:
    """Three sources of one event, two of them with an address on the web."""
    records = bridge()
    articles = dict(records.articles)
    articles[1] = replace(
        articles[1],
        origin="https://herald.example/velden?id=1&page=2",
        language=Metadatum("en", Status.INFERRED, Evidence(0, "words")),
        authors=Metadatum(("Ada Brandt", "Jon Oake"), Status.STATED, Evidence(1, "byline")),
    )
    return records.comparisons[7], articles


def hostile(
    words: str, origin: str = "/news/a.txt", other: str = "plain words"
) -> tuple[Comparison, dict[int, Article]]:
    """Two articles; the first consists of the words, which also stand wherever a comparison has words."""
    known = Metadatum(words or "x", Status.STATED, Evidence(1, "first line"))
    people: Metadatum[tuple[str, ...]] = Metadatum((words,), Status.STATED, Evidence(1, "byline"))
    first = Article(1, words, known, known, people, known, known, origin, ())
    second = Article(2, other, UNKNOWN, UNKNOWN, Metadatum(None, Status.UNKNOWN, None), UNKNOWN, UNKNOWN, origin, ())
    whole, rest = Passage(1, 0, len(words)), Passage(2, 0, len(other))
    middle = len(words) // 2
    readings = (
        Reading(1, 0, len(words), differing=((0, middle),), disputed=((middle, len(words)),)),
        Reading(2, 0, len(other)),
    )
    comparison = Comparison(
        articles=(1, 2),
        links=(),
        rows=(
            Row("a", Relation.CONFLICT, readings, (Topic.QUOTE,), see=("b",)),
            Row("b", Relation.SINGLE, readings[:1], see=("a", "gone")),
            Row("c", Relation.POSSIBLE, readings[:1]),
            Row("d", Relation.AGREE, readings),
        ),
        figures=(),
        quotes=(
            QuoteGroup(QuoteRelation.VARIANT, words, (whole, rest)),
            QuoteGroup(QuoteRelation.SINGLE, words, (whole,)),
        ),
        differences=(Difference("k", Topic.WORDING, Confidence.SURE, (whole, rest), words),),
        coverage=(Coverage(1, words, Kind.PERSON, ((1, 3), (2, 0))),),
        heads=(Head(1, (0, len(words)), (0, len(words))), Head(2, None, None)),
        timeline=(TimelineEntry(words, False, (whole,)),),  # noqa: FBT003 (a date that was resolved)
        facts=(
            Fact(
                Topic.PLACE,
                Aspect.WHERE,
                FactRelation.BESIDE,
                "h",
                words,
                (FactValue(1, 0, len(words), words), FactValue(2, 0, len(other), other)),
            ),
            Fact(Topic.DATE, Aspect.WHEN, FactRelation.SINGLE, "i", words, (FactValue(1, 0, len(words), words),)),
        ),
    )
    return comparison, {1: first, 2: second}
