"""What one source says, as the value of a fact: its words' place, and what they come to."""

from __future__ import annotations

from reader.analysis.alignment.align import Alignment
from reader.analysis.comparison.dates.claims import DateClaim
from reader.analysis.comparison.facts.names import Named
from reader.analysis.comparison.facts.parties import Party
from reader.analysis.comparison.facts.places import Place
from reader.models.comparison import FactValue


def day_value(alignment: Alignment, claim: DateClaim) -> FactValue:
    """A date: an ISO value with its anchor."""
    found = claim.expression
    article = alignment.articles[claim.source].article.id
    return FactValue(article, found.start, found.end, found.value, None, found.stated, found.anchor)


def place_value(alignment: Alignment, source: int, place: Place) -> FactValue:
    """A place: its words reach over what it is said to lie in, its value is the nearest name."""
    named = place.names[0]
    return FactValue(alignment.articles[source].article.id, place.start, place.end, named.name, named.entity)


def doer_value(alignment: Alignment, source: int, party: Party, named: Named) -> FactValue:
    """Who did it: the whole phrase, with its name as the value."""
    return FactValue(alignment.articles[source].article.id, party.start, party.end, named.name, named.entity)
