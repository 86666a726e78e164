"""Why articles are one event, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.export.json import Json, Object
from reader.models.explaining import NearEvent, Tie, TieKind, Why

HEADS = {
    TieKind.WORD: "words",
    TieKind.NAME: "names",
    TieKind.DAY: "days",
    TieKind.FIGURE: "figures",
}
"""How ties are headed, in the order in which they are told."""


def why_lines(why: Why) -> Iterator[str]:
    """Lines of plain text: the title, what ties its articles, and the nearest other events."""
    yield why.title
    if len(why.articles) < 2:
        yield "One source only."
    for kind, head in HEADS.items():
        ties = [tie for tie in why.ties if tie.kind is kind]
        if ties:
            told = ", ".join(f"{tie.text} ({len(tie.articles)})" for tie in ties)
            yield f"  {head}: {told}"
    if why.by_hand:
        yield "  joined by hand"
    for near in why.near:
        yield f"  not {near.event}: {near.title}, {near.day or 'no date'}"
        yield f"      {near.likeness:.0%} alike; {'; '.join(near.reasons) or 'too little in common'}"


def why_object(why: Why) -> Object:
    """The same as an object for JSON; ids are strings."""
    ties: list[Json] = [_tie(tie) for tie in why.ties]
    near: list[Json] = [_near(event) for event in why.near]
    return {
        "schema": 1,
        "id": str(why.event),
        "title": why.title,
        "articles": _ids(why.articles),
        "by_hand": why.by_hand,
        "ties": ties,
        "near": near,
    }


def _tie(tie: Tie) -> Json:
    return {"kind": tie.kind.value, "text": tie.text, "articles": _ids(tie.articles)}


def _near(near: NearEvent) -> Json:
    return {
        "event": str(near.event),
        "title": near.title,
        "day": near.day,
        "likeness": near.likeness,
        "reasons": list(near.reasons),
    }


def _ids(numbers: Iterable[int]) -> list[Json]:
    return [str(number) for number in numbers]
