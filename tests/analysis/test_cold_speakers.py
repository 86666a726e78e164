"""Speakers in the forms that unseen reports use: verbs after an aside, passives, titles, asides, surnames, pronouns."""

from __future__ import annotations

import pytest

from tests.analysis.test_quotes import quotes_in

SPOKEN: list[tuple[str, dict[str, str], str | None]] = [
    (
        "“Two years is short,” Ann Lee, a doctor in Oslo who was not involved in the study, cautioned.",
        {"PERSON": "Ann Lee"},
        "Ann Lee",
    ),
    (
        "The jewels are worth little, the insurer said, but “priceless to the country”, in the words of Ann Lee.",
        {"PERSON": "Ann Lee"},
        "Ann Lee",
    ),
    (
        "Judge Tom Webb told the daily Post: “There are people under the rubble of the hall.”",
        {"PERSON": "Tom Webb", "ORG": "Post"},
        "Tom Webb",
    ),
    (
        "Webb was jailed for what the judge called “a betrayal as cold as it was long”. Justice Ann Lee sat alone.",
        {"PERSON": "Ann Lee"},
        "Ann Lee",
    ),
    (
        "Mayor Tom Webb said he had been assured by Ann Lee that “nobody will be shown the door”.",
        {"PERSON": "Ann Lee"},
        "Ann Lee",
    ),
    (
        "Cabinet Secretary Tom Webb tabled the budget. “We have heard you loud and clear,” the CS told the house.",
        {"PERSON": "Tom Webb"},
        "Tom Webb",
    ),
    (
        "Striker Tom Webb left. “It is only the beginning for me,” the former forward disclosed.",
        {"PERSON": "Tom Webb"},
        "Tom Webb",
    ),
]

BESIDE: list[tuple[str, dict[str, str], str | None]] = [
    ("“Who is going to pay for all this?” Webb asked the council.", {"PERSON": "Webb"}, "Webb"),
    ("“Nobody told us!” Webb fumed on Monday.", {"PERSON": "Webb"}, "Webb"),
    ("“She asked me, ‘Who will pay for it?’” Webb told the council.", {"PERSON": "Webb"}, "Webb"),
    ("Lee asked: “Who is going to pay?” Webb left the hall.", {"PERSON": "Lee|Webb"}, "Lee"),
    ("“The dam is safe for now,” said Harbour Board spokesman Capt. Tom Webb.",
     {"PERSON": "Tom Webb", "ORG": "Harbour Board"}, "Tom Webb"),
    ("“It was a bad week for us,” said former Webb adviser Ann Lee.", {"PERSON": "Webb|Ann Lee"}, "Ann Lee"),
    ("“We need the hall,” said Norland fruit-growers executive Ann Lee.",
     {"PERSON": "Ann Lee", "PLACE": "Norland"}, "Ann Lee"),
    ("“We need the hall,” Rep. Ann Lee (N-Norland) said.", {"PERSON": "Ann Lee", "PLACE": "Norland"}, "Ann Lee"),
    ("Ann Lee wrote on Agora: “The hall will stand here.”", {"PERSON": "Ann Lee", "ORG": "Agora"}, "Ann Lee"),
    ("Ann Lee, editor of The Harbour Post: “It was the dullest night of the year.”",
     {"PERSON": "Ann Lee", "ORG": "Harbour Post"}, "Ann Lee"),
    ("Ann Lee added about Webb: “He never came to the hall.”", {"PERSON": "Ann Lee|Webb"}, "Ann Lee"),
    ("Lee has criticised teachers for backing Webb, declaring that “real teachers do not strike”.",
     {"PERSON": "Lee|Webb"}, "Lee"),
    ("Like Webb, Lee rejected the plan, arguing that there was “no room for error”.", {"PERSON": "Lee|Webb"}, "Lee"),
    ("After a long night, Lee roused the hall by warning that “the river is in danger”.", {"PERSON": "Lee"}, "Lee"),
    ("Lee said she would like Webb to explain why he is “the most loyal of them all”.", {"PERSON": "Lee|Webb"}, "Lee"),
    ("Lee said Webb will continue to be “a friend of the harbour”.", {"PERSON": "Lee|Webb"}, "Lee"),
    ("Lee said the plan won by 40 percentage points in a “landslide of historic size”.", {"PERSON": "Lee"}, "Lee"),
    ("Tom Webb, who is running against Ann Lee, said the budget was “late and far too small”.",
     {"PERSON": "Tom Webb|Ann Lee"}, "Tom Webb"),
    ("The hall is “a dead weight on the town,” as Lee put it, and Webb may sell it.", {"PERSON": "Lee|Webb"}, "Lee"),
    ("It comes two days after Lee told the Post she was “not quite there yet” on the plan.",
     {"PERSON": "Lee", "ORG": "Post"}, "Lee"),
    ("Couple that with a “mayor who never sleeps” and people get nervous, said Ann Lee, a clerk.",
     {"PERSON": "Ann Lee"}, "Ann Lee"),
    ("In all those years, Webb said, voters have come to believe “that the river is theirs”.",
     {"PERSON": "Webb"}, "Webb"),
    ("The Post noted it in May, and Harbour News responded:\n\n“If the river is theirs, they should pay for it.”",
     {"ORG": "Post|Harbour News"}, "Harbour News"),
    ("“I do not like that at all,” Rep. Ann Lee, of Norland and chair of the board — where it all began — said.",
     {"PERSON": "Ann Lee", "PLACE": "Norland"}, "Ann Lee"),
    ("“I do not like that at all,” the Harbour Board speaker said. Its speaker, Ann Lee, left.",
     {"PERSON": "Ann Lee", "ORG": "Harbour Board"}, "Ann Lee"),
    ("“The river has its own will and its own way.”― Ann Lee.", {}, "Ann Lee"),
]  # fmt: skip

