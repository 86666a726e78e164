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
from reader.analysis.alignment.similarity import Matrix, Similarities
from reader.analysis.alignment.statements import Statement
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

POSSIBLE_SCALED, POSSIBLE_MEAN = 0.12, 0.18
"""A possible link's least z and m. Of the sentences of eight events without a strong link, nine in ten above it have a
counterpart that tells the same, at least in part; of those below, four in ten."""

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


def links_between(
    statements: Sequence[Statement], similar: Similarities, groups: Sequence[Sequence[int]]
) -> tuple[StatementLink, ...]:
    """All links between statements of different articles, by number; what one article repeats is linked each time."""
    members = {group[0]: group[:MOST_REPEATS] for group in groups}
    firsts = sorted(members)
    found: dict[tuple[int, int], _Judged] = {}
    for a, b, judged in _links_of_firsts(np.array(firsts), [statements[n].source for n in firsts], similar):
        for x in members[a]:
            for y in members[b]:
                found[x, y] = judged
    found.update(dict.fromkeys(exact_pairs(statements), (1.0, Tier.STRONG, False)))
    return tuple(
        StatementLink(first, second, score, tier, leans)
        for (first, second), (score, tier, leans) in sorted(found.items())
    )


def _links_of_firsts(
    firsts: Numbers, sources: Sequence[int], similar: Similarities
) -> Iterator[tuple[int, int, _Judged]]:
    """The links between those statements, of all articles at once; they are given by number, article by article."""
    if not len(firsts):
        return
    every = slice(None) if len(firsts) == len(similar.mean) else np.ix_(firsts, firsts)
    mean, shared = similar.mean[every], similar.shared[every]
    common, cosine = similar.common[every], similar.cosine[every]
    spans = _spans(sources)
    scaled = _locally_scaled(mean, spans)
    best_of_row = _best_partners(scaled, spans)
    best = best_of_row | best_of_row.T
    few = (common <= COMMON_SHARED) & (shared <= STRONG_SHARED) & (cosine < FEW_COSINE)
    telling = ((common >= COMMON_SHARED) & ~few) | (cosine >= COPIED_COSINE)
    alike = (mean >= STRONG_MEAN) & (shared >= STRONG_SHARED) & telling & best
    sure = (best_of_row & best_of_row.T) | (shared >= ONE_SIDED_SHARED) | (mean >= ONE_SIDED_MEAN)
    strong = alike & (scaled >= STRONG_SCALED) & sure
    enough = (scaled >= REST_SCALED) & (mean >= STRONG_MEAN)
    for forwards in (True, False):
        added = np.zeros_like(strong)
        for first, last in spans:
            rows, columns = slice(0, first) if forwards else slice(last, None), slice(first, last)
            added[rows, columns] = _second_partners(
                (firsts[rows], firsts[columns]),
                similar,
                scaled[rows, columns],
                strong[rows, columns],
                enough[rows, columns],
            )
        strong |= added | added.T
    leaning = alike & (scaled >= BESIDE_SCALED) & _beside(strong, spans) & ~strong
    possible = (scaled >= POSSIBLE_SCALED) & (mean >= POSSIBLE_MEAN) & best & ~strong & ~leaning
    i, j = np.nonzero(np.triu(strong | leaning | possible))
    score, leans = np.minimum(1.0, scaled[i, j]), leaning[i, j] & (scaled[i, j] < STRONG_SCALED)
    for a, b, z, is_possible, leant in zip(
        firsts[i].tolist(), firsts[j].tolist(), score.tolist(), possible[i, j].tolist(), leans.tolist(), strict=True
    ):
        yield a, b, (z, Tier.POSSIBLE if is_possible else Tier.STRONG, leant)


def _spans(sources: Sequence[int]) -> list[tuple[int, int]]:
    """From where to where the statements of each article stand."""
    starts = [place for place, source in enumerate(sources) if not place or source != sources[place - 1]]
    return list(zip(starts, [*starts[1:], len(sources)], strict=True))


def _locally_scaled(mean: Matrix, spans: Sequence[tuple[int, int]]) -> Matrix:
    """The z of every pair: its similarity above the mean of the two neighbourhoods; none within an article."""
    near = np.empty((len(mean), len(spans)))
    for source, (first, last) in enumerate(spans):
        near[:, source] = -np.sort(-mean[:, first:last], axis=1)[:, :NEIGHBOURS].sum(axis=1) / NEIGHBOURS
    near = np.repeat(near, [last - first for first, last in spans], axis=1)
    scaled: Matrix = mean - (near + near.T) / 2
    for first, last in spans:
        scaled[first:last, first:last] = -np.inf
    return scaled


def _best_partners(scaled: Matrix, spans: Sequence[tuple[int, int]]) -> NDArray[np.bool_]:
    """True where a column is a row's best partner in the column's article; of equals, the earlier one is."""
    best = np.zeros(scaled.shape, dtype=np.bool_)
    for first, last in spans:
        best[np.arange(len(scaled)), first + scaled[:, first:last].argmax(axis=1)] = True
        best[first:last, first:last] = False
    return best


def _beside(strong: NDArray[np.bool_], spans: Sequence[tuple[int, int]]) -> NDArray[np.bool_]:
    """True where a strong link touches the pair: both sentences are the same ones or direct neighbours of its own."""
    together = np.ones(len(strong) - 1, dtype=np.bool_)
    together[[first - 1 for first, _ in spans[1:]]] = False
    rows = strong.copy()
    rows[1:] |= strong[:-1] & together[:, None]
    rows[:-1] |= strong[1:] & together[:, None]
    touched = rows.copy()
    touched[:, 1:] |= rows[:, :-1] & together
    touched[:, :-1] |= rows[:, 1:] & together
    return touched


def _second_partners(
    numbers: tuple[Numbers, Numbers],
    similar: Similarities,
    scaled: Matrix,
    strong: NDArray[np.bool_],
    likely: NDArray[np.bool_],
) -> NDArray[np.bool_]:
    """True where a row has a second partner in the columns, those of one article: it shares what the first leaves out.

    Args:
        numbers: the statements of the rows, and of the columns.
        similar: of all statements.
        scaled: the z of each pair.
        strong: where the first partners are.
        likely: where a pair is alike enough for a second one.
    """
    one, other = numbers
    found = np.zeros(scaled.shape, dtype=np.bool_)
    rows = np.nonzero(strong.any(axis=1))[0]
    if not rows.size:
        return found
    firsts = np.where(strong[rows], scaled[rows], -np.inf).argmax(axis=1)
    enough = likely[rows].copy()
    enough[np.arange(rows.size), firsts] = False  # it leaves nothing unsaid that it says itself
    row, partner = np.nonzero(enough)
    if not row.size:
        return found
    presence = similar.presence
    unsaid = presence[one[rows[row]]] * (1 - presence[other[firsts[row]]]) * presence[other[partner]]
    enough[row, partner] = (unsaid.sum(axis=1) >= REST_SHARED) & (unsaid @ similar.weights >= REST_WEIGHT)
    chosen = np.where(enough, scaled[rows], -np.inf).argmax(axis=1)
    found[rows, chosen] = enough[np.arange(rows.size), chosen]
    return found
