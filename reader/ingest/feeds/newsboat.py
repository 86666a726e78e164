"""newsboat's list of feeds (``urls``): an address a line, with tags, quotes and comments."""

from __future__ import annotations

import re
from pathlib import Path

from reader.errors import InputError
from reader.ingest.decoding import decode
from reader.models.addresses import web_address
from reader.models.outlines import Subscription
from reader.sanitize import one_line

_WORD = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')

_REFUSED = {
    "exec:": "names a program that newsboat would run; Reader runs none",
    "filter:": "names a program that newsboat would pass the feed through; Reader runs none",
    "query:": "is a search of newsboat's; in Reader, f filters the list with a query",
}


def read_urls(raw: bytes) -> tuple[tuple[Subscription, ...], tuple[tuple[str, str], ...]]:
    """The feeds that the file names, and what is not followed: the line's first word, and why not.

    Raises:
        InputError: the bytes are no text.
    """
    found: list[Subscription] = []
    refused: list[tuple[str, str]] = []
    for line in decode(raw).splitlines():
        words = _words(line)
        if not words:
            continue
        first, *rest = words
        reason = next((why for start, why in _REFUSED.items() if first.lower().startswith(start)), None)
        if reason is None:
            try:
                address = _address(first)
            except InputError as error:
                reason = str(error)
            else:
                titles = [word[1:] for word in rest if word.startswith("~") and len(word) > 1]
                tags = tuple(dict.fromkeys(one_line(word) for word in rest if word[:1] not in {"~", "!"}))
                found.append(Subscription(address, one_line(titles[0]) if titles else "", tags))
                continue
        refused.append((one_line(first), reason))
    return tuple(found), tuple(refused)


def _address(word: str) -> str:
    """An address, or the path of a feed on this machine."""
    if word.lower().startswith("file://"):
        path = word[len("file://") :]
        if path.startswith("/") and one_line(path, len(path) + 1) == path:
            return str(Path(path))
    return web_address(word)


def _words(line: str) -> list[str]:
    """The words of a line; what stands in quote marks is one, and from a word that begins with # on all is comment."""
    words: list[str] = []
    for found in _WORD.finditer(line):
        if found[2] is not None and found[2].startswith("#"):
            break
        words.append(re.sub(r"\\(.)", r"\1", found[1]) if found[2] is None else found[2])
    return [word for word in words if word]
