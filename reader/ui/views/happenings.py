"""What happened, in the facts view: who, when and where as lines of one happening, a cell for each source. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from reader.models.comparison import Aspect, Difference, Fact, FactRelation, FactValue, Topic
from reader.models.dismissals import sign_of_differences
from reader.ui.dates import day_in_words
from reader.ui.sources import ComparedSource
from reader.ui.text import ui_plain
from reader.ui.views.excerpt import excerpt
from reader.ui.views.page import Block, Run, Words

HAPPENED = "What happened"

GLYPHS = {Topic.DATE: "@", Topic.PLACE: "^", Topic.ROLE: "&"}
_SIGNS = {FactRelation.AGREE: "=", FactRelation.SINGLE: "◦"}


def happening_blocks(facts: Sequence[Fact], sources: Mapping[int, ComparedSource]) -> Iterator[Block]:
    """The facts that several sources give, those of one happening together, what most of them tell first."""
    groups = [list(group) for _, group in groupby(facts, key=lambda fact: fact.happening)]
    for group in sorted(groups, key=lambda group: -max(len(fact.values) for fact in group)):
        for place, fact in enumerate(group):
            yield fact_block(fact, sources, HAPPENED, is_close=place > 0)


def fact_block(
    fact: Fact,
    sources: Mapping[int, ComparedSource],
    section: str,
    *,
    about: Sequence[Difference] = (),
    is_close: bool = False,
) -> Block:
    """One fact; the first of a happening says what happened, every one what all sources agree on."""
    sign = sign_of_differences(about).strip() or _SIGNS.get(fact.relation, "≈")
    style = "disputed" if sign in "!?" else "value"
    words: list[Words] = []
    for value in fact.values:
        source = sources[value.article]
        place = source.sentence_at(value.start)
        words.append(excerpt(source.source.text, place, value.start, value.end, style))
        if fact.topic is Topic.DATE and fact.relation is not FactRelation.AGREE:
            told = f"= {_in_words(fact, value)}"
            words.append(Words(value.article, told, 0, len(told), "muted", (), place, 1))
    label: tuple[Run, ...] = () if is_close else ((ui_plain(fact.label), "label"),) if fact.label else ()
    return Block(
        key=f"{fact.happening} {fact.aspect} {fact.values[0].article} {fact.values[0].start}",
        signs=sign,
        glyph=GLYPHS.get(fact.topic, " "),
        title=(*label, *_told(fact)),
        words=tuple(words),
        section=section,
        differs=sign in "!?",
        is_close=is_close,
        differences=tuple(each.key for each in about),
    )


def _told(fact: Fact) -> tuple[Run, ...]:
    """The aspect, and what it is if all sources agree."""
    agreed = f" {_in_words(fact, fact.values[0])}" if fact.relation is FactRelation.AGREE else ""
    return ((f"{fact.aspect}{agreed}", "muted"),)


def _in_words(fact: Fact, value: FactValue) -> str:
    if fact.aspect is Aspect.WHEN:
        return f"{'' if value.stated else '~'}{_days(value.value.partition('T')[0])}"
    return ui_plain(value.value)


def _days(value: str) -> str:
    """A date, or a range of days with what they have in common told once: "18–24 Dec 2017"."""
    first, _, last = value.partition("/")
    one, other = day_in_words(first), day_in_words(last)
    day, _, month = one.partition(" ")
    return f"{day}–{other}" if last and other.endswith(f" {month}") and month else day_in_words(value)
