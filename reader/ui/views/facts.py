"""View 2: what happened and figures as a fact × source table: in agreement, in dispute, and in one source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from reader.models.comparison import (
    Comparison,
    Difference,
    Fact,
    FactRelation,
    FigureGroup,
    FigureRelation,
    FigureValue,
    Passage,
    Topic,
)
from reader.models.dismissals import sign_of_differences
from reader.ui.comparison_items import dispute_order
from reader.ui.sources import ComparedSource
from reader.ui.text import ui_plain
from reader.ui.units import in_common_unit
from reader.ui.views.excerpt import LINES, excerpt
from reader.ui.views.happenings import GLYPHS, fact_block, happening_blocks
from reader.ui.views.page import Block, Page, Run, Words

LABEL_CELLS = 22
"""Cells of the column that names the facts: "border · nautical mile" and a blank."""

COLUMN_CELLS = 24
"""Cells of a column of values: the value and two or three words about it on a line."""

PHRASE_LINES = 4
"""Lines of a phrase at issue at most: who did what to whom takes more words than a figure."""

SIDE_BY_SIDE_CELLS = 96
"""Width below which the sources of a fact stand below each other: the label and fewer than three columns."""

DIFFER, AGREE = "Sources differ", "The same figure"
FIT, BESIDE = "Figures that fit together", "Figures side by side"
SINGLE = "Not matched elsewhere"

NOTHING = "No figure, date or place was found that these articles tell of."

_GLYPHS = {**GLYPHS, Topic.FIGURE: "#", Topic.NAME: "n"}
_ABOUT = {Topic.NAME: "spelling", Topic.NEGATION: "yes and no"}
_FACTS = frozenset(Topic) - {Topic.WORDING, Topic.QUOTE}
"""What differences are facts about; the others are shown with the quotes."""


def facts_page(
    comparison: Comparison,
    sources: Mapping[int, ComparedSource],
    opened: frozenset[str],
    *,
    conflicts_first: bool = False,
) -> Page:
    """The page of the facts.

    Args:
        comparison: dismissed differences marked.
        sources: by article.
        opened: keys of folded facts that the person has unfolded.
        conflicts_first: whether what the sources differ in stands above what they agree on.
    """
    facts = _Facts(comparison, sources)
    agreed, disputed = tuple(facts.agreed()), tuple(facts.disputed())
    shared = (*disputed, *agreed) if conflicts_first else (*agreed, *disputed)
    return Page(
        (*shared, *facts.beside(), *facts.single(opened)),
        COLUMN_CELLS,
        label_cells=LABEL_CELLS,
        stacked_below=SIDE_BY_SIDE_CELLS,
        empty=NOTHING,
    )


class _Facts:
    """The facts of one comparison."""

    def __init__(self, comparison: Comparison, sources: Mapping[int, ComparedSource]) -> None:
        self._sources = sources
        self._comparison = comparison
        self._differences = [each for each in comparison.differences if each.kind in _FACTS]
        self._figures = [
            (f"figure {number}", group)
            for number, group in enumerate(comparison.figures)
            if group.values and all(value.article in sources for value in group.values)
        ]
        self._facts = [
            fact for fact in comparison.facts if fact.values and all(each.article in sources for each in fact.values)
        ]
        self._shared = [fact for fact in self._facts if fact.relation is not FactRelation.SINGLE]
        self._disputed = {
            number: about
            for number, fact in enumerate(self._shared)
            if (about := [each for each in self._differences if _is_about(each, fact)])
        }

    # What is listed

    def disputed(self) -> Iterator[Block]:
        """The differences, the serious ones first, those set aside last."""
        blocks = []
        told: set[str] = set()
        for key, group in self._figures:
            about = self._about(group)
            if about:
                told |= {each.key for each in about}
                sign = sign_of_differences(about).strip() or "?"
                blocks.append(self._figure(key, group, sign, DIFFER, about))
        for number, about in self._disputed.items():
            told |= {each.key for each in about}
            fact = self._shared[number]
            blocks.append(fact_block(fact, self._sources, DIFFER, about=about))
        blocks += [self._difference(each) for each in self._differences if each.key not in told]
        yield from sorted(blocks, key=lambda block: dispute_order(block.sign))

    def agreed(self) -> Iterator[Block]:
        """What several sources tell, then the figures in which they agree or that fit."""
        undisputed = [fact for number, fact in enumerate(self._shared) if number not in self._disputed]
        yield from happening_blocks(undisputed, self._sources)
        yield from self._figures_of(AGREE, "=")
        yield from self._figures_of(FIT, "≈")

    def beside(self) -> Iterator[Block]:
        """The figures of one thing of which nothing says whether they fit."""
        yield from self._figures_of(BESIDE, "≈")

    def _figures_of(self, section: str, sign: str) -> Iterator[Block]:
        """The figures of a section, what most sources have first."""
        chosen = [each for each in self._figures if self._section(each[1]) == section]
        for key, group in sorted(chosen, key=lambda each: -_breadth(each[1].values)):
            yield self._figure(key, group, sign, section)

    def single(self, opened: frozenset[str]) -> Iterator[Block]:
        """What one source has, a line for each source until it is unfolded."""
        blocks = [
            self._figure(key, group, "◦", SINGLE) for key, group in self._figures if self._section(group) == SINGLE
        ]
        blocks += [
            fact_block(fact, self._sources, SINGLE)
            for fact in self._facts
            if fact.relation is FactRelation.SINGLE and fact.topic is not Topic.ROLE
        ]
        order = {article: place for place, article in enumerate(self._sources)}
        blocks.sort(key=lambda block: order[block.words[0].article])
        for article, run in groupby(blocks, key=lambda block: block.words[0].article):
            several = tuple(run)
            key = f"single {article}"
            if key in opened:
                # The first keeps the key of the line that was unfolded, so that the cursor stays.
                yield replace(several[0], key=key)
                yield from several[1:]
            else:
                yield self._folded(key, article, several)

    def _about(self, group: FigureGroup) -> list[Difference]:
        """The differences between the values of a figure."""
        if group.relation is not FigureRelation.CONFLICT:
            return []
        return [each for each in self._differences if _is_about(each, group)]

    def _section(self, group: FigureGroup) -> str:
        """Where a figure stands; one whose values disagree without a difference that says so is only shown."""
        if self._about(group):
            return DIFFER
        if _breadth(group.values) == 1:
            return SINGLE
        if group.relation is FigureRelation.AGREE or len({(each.value, each.unit) for each in group.values}) == 1:
            return AGREE
        return FIT if group.relation is FigureRelation.COMPATIBLE else BESIDE

    # How it is shown

    def _figure(self, key: str, group: FigureGroup, sign: str, section: str, about: Sequence[Difference] = ()) -> Block:
        values = _distinct(group.values)
        texts = [self._text(value.article) for value in values]
        written = [text[value.start : value.end] for text, value in zip(texts, values, strict=True)]
        style = "disputed" if sign in "!?" else "value"
        words: list[Words] = []
        for value, text, common in zip(values, texts, in_common_unit(group.kind, values, written), strict=True):
            place = self._sources[value.article].sentence_at(value.start)
            words.append(excerpt(text, place, value.start, value.end, style))
            if common:
                told = f"= {common}"
                words.append(Words(value.article, told, 0, len(told), "muted", (), place, 1))
        return Block(
            key=key,
            signs=sign,
            glyph="#",
            title=((group.label or str(group.kind), "label"), *_aside(about)),
            words=tuple(words),
            section=section,
            differs=sign in "!?",
            differences=tuple(each.key for each in about),
        )

    def _difference(self, difference: Difference) -> Block:
        sign = sign_of_differences([difference])
        return Block(
            key=difference.key,
            signs=sign,
            glyph=_GLYPHS.get(difference.kind, " "),
            title=(
                (_ABOUT.get(difference.kind, str(difference.kind)), "label"),
                *self._note(difference),
                *_aside([difference]),
            ),
            words=tuple(
                self._excerpt(
                    place,
                    "disputed" if sign in "!?" else "value",
                    lines=PHRASE_LINES if place.end - place.start > COLUMN_CELLS else LINES,
                )
                for place in _first_of_each_wording(difference.readings, self._sources)
            ),
            section=DIFFER,
            differs=sign in "!?",
            differences=(difference.key,),
        )

    def _note(self, difference: Difference) -> tuple[Run, ...]:
        """What the difference says of itself, unless it only repeats the words that are marked."""
        said = {" ".join(self._text(each.article)[each.start : each.end].split()) for each in difference.readings}
        parts = [part.strip("“” ") for part in difference.note.split(" / ")]
        if all(any(part in words for words in said) for part in parts):
            return ()
        return ((ui_plain(difference.note), "muted"),)

    def _excerpt(self, place: Passage, style: str, lines: int = LINES) -> Words:
        source = self._sources[place.article]
        sentence = source.sentence_at(place.start)
        return excerpt(source.source.text, sentence, place.start, place.end, style, lines=lines)

    def _folded(self, key: str, article: int, blocks: Sequence[Block]) -> Block:
        values = " · ".join(
            " ".join(words.text[mark.start : mark.end].split())
            for block in blocks
            for words in block.words[:1]
            for mark in words.marks[:1]
        )
        first = blocks[0].words[0]
        return Block(
            key=key,
            signs="◦" * len(blocks),
            title=((self._sources[article].source.name, "name"),),
            words=(Words(article, values, 0, len(values), "run", (), first.place),),
            tail=f"{len(blocks)} in all" if len(blocks) > 1 else "",
            section=SINGLE,
            is_folded=True,
        )

    def _text(self, article: int) -> str:
        return self._sources[article].source.text


def _is_about(difference: Difference, said: FigureGroup | Fact) -> bool:
    """Whether a difference is the one between the values of a figure, or of a date, place or role."""
    if difference.kind is not (said.topic if isinstance(said, Fact) else Topic.FIGURE):
        return False
    sources = {
        reading.article
        for reading in difference.readings
        for value in said.values
        if value.article == reading.article and reading.start <= value.start < reading.end
    }
    return len(sources) > 1


def _aside(differences: Sequence[Difference]) -> tuple[tuple[str, str], ...]:
    return (("set aside", "muted"),) if differences and all(each.dismissed for each in differences) else ()


def _breadth(values: Sequence[FigureValue]) -> int:
    return len({value.article for value in values})


def _distinct(values: Sequence[FigureValue]) -> list[FigureValue]:
    """The values without those that the same source repeats."""
    seen = {(value.article, value.value, value.unit, value.bound): value for value in reversed(values)}
    return [value for value in values if seen[value.article, value.value, value.unit, value.bound] is value]


def _first_of_each_wording(places: Sequence[Passage], sources: Mapping[int, ComparedSource]) -> list[Passage]:
    """The passages, each source's same words once."""
    chosen: dict[tuple[int, str], Passage] = {}
    for place in places:
        if place.article in sources:
            words = sources[place.article].article.text[place.start : place.end].casefold()
            chosen.setdefault((place.article, words), place)
    return list(chosen.values())
