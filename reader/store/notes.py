"""Notes: what a person says of words of an article, as lines of the journal.

The target is the text's digest and the place in it; the value is the words there and the person's line. So a note
holds whenever the same text comes again, and its words are looked for in what a revision made of it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator

from reader.errors import UsageError
from reader.models.anchoring import find_again, single_spaced
from reader.models.journal import Change, ChangeKind
from reader.models.keeping import Note
from reader.sanitize import one_line
from reader.store import journal
from reader.store.articles import read_text
from reader.store.database import Database
from reader.store.folding import WORD, fold

LONGEST = 2000
"""Letters of a note: a line, or a paragraph."""


def put_note(database: Database, article: int, start: int, end: int, text: str) -> tuple[Change, ...]:
    """Mark words of an article, and say something of them; a note that stands there is replaced.

    Raises:
        UsageError: there are no words.
    """
    with database.transaction():
        whole = read_text(database, article) or ""
        quote = single_spaced(whole[start:end])
        if not quote:
            raise UsageError("There are no words to mark here.")
        here = next((note for note in notes(database, [article]) if note.start < end and start < note.end), None)
        row = database.row("SELECT digest FROM article WHERE id = ?", (article,))
        target = here.target if here is not None else f"{row[0] if row else ''} {start}-{end}"
        value = {"quote": here.quote if here is not None else quote, "text": one_line(text)[:LONGEST]}
        return journal.give(database, [(ChangeKind.NOTED, target, json.dumps(value, ensure_ascii=False))])


def drop_note(database: Database, target: str) -> tuple[Change, ...]:
    """Take a note away."""
    return journal.give(database, [(ChangeKind.NOTED, target, "")])


def notes(database: Database, articles: Collection[int] | None = None) -> tuple[Note, ...]:
    """The notes on these articles, or all: newest article first, in reading order inside one."""
    found = [note for note in _stored(database) if articles is None or note.article in articles]
    order = {row[0]: row[1] for row in database.rows(_ORDER)} if len({note.article for note in found}) > 1 else {}
    found.sort(key=lambda note: (note.start, note.target))
    found.sort(key=lambda note: (order.get(note.article, ""), note.article), reverse=True)
    return tuple(found)


_ORDER = f"""
SELECT id, sort_at FROM article
WHERE digest IN (SELECT substr(target, 1, instr(target, ' ') - 1) FROM standing WHERE kind = '{ChangeKind.NOTED}')
"""


def _stored(database: Database) -> Iterator[Note]:
    rows = database.rows(
        """
        SELECT standing.target, article.id, change.at
        FROM standing JOIN change ON change.id = change_id
        JOIN article ON article.digest = substr(standing.target, 1, instr(standing.target, ' ') - 1)
        WHERE standing.kind = ?
        """,
        (ChangeKind.NOTED,),
    )
    values = dict(journal.values_of(database, ChangeKind.NOTED))
    for target, article, at in rows:
        if said := _said(values.get(target, "")):
            quote, text = said
            start, end = _place(target)
            yield Note(
                target, article, *find_again(read_text(database, article) or "", quote, start, end), quote, text, at
            )


def _said(value: str) -> tuple[str, str] | None:
    """The words and the line of a note; None of what another program wrote there."""
    try:
        said = json.loads(value)
        return str(said["quote"]), one_line(str(said["text"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _place(target: str) -> tuple[int, int]:
    start, _, end = target.partition(" ")[2].partition("-")
    return (int(start), int(end)) if start.isdecimal() and end.isdecimal() else (0, 0)


def noted_articles(database: Database, words: str) -> tuple[int, ...]:
    """The ids of the articles with a note that has all these words, in itself or in what it is about."""
    wanted = WORD.findall(fold(words))
    return tuple(dict.fromkeys(note.article for note in _stored(database) if _has(note, wanted)))


def find_notes(database: Database, words: str) -> tuple[Note, ...]:
    """The notes that have all these words, the last one perhaps unfinished; all notes without any."""
    wanted = WORD.findall(fold(words))
    return tuple(note for note in notes(database) if _has(note, wanted))


def _has(note: Note, wanted: Collection[str]) -> bool:
    spelt = " ".join(["", *WORD.findall(fold(f"{note.text} {note.quote}"))])
    return all(f" {word}" in spelt for word in wanted)
