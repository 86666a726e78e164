"""What can be read in a block of HTML inside a Markdown file: its words, without tags, comments, scripts and styles."""

from __future__ import annotations

import html
import re

LONGEST_TAG = 2000
"""Characters of the longest tag; with a bound, looking for a tag's end stays linear."""

_BREAKS = re.compile(
    r"</?(?:p|div|br|li|tr|h\d|figcaption|figure|blockquote|section|article|header|footer|table|ul|ol)\b", re.IGNORECASE
)
_TAG = re.compile(rf"<[!/?a-zA-Z][^<>]{{0,{LONGEST_TAG}}}>")
_SILENT = ("script", "style", "template", "svg", "noscript", "iframe")


def text_of_html(block: str) -> str:
    """The words of the block, a line for each of its paragraphs; character references are decoded."""
    visible = _without(block, "<!--", "-->")
    for name in _SILENT:
        visible = _without(visible, f"<{name}", f"</{name}>")
    broken = _BREAKS.sub(lambda match: "\n" + match[0], " ".join(visible.split()))
    lines = (" ".join(html.unescape(_TAG.sub("", line)).split()) for line in broken.split("\n"))
    return "\n".join(line for line in lines if line)


def _without(text: str, opening: str, closing: str) -> str:
    """The text without the stretches between two marks; an unclosed one reaches to the end."""
    low = text.lower()
    kept: list[str] = []
    at = 0
    while (start := low.find(opening, at)) >= 0:
        kept.append(text[at:start])
        end = low.find(closing, start)
        if end < 0:
            return "".join(kept)
        at = end + len(closing)
    kept.append(text[at:])
    return "".join(kept)
