"""Heads of articles as outlets of all countries print them: who publishes, who wrote, when."""

from __future__ import annotations

import pytest

from reader.ingest.article import read_article
from reader.models.article import Article, LineLabel

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
]


@pytest.mark.parametrize(("head", "outlet"), OUTLETS)
def test_outlet(head: str, outlet: str | None) -> None:
    assert read(head).outlet.value == outlet


def test_agencies_beside_the_source_are_not_its_name() -> None:
    article = read_article(
        f"{TITLE}\n\n{TEXT}\nSOURCE: NORTH WIND AND NEWS AGENCIES\n".encode(), "x.txt", markdown=False
    )
    assert article.outlet.value == "NORTH WIND"


AUTHORS = [
    (f"{TITLE}\n\nEXCLUSIVE by TOM WEBB\n5 March 2025", ("TOM WEBB",)),
    (f"{TITLE}\n\nBy our Shipping Editor, Tom Webb\n5 March 2025", ("Tom Webb",)),
    (f"{TITLE}\n5 March 2025\nTom Webb, Shipping Correspondent", ("Tom Webb",)),
]


@pytest.mark.parametrize(("head", "authors"), AUTHORS)
def test_authors(head: str, authors: tuple[str, ...]) -> None:
    assert read(head).authors.value == authors


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
