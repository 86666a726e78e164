"""The sources of a comparison as the screen needs them: names over the columns, texts as painted, words to cite."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.export.names import distinct_names
from reader.library import Library
from reader.models.article import Article
from reader.models.comparison import Reading
from reader.models.listing import ArticleCard
from reader.ui.comparison_grid import Source
from reader.ui.dates import long_day
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
    """The outlet of each, told apart where two have the same: the names that an export gives them too."""
    names = distinct_names((card.id, card.outlet, card.origin) for card in cards)
    return {number: ui_plain(name) for number, name in names.items()}


def citation_of(source: ComparedSource, reading: Reading) -> str:
    """A sentence ready to cite: its words, then title, outlet, date and origin."""
    words = " ".join(source.article.text[reading.start : reading.end].split())
    card = source.card
    day = long_day(card.published, card.published_status)
    return f"{words}\n({', '.join(part for part in (card.title, card.outlet, day, card.origin) if part)})\n"
