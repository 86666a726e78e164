"""Addresses as words: which of them mean a server of the web, and how they are kept."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit, urlunsplit

from reader.errors import InputError
from reader.sanitize import one_line

PORTS: Final = {"http": 80, "https": 443}
"""The schemes that are asked, with the ports that they mean."""

LONGEST = 2000
"""Characters of an address: servers accept no longer ones."""


def is_address(word: str) -> bool:
    """Whether a word on the command line means an address, not a path."""
    return word.lower().startswith(("http://", "https://", "feed:"))


def web_address(written: str) -> str:
    """An address as it is kept: its scheme and server in lower case, without fragment and blanks around it.

    Raises:
        InputError: it is none of http or https.
    """
    address = written.strip()
    if address.lower().startswith("feed:"):
        rest = address[5:]
        address = rest if rest.lower().startswith(("http:", "https:")) else "http:" + rest
    try:
        parts = urlsplit(address)
        port, host = parts.port, parts.hostname
    except ValueError:
        parts, port, host = urlsplit(""), None, None
    scheme = parts.scheme.lower()
    if scheme not in PORTS or not host:
        raise InputError("is no http or https address")
    if len(address) > LONGEST:
        raise InputError(f"has more than {LONGEST:,} characters")
    if one_line(address, LONGEST + 1) != address or " " in address:
        raise InputError("holds characters that no address has")
    user, at, _ = parts.netloc.rpartition("@")
    server = f"[{host}]" if ":" in host else host
    if port is not None and port != PORTS[scheme]:
        server += f":{port}"
    return urlunsplit((scheme, user + at + server, parts.path or "/", parts.query, ""))
