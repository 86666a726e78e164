"""What the words around a name say of its kind: "in Sapporo", "shares of Petrobras", "Sophie Marchand, leader of"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.analysis.entities.gazetteer import gazetteer
from reader.analysis.entities.lexicon import (
    COMPANY_NOUNS,
    COMPANY_RELATIONS,
    INSTITUTION_HEADS,
    MODIFIERS,
    NOT_LOCATIVE_BEFORE_IN,
    OCCUPATIONS,
    PEOPLE_NOUNS,
    PERSON_NOUNS,
    PLACE_NOUNS,
    SITE_NOUNS,
    STARTERS,
    TITLES,
    TRAVEL_WORDS,
)
from reader.analysis.entities.spans import Candidate
from reader.analysis.entities.tagged import WordIndex
from reader.analysis.entities.words import Word, fold_word, is_capital
from reader.models.annotations import Kind

WEIGHT = 3
"""Votes of a context against one of the tagger for each mention: F1 on the labelled texts .961 with 1, .971 with 2,
.974 with 3. A name that the tagger knows well (four mentions of one kind) still outvotes a single context."""

_LOCATIVE = frozenset({"near", "outside", "toward", "towards", "off", "in"})

_AGE = re.compile(r", (?:aged )?\d{1,2}(?=[,.;)])|,? (?:\(\d{1,2}\)|an? \d{1,3}-year-old\b)")
_TO_PLACE = re.compile(r" to (?:the )?[A-Z]")
_OWN_WORDS = re.compile(r" (?:himself|herself)\b|, (?:herself|himself)\b|, who(?:se)?\b")
_PLACE_AFTER = re.compile(r", ([A-Z][\w.]+(?: [A-Z][\w.]+)?)(?=[,.;)]|$|\s\()")
_OWNED = re.compile(
    r"'s? (?:shares|stock|board|employees|customers|headquarters|profits?|revenues?|chief executive|CEO|factory)\b"
)
_SELF = re.compile(
    r" (?:(?:said|says|announced|plans|expects|denied|added)(?: on \w{6,9})?(?: that)? (?:it|its)\b"
    r"|(?:operates|employs|sells|manufactures|produces|owns)\b)"
)
_RELATED = re.compile(
    r"'s? (?:(?:late|former|older|younger|eldest|youngest) )?"
    r"(?:wife|husband|mother|father|brother|sister|son|daughter|lawyer|solicitor|death|widow|family)\b"
)
_SHARES = re.compile(
    r" (?:shares|stock|bonds|shareholders|CEO|CFO|chief executive|boss|passengers|customers|subscribers|employees"
    r"|workers|hack|data breach|layoffs|factory|factories|headquarters|spokespeople)\b"
)
_PUBLISHED = re.compile(
    r" (?:(?:news|medical|daily|weekly|business|science|science|financial|state|online) )?"
    r"(?:newspaper|magazine|journal|daily|weekly|tabloid|news agency|broadcaster|newswire|airline|supermarket chain)\b"
)
"""What a paper, an agency or a firm is called behind its name: "the Halden Tidende newspaper"."""

_AREA_AFTER = re.compile(
    r" (?:province|district|county|municipality|region|peninsula|prefecture|oblast|governorate|airport|harbour|harbor"
    r"|village|town|neighbourhood|neighborhood|suburb|constituency|runway)\b"
)
_ARTICLES = frozenset({"a", "an", "the", "his", "her", "its", "their", "one"})

_SETTLEMENTS = frozenset({"town", "village", "province", "prefecture", "suburb", "county"})
"""Areas that no organisation has behind its name."""

_SCENES = frozenset(
    {
        "clashes",
        "fighting",
        "protest",
        "protests",
        "crash",
        "accident",
        "fire",
        "explosion",
        "blast",
        "arrived",
        "landed",
    }
    | {"residence", "camp", "base", "plant", "mine", "land", "rally", "funeral", "ceremony", "checkpoint", "crossing"}
)
"""What happens or stands somewhere: after "at" the place follows ("clashes at Techiman")."""

_APPOSITION = 6
"""Words between a name's comma and the role that it has, at most: "Park Jin-woo, the South Korean defence minister"."""


