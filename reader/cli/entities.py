"""``reader entities``: find a name, and put right who is who."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import click

from reader.cli.following import follow
from reader.cli.options import library_option, library_path, open_existing, with_output
from reader.cli.output import Output, counted, message
from reader.errors import UsageError
from reader.export.json import entity_object
from reader.export.who import who_lines, who_object
from reader.library import Library
from reader.models.annotations import NAMED_KINDS, Kind
from reader.models.corrections import Act, At, Merge, Rename, Retype, Split
from reader.models.library import JobKind, JobState
from reader.worker.client import Worker

ENTITY_LIMIT = 100_000
"""Entities listed at most without a name."""


@dataclass(frozen=True, slots=True)
class _Meant:
    """What ``--in`` and ``--spelling`` say."""

    at: At
    spelling: str


@click.command()
@click.argument(
    "words",
    nargs=-1,
    metavar="[NAME | ID | merge ID ID | split ID SPELLING [ID] | rename ID NAME | kind ID KIND | drop ID]",
)
@click.option("--in", "article", type=click.IntRange(1), help="Put it right in this ARTICLE only.", metavar="ARTICLE")
@click.option("--spelling", default="", help="Put only this spelling right.")
@library_option
@with_output
def entities(
    *, words: tuple[str, ...], article: int | None, spelling: str, library: Path | None, output: Output
) -> int:
    """List the people, organisations, places and groups named NAME, best match first, or all of them.

    Of an ID, all that the library knows: who that is, in which events, in whose company, what was said.

    \b
    merge ID ID…            these are one, shown by the name of the last
    split ID SPELLING [ID]  this spelling is somebody else (of the second ID)
    rename ID NAME          show another name
    kind ID KIND            person, org, place, group or other
    drop ID                 not a name

    What you put right holds in every later analysis; undo it with u in the reader.
    """  # noqa: D301 (click reads \b as a mark: the lines below it keep)
    place = library_path(library)
    with closing(open_existing(place)) as books:
        act = _ACTS.get(words[0]) if len(words) > 1 and words[1].isdecimal() else None
        if act is not None:
            return _put_right(books, place, act(words[1:], _Meant(At(article or 0), spelling)))
        if article is not None or spelling:
            raise UsageError("--in and --spelling belong to split, kind and drop.")
        if len(words) == 1 and words[0].isdecimal() and (face := books.who(int(words[0]))) is not None:
            rest = books.who_else(face.entity.id)
            fields = (str(face.entity.id), face.entity.kind.value, face.entity.name, str(face.entity.mentions))
            output.item(fields, who_object(face, rest), "\n".join(who_lines(face, rest)))
            return 0
        return _list(books, " ".join(words), output)


def _list(books: Library, name: str, output: Output) -> int:
    hits = books.find_entities(name, ENTITY_LIMIT)
    for hit in hits:
        fields = (str(hit.id), hit.kind.value, hit.name, str(hit.mentions), ", ".join(hit.aliases), hit.why)
        also = f"  ({hit.why})" if hit.why else ""
        counts = f"{counted(hit.mentions, 'mention')} in {counted(len(hit.articles), 'article')}"
        output.item(fields, entity_object(hit), f"{hit.id:>5}  {hit.kind.value.lower():<7} {hit.name}  {counts}{also}")
    return 0 if hits else 1


def _put_right(books: Library, place: Path, acts: list[Act]) -> int:
    extents = [books.extent(act) for act in acts]
    if not [change for act in acts for change in books.correct(act)]:
        message("Nothing changes: it is so already.")
        return 1
    with Worker(place) as worker:
        follow(books, worker, books.last_job(JobKind.RESOLVE), JobState.DONE)
    articles, mentions = sum(each.articles for each in extents), sum(each.mentions for each in extents)
    message(f"Put right: {counted(mentions, 'mention')} in {counted(articles, 'article')}.")
    return 0


def _merge(words: tuple[str, ...], meant: _Meant) -> list[Act]:
    _whole("merge", meant)
    if len(words) < 2:
        raise UsageError("merge needs two entities: reader entities merge ID ID.")
    numbers = [_number(word) for word in words]
    return [Merge(number, numbers[-1]) for number in numbers[:-1]]


def _split(words: tuple[str, ...], meant: _Meant) -> list[Act]:
    if len(words) < 2 or len(words) > 3:
        raise UsageError("split needs an entity and a spelling of it: reader entities split ID SPELLING [ID].")
    into = _number(words[2]) if len(words) > 2 else None
    return [Split(_number(words[0]), words[1], into, meant.at)]


def _rename(words: tuple[str, ...], meant: _Meant) -> list[Act]:
    _whole("rename", meant)
    if len(words) < 2:
        raise UsageError("rename needs an entity and its name: reader entities rename ID NAME.")
    return [Rename(_number(words[0]), " ".join(words[1:]))]


def _retype(words: tuple[str, ...], meant: _Meant) -> list[Act]:
    kinds = {kind.value.lower(): kind for kind in Kind if kind in NAMED_KINDS}
    if len(words) != 2 or words[1].lower() not in kinds:
        raise UsageError(f"kind needs an entity and one of {', '.join(kinds)}: reader entities kind ID org.")
    return [Retype(_number(words[0]), kinds[words[1].lower()], meant.spelling, meant.at)]


def _drop(words: tuple[str, ...], meant: _Meant) -> list[Act]:
    return [Retype(_number(word), None, meant.spelling, meant.at) for word in words]


_ACTS: dict[str, Callable[[tuple[str, ...], _Meant], list[Act]]] = {
    "merge": _merge,
    "split": _split,
    "rename": _rename,
    "kind": _retype,
    "drop": _drop,
}


def _whole(what: str, meant: _Meant) -> None:
    if meant.at.article or meant.spelling:
        raise UsageError(f"{what} is of the whole entity; --in and --spelling belong to split, kind and drop.")


def _number(word: str) -> int:
    if not word.isdecimal():
        raise UsageError(f"“{word}” is not the number of an entity; “reader entities NAME” lists them.")
    return int(word)
