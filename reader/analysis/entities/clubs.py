"""Clubs in sports reports: "Valencia beat Bayern Munich" are two organisations, "in Valencia" is a place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.analysis.entities.gazetteer import gazetteer
from reader.analysis.entities.lexicon import SPORT_WORDS
from reader.analysis.entities.spans import Candidate, Rank
from reader.analysis.entities.tagged import WordIndex
from reader.analysis.entities.words import Word, key_of
from reader.models.annotations import Kind

_ENOUGH = 4
"""Different words of sport that make an article a sports report: match reports have 8 and more, other news 0 to 2."""

_PLAYS = re.compile(
    r"(?:'s? (?:first |second |third |opening |winning |late )?"
    r"(?:striker|captain|coach|goalkeeper|keeper|defender|midfielder|winger|forward|goal"
    r"|equaliser|equalizer|players?|fans|squad|defence|bench|side|manager)\b"
    r"| (?:beat|beats|stun|stuns|stunned|thrash|thrashed|edge|edged|defeated|crush|crushed|drew|lost|won|win|wins"
    r"|scored|led|trail|trailed|were|are|have|host|hosted|face|faced|play|played|needed|need|equalised|levelled"
    r"|will (?:meet|face|play|host))\b)"
)
"""What a club does or has: plural verbs too, for the English of sports pages says "Leeds were"."""

_PLAYED = re.compile(
    r"\b(?:beat|beats|beating|against|versus|vs|v|over|defeated|thrashed|stunned|edged|joined|signed for|signs for"
    r"|played for|plays for|playing for|scored for|captained|coached|managed|lost to|draw with|drew with|win at"
    r"|champions|visitors|hosts|face) $"
)

_NEAR = 24
"""Characters before a name in which a phrase of ``_PLAYED`` may stand."""


def is_sport(words: Sequence[Word]) -> bool:
    """Whether an article is a sports report."""
    return len({word.text for word in words if word.text in SPORT_WORDS}) >= _ENOUGH


def _is_town(surface: str) -> bool:
    known = gazetteer().known(surface)
    return known is not None and known.kind is Kind.PLACE and not (known.country and not known.capital)


def towns_as_clubs(folded: str, index: WordIndex, mentions: Sequence[Candidate]) -> list[Candidate]:
    """The mentions of a sports report, with towns that play in it as clubs; where they are places they stay so."""
    playing: set[str] = set()
    towns: dict[int, str] = {}
    for number, mention in enumerate(mentions):
        surface = folded[mention.start : mention.end]
        if not _is_town(surface):
            continue
        before = folded[max(0, mention.start - _NEAR) : mention.start]
        if re.search(r"\b(?:in|at|near|outside|of) (?:the )?$", before):
            continue
        towns[number] = key_of(index.within(mention.start, mention.end))
        if _PLAYS.match(folded, mention.end) or _PLAYED.search(before):
            playing.add(towns[number])
    return [
        mention._replace(kind=Kind.ORG, rank=Rank.TITLED) if towns.get(number) in playing else mention
        for number, mention in enumerate(mentions)
    ]
