"""Clubs in sports reports: "Valencia beat Bayern Munich" are two organisations, "in Valencia" is a place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.analysis.entities.gazetteer import gazetteer
from reader.analysis.entities.lexicon import CLUB_FRONTS, CLUB_TAILS, INSTITUTION_HEADS, SPORT_WORDS, SURE_CLUB_TAILS
from reader.analysis.entities.spans import Candidate, Cover, Rank
from reader.analysis.entities.tagged import WordIndex
from reader.analysis.entities.words import Word, are_joined, fold_word, is_capital, key_of
from reader.models.annotations import Kind, MentionSource

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


def find_clubs(folded: str, words: Sequence[Word]) -> Iterator[Candidate]:
    """Names of clubs by their form in one line of a sports report: "Manchester City", "FC Porto", "Bayern Munich"."""
    for at in range(len(words) - 1):
        pair = words[at : at + 2]
        if not (is_capital(pair[0].text) and is_capital(pair[1].text) and are_joined(folded, pair[0], pair[1])):
            continue
        if key_of(pair) in gazetteer().by_key or (at > 0 and key_of(words[at - 1 : at + 2]) in gazetteer().by_key):
            continue
        if (
            pair[0].text in CLUB_FRONTS
            or pair[1].text in SURE_CLUB_TAILS
            or (pair[1].text in CLUB_TAILS and _is_town(pair[0].text))
        ):
            yield Candidate(pair[0].start, pair[1].end, Kind.ORG, MentionSource.RULE, Rank.TITLED)


_FRONTS = frozenset({"New", "North", "South", "East", "West", "Central", "Western", "Eastern", "Greater"})
"""Words that may begin a place's name: "New England"."""


_NO_NICKNAMES = INSTITUTION_HEADS | {"series", "sports", "finals", "famers", "games", "fans", "leagues"}


def find_teams(folded: str, words: Sequence[Word]) -> Iterator[Candidate]:
    """Teams called after a place in one line of a sports report: "Halden Otters", "the Green Bay Wolves"."""
    for at in range(len(words)):
        match = gazetteer().match(folded, words, at)
        if match is None:
            continue
        last = at + match[1]
        if match[0].kind is Kind.ORG and match[1] > 1 and _is_nickname(words[last - 1]):
            yield Candidate(words[at].start, words[last - 1].end, Kind.ORG, MentionSource.RULE, Rank.TITLED)
        if match[0].kind is not Kind.PLACE:
            continue
        if last < len(words) and folded[words[last - 1].end : words[last].start] == " " and _is_nickname(words[last]):
            whole = at > 0 and words[at - 1].text in _FRONTS and folded[words[at - 1].end : words[at].start] == " "
            yield Candidate(words[at - whole].start, words[last].end, Kind.ORG, MentionSource.RULE, Rank.TITLED)


def _is_nickname(word: Word) -> bool:
    """Whether a word may be what a team is called: a plural with a capital."""
    return (
        len(word.text) > 3
        and word.text.endswith("s")
        and is_capital(word.text)
        and word.text[1].islower()
        and fold_word(word.text) not in _NO_NICKNAMES
    )


def with_nicknames(folded: str, index: WordIndex, mentions: Sequence[Candidate], *, sport: bool) -> list[Candidate]:
    """The mentions of an article, with the nicknames of its teams as teams: "the Otters".

    A nickname is the last word of a known team's full name; in a sports report of any organisation's, and any single
    plural after "the" that the tagger took for a person or a place: people are not called so.
    """
    teams = {
        fold_word(words[-1].text)
        for mention in mentions
        if mention.kind is Kind.ORG
        and len(words := index.within(mention.start, mention.end)) > 1
        and _is_nickname(words[-1])
        and (sport or key_of(words) in gazetteer().by_key)
    }
    families = {
        fold_word(words[-1].text) + "s"
        for mention in mentions
        if mention.kind is Kind.PERSON and (words := index.within(mention.start, mention.end))
    }
    found: list[Candidate] = []
    for mention in mentions:
        words = index.within(mention.start, mention.end)
        single = len(words) == 1 and _is_nickname(words[0])
        after_the = folded[max(0, mention.start - 4) : mention.start].lower() == "the "
        guessed = (
            sport and after_the and mention.source is MentionSource.MODEL and mention.kind in {Kind.PERSON, Kind.PLACE}
        )
        if single and (fold_word(words[0].text) in teams or (guessed and fold_word(words[0].text) not in families)):
            found.append(mention._replace(kind=Kind.ORG, rank=Rank.TITLED))
        else:
            found.append(mention)
    taken = Cover((mention.start, mention.end) for mention in found)
    found.extend(
        Candidate(word.start, word.end, Kind.ORG, MentionSource.PROPAGATED, Rank.FILL)
        for word in index.words
        if is_capital(word.text) and fold_word(word.text) in teams and not taken.overlaps(word.start, word.end)
    )
    return sorted(found)


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
