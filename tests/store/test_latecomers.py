"""What came into an event after it had been read stands first in it, and is counted until it is read."""

from __future__ import annotations

from reader.models.journal import ChangeKind
from reader.models.library import EventGroup
from reader.models.listing import EventCard
from reader.store.journal import change_articles, undo
from reader.store.lists import event_card, outline
from reader.store.store import Store
from reader.store.windows import Listed, window
from tests.store.making import FERRY, make_article, put_id


def put(store: Store, number: int, day: int) -> int:
    return put_id(store, make_article((*FERRY, f"Note {number}."), f"/{number}.txt", published=f"2024-05-{day:02}"))


def read(store: Store, article: int) -> None:
    change_articles(store.database, ChangeKind.READ, [article], value=True)


def grouped(store: Store, *articles: int) -> EventCard:
    (event,) = store.put_events([EventGroup(articles, "Ferries run")])
    card = event_card(store.database, event)
    assert card is not None
    return card


def test_an_event_that_nobody_read_has_nothing_new(store: Store) -> None:
    one, two = put(store, 1, 1), put(store, 2, 2)
    assert grouped(store, one, two).new == ()


def test_what_comes_after_it_was_read_stands_first_and_is_new_until_it_is_read(store: Store) -> None:
    one, two = put(store, 1, 8), put(store, 2, 9)
    grouped(store, one, two)
    read(store, one)
    earlier, later = put(store, 3, 1), put(store, 4, 2)
    card = grouped(store, one, two, earlier, later)
    assert card.new == (later, earlier)
    assert card.articles == (later, earlier, two, one)
    read(store, later)
    after = event_card(store.database, card.id)
    assert after is not None
    assert after.new == (earlier,)
    assert after.articles == card.articles


def test_both_lists_show_what_is_new_first(store: Store) -> None:
    one, two = put(store, 1, 8), put(store, 2, 9)
    grouped(store, one, two)
    read(store, two)
    late = put(store, 3, 1)
    grouped(store, one, two, late)
    (entry,) = outline(store.database, None, None, 10, grouped=True)
    assert entry.articles == (late, two, one)
    assert window(store.database, Listed(), 0, 10, 1) == (entry,)


def test_an_article_that_another_event_gave_away_is_new_where_it_comes_to(store: Store) -> None:
    one, other = put(store, 1, 8), put(store, 2, 9)
    read(store, one)
    assert grouped(store, one, other).new == (other,)


def test_reading_that_is_taken_back_leaves_nothing_new(store: Store) -> None:
    one, two = put(store, 1, 8), put(store, 2, 9)
    grouped(store, one, two)
    read(store, one)
    late = put(store, 3, 1)
    assert grouped(store, one, two, late).new == (late,)
    undo(store.database)
    assert grouped(store, one, two, late).new == ()
