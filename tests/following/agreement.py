"""``python -m tests.following.agreement FOLDER``: how our reading of feeds agrees with feedparser's own.

FOLDER holds feedparser's public tests, which are not a part of this repository. Of each file, the titles (without
markup), addresses, ids and dates of all items have to be the library's; a traceback counts as a disagreement.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from html import unescape
from io import BytesIO
from pathlib import Path

import feedparser

from reader.errors import InputError
from reader.ingest.feeds.parse import is_feed, parse_feed
from reader.ingest.feeds.records import FeedItem
from reader.sanitize import sanitize

ADDRESS = "http://127.0.0.1:8097/feed.xml"


def plain(title: object) -> str:
    """A title of the library's, which may be markup, as a person reads it."""
    text = title if isinstance(title, str) else ""
    return " ".join(sanitize(unescape(re.sub(r"<[^>]+>", "", text))).split())


def differences(ours: FeedItem, theirs: feedparser.FeedParserDict) -> Iterator[str]:
    """What the library says otherwise of an item."""
    if plain(theirs.get("title")) != plain(ours.title):
        yield f"title {theirs.get('title')!r}, ours {ours.title!r}"
    link = theirs.get("link", "")
    if link.startswith("http") and link != ours.link:
        yield f"link {link!r}, ours {ours.link!r}"
    if theirs.get("id") and theirs.id != ours.key:
        yield f"id {theirs.id!r}, ours {ours.key!r}"
    names = ("published_parsed", "created_parsed", "updated_parsed")
    date = next((theirs.get(name) for name in names if name in theirs and theirs.get(name)), None)
    if date is not None and moment(ours.published) != tuple(date[:6]):
        yield f"date {tuple(date[:6])}, ours {ours.published!r}"


def moment(written: str) -> tuple[int, ...]:
    """Our date in the library's way: UTC, what is missing from the beginning."""
    whole = f"{written}-01-01"[:10] if len(written) < len("2023-04-19") else written
    try:
        at = datetime.fromisoformat(whole)
    except ValueError:
        return ()
    return (at.astimezone(UTC) if at.tzinfo else at).timetuple()[:6]


def disagreements(raw: bytes) -> list[str] | None:
    """What the library says otherwise of a file; None if it is no feed for us, and holds no item for the library."""
    theirs = feedparser.parse(BytesIO(raw), response_headers={"content-location": ADDRESS}, sanitize_html=False)
    try:
        ours = parse_feed(raw, ADDRESS)
    except InputError as refused:
        return [str(refused)] if theirs.entries else None
    if not is_feed(raw[:4096]) or len(ours.items) != len(theirs.entries):
        return [f"{len(theirs.entries)} items, ours {len(ours.items)}"]
    return [said for one, other in zip(ours.items, theirs.entries, strict=True) for said in differences(one, other)]


if __name__ == "__main__":
    count = right = 0
    for path in sorted(Path(sys.argv[1]).rglob("*.xml")):
        found = disagreements(path.read_bytes())
        if found is None:
            continue
        count += 1
        right += not found
        for said in found[:1]:
            sys.stdout.write(f"{path.name}: {said}\n")
    sys.stdout.write(f"{right} of {count} agree: {right / count:.4f}\n")
