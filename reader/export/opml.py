"""A list of subscriptions as OPML: what it was imported with is written to the letter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reader.models.outlines import Outline, OutlineList

_ENCODING = re.compile(r"""(<\?xml[^>]*?\bencoding\s*=\s*)["']([^"']*)["']""")


def opml(found: OutlineList) -> bytes:
    """The list as a file, in the encoding that it had."""
    lines = "\n".join(_lines(found.outlines, 2))
    body = f"\n{lines}\n  " if lines else "\n  "
    text = f"{found.prologue.rstrip()}{body}{found.epilogue.lstrip()}"
    declared = _ENCODING.search(text)
    try:
        return text.encode(declared[2] if declared else "utf-8")
    except (LookupError, UnicodeEncodeError):
        return _ENCODING.sub(r'\1"UTF-8"', text, count=1).encode()


def _lines(outlines: Iterable[Outline], depth: int) -> Iterator[str]:
    for outline in outlines:
        indent = "  " * depth
        written = outline.written
        if not outline.inside:
            closed = written.startswith("<!--") or written.endswith("/>")
            yield f"{indent}{written}" + ("" if closed else "</outline>")
            continue
        yield indent + (f"{written[:-2].rstrip()}>" if written.endswith("/>") else written)
        yield from _lines(outline.inside, depth + 1)
        yield f"{indent}</outline>"
