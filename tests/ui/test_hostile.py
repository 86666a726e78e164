"""Hostile text in every field: nothing of it reaches the terminal, runs or crashes."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from reader.models.article import Evidence, Metadatum, Status
from reader.models.entities import Entity
from tests.ui.records import Records, annotate, article_of, sample
from tests.ui.screens import app_of, settle, terminal_bytes

HOSTILE = (
    "\x1b[2J\x1b]0;owned\x07",
    "\x1b]52;c;ZXZpbA==\x07",
    "\x9b31m\x90q\x9c",
    "a\u202eb\u2066c\u2069\u200f",
    "[/usr/bin] [@click=app.quit]press[/] [bold red",
    "line\r\nbreak\x00\x07\x08\x7f",
    "\u200d" * 300 + "e" + "\u0301" * 300,
    "漢字" * 200,
    "x" * 100_000,
    "\U000e0041\U000e0042\ud800",
)

ALLOWED = re.compile(r"\x1b\[[0-9;:]*m|\x1b\[\d*(?:;\d*)?H|\x1b\[\d*[ABCDGJK]")
"""What painting may send: colours, cursor positions, erasing."""

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f\u2028\u2029\ud800-\udfff]"
)


def poisoned(payload: str) -> Records:
    """A library in which every field that text can get into holds the payload."""
    evidence = Evidence(1, payload)
    articles = {}
    for number in (1, 2):
        plain = article_of(number, "T:Title\nBody of it.\nP:Caption", outlet="Outlet", day="2024-03-06")
        text = plain.text[:-1] + payload + "\n"
        last = replace(plain.lines[-1], end=len(text) - 1)
        articles[number] = replace(
            plain,
            text=text,
            lines=(*plain.lines[:-1], last),
            title=Metadatum(payload, Status.STATED, evidence),
            outlet=Metadatum(payload, Status.STATED, evidence),
            authors=Metadatum((payload,), Status.STATED, evidence),
            published=Metadatum(payload, Status.STATED, evidence),
            origin=f"/news/{payload}",
        )
    found = {number: annotate(article, {}) for number, article in articles.items()}
    names = {**sample().entities, 1: replace(sample().entities[1], name=payload)}
    assert isinstance(names[1], Entity)
    return Records(articles=articles, found=found, groups={5: (1, 2)}, entities=names)


@pytest.mark.parametrize("payload", HOSTILE, ids=range(len(HOSTILE)))
async def test_hostile_text_is_harmless_everywhere(payload: str) -> None:
    app = app_of(poisoned(payload))
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settle(pilot)
        for keys in (
            ["j"],
            ["enter"],
            ["j", "."],
            ["e"],
            ["j", "enter"],
            ["escape"],
            ["y"],
            ["f", *"x[/]", "enter"],
            ["escape"],
        ):
            for key in keys:
                await pilot.press(key)
            await settle(pilot)
            sent = ALLOWED.sub("", terminal_bytes(app).replace("\n", "").replace("\r", ""))
            assert not FORBIDDEN.search(sent)
            assert "\x1b" not in sent
        app.tell(payload)
        await settle(pilot)
        assert "\x1b" not in ALLOWED.sub("", terminal_bytes(app))
        assert not app._exit
    app.close()
