"""What no one may get wrong, on the whole way of two articles of an event: read, tagged, resolved, parsed, compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import pytest

from reader.analysis.annotate import annotate
from reader.analysis.clauses.parser import SpacyParser
from reader.analysis.naming.tagger import NameTagger
from reader.config import settings
from reader.ingest.article import read_article
from reader.models.article import Article
from reader.models.comparison import Comparison, Confidence, Difference, Fact, FigureGroup, Topic
from reader.pipeline.analysing import resolve_entities
from reader.pipeline.comparing import compare_articles
from reader.pipeline.own import Own
from reader.store.store import Store
from tests.analysis.comparison.promised.pairs import OUTLETS, Expected, Figures, Pair, Places, read_not_yet, read_pairs

PAIRS = read_pairs()
NOT_YET = frozenset(chain.from_iterable(read_not_yet().values()))
LEAST_OF_A_KIND = 15
PLACE = "place"
"""The kind that differences do not have yet; pairs about places assert nothing of it."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Models:
    """The language model, loaded once for all pairs."""

    tagger: NameTagger
    parser: SpacyParser


@dataclass(frozen=True, slots=True)
class Compared:
    """A pair as it was compared: its two articles, and what came out."""

    articles: tuple[Article, Article]
    comparison: Comparison


@pytest.fixture(scope="session")
def models() -> Models:
    pipeline = settings().pipeline
    return Models(NameTagger(), SpacyParser(pipeline))


def compared(pair: Pair, models: Models, folder: Path) -> Compared:
    """The pair on the way that the worker takes, in a library of its own, which need not last: one transaction."""
    with Store.open(folder / "library.db") as store, store.transaction():
        numbers = [stored(store, pair.file(side), f"/{pair.id}-{side}.txt") for side in (0, 1)]
        articles = [article for number in numbers if (article := store.article(number))]
        for article, annotations in zip(articles, annotate(articles, models.tagger), strict=True):
            store.put_annotations(article.id, annotations)
        resolve_entities(store, numbers)
        assert compare_articles(store, Own(models.tagger, models.parser), numbers)
        comparison = store.comparison(numbers)
    assert comparison is not None
    first, second = articles
    return Compared((first, second), comparison)


def stored(store: Store, text: str, origin: str) -> int:
    raw = text.encode()
    article = read_article(raw, origin, markdown=False)
    outcome = store.put_article(article, raw, size=len(raw), mtime_ns=0, added_at="2024-03-15T08:00:00+00:00")
    assert outcome.id is not None
    return outcome.id


def places_of(words: Sequence[str], articles: Sequence[Article]) -> dict[int, Span]:
    """Where the words at issue stand, by article: below the title, the outlet and the date."""
    found: dict[int, Span] = {}
    for article, word in zip(articles, words, strict=True):
        start = article.text.rindex(word)
        found[article.id] = start, start + len(word)
    return found


def covers(difference: Difference, spans: dict[int, Span]) -> bool:
    """Whether the words of both articles lie inside its readings."""
    return all(
        any(
            reading.article == article and reading.start <= start and end <= reading.end
            for reading in difference.readings
        )
        for article, (start, end) in spans.items()
    )


def touches(group: FigureGroup | Fact, spans: dict[int, Span]) -> bool:
    """Whether the group or fact has the words of both articles."""
    return all(
        any(value.article == article and value.start < end and start < value.end for value in group.values)
        for article, (start, end) in spans.items()
    )


def described(found: Compared) -> str:
    """What was said, for whoever reads the failure."""
    said = [f"{one.kind} ({one.confidence}): {one.note}" for one in found.comparison.differences]
    return "said: " + ("; ".join(said) or "nothing")


