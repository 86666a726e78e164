"""The filter language, from words to articles; a query that breaks off says where."""

from __future__ import annotations

from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import QueryError
from reader.library import Library
from reader.models.annotations import Kind
from reader.models.entities import Alias
from reader.models.library import EventGroup
from reader.store.query import parse
from reader.store.store import Store
from tests.store.making import BRIDGE, FERRY, HARVEST, Named, analyse, make_article, put_id


@pytest.fixture
def filled(store: Store, library: Library) -> dict[str, int]:
    """Three articles: bridge (14 May, Lindholm Courier), ferry (16 May, Östra Posten), harvest (April, no outlet)."""
    numbers = {
        "bridge": put_id(store, make_article(BRIDGE, published="2024-05-14T10:30")),
        "ferry": put_id(store, make_article(FERRY, "/f.txt", outlet="Östra Posten", published="2024-05-16")),
        "harvest": put_id(store, make_article(HARVEST, "/h.txt", outlet=None, published="2024-04-02")),
    }
    minister = store.add_entity(
        "Ewa Żuraw",
        Kind.PERSON,
        [Alias("ewa zuraw", "Ewa Żuraw", "same name"), Alias("ewa zuraw", "Ewa Zuraw", "spelling")],
    )
    town = store.add_entity("Lindholm", Kind.PLACE, [Alias("lindholm", "Lindholm", "same name")])
    paper = store.add_entity("Lindholm Courier", Kind.ORG, [Alias("lindholm courier", "Lindholm Courier", "same name")])
    analyse(store, numbers["bridge"], Named("Ewa Żuraw", minister.id), Named("Lindholm", town.id, Kind.PLACE))
    analyse(store, numbers["ferry"], Named("Ewa Zuraw", minister.id), Named("Lindholm Courier", paper.id, Kind.ORG))
    store.put_events([EventGroup((numbers["bridge"], numbers["ferry"]), "Harbour bridge closed")])
    library.set_read([numbers["harvest"]])
    library.set_starred([numbers["ferry"]])
    return numbers


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", "ferry bridge harvest"),
        ("   ", "ferry bridge harvest"),
        ("bridge", "ferry bridge"),
        ("BRIDGE barge", "bridge"),
        ("ostra", "ferry"),
        ("żuraw", "ferry bridge"),
        ("z\u0307uraw", "ferry bridge"),
        ('"at least ten"', "bridge"),
        ('"ten least"', ""),
        ("“harbour bridge at”", "bridge"),
        ("bridge -barge", "ferry"),
        ('-"harbour bridge"', "harvest"),
        ("wheat OR barge", "bridge harvest"),
        ("wheat OR bridge -barge", "ferry harvest"),
        ("person:zuraw", "ferry bridge"),
        ('person:"Ewa Żuraw"', "ferry bridge"),
        ("person:lindholm", ""),
        ("place:lindholm", "bridge"),
        ("org:courier", "ferry"),
        ("entity:lindholm", "bridge"),
        ("person:zurav", "ferry bridge"),
        ("-person:zuraw", "harvest"),
        ("outlet:courier", "bridge"),
        ('outlet:"ostra posten"', "ferry"),
        ("-outlet:courier", "ferry harvest"),
        ("date:2024-05", "ferry bridge"),
        ("date:2024-05-14", "bridge"),
        ("date:2024", "ferry bridge harvest"),
        ("after:2024-05-15", "ferry"),
        ("before:2024-05", "harvest"),
        ("after:2024-04-02 before:2024-05-16", "bridge harvest"),
        ("unread", "ferry bridge"),
        ("-unread", "harvest"),
        ("starred", "ferry"),
        ('"starred"', ""),
        ("event:harbour", "ferry bridge"),
        ("12:30", ""),
        ("event:wheat", "harvest"),
        ("wheat or bridge not barge", "ferry harvest"),
        ("person:zuraw and unread", "ferry bridge"),
        ("not person:zuraw", "harvest"),
        ('"or"', ""),
        ("bridge – barge", "bridge"),
    ],
)
def test_a_query_finds(library: Library, filled: dict[str, int], query: str, found: str) -> None:
    assert [entry.articles[0] for entry in library.outline(query, grouped=False)] == [
        filled[name] for name in found.split()
    ]


def test_an_event_is_found_by_its_id_and_by_one_that_was_merged_into_it(
    store: Store, library: Library, filled: dict[str, int]
) -> None:
    event = store.event_of(filled["bridge"])
    gone = store.database.row("SELECT old_id FROM event_alias")
    assert gone is not None
    for number in (event, gone[0]):
        found = library.outline(f"event:{number}", grouped=False)
        assert {entry.articles[0] for entry in found} == {filled["bridge"], filled["ferry"]}


@pytest.mark.parametrize(
    ("query", "position", "words"),
    [
        ('bridge "harbour', 7, "not closed"),
        ("colour:red", 0, "no field"),
        ("bridge -colour:red", 8, "no field"),
        ("person:", 7, "needs a value"),
        ('person:""', 9, "needs a value"),
        ("bridge OR", 7, "after"),
        ("OR bridge", 0, "before"),
        ("a OR OR b", 5, "before"),
        ("date:yesterday", 5, "2023-04-19"),
        ("after:2023-13", 6, "2023-04-19"),
        ("-", 1, "needs a value"),
        ("- bridge", 1, "needs a value"),
        ("bridge and", 7, "AND needs something after"),
        ("bridge not", 7, "NOT needs something after"),
        ("and bridge", 0, "AND needs something before"),
        ("(((", 0, "no letter or digit"),
        (" * %", 1, "no letter or digit"),
    ],
)
def test_a_wrong_query_says_what_is_wrong_and_where(query: str, position: int, words: str) -> None:
    with pytest.raises(QueryError, match=words) as refusal:
        parse(query)
    assert refusal.value.position == position


def test_a_query_of_too_many_terms_says_so_and_one_of_very_long_terms_is_answered(
    library: Library, filled: dict[str, int]
) -> None:
    assert filled
    with pytest.raises(QueryError, match="at most"):
        library.outline("bridge " * 200)
    assert library.outline("bridge " * 100) == library.outline("bridge")
    assert library.outline("OR".join(["bridge "] + [" bridge "] * 98 + [" bridge"])) == library.outline("bridge")
    assert library.outline("x" * 100_000) == ()
    assert library.outline('person:"' + " ".join(f"ewa{index}" for index in range(5000)) + '"') == ()


pieces = st.sampled_from(
    ["bridge", '"', "-", "OR", " ", "person:", "date:2024", "unread", "'", "*", "(", ")", "^", "NEAR", "AND", "é", ":"]
)


@given(st.lists(pieces | st.text(max_size=4), max_size=8).map("".join))
def test_any_query_finds_something_or_says_where_it_breaks(
    tmp_path_factory: pytest.TempPathFactory, query: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "any-query.db"
    with Store.open(path) as store:
        put_id(store, make_article())
    with closing(Library.open(path)) as library:
        position, sentence = ask(library, query)
    assert 0 <= position <= len(query)
    assert sentence.endswith(".")


def ask(library: Library, query: str) -> tuple[int, str]:
    """Where and how the query breaks off; 0 and "." if it does not."""
    try:
        library.outline(query)
        library.outline(query, grouped=False)
        library.events(query=query)
    except QueryError as refusal:
        return refusal.position, str(refusal)
    return 0, "."
