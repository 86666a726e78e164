"""Which sentences of two articles say the same: best partners under local scaling, in two tiers.

A plain threshold on similarity fails where a whole article is about one thing: everything resembles everything. So a
pair is judged against its own neighbourhood: z = m - (r + q) / 2, where r and q are the means of the largest
similarities of each of the two sentences to the other article (cross-domain similarity local scaling, known from
bilingual lexicon induction). A sentence links to its best partner by z, and to one more that says what the first
partner left unsaid: reports often split in two what another says in one sentence. Reports also tell things in the same
order: beside a strong link a lower z is enough.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

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
    of_source: dict[int, list[int]] = {}
    for group in groups:
        of_source.setdefault(statements[group[0]].source, []).append(group[0])
    found: dict[tuple[int, int], _Judged] = {}
    for one, other in combinations(sorted(of_source), 2):
        for (a, b), judged in _links_of_pair(np.array(of_source[one]), np.array(of_source[other]), similar).items():
            found.update({(x, y): judged for x in members[a] for y in members[b]})
    found.update(dict.fromkeys(exact_pairs(statements), (1.0, Tier.STRONG, False)))
    return tuple(
        StatementLink(first, second, score, tier, leans)
        for (first, second), (score, tier, leans) in sorted(found.items())
    )


def _links_of_pair(one: Numbers, other: Numbers, similar: Similarities) -> dict[tuple[int, int], _Judged]:
    """The links between the statements of two articles, given by number."""
    mean = similar.mean[np.ix_(one, other)]
    shared = similar.shared[np.ix_(one, other)]
    scaled = _locally_scaled(mean)
    common = similar.common[np.ix_(one, other)]
    cosine = similar.cosine[np.ix_(one, other)]
    few = (common <= COMMON_SHARED) & (shared <= STRONG_SHARED) & (cosine < FEW_COSINE)
    telling = ((common >= COMMON_SHARED) & ~few) | (cosine >= COPIED_COSINE)
    mutual, best = _best_partners(scaled)
    alike = (mean >= STRONG_MEAN) & (shared >= STRONG_SHARED) & telling & best
    sure = mutual | (shared >= ONE_SIDED_SHARED) | (mean >= ONE_SIDED_MEAN)
    strong = alike & (scaled >= STRONG_SCALED) & sure
    possible = (scaled >= POSSIBLE_SCALED) & (mean >= POSSIBLE_MEAN)
    strong |= _second_partners(one, other, similar, scaled, strong)
    strong |= _second_partners(other, one, similar, scaled.T, strong.T).T
    leaning = alike & (scaled >= BESIDE_SCALED) & _beside(strong) & ~strong
    possible &= best & ~strong & ~leaning
    return {
        (int(one[i]), int(other[j])): (
            min(1.0, float(scaled[i, j])),
            Tier.POSSIBLE if possible[i, j] else Tier.STRONG,
            bool(leaning[i, j] and scaled[i, j] < STRONG_SCALED),
        )
        for i, j in zip(*np.nonzero(strong | leaning | possible), strict=True)
    }


def _locally_scaled(mean: Matrix) -> Matrix:
    """The z of every pair: its similarity above the mean of the two neighbourhoods."""
    rows = -np.sort(-mean, axis=1)[:, :NEIGHBOURS].sum(axis=1) / NEIGHBOURS
    columns = -np.sort(-mean, axis=0)[:NEIGHBOURS].sum(axis=0) / NEIGHBOURS
    scaled: Matrix = mean - (rows[:, None] + columns[None, :]) / 2
    return scaled


def _best_partners(scaled: Matrix) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """True where each of the two is the other's best partner, and where one is; of equals, the earlier one is best."""
    of_row = np.zeros(scaled.shape, dtype=np.bool_)
    of_column = np.zeros(scaled.shape, dtype=np.bool_)
    of_row[np.arange(scaled.shape[0]), scaled.argmax(axis=1)] = True
    of_column[scaled.argmax(axis=0), np.arange(scaled.shape[1])] = True
    return of_row & of_column, of_row | of_column


def _beside(strong: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """True where a strong link touches the pair: both sentences are the same ones or direct neighbours of its own."""
    rows = strong.copy()
    rows[1:] |= strong[:-1]
    rows[:-1] |= strong[1:]
    touched = rows.copy()
    touched[:, 1:] |= rows[:, :-1]
    touched[:, :-1] |= rows[:, 1:]
    return touched


def _second_partners(
    one: Numbers, other: Numbers, similar: Similarities, scaled: Matrix, strong: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """True where a statement of ``one`` has a second partner: one that shares what the first partner leaves unsaid."""
    found = np.zeros(scaled.shape, dtype=np.bool_)
    rows = np.nonzero(strong.any(axis=1))[0]
    if not rows.size:
        return found
    firsts = np.where(strong[rows], scaled[rows], -np.inf).argmax(axis=1)
    enough = (scaled[rows] >= REST_SCALED) & (similar.mean[np.ix_(one[rows], other)] >= STRONG_MEAN)
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
