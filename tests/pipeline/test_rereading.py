"""A newer version of the cleaning reads again what an older one has read, from the stored bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.ingest.article import INGEST_VERSION, article_of, read_article
from reader.ingest.draft import Draft
from reader.models.article import Article
from reader.pipeline import rereading
from reader.pipeline.rereading import Rereading
from reader.store.store import Store

RAW = (
    b"The Harbour Gazette\n\nFerry returns to port\n\nThe ferry came back on Monday, its captain said in the harbour.\n"
)
NOW = "2024-05-01T10:00:00+00:00"


def put(store: Store, name: str) -> int:
    raw = RAW + name.encode()
    article = read_article(raw, f"/gone/{name}.txt", markdown=False)
    outcome = store.put_article(article, raw, size=len(raw), mtime_ns=1, added_at=NOW)
    assert outcome.id is not None
    return outcome.id


def shouting(draft: Draft, origin: str) -> Article:
    """A newer cleaning, which labels the same bytes otherwise: it keeps the last line only."""
    article = article_of(draft, origin)
    return Article(
        **{name: getattr(article, name) for name in Article.__slots__ if name != "lines"}, lines=article.lines[-1:]
    )


def test_everything_is_read_again_once_and_its_analysis_is_due(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(tmp_path / "library.db") as store:
        assert not Rereading(store).step(), "an empty library needs no reading"
        first, second = put(store, "one"), put(store, "two")
        assert not Rereading(store).step(), "this version has read it all"
        monkeypatch.setattr(rereading, "INGEST_VERSION", INGEST_VERSION + 1)
        monkeypatch.setattr(rereading, "article_of", shouting)
        work = Rereading(store)
        while work.step():
            pass
        for number in (first, second):
            article = store.article(number)
            assert article is not None
            assert len(article.lines) == 1
        assert set(store.pending(10)) == {first, second}
        assert not Rereading(store).step()


def test_what_was_broken_off_begins_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(tmp_path / "library.db") as store:
        Rereading(store)
        put(store, "one")
        monkeypatch.setattr(rereading, "INGEST_VERSION", INGEST_VERSION + 1)
        assert Rereading(store).step()
        assert store.ingest_version() == INGEST_VERSION
        assert Rereading(store).step()
