"""What every comparison promises, whatever the articles."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.comparison import compare
from reader.models.annotations import AnalysedArticle
from reader.models.article import STORY_LABELS, LineLabel
from reader.models.comparison import Comparison, Passage, Relation, Tier
from tests.analysis.comparison.written import EVENT_NAMES, read_event, written_article

SENTENCES = (
    "The bridge over the Lenn was closed on Tuesday after cracks were found in two of its pillars.",
    "Engineers found cracks in two pillars of the Lenn bridge, which was closed on Tuesday.",
    "About 14,000 cars cross the bridge every day.",
    "The bridge carries around 18,000 vehicles a day, the city said.",
    "“We cannot take any risk with people's lives,” mayor Ada Brun said.",
    "“We cannot take any chance with people's lives,” said Brun.",
    "Repairs will take at least six weeks.",
    "He agreed.",
    "No.",
    "",
    "Ferries will run every ten minutes from Monday.",
    "The opposition asked why the pillars had not been inspected since 2016.",
)

articles = st.lists(
    st.lists(st.sampled_from([sentence for sentence in SENTENCES if sentence]), min_size=1, max_size=8),
    min_size=1,
    max_size=4,
).map(lambda texts: [written_article(lines, number, "2024-05-01") for number, lines in enumerate(texts, start=1)])


def story_sentences(analysed: AnalysedArticle) -> list[Passage]:
    return [
        Passage(analysed.article.id, sentence.start, sentence.end)
        for sentence in analysed.annotations.sentences
        if sentence.label in STORY_LABELS
    ]


def readings(comparison: Comparison) -> list[Passage]:
    return [Passage(reading.article, reading.start, reading.end) for row in comparison.rows for reading in row.readings]


@given(articles)
def test_rows_partition_the_sentences_of_the_story(written: list[AnalysedArticle]) -> None:
    wanted = [passage for analysed in written for passage in story_sentences(analysed)]
    found = readings(compare(written))
    assert len(found) == len(wanted)
    assert set(found) == set(wanted)


@given(articles.flatmap(lambda written: st.tuples(st.just(written), st.permutations(written))))
def test_the_order_of_the_articles_makes_no_difference(
    orders: tuple[list[AnalysedArticle], list[AnalysedArticle]],
) -> None:
    given_order, other_order = orders
    assert compare(given_order) == compare(other_order)


@pytest.mark.parametrize("name", EVENT_NAMES)
def test_the_order_makes_no_difference_on_real_looking_events(name: str) -> None:
    event = read_event(name)
    assert compare(event.articles) == compare(event.articles[::-1])


@given(articles)
def test_links_are_said_once_and_point_to_sentences(written: list[AnalysedArticle]) -> None:
    sentences = {passage for analysed in written for passage in story_sentences(analysed)}
    links = compare(written).links
    assert len({(link.a, link.b) for link in links}) == len(links)
    places = [(link.a.article, link.b.article, link.a.start, link.b.start) for link in links]
    assert places == sorted(places)
    for link in links:
        assert link.a.article < link.b.article
        assert {link.a, link.b} <= sentences
        assert link.score <= 1


@given(articles)
def test_spans_lie_inside_their_sentence_and_do_not_overlap(written: list[AnalysedArticle]) -> None:
    for row in compare(written).rows:
        for reading in row.readings:
            for spans in (reading.differing, reading.disputed):
                assert all(reading.start <= start < end <= reading.end for start, end in spans)
                assert all(one[1] <= other[0] for one, other in pairwise(spans))


@given(articles)
def test_keys_are_unique_and_references_point_to_other_rows(written: list[AnalysedArticle]) -> None:
    comparison = compare(written)
    keys = [row.key for row in comparison.rows]
    assert len(set(keys)) == len(keys)
    for row in comparison.rows:
        assert set(row.see) <= set(keys) - {row.key}
    dismissable = [difference.key for difference in comparison.differences]
    assert len(set(dismissable)) == len(dismissable)


@given(articles)
def test_every_relation_is_what_the_readings_show(written: list[AnalysedArticle]) -> None:
    for row in compare(written).rows:
        sources = {reading.article for reading in row.readings}
        if row.relation in {Relation.SINGLE, Relation.POSSIBLE}:
            assert len(sources) == 1
            assert bool(row.see) == (row.relation is Relation.POSSIBLE)
        else:
            assert len(sources) > 1
        if row.relation is Relation.AGREE:
            assert not any(reading.differing or reading.disputed for reading in row.readings)
            assert not row.doubtful


@pytest.mark.parametrize("name", EVENT_NAMES)
def test_an_article_compared_with_itself_agrees_in_every_row(name: str) -> None:
    for analysed in read_event(name).articles:
        twin = replace(analysed, article=replace(analysed.article, id=99))
        comparison = compare([analysed, twin])
        assert {row.relation for row in comparison.rows} == {Relation.AGREE}
        assert comparison.differences == ()


@given(st.lists(st.sampled_from([sentence for sentence in SENTENCES if sentence]), min_size=1, max_size=8))
def test_even_short_and_repeated_sentences_agree_with_themselves(lines: list[str]) -> None:
    comparison = compare([written_article(lines, 1), written_article(lines, 2)])
    assert {row.relation for row in comparison.rows} == {Relation.AGREE}


def test_unrelated_articles_share_no_row() -> None:
    quake, match = read_event("quake", 1), read_event("match", 10)
    for one in quake.articles:
        for other in match.articles:
            comparison = compare([one, other])
            assert all(len({reading.article for reading in row.readings}) == 1 for row in comparison.rows)


def test_what_is_not_the_story_takes_no_part() -> None:
    lines = ["A title about the bridge", SENTENCES[0], SENTENCES[0], "Share this article"]
    labels = [LineLabel.TITLE, LineLabel.CAPTION, LineLabel.BODY, LineLabel.BOILERPLATE]
    analysed = written_article(lines, 1, labels=labels)
    other = written_article(["Bridge closed", SENTENCES[1], "Share this article"], 2)
    first = next(s for s in analysed.annotations.sentences if s.label is LineLabel.BODY)
    comparison = compare([analysed, other])
    strong = [link for link in comparison.links if link.tier is Tier.STRONG]
    assert [link.a for link in strong] == [Passage(1, first.start, first.end)]


def test_a_standfirst_and_the_sentence_it_repeats_stand_in_one_row() -> None:
    lines = ["Bridge closed", SENTENCES[0].rstrip("."), SENTENCES[0], SENTENCES[10]]
    labels = [LineLabel.TITLE, LineLabel.STANDFIRST, LineLabel.BODY, LineLabel.BODY]
    comparison = compare([written_article(lines, 1, labels=labels), written_article(["Cracks", SENTENCES[1]], 2)])
    row = next(row for row in comparison.rows if len({reading.article for reading in row.readings}) == 2)
    assert [reading.article for reading in row.readings].count(1) == 2
    assert len(comparison.links) >= 2


def test_the_reference_comes_first_and_gives_the_order() -> None:
    event = read_event("quake")
    for analysed in event.articles:
        comparison = compare(event.articles, reference=analysed.article.id)
        assert comparison.articles[0] == analysed.article.id
        own = [r.start for row in comparison.rows for r in row.readings[:1] if r.article == analysed.article.id]
        assert own == sorted(own)
    dates = [a.article.published.value for i in comparison.articles[1:] for a in event.articles if a.article.id == i]
    assert dates == sorted(dates, key=str)


def test_the_default_reference_is_the_most_linked_article() -> None:
    event = read_event("quake")
    assert compare(event.articles).articles[0] in {1, 2}


def test_nonsense_is_refused() -> None:
    one = written_article(["Title", "Text of it."], 1)
    with pytest.raises(ValueError, match="at least one"):
        compare([])
    with pytest.raises(ValueError, match="only once"):
        compare([one, one])
    with pytest.raises(ValueError, match="reference"):
        compare([one], reference=2)


def test_one_article_alone_has_only_single_rows() -> None:
    comparison = compare([read_event("ruling").articles[0]])
    assert {row.relation for row in comparison.rows} == {Relation.SINGLE}
    assert comparison.links == ()
    assert comparison.differences == ()
