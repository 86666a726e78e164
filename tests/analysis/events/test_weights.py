from __future__ import annotations

import numpy as np

from reader.analysis.events.linking import EVENT_THRESHOLD
from reader.analysis.events.similarity import similarities, vector_of
from reader.analysis.events.terms import Terms, count_terms, hash_word
from reader.analysis.events.weights import inverse_frequency


def weight_of(word: str) -> float:
    return float(inverse_frequency(np.array([hash_word(word)], dtype=np.uint32))[0])


def test_common_words_and_names_of_news_weigh_little() -> None:
    assert weight_of("quitéria") == weight_of("vlotnik") > weight_of("washington") > 1
    assert weight_of("quitéria") > weight_of("announced") > weight_of("police") > 1


def test_similarity_is_symmetric_and_one_for_the_same_text() -> None:
    texts = [
        count_terms("Ferry burns off Faial", "Twelve people died in the engine room."),
        count_terms("Fire on a ferry", "Off Faial, twelve people lost their lives."),
        count_terms("Rates stay", "The bank waits for wages to fall."),
    ]
    vectors = [vector_of(text) for text in texts]
    table = np.array([similarities(vector, vectors) for vector in vectors])
    assert np.allclose(table, table.T)
    assert np.allclose(np.diag(table), 1.0)
    assert table[0, 1] > 0.15 > table[0, 2]


def test_an_empty_article_is_like_nothing() -> None:
    empty = count_terms("", "")
    assert similarities(vector_of(empty), [vector_of(empty)]).tolist() == [0.0]
    assert similarities(vector_of(count_terms("", "ferry")), [vector_of(empty)]).tolist() == [0.0]
    assert isinstance(empty, Terms)


def test_reports_of_one_kind_are_not_reports_on_one_event() -> None:
    retailer = count_terms(
        "Bramwell profit falls as shoppers stay away",
        "Retailer Bramwell reported a 12 per cent fall in annual profit on Tuesday to 340 million pounds, and said "
        "sales in the first quarter were down 3 per cent. Chief executive Nina Holt said customers were cautious. "
        "Two shops, in Marsden and Brix, will close in summer; a warehouse outside of Halmar is for sale.",
    )
    chipmaker = count_terms(
        "Corto lifts outlook after record quarter",
        "Chipmaker Corto reported a 22 per cent rise in quarterly profit on Tuesday to 1.2 billion dollars and raised "
        "its outlook for the year. Chief executive Ivan Strand said demand from data centres was strong. "
        "A second plant near Cape Orsa is to be running by autumn, with machines from Calera.",
    )
    again = count_terms(
        "Shoppers desert Bramwell",
        "Annual profit at Bramwell fell 12 per cent to 340 million pounds, the retailer said. Sales were down 3 per "
        "cent in the first quarter, and Nina Holt, the chief executive, called customers cautious.",
    )
    other_firm, same_event = similarities(vector_of(retailer), [vector_of(chipmaker), vector_of(again)])
    assert other_firm < EVENT_THRESHOLD
    assert same_event > 2 * other_firm
