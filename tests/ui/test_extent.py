"""Where the analysis of an article stops, the article says so once."""

from __future__ import annotations

import pytest

from reader.models import extent
from reader.ui.document import BlockKind, document_of
from tests.ui.records import article_of

TEXT = "T:A long log\n" + "\n".join(f"Line {number} of the log is here." for number in range(20))


@pytest.mark.parametrize("show_hidden", [True, False])
def test_one_quiet_line_stands_where_the_analysis_stops(monkeypatch: pytest.MonkeyPatch, *, show_hidden: bool) -> None:
    monkeypatch.setattr(extent, "ANALYSED_LINES", 6)
    article = article_of(1, TEXT)
    blocks = document_of(article, None, "", show_hidden=show_hidden).blocks
    (place,) = [number for number, block in enumerate(blocks) if block.kind is BlockKind.FOLD]
    assert blocks[place].source.startswith("Only the first ")
    assert blocks[place].units == ()
    assert article.text[blocks[place - 1].start : blocks[place - 1].end] == "Line 4 of the log is here."
    assert article.text[blocks[place + 1].start : blocks[place + 1].end] == "Line 5 of the log is here."


def test_an_ordinary_article_says_nothing_of_it() -> None:
    blocks = document_of(article_of(1, TEXT), None, "", show_hidden=False).blocks
    assert all(block.kind is not BlockKind.FOLD for block in blocks)
