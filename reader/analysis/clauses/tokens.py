"""A parsed sentence as plain records: what the parser hands over, and what the clauses are read from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Token(NamedTuple):
    """A word of a parsed sentence.

    Attributes:
        start: offset into the text that was parsed.
        word: as written, in lower case.
        tag: part of speech (Penn Treebank: "VBD", "NNP").
        relation: what it is to its head (ClearNLP: "nsubj", "dobj").
        head: place of its head in the sentence; its own place if it has none.
    """

    start: int
    end: int
    word: str
    tag: str
    relation: str
    head: int


class Sentence:
    """The tokens of a parsed text, with the way from a head to its dependents."""

    __slots__ = ("_children", "tokens")

    def __init__(self, tokens: Sequence[Token]) -> None:
        """Take the tokens in reading order; their heads are places in this sequence."""
        self.tokens = tuple(tokens)
        self._children: list[list[int]] = [[] for _ in tokens]
        for place, token in enumerate(self.tokens):
            if token.head != place:
                self._children[token.head].append(place)

    def children(self, place: int, *relations: str) -> list[int]:
        """Places of the dependents of a token, in reading order; of certain relations only, if any are given."""
        found = self._children[place]
        return [child for child in found if self.tokens[child].relation in relations] if relations else found

    def has(self, place: int, *relations: str) -> bool:
        """Whether a token has a dependent of one of these relations."""
        return any(self.tokens[child].relation in relations for child in self._children[place])
