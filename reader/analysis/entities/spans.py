"""Candidates for mentions, and which of overlapping ones stay. Between the rules for names and ``find_mentions``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from reader.models.annotations import Kind, MentionSource


class Rank:
    """Which candidate wins where two overlap; of the same rank the longer one, then the one listed first.

    A credit line's grammar and a title are surer than the tagger; the tables are as sure: its longer names hold.
    """

    CREDIT = 60
    FIXED = 55
    TITLED = 50
    ROLE = 40
    INSTITUTION = 31
    NAME = 30
    FILL = 20


class Candidate(NamedTuple):
    """A stretch that a rule or the tagger takes for a name."""

    start: int
    end: int
    kind: Kind
    source: MentionSource
    rank: int


class Cover:
    """Stretches that are taken, for asking whether another one overlaps them."""

    def __init__(self, stretches: Iterable[tuple[int, int]] = ()) -> None:
        ordered = sorted(stretches)
        self._starts = [start for start, _ in ordered]
        self._ends = [end for _, end in ordered]

    def overlaps(self, start: int, end: int) -> bool:
        """Whether a taken stretch has a character of ``start`` to ``end``."""
        at = bisect_left(self._starts, end)
        return at > 0 and self._ends[at - 1] > start


def settle(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that stay, without overlaps and in reading order.

    Overlapping candidates form short clusters (within one sentence), so each cluster is settled by itself: linear in
    the text but for the sorting.
    """
    kept: list[Candidate] = []
    cluster: list[Candidate] = []
    reach = -1
    for candidate in sorted(candidates):
        if cluster and candidate.start >= reach:
            kept.extend(_settle_cluster(cluster))
            cluster = []
        cluster.append(candidate)
        reach = max(reach, candidate.end)
    kept.extend(_settle_cluster(cluster))
    return kept


def _settle_cluster(cluster: list[Candidate]) -> list[Candidate]:
    if len(cluster) == 1:
        return cluster
    chosen: list[Candidate] = []
    for one in sorted(cluster, key=_preference):
        if all(one.end <= other.start or one.start >= other.end for other in chosen):
            chosen.append(one)
    return sorted(chosen)


def _preference(candidate: Candidate) -> tuple[int, int, bool, int]:
    is_model = candidate.source is MentionSource.MODEL
    return -candidate.rank, candidate.start - candidate.end, is_model, candidate.start
