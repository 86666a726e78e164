"""Everything the reading screen shows of one article, read and laid out in the library's thread."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reader.export.names import outlet_name
from reader.library import Library
from reader.models.annotations import NAMED_KINDS, Annotations, Mention
from reader.models.article import Article
from reader.models.comparison import Comparison
from reader.models.dismissals import settled
from reader.models.languages import language_note
from reader.models.listing import ArticleCard, EventCard
from reader.ui.dates import long_day, reading_time
from reader.ui.document import Document, Unit, document_of
from reader.ui.entity_rows import PanelRow, panel_rows
from reader.ui.gutter import signs_of

MOST_HITS = 2000
"""Search hits shown inside one article."""


@dataclass(frozen=True, slots=True)
class OpenArticle:
    """An article on the screen.

    Attributes:
        event: its event; None only if the article is about to go.
        comparison: the stored comparison of its event, if it has several sources; rows whose differences were all
            set aside don't disagree any more.
        signs: the gutter, by number of the sentence.
        panel: the rows of the entity panel.
        hits: where the searched words stand.
    """

    article: Article
    card: ArticleCard
    annotations: Annotations | None
    event: EventCard | None
    comparison: Comparison | None
    document: Document
    signs: dict[int, str]
    panel: tuple[PanelRow, ...]
    hits: tuple[Unit, ...]


def open_article(library: Library, article_id: int, *, show_hidden: bool, search: str) -> OpenArticle | None:
    """Read one article with all that belongs to it; None if it is gone."""
    article = library.article(article_id)
    cards = library.cards([article_id])
    if article is None or not cards:
        return None
    card = cards[0]
    annotations = library.annotations(article_id)
    event = library.event(card.event)
    several = event is not None and len(event.articles) > 1
    stored = library.comparison(card.event) if several else None
    comparison = settled(stored) if stored is not None else None
    document = document_of(article, annotations, meta_line(card, event, article), show_hidden=show_hidden)
    mentions = document.shown_mentions(annotations) if annotations is not None else ()
    names = _names(library, mentions)
    found = library.search(search, limit=MOST_HITS, article=article_id) if search else ()
    return OpenArticle(
        article,
        card,
        annotations,
        event,
        comparison,
        document,
        signs_of(comparison, article_id, document.units),
        panel_rows(mentions, article.text, names, annotations.figures if annotations is not None else ()),
        tuple((hit.start, hit.end) for hit in found),
    )


def meta_line(card: ArticleCard, event: EventCard | None, article: Article) -> str:
    """Outlet, date, reading time and place among the sources of the event."""
    parts = [outlet_name(card.outlet)]
    if article.authors.value:
        parts.append(", ".join(article.authors.value[:3]))
    parts += [long_day(card.published, card.published_status), reading_time(card.words)]
    if event is not None and len(event.articles) > 1 and card.id in event.articles:
        parts.append(f"{event.articles.index(card.id) + 1} of {len(event.articles)} on this event")
    if note := language_note(article):
        parts.append(note)
    return " · ".join(parts)


def _names(library: Library, mentions: Iterable[Mention]) -> dict[int, str]:
    ids = {mention.entity for mention in mentions if mention.kind in NAMED_KINDS}
    names: dict[int, str] = {}
    for entity_id in ids:
        entity = library.entity(entity_id) if entity_id is not None else None
        if entity is not None:
            names[entity.id] = entity.name
    return names
