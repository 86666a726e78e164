"""Where an article comes from, and whether that may be opened in a browser. Pure."""

from __future__ import annotations

from urllib.parse import urlsplit

SCHEMES = frozenset({"http", "https"})
"""What a browser is given. A path, "file:", "javascript:" or a command's option never is."""


def web_address(origin: str) -> str | None:
    """The origin if it is an address on the web that is safe to hand to a browser; None for a file and the rest."""
    if not origin.isascii() or not origin.isprintable() or " " in origin:
        return None
    try:
        parts = urlsplit(origin)
    except ValueError:
        return None
    return origin if parts.scheme in SCHEMES and parts.hostname else None
