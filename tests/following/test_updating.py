"""What is followed, kept current: against a real server, into a real library."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.models.sources import FullText, Kept, SourceKind, Terms
from tests.fetching.server import Server
from tests.following.conftest import Desk
from tests.following.feeds import item, page, rss, story


def test_a_feed_is_followed_and_its_articles_are_there(desk: Desk, server: Server) -> None:
    link = server.url("/ferry")
    server.puts("/feed", rss(item(link, "Ferry stays &amp; waits", story())))
    told = desk.follow(server.url("/feed"))
    assert told == [("added", server.url("/feed"), None), ("added", link, None)]
    (card,) = desk.books.sources()
    assert (card.source.title, card.articles, card.unread, card.source.kind) == ("Larno Post", 1, 1, SourceKind.FEED)
    article = desk.books.article(1)
    assert article is not None
    assert (article.title.value, article.outlet.value) == ("Ferry stays & waits", "Larno Post")
    assert article.published.value == "2026-11-24T10:00:00+02:00"
    assert article.text.count("ferry to Larno") >= 1
    assert server.paths() == ["/feed"], "nothing was asked for but the address that was given"


def test_nothing_new_costs_one_question_without_a_body(desk: Desk, server: Server) -> None:
    server.conditional("/feed", rss(item(server.url("/a"), "A", story())), etag='W/"v\'1"')
    desk.follow(server.url("/feed"))
    assert desk.update() == [("unchanged", server.url("/feed"), None)]
    assert server.asked[-1].headers["If-None-Match"] == 'W/"v\'1"'
    (card,) = desk.books.sources()
    assert card.source.next_at > card.source.fetched_at


@pytest.mark.parametrize("status", [301, 308])
def test_a_feed_that_moved_for_good_is_followed_there(desk: Desk, server: Server, status: int) -> None:
    server.puts("/old", rss(item(server.url("/a"), "A", story())))
    desk.follow(server.url("/old"), terms=Terms(tags=("Island",)))
    server.puts("/new", rss(item(server.url("/a"), "A", story()) + item(server.url("/b"), "B", story(3))))
    server.redirects("/old", "/new", status)
    desk.update()
    (card,) = desk.books.sources()
    assert (card.source.address, card.source.tags, card.articles) == (server.url("/new"), ("Island",), 2)
    desk.update()
    assert server.paths()[-1] == "/new"


def test_it_does_not_move_to_where_there_is_no_feed(desk: Desk, server: Server) -> None:
    server.puts("/feed", rss(item(server.url("/a"), "A", story())))
    desk.follow(server.url("/feed"))
    server.puts("/login", page("Sign in", "Your name please."), kind="text/html")
    server.redirects("/feed", "/login")
    assert desk.update() == [("failed", server.url("/feed"), "holds no feed")]
    (card,) = desk.books.sources()
    assert (card.source.address, card.source.failures, card.articles) == (server.url("/feed"), 1, 1)


def test_two_subscriptions_that_become_one(desk: Desk, server: Server) -> None:
    for name in ("one", "two"):
        server.puts(f"/{name}", rss(item(server.url("/a"), "A", story())))
        desk.follow(server.url(f"/{name}"), terms=Terms(tags=(name,)))
    server.redirects("/one", "/two")
    desk.update()
    (card,) = desk.books.sources()
    assert (card.source.address, set(card.source.tags), card.articles) == (server.url("/two"), {"one", "two"}, 1)


def test_one_sources_end_and_anothers_failure_stop_nobody(desk: Desk, server: Server) -> None:
    for name in "abc":
        server.puts(f"/{name}", rss(item(server.url(f"/{name}1"), name, story(ord(name)))))
        desk.follow(server.url(f"/{name}"))
    server.puts("/a", status=410)
    server.puts("/b", status=503, Retry_After="7200")
    server.puts("/c", rss(item(server.url("/c2"), "C again", story(9))))
    told = {origin: (status, reason or "") for status, origin, reason in desk.update()}
    assert told[server.url("/a")] == ("failed", "has ended for good (410)")
    assert told[server.url("/b")][0] == "failed"
    assert "wants no question before" in told[server.url("/b")][1]
    assert told[server.url("/c2")] == ("added", "")
    assert desk.books.left_out() == (), "a failure of a source shows beside it and nowhere else"
    asked = len(server.asked)
    told = {origin: (status, reason or "") for status, origin, reason in desk.update()}
    assert told[server.url("/b")][0] == "skipped", "its server has asked for peace"
    assert server.paths()[asked:] == ["/c"]


def test_a_changed_item_is_a_revision_and_stays_read_and_starred(desk: Desk, server: Server) -> None:
    link = server.url("/ferry")
    server.puts("/feed", rss(item(link, "Ferry stays", story(), guid="7")))
    desk.follow(server.url("/feed"))
    desk.books.set_read([1])
    desk.books.set_starred([1])
    server.puts("/feed", rss(item(link, "Ferry stays longer", story().replace("Thursday", "Saturday", 1), guid="7")))
    assert desk.update() == [("updated", link, None), ("unchanged", server.url("/feed"), None)]
    (card,) = desk.books.cards([1])
    assert (card.title, card.changed, card.read, card.starred) == ("Ferry stays longer", True, True, True)
    first, second = desk.books.versions(1)
    assert (first.title, second.title) == ("Ferry stays", "Ferry stays longer")
    assert "Thursday" in first.text
    assert desk.update()[0][0] == "unchanged"
    desk.books.see_change(1)
    assert not desk.books.cards([1])[0].changed
    assert len(desk.books.versions(1)) == 2


def test_the_same_report_under_another_address_is_a_revision(desk: Desk, server: Server) -> None:
    server.puts("/feed", rss(item(server.url("/ferry-stays"), "Ferry stays", story())))
    desk.follow(server.url("/feed"))
    later = story().replace("Thursday", "Saturday", 1)
    other = item(server.url("/other"), "Fares rise", story(4))
    server.puts("/feed", rss(item(server.url("/ferry-back-saturday"), "Ferry back on Saturday", later) + other))
    told = {origin: status for status, origin, _ in desk.update()}
    assert told[server.url("/ferry-back-saturday")] == "updated"
    assert told[server.url("/other")] == "added"
    assert len(desk.texts()) == 2
    assert [version.title for version in desk.books.versions(1)] == ["Ferry stays", "Ferry back on Saturday"]


def test_the_same_text_of_another_outlet_is_an_article_of_its_own(desk: Desk, server: Server) -> None:
    server.puts("/a", rss(item(server.url("/a1"), "Ferry stays", story()), title="Larno Post"))
    server.puts("/b", rss(item(server.url("/b1"), "Ferry stays put", story() + " More soon."), title="Isle Courier"))
    desk.follow(server.url("/a"), server.url("/b"))
    assert set(desk.texts()) == {server.url("/a1"), server.url("/b1")}


def test_an_item_that_is_cut_short_gets_the_text_of_its_page(desk: Desk, server: Server) -> None:
    link = server.url("/ferry")
    teaser = "The ferry to Larno will not sail before Thursday. Read more"
    server.puts("/feed", rss(item(link, "Ferry stays", teaser)))
    author = '<meta name="author" content="Ada Lind">'
    server.puts("/ferry", page("Ferry stays", story(), head=author), kind="text/html")
    desk.follow(server.url("/feed"))
    assert server.paths() == ["/feed"]
    assert ("updated", link, "the rest of its text") in desk.update()
    article = desk.books.article(1)
    assert article is not None
    assert "way to the shipyard" in article.text
    assert "Read more" not in article.text
    assert article.outlet.value == "Larno Post", "a name is better than an address"
    assert article.published.value == "2026-11-24T10:00:00+02:00", "what the page does not say the feed does"
    assert not desk.books.cards([1])[0].changed, "the rest of a text is no change"
    asked = len(server.asked)
    desk.update()
    assert server.paths()[asked:] == ["/feed"], "a page that has been read is not fetched again"


@pytest.mark.parametrize(
    ("wish", "fetched"), [(FullText.AUTO, False), (FullText.ALWAYS, True), (FullText.NEVER, False)]
)
def test_whole_items_are_fetched_only_if_that_is_wanted(
    desk: Desk, server: Server, wish: FullText, *, fetched: bool
) -> None:
    server.puts("/feed", rss(item(server.url("/ferry"), "Ferry stays", story())))
    server.puts("/ferry", page("Ferry stays", story()), kind="text/html")
    desk.follow(server.url("/feed"), terms=Terms(full_text=wish))
    desk.update()
    assert ("/ferry" in server.paths()) == fetched


def test_a_page_that_cannot_be_read_leaves_the_beginning_and_is_given_up(desk: Desk, server: Server) -> None:
    server.puts("/feed", rss(item(server.url("/ferry"), "Ferry stays", "The ferry stays where it is…")))
    desk.follow(server.url("/feed"))
    for _ in range(5):
        desk.update()
    assert server.paths().count("/ferry") == 3
    assert "stays where it is" in desk.texts()[server.url("/ferry")]


def test_content_leads_nobody_into_a_private_network(desk: Desk, server: Server) -> None:
    with Server() as other:
        server.puts("/feed", rss(item(other.url("/secret"), "Ferry stays", "Read more")))
        desk.follow(server.url("/feed"))
        (told, _) = desk.update()
        assert told[0] == "skipped"
        assert told[2] is not None
        assert "private network" in told[2]
        assert other.asked == []


def test_a_page_that_names_its_feed_leads_there(desk: Desk, server: Server) -> None:
    head = '<link rel="alternate" type="application/rss+xml" href="/feed" title="All">'
    server.puts("/", page("Larno Post", "Welcome.", head=head), kind="text/html")
    server.puts("/feed", rss(item(server.url("/a"), "A", story())))
    assert desk.follow(server.url("/"))[0][:2] == ("added", server.url("/feed"))
    assert server.paths() == ["/"]
    desk.update()
    assert desk.books.sources()[0].articles == 1


def test_a_page_with_several_feeds_asks_which(desk: Desk, server: Server) -> None:
    links = "".join(f'<link rel="alternate" type="application/atom+xml" href="/{n}" title="{n}">' for n in "ab")
    server.puts("/", page("Larno Post", "Welcome.", head=links), kind="text/html")
    ((status, _, reason),) = desk.follow(server.url("/"))
    assert status == "failed"
    assert reason == f"names 2 feeds; follow the one you want: {server.url('/a')} (a), {server.url('/b')} (b)"
    assert desk.books.sources() == ()


@pytest.mark.parametrize(("path", "reason"), [("/page", "is no feed and names none"), ("/none", "is not there (404)")])
def test_what_is_no_feed_is_not_followed(desk: Desk, server: Server, path: str, reason: str) -> None:
    server.puts("/page", page("Larno Post", "Welcome."), kind="text/html")
    assert desk.follow(server.url(path)) == [("failed", server.url(path), reason)]
    assert desk.books.sources() == ()


def test_a_folder_is_watched(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(f"Ferry stays\n\n{story()}\n")
    assert [status for status, *_ in desk.follow(str(folder))] == ["added", "added"]
    (folder / "b.txt").write_text(f"Fares rise\n\n{story(4)}\n")
    told = [(status, Path(origin).name) for status, origin, _ in desk.update()]
    assert told == [("added", "b.txt"), ("unchanged", "news")]
    assert desk.books.sources()[0].articles == 2
    desk.books.unfollow(1)
    assert len(desk.texts()) == 2, "what is no longer followed keeps its articles"


def test_old_articles_go_where_that_is_wanted_and_do_not_come_back(desk: Desk, server: Server) -> None:
    old, older = "Tue, 24 Nov 2020 10:00:00 GMT", "Mon, 23 Nov 2020 10:00:00 GMT"
    items = item(server.url("/a"), "A", story(), date=old) + item(server.url("/b"), "B", story(3), date=older)
    server.puts("/feed", rss(items))
    desk.follow(server.url("/feed"))
    desk.books.set_starred([1])
    job = desk.books.request_prune(Terms(days=90, keep=(Kept.STARRED,)))
    removed = [article for article in (1, 2) if not desk.books.cards([article])[0].starred]
    assert [each[0] for each in desk.done(job)] == ["removed"]
    assert [card.id for card in desk.books.cards([1, 2])] == [1]
    assert removed == [2]
    server.puts("/feed", rss(items + item(server.url("/c"), "C", story(5))))
    assert [status for status, *_ in desk.update()] == ["added", "unchanged"]


def test_a_source_may_have_a_limit_of_its_own(desk: Desk, server: Server) -> None:
    server.puts("/feed", rss(item(server.url("/a"), "A", story(), date="Tue, 24 Nov 2020 10:00:00 GMT")))
    desk.follow(server.url("/feed"), terms=Terms(days=30, keep=()))
    assert ("removed", server.url("/a"), None) in desk.update()
    assert desk.texts() == {}


def test_the_list_is_filtered_by_what_is_followed(desk: Desk, server: Server) -> None:
    server.puts("/a", rss(item(server.url("/a1"), "Ferry stays", story()), title="Larno Post"))
    server.puts("/b", rss(item(server.url("/b1"), "Fares rise", story(4)), title="Isle Courier"))
    desk.follow(server.url("/a"), terms=Terms(tags=("Island news",)))
    desk.follow(server.url("/b"))
    desk.books.set_starred([2])

    def found(query: str) -> set[int]:
        return {article for entry in desk.books.outline(query, grouped=False) for article in entry.articles}

    assert found("source:larno") == found('tag:"island news"') == found("title:ferry") == found("title:fer") == {1}
    assert found("source:2") == found("is:starred") == found("-tag:island") == {2}
    assert found("is:unread") == found("lang:en") == {1, 2}
    assert found("author:nobody") == found("is:changed") == set()
