"""What each compared sentence says of somebody or something: clauses with their words brought to a comparable form.

The kinds of difference that need grammar (roles, tenses, negations) look for their pairs here. Real contradictions are
rare, so everything is cautious: two clauses are told of one thing only if they have the verb and what it is done to in
common, and nothing beside them (place, time, number, owner) speaks against it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from reader.analysis.alignment.align import Alignment
from reader.analysis.alignment.statements import Statement
from reader.analysis.alignment.stemming import stem
from reader.analysis.comparison.differences.acts import act_of, denies
from reader.analysis.comparison.differences.phrases import (
    PRONOUNS,
    WORD,
    heads_of,
    mark_of,
    name_of,
    own_words,
    owner_of,
    party_of,
    plain,
)
from reader.analysis.comparison.effort import Effort
from reader.analysis.comparison.inside import inside
from reader.models.annotations import AGENT, PATIENT, QUALITY, AnalysedArticle, Argument, Clause, Kind, TimeExpression
from reader.models.article import LineLabel
from reader.models.comparison import Part, Tier

PLACES = frozenset({"in", "at", "to", "into", "from", "near", "on"})
"""Prepositions that lead to where something is done, to whom, or from where."""

_ABOUT = ("about", "against", "for", "on", "over", "to")

_GENERAL = """
be do have make take give get go come keep put let use need want continue begin start remain become stay say tell add
ask call see look think know believe hope expect plan include show find lead bring help try work happen seem feel mean
follow hold set run turn move announce report add face
"""
GENERAL_VERBS = frozenset(map(stem, _GENERAL.split()))
"""Verbs that are done to the same thing again and again: that two sentences have one in common says nothing."""

EMPTY = frozenset({"be", "have", "do", "say"})
"""Verbs that say nothing by themselves."""

_WITH_QUALITY = frozenset({"be", "find"})
"""Verbs that say nothing without what somebody is, or is found to be."""

_MOVING = frozenset({"go", "come", "get", "turn"})
"""Verbs that say little with a particle too ("go on"), where "set up" and "take over" say one thing."""


@dataclass(frozen=True, slots=True)
class Predication:
    """A clause of a compared sentence.

    Attributes:
        number: its statement; ``source`` the place of its article in canonical order.
        verb: the act that its verb stands for, or denies ("reject"), by the stem of one ("approve"); with what somebody
            or something is said to be by it ("be safe").
        denied: whether the verb is denied, by itself or by the clause.
        agents: stems of the heads of who does it, pronouns aside; ``patients`` of what it is done to.
        places: names of where, to whom and from where; countries by their names, whatever the form.
        owners: names of whose the patient is ("an Israeli embassy", "Israel's embassy"), in the same way.
        doers: names of who does it, in the same way.
        beside: stems of the heads of what else takes part, by preposition.
        qualities: stems of the other words before the patients' heads.
        marks: numbers and words as "another" that tell the patient from others of its kind.
        times: resolved dates of its sentence; ``months`` those that it names, resolved or not.
        published: ISO day on which its article was published, or "".
        actors: stems of the names among the words of who does it ("Ana Silva" both).
        parties: the persons, by surname, and countries, by name, among who does it.
        said_of: stems of all the words of the patients ("the men's race" both).
        moments: resolved dates right after the predicate ("announced next week").
    """

    number: int
    source: int
    clause: Clause
    verb: str
    denied: bool
    agents: frozenset[str]
    patients: frozenset[str]
    places: frozenset[str]
    owners: frozenset[str]
    doers: frozenset[str]
    beside: Mapping[str, frozenset[str]]
    qualities: frozenset[str]
    marks: frozenset[str]
    times: frozenset[str]
    months: frozenset[str]
    published: str
    actors: frozenset[str]
    parties: frozenset[str]
    said_of: frozenset[str]
    moments: frozenset[str]

    @property
    def around(self) -> frozenset[str]:
        """Stems of the heads of all that takes part besides who does it and what it is done to, days aside."""
        return frozenset[str]().union(*self.beside.values()) - DAYS - MONTHS

    @property
    def about(self) -> frozenset[str]:
        """Stems of the heads of what it is about, or against, or for: "the letter to the pope" is one of several."""
        return frozenset[str]().union(*(self.beside.get(role, ()) for role in _ABOUT)) - DAYS - MONTHS


@dataclass(frozen=True, slots=True)
class Telling:
    """All predications of the compared articles by verb, and what tells whether two sentences belong together.

    Attributes:
        general: those with a verb that is done to everything ("make", "take"), by verb; not among ``by_verb``.
        effort: how many pairs may be looked at.
    """

    alignment: Alignment
    by_verb: Mapping[str, tuple[Predication, ...]]
    links: Mapping[tuple[int, int], Tier]
    general: Mapping[str, tuple[Predication, ...]]
    effort: Effort

    def link(self, one: Predication, other: Predication) -> Tier | None:
        """How the sentences of two predications are linked."""
        return self.links.get((min(one.number, other.number), max(one.number, other.number)))

    def shared(self, one: Predication, other: Predication) -> frozenset[str]:
        """The stems that both sentences have."""
        statements = self.alignment.statements
        return statements[one.number].stems & statements[other.number].stems

    def pairs(self, verb: str) -> Iterator[tuple[Predication, Predication]]:
        """Every two predications of one verb that stand in different articles."""
        every = self.by_verb.get(verb) or self.general[verb]
        told = every[:MOST_OF_A_VERB]
        self.effort.leave_out(Part.CLAUSES, len(every) - len(told), len(every))
        for place, one in enumerate(self.effort.each(Part.CLAUSES, told)):
            for other in told[place + 1 :]:
                if one.source != other.source:
                    yield one, other


BESIDE = 5
"""Characters from a predicate to a date that is its own: room for "on" or "in the"."""

MOST_OF_A_VERB = 300
"""Clauses with one verb are compared in pairs: of more, the first ones take part (thirty long reports have some 50)."""


def telling_of(alignment: Alignment, effort: Effort) -> Telling:
    """The predications of the aligned sentences; articles that are not parsed have none."""
    by_verb: dict[str, list[Predication]] = {}
    general: dict[str, list[Predication]] = {}
    for told in _predications(alignment):
        verb, _, particle = told.verb.partition(" ")
        says_little = verb in _MOVING if particle else verb in GENERAL_VERBS
        verbs = general if says_little else by_verb
        verbs.setdefault(told.verb, []).append(told)
    links = {(link.first, link.second): link.tier for link in alignment.links}
    return Telling(alignment, _sorted(by_verb), links, _sorted(general), effort)


def _sorted(by_verb: Mapping[str, Sequence[Predication]]) -> dict[str, tuple[Predication, ...]]:
    return {verb: tuple(found) for verb, found in sorted(by_verb.items())}


def _predications(alignment: Alignment) -> Iterator[Predication]:
    for source, run in groupby(enumerate(alignment.statements), key=lambda numbered: numbered[1].source):
        numbered = list(run)
        statements = [statement for _, statement in numbered]
        analysed = alignment.articles[source]
        people = _people(analysed)
        clauses = inside(analysed.annotations.clauses or (), statements)
        dates = inside(analysed.annotations.dates, statements)
        for (number, statement), own, dated in zip(numbered, clauses, dates, strict=True):
            if statement.text.rstrip("\"'”’ ").endswith("?"):
                continue
            setting = _Setting(
                number,
                statement,
                analysed.article.text,
                tuple(found for found in dated if found.value and not found.value.startswith(("P", "T"))),
                frozenset(word.stem for word in statement.words if word.stem in MONTHS),
                (analysed.article.published.value or "")[:10],
                people,
            )
            for clause in own:
                yield _predication(setting, clause)


@dataclass(frozen=True, slots=True)
class _Setting:
    """A sentence with what it gives to all its clauses."""

    number: int
    statement: Statement
    text: str
    dates: tuple[TimeExpression, ...]
    months: frozenset[str]
    published: str
    people: frozenset[str]


def _people(analysed: AnalysedArticle) -> frozenset[str]:
    """The stems of the surnames of an article's persons."""
    text = analysed.article.text
    return frozenset(
        stem(plain(words[-1]))
        for mention in analysed.annotations.mentions
        if mention.kind is Kind.PERSON and (words := text[mention.start : mention.end].split())
    )


