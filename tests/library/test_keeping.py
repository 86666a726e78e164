"""Watches and notes: kept in the journal, undone, and held over revisions."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.errors import QueryError, UsageError
from reader.library import Library
from reader.models.anchoring import find_again
from reader.store.store import Store
from tests.store.making import BRIDGE, FERRY, HARVEST, make_article, put


def test_a_watch_tells_what_came_after_the_last_look(store: Store, library: Library) -> None:
    put(store, make_article(BRIDGE))
    library.keep_watch(" ferries  and bridges ", "lindholm")
    (watch,) = library.watches()
    assert (watch.name, watch.query) == ("ferries and bridges", "lindholm")
    assert (watch.articles, watch.unread, watch.new) == (1, 1, 0)
    second = put(store, make_article(FERRY, "/news/ferry.txt"))
    put(store, make_article(HARVEST, "/news/harvest.txt"))
    (watch,) = library.watches()
    assert (watch.articles, watch.unread, watch.new) == (2, 2, 1)
    assert library.new_of(watch) == (second.id,)
    library.look_at(watch)
    assert library.watches()[0].new == 0


def test_a_watch_is_undone_and_done_again(store: Store, library: Library) -> None:
    put(store, make_article(BRIDGE))
    library.keep_watch("bridge", "lindholm")
    library.keep_watch("bridge", "pier")
    library.undo()
    assert library.watches()[0].query == "lindholm"
    library.undo()
    assert library.watches() == ()
    library.redo()
    library.redo()
    assert library.watches()[0].query == "pier"
    library.drop_watch("bridge")
    assert library.watches() == ()
    library.undo()
    assert library.watches()[0].query == "pier"


def test_a_watch_needs_a_name_and_a_query_that_makes_sense(library: Library) -> None:
    for name, query in ((" ", "pier"), ("pier", " ")):
        with pytest.raises(UsageError):
            library.keep_watch(name, query)
    with pytest.raises(QueryError):
        library.keep_watch("pier", "nofield:pier")
    assert library.watches() == ()


def test_a_note_stands_at_its_words_and_is_found(store: Store, library: Library) -> None:
    article = make_article(BRIDGE)
    number = put(store, article).id
    assert number is not None
    start = article.text.index("Some 12 lorries")
    library.put_note(number, start, len(article.text), "which lorries?")
    (note,) = library.notes()
    assert (note.article, note.start, note.text) == (number, start, "which lorries?")
    assert note.quote.startswith("Some 12 lorries")
    assert library.find_notes("whi") == library.find_notes("lorries stranded") == (note,)
    assert library.find_notes("ships") == ()
    assert library.list_size("note:which", grouped=False) == library.list_size("is:noted", grouped=False) == 1
    library.put_note(number, start + 5, start + 9, "asked")
    assert [each.text for each in library.notes()] == ["asked"], "a note that stands there is replaced"
    library.undo()
    assert [each.text for each in library.notes()] == ["which lorries?"]
    library.undo()
    assert library.notes() == ()


def test_a_note_is_kept_over_a_revision_and_a_new_import(store: Store, library: Library, tmp_path: Path) -> None:
    del tmp_path
    article = make_article(BRIDGE)
    number = put(store, article).id
    assert number is not None
    start = article.text.index("Some 12 lorries")
    library.put_note(number, start, len(article.text), "which lorries?")
    revised = (BRIDGE[0], "A first paragraph that is new. It has two sentences.", *BRIDGE[1:3])
    put(store, make_article((*revised, "Some 15 lorries were left stranded on the southern approach.")))
    (note,) = library.notes([number])
    present = library.article(number)
    assert present is not None
    assert present.text[note.start : note.end] == "Some 15 lorries were left stranded on the southern approach."
    put(store, make_article(revised))
    (note,) = library.notes()
    assert not note.is_found, "the note is there, its words are not"
    library.undo()
    assert library.notes() == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They left. They came back. They left.", "They left."),
        ("They \n left.", "They \n left."),
        ("Nothing of it stands here.", ""),
        ("", ""),
    ],
)
def test_words_are_found_again(text: str, expected: str) -> None:
    start, end = find_again(text, "They left.", 27, 37)
    assert text[start:end] == expected
    assert not expected or start == text.rindex("They"), "the nearest of the same words"
