"""Names on topics and in places that no rule was made for: floods, courts, football, banks; scores may only rise."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from reader.analysis.entities.find import find_mentions
from reader.analysis.figures import extract_figures
from reader.analysis.naming.tagger import NameTagger
from reader.analysis.segment import split_sentences
from reader.analysis.tagger import tag_articles
from reader.analysis.temporal import find_dates
from reader.models.annotations import Kind
from reader.models.article import UNKNOWN, Article, Line, LineLabel, Metadatum, Status

TEXTS = Path(__file__).parent / "texts"
MARKED = re.compile(r"\[([^|\]]+)\|([A-Z]+)\]")
LABEL = re.compile(r"(title|byline|caption): ")
SCORED = (Kind.PERSON, Kind.ORG, Kind.PLACE, Kind.GROUP)

Span = tuple[int, int, Kind]


@dataclass(frozen=True)
class Labelled:
    """A text with its names: ``[name|KIND]`` in the file, a line's label before a colon."""

    name: str
    article: Article
    names: frozenset[Span]


def read_labelled(path: Path) -> Labelled:
    text = ""
    lines: list[Line] = []
    names: set[Span] = set()
    for written in path.read_text(encoding="utf-8").splitlines():
        label = LABEL.match(written)
        marked = written[label.end() :] if label else written
        start, at = len(text), 0
        for match in MARKED.finditer(marked):
            text += marked[at : match.start()]
            names.add((len(text), len(text) + len(match.group(1)), Kind(match.group(2))))
            text += match.group(1)
            at = match.end()
        text += marked[at:]
        lines.append(Line(start, len(text), LineLabel(label.group(1)) if label else LineLabel.BODY))
        text += "\n"
    authors: Metadatum[tuple[str, ...]] = Metadatum(None, Status.UNKNOWN, None)
    article = Article(1, text, UNKNOWN, UNKNOWN, authors, UNKNOWN, UNKNOWN, path.name, tuple(lines))
    return Labelled(path.stem, article, frozenset(names))


def names_found(articles: Iterable[Article], tagger: NameTagger) -> list[frozenset[Span]]:
    listed = list(articles)
    found: list[frozenset[Span]] = []
    for article, spans in zip(listed, tag_articles(listed, tagger), strict=True):
        sentences = split_sentences(article)
        dates = find_dates(article, sentences, None)
        mentions = find_mentions(article, sentences, dates, extract_figures(article, sentences), spans)
        found.append(frozenset((m.start, m.end, m.kind) for m in mentions))
    return found


def f1(right: int, said: int, gold: int) -> float:
    return 2 * right / (said + gold)


@pytest.fixture(scope="module")
def scored(tagger: NameTagger) -> dict[Kind, float]:
    texts = [read_labelled(path) for path in sorted(TEXTS.glob("*.txt"))]
    found = names_found((text.article for text in texts), tagger)
    scores: dict[Kind, float] = {}
    for kind in SCORED:
        gold = [{span for span in text.names if span[2] is kind} for text in texts]
        said = [{span for span in spans if span[2] is kind} for spans in found]
        right = sum(len(a & b) for a, b in zip(gold, said, strict=True))
        scores[kind] = f1(right, sum(map(len, said)), sum(map(len, gold)))
    return scores


@pytest.mark.parametrize(
    ("kind", "least"), [(Kind.PERSON, 0.98), (Kind.ORG, 0.95), (Kind.PLACE, 0.97), (Kind.GROUP, 0.98)]
)
def test_names_on_other_topics_are_found_as_well_as_ever(scored: dict[Kind, float], kind: Kind, least: float) -> None:
    assert scored[kind] >= least