_MONTHS = "january february march april june july august september october november december"
MONTHS = frozenset(map(stem, _MONTHS.split()))
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
DAYS = frozenset(map(stem, _DAYS.split()))
"""Stems of what looks like a place beside "in" and "on" and is a time. "May" is as often a verb or a person."""


def _predication(setting: _Setting, clause: Clause) -> Predication:
    phrases: dict[str, list[list[str]]] = {}
    for argument in clause.arguments:
        phrases.setdefault(argument.role, []).append(WORD.findall(setting.text[argument.start : argument.end]))
    patients = phrases.get(PATIENT, [])
    quality = [plain(words[-1]) for words in phrases.pop(QUALITY, []) if words]
    verb = " ".join([clause.verb, *(quality[:1] if clause.verb in _WITH_QUALITY else [])])
    return Predication(
        number=setting.number,
        source=setting.statement.source,
        clause=clause,
        verb=act_of(verb),
        denied=clause.negated != denies(clause.verb),
        agents=heads_of(phrases.get(AGENT, [])),
        patients=heads_of(patients),
        places=frozenset(
            name for role in PLACES for words in phrases.get(role, []) if (name := name_of(words[-1:])) is not None
        ),
        owners=frozenset(
            owner
            for owner in (*map(owner_of, patients), *(name_of(words[-1:]) for words in phrases.get("of", ())))
            if owner is not None
        ),
        doers=frozenset(name for words in phrases.get(AGENT, []) if (name := name_of(words[-1:])) is not None),
        beside={role: heads_of(found) for role, found in phrases.items() if role not in {AGENT, PATIENT}},
        qualities=frozenset(
            stem(plain(word)) for words in patients for word in own_words(words) if mark_of(word) is None
        ),
        marks=frozenset(mark for words in patients for word in own_words(words) if (mark := mark_of(word)) is not None),
        times=frozenset(found.value for found in setting.dates),
        months=setting.months,
        published=setting.published,
        actors=frozenset(
            stem(plain(word))
            for words in phrases.get(AGENT, [])
            for word in words
            if word[:1].isupper() and plain(word) not in PRONOUNS
        ),
        parties=frozenset(
            party for words in phrases.get(AGENT, []) if words and (party := party_of(words[-1], setting.people))
        ),
        moments=frozenset(found.value for found in setting.dates if 0 <= found.start - clause.end <= BESIDE),
        said_of=frozenset(stem(plain(word)) for words in patients for word in words),
    )


def is_headline(telling: Telling, told: Predication) -> bool:
    """Whether a predication is a headline's, whose present may be a past."""
    return telling.alignment.statements[told.number].label is LineLabel.TITLE


def phrase_of(told: Predication) -> tuple[int, int]:
    """Where the predicate and what takes part in it stand, so that the phrase can be read by itself."""
    near = [
        a
        for a in told.clause.arguments
        if a.role in {AGENT, PATIENT, QUALITY} or (a.role in PLACES | {"of"} and a.start > told.clause.start)
    ]
    start, end = told.clause.start, told.clause.end
    for argument in _nearest(near, told.clause):
        start, end = min(start, argument.start), max(end, argument.end)
    return start, end


REACH = 120
"""Characters between a predicate and what is shown with it."""


def _nearest(arguments: Sequence[Argument], clause: Clause) -> list[Argument]:
    return [a for a in arguments if a.start - clause.end <= REACH and clause.start - a.end <= REACH]
