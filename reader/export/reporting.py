"""From a comparison and its articles to the report that Markdown, HTML and CSV are written from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from reader.export.days import MONTHS, long_day
from reader.export.facts import report_facts
from reader.export.figures import report_figures
from reader.export.links import safe_link
from reader.export.names import distinct_names
from reader.export.report import (
    Cited,
    Emphasis,
    Piece,
    Report,
    ReportDifference,
    ReportHead,
    ReportMoment,
    ReportName,
    ReportQuote,
    ReportRow,
    Source,
)
from reader.models.annotations import Kind
from reader.models.article import Article, Status
from reader.models.comparison import (
    Comparison,
    Confidence,
    Difference,
    FigureValue,
    Passage,
    QuoteRelation,
    Reading,
    Row,
    TimelineEntry,
)
from reader.models.partial import partial
from reader.models.same_text import Copies
from reader.models.signs import MEANINGS, sign_of
from reader.sanitize import one_line, sanitize

TITLE_LIMIT = 400
"""Characters of a title: longer than any headline, short enough for a heading."""

_QUOTE_WORDS = {
    QuoteRelation.IDENTICAL: ("=", "the same words"),
    QuoteRelation.CONTAINED: ("≈", "one quotes more of it than another"),
    QuoteRelation.VARIANT: ("≈", "quoted in other words"),
    QuoteRelation.SINGLE: ("◦", "not matched elsewhere"),
}
_DIFFERENCE_WORDS = {Confidence.SURE: "!", Confidence.LIKELY: "?"}
_KIND_WORDS = {
    Kind.PERSON: "person",
    Kind.ORG: "organisation",
    Kind.PLACE: "place",
    Kind.GROUP: "group",
    Kind.OTHER: "other name",
    Kind.DATE: "date",
    Kind.FIGURE: "figure",
}


def report_of(
    comparison: Comparison,
    articles: Mapping[int, Article],
    title: str | None = None,
    day: str | None = None,
    copies: Copies = MappingProxyType({}),
) -> Report:
    """The report of a comparison.

    Args:
        comparison: what was compared, sources with the same text folded into one.
        articles: its articles by id; what would cite one that is missing is left out.
        title: of the event; without one, the title of the reference is taken.
        day: ISO date of the event, if known.
        copies: the sources that were folded, each with the one that stands for it.
    """
    return _Writer(comparison, articles, copies).report(title, day)


class _Writer:
    """Holds the sources while the parts of one comparison are put into words."""

    def __init__(self, comparison: Comparison, articles: Mapping[int, Article], copies: Copies) -> None:
        self._comparison = comparison
        known = [articles[number] for number in (*comparison.articles, *copies) if number in articles]
        names = distinct_names((each.id, each.outlet.value, each.origin) for each in known)
        self._texts = {article.id: article.text for article in known}
        numbers = {article.id: place for place, article in enumerate(known, start=1)}
        self._sources = {
            article.id: _source(
                numbers[article.id], article, names[article.id], numbers.get(copies.get(article.id, 0), 0)
            )
            for article in known
        }

    def report(self, title: str | None, day: str | None) -> Report:
        comparison, sources = self._comparison, tuple(self._sources.values())
        fallback = next((source.title or source.name for source in sources), "Comparison")
        numbers = {row.key: number for number, row in reversed(list(enumerate(comparison.rows, start=1)))}
        rows = [self._row(number, row, numbers) for number, row in enumerate(comparison.rows, start=1)]
        differences = [self._difference(each) for each in comparison.differences]
        return Report(
            title=one_line(title or fallback, TITLE_LIMIT),
            day=long_day(day, Status.STATED) if day else "",
            sources=sources,
            heads=tuple(
                ReportHead(
                    self._sources[head.article],
                    self._stretch(head.article, head.title),
                    self._stretch(head.article, head.lead),
                )
                for head in comparison.heads
                if head.article in self._sources
            ),
            rows=tuple(row for row in rows if row.readings),
            differences=tuple(each for each in differences if each.readings),
            figures=report_figures(comparison, self._cited),
            quotes=tuple(
                ReportQuote(_plain(group.speaker), *_QUOTE_WORDS[group.relation], self._cited(group.members))
                for group in comparison.quotes
                if self._cited(group.members)
            ),
            names=tuple(
                ReportName(
                    one_line(each.name),
                    _KIND_WORDS[each.kind],
                    tuple(dict(each.counts).get(source.article, 0) for source in sources if not source.same_as),
                )
                for each in comparison.coverage
            ),
            moments=tuple(self._moment(entry) for entry in comparison.timeline if self._cited(entry.readings)),
            facts=report_facts(comparison, self._cited),
            partial=partial(comparison.left_out),
        )

    def _row(self, number: int, row: Row, numbers: Mapping[str, int]) -> ReportRow:
        mark = sign_of(row)
        return ReportRow(
            number=number,
            key=row.key,
            relation=row.relation.value,
            mark=mark,
            meaning=MEANINGS[mark],
            topics=tuple(topic.value for topic in row.topics),
            readings=self._cited(row.readings),
            see=tuple(sorted({numbers[key] for key in row.see if key in numbers})),
        )

    def _difference(self, difference: Difference) -> ReportDifference:
        mark = _DIFFERENCE_WORDS[difference.confidence]
        rows = [
            number
            for number, row in enumerate(self._comparison.rows, start=1)
            if any(_overlap(reading, passage) for reading in row.readings for passage in difference.readings)
        ]
        return ReportDifference(
            mark=mark,
            meaning=MEANINGS[mark],
            about=difference.kind.value,
            note=one_line(difference.note, TITLE_LIMIT),
            readings=self._cited(self._in_sentences(difference.readings)),
            rows=tuple(rows),
            dismissed=difference.dismissed,
        )

    def _in_sentences(self, passages: Sequence[Passage]) -> list[Reading]:
        """The sentences that hold the passages at issue, which are in dispute in them; other passages as they are."""
        disputed: dict[tuple[int, int, int], list[tuple[int, int]]] = {}
        for passage in passages:
            place = next(
                (
                    (reading.article, reading.start, reading.end)
                    for row in self._comparison.rows
                    for reading in row.readings
                    if reading.article == passage.article
                    and reading.start <= passage.start < passage.end <= reading.end
                ),
                (passage.article, passage.start, passage.end),
            )
            disputed.setdefault(place, []).append((passage.start, passage.end))
        return [
            Reading(*place, disputed=() if spans == [place[1:]] else tuple(spans)) for place, spans in disputed.items()
        ]

    def _moment(self, entry: TimelineEntry) -> ReportMoment:
        sign = "" if entry.stated else "~"
        return ReportMoment(sign + _timeline_day(entry.date), self._cited(entry.readings))

    def _stretch(self, article: int, span: tuple[int, int] | None) -> Cited | None:
        return next(iter(self._cited([Passage(article, *span)])), None) if span else None

    def _cited(self, passages: Iterable[Passage | Reading | FigureValue]) -> tuple[Cited, ...]:
        """The passages with their sources and words; those of missing articles are left out."""
        return tuple(
            Cited(self._sources[each.article], each.start, each.end, _pieces(self._texts[each.article], each))
            for each in passages
            if each.article in self._sources
        )


def _source(number: int, article: Article, name: str, same_as: int) -> Source:
    origin = sanitize(article.origin).replace("\n", " ")
    return Source(
        number=number,
        article=article.id,
        name=one_line(name),
        title=one_line(article.title.value or "", TITLE_LIMIT),
        outlet=one_line(article.outlet.value or ""),
        authors=one_line(", ".join(article.authors.value or ()), TITLE_LIMIT),
        day=long_day(article.published.value, article.published.status),
        published=one_line(article.published.value or ""),
        status=article.published.status.value,
        origin=origin,
        link=safe_link(origin),
        language=article.language.value or "",
        same_as=same_as,
    )


def _plain(words: str | None) -> str | None:
    return one_line(words) if words else None


def _overlap(one: Passage | Reading | FigureValue, other: Passage | Reading | FigureValue) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end


def _pieces(text: str, passage: Passage | Reading | FigureValue) -> tuple[Piece, ...]:
    """The words of a passage, cut where its differing and disputed stretches begin and end."""
    start, end = passage.start, passage.end
    differing = passage.differing if isinstance(passage, Reading) else ()
    disputed = passage.disputed if isinstance(passage, Reading) else ()
    cuts = sorted({start, end, *(min(max(at, start), end) for span in (*differing, *disputed) for at in span)})
    pieces: list[Piece] = []
    for first, last in pairwise(cuts):
        emphasis = (
            Emphasis.DISPUTED
            if _covered(disputed, first)
            else Emphasis.DIFFERING
            if _covered(differing, first)
            else Emphasis.NONE
        )
        words = sanitize(text[first:last])
        if pieces and pieces[-1].emphasis is emphasis:
            pieces[-1] = Piece(pieces[-1].words + words, emphasis)
        else:
            pieces.append(Piece(words, emphasis))
    return tuple(pieces)


def _covered(spans: Sequence[tuple[int, int]], at: int) -> bool:
    return any(start <= at < end for start, end in spans)


def _timeline_day(value: str) -> str:
    """An ISO date of any precision as a person writes it; what is no plain date stays as it is."""
    parts = value.split("-")
    if len(parts) <= 3 and all(part.isdigit() for part in parts) and len(parts[0]) == 4:
        month = int(parts[1]) if len(parts) > 1 else 0
        if len(parts) == 1:
            return value
        if 1 <= month <= 12:
            day = f"{int(parts[2])} " if len(parts) == 3 else ""
            return f"{day}{MONTHS[month - 1]} {parts[0]}"
    return one_line(value)
