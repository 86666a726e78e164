from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple

import numpy as np
import pytest

from reader.analysis.alignment import align as align_module
from reader.analysis.alignment import similarity as similarity_module
from reader.analysis.alignment.align import align
from reader.analysis.alignment.links import links_between
from reader.analysis.alignment.rows import clusters_of
from reader.analysis.alignment.similarity import LEAST_MEAN, Matrix, Pairs, Similarities, similarities
from reader.analysis.alignment.statements import Statement, in_canonical_order, statements_of
from reader.analysis.alignment.vectors import vectors_of
from reader.models.annotations import AnalysedArticle
from reader.models.comparison import Tier
from tests.analysis.comparison.written import EVENT_NAMES, read_event, written_article


def strong(articles: list[AnalysedArticle]) -> set[frozenset[str]]:
    alignment = align(articles)
    return {
        frozenset({alignment.statements[link.first].text, alignment.statements[link.second].text})
        for link in alignment.links
        if link.tier is Tier.STRONG
    }


def statements(name: str) -> tuple[Statement, ...]:
    return statements_of(in_canonical_order(read_event(name).articles))


@pytest.mark.parametrize("name", EVENT_NAMES)
def test_similarity_is_symmetric_and_between_zero_and_one(name: str) -> None:
    compared = statements(name)
    vectors = vectors_of(compared)
    similar = similarities(compared, vectors)
    for matrix in (similar.mean, vectors.cosines(0, len(compared))):
        assert np.allclose(matrix, matrix.T)
        assert matrix.min() >= 0
        assert matrix.max() <= 1 + 1e-9
    assert (similar.pairs.common <= similar.pairs.shared).all()


def test_blocks_of_any_size_come_to_the_same_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = statements("ruling")
    whole = similarities(compared, vectors_of(compared))
    monkeypatch.setattr(similarity_module, "BLOCK", 5)
    blocks = similarities(compared, vectors_of(compared))
    assert np.allclose(whole.mean, blocks.mean)
    order = np.lexsort((blocks.pairs.second, blocks.pairs.first))
    for one, other in zip(astuple(whole.pairs), astuple(blocks.pairs), strict=True):
        assert np.allclose(one, other[order])


def likened(
    own: Sequence[Statement], mean: Matrix, *, cosine: float = 0.3, shared: int = 3, common: int = 2
) -> Similarities:
    """The statements with this mean of every two of them, all else the same of all."""
    sources = np.array([statement.source for statement in own])
    i, j = np.nonzero((sources[:, None] < sources) & (mean >= LEAST_MEAN))
    every = np.ones(len(i))
    counts = (shared * every).astype(np.float32), (common * every).astype(np.float32)
    return Similarities(sources, [one.stems for one in own], mean, Pairs(i, j, mean[i, j], cosine * every, *counts), {})


def test_names_and_roles_alone_link_nothing() -> None:
    one = written_article(["Vote", "Prime Minister Boris Halder conceded defeat shortly after midnight."], 1)
    other = written_article(["Power", "Prime Minister Boris Halder will visit the dam in the north."], 2)
    assert not strong([one, other])


def test_a_sentence_links_to_both_halves_of_what_it_says() -> None:
    whole = "The museum in Arden will close for two years while its leaking roof and its electric wiring are renewed."
    halves = [
        "The museum in Arden will close for two years.",
        "Its leaking roof and electric wiring have to be renewed.",
    ]
    one = written_article(["Museum", whole, "Visitors came from forty countries."], 1)
    other = written_article(["Arden", *halves, "The mayor called it a loss for children."], 2)
    assert strong([one, other]) == {frozenset({whole, half}) for half in halves}


def test_the_same_words_are_linked_however_short_beside_other_same_words() -> None:
    lines = ["Nobody saw the driver leave the burning car on the bridge.", "He ran."]
    one = written_article(["Fire", *lines, "Police look for him."], 1)
    other = written_article(["Bridge", *lines, "The bridge is closed."], 2)
    assert strong([one, other]) >= {frozenset({lines[0]}), frozenset({lines[1]})}


def test_a_pair_with_hardly_a_word_besides_names_is_linked_if_nearly_all_are_shared() -> None:
    said = "“He is not welcome in Ostrand,” Tillen told Coast Radio."
    told = "“He is not welcome in Ostrand,” Mara Tillen told Coast Radio on Monday."
    one = written_article(["Visit", "The guest came by train with forty others.", said], 1)
    other = written_article(["Ostrand", "A band was playing at the harbour.", told], 2)
    assert frozenset({said, told}) in strong([one, other])


