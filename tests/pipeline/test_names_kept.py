"""What a person said of names outlives a restart, the articles' removal and their coming back."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from reader.library import Library
from reader.models.corrections import At, Merge, Split
from reader.store.store import Store
from tests.pipeline.names import add, annotations_of, event, people, work_off


def test_what_was_said_holds_after_a_restart_and_for_the_same_articles_read_again(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    words = ("{P Ada Holm} spoke. {P Holm} left.", "{P Ines Velho} came.")
    with Store.open(path) as store:
        for number, each in enumerate(words, 1):
            event(store, [add(store, each, number)])
        rows: dict[str, int] = dict(tuple(row) for row in store.database.rows("SELECT name, id FROM entity"))
        with closing(Library.open(path)) as library:
            library.correct(Merge(rows["Ines Velho"], rows["Ada Holm"]))
            library.correct(Split(rows["Ada Holm"], "Holm", None, At(1)))
    with Store.open(path) as store, closing(Library.open(path)) as library:
        work_off(store)
        held = people(store)
        assert {(name, n) for name, _, n, _ in held} == {("Ada Holm", 2), ("Holm", 1)}
        for number in store.article_ids():
            store.remove_article(number)
        assert not people(store)
        for number, each in enumerate(words, 1):
            event(store, [add(store, each, number)])
        assert people(store) == held
        store.put_annotations(4, annotations_of(words[1]))
        event(store, [4])
        assert people(store) == held
        while library.undo():
            work_off(store)
        assert {(name, n) for name, _, n, _ in people(store)} == {("Ada Holm", 2), ("Ines Velho", 1)}
