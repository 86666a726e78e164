"""What is found in single articles must stay cheap: beside the packaged model of names, inside one run."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest

from reader.analysis.annotate import annotate, annotate_article
from reader.analysis.language_model import DEFAULT_PIPELINE, load_model
from reader.analysis.naming.tagger import NameTagger
from reader.analysis.tagger import tag_articles
from tests.analysis.comparison.written import EVENT_NAMES, read_event

pytestmark = pytest.mark.bench

AS_FAST = 0.7
"""How fast the whole must be, beside the packaged model of names with the same rules."""

RULES = 0.25
"""Share of the whole that all the rules may cost; it was an eighth."""

ARTICLES = [made.article for name in EVENT_NAMES for made in read_event(name).articles]


def cpu_of(work: Callable[[], object]) -> float:
    """The least CPU time of three runs."""

    def once() -> float:
        start = process_time()
        work()
        return process_time() - start

    return min(once() for _ in range(3))


def test_annotating_is_nearly_as_fast_as_with_the_packaged_model_of_names() -> None:
    packaged = load_model(DEFAULT_PIPELINE, exclude=("tagger", "parser", "attribute_ruler", "lemmatizer"))
    lines = [line for article in ARTICLES for line in article.text.split("\n") if line]
    tagger = NameTagger()
    spans = list(tag_articles(ARTICLES, tagger))
    tagging = cpu_of(lambda: list(packaged.pipe(lines, batch_size=16)))
    rules = cpu_of(lambda: [annotate_article(*each) for each in zip(ARTICLES, spans, strict=True)])
    whole = cpu_of(lambda: list(annotate(ARTICLES, tagger)))
    assert rules < RULES * whole
    assert tagging + rules > AS_FAST * whole
