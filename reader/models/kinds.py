"""The sorts that lines, mentions, figures and metadata are of; apart from the records, which take longer to load."""

from __future__ import annotations

from enum import StrEnum


class LineLabel(StrEnum):
    """What a line of a raw article is."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    BODY = "body"
    CROSSHEAD = "crosshead"
    CAPTION = "caption"
    BYLINE = "byline"
    SOURCE = "source"
    DATE = "date"
    PULLQUOTE = "pullquote"
    RELATED = "related"
    EMBED = "embed"
    BOILERPLATE = "boilerplate"


STORY_LABELS = frozenset({LineLabel.TITLE, LineLabel.STANDFIRST, LineLabel.BODY, LineLabel.CROSSHEAD})
"""The lines that are the article itself: what is read, compared and counted."""

NOISE_LABELS = frozenset({LineLabel.BOILERPLATE, LineLabel.RELATED, LineLabel.EMBED})
"""The lines in which nothing is looked for: menus, ads, links to other articles."""


class Status(StrEnum):
    """How a metadata value is known."""

    STATED = "stated"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class Kind(StrEnum):
    """What a mention is a mention of."""

    PERSON = "PERSON"
    ORG = "ORG"
    PLACE = "PLACE"
    GROUP = "GROUP"
    DATE = "DATE"
    FIGURE = "FIGURE"
    OTHER = "OTHER"


NAMED_KINDS = frozenset({Kind.PERSON, Kind.ORG, Kind.PLACE, Kind.GROUP, Kind.OTHER})
"""The kinds whose mentions belong to an entity."""


class FigureKind(StrEnum):
    """What a figure measures."""

    COUNT = "count"
    PERCENT = "percent"
    MONEY = "money"
    LENGTH = "length"
    AREA = "area"
    MASS = "mass"
    DURATION = "duration"
    TIME = "time"
    ORDINAL = "ordinal"
    OTHER = "other"
