"""How far into an article the analysis goes; what follows can be read and searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.models.article import Article


ANALYSED_CHARACTERS = 150_000
"""Characters of an article that are analysed, from its start: some 25,000 words, more than the longest reportage. What
comes after them (a book, a log file) can still be read and searched; analysing 10 MB would take minutes."""

ANALYSED_LINES = 5_000
"""Lines of an article that are analysed; a line costs as much as some twenty words, however short it is."""


def analysed_end(article: Article) -> int:
    """The offset behind the last character that is analysed: of an ordinary article, the end of its text."""
    end = len(article.text)
    if end > ANALYSED_CHARACTERS:
        blank = article.text.rfind(" ", ANALYSED_CHARACTERS // 2, ANALYSED_CHARACTERS)
        end = ANALYSED_CHARACTERS if blank < 0 else blank
    return min(end, article.lines[ANALYSED_LINES - 1].end) if len(article.lines) > ANALYSED_LINES else end


def extent_sentence(article: Article) -> str:
    """That a part of the article is not analysed; "" for an ordinary one."""
    end = analysed_end(article)
    if end == len(article.text):
        return ""
    return (
        f"Only the first {end:,} of {len(article.text):,} characters are analysed; the rest can be read and searched."
    )
