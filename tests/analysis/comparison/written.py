"""Own test events: articles as the comparison gets them, and what a careful reader would put side by side.

An event is a text file. ``# key outlet date`` opens an article, its first line is the title, every other line one
sentence; ``= a.1 b.2`` says that two sentences tell the same (numbered from the title, 0), ``? a.1 b.2`` that they do
so in part: neither right nor wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reader.analysis.figures import extract_figures
from reader.analysis.quotes import find_quotations
from reader.analysis.temporal import find_dates
from reader.models.annotations import AnalysedArticle, Annotations, Mention, Sentence
from reader.models.article import UNKNOWN, Article, Line, LineLabel, Metadatum, Status
from reader.models.comparison import Passage

EVENTS = Path(__file__).parent / "events"
EVENT_NAMES = tuple(sorted(path.stem for path in EVENTS.glob("*.txt")))


@dataclass(frozen=True, slots=True)
class WrittenEvent:
    articles: tuple[AnalysedArticle, ...]
    same: frozenset[frozenset[str]]
    partly: frozenset[frozenset[str]]
    names: dict[Passage, str]

    def name(self, passage: Passage) -> str:
        return self.names[passage]


def written_article(
    lines: list[str],
    number: int,
    published: str | None = None,
    labels: list[LineLabel] | None = None,
    mentions: tuple[Mention, ...] = (),
) -> AnalysedArticle:
    """An article of these lines, one sentence each, the first one its title unless ``labels`` say otherwise."""
    text = "\n".join(lines)
    kinds = labels or [LineLabel.TITLE, *[LineLabel.BODY] * (len(lines) - 1)]
    placed: list[Line] = []
    at = 0
    for line, kind in zip(lines, kinds, strict=True):
        placed.append(Line(at, at + len(line), kind))
        at += len(line) + 1
    title = next((text[line.start : line.end] for line in placed if line.label is LineLabel.TITLE), None)
    article = Article(
        id=number,
        text=text,
        title=Metadatum(title, Status.STATED, None) if title else UNKNOWN,
        outlet=UNKNOWN,
        authors=Metadatum(None, Status.UNKNOWN, None),
        published=Metadatum(published, Status.STATED, None) if published else UNKNOWN,
        language=UNKNOWN,
        origin=f"/{number}.txt",
        lines=tuple(placed),
    )
    sentences = tuple(Sentence(line.start, line.end, line.label) for line in placed)
    anchor = date.fromisoformat(published) if published else None
    return AnalysedArticle(
        article,
        Annotations(
            version=1,
            sentences=sentences,
            mentions=mentions,
            figures=extract_figures(article, sentences),
            dates=find_dates(article, sentences, anchor),
            quotes=find_quotations(article, sentences, mentions),
        ),
    )


def read_event(name: str, first_id: int = 1) -> WrittenEvent:
    """One of the test events."""
    lines: dict[str, list[str]] = {}
    days: dict[str, str] = {}
    pairs: dict[str, set[frozenset[str]]] = {"=": set(), "?": set()}
    key = ""
    for line in (EVENTS / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            key, days[line.split()[1]] = line.split()[1], line.split()[-1]
            lines[key] = []
        elif line[:2] in {"= ", "? "}:
            pairs[line[0]].add(frozenset(line[2:].split()))
        elif line.strip():
            lines[key].append(line)
    articles: list[AnalysedArticle] = []
    names: dict[Passage, str] = {}
    for number, (key, sentences) in enumerate(lines.items(), start=first_id):
        analysed = written_article(sentences, number, days[key])
        articles.append(analysed)
        names |= {
            Passage(number, sentence.start, sentence.end): f"{key}.{place}"
            for place, sentence in enumerate(analysed.annotations.sentences)
        }
    return WrittenEvent(tuple(articles), frozenset(pairs["="]), frozenset(pairs["?"]), names)
