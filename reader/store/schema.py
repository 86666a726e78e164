"""The tables of a library, as one list of statements that are run in one transaction.

An article is spread over three tables, so that lists read short rows: ``article`` (what a list shows), ``body``
(the compressed text) and ``raw`` (the compressed bytes it was read from, if they differ from the text).
"""

from __future__ import annotations

from typing import Final

from reader.store.application import APPLICATION_ID as APPLICATION_ID  # noqa: PLC0414 (known by this name)
from reader.store.containers import DDL as CONTAINERS
from reader.store.faults_schema import DDL as FAULTS
from reader.store.grouping_schema import DDL as GROUPING
from reader.store.keeping_schema import DDL as KEEPING
from reader.store.naming_schema import DDL as NAMING
from reader.store.source_schema import DDL as SOURCES
from reader.store.sync_schema import DDL as SYNC

VERSION: Final = 3
"""``user_version`` of the file. A library of a newer version is refused, an older one is brought up step by step
(``store.upgrading``)."""

_ARTICLES = (
    """
    CREATE TABLE article (
        id INTEGER PRIMARY KEY,
        sort_at TEXT NOT NULL,             -- published, else inferred, else added: YYYY-MM-DDTHH:MM:SS
        digest TEXT NOT NULL,              -- of the text
        title TEXT NOT NULL,
        title_status TEXT NOT NULL,
        outlet TEXT,
        published TEXT,
        published_status TEXT NOT NULL,
        words INTEGER NOT NULL,
        origin TEXT NOT NULL,
        event_id INTEGER NOT NULL REFERENCES event(id),
        is_copy INTEGER NOT NULL DEFAULT 0,
        is_read INTEGER NOT NULL DEFAULT 0,
        is_starred INTEGER NOT NULL DEFAULT 0,
        is_current INTEGER NOT NULL DEFAULT 0, -- what the analysis found is not older than the analysis
        analysis_version INTEGER NOT NULL DEFAULT 0, -- 0: never; below: annotated elsewhere, by that version
        added_at TEXT NOT NULL,
        authors TEXT NOT NULL DEFAULT '',
        language TEXT,
        fulltext_version INTEGER NOT NULL DEFAULT 1, -- how its text is indexed (``store.fulltext``)
        is_changed INTEGER NOT NULL DEFAULT 0, -- revised, and the person has not looked at it since
        came_after INTEGER NOT NULL DEFAULT 0 -- the last line of the journal when it came into its event
    )
    """,
    "CREATE INDEX article_by_time ON article(sort_at)",
    "CREATE INDEX article_by_event ON article(event_id, sort_at)",
    "CREATE INDEX article_by_digest ON article(digest)",
    "CREATE INDEX article_by_outlet ON article(outlet)",
    "CREATE INDEX article_pending ON article(sort_at) WHERE is_current = 0",
    """
    CREATE TABLE body (
        article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
        text BLOB NOT NULL,
        details BLOB NOT NULL              -- metadata with evidence, and line labels
    )
    """,
    """
    CREATE TABLE raw (
        article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
        bytes BLOB NOT NULL
    )
    """,
    """
    CREATE TABLE revision (                -- an earlier text of a revised article
        id INTEGER PRIMARY KEY,
        article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
        digest TEXT NOT NULL,
        replaced_at TEXT NOT NULL,
        text BLOB NOT NULL,
        details BLOB NOT NULL,
        raw BLOB
    )
    """,
    "CREATE INDEX revision_by_article ON revision(article_id)",
    "CREATE INDEX revision_by_digest ON revision(digest)",
    """
    CREATE TABLE origin (                  -- where a text was read from: one article may have several
        origin TEXT PRIMARY KEY,
        article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
        size INTEGER NOT NULL,
        mtime_ns INTEGER NOT NULL,
        digest TEXT NOT NULL               -- of the raw bytes
    ) WITHOUT ROWID
    """,
    "CREATE INDEX origin_by_article ON origin(article_id)",
    """
    CREATE TABLE annotation (
        article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
        blob BLOB NOT NULL
    )
    """,
    """
    CREATE VIRTUAL TABLE fulltext USING fts5(
        text, content='', columnsize=0, tokenize='unicode61 remove_diacritics 2'
    )
    """,
)

