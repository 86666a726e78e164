"""Whatever is added, changed, removed, regrouped or analysed again, in whatever order: every reference holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.clauses.tokens import Token
from reader.analysis.tagger import RawSpan
from reader.models.annotations import Kind
from reader.models.entities import Alias
from reader.models.library import EventGroup
from reader.pipeline.analysing import analyse, resolve_entities
from reader.pipeline.own import Own
from reader.store.store import Store
from tests.store.making import Named, make_article, put, put_id
from tests.store.making import analyse as annotate

NAMES = (
    "Ewa Żuraw",
    "Ewa Zuraw",
    "Żuraw",
    "Minister Żuraw",
    "Nils Ek",
    "Nils Ekman",
    "Ek",
    "Lindholm",
    "Lindholm City",
)
VERBS = ("met", "praised", "sued", "left")
CAPITALS = re.compile(r"[A-ZŻ]\w+(?: [A-ZŻ]\w+)*")


class Capitals:
    """A tagger that takes capitalised words for people, so that names move between entities as texts change."""

    def tag(self, texts: Sequence[str]) -> Iterator[tuple[RawSpan, ...]]:
        for text in texts:
            yield tuple(RawSpan(found.start(), found.end(), Kind.PERSON) for found in CAPITALS.finditer(text))


class NoGrammar:
    """A parser that finds nothing."""

    def parse(self, sentences: Sequence[str]) -> Iterator[tuple[Token, ...]]:
        for _ in sentences:
            yield ()


sentences = st.builds(
    "{} {} {} on Monday.".format, st.sampled_from(NAMES), st.sampled_from(VERBS), st.sampled_from(NAMES)
)
texts = st.lists(sentences, min_size=1, max_size=4).map(tuple)
origins = st.integers(0, 7).map("/news/{}.txt".format)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("put"), origins, texts),
        st.tuples(st.just("analyse"), st.booleans(), st.none()),
        st.tuples(st.just("keep"), st.sets(origins, min_size=4), st.none()),
        st.tuples(st.just("regroup"), st.integers(1, 4), st.integers(0, 3)),
        st.tuples(st.just("correct"), st.integers(1, 3), st.none()),
    ),
    max_size=14,
)


def regroup(store: Store, size: int, shift: int) -> None:
    """Put all articles into other events, as a correction does, and resolve the names of each event anew."""
    ids = store.article_ids()
    turned = ids[shift:] + ids[:shift]
    groups = [EventGroup(turned[start : start + size], "Regrouped") for start in range(0, len(turned), size)]
    for event in dict.fromkeys(store.put_events(groups)):
        resolve_entities(store, store.event_articles(event))


def correct(store: Store, by: int) -> None:
    """Say of every mention that it is of another entity, as many of them are used by one article only."""
    found = {number: annotations for number in store.article_ids() if (annotations := store.annotations(number))}
    known = sorted({each.entity for one in found.values() for each in one.mentions if each.entity})
    other = {entity: known[(place + by) % len(known)] for place, entity in enumerate(known)}
    with store.transaction():
        for number, one in found.items():
            mentions = (replace(each, entity=other.get(each.entity or 0)) for each in one.mentions)
            store.put_annotations(number, replace(one, mentions=tuple(mentions)))


@settings(max_examples=25, deadline=None)
@given(first=st.lists(texts, min_size=3, max_size=6), then=steps)
def test_every_reference_holds_after_every_step(
    first: list[tuple[str, ...]], then: list[tuple[str, object, object]]
) -> None:
    with TemporaryDirectory() as folder, Store.open(Path(folder) / "library.db") as store:
        for index, text in enumerate(first):
            put(store, make_article(text, f"/news/{index}.txt"))
        for step in [("analyse", True, None), *then, ("analyse", False, None)]:
            match step:
                case "put", str(origin), tuple(text):
                    put(store, make_article(text, origin))
                case "analyse", again, _:
                    ids = store.article_ids() if again else store.pending(100)
                    for start in range(0, len(ids), 4):
                        analyse(store, Own(Capitals(), NoGrammar()), ids[start : start + 4])
                case "keep", set(kept), _:
                    store.keep_only({str(origin) for origin in kept})
                case "regroup", int(size), int(shift):
                    regroup(store, size, shift)
                case "correct", int(by), _:
                    correct(store, by)
            assert store.database.rows("PRAGMA foreign_key_check") == []
        assert store.integrity_problems() == ()
        assert store.database.rows("SELECT name FROM entity WHERE id NOT IN (SELECT entity_id FROM mention)") == []


def test_an_entity_that_one_article_gives_up_and_the_next_takes_in_one_transaction_stays(tmp_path: Path) -> None:
    with Store.open(tmp_path / "library.db") as store:
        first, second = (put_id(store, make_article((f"Ewa Żuraw spoke {day}.",), f"/{day}.txt")) for day in "ab")
        aliases = (Alias("ewa zuraw", "Ewa Żuraw", "same name"), Alias("zuraw", "Żuraw", "surname"))
        one, other = (store.add_entity("Ewa Żuraw", Kind.PERSON, aliases).id for _ in range(2))
        annotate(store, first, Named("Ewa Żuraw", one))
        annotate(store, second, Named("Żuraw", other))
        with store.transaction():
            annotate(store, first, Named("Ewa Żuraw", other))
            annotate(store, second, Named("Żuraw", one))
        assert store.entity(one) is not None
        assert store.entity(other) is not None
        assert store.database.number("SELECT count(*) FROM spelling") == 2


def test_nothing_is_forgotten_of_a_transaction_that_is_taken_back(tmp_path: Path) -> None:
    def give_up(store: Store, change: Callable[[], None]) -> None:
        with suppress(ZeroDivisionError), store.transaction():
            change()
            raise ZeroDivisionError

    with Store.open(tmp_path / "library.db") as store:
        number = put_id(store, make_article(("Ewa Żuraw spoke.",), "/a.txt"))
        entity = store.add_entity("Ewa Żuraw", Kind.PERSON, [Alias("ewa zuraw", "Ewa Żuraw", "same name")]).id
        annotate(store, number, Named("Ewa Żuraw", entity))
        give_up(store, lambda: annotate(store, number))
        annotate(store, number, Named("Ewa Żuraw", entity))
        assert store.entity(entity) is not None
