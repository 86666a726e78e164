"""What a report says for its own of when it was: what tells it from a report of the same words on another day."""

from __future__ import annotations

from dataclasses import dataclass

from reader.analysis.events.days import OPENING_SENTENCES, as_day
from reader.models.annotations import AnalysedArticle
from reader.models.article import STORY_LABELS, Status


@dataclass(frozen=True, slots=True)
class Particulars:
    """When and by whom something is reported, and of which days.

    Attributes:
        day: ordinal of the stated day of publication; None without one.
        outlet: name of the outlet in lower case, without "the"; "" if unknown.
        days: ordinals of the days that its opening sentences name, and of a day of publication that is only inferred.
    """

    day: int | None = None
    outlet: str = ""
    days: frozenset[int] = frozenset()


def read_particulars(analysed: AnalysedArticle) -> Particulars:
    """The particulars of an article; a date that its event gave it must be taken away before.

    Without a stated day of publication only full dates count: what a weekday means was guessed then.
    """
    article, annotations = analysed.article, analysed.annotations
    is_dated = article.published.status is Status.STATED
    published = as_day(article.published.value)
    opening = [sentence for sentence in annotations.sentences if sentence.label in STORY_LABELS][:OPENING_SENTENCES]
    named = [
        as_day(expression.value)
        for expression in annotations.dates
        if (is_dated or expression.stated)
        and "/" not in expression.value
        and any(sentence.start <= expression.start < sentence.end for sentence in opening)
    ]
    return Particulars(
        day=published.toordinal() if published and is_dated else None,
        outlet=(article.outlet.value or "").casefold().strip().removeprefix("the "),
        days=frozenset(day.toordinal() for day in (*named, None if is_dated else published) if day),
    )
