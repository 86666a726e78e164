"""What each figure is of, in few words of a source: "killed · people", "Norda shares · fell"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reader.analysis.alignment.align import Alignment
from reader.analysis.comparison.facts.attaching import governor_of
from reader.analysis.comparison.facts.labels import BETWEEN, short, verb_of
from reader.analysis.comparison.facts.parties import NOBODY
from reader.analysis.comparison.facts.sameness import SAYING_NOTHING
from reader.analysis.comparison.facts.tellings import Telling
from reader.analysis.comparison.figures.counted import counts_end
from reader.models.annotations import AGENT, PATIENT, Argument, Clause, Figure
from reader.models.comparison import FigureGroup, FigureValue

AGE = "age"
"""What a number of years in a person's description counts."""

_DIGIT = re.compile(r"\d")


def with_labels(
    groups: Sequence[FigureGroup], alignment: Alignment, told: Sequence[Telling]
) -> tuple[FigureGroup, ...]:
    """The groups of figures, each labelled with what is done and what is counted, where the parse tells it."""
    articles = {
        analysed.article.id: _Article(
            analysed.article.text, {figure.start: figure for figure in analysed.annotations.figures}, [], {}
        )
        for analysed in alignment.articles
    }
    for telling in told:
        passage = alignment.statements[telling.number].passage
        article = articles[passage.article]
        if passage.start not in article.clauses:
            article.begins.append(passage.start)
        article.clauses.setdefault(passage.start, []).append(telling.clause)
    return tuple(replace(group, label=_label(group, articles) or group.label) for group in groups)


@dataclass(frozen=True, slots=True)
class _Article:
    """An article with its figures by offset, where its parsed sentences begin, in order, and the clauses of each."""

    text: str
    figures: Mapping[int, Figure]
    begins: list[int]
    clauses: dict[int, list[Clause]]


def _label(group: FigureGroup, articles: Mapping[int, _Article]) -> str:
    """The label of the first value that has a verb of its own and something counted, or else of the first at all."""
    found = [label for value in group.values if (label := _label_of(value, articles[value.article]))]
    return next((label for label in found if BETWEEN in label), found[0] if found else "")


def _label_of(value: FigureValue, article: _Article) -> str:
    """The label that one source's words give: the verb and what is counted, or else who or what the verb is said of."""
    figure = article.figures.get(value.start)
    at = bisect_right(article.begins, value.start) - 1
    if figure is None or at < 0:
        return ""
    begin = article.begins[at]
    clause = _clause_of(article, figure, begin)
    verb = verb_of(article.text, clause) if clause is not None and clause.verb not in SAYING_NOTHING else ""
    arguments = clause.arguments if clause is not None else ()
    if figure.counts:
        counted = short(article.text[figure.counts_start : counts_end(figure, article.clauses[begin])])
        return _joined(counted, AGE) if figure.counts == AGE else _joined(verb, counted)
    for role in (PATIENT, AGENT):
        party = next((name for each in arguments if each.role == role and (name := _party(article, each))), "")
        if party:
            return _joined(verb, party) if role == PATIENT else _joined(party, verb)
    return _joined(verb, _nearest(article, figure, begin))


def _nearest(article: _Article, figure: Figure, begin: int) -> str:
    """The noun that stands nearest to a figure in its sentence: a figure alone, or with a verb, says too little."""
    parties = [
        (min(abs(figure.start - each.end), abs(each.start - figure.end)), name)
        for clause in article.clauses[begin]
        for each in clause.arguments
        if not _overlap(each.start, each.end, figure) and (name := _party(article, each))
    ]
    return min(parties, default=(0, ""))[1]


def _joined(*words: str) -> str:
    return BETWEEN.join(dict.fromkeys(word for word in words if word))


def _party(article: _Article, argument: Argument) -> str:
    """Who or what takes part, in few words; "" for pronouns and for figures."""
    words = short(article.text[argument.start : argument.end])
    return "" if words.casefold() in NOBODY or _DIGIT.search(words) else words


def _clause_of(article: _Article, figure: Figure, begin: int) -> Clause | None:
    """The clause that a figure belongs to: the one in which it takes part, or the one before it."""
    clauses = article.clauses[begin]
    taking = [clause for clause in clauses if any(_overlap(each.start, each.end, figure) for each in clause.arguments)]
    if taking:
        return min(taking, key=lambda clause: abs(clause.start - figure.start))
    at = governor_of(article.text, clauses, figure.start, figure.end, begin)
    return None if at is None else clauses[at]


def _overlap(start: int, end: int, figure: Figure) -> bool:
    """Whether a phrase holds a figure, or what it counts."""
    return start < max(figure.end, figure.counts_end) and figure.start < end
