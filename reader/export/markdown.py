"""A comparison as Markdown: readable as it stands, and rendered (CommonMark with GitHub's tables).

Agreement comes first, then where sources differ, then what was not matched; every sentence is followed by its source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.export.markdown_text import code, literal, quoted
from reader.export.order import (
    NOTES,
    Alone,
    Part,
    alone,
    by_source,
    facts_alone,
    figures_alone,
    names_alone,
    names_shared,
    parts_of,
    same_text_told,
    sources_told,
)
from reader.export.report import (
    Cited,
    Report,
    ReportDifference,
    ReportFact,
    ReportFigure,
    ReportMoment,
    ReportName,
    ReportQuote,
    ReportRow,
    ReportValue,
    Source,
)
from reader.models.signs import MEANINGS


def report_markdown(report: Report) -> str:
    """The report as Markdown, ending with a line feed."""
    parts = parts_of(report)
    blocks = [
        f"# {literal(report.title)}",
        " · ".join(part for part in (report.day, sources_told(report), parts.tally, report.partial) if part),
        "## Sources",
        "\n".join(_source(source) for source in report.sources),
        "## How to read the marks",
        "\n".join(f"- `{mark}` {meaning}" for mark, meaning in MEANINGS.items()),
        f"Figures and dates in dispute are **strong**. {NOTES}",
        *_section("Headlines and first sentences", _heads(report)),
        *_section(Part.SHARED, (block for row in parts.shared for block in _row(row))),
        *_section(Part.DIFFERENCES, _differences(report.differences)),
        *_section(Part.DISPUTED, (block for row in parts.disputed for block in _row(row))),
        *_section(Part.POSSIBLE, _possible(parts.possible)),
        *_section(Part.SINGLE, _alone(parts.single)),
        *_section("What happened", _facts(report.facts)),
        *_section("Figures", _figures(report.figures)),
        *_section("Quotes", _quotes(report.quotes)),
        *_section("Who is named", _names(report.names, report.columns)),
        *_section("When", (block for moment in report.moments for block in _moment(moment))),
    ]
    return "\n\n".join(blocks) + "\n"


def _section(title: str, blocks: Iterator[str]) -> list[str]:
    """A heading and its blocks; nothing if there are none."""
    listed = list(blocks)
    return [f"## {title}", *listed] if listed else []


def _source(source: Source) -> str:
    title = f", “{literal(source.title)}”" if source.title else ""
    authors = f", {literal(source.authors)}" if source.authors else ""
    same = f", same text as [{source.same_as}]" if source.same_as else ""
    return f"{source.number}. **{literal(source.name)}**{title}{authors}, {source.day}{same}  \n   {_origin(source)}"


def _origin(source: Source) -> str:
    return f"<{source.link}>" if source.link else code(source.origin)


def _by(source: Source) -> str:
    return f"— {literal(source.name)}, {source.day} [{source.number}]"


def _cited(passage: Cited) -> str:
    return f"> {quoted(passage.pieces)}\n>\n> {_by(passage.source)}"


def _row(row: ReportRow) -> Iterator[str]:
    topics = f" · {', '.join(row.topics)}" if row.topics else ""
    yield f"### {row.number}. `{row.mark}` {row.meaning}{topics}"
    for source, readings in by_source(row.readings):
        said = "\n>\n> ".join(quoted(each.pieces) for each in readings)
        yield f"> {said}\n>\n> {_by(source)}"
    if row.see:
        yield f"See also {', '.join(map(str, row.see))}."


def _possible(rows: Sequence[ReportRow]) -> Iterator[str]:
    for row in rows:
        if row.is_shared:
            yield from _row(row)
    yield from _alone(rows)


def _alone(rows: Sequence[ReportRow]) -> Iterator[str]:
    for source, said in alone(rows):
        yield f"### {literal(source.name)}, {source.day} [{source.number}]"
        yield "\n".join(f"- {quoted(each.pieces)} (row {row.number}{_see(row)})" for row, each in said)


def _see(row: ReportRow) -> str:
    return f"; see also {', '.join(map(str, row.see))}" if row.see else ""


def _differences(differences: Sequence[ReportDifference]) -> Iterator[str]:
    for each in differences:
        aside = " (set aside)" if each.dismissed else ""
        rows = f" (row {', '.join(map(str, each.rows))})" if each.rows else ""
        yield f"`{each.mark}` {each.meaning}, {each.about}{aside}: {literal(each.note)}{rows}"
        yield from map(_cited, each.readings)


def _heads(report: Report) -> Iterator[str]:
    for head in report.heads:
        said = [quoted(each.pieces) for each in (head.title, head.lead) if each is not None]
        if said:
            same = same_text_told(report, head.source)
            yield "> " + "\n>\n> ".join([*said, _by(head.source) + (f"; {literal(same)}" if same else "")])


def _facts(facts: Sequence[ReportFact]) -> Iterator[str]:
    rows = [
        [
            f"`{each.mark}` {each.meaning}",
            literal(each.label),
            each.aspect,
            "; ".join(map(_value, each.values)),
        ]
        for each in facts
        if not each.is_single
    ]
    if rows:
        yield _table(["relation", "what", "aspect", "as written, and what it comes to"], rows)
    yield from _listed("What is not matched elsewhere", facts_alone(facts))


def _listed(title: str, said: Sequence[tuple[Source, Sequence[Alone]]]) -> Iterator[str]:
    """What one source alone has, a line for each source."""
    if said:
        yield f"### {title}"
        yield "\n".join(
            f"- **{literal(source.name)} [{source.number}]**: "
            + "; ".join(literal(each.written) + (f" ({literal(each.about)})" if each.about else "") for each in own)
            for source, own in said
        )


def _value(value: ReportValue) -> str:
    written, told = " ".join(value.cited.words.split()), value.told
    aside = f" ({literal(told)})" if told != written else ""
    return f"{literal(written)}{aside} [{value.cited.source.number}]"


def _figures(figures: Sequence[ReportFigure]) -> Iterator[str]:
    rows = [
        [
            f"`{each.mark}` {each.meaning}",
            literal(each.label),
            "; ".join(f"{literal(value.words)} [{value.source.number}]" for value in each.values),
        ]
        for each in figures
        if not each.is_single
    ]
    if rows:
        yield _table(["relation", "what", "values, as written"], rows)
    yield from _listed("Figures not matched elsewhere", figures_alone(figures))


def _quotes(quotes: Sequence[ReportQuote]) -> Iterator[str]:
    single = [quote for quote in quotes if quote.is_single]
    for quote in quotes:
        if not quote.is_single:
            yield f"`{quote.mark}` {quote.meaning}; {_speaker(quote)}:"
            yield from map(_cited, quote.versions)
    if single:
        yield "### Quotes not matched elsewhere"
        yield "\n".join(
            f"- {quoted(version.pieces)} — {_speaker(quote)}; {literal(version.source.name)} [{version.source.number}]"
            for quote in single
            for version in quote.versions
        )


def _speaker(quote: ReportQuote) -> str:
    return f"probably {literal(quote.speaker)} (a guess)" if quote.speaker else "speaker unknown"


def _names(names: Sequence[ReportName], sources: Sequence[Source]) -> Iterator[str]:
    shared = names_shared(names)
    if shared:
        head = ["name", "kind", *(f"{literal(source.name)} [{source.number}]" for source in sources)]
        yield _table(head, [[literal(each.name), each.kind, *map(str, each.counts)] for each in shared])
    own = names_alone(names, sources)
    if own:
        yield "### Named by one source"
        yield "\n".join(f"- **{literal(source.name)} [{source.number}]**: {literal(said)}" for source, said in own)


def _moment(moment: ReportMoment) -> Iterator[str]:
    yield f"**{literal(moment.day)}**"
    yield from map(_cited, moment.readings)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
