"""Why articles are one event, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator

from reader.models.explaining import TieKind, Why

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


def why_object(why: Why) -> dict[str, object]:
    """The same as an object for JSON; ids are strings."""
    return {
        "schema": 1,
        "id": str(why.event),
        "title": why.title,
        "articles": [str(number) for number in why.articles],
        "by_hand": why.by_hand,
        "ties": [
            {"kind": tie.kind.value, "text": tie.text, "articles": [str(number) for number in tie.articles]}
            for tie in why.ties
        ],
        "near": [
            {
                "event": str(near.event),
                "title": near.title,
                "day": near.day,
                "likeness": near.likeness,
                "reasons": list(near.reasons),
            }
            for near in why.near
        ],
    }
