"""Lists are pages, newest first, without gaps and without doubles, whatever changes between two pages."""

from __future__ import annotations

import pytest

from reader.library import Library
from reader.models.library import EventGroup, OutlineEntry
from reader.store.store import Store
from tests.store.making import BRIDGE, FERRY, HARVEST, analyse, make_article, put_id


@pytest.fixture
def ten(store: Store) -> list[int]:
    """Ten articles, of which several share a moment; 2, 5 and 7 are one event."""
    numbers = [
        put_id(
            store,
            make_article((*FERRY, f"Note {index}."), f"/news/{index}.txt", published=f"2024-05-{10 + index // 3}"),
        )
        for index in range(10)
    ]
    store.put_events([EventGroup((numbers[2], numbers[5], numbers[7]), "Ferries")])
    return numbers


def test_the_flat_list_is_all_articles_newest_first(library: Library, ten: list[int]) -> None:
    entries = library.outline(grouped=False)
    assert [entry.articles for entry in entries] == [(number,) for number in reversed(ten)]


def test_the_grouped_list_has_an_entry_for_each_event_at_its_newest_article(library: Library, ten: list[int]) -> None:
    entries = library.outline()
    assert len(entries) == 8
    assert [entry.sort_at for entry in entries] == sorted((entry.sort_at for entry in entries), reverse=True)
    assert (ten[7], ten[5], ten[2]) in [entry.articles for entry in entries]
    assert sorted(article for entry in entries for article in entry.articles) == ten


@pytest.mark.parametrize("grouped", [True, False])
@pytest.mark.parametrize("limit", [1, 2, 3, 7])
def test_pages_put_together_are_the_whole_list(library: Library, ten: list[int], limit: int, grouped: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    assert ten
    pages: list[OutlineEntry] = []
    after: tuple[str, int] | None = None
    while page := library.outline(grouped=grouped, after=after, limit=limit):
        pages += page
        after = (page[-1].sort_at, page[-1].event if grouped else page[-1].articles[0])
    assert tuple(pages) == library.outline(grouped=grouped)


def test_a_query_keeps_groups_but_only_their_matching_articles(library: Library, ten: list[int]) -> None:
    library.set_starred([ten[5], ten[2], ten[0]])
    assert [entry.articles for entry in library.outline("starred")] == [(ten[5], ten[2]), (ten[0],)]
    assert [entry.articles for entry in library.outline("starred", grouped=False)] == [(ten[5],), (ten[2],), (ten[0],)]
    first = library.outline("starred", limit=1)
    rest = library.outline("starred", after=(first[0].sort_at, first[0].event))
    assert [entry.articles for entry in rest] == [(ten[0],)]


def test_cards_come_in_the_order_asked_for_and_say_what_is_known(store: Store, library: Library) -> None:
    first, second = put_id(store, make_article()), put_id(store, make_article(HARVEST, "/h.txt", outlet=None))
    analyse(store, first)
    cards = library.cards([second, 99, first])
    assert [card.id for card in cards] == [second, first]
    assert (cards[0].outlet, cards[0].analysed) == (None, False)
    assert (cards[1].title, cards[1].words, cards[1].analysed) == (BRIDGE[0], len(" ".join(BRIDGE).split()), True)


def test_event_cards_say_who_reports_and_what_is_unread(library: Library, ten: list[int]) -> None:
    library.set_read([ten[7]])
    card = library.event_of(ten[2])
    assert card is not None
    assert card.articles == (ten[7], ten[5], ten[2])
    assert (card.title, card.unread, card.outlets) == ("Ferries", 2, ("Lindholm Courier",))
    assert library.event_cards([card.id, 9999]) == (card,)
    assert library.event_of(9999) is None
    assert card in library.events()
    assert library.events(limit=2) + library.events(after=_place(library), limit=100) == library.events()


def _place(library: Library) -> tuple[str, int]:
    last = library.events(limit=2)[-1]
    return last.sort_at, last.id


def test_counts_follow_everything(store: Store, library: Library, ten: list[int]) -> None:
    store.set_analysis_version(1)
    analyse(store, ten[0])
    library.set_read(ten[:4])
    store.put_stories([[library.outline()[0].event, library.outline()[1].event]])
    counts = library.counts()
    assert (counts.articles, counts.analysed, counts.events, counts.stories, counts.unread) == (10, 1, 8, 1, 6)


def test_a_story_lists_all_its_articles(store: Store, library: Library, ten: list[int]) -> None:
    events = [store.event_of(ten[2]) or 0, store.event_of(ten[9]) or 0]
    (story,) = store.put_stories([events])
    card = library.story(story)
    assert card is not None
    assert card.events == (events[1], events[0])
    assert library.story_articles(story) == (ten[9], ten[7], ten[5], ten[2])
    assert {entry.story for entry in library.cards(library.story_articles(story))} == {story}
    assert library.story(99) is None


def test_the_list_stays_where_it_is_while_others_write(store: Store, library: Library, ten: list[int]) -> None:
    first = library.outline(grouped=False, limit=5)
    put_id(store, make_article(HARVEST, "/h.txt", published="2024-06-01"))
    rest = library.outline(grouped=False, after=(first[-1].sort_at, first[-1].articles[0]))
    assert [entry.articles[0] for entry in (*first, *rest)] == list(reversed(ten))


def test_news_tell_what_changed_since_a_moment_and_nothing_else(store: Store, library: Library, ten: list[int]) -> None:
    before = library.moment()
    assert not library.news(before)
    analyse(store, ten[3])
    (event,) = store.put_events([EventGroup((ten[0], ten[1]), "Notes")])
    job = library.request_comparison(ten[:2])
    news = library.news(before)
    assert news.complete
    assert news.articles == (ten[3],)
    assert event in news.events
    assert news.jobs == (job,)
    assert not library.news(news.seq)


def test_whoever_missed_too_much_is_told_so(store: Store, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.store.news.KEPT", 50)
    before = library.moment()
    number = put_id(store, make_article())
    for _ in range(300):
        analyse(store, number)
    news = library.news(before)
    assert not news.complete
    assert news
    assert library.news(news.seq).complete
