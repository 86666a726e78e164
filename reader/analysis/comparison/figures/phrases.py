"""What the words beside a figure say of it: whose age it is, whether it is a part, a margin or a price in trading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.analysis.alignment.statements import Statement
from reader.analysis.comparison.figures.records import Aspect
from reader.analysis.comparison.figures.things import DEPTH, FINISH, GROUPS, thing_named
from reader.analysis.figures.compatibility import compatible
from reader.analysis.wordlists import words
from reader.models.annotations import Figure, FigureKind, Kind, Mention

_NAME_BEFORE = re.compile(r"([A-Z][^\W\d_]+(?:['’-][^\W\d_]+)*), (?:aged |age )?$")
_NAME_AFTER = re.compile(r"(?:-old)?(?: [a-z-]+){0,2}(?: [A-Z][^\W\d_]+){0,2} ([A-Z][^\W\d_]+(?:['’-][^\W\d_]+)*)")
_SUBJECT_BEFORE = re.compile(r"(?:^|[.!?”\"’] )The $")
_PART_AFTER = re.compile(r"\s+of\s+(?:the|them|those|these|whom|which|its|his|her|their|our)\b", re.IGNORECASE)
_MARGIN_AFTER = re.compile(
    r"\s+(?:more|fewer|less|later|earlier|before|ago|higher|lower)\b(?!\s+seriously)", re.IGNORECASE
)
_QUALIFIED = re.compile(r"\s+from\s+(?:the\s+)?([A-Z][^\W\d_]+)")
_RANKED_AFTER = re.compile(r"\s+(anniversary|birthday|floor|place)\b", re.IGNORECASE)
_RANK_BEFORE = re.compile(r"\b(?:finish(?:ed|es|ing)?|came|comes?|placed|rank(?:ed|s|ing)?) (?:in )?$", re.IGNORECASE)
_NOUN_BEFORE = re.compile(r"\b([a-z]+) of (?:just |only |barely )?$", re.IGNORECASE)
_DEEP = re.compile(
    r"(?: \([^()]{1,30}\))? (?:deep\b|underground\b"
    r"|(?:below|beneath|under) (?:the )?(?:earth['’]s )?(?:surface|ground|seabed|sea floor)\b)",
    re.IGNORECASE,
)
"""What follows a length that is a depth."""
_QUANTITY = re.compile(r"\b([a-z]+) (temperature|speed|pressure|depth|height)s?\b", re.IGNORECASE)
_HIGHEST = words("top maximum peak highest record")
"""Words for which "high" stands."""
_NO_KINDS = words(
    "the a an its his her their our this that these those of in and or with at by for to from as when than whose some "
    "any no where while if said average estimated current new overall"
)
"""Words before the name of a quantity that don't say of what it is."""
_NO_ATTRIBUTES = words(
    "total record maximum minimum average out because instead value amount sum figure number most some one all half "
    "each any none those part kind sort ahead short north south east west worth lot couple"
)
"""Words before "of" that don't say what a measure is of."""
_BRACKET = re.compile(r"\s*\((?:or |about |some |around |roughly |nearly )?")
_TRADED = frozenset(
    map(
        thing_named,
        ("share", "stock", "index", "bitcoin", "token", "cryptocurrency", "currency", "future", "barrel", "nasdaq"),
    )
)
_PRICE_MOVES = """
fall fell fallen rise rose risen drop dropped gain gained lose lost slip slipped slid jump jumped climb climbed
trade trading traded tumble tumbled plunge plunged soar soared surge surged
"""
_CLOSES = frozenset(map(thing_named, ("close", "closed", "closing")))
_MOVES = frozenset(map(thing_named, _PRICE_MOVES.split()))


def whose_age(statement: Statement, figure: Figure, before: Sequence[str]) -> str:
    """The last name of the person whose age a figure is, or "".

    "Ana Ruiz, 51," or "51-year-old Ana Ruiz"; "The 51-year-old" as a subject is who the sentence before was about,
    whose people's last names, in order, are ``before``.
    """
    base = statement.passage.start
    words = statement.text[: figure.start - base]
    found = _NAME_BEFORE.search(words) or _NAME_AFTER.match(statement.text, figure.end - base)
    if found:
        return found[1].casefold()
    return before[0] if before and _SUBJECT_BEFORE.search(words) else ""


