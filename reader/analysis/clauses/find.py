"""The clauses of a parsed sentence. Pure: tokens in, records out, with offsets into the article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.analysis.clauses.arguments import Phrase, arguments_of_noun, arguments_of_verb, particles_of
from reader.analysis.clauses.tense import is_negated, tense_of, tense_of_noun
from reader.analysis.clauses.tokens import Sentence, Token
from reader.analysis.clauses.verbs import verb_of_noun, verb_stem
from reader.models.annotations import Argument, Clause, Tense

_AUXILIARY = ("aux", "auxpass", "neg")
_NO_PREDICATE = frozenset({"aux", "auxpass", "amod", "compound"})
_NOUN_TAGS = frozenset({"NN", "NNS", "VBG"})


class _Found(NamedTuple):
    """A clause in tokens: the predicate, and what takes part."""

    predicate: Phrase
    verb: str
    tense: Tense
    negated: bool
    arguments: list[tuple[str, Phrase]]


def clauses_of(tokens: Sequence[Token], base: int, quotations: Sequence[tuple[int, int]] = ()) -> list[Clause]:
    """Every verb, and every noun that stands for one and says what it is done to, as a clause; in reading order.

    Args:
        tokens: of one sentence.
        base: offset of the sentence in its article.
        quotations: the quoted stretches of the article.
    """
    sentence = Sentence(tokens)
    clauses: list[Clause] = []
    for place in range(len(sentence.tokens)):
        found = _clause_at(sentence, place)
        if found is None:
            continue
        start, end = _span(sentence, found.predicate, base)
        arguments = {Argument(role, *_span(sentence, phrase, base)) for role, phrase in found.arguments}
        clauses.append(
            Clause(
                start=start,
                end=end,
                verb=found.verb,
                tense=found.tense,
                negated=found.negated,
                quoted=any(opened <= start < closed for opened, closed in quotations),
                arguments=tuple(sorted(arguments, key=lambda each: (each.start, each.end, each.role))),
            )
        )
    return clauses


def _clause_at(sentence: Sentence, place: int) -> _Found | None:
    """The clause of which a token is the verb, or the noun that stands for one."""
    token = sentence.tokens[place]
    if token.tag.startswith("V") and token.relation not in _NO_PREDICATE:
        first = min([place, *(child for child in sentence.children(place, *_AUXILIARY) if child < place)])
        return _Found(
            (first, place),
            _with_particle(sentence, place),
            tense_of(sentence, place),
            is_negated(sentence, place),
            arguments_of_verb(sentence, place),
        )
    verb = verb_of_noun(token.word) if token.tag in _NOUN_TAGS else None
    arguments = arguments_of_noun(sentence, place) if verb is not None else []
    if verb is None or not arguments:
        return None
    return _Found((place, place), verb, tense_of_noun(sentence, place), negated=False, arguments=arguments)


def _with_particle(sentence: Sentence, verb: int) -> str:
    """The stem of a verb with its particle: "take over" is no "take"."""
    particles = [sentence.tokens[child].word for child in particles_of(sentence, verb)]
    return " ".join([verb_stem(sentence.tokens[verb].word), *particles])


def _span(sentence: Sentence, phrase: Phrase, base: int) -> tuple[int, int]:
    first, last = phrase
    return base + sentence.tokens[first].start, base + sentence.tokens[last].end
