"""One run of Reader over the samples, as a person would start it, and what came out of it beside the labels."""

from __future__ import annotations

import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

from reader.analysis.comparison.compare import compare
from reader.library import Library
from reader.models.annotations import AnalysedArticle
from reader.models.entities import Entity
from tests.quality.article_labels import resolve_article
from tests.quality.event_labels import EventLabels, resolve_event
from tests.quality.found import Findings, Grouping, Groups, LabelledArticle, LabelledEvent, LabelledMetadata
from tests.quality.label_files import article_files, event_files, grouping_file, metadata_files
from tests.quality.samples import SEEDS, sample_names


def find(library: Path) -> Findings:
    """Add the samples to a new library, and set what Reader finds beside the labels."""
    command = [sys.executable, "-m", "reader", "add", str(SEEDS), "--library", str(library)]
    subprocess.run(command, check=True, capture_output=True, cwd=SEEDS.parent)
    with closing(Library.open(library)) as books:
        analysed = _analysed(books)
        texts = {name: record.article.text for name, record in analysed.items()}
        labels = [resolve_article(file, texts[file.article]) for file in article_files()]
        return Findings(
            tuple(LabelledMetadata(analysed[name].article, stated) for name, stated in metadata_files().items()),
            tuple(LabelledArticle(analysed[found.file.article], found) for found in labels),
            tuple(_event(books, resolve_event(file, texts), analysed) for file in event_files()),
            _grouping(books, {record.article.id: name for name, record in analysed.items()}),
        )


def _analysed(books: Library) -> dict[str, AnalysedArticle]:
    found: dict[str, AnalysedArticle] = {}
    for entry in books.outline(grouped=False, limit=len(sample_names())):
        for number in entry.articles:
            article, annotations = books.article(number), books.annotations(number)
            assert article is not None
            assert annotations is not None, f"{article.origin} is not analysed"
            name = Path(article.origin).relative_to(SEEDS).as_posix()
            found[name] = AnalysedArticle(article, annotations)
    return found


def _event(books: Library, labels: EventLabels, analysed: Mapping[str, AnalysedArticle]) -> LabelledEvent:
    """The comparison of exactly the labelled articles, however Reader groups them: grouping has scores of its own."""
    records = [analysed[name] for name in labels.articles]
    names = {record.article.id: name for record, name in zip(records, labels.articles, strict=True)}
    return LabelledEvent(compare(records, entities=_entities(books, records)), labels, names)


def _entities(books: Library, records: list[AnalysedArticle]) -> dict[int, Entity]:
    numbers = {mention.entity for record in records for mention in record.annotations.mentions}
    return {number: entity for number in numbers if number is not None and (entity := books.entity(number))}


def _grouping(books: Library, names: Mapping[int, str]) -> Grouping:
    labelled = grouping_file()
    events: list[frozenset[str]] = []
    stories: dict[int, set[str]] = defaultdict(set)
    for card in books.events():
        members = frozenset(names[number] for number in card.articles)
        events.append(members)
        if card.story is not None:
            stories[card.story] |= members
    return Grouping(
        frozenset(events),
        frozenset(map(frozenset, stories.values())),
        _groups(labelled.events.values()),
        _groups([name for event in story for name in labelled.events[event]] for story in labelled.stories.values()),
    )


def _groups(groups: Iterable[Iterable[str]]) -> Groups:
    return frozenset(map(frozenset, groups))
