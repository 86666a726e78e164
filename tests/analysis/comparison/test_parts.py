"""Quotes, names, wording, coverage, heads and time: what each part of a comparison says."""

from __future__ import annotations

from reader.analysis.comparison import compare
from reader.models.annotations import AnalysedArticle, Kind, Mention, MentionSource
from reader.models.article import LineLabel
from reader.models.comparison import Comparison, Difference, QuoteRelation, Relation, Topic
from reader.models.entities import Alias, Entity
from tests.analysis.comparison.written import read_event, written_article

OPENING = "The harbour of Brask was closed on Monday after a tanker ran aground."


def quoting(number: int, *lines: str, labels: list[LineLabel] | None = None) -> AnalysedArticle:
    return written_article([f"Report {number}", OPENING, *lines], number, "2024-05-01", labels)


def quotes_of(*articles: AnalysedArticle) -> list[QuoteRelation]:
    return [group.relation for group in compare(articles).quotes]


def differences(comparison: Comparison, kind: Topic) -> list[Difference]:
    return [difference for difference in comparison.differences if difference.kind is kind]


def words(comparison: Comparison, articles: tuple[AnalysedArticle, ...], difference: Difference) -> list[str]:
    del comparison
    texts = {analysed.article.id: analysed.article.text for analysed in articles}
    return [texts[reading.article][reading.start : reading.end] for reading in difference.readings]


def test_one_utterance_in_two_sources_is_one_group() -> None:
    one = quoting(1, "“We lost the rudder and then the wind took us,” captain Lena Ost said.")
    other = quoting(2, 'Captain Lena Ost said: "We lost the rudder and then the wind took us."')
    assert quotes_of(one, other) == [QuoteRelation.IDENTICAL]


def test_a_shorter_version_is_contained() -> None:
    one = quoting(1, "“We lost the rudder and then the wind took us onto the rocks,” Ost said.")
    other = quoting(2, "Ost said that “the wind took us onto the rocks.”")
    assert quotes_of(one, other) == [QuoteRelation.CONTAINED]


def test_other_words_make_a_variant_and_a_difference_in_wording() -> None:
    one = quoting(1, "“We lost the rudder and then the storm took us,” Ost said.")
    other = quoting(2, "“We lost the rudder and then the wind took us,” Ost said.")
    comparison = compare([one, other])
    assert [group.relation for group in comparison.quotes] == [QuoteRelation.VARIANT]
    (wording,) = differences(comparison, Topic.WORDING)
    assert sorted(words(comparison, (one, other), wording)) == ["storm", "wind"]
    row = next(row for row in comparison.rows if Topic.QUOTE in row.topics)
    assert row.relation is Relation.DIFFER
    assert len(row.readings) == 2


def test_spelling_contractions_and_stop_words_are_no_other_wording() -> None:
    one = quoting(
        1, "“We will not leave this old harbour before the people of the town have organised its defence,” Ost said."
    )
    other = quoting(
        2, "“We won't leave this old harbor before the people of the town have organized its defense,” Ost said."
    )
    comparison = compare([one, other])
    assert len(comparison.quotes) == 1
    assert not differences(comparison, Topic.WORDING)


def test_a_number_in_words_and_in_digits_is_no_other_wording() -> None:
    one = quoting(1, "“The flood took the bridge, the road and eleven of our houses,” Ost said.")
    other = quoting(2, "“The flood took the bridge, the road and 11 of our houses,” Ost said.")
    third = quoting(3, "“The flood took the bridge, the road and twelve of our houses,” Ost said.")
    assert not differences(compare([one, other]), Topic.WORDING)
    assert differences(compare([one, third]), Topic.WORDING) or differences(compare([one, third]), Topic.FIGURE)


def test_what_one_source_leaves_out_is_no_other_wording() -> None:
    one = quoting(1, "“We lost the rudder … and then the wind took us,” Ost said.")
    other = quoting(2, "“We lost the rudder completely and then the wind took us, as it does in May,” Ost said.")
    assert not differences(compare([one, other]), Topic.WORDING)


def test_a_commonplace_that_sources_use_themselves_ties_no_quotes() -> None:
    one = quoting(
        1, "Brask is a key port of the region.", "“Brask is a key port of the region and we love it,” Ost said."
    )
    other = quoting(2, "“Brask is a key port of the region,” the minister said in another speech.")
    assert quotes_of(one, other) == [QuoteRelation.SINGLE, QuoteRelation.SINGLE]