def test_beside_a_strong_link_less_is_enough_but_it_opens_no_row() -> None:
    """Two reports of ten sentences: the first ones are surely the same, the second and the sixth ones perhaps."""
    own = statements_of(
        [
            written_article([f"Word{name}{number} here." for number in range(10)], number_of)
            for number_of, name in ((1, "a"), (2, "b"))
        ]
    )
    mean = np.full((20, 20), 0.15)
    for first, second, value in ((0, 10, 0.6), (1, 11, 0.26), (5, 15, 0.26)):
        mean[first, second] = mean[second, first] = value
    groups = [(number,) for number in range(20)]
    links = links_between(own, likened(own, mean), groups)
    assert {(link.first, link.second): link.leans for link in links} == {(0, 10): False, (1, 11): True}
    assert all(link.tier is Tier.STRONG for link in links)
    assert [cluster for cluster in clusters_of(own, groups, links) if len(cluster) > 1] == [(0, 10)]


def test_a_link_that_one_of_two_sentences_chooses_needs_more_than_one_that_both_do() -> None:
    own = statements_of(
        [
            written_article([f"Word{name}{number} here." for number in range(10)], number_of)
            for number_of, name in ((1, "a"), (2, "b"))
        ]
    )
    mean = np.full((20, 20), 0.1)
    for first, second, value in ((0, 10, 0.5), (5, 10, 0.36)):
        mean[first, second] = mean[second, first] = value
    for shared, expected in ((3, {(0, 10)}), (4, {(0, 10), (5, 10)})):
        links = links_between(own, likened(own, mean, shared=shared), [(number,) for number in range(20)])
        assert {(link.first, link.second) for link in links if link.tier is Tier.STRONG} == expected


@pytest.mark.parametrize(("common", "cosine", "strong_links"), [(2, 0.2, 0), (3, 0.2, 1), (2, 0.3, 1)])
def test_a_name_and_two_words_more_are_little_of_long_sentences(common: int, cosine: float, strong_links: int) -> None:
    own = statements_of([written_article([f"Word{name} here."], number) for number, name in ((1, "a"), (2, "b"))])
    similar = likened(own, np.full((len(own), len(own)), 0.5), cosine=cosine, common=common)
    links = links_between(own, similar, [(number,) for number in range(len(own))])
    assert sum(link.tier is Tier.STRONG for link in links) == strong_links


def test_short_same_sentences_of_different_reports_are_not_linked() -> None:
    one = written_article(["Fire", "The warehouse burned down.", "He ran."], 1)
    other = written_article(["Sport", "The champion had no rival.", "He ran."], 2)
    assert not strong([one, other])


@pytest.mark.parametrize("name", EVENT_NAMES)
def test_clusters_are_a_partition_without_chains(name: str) -> None:
    alignment = align(read_event(name).articles)
    clusters = clusters_of(alignment.statements, alignment.groups, alignment.links)
    assert sorted(number for cluster in clusters for number in cluster) == list(range(len(alignment.statements)))
    linked = {(link.first, link.second) for link in alignment.links if link.tier is Tier.STRONG}
    for cluster in clusters:
        for a in cluster:
            for b in cluster:
                if a < b and alignment.statements[a].source != alignment.statements[b].source:
                    assert (a, b) in linked


def test_what_must_be_in_one_row_is() -> None:
    alignment = align(read_event("ruling").articles)
    first, last = 0, len(alignment.statements) - 1
    clusters = clusters_of(alignment.statements, alignment.groups, (), {(first, last)})
    assert any({first, last} <= set(cluster) for cluster in clusters)


def test_very_many_sentences_are_aligned_as_far_as_the_budget_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(align_module, "MOST_STATEMENTS", 8)
    event = read_event("ruling")
    alignment = align(event.articles)
    assert len(alignment.statements) == sum(len(analysed.annotations.sentences) for analysed in event.articles)
    aligned = {number for link in alignment.links for number in (link.first, link.second)}
    places = {
        number: sum(s.source == alignment.statements[number].source for s in alignment.statements[:number])
        for number in aligned
    }
    assert aligned
    assert max(places.values()) < 4
    assert sorted(number for group in alignment.groups for number in group) == list(range(len(alignment.statements)))
