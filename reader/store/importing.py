"""Taking an export back into a library: the records of its lines, checked, and what they put there."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Sequence

import msgspec

from reader.errors import InputError
from reader.models.article import Article
from reader.models.journal import ChangeKind
from reader.models.listing import AddOutcome, AddStatus
from reader.sanitize import sanitize
from reader.store import journal
from reader.store.articles import article_from
from reader.store.codec import Details, pack_details, pack_raw, pack_text
from reader.store.database import Database

FIRST = 512
"""Bytes of a file by which an export is known."""


class Earlier(msgspec.Struct):
    """An earlier text of an article."""

    digest: str
    replaced: str
    text: str
    details: Details
    raw: str


class Kept(msgspec.Struct):
    """An article."""

    origin: str
    added: str
    text: str
    details: Details
    raw: str | None = None
    changed: bool = False
    other_origins: list[str] = []
    revisions: list[Earlier] = []

    def article(self) -> Article:
        """The article, its text sanitised like any other from outside."""
        if sanitize(self.text) != self.text:
            raise InputError("holds a text with control characters, which no export has")
        return article_from(0, self.text, self.details, self.origin)

    def bytes(self) -> bytes:
        """What it was read from."""
        return self.text.encode("utf-8", "surrogatepass") if self.raw is None else b64decode(self.raw)


class Done(msgspec.Struct):
    """A line of the journal."""

    at: str
    kind: ChangeKind
    target: str
    before: str
    after: str
    undone: int
    batch: int


class Stands(msgspec.Struct):
    """What the journal amounts to; ``change`` is the number of its line in the export, from 1."""

    kind: ChangeKind
    target: str
    value: str
    change: int


class Seen(msgspec.Struct):
    """Which articles a watch has shown, by the digests of their texts."""

    watch: str
    articles: list[str]


class Line(msgspec.Struct):
    """One line of an export, of which one thing is given."""

    export: str | None = None
    article: Kept | None = None
    change: Done | None = None
    stands: Stands | None = None
    seen: Seen | None = None


_LINES = msgspec.json.Decoder(Line)


def is_export(head: bytes) -> bool:
    """Whether bytes that begin so are an export of a library."""
    try:
        return _LINES.decode(head.partition(b"\n")[0]).export == "reader"
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return False


def read_line(written: bytes) -> Line:
    """A line of an export.

    Raises:
        InputError: it is none; the end of a sentence about it.
    """
    try:
        return _LINES.decode(written)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise InputError("is no line of an export") from error


def put_earlier(database: Database, outcome: AddOutcome, kept: Kept) -> None:
    """What an article that was just put back had beside its text; inside a transaction."""
    if outcome.status is not AddStatus.ADDED or outcome.id is None:
        return
    database.run("UPDATE article SET is_changed = ? WHERE id = ?", (kept.changed, outcome.id))
    for each in kept.revisions:
        database.run(
            "INSERT INTO revision(article_id, digest, replaced_at, text, details, raw) VALUES (?, ?, ?, ?, ?, ?)",
            (
                outcome.id,
                each.digest,
                each.replaced,
                pack_text(each.text),
                pack_details(each.details),
                pack_raw(b64decode(each.raw), each.text),
            ),
        )


def put_journal(database: Database, done: Sequence[Done], stands: Sequence[Stands], seen: Sequence[Seen]) -> None:
    """Put back what the person did: as it was into an empty journal, else what stands, which undo passes over."""
    with database.transaction():
        if database.row("SELECT 1 FROM change") is None:
            numbers = [_put_change(database, each) for each in done]
            for each in stands:
                number = numbers[each.change - 1] if 1 <= each.change <= len(numbers) else 0
                if number:
                    journal.let_stand(database, each.kind, each.target, each.value, number)
        else:
            at = {number: each.at for number, each in enumerate(done, 1)}
            journal.receive(
                database,
                [(at.get(each.change, ""), each.kind, each.target, each.value) for each in stands if each.value],
            )
        for watch in seen:
            for digest in watch.articles:
                database.run(
                    "INSERT OR IGNORE INTO watch_seen SELECT ?, id FROM article WHERE digest = ?", (watch.watch, digest)
                )


def _put_change(database: Database, done: Done) -> int:
    return database.run(
        "INSERT INTO change(at, kind, target, before, after, undone, batch) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (done.at, done.kind, done.target, done.before, done.after, done.undone, done.batch),
    )
