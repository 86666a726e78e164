"""The pieces that the exported page repeats: a source, a passage with its source, a row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reader.export.html_text import BLANK, NOTHING, Html, lines, tag, words
from reader.export.order import alone, by_source
from reader.export.report import Cited, Emphasis, ReportRow, Source

_LANGUAGE = re.compile(r"[a-z]{2,3}")


def source_line(source: Source) -> Html:
    """A source as the list of sources has it: the target of every citation."""
    same = f"same text as [{source.same_as}]" if source.same_as else ""
    by = ", ".join(part for part in (source.authors, source.day, same) if part)
    origin = (
        tag("a", words(source.origin), href=source.link, rel="noopener noreferrer nofollow", class_="origin")
        if source.link
        else tag("span", words(source.origin), class_="origin")
    )
    return tag(
        "li",
        tag("span", words(f"[{source.number}]"), class_="number"),
        BLANK,
        tag("b", words(source.name)),
        tag("cite", words(source.title), class_="title", dir="auto", lang=_language(source)) if source.title else BLANK,
        tag("span", words(by)),
        tag("br"),
        origin,
        id=f"source-{source.number}",
    )


def superscript(source: Source) -> Html:
    """The number of a source, leading to it."""
    return tag(
        "a",
        words(f"[{source.number}]"),
        href=f"#source-{source.number}",
        class_="number",
        aria_label=f"source {source.number}",
    )


def readings(passages: Iterable[Cited]) -> Html:
    """Passages by source, side by side where there is room."""
    return tag("div", lines(figure(source, said) for source, said in by_source(passages)), class_="readings")


def figure(source: Source, passages: Sequence[Cited], note: str = "") -> Html:
    """What one source says, under its name and date, and a note below it."""
    quoted = lines(
        tag("p", pieces(each), data_start=str(each.start), data_end=str(each.end), dir="auto") for each in passages
    )
    caption = tag(
        "figcaption", tag("b", words(source.name)), words(f", {source.day} "), superscript(source), dir="auto"
    )
    return tag(
        "figure",
        caption,
        tag("blockquote", quoted, cite=source.link, lang=_language(source)),
        tag("p", words(note), class_="see") if note else NOTHING,
        class_=f"at-{source.column}",
    )


def pieces(passage: Cited) -> Html:
    """The exact words: what differs underlined, what is in dispute marked."""
    return Html("".join(map(str, (_piece(piece.words, piece.emphasis) for piece in passage.pieces))))


def row(each: ReportRow) -> Html:
    """A row: its mark and what the mark says, and what every source says."""
    topics = "".join(f" · {topic}" for topic in each.topics)
    see = Html(", ".join(tag("a", words(str(number)), href=f"#row-{number}") for number in each.see))
    return tag(
        "section",
        tag(
            "h3",
            tag("span", words(each.mark), class_="mark"),
            tag("span", words(each.meaning + topics), class_="say"),
            tag("span", words(f"row {each.number}"), class_="of"),
        ),
        readings(each.readings),
        tag("p", words("See also row "), see, class_="see") if each.see else NOTHING,
        id=f"row-{each.number}",
        class_="row loud" if each.mark in "!?" else "row",
        data_key=each.key,
    )


def rows_alone(rows: Sequence[ReportRow]) -> list[Html]:
    """What one source has alone, source by source, a line for each sentence."""
    blocks = []
    for source, said in alone(rows):
        first = {id(row): reading for row, reading in reversed(said)}
        items = [
            tag(
                "li",
                tag("span", pieces(each), dir="auto", data_start=str(each.start), data_end=str(each.end)),
                BLANK,
                tag("small", words(f"row {row.number}"), *_see(row)),
                id=f"row-{row.number}" if first[id(row)] is each else None,
                lang=_language(source),
                data_key=row.key,
            )
            for row, each in said
        ]
        heading = tag("h3", words(f"{source.name}, {source.day} "), superscript(source))
        blocks.append(tag("section", heading, tag("ul", lines(items), class_="plain"), class_="group"))
    return blocks


def _see(row: ReportRow) -> list[Html]:
    """Links to the rows that a row is to be seen with."""
    links = [tag("a", words(str(number)), href=f"#row-{number}") for number in row.see]
    return [words(", see also "), Html(", ".join(links))] if links else []


def _piece(said: str, emphasis: Emphasis) -> Html:
    if emphasis is Emphasis.DISPUTED:
        return tag("mark", words(said))
    return tag("u", words(said)) if emphasis is Emphasis.DIFFERING else words(said)


def _language(source: Source) -> str | None:
    return source.language if _LANGUAGE.fullmatch(source.language) else None
