"""Pairs of sentences of which no one may get wrong whether they differ in role, in tense or in being denied."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import pytest

from reader.analysis.clauses.annotate import with_clauses
from reader.analysis.clauses.parser import SpacyParser
from reader.analysis.comparison import compare
from reader.models.comparison import Comparison, Confidence, Difference, Topic
from tests.analysis.comparison.written import written_article

SAME_DAY = ("2024-03-14", "2024-03-14")

ROLES = (
    # full swaps
    ("Norda bought its rival Telm in February.", "Telm bought its rival Norda in February."),
    ("Lindholm beat Okafor in the final on Sunday.", "In the final on Sunday Okafor beat Lindholm."),
    ("The guard killed the robber in the shop in Dalby.", "The robber killed the guard in the shop in Dalby."),
    ("Brell invaded Oran in the war of 1974.", "Oran invaded Brell in the war of 1974."),
    ("Telm was sued by Norda over the patent in Leeds.", "Telm sued Norda over the patent in Leeds."),
    # the owner on one side is the place or the receiver on the other
    ("Norway opened an embassy in Ghana in March.", "The visit follows the opening of a Ghanaian embassy in March."),
    ("Kenya opened a consulate in Peru in January.", "Peru opened a consulate in January."),
    ("The trip follows the opening of Portugal's embassy in Chad in March.", "Chad opened an embassy in March."),
    ("Chile sold the two frigates to Oman in 2022.", "Oman sold the two frigates in 2022."),
    # what only one can do, done by two
    ("Peru will host the fishing talks in May.", "The fishing talks will be hosted by Chile in May."),
)

NO_ROLES = (
    # the same told in two voices
    ("Norda bought its rival Telm in February.", "Telm was bought by its rival Norda in February."),
    ("Norway opened an embassy in Ghana in March.", "The visit follows the opening of a Norwegian embassy in March."),
    ("Norway opened an embassy in Ghana in March.", "The visit follows the opening of the Norwegian embassy in Accra."),
    ("Norway opened an embassy in Ghana in March.", "Ghana welcomed the opening of the embassy in March."),
    # another time, another place, another thing
    ("Norway opened an embassy in Ghana in March.", "Ghana opened an embassy in Norway in 1998."),
    ("Norway opened an embassy in Ghana in March.", "He will inaugurate the opening of a Ghanaian embassy in Togo."),
    ("Norway opened an embassy in Ghana in March.", "Ghana opened a school in March."),
    ("Lindholm beat Okafor in the final on Sunday.", "Okafor had beaten Lindholm in their first match in 2019."),
    # what two can do to each other
    ("Brell accused Oran of spying on its ministers.", "Oran accused Brell of spying on its ministers."),
    ("The president met the chancellor in Geneva.", "The chancellor met the president in Geneva."),
    ("Brell attacked Oran on Sunday night.", "Oran attacked Brell on Sunday night."),
    ("The minister thanked the firemen on Monday.", "The firemen thanked the minister on Monday."),
    ("Brell supports Oran against the rebels.", "Oran supports Brell against the rebels."),
    # what two can do, or two persons that one report names both for it
    ("Ana Silva signed the petition for the park in Dalby.", "Nora Lind signed the petition for the park in Dalby."),
    ("Ana Silva won the women's race in Dalby on Sunday.", "Paul Berg won the men's race in Dalby on Sunday."),
    ("Anita Silva scored the winner for Dalby on Sunday.", "On Sunday Silva scored the winner for Dalby."),
    ("The council passed the budget for the port in Dalby.", "The budget for the port in Dalby passed the council."),
    ("Brell expelled three diplomats of Oran on Friday.", "Oran expelled three diplomats of Brell on Friday."),
)

TENSES = (
    ("The ministers signed an agreement on fisheries in Oran.", "An agreement on fisheries will be signed in Oran."),
    ("The talks strengthened the alliance of the two states.", "The talks will strengthen the two states' alliance."),
    (
        "Police arrested the owner of the mine in Karsk.",
        "The owner of the mine in Karsk is expected to be arrested.",
    ),
    ("Parliament approved the budget for the hospital.", "Parliament is set to approve the budget for the hospital."),
    ("The company has closed its plant in Orsted.", "The company is to close its plant in Orsted."),
    ("Norda has paid the fine for the leak.", "Norda will pay the fine for the leak."),
    (
        "The bridge in Dova has been rebuilt with foreign money.",
        "The bridge in Dova will be rebuilt with foreign money.",
    ),
    # only possible, or wished for
    ("The company might close its plant in Orsted.", "The company will close its plant in Orsted."),
    ("The company has closed its plant in Orsted.", "The company is considering closing its plant in Orsted."),
    ("Divers have found the wreck of the Brisa off Horta.", "Divers may have found the wreck of the Brisa off Horta."),
    ("The union wants to stop the sale of the port in Horta.", "The union stopped the sale of the port in Horta."),
    # held to be so
    ("The ferry has sunk off Horta in the storm.", "The ferry appears to have sunk off Horta in the storm."),
    ("Paul Berg set the fire in the Dalby school.", "Paul Berg probably set the fire in the Dalby school."),
    # who says it is who does it
    ("Mayor Silva has resigned over the port.", "Mayor Silva said that she will resign over the port."),
    # another one named as the same does it; "first" said by one; a verb that is done to everything
    ("Okafor made the announcement in Leeds at noon.", "He will make an announcement in Leeds at noon."),
    ("The first wolves were seen in the Orsted valley.", "Wolves may have been seen in the Orsted valley."),
    ("Norda Steel has taken a loss on its plant in Orsted.", "Norda expects to take a loss on its plant in Orsted."),
)

NO_TENSES = (
    # told with more care by one of two
    ("Paul Berg left the house in Dalby at dawn.", "Paul Berg apparently left the house in Dalby at dawn."),
    ("The ministers signed the treaty in Oran.", "Lind said the ministers could sign the treaty in Oran."),
    ("The ministers signed an agreement on fisheries in Oran.", "The ministers signed a fisheries agreement in Oran."),
    ("The ministers signed an agreement on fisheries.", "Players will sign autographs after the match in Oran."),
    ("An agreement will be signed in Oran.", "The ministers are to sign an agreement in Oran."),
    ("He opened the school in the valley.", "She will open a bakery in the square tomorrow."),
    ("The union had opposed the sale of the plant.", "The union will discuss the sale of the plant."),
    ("Soldiers were sent to the border.", "The letter will be sent by post."),
    ("The company closed its plant in Orsted in 2012.", "The company will close its plant in Varna."),
    ("The court has heard four witnesses.", "The court will hear two more witnesses next week."),
    ("The bank raised its key rate in March.", "The bank will raise its key rate again in May."),
    ("The company could close its plant in Orsted.", "The company closed its plant in Varna."),
    ("The company might close its plant in Orsted.", "If sales fall, the company will close its plant in Orsted."),
    (
        "The company might close its plant in Orsted.",
        "There is a risk that the company will close its Orsted plant.",
    ),
    ("The mayor defended his decision to sign the order.", "“I signed the order,” the mayor said in Orsted."),
    ("“I voted for the bridge in Dova,” said Lindholm.", "“I will vote for the bridge in Dova,” said Okafor."),
    (
        "The decision on the mill was announced this week.",
        "“A decision on the mill will be announced next week,” she said.",
    ),
    ("Okafor made a point in the debate in Dova.", "Lindholm will make a point in the debate in Dova."),
    ("The first train left the station in June.", "The last train will leave the station in December."),
    (
        "The court in Orsted decided not to hear the appeal of the mine.",
        "The court in Orsted refused to hear the appeal of the mine.",
    ),
    ("If the vote fails, parliament will approve the budget.", "Parliament approved last year's budget."),
)

NEGATIONS = (
    ("The minister signed the treaty in Geneva.", "The minister did not sign the treaty in Geneva."),
    ("The company paid the ransom to the hackers.", "The company did not pay the ransom to the hackers."),
    ("The crew closed the fire doors on the car deck.", "The crew failed to close the fire doors on the car deck."),
    ("The mayor signed the order to clear the camp.", "The mayor refused to sign the order to clear the camp."),
    ("The bank informed its customers of the leak.", "The bank never informed its customers of the leak."),
    ("The captain ordered the evacuation of the ship.", "The captain had not ordered the evacuation of the ship."),
    ("Norda paid bribes to officials in Brell.", "Norda denied that it paid bribes to officials in Brell."),
    # another verb that says the opposite
    ("The board of Norda accepted the offer for its mill.", "The board of Norda rejected the offer for its mill."),
    ("A jury in Leeds convicted Paul Berg of arson.", "A jury in Leeds acquitted Paul Berg of arson."),
    # nothing is done to anything; a quality; what is only possible
    ("Paul Berg appeared in court in Leeds on Monday.", "Paul Berg did not appear in court in Leeds on Monday."),
    ("Paul Berg pleaded guilty to arson in Leeds.", "In Leeds Paul Berg pleaded not guilty to arson."),
    ("The old bridge in Dova is safe, an engineer said.", "The old bridge in Dova is not safe, an engineer said."),
    (
        "Mayor Silva said that she may resign over the port.",
        "Mayor Silva said she has no plans to resign over the port.",
    ),
    ("Norda told its customers about the leak in May.", "Norda did not tell its customers about the leak in May."),
    ("The mine was reopened after Norda had informed residents.", "The mine was reopened without informing residents."),
    # in linked sentences one may name less than the other, or stand in another tense
    ("“I apologise to all of you,” said Paul Berg.", "Paul Berg told us he has not apologised to the boy."),
    ("Norda took money from the port in Dalby.", "Norda denied taking money from the port in Dalby."),
    ("Several miners were hurt in the fire in Karsk.", "No one was hurt in the fire in Karsk."),
    ("A jury in Leeds found Paul Berg guilty of arson.", "A jury in Leeds acquitted Paul Berg of arson."),
    ("The council of Dalby approved the plan for the mill.", "The council of Dalby voted down the plan for the mill."),
)

NO_NEGATIONS = (
    ("The minister did not sign the treaty in Geneva.", "The minister refused to sign the treaty in Geneva."),
    ("The minister signed the treaty in Geneva.", "The minister did not sign the protocol in Geneva."),
    ("The minister signed the treaty in Geneva.", "The ambassador did not sign the treaty in Geneva."),
    ("The company paid the ransom to the hackers.", "The company did not only pay the ransom to the hackers."),
    ("The company will pay the ransom.", "The company has not paid the ransom yet."),
    ("The bank informed its customers of the leak.", "The bank did not inform the regulator of the leak."),
    ("The company paid a ransom in 2019.", "The company did not pay a ransom in 2023."),
    ("Residents did not see the fire.", "The crew saw the fire at seven."),
    ("The law does not allow strikes in ports.", "The law allows strikes in factories."),
    ("The council rejected the offer for the old mill.", "The council did not accept the offer for the old mill."),
    ("Norda rejected the offer for the mill in Leeds.", "Telm accepted the offer for the mill in Leeds."),
    ("A promise that Brell will pay for the port was made.", "Brell will never pay for the port, it said."),
    (
        "Paul Berg said that Lind called him a thief, which she denied.",
        "Lind denied that she called Paul Berg a thief.",
    ),
    ("If the crew did not close the doors, the owner is liable.", "The crew closed the doors of the car deck."),
    ("Paul Berg signed the letter against the mill.", "Paul Berg did not sign the letter to the king."),
    ("Several people were hurt in the fire in Karsk.", "No children were hurt in the fire in Karsk."),
    ("His is a policy based on numbers, said Lind.", "His is not a policy based on numbers, said Lind."),
)

OTHER_FIGURES = (
    ("Ana Silva, 44, won the vote in Dalby.", "The vote in Dalby was won by Ana Silva, 45."),
    ("The plant in Orsted employs 180 people.", "190 people work in the plant in Orsted."),
    ("The ferry left Varna with 158 people on board.", "The ship had 164 people aboard when it caught fire."),
)

NO_OTHER_FIGURES = (
    ("Ana Silva, 44, won the vote in Dalby.", "Paul Berg, 51, lost the vote in Dalby."),
    ("A man, 44, was killed in the crash near Dalby.", "Ana Silva, 61, was killed in the crash near Dalby."),
    ("Lindholm spent seven seasons with the club.", "Okafor spent 15 seasons with the club."),
    ("The flood killed 120 people in Arland.", "The flood killed 300 people in Brell."),
    ("The boat took 24 people on board.", "The ship had 164 people aboard when it caught fire."),
)

FILLER = ("Residents gathered in the square.", "The government has not commented yet.")

_PARSER = SpacyParser()


def compared(one: str, other: str, published: Sequence[str] = SAME_DAY) -> Comparison:
    """Two short reports compared, with their clauses."""
    articles = [
        written_article([title, sentence, filler], number, day)
        for number, (title, sentence, filler, day) in enumerate(
            zip(("Report from the region", "News of the day"), (one, other), FILLER, published, strict=True), start=1
        )
    ]
    return compare(list(with_clauses(articles, _PARSER)))


def said(one: str, other: str, kind: Topic) -> list[Difference]:
    """The differences of one kind, the same whatever the order of the two articles."""
    found = [
        [difference for difference in compared(*pair).differences if difference.kind is kind]
        for pair in permutations((one, other))
    ]
    assert len(found[0]) == len(found[1])
    return found[0]


@pytest.mark.parametrize(("one", "other"), ROLES)
def test_who_did_it_to_whom(one: str, other: str) -> None:
    assert [difference.confidence for difference in said(one, other, Topic.ROLE)] == [Confidence.LIKELY]


@pytest.mark.parametrize(("one", "other"), NO_ROLES)
def test_no_other_roles(one: str, other: str) -> None:
    assert not said(one, other, Topic.ROLE)


@pytest.mark.parametrize(("one", "other"), TENSES)
def test_done_in_one_report_and_to_be_done_in_another(one: str, other: str) -> None:
    assert [difference.confidence for difference in said(one, other, Topic.TENSE)] == [Confidence.LIKELY]


@pytest.mark.parametrize(("one", "other"), NO_TENSES)
def test_no_other_tense(one: str, other: str) -> None:
    assert not said(one, other, Topic.TENSE)


def test_the_present_of_a_headline_may_be_a_plan() -> None:
    titles = ("Norda buys the shipyard in Varna for 40 million euros", "Report from the region")
    bodies = (FILLER[0], "Norda will buy the shipyard in Varna for 40 million euros.")

    def tenses(days: tuple[str, str]) -> list[Difference]:
        articles = [
            written_article([title, body, FILLER[1]], number, day)
            for number, (title, body, day) in enumerate(zip(titles, bodies, days, strict=True), start=1)
        ]
        found = compare(list(with_clauses(articles, _PARSER))).differences
        return [difference for difference in found if difference.kind is Topic.TENSE]

    assert not tenses(("2024-03-14", "2024-03-14"))
    assert [update.note.partition(":")[0] for update in tenses(("2024-03-14", "2024-03-12"))] == ["an update"]


def test_what_was_possible_weeks_before_or_after_is_another_thing() -> None:
    one, other = (
        "The rocket of Brell flew over the port.",
        "The rocket of Brell is believed to have flown over the port.",
    )
    days = [difference.kind for difference in compared(one, other, ("2024-03-14", "2024-03-16")).differences]
    weeks = compared(one, other, ("2024-03-14", "2024-05-16")).differences
    assert days == [Topic.TENSE]
    assert not weeks


@pytest.mark.parametrize(("one", "other"), NEGATIONS)
def test_said_and_denied(one: str, other: str) -> None:
    assert [difference.confidence for difference in said(one, other, Topic.NEGATION)] == [Confidence.LIKELY]


@pytest.mark.parametrize(("one", "other"), NO_NEGATIONS)
def test_not_denied(one: str, other: str) -> None:
    assert not said(one, other, Topic.NEGATION)


@pytest.mark.parametrize(("one", "other"), OTHER_FIGURES)
def test_other_figures_of_one_thing(one: str, other: str) -> None:
    assert len(said(one, other, Topic.FIGURE)) == 1


@pytest.mark.parametrize(("one", "other"), NO_OTHER_FIGURES)
def test_figures_of_two_things(one: str, other: str) -> None:
    assert not said(one, other, Topic.FIGURE)


def test_a_quality_is_part_of_what_is_shown() -> None:
    (found,) = said("The old bridge in Dova is safe.", "The old bridge in Dova is not safe.", Topic.NEGATION)
    assert found.note.count("safe") == 2


def test_a_headline_reports_what_is_done() -> None:
    done = written_article(["Parliament Approves Budget For Hospital In Orsted", FILLER[0]], 1, "2024-03-14")
    ahead = written_article(["News", "Parliament is to approve the budget for the Orsted hospital."], 2, "2024-03-13")
    found = compare(list(with_clauses([done, ahead], _PARSER))).differences
    assert [one.kind for one in found] == [Topic.TENSE]
    assert "2024-03-13" in found[0].note


def test_a_toll_that_falls_is_no_update() -> None:
    one, other = "41 people were taken to hospital in Horta.", "In Horta 38 people were taken to hospital."
    kinds = [difference.kind for difference in compared(one, other, ("2024-03-14", "2024-03-15")).differences]
    assert kinds == [Topic.FIGURE]
    assert not compared(one, other, ("2024-03-15", "2024-03-14")).differences


def test_a_difference_stands_in_a_row_with_both_sentences() -> None:
    rows = compared(*ROLES[0]).rows
    (row,) = [row for row in rows if Topic.ROLE in row.topics]
    assert row.doubtful
    assert {reading.article for reading in row.readings} == {1, 2}
    assert all(reading.disputed for reading in row.readings)


def test_an_article_differs_from_itself_in_nothing() -> None:
    lines = ["Report", *(sentence for pair in (*ROLES, *TENSES, *NEGATIONS) for sentence in pair)]
    twins = [written_article(lines, number, SAME_DAY[0]) for number in (1, 2)]
    assert not compare(list(with_clauses(twins, _PARSER))).differences


def test_a_denial_of_which_both_know_is_no_agreement_either() -> None:
    one = ["News", "Paul Berg took money from the port in Dalby.", "Paul Berg denied taking money from the builder."]
    other = ["Report", "Paul Berg did not take money from the port in Dalby.", FILLER[0]]
    articles = [written_article(lines, number, SAME_DAY[0]) for number, lines in enumerate((one, other), start=1)]
    found = compare(list(with_clauses(articles, _PARSER)))
    assert not [difference for difference in found.differences if difference.kind is Topic.NEGATION]
    denied, taken = articles[1].annotations.sentences[1], articles[0].annotations.sentences[1]
    assert not [row for row in found.rows if {denied.start, taken.start} == {each.start for each in row.readings}]
    assert [link.tier for link in found.links if {link.a.start, link.b.start} == {taken.start, denied.start}] == [
        "possible"
    ]


def test_what_a_later_report_says_is_done_is_an_update_with_both_dates() -> None:
    done, ahead = TENSES[0]
    found = compared(done, ahead, ("2024-03-14", "2024-03-10")).differences
    assert [(one.kind, one.confidence) for one in found] == [(Topic.TENSE, Confidence.LIKELY)]
    assert "2024-03-10" in found[0].note
    assert "2024-03-14" in found[0].note


def test_what_an_earlier_report_says_is_done_and_a_later_one_announces_are_two_things() -> None:
    done, ahead = TENSES[0]
    assert not compared(done, ahead, ("2024-03-02", "2024-03-14")).differences


@pytest.mark.parametrize(("pairs", "kind"), [(ROLES, Topic.ROLE), (TENSES, Topic.TENSE), (NEGATIONS, Topic.NEGATION)])
def test_a_source_that_says_both_contradicts_nobody(pairs: Sequence[tuple[str, str]], kind: Topic) -> None:
    for one, other in pairs:
        both = written_article(["Report", one, other], 1, SAME_DAY[0])
        single = written_article(["News", one, FILLER[0]], 2, SAME_DAY[1])
        found = compare(list(with_clauses([both, single], _PARSER))).differences
        assert not [difference for difference in found if difference.kind is kind]