ROLES: list[tuple[str, dict[str, str], str | None]] = [
    ("Webb read the letter. A spokesman came out. “We will answer it in due course,” the spokesman said.",
     {"PERSON": "Webb"}, None),
    ("The Valley Trust spoke up on Monday. “We are alarmed by these plans,” the organisation said.",
     {"ORG": "Valley Trust"}, "Valley Trust"),
    ("Secretary of the Treasury Ann Lee spoke. Asked about it again, “we have the means,” she said.",
     {"PERSON": "Ann Lee"}, "Ann Lee"),
    ("While Webb had singers on his side, that concerns Tom Lee, a clerk. “They will not sing now,” he said.",
     {"PERSON": "Webb|Tom Lee"}, "Tom Lee"),
    ("Ann Lee said she would not come. Webb is no sailor, she said. “He is afraid of water.”",
     {"PERSON": "Ann Lee|Webb"}, "Ann Lee"),
]  # fmt: skip

UNKNOWN: list[tuple[str, dict[str, str], str | None]] = [
    ("Were Norland to agree, it would be “far more feasible,” reports The Norland Observer.",
     {"PLACE": "Norland"}, "Norland Observer"),
    ("In a statement, Quarry Brothers said: “The plan was a success when it began.”", {}, "Quarry Brothers"),
    ("Demonstrators said they want “justice for the river”.", {}, None),
    ("Foreign Minister Ann Lee left. Norland's chief diplomat said they had spoken of “the risks that we share”.",
     {"PERSON": "Ann Lee", "PLACE": "Norland"}, "Ann Lee"),
    ("For Karen Lee it is the end of a fight. On the boat, it had rained. “He liked the pig,” she said.",
     {"PERSON": "Karen Lee"}, "Karen Lee"),
]  # fmt: skip

SURNAMES: list[tuple[str, dict[str, str], str | None]] = [
    ("Mark Stone left. “It is too early to tell,” said Stone, who also hosts a show with Ann Lee.",
     {"PERSON": "Mark Stone|Ann Lee"}, "Mark Stone"),
    ("Ann Webb spoke. Her father Dick Webb listened. “The state is hurt,” Webb said.",
     {"PERSON": "Ann Webb|Dick Webb"}, "Ann Webb"),
    ("Dick Webb, the mayor, came. Ann Webb cheered. Dick Webb smiled. “The state is hurt,” Webb said.",
     {"PERSON": "Dick Webb|Ann Webb"}, "Dick Webb"),
]  # fmt: skip

PRONOUNS: list[tuple[str, dict[str, str], str | None]] = [
    ("Karen Lee has backed candidates. She was a booster of Peter Webb. “I was at every event,” she said.",
     {"PERSON": "Karen Lee|Peter Webb"}, "Karen Lee"),
    ("Peter Webb met Karen Lee. The plan that Karen Lee drew up had failed. “It was our last hope,” he said.",
     {"PERSON": "Karen Lee|Peter Webb"}, "Peter Webb"),
    ("At a Webb campaign event, Karen Lee spoke of the river. “They should dam it,” she said.",
     {"PERSON": "Webb|Karen Lee"}, "Karen Lee"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names", "speaker"), SPOKEN + BESIDE + ROLES + UNKNOWN + SURNAMES + PRONOUNS)
def test_who_said_it(text: str, names: dict[str, str], speaker: str | None) -> None:
    assert [said for _, said in quotes_in(text, **names)] == [speaker]


def test_a_title_in_marks_does_not_part_two_halves_of_a_quotation() -> None:
    text = "“It is too early,” Webb told the show “River Watch.” “It may well be too late.”"
    assert [said for _, said in quotes_in(text, PERSON="Webb")] == ["Webb", "Webb"]
