"""What feeds say, in every form, whole and damaged."""

from __future__ import annotations

import json
import random

import pytest

from reader.errors import InputError
from reader.foreign import parsing
from reader.ingest.feeds.discovery import feeds_of_page
from reader.ingest.feeds.items import is_cut
from reader.ingest.feeds.offers import Offering, read_offering
from reader.ingest.feeds.parse import is_feed, parse_feed
from reader.ingest.feeds.records import FeedItem
from reader.ingest.feeds.words import iso_date, plain_title
from tests.following.feeds import item, page, rss, story

ADDRESS = "https://post.example/feed"
RSS = rss(item("/ferry", "Ferry &amp; bus", story(), guid="7"), link="/")
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title type="html">Larno &lt;b&gt;Post&lt;/b&gt;</title>'
    '<link href="https://post.example/"/><entry><id>tag:post.example,2026:7</id><link href="/ferry"/>'
    "<title>Ferry &amp; bus</title><published>2026-11-24T10:00:00+02:00</published>"
    "<updated>2026-11-25T10:00:00Z</updated>"
    f'<author><name>Ada Lind</name></author><content type="html">&lt;p&gt;{story()}&lt;/p&gt;</content></entry></feed>'
)
RDF = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://post.example/"><title>Larno Post</title>'
    "<link>https://post.example/</link></channel>"
    '<item rdf:about="https://post.example/ferry"><title>Ferry &amp; bus</title>'
    "<link>https://post.example/ferry</link><dc:date>2026-11-24T10:00:00+02:00</dc:date>"
    f"<description>{story()}</description></item></rdf:RDF>"
)
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Larno Post",
        "home_page_url": "https://post.example/",
        "items": [
            {
                "id": 7,
                "url": "/ferry",
                "title": "Ferry &amp; bus",
                "content_html": f"<p>{story()}</p>",
                "date_published": "2026-11-24T10:00:00+02:00",
                "authors": [{"name": "Ada Lind"}, {"url": "x"}, 3],
            },
            "no item",
        ],
    }
)


@pytest.mark.parametrize("written", [RSS, ATOM, RDF, JSON], ids=["RSS", "Atom", "RDF", "JSON Feed"])
def test_every_form_says_the_same(written: str) -> None:
    assert is_feed(written.encode()[:4096])
    offering = read_offering(written.encode(), ADDRESS)
    assert (offering.title, offering.link) == ("Larno Post", "https://post.example/")
    (offer,) = offering.offers
    assert offer.page == offer.entry.origin == "https://post.example/ferry"
    assert not offer.is_cut
    text = offer.entry.draft.text
    assert text.startswith("Ferry & bus")
    assert "2026-11-24T10:00:00+02:00" in text
    assert "way to the shipyard" in text
    assert read_offering(offer.entry.raw, ADDRESS).offers[0].entry == offer.entry, "its bytes give the article again"


def test_an_item_is_known_again_by_what_it_says() -> None:
    def digests(written: str) -> list[str]:
        return [offer.digest for offer in read_offering(written.encode(), ADDRESS).offers]

    assert digests(RSS) == digests(RSS.replace("<channel>", "<channel><ttl>60</ttl>"))
    assert digests(RSS) != digests(RSS.replace("Ferry", "Boat"))


