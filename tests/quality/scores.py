"""Every score of one run over the samples, by name."""

from __future__ import annotations

from tests.quality.comparison_scores import comparison_scores, difference_scores
from tests.quality.entity_scores import alias_scores, entity_scores
from tests.quality.found import Findings
from tests.quality.grouping_scores import grouping_scores
from tests.quality.metadata_scores import line_scores, metadata_scores
from tests.quality.quote_scores import quote_scores, utterance_scores


def scores_of(findings: Findings) -> dict[str, float]:
    """The scores, each between 0 and 1, the more the better, in the order in which things are found."""
    return dict(
        [
            *metadata_scores(findings.metadata),
            *line_scores(findings.articles),
            *entity_scores(findings.articles),
            *alias_scores(findings.articles),
            *quote_scores(findings.articles),
            *grouping_scores(findings.grouping),
            *comparison_scores(findings.events),
            *difference_scores(findings.events),
            *utterance_scores(findings.events),
        ]
    )
