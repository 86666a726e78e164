"""How an entry of the article list reads at the widths that a list can have."""

from __future__ import annotations

from datetime import date

import pytest
from rich.style import Style

from reader.models.listing import EventCard
from reader.ui.entry_text import EntryPainter, Looks

TODAY = date(2024, 6, 1)
PLAIN = Style()
LOOKS = Looks(PLAIN, PLAIN, PLAIN, PLAIN, PLAIN, PLAIN, PLAIN)


def header(width: int) -> str:
    event = EventCard(1, "Mill burns", "2023-04-19", "2023-04-19", (1, 2, 3), (), None, 1, 0, doubts=16)
    painter = EntryPainter(LOOKS, TODAY, width, here=False)
    return "".join(text for text, _ in painter.group(event, (), 3, 0, unfolded=True))


def test_a_wide_header_says_what_it_counts() -> None:
    assert header(40).split() == ["▾", "19", "Apr", "2023", "3", "sources", "!1", "?16"]


@pytest.mark.parametrize("width", range(26, 34))
def test_a_narrow_header_drops_words_and_no_count(width: int) -> None:
    said = header(width)
    assert said.split()[-2:] == ["!1", "?16"]
    assert "×3" in said or "3 sources" in said
    assert "…" not in said