def is_restated(statement: Statement, figure: Figure, before: Figure | None) -> bool:
    """Whether a figure says in brackets, in another unit, what the figure before it said: "12 miles (19 km)"."""
    if before is None or before.kind is not figure.kind or not compatible(before, figure):
        return False
    base = statement.passage.start
    between = statement.text[before.end - base : figure.start - base]
    return _BRACKET.fullmatch(between) is not None


def aspect_of(statement: Statement, figure: Figure) -> Aspect:
    """Whether a figure is some of a known number ("nine of the dead"), or a margin ("ten more", "six laps later")."""
    base = statement.passage.start
    if figure.kind is FigureKind.COUNT and _PART_AFTER.match(statement.text, figure.end - base):
        return Aspect.PART
    if any(_MARGIN_AFTER.match(statement.text, end - base) for end in {figure.end, max(figure.end, figure.counts_end)}):
        return Aspect.MARGIN
    return Aspect.WHOLE


def qualifiers(statement: Statement, figure: Figure, mentions: Sequence[Mention]) -> frozenset[str]:
    """Where those whom a figure counts are from: "10 Danes", "10 from Lund" are not all of them."""
    if figure.kind is not FigureKind.COUNT:
        return frozenset()
    base = statement.passage.start
    after = _QUALIFIED.match(statement.text, max(figure.end, figure.counts_end) - base)
    found = {after[1].casefold()} if after else set[str]()
    for mention in mentions:
        if mention.kind in {Kind.GROUP, Kind.PLACE} and figure.start <= mention.start < figure.counts_end:
            found.add(statement.text[mention.start - base : mention.end - base].casefold())
    return frozenset(found)


def group_before(statement: Statement, figure: Figure) -> str:
    """The canonical name of the group whose size a bare number is: "family" before "of five"; or ""."""
    group = _noun_before(statement, figure)
    return group if figure.kind is FigureKind.COUNT and not figure.counts and group in GROUPS else ""


def attribute_before(statement: Statement, figure: Figure) -> str:
    """The canonical name of what is measured: "altitude" before "of 700 km", "ransom" before "of $3 million"; or ""."""
    if figure.kind is FigureKind.COUNT:
        return ""
    is_depth = figure.kind is FigureKind.LENGTH and _DEEP.match(statement.text, figure.end - statement.passage.start)
    return DEPTH if is_depth else _noun_before(statement, figure)


def _noun_before(statement: Statement, figure: Figure) -> str:
    base = statement.passage.start
    found = _NOUN_BEFORE.search(statement.text, max(0, figure.start - base - 20), figure.start - base)
    return thing_named(found[1].casefold()) if found and found[1].casefold() not in _NO_ATTRIBUTES else ""


def quantity_before(statement: Statement, start: int, end: int) -> tuple[str, str]:
    """The last quantity named in a stretch of the text, and what it is of: ("temperature", "body"); or two ""."""
    base = statement.passage.start
    kind = quantity = ""
    for match in _QUANTITY.finditer(statement.text, start - base, end - base):
        kind, quantity = match[1].casefold(), match[2].casefold()
    return quantity, "" if kind in _NO_KINDS else "high" if kind in _HIGHEST else kind


def rank_of(statement: Statement, figure: Figure) -> str:
    """What an ordinal is a rank of, by canonical name: "anniversary" after "20th", "finish" before "third"; or ""."""
    if figure.kind is not FigureKind.ORDINAL:
        return ""
    base = statement.passage.start
    after = _RANKED_AFTER.match(statement.text, figure.end - base)
    if after:
        return thing_named(after[1].casefold())
    return FINISH if _RANK_BEFORE.search(statement.text[: figure.start - base]) else ""


def is_market_price(kind: FigureKind, around: frozenset[str]) -> bool:
    """Whether a sentence tells how a price moves in trading, or at which it closed."""
    if kind not in {FigureKind.PERCENT, FigureKind.MONEY} or not around & _TRADED:
        return False
    return bool(around & _MOVES) or (kind is FigureKind.MONEY and bool(around & _CLOSES))
