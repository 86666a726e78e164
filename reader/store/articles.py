"""Articles, their origins and their earlier texts: written by the worker one at a time, read by everyone."""

from __future__ import annotations

from dataclasses import replace

from reader.errors import RecordError
from reader.models.article import STORY_LABELS, UNKNOWN, Article, Evidence, Metadatum, Status
from reader.models.journal import ChangeKind
from reader.models.library import KnownOrigin
from reader.models.listing import AddOutcome, AddStatus
from reader.store import events, fulltext, journal
from reader.store.codec import (
    Details,
    details_of,
    pack_details,
    pack_raw,
    pack_text,
    raw_digest,
    unpack_details,
    unpack_raw,
    unpack_text,
)
from reader.store.database import Database
from reader.store.differences import forget_differences
from reader.store.moments import moment, now
from reader.store.news import NewsKind, tell
from reader.store.placing import move
from reader.store.records import checked
from reader.store.sketches import earlier_version, put_sketch

COMPLETED = "the rest of its text"
"""Why an article is updated that has not been changed."""


def known_origin(database: Database, origin: str) -> KnownOrigin | None:
    """What was read from this path or URL before."""
    row = database.row(
        """
        SELECT origin.article_id, size, mtime_ns, origin.digest, article.origin <> origin.origin
        FROM origin JOIN article ON article.id = origin.article_id WHERE origin.origin = ?
        """,
        (origin,),
    )
    if row is None:
        return None
    article, size, mtime_ns, digest, duplicate = row
    return checked(KnownOrigin(article, size, mtime_ns, digest, bool(duplicate)))


def put_article(
    database: Database,
    article: Article,
    raw: bytes,
    stamp: tuple[int, int],
    added_at: str,
    *,
    completes: bool = False,
) -> AddOutcome:
    """Store an article inside a transaction; see ``Store.put_article``. ``stamp`` is (size, mtime in ns)."""
    digest = article.digest
    before = known_origin(database, article.origin)
    # The same text from another outlet is a wire copy, an article of its own.
    twin = database.row(
        "SELECT id, origin FROM article WHERE digest = ? AND ifnull(outlet = ?, 1) ORDER BY id",
        (digest, article.outlet.value),
    )
    reason = None
    if before and not before.duplicate:
        number = before.article
        same_bytes = before.digest == raw_digest(raw)
        revises = not completes and not same_bytes
        status = _put_again(database, replace(article, id=number), raw, digest, revises=revises)
        reason = COMPLETED if completes and status is AddStatus.UPDATED else None
    elif twin:
        status, number, reason = AddStatus.SKIPPED, int(twin[0]), f"the same text as {twin[1]}"
    elif (earlier := earlier_version(database, article)) is not None:
        number, reason = earlier, f"a new version of what stood at {_move_to(database, earlier, article.origin)}"
        status = _put_again(database, replace(article, id=number), raw, digest, revises=True)
    else:
        status, number = AddStatus.ADDED, _insert(database, article, raw, digest, added_at)
    database.run(
        "INSERT OR REPLACE INTO origin(origin, article_id, size, mtime_ns, digest) VALUES (?, ?, ?, ?, ?)",
        (article.origin, number, *stamp, raw_digest(raw)),
    )
    return AddOutcome(status, number, article.origin, reason)


def _move_to(database: Database, article_id: int, origin: str) -> str:
    """Give an article the address at which it stands now; the one at which it stood comes back, and stays known."""
    row = database.row("SELECT origin FROM article WHERE id = ?", (article_id,))
    database.run("UPDATE article SET origin = ? WHERE id = ?", (origin, article_id))
    return str(row[0]) if row else ""


def _insert(database: Database, article: Article, raw: bytes, digest: str, added_at: str) -> int:
    article_id = _insert_row(database, article, digest, added_at)
    _put_body(database, article_id, article, raw)
    fulltext.add(database, article_id, searched_text(article.text, article.title.value or ""))
    tell(database, NewsKind.ARTICLE, (article_id,))
    return article_id


