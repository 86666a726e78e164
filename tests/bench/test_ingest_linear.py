"""Ingest stays linear in its input: twice as much takes about twice the CPU time, whatever the input is made of."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from time import process_time

import pytest

from reader.errors import InputError
from reader.ingest.article import read_article

pytestmark = pytest.mark.bench

SENTENCE = (
    "The harbour of Selm was closed on Monday, said “the master” of the port (credit: A/B), and nobody knew why. "
)

HOSTILE: dict[str, Callable[[int], str]] = {
    "one line of sentences": lambda n: SENTENCE * (n // 40),
    "C1 controls": lambda n: "\x9b" * n,
    "escape sequences": lambda n: "\x1b[31m" * (n // 4) + "text",
    "blank lines": lambda n: "A headline\n" + "\n" * n + "The end of it came late in the evening.",
    "quote marks": lambda n: "“\"'" * n,
    "brackets": lambda n: "([" * n + "x",
    "one long word": lambda n: "x" * (n * 3),
    "short lines": lambda n: "Menu\nShare this\n“Yes”\n" * (n // 12),
    "captions": lambda n: "A man walks (photo credit: A/B)\nA man walks\n" * (n // 24),
    "repeated paragraphs": lambda n: (SENTENCE + "\n\n") * (n // 60),
    "quoted paragraphs": lambda n: "".join(
        f"“I have seen the {i % 50} ships come in from the sea.”\n\n" for i in range(n // 40)
    ),
    "names": lambda n: "By Ann Lee\nAnn Lee\n" * (n // 12),
    "dates": lambda n: "Published: May 28, 2023\n" * (n // 16) + "2023-01-02 " * (n // 8),
    "spaces and slashes": lambda n: " / " * n,
    "broken lines": lambda n: (
        "The harbour of Selm was closed on Monday, said the master of the port\nand of its ferries. " * (n // 90)
    ),
    "parted words": lambda n: (
        "The harbour of the town of Selm was closed on Monday, said the har-\nbour " * (n // 80) + "master."
    ),
    "references": lambda n: "&amp;&#8217;&" * (n // 12),
    "decoded twice": lambda n: "CafÃ© â€œnoâ€\x9d " * (n // 16),
    "invisible characters": lambda n: "har\u00adbour\u200b e\u0301" * (n // 12),
    "a page of paragraphs and menus": lambda n: (SENTENCE + "\nMenu\nSign in\n") * (n // 120),
    "links": lambda n: "Related\nA headline about ships\n" * (n // 16),
}
MARKDOWN: dict[str, Callable[[int], str]] = {
    "quotations": lambda n: ">" * n + " deep",
    "brackets": lambda n: "[" * n,
    "links": lambda n: "[a](" * n,
    "stars": lambda n: "*a " * n,
    "stars and marks": lambda n: "**a *b _c " * (n // 3),
    "back ticks": lambda n: "".join("`" * (i % 60 + 1) + "a " for i in range(n // 12)),
    "lists": lambda n: "".join("  " * (i % 40) + "- a\n" for i in range(n // 10)),
    "table": lambda n: "| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * (n // 10),
    "html": lambda n: "<a <b" * n,
    "entities": lambda n: "&#27;[31m" * n,
    "front matter": lambda n: "---\ntitle: x\n" + "key: [a, b]\n" * (n // 10) + "---\nText.",
    "headings": lambda n: "# Head\n\nA sentence of the text ends here.\n\n" * (n // 20),
    "images": lambda n: "![a](b) " * (n // 4),
    "paragraph": lambda n: SENTENCE * (n // 40),
}

SMALL = 20_000
"""Size of the smaller input: large enough that what is done once doesn't matter."""

FACTOR = 4
"""By how much the other one is larger; quadratic work would take sixteen times as long."""

MOST = 9.0
"""The most that four times the input may cost: 4 is linear, the rest is the noise of a shared machine."""


def cpu_seconds(text: str, *, markdown: bool) -> float:
    best = float("inf")
    for _ in range(2):
        began = process_time()
        with suppress(InputError):
            read_article(text.encode("utf-8", "surrogatepass"), "x", markdown=markdown)
        best = min(best, process_time() - began)
    return best


@pytest.mark.parametrize("kind", HOSTILE)
def test_plain_text_is_read_in_linear_time(kind: str) -> None:
    small, large = (cpu_seconds(HOSTILE[kind](size), markdown=False) for size in (SMALL, FACTOR * SMALL))
    assert large <= MOST * max(small, 0.002)


@pytest.mark.parametrize("kind", MARKDOWN)
def test_markdown_is_read_in_linear_time(kind: str) -> None:
    small, large = (cpu_seconds(MARKDOWN[kind](size), markdown=True) for size in (SMALL // 4, FACTOR * SMALL // 4))
    assert large <= MOST * max(small, 0.002)
