"""The parsers of foreign markup by name, each a function ``(raw, *words) -> result`` that the child imports."""

from __future__ import annotations

from typing import Final

PARSERS: Final[dict[str, str]] = {
    "form": "reader.ingest.reading:parse_form",
    "feed": "reader.ingest.feeds.offers:read_offering",
    "item and page": "reader.ingest.feeds.items:with_page",
    "feeds of a page": "reader.ingest.feeds.discovery:feeds_of_page",
    "subscriptions": "reader.ingest.feeds.opml:read_opml",
}
"""``module:function`` of each. The result is a record that msgspec can write; ``InputError`` refuses an input."""
