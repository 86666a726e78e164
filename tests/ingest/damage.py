"""Damaged inputs, the same for the same seed; as a script: so many of them through the process that parses.

``python -m tests.ingest.damage 1000`` prints how many were read and refused, the slowest, and the most memory used.
"""

from __future__ import annotations

import json
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable

from reader.errors import InputError
from reader.ingest.article import article_of
from reader.ingest.forms.form import Source
from reader.ingest.reading import read_entries
from tests.ingest.pages.facts import ALL
from tests.ingest.pages.shapes import SHAPES

Random = random.Random


def _flipped(raw: bytes, chance: Random) -> bytes:
    found = bytearray(raw)
    for _ in range(chance.randint(1, 200)):
        found[chance.randrange(len(found))] = chance.randrange(256)
    return bytes(found)


def _cut(raw: bytes, chance: Random) -> bytes:
    return raw[: chance.randrange(1, len(raw))]


def _shuffled(raw: bytes, chance: Random) -> bytes:
    parts = raw.split(b"<")
    chance.shuffle(parts)
    return b"<".join(parts)


def _repeated(raw: bytes, chance: Random) -> bytes:
    start = chance.randrange(len(raw))
    piece = raw[start : start + chance.randint(1, 400)]
    return raw[:start] + piece * chance.randint(2, 3000) + raw[start:]


def _nested(raw: bytes, chance: Random) -> bytes:
    tag = chance.choice(
        [b"<div>", b"<b>", b"<table><tr><td>", b"<ul><li>", b"<blockquote>", b"<a href=x>", b"[", b'{"a":']
    )
    at = raw.find(b"<p>")
    return raw[:at] + tag * chance.choice([100, 5_000, 200_000]) + raw[at:]


def _swollen(raw: bytes, chance: Random) -> bytes:
    long = chance.choice([b"word ", b"\xc2\x80", b"&amp;", b"<!--", b"2024-03-12 ", b"A | "]) * chance.choice(
        [1_000, 300_000]
    )
    return raw.replace(b"<p>", b"<p title='" + long + b"'>" + long, 1)


def _bombed(raw: bytes, _: Random) -> bytes:
    bomb = "".join(f'<!ENTITY x{at} "{f"&x{at - 1};" * 10 if at else "boom"}">' for at in range(12))
    entity = b'<!ENTITY file SYSTEM "file:///etc/passwd">'
    return (
        f"<?xml version='1.0'?><!DOCTYPE html [{bomb}".encode()
        + entity
        + b"]>"
        + raw.replace(b"<p>", b"<p>&x11;&file;")
    )


def _unclosed(raw: bytes, chance: Random) -> bytes:
    return raw.replace(chance.choice([b">", b"</script>", b"'", b'"', b"</p>", b"</div>"]), b"")


MUTATIONS: tuple[Callable[[bytes, Random], bytes], ...] = (
    _flipped, _cut, _shuffled, _repeated, _nested, _swollen, _bombed, _unclosed,
)  # fmt: skip
"""Every kind of damage."""


def damaged(seed: int) -> tuple[bytes, str]:
    """An input with one to three kinds of damage, and a name for it."""
    chance = random.Random(seed)  # noqa: S311 (the same again for the same seed)
    facts = chance.choice(ALL)
    raw = chance.choice(SHAPES)(facts).encode()
    if seed % 5 == 0:
        raw = json.dumps({"articles": [{"title": facts.title, "text": raw.decode()}] * 3}).encode()
    elif seed % 7 == 0:
        raw = b"From: a@b.example\nTo: c@d.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/html\n\n" + raw
    for _ in range(chance.randint(1, 3)):
        raw = chance.choice(MUTATIONS)(raw, chance) or b"<"
    return raw[:9_000_000], f"/damaged/{seed}.html"


def run(seeds: range) -> tuple[Counter[str], float]:
    """What became of these inputs, and the seconds of the slowest; only ``InputError`` may come out."""
    outcomes: Counter[str] = Counter()
    slowest = 0.0
    for seed in seeds:
        raw, name = damaged(seed)
        begun = time.monotonic()
        try:
            for entry in read_entries(raw, Source(name)):
                article_of(entry.draft, entry.origin)
            outcomes["read"] += 1
        except InputError as error:
            outcomes[str(error)[:60]] += 1
        slowest = max(slowest, time.monotonic() - begun)
    return outcomes, slowest


def main(count: int) -> None:
    """Print what became of so many inputs."""
    outcomes, slowest = run(range(count))
    for reason, number in outcomes.most_common():
        print(f"{number:6} {reason}")  # noqa: T201
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"slowest {slowest:.1f} s; the process for parsing took {memory} MB at most")  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]))
