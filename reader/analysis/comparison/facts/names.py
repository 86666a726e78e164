"""Who or what a phrase names, so that all spellings of one name compare equal; used for places and for parties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reader.analysis.entities.gazetteer import gazetteer
from reader.models.annotations import Kind, Mention


@dataclass(frozen=True, slots=True)
class Named:
    """A name.

    Attributes:
        key: the same for all spellings of the name.
        name: the spelling that is shown.
        entity: id of the entity, or None.
        country: the country that it is or lies in, as far as the tables of names know, or "".
        is_country: whether it is a country itself.
    """

    key: str
    name: str
    entity: int | None
    kind: Kind
    country: str = ""
    is_country: bool = False


def name_of(text: str, mention: Mention, names: Mapping[int, str]) -> Named:
    """What a mention names; ``names`` are those of the entities by id."""
    surface = " ".join(text[mention.start : mention.end].split())
    known = gazetteer().known(surface)
    if known is not None and known.kind is Kind.PLACE and known.country == known.name:
        return Named(f"={known.name}", known.name, mention.entity, mention.kind, known.name, is_country=True)
    country = known.country if known is not None else ""
    if known is not None and known.capital:
        return Named(f"@{known.name}", known.name, mention.entity, mention.kind, country)
    if mention.entity is None:
        return Named(f"#{surface.casefold()}", surface, None, mention.kind, country)
    return Named(f"#{mention.entity}", names.get(mention.entity, surface), mention.entity, mention.kind, country)


def capital_of(country: str) -> Named | None:
    """The capital of a country by its name in the tables, or None."""
    known = _capitals().get(country)
    return Named(f"@{known}", known, None, Kind.PLACE, country) if known is not None else None


@cache
def _capitals() -> Mapping[str, str]:
    """The first seat of government of each country."""
    found: dict[str, str] = {}
    for known in gazetteer().by_key.values():
        if known.capital and not known.ambiguous:
            found.setdefault(known.country, known.name)
    return found
