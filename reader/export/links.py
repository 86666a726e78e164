"""Which origins may become links."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_ADDRESS = re.compile(r"https?://[!#-;=?-\[\]_a-z~]+", re.IGNORECASE | re.ASCII)
"""A web address in the characters of RFC 3986 alone: no blank, quote, angle bracket, backslash or control character."""


def safe_link(origin: str) -> str | None:
    """The origin if it is a plain ``http(s)`` address with a host and without a user name, else None."""
    if not _ADDRESS.fullmatch(origin):
        return None
    try:
        parts = urlsplit(origin)
    except ValueError:
        return None
    return origin if parts.hostname and "@" not in parts.netloc else None
