"""The sources of a comparison as the screen needs them: names over the columns, texts as painted, words to cite."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from reader.export.names import distinct_names
from reader.library import Library
from reader.models.annotations import Annotations, Clause
from reader.models.article import Article
from reader.models.comparison import Passage
from reader.models.listing import ArticleCard
from reader.sanitize import sanitize
from reader.ui.comparison_grid import Source
from reader.ui.dates import long_day
from reader.ui.text import shown, ui_plain


@dataclass(frozen=True, slots=True)
class ComparedSource:
    """One source: its article and card, its heading with the date, its name and painted text.

    Attributes:
        sentences: of the article, as (start, end) in reading order.
        mentions: entity and offset of every name, in reading order.
        clauses: what its sentences say, in reading order; none before the article is parsed.
    """

    article: Article
    card: ArticleCard
    heading: str
    source: Source
    sentences: tuple[tuple[int, int], ...] = ()
    mentions: tuple[tuple[int, int], ...] = ()
    clauses: tuple[Clause, ...] = ()

    def sentence_at(self, offset: int) -> Passage:
        """The sentence that holds an offset, or else its line."""
        at = bisect_right(self.sentences, (offset, len(self.article.text))) - 1
        if at >= 0 and offset < self.sentences[at][1]:
            return Passage(self.article.id, *self.sentences[at])
        text = self.article.text
        start = text.rfind("\n", 0, offset) + 1
        end = text.find("\n", offset)
        return Passage(self.article.id, start, end if end >= 0 else len(text))

    def mentions_of(self, entity: int) -> tuple[int, ...]:
        """Where an entity is named."""
        return tuple(start for one, start in self.mentions if one == entity)


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
            annotations = library.annotations(number)
            found[number] = ComparedSource(
                article,
                card,
                f"{names[number]} · {day}",
                Source(names[number].removeprefix("The "), shown(article.text)),
                _sentences(annotations),
                _mentions(annotations),
                (annotations and annotations.clauses) or (),
            )
    return found


def _sentences(annotations: Annotations | None) -> tuple[tuple[int, int], ...]:
    return tuple((each.start, each.end) for each in annotations.sentences) if annotations is not None else ()


def _mentions(annotations: Annotations | None) -> tuple[tuple[int, int], ...]:
    if annotations is None:
        return ()
    return tuple((mention.entity, mention.start) for mention in annotations.mentions if mention.entity is not None)


def source_names(cards: Sequence[ArticleCard]) -> dict[int, str]:
    """The outlet of each, told apart where two have the same: the names that an export gives them too."""
    names = distinct_names((card.id, card.outlet, card.origin) for card in cards)
    return {number: ui_plain(name) for number, name in names.items()}


def citation_of(source: ComparedSource, place: Passage, also: Collection[str] = ()) -> str:
    """A sentence ready to cite: its words, then title, outlet, date and origin; ``also`` who carries the same text."""
    words = " ".join(source.article.text[place.start : place.end].split())
    card = source.card
    day = long_day(card.published, card.published_status)
    same = f"same text: {', '.join(also)}" if also else ""
    return sanitize(
        f"{words}\n({', '.join(part for part in (card.title, card.outlet, day, card.origin, same) if part)})\n"
    )
