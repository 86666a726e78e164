"""Two versions of a text compared word by word: what a person would mark with a pen, not the fewest keystrokes.

Paragraphs are laid side by side first, so that one that was moved or added does not smear over its neighbours; then
the words of those that correspond. Single words that stay between words that change are taken as changed with them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from reader.models.revisions import Fate, Paragraph, Revision, Version, Words

ALIKE = 0.4
"""Share of common words from which two paragraphs are the same one, rewritten."""

MOST_PAIRS = 2_000_000
"""Pairs of equal words up to which they are looked at: a report of 5,000 words makes some 300,000."""

ISLAND = 2
"""Words that stay between two changes are read as a part of these if they are not more."""


def revisions(versions: Sequence[Version]) -> tuple[Revision, ...]:
    """The steps from each version to the next, the first one first."""
    return tuple(_revision(before, after) for before, after in pairwise(versions))


def _revision(before: Version, after: Version) -> Revision:
    title = compare_words(before.title.split(), after.title.split())
    paragraphs = tuple(_paragraphs(before.text.split("\n"), after.text.split("\n")))
    words = [words for each in (title, *paragraphs) for words in each.words]
    removed, added = (
        sum(len(each.text.split()) for each in words if each.fate is fate) for fate in (Fate.REMOVED, Fate.ADDED)
    )
    return Revision(before.replaced_at, title, paragraphs, removed, added)


def _paragraphs(before: Sequence[str], after: Sequence[str]) -> Iterator[Paragraph]:
    for kind, first, last, start, end in _opcodes(before, after):
        if kind == "equal":
            yield from (Paragraph((Words(Fate.KEPT, text),)) for text in before[first:last])
        else:
            yield from _rewritten(before[first:last], after[start:end])


def _rewritten(before: Sequence[str], after: Sequence[str]) -> Iterator[Paragraph]:
    """Paragraphs in the place of others: those that correspond, in order, and between them those that do not."""
    left = [text.split() for text in before]
    at = 0
    for text in after:
        words = text.split()
        partner = next((i for i in range(at, len(left)) if _share(left[i], words) >= ALIKE), None)
        if partner is None:
            yield compare_words((), words)
            continue
        yield from (compare_words(gone, ()) for gone in left[at:partner])
        yield compare_words(left[partner], words)
        at = partner + 1
    yield from (compare_words(gone, ()) for gone in left[at:])


def _share(one: Sequence[str], other: Sequence[str]) -> float:
    common = len(set(one) & set(other))
    return common / max(1, min(len(set(one)), len(set(other))))


def compare_words(before: Sequence[str], after: Sequence[str]) -> Paragraph:
    """What became of the words of one paragraph."""
    runs: list[tuple[list[str], list[str], bool]] = []
    for kind, first, last, start, end in _opcodes(before, after):
        old, new, kept = list(before[first:last]), list(after[start:end]), kind == "equal"
        island = kept and len(old) <= ISLAND and first > 0 and last < len(before) and start > 0 and end < len(after)
        if runs and not runs[-1][2] and (not kept or island):
            runs[-1][0].extend(old)
            runs[-1][1].extend(new)
        else:
            runs.append((old, new, kept))
    return Paragraph(tuple(_words(runs)))


def _opcodes(before: Sequence[str], after: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    """How one sequence becomes the other (difflib's); as a whole, if they repeat themselves beyond all measure."""
    in_before = Counter(before)
    if sum(in_before[each] * count for each, count in Counter(after).items()) > MOST_PAIRS:
        return [("replace", 0, len(before), 0, len(after))]
    return SequenceMatcher(None, before, after, autojunk=False).get_opcodes()


def _words(runs: Sequence[tuple[list[str], list[str], bool]]) -> Iterator[Words]:
    for old, new, kept in runs:
        if kept:
            yield Words(Fate.KEPT, " ".join(old))
            continue
        if old:
            yield Words(Fate.REMOVED, " ".join(old))
        if new:
            yield Words(Fate.ADDED, " ".join(new))


def marked(paragraph: Paragraph) -> str:
    """A paragraph as plain text: ``[-removed-]`` and ``{+added+}``, as git writes them."""
    marks = {Fate.KEPT: ("", ""), Fate.REMOVED: ("[-", "-]"), Fate.ADDED: ("{+", "+}")}
    return " ".join(f"{marks[each.fate][0]}{each.text}{marks[each.fate][1]}" for each in paragraph.words)
