"""What a page says about its article: title, outlet, authors, date and language, each with the place that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from reader.ingest.draft import Claim
from reader.ingest.pages.authors import page_authors
from reader.ingest.pages.dates import page_date
from reader.ingest.pages.jsonld import Described, described_in
from reader.ingest.pages.meta import first_value, meta_values, words_in
from reader.ingest.pages.titles import Candidate, choose_title
from reader.ingest.sheet import Fields, Stated
from reader.models.article import Status

MOST_HEADINGS = 6
"""Headings of the first rank that are looked at: a page has one, a list of teasers has dozens."""

OUTLET_WORDS = 5
"""Most words of an outlet's name behind a headline; more are a section and a name."""

_ADDRESS = "address"
_LANGUAGE = re.compile(r"[a-z]{2}(?=[-_]|$)")


def read_fields(tree: HtmlElement, address: str) -> Fields:
    """The fields of a page; ``address`` is where it was fetched, or ""."""
    meta, described = meta_values(tree), described_in(tree)
    address = address or page_address(tree, meta)
    site = tuple(_site_names(meta, described, address))
    title = choose_title(tuple(_titles(tree, meta, described)), (name for name, _ in site), address)
    said = [(name, claim) for name, claim in site if claim.rule != _ADDRESS]
    behind = _behind_title(tree, title.text if title else "")
    known = (*said, *behind, *((name, claim) for name, claim in site if "." in name))
    outlet = known[0] if known else None
    return Fields(
        title=Stated(title.text, Claim(title.rule)) if title else None,
        outlet=Stated(*outlet) if outlet else None,
        authors=page_authors(tree, meta, described, [name for name, _ in site]),
        date=page_date(tree, meta, described, address, title.text if title else ""),
        language=_language(tree, meta, described),
    )


def _behind_title(tree: HtmlElement, title: str) -> Iterator[tuple[str, Claim]]:
    """The outlet that stands behind the headline in the page's own title."""
    for element in tree.xpath("//head//title")[:1] if title else []:
        before, found, name = words_in(element).rpartition(title)
        name = re.sub(r"^\W+", "", name).strip()
        if found and not before and 0 < len(name.split()) <= OUTLET_WORDS:
            yield name, Claim("page title", Status.INFERRED)


def page_address(tree: HtmlElement, meta: Mapping[str, tuple[str, ...]]) -> str:
    """The address that a page says it has: its canonical link, or its OpenGraph address."""
    links = (link.get("href") or "" for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower())
    return next((link for link in (*links, *meta.get("og:url", ())) if link.startswith(("http://", "https://"))), "")


def _titles(
    tree: HtmlElement, meta: Mapping[str, tuple[str, ...]], described: Sequence[Described]
) -> Iterator[Candidate]:
    """Where a title stands, the most trusted place first. Weights were set on public pages: see the figures' test."""
    headings = [words for element in tree.iter("h1") if (words := words_in(element))][:MOST_HEADINGS]
    yield from (Candidate(words, "heading", 1.1 if at == 0 else 0.6) for at, words in enumerate(headings))
    yield from (Candidate(one.headline, "JSON-LD", 1.05) for one in described if one.is_article and one.headline)
    for element in tree.xpath("//*[@itemprop='headline']")[:MOST_HEADINGS]:
        yield Candidate(element.get("content") or words_in(element), "microdata", 0.6)
    for name, rule, weight in (
        ("og:title", "OpenGraph", 1.0),
        ("twitter:title", "Twitter card", 0.5),
        ("title", "meta", 0.5),
        ("dc.title", "meta", 0.5),
        ("headline", "meta", 0.5),
        ("parsely-title", "meta", 0.5),
        ("sailthru.title", "meta", 0.5),
    ):
        yield from (Candidate(value, rule, weight) for value in meta.get(name, ())[:1])
    yield from (Candidate(words_in(element), "page title", 0.7) for element in tree.xpath("//head//title")[:1])


def _site_names(
    meta: Mapping[str, tuple[str, ...]], described: Sequence[Described], address: str
) -> Iterator[tuple[str, Claim]]:
    """The names of the site, the best for an outlet first."""
    for name in meta.get("og:site_name", ()):
        yield name, Claim("OpenGraph")
    for one in described:
        if one.publisher:
            yield one.publisher, Claim("JSON-LD")
    for value in (
        first_value(meta, "application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher", "copyright"),
    ):
        if value and len(value) < 50 and "://" not in value:
            yield value, Claim("meta")
    host = urlsplit(address).hostname or ""
    if host:
        bare = re.sub(r"^(?:www|m|amp|mobile|edition)\.", "", host)
        yield bare, Claim(_ADDRESS, Status.INFERRED)
        yield bare.rpartition(".")[0], Claim(_ADDRESS, Status.INFERRED)


def _language(tree: HtmlElement, meta: Mapping[str, tuple[str, ...]], described: Sequence[Described]) -> str:
    """The language that the page states. Templates state wrong ones: the words decide (``metadata``) if they can."""
    stated = (
        *(one.language for one in described if one.is_article),
        tree.get("lang") or "",
        first_value(meta, "og:locale", "content-language", "language", "dc.language"),
    )
    codes = (_LANGUAGE.match(value.strip().lower()) for value in stated)
    return next((code[0] for code in codes if code), "")
