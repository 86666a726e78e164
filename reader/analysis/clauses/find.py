"""The clauses of a parsed sentence. Pure: tokens in, records out, with offsets into the article."""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.clauses.arguments import Phrase, arguments_of_noun, arguments_of_verb
from reader.analysis.clauses.tense import is_negated, tense_of
from reader.analysis.clauses.tokens import Sentence, Token
from reader.analysis.clauses.verbs import verb_of_noun, verb_stem
from reader.models.annotations import Argument, Clause, Tense

_AUXILIARY = ("aux", "auxpass", "neg")


def clauses_of(tokens: Sequence[Token], base: int, quotations: Sequence[tuple[int, int]] = ()) -> list[Clause]:
    """Every verb, and every noun that stands for one and says what it is done to, as a clause; in reading order.

    Args:
        tokens: of one sentence.
        base: offset of the sentence in its article.
        quotations: the quoted stretches of the article.
    """
    sentence = Sentence(tokens)
    found: list[Clause] = []
    for place, token in enumerate(sentence.tokens):
        if token.tag.startswith("V") and token.relation not in {"aux", "auxpass", "amod", "compound"}:
            arguments = arguments_of_verb(sentence, place)
            tense, negated = tense_of(sentence, place), is_negated(sentence, place)
            first = min([place, *(child for child in sentence.children(place, *_AUXILIARY) if child < place)])
            verb = _with_particle(sentence, place)
            found.append(_clause(sentence, (first, place), verb, tense, negated, arguments, base, quotations))
        elif token.tag in {"NN", "NNS", "VBG"} and (noun_verb := verb_of_noun(token.word)) is not None:
            arguments = arguments_of_noun(sentence, place)
            if arguments:
                found.append(
                    _clause(sentence, (place, place), noun_verb, Tense.NONE, False, arguments, base, quotations)
                )
    return found


def _with_particle(sentence: Sentence, verb: int) -> str:
    """The stem of a verb with its particle: "take over" is no "take"."""
    particles = [sentence.tokens[child].word for child in sentence.children(verb, "prt")]
    return " ".join([verb_stem(sentence.tokens[verb].word), *particles])


def _clause(
    sentence: Sentence,
    predicate: Phrase,
    verb: str,
    tense: Tense,
    negated: bool,
    arguments: list[tuple[str, Phrase]],
    base: int,
    quotations: Sequence[tuple[int, int]],
) -> Clause:
    start, end = _span(sentence, predicate, base)
    return Clause(
        start=start,
        end=end,
        verb=verb,
        tense=tense,
        negated=negated,
        quoted=any(opened <= start < closed for opened, closed in quotations),
        arguments=tuple(
            sorted(
                {Argument(role, *_span(sentence, phrase, base)) for role, phrase in arguments},
                key=lambda argument: (argument.start, argument.end, argument.role),
            )
        ),
    )


def _span(sentence: Sentence, phrase: Phrase, base: int) -> tuple[int, int]:
    first, last = phrase
    return base + sentence.tokens[first].start, base + sentence.tokens[last].end
