"""The sources of a comparison as the screen needs them: names over the columns, texts as painted, words to cite."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.library import Library
from reader.models.article import Article
from reader.models.comparison import Reading
from reader.models.listing import ArticleCard
from reader.ui.comparison_grid import Source
from reader.ui.dates import long_day
from reader.ui.entry_text import NO_OUTLET, file_stem
from reader.ui.text import shown, ui_plain


@dataclass(frozen=True, slots=True)
class ComparedSource:
    """One source: its article and card, its heading with the date, its name and painted text."""

    article: Article
    card: ArticleCard
    heading: str
    source: Source


def read_sources(library: Library, articles: Sequence[int]) -> dict[int, ComparedSource]:
    """The sources of these articles, as far as they are still there."""
    cards = {card.id: card for card in library.cards(articles)}
    names = source_names([cards[number] for number in articles if number in cards])
    found: dict[int, ComparedSource] = {}
    for number in articles:
        article = library.article(number)
        if article is not None and number in cards:
            card = cards[number]
            day = long_day(card.published, card.published_status)
            found[number] = ComparedSource(
                article,
                card,
                f"{names[number]} · {day}",
                Source(names[number].removeprefix("The "), shown(article.text)),
            )
    return found


def source_names(cards: Sequence[ArticleCard]) -> dict[int, str]:
    """The outlet of each, with its file's name where that is needed to tell two apart."""
    outlets = [card.outlet or NO_OUTLET for card in cards]
    return {
        card.id: ui_plain(f"{outlet} {file_stem(card.origin)}" if outlets.count(outlet) > 1 else outlet)
        for card, outlet in zip(cards, outlets, strict=True)
    }


def citation_of(source: ComparedSource, reading: Reading) -> str:
    """A sentence ready to cite: its words, then title, outlet, date and origin."""
    words = " ".join(source.article.text[reading.start : reading.end].split())
    card = source.card
    day = long_day(card.published, card.published_status)
    return f"{words}\n({', '.join(part for part in (card.title, card.outlet, day, card.origin) if part)})\n"