def _insert_row(database: Database, article: Article, digest: str, added_at: str) -> int:
    """The row of an article, in an event of its own; its id is the article's, if that has one."""
    sort_at = moment(article.published.value) or moment(added_at) or now()
    standing = {kind for (kind,) in database.rows("SELECT kind FROM standing WHERE target = ?", (digest,))}
    title = article.title.value or ""
    event = database.run("INSERT INTO event(sort_at, title, size) VALUES (?, ?, 1)", (sort_at, title))
    return database.run(
        """
        INSERT INTO article(id, sort_at, digest, title, title_status, outlet, published, published_status, words,
                            origin, event_id, is_read, is_starred, added_at, came_after)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            article.id or None,
            sort_at,
            digest,
            title,
            article.title.status,
            article.outlet.value,
            article.published.value,
            article.published.status,
            word_count(article),
            article.origin,
            event,
            ChangeKind.READ in standing,
            ChangeKind.STARRED in standing,
            added_at,
            journal.last_change(database),
        ),
    )


def put_back(database: Database, article_id: int) -> bool:
    """Make the lost row of an article anew from its text and details, inside a transaction; False if they are lost."""
    row = database.row(
        "SELECT text, details, (SELECT origin FROM origin WHERE origin.article_id = body.article_id) FROM body"
        " WHERE article_id = ?",
        (article_id,),
    )
    try:
        text, details, origin = row or (b"", b"", None)
        article = article_from(article_id, unpack_text(text), unpack_details(details), origin or "")
    except RecordError:
        return False
    _insert_row(database, article, article.digest, now())
    _put_names(database, article_id, article)
    return True


def _put_again(database: Database, article: Article, raw: bytes, digest: str, *, revises: bool) -> AddStatus:
    """An article whose origin has been read before: unchanged, understood differently, or revised.

    A revision has other words: the same bytes read by a newer version, other blanks and the rest of a text that was cut
    short are none.
    """
    row = database.row("SELECT digest, added_at FROM article WHERE id = ?", (article.id,))
    old_digest, added_at = row if row is not None else ("", "")
    try:
        stored, old_details = _stored(database, article.id)
    except RecordError:  # damaged: this takes its place, and the index has its words if they are the same
        if digest != old_digest:
            fulltext.add(database, article.id, searched_text(article.text, article.title.value or ""))
        return _put_changed(database, article, raw, old_digest, added_at)
    details = details_of(article)
    kept = details_of(stored)
    if not _is_stated(details.published) and kept.published.status is Status.INFERRED and digest == stored.digest:
        # The date was inferred from the event after the article was read; reading it again does not take it back.
        details = replace(details, published=kept.published)
    if digest == stored.digest and details == kept:
        _put_names(database, article.id, article)
        database.run("DELETE FROM raw WHERE article_id = ?", (article.id,))
        _put_raw(database, article.id, article.text, raw)
        fulltext.renew(database, article.id, searched_text(stored.text, stored.title.value or ""))
        return AddStatus.UNCHANGED
    if revises and article.text.split() != stored.text.split():
        _keep_revision(database, stored, old_details)
        database.run("UPDATE article SET is_changed = 1 WHERE id = ?", (article.id,))
    fulltext.remove(database, article.id, searched_text(stored.text, stored.title.value or ""))
    fulltext.add(database, article.id, searched_text(article.text, article.title.value or ""))
    return _put_changed(database, replace(article, published=details.published), raw, old_digest, added_at)


def _put_changed(database: Database, article: Article, raw: bytes, old_digest: str, added_at: str) -> AddStatus:
    """Write an article in the place of what was stored of it, but for the index of words."""
    digest, title = article.digest, article.title.value or ""
    database.run(
        """
        UPDATE article SET digest = ?, title = ?, title_status = ?, outlet = ?, published = ?, published_status = ?,
                           words = ?, is_current = 0, analysis_version = max(analysis_version, 0) WHERE id = ?
        """,
        (
            digest,
            title,
            article.title.status,
            article.outlet.value,
            article.published.value,
            article.published.status,
            word_count(article),
            article.id,
        ),
    )
    if digest != old_digest:
        _let_go(database, article, old_digest)
    database.run("UPDATE event SET title = ? WHERE size = 1 AND id = (SELECT event_id FROM article WHERE id = ?)",
                 (title, article.id))  # fmt: skip
    database.run("DELETE FROM body WHERE article_id = ?", (article.id,))
    database.run("DELETE FROM raw WHERE article_id = ?", (article.id,))
    _put_body(database, article.id, article, raw)
    move(database, article.id, moment(article.published.value) or moment(added_at) or now())
    tell(database, NewsKind.ARTICLE, (article.id,))
    return AddStatus.UPDATED


def _let_go(database: Database, article: Article, old_digest: str) -> None:
    """An article has another text than before: let go of what holds for the earlier one only."""
    journal.carry(database, old_digest, article.digest)
    if (event := events.event_of(database, article.id)) is not None:
        forget_differences(database, event)
    # What was found points into the earlier text, and the comparison of its event with it.
    database.run("DELETE FROM annotation WHERE article_id = ?", (article.id,))
    database.run("UPDATE article SET analysis_version = 0 WHERE id = ?", (article.id,))
    # Other files had the earlier text: the next look at them makes them articles of their own again.
    database.run(
        "DELETE FROM origin WHERE article_id = ? AND origin <> ? AND origin NOT LIKE 'http%'",
        (article.id, article.origin),
    )


def _is_stated(published: Metadatum[str]) -> bool:
    return published.status is Status.STATED


def _keep_revision(database: Database, stored: Article, details: bytes) -> None:
    database.run(
        """
        INSERT INTO revision(article_id, digest, replaced_at, text, details, raw)
        SELECT ?, ?, ?, ?, ?, (SELECT bytes FROM raw WHERE article_id = ?)
        """,
        (stored.id, stored.digest, now(), pack_text(stored.text), details, stored.id),
    )


def _put_body(database: Database, article_id: int, article: Article, raw: bytes) -> None:
    _put_names(database, article_id, article)
    put_sketch(database, article_id, article)
    database.run(
        "INSERT INTO body(article_id, text, details) VALUES (?, ?, ?)",
        (article_id, pack_text(article.text), pack_details(details_of(article))),
    )
    _put_raw(database, article_id, article.text, raw)


def _put_names(database: Database, article_id: int, article: Article) -> None:
    """What lists are filtered by, beside what they show."""
    names = "; ".join(article.authors.value or ())
    database.run(
        "UPDATE article SET authors = ?, language = ? WHERE id = ?", (names, article.language.value, article_id)
    )


def _put_raw(database: Database, article_id: int, text: str, raw: bytes) -> None:
    packed = pack_raw(raw, text)
    if packed is not None:
        database.run("INSERT INTO raw(article_id, bytes) VALUES (?, ?)", (article_id, packed))


def word_count(article: Article) -> int:
    """The number of words of the story lines of an article."""
    return sum(len(article.text[line.start : line.end].split()) for line in article.lines if line.label in STORY_LABELS)


def searched_text(text: str, title: str) -> str:
    """What the full-text index holds of an article; a title that is not in the text comes before it."""
    return text if title in text else f"{title}\n{text}"


def _stored(database: Database, article_id: int) -> tuple[Article, bytes]:
    """An article as it is stored, and its details as bytes. Raises ``RecordError`` if it cannot be read."""
    row = database.row(
        """
        SELECT body.text, body.details, article.origin
        FROM body JOIN article ON article.id = body.article_id WHERE article.id = ?
        """,
        (article_id,),
    )
    if row is None:
        raise RecordError(f"Article {article_id} has no text.")
    text, details, origin = row
    return article_from(article_id, unpack_text(text), unpack_details(details), origin), details


def article_from(article_id: int, text: str, details: Details, origin: str) -> Article:
    """The article that is kept as text and details."""
    return Article(
        id=article_id,
        text=text,
        title=details.title,
        outlet=details.outlet,
        authors=details.authors,
        published=details.published,
        language=details.language,
        origin=origin,
        lines=details.lines,
        links=details.links,
    )


def read_article(database: Database, article_id: int) -> Article | None:
    """An article with its text, or None."""
    row = database.row(
        """
        SELECT body.text, body.details, article.origin
        FROM article JOIN body ON body.article_id = article.id WHERE article.id = ?
        """,
        (article_id,),
    )
    if row is None:
        return None
    text, details, origin = row
    return article_from(article_id, unpack_text(text), unpack_details(details), origin)


def name_of(database: Database, article_id: int) -> str:
    """The title of an article, or where it was read."""
    row = database.row("SELECT coalesce(nullif(title, ''), origin) FROM article WHERE id = ?", (article_id,))
    return row[0] if row else f"article {article_id}"


def read_text(database: Database, article_id: int) -> str | None:
    """The text of an article, or None."""
    row = database.row("SELECT text FROM body WHERE article_id = ?", (article_id,))
    return None if row is None else unpack_text(row[0])


def read_raw(database: Database, article_id: int) -> bytes | None:
    """The bytes an article was read from, or None."""
    text = read_text(database, article_id)
    if text is None:
        return None
    row = database.row("SELECT bytes FROM raw WHERE article_id = ?", (article_id,))
    return unpack_raw(None if row is None else row[0], text)


def infer_published(database: Database, article_id: int, published: str, rule: str) -> None:
    """Give an article without a stated date an inferred one."""
    with database.transaction():
        row = database.row("SELECT details FROM body WHERE article_id = ?", (article_id,))
        at = moment(published)
        if row is None or at is None:
            return
        details = unpack_details(row[0])
        if _is_stated(details.published) or details.published.value == published:
            return
        inferred = Metadatum(published, Status.INFERRED, Evidence(0, rule))
        details = replace(details, published=inferred)
        database.run("UPDATE body SET details = ? WHERE article_id = ?", (pack_details(details), article_id))
        database.run(
            "UPDATE article SET published = ?, published_status = ? WHERE id = ?",
            (published, Status.INFERRED, article_id),
        )
        move(database, article_id, at)
        tell(database, NewsKind.ARTICLE, (article_id,))


def withdraw_published(database: Database, article_id: int, rule: str) -> None:
    """Take back the date that ``infer_published`` gave an article by this rule; others stay."""
    with database.transaction():
        row = database.row(
            "SELECT details, added_at FROM body JOIN article ON article.id = article_id WHERE article_id = ?",
            (article_id,),
        )
        if row is None:
            return
        details = unpack_details(row[0])
        evidence = details.published.evidence
        if details.published.status is not Status.INFERRED or evidence is None or evidence.rule != rule:
            return
        details = replace(details, published=UNKNOWN)
        database.run("UPDATE body SET details = ? WHERE article_id = ?", (pack_details(details), article_id))
        database.run(
            "UPDATE article SET published = NULL, published_status = ? WHERE id = ?", (Status.UNKNOWN, article_id)
        )
        move(database, article_id, moment(row[1]) or now())
        tell(database, NewsKind.ARTICLE, (article_id,))
