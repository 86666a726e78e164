from __future__ import annotations

import numpy as np
import pytest

from reader.analysis.events.linking import EVENT_THRESHOLD
from reader.analysis.events.similarity import EVENT_DECAY_DAYS, decayed, similarities
from reader.analysis.events.terms import Terms, count_terms, hash_word
from reader.analysis.events.weights import RARE, UBIQUITY_FROM, TermStatistics, count_articles


def weight_of(word: str, statistics: TermStatistics) -> float:
    return float(statistics.inverse_frequency(np.array([hash_word(word)], dtype=np.uint32))[0])


def test_common_words_of_news_weigh_little_even_in_a_library_of_one() -> None:
    statistics = count_articles([count_terms("", "The police announced that Quitéria burns")])
    assert weight_of("quitéria", statistics) > weight_of("announced", statistics) > weight_of("police", statistics) > 1


def test_a_word_of_many_articles_weighs_less_than_one_of_few() -> None:
    articles = [count_terms("", f"ferry number{number}") for number in range(20)]
    statistics = count_articles(articles)
    assert weight_of("number3", statistics) > weight_of("ferry", statistics)
    assert len(statistics.hashes) == 1, "terms of up to two articles need not be kept"


def test_a_word_of_more_than_half_of_the_articles_weighs_nothing_in_a_grown_library() -> None:
    articles = [count_terms("", f"ferry number{number}") for number in range(UBIQUITY_FROM)]
    assert weight_of("ferry", count_articles(articles)) == 0
    assert weight_of("ferry", count_articles(articles[:-1])) > 0


def test_statistics_survive_storing() -> None:
    statistics = count_articles([count_terms("", "ferry fire")] * (RARE + 1))
    again = TermStatistics.from_bytes(*statistics.to_bytes())
    assert (again.articles, again.hashes.tolist(), again.frequencies.tolist()) == (
        statistics.articles, statistics.hashes.tolist(), statistics.frequencies.tolist(),
    )  # fmt: skip


def test_similarity_is_symmetric_and_one_for_the_same_text() -> None:
    texts = [
        count_terms("Ferry burns off Faial", "Twelve people died in the engine room."),
        count_terms("Fire on a ferry", "Off Faial, twelve people lost their lives."),
        count_terms("Rates stay", "The bank waits for wages to fall."),
    ]
    statistics = count_articles(texts)
    table = np.array([similarities(text, texts, statistics) for text in texts])
    assert np.allclose(table, table.T)
    assert np.allclose(np.diag(table), 1.0)
    assert table[0, 1] > 0.15 > table[0, 2]


def test_an_empty_article_is_like_nothing() -> None:
    empty = count_terms("", "")
    statistics = count_articles([empty])
    assert similarities(empty, [empty], statistics).tolist() == [0.0]
    assert similarities(count_terms("", "ferry"), [empty], statistics).tolist() == [0.0]
    assert isinstance(empty, Terms)


def test_only_two_stated_days_weaken_a_score() -> None:
    assert decayed(0.5, 100, None, EVENT_DECAY_DAYS) == 0.5
    assert decayed(0.5, 100, 100, EVENT_DECAY_DAYS) == 0.5
    assert decayed(0.5, 100, 105, EVENT_DECAY_DAYS) == pytest.approx(0.5 / np.e)


def test_reports_of_one_kind_are_not_reports_on_one_event() -> None:
    retailer = count_terms(
        "Bramwell profit falls as shoppers stay away",
        "Retailer Bramwell reported a 12 per cent fall in annual profit on Tuesday to 340 million pounds, and said "
        "sales in the first quarter were down 3 per cent. Chief executive Nina Holt said customers were cautious.",
    )
    chipmaker = count_terms(
        "Corto lifts outlook after record quarter",
        "Chipmaker Corto reported a 22 per cent rise in quarterly profit on Tuesday to 1.2 billion dollars and raised "
        "its outlook for the year. Chief executive Ivan Strand said demand from data centres was strong.",
    )
    again = count_terms(
        "Shoppers desert Bramwell",
        "Annual profit at Bramwell fell 12 per cent to 340 million pounds, the retailer said. Sales were down 3 per "
        "cent in the first quarter, and Nina Holt, the chief executive, called customers cautious.",
    )
    statistics = count_articles([retailer, chipmaker, again])
    other_firm, same_event = similarities(retailer, [chipmaker, again], statistics)
    assert other_firm < EVENT_THRESHOLD
    assert same_event > 2 * other_firm
