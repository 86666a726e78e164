"""Shelves, watches, notes and links, as a person at the keyboard meets them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.models.article import Link
from reader.models.keeping import Watch
from reader.models.sources import Source, SourceCard, SourceKind
from reader.ui.panes import Pane
from tests.ui.records import Records, sample
from tests.ui.screens import assert_golden, settle
from tests.ui.test_reading_screen import TO_GAZETTE, Session, opened

FOLLOWED = (
    SourceCard(Source(1, "https://gazette.example/feed", SourceKind.FEED, "", "North Shore Gazette", ("local",)), 4, 3),
    SourceCard(Source(2, "https://wire.example/feed", SourceKind.FEED, "", "Wire", ()), 2, 1),
)


def followed() -> Records:
    records = sample()
    records.followed = FOLLOWED
    records.watched = (Watch("Orrin", "Orrin", 2, 2, 1),)
    return records


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_the_shelves(size: tuple[int, int]) -> None:
    async with opened(followed(), size=size) as session:
        await session.press("S", "j")
        assert session.home.active is Pane.SHELF
        assert_golden(session.app, f"shelves_{size[0]}x{size[1]}")


def _shelf(session: Session) -> str:
    return session.home.source.label


def _is_shown(session: Session) -> bool:
    return session.home.shelf_pane.display


async def test_moving_on_a_shelf_filters_the_list() -> None:
    async with opened(followed(), size=(200, 60)) as session:
        everything = session.listed
        await session.press("S", "j", "j")
        assert _shelf(session) == "Starred"
        assert session.listed == []
        await session.press("g", "g")
        assert not _shelf(session)
        assert session.listed == everything
        await session.press("j", "enter")
        assert session.home.active is Pane.LIST
        assert _shelf(session) == "Unread"


async def test_the_mouse_chooses_a_shelf() -> None:
    async with opened(followed(), size=(200, 60)) as session:
        await session.pilot.click("#shelves", offset=(5, 1))
        await settle(session.pilot)
        assert session.home.source.query == "is:unread"


async def test_the_shelves_are_put_away_and_the_place_remembers_it() -> None:
    async with opened(followed(), size=(200, 60)) as session:
        assert _is_shown(session)
        await session.press("S", "S")
        assert not _is_shown(session)
        assert session.home.place_now(None).shelves_hidden
    async with opened(followed(), size=(120, 40)) as session:
        assert not _is_shown(session)
        await session.press("S")
        assert _is_shown(session)
        await session.press("escape")
        assert not _is_shown(session)
        assert not session.home.place_now(None).shelves_hidden


async def test_a_watch_is_kept_and_looked_at() -> None:
    async with opened(followed(), size=(200, 60)) as session:
        await session.press("W")
        assert "Nothing to watch" in session.text
        await session.press("f", *"river", "enter", "W", "enter")
        assert session.records.watched[-1] == Watch("river", "river", 1, 1, 0)
        assert "“river” is on the shelf" in session.text
        await session.press("S", "G", "k", "enter")
        assert session.records.watched[0].new == 0
        assert "1 new since you last looked." in session.text


async def _on_a_sentence(session: Session) -> None:
    await session.press(*TO_GAZETTE, "enter", "j")


async def test_a_note_stands_under_its_sentence() -> None:
    async with opened(size=(120, 40)) as session:
        await session.press("a")
        assert "Go to a sentence" in session.text
        await _on_a_sentence(session)
        await session.press("a", *"ask them", "enter")
        (note,) = session.records.noted
        assert (note.start, note.end) == session.home.pane.sentence
        assert "✎ ask them" in session.text


async def test_a_link_is_opened_by_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def browse(address: str) -> bool:
        asked.append(address)
        return True

    monkeypatch.setattr("webbrowser.open", browse)
    records = sample()
    links = (Link(60, 66, "https://one.example/a"), Link(61, 66, "javascript:alert(1)"))
    records.articles = {number: replace(each, links=links) for number, each in records.articles.items()}
    async with opened(records) as session:
        await _on_a_sentence(session)
        assert "[1] one.example" in session.text
        await session.press("semicolon", "1", "enter")
        assert asked == ["https://one.example/a"]
        await session.press("semicolon", "2", "enter")
        assert "Only addresses of the web are opened" in session.text
        await session.press("semicolon", "9", "enter")
        assert "There is no link “9”" in session.text
        assert asked == ["https://one.example/a"]


async def test_an_article_without_links_says_so() -> None:
    async with opened() as session:
        await _on_a_sentence(session)
        await session.press("semicolon")
        assert "This article has no links." in session.text
