"""Who does the pure part of the work: what is found in an article, and how articles compare.

Both depend on nothing but what is handed over, so that it does not matter in which process they are done, or when.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from reader.models.annotations import AnalysedArticle, Annotations
from reader.models.article import Article
from reader.models.comparison import Comparison
from reader.models.entities import Entity


@dataclass(frozen=True, slots=True)
class Annotated:
    """What was found in an article.

    Attributes:
        broken: one sentence if the model of names breaks on it, so that only the rules have found names; else "".
    """

    annotations: Annotations
    broken: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """Articles to compare, with the entities that they mention by id."""

    articles: tuple[AnalysedArticle, ...]
    entities: Mapping[int, Entity]


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison, and of each article what was found in it, its clauses included."""

    annotations: tuple[Annotations, ...]
    comparison: Comparison


class Hands(Protocol):
    """What does it. Faults of ours in one article or comparison are raised, and concern no other."""

    def annotate(self, article: Article) -> Annotated:
        """What is found in an article."""
        ...

    def compare(self, asked: Asked) -> Compared:
        """How these articles compare."""
        ...
