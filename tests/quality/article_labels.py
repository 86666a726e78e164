"""An article's labels, resolved: offsets into its text, every one checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.models.annotations import Kind
from reader.models.article import NOISE_LABELS, LineLabel
from tests.quality.label_files import ArticleFile
from tests.quality.spans import LabelError, Span, is_contextual, place, places


@dataclass(frozen=True, slots=True)
class LabelledLine:
    """A line that is not blank, and what it is."""

    span: Span
    label: LineLabel


@dataclass(frozen=True, slots=True)
class LabelledMention:
    """A name, date or figure; ``entity`` is None for dates and figures, ``kind`` for what may be left out."""

    span: Span
    kind: Kind | None
    entity: str | None


@dataclass(frozen=True, slots=True)
class LabelledQuote:
    """A quotation with its quote marks, and who says it, or ""."""

    span: Span
    speaker: str


@dataclass(frozen=True, slots=True)
class ArticleLabels:
    """Everything a careful reader finds in one article."""

    file: ArticleFile
    text: str
    lines: tuple[LabelledLine, ...]
    mentions: tuple[LabelledMention, ...]
    quotes: tuple[LabelledQuote, ...]

    @property
    def noise(self) -> tuple[Span, ...]:
        """The lines in which nothing is labelled."""
        return tuple(line.span for line in self.lines if line.label in NOISE_LABELS)


@dataclass(frozen=True, slots=True)
class _Wish:
    """A reference that wants its places; the more specific one gets a place that two want."""

    reference: str
    kind: Kind | None
    entity: str | None


def resolve_article(file: ArticleFile, text: str) -> ArticleLabels:
    """The labels of a file, as offsets into its article's text.

    Raises:
        LabelError: a label means no place, or a line has two labels.
    """
    lines = _lines(file, text)
    noise = [line.span for line in lines if line.label in NOISE_LABELS]
    quotes = [LabelledQuote(place(text, quote.text), quote.speaker) for quote in file.quotes]
    return ArticleLabels(file, text, lines, _mentions(file, text, noise), tuple(sorted(quotes, key=_start)))


def line_spans(text: str) -> Iterator[Span]:
    """The lines that are not blank, without their line breaks."""
    at = 0
    for line in text.splitlines(keepends=True):
        stripped = line.rstrip("\r\n")
        if stripped.strip():
            yield Span(at, at + len(stripped))
        at += len(line)


def _lines(file: ArticleFile, text: str) -> tuple[LabelledLine, ...]:
    labels: dict[Span, LineLabel] = {}
    spans = tuple(line_spans(text))
    for label, references in file.lines.items():
        for reference in references:
            found = [span for span in spans if _matches(text[span.start : span.end].strip(), reference)]
            if not found:
                raise LabelError(f"no line reads “{reference}”")
            for span in found:
                if labels.setdefault(span, label) is not label:
                    raise LabelError(f"“{reference}” is labelled {labels[span]} and {label}")
    return tuple(LabelledLine(span, labels.get(span, LineLabel.BODY)) for span in spans)


def _matches(line: str, reference: str) -> bool:
    return line.startswith(reference[:-1]) if reference.endswith("…") else line == reference


def _mentions(file: ArticleFile, text: str, noise: list[Span]) -> tuple[LabelledMention, ...]:
    wishes = [_Wish(words, name.kind, name.id) for name in file.names for words in name.surfaces]
    wishes += [_Wish(words, Kind.DATE, None) for words in file.dates]
    wishes += [_Wish(words, Kind.FIGURE, None) for words in file.figures]
    wishes += [_Wish(words, None, None) for words in file.optional]
    wanted = [(wish, span) for wish in wishes for span in places(text, wish.reference)]
    wanted.sort(key=lambda pair: (not is_contextual(pair[0].reference), pair[1].start - pair[1].end, pair[1].start))
    taken: dict[Span, _Wish] = {}
    for wish, span in wanted:
        if not any(span.overlap(other) for other in noise) and not any(span.overlap(other) for other in taken):
            taken[span] = wish
    if missed := [wish.reference for wish in wishes if wish not in taken.values()]:
        raise LabelError(f"{missed} stand only inside longer names or in noise")
    return tuple(LabelledMention(span, taken[span].kind, taken[span].entity) for span in sorted(taken))


def _start(quote: LabelledQuote) -> int:
    return quote.span.start
