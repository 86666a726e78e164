"""States by their abbreviation, where a town or a party stands before it: "Alexandria, Va.", "(D-Calif.)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.analysis.entities.spans import Candidate, Rank
from reader.models.annotations import Kind, MentionSource

_STATE = re.compile(
    r"(?:(?<=\b[DRI]-)|(?<=[a-z], )|(?<=[A-Z]{3}, ))"
    r"(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|N\.H|N\.J"
    r"|N\.M|N\.Y|N\.C|N\.D|Okla|Ore|Pa|R\.I|S\.C|S\.D|Tenn|Tex|Vt|Va|Wash|W\.Va|Wis|Wyo|B\.C|Ont|Que)\b\.?(?![\w-])"
)
"""The abbreviations of American news, with the town or the party before them that tells them from words."""

_PARTY = re.compile(r"(?<=\b[DRI]-)(?:[A-Z]{2}|Alaska|Hawaii|Idaho|Iowa|Maine|Ohio|Texas|Utah)\b")


def find_states(folded: str, start: int, end: int) -> Iterator[Candidate]:
    """The abbreviated states in one line ``folded[start:end]``."""
    for pattern in (_STATE, _PARTY):
        for match in pattern.finditer(folded, start, end):
            yield Candidate(match.start(), match.end(), Kind.PLACE, MentionSource.RULE, Rank.TITLED)
