"""How a line of the article list reads at the widths that a list can have."""

from __future__ import annotations

from datetime import date

import pytest
from rich.cells import cell_len
from rich.style import Style

from reader.models.article import Status
from reader.models.listing import ArticleCard, EventCard
from reader.ui.entry_text import EntryPainter, Looks
from reader.ui.outlet_names import short_outlet

TODAY = date(2024, 6, 1)
PLAIN = Style()
LOOKS = Looks(PLAIN, PLAIN, PLAIN, PLAIN, PLAIN, PLAIN, PLAIN)
TITLE = "Lower town of Lindum is left under water after a gate of the old Orrin dam has failed in the night"


def painter(width: int) -> EntryPainter:
    return EntryPainter(LOOKS, TODAY, width, here=False)


def line(width: int, title: str = TITLE, outlets: tuple[str, ...] = ("New York Times", "Fox News", "HuffPost")) -> str:
    event = EventCard(
        1, title, "2024-04-19", "2024-04-19", (1, 2, 3), outlets, None, 1, 2, doubts=16, late=(1, 2), new=(1, 2)
    )
    return "".join(text for text, _ in painter(width).event(event, (), unfolded=False, marked=False))


@pytest.mark.parametrize(("width", "letters"), [(80, 50), (120, 60), (200, 60)])
def test_a_headline_keeps_its_letters_whatever_stands_beside_it(width: int, letters: int) -> None:
    assert TITLE[:letters] in line(width)


@pytest.mark.parametrize("width", [30, 40, 60, 80, 120, 200])
def test_the_differences_stand_at_the_edge_of_any_width(width: int) -> None:
    said = line(width)
    assert cell_len(said) == width - 1
    assert said.split()[-2:] == ["!1", "?16"]
    assert said.split()[:3] == ["●", "19", "Apr"]


def test_what_is_new_since_it_was_read_is_counted() -> None:
    assert "+2" in line(120)


def test_outlets_give_way_to_the_headline_and_are_never_cut_inside() -> None:
    assert "NYT FN HP" in line(120)
    assert "NYT FN HP" in line(80, "Mill burns")
    assert set(line(84).split()) & {"NYT", "FN", "HP", "×3"} or "…" in line(84)


@pytest.mark.parametrize(
    "title", ["बाढ़ के बाद लोग घर लौटे " * 6, "বন্যার পরে মানুষ ঘরে ফিরছে " * 6, "น้ำท่วมเมืองหลังประตูเขื่อนพัง " * 6, "水" * 90]
)
def test_every_script_keeps_the_width(title: str) -> None:
    assert cell_len(line(80, title)) == 79


def test_articles_of_one_outlet_are_told_apart_by_day_or_time() -> None:
    def card(number: int, published: str) -> ArticleCard:
        stated = Status.STATED
        return ArticleCard(
            number,
            TITLE,
            stated,
            "The Lantern",
            published,
            stated,
            published,
            1,
            None,
            9,
            f"/{number}.txt",
            read=False,
            starred=False,
            analysed=True,
        )

    first, second, third = (card(1, "2024-04-19T08:05"), card(2, "2024-04-19T17:30"), card(3, "2024-04-20"))
    ends = []
    for each in (first, second, third):
        runs = painter(120).source(each, (first, second, third), marked=False)
        ends.append(" ".join("".join(text for text, _ in runs).split()[-2:]))
    assert ends == ["Lantern 08:05", "Lantern 17:30", "20 Apr"]


@pytest.mark.parametrize(
    ("outlet", "short"),
    [
        ("The New York Times", "NYT"),
        ("Fox News", "FN"),
        ("HuffPost", "HP"),
        ("BBC News", "BBC"),
        ("The Guardian", "Guardian"),
        ("Reuters", "Reuters"),
        ("www.lantern.example.org", "example"),
        ("Süddeutsche", "Süddeuts"),
        ("", "no outle"),
    ],
)
def test_short_names_of_outlets(outlet: str, short: str) -> None:
    assert short_outlet(outlet) == short
