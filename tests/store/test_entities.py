"""Entities, their spellings and their mentions stay together."""

from __future__ import annotations

from reader.models.annotations import Kind
from reader.models.entities import Alias, Entity
from reader.store.store import Store
from tests.store.making import BRIDGE, FERRY, Named, analyse, make_article, put_id

ZURAW = (Alias("ewa zuraw", "Ewa Żuraw", "same name"), Alias("zuraw", "Żuraw", "surname"))


def zuraw(store: Store) -> Entity:
    return store.add_entity("Ewa Żuraw", Kind.PERSON, ZURAW)


def test_an_entity_is_found_by_the_key_of_any_spelling_with_all_of_them(store: Store) -> None:
    entity = zuraw(store)
    other = store.add_entity("Lindholm", Kind.PLACE, [Alias("lindholm", "Lindholm", "same name")])
    assert store.entities_with(["zuraw", "nobody"]) == (entity,)
    assert store.entities_with(["lindholm", "ewa zuraw"]) == (entity, other)
    assert store.entities_with([]) == ()
    assert store.entity(entity.id) == entity
    assert store.entity(99) is None


def test_further_spellings_are_added_once(store: Store) -> None:
    entity = zuraw(store)
    more = Alias("ewa zuraw", "Ewa Zuraw", "spelling")
    store.add_aliases(entity.id, [more, ZURAW[0]])
    store.add_aliases(entity.id, [more])
    assert store.entity(entity.id) == Entity(entity.id, "Ewa Żuraw", Kind.PERSON, (*ZURAW, more))


def test_an_entity_can_be_shown_by_another_name(store: Store) -> None:
    entity = zuraw(store)
    store.rename_entity(entity.id, "Żuraw", Kind.ORG)
    renamed = store.entity(entity.id)
    assert renamed is not None
    assert (renamed.name, renamed.kind) == ("Żuraw", Kind.ORG)


def test_mentions_are_counted_and_replaced_by_a_later_analysis(store: Store) -> None:
    number = put_id(store, make_article())
    entity = zuraw(store)
    analyse(store, number, Named("Ewa Żuraw", entity.id))
    assert _mentions(store, entity) == 1
    analyse(store, number, Named("Ewa Żuraw", entity.id), Named("Transport", entity.id))
    assert _mentions(store, entity) == 2


def test_an_entity_that_no_article_mentions_any_more_goes_with_its_spellings(store: Store) -> None:
    bridge, ferry = put_id(store, make_article(BRIDGE)), put_id(store, make_article(FERRY, "/news/ferry.txt"))
    entity = zuraw(store)
    analyse(store, bridge, Named("Ewa Żuraw", entity.id))
    analyse(store, ferry, Named("Ewa Zuraw", entity.id))
    analyse(store, bridge)
    assert store.entity(entity.id) is not None
    analyse(store, ferry)
    assert store.entity(entity.id) is None
    assert store.entities_with(["zuraw"]) == ()
    assert store.database.rows("SELECT rowid FROM alias_trigram WHERE alias_trigram MATCH '\"raw\"'") == []


def test_a_spelling_that_no_article_uses_any_more_goes_but_the_shown_name_stays(store: Store) -> None:
    bridge, ferry = put_id(store, make_article(BRIDGE)), put_id(store, make_article(FERRY, "/news/ferry.txt"))
    entity = store.add_entity(
        "Ewa Żuraw", Kind.PERSON, [ZURAW[0], Alias("ewa zuraw", "Ewa Zuraw", "spelling")]
    )  # fmt: skip
    analyse(store, bridge, Named("Ewa Żuraw", entity.id))
    analyse(store, ferry, Named("Ewa Zuraw", entity.id))
    analyse(store, ferry)
    left = store.entity(entity.id)
    assert left is not None
    assert [alias.surface for alias in left.aliases] == ["Ewa Żuraw"]


def test_mentions_follow_an_article_to_its_new_place_in_time(store: Store) -> None:
    number = put_id(store, make_article(published=None))
    entity = zuraw(store)
    analyse(store, number, Named("Ewa Żuraw", entity.id))
    store.infer_published(number, "2024-05-14", "date of the event")
    rows = store.database.rows("SELECT sort_at FROM mention WHERE entity_id = ?", (entity.id,))
    assert [row[0] for row in rows] == ["2024-05-14T00:00:00"]


def test_removing_an_article_removes_what_only_it_mentioned(store: Store) -> None:
    number = put_id(store, make_article())
    entity = zuraw(store)
    analyse(store, number, Named("Ewa Żuraw", entity.id))
    store.keep_only([])
    assert store.entity(entity.id) is None


def _mentions(store: Store, entity: Entity) -> int:
    return store.database.number("SELECT mentions FROM entity WHERE id = ?", (entity.id,))
