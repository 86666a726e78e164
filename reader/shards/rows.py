"""A row of a shard: an article with what was found in it, or an input that could not be read and why."""

from __future__ import annotations

import msgspec

from reader.models.annotations import NAMED_KINDS, Annotations
from reader.models.article import Article
from reader.store.articles import article_from, word_count
from reader.store.codec import details_of, pack_annotations, pack_details, unpack_annotations, unpack_details
from reader.store.folding import fold


class Row(msgspec.Struct, array_like=True):
    """One row; the fields are the columns, in this order.

    Attributes:
        origin: of the article, or of the input that was refused.
        input: path of the file that holds it.
        size: of that file, in bytes.
        mtime_ns: time of its last change.
        reason: why it was refused, or what the analysis broke on; "" otherwise.
        digest: of the text; "" if the input was refused.
        title: "" if it has none; so are the next four.
        outlet: the publication.
        published: ISO date or datetime.
        language: ISO 639-1 code.
        authors: with "; " between.
        words: of its story lines.
        names: the names in it, folded, each on a line as "kind name", with a line end before the first.
        text: of the article.
        details: metadata with evidence, lines and links, as the library keeps them.
        raw: the bytes it was read from; empty if they are the text in UTF-8.
        annotations: what was found in it, its clauses included, as the library keeps it.
        analysis: version of the analysis that found it.
        ingest: version of the cleaning that read it.
    """

    origin: str
    input: str
    size: int
    mtime_ns: int
    reason: str = ""
    digest: str = ""
    title: str = ""
    outlet: str = ""
    published: str = ""
    language: str = ""
    authors: str = ""
    words: int = 0
    names: str = ""
    text: str = ""
    details: bytes = b""
    raw: bytes = b""
    annotations: bytes = b""
    analysis: int = 0
    ingest: int = 0


def fill(row: Row, article: Article, annotations: Annotations, raw: bytes) -> Row:
    """The row with an article in it."""
    text = article.text
    return msgspec.structs.replace(
        row,
        digest=article.digest,
        title=article.title.value or "",
        outlet=article.outlet.value or "",
        published=article.published.value or "",
        language=article.language.value or "",
        authors="; ".join(article.authors.value or ()),
        words=word_count(article),
        names=_names(text, annotations),
        text=text,
        details=pack_details(details_of(article)),
        raw=b"" if raw == text.encode() else raw,
        annotations=pack_annotations(annotations),
    )


def article_of_row(row: Row) -> Article:
    """The article of a row, with id 0.

    Raises:
        RecordError: the row is damaged.
    """
    return article_from(0, row.text, unpack_details(row.details), row.origin)


def annotations_of_row(row: Row) -> Annotations:
    """What was found in the article of a row.

    Raises:
        RecordError: the row is damaged.
    """
    return unpack_annotations(row.annotations)


def raw_of_row(row: Row) -> bytes:
    """The bytes that the article of a row was read from."""
    return row.raw or row.text.encode()


def _names(text: str, annotations: Annotations) -> str:
    found = dict.fromkeys(
        f"{mention.kind.value.lower()} {' '.join(fold(text[mention.start : mention.end]).split())}"
        for mention in annotations.mentions
        if mention.kind in NAMED_KINDS
    )
    return "".join(f"\n{name}" for name in found) + "\n" * bool(found)
