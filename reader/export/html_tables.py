"""The tables of the exported page: facts, figures and names, a column for each source, and below what one alone has."""

from __future__ import annotations

from collections.abc import Sequence

from reader.export.html_text import BLANK, Html, lines, tag, words
from reader.export.order import Alone, facts_alone, figures_alone, names_alone, names_shared
from reader.export.report import ReportFact, ReportFigure, ReportName, Source

NAMED_COLUMNS = 6
"""Up to so many sources have their names over their columns; more have their numbers, with the names spoken."""


def figures_table(figures: Sequence[ReportFigure], sources: Sequence[Source]) -> list[Html]:
    """Every figure as each source writes it, below it those of one source; nothing if there is none."""
    rows = []
    for each in figures:
        if each.is_single:
            continue
        cells = []
        for source in sources:
            said = dict.fromkeys(value.words for value in each.values if value.source.column == source.number)
            marked = [tag("mark", words(value)) if each.mark in "!?" else words(value) for value in said]
            cells.append(tag("td", Html("; ".join(marked))) if marked else _none("not there"))
        relation = tag(
            "td", tag("span", words(each.mark), class_="mark"), BLANK, words(each.meaning), class_="relation"
        )
        what = tag("th", words(each.label), scope="row")
        rows.append(tag("tr", what, relation, *cells, class_="loud" if each.mark in "!?" else None))
    table = [_table("Figures, as each source writes them", ("what", "relation"), sources, rows)] if rows else []
    return [*table, *_alone("Figures not matched elsewhere", figures_alone(figures))]


def facts_table(facts: Sequence[ReportFact], sources: Sequence[Source]) -> list[Html]:
    """Who, when and where of what happened, as each source writes it, below it what one source alone says.

    Nothing if there is none.
    """
    rows = []
    for each in facts:
        if each.is_single:
            continue
        cells = []
        for source in sources:
            said = [value for value in each.values if value.cited.source.column == source.number]
            written = [
                tag("mark", words(one.cited.words)) if each.mark in "!?" else words(one.cited.words) for one in said
            ]
            told = [tag("small", words(one.told)) for one in said[:1] if one.told != one.cited.words]
            cells.append(tag("td", Html("; ".join(written)), *(BLANK, *told)) if said else _none("not there"))
        relation = tag(
            "td", tag("span", words(each.mark), class_="mark"), BLANK, words(each.meaning), class_="relation"
        )
        what = tag("th", words(each.label), BLANK, tag("small", words(each.aspect)), scope="row", dir="auto")
        rows.append(tag("tr", what, relation, *cells, class_="loud" if each.mark in "!?" else None))
    table = (
        [_table("Who, when and where, as each source writes it", ("what", "relation"), sources, rows)] if rows else []
    )
    return [*table, *_alone("What is not matched elsewhere", facts_alone(facts))]


def _alone(title: str, said: Sequence[tuple[Source, Sequence[Alone]]]) -> list[Html]:
    """What one source alone has, source by source."""
    items = [
        tag(
            "li",
            tag("b", words(f"{source.name} [{source.number}]")),
            tag(
                "ul",
                lines(tag("li", words(each.written), *_about(each), dir="auto") for each in own),
                class_="told",
            ),
        )
        for source, own in said
    ]
    return _below(title, items, "plain wide")


def _about(said: Alone) -> list[Html]:
    return [BLANK, tag("small", words(said.about))] if said.about else []


def _below(title: str, items: Sequence[Html], looks: str) -> list[Html]:
    """What stands below a table; nothing if there are no items."""
    heading = tag("h3", words(title))
    return [tag("section", heading, tag("ul", lines(items), class_=looks), class_="group")] if items else []


def names_table(names: Sequence[ReportName], sources: Sequence[Source]) -> list[Html]:
    """How often each source names whom, those named by most first; nothing if there are no names.

    Of three sources or more, what one alone names is listed below the table: its lines would be nearly empty.
    """
    items = [
        tag("li", tag("b", words(f"{source.name} [{source.number}]")), BLANK, words(said), dir="auto")
        for source, said in names_alone(names, sources)
    ]
    return [*_names(names_shared(names), sources), *_below("Named by one source", items, "plain")]


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
