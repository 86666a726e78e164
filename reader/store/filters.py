"""A filter query as a condition on the article table."""

from __future__ import annotations

from collections.abc import Callable

from reader.models.kinds import Kind
from reader.store.database import Database, Value
from reader.store.folding import WORD, fold, words_of
from reader.store.names import named_entities
from reader.store.query import Field, Query, Term, parse

_KINDS: dict[Field, frozenset[Kind]] = {
    Field.PERSON: frozenset({Kind.PERSON}),
    Field.ORG: frozenset({Kind.ORG}),
    Field.PLACE: frozenset({Kind.PLACE}),
    Field.GROUP: frozenset({Kind.GROUP}),
    Field.ENTITY: frozenset(Kind),
    Field.WITH: frozenset(Kind),
}

_FLAGS: dict[Field, str] = {
    Field.UNREAD: "is_read = 0",
    Field.STARRED: "is_starred = 1",
    Field.CHANGED: "is_changed = 1",
}

_DATES: dict[Field, str] = {
    Field.AFTER: "published >= ?",
    Field.BEFORE: "published < ?",
    Field.DATE: "published >= ? AND published < ?",
}
"""Dates are compared as text: "2023-04-19T10:00" lies after "2023-04" and before "2023-04~"."""

Condition = tuple[str, tuple[Value, ...]]
"""An SQL expression over ``article``, and its values."""

EVERYTHING: Condition = ("1", ())


def condition(database: Database, query: str | None) -> Condition:
    """The condition that a query puts on articles.

    Raises:
        QueryError: the query cannot be understood.
    """
    parsed = parse(query or "")
    if not parsed.groups:
        return EVERYTHING
    return _any(database, parsed)


def _any(database: Database, query: Query) -> Condition:
    groups = [_all(database, group) for group in query.groups]
    return " OR ".join(sql for sql, _ in groups), tuple(value for _, values in groups for value in values)


def _all(database: Database, terms: tuple[Term, ...]) -> Condition:
    """All terms. An article without outlet or date meets no condition on them, and so every negated one."""
    parts = [_one(database, term) for term in terms]
    sql = " AND ".join(
        f"({sql}) IS NOT TRUE" if term.negated else f"({sql})" for term, (sql, _) in zip(terms, parts, strict=True)
    )
    return f"({sql})", tuple(value for _, values in parts for value in values)


def _one(database: Database, term: Term) -> Condition:
    if term.field in _DATES:
        return _DATES[term.field], (term.value, term.value + "~")[: _DATES[term.field].count("?")]
    if term.field in _FLAGS:
        return _FLAGS[term.field], ()
    if term.field is Field.NOTED:
        return _note(database, term)
    if term.field is Field.LANG:
        return "language = ?", (fold(term.value)[:2],)
    if term.field is Field.TEXT:
        return "article.id IN (SELECT rowid FROM fulltext WHERE fulltext MATCH ?)", (phrase(term.value),)
    return _LOOKED_UP[term.field](database, term)


def _entity(database: Database, term: Term) -> Condition:
    found = named_entities(database, term.value, _KINDS[term.field])
    return f"article.id IN (SELECT article_id FROM mention WHERE entity_id IN ({_holes(found)}))", found


def _note(database: Database, term: Term) -> Condition:
    from reader.store.notes import noted_articles  # noqa: PLC0415 (it reads articles: only when it is needed)

    return _within("article.id", noted_articles(database, term.value))


def phrase(words: str) -> str:
    """Words that must stand next to each other, in the full-text index's own language."""
    return '"' + " ".join(words_of(words)) + '"'


def _event(database: Database, term: Term) -> Condition:
    value = term.value
    if value.isascii() and value.isdigit() and len(value) < 18:
        number = int(value)
        return "event_id = coalesce((SELECT event_id FROM event_alias WHERE old_id = ?), ?)", (number, number)
    wanted = WORD.findall(fold(value))
    found = tuple(
        event
        for event, title in database.rows("SELECT id, title FROM event")
        if _has_words(title, wanted)
    )  # fmt: skip
    return _within("event_id", found)


def _outlet(database: Database, term: Term) -> Condition:
    wanted = WORD.findall(fold(term.value))
    outlets = database.rows("SELECT DISTINCT outlet FROM article WHERE outlet IS NOT NULL")
    found = tuple(outlet for (outlet,) in outlets if _has_words(outlet, wanted))
    return _within("outlet", found)


_SOURCE = "SELECT 1 FROM source WHERE CAST(id AS TEXT) = ?"


def _source(database: Database, term: Term) -> Condition:
    """Articles that come from what is followed under a name, number, address or tag."""
    wanted = WORD.findall(fold(term.value))
    number = term.value
    if term.field is Field.SOURCE and number.isdecimal() and database.row(_SOURCE, (number,)) is not None:
        return "article.id IN (SELECT article_id FROM item WHERE source_id = ?)", (int(number),)
    if term.field is Field.TAG:
        rows = database.rows("SELECT source_id, tag FROM source_tag")
    else:
        rows = database.rows("SELECT id, id || ' ' || named || ' ' || title || ' ' || address FROM source")
    found = tuple({source for source, name in rows if _has_words(name, wanted)})
    return f"article.id IN (SELECT article_id FROM item WHERE source_id IN ({_holes(found)}))", found


def _title(database: Database, term: Term) -> Condition:
    wanted = WORD.findall(fold(term.value))
    rows = database.rows(
        "SELECT id, title FROM article WHERE id IN (SELECT rowid FROM fulltext WHERE fulltext MATCH ?)",
        (f"{phrase(term.value)} *",),
    )
    return _within("article.id", tuple(article for article, title in rows if _has_words(title, wanted)))


def _author(database: Database, term: Term) -> Condition:
    wanted = WORD.findall(fold(term.value))
    authors = database.rows("SELECT DISTINCT authors FROM article WHERE authors <> ''")
    return _within("authors", tuple(names for (names,) in authors if _has_words(names, wanted)))


def _has_words(name: str, wanted: list[str]) -> bool:
    """Whether the words stand in a name next to each other; the last one may go on."""
    joined = " ".join(["", *WORD.findall(fold(name))])
    return " ".join(["", *wanted]) in joined


def _within(column: str, found: tuple[Value, ...]) -> Condition:
    return f"{column} IN ({_holes(found)})", found


def _holes(found: tuple[Value, ...]) -> str:
    return ", ".join("?" * len(found))


_LOOKED_UP: dict[Field, Callable[[Database, Term], Condition]] = {
    **dict.fromkeys(_KINDS, _entity),
    Field.EVENT: _event,
    Field.OUTLET: _outlet,
    Field.SOURCE: _source,
    Field.TAG: _source,
    Field.TITLE: _title,
    Field.AUTHOR: _author,
    Field.NOTE: _note,
}
"""Fields whose words are looked up in a table first."""
