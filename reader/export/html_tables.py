"""The tables of the exported page: figures and names, a column for each source."""

from __future__ import annotations

from collections.abc import Sequence

from reader.export.html_text import BLANK, Html, lines, tag, words
from reader.export.report import ReportFact, ReportFigure, ReportName, Source

NAMED_COLUMNS = 6
"""Up to so many sources have their names over their columns; more have their numbers, with the names spoken."""


def figures_table(figures: Sequence[ReportFigure], sources: Sequence[Source]) -> list[Html]:
    """Every figure as each source writes it; nothing if there is none."""
    rows = []
    for each in figures:
        cells = []
        for source in sources:
            said = dict.fromkeys(value.words for value in each.values if value.source.column == source.number)
            marked = [tag("mark", words(value)) if each.mark in "!?" else words(value) for value in said]
            cells.append(tag("td", Html("; ".join(marked))) if marked else _none("not there"))
        relation = tag("td", tag("span", words(each.mark), class_="mark"), BLANK, words(each.meaning))
        what = tag("th", words(each.label), scope="row")
        rows.append(tag("tr", what, relation, *cells, class_="loud" if each.mark in "!?" else None))
    return [_table("Figures, as each source writes them", ("what", "relation"), sources, rows)] if rows else []


def facts_table(facts: Sequence[ReportFact], sources: Sequence[Source]) -> list[Html]:
    """Who, when and where of what happened, as each source writes it; nothing if there is none."""
    rows = []
    for each in facts:
        cells = []
        for source in sources:
            said = [value for value in each.values if value.cited.source.column == source.number]
            written = [
                tag("mark", words(one.cited.words)) if each.mark in "!?" else words(one.cited.words) for one in said
            ]
            told = [tag("small", words(one.told)) for one in said[:1] if one.told != one.cited.words]
            cells.append(tag("td", Html("; ".join(written)), *(BLANK, *told)) if said else _none("not there"))
        relation = tag("td", tag("span", words(each.mark), class_="mark"), BLANK, words(each.meaning))
        what = tag("th", words(each.label), BLANK, tag("small", words(each.aspect)), scope="row", dir="auto")
        rows.append(tag("tr", what, relation, *cells, class_="loud" if each.mark in "!?" else None))
    return (
        [_table("Who, when and where, as each source writes it", ("what", "relation"), sources, rows)] if rows else []
    )


def names_table(names: Sequence[ReportName], sources: Sequence[Source]) -> list[Html]:
    """How often each source names whom, those named by most first; nothing if there are no names.

    Of three sources or more, what one alone names is listed below the table: its lines would be nearly empty.
    """
    alone = [each for each in names if len(sources) > 2 and _sources_of(each) == 1]
    shared = [each for each in names if each not in alone]
    kinds = list(dict.fromkeys(each.kind for each in names))
    shared.sort(key=lambda each: (kinds.index(each.kind), -_sources_of(each), -sum(each.counts)))
    table = _names(shared, sources)
    return [*table, *_named_alone(alone, sources)]


def _sources_of(name: ReportName) -> int:
    return sum(count > 0 for count in name.counts)


def _named_alone(names: Sequence[ReportName], sources: Sequence[Source]) -> list[Html]:
    """The names that one source alone has, source by source."""
    items = []
    for place, source in enumerate(sources):
        said = [each for each in names if each.counts[place]]
        if said:
            told = ", ".join(
                f"{each.name} {each.counts[place]}" if each.counts[place] > 1 else each.name for each in said
            )
            items.append(tag("li", tag("b", words(f"{source.name} [{source.number}]")), BLANK, words(told), dir="auto"))
    if not items:
        return []
    heading = tag("h3", words("Named by one source"))
    return [tag("section", heading, tag("ul", lines(items), class_="plain"), class_="group")]


def _names(names: Sequence[ReportName], sources: Sequence[Source]) -> list[Html]:
    rows = [
        tag(
            "tr",
            tag("th", words(each.name), scope="row", dir="auto"),
            tag("td", words(each.kind)),
            *(tag("td", words(str(count)), class_="count") if count else _none("not named") for count in each.counts),
        )
        for each in names
    ]
    return [_table("Mentions of each name in each source", ("name", "kind"), sources, rows)] if rows else []


def _none(spoken: str) -> Html:
    return tag("td", tag("span", words("·"), role="img", aria_label=spoken), class_="none")


def _table(caption: str, first: Sequence[str], sources: Sequence[Source], rows: Sequence[Html]) -> Html:
    heads = [tag("th", words(title), scope="col") for title in first]
    heads += [_column(source, named=len(sources) <= NAMED_COLUMNS) for source in sources]
    table = tag(
        "table",
        tag("caption", words(caption)),
        tag("thead", tag("tr", *heads)),
        tag("tbody", lines(rows)),
    )
    return tag("div", table, class_="scroll", tabindex="0", role="region", aria_label=caption)


def _column(source: Source, *, named: bool) -> Html:
    number = f"[{source.number}]"
    if named:
        return tag("th", words(f"{source.name} {number}"), scope="col")
    return tag("th", tag("abbr", words(number), title=source.name), scope="col")
