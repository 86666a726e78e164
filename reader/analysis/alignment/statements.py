"""The sentences that are compared, as content words, in an order that is the articles' own, not the caller's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reader.analysis.alignment.stopwords import ROLE_STEMS
from reader.analysis.alignment.words import Word, content_words
from reader.models.annotations import AnalysedArticle
from reader.models.article import STORY_LABELS, LineLabel
from reader.models.comparison import Passage

READ_LABELS = STORY_LABELS
"""What takes part: the lines that are the article itself. Captions and pull quotes repeat it."""


LONGEST_SENTENCE = 3000
"""A sentence of more characters is a page without stops: its figures, dates and verbs belong to no clause that could
be told apart, and looking for one would cost the square of its length."""

MOST_NAMES = 0.8
"""A sentence with a greater share of capitalised words is a headline in capitals."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of one article, ready to be compared.

    Attributes:
        source: number of its article in canonical order (see :func:`in_canonical_order`), from 0.
        text: the sentence as written.
        words: its content words, with offsets into the article's text.
        names: the stems that say who, not what: those it only writes with a capital, its first word aside, and roles.
            A headline in capitals says nothing about which of its words are names: it has none.
        stems: the stems of its content words, each once.
    """

    source: int
    passage: Passage
    label: LineLabel
    text: str
    words: tuple[Word, ...]
    names: frozenset[str] = field(init=False, repr=False, compare=False)
    stems: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Find once what every step asks for."""
        object.__setattr__(self, "names", _names(self.text, self.passage.start, self.words))
        object.__setattr__(self, "stems", frozenset(word.stem for word in self.words))

    @property
    def is_readable(self) -> bool:
        """Whether it is short enough to be read as one sentence."""
        return len(self.text) <= LONGEST_SENTENCE


def _names(text: str, begin: int, words: Iterable[Word]) -> frozenset[str]:
    """The stems of a sentence that begins at ``begin`` which are names or roles."""
    written: dict[str, bool] = {}
    for word in words:
        at = word.start - begin
        written[word.stem] = written.get(word.stem, True) and at > 1 and text[at].isupper()
    names = frozenset(stem for stem, capital in written.items() if capital)
    capitals = names if len(names) <= MOST_NAMES * len(written) else frozenset[str]()
    return capitals | (ROLE_STEMS & written.keys())


def in_canonical_order(articles: Sequence[AnalysedArticle]) -> tuple[AnalysedArticle, ...]:
    """The articles by content, then by id: the order in which everything is computed and ties are broken."""
    return tuple(sorted(articles, key=lambda analysed: (analysed.article.digest, analysed.article.id)))


def statements_of(articles: Sequence[AnalysedArticle]) -> tuple[Statement, ...]:
    """Every sentence of the articles' story lines, article by article (in the order given) and in reading order."""
    return tuple(
        Statement(
            source=source,
            passage=Passage(analysed.article.id, sentence.start, sentence.end),
            label=sentence.label,
            text=analysed.article.text[sentence.start : sentence.end],
            words=content_words(analysed.article.text, sentence.start, sentence.end),
        )
        for source, analysed in enumerate(articles)
        for sentence in analysed.annotations.sentences
        if sentence.label in READ_LABELS
    )
