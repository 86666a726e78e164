"""Title and first sentence of each source."""

from __future__ import annotations

from reader.models.annotations import AnalysedArticle
from reader.models.article import LineLabel
from reader.models.comparison import Head


def head_of(analysed: AnalysedArticle) -> Head:
    """The first title line and the first sentence of the body; an article without a body opens with its standfirst."""
    title = next((line for line in analysed.article.lines if line.label is LineLabel.TITLE), None)
    lead = next(
        (
            sentence
            for label in (LineLabel.BODY, LineLabel.STANDFIRST)
            for sentence in analysed.annotations.sentences
            if sentence.label is label
        ),
        None,
    )
    return Head(
        article=analysed.article.id,
        title=(title.start, title.end) if title else None,
        lead=(lead.start, lead.end) if lead else None,
    )