@pytest.mark.parametrize(
    ("encoding", "declared", "stated"),
    [
        ("utf-8", "utf-8", ""),
        ("utf-16", "utf-16", ""),
        ("iso-8859-1", "iso-8859-1", ""),
        ("utf-8", "utf-8", "iso-8859-1"),
        ("windows-1252", "", "windows-1252"),
    ],
)
def test_a_wrong_charset_does_not_spoil_the_letters(encoding: str, declared: str, stated: str) -> None:
    text = rss(item("/a", "Fähre – “Larnø”" if "125" in encoding or "utf" in encoding else "Fähre Larnø", story()))
    text = text.replace('encoding="utf-8"', f'encoding="{declared}"' if declared else "")
    kind = f"application/xml; charset={stated}" if stated else "application/xml"
    found = parse_feed(text.encode(encoding), ADDRESS, kind)
    assert found.items[0].title.startswith("Fähre")


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("Tue, 24 Nov 2026 10:00:00 +0200", "2026-11-24T10:00:00+02:00"),
        ("Tue, 24 Nov 2026 10:00:00 GMT", "2026-11-24T10:00:00+00:00"),
        ("2026-11-24T10:00:00Z", "2026-11-24T10:00:00+00:00"),
        ("2026-11-24T10:00:00", "2026-11-24T10:00:00"),
        ("2026-11-24", "2026-11-24"),
        ("yesterday", ""),
    ],
)
def test_dates_keep_their_zone_and_what_has_none_gets_none(written: str, date: str) -> None:
    assert iso_date(written) == date


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("A &amp; B", "A & B"),
        ("<b>Bold</b> news", "Bold news"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("<script>alert(1)</script>News", "News"),
        ("News\x1b[31m of\nthe day", "News of the day"),
    ],
)
def test_no_markup_becomes_a_title(written: str, title: str) -> None:
    assert plain_title(written, is_html=False) == title


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        (story(words=300), False),
        (story(words=300) + " …", True),
        (story(words=300) + " [...]", True),
        (story(words=300) + " Read more", True),
        (story(words=300) + " Continue reading Ferry stays →", True),
        ("A short one.", True),
    ],
)
def test_what_breaks_off_is_seen(text: str, *, cut: bool) -> None:
    assert is_cut(FeedItem("7", link="https://post.example/ferry"), text) == cut
    assert not is_cut(FeedItem("7"), text), "without an address there is nothing to fetch"


def test_a_name_of_a_file_is_no_feed_and_is_not_opened() -> None:
    with pytest.raises(InputError):
        parse_feed(b"/etc/passwd", ADDRESS)


def test_a_page_names_its_feeds_and_nothing_else() -> None:
    head = (
        '<base href="https://post.example/x/">'
        '<link rel="alternate" type="application/rss+xml" title="All" href="../feed">'
        '<link rel="alternate" type="application/rss+xml" href="javascript:x"><link rel="stylesheet" href="s.css">'
        '<link rel="alternate" hreflang="de" href="/de"><link rel=feed href="/feed"><LINK REL="Alternate" TYPE='
        '"application/feed+json" HREF="/json">'
    )
    assert feeds_of_page(page("A", "B", head=head).encode(), "https://other.example/") == (
        ("https://post.example/feed", "All"),
        ("https://post.example/json", ""),
    )


LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<!DOCTYPE rss [<!ENTITY a0 "ha">{LAUGHS}]><rss><channel><title>&a9;</title></channel></rss>'
LEAK = '<!DOCTYPE rss [<!ENTITY e SYSTEM "file:///etc/passwd">]><rss><channel><title>x&e;</title></channel></rss>'


@pytest.mark.parametrize(
    "hostile",
    [BOMB, LEAK, rss(item("/a", "A", "<div>" * 200_000)), "<rss>" + "<channel>" * 200_000, "{" * 100_000,
     '{"version": "https://jsonfeed.org/version/1", "items": ' + "[" * 100_000],
    ids=["bomb", "entity of a file", "nested markup", "nested elements", "braces", "nested lists"],
)  # fmt: skip
def test_hostile_feeds_are_read_or_refused_in_a_sentence(hostile: str) -> None:
    title = outcome(hostile.encode())
    assert "root:" not in title
    assert "Traceback" not in title
    assert 0 <= len(title) <= 1000


def outcome(raw: bytes) -> str:
    """The title of a feed, read in the process for parsing; or why it is refused."""
    try:
        return parsing.run("feed", raw, Offering, ADDRESS, "").title
    except InputError as refused:
        return f"It {refused}."


def damaged(raw: bytes, seed: int) -> bytes:
    """The bytes with a few pieces taken out, doubled, overwritten or moved."""
    chance = random.Random(seed)  # noqa: S311 (to be the same each time)
    found = bytearray(raw)
    for _ in range(chance.randint(1, 8)):
        at, length = chance.randrange(len(found) + 1), chance.randint(1, 60)
        match chance.randrange(4):
            case 0:
                del found[at : at + length]
            case 1:
                found[at:at] = found[at : at + length]
            case 2:
                found[at : at + length] = chance.randbytes(length)
            case _:
                found = found[at:] + found[:at]
        if not found:
            break
    return bytes(found)


@pytest.mark.parametrize("written", [RSS, ATOM, RDF, JSON], ids=["RSS", "Atom", "RDF", "JSON Feed"])
def test_damage_is_one_sentence_or_what_can_still_be_read(written: str) -> None:
    for seed in range(30):
        assert "cannot be parsed" not in outcome(damaged(written.encode(), seed)), "our own code broke"
