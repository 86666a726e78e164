"""What a figure counts: the head noun of the phrase after it, found without a parser.

Modifiers, demonyms and owners are passed over ("30 Israeli companies" → company, "69% of Azerbaijan's arms imports" →
import); a plural noun ends the phrase unless another plural follows it ("arms companies").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reader.analysis.figures.tokens import Token
from reader.analysis.numerals import SCALES
from reader.analysis.wordlists import words
from reader.models.annotations import FigureKind

_DETERMINERS: Final = words("the a an its his her their our my your this that these those all any each")
_STOPS: Final = words(
    "of in on at by for from to with without into onto over under about between among against during before after "
    "since until through across along around near off out up down as than per via within toward towards amid despite "
    "and or but nor so yet if when while where because although though that which who whom whose what why how "
    "is are was were be been being am has have had do does did will would shall should can could may might must "
    "not no he she it they we i you him them us there here then also still yet again ago away apart later earlier "
    "worth hit hits struck strikes ends begins starts runs costs opens expires lasts remains includes means takes "
    "makes "
    "comes goes gives shows others more remaining overall total "
    "said says told died took came went left fled fell rose got made met found held lost won passed elapsed each every"
)
_IRREGULAR: Final = {
    "people": "person",
    "children": "child",
    "men": "man",
    "women": "woman",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "thieves": "thief",
    "leaves": "leaf",
    "servicemen": "serviceman",
    "policemen": "policeman",
    "gunmen": "gunman",
    "militiamen": "militiaman",
    "fishermen": "fisherman",
    "crises": "crisis",
    "criteria": "criterion",
    "media": "media",
    "analyses": "analysis",
    "bases": "base",
    "police": "police",
    "cattle": "cattle",
    "troops": "troop",
    "personnel": "personnel",
    "aircraft": "aircraft",
    "series": "series",
    "species": "species",
    "spacecraft": "spacecraft",
    "staff": "staff",
    "lawmen": "lawman",
    "firemen": "fireman",
    "congressmen": "congressman",
    "clothes": "clothes",
    "news": "news",
    "crew": "crew",
    "halves": "half",
    "buses": "bus",
    "gases": "gas",
    "movies": "movie",
    "cookies": "cookie",
    "viruses": "virus",
    "campuses": "campus",
    "bonuses": "bonus",
    "statuses": "status",
    "houses": "house",
}
_SINGULAR_S: Final = words("ss us is")
_NOT_PLURAL: Final = words("previous various numerous serious famous religious dangerous military's")
STRUCK: Final = {"killed": "dead", "wounded": "injured", "hurt": "injured", "missing": "missing"}
"""Participles right after a number that say whom it counts ("11 killed" counts the dead)."""
_WINDOW: Final = 12
"""Tokens after a figure among which its noun is looked for."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The head noun, singular and in lower case, and the phrase ``text[start:end]`` that it heads."""

    noun: str
    start: int
    end: int


