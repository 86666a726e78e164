"""Events and stories as tables: written after grouping, with ids that stay."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reader.models.library import EventGroup
from reader.store.comparing import comparison_key
from reader.store.database import Database
from reader.store.differences import forget_differences
from reader.store.identity import identify
from reader.store.journal import last_change
from reader.store.news import NewsKind, tell
from reader.store.placing import place_event


def event_of(database: Database, article_id: int) -> int | None:
    """The id of an article's event."""
    row = database.row("SELECT event_id FROM article WHERE id = ?", (article_id,))
    return None if row is None else int(row[0])


def event_articles(database: Database, event_id: int) -> tuple[int, ...]:
    """The ids of an event's articles, newest first."""
    rows = database.rows(
        "SELECT id FROM article WHERE event_id = ? ORDER BY sort_at DESC, id DESC", (current(database, event_id),)
    )
    return tuple(row[0] for row in rows)


def current(database: Database, event_id: int) -> int:
    """The id of the event that this one was merged into, or the same."""
    row = database.row("SELECT event_id FROM event_alias WHERE old_id = ?", (event_id,))
    return event_id if row is None else int(row[0])


def put_events(database: Database, groups: Sequence[EventGroup]) -> tuple[int, ...]:
    """Store how articles group into events; see ``Store.put_events``."""
    with database.transaction():
        before = _events_before(database, groups)
        known = [_known(group, before) for group in groups]
        everyone = [*known, *_left_alone(database, known, before)]
        identities = identify([group.articles for group in everyone], before)
        ids: list[int] = []
        for group, kept in zip(everyone, identities.kept, strict=True):
            ids.append(_put_event(database, group, kept, before) if group.articles else 0)
        for gone, index in identities.gone:
            _merge(database, gone, ids[index])
        for event in {*ids} - {0}:
            _clear_stale(database, event)
            place_event(database, event)  # only now: its newest article may have gone to another one
    return tuple(ids[: len(groups)])


def _events_before(database: Database, groups: Sequence[EventGroup]) -> dict[int, int]:
    """The event of every article that shares one with an article of the groups."""
    members = {article for group in groups for article in group.articles}
    touched = {event for article in members if (event := event_of(database, article)) is not None}
    return {
        row[0]: event
        for event in touched
        for row in database.rows("SELECT id FROM article WHERE event_id = ?", (event,))
    }


def _known(group: EventGroup, before: dict[int, int]) -> EventGroup:
    """The group without articles that the library does not hold (any more)."""
    held = tuple(article for article in group.articles if article in before)
    return EventGroup(held, group.title, group.day, group.copies)


def _left_alone(database: Database, groups: Sequence[EventGroup], before: dict[int, int]) -> list[EventGroup]:
    """The articles of the events touched that no group holds, each as an event of its own."""
    members = {article for group in groups for article in group.articles}
    alone = []
    for article in sorted(before.keys() - members):
        row = database.row("SELECT title FROM article WHERE id = ?", (article,))
        alone.append(EventGroup((article,), row[0] if row else ""))
    return alone


def _put_event(database: Database, group: EventGroup, kept: int | None, before: dict[int, int]) -> int:
    """Write one event, if anything of it has changed; its id."""
    members = set(group.articles)
    event = kept or database.run("INSERT INTO event(sort_at, title, size) VALUES ('', '', 0)")
    row = database.row("SELECT title, day, size FROM event WHERE id = ?", (event,))
    earlier = {article for article, old in before.items() if old == kept}
    copies = {
        row[0] for row in database.rows("SELECT id FROM article WHERE event_id = ? AND is_copy = 1", (event,))
    } & members
    same_members = kept is not None and earlier == members
    if same_members and row and tuple(row) == (group.title, group.day, len(members)) and copies == set(group.copies):
        return event
    database.run_many(
        "UPDATE article SET is_copy = ? WHERE id = ?", [(article in group.copies, article) for article in members]
    )
    came_after = last_change(database)
    database.run_many(
        "UPDATE article SET event_id = ?, came_after = ? WHERE id = ?",
        [(event, came_after, article) for article in members - earlier],
    )
    database.run(
        "UPDATE event SET title = ?, day = ?, size = ?, is_compared = is_compared AND ? WHERE id = ?",
        (group.title, group.day, len(members), same_members, event),
    )
    tell(database, NewsKind.EVENT, (event,))
    return event


def _merge(database: Database, gone: int, event: int) -> None:
    """Make the id of an event that is gone lead to another one."""
    database.run("UPDATE event_alias SET event_id = ? WHERE event_id = ?", (event, gone))
    database.run("INSERT OR REPLACE INTO event_alias(old_id, event_id) VALUES (?, ?)", (gone, event))
    remove_event(database, gone)


def remove_event(database: Database, event: int) -> None:
    """Remove an event without articles, and with it a story that has only one event left; inside a transaction."""
    row = database.row("SELECT story_id FROM event WHERE id = ?", (event,))
    database.run("DELETE FROM event WHERE id = ?", (event,))
    tell(database, NewsKind.EVENT, (event,))
    story = row[0] if row else None
    if story is not None:
        left = [other[0] for other in database.rows("SELECT id FROM event WHERE story_id = ?", (story,))]
        if len(left) < 2:
            database.run("UPDATE event SET story_id = NULL WHERE story_id = ?", (story,))
            database.run("DELETE FROM story WHERE id = ?", (story,))
            tell(database, NewsKind.EVENT, left)


def _clear_stale(database: Database, event: int) -> None:
    """An event of other articles, or other texts, than were compared has no differences that could be counted.

    While just these articles wait to be compared by another version, what the last one said still stands.
    """
    if database.row("SELECT 1 FROM event WHERE id = ? AND is_compared = 0", (event,)) is None:
        return
    key = comparison_key(database, event_articles(database, event))
    if database.row("SELECT 1 FROM comparison WHERE event_id = ? AND key = ?", (event, key)) is None:
        forget_differences(database, event)


def put_stories(database: Database, stories: Sequence[Collection[int]]) -> tuple[int, ...]:
    """Store which events form stories; see ``Store.put_stories``."""
    with database.transaction():
        groups = [tuple(dict.fromkeys(current(database, event) for event in story)) for story in stories]
        before = _stories_before(database, groups)
        identities = identify(groups, before)
        ids: list[int] = []
        after: dict[int, int | None] = dict.fromkeys(before)
        for group, kept in zip(groups, identities.kept, strict=True):
            # One event is no story.
            story = (kept or database.run("INSERT INTO story DEFAULT VALUES")) if len(group) > 1 else 0
            ids.append(story)
            after.update(dict.fromkeys(group, story or None))
        for event, story_id in after.items():
            if before.get(event) != story_id:
                database.run("UPDATE event SET story_id = ? WHERE id = ?", (story_id, event))
                tell(database, NewsKind.EVENT, (event,))
        for old in set(before.values()) - set(ids):
            database.run("DELETE FROM story WHERE id = ?", (old,))
    return tuple(ids)


def _stories_before(database: Database, groups: Sequence[Collection[int]]) -> dict[int, int]:
    """The story of every event that shares one with an event of the groups."""
    members = {event for group in groups for event in group}
    touched = {
        row[0]
        for event in members
        if (row := database.row("SELECT story_id FROM event WHERE id = ? AND story_id IS NOT NULL", (event,)))
    }
    return {
        row[0]: story for story in touched for row in database.rows("SELECT id FROM event WHERE story_id = ?", (story,))
    }
