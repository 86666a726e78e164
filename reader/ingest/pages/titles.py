"""The title of a page: what its markup says in several places, cut of the site's name, and what most agree on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from unicodedata import combining, normalize
from urllib.parse import unquote, urlsplit

LONGEST = 400
"""Characters of a title; what is longer is a paragraph in a heading's clothes."""

OPENING_MARKS = "|»·•"
"""Marks behind which a page's title names its site or section; a dash may be the title's own."""

AGREES = 0.6
"""Weight of an address whose last part has all of a title's words: as much as the page's own title."""

SAME_NAME = 4
"""Letters from which a part that stands in the name of the host is the site's ("BBC News" on bbc.co.uk has 3)."""

_MARK = re.compile(
    r"\s+(?:[|–—·•»«:/~›-]|::|//)+\s+|\s*[|•]\s*|:\s|\s»\s*|-(?=[^-]{2,12}$)(?<=[^\x00-\u2e7f]-)|_(?=[^_]{2,12}$)"
)
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "\u00a0": " ", "\u00ad": None})
_NO_WORD = re.compile(r"[\W_]+")
_SLUG_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A title that stands somewhere in a page.

    Attributes:
        rule: where: "JSON-LD", "OpenGraph", "heading", "page title".
        weight: how far that place is to be trusted; places that say the same add up.
    """

    text: str
    rule: str
    weight: float


def choose_title(candidates: Sequence[Candidate], site: Iterable[str] = (), address: str = "") -> Candidate | None:
    """The candidate that the others support most, without what other candidates show to be the site's name.

    Args:
        candidates: in the order of trust, for ties.
        site: names of the site, which titles are cut of.
        address: of the page: its last part often repeats the title.
    """
    known = [
        Candidate(text, one.rule, one.weight)
        for one in candidates
        if (text := one.text.strip()) and len(text) <= LONGEST
    ]
    names = _Names(frozenset(filter(None, map(key_of, site))), frozenset(key_of(one.text) for one in known))
    cut = [Candidate(_without_site(one.text, names), one.rule, one.weight) for one in known]
    cut = [one for one in cut if key_of(one.text) and not names.is_site(one.text)] or cut
    support: dict[str, float] = {}
    for one in cut:
        key = key_of(one.text)
        support[key] = support.get(key, AGREES * _share_of(address, one.text)) + one.weight
    best = max(support.values(), default=0.0)
    return next((one for one in cut if support[key_of(one.text)] == best), None)


@dataclass(frozen=True, slots=True)
class _Names:
    site: frozenset[str]
    whole: frozenset[str]

    def is_site(self, text: str) -> bool:
        key = key_of(text)
        return key in self.site or (
            len(key) >= SAME_NAME
            and any(
                key in name or name in key
                for name in self.site
                if len(name) >= SAME_NAME and 2 * min(len(name), len(key)) >= max(len(name), len(key))
            )
        )


def _without_site(title: str, names: _Names) -> str:
    """The title without the site's name before or behind it.

    A part behind a mark is the site's if that is one of its names, or if what is left is a title elsewhere in the page.
    """
    marks = list(_MARK.finditer(title))
    for mark in reversed(marks):
        before, after = title[: mark.start()].strip(), title[mark.end() :].strip()
        told = mark[0].strip() in OPENING_MARKS and mark[0].strip()
        if before and (key_of(before) in names.whole or names.is_site(after) or (told and len(before) > len(after))):
            return _without_site(before, names)
    for mark in marks:
        before, after = title[: mark.start()].strip(), title[mark.end() :].strip()
        if after and (
            names.is_site(before) or (key_of(after) in names.whole and len(key_of(after)) > len(key_of(before)))
        ):
            return _without_site(after, names)
    return title


def _share_of(address: str, title: str) -> float:
    """The share of the words of an address's last part that a title has; 0 if it has fewer than two."""
    path = [part for part in urlsplit(address).path.split("/") if part]
    words = max((_SLUG_WORD.findall(plain(unquote(part))) for part in path[-2:]), key=len, default=[])
    said = set(_SLUG_WORD.findall(plain(title)))
    return sum(word in said for word in words) / len(words) if len(words) > 1 else 0.0


def plain(text: str) -> str:
    """The text in lower case as addresses write it: without accents, "ä" as "ae"."""
    spread = text.lower().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss")
    return "".join(letter for letter in normalize("NFKD", spread) if not combining(letter))


def key_of(text: str) -> str:
    """What two printings of a title share: letters and digits in lower case."""
    return _NO_WORD.sub("", text.translate(_QUOTES).lower())