def singular(noun: str) -> str:
    """The singular of an English noun in lower case, by its ending."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if len(noun) < 4 or not noun.endswith("s") or noun[-2:] in _SINGULAR_S:
        return noun
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return noun[:-2]
    return noun[:-1]


def is_plural(word: str) -> bool:
    """Whether a word in lower case may be a plural noun, by its ending."""
    if word in _NOT_PLURAL or word.endswith("ous"):
        return False
    return word in _IRREGULAR or (len(word) > 3 and word.endswith("s") and word[-2:] not in _SINGULAR_S)


def counted_after(tokens: list[Token], at: int, kind: FigureKind) -> Counted | None:
    """What the figure whose last token is before ``tokens[at]`` counts, or measures the distance to; None if unsaid."""
    reach = at
    word = tokens[reach].lower if reach < len(tokens) else ""
    if word in {"-", "–"} and reach + 1 < len(tokens):
        return _phrase(tokens, reach + 1, plural=False)
    if kind is FigureKind.LENGTH:
        skipped = 0
        while (
            word
            in {
                "away",
                "north",
                "south",
                "east",
                "west",
                "northeast",
                "northwest",
                "southeast",
                "southwest",
                "inland",
                "deep",
                "long",
                "wide",
                "high",
                "off",
            }
            and skipped < 3
        ):
            reach, skipped = reach + 1, skipped + 1
            word = tokens[reach].lower if reach < len(tokens) else ""
        if word in {"from", "of", "to", "off", "into", "inside"}:
            return _phrase(tokens, reach + 1, plural=False)
        return None if reach > at else _phrase(tokens, reach, plural=False)
    if kind is FigureKind.MONEY and word in {"a", "an", "per"}:
        return None
    if word == "worth" and reach + 1 < len(tokens):
        reach, word = reach + 1, tokens[reach + 1].lower
    if word == "of" or (word == "in" and kind is FigureKind.MONEY):
        return _phrase(tokens, reach + 1, plural=False)
    struck = STRUCK.get(word) if kind is FigureKind.COUNT else None
    return _phrase(tokens, reach, plural=kind is FigureKind.COUNT) or (
        Counted(struck, tokens[reach].start, tokens[reach].end) if struck else None
    )


def has_singular_head(tokens: list[Token], at: int) -> bool:
    """Whether the phrase from ``tokens[at]`` is headed by a singular noun, which no number above one counts."""
    phrase = _phrase(tokens, at, plural=False)
    if phrase is None:
        return False
    head = next(token for token in tokens[at:] if token.end == phrase.end)
    return not is_plural(head.lower)


def _is_verb_before(tokens: list[Token], at: int) -> bool:
    """Whether a word in -s is a verb, since an object follows it ("a border divides them")."""
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return following in _DETERMINERS or following in {"them", "him", "it", "us", "along", "between"}


def _phrase(tokens: list[Token], at: int, *, plural: bool) -> Counted | None:
    """The head of the noun phrase from ``tokens[at]``; with ``plural``, none is taken that can't be a plural noun."""
    first = head = -1
    for reach in range(at, min(len(tokens), at + _WINDOW)):
        token = tokens[reach]
        joined = token.glued and reach > at and tokens[reach - 1].text in {"-", "–"}
        if token.text in {"-", "–"} or (token.is_number and joined):
            continue
        if head < 0 and (token.lower in _DETERMINERS or token.lower in SCALES or (token.is_number and reach > at)):
            continue
        if _owns(token, head):
            first = head = -1
        elif (
            not token.is_word
            or (token.lower in _STOPS and token.text != "US" and not joined)
            or (head >= 0 and _ends_phrase(tokens, head, reach))
        ):
            break
        else:
            first, head = (reach if first < 0 else first), reach
    if head < 0:
        return None
    noun = tokens[head].lower
    if noun.endswith("ly") or (plural and not is_plural(noun) and noun.endswith(("ed", "ing"))):
        return None
    return Counted(singular(noun), tokens[first].start, tokens[head].end)


def _owns(token: Token, head: int) -> bool:
    """Whether a possessive makes what was read so far the owner of what follows."""
    return token.lower in {"’s", "'s"} or (token.text in {"’", "'"} and head >= 0)


def _ends_phrase(tokens: list[Token], head: int, reach: int) -> bool:
    """Whether the word at ``reach`` is no noun any more, so that the one at ``head`` was the head of the phrase."""
    word, noun = tokens[reach].lower, tokens[head].lower
    if is_plural(word) and not is_plural(noun):
        return _is_verb_before(tokens, reach)
    if not tokens[head].text.islower():
        return False
    joined = tokens[reach].glued or tokens[reach - 1].text in {"-", "–"}
    if is_plural(noun) and not is_plural(word) and not joined:
        return True
    return word.endswith(("ed", "ing", "ly")) or tokens[reach].text[0].isupper()
