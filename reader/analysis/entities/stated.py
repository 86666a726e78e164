"""Names that the article's metadata gives, wherever they stand: its outlet (an organisation) and its authors."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.analysis.entities.spans import Candidate, Rank
from reader.analysis.entities.words import fold_quotes
from reader.models.annotations import Kind, MentionSource
from reader.models.article import Article

_SHORTEST = 4
"""Letters that a name must have to be looked for as it is; shorter ones stand inside other words' company too often."""


def find_stated(folded: str, article: Article) -> Iterator[Candidate]:
    """The places where the outlet or an author of the article is named."""
    authors = article.authors.value or ()
    named = [(article.outlet.value or "", Kind.ORG), *((author, Kind.PERSON) for author in authors)]
    title = fold_quotes(article.title.value or "")  # a headline that was read as a byline gives no author
    for name, kind in named:
        plain = fold_quotes(name).strip()
        plain = plain[4:] if plain.casefold().startswith("the ") else plain
        if len(plain) < _SHORTEST or (kind is Kind.PERSON and (" " not in plain or plain in title)):
            continue
        for match in re.finditer(rf"\b{re.escape(plain)}\b", folded, re.IGNORECASE):
            if match.group()[0].isupper():
                yield Candidate(match.start(), match.end(), kind, MentionSource.RULE, Rank.CREDIT)
