"""Articles as crawlers write them: JSON Lines, a JSON array, or one object (scrapy, news-please, trafilatura, …)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from html import unescape
from typing import TypeAlias

import msgspec

from reader.errors import InputError
from reader.ingest.decoding import decode
from reader.ingest.draft import Claim, Draft
from reader.ingest.forms.form import Entry, Source
from reader.ingest.pages.written import iso_date, safe_address
from reader.ingest.sheet import Block, Fields, Stated, compose
from reader.ingest.text import prose_of

Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | None"
Object: TypeAlias = Mapping[str, Value]

DEEPEST = 3
"""Objects inside each other in which a list of articles is looked for: ``{"data": {"articles": […]}}``."""

_TEXTS = (
    "text", "maintext", "body", "content", "articlebody", "article_text", "fulltext", "full_text", "raw_text",
    "article",
)  # fmt: skip
_TITLES = ("title", "headline", "title_page", "og_title")
_DATES = (
    "date_publish", "date_published", "published", "publishedat", "published_at", "publish_date", "publishdate",
    "pubdate", "pub_date", "date", "datepublished", "publication_date", "created_at", "timestamp",
)  # fmt: skip
_OUTLETS = (
    "outlet", "source", "site_name", "sitename", "publisher", "publication", "source_name", "source_domain", "hostname",
    "domain",
)  # fmt: skip
_AUTHORS = ("authors", "author", "byline", "creator")
_ADDRESSES = ("url", "link", "source_url", "canonical_url", "permalink")
_STANDFIRSTS = ("description", "summary", "excerpt")
_LANGUAGES = ("language", "lang")
_LISTS = ("articles", "items", "data", "results", "documents", "docs", "entries", "posts", "response")
_MARKUP = re.compile(r"<(?:p|div|br|h[1-6]|ul|ol|li|a|strong|em|span|blockquote)\b[^<>]{0,300}/?>", re.IGNORECASE)
_CLAIM = Claim("JSON field")
_SECONDS = (100_000_000, 5_000_000_000)
"""Numbers that are seconds since 1970, for a date; a thousand times as much are milliseconds."""


def is_json(head: bytes) -> bool:
    """Whether bytes that begin so are JSON: an object, or a list of objects."""
    return re.match(rb'\{\s*["}]|\[\s*\{', head) is not None


def read_crawled(raw: bytes, source: Source) -> tuple[Entry, ...]:
    """The articles of a file of JSON.

    Raises:
        InputError: it is no JSON, or there is no article in it.
    """
    found: list[Entry] = []
    damaged = 0
    for number, (written, value) in enumerate(_objects(raw), 1):
        if value is None:
            damaged += 1
            # An entry without text: the line is told as one that could not be read, and the others are.
            found.append(Entry(Draft(""), written, f"{source.origin}#{number}"))
            continue
        draft = _draft(value)
        if draft is not None:
            origin = safe_address(_text(_field(value, _ADDRESSES))) or f"{source.origin}#{number}"
            found.append(Entry(draft, written, origin))
    if len(found) == damaged:
        raise InputError("is damaged JSON" if damaged else "is JSON without an article (an object with a text)")
    if len(found) == 1 and found[0].origin == f"{source.origin}#1":
        return (Entry(found[0].draft, found[0].raw, source.origin),)
    return _apart(found)


def _apart(entries: list[Entry]) -> tuple[Entry, ...]:
    """The entries, the last one of each address: crawlers append what they see again."""
    return tuple({entry.origin: entry for entry in entries}.values())


def _objects(raw: bytes) -> Iterator[tuple[bytes, Object | None]]:
    """Each object of the file with the bytes that it is written in; None for a line that is no JSON."""
    try:
        whole: Value = _decoded(raw)
    except InputError:
        for line in raw.splitlines():
            if line.strip():
                try:
                    value = _decoded(line)
                except InputError:
                    yield line, None
                    continue
                yield from ((_encoded(item), item) for item in _articles(value, 0))
        return
    found = list(_articles(whole, 0))
    if len(found) == 1 and found[0] is whole:
        yield raw, found[0]
    else:
        yield from ((_encoded(item), item) for item in found)


def _decoded(raw: bytes) -> Value:
    """A value of JSON.

    Raises:
        InputError: it is none; a byte order mark and other encodings than UTF-8 are borne with.
    """
    try:
        value: Value = msgspec.json.decode(raw)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        try:
            value = json.loads(decode(raw), strict=False)
        except (ValueError, RecursionError) as error:
            raise InputError("is damaged JSON") from error
    return value


def _encoded(value: Object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _articles(value: Value, depth: int) -> Iterator[Object]:
    """The objects that are articles: the value, those of a list, or of a list under a name that lists have."""
    if isinstance(value, list):
        for item in value:
            if isinstance(item, dict):
                yield from _articles(item, depth + 1)
    elif isinstance(value, dict):
        if _field(value, _TEXTS) or depth > DEEPEST:
            yield value
            return
        lists = [value[name] for name in _LISTS if isinstance(value.get(name), list | dict)]
        if lists:
            yield from _articles(lists[0], depth + 1)
        else:
            yield value


def _field(value: Object, names: tuple[str, ...]) -> Value:
    """The value of the first of these fields that says something; capitals and marks in names don't count."""
    plain = {name.lower().lstrip("_"): each for name, each in value.items()}
    return next((plain[name] for name in names if plain.get(name) not in (None, "", [], {})), None)


