"""The fields before a Markdown text that describe it: the small part of YAML that such fields use.

``key: value``, quoted or not; lists in brackets or one item a line; anything else is passed over, never an error.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.sanitize import one_line

LONGEST = 64_000
"""Characters of front matter that are read."""

_FIELD = re.compile(r"(?P<key>[A-Za-z][\w .-]{0,40}?)\s*[:=]\s*(?P<value>.*)")
_NESTED_NAME = re.compile(r"(?:\s*-\s+|\s+)name\s*:\s*(?P<value>\S.*)")
_ITEM = re.compile(r"\s*-\s+(?P<value>\S.*)")
_TITLES = ("title", "headline", "og:title")
_STANDFIRSTS = ("description", "summary", "subtitle", "standfirst", "excerpt", "deck", "dek", "subheading", "lead")
_AUTHORS = ("author", "authors", "byline", "by", "creator", "writer")
_DATES = (
    "date",
    "published",
    "publisheddate",
    "pubdate",
    "publishedat",
    "publicationdate",
    "datepublished",
    "publishdate",
    "created",
    "posted",
)
_OUTLETS = ("outlet", "publication", "newspaper", "sitename", "site", "publisher", "source", "website", "medium")
_LANGUAGES = ("lang", "language", "locale")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the fields say; "" and () where they say nothing."""

    title: str = ""
    standfirst: str = ""
    authors: tuple[str, ...] = ()
    outlet: str = ""
    date: str = ""
    language: str = ""


def read_front_matter(block: str) -> FrontMatter:
    """The fields of a front matter block, without the lines that fence it."""
    fields = _fields(block[:LONGEST].split("\n"))
    language = _one(fields, _LANGUAGES).lower()[:2]
    outlets = [value for key in _OUTLETS for value in fields.get(key, ()) if "://" not in value]
    return FrontMatter(
        title=_one(fields, _TITLES),
        standfirst=_one(fields, _STANDFIRSTS),
        authors=tuple(name for key in _AUTHORS for entry in fields.get(key, ()) for name in _names(entry)),
        outlet=outlets[0] if outlets else "",
        date=_one(fields, _DATES),
        language=language if re.fullmatch("[a-z]{2}", language) else "",
    )


def _fields(lines: Sequence[str]) -> dict[str, list[str]]:
    """The values of each field by its name in lower case without marks ("pub_date" is "pubdate")."""
    fields: dict[str, list[str]] = {}
    values: list[str] = []
    for line in lines:
        field = _FIELD.match(line)
        if field:
            values = fields.setdefault(re.sub(r"[\W_]", "", field["key"]).lower(), [])
            values.extend(_values(field["value"]))
            continue
        item = _NESTED_NAME.match(line) or _ITEM.match(line)
        if item and ": " not in item["value"]:
            values.extend(_values(item["value"]))
        elif line[:1].isspace() and line.strip() and not item and ": " not in line:
            values.append(" ".join([*(values and [values.pop()]), one_line(line)]))
    return fields


def _values(written: str) -> list[str]:
    value = written.strip()
    if value in {"", "|", ">", "|-", ">-", "null", "~", "[]", "{}"}:
        return []
    if value.startswith("[") and value.endswith("]"):
        return [bare for piece in value[1:-1].split(",") if (bare := _unquoted(piece))]
    bare = _unquoted(value)
    return [bare] if bare else []


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1].replace('\\"', '"').replace("''", "'")
    elif " #" in value:
        value = value.split(" #", 1)[0]
    return one_line(value, 1000)


def _names(entry: str) -> list[str]:
    bare = re.sub(r"^by\s+", "", entry, flags=re.IGNORECASE)
    names = [name for piece in re.split(r"\s*(?:,|;|\s&\s|\sand\s)\s*", bare) if (name := piece.strip())]
    # A single word behind a full name is the place where it was written ("Ann Lee, Lagos").
    return [name for at, name in enumerate(names) if at == 0 or " " in name or " " not in names[0]]


def _one(fields: dict[str, list[str]], keys: Sequence[str]) -> str:
    return next((fields[key][0] for key in keys if fields.get(key)), "")
