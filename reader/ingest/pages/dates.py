"""When a page's article was published: what its markup says first, then its address, then what htmldate finds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from lxml.html import HtmlElement

from reader.ingest import dates
from reader.ingest.draft import Claim
from reader.ingest.pages.jsonld import Described
from reader.ingest.pages.meta import words_in
from reader.ingest.sheet import Stated
from reader.models.article import Status

_META = (
    "article:published_time", "article:published", "og:article:published_time", "og:published_time", "datepublished",
    "parsely-pub-date", "sailthru.date", "publish-date", "publish_date", "publishdate", "pubdate", "published_time",
    "date.publication", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "dc.date.issued",
    "dcterms.created", "dc.date.created", "dcterms.date", "dc.date", "article.published", "published-date",
    "originalpublicationdate", "last-published", "citation_publication_date", "bt:pubdate", "datecreated", "date",
)  # fmt: skip
_OF_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(?:\d\d)?)?")
_FRACTION = re.compile(r"(:\d\d)[.,]\d+")
_SHORT_ZONE = re.compile(r"\s?([+-]\d\d):?(\d\d)?$")
_PUBLISHED_CLASS = re.compile(r"publish|pub-?date|date|time|posted|byline|meta|entry|article", re.IGNORECASE)
_MODIFIED = re.compile(r"modif|updat|geändert|aktualisiert", re.IGNORECASE)

SKEW = timedelta(days=2)
"""How far in the future a date may lie: clocks and zones differ; announcements for next week are no publication."""


def iso_date(written: str) -> str | None:
    """A date as markup writes it in ISO 8601 to the minute, with its zone if it has one; None if it is none."""
    text = _FRACTION.sub(r"\1", written.strip())[:60]
    if compact := _COMPACT.fullmatch(text):
        year, month, day, hour, minute = compact.groups()
        text = f"{year}-{month}-{day}" + (f"T{hour}:{minute}" if hour else "")
    zoned = _SHORT_ZONE.sub(lambda zone: f"{zone[1]}:{zone[2] or '00'}", text) if ":" in text else text
    try:
        at = datetime.fromisoformat(zoned)
    except ValueError:
        return _rfc(text) or _printed(text)
    if not dates.FIRST_YEAR <= at.year <= dates.LAST_YEAR:
        return None
    return at.date().isoformat() if len(zoned) <= len("2024-03-13") else at.isoformat(timespec="minutes")


def _rfc(text: str) -> str | None:
    try:
        return parsedate_to_datetime(text).isoformat(timespec="minutes")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _printed(text: str) -> str | None:
    found = dates.find_date(text)
    return found.iso if found else None


def page_dates(
    tree: HtmlElement, meta: Mapping[str, tuple[str, ...]], described: Sequence[Described], address: str
) -> Iterator[Stated]:
    """The dates of publication that a page's own markup states, the surest first."""
    for one in described:
        if one.is_article:
            yield from _said(one.published, Claim("JSON-LD"))
    for name in _META:
        for value in meta.get(name, ()):
            yield from _said(value, Claim("meta"))
    for element in tree.xpath("//*[@itemprop='datePublished'] | //time[@pubdate]"):
        yield from _said(element.get("datetime") or element.get("content") or words_in(element)[:60], Claim("time tag"))
    times = [one for one in tree.iter("time") if not _is_of_change(one)]
    if len(times) == 1 or (
        times and _PUBLISHED_CLASS.search(f"{times[0].get('class')} {times[0].getparent().get('class')}")
    ):
        yield from _said(times[0].get("datetime") or words_in(times[0])[:60], Claim("time tag"))
    for one in described:
        yield from _said(one.published, Claim("JSON-LD", Status.INFERRED))
    if found := _OF_ADDRESS.search(address):
        yield from _said("-".join(found.groups()), Claim("address"))


def _is_of_change(element: HtmlElement) -> bool:
    parent = element.getparent()
    signs = f"{element.get('class')} {element.get('itemprop')} {parent.get('class') if parent is not None else ''}"
    return _MODIFIED.search(signs) is not None


def _said(written: str, claim: Claim) -> Iterator[Stated]:
    iso = iso_date(written) if written else None
    if iso and iso[:10] <= (datetime.now(UTC) + SKEW).date().isoformat():
        yield Stated(iso, claim)
