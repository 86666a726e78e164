"""Records as the JSON objects of the command line, schema version 1.

Ids are strings there, numbers inside. Keys may be added, not removed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from reader.models.annotations import Annotations, Mention
from reader.models.article import Article, Metadatum
from reader.models.comparison import Comparison, Difference, Fact, FigureGroup, Link, Passage, QuoteGroup, Row
from reader.models.extent import analysed_end
from reader.models.keeping import Note, Watch
from reader.models.listing import AddOutcome, ArticleCard, EntityHit, EventCard, TextHit
from reader.models.revisions import Paragraph, Revision, Version
from reader.models.sources import SourceCard
from reader.sanitize import HOSTILE

SCHEMA = 1
"""Version of the objects below; it changes only if a key is removed or means something else."""

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
Object: TypeAlias = dict[str, Json]


def dumps(value: Object) -> str:
    """The object on one line, the schema's version first; text stays readable, what a terminal acts on is escaped."""
    line = json.dumps({"schema": SCHEMA, **value}, ensure_ascii=False, separators=(",", ":"))
    return HOSTILE.sub(lambda found: json.dumps(found[0])[1:-1], line)


def outcome_object(outcome: AddOutcome) -> Object:
    """One input of ``add``."""
    return {
        "status": outcome.status.value,
        "id": _id(outcome.id),
        "origin": outcome.origin,
        "reason": outcome.reason,
    }


def card_object(card: ArticleCard) -> Object:
    """One article of ``list``."""
    return {
        "id": str(card.id),
        "title": card.title,
        "title_status": card.title_status.value,
        "outlet": card.outlet,
        "published": card.published,
        "published_status": card.published_status.value,
        "event": str(card.event),
        "story": _id(card.story),
        "words": card.words,
        "origin": card.origin,
        "read": card.read,
        "starred": card.starred,
        "changed": card.changed,
        "analysed": card.analysed,
    }


def event_object(event: EventCard) -> Object:
    """One event of ``events``."""
    return {
        "id": str(event.id),
        "title": event.title,
        "day": event.day,
        "articles": _ids(event.articles),
        "outlets": list(event.outlets),
        "story": _id(event.story),
        "conflicts": event.conflicts,
        "new": _ids(event.new),
        "copies": _ids(event.copies),
    }


def entity_object(hit: EntityHit) -> Object:
    """One entity of ``entities``."""
    return {
        "id": str(hit.id),
        "name": hit.name,
        "kind": hit.kind.value,
        "aliases": list(hit.aliases),
        "mentions": hit.mentions,
        "articles": _ids(hit.articles),
        "why": hit.why,
    }


def watch_object(watch: Watch) -> Object:
    """One watch of ``watch``."""
    return {
        "name": watch.name,
        "query": watch.query,
        "articles": watch.articles,
        "unread": watch.unread,
        "new": watch.new,
    }


def note_object(note: Note, card: ArticleCard) -> Object:
    """One note of ``notes``, with the source of its words."""
    return {
        "article": str(note.article),
        "start": note.start,
        "end": note.end,
        "quote": note.quote,
        "note": note.text,
        "at": note.at,
        "found": note.is_found,
        "event": str(card.event),
        "title": card.title,
        "outlet": card.outlet,
        "published": card.published,
        "origin": card.origin,
    }


def hit_object(hit: TextHit) -> Object:
    """One place of ``search``."""
    return {"article": str(hit.article), "start": hit.start, "end": hit.end, "snippet": hit.snippet}


def article_object(article: Article, annotations: Annotations | None) -> Object:
    """All of one article, for ``show``; the lists of the analysis are empty until it is analysed."""
    sentences = annotations.sentences if annotations else ()
    mentions = annotations.mentions if annotations else ()
    quotes = annotations.quotes if annotations else ()
    return {
        "id": str(article.id),
        "origin": article.origin,
        "text": article.text,
        "title": _text(article.title),
        "outlet": _text(article.outlet),
        "published": _text(article.published),
        "authors": {
            "value": list(article.authors.value or ()),
            "status": article.authors.status.value,
            "evidence": _evidence(article.authors),
        },
        "language": _text(article.language),
        "lines": [{"start": line.start, "end": line.end, "label": line.label.value} for line in article.lines],
        "links": [{**_span(link.start, link.end), "address": link.address} for link in article.links],
        "sentences": [_span(sentence.start, sentence.end) for sentence in sentences],
        "mentions": [_mention(mention) for mention in mentions],
        "quotes": [{**_span(quote.start, quote.end), "speaker": quote.speaker} for quote in quotes],
        "analysed": annotations is not None,
        "analysed_until": analysed_end(article),
    }