def check_said(kind: str, pair: Pair, found: Compared) -> None:
    """A difference of the kind is said, with the words at issue, and none of another kind."""
    kinds = {kind, *pair.also}
    said = found.comparison.differences
    right = [one for one in said if one.kind in kinds and {reading.article for reading in one.readings} == {1, 2}]
    if pair.words:
        spans = places_of(pair.words, found.articles)
        right = [one for one in right if covers(one, spans)]
    if pair.expect is Expected.SURE:
        right = [one for one in right if one.confidence is Confidence.SURE]
    assert right, f"{pair.expect}, {kind}; {described(found)}"
    assert not [one for one in said if one.kind not in kinds], f"only {kind}; {described(found)}"


def check_figures(pair: Pair, found: Compared) -> None:
    """The figures at issue stand in the table of figures as they should."""
    assert pair.words
    spans = places_of(pair.words, found.articles)
    relations = {group.relation.value for group in found.comparison.figures if touches(group, spans)}
    if pair.figures is Figures.APART:
        assert not relations, f"figures apart; together: {relations}"
    elif pair.figures is Figures.TOGETHER:
        assert relations
        assert relations <= {"agree", "compatible"}, f"figures agree or are compatible; they are: {relations}"
    else:
        assert relations == {pair.figures}, f"figures {pair.figures}; they are: {relations or 'apart'}"


def check_places(pair: Pair, found: Compared) -> None:
    """The places at issue stand in the table of facts as they should; those of two things need not stand together."""
    assert pair.words
    spans = places_of(pair.words, found.articles)
    relations = {
        fact.relation.value for fact in found.comparison.facts if fact.topic is Topic.PLACE and touches(fact, spans)
    }
    told = f"places {pair.place_facts}; they are: {relations or 'in no fact'}"
    if pair.place_facts is Places.COMPATIBLE:
        assert relations <= {"compatible", "agree"}, told
    else:
        assert relations == {pair.place_facts}, told


@pytest.mark.parametrize(
    ("kind", "pair"),
    [
        pytest.param(
            kind,
            pair,
            id=f"{kind}-{pair.id}",
            marks=[pytest.mark.xfail(strict=True, raises=AssertionError, reason="not yet")]
            if pair.id in NOT_YET
            else [],
        )
        for kind, pair in PAIRS
    ],
)
def test_a_careful_reader_would_agree(kind: str, pair: Pair, models: Models, tmp_path: Path) -> None:
    found = compared(pair, models, tmp_path)
    if pair.expect is Expected.SILENT:
        said = [one for one in found.comparison.differences if one.kind.value != PLACE]
        assert not said, f"silent; {described(found)}"
    else:
        check_said(kind, pair, found)
    if pair.figures:
        check_figures(pair, found)
    if pair.place_facts:
        check_places(pair, found)


def test_every_pair_is_told_apart_and_every_kind_has_many() -> None:
    identifiers = [pair.id for _, pair in PAIRS]
    assert len(set(identifiers)) == len(identifiers)
    assert set(identifiers) >= NOT_YET
    assert min(Counter(kind for kind, _ in PAIRS).values()) >= LEAST_OF_A_KIND


@pytest.mark.parametrize(("kind", "pair"), PAIRS, ids=[pair.id for _, pair in PAIRS])
def test_the_words_at_issue_stand_once_in_their_article(kind: str, pair: Pair) -> None:
    assert (kind == PLACE) == (pair.place_facts is not None)
    assert pair.words or not (pair.figures or pair.place_facts)
    for text, word in zip((pair.a, pair.b), pair.words or (), strict=bool(pair.words)):
        assert text.partition("\n")[2].count(word) == 1


def test_the_articles_are_read_with_title_outlet_and_date() -> None:
    for _, pair in PAIRS:
        for side in (0, 1):
            article = read_article(pair.file(side).encode(), "report.txt", markdown=False)
            title, *paragraphs = (pair.a, pair.b)[side].strip().split("\n")
            assert (article.title.value, article.outlet.value) == (title, OUTLETS[side])
            assert article.published.value == pair.days[side]
            assert article.text.endswith("\n\n".join(paragraphs) + "\n")
