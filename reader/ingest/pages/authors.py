"""Who wrote a page's article: what its markup says, without the site, roles and addresses among the names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lxml.html import HtmlElement

from reader.ingest.draft import Claim
from reader.ingest.pages.jsonld import Described
from reader.ingest.pages.meta import words_in
from reader.ingest.sheet import Stated

MOST = 12
"""Authors of an article; lists that are longer are mastheads."""

LONGEST = 60
"""Characters of an author's name."""

_META = (
    "author", "article:author", "og:article:author", "parsely-author", "sailthru.author", "dc.creator",
    "dcterms.creator", "byl", "authors", "citation_author", "article:author_name", "twitter:creator:name",
)  # fmt: skip
_BY = re.compile(
    r"^(?:by|von|par|por|di|door|av|af|text(?: by)?|written by|story by|words by|author|autor)\b:?\s+", re.IGNORECASE
)
_PARTS = re.compile(r"\s*(?:[,;|/]|\band\b|\bund\b|\bet\b|\by\b|&|\n)\s*", re.IGNORECASE)
_NO_NAME = re.compile(r"https?:|www\.|@|\d{2}|[<>{}]|\.(?:com|de|org|net)\b", re.IGNORECASE)
_NOBODY = re.compile(
    r"(?:admin|administrator|editor|editorial|redaktion|staff|webmaster|unknown|guest|user|root|anonymous|null|none|"
    r"undefined|redazione|rédaction|redacción)$",
    re.IGNORECASE,
)
_ROLE = re.compile(r"\s+[-–—(|].*$|\s+(?:for|in)\s+(?:the\s+)?[A-Z].*$")
_BESIDE = (
    "//*[@itemprop='author'] | //a[contains(concat(' ',@rel,' '),' author ')] | "
    "//*[contains(@class,'byline') or contains(@class,'author-name') or contains(@class,'author__name')]"
)


def page_authors(
    tree: HtmlElement, meta: Mapping[str, tuple[str, ...]], described: Sequence[Described], site: Sequence[str]
) -> tuple[Stated, ...]:
    """The authors that the surest place of a page names."""
    own = {name.lower() for name in site}
    for rule, said in (
        ("JSON-LD", [name for one in described if one.is_article for name in one.authors]),
        ("meta", [value for name in _META for value in meta.get(name, ())]),
        ("byline tag", [words_in(element)[: 3 * LONGEST] for element in tree.xpath(_BESIDE)[:MOST]]),
    ):
        names = tuple(dict.fromkeys(name for value in said for name in _names(value) if name.lower() not in own))
        if 0 < len(names) <= MOST:
            return tuple(Stated(name, Claim(rule)) for name in names)
    return ()


def _names(value: str) -> Iterator[str]:
    """The names of people in what a page says of its authors."""
    for part in _PARTS.split(_BY.sub("", value.strip())):
        name = _ROLE.sub("", _BY.sub("", part.strip())).strip(" .:-–")
        if 2 < len(name) <= LONGEST and not _NO_NAME.search(name) and not _NOBODY.fullmatch(name):
            yield name