def _draft(value: Object) -> Draft | None:
    written = _field(value, _TEXTS)
    text = _text(written)
    if not text.strip():
        return None
    blocks = _from_markup(text) if _MARKUP.search(text) else _paragraphs(text)
    language = _text(_field(value, _LANGUAGES)).lower()[:2]
    return compose(
        Fields(
            title=_stated(_text(_field(value, _TITLES))),
            outlet=_stated(_outlet(_field(value, _OUTLETS))),
            authors=tuple(Stated(name, _CLAIM) for name in _names(_field(value, _AUTHORS))),
            date=_stated(_date(_field(value, _DATES))),
            standfirst=_standfirst(_text(_field(value, _STANDFIRSTS)), text),
            language=language if language.isalpha() and len(language) == 2 else "",
        ),
        blocks,
    )


def _paragraphs(text: str) -> tuple[Block, ...]:
    return tuple(Block(line.strip()) for line in prose_of(text).split("\n") if line.strip())


def _from_markup(text: str) -> tuple[Block, ...]:
    from reader.ingest.feeds.fragment import fragment_blocks  # noqa: PLC0415 (lxml loads with the first markup)

    return tuple(fragment_blocks(text))


def _text(value: Value) -> str:
    """A value as text: a list of paragraphs joined, an object's name."""
    if isinstance(value, list):
        return "\n\n".join(part for each in value if (part := _text(each)))
    if isinstance(value, dict):
        return _text(value.get("name") or value.get("title") or value.get("rendered") or value.get("text"))
    return value if isinstance(value, str) else ""


def _stated(value: str) -> Stated | None:
    plain = " ".join(unescape(value).split())
    return Stated(plain, _CLAIM) if plain else None


def _standfirst(said: str, text: str) -> Stated | None:
    """The summary, if the text does not begin with it: crawlers take it from there."""
    opening = " ".join(said.split()).rstrip(".… ")
    return None if not opening or opening in " ".join(text.split()) else _stated(said)


def _outlet(value: Value) -> str:
    name = _text(value)
    return "" if "://" in name else name.removeprefix("www.")


def _names(value: Value) -> list[str]:
    """The names of authors, in a list, in objects or in one text."""
    if isinstance(value, list):
        return [name for each in value for name in _names(each)]
    bare = re.sub(r"^by\s+", "", _text(value).strip(), flags=re.IGNORECASE)
    return [name.strip() for name in re.split(r"\s*(?:[;|,]|\s&\s|\sand\s)\s*", bare) if name.strip()]


def _date(value: Value) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _iso_of_seconds(value / 1000 if value > _SECONDS[1] else value)
    return iso_date(_text(value)) or ""


def _iso_of_seconds(seconds: float) -> str:
    """The UTC time so many seconds after the beginning of 1970; "" for numbers that are no recent time."""
    is_recent = _SECONDS[0] < seconds < _SECONDS[1]
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="minutes") if is_recent else ""
