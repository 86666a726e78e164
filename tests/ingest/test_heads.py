"""Heads of articles as outlets of all countries print them: who publishes, who wrote, when."""

from __future__ import annotations

import pytest

from reader.ingest.article import read_article
from reader.models.article import Article, LineLabel, Status

TEXT = (
    "The harbour of the old town was closed on Monday after a ship had sunk in the fairway, the pilots said.\n\n"
    "Divers looked for two sailors until it was dark. Nobody could say when the next ferry would leave the town.\n"
)
TITLE = "Harbour closed after ship sinks in the fairway"


def read(head: str) -> Article:
    return read_article(f"{head}\n\n{TEXT}".encode(), "x.txt", markdown=False)


OUTLETS = [
    (f"LATEST TRANSFER NEWS\n{TITLE}\nBy Ann Lee\n5 March 2025", None),
    (f"MARKETS TODAY\n{TITLE}\nBy Ann Lee\n5 March 2025", None),
    (f"{TITLE}\nMombasa Standard-Times\n5 March 2025\nBy Ann Lee", "Mombasa Standard-Times"),
    (f"{TITLE}\nDiário do Porto Velho, English edition\n30/07/2024 08h12", "Diário do Porto Velho"),
    (f"{TITLE}\nThe Peninsula · World news\n5 March 2025", "The Peninsula"),
    (f"{TITLE}\n5 March 2025\nAnn Lee, Health Correspondent", None),
    (f"{TITLE}\nPublished\n5 March 2025\nBy Ann Lee\nBBC News, Skarn", "BBC News"),
    (f"{TITLE}\nBy ANN LEE Associated Press\nMarch 5, 2025, 3:05 PM", "Associated Press"),
    (f"{TITLE}\n(March 5, 2025 / JNS)", "JNS"),
    (f" date 2025-03-05 Home - Skarn Times\n{TITLE}\n\nBy Ann Lee", "Skarn Times"),
    (f"Skarn Times News World Sport Opinion\n{TITLE}\n5 March 2025", "Skarn Times"),
    (
        f"{TITLE}\n\nSKARN, March 5. /TASS/. The pilots met in the morning to talk about the wreck in the fairway.",
        "TASS",
    ),
]


@pytest.mark.parametrize(("head", "outlet"), OUTLETS)
def test_outlet(head: str, outlet: str | None) -> None:
    assert read(head).outlet.value == outlet


SUFFIXES = [
    (" - BBC News", "BBC News"),
    (" | Politics | The Guardian", "The Guardian"),
    (" :: Coast Times", "Coast Times"),
    (" « Skarn Daily Mail", "Skarn Daily Mail"),
    (" - The Coast Post - Middle East", "The Coast Post"),
    (" – DW – 04/19/2023", "DW"),
    (" | Skarn News | Al Jazeera", "Al Jazeera"),
    (" | Opinion", None),
    (" | Skarn International", None),
    (" | Ann Lee", None),
]


@pytest.mark.parametrize(("suffix", "outlet"), SUFFIXES)
def test_what_a_page_puts_behind_its_headline_is_no_part_of_it(suffix: str, outlet: str | None) -> None:
    article = read(f"{TITLE}{suffix}\n\nBy Tom Webb\n5 March 2025")
    assert (article.title.value, article.outlet.value) == (TITLE, outlet)


@pytest.mark.parametrize(
    "title",
    [
        "Skarn | Rain",
        "Ferry sinks - live",
        "Harbour closed - and nobody knows why",
        "Vote: a day of long queues",
        "Record for Ada Lee",
        "Express Train Derails in Skarn",
    ],
)
def test_headlines_with_a_mark_stay_whole(title: str) -> None:
    assert read(f"{title}\n\nBy Tom Webb\n5 March 2025").title.value == title


def test_a_headline_printed_again_is_no_byline() -> None:
    head = "---\ntitle: Tom Webb Sinks Ann Lee\ndate: 2025-03-05\n---\n\nTom Webb Sinks Ann Lee"
    article = read_article(f"{head}\n\n{TEXT}".encode(), "x.md", markdown=True)
    assert article.authors.value is None
    assert [line.label for line in article.lines[:1]] == [LineLabel.TITLE]


def test_agencies_beside_the_source_are_not_its_name() -> None:
    article = read_article(
        f"{TITLE}\n\n{TEXT}\nSOURCE: NORTH WIND AND NEWS AGENCIES\n".encode(), "x.txt", markdown=False
    )
    assert article.outlet.value == "NORTH WIND"


