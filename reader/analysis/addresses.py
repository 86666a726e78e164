"""Addresses in a street ("10 Downing Street"): one place, whose number counts nothing. Under names and figures."""

from __future__ import annotations

import re
from typing import Final

ADDRESS: Final = re.compile(
    r"(?<![\w$€£.,/-])\d{1,5}[A-Z]?(?: (?:North|South|East|West|[NSEW]\.?))?"
    r"(?: (?!Supreme|High)[A-Z0-9][\w’'.-]{1,20}){1,3}"
    r" (?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Blvd|Square|Terrace|Crescent|Parkway|Mews|Quay)\b"
    r"(?! (?!was\b|has\b|is\b|as\b|does\b)[a-z]+s\b)"
)
"""A number and a street; with a plural behind it the number counts ("20 Wall Street banks")."""
