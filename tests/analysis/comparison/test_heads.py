"""Which words of a headline or an opening no other source has in its own."""

from __future__ import annotations

from dataclasses import replace

from reader.analysis.comparison.heads import heads_of
from reader.analysis.segment import split_sentences
from reader.models.annotations import AnalysedArticle, Annotations
from reader.models.article import LineLabel
from tests.analysis.plain_articles import article_of


def analysed(number: int, title: str, opening: str) -> AnalysedArticle:
    article = replace(article_of(f"{title}\n{opening}\n", {0: LineLabel.TITLE}), id=number)
    return AnalysedArticle(article, Annotations(1, tuple(split_sentences(article)), (), (), (), ()))


def words(*articles: AnalysedArticle) -> list[list[str]]:
    return [
        [one.article.text[start:end] for start, end in head.title_words]
        for one, head in zip(articles, heads_of(articles), strict=True)
    ]


def test_verbs_and_nouns_that_one_headline_has_and_the_other_lacks() -> None:
    one = analysed(1, "Harbour chief retires after inquiry", "The chief left.")
    other = analysed(2, "Harbour chief quits in protest after inquiry", "The chief left.")
    assert words(one, other) == [["retires"], ["quits", "protest"]]


def test_forms_of_one_word_and_small_words_are_no_difference() -> None:
    one = analysed(1, "Harbour chief retires", "He left.")
    other = analysed(2, "The harbour chief retired", "He left.")
    assert words(one, other) == [[], []]


def test_a_headline_alone_has_nothing_to_differ_from() -> None:
    assert words(analysed(1, "Harbour chief retires", "He left.")) == [[]]


def test_openings_are_compared_with_openings() -> None:
    one = analysed(1, "Harbour", "The chief resigned.")
    other = analysed(2, "Harbour", "The chief was sacked.")
    told = [
        [each.article.text[start:end] for start, end in head.lead_words]
        for each, head in zip((one, other), heads_of((one, other)), strict=True)
    ]
    assert told == [["resigned"], ["sacked"]]
