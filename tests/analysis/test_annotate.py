"""Annotations of whole articles: every part is there, in order, and none of it in noise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import pytest

from reader.analysis.annotate import ANALYSIS_VERSION, annotate, publication_day, redated
from reader.analysis.tagger import RawSpan, tag_articles
from reader.models.annotations import Kind
from reader.models.article import UNKNOWN, Article, Line, LineLabel, Metadatum, Status
from reader.models.languages import language_note

AUTHORS: Metadatum[tuple[str, ...]] = Metadatum(None, Status.UNKNOWN, None)


class CapitalTagger:
    """A tagger that takes every word with a capital for an organisation."""

    def tag(self, texts: Sequence[str]) -> Iterator[tuple[RawSpan, ...]]:
        for text in texts:
            spans: list[RawSpan] = []
            at = 0
            for word in re.split(r"[ \n]", text):
                if word[:1].isupper():
                    spans.append(RawSpan(at, at + len(word), Kind.ORG))
                at += len(word) + 1
            yield tuple(spans)


def article_of(*lines: tuple[str, LineLabel], published: str | None = None) -> Article:
    text = ""
    listed: list[Line] = []
    for written, label in lines:
        listed.append(Line(len(text), len(text) + len(written), label))
        text += written + "\n\n"
    day = Metadatum(published, Status.STATED, None) if published else UNKNOWN
    return Article(1, text, UNKNOWN, UNKNOWN, AUTHORS, day, UNKNOWN, "", tuple(listed))


STORY = article_of(
    ("Kenya opens a bridge", LineLabel.TITLE),
    ("On Tuesday, President Ana Duarte said: “Over 30 companies built the Zephyr bridge.”", LineLabel.BODY),
    ("READ: Uganda closes a bridge", LineLabel.RELATED),
    ("Duarte will visit Rome next month, 12 miles from here.", LineLabel.BODY),
    published="2024-05-16T10:00",
)


def test_an_article_has_sentences_mentions_figures_dates_and_quotes() -> None:
    (annotations,) = annotate([STORY], CapitalTagger())
    shown = [(STORY.text[m.start : m.end], m.kind) for m in annotations.mentions]
    assert annotations.version == ANALYSIS_VERSION
    assert ("Kenya", Kind.PLACE) in shown
    assert ("Tuesday", Kind.DATE) in shown
    assert ("Ana Duarte", Kind.PERSON) in shown
    assert ("Duarte", Kind.PERSON) in shown
    assert ("12 miles", Kind.FIGURE) in shown
    assert [date.value for date in annotations.dates] == ["2024-05-14", "2024-06"]
    assert [STORY.text[q.start] for q in annotations.quotes] == ["“"]
    assert all(mention.entity is None for mention in annotations.mentions)
    assert all(a.end <= b.start for a, b in pairwise(annotations.mentions))


def test_nothing_is_found_in_noise() -> None:
    (annotations,) = annotate([STORY], CapitalTagger())
    noise = STORY.lines[2]
    for found in (annotations.mentions, annotations.figures, annotations.dates, annotations.quotes):
        assert all(one.end <= noise.start or one.start >= noise.end for one in found)


def test_articles_are_annotated_one_by_one_in_order() -> None:
    other = article_of(("Rome is far.", LineLabel.BODY))
    together = list(annotate([STORY, other, STORY], CapitalTagger()))
    assert together == [next(annotate([one], CapitalTagger())) for one in (STORY, other, STORY)]


@pytest.mark.parametrize(("published", "known"), [("2024-05-16", True), ("2024-05", False), ("soon", False)])
def test_only_a_whole_date_is_a_publication_day(published: str, known: bool) -> None:  # noqa: FBT001
    assert (publication_day(article_of(("x", LineLabel.BODY), published=published)) is not None) is known


def test_a_tagger_sees_no_noise() -> None:
    seen: list[str] = []

    class Listening:
        def tag(self, texts: Sequence[str]) -> Iterator[tuple[RawSpan, ...]]:
            seen.extend(texts)
            return iter([() for _ in texts])

    assert list(tag_articles([STORY], Listening())) == [()]
    assert not any("Uganda" in text for text in seen)
    assert len(seen) == 1


def test_dates_resolve_once_an_event_has_given_the_day() -> None:
    article = article_of(("The dam broke on Tuesday. The minister will come on Friday.", LineLabel.BODY))
    (found,) = annotate([article], CapitalTagger())
    assert [date.value for date in found.dates] == ["", ""]
    dated = replace(article, published=Metadatum("2024-07-31", Status.INFERRED, None))
    again = redated(dated, found)
    assert [date.value for date in again.dates] == ["2024-07-30", "2024-08-02"]
    assert replace(again, dates=found.dates) == found
    assert redated(dated, again) is again


def test_dates_of_an_article_with_a_stated_day_stay() -> None:
    article = article_of(("The dam broke on Tuesday.", LineLabel.BODY), published="2024-07-31")
    (found,) = annotate([article], CapitalTagger())
    assert redated(article, found) is found


def test_what_the_model_cannot_read_has_no_names_but_those_that_it_states() -> None:
    article = replace(
        article_of(
            ("Von Jutta Wieland", LineLabel.BYLINE),
            ("Anna Huber sagte am Montag in London, dass 1.500 Menschen ohne Strom sind.", LineLabel.BODY),
        ),
        authors=Metadatum(("Jutta Wieland",), Status.STATED, None),
        language=Metadatum("de", Status.INFERRED, None),
    )
    (found,) = annotate([article], CapitalTagger())
    assert [article.text[one.start : one.end] for one in found.mentions] == ["Jutta Wieland"]
    assert (found.figures, found.dates, len(found.sentences)) == ((), (), 2)
    assert language_note(article) == "German: names, dates and figures are not looked for"
    assert language_note(replace(article, language=UNKNOWN)) == ""
