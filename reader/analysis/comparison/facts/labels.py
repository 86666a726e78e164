"""What happened in few words of a source: "opened · embassy", "met · Ana Silva"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from reader.analysis.alignment.align import Alignment
from reader.analysis.comparison.differences.predications import GENERAL_VERBS
from reader.analysis.comparison.facts.parties import Party
from reader.analysis.comparison.facts.sameness import SAYING_NOTHING
from reader.analysis.comparison.facts.tellings import Telling
from reader.models.annotations import PATIENT, Clause, Kind, Tense

MOST_WORDS = 3
"""Words of whom or what a label names: the last ones, which end with the head ("Velden city council")."""

MOST_OF_A_NAME = 5
"""Words of a label that begins with a name ("New Year's Eve safe zone")."""

BETWEEN = " · "
_QUOTES = "“”‘’\"'"
_LEADING = frozenset({"and", "or", "the", "a", "an", "its", "his", "her", "their", "our", "my", "your", "this", "that"})
"""Words that a label does not begin with."""

_AMOUNTS = frozenset({"some", "dozen", "hundred", "thousand", "million", "billion"})
"""Words of an amount, which a label does not begin with either: "some 30 civilians", "a million voters"."""

_PARTICLES = frozenset({"off", "up", "out", "down", "away", "around", "back", "apart"})
"""Words that make another verb of the one before them: "took off", "turned around"."""

_DETERMINERS = frozenset({*_LEADING, "these", "those", "some", "any", "all", "both", "each", "every", "no", "to"})
_PREPOSITIONS = frozenset({"following", "including", "regarding", "concerning", "according", "pending", "owing"})
"""Verbs in form, prepositions in use: "following persistent rain"."""

_NEXT_WORDS = re.compile(r" ([a-z]+)\b(?: ([^\W_]+))?")

_ASSERTED = frozenset({Tense.PAST, Tense.PRESENT, Tense.FUTURE})


def told_best(tellings: Sequence[Telling], places: Mapping[int, int]) -> Telling:
    """The clause that says best what happened: with a verb and a party that other sources have too, in reading order.

    Args:
        tellings: of one happening.
        places: of the sources in the order of the comparison, by their place in canonical order.
    """
    verbs = Counter(verb for verb, _ in {(telling.verb, telling.source) for telling in tellings})
    parties = Counter(key for key, _ in {(key, telling.source) for telling in tellings for key in _keys(telling)})
    return max(
        tellings,
        key=lambda telling: (
            telling.clause.verb not in SAYING_NOTHING,
            bool(_keys(telling)),
            verbs[telling.verb] + max((parties[key] for key in _keys(telling)), default=0),
            telling.clause.verb not in GENERAL_VERBS,
            telling.clause.tense in _ASSERTED,
            -places[telling.source],
            -telling.clause.start,
        ),
    )


def label_of(telling: Telling, alignment: Alignment) -> str:
    """The label of a clause: its verb as written and what it is done to, or else who does it and the verb."""
    text = alignment.articles[telling.source].article.text
    verb = "" if telling.clause.verb in SAYING_NOTHING else verb_of(text, telling.clause)
    party = next(iter(telling.patients or telling.agents), None)
    words = [verb, _party(text, party) if party is not None else ""]
    return BETWEEN.join(word for word in (words if telling.patients else reversed(words)) if word)


def verb_of(text: str, clause: Clause) -> str:
    """The predicate of a clause as written, without its auxiliaries: "signed" of "will be signed", "taken off"."""
    verb = text[clause.start : clause.end].rsplit(maxsplit=1)[-1].strip(_QUOTES).lower()
    if verb in _PREPOSITIONS:
        return ""
    after = _NEXT_WORDS.match(text, clause.end)
    if after is None or after[1] not in _PARTICLES:
        return verb
    if after[2] == "to":
        return verb  # "took up to six"
    # "Called off the strike" takes an object, "sank off Oran" does not; "around four hours" is an amount.
    is_taken = after[1] != "around" and any(
        each.role == PATIENT and _is_next(text[after.end(1) : each.start]) and not text[each.start].isupper()
        for each in clause.arguments
    )
    is_free = after[2] is None or (after[2].islower() and after[2] not in _DETERMINERS)
    return f"{verb} {after[1]}" if is_taken or is_free else verb


def _is_next(between: str) -> bool:
    """Whether no more than a determiner stands before an object."""
    return between.startswith(" ") and between.strip(f" {_QUOTES}").casefold() in _DETERMINERS | {""}


def _party(text: str, party: Party) -> str:
    """Who or what takes part, in few words: its name, or its last words; peoples as they are written."""
    if party.named is not None and party.named.kind is not Kind.GROUP:
        return party.named.name
    # A phrase that the parser begins inside a compound begins with it: "Oran-bound flight".
    start = max(text.rfind(" ", 0, party.start), text.rfind("\n", 0, party.start)) + 1
    return short(text[start if text[party.start - 1 : party.start] == "-" else party.start : party.end])


def short(phrase: str) -> str:
    """The last words of a phrase, which end with its head, without numbers and owners before them."""
    every = [bare for word in phrase.split() if (bare := _bare(word))]
    begin = whole = max(0, len(every) - MOST_WORDS)
    while whole and every[whole][:1].isupper() and every[whole - 1][:1].isupper():
        whole -= 1
    # Half a name says nothing: it is told whole, or left out.
    if whole < begin and len(every) - whole > MOST_OF_A_NAME:
        begin = next((place for place in range(begin, len(every)) if not every[place][:1].isupper()), begin)
    else:
        begin = whole
    words = every[begin:]
    while len(words) > 1 and (words[0][0].isdigit() or words[0].casefold() in _LEADING | _AMOUNTS):
        words = words[1:]
    return " ".join(words)


def _bare(word: str) -> str:
    """A word without quotation marks; the apostrophe at the end of "islands'" stays."""
    bare = word.strip('“”"').lstrip("‘’'")
    return bare if len(bare) == len(word) and bare.endswith(("s'", "s’")) else bare.rstrip("‘’'")


def _keys(telling: Telling) -> frozenset[str]:
    return telling.patient_keys or telling.agent_keys
