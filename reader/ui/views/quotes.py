"""View 3: every utterance with its speaker, in the versions of its sources; then how much each source quotes whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from reader.models.comparison import Comparison, Passage, QuoteGroup, QuoteRelation
from reader.models.dismissals import SET_ASIDE, Disputes, sign_of_differences
from reader.ui.comparison_items import dispute_order
from reader.ui.sources import ComparedSource
from reader.ui.text import ui_plain
from reader.ui.views.page import Block, Mark, Page, Words
from reader.ui.views.versions import differing_words

COLUMN_CELLS = 34
"""Cells of a column: as of a sentence."""

SIDE_BY_SIDE_CELLS = 100
"""Width below which versions stand below each other, where their words can be compared line by line."""

SEVERAL, SINGLE, TABLE = "In several sources", "Not matched elsewhere", "Who is quoted"

UNKNOWN = "speaker unknown"
NOTHING = "Nothing is quoted in these articles."
LEGEND = "a speaker with ? is a guess"

_SIGNS = {QuoteRelation.IDENTICAL: "=", QuoteRelation.CONTAINED: "≈", QuoteRelation.VARIANT: "≈"}
_TOLD = {
    QuoteRelation.IDENTICAL: "the same words",
    QuoteRelation.CONTAINED: "quoted at different length",
    QuoteRelation.VARIANT: "the words differ",
}


def quotes_page(
    comparison: Comparison,
    sources: Mapping[int, ComparedSource],
    opened: frozenset[str],
    *,
    conflicts_first: bool = False,
) -> Page:
    """The page of the quotes.

    Args:
        comparison: its articles in the order of the columns; dismissed differences marked.
        sources: by article.
        opened: keys of folded quotes that the person has unfolded.
        conflicts_first: whether utterances on whose words the sources differ stand above the others.
    """
    groups = [
        (number, group)
        for number, group in enumerate(comparison.quotes)
        if group.members and all(member.article in sources for member in group.members)
    ]
    several = [each for each in groups if len({member.article for member in each[1].members}) > 1]
    single = [each for each in groups if each not in several]
    disputes = Disputes.of(comparison)
    blocks = [_utterance(number, group, sources, disputes, comparison.articles) for number, group in several]
    if conflicts_first:
        blocks.sort(key=lambda block: dispute_order(block.sign))
    blocks += _folded(single, sources, opened)
    blocks += _table(groups, sources)
    return Page(
        tuple(blocks), COLUMN_CELLS, stacked_below=SIDE_BY_SIDE_CELLS, empty=NOTHING, legend=LEGEND if blocks else ""
    )


def _utterance(
    number: int,
    group: QuoteGroup,
    sources: Mapping[int, ComparedSource],
    disputes: Disputes,
    order: Sequence[int],
) -> Block:
    texts = [sources[member.article].source.text for member in group.members]
    versions = [text[member.start : member.end] for text, member in zip(texts, group.members, strict=True)]
    longest = max(
        range(len(versions)), key=lambda index: (group.members[index].article == order[0], len(versions[index]))
    )
    differences = disputes.between(group.members)
    sign = sign_of_differences(differences).strip() or _SIGNS.get(group.relation, "≈")
    words = [
        Words(
            member.article,
            text,
            member.start,
            member.end,
            "text",
            tuple(Mark(start + member.start, end + member.start, "differing") for start, end in stretches),
            sources[member.article].sentence_at(member.start),
        )
        for member, text, stretches in zip(group.members, texts, differing_words(versions, longest), strict=True)
    ]
    count = len({member.article for member in group.members})
    told = [_TOLD.get(group.relation, ""), f"{count} sources"]
    if sign == SET_ASIDE:
        told.insert(1, "set aside")
    return Block(
        key=f"quote {number}",
        signs=sign,
        glyph="”",
        title=(*_speaker(group.speaker), (" · ".join(part for part in told if part), "muted")),
        words=tuple(words),
        section=SEVERAL,
        differs=sign in "!?",
        differences=tuple(each.key for each in differences),
    )


def _folded(
    groups: Sequence[tuple[int, QuoteGroup]], sources: Mapping[int, ComparedSource], opened: frozenset[str]
) -> Iterator[Block]:
    """What one source alone quotes: a line for each source until it is unfolded."""
    order = {article: place for place, article in enumerate(sources)}
    ordered = sorted(groups, key=lambda each: order[each[1].members[0].article])
    for article, run in groupby(ordered, key=lambda each: each[1].members[0].article):
        several = tuple(run)
        key = f"single {article}"
        if key not in opened:
            first = _single(key, several[0][1], sources)
            yield Block(
                key=key,
                signs="◦" * len(several),
                glyph="”",
                title=((sources[article].source.name, "name"),),
                words=first.words[:1],
                tail=f"+ {len(several) - 1} more" if len(several) > 1 else "",
                section=SINGLE,
                is_folded=True,
            )
            continue
        for number, group in several:
            yield _single(key if group is several[0][1] else f"quote {number}", group, sources)


def _single(key: str, group: QuoteGroup, sources: Mapping[int, ComparedSource]) -> Block:
    return Block(
        key=key,
        signs="◦",
        glyph="”",
        title=_speaker(group.speaker),
        words=tuple(
            Words(
                member.article,
                sources[member.article].source.text,
                member.start,
                member.end,
                "text",
                (),
                sources[member.article].sentence_at(member.start),
            )
            for member in group.members
        ),
        section=SINGLE,
    )


def _speaker(speaker: str | None) -> tuple[tuple[str, str], ...]:
    return ((f"{ui_plain(speaker)} ?", "name"),) if speaker else ((UNKNOWN, "muted"),)


def _table(groups: Sequence[tuple[int, QuoteGroup]], sources: Mapping[int, ComparedSource]) -> Iterator[Block]:
    """How many words of whom each source quotes, those who are quoted most first."""
    counts: dict[str | None, Counter[int]] = {}
    times: dict[str | None, Counter[int]] = {}
    first: dict[tuple[str | None, int], Passage] = {}
    for _, group in groups:
        for member in group.members:
            text = sources[member.article].article.text[member.start : member.end]
            counts.setdefault(group.speaker, Counter())[member.article] += len(text.split())
            times.setdefault(group.speaker, Counter())[member.article] += 1
            place = sources[member.article].sentence_at(member.start)
            first.setdefault((group.speaker, member.article), place)
    for speaker in sorted(counts, key=lambda name: (name is None, -sum(counts[name].values()), name or "")):
        words = []
        for article, number in counts[speaker].items():
            often = times[speaker][article]
            told = f"{number:4} word{'s' * (number != 1)}" + (f" in {often} quotes" if often > 1 else "")
            words.append(Words(article, told, 0, len(told), "text", (), first[speaker, article], 1))
        yield Block(
            key=f"speaker {speaker or ''}",
            title=_speaker(speaker),
            words=tuple(words),
            section=TABLE,
            is_listed=True,
            is_close=True,
        )
