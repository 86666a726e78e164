"""What a sentence says of whom: the clauses that the parse of a sentence leads to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.clauses.annotate import LONGEST, with_clauses
from reader.analysis.clauses.find import clauses_of
from reader.analysis.clauses.parser import SpacyParser
from reader.analysis.clauses.tokens import Token
from reader.models.annotations import AGENT, PATIENT, Clause, Tense
from reader.store.codec import pack_annotations, unpack_annotations
from tests.analysis.comparison.written import written_article

_PARSER = SpacyParser()


def clauses(sentence: str) -> list[Clause]:
    (tokens,) = _PARSER.parse([sentence])
    return clauses_of(tokens, 0)


def clause(sentence: str, predicate: str) -> Clause:
    """The one clause of a sentence whose predicate reads so."""
    (found,) = [each for each in clauses(sentence) if sentence[each.start : each.end] == predicate]
    return found


@pytest.mark.parametrize(
    ("sentence", "predicate", "tense"),
    [
        ("The ministers signed the treaty.", "signed", Tense.PAST),
        ("The treaty was signed on Monday.", "was signed", Tense.PAST),
        ("The ministers have signed the treaty.", "have signed", Tense.PAST),
        ("The ministers will sign the treaty.", "will sign", Tense.FUTURE),
        ("The treaty will be signed on Monday.", "will be signed", Tense.FUTURE),
        ("The ministers are expected to sign the treaty.", "to sign", Tense.FUTURE),
        ("The ministers are to sign the treaty.", "to sign", Tense.FUTURE),
        ("The company said it would appeal.", "would appeal", Tense.FUTURE),
        ("The company could appeal the ruling.", "could appeal", Tense.POSSIBLE),
        ("The company may have appealed the ruling.", "may have appealed", Tense.POSSIBLE),
        ("The company is considering closing the plant.", "closing", Tense.POSSIBLE),
        ("The company wants to close the plant.", "to close", Tense.POSSIBLE),
        ("The company could not close the plant.", "could not close", Tense.MODAL),
        ("The company should close the plant.", "should close", Tense.MODAL),
        ("The company was due to close the plant.", "to close", Tense.FUTURE),
        ("The mayor is proud of what she has tried, at last, to close.", "to close", Tense.NONE),
        ("The mayor had the bridge rebuilt.", "rebuilt", Tense.PAST),
        ("The mayor wants to get the bridge rebuilt.", "rebuilt", Tense.POSSIBLE),
        ("The mayor works hard to get the bridge rebuilt.", "rebuilt", Tense.NONE),
        ("The ferry appears to have sunk.", "to have sunk", Tense.POSSIBLE),
        ("The ferry probably sank.", "sank", Tense.POSSIBLE),
        ("The team lost possibly the best match.", "lost", Tense.PAST),
        ("The company announced plans to close the plant.", "to close", Tense.FUTURE),
        ("If the company signs the treaty, the strike ends.", "signs", Tense.MODAL),
        ("Norway welcomed the opening of an embassy.", "opening", Tense.NONE),
        ("He will inaugurate the opening of an embassy.", "opening", Tense.FUTURE),
        ("The union opposes the sale of the plant.", "opposes", Tense.PRESENT),
    ],
)
def test_tense(sentence: str, predicate: str, tense: Tense) -> None:
    assert clause(sentence, predicate).tense is tense


@pytest.mark.parametrize(
    ("sentence", "predicate", "negated"),
    [
        ("The minister did not sign the treaty.", "did not sign", True),
        ("The minister never signed the treaty.", "never signed", True),
        ("The minister refused to sign the treaty.", "to sign", True),
        ("No treaty was signed in Geneva.", "was signed", True),
        ("Norda denied that it paid the bribe.", "paid", True),
        ("Norda did not deny that it paid the bribe.", "paid", False),
        ("Norda did not say that it paid the bribe.", "paid", False),
        ("Norda did not only pay the bribe.", "did not only pay", False),
        ("The minister signed the treaty.", "signed", False),
        ("The minister has no plans to sign the treaty.", "to sign", True),
        ("He closed the mine without informing the union.", "informing", True),
        ("The man pleaded not guilty to arson.", "pleaded", True),
        ("The union is not ready to support the plan.", "to support", True),
        ("None was as bitter as in 2003, when in a lost match Okafor deflected a ball.", "deflected", False),
    ],
)
def test_negation(sentence: str, predicate: str, negated: bool) -> None:  # noqa: FBT001 (a table's column)
    assert clause(sentence, predicate).negated is negated


@pytest.mark.parametrize(
    ("sentence", "predicate", "agent", "patient"),
    [
        ("Norda bought its rival.", "bought", "Norda", "its rival"),
        ("The rival was bought by Norda.", "was bought", "Norda", "rival"),
        ("The ministers signed a series of agreements.", "signed", "ministers", "agreements"),
        ("Norway's opening of an embassy angered Chad.", "opening", "Norway", "embassy"),
        ("The embassy opening was delayed.", "opening", "", "embassy"),
        ("Brell is set to open its first embassy.", "to open", "Brell", "its first embassy"),
        ("Brell was due to open its first embassy.", "to open", "Brell", "its first embassy"),
        ("Norda sold the mill to Telm.", "sold", "Norda", "mill"),
        ("On Wednesday Ana Silva was elected.", "was elected", "", "Ana Silva"),
    ],
)
def test_who_does_it_and_to_what(sentence: str, predicate: str, agent: str, patient: str) -> None:
    found = clause(sentence, predicate)
    said = {each.role: sentence[each.start : each.end].removesuffix("'s") for each in found.arguments}
    assert said.get(AGENT, "") == agent
    assert said.get(PATIENT) == patient


def test_what_something_is_said_to_be() -> None:
    sentence = "The bridge is not safe, but the road is open."
    found = [sentence[each.start : each.end] for one in clauses(sentence) for each in one.arguments]
    assert {"bridge", "safe", "road", "open"} <= set(found)


def test_who_says_it_is_meant_by_the_pronoun() -> None:
    sentence = "Silva said she would sign the treaty, and police said he was arrested."
    found = {each.verb: {sentence[who.start : who.end] for who in each.arguments} for each in clauses(sentence)}
    assert {"Silva", "treaty"} <= found["sign"]
    assert "police" not in found["arrest"]


_TAGS = ("VBD", "VBN", "VB", "NN", "NNP", "NNS", "MD", "TO", "IN", "JJ")
_RELATIONS = ("ROOT", "nsubj", "nsubjpass", "dobj", "prep", "pobj", "aux", "conj", "xcomp", "ccomp", "relcl", "acl")


@given(st.data())
def test_any_parse_however_wrong_gives_spans_inside_the_sentence(data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(["open", "will", "to", "series", "sale", "Oran", "not"]), max_size=12))
    tokens, at = [], 0
    for place, word in enumerate(words):
        head = data.draw(st.integers(0, len(words) - 1))
        tag, relation = data.draw(st.sampled_from(_TAGS)), data.draw(st.sampled_from(_RELATIONS))
        tokens.append(Token(at, at + len(word), word, tag, relation, place if relation == "ROOT" else head))
        at += len(word) + 1
    for found in clauses_of(tokens, 100):
        assert 100 <= found.start < found.end <= 100 + at
        assert all(100 <= each.start < each.end <= 100 + at for each in found.arguments)


def test_an_article_is_parsed_once_and_its_clauses_are_kept() -> None:
    article = written_article(["Talks in Oran", "The ministers signed the treaty.", "x " * LONGEST], 1, "2024-03-14")
    (parsed,) = with_clauses([article], _PARSER)
    assert parsed.annotations.clauses
    (again,) = with_clauses([parsed], _PARSER)
    assert again is parsed
    assert unpack_annotations(pack_annotations(parsed.annotations)) == parsed.annotations
    assert unpack_annotations(pack_annotations(article.annotations)).clauses is None


def test_a_sentence_without_end_is_not_parsed() -> None:
    (parsed,) = with_clauses([written_article(["Talks", "They signed it " * LONGEST], 1)], _PARSER)
    assert not [each for each in parsed.annotations.clauses or () if each.start > len("Talks")]


def test_what_stands_in_a_quotation_is_marked() -> None:
    (parsed,) = with_clauses([written_article(["Talks", "“We signed the treaty,” the minister said."], 1)], _PARSER)
    quoted = {each.verb: each.quoted for each in parsed.annotations.clauses or ()}
    assert quoted["sign"]
    assert not quoted["say"]


def test_an_article_without_sentences_has_no_clauses() -> None:
    article = written_article(["Talks"], 1)
    bare = replace(article, annotations=replace(article.annotations, sentences=()))
    assert next(with_clauses([bare], _PARSER)).annotations.clauses == ()
