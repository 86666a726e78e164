"""Everything the reading screen shows of one article, read and laid out in the library's thread."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from reader.export.names import outlet_name
from reader.library import Library
from reader.models.annotations import NAMED_KINDS, Annotations, Mention
from reader.models.article import Article
from reader.models.comparison import Comparison
from reader.models.dismissals import settled
from reader.models.keeping import Note
from reader.models.languages import language_note
from reader.models.listing import ArticleCard, EventCard
from reader.models.signs import sign_of
from reader.ui.dates import long_day, reading_time
from reader.ui.document import Document, Unit, document_of
from reader.ui.entity_rows import PanelRow, panel_rows
from reader.ui.gutter import differences, new_in, signs_of
from reader.ui.margin import Absent, absent_from, beside, links_of, notes_of, own_notes, with_margin
from reader.ui.text import shown

MOST_ALSO = 4
"""Other sources named in the line below the headline."""

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
        absent: what other sources alone have.
        notes: the person's own, in reading order.
        new: the sentences that say what the articles of its event that were read do not, if it came after these;
            None if it did not.
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
    absent: tuple[Absent, ...] = ()
    new: tuple[int, ...] | None = None
    notes: tuple[Note, ...] = ()

    @property
    def differences(self) -> tuple[int, ...]:
        """The sentences on which sources differ."""
        return differences(self.signs)

    @property
    def places(self) -> tuple[int, ...]:
        """The sentences that "next difference" visits: those on which sources differ, and those that are new."""
        return tuple(sorted({*self.differences, *(self.new or ())}))

    @property
    def absent_at(self) -> int:
        """Where the last line begins, which says what is not in this article."""
        return len(self.article.text)


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
    others = library.cards(event.articles) if event is not None and several else ()
    document = document_of(
        article, annotations, meta_line(card, others, article, event.copies if event else ()), show_hidden=show_hidden
    )
    mentions = document.shown_mentions(annotations) if annotations is not None else ()
    entities = _names(library, mentions)
    own = library.notes([article_id])
    absent: tuple[Absent, ...] = ()
    under = beside(links_of(article, document.units), own_notes(own, document.units))
    names: dict[int, str] = {}
    if comparison is not None and several:
        names = {other.id: outlet_name(other.outlet) for other in others}
        absent = tuple(each for each in absent_from(comparison, article_id) if each.article in names)
        texts = _texts(library, comparison, article_id)
        under = beside(under, notes_of(comparison, article_id, document.units, texts, names))
    document = with_margin(document, under, absent, names)
    new = None
    if comparison is not None and event is not None and article_id in event.late:
        new = new_in(
            comparison, article_id, [each.id for each in others if each.read and each.id != article_id], document.units
        )
    found = library.search(search, limit=MOST_HITS, article=article_id) if search else ()
    return OpenArticle(
        article,
        card,
        annotations,
        event,
        comparison,
        document,
        signs_of(comparison, article_id, document.units),
        panel_rows(mentions, article.text, entities, annotations.figures if annotations is not None else ()),
        tuple((hit.start, hit.end) for hit in found),
        absent,
        new,
        own,
    )


def meta_line(card: ArticleCard, others: Sequence[ArticleCard], article: Article, copies: Collection[int] = ()) -> str:
    """Outlet, date, reading time, and the other sources of the event with their days; which ones are copies."""
    parts = [outlet_name(card.outlet)]
    if article.authors.value:
        parts.append(", ".join(article.authors.value[:3]))
    parts += [long_day(card.published, card.published_status), reading_time(card.words)]
    also = [
        f"{outlet_name(other.outlet)} {_day_of(other, card)}{' (same text as another)' if other.id in copies else ''}"
        for other in others
        if other.id != card.id
    ]
    more = f" and {len(also) - MOST_ALSO} more" if len(also) > MOST_ALSO else ""
    if note := language_note(article):
        parts.append(note)
    return " · ".join(parts) + (f"   also: {' · '.join(also[:MOST_ALSO])}{more}" if also else "")


def _day_of(other: ArticleCard, card: ArticleCard) -> str:
    """The day of another source, without its year if it is that of the article itself."""
    day = long_day(other.published, other.published_status)
    year = (card.published or "")[:4]
    return day.removesuffix(f" {year}") if year else day


def _texts(library: Library, comparison: Comparison, article_id: int) -> dict[int, str]:
    """The texts of the sources that differ from an article, as they may be shown."""
    differing = {
        reading.article
        for row in comparison.rows
        if sign_of(row) in "!?" and any(each.article == article_id for each in row.readings)
        for reading in row.readings
        if reading.article != article_id
    }
    found = ((other, library.article(other)) for other in sorted(differing))
    return {other: shown(article.text) for other, article in found if article is not None}


def _names(library: Library, mentions: Iterable[Mention]) -> dict[int, str]:
    ids = {mention.entity for mention in mentions if mention.kind in NAMED_KINDS}
    names: dict[int, str] = {}
    for entity_id in ids:
        entity = library.entity(entity_id) if entity_id is not None else None
        if entity is not None:
            names[entity.id] = entity.name
    return names
