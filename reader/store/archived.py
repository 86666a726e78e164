"""A working file for the events of an archive: the grouping's own tables, and beside them what each article is."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from reader.store.database import Database
from reader.store.grouping import GroupingTables
from reader.store.opening import connect


@dataclass(frozen=True, slots=True)
class Archived:
    """An article of an archive.

    Attributes:
        number: by which the grouping knows it; ascending in the order of the shards.
    """

    number: int
    digest: str
    title: str
    outlet: str
    published: str
    origin: str


class ArchivedArticles:
    """The articles of an archive while their events are found."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.tables = GroupingTables(database)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Several writings as one."""
        with self._database.transaction():
            yield

    def put(self, article: Archived) -> bool:
        """Keep an article; False if its text is there already."""
        if self._database.row("SELECT 1 FROM archived WHERE digest = ?", (article.digest,)):
            return False
        self._database.run(
            "INSERT INTO archived VALUES (?, ?, ?, ?, ?, ?)",
            (article.number, article.digest, article.title, article.outlet, article.published, article.origin),
        )
        return True

    def articles(self, numbers: Collection[int]) -> tuple[Archived, ...]:
        """The articles of these numbers, ascending."""
        found = (self._database.row("SELECT * FROM archived WHERE id = ?", (number,)) for number in sorted(numbers))
        return tuple(Archived(*row) for row in found if row is not None)

    def days(self) -> tuple[int, int] | None:
        """The first and the last stated day of publication, as ordinals; None without any."""
        row = self._database.row("SELECT min(day), max(day) FROM term_vector")
        return None if row is None or row[0] is None else (row[0], row[1])

    def published(self, days: tuple[int, int] | None) -> tuple[int, ...]:
        """The articles of these days, the first and the last included; None for those without a stated day."""
        if days is None:
            return tuple(row[0] for row in self._database.rows("SELECT article_id FROM term_vector WHERE day IS NULL"))
        rows = self._database.rows("SELECT article_id FROM term_vector WHERE day BETWEEN ? AND ?", days)
        return tuple(row[0] for row in rows)

    def strong_edges(self, least: float) -> Iterator[tuple[int, int]]:
        """The pairs of articles that are at least so likely on one event."""
        for row in self._database.each("SELECT first_id, second_id FROM edge WHERE score >= ?", (least,)):
            yield row[0], row[1]


@contextmanager
def working_file(path: Path) -> Iterator[ArchivedArticles]:
    """A new working file; nothing of it needs to outlive the process."""
    with closing(connect(path)) as database:
        for pragma in ("foreign_keys = OFF", "synchronous = OFF"):
            database.run(f"PRAGMA {pragma}")
        database.run(
            "CREATE TABLE archived (id INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, title TEXT NOT NULL,"
            " outlet TEXT NOT NULL, published TEXT NOT NULL, origin TEXT NOT NULL)"
        )
        database.run("CREATE INDEX term_vector_by_day ON term_vector(day)")
        yield ArchivedArticles(database)
