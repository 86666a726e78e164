"""A comparison as one self-contained page: no script, no resource from elsewhere, readable without its style sheet.

The order is that of the Markdown: agreement first, then where sources differ, then what was not matched.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from hashlib import sha256

from reader.export.html_parts import figure, pieces, readings, row, rows_alone, source_line, superscript
from reader.export.html_style import ALIGNED_SOURCES, STYLE
from reader.export.html_tables import facts_table, figures_table, names_table
from reader.export.html_text import BLANK, DOCTYPE, NOTHING, Html, lines, style_sheet, tag, words
from reader.export.order import NOTES, Part, Parts, parts_of, same_text_told, sources_told
from reader.export.report import Report, ReportDifference, ReportMoment, ReportQuote
from reader.models.signs import MEANINGS


def report_html(report: Report) -> str:
    """The report as an HTML document, ending with a line feed."""
    parts = parts_of(report)
    sections = [section for section in _sections(report, parts) if section.body]
    count = len(report.columns)
    body = tag(
        "body",
        tag("a", words("To the comparison"), href="#shared", class_="skip"),
        _header(report, parts, sections),
        tag("main", lines(_section(each) for each in sections)),
        tag("footer", tag("p", words(f"Written by Reader. Every sentence stands as its source has it. {NOTES}"))),
        class_=f"of-{count}" if 2 <= count <= ALIGNED_SOURCES else None,
    )
    return f"{DOCTYPE}{tag('html', _head(report), body, lang='en')}\n"


class _Section:
    """A part of the page: its anchor, heading, a sentence on it, and what it holds."""

    def __init__(self, anchor: str, title: str, note: str, body: Iterable[Html]) -> None:
        self.anchor, self.title, self.note, self.body = anchor, title, note, lines(body)


def _sections(report: Report, parts: Parts) -> list[_Section]:
    alone = [quote for quote in report.quotes if quote.is_single]
    shared = [quote for quote in report.quotes if not quote.is_single]
    return [
        _Section("heads", "Headlines and first sentences", "", _heads(report)),
        _Section("shared", Part.SHARED, "", map(row, parts.shared)),
        _Section("differences", Part.DIFFERENCES, "", map(_difference, report.differences)),
        _Section("disputed", Part.DISPUTED, "", map(row, parts.disputed)),
        _Section("possible", Part.POSSIBLE, "Another source may say the same of it.", _possible(parts)),
        _Section("single", Part.SINGLE, "No sentence of another source was found to say it.", rows_alone(parts.single)),
        _Section("facts", "What happened", "", facts_table(report.facts, report.columns)),
        _Section("figures", "Figures", "", figures_table(report.figures, report.columns)),
        _Section("quotes", "Quotes", "Who speaks is a guess.", [*map(_quote, shared), *_quotes_alone(alone)]),
        _Section("who", "Who is named", "", names_table(report.names, report.columns)),
        _Section("when", "When", "", _moments(report.moments)),
    ]


def _head(report: Report) -> Html:
    digest = b64encode(sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return tag(
        "head",
        lines(
            (
                tag("meta", charset="utf-8"),
                tag("meta", http_equiv="Content-Security-Policy", content=policy),
                tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
                tag("meta", name="color-scheme", content="light dark"),
                tag("meta", name="referrer", content="no-referrer"),
                tag("title", words(report.title)),
                style_sheet(STYLE),
            )
        ),
    )


def _header(report: Report, parts: Parts, sections: Sequence[_Section]) -> Html:
    meta = " · ".join(part for part in (report.day, sources_told(report), parts.tally, report.partial) if part)
    contents = [tag("li", tag("a", words(each.title), href=f"#{each.anchor}")) for each in sections]
    legend = [
        tag("li", tag("span", words(mark), class_="mark"), BLANK, words(meaning), class_=_loud(mark))
        for mark, meaning in MEANINGS.items()
    ]
    return tag(
        "header",
        tag("p", words("One event from all its sources"), class_="kicker"),
        tag("h1", words(report.title), dir="auto"),
        tag("p", words(meta), class_="meta"),
        tag("ol", lines(map(source_line, report.sources)), class_="sources"),
        tag("ul", lines(legend), class_="legend", aria_label="What the marks say"),
        tag("nav", tag("ul", lines(contents)), aria_label="Contents"),
    )


def _section(section: _Section) -> Html:
    return tag(
        "section",
        tag("h2", words(section.title), id=f"{section.anchor}-title"),
        tag("p", words(section.note), class_="lede") if section.note else NOTHING,
        section.body,
        id=section.anchor,
        aria_labelledby=f"{section.anchor}-title",
    )


def _loud(mark: str) -> str | None:
    return "loud" if mark in "!?" else None


def _heads(report: Report) -> Iterable[Html]:
    shown = [
        figure(
            head.source,
            [each for each in (head.title, head.lead) if each is not None],
            same_text_told(report, head.source),
        )
        for head in report.heads
        if head.title or head.lead
    ]
    return [tag("div", lines(shown), class_="readings lead")] if shown else []


def _difference(difference: ReportDifference) -> Html:
    aside = " · set aside" if difference.dismissed else ""
    rows = [tag("a", words(str(number)), href=f"#row-{number}") for number in difference.rows]
    joined = Html(", ".join(rows))
    return tag(
        "section",
        tag(
            "h3",
            tag("span", words(difference.mark), class_="mark"),
            tag("span", words(f"{difference.note or difference.meaning}"), class_="say", dir="auto"),
            tag("span", words(f"{difference.meaning}, {difference.about}{aside}"), class_="of"),
        ),
        readings(difference.readings),
        tag("p", words("In row "), joined, class_="see") if rows else NOTHING,
        class_="row loud",
    )


def _possible(parts: Parts) -> Iterable[Html]:
    return [*(row(each) for each in parts.possible if each.is_shared), *rows_alone(parts.possible)]


def _quote(quote: ReportQuote) -> Html:
    return tag(
        "section",
        tag(
            "h3",
            tag("span", words(quote.mark), class_="mark"),
            tag("span", words(quote.meaning), class_="say"),
            tag("span", words(_speaker(quote)), class_="of"),
        ),
        readings(quote.versions),
        class_="row",
    )


def _quotes_alone(quotes: Sequence[ReportQuote]) -> Iterable[Html]:
    items = [
        tag(
            "li",
            tag("span", pieces(version), dir="auto"),
            tag("br"),
            tag("small", words(f"{_speaker(quote)} · {version.source.name} "), superscript(version.source)),
        )
        for quote in quotes
        for version in quote.versions
    ]
    if not items:
        return []
    heading = tag("h3", words("Not matched elsewhere"))
    return [tag("section", heading, tag("ul", lines(items), class_="plain"), class_="group")]


def _speaker(quote: ReportQuote) -> str:
    return f"probably {quote.speaker} (a guess)" if quote.speaker else "speaker unknown"


def _moments(moments: Sequence[ReportMoment]) -> Iterable[Html]:
    pairs = [
        lines(
            (
                tag("dt", words(moment.day)),
                tag("dd", lines(figure(reading.source, [reading]) for reading in moment.readings)),
            )
        )
        for moment in moments
    ]
    return [tag("dl", lines(pairs), class_="when")] if pairs else []
