"""Part of the grouping: the title and the day of an event, and the dates that it gives to its undated articles."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final

from reader.analysis.events.days import event_day, read_dating
from reader.analysis.events.terms import story_text
from reader.analysis.events.titles import Telling, choose_title
from reader.models.annotations import NAMED_KINDS, NO_ANNOTATIONS, AnalysedArticle
from reader.models.article import UNKNOWN, Article, Status
from reader.models.library import EventGroup
from reader.store.store import Store

SAME_EVENT: Final = "same event"
"""The rule by which an article has the date of its event, as evidence shown to a person."""

READ_MEMBERS: Final = 40
"""So many articles of an event are read for its title and day: those that come first. More would change neither."""

OPENING_LETTERS: Final = 2000
"""Letters of a story in which its first 120 words stand."""


@dataclass(frozen=True, slots=True)
class Description:
    """An event as it is to be stored.

    Attributes:
        undated: its articles that get the event's day as their date.
        misdated: its articles that lose the date that they have from an event.
    """

    group: EventGroup
    undated: tuple[int, ...] = ()
    misdated: tuple[int, ...] = ()


def describe_event(store: Store, members: Sequence[int], copies: Collection[int]) -> Description:
    """Title, day and undated members of an event of these articles."""
    known = [article for number in members[:READ_MEMBERS] if (article := store.article(number)) is not None]
    borrowing = {article.id for article in known if _has_borrowed_date(article)}
    analysed = [by_itself(store, article) for article in known]
    day = event_day([read_dating(member) for member in analysed])
    written = day.isoformat() if day else None
    titles = [title for article in known if (title := article.title.value)]
    title = ""
    undated: tuple[int, ...] = ()
    if len(members) > 1:
        title = choose_title([_telling(member) for member in analysed], written)
        undated = tuple(member.article.id for member in analysed if day and member.article.published.value is None)
    group = EventGroup(
        articles=tuple(members),
        title=title or (titles[0] if titles else ""),
        day=written,
        copies=tuple(number for number in members if number in copies),
    )
    return Description(group, undated, tuple(sorted(borrowing - set(undated))))


def infer_dates(store: Store, description: Description) -> None:
    """Give the undated articles of an event its day, and take back what an earlier event gave them."""
    for number in description.undated:
        store.infer_published(number, description.group.day or "", SAME_EVENT)
    for number in description.misdated:
        store.withdraw_published(number, SAME_EVENT)


def by_itself(store: Store, article: Article) -> AnalysedArticle:
    """An article and what was found in it, without the date that an event gave it."""
    own = replace(article, published=UNKNOWN) if _has_borrowed_date(article) else article
    return AnalysedArticle(own, store.annotations(article.id) or NO_ANNOTATIONS)


def _has_borrowed_date(article: Article) -> bool:
    """Whether its date comes from an event; such a date must not prove that event's day."""
    evidence = article.published.evidence
    return evidence is not None and evidence.rule == SAME_EVENT


def _telling(member: AnalysedArticle) -> Telling:
    article = member.article
    title = article.title.value or ""
    return Telling(
        headline=title if article.title.status is Status.STATED else None,
        beginning=f"{title}\n{story_text(article)[:OPENING_LETTERS]}",
        outlet=article.outlet.value or "",
        names=tuple(
            article.text[mention.start : mention.end]
            for mention in member.annotations.mentions
            if mention.kind in NAMED_KINDS
        ),
    )
