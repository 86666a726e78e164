"""The parsers of foreign markup by name, each a function ``(raw, *words) -> result`` that the child imports."""

from __future__ import annotations

from typing import Final

PARSERS: Final[dict[str, str]] = {}
"""``module:function`` of each. The result is a record that msgspec can write; ``InputError`` refuses an input."""
