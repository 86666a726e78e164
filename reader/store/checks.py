"""What must agree in a library, as SQL: how to find what does not, and how to make it agree again.

Everything here can be derived from the articles and the journal, so that mending it loses nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reader.store.database import Database


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must hold.

    Attributes:
        wrong: a query with a row for each place where it does not.
        told: says what is wrong there, with the columns of a row.
        mends: statements after which it holds.
        mended: what they have done, in a sentence.
    """

    wrong: str
    told: str
    mends: tuple[str, ...]
    mended: str

    def found(self, database: Database, limit: int = -1) -> list[str]:
        """What is wrong, a sentence each; a negative limit is none."""
        return [self.told.format(*row) for row in database.rows(f"{self.wrong} LIMIT ?", (limit,))]


_COUNTED = {
    "articles": "SELECT count(*) FROM article",
    "analysed": "SELECT count(*) FROM article WHERE is_current = 1",
    "unread": "SELECT count(*) FROM article WHERE is_read = 0",
    "events": "SELECT count(*) FROM event",
    "stories": "SELECT count(*) FROM story",
}
_TALLY = " UNION ALL ".join(f"SELECT '{name}' AS name, ({sql}) AS number" for name, sql in _COUNTED.items())

_NEWEST = "(SELECT max(sort_at) FROM article WHERE event_id = event.id)"
_SIZE = "(SELECT count(*) FROM article WHERE event_id = event.id)"
_NAMED = "(SELECT coalesce(sum(count), 0) FROM mention WHERE entity_id = entity.id)"
_STANDS = "EXISTS (SELECT 1 FROM standing WHERE standing.kind = '{0}' AND target = article.digest)"
_LAST = "SELECT kind, target, max(id) AS id, after FROM change WHERE undone IN (0, 3) GROUP BY kind, target"
_DIFFERS = """
    (SELECT count(*) FROM difference WHERE event_id = event.id AND is_sure = {0} AND NOT EXISTS (
        SELECT 1 FROM standing WHERE kind = 'dismissed' AND target = difference.key))
"""
_SURE, _LIKELY = _DIFFERS.format(1), _DIFFERS.format(0)

CHECKS: Final[tuple[Check, ...]] = (
    Check(
        f"SELECT last.kind, last.target FROM ({_LAST}) AS last WHERE last.after <> '' AND NOT EXISTS"
        " (SELECT 1 FROM standing WHERE standing.kind = last.kind AND standing.target = last.target)",
        "What was done ({0}) is in the journal, but does not stand.",
        (f"INSERT OR IGNORE INTO standing SELECT kind, target, id FROM ({_LAST}) WHERE after <> ''",),
        "What the journal says stands again.",
    ),
    *(
        Check(
            f"SELECT id FROM article WHERE {column} <> {_STANDS.format(kind)}",
            f"Article {{0}} is not marked as the journal says ({kind}).",
            (f"UPDATE article SET {column} = {_STANDS.format(kind)} WHERE {column} <> {_STANDS.format(kind)}",),
            f"Articles are marked as the journal says ({kind}).",
        )
        for kind, column in (("read", "is_read"), ("starred", "is_starred"))
    ),
    Check(
        "SELECT id FROM event WHERE NOT EXISTS (SELECT 1 FROM article WHERE event_id = event.id)",
        "Event {0} has no article.",
        (
            "DELETE FROM event_alias WHERE NOT EXISTS (SELECT 1 FROM article WHERE event_id = event_alias.event_id)",
            (
                "UPDATE comparison SET event_id = NULL WHERE event_id IS NOT NULL"
                " AND NOT EXISTS (SELECT 1 FROM article WHERE event_id = comparison.event_id)"
            ),
            "DELETE FROM event WHERE NOT EXISTS (SELECT 1 FROM article WHERE event_id = event.id)",
        ),
        "Events without articles were removed.",
    ),
    Check(
        f"SELECT id, size, {_SIZE} FROM event WHERE size <> {_SIZE}",
        "Event {0} counts {1} articles, but has {2}.",
        (f"UPDATE event SET is_compared = 0, size = {_SIZE} WHERE size <> {_SIZE}",),
        "The articles of events were counted again.",
    ),
    Check(
        f"SELECT id FROM event WHERE sort_at <> {_NEWEST}",
        "Event {0} does not stand where its newest article does.",
        (f"UPDATE event SET sort_at = {_NEWEST} WHERE sort_at <> {_NEWEST}",),
        "Events stand where their newest articles do.",
    ),
    Check(
        "SELECT story.id FROM story WHERE (SELECT count(*) FROM event WHERE story_id = story.id) < 2",
        "Story {0} has fewer than two events.",
        (
            (
                "UPDATE event SET story_id = NULL WHERE (SELECT count(*) FROM event AS other"
                " WHERE other.story_id = event.story_id) < 2"
            ),
            "DELETE FROM story WHERE NOT EXISTS (SELECT 1 FROM event WHERE story_id = story.id)",
        ),
        "Stories of fewer than two events were removed.",
    ),
    Check(
        f"SELECT id FROM event WHERE (conflicts, doubts) <> ({_SURE}, {_LIKELY})",
        "The differences of event {0} are counted wrongly.",
        (f"UPDATE event SET conflicts = {_SURE}, doubts = {_LIKELY}",),
        "The differences of events were counted again.",
    ),
    Check(
        "SELECT article_id FROM mention JOIN article ON article.id = article_id"
        " WHERE mention.sort_at <> article.sort_at",
        "A name in article {0} does not stand where the article does.",
        ("UPDATE OR REPLACE mention SET sort_at = (SELECT sort_at FROM article WHERE id = article_id)",),
        "Names stand where their articles do.",
    ),
    Check(
        f"SELECT name, mentions, {_NAMED} FROM entity WHERE mentions <> {_NAMED}",
        "{0} counts {1} mentions, but has {2}.",
        (f"UPDATE entity SET mentions = {_NAMED} WHERE mentions <> {_NAMED}",),
        "The mentions of names were counted again.",
    ),
    Check(
        f"SELECT counted.name, value, number FROM ({_TALLY}) AS counted LEFT JOIN tally ON tally.name = counted.name"
        " WHERE value IS NOT number",
        "The counter of {0} says {1}, but there are {2}.",
        (f"INSERT OR REPLACE INTO tally SELECT name, number FROM ({_TALLY})",),
        "The counters were counted again.",
    ),
)
"""In an order in which what is mended first does not make what was mended before wrong."""
