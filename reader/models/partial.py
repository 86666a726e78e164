"""What a partial comparison left out, in words: the same on the screen and in every export."""

from __future__ import annotations

from collections.abc import Sequence

from reader.models.comparison import Omission, Part

_WORDS = {
    Part.SENTENCES: "sentences",
    Part.QUOTES: "quotations",
    Part.FIGURES: "figures",
    Part.DATES: "dates",
    Part.CLAUSES: "clauses that say who, when and where",
}


def partial(left_out: Sequence[Omission]) -> str:
    """As "partial: 40 % of the sentences, all the dates were not compared"; "" of a whole comparison."""
    shares = ", ".join(f"{_share(each)} the {_WORDS[each.part]}" for each in left_out)
    return f"partial: {shares} were not compared" if shares else ""


def _share(omission: Omission) -> str:
    if omission.count >= omission.of:
        return "all"
    return f"{min(99, max(1, round(100 * omission.count / omission.of)))} % of"
