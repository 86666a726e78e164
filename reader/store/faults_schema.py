"""The table of articles and events that are set aside (``store.faults``), and what ends a fault."""

from __future__ import annotations

from typing import Final

DDL: Final[tuple[str, ...]] = (
    """
    CREATE TABLE fault (
        kind TEXT NOT NULL,
        id INTEGER NOT NULL,
        version INTEGER NOT NULL,          -- of the analysis or the comparison that broke
        reason TEXT NOT NULL,
        PRIMARY KEY (kind, id)
    ) WITHOUT ROWID
    """,
    """
    CREATE TRIGGER fault_of_article_ends AFTER UPDATE OF is_current ON article BEGIN
        DELETE FROM fault WHERE kind = 'article' AND id = NEW.id;
    END
    """,
    """
    CREATE TRIGGER fault_of_article_goes AFTER DELETE ON article BEGIN
        DELETE FROM fault WHERE kind = 'article' AND id = OLD.id;
    END
    """,
    """
    CREATE TRIGGER fault_of_event_ends AFTER UPDATE OF is_compared ON event BEGIN
        DELETE FROM fault WHERE kind = 'event' AND id = NEW.id;
    END
    """,
    """
    CREATE TRIGGER fault_of_event_goes AFTER DELETE ON event BEGIN
        DELETE FROM fault WHERE kind = 'event' AND id = OLD.id;
    END
    """,
)
"""Every statement that makes the table, in order; ``store.schema`` runs them after its own."""
