# ruff: noqa: E501 (an article's paragraph is one line)
"""A closed bridge from three sources of our own, with everything that a comparison can say about them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reader.models.annotations import Bound, FigureKind, Kind
from reader.models.comparison import (
    Aspect,
    Comparison,
    Confidence,
    Coverage,
    DatedWords,
    Difference,
    Fact,
    FactRelation,
    FactValue,
    FigureGroup,
    FigureRelation,
    FigureValue,
    Head,
    Passage,
    QuoteGroup,
    QuoteRelation,
    Reading,
    Relation,
    Row,
    TimelineEntry,
    Topic,
)
from reader.models.entities import Entity
from reader.models.journal import Change, ChangeKind
from tests.ui.records import Records, annotate, article_of

HERALD = """
T:Velden bridge shut after crack is found
The old bridge over the Tarn at Velden was closed on Monday after inspectors found a crack of 40 cm in a girder.
“Nobody was in danger at any time, and nobody will be,” said Ines Marlow, the city engineer. About 12,000 cars use the bridge each day.
The detour through Oster is 12 miles long. A ferry will carry people on foot.
Marlow expects that the repair will take six weeks. The bridge was built in 1931.
"""
POST = """
T:Crack closes Velden's oldest bridge
Velden closed its oldest bridge on Monday because of a crack 40 cm long, the city said.
“Nobody was in danger at any moment,” Ines Marlow, the engineer of the city, told the Post. Some 12,000 cars cross it daily.
Drivers must take a detour of 25 km over Oster. Shop owners fear for their trade.
The repair could take three months, said Anders Renn of the builders' guild.
"""
COURIER = """
Traffic in Velden came to a halt on Tuesday, a day after the bridge was closed.
Ines Marlow said there was no danger. Mayor Piet Haan was abroad.
"""
NAMES = {
    "Ines Marlow": (1, Kind.PERSON),
    "Marlow expects": (1, Kind.PERSON),
    "Anders Renn": (2, Kind.PERSON),
    "Piet Haan": (3, Kind.PERSON),
    "Velden": (4, Kind.PLACE),
    "Oster": (5, Kind.PLACE),
    "Tarn": (6, Kind.PLACE),
}


@dataclass
class ComparedRecords(Records):
    """Records that also keep which differences are set aside."""

    aside: set[str] = field(default_factory=set)
    history: list[str] = field(default_factory=list)

    def stored_comparison(self, ids: Sequence[int]) -> Comparison | None:  # type: ignore[override]
        return next((each for each in self.comparisons.values() if set(each.articles) == set(ids)), None)

    def comparison(self, event_id: int) -> Comparison | None:
        comparison = self.comparisons.get(event_id)
        if comparison is None:
            return None
        return replace(
            comparison,
            differences=tuple(replace(each, dismissed=each.key in self.aside) for each in comparison.differences),
        )

    def dismiss(self, difference_key: str, value: bool = True) -> tuple[Change, ...]:  # noqa: FBT001, FBT002 (the library takes it so)
        (self.aside.add if value else self.aside.discard)(difference_key)
        self.history.append(difference_key)
        return (Change(1, "2024-01-01T00:00:00", ChangeKind.DISMISSED, difference_key, "", "1", undone=False, batch=1),)

    def dismissed(self) -> frozenset[str]:
        return frozenset(self.aside)

    def undo(self) -> tuple[Change, ...]:
        if not self.history:
            return ()
        key = self.history.pop()
        self.aside.discard(key)
        return (Change(1, "2024-01-01T00:00:00", ChangeKind.DISMISSED, key, "", "1", undone=True, batch=1),)


def bridge() -> ComparedRecords:
    """Three sources of one event."""
    articles = [
        article_of(1, HERALD, outlet="Tarn Herald", day="2024-03-04"),
        article_of(2, POST, outlet="The Velden Post", day="2024-03-04", stated=False),
        article_of(3, COURIER, day="2024-03-05"),
    ]
    records = ComparedRecords(
        articles={article.id: article for article in articles},
        found={article.id: annotate(article, NAMES) for article in articles},
        groups={7: (3, 1, 2)},
        entities={number: Entity(number, name, kind, ()) for name, (number, kind) in NAMES.items()},
        conflicts={7: 1},
    )
    records.comparisons[7] = comparison_of(records)
    return records


def place_of(records: Records, article: int, words: str) -> Passage:
    """Where words stand."""
    start = records.articles[article].text.index(words)
    return Passage(article, start, start + len(words))


def sentence_of(records: Records, article: int, words: str) -> Passage:
    """The sentence in which words stand."""
    start = place_of(records, article, words).start
    sentence = next(each for each in records.found[article].sentences if each.start <= start < each.end)
    return Passage(article, sentence.start, sentence.end)


def reading_of(records: Records, article: int, words: str, disputed: str = "", differing: str = "") -> Reading:
    """The sentence that holds some words, with what is marked in it."""
    place = sentence_of(records, article, words)
    marks = [place_of(records, article, each) for each in (disputed, differing)]
    stretches = [
        ((mark.start, mark.end),) if text else () for mark, text in zip(marks, (disputed, differing), strict=True)
    ]
    return Reading(article, place.start, place.end, stretches[1], stretches[0])


def comparison_of(records: Records) -> Comparison:
    """What the three sources share, and where they differ."""

    def reading(article: int, words: str, disputed: str = "", differing: str = "") -> Reading:
        return reading_of(records, article, words, disputed, differing)

    def row(
        key: str, relation: Relation, *readings: Reading, topics: tuple[Topic, ...] = (), doubtful: bool = False
    ) -> Row:
        return Row(key, relation, readings, topics, doubtful)

    def value(article: int, words: str, number: float, unit: str, bound: Bound = Bound.EXACT) -> FigureValue:
        place = place_of(records, article, words)
        return FigureValue(article, place.start, place.end, number, unit, bound)

    def passages(*found: tuple[int, str]) -> tuple[Passage, ...]:
        return tuple(place_of(records, article, words) for article, words in found)

    def dated(article: int, words: str, sentence: str, *, stated: bool, anchor: str = "") -> tuple[Passage, DatedWords]:
        place = place_of(records, article, words)
        return sentence_of(records, article, sentence), DatedWords(article, place.start, place.end, stated, anchor)

    def entry(day: str, *found: tuple[Passage, DatedWords]) -> TimelineEntry:
        words = tuple(each for _, each in found)
        return TimelineEntry(day, all(each.stated for each in words), tuple(each for each, _ in found), words)

    rows = (
        row("title", Relation.POSSIBLE, reading(1, "Velden bridge shut"), reading(2, "Crack closes")),
        row(
            "closed",
            Relation.DIFFER,
            reading(1, "The old bridge"),
            reading(2, "closed its oldest"),
            reading(3, "came to a halt"),
        ),
        row(
            "quote",
            Relation.DIFFER,
            reading(1, "Nobody was in danger", differing="time, and nobody will be"),
            reading(2, "Nobody was in danger", differing="moment"),
            reading(3, "no danger"),
            topics=(Topic.QUOTE,),
        ),
        row("cars", Relation.AGREE, reading(1, "About 12,000"), reading(2, "Some 12,000"), topics=(Topic.FIGURE,)),
        row(
            "detour",
            Relation.DIFFER,
            reading(1, "12 miles", disputed="12 miles"),
            reading(2, "25 km", disputed="25 km"),
            topics=(Topic.FIGURE,),
            doubtful=True,
        ),
        row("ferry", Relation.SINGLE, reading(1, "A ferry will")),
        row(
            "repair",
            Relation.CONFLICT,
            reading(1, "six weeks", disputed="six weeks"),
            reading(2, "three months", disputed="three months"),
            topics=(Topic.FIGURE,),
        ),
        row("built", Relation.SINGLE, reading(1, "built in 1931")),
        row("shops", Relation.SINGLE, reading(2, "Shop owners")),
        row("mayor", Relation.SINGLE, reading(3, "Mayor Piet Haan")),
    )
    figures = (
        FigureGroup(
            FigureRelation.CONFLICT,
            FigureKind.DURATION,
            "repair · week",
            (value(1, "six weeks", 6, "week"), value(2, "three months", 3, "month")),
        ),
        FigureGroup(
            FigureRelation.CONFLICT,
            FigureKind.LENGTH,
            "detour · mile",
            (value(1, "12 miles", 12, "mile"), value(2, "25 km", 25, "km")),
        ),
        FigureGroup(
            FigureRelation.AGREE,
            FigureKind.LENGTH,
            "crack · cm",
            (value(1, "40 cm", 40, "cm"), value(2, "40 cm", 40, "cm")),
        ),
        FigureGroup(
            FigureRelation.COMPATIBLE,
            FigureKind.COUNT,
            "car",
            (value(1, "About 12,000", 12000, "", Bound.ABOUT), value(2, "Some 12,000", 12000, "", Bound.ABOUT)),
        ),
    )
    quotes = (
        QuoteGroup(
            QuoteRelation.VARIANT,
            "Ines Marlow",
            passages(
                (1, "“Nobody was in danger at any time, and nobody will be,”"),
                (2, "“Nobody was in danger at any moment,”"),
            ),
        ),
    )
    differences = (
        Difference(
            "d-repair",
            Topic.FIGURE,
            Confidence.SURE,
            passages((1, "six weeks"), (2, "three months")),
            "six weeks / three months",
        ),
        Difference(
            "d-detour", Topic.FIGURE, Confidence.LIKELY, passages((1, "12 miles"), (2, "25 km")), "12 miles / 25 km"
        ),
        Difference(
            "d-words",
            Topic.WORDING,
            Confidence.LIKELY,
            passages((1, "any time"), (2, "any moment")),
            "“any time” / “any moment”",
        ),
    )
    counts = {
        entity: tuple(
            (article, sum(mention.entity == entity for mention in records.found[article].mentions))
            for article in records.articles
        )
        for entity in sorted({number for number, _ in NAMES.values()})
    }
    names = {number: (name, kind) for name, (number, kind) in reversed(NAMES.items())}
    timeline = (
        entry("1931", dated(1, "1931", "built in 1931", stated=True)),
        entry(
            "2024-03-04",
            dated(1, "Monday", "closed on Monday", stated=False, anchor="2024-03-04"),
            dated(2, "Monday", "bridge on Monday", stated=False, anchor="2024-03-04"),
        ),
        entry("2024-03-05", dated(3, "Tuesday", "on Tuesday", stated=False, anchor="2024-03-05")),
    )

    def fact(
        happening: str, label: str, aspect: Aspect, relation: FactRelation, *found: tuple[int, str, str, str]
    ) -> Fact:
        values = [(place_of(records, article, words), value, anchor) for article, words, value, anchor in found]
        return Fact(
            {Aspect.WHEN: Topic.DATE, Aspect.WHERE: Topic.PLACE}.get(aspect, Topic.ROLE),
            aspect,
            relation,
            happening,
            label,
            tuple(
                FactValue(place.article, place.start, place.end, value, None, not anchor, anchor)
                for place, value, anchor in values
            ),
        )

    monday = "2024-03-04"
    facts = (
        fact(
            "f-closed",
            "closed · oldest bridge",
            Aspect.WHEN,
            FactRelation.AGREE,
            (1, "Monday", monday, monday),
            (2, "Monday", monday, monday),
        ),
        fact(
            "f-closed",
            "closed · oldest bridge",
            Aspect.WHERE,
            FactRelation.COMPATIBLE,
            (1, "Tarn at Velden", "Velden", ""),
            (3, "Velden", "Velden", ""),
        ),
        fact(
            "f-danger",
            "Ines Marlow · said",
            Aspect.WHO,
            FactRelation.AGREE,
            (2, "Ines Marlow", "Ines Marlow", ""),
            (3, "Ines Marlow", "Ines Marlow", ""),
        ),
        fact("f-built", "built · bridge", Aspect.WHEN, FactRelation.SINGLE, (1, "1931", "1931", "")),
        fact("f-halt", "came · halt", Aspect.WHEN, FactRelation.SINGLE, (3, "Tuesday", "2024-03-05", "2024-03-05")),
    )
    return Comparison(
        articles=(1, 2, 3),
        facts=facts,
        links=(),
        rows=rows,
        figures=figures,
        quotes=quotes,
        differences=differences,
        coverage=tuple(Coverage(entity, *names[entity], counts[entity]) for entity in counts),
        heads=tuple(head_of(records, article) for article in records.articles),
        timeline=timeline,
    )


def head_of(records: Records, article: int) -> Head:
    """Title and first sentence."""
    one = records.articles[article]
    title = next(((line.start, line.end) for line in one.lines if line.label == "title"), None)
    lead = next(each for each in records.found[article].sentences if each.label == "body")
    return Head(article, title, (lead.start, lead.end))


def many(count: int, *, copies: int = 0) -> ComparedRecords:
    """An event of many sources with 30 sentences each; the last ones carry the text of the first."""
    articles = []
    for number in range(1, count + 1):
        author = 1 if number > count - copies else number
        lines = [f"T:Report {author} on the harbour"]
        lines += [_line(author, line) for line in range(30)]
        articles.append(article_of(number, "\n".join(lines), outlet=f"Outlet {number:02}", day=f"2024-03-{number:02}"))
    records = ComparedRecords(
        articles={article.id: article for article in articles},
        found={article.id: annotate(article, {}) for article in articles},
        groups={7: tuple(range(count, 0, -1))},
    )
    rows = []
    for line in range(30):
        sharing = [number for number in range(1, count + 1) if (number + line) % 3 or number == 1]
        readings = tuple(
            reading_of(records, number, f"point {line} ", disputed=_count(records, number, line)) for number in sharing
        )
        rows.append(
            Row(f"row {line}", Relation.CONFLICT if line % 10 == 9 else Relation.DIFFER, readings, (Topic.FIGURE,))
        )
        alone = [number for number in range(1, count + 1) if number not in sharing]
        rows += [
            Row(f"row {line} {number}", Relation.SINGLE, (reading_of(records, number, f"point {line} "),))
            for number in alone
        ]
    heads = tuple(head_of(records, number) for number in records.articles)
    differences = tuple(
        Difference(
            f"d-{row.key}",
            Topic.FIGURE,
            Confidence.SURE,
            tuple(Passage(each.article, *each.disputed[0]) for each in row.readings),
            row.key,
        )
        for row in rows
        if row.relation is Relation.CONFLICT
    )
    records.comparisons[7] = Comparison(tuple(records.articles), (), tuple(rows), (), (), differences, (), heads, ())
    return records


def _line(author: int, line: int) -> str:
    return f"On point {line} the office of the harbour told source {author} that {line * 7 + author} boats came in before the wind turned north."


def _count(records: Records, number: int, line: int) -> str:
    found = re.search(rf"point {line} .*?that (\d+) boats", records.articles[number].text)
    assert found is not None
    return f"that {found.group(1)} boats"