AUTHORS = [
    (f"{TITLE}\n\nEXCLUSIVE by TOM WEBB\n5 March 2025", ("TOM WEBB",)),
    (f"{TITLE}\n\nBy our Shipping Editor, Tom Webb\n5 March 2025", ("Tom Webb",)),
    (f"{TITLE}\n5 March 2025\nTom Webb, Shipping Correspondent", ("Tom Webb",)),
    (f"{TITLE}\nBy TOM WEBB Associated Press\n5 March 2025", ("TOM WEBB",)),
    (f"{TITLE}\nBy SKARN POST STAFF\nPublished: MARCH 5, 2025 15:05", ("SKARN POST STAFF",)),
    (f"{TITLE}\nBY TOM WEBB ON 3/25/25 AT 3:05 PM EDT", ("TOM WEBB",)),
    (f"{TITLE}\nTom Webb/Reuters\n5 March 2025", None),
    (f"{TITLE}\nPolitics Materials 5 March 2025 15:05 (UTC +04:00)", None),
]


@pytest.mark.parametrize(("head", "authors"), AUTHORS)
def test_authors(head: str, authors: tuple[str, ...] | None) -> None:
    assert read(head).authors.value == authors


DATES = [
    ("April 19, 20233:05 PM GMT+3Updated 2 months ago", "2023-04-19T15:05"),
    ("Published On 19 Apr 202319 Apr 2023", "2023-04-19"),
    ("Published on: 19/04/2023 - 15:05Modified: 19/04/2023 - 15:03", "2023-04-19T15:05"),
    ("04/19/2023April 19, 2023", "2023-04-19"),
    ("April 19, 2023 at 3:05 pm | Published in: Skarn, Osterlin, News", "2023-04-19T15:05"),
    ("Published date: 19 April 2023 15:05 BST | Last update: 2 months ago", "2023-04-19T15:05"),
    ("April 19, 2023 03:05 pm | Updated 04:05 pm IST - SKARN", "2023-04-19T15:05"),
    ("Wednesday 19 April 2023 15:05, UK", "2023-04-19T15:05"),
    ("by Tom Webb - 04/19/23 3:05 PM ET", "2023-04-19T15:05"),
    ("Published: 04.19.23, 15:05", "2023-04-19T15:05"),
    ("Markets Materials 19 April 2023 15:05 (UTC +04:00)", "2023-04-19T15:05"),
    ("Apr 19, 2023 -World", "2023-04-19"),
]


@pytest.mark.parametrize(("line", "published"), DATES)
def test_date_lines_whose_parts_run_together(line: str, published: str) -> None:
    article = read(f"{TITLE}\n{line}")
    assert article.published.value == published
    assert article.published.status is Status.STATED
    assert article.title.value == TITLE


@pytest.mark.parametrize("line", ["Version 3.10.12 is out", "In 2023 19 ships sank", "Updated 2 months ago"])
def test_lines_without_a_day_give_none(line: str) -> None:
    assert read(f"{TITLE}\n{line}").published.value is None


def test_a_place_in_the_byline_of_front_matter_is_no_author() -> None:
    raw = f"---\ntitle: {TITLE}\nbyline: Tom Webb, Lagos\n---\n\n{TEXT}".encode()
    assert read_article(raw, "x.md", markdown=True).authors.value == ("Tom Webb",)


def test_date_with_zone_and_reading_time() -> None:
    article = read(f"{TITLE}\n\nTom Webb\nMon, 14 Apr 2025 at 8:05 am AEST · 3-min read")
    assert article.published.value == "2025-04-14T08:05"
    assert [line.label for line in article.lines[1:3]] == [LineLabel.BYLINE, LineLabel.DATE]


COMPOUND = [
    (
        f"{TITLE}\nThe Northern Quarterly | Analysis | 12 December 2028 | Nana Osei and Ruth Webb",
        ("The Northern Quarterly", ("Nana Osei", "Ruth Webb"), "2028-12-12"),
    ),
    (
        f"{TITLE}\nCoastal Business Line | Updated - January 23, 2026 at 09:31 AM.",
        ("Coastal Business Line", None, "2026-01-23T09:31"),
    ),
    (
        f"{TITLE}\nSailing Consumer Weekly — by Ellen Marsh — updated June 12, 2025",
        ("Sailing Consumer Weekly", ("Ellen Marsh",), "2025-06-12"),
    ),
    (
        f"{TITLE}\nBy Euronova with dpa\nPublished on 11/06/2025 - 14:05 GMT+2•Updated 15:21",
        ("Euronova", None, "2025-06-11T14:05"),
    ),
    (f"Cyber | Data protection\n{TITLE}\nRuth Webb in Oslo\n5 March 2025", (None, ("Ruth Webb",), "2025-03-05")),
    (f"{TITLE}\nBy Our Foreign Staff\n5 March 2025", (None, None, "2025-03-05")),
]


@pytest.mark.parametrize(("head", "said"), COMPOUND)
def test_lines_that_say_several_things(head: str, said: tuple[str | None, tuple[str, ...] | None, str]) -> None:
    article = read(head)
    assert article.title.value == TITLE
    assert (article.outlet.value, article.authors.value, article.published.value) == said
