"""What the person does is written at once, taken back, done again, and outlives the articles it was done to."""

from __future__ import annotations

from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.library import Library
from reader.models.journal import ChangeKind
from reader.models.library import EventGroup
from reader.store.store import Store
from tests.store.making import BRIDGE, FERRY, HARVEST, make_article, make_comparison, put, put_id


@pytest.fixture
def three(store: Store) -> tuple[int, int, int]:
    return (
        put_id(store, make_article()),
        put_id(store, make_article(FERRY, "/news/ferry.txt")),
        put_id(store, make_article(HARVEST, "/news/harvest.txt")),
    )


def is_read(library: Library, *ids: int) -> list[bool]:
    return [card.read for card in library.cards(ids)]


def test_reading_is_noted_once(library: Library, three: tuple[int, int, int]) -> None:
    a, b, _ = three
    changes = library.set_read([a, b])
    assert [(change.kind, change.before, change.after) for change in changes] == [(ChangeKind.READ, "", "1")] * 2
    assert len({change.batch for change in changes}) == 1
    assert library.set_read([a, b, 99]) == ()
    assert library.counts().unread == 1
    library.set_read([a], value=False)
    assert is_read(library, *three) == [False, True, False]


def test_undo_takes_back_one_key_press_and_redo_does_it_again(library: Library, three: tuple[int, int, int]) -> None:
    a, b, c = three
    library.set_read([a, b])
    library.set_starred([c])
    assert [change.kind for change in library.undo()] == [ChangeKind.STARRED]
    assert len(library.undo()) == 2
    assert is_read(library, a, b) == [False, False]
    assert library.undo() == ()
    redone = library.redo()
    assert all(not change.undone for change in redone)
    assert is_read(library, a, b) == [True, True]
    library.redo()
    assert library.cards([c])[0].starred
    assert library.redo() == ()


def test_what_was_taken_back_is_gone_once_something_else_is_done(library: Library, three: tuple[int, int, int]) -> None:
    a, b, _ = three
    library.set_read([a])
    library.undo()
    library.set_starred([b])
    assert library.redo() == ()
    library.undo()
    library.redo()
    assert is_read(library, a) == [False]
    assert library.cards([b])[0].starred


def test_undo_and_redo_pass_over_what_came_about_by_itself(library: Library, three: tuple[int, int, int]) -> None:
    a, b, c = three
    library.set_starred([a])
    library.set_read([b], by_hand=False)
    assert library.changed_articles(library.undo()) == (a,)
    library.set_read([c], by_hand=False)
    assert [change.kind for change in library.redo()] == [ChangeKind.STARRED]
    assert library.cards([a])[0].starred
    assert is_read(library, b, c) == [True, True]
    assert len(library.undo()) == 1
    assert library.undo() == ()
    assert library.doctor() == ()


def test_marks_come_in_the_order_of_marking(library: Library, three: tuple[int, int, int]) -> None:
    a, b, c = three
    library.set_marked([c])
    library.set_marked([a])
    library.set_marked([b])
    library.set_marked([a], value=False)
    assert library.marked() == (c, b)


def test_a_dismissed_difference_is_not_counted_and_is_shown_as_dismissed(
    store: Store, library: Library, three: tuple[int, int, int]
) -> None:
    a, b, _ = three
    (event,) = store.put_events([EventGroup((a, b), "Bridge closed")])
    store.put_comparison(make_comparison(a, b, sure=("aa", "bb"), likely=("cc", "dd")), 1, event)
    library.dismiss("dd")
    library.dismiss("aa")
    assert library.dismissed() == {"aa", "dd"}
    card = library.event(event)
    assert card is not None
    assert (card.conflicts, card.doubts) == (1, 1)
    comparison = library.comparison(event)
    assert comparison is not None
    assert [difference.dismissed for difference in comparison.differences] == [True, False, False, True]
    store.put_comparison(make_comparison(a, b, sure=("aa",)), 1, event)
    again = library.event(event)
    assert again is not None
    assert again.conflicts == 0, "a comparison made anew knows what was dismissed"
    library.undo()
    card = library.event(event)
    assert card is not None
    assert card.conflicts == 1


def test_what_was_done_to_an_article_holds_when_it_comes_back(store: Store, library: Library) -> None:
    number = put_id(store, make_article())
    library.set_read([number])
    library.set_starred([number])
    store.keep_only([])
    assert library.counts().articles == 0
    back = put_id(store, make_article(origin="/elsewhere/bridge.txt"))
    card = library.cards([back])[0]
    assert card.read
    assert card.starred
    assert library.counts().unread == 0


def test_what_was_done_to_an_article_holds_for_its_revision_and_can_be_undone_there(
    store: Store, library: Library
) -> None:
    number = put_id(store, make_article())
    library.set_starred([number])
    library.set_marked([number])
    put(store, make_article((*BRIDGE, "The bridge reopened.")))
    assert library.cards([number])[0].starred
    assert library.marked() == (number,)
    library.undo()
    assert library.marked() == ()
    library.undo()
    assert not library.cards([number])[0].starred


def test_another_front_end_sees_what_was_done(store: Store, library: Library, three: tuple[int, int, int]) -> None:
    before = library.moment()
    library.set_read([three[0]])
    assert library.news(before).articles == (three[0],)
    assert store.article(three[0]) is not None


actions = st.one_of(
    st.tuples(st.sampled_from(["read", "star", "mark"]), st.sets(st.integers(1, 3), min_size=1), st.booleans()),
    st.just(("undo", set[int](), True)),
    st.just(("redo", set[int](), True)),
)


@settings(max_examples=25)
@given(st.lists(actions, max_size=14))
def test_undo_and_redo_are_those_of_a_list_of_states(
    tmp_path_factory: pytest.TempPathFactory, done: list[tuple[str, set[int], bool]]
) -> None:
    path = tmp_path_factory.mktemp("journal") / "library.db"
    with Store.open(path) as store:
        for index, text in enumerate((BRIDGE, FERRY, HARVEST)):
            put_id(store, make_article(text, f"/news/{index}.txt"))
    library = Library.open(path)
    states, place = [look(library)], 0
    for action, ids, value in done:
        if action == "undo":
            assert bool(library.undo()) == (place > 0)
            place = max(place - 1, 0)
        elif action == "redo":
            assert bool(library.redo()) == (place < len(states) - 1)
            place = min(place + 1, len(states) - 1)
        else:
            verb = {"read": library.set_read, "star": library.set_starred, "mark": library.set_marked}[action]
            if verb(ids, value):
                states[place + 1 :] = [look(library)]
                place += 1
        assert look(library) == states[place]
    assert library.doctor() == ()
    library.close()


def look(library: Library) -> tuple[list[tuple[bool, bool]], set[int]]:
    return [(card.read, card.starred) for card in library.cards([1, 2, 3])], set(library.marked())


def test_undo_takes_back_what_this_window_did(store: Store, three: tuple[int, int, int]) -> None:
    one, other, _ = three
    path = store.database.path
    with closing(Library.open(path)) as first, closing(Library.open(path)) as second:
        first.set_starred([one])
        second.set_read([other])
        assert [change.kind for change in first.undo()] == [ChangeKind.STARRED]
        assert first.undo() == ()
        assert [change.kind for change in first.redo()] == [ChangeKind.STARRED]
        assert [change.kind for change in second.undo()] == [ChangeKind.READ]
    with closing(Library.open(path)) as later:
        assert [change.kind for change in later.undo()] == [ChangeKind.STARRED]
