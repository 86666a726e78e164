"""Who, when and where: what two reports say of one happening stands together, and of two things it does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, permutations

import pytest

from reader.analysis.clauses.annotate import with_clauses
from reader.analysis.clauses.parser import SpacyParser
from reader.analysis.comparison import compare
from reader.analysis.comparison.facts.labels import short
from reader.models.annotations import AnalysedArticle
from reader.models.comparison import Aspect, Comparison, Fact, FactRelation
from tests.analysis.comparison.written import EVENT_NAMES, read_event, written_article
from tests.analysis.plain_articles import mentions_of

SAME_DAY = ("2024-03-14", "2024-03-14")
PEOPLE = "Ana Silva|Paul Berg|Lindholm|Okafor|Silva"
PLACES = "Oran|Dalby|Karsk|Norland|Brell|Velmar|Paris|France|Lyon|Harbour Street|Orsted County|Nairobi|Kenya|Vienna"
GROUPS = "Kenyan"
ORGS = "Norda|Telm"

SAME = FactRelation.AGREE
FITTING = FactRelation.COMPATIBLE
BESIDE = FactRelation.BESIDE
APART = FactRelation.CONFLICT

PLACE_PAIRS = (
    # the same place, however the sentence is built
    ("Norda opened a plant in Oran in March.", "A plant was opened by Norda in Oran last week.", SAME),
    ("Ana Silva was arrested in Dalby.", "In Dalby police arrested Ana Silva.", SAME),
    ("Doctors marched through the capital of Kenya on Monday.", "In Nairobi doctors marched on Monday.", SAME),
    ("Doctors marched in the Kenyan capital on Monday.", "In Nairobi doctors marched on Monday.", SAME),
    ("An earthquake shook northern Norland on Monday.", "On Monday an earthquake shook northern Norland.", SAME),
    # one inside the other, or near to it
    ("Ana Silva was arrested in Paris on Monday.", "Ana Silva was arrested in France on Monday.", FITTING),
    ("Ana Silva was arrested in Lyon on Monday.", "Ana Silva was arrested in France on Monday.", FITTING),
    ("The mill in Dalby, Norland, burned on Monday.", "The mill in Norland burned on Monday.", FITTING),
    ("Ana Silva was arrested near Dalby.", "Ana Silva was arrested in Dalby.", FITTING),
    ("Ana Silva was arrested on Monday in Harbour Street.", "Ana Silva was arrested on Monday in Dalby.", FITTING),
    ("Ana Silva was arrested on Monday in Orsted County.", "Ana Silva was arrested on Monday in Dalby.", FITTING),
    ("An earthquake shook northern Norland on Monday.", "An earthquake shook Norland on Monday.", FITTING),
    # two places
    ("Ana Silva was arrested in Dalby on Monday.", "Ana Silva was arrested in Karsk on Monday.", APART),
    ("Ana Silva was arrested in Lyon on Monday.", "Ana Silva was arrested in Vienna on Monday.", APART),
    ("The old paper mill in Dalby burned on Monday.", "On Monday the old paper mill in Karsk burned.", APART),
    ("An earthquake shook northern Norland on Monday.", "An earthquake shook southern Norland on Monday.", APART),
    ("Ana Silva was arrested near Dalby on Monday.", "Ana Silva was arrested near Karsk on Monday.", BESIDE),
)  # fmt: skip

NO_PLACES = (
    # two happenings
    ("Ana Silva was arrested in Dalby on Monday.", "Paul Berg was arrested in Karsk on Monday."),
    ("Norda opened a plant in Oran in March.", "Norda closed a plant in Karsk in March."),
    ("Norda opened a plant in Oran in 2019.", "Norda opened another plant in Karsk in 2024."),
    ("Ana Silva was not arrested in Dalby.", "Ana Silva was arrested in Karsk."),
    # where it was said, whence and whither, and what is only called after a place
    ("Norda said in Oran that it will close the mill.", "Norda said in Dalby that it will close the mill."),
    ("The ferry sailed from Oran on Monday.", "The ferry sailed to Karsk on Monday."),
    ("Ana Silva opened the Oran fair on Monday.", "Ana Silva opened the fair in Dalby on Monday."),
    ("Could Ana Silva be arrested in Dalby?", "Ana Silva was arrested in Karsk."),
)

DAY_PAIRS = (
    (
        "Norda opened a plant in Oran on 4 March 2024.",
        "A plant in Oran was opened by Norda on Monday last week.",
        FITTING,
    ),
    ("Norda opened a plant in Oran on Tuesday.", "On Tuesday Norda opened a plant in Oran.", SAME),
    ("Norda opened a plant in Oran on 12 March.", "On Tuesday Norda opened a plant in Oran.", SAME),
    ("Norda opened a plant in Oran in February.", "Norda opened a plant in Oran on 12 February.", FITTING),
    ("Norda opened a plant in Oran in February 2024.", "Norda opened its plant in Oran in January 2024.", APART),
)

NO_DAYS = (
    ("Norda opened a plant in Oran in February 2024.", "Telm opened a shop in Dalby in January 2024."),
    ("Norda said on Monday that it will open a plant.", "Norda said on Tuesday that it will open a plant."),
    ("Norda has made engines since 1990.", "Norda has made engines since 1991."),
)

FILLER = ("Residents gathered in the square.", "The government has not commented yet.")
_PARSER = SpacyParser()


def reported(sentences: Sequence[str], number: int, day: str) -> AnalysedArticle:
    """A report with the names of this test in it, parsed."""
    text = "\n".join(sentences)
    named = mentions_of(text, GROUP=GROUPS, PERSON=PEOPLE, PLACE=PLACES, ORG=ORGS)
    return next(with_clauses([written_article(list(sentences), number, day, mentions=named)], _PARSER))


def pair_of(one: str, other: str) -> list[AnalysedArticle]:
    """Two short reports of one day."""
    titles = ("Report from the region", "News of the day")
    return [
        reported((title, sentence, filler), number, day)
        for number, (title, sentence, filler, day) in enumerate(
            zip(titles, (one, other), FILLER, SAME_DAY, strict=True), start=1
        )
    ]


def shared(comparison: Comparison, aspect: Aspect) -> list[Fact]:
    """The facts of several sources."""
    return [fact for fact in comparison.facts if fact.aspect is aspect and fact.relation is not FactRelation.SINGLE]


def relations(one: str, other: str, aspect: Aspect) -> list[FactRelation]:
    """How what two reports say of an aspect relates, whichever comes first."""
    found = [[fact.relation for fact in shared(compare(pair_of(*pair)), aspect)] for pair in permutations((one, other))]
    assert found[0] == found[1]
    return found[0]


@pytest.mark.parametrize(("one", "other", "relation"), PLACE_PAIRS)
def test_where_one_thing_happened(one: str, other: str, relation: FactRelation) -> None:
    assert relations(one, other, Aspect.WHERE) == [relation]


@pytest.mark.parametrize(("one", "other"), NO_PLACES)
def test_places_of_two_things_do_not_stand_together(one: str, other: str) -> None:
    assert relations(one, other, Aspect.WHERE) == []


@pytest.mark.parametrize(("one", "other", "relation"), DAY_PAIRS)
def test_when_one_thing_happened(one: str, other: str, relation: FactRelation) -> None:
    assert relations(one, other, Aspect.WHEN) == [relation]


@pytest.mark.parametrize(("one", "other"), NO_DAYS)
def test_dates_of_two_things_do_not_stand_together(one: str, other: str) -> None:
    assert relations(one, other, Aspect.WHEN) == []


def test_who_did_it_whatever_the_voice() -> None:
    (who,) = shared(compare(pair_of("Norda bought its rival Telm.", "Telm was bought by Norda.")), Aspect.WHO)
    assert (who.relation, who.label) == (FactRelation.AGREE, "bought · Telm")
    assert {value.value for value in who.values} == {"Norda"}


@pytest.mark.parametrize(
    ("phrase", "label"),
    [
        ("some 30 villagers", "villagers"),
        ("more than a million voters", "voters"),
        ("the 44-year-old bakers' leader", "bakers' leader"),
        ("a new “harvest levy” plan", "harvest levy plan"),
        ("the Harvest Moon Fair safety zone", "Harvest Moon Fair safety zone"),
        ("the Old Harbour Street Harvest Moon Fair safety zone", "safety zone"),
        ("the regional council", "regional council"),
    ],
)
def test_a_label_is_the_last_words_without_amounts_marks_and_halves_of_names(phrase: str, label: str) -> None:
    assert short(phrase) == label


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [
        (
            "The union called off the strike on Monday.",
            "On Monday the union called off its strike.",
            "called off · strike",
        ),
        ("The aircraft took off on Monday.", "On Monday the aircraft took off.", "aircraft · took off"),
        ("The trawler sank off the coast on Monday.", "On Monday the trawler sank off the coast.", "trawler · sank"),
    ],
)
def test_a_verb_keeps_its_particle(one: str, other: str, label: str) -> None:
    (when,) = shared(compare(pair_of(one, other)), Aspect.WHEN)
    assert when.label == label


def test_who_was_somewhere_did_nothing() -> None:
    found = compare(pair_of("Ana Silva was in Oran on Monday.", "On Monday Ana Silva was in Oran."))
    assert not shared(found, Aspect.WHO)


def test_a_surname_is_its_bearer() -> None:
    found = compare(pair_of("Ana Silva met Paul Berg in Oran.", "Silva met Berg in Oran on Monday."))
    assert [fact.relation for fact in shared(found, Aspect.WHO)] == [FactRelation.AGREE]


def test_a_date_keeps_its_words_and_what_it_was_counted_from() -> None:
    (when,) = shared(
        compare(pair_of("Ana Silva met Paul Berg on Tuesday.", "Silva met Paul Berg on Tuesday.")), Aspect.WHEN
    )
    for value in when.values:
        assert (value.value, value.stated, value.anchor) == ("2024-03-12", False, "2024-03-14")


def test_what_one_source_alone_says_is_listed_once() -> None:
    found = compare(pair_of("Ana Silva met Paul Berg in Oran on 3 May 2021.", "The mill in Dalby burned down."))
    alone = [(fact.aspect, fact.values[0].value) for fact in found.facts]
    assert sorted(alone) == [(Aspect.WHEN, "2021-05-03"), (Aspect.WHERE, "Dalby"), (Aspect.WHERE, "Oran")]
    assert {fact.relation for fact in found.facts} == {FactRelation.SINGLE}


def test_facts_of_one_happening_follow_each_other() -> None:
    found = compare(pair_of("Norda opened a plant in Oran on Tuesday.", "On Tuesday Norda opened a plant in Oran."))
    assert [fact.aspect for fact in found.facts] == [Aspect.WHO, Aspect.WHEN, Aspect.WHERE]
    assert len({fact.happening for fact in found.facts}) == 1


def parsed_event(name: str, first_id: int = 1) -> list[AnalysedArticle]:
    """A test event with its clauses; names are not found in it."""
    return list(with_clauses(read_event(name, first_id).articles, _PARSER))


@pytest.mark.parametrize("name", EVENT_NAMES)
def test_the_order_of_the_articles_makes_no_difference(name: str) -> None:
    articles = parsed_event(name)
    assert compare(articles).facts == compare(articles[::-1]).facts


def test_an_article_agrees_with_itself() -> None:
    found: list[Fact] = []
    for one in (articles[0] for articles in map(parsed_event, EVENT_NAMES)):
        twin = replace(one, article=replace(one.article, id=99))
        found += compare([one, twin]).facts
    assert {fact.relation for fact in found} == {FactRelation.AGREE}


def test_articles_of_two_events_share_no_fact() -> None:
    for one, other in pairwise(EVENT_NAMES):
        found = compare([parsed_event(one)[0], parsed_event(other, 50)[0]])
        assert {fact.relation for fact in found.facts} <= {FactRelation.SINGLE}


def test_articles_that_are_not_parsed_have_no_facts() -> None:
    assert not compare(read_event(EVENT_NAMES[0]).articles).facts


def test_values_stand_where_they_say_and_in_the_order_of_the_articles() -> None:
    for name in EVENT_NAMES:
        articles = parsed_event(name)
        found = compare(articles)
        texts = {each.article.id: each.article.text for each in articles}
        for fact in found.facts:
            order = [found.articles.index(value.article) for value in fact.values]
            assert order == sorted(set(order))
            assert all(texts[value.article][value.start : value.end].strip() for value in fact.values)
