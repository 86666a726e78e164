"""A hit is the exact place of the words, newest article first, whatever their case and accents."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.library import Library
from reader.store.articles import searched_text
from reader.store.folding import fold
from reader.store.fulltext import remove
from reader.store.store import Store
from tests.store.making import BRIDGE, FERRY, HARVEST, make_article, put, put_id


@pytest.fixture
def filled(store: Store, library: Library) -> Library:
    put_id(store, make_article(BRIDGE, published="2024-05-14"))
    put_id(store, make_article(FERRY, "/f.txt", published="2024-05-16"))
    put_id(store, make_article(HARVEST, "/h.txt", published="2024-04-02"))
    return library


def surfaces(library: Library, query: str, article: int | None = None) -> list[tuple[int, str]]:
    found = []
    for hit in library.search(query, article=article):
        read = library.article(hit.article)
        assert read is not None
        surface = read.text[hit.start : hit.end]
        assert hit.snippet[hit.mark[0] : hit.mark[1]] == " ".join(surface.split())
        assert "\n" not in hit.snippet
        found.append((hit.article, surface))
    return found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("lorries", [(1, "lorries")]),
        ("LORR", [(1, "lorr")]),
        ("orries", []),
        ("zuraw", [(2, "Zuraw"), (1, "Żuraw")]),
        ("z\u0307uraw", [(2, "Zuraw"), (1, "Żuraw")]),
        ("harbour bridge", [(2, "harbour bridge"), (1, "Harbour bridge"), (1, "harbour bridge")]),
        ('"at least ten days"', [(1, "at least ten days")]),
        ('"least ten at"', []),
        ("stranded lorries", [(1, "lorries"), (1, "stranded")]),
        ('stranded "northern pier"', [(1, "northern pier"), (1, "stranded")]),
        ("12 lorries", [(1, "12 lorries")]),
        ("ministry wheat", [(3, "Wheat"), (3, "wheat"), (3, "ministry")]),
        ("nothing", []),
        ("", []),
        ('"', []),
    ],
)
def test_words_are_found(filled: Library, query: str, found: list[tuple[int, str]]) -> None:
    assert surfaces(filled, query) == found


def test_inside_one_article_parts_of_words_are_found_too(filled: Library) -> None:
    assert surfaces(filled, "orr", article=1) == [(1, "orr")]
    assert surfaces(filled, "ridge", article=1) == [(1, "ridge")] * 2
    assert surfaces(filled, "ridge", article=99) == []


def test_accents_that_are_characters_of_their_own_do_not_hide_a_word(store: Store, library: Library) -> None:
    put_id(store, make_article(("Cafe\u0301 Rose\u0301 opens", "Guests of the Cafe\u0301 waited.")))
    assert surfaces(library, "café rosé") == [(1, "Cafe\u0301 Rose\u0301")]
    assert surfaces(library, "waited cafe") == [(1, "Cafe\u0301"), (1, "Cafe\u0301"), (1, "waited")]


def test_a_limit_holds_and_one_article_does_not_hide_the_others(store: Store, library: Library) -> None:
    put_id(store, make_article(("Bells", "ding " * 200), "/a.txt", published="2024-05-02"))
    put_id(store, make_article(("More bells", "ding"), "/b.txt", published="2024-05-01"))
    hits = library.search("ding", limit=60)
    assert [hit.article for hit in hits] == [1] * 50 + [2]
    assert len(library.search("ding", limit=7)) == 7
    assert len(library.search("ding", limit=300, article=1)) == 200


def test_a_common_word_gives_the_newest_articles_first(
    store: Store, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.store.search._PROBED", 3)
    monkeypatch.setattr("reader.store.search._FEW", 5)
    for index in range(12):
        day = (index * 7) % 12 + 1
        text = ("Bells", "ding" if index % 3 else "dong", f"Note {index}")
        put(store, make_article(text, f"/{index}.txt", published=f"2024-05-{day:02}"))
    hits = library.search("ding", limit=50)
    days = [library.cards([hit.article])[0].published for hit in hits]
    assert len(days) == 8
    assert days == sorted(days, key=str, reverse=True)


def test_a_search_of_any_length_and_a_text_of_any_length_are_searched(store: Store, library: Library) -> None:
    put_id(store, make_article(("Bells", "ding dong " * 100_000)))
    words = " ".join(f"word{index}" for index in range(3000))
    assert library.search(words) == ()
    assert library.search(f'"{words}"') == ()
    assert library.search("x" * 100_000) == ()
    assert len(library.search("dong", limit=10_000, article=1)) == 10_000
    assert len(library.search('"' + "ding dong " * 300 + '"')) == 50


@given(st.text(max_size=40))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@settings(max_examples=20)
@given(st.lists(st.sampled_from(["Żuraw", "said", "“ten", "days”", "İzmir", "ﬁre", "—", "x'y", "\n\n"]), min_size=1))
def test_every_word_of_a_text_is_found_where_it_stands(
    tmp_path_factory: pytest.TempPathFactory, words: list[str]
) -> None:
    path = tmp_path_factory.mktemp("search") / "library.db"
    text = " ".join(words)
    with Store.open(path) as store:
        put_id(store, make_article((text,)))
    library = Library.open(path)
    for word in ("zuraw", "said", "ten", "izmir"):
        wanted = sum(1 for each in words if fold(each).strip('"') == word)
        assert len(library.search(word)) == min(wanted, 50)
    library.close()


LETTERS = (
    "Two builders meet",
    "Łukasz Żak met Søren Kirk in Großstraße, near the Æsir house of Þór and the œuvre of Đorđe.",
)


@pytest.mark.parametrize(
    ("query", "surface"),
    [
        ("Lukasz", "Łukasz"),
        ("Soren", "Søren"),
        ("grossstrasse", "Großstraße"),
        ("Großstraße", "Großstraße"),
        ("aesir", "Æsir"),
        ("thor", "Þór"),
        ("oeuvre", "œuvre"),
        ("dorde", "Đorđe"),
        ("Łukasz", "Łukasz"),
    ],
)
def test_letters_of_few_languages_are_found_as_any_keyboard_types_them(
    store: Store, library: Library, query: str, surface: str
) -> None:
    put_id(store, make_article(LETTERS))
    assert surfaces(library, query) == [(1, surface)]


def test_what_an_older_version_indexed_is_indexed_again_when_it_is_read_again(store: Store) -> None:
    article = make_article(LETTERS)
    number = put_id(store, article)
    remove(store.database, number, searched_text(article.text, article.title.value or ""))
    with store.transaction():
        store.database.run("INSERT INTO fulltext(rowid, text) VALUES (?, ?)", (number, article.text))
        store.database.run("UPDATE article SET fulltext_version = 0 WHERE id = ?", (number,))
    for found in (0, 1, 1):
        assert len(store.database.rows("SELECT rowid FROM fulltext WHERE fulltext MATCH 'lukasz'")) == found
        put(store, article)
    assert store.integrity_problems() == ()
