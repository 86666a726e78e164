"""When a page's article was published: what its markup says, what it shows beside its headline, what htmldate finds.

Markup is the surest, but for two habits: its time is often in UTC, a day off the outlet's own clock, and some names of
meta elements stand for the day of the last change. What the page shows decides these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from datetime import date

from htmldate import find_date
from lxml.html import HtmlElement

from reader.ingest import dates
from reader.ingest.draft import Claim
from reader.ingest.pages.jsonld import Described
from reader.ingest.pages.meta import words_in
from reader.ingest.pages.written import iso_date
from reader.ingest.sheet import Stated
from reader.models.article import Status

_OF_PUBLICATION = (
    "article:published_time", "article:published", "og:article:published_time", "og:published_time", "datepublished",
    "parsely-pub-date", "sailthru.date", "publish-date", "publish_date", "publishdate", "pubdate", "published_time",
    "date.publication", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "dc.date.issued",
    "article.published", "published-date", "originalpublicationdate", "citation_publication_date", "bt:pubdate",
)  # fmt: skip
_OF_SOME_DAY = (
    "dcterms.created",
    "dc.date.created",
    "datecreated",
    "dcterms.date",
    "dc.date",
    "last-published",
    "date",
)
"""Names of meta elements under which some sites give the day of the last change."""

SHOWN_WITHIN = 1500
"""Characters behind the headline in which a page shows its date; further down are dates of other articles."""

SHOWN_PIECES = 120
"""Pieces of text that are looked at for it."""

_OF_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)")
_BESIDE_DATE = re.compile(r"publish|pub-?date|date|time|posted|byline|meta|entry|article", re.IGNORECASE)
_OF_CHANGE = re.compile(r"modif|updat|geändert|aktualisiert", re.IGNORECASE)
_SHOWN = "following::text()[not(ancestor::script or ancestor::style or ancestor::noscript or ancestor::select)]"


def page_date(
    tree: HtmlElement, meta: Mapping[str, tuple[str, ...]], described: Sequence[Described], address: str
) -> Stated | None:
    """The date of publication; a date that only the page's words suggest is inferred."""
    marked = next(_marked(tree, meta, described), None)
    shown = next(_shown(tree), None)
    addressed = next(_addressed(address), None)
    if marked:
        return next((other for other in (shown, addressed) if other and _is_next_day(marked, other)), marked)
    some_day = (
        stated for name in _OF_SOME_DAY for value in meta.get(name, ()) for stated in _said(value, Claim("meta"))
    )
    return shown or next(some_day, None) or next(_of_page(described), None) or addressed or _searched(tree, address)


def _marked(tree: HtmlElement, meta: Mapping[str, tuple[str, ...]], described: Sequence[Described]) -> Iterator[Stated]:
    """What the markup states as the date of publication, the surest place first."""
    for one in described:
        if one.is_article:
            yield from _said(one.published, Claim("JSON-LD"))
    for name in _OF_PUBLICATION:
        for value in meta.get(name, ()):
            yield from _said(value, Claim("meta"))
    for element in tree.xpath("//*[@itemprop='datePublished'] | //time[@pubdate]"):
        yield from _said(element.get("datetime") or element.get("content") or words_in(element)[:60], Claim("time tag"))
    times = [one for one in tree.iter("time") if not _OF_CHANGE.search(_signs(one))]
    if len(times) == 1 or (times and _BESIDE_DATE.search(_signs(times[0]))):
        yield from _said(times[0].get("datetime") or words_in(times[0])[:60], Claim("time tag"))


def _of_page(described: Sequence[Described]) -> Iterator[Stated]:
    """The date of the page or video that the JSON-LD describes where it describes no article."""
    for one in described:
        yield from _said(one.published, Claim("JSON-LD", Status.INFERRED))


def _shown(tree: HtmlElement) -> Iterator[Stated]:
    """The dates that the page shows behind its headlines, each in a piece of text of its own; not those of changes."""
    for heading in tree.xpath("//body//h1")[:3]:
        size = 0
        for piece in heading.xpath(_SHOWN)[:SHOWN_PIECES]:
            words = " ".join(str(piece).split())
            size += len(words)
            if size > SHOWN_WITHIN:
                break
            found = dates.line_date(words) if 0 < len(words) <= dates.LINE_LIMIT else None
            if found and not dates.is_of_change(words):
                status = Status.INFERRED if found.ambiguous else Status.STATED
                yield Stated(found.iso, Claim("date under the headline", status))


def _addressed(address: str) -> Iterator[Stated]:
    if found := _OF_ADDRESS.search(address):
        yield from _said("-".join(found.groups()), Claim("address"))


def _searched(tree: HtmlElement, address: str) -> Stated | None:
    """What htmldate takes for the day by the words of the whole page."""
    found = find_date(deepcopy(tree), original_date=True, extensive_search=True, url=address or None)
    return Stated(found, Claim("words of the page", Status.INFERRED)) if found else None


def _is_next_day(marked: Stated, other: Stated) -> bool:
    """Whether the day that people are shown is the one before or after the markup's, which is in another zone."""
    try:
        apart = date.fromisoformat(marked.value[:10]) - date.fromisoformat(other.value[:10])
    except ValueError:
        return False
    return abs(apart.days) == 1 and "T" in marked.value


def _signs(element: HtmlElement) -> str:
    parent = element.getparent()
    return f"{element.get('class')} {element.get('itemprop')} {parent.get('class') if parent is not None else ''}"


def _said(written: str, claim: Claim) -> Iterator[Stated]:
    iso = iso_date(written) if written else None
    if iso:
        yield Stated(iso, claim)
