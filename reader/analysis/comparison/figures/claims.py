"""Every figure of the aligned sentences with what it is said about: the first step of their comparison."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reader.analysis.alignment.align import Alignment
from reader.analysis.alignment.statements import Statement
from reader.analysis.comparison.figures.records import Claim
from reader.analysis.comparison.figures.telling import Setting, claims_in
from reader.analysis.comparison.figures.things import DEPTH, thing_named
from reader.analysis.comparison.inside import inside
from reader.analysis.figures.units import unit_named
from reader.models.annotations import FigureKind


def claims_of(alignment: Alignment) -> tuple[Claim, ...]:
    """Every comparable figure of the aligned sentences, in canonical order."""
    found: list[Claim] = []
    numbers = _numbers_by_source(alignment.statements)
    names = frozenset(thing_named(name) for statement in alignment.statements for name in statement.names)
    for source, analysed in enumerate(alignment.articles):
        published = (analysed.article.published.value or "")[:10]
        own_numbers = numbers.get(source, ())
        statements = [alignment.statements[number] for number in own_numbers]
        figures = inside(analysed.annotations.figures, statements)
        dates = inside(analysed.annotations.dates, statements)
        clauses = inside(analysed.annotations.clauses or (), statements)
        mentions = inside(analysed.annotations.mentions, statements)
        own: list[Claim] = []
        for place, (number, statement) in enumerate(zip(own_numbers, statements, strict=True)):
            if figures[place] and statement.is_readable:
                setting = Setting(
                    number=number,
                    statement=statement,
                    published=published,
                    names=names,
                    text=analysed.article.text,
                    clauses=clauses[place],
                    mentions=mentions[place],
                    before=statements[place - 1] if place else None,
                    named_before=mentions[place - 1] if place else (),
                )
                own.extend(claims_in(setting, figures[place], dates[place]))
        found.extend(_placed(own))
    return tuple(found)


def _placed(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of one article, each told whether it is the only one of its unit, and a toll whether it leads."""
    values: dict[str, set[float]] = {}
    tolls: dict[str, float] = {}
    for claim in claims:
        values.setdefault(_measure(claim), set()).add(claim.figure.value)
        for fate in claim.fates:
            tolls.setdefault(fate, claim.figure.value)
    return [
        replace(
            claim,
            alone=claim.figure.kind is not FigureKind.COUNT and len(values[_measure(claim)]) == 1,
            leading=all(tolls[fate] == claim.figure.value for fate in claim.fates),
        )
        for claim in claims
    ]


def _measure(claim: Claim) -> str:
    """What a figure measures, or else its unit: depths and speeds are one measure, minutes and hours are two."""
    figure = claim.figure
    if claim.attribute == DEPTH:
        return DEPTH
    unit = unit_named(figure.unit)
    return unit.dimension if unit and unit.dimension else f"{figure.kind}: {figure.unit}"


def _numbers_by_source(statements: Sequence[Statement]) -> Mapping[int, list[int]]:
    numbers: dict[int, list[int]] = {}
    for number, statement in enumerate(statements):
        numbers.setdefault(statement.source, []).append(number)
    return numbers