def test_a_pull_quote_counts_as_the_quote_it_repeats() -> None:
    said = "“We lost the rudder and then the wind took us.”"
    labels = [LineLabel.TITLE, LineLabel.BODY, LineLabel.BODY, LineLabel.PULLQUOTE]
    comparison = compare([quoting(1, f"{said[:-2]},” Ost said.", said, labels=labels), quoting(2, "Nobody was hurt.")])
    assert [len(group.members) for group in comparison.quotes] == [1]


def person(analysed: AnalysedArticle, name: str, entity: int) -> Mention:
    start = analysed.article.text.index(name)
    return Mention(start, start + len(name), Kind.PERSON, MentionSource.RULE, entity=entity)


def naming(number: int, name: str) -> AnalysedArticle:
    line = f"Pilots trained by {name} brought the tanker in."
    plain = written_article(["Tanker", line], number)
    return written_article(["Tanker", line], number, mentions=(person(plain, name, 7),))


def test_one_person_in_two_spellings_is_a_difference_of_names() -> None:
    articles = (naming(1, "Ilham Aliyev"), naming(2, "Ilham Aliev"), naming(3, "Ilham Aliyev"))
    comparison = compare(articles)
    (name,) = differences(comparison, Topic.NAME)
    assert sorted(words(comparison, articles, name)) == ["Ilham Aliev", "Ilham Aliyev", "Ilham Aliyev"]
    (row,) = [row for row in comparison.rows if len({reading.article for reading in row.readings}) == len(articles)]
    assert row.relation is Relation.AGREE


def test_accents_case_and_short_forms_are_no_other_spelling() -> None:
    articles = (naming(1, "Ilham Alíyev"), naming(2, "Ilham ALIYEV"), naming(3, "Aliyev"))
    assert not differences(compare(articles), Topic.NAME)


def test_coverage_shows_first_who_is_left_out() -> None:
    one, other = naming(1, "Ilham Aliyev"), written_article(["Tanker", "The tanker was brought in."], 2)
    entity = Entity(7, "Ilham Aliyev", Kind.PERSON, (Alias("aliyev", "Aliyev", "surname"),))
    (row,) = compare([one, other], entities={7: entity}).coverage
    assert (row.name, row.kind) == ("Ilham Aliyev", Kind.PERSON)
    assert dict(row.counts) == {1: 1, 2: 0}


def test_heads_are_the_title_and_the_first_sentence() -> None:
    event = read_event("quake")
    comparison = compare(event.articles)
    assert [head.article for head in comparison.heads] == list(comparison.articles)
    for head in comparison.heads:
        analysed = next(a for a in event.articles if a.article.id == head.article)
        assert head.title is not None
        assert analysed.article.text[slice(*head.title)] == analysed.article.title.value
        assert head.lead == (analysed.annotations.sentences[1].start, analysed.annotations.sentences[1].end)


def test_time_runs_forward_and_tells_stated_from_inferred() -> None:
    entries = compare(read_event("quake").articles).timeline
    assert [entry.date for entry in entries] == sorted(entry.date for entry in entries)
    by_date = {entry.date: entry for entry in entries}
    assert by_date["1988"].stated
    assert len(by_date["1988"].readings) == 2
    assert not by_date["2024-02-06"].stated


def test_figures_that_conflict_stand_in_one_row_with_the_figures_marked() -> None:
    articles = read_event("merger").articles
    comparison = compare(articles)
    texts = {analysed.article.id: analysed.article.text for analysed in articles}
    (price,) = [row for row in comparison.rows if any(reading.disputed for reading in row.readings)]
    disputed = [texts[r.article][start:end] for r in price.readings for start, end in r.disputed]
    assert set(disputed) == {"$1.7bn", "1,900 million dollars"}
    assert price.doubtful
    assert Topic.FIGURE in price.topics


def test_a_later_toll_is_an_update_and_no_conflict() -> None:
    first = written_article(["Storm", "The storm in Tole killed 12 people."], 1, "2024-05-01")
    later = written_article(["Storm", "The storm in Tole killed 15 people."], 2, "2024-05-03")
    assert not compare([first, later]).differences
