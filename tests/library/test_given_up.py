"""A question whose answer is not wanted any more ends at once, in the middle of a query too."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path
from time import monotonic

import pytest

from reader.errors import GivenUpError
from reader.library import Library
from reader.store.opening import connect
from reader.ui.find_rows import find
from tests.bench.big_library import make_library

ENDLESS = "WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number) SELECT count(*) FROM number"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    path = make_library(tmp_path_factory.mktemp("given_up") / "library.db", 300, 80, 200)
    with closing(Library.open(path)) as opened:
        yield opened


def test_a_query_under_way_is_given_up_and_the_next_one_answered(tmp_path: Path) -> None:
    with closing(connect(tmp_path / "library.db")) as database:
        until = monotonic() + 0.2
        with pytest.raises(GivenUpError), database.while_wanted(lambda: monotonic() < until):
            database.rows(ENDLESS)
        assert monotonic() < until + 5
        assert database.number("SELECT 7") == 7


@pytest.mark.parametrize("looks", [0, 1, 3, 10])
def test_the_finder_gives_up_what_has_been_replaced_and_asks_on(library: Library, looks: int) -> None:
    asked = count()
    assert find(library, "the", 1, lambda: next(asked) < looks) == ()
    assert next(asked) == looks + 1, "nothing is asked after the first no"
    assert len(find(library, "the", 1, lambda: True)) > 3


def test_the_finder_fetches_no_article_ids_and_says_how_many_there_are(library: Library) -> None:
    (first, *_) = library.find_entities("a", 1, articles=0)
    assert first.articles == ()
    assert first.in_articles == len(library.find_entities("a", 1)[0].articles) > 0
