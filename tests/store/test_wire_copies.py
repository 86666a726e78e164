"""The same text from another outlet is kept as an article of its own; from the same outlet, or nobody's, it is not."""

from __future__ import annotations

import pytest

from reader.models.listing import AddStatus
from reader.store.store import Store
from tests.store.making import ADDED_AT, make_article


@pytest.mark.parametrize(
    ("first", "second", "status"),
    [
        ("Lindholm Courier", "Orsa Herald", AddStatus.ADDED),
        ("Lindholm Courier", "Lindholm Courier", AddStatus.SKIPPED),
        ("Lindholm Courier", None, AddStatus.SKIPPED),
        (None, "Lindholm Courier", AddStatus.SKIPPED),
        (None, None, AddStatus.SKIPPED),
    ],
)
def test_a_text_comes_twice(store: Store, first: str | None, second: str | None, status: AddStatus) -> None:
    for outlet, origin in ((first, "/one.txt"), (second, "/two.txt")):
        article = make_article(origin=origin, outlet=outlet)
        outcome = store.put_article(article, b"raw", size=0, mtime_ns=0, added_at=ADDED_AT)
    assert outcome.status is status
    again = store.put_article(article, b"raw", size=0, mtime_ns=0, added_at=ADDED_AT)
    assert again.status is not AddStatus.ADDED
    assert store.database.number("SELECT count(*) FROM article") == (2 if status is AddStatus.ADDED else 1)
