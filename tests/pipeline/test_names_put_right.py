"""What a person says of names holds: for all articles, in every later resolution, and until it is undone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.errors import UsageError
from reader.library import Library
from reader.models.annotations import Kind
from reader.models.corrections import At, Extent, Merge, Rename, Retype, Split
from reader.store.store import Store
from tests.pipeline.names import add, counts, entity, event, marked, people, work_off

TEXTS = (
    "{P Mara Lindqvist} met {P Joon Park} in {L Tarvik}. {P Lindqvist} said {O Norvik Steel} would pay.",
    "{P Mara Lindkvist} spoke for {O Norvik Steel}. {P Park} was silent.",
    "{P M. L. Holm} wrote a novel. {P Holm} lives in {L Tarvik}.",
    "{P Mara Lindqvist} and {P M. L. Holm} were seen together. {P Lindqvist} laughed.",
    "{P Park} won the race. {P Park} cried.",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path) as store:
        ids = [add(store, text, number) for number, text in enumerate(TEXTS, 1)]
        event(store, ids[:2])
        for each in ids[2:]:
            event(store, [each])
        yield store


@pytest.fixture
def library(store: Store, path: Path) -> Iterator[Library]:
    del store
    with closing(Library.open(path)) as library:
        yield library


def test_before_anything_is_said(store: Store) -> None:
    assert counts(store) == {
        "Mara Lindqvist": 5, "Joon Park": 2, "Tarvik": 2, "Norvik Steel": 2, "M. L. Holm": 3, "Park": 2,
    }  # fmt: skip


def undone(store: Store, library: Library, before: object) -> bool:
    assert library.undo()
    work_off(store)
    return people(store) == before


def test_two_names_of_one_person_are_one_everywhere_until_that_is_undone(store: Store, library: Library) -> None:
    before = people(store)
    act = Merge(entity(store, "M. L. Holm"), entity(store, "Mara Lindqvist"))
    assert library.extent(act) == Extent(2, 3)
    assert library.correct(act)
    work_off(store)
    assert counts(store)["Mara Lindqvist"] == 8
    assert "M. L. Holm" not in counts(store)
    found = library.entity(entity(store, "Mara Lindqvist"))
    assert found is not None
    assert {alias.reason for alias in found.aliases if alias.surface == "M. L. Holm"} == {"you said so"}
    assert undone(store, library, before)


def test_a_merge_holds_in_articles_that_come_later(store: Store, library: Library) -> None:
    library.correct(Merge(entity(store, "M. L. Holm"), entity(store, "Mara Lindqvist")))
    work_off(store)
    event(store, [add(store, "{P M. L. Holm} died. {P Holm} was 90.", 9)])
    assert counts(store)["Mara Lindqvist"] == 10


def test_a_bare_surname_of_one_article_is_given_to_somebody(store: Store, library: Library) -> None:
    before = people(store)
    assert library.correct(Merge(entity(store, "Park"), entity(store, "Joon Park")))
    work_off(store)
    assert counts(store)["Joon Park"] == 4
    event(store, [add(store, "{P Park} is a gymnast.", 9)])
    assert counts(store)["Park"] == 1, "nobody said who that is"
    store.remove_article(6)
    assert undone(store, library, before)


def test_a_spelling_that_is_somebody_else_becomes_their_own(store: Store, library: Library) -> None:
    before = people(store)
    act = Split(entity(store, "Mara Lindqvist"), "Mara Lindkvist")
    assert library.extent(act) == Extent(1, 1)
    assert library.correct(act)
    work_off(store)
    assert counts(store)["Mara Lindkvist"] == 1
    assert counts(store)["Mara Lindqvist"] == 4
    event(store, [add(store, "{P Mara Lindkvist} is back.", 9)])
    assert counts(store)["Mara Lindkvist"] == 2
    store.remove_article(6)
    assert undone(store, library, before)


def test_a_surname_that_is_somebody_else_in_one_article(store: Store, library: Library) -> None:
    before = people(store)
    assert library.correct(Split(entity(store, "Mara Lindqvist"), "Lindqvist", at=At(article=4)))
    work_off(store)
    assert counts(store)["Mara Lindqvist"] == 4
    assert counts(store)["Lindqvist"] == 1
    assert undone(store, library, before)


def test_one_mention_that_is_somebody_else_given_to_somebody(store: Store, library: Library) -> None:
    before = people(store)
    start = marked(TEXTS[3])[0].rindex("Lindqvist")
    act = Split(entity(store, "Mara Lindqvist"), "Lindqvist", entity(store, "M. L. Holm"), At(4, start, start + 9))
    assert library.extent(act) == Extent(1, 1)
    library.correct(act)
    work_off(store)
    assert counts(store)["M. L. Holm"] == 4
    assert undone(store, library, before)


def test_a_surname_that_never_means_somebody(store: Store, library: Library) -> None:
    before = people(store)
    library.correct(Split(entity(store, "Mara Lindqvist"), "Lindqvist"))
    work_off(store)
    assert counts(store)["Mara Lindqvist"] == 3
    assert counts(store)["Lindqvist"] == 2
    event(store, [add(store, "{P Mara Lindqvist} came. {P Lindqvist} went.", 9), add(store, "{P Lindqvist} ran.", 10)])
    assert counts(store)["Mara Lindqvist"] == 4
    assert counts(store)["Lindqvist (2)"] == 3
    assert counts(store)["Lindqvist"] == 1, "nobody said who that is"
    for number in (6, 7):
        store.remove_article(number)
    assert undone(store, library, before)


def test_another_name_is_shown_and_found_and_the_texts_name_comes_back(store: Store, library: Library) -> None:
    before = people(store)
    library.correct(Rename(entity(store, "Norvik Steel"), "Norvik Steelworks AB"))
    work_off(store)
    assert counts(store)["Norvik Steelworks AB"] == 2
    assert [hit.name for hit in library.find_entities("steelworks")] == ["Norvik Steelworks AB"]
    library.correct(Rename(entity(store, "Norvik Steelworks AB"), "Norvik"))
    work_off(store)
    assert counts(store)["Norvik"] == 2
    assert library.undo()
    work_off(store)
    assert counts(store)["Norvik Steelworks AB"] == 2
    assert undone(store, library, before)


def test_another_kind_here_and_everywhere(store: Store, library: Library) -> None:
    before = people(store)
    library.correct(Retype(entity(store, "Tarvik"), Kind.ORG))
    work_off(store)
    assert {(name, kind, n) for name, kind, n, _ in people(store) if name == "Tarvik"} == {("Tarvik", "ORG", 2)}
    annotations = library.annotations(1)
    assert annotations is not None
    assert [mention.kind for mention in annotations.mentions][2] is Kind.ORG
    library.correct(Retype(entity(store, "Tarvik"), Kind.PERSON, at=At(article=3)))
    work_off(store)
    assert {(kind, n) for name, kind, n, _ in people(store) if name == "Tarvik"} == {("ORG", 1), ("PERSON", 1)}
    library.undo()
    work_off(store)
    library.correct(Retype(entity(store, "Tarvik"), Kind.PLACE))
    work_off(store)
    assert people(store) == before, "what the machine found is what the person wants"
    library.undo()
    work_off(store)
    assert undone(store, library, before)


def test_no_name_here_in_the_article_everywhere(store: Store, library: Library) -> None:
    before = people(store)
    start = marked(TEXTS[4])[0].rindex("Park")
    library.correct(Retype(entity(store, "Park"), None, "Park", At(5, start, start + 4)))
    work_off(store)
    assert counts(store)["Park"] == 1
    library.correct(Retype(entity(store, "Mara Lindqvist"), None, "Lindqvist", At(article=4)))
    work_off(store)
    assert counts(store)["Mara Lindqvist"] == 4
    library.correct(Retype(entity(store, "Mara Lindqvist"), None))
    work_off(store)
    assert "Mara Lindqvist" not in counts(store)
    assert "Lindqvist" not in counts(store)
    event(store, [add(store, "{P Mara Lindqvist} is a name no more.", 9)])
    assert "Mara Lindqvist" not in counts(store)
    store.remove_article(6)
    for _ in range(2):
        library.undo()
        work_off(store)
    assert undone(store, library, before)


def test_what_makes_no_sense_is_refused(store: Store, library: Library) -> None:
    tarvik = entity(store, "Tarvik")
    for act in (
        Merge(tarvik, tarvik),
        Merge(tarvik, 99),
        Split(tarvik, "Tarvik"),
        Split(tarvik, "Oslo"),
        Rename(tarvik, " "),
        Retype(tarvik, None, at=At(99)),
    ):
        with pytest.raises(UsageError):
            library.correct(act)
    assert not library.undo()


def test_a_name_of_one_word_is_meant_whatever_it_is_taken_for(store: Store, library: Library) -> None:
    event(store, [add(store, "{O Tessel} sank.", 7), add(store, "{O Tessel} burned. {X Tessel} fell.", 8)])
    event(store, [add(store, "{X Tessel} sailed.", 9), add(store, "{O Tessel Lines} paid.", 10)])
    before = people(store)
    library.correct(Merge(entity(store, "Tessel", "ORG"), entity(store, "Tessel Lines")))
    work_off(store)
    assert counts(store)["Tessel Lines"] == 3, "the ship is told from the firm"
    assert undone(store, library, before)
    store.remove_article(7)
    store.remove_article(6)
    before = people(store)
    library.correct(Merge(entity(store, "Tessel"), entity(store, "Tessel Lines")))
    work_off(store)
    event(store, [add(store, "{O Tessel} again.", 11)])
    assert counts(store)["Tessel Lines"] == 3
    library.correct(Split(entity(store, "Tessel Lines"), "Tessel"))
    work_off(store)
    assert counts(store)["Tessel Lines"] == 1
    assert counts(store)["Tessel"] == 2
    library.correct(Retype(entity(store, "Tessel"), Kind.PLACE))
    work_off(store)
    assert {(kind, n) for name, kind, n, _ in people(store) if name == "Tessel"} == {("PLACE", 2)}
    library.correct(Merge(entity(store, "Tessel"), entity(store, "Norvik Steel")))
    work_off(store)
    assert counts(store)["Norvik Steel"] == 4
    store.remove_article(max(row[0] for row in store.database.rows("SELECT id FROM article")))
    for _ in range(3):
        library.undo()
        work_off(store)
    assert undone(store, library, before)
