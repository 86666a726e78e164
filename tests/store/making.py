"""Articles, annotations and comparisons for the tests of store and library, as ingest and analysis make them."""

from __future__ import annotations

from dataclasses import dataclass

from reader.models.annotations import Annotations, Kind, Mention, MentionSource, Sentence
from reader.models.article import UNKNOWN, Article, Evidence, Line, LineLabel, Metadatum, Status
from reader.models.comparison import (
    Aspect,
    Comparison,
    Confidence,
    Difference,
    Fact,
    FactRelation,
    FactValue,
    Passage,
    Topic,
)
from reader.models.listing import AddOutcome
from reader.store.store import Store

ADDED_AT = "2024-06-01T08:00:00"

BRIDGE = (
    "Harbour bridge closed after barge strikes pier",
    "The harbour bridge at Lindholm was closed on Tuesday after a barge struck its northern pier.",
    "Transport minister Ewa Żuraw said engineers would need “at least ten days” to inspect the damage.",
    "Some 12 lorries were left stranded on the southern approach.",
)
FERRY = (
    "Extra ferries for Lindholm commuters",
    "Extra ferries will run between Lindholm and Östra while the harbour bridge stays shut.",
    "Ewa Zuraw promised free crossings for a week, the Lindholm Courier reported.",
)
HARVEST = (
    "Wheat harvest down by a fifth",
    "Farmers in the Orsa valley expect a wheat harvest 20 percent below that of last year.",
    "The agriculture ministry blamed a dry spring.",
)


def stated(value: str | None, rule: str = "first line") -> Metadatum[str]:
    """A value as if it stood in the text; unknown for None."""
    return UNKNOWN if value is None else Metadatum(value, Status.STATED, Evidence(1, rule))


def make_article(
    paragraphs: tuple[str, ...] = BRIDGE,
    origin: str = "/news/bridge.txt",
    *,
    outlet: str | None = "Lindholm Courier",
    published: str | None = "2024-05-14",
) -> Article:
    """An article whose first paragraph is its title."""
    lines: list[Line] = []
    start = 0
    for index, paragraph in enumerate(paragraphs):
        lines.append(Line(start, start + len(paragraph), LineLabel.BODY if index else LineLabel.TITLE))
        start += len(paragraph) + 2
    return Article(
        id=0,
        text="\n\n".join(paragraphs),
        title=stated(paragraphs[0]),
        outlet=stated(outlet, "header"),
        authors=Metadatum(("Nils Ek",), Status.STATED, Evidence(2, "byline")),
        published=stated(published, "published line"),
        language=Metadatum("en", Status.INFERRED, None),
        origin=origin,
        lines=tuple(lines),
    )


def put(store: Store, article: Article, *, raw: bytes | None = None, job: int | None = None) -> AddOutcome:
    """Store an article as if it had been read from a file."""
    read = article.text.encode("utf-8", "surrogatepass") if raw is None else raw
    return store.put_article(article, read, size=len(read), mtime_ns=7, added_at=ADDED_AT, job=job)


def put_id(store: Store, article: Article) -> int:
    """Store an article; its id."""
    number = put(store, article).id
    assert number is not None
    return number


@dataclass(frozen=True, slots=True)
class Named:
    """A spelling in a text, and the entity it is to belong to."""

    surface: str
    entity: int
    kind: Kind = Kind.PERSON


def make_annotations(text: str, named: tuple[Named, ...] = (), version: int = 1) -> Annotations:
    """Annotations with one mention for every occurrence of the spellings, and one sentence."""
    mentions = []
    for each in named:
        start = text.find(each.surface)
        while start >= 0:
            end = start + len(each.surface)
            mentions.append(Mention(start, end, each.kind, MentionSource.MODEL, 0.9, each.entity))
            start = text.find(each.surface, end)
    mentions.sort(key=lambda mention: mention.start)
    sentence = Sentence(0, len(text), LineLabel.BODY)
    return Annotations(version, (sentence,), tuple(mentions), (), (), ())


def analyse(store: Store, article_id: int, *named: Named, version: int = 1) -> None:
    """Annotate a stored article."""
    article = store.article(article_id)
    assert article is not None
    store.put_annotations(article_id, make_annotations(article.text, named, version))


def make_comparison(*articles: int, sure: tuple[str, ...] = (), likely: tuple[str, ...] = ()) -> Comparison:
    """A comparison that found these differences."""
    readings = tuple(Passage(article, 0, 5) for article in articles)
    differences = tuple(
        Difference(key, Topic.FIGURE, confidence, readings, "12 lorries / 15 lorries")
        for confidence, keys in ((Confidence.SURE, sure), (Confidence.LIKELY, likely))
        for key in keys
    )
    dated = tuple(
        FactValue(article, 0, 5, "2024-03-04", None, stated=False, anchor="2024-03-05") for article in articles
    )
    facts = (Fact(Topic.DATE, Aspect.WHEN, FactRelation.AGREE, "aaaaaaaaaaaa", "closed · bridge", dated),)
    return Comparison(articles, (), (), (), (), differences, (), (), (), facts)