def votes_of_context(folded: str, index: WordIndex, candidate: Candidate) -> Iterator[Kind]:
    """The kinds that the words around a candidate speak for."""
    words = index.within(candidate.start, candidate.end)
    if not words:
        return
    at = index.position(words[0].start)
    institution = fold_word(words[-1].text) in INSTITUTION_HEADS
    acronym = len(words) == 1 and words[0].text.isupper() and len(words[0].text) > 1
    before, article = _before(index.words, at, folded)
    after = at + len(words)
    if not institution and not acronym:
        yield from _place_votes(folded, index, candidate, before, article=article)
        aged = len(words) > 1 and (has_age(folded, candidate.end) or has_role(folded, index.words, after))
        if aged or (candidate.kind is not Kind.PLACE and _OWN_WORDS.match(folded, candidate.end)):
            yield Kind.PERSON
    if _RELATED.match(folded, candidate.end):
        yield Kind.PERSON
    if _SELF.match(folded, candidate.end) or _has_business(folded, index.words, after):
        yield Kind.ORG
    if _is_of_company(before) or _OWNED.match(folded, candidate.end) or _SHARES.match(folded, candidate.end):
        yield Kind.ORG
    if _PUBLISHED.match(folded, candidate.end) or before[:1] in (["based"], ["listed"], ["run"], ["owned"]):
        yield Kind.ORG


def _place_votes(
    folded: str, index: WordIndex, candidate: Candidate, before: Sequence[str], *, article: bool
) -> Iterator[Kind]:
    """A vote for a place by each of: words before it, "the" before it alone or before a site, a country after it."""
    after = index.position(candidate.start) + len(index.within(candidate.start, candidate.end))
    area = _AREA_AFTER.match(folded, candidate.end)
    if area is not None and (candidate.kind is not Kind.ORG or area.group().strip() in _SETTLEMENTS):
        yield Kind.PLACE
    known = gazetteer().known(folded[candidate.start : candidate.end])
    if known is not None and known.kind is Kind.ORG:  # "in the House", "wrote in Newsweek"
        return
    if _is_locative(before) or (before[:1] == ["from"] and _TO_PLACE.match(folded, candidate.end)):
        yield Kind.PLACE
    if article and _is_bare_place(folded, candidate, index):
        yield Kind.PLACE
    if article and candidate.kind is Kind.PERSON and _is_site(folded, index.words, after):
        yield Kind.PLACE
    following = _PLACE_AFTER.match(folded, candidate.end)
    if following is not None and candidate.kind is not Kind.PLACE and _is_place(following.group(1)):
        yield Kind.PLACE


def is_half_title(folded: str, index: WordIndex, candidate: Candidate) -> bool:
    """Whether a candidate is but the front of a title ("Interior" of "Interior Minister Odhiambo")."""
    words = index.within(candidate.start, candidate.end)
    if not words or not all(
        fold_word(word.text) in MODIFIERS or fold_word(word.text) in INSTITUTION_HEADS for word in words
    ):
        return False
    after = index.position(words[-1].start) + 1
    if after >= len(index.words) or folded[words[-1].end : index.words[after].start] != " ":
        return False
    return fold_word(index.words[after].text) in TITLES


def _before(words: Sequence[Word], at: int, folded: str) -> tuple[list[str], bool]:
    """The two words before ``words[at]``, the nearest first, without an article; and whether that was there."""
    found: list[str] = []
    article = False
    while at > 0 and len(found) < 2 and folded[words[at - 1].end : words[at].start] == " ":
        at -= 1
        if not found and words[at].text in {"the", "The"}:
            article = True
        else:
            found.append(words[at].text.lower())
    return found, article


