"""Following from the command line, as a new user would: one feed, its news, a list of subscriptions, a revision."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command import reader
from tests.fetching.server import Server
from tests.following.feeds import item, page, rss, story


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        yield running


def test_a_first_feed(server: Server, tmp_path: Path) -> None:
    place = ["--library", str(tmp_path / "library.db")]
    link = server.url("/ferry")
    server.puts("/feed", rss(item(link, "Ferry stays", story(), guid="7")))
    assert reader("follow", server.url("/feed"), "--tag", "Island", *place).returncode == 0
    server.puts("/feed", rss(item(link, "Ferry stays longer", story().replace("Thursday", "Friday", 1), guid="7")))
    told = reader("update", "--no-wait", *place)
    assert (told.returncode, told.stdout) == (0, f"updated   {link}\n")
    shown = reader("show", "1", "--revisions", *place).stdout
    assert "Ferry stays {+longer+}" in shown
    assert "[-Thursday-] {+Friday+}" in shown
    found = json.loads(reader("show", "1", "--revisions", "--json", *place).stdout)
    assert [each["title"] for each in found["versions"]] == ["Ferry stays", "Ferry stays longer"]
    assert json.loads(reader("list", "tag:island is:changed", "--json", *place).stdout)["changed"]
    (source,) = map(json.loads, reader("sources", "--json", *place).stdout.splitlines())
    assert (source["title"], source["tags"], source["articles"], source["state"]) == (
        "Larno Post",
        ["Island"],
        1,
        "followed",
    )
    written = reader("opml", "export", *place).stdout
    assert f'xmlUrl="{server.url("/feed")}"' in written
    (tmp_path / "mine.opml").write_text(written)
    other = ["--library", str(tmp_path / "other.db")]
    assert reader("opml", "import", str(tmp_path / "mine.opml"), *other).returncode == 0
    assert json.loads(reader("sources", "--json", *other).stdout)["tags"] == ["Island"]
    assert reader("unfollow", "post", *place).returncode == 0
    assert reader("sources", *place).returncode == 1
    assert reader("list", *place).returncode == 0


def test_a_page_is_opened_and_what_is_not_there_is_told(server: Server, tmp_path: Path) -> None:
    server.puts("/ferry", page("Ferry stays", story()), kind="text/html")
    place = ["--library", str(tmp_path / "library.db")]
    assert "Ferry stays" in reader(*place, server.url("/ferry")).stdout
    told = reader("add", server.url("/none"), "--no-analysis", *place)
    assert (told.returncode, told.stdout) == (3, f"failed    {server.url('/none')}: is not there (404)\n")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["follow"], "Name what to follow"),
        (["follow", "https://x.example/", "--older-than", "soon"], "“soon” is no age"),
        (["prune"], "Say how old"),
        (["prune", "--older-than", "90d", "--keep", "all"], "“all” cannot be kept"),
    ],
)
def test_words_that_make_no_sense_get_a_sentence(words: list[str], sentence: str, tmp_path: Path) -> None:
    told = reader(*words, "--library", str(tmp_path / "library.db"))
    assert told.returncode == 2
    assert sentence in told.stderr
