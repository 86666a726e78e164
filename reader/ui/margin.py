"""What stands in an article about the other sources of its event: under a sentence, and at the end. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reader.models.article import Article
from reader.models.comparison import Comparison, Relation, Row
from reader.models.keeping import Note
from reader.models.signs import sign_of
from reader.ui.document import Block, BlockKind, Document, Unit
from reader.ui.layout import fit

MOST_LETTERS = 150
"""Letters of another source's sentence: two rows."""

CORNER = "└ "
OWN = "✎ "
LINKS = "↗ "
OPENS = " ▸"
_QUOTES = frozenset('“”"‘’«»„')
MISSING = "Not in this article: "


@dataclass(frozen=True, slots=True)
class Absent:
    """What another source alone has: the place of the first such sentence, and how many there are."""

    article: int
    start: int
    end: int
    count: int


def notes_of(
    comparison: Comparison, article: int, units: Sequence[Unit], texts: Mapping[int, str], names: Mapping[int, str]
) -> dict[Unit, tuple[str, ...]]:
    """A line for each of the other sources under a sentence on which they differ: who, and in which words.

    Sources that say it in the same words share a line.
    """
    order = sorted(units)
    notes: dict[Unit, tuple[str, ...]] = {}
    for row in comparison.rows:
        here = next((each for each in row.readings if each.article == article), None)
        if here is None or sign_of(row) not in "!?":
            continue
        place = bisect_right(order, here.start, key=lambda unit: unit[0]) - 1
        if place >= 0 and here.start < order[place][1]:
            notes[order[place]] = notes.get(order[place], ()) + tuple(_others(row, article, texts, names))
    return notes


def _others(row: Row, article: int, texts: Mapping[int, str], names: Mapping[int, str]) -> list[str]:
    sayers: dict[str, list[str]] = {}
    first = {reading.article: reading for reading in reversed(row.readings)}
    for reading in reversed(first.values()):
        if reading.article != article and reading.article in texts:
            words = " ".join(texts[reading.article][reading.start : reading.end].split())
            sayers.setdefault(fit(words, MOST_LETTERS), []).append(names[reading.article])
    return [f"{CORNER}{', '.join(dict.fromkeys(outlets))}: {_quoted(words)}" for words, outlets in sayers.items()]


def _quoted(words: str) -> str:
    return words if words[:1] in _QUOTES or words[-1:] in _QUOTES else f"“{words}”"


def own_notes(notes: Sequence[Note], units: Sequence[Unit]) -> dict[Unit, tuple[str, ...]]:
    """The person's notes under their sentences; one whose words are there no more stands under the first."""
    found: dict[Unit, tuple[str, ...]] = {}
    for note in notes:
        lost = "" if note.is_found else f" (on words that are gone: {_quoted(fit(note.quote, MOST_LETTERS // 2))})"
        _put(found, units, note.start, f"{OWN}{note.text or 'marked'}{lost}")
    return found


def links_of(article: Article, units: Sequence[Unit]) -> dict[Unit, tuple[str, ...]]:
    """The numbers of the links under their sentences, each with the host that it leads to."""
    numbers: dict[Unit, tuple[str, ...]] = {}
    for number, link in enumerate(article.links, 1):
        _put(numbers, units, link.start, f"[{number}] {fit(link.address.partition('//')[2].partition('/')[0], 40)}")
    return {unit: (LINKS + "  ".join(each),) for unit, each in numbers.items()}


def _put(found: dict[Unit, tuple[str, ...]], units: Sequence[Unit], place: int, line: str) -> None:
    """Add a line to the sentence that holds a place of the text, if it is shown."""
    unit = next((each for each in units if each[0] <= place < each[1]), None)
    if unit is not None:
        found[unit] = (*found.get(unit, ()), line)


def beside(some: Mapping[Unit, tuple[str, ...]], others: Mapping[Unit, tuple[str, ...]]) -> dict[Unit, tuple[str, ...]]:
    """The lines of both under each sentence."""
    return {unit: (*some.get(unit, ()), *others.get(unit, ())) for unit in dict.fromkeys((*some, *others))}


def absent_from(comparison: Comparison, article: int) -> tuple[Absent, ...]:
    """What each of the other sources alone has, in the order of the sources."""
    found: dict[int, Absent] = {}
    for row in comparison.rows:
        if row.relation is Relation.SINGLE and (only := row.readings[0]).article != article:
            known = found.get(only.article) or Absent(only.article, only.start, only.end, 0)
            found[only.article] = replace(known, count=known.count + 1)
    return tuple(found[other] for other in comparison.articles if other in found)


def with_margin(
    document: Document, notes: Mapping[Unit, Sequence[str]], absent: Sequence[Absent], names: Mapping[int, str]
) -> Document:
    """The document with what others say under its sentences, and with a last line on what it does not have."""
    blocks = [part for block in document.blocks for part in _noted(block, notes)]
    text = document.text
    if absent:
        line = MISSING + "   ".join(f"{names[each.article]} {each.count}{OPENS}" for each in absent)
        start, text = len(text), text + line
        blocks.append(Block(BlockKind.ABSENT, text, start, len(text), ((start, len(text)),)))
    return replace(document, blocks=tuple(blocks), text=text)


def _noted(block: Block, notes: Mapping[Unit, Sequence[str]]) -> list[Block]:
    """A paragraph, parted below each of its sentences that others contradict."""
    if block.kind is BlockKind.TITLE:
        return [block]
    parts: list[Block] = []
    start, passed = block.start, 0
    for number, unit in enumerate(block.units, 1):
        if unit in notes:
            units = block.units[passed:number]
            parts.append(replace(block, start=start, end=unit[1], units=units, tight=block.tight or passed > 0))
            parts += [Block(BlockKind.NOTE, line, 0, len(line), tight=True) for line in notes[unit]]
            start, passed = unit[1], number
    if passed < len(block.units) or not parts:
        parts.append(replace(block, start=start, units=block.units[passed:], tight=block.tight or bool(parts)))
    return parts
