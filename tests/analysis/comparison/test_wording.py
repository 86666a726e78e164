"""Which other words inside one utterance are a difference, and which quotations are one utterance."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.comparison import compare
from reader.analysis.comparison.differences.quotedwords import quoted_words, same_word
from reader.analysis.comparison.differences.spellings import folded, may_be_one, may_be_one_firm
from reader.models.annotations import AnalysedArticle, Kind, Mention, MentionSource
from reader.models.article import LineLabel
from reader.models.comparison import Comparison, Topic
from tests.analysis.comparison.written import written_article

OPENING = "The harbour of Brask was closed on Monday after a tanker ran aground."


def quoting(
    number: int, *lines: str, people: str = "Lena Ost", labels: list[LineLabel] | None = None
) -> AnalysedArticle:
    """A report with these lines, in which the people, separated by "|", are mentioned wherever they stand."""
    written = [f"Report {number}", OPENING, *lines]
    text = "\n".join(written)
    mentions = tuple(
        Mention(start, start + len(name), Kind.PERSON, MentionSource.RULE, entity=entity)
        for entity, name in enumerate(people.split("|"), 1)
        for start in range(len(text))
        if text.startswith(name, start)
    )
    return written_article(
        written, number, "2024-05-01", labels, tuple(sorted(mentions, key=lambda mention: mention.start))
    )


def notes(comparison: Comparison, kind: Topic) -> list[str]:
    return [difference.note for difference in comparison.differences if difference.kind is kind]


def wordings(one: str, other: str) -> list[str]:
    """What is said of two versions of something that Lena Ost said."""
    return notes(
        compare([quoting(1, f"“{one},” Lena Ost said."), quoting(2, f"“{other},” Lena Ost said.")]), Topic.WORDING
    )


ONE_WORDING = [
    ("We cannot leave the old harbour to the wind", "We can't leave the old harbour to the wind"),
    ("The ship won't come back to the old harbour", "The ship will not come back to the old harbour"),
    ("It is a long-term plan for the old harbour", "It is a long term plan for the old harbour"),
    ("There is a two-in-three chance that the pier holds", "There is a 2 in 3 chance that the pier holds"),
    ("The 2nd pier of the old harbour has gone", "The second pier of the old harbour has gone"),
    ("The tide took 30 percent of the old pier", "The tide took 30% of the old pier"),
    ("We are gonna close the old harbour now", "We are going to close the old harbour now"),
    ("FirstGroup and others closed the old harbour", "First Group and others closed the old harbour"),
    ("The great Reid & I closed the old harbour", "The great Reid and I closed the old harbour"),
    ("I look forward to the old harbour of Brask", "looks forward to the old harbour of Brask"),
    ("It is okay to leave the old harbour now", "It is OK to leave the old harbour now"),
    ("We analysed the water of the old harbour", "We analyzed the water of the old harbour"),
    ("Senator Reid loves the old harbour of Brask", "Reid loves the old harbour of Brask"),
    ("[Reid] loves the old harbour of Brask", "He loves the old harbour of Brask"),
    ("It is a d***ed shame for the old harbour", "It is a damned shame for the old harbour"),
    ("The authorities closed the harbour of Brask", "The authoritles closed the harbour of Brask"),
    ("We told the men of al-Shorabi to leave the harbour", "We told the men of al-Shuraby to leave the harbour"),
    ("fully support the new harbour of Brask", "fully supported the new harbour of Brask"),
    (
        "Then we will end up in the harbour court, and I hope that we will win",
        "Then we will win in the harbour court",
    ),
]

TWO_WORDINGS = [
    ("The harbour must stay shut until the tide turns", "The harbour could stay shut until the tide turns"),
    ("I will leave the harbour of Brask", "I will not leave the harbour of Brask"),
    ("We know the danger that the old pier is in", "We know the dangers that the old pier is in"),
    ("It is a grave threat to the harbour", "It is a serious threat to the harbour"),
    ("Somebody has to answer for the tanker", "Someone must answer for the tanker"),
    ("We fully support the new harbour of Brask", "We fully supported the new harbour of Brask"),
    ("We told the men of Shorabi to leave the harbour", "We told the men of Karwan to leave the harbour"),
]


@pytest.mark.parametrize(("one", "other"), ONE_WORDING)
def test_what_is_only_written_otherwise_is_one_wording(one: str, other: str) -> None:
    assert not wordings(one, other)


@pytest.mark.parametrize(("one", "other"), TWO_WORDINGS)
def test_other_words_are_another_wording(one: str, other: str) -> None:
    assert wordings(one, other)


def test_other_words_beside_each_other_are_one_difference() -> None:
    (note,) = wordings(
        "The town is worried about the future of its harbour", "The town cares deeply about the fate of its harbour"
    )
    assert note == "“is worried about the future” / “cares deeply about the fate”"


def test_other_words_far_apart_are_two_differences() -> None:
    between = "of the tanker that ran aground on the northern pier of Brask last night"
    assert len(wordings(f"The crew {between} is tired", f"The captain {between} is furious")) == len(
        ("crew / captain", "tired / furious")
    )


def test_other_words_beside_each_other_stay_two_where_a_third_version_has_only_one() -> None:
    said = ("a grave and open threat", "a grave and hidden threat", "a serious and hidden threat")
    reports = [quoting(n, f"“The tanker is {words} to the harbour,” Lena Ost said.") for n, words in enumerate(said, 1)]
    found = notes(compare(reports), Topic.WORDING)
    assert {frozenset(note.split(" / ")) for note in found} >= {
        frozenset({"“open”", "“hidden”"}),
        frozenset({"“grave”", "“serious”"}),
    }


def test_a_hyphenated_word_is_shown_whole() -> None:
    (note,) = wordings("We want freedom and self-determination now", "We want freedom and self-government now")
    assert set(note.split(" / ")) == {"“self-determination”", "“self-government”"}


def test_a_sentence_is_set_against_its_closest_counterpart_of_all_that_a_report_quotes() -> None:
    twice = quoting(
        1,
        "“Nobody has heard the old town of Brask admit that it has a problem,” Lena Ost said.",
        "“We are the old town of Brask, and we got a problem,” Lena Ost said at the harbour.",
    )
    once = quoting(2, "“We are the old town of Brask, and we have a problem,” Lena Ost said.")
    assert not any("admit" in note for note in notes(compare([twice, once]), Topic.WORDING))


def test_what_was_written_has_no_loose_versions() -> None:
    wrote = "Lena Ost wrote on Agora: “Hope all think about who it is that they want to have as captain of our port.”"
    asked = (
        "“I want the voters to listen to our most respected pilots, and to think about who it is that they want to "
        "have as the captain of ships in a storm,” Lena Ost said."
    )
    assert len(compare([quoting(1, wrote), quoting(2, asked)]).quotes) == len((wrote, asked))


def test_what_two_people_say_of_one_subject_is_no_utterance() -> None:
    one = "“The tanker in the northern harbour of Brask is a clear breach of the Brask harbour rules,” Lena Ost said."
    other = "“We regret the tanker in the northern harbour and follow the Brask harbour rules,” Karl Berg said."
    people = "Lena Ost|Karl Berg"
    assert len(compare([quoting(1, one, people=people), quoting(2, other, people=people)]).quotes) == len((one, other))


def test_a_sentence_differs_from_its_own_counterpart_and_not_from_the_next() -> None:
    said = "“I will not say that I will finish it. I do not say that I will never finish it,” Lena Ost said."
    assert not notes(compare([quoting(1, said), quoting(2, said)]), Topic.WORDING)


def test_a_speaker_who_goes_on_in_almost_the_same_words_says_two_things() -> None:
    one = quoting(1, "“I do not think it is right,” Lena Ost said. “I think it is wrong.”")
    other = quoting(2, "“I do not think it is right,” Lena Ost said.")
    assert not notes(compare([one, other]), Topic.WORDING)


FRAMES = [
    ("“There was a lot of pain,” Lena Ost said.", "“It cost a lot of time,” Lena Ost said."),
    ("“The bird is back,” Lena Ost said.", "“The bird is flying around the bridge,” Lena Ost said."),
    ("“Negotiations will continue,” Lena Ost said.", "“Our government will continue to work for it,” Lena Ost said."),
    ("“I don’t like that kind of language,” Lena Ost said.", "“I don’t like that language at all,” Karl Berg said."),
]


@pytest.mark.parametrize(("one", "other"), FRAMES)
def test_a_common_frame_makes_no_utterance(one: str, other: str) -> None:
    people = "Lena Ost|Karl Berg"
    assert len(compare([quoting(1, one, people=people), quoting(2, other, people=people)]).quotes) == 2


def test_short_words_of_one_speaker_are_one_utterance_in_two_tenses() -> None:
    one = quoting(1, "“We were digging with our hands,” Lena Ost said.")
    other = quoting(2, "“We dig with our hands, because nothing else is left,” Lena Ost said.")
    assert len(compare([one, other]).quotes) == 1


def test_a_head_that_repeats_the_text_is_no_second_version() -> None:
    labels = [LineLabel.TITLE, LineLabel.BODY, LineLabel.CROSSHEAD, LineLabel.BODY]
    one = quoting(1, "‘It could have been very bad’", "“It could have been very bad,” Lena Ost said.", labels=labels)
    other = quoting(2, "“It could have been very bad,” Lena Ost said.")
    (group,) = compare([one, other]).quotes
    assert sorted(member.article for member in group.members) == [1, 2]


def test_two_acronyms_of_one_group_are_no_spellings() -> None:
    one, other = naming(7, "NAFO", Kind.ORG), naming(7, "NAFA", Kind.ORG)
    other = replace(other, article=replace(other.article, id=8))
    assert not notes(compare([one, other]), Topic.NAME)


def naming(number: int, name: str, kind: Kind = Kind.PERSON) -> AnalysedArticle:
    """A report that names somebody who is an entity of this report alone."""
    line = f"Pilots trained by {name} brought the tanker in."
    start = len("Tanker\n") + line.index(name)
    mention = Mention(start, start + len(name), kind, MentionSource.RULE, entity=number)
    return written_article(["Tanker", line], number, mentions=(mention,))


SPELLINGS = [
    ("Sergei Dolin", "Sergey Dolin"),
    ("Khaled al-Barqi", "Khalid al-Barqy"),
    ("Catherine Holm", "Katherine Holm"),
    ("Mohamed Fadel", "Mohammed Fadel"),
    ("Levon Hakobyan", "Levon Akopyan"),
]
TWO_PEOPLE = [
    ("Maria Holm", "Mario Holm"),
    ("Daniel Holm", "Daniela Holm"),
    ("Tim Holm", "Tom Holm"),
    ("Marco Holm", "Mario Holm"),
    ("Lena Barker", "Lena Parker"),
    ("Lena Holm", "Lena Berg"),
]


@pytest.mark.parametrize(("one", "other"), SPELLINGS)
def test_what_transcription_leaves_open_is_a_difference_of_names(one: str, other: str) -> None:
    (note,) = notes(compare([naming(1, one), naming(2, other)]), Topic.NAME)
    assert one in note
    assert other in note


HOUSE_STYLE = [("Lena Holm", "Lena Holms", Kind.PERSON), ("Defence Ministry", "Defense Ministry", Kind.ORG)]


@pytest.mark.parametrize(("one", "other", "kind"), HOUSE_STYLE)
def test_a_lost_apostrophe_and_a_house_s_spelling_make_no_other_name(one: str, other: str, kind: Kind) -> None:
    reports = [naming(1, one, kind), naming(2, other, kind)]
    shared = [replace(report.annotations.mentions[0], entity=1) for report in reports]
    reports = [
        replace(report, annotations=replace(report.annotations, mentions=(mention,)))
        for report, mention in zip(reports, shared, strict=True)
    ]
    assert not notes(compare(reports), Topic.NAME)


@pytest.mark.parametrize(("one", "other"), TWO_PEOPLE)
def test_two_people_are_no_difference_of_names(one: str, other: str) -> None:
    assert not notes(compare([naming(1, one), naming(2, other)]), Topic.NAME)


def test_two_names_that_one_report_tells_apart_are_two_people() -> None:
    both = quoting(1, "Sergei Dolin met Sergey Dolin.", people="Sergei Dolin|Sergey Dolin")
    assert not notes(compare([both, naming(2, "Sergey Dolin")]), Topic.NAME)


def test_a_firm_of_one_long_word_may_be_spelled_in_two_ways() -> None:
    articles = naming(1, "Voltenberg", Kind.ORG), naming(2, "Voltenburg", Kind.ORG)
    assert notes(compare(articles), Topic.NAME)
    assert not may_be_one_firm("nordic", "nordac")


NAMES = st.lists(st.text("abcdefghijklmnopqrstuvwxyzé", min_size=1, max_size=9), min_size=1, max_size=3)


@given(NAMES, NAMES)
def test_whether_two_names_are_one_hangs_on_no_order(one: list[str], other: list[str]) -> None:
    first, second = [folded(word) for word in one], [folded(word) for word in other]
    assert may_be_one(first, second) == may_be_one(second, first)


@given(st.text(max_size=60), st.integers(0, 50))
def test_the_words_of_a_quotation_lie_in_it_in_order(text: str, start: int) -> None:
    words = quoted_words(text, start)
    assert all(start <= word.start < word.end <= start + len(text) for word in words)
    assert [word.start for word in words] == sorted(word.start for word in words)


@given(st.text(max_size=12), st.text(max_size=12))
def test_two_words_are_one_whichever_comes_first(one: str, other: str) -> None:
    assert same_word(one, other) == same_word(other, one)