_ENTITIES = (
    """
    CREATE TABLE entity (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        mentions INTEGER NOT NULL DEFAULT 0,
        found_name TEXT NOT NULL DEFAULT '' -- how the texts call it, if a person has given it another name
    )
    """,
    "CREATE INDEX entity_by_mentions ON entity(mentions)",
    """
    CREATE TABLE alias (
        id INTEGER PRIMARY KEY,
        entity_id INTEGER NOT NULL REFERENCES entity(id) ON DELETE CASCADE,
        key TEXT NOT NULL,
        surface TEXT NOT NULL,
        reason TEXT NOT NULL,
        UNIQUE (entity_id, surface)
    )
    """,
    "CREATE INDEX alias_by_key ON alias(key)",
    # detail=none: a candidate only has to share some trigrams; the ranking looks at the spelling itself.
    "CREATE VIRTUAL TABLE alias_trigram USING fts5(folded, content='', columnsize=0, detail=none, tokenize='trigram')",
    """
    CREATE TABLE mention (                 -- newest articles of an entity: the end of its stretch of the key
        entity_id INTEGER NOT NULL REFERENCES entity(id) ON DELETE CASCADE,
        sort_at TEXT NOT NULL,
        article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
        count INTEGER NOT NULL,
        PRIMARY KEY (entity_id, sort_at, article_id)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX mention_by_article ON mention(article_id)",
    """
    CREATE TABLE spelling (                -- which spellings an article uses
        article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
        alias_id INTEGER NOT NULL REFERENCES alias(id) ON DELETE CASCADE,
        count INTEGER NOT NULL DEFAULT 1,  -- how often
        PRIMARY KEY (article_id, alias_id)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX spelling_by_alias ON spelling(alias_id)",
)

_EVENTS = (
    """
    CREATE TABLE story (
        id INTEGER PRIMARY KEY
    )
    """,
    """
    CREATE TABLE event (
        id INTEGER PRIMARY KEY AUTOINCREMENT, -- an id that was merged away never comes back as another event
        sort_at TEXT NOT NULL,             -- of its newest article
        title TEXT NOT NULL,
        day TEXT,
        story_id INTEGER REFERENCES story(id),
        size INTEGER NOT NULL,
        conflicts INTEGER NOT NULL DEFAULT 0,
        is_compared INTEGER NOT NULL DEFAULT 0, -- the stored comparison is of its present articles and analysis
        doubts INTEGER NOT NULL DEFAULT 0
    )
    """,
    "CREATE INDEX event_by_time ON event(sort_at)",
    "CREATE INDEX event_by_story ON event(story_id, sort_at) WHERE story_id IS NOT NULL",
    "CREATE INDEX event_uncompared ON event(sort_at) WHERE size > 1 AND is_compared = 0",
    """
    CREATE TABLE event_alias (             -- an event that was merged into another one
        old_id INTEGER PRIMARY KEY,
        event_id INTEGER NOT NULL REFERENCES event(id)
    )
    """,
    "CREATE INDEX event_alias_by_event ON event_alias(event_id)",
    """
    CREATE TABLE comparison (
        key TEXT PRIMARY KEY,              -- digest of the ids and texts of the articles compared
        version INTEGER NOT NULL,
        event_id INTEGER REFERENCES event(id) ON DELETE SET NULL,
        made_at TEXT NOT NULL,
        blob BLOB NOT NULL
    )
    """,
    "CREATE INDEX comparison_by_event ON comparison(event_id)",
    """
    CREATE TABLE difference (              -- what the "!n" (sure) and the "?n" (likely) of an event count
        event_id INTEGER NOT NULL REFERENCES event(id) ON DELETE CASCADE,
        key TEXT NOT NULL,
        is_sure INTEGER NOT NULL,
        PRIMARY KEY (event_id, key)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX difference_by_key ON difference(key)",
)

_JOURNAL = (
    """
    CREATE TABLE change (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        kind TEXT NOT NULL,
        target TEXT NOT NULL,              -- an article's digest, a difference's key
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0, -- 0 stands, 1 taken back, 2 taken back for good, 3 not the person's doing
        batch INTEGER NOT NULL,
        window TEXT NOT NULL DEFAULT ''    -- where it was done: undo in one window leaves what another one does
    )
    """,
    "CREATE INDEX change_by_batch ON change(undone, batch)",
    "CREATE INDEX change_in_batch ON change(batch)",
    "CREATE INDEX change_by_target ON change(target, kind)",
    """
    CREATE TABLE standing (                -- what the journal amounts to now: only what is set
        kind TEXT NOT NULL,
        target TEXT NOT NULL,
        change_id INTEGER NOT NULL,
        PRIMARY KEY (kind, target)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX standing_by_target ON standing(target)",
)

_WORK = (
    """
    CREATE TABLE job (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        state TEXT NOT NULL,
        payload TEXT NOT NULL,             -- JSON: paths, articles, analyse
        asked_at TEXT NOT NULL,
        total INTEGER,
        error TEXT
    )
    """,
    "CREATE INDEX job_open ON job(state, id) WHERE state IN ('queued', 'stored')",
    """
    CREATE TABLE outcome (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        job_id INTEGER NOT NULL REFERENCES job(id) ON DELETE CASCADE,
        status TEXT NOT NULL,
        article_id INTEGER,
        origin TEXT NOT NULL,
        reason TEXT,
        UNIQUE (job_id, origin)            -- a job that was broken off and is done again keeps its first outcomes
    )
    """,
    "CREATE INDEX outcome_by_job ON outcome(job_id, number)",
    """
    CREATE TABLE left_out (                -- inputs that were not read, until they are; jobs and their outcomes go
        origin TEXT PRIMARY KEY,
        status TEXT NOT NULL,
        reason TEXT,
        job_id INTEGER NOT NULL            -- that tried it last
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE news (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        id INTEGER NOT NULL
    )
    """,
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
)

_TALLIES = (
    # Counters kept by triggers: counting 100,000 rows at every start and every step of progress costs more.
    "CREATE TABLE tally (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID",
    "INSERT INTO tally VALUES ('articles', 0), ('analysed', 0), ('unread', 0), ('events', 0), ('stories', 0)",
    """
    CREATE TRIGGER article_added AFTER INSERT ON article BEGIN
        UPDATE tally SET value = value + CASE name
            WHEN 'articles' THEN 1 WHEN 'analysed' THEN NEW.is_current ELSE 1 - NEW.is_read END
        WHERE name IN ('articles', 'analysed', 'unread');
    END
    """,
    """
    CREATE TRIGGER article_removed AFTER DELETE ON article BEGIN
        UPDATE tally SET value = value - CASE name
            WHEN 'articles' THEN 1 WHEN 'analysed' THEN OLD.is_current ELSE 1 - OLD.is_read END
        WHERE name IN ('articles', 'analysed', 'unread');
    END
    """,
    """
    CREATE TRIGGER article_analysed AFTER UPDATE OF is_current ON article WHEN OLD.is_current <> NEW.is_current BEGIN
        UPDATE tally SET value = value + NEW.is_current - OLD.is_current WHERE name = 'analysed';
    END
    """,
    """
    CREATE TRIGGER article_read AFTER UPDATE OF is_read ON article WHEN OLD.is_read <> NEW.is_read BEGIN
        UPDATE tally SET value = value - NEW.is_read + OLD.is_read WHERE name = 'unread';
    END
    """,
    """
    CREATE TRIGGER event_added AFTER INSERT ON event BEGIN
        UPDATE tally SET value = value + 1 WHERE name = 'events';
    END
    """,
    """
    CREATE TRIGGER event_removed AFTER DELETE ON event BEGIN
        UPDATE tally SET value = value - 1 WHERE name = 'events';
    END
    """,
    """
    CREATE TRIGGER story_added AFTER INSERT ON story BEGIN
        UPDATE tally SET value = value + 1 WHERE name = 'stories';
    END
    """,
    """
    CREATE TRIGGER story_removed AFTER DELETE ON story BEGIN
        UPDATE tally SET value = value - 1 WHERE name = 'stories';
    END
    """,
)

DDL: Final[tuple[str, ...]] = (
    _EVENTS
    + _ARTICLES
    + _ENTITIES
    + _JOURNAL
    + _WORK
    + _TALLIES
    + GROUPING
    + NAMING
    + FAULTS
    + CONTAINERS
    + SOURCES
    + SYNC
    + KEEPING
)
"""Every statement that makes an empty library, in order."""
