"""What happened in few words of a source: "opened · embassy", "met · Ana Silva"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from reader.analysis.alignment.align import Alignment
from reader.analysis.comparison.differences.predications import GENERAL_VERBS
from reader.analysis.comparison.facts.sameness import SAYING_NOTHING
from reader.analysis.comparison.facts.tellings import Telling
from reader.models.annotations import Clause, Tense

MOST_WORDS = 3
"""Words of whom or what a label names: the last ones, which end with the head ("Velden city council")."""

BETWEEN = " · "
_QUOTES = "“”‘’\"'"
_LEADING = frozenset({"and", "or", "the", "a", "an", "its", "his", "her", "their", "our", "my", "your", "this", "that"})
"""Words that a label does not begin with."""

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
    name = party.named.name if party is not None and party.named is not None else None
    words = [verb, name or (short(text[party.start : party.end]) if party is not None else "")]
    return BETWEEN.join(word for word in (words if telling.patients else reversed(words)) if word)


def verb_of(text: str, clause: Clause) -> str:
    """The predicate of a clause as written, without its auxiliaries: "signed" of "will be signed"."""
    return text[clause.start : clause.end].rsplit(maxsplit=1)[-1].strip(_QUOTES).lower()


def short(phrase: str) -> str:
    """The last words of a phrase, which end with its head, without numbers and owners before them."""
    words = phrase.strip(_QUOTES).split()[-MOST_WORDS:]
    while len(words) > 1 and (words[0][0].isdigit() or words[0].casefold() in _LEADING):
        words = words[1:]
    return " ".join(words)


def _keys(telling: Telling) -> frozenset[str]:
    return telling.patient_keys or telling.agent_keys
