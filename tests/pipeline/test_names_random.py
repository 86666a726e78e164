"""Corrections, additions and undos by chance: what was said holds at every step, and undoing leaves nothing."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from reader.analysis.aliases.keys import alias_key
from reader.errors import UsageError
from reader.library import Library
from reader.models.annotations import Kind
from reader.models.corrections import Act, At, Belongs, Called, Merge, ReadAs, Rename, Retype, SameAs, Split, Who
from reader.pipeline.analysing import resolve_entities
from reader.store.naming import corrections
from reader.store.store import Store
from tests.pipeline.names import People, add, annotations_of, event, people, work_off

STEPS = 200

NAMES = (
    "P Mara Lindqvist", "P Lindqvist", "P Joon Park", "P Park", "P Ada Holm", "P Holm", "P Rui Sorsa", "P Ines Velho",
    "O Norvik Steel", "O Tessel", "X Tessel", "O Veld Bank", "L Tarvik", "L Osmeer", "G Tarvikers", "P Mara Lindkvist",
)  # fmt: skip


def text(rng: Random, number: int) -> str:
    names = [rng.choice(NAMES) for _ in range(rng.randint(2, 5))]
    return " ".join(f"{{{name}}} was there in case {number}-{at}." for at, name in enumerate(names))


def random_act(rng: Random, store: Store) -> Act:
    rows = store.database.rows("SELECT id FROM entity ORDER BY name, kind, mentions, id")
    entity, other = rng.choice(rows)[0], rng.choice(rows)[0]
    aliases = store.database.rows("SELECT surface FROM alias WHERE entity_id = ? ORDER BY surface", (entity,))
    spelling = rng.choice(aliases)[0]
    articles = store.database.rows("SELECT article_id FROM mention WHERE entity_id = ?", (entity,))
    at = rng.choice((At(), At(rng.choice(articles)[0])))
    return rng.choice(
        (
            Merge(entity, other),
            Split(entity, spelling, None, at),
            Split(entity, spelling, other, at),
            Rename(entity, f"{spelling} {rng.choice('XYZ')}"),
            Retype(entity, rng.choice((Kind.PERSON, Kind.ORG, Kind.PLACE)), rng.choice(("", spelling)), at),
            Retype(entity, None, spelling, at),
        )
    )


def anew(store: Store, version: int = 0) -> None:
    """Analyse every article anew, as a newer version does."""
    for number in store.article_ids(limit=1000):
        annotations, article = store.annotations(number), store.article(number)
        assert annotations is not None
        assert article is not None
        found = annotations.mentions if annotations.found is None else annotations.found
        fresh = tuple(replace(mention, entity=None) for mention in found)
        store.put_annotations(number, replace(annotations, version=version, mentions=fresh, found=None))
    for (each,) in store.database.rows("SELECT id FROM event ORDER BY id"):
        resolve_entities(store, store.event_articles(each))


def obeys(store: Store) -> None:
    """Whether the last word about every single name holds."""
    said = corrections(store.database)
    for number in store.article_ids(limit=1000):
        article, annotations = store.article(number), store.annotations(number)
        assert article is not None
        assert annotations is not None
        found = annotations.mentions if annotations.found is None else annotations.found
        kept = {mention.start: mention for mention in annotations.mentions}
        for mention in found:
            key = alias_key(article.text[mention.start : mention.end])
            words = [
                each
                for each in said
                if isinstance(each, ReadAs)
                and alias_key(each.spelling) == key
                and each.where.digest in {"", article.digest}
                and (each.found in {None, mention.kind} or " " in key)
            ]
            if words and words[-1].kind is None:
                assert mention.start not in kept, "it is no name"
    named = {alias_key(each.one.name) for each in said if isinstance(each, SameAs)}
    for each in said:
        if isinstance(each, Called) and alias_key(each.who.name) not in named:
            shown = store.database.rows("SELECT name FROM entity WHERE found_name = ?", (each.who.name,))
            assert {row[0] for row in shown} <= {other.name for other in said if isinstance(other, Called)} | {
                _name(other) for other in said if not isinstance(other, ReadAs | Called)
            }


def _name(said: SameAs | Belongs) -> str:
    who: Who = said.other if isinstance(said, SameAs) else said.who
    return who.name


@pytest.mark.parametrize("seed", [1, 2])
def test_random_corrections_hold_and_undoing_them_leaves_what_the_machine_found(tmp_path: Path, seed: int) -> None:
    rng = Random(seed)  # noqa: S311 choices, no secret
    path = tmp_path / "library.db"
    done = 0
    with Store.open(path) as store, closing(Library.open(path)) as library:
        event(store, [add(store, text(rng, number), number) for number in range(3)])
        for step in range(STEPS):
            what = rng.random()
            if what < 0.12:
                event(
                    store,
                    [add(store, text(rng, 100 + 3 * step + n), 100 + 3 * step + n) for n in range(rng.choice((1, 2)))],
                )
            elif what < 0.3:
                done -= bool(library.undo())
            else:
                try:
                    done += bool(library.correct(random_act(rng, store)))
                except UsageError:
                    continue
            work_off(store)
            assert not library.doctor()
            if step % 40 == 0:
                obeys(store)
        held = people(store)
        anew(store, version=99)
        obeys(store)
        assert shape(people(store)) == shape(held), "a newer analysis comes to the same"
        while library.undo():
            done -= 1
            work_off(store)
        assert done == 0
        assert corrections(store.database) == ()
        assert not store.database.rows("SELECT * FROM reread")
        assert not any(reason == "you said so" for (reason,) in store.database.rows("SELECT reason FROM alias"))
        left = people(store)
        anew(store)
        assert shape(left) == shape(people(store)), "as if nothing had been said"


def shape(found: People) -> list[tuple[str, int, tuple[str, ...]]]:
    """Who is there, by kind, mentions and spellings: which of two equally good names is shown is chance."""
    return sorted((kind, mentions, spelled) for _, kind, mentions, spelled in found)


def test_what_was_said_holds_after_a_restart_and_for_the_same_articles_read_again(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    words = ("{P Ada Holm} spoke. {P Holm} left.", "{P Ines Velho} came.")
    with Store.open(path) as store:
        for number, each in enumerate(words, 1):
            event(store, [add(store, each, number)])
        rows = dict(store.database.rows("SELECT name, id FROM entity"))
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
