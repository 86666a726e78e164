"""Which sentences of two articles say the same: best partners under local scaling, in two tiers.

A plain threshold on similarity fails where a whole article is about one thing: everything resembles everything. So a
pair is judged against its own neighbourhood: z = m - (r + q) / 2, where r and q are the means of the largest
similarities of each of the two sentences to the other article (cross-domain similarity local scaling, known from
bilingual lexicon induction). A sentence links to its best partner by z, and to one more that says what the first
partner left unsaid: reports often split in two what another says in one sentence. Reports also tell things in the same
order: beside a strong link a lower z is enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reader.analysis.alignment.exact import exact_pairs
from reader.analysis.alignment.similarity import Matrix, Pairs, Similarities
from reader.analysis.alignment.statements import Statement
from reader.analysis.alignment.vectors import Floats
from reader.models.comparison import Tier

NEIGHBOURS = 8
"""How many of the largest similarities make the neighbourhood; also the divisor where there are fewer. Measured."""

STRONG_SCALED, STRONG_MEAN, STRONG_SHARED = 0.165, 0.24, 3
"""A strong link's least z, least m and least number of shared stems. Set on sixteen events at once; between .15 and .19
z changes little: precision .90 to .92 on events that nothing else was set on, F1 .71 to .73."""

ONE_SIDED_SHARED, ONE_SIDED_MEAN = 4, 0.40
"""What a link needs that only one of the two sentences would choose: one shared stem more, or, for short sentences that
have no more, this m. On four sets of events precision rises by .01 to .03 and recall stays."""

MOST_REPEATS = 5
"""Of what one article repeats more often, only so many are linked: a line that comes a thousand times says it once."""

COMMON_SHARED = 2
"""Names alone say nothing of what was done: so many of the shared stems must be more than a name. On eight events no
true link had fewer, and half of the false ones did."""

FEW_COSINE = 0.25
"""Cosine that a pair needs which shares no more than a name and two other stems: of a long sentence these say little.
On events that nothing was set on, seven in eight such links below it were false."""

COPIED_COSINE = 0.7
"""Cosine from which a pair that shares names and hardly more is one all the same: there was no more to share."""

BESIDE_SCALED = 0.08
"""The least z of a best partner beside a strong link. Anything from .04 to .08 is the same on each of four sets of
events: F1 rises by .01 to .03, precision stays within .005."""

POSSIBLE_SCALED = 0.12
"""A possible link's least z; its least m is the one that all pairs have. Of the sentences of eight events without a
strong link, nine in ten above both have a counterpart that tells the same, at least in part; of those below, four in
ten."""

REST_SHARED, REST_WEIGHT, REST_SCALED = 3, 12.0, 0.05
"""A second partner must share this many stems, of this much weight, with what the first partner left unsaid, and lie
this far above its neighbourhood."""

Numbers = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class StatementLink:
    """Two statements (by number, ``first < second``) that say the same.

    Attributes:
        score: z, at most 1.
        leans: whether it only stands because of the strong link beside it: enough to refer to, too little for a row.
    """

    first: int
    second: int
    score: float
    tier: Tier
    leans: bool = False


_Judged = tuple[float, Tier, bool]
"""Score, tier and leaning of a link."""

_Flags = NDArray[np.bool_]


def links_between(
    statements: Sequence[Statement], similar: Similarities, groups: Sequence[Sequence[int]]
) -> tuple[StatementLink, ...]:
    """All links between statements of different articles, by number; what one article repeats is linked each time.

    Args:
        statements: all of them.
        similar: of the first one of each group, in order.
        groups: what each article says repeatedly.
    """
    members = [group[:MOST_REPEATS] for group in sorted(groups, key=lambda group: group[0])]
    found: dict[tuple[int, int], _Judged] = {}
    for a, b, judged in _links_of_firsts(similar):
        for x in members[a]:
            for y in members[b]:
                found[x, y] = judged
    found.update(dict.fromkeys(exact_pairs(statements), (1.0, Tier.STRONG, False)))
    return tuple(
        StatementLink(first, second, score, tier, leans)
        for (first, second), (score, tier, leans) in sorted(found.items())
    )


def _links_of_firsts(similar: Similarities) -> Iterator[tuple[int, int, _Judged]]:
    """The links between those statements, by place, first by first."""
    pairs, spans = similar.pairs, _spans(similar.sources)
    scaled, chosen, chosen_back = _best_partners(similar, spans)
    best = chosen | chosen_back
    few = (pairs.common <= COMMON_SHARED) & (pairs.shared <= STRONG_SHARED) & (pairs.cosine < FEW_COSINE)
    telling = ((pairs.common >= COMMON_SHARED) & ~few) | (pairs.cosine >= COPIED_COSINE)
    alike = (pairs.mean >= STRONG_MEAN) & (pairs.shared >= STRONG_SHARED) & telling & best
    sure = (chosen & chosen_back) | (pairs.shared >= ONE_SIDED_SHARED) | (pairs.mean >= ONE_SIDED_MEAN)
    strong = alike & (scaled >= STRONG_SCALED) & sure
    likely = (scaled >= REST_SCALED) & (pairs.mean >= STRONG_MEAN)
    for sides in ((pairs.first, pairs.second), (pairs.second, pairs.first)):
        strong |= _second_partners(similar, sides, scaled, strong, likely)
    leaning = alike & (scaled >= BESIDE_SCALED) & ~strong
    leaning[leaning] = _beside(pairs, leaning, strong, similar.sources)
    possible = (scaled >= POSSIBLE_SCALED) & best & ~strong & ~leaning
    at = np.nonzero(strong | leaning | possible)[0]
    score, leans = np.minimum(1.0, scaled[at]), leaning[at] & (scaled[at] < STRONG_SCALED)
    for a, b, z, is_possible, leant in zip(
        *(part.tolist() for part in (pairs.first[at], pairs.second[at], score, possible[at], leans)), strict=True
    ):
        yield a, b, (z, Tier.POSSIBLE if is_possible else Tier.STRONG, leant)


def _spans(sources: Numbers) -> list[tuple[int, int]]:
    """From where to where the statements of each article stand."""
    starts = np.nonzero(np.diff(sources, prepend=-1))[0].tolist()
    return list(zip(starts, [*starts[1:], len(sources)], strict=True)) if starts else []


def _best_partners(similar: Similarities, spans: Sequence[tuple[int, int]]) -> tuple[Floats, _Flags, _Flags]:
    """For each pair its z, and whether each of the two is the other's best partner in its article.

    The z of a pair is its similarity above the mean of the two neighbourhoods. Of equal partners the earlier one is the
    best.
    """
    mean, pairs = similar.mean, similar.pairs
    near = np.empty((len(mean), len(spans)))
    for number, (first, last) in enumerate(spans):
        near[:, number] = _highest(mean[:, first:last]).sum(axis=1) / NEIGHBOURS
    source_of = np.repeat(np.arange(len(spans)), [last - first for first, last in spans])
    best = np.empty((len(mean), len(spans)), dtype=np.intp)
    for number, (first, last) in enumerate(spans):
        scaled = mean[:, first:last] - (near[:, number, None] + near[first:last, source_of].T) / 2
        best[:, number] = first + scaled.argmax(axis=1)
    i, j = pairs.first, pairs.second
    scaled = pairs.mean - (near[i, source_of[j]] + near[j, source_of[i]]) / 2
    return scaled, best[i, source_of[j]] == j, best[j, source_of[i]] == i


def _highest(mean: Matrix) -> Matrix:
    """The largest values of each row, from the highest down: as many as make a neighbourhood, if there are."""
    if mean.shape[1] > NEIGHBOURS:
        mean = np.partition(mean, mean.shape[1] - NEIGHBOURS, axis=1)[:, -NEIGHBOURS:]
    highest: Matrix = -np.sort(-mean, axis=1)
    return highest


def _beside(pairs: Pairs, which: _Flags, strong: _Flags, sources: Numbers) -> _Flags:
    """For ``which`` of the pairs whether a strong one touches it: its sentences are the same or direct neighbours."""
    size = len(sources)
    keys = np.sort(pairs.first[strong] * size + pairs.second[strong])
    first, second = pairs.first[which], pairs.second[which]
    touched = np.zeros(len(first), dtype=np.bool_)
    for one in (-1, 0, 1):
        for other in (-1, 0, 1):
            i, j = np.clip(first + one, 0, size - 1), np.clip(second + other, 0, size - 1)
            within = (sources[i] == sources[first]) & (sources[j] == sources[second])
            touched |= within & _among(i * size + j, keys)
    return touched


def _among(numbers: Numbers, known: Numbers) -> _Flags:
    """Whether each of the numbers is among the known ones, which are sorted."""
    if not len(known):
        return np.zeros(len(numbers), dtype=np.bool_)
    at = np.minimum(np.searchsorted(known, numbers), len(known) - 1)
    among: _Flags = known[at] == numbers
    return among


def _second_partners(
    similar: Similarities, sides: tuple[Numbers, Numbers], scaled: Floats, strong: _Flags, likely: _Flags
) -> _Flags:
    """True where a row has a second partner in an article: it shares what the first one there leaves out.

    Args:
        similar: of all statements.
        sides: of each pair the row and its partner.
        scaled: the z of each pair.
        strong: where the first partners are.
        likely: where a pair is alike enough for a second one.
    """
    rows, partners = sides
    rows_there = rows * (similar.sources.max(initial=0) + 1) + similar.sources[partners]  # one number for both
    order = np.lexsort((partners, -scaled))
    chosen = order[strong[order]]
    there, at = np.unique(rows_there[chosen], return_index=True)
    found, served = np.zeros(len(rows), dtype=np.bool_), set[int]()
    wanted = order[(likely & (similar.pairs.shared >= REST_SHARED) & _among(rows_there, there))[order]]
    firsts = partners[chosen[at]][np.searchsorted(there, rows_there[wanted])]
    beside = wanted[others := partners[wanted] != firsts]
    for pair, place, row, first, partner in zip(
        *(each.tolist() for each in (beside, rows_there[beside], rows[beside], firsts[others], partners[beside])),
        strict=True,
    ):
        if place not in served and _leaves_out(similar, row, first, partner):
            served.add(place)
            found[pair] = True
    return found


def _leaves_out(similar: Similarities, row: int, first: int, partner: int) -> bool:
    """Whether the partner shares enough of what the first one leaves unsaid of the row."""
    unsaid = (similar.stems[row] & similar.stems[partner]) - similar.stems[first]
    return len(unsaid) >= REST_SHARED and sum(similar.weights[stem] for stem in sorted(unsaid)) >= REST_WEIGHT
