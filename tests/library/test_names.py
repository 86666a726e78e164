"""Entities are found by any part of any spelling, with typos forgiven, best first, and each hit says why."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.library import Library
from reader.models.annotations import Kind
from reader.models.entities import Alias
from reader.models.listing import EntityHit
from reader.store.folding import fold
from reader.store.store import Store
from tests.store.making import FERRY, Named, analyse, make_article, put_id

PEOPLE = {
    "Ilham Aliyev": ("Aliyev", "Aliev"),
    "Ewa Żuraw": ("Ewa Zuraw", "Żuraw"),
    "Anna Olsson": (),
    "Annika Olofsson": ("Olofsson",),
    "Nils Ek": ("Ek",),
    "Danuta Wilk": ("Wilk",),
    "Isaac Herzog": ("Herzog",),
}


@pytest.fixture
def people(store: Store, library: Library) -> Library:
    """Five people, of whom the later ones are mentioned more often, each in one article of their own."""
    for index, (name, aliases) in enumerate(PEOPLE.items()):
        spellings = [Alias(fold(surface), surface, "same name") for surface in (name, *aliases)]
        entity = store.add_entity(name, Kind.PERSON, spellings)
        text = (f"Story {index}", *[f"{name} spoke."] * (index + 1), "".join(f"{alias} too. " for alias in aliases))
        number = put_id(store, make_article(text, f"/news/{index}.txt"))
        analyse(store, number, Named(name, entity.id), *(Named(alias, entity.id) for alias in aliases))
    return library


@pytest.mark.parametrize(
    ("name", "found", "why"),
    [
        ("Ilham Aliyev", "Ilham Aliyev", "name"),
        ("ILHAM ALIYEV", "Ilham Aliyev", "name"),
        ("aliev", "Ilham Aliyev", "also “Aliev”"),
        ("ilham", "Ilham Aliyev", "part of the name"),
        ("ilh", "Ilham Aliyev", "beginning of the name"),
        ("zuraw", "Ewa Żuraw", "also “Żuraw”"),
        ("Żur", "Ewa Żuraw", "also “Żuraw”"),
        ("ewa zuraw", "Ewa Żuraw", "name"),
        ("olofs", "Annika Olofsson", "also “Olofsson”"),
        ("olss", "Anna Olsson", "beginning of a word of the name"),
        ("anna ols", "Anna Olsson", "beginning of the name"),
        ("olsson anna", "Anna Olsson", "beginning of a word of the name"),
        ("lham", "Ilham Aliyev", "inside the name"),
        ("aliyew", "Ilham Aliyev", "one letter off “Aliyev”"),
        ("ailyev", "Ilham Aliyev", "one letter off “Aliyev”"),
        ("olaffson", "Annika Olofsson", "two letters off “Olofsson”"),
        ("ilam aliyef", "Ilham Aliyev", "two letters off “Aliyev”"),
        ("Danuta Wlk", "Danuta Wilk", "one letter off “Wilk”"),
        ("Dantua Wikl", "Danuta Wilk", "two letters off “Wilk”"),
        ("Danuta Willk", "Danuta Wilk", "one letter off “Wilk”"),
        ("Hertsog", "Isaac Herzog", "sounds like “Herzog”"),
        ("Izaac Hertsogg", "Isaac Herzog", "sounds like “Herzog”"),
        ("e", "Ewa Żuraw", "beginning of the name"),
        ("ek", "Nils Ek", "also “Ek”"),
    ],
)
def test_a_name_finds(people: Library, name: str, found: str, why: str) -> None:
    best = people.find_entities(name)[0]
    assert (best.name, best.why) == (found, why)


@pytest.mark.parametrize("name", ["karlsson", "xx", "…", "aliyevaaa", "ekk", "wlk", "dan wlk", "danuta xyz", "hartsag"])
def test_what_is_too_far_off_is_not_found(people: Library, name: str) -> None:
    assert people.find_entities(name) == ()


def test_no_name_gives_everyone_the_most_mentioned_first(people: Library) -> None:
    hits = people.find_entities("")
    assert {hit.name for hit in hits} == set(PEOPLE)
    assert [hit.mentions for hit in hits] == sorted((hit.mentions for hit in hits), reverse=True)
    assert people.find_entities("", limit=2) == hits[:2]
    assert hits[0].why == ""


def test_better_matches_come_before_more_mentioned_ones(people: Library) -> None:
    assert [hit.name for hit in people.find_entities("anna")] == ["Anna Olsson"]
    assert [hit.name for hit in people.find_entities("ann")] == ["Annika Olofsson", "Anna Olsson"]


def test_a_hit_knows_its_spellings_and_its_newest_articles(store: Store, people: Library) -> None:
    (entity,) = store.entities_with([fold("Ilham Aliyev")])
    newer = put_id(store, make_article(("Ilham Aliyev again", *FERRY), "/n.txt", published="2024-06-01"))
    analyse(store, newer, Named("Ilham Aliyev", entity.id))
    hit = people.find_entities("aliyev", articles=1)[0]
    assert hit.aliases == ("Ilham Aliyev", "Aliyev", "Aliev")
    assert hit.articles == (newer,)
    assert people.find_entities("aliyev")[0].articles == (newer, 1)
    pages = people.entity_articles(entity.id, limit=1)
    pages += people.entity_articles(entity.id, after=pages[-1])
    assert [article for _, article in pages] == [newer, 1]
    assert (people.entity(entity.id),) == store.entities_with([fold("Ilham Aliyev")])


@settings(max_examples=20)
@given(
    st.text(st.sampled_from("abcdefgß éüİıŁ'’-"), min_size=1, max_size=12),
    st.text(st.sampled_from('abc"*?%_é'), max_size=5),
)
def test_every_spelling_is_found_by_itself_and_nothing_breaks_the_search(
    tmp_path_factory: pytest.TempPathFactory, surface: str, query: str
) -> None:
    path = tmp_path_factory.mktemp("names") / "library.db"
    with Store.open(path) as store:
        store.add_entity(surface, Kind.OTHER, [Alias(fold(surface), surface, "same name")])
    library = Library.open(path)
    hits: tuple[EntityHit, ...] = library.find_entities(surface)
    if any(letter.isalnum() for letter in surface):
        assert [hit.name for hit in hits] == [surface]
    library.find_entities(query)
    library.close()


def test_who_is_named_most_comes_before_a_namesake_of_one_word(people: Library, store: Store) -> None:
    namesake = store.add_entity("Herzog", Kind.PLACE, [Alias(fold("Herzog"), "Herzog", "same name")])
    number = put_id(store, make_article(("Elsewhere", "Herzog is a town."), "/news/town.txt"))
    analyse(store, number, Named("Herzog", namesake.id))
    assert [hit.name for hit in people.find_entities("herzog")] == ["Isaac Herzog", "Herzog"]
