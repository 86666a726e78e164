"""The labels are about the sample articles as they are: every one resolves, and none contradicts another."""

from __future__ import annotations

from itertools import pairwise

import pytest

from reader.models.article import LineLabel
from tests.quality.article_labels import resolve_article
from tests.quality.event_labels import resolve_event
from tests.quality.label_files import ArticleFile, EventFile, article_files, event_files, grouping_file, metadata_files
from tests.quality.samples import sample_names, sample_text
from tests.quality.spans import LabelError, Span, place, places

ARTICLES, EVENTS = article_files(), event_files()


def test_there_are_enough_labelled_samples() -> None:
    grouping = grouping_file()
    assert len(sample_names()) >= 16
    assert len(grouping.events) >= 6
    assert len(grouping.stories) >= 2
    assert len(ARTICLES) >= 8


@pytest.mark.parametrize("file", ARTICLES, ids=lambda file: file.article)
def test_every_label_of_an_article_resolves(file: ArticleFile) -> None:
    labels = resolve_article(file, sample_text(file.article))
    spans = [mention.span for mention in labels.mentions]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert sum(line.label is LineLabel.BODY for line in labels.lines) >= 5


@pytest.mark.parametrize("name", sample_names())
def test_a_stated_title_outlet_or_author_stands_in_the_article(name: str) -> None:
    text, stated = sample_text(name), metadata_files()[name]
    assert stated.title is None or places(text, stated.title)
    assert stated.outlet is None or stated.outlet.casefold() in text.casefold()
    assert all(author in text for author in stated.authors)


@pytest.mark.parametrize("file", EVENTS, ids=lambda file: file.event)
def test_every_label_of_an_event_resolves(file: EventFile) -> None:
    labels = resolve_event(file, {name: sample_text(name) for name in file.sources.values()})
    assert set(labels.articles) <= set(grouping_file().events[file.event])
    assert len(labels.must) >= 10
    for claims in (*labels.conflicts, *labels.differences, *labels.utterances):
        assert len({anchor.article for anchor in claims.anchors}) >= 2, claims.what


def test_every_sample_has_metadata_and_is_in_one_event_and_every_event_of_a_story_exists() -> None:
    grouping = grouping_file()
    grouped = [name for names in grouping.events.values() for name in names]
    assert sorted(grouped) == list(sample_names()) == sorted(metadata_files())
    told = [event for events in grouping.stories.values() for event in events]
    assert len(told) == len(set(told))
    assert set(told) <= set(grouping.events)


def test_one_name_has_one_kind() -> None:
    kinds = {(name.id, name.kind) for file in ARTICLES for name in file.names}
    assert len(kinds) == len({entity for entity, _ in kinds})


def test_a_reference_means_whole_words_or_what_its_braces_say() -> None:
    text = "Cohen met Cohens; Cohen left on Wednesday. On Wednesday night the two met two others."
    assert places(text, "Cohen") == (Span(0, 5), Span(18, 23))
    assert places(text, "Cohen@2") == (Span(18, 23),)
    assert place(text, "met {two}") == Span(74, 77)
    with pytest.raises(LabelError, match="2 times"):
        place(text, "Wednesday")
    with pytest.raises(LabelError, match="not in the text"):
        places(text, "Cohe")
