"""The entity page in words and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from reader.export.names import outlet_name
from reader.models.who import Company, Described, Face, InEvent, OutletShare, Place, Rest, Seen

if TYPE_CHECKING:
    from reader.export.json import Object

BAR_CELLS = 60
"""Bars of the line of days at most; a bar stands for as many days as it takes."""

_BARS = " ▁▂▃▄▅▆▇█"


def bar_line(days: Sequence[tuple[str, int]], cells: int = BAR_CELLS) -> tuple[str, int]:
    """Mentions by day as a line of bars from the first day to the last, and how many days each bar stands for."""
    if not days:
        return "", 1
    first, last = date.fromisoformat(days[0][0]), date.fromisoformat(days[-1][0])
    width = max(1, -(-((last - first).days + 1) // max(1, cells)))
    counts = [0] * ((last - first).days // width + 1)
    for day, count in days:
        counts[(date.fromisoformat(day) - first).days // width] += count
    most = max(counts)
    return "".join(_BARS[-(-count * (len(_BARS) - 1) // most)] for count in counts), width


def days_told(face: Face, width: int) -> str:
    """What the line of bars stands for."""
    each = "a day" if width == 1 else f"{width} days"
    since = "" if face.counted == face.articles else f"the newest {face.counted:,} articles, "
    return f"{face.days[0][0]} to {face.last_day}, {since}a bar {each}" if face.days else ""


def described_told(each: Described) -> str:
    """A description with how often and when."""
    span = each.last_day if each.first_day == each.last_day else f"{each.first_day} to {each.last_day}"
    return f"{each.words}  {each.times}×, {span}"


def seen_told(seen: Seen) -> str:
    """A spelling with how often, and why it is this entity's."""
    articles = f"{seen.articles} article{'' if seen.articles == 1 else 's'}"
    return f"{seen.surface}  {seen.mentions}× in {articles} · {seen.reason}"


def event_told(event: InEvent) -> str:
    """An event with its day and how many of its sources name the entity."""
    sources = f"{event.naming} of {event.sources} source{'' if event.sources == 1 else 's'}"
    return f"{event.day or event.place.day}  {event.title}  {sources}"


def company_told(other: Company) -> str:
    """Somebody in the same articles, and how much more often than by chance."""
    return f"{other.name}  {other.articles} articles, {other.times:g}× more than chance"


def place_told(place: Place) -> str:
    """A quotation with its outlet and day."""
    return f"{place.words}  {outlet_name(place.outlet)}, {place.day}"


def outlet_told(share: OutletShare) -> str:
    """An outlet with how often it names the entity, and how often it leaves it out."""
    left = f", left out of {_events(share.leaving_out)} where others name it" if share.leaving_out else ""
    return f"{outlet_name(share.outlet)}  {share.naming} article{'' if share.naming == 1 else 's'}{left}"


def _events(number: int) -> str:
    return f"{number} event{'' if number == 1 else 's'}"


def head_told(face: Face) -> str:
    """The entity's name, kind and counts."""
    entity = face.entity
    articles = f"{face.articles:,} article{'' if face.articles == 1 else 's'}"
    found = f" · in the texts {entity.found}" if entity.found else ""
    return f"{entity.name} · {entity.kind.value.lower()} · {entity.mentions:,} mentions in {articles}{found}"


def who_lines(face: Face, rest: Rest) -> Iterator[str]:
    """The page as lines of text."""
    yield head_told(face)
    yield from _part("You said", face.by_hand)
    yield from _part("Described as", map(described_told, face.described))
    bars, width = bar_line(face.days)
    yield from _part("Mentions", [bars, days_told(face, width)] if bars else [])
    yield from _part("Events", (f"{event_told(event)}\n      {event.place.words}" for event in face.events))
    yield from _part("Says", map(place_told, rest.said))
    yield from _part("Said about it", map(place_told, rest.about))
    yield from _part("With", map(company_told, rest.company))
    yield from _part("Outlets", map(outlet_told, rest.outlets))
    yield from _part("Spellings", map(seen_told, face.seen))


def _part(head: str, lines: Iterator[str] | Sequence[str] | map[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        if number == 0:
            yield f"\n{head}"
        yield f"  {line}"


def who_object(face: Face, rest: Rest) -> Object:
    """The page as one object."""
    entity = face.entity
    return {
        "id": str(entity.id),
        "name": entity.name,
        "kind": entity.kind.value,
        "in_texts": entity.found or entity.name,
        "mentions": entity.mentions,
        "articles": face.articles,
        "by_hand": list(face.by_hand),
        "described": [
            {
                "words": each.words,
                "times": each.times,
                "first": each.first_day,
                "last": each.last_day,
                "article": str(each.article),
                "start": each.start,
            }
            for each in face.described
        ],
        "aliases": [
            {
                "surface": each.surface,
                "reason": each.reason,
                "mentions": each.mentions,
                "articles": each.articles,
                "last": str(each.last),
            }
            for each in face.seen
        ],
        "days": dict(face.days),
        "events": [
            {
                "id": str(each.event),
                "title": each.title,
                "day": each.day,
                "sources": each.sources,
                "naming": each.naming,
                "sentence": _place(each.place),
            }
            for each in face.events
        ],
        "with": [
            {
                "id": str(each.entity),
                "name": each.name,
                "kind": each.kind,
                "articles": each.articles,
                "times_chance": each.times,
                "article": str(each.shared),
            }
            for each in rest.company
        ],
        "says": [_place(place) for place in rest.said],
        "said_about": [_place(place) for place in rest.about],
        "outlets": [
            {
                "outlet": each.outlet,
                "naming": each.naming,
                "leaving_out": each.leaving_out,
                "article": str(each.article),
            }
            for each in rest.outlets
        ],
        "looked_at": rest.looked_at,
    }


def _place(place: Place) -> Object:
    return {
        "article": str(place.article),
        "start": place.start,
        "end": place.end,
        "outlet": place.outlet,
        "day": place.day,
        "words": place.words,
    }
