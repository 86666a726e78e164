"""Utterances as groups for a person to read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.analysis.comparison.quotes.utterances import Utterance
from reader.models.comparison import QuoteGroup


def quote_groups(utterances: Sequence[Utterance], places: Mapping[int, int]) -> tuple[QuoteGroup, ...]:
    """One group for each utterance, members in the order of the articles (``places``), groups in reading order."""
    groups = [
        QuoteGroup(
            relation=utterance.relation,
            speaker=_speaker(utterance),
            members=tuple(
                sorted(
                    (version.passage for version in utterance.versions),
                    key=lambda passage: (places[passage.article], passage.start),
                )
            ),
        )
        for utterance in utterances
    ]
    return tuple(sorted(groups, key=lambda group: (places[group.members[0].article], group.members[0].start)))


def _speaker(utterance: Utterance) -> str | None:
    """The speaker of the surest version; of equally sure ones, the longest name."""
    named = [version.quotation for version in utterance.versions if version.quotation.speaker]
    if not named:
        return None
    return max(named, key=lambda quote: (quote.confidence, len(quote.speaker or ""), quote.speaker or "")).speaker
