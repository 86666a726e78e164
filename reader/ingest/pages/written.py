"""Dates and addresses as markup writes them: what of this layer needs no parser."""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

from reader.ingest import dates
from reader.sanitize import sanitize

LONGEST_ADDRESS = 2000
"""Characters of an address that is kept as a link; what is longer is a picture or a script in disguise."""

_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(?:\d\d)?)?")
_FRACTION = re.compile(r"(:\d\d)[.,]\d+")
_SHORT_ZONE = re.compile(r"\s?([+-]\d\d):?(\d\d)?$")


def iso_date(written: str) -> str | None:
    """A date as markup writes it in ISO 8601 to the minute, with its zone if it has one; None if it is none."""
    text = _FRACTION.sub(r"\1", written.strip())[:60]
    if compact := _COMPACT.fullmatch(text):
        year, month, day, hour, minute = compact.groups()
        text = f"{year}-{month}-{day}" + (f"T{hour}:{minute}" if hour else "")
    zoned = _SHORT_ZONE.sub(lambda zone: f"{zone[1]}:{zone[2] or '00'}", text) if ":" in text else text
    try:
        at = datetime.fromisoformat(zoned)
    except ValueError:
        return _rfc(text) or _printed(text)
    if not dates.FIRST_YEAR <= at.year <= dates.LAST_YEAR:
        return None
    return at.date().isoformat() if len(zoned) <= len("2024-03-13") else at.isoformat(timespec="minutes")


def _rfc(text: str) -> str | None:
    try:
        return parsedate_to_datetime(text).isoformat(timespec="minutes")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _printed(text: str) -> str | None:
    found = dates.find_date(text)
    return found.iso if found else None


def safe_address(target: str, base: str = "") -> str:
    """The address that a link leads to, if a person may open it: http or https; "" for any other."""
    try:
        address = urljoin(base, target.strip()) if base.startswith(("http://", "https://")) else target.strip()
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname or len(address) > LONGEST_ADDRESS:
        return ""
    return "" if sanitize(address) != address or " " in address else address