def comparison_object(comparison: Comparison) -> Object:
    """All of one comparison, for ``compare``."""
    return {
        "articles": _ids(comparison.articles),
        "links": [_link(link) for link in comparison.links],
        "rows": [_row(row, comparison.articles) for row in comparison.rows],
        "figures": [_figures(group) for group in comparison.figures],
        "quotes": [_quotes(group) for group in comparison.quotes],
        "differences": [_difference(difference) for difference in comparison.differences],
        "coverage": [
            {
                "entity": str(row.entity),
                "name": row.name,
                "kind": row.kind.value,
                "counts": {str(article): count for article, count in row.counts},
            }
            for row in comparison.coverage
        ],
        "heads": [
            {
                "article": str(head.article),
                "title": _span(*head.title) if head.title else None,
                "lead": _span(*head.lead) if head.lead else None,
            }
            for head in comparison.heads
        ],
        "timeline": [
            {
                "date": entry.date,
                "status": "stated" if entry.stated else "inferred",
                "readings": [_passage(reading) for reading in entry.readings],
            }
            for entry in comparison.timeline
        ],
        "facts": [_fact(fact) for fact in comparison.facts],
        "left_out": [{"part": each.part.value, "count": each.count, "of": each.of} for each in comparison.left_out],
    }


def revisions_object(article: int, versions: Sequence[Version], steps: Sequence[Revision]) -> Object:
    """Every text that an article has had, the first one first, and what changed from each to the next."""
    return {
        "id": str(article),
        "versions": [
            {"digest": each.digest, "title": each.title, "text": each.text, "replaced_at": each.replaced_at or None}
            for each in versions
        ],
        "revisions": [
            {
                "at": step.at,
                "removed": step.removed,
                "added": step.added,
                "title": _paragraph(step.title),
                "paragraphs": [_paragraph(each) for each in step.paragraphs],
            }
            for step in steps
        ],
    }


def _paragraph(paragraph: Paragraph) -> list[Json]:
    return [{"fate": each.fate.value, "text": each.text} for each in paragraph.words]


def source_object(card: SourceCard) -> Object:
    """Something that is followed."""
    source = card.source
    return {
        "id": str(source.id),
        "kind": source.kind.value,
        "address": source.address,
        "title": source.title or None,
        "tags": list(source.tags),
        "full_text": source.full_text.value,
        "state": "ended" if source.ended else "failing" if source.failures else "followed",
        "fetched": source.fetched_at or None,
        "next": None if source.ended else source.next_at or None,
        "articles": card.articles,
        "unread": card.unread,
        "failures": source.failures,
        "error": source.error or None,
        "days": source.days or None,
        "keep": [each.value for each in source.keep],
    }


def report_object(problems: Iterable[str], mended: Iterable[str]) -> Object:
    """The report of ``doctor``."""
    listed: list[Json] = list(problems)
    return {"ok": not listed, "problems": listed, "mended": list(mended)}


def _id(number: int | None) -> str | None:
    return None if number is None else str(number)


def _ids(numbers: Iterable[int]) -> list[Json]:
    return [str(number) for number in numbers]


def _span(start: int, end: int) -> dict[str, Json]:
    return {"start": start, "end": end}


def _passage(passage: Passage) -> Object:
    return {"article": str(passage.article), "start": passage.start, "end": passage.end}


def _evidence(value: Metadatum[str] | Metadatum[tuple[str, ...]]) -> Object | None:
    return None if value.evidence is None else {"line": value.evidence.line, "rule": value.evidence.rule}


def _text(value: Metadatum[str]) -> Object:
    return {"value": value.value, "status": value.status.value, "evidence": _evidence(value)}


def _mention(mention: Mention) -> Object:
    return {
        **_span(mention.start, mention.end),
        "kind": mention.kind.value,
        "entity": _id(mention.entity),
        "source": mention.source.value,
    }


def _link(link: Link) -> Object:
    return {"a": _passage(link.a), "b": _passage(link.b), "score": link.score, "tier": link.tier.value}


def _row(row: Row, articles: tuple[int, ...]) -> Object:
    readings: Mapping[str, list[Json]] = {str(article): [] for article in articles}
    for reading in row.readings:
        readings[str(reading.article)].append(_span(reading.start, reading.end))
    return {
        "key": row.key,
        "relation": row.relation.value,
        "readings": {article: spans for article, spans in readings.items() if spans},
        "doubtful": row.doubtful,
        "topics": [topic.value for topic in row.topics],
        "see": list(row.see),
    }


def _figures(group: FigureGroup) -> Object:
    return {
        "relation": group.relation.value,
        "kind": group.kind.value,
        "label": group.label,
        "values": [
            {
                "article": str(value.article),
                "start": value.start,
                "end": value.end,
                "value": value.value,
                "unit": value.unit,
                "bound": value.bound.value,
            }
            for value in group.values
        ],
    }


def _fact(fact: Fact) -> Object:
    return {
        "topic": fact.topic.value,
        "aspect": fact.aspect.value,
        "relation": fact.relation.value,
        "happening": fact.happening,
        "label": fact.label,
        "values": [
            {
                "article": str(value.article),
                "start": value.start,
                "end": value.end,
                "value": value.value,
                "entity": _id(value.entity),
                "status": "stated" if value.stated else "inferred",
                "anchor": value.anchor,
            }
            for value in fact.values
        ],
    }


def _quotes(group: QuoteGroup) -> Object:
    return {
        "relation": group.relation.value,
        "speaker": group.speaker,
        "members": [_passage(member) for member in group.members],
    }


def _difference(difference: Difference) -> Object:
    return {
        "key": difference.key,
        "kind": difference.kind.value,
        "confidence": difference.confidence.value,
        "dismissed": difference.dismissed,
        "readings": [_passage(reading) for reading in difference.readings],
        "note": difference.note,
    }