def _is_locative(before: Sequence[str]) -> bool:
    if not before:
        return False
    if before[0] == "of":
        return len(before) > 1 and before[1] in PLACE_NOUNS
    if before[0] == "in":
        return len(before) < 2 or before[1] not in NOT_LOCATIVE_BEFORE_IN
    if before[0] in {"to", "at"}:
        return len(before) > 1 and before[1] in (TRAVEL_WORDS if before[0] == "to" else _SCENES)
    if before[0] == "from":
        return len(before) > 1 and (before[1] in PEOPLE_NOUNS or before[1] in TITLES)
    return before[0] in _LOCATIVE


def _is_of_company(before: Sequence[str]) -> bool:
    if not before:
        return False
    return before[0] in COMPANY_NOUNS or tuple(before[:2]) in COMPANY_RELATIONS


def _is_bare_place(folded: str, candidate: Candidate, index: WordIndex) -> bool:
    """Whether "the X" stands alone: people are not called so ("the Bosphorus"; but "the Biden plan", "the Herzogs")."""
    if candidate.kind is not Kind.PERSON:
        return False
    after = index.position(candidate.start) + len(index.within(candidate.start, candidate.end))
    if after >= len(index.words):
        return True
    gap = folded[candidate.end : index.words[after].start]
    return gap != " " or fold_word(index.words[after].text) in STARTERS


def _is_site(folded: str, words: Sequence[Word], after: int) -> bool:
    """Whether a noun for a site stands within two words after a name ("the Tomari nuclear plant")."""
    for at in range(after, min(after + 2, len(words))):
        if folded[words[at - 1].end : words[at].start] != " ":
            return False
        if words[at].text in SITE_NOUNS:
            return True
    return False


def _is_place(text: str) -> bool:
    known = gazetteer().known(text)
    return known is not None and known.kind is Kind.PLACE


def _has_business(folded: str, words: Sequence[Word], after: int) -> bool:
    """Whether a comma and a business follow: ", the German battery maker"."""
    if after >= len(words) or folded[words[after - 1].end : words[after].start] != ", ":
        return False
    for at in range(after, min(after + _APPOSITION, len(words))):
        if at > after and folded[words[at - 1].end : words[at].start] not in {" ", "-", "'s "}:
            return False
        if words[at].text in COMPANY_NOUNS:
            return words[after].text in {"a", "an", "the", "one", "its"}
        if fold_word(words[at].text) in TITLES - MODIFIERS:
            return False
    return False


def _ends_phrase(folded: str, words: Sequence[Word], at: int) -> bool:
    """Whether no noun follows: "a Republican, said", "a driver from"; but "a Republican group"."""
    return (
        at + 1 >= len(words)
        or folded[words[at].end : words[at + 1].start] != " "
        or fold_word(words[at + 1].text) in STARTERS
    )


def has_age(folded: str, end: int) -> bool:
    """Whether an age follows a name that ends at ``end``: ", 46,", " (46)", ", a 46-year-old"."""
    return _AGE.match(folded, end) is not None


def has_role(folded: str, words: Sequence[Word], after: int) -> bool:
    """Whether a comma and a role follow: ", leader of", ", a seismologist", ", the South Korean defence minister"."""
    return (
        after < len(words)
        and folded[words[after - 1].end : words[after].start] == ", "
        and _begins_role(folded, words, after)
    )


def _begins_role(folded: str, words: Sequence[Word], after: int) -> bool:
    for at in range(after, min(after + _APPOSITION, len(words))):
        if at > after and folded[words[at - 1].end : words[at].start] not in {" ", "-", "'s ", "' "}:
            return False
        word = fold_word(words[at].text)
        if word in {"who", "whose"}:
            return at == after
        if (word in TITLES and word not in MODIFIERS) or word in PERSON_NOUNS:
            return not is_capital(words[at].text) or at > after
        if word in OCCUPATIONS and fold_word(words[after].text) in _ARTICLES and _ends_phrase(folded, words, at):
            return True
        if word in STARTERS and word not in {"the", "a", "an", "his", "her", "its", "their", "s"}:
            return False
    return False
