"""When a page's article was published: what its markup says, what it shows beside its headline, what htmldate finds.

Markup is the surest, but for two habits: its time is often in UTC, a day off the outlet's own clock, and some names of
meta elements stand for the day of the last change. What the page shows decides these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import date
from itertools import chain

from htmldate import find_date
from lxml.html import HtmlElement

from reader.ingest import dates
from reader.ingest.draft import Claim
from reader.ingest.pages.jsonld import Described
from reader.ingest.pages.meta import words_in
from reader.ingest.pages.titles import key_of
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

SHOWN_ABOVE = 200
"""Characters before the headline in which a page shows its date."""

MOST_HEADLINES = 3
"""Headings that are looked at."""

SHOWN_PIECES = 120
"""Pieces of text that are looked at for it."""

_OF_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)")
_BESIDE_DATE = re.compile(r"publish|pub-?date|date|time|posted|byline|meta|entry|article", re.IGNORECASE)
_OF_CHANGE = re.compile(r"modif|updat|geändert|aktualisiert", re.IGNORECASE)
_SEEN = "text()[not(ancestor::script or ancestor::style or ancestor::noscript or ancestor::select or ancestor::head)]"
_BEHIND, _ABOVE = f"following::{_SEEN}", f"preceding::{_SEEN}"


def page_date(
    tree: HtmlElement, meta: Mapping[str, tuple[str, ...]], described: Sequence[Described], address: str, title: str
) -> Stated | None:
    """The date of publication; a date that only the page's words suggest is inferred."""
    marked = next(_marked(tree, meta, described), None)
    first_rank = _headlines(tree, title, "h1") or tree.xpath("//body//h1")[:MOST_HEADLINES]
    shown = next(_shown(first_rank), None)
    addressed = next(_addressed(address), None)
    if marked:
        return next((other for other in (shown, addressed) if other and _is_next_day(marked, other)), marked)
    some_day = (
        stated for name in _OF_SOME_DAY for value in meta.get(name, ()) for stated in _said(value, Claim("meta"))
    )
    lower_ranks = _headlines(tree, title, "h2", "h3", "h4")
    suggested = chain(
        some_day,
        _of_page(described),
        filter(None, [addressed]),
        _shown(lower_ranks),
        _above(lower_ranks or first_rank),
        _labelled(tree),
    )
    return shown or next(suggested, None) or _searched(tree, address)


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


def _shown(headlines: Sequence[HtmlElement]) -> Iterator[Stated]:
    """The dates that the page shows behind its headline, each in a piece of text of its own; not those of changes."""
    for headline in headlines:
        inside = filter(dates.is_date_line, map(str.strip, headline.itertext()))
        pieces = headline.xpath(_BEHIND)[:SHOWN_PIECES]
        yield from _dated([*inside, *_near(pieces, SHOWN_WITHIN)], Claim("date under the headline"))


def _above(headlines: Sequence[HtmlElement]) -> Iterator[Stated]:
    for headline in headlines:
        pieces = headline.xpath(_ABOVE)[-SHOWN_PIECES:]
        yield from _dated(_near(reversed(pieces), SHOWN_ABOVE), Claim("date over the headline"))


def _labelled(tree: HtmlElement) -> Iterator[Stated]:
    """The dates of lines anywhere that say by a word that they are the day of publication."""
    for piece in tree.xpath(f"//body//{_SEEN}"):
        words = " ".join(str(piece).split())
        if 0 < len(words) <= dates.LINE_LIMIT and dates.published_date(words):
            yield from _dated([words], Claim("date on the page", Status.INFERRED))


def _headlines(tree: HtmlElement, title: str, *ranks: str) -> Sequence[HtmlElement]:
    """The headings of some ranks that say the title."""
    sought = key_of(title)
    headings = tree.xpath(" | ".join(f"//body//{rank}" for rank in ranks)) if sought else []
    return [heading for heading in headings if sought in key_of(words_in(heading))][:MOST_HEADLINES]


def _near(pieces: Iterable[str], within: int) -> Iterator[str]:
    """The pieces of text, each on one line, until they have so many characters."""
    size = 0
    for piece in pieces:
        words = " ".join(str(piece).split())
        size += len(words)
        if size > within:
            return
        yield words


def _dated(pieces: Iterable[str], claim: Claim) -> Iterator[Stated]:
    for words in pieces:
        found = dates.line_date(words) if 0 < len(words) <= dates.LINE_LIMIT else None
        if found and not dates.is_of_change(words):
            yield Stated(found.iso, replace(claim, status=Status.INFERRED) if found.ambiguous else claim)


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
