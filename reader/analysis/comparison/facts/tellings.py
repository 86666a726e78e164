"""What each compared sentence tells: its clauses with who takes part, when and where, in a comparable form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from reader.analysis.alignment.align import Alignment
from reader.analysis.alignment.statements import Statement
from reader.analysis.clauses.verbs import verb_stem
from reader.analysis.comparison.dates.claims import DateClaim, Sense
from reader.analysis.comparison.facts.attaching import governor_of
from reader.analysis.comparison.facts.parties import Party, parties_of
from reader.analysis.comparison.facts.places import Place, places_of, struck
from reader.analysis.comparison.figures.things import thing_named
from reader.analysis.comparison.inside import inside
from reader.analysis.temporal import date_interval
from reader.models.annotations import AGENT, PATIENT, Clause, Kind, Mention, Tense

_HITTING = "hit strike shake shook shaken rock batter ravage devastate sweep swept pound"
_STRIKING = frozenset(map(verb_stem, _HITTING.split()))
"""Verbs whose object, if it is a place, is where it happens."""

LONGEST_MOMENT = 32
"""Days in which so little happens of what a report tells that a date says which of it is meant: a month."""

_THESE_DAYS = frozenset({"today", "tonight", "this morning"})
"""Words that are as often "nowadays", or the day of the report, as the day of what is told."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A clause of a compared sentence.

    Attributes:
        number: its statement; ``source`` is the place of its article in canonical order.
        verb: the canonical name of its predicate.
        agents: who does it, pronouns aside; ``patients`` what it is done to.
        days: resolved dates on which it is said to be done; ``places`` where, to where and from where.
        agent_keys: what the agents are found by; ``patient_keys`` the patients.
        marks: what tells the patients from others of their kind.
        moments: those of its days that are precise enough to tell which of several things is meant.
        spots: directions and keys of its places.
    """

    number: int
    source: int
    clause: Clause
    verb: str
    agents: tuple[Party, ...]
    patients: tuple[Party, ...]
    days: tuple[DateClaim, ...]
    places: tuple[Place, ...]
    agent_keys: frozenset[str]
    patient_keys: frozenset[str]
    marks: frozenset[str]
    moments: frozenset[str]
    spots: frozenset[str]

    @property
    def is_said_to_be(self) -> bool:
        """Whether the clause says that something is, was or will be so: no "might", no "if", no denial."""
        return self.clause.tense not in {Tense.MODAL, Tense.POSSIBLE} and not self.clause.negated


@dataclass(frozen=True, slots=True)
class Told:
    """All that the compared sentences tell: their clauses in canonical order, and every place that they name."""

    tellings: tuple[Telling, ...]
    places: tuple[Place, ...]


def tellings_of(alignment: Alignment, dates: Sequence[DateClaim], names: Mapping[int, str]) -> Told:
    """What the compared sentences tell, as far as they are parsed; ``names`` are those of the entities by id."""
    dated: dict[int, list[DateClaim]] = {}
    for claim in dates:
        if claim.sense is Sense.POINT:
            dated.setdefault(claim.number, []).append(claim)
    told: list[Telling] = []
    everywhere: list[Place] = []
    for sentence in _sentences(alignment):
        places = list(places_of(sentence.text, sentence.mentions, sentence.clauses, names))
        everywhere += places
        told += _tellings_in(sentence, dated.get(sentence.number, ()), places, names)
    return Told(tuple(told), tuple(everywhere))


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A statement with what was found in it; ``text`` is its article's."""

    number: int
    statement: Statement
    text: str
    clauses: list[Clause]
    mentions: list[Mention]


def _sentences(alignment: Alignment) -> Iterator[_Sentence]:
    for source, run in groupby(enumerate(alignment.statements), key=lambda numbered: numbered[1].source):
        numbered = list(run)
        statements = [statement for _, statement in numbered]
        found, text = alignment.articles[source].annotations, alignment.articles[source].article.text
        clauses, mentions = inside(found.clauses or (), statements), inside(found.mentions, statements)
        for (number, statement), own, named in zip(numbered, clauses, mentions, strict=True):
            if statement.is_readable and not statement.text.rstrip("\"'”’ ").endswith("?"):
                yield _Sentence(number, statement, text, own, named)


def _tellings_in(
    sentence: _Sentence, dates: Sequence[DateClaim], places: Sequence[Place], names: Mapping[int, str]
) -> Iterator[Telling]:
    begin, text, clauses = sentence.statement.passage.start, sentence.text, sentence.clauses
    days: dict[int | None, list[DateClaim]] = {}
    for claim in dates:
        at = governor_of(text, clauses, claim.expression.start, claim.expression.end, begin)
        days.setdefault(at, []).append(claim)
    where: dict[int | None, list[Place]] = {}
    for place in places:
        where.setdefault(governor_of(text, clauses, place.begin, place.end, begin), []).append(place)
    for at, clause in enumerate(clauses):
        agents = tuple(parties_of(text, clause, AGENT, sentence.mentions, names))
        patients = tuple(parties_of(text, clause, PATIENT, sentence.mentions, names))
        sites = (*where.get(at, ()), *_struck(sentence, clause, names))
        yield Telling(
            number=sentence.number,
            source=sentence.statement.source,
            clause=clause,
            verb=thing_named(clause.verb),
            agents=agents,
            patients=patients,
            days=tuple(days.get(at, ())),
            places=sites,
            agent_keys=frozenset(key for party in agents for key in party.keys),
            patient_keys=frozenset(key for party in patients for key in party.keys),
            marks=frozenset(mark for party in patients for mark in party.marks),
            moments=frozenset(map(_moment, days.get(at, ()))) - {""},
            spots=frozenset(f"{place.direction} {place.names[0].key}" for place in sites),
        )


def _struck(sentence: _Sentence, clause: Clause, names: Mapping[int, str]) -> Iterator[Place]:
    """The places that a clause says something befell."""
    if clause.verb in _STRIKING:
        for argument in clause.arguments:
            for mention in sentence.mentions if argument.role == PATIENT else ():
                if mention.kind is Kind.PLACE and argument.start <= mention.start and mention.end == argument.end:
                    yield struck(sentence.text, mention, names)


def _moment(claim: DateClaim) -> str:
    """The day, week or month of a date, or "": many things happen in one year, and "today" may be "nowadays"."""
    value = claim.expression.value.partition("T")[0]
    interval = date_interval(value)
    is_fine = interval is not None and (interval[1] - interval[0]).days < LONGEST_MOMENT
    return value if is_fine and claim.words not in _THESE_DAYS else ""
