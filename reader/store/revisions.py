"""The texts that an article has had: the earlier ones are kept when it is revised."""

from __future__ import annotations

from reader.models.article import STORY_LABELS, Line, LineLabel
from reader.models.revisions import Version
from reader.store.codec import unpack_details, unpack_text
from reader.store.database import Database
from reader.store.news import NewsKind, tell


def versions(database: Database, article: int) -> tuple[Version, ...]:
    """Every text of an article, the first one first, the present one last; none if there is no such article."""
    rows = database.rows(
        """
        SELECT text, details, replaced_at, digest FROM (
            SELECT id, text, details, replaced_at, digest FROM revision WHERE article_id = ?
            UNION ALL
            SELECT 9e18, body.text, body.details, '', article.digest
            FROM body JOIN article ON article.id = article_id WHERE article_id = ?)
        ORDER BY id
        """,
        (article, article),
    )
    found = []
    for packed, details, replaced_at, digest in rows:
        text, known = unpack_text(packed), unpack_details(details)
        found.append(Version(known.title.value or "", _story(text, known.lines), replaced_at, digest))
    return tuple(found)


def _story(text: str, lines: tuple[Line, ...]) -> str:
    return "\n".join(
        " ".join(text[line.start : line.end].split())
        for line in lines
        if line.label in STORY_LABELS and line.label is not LineLabel.TITLE
    )


def changed_at(database: Database, article: int) -> tuple[str, ...]:
    """The UTC moments at which an article was revised, the first one first."""
    rows = database.rows("SELECT replaced_at FROM revision WHERE article_id = ? ORDER BY id", (article,))
    return tuple(row[0] for row in rows)


def see_change(database: Database, article: int) -> None:
    """Note that the person has seen that an article was revised."""
    with database.transaction():
        if database.row("SELECT 1 FROM article WHERE id = ? AND is_changed = 1", (article,)):
            database.run("UPDATE article SET is_changed = 0 WHERE id = ?", (article,))
            tell(database, NewsKind.ARTICLE, (article,))
