"""Of one verb in a parsed sentence: when it places what it says, and whether it is denied."""

from __future__ import annotations

from reader.analysis.clauses.tokens import Sentence
from reader.analysis.clauses.verbs import (
    AHEAD,
    ANNOUNCING,
    BELIEVING,
    CAUSING,
    CLAIMS,
    CONDITIONS,
    DENYING,
    FAILING,
    FUTURE_AUXILIARIES,
    HEDGES,
    INTENTIONS,
    NEGATIVE_SUBJECTS,
    NEGATIVES,
    NOT_NEGATIVE_BEFORE,
    PERFECT_AUXILIARIES,
    POSSIBLE_AUXILIARIES,
    SEEMING,
    WISHING,
    verb_stem,
)
from reader.models.annotations import Tense

DEEPEST = 4
"""Heads that are looked at above a verb: "is expected to be able to sign" has three. A parse may have no end."""

_DEPENDING = frozenset({"xcomp", "ccomp", "conj", "acomp"})


def tense_of(sentence: Sentence, verb: int, depth: int = 0) -> Tense:
    """When the clause of a verb places it; ``MODAL`` for what is not said to be so ("should", "if")."""
    if _is_conditional(sentence, verb):
        return Tense.MODAL
    is_hedged = any(
        sentence.tokens[child].word in HEDGES for child in sentence.children(verb, "advmod") if child < verb
    )
    return Tense.POSSIBLE if is_hedged else _stated_tense(sentence, verb, depth)


def _stated_tense(sentence: Sentence, verb: int, depth: int) -> Tense:
    """The tense of a verb by its auxiliaries and its form."""
    auxiliaries = [sentence.tokens[child] for child in sentence.children(verb, "aux", "auxpass")]
    words, tags = {auxiliary.word for auxiliary in auxiliaries}, {auxiliary.tag for auxiliary in auxiliaries}
    if words & FUTURE_AUXILIARIES or ("would" in words and _is_reported(sentence, verb)):
        return Tense.FUTURE
    if "MD" in tags:
        is_possible = words & POSSIBLE_AUXILIARIES and not ("could" in words and sentence.has(verb, "neg"))
        return Tense.POSSIBLE if is_possible else Tense.MODAL
    if "TO" in tags:
        return _of_infinitive(sentence, verb, depth)
    if "VBD" in tags or (words & PERFECT_AUXILIARIES and sentence.tokens[verb].tag in {"VBN", "VBD"}):
        return Tense.PAST
    return Tense.PRESENT if tags & {"VBZ", "VBP"} else _of_form(sentence, verb, depth)


def tense_of_noun(sentence: Sentence, noun: int) -> Tense:
    """``FUTURE`` of what is still to be done: "he will inaugurate the opening of an embassy"; else none."""
    token = sentence.tokens[noun]
    is_future = token.relation == "dobj" and tense_of(sentence, token.head) in {Tense.FUTURE, Tense.MODAL}
    return Tense.FUTURE if is_future else Tense.NONE


def _of_form(sentence: Sentence, verb: int, depth: int) -> Tense:
    """The tense of a verb without auxiliaries."""
    token = sentence.tokens[verb]
    above = sentence.tokens[token.head]
    causing = causing_of(sentence, verb)
    if causing is not None and depth < DEEPEST:
        is_wished = verb_stem(sentence.tokens[causing].word) in {"want", "need"}
        return Tense.POSSIBLE if is_wished else tense_of(sentence, causing, depth + 1)
    if token.relation == "pcomp" and above.word in {"without", "after", "by"} and depth < DEEPEST:
        return tense_of(sentence, above.head, depth + 1)
    if token.relation == "conj" and token.tag in {"VB", "VBN"} and depth < DEEPEST:
        head = sentence.tokens[token.head]
        if head.tag == token.tag:
            return tense_of(sentence, token.head, depth + 1)
    if token.tag == "VBG" and token.relation in {"xcomp", "dobj"}:
        word = verb_stem(above.word)
        return Tense.POSSIBLE if word in WISHING else Tense.PAST if word in DENYING else Tense.NONE
    if token.tag == "VBD" or (token.tag == "VBN" and (token.relation == "acl" or sentence.has(verb, "nsubj"))):
        return Tense.PAST
    return Tense.PRESENT if token.tag in {"VBZ", "VBP"} else Tense.NONE


def causing_of(sentence: Sentence, verb: int) -> int | None:
    """The place of what has, or wants, a participle done ("to get the treaty signed"), or None."""
    token = sentence.tokens[verb]
    if token.tag not in {"VBN", "VBD"} or sentence.has(verb, "aux", "auxpass"):
        return None
    above = sentence.tokens[token.head]
    at = above.head if token.relation == "acl" and above.relation == "dobj" else token.head
    is_caused = token.relation in {"acl", "ccomp"} and verb_stem(sentence.tokens[at].word) in CAUSING
    return at if is_caused else None


def _of_infinitive(sentence: Sentence, verb: int, depth: int) -> Tense:
    """The tense of "to sign": what it depends on says whether it is to come, was done or was not."""
    token = sentence.tokens[verb]
    if token.relation == "ROOT":
        return Tense.FUTURE  # a headline: "President to visit the north"
    if token.relation == "acl" and verb_stem(sentence.tokens[token.head].word) in INTENTIONS:
        return Tense.FUTURE
    if token.relation not in {"xcomp", "advcl", "ccomp"} or depth >= DEEPEST:
        return Tense.NONE
    head = token.head
    word = verb_stem(sentence.tokens[head].word)
    is_quality = word == "be" and sentence.has(head, "acomp", "attr")  # "is proud, after all, to sign"
    if word in AHEAD and token.relation != "advcl" and not is_quality:
        above = _governing_tense(sentence, head, depth)
        return Tense.FUTURE if above in {Tense.PRESENT, Tense.PAST} else Tense.MODAL
    had_wished = any(sentence.tokens[child].word == "had" for child in sentence.children(head, "aux"))
    if word in SEEMING or (word in WISHING and not had_wished):  # what came of a past wish is another matter
        return Tense.POSSIBLE
    return tense_of(sentence, head, depth + 1) if word in FAILING else Tense.NONE


def _governing_tense(sentence: Sentence, head: int, depth: int) -> Tense:
    """The tense of "is set", also where "due" and "set" are no verbs but hang on "is"; headlines have no "is"."""
    token = sentence.tokens[head]
    if token.relation in {"acomp", "attr", "oprd"} and sentence.tokens[token.head].tag.startswith("V"):
        return tense_of(sentence, token.head, depth + 1)
    found = tense_of(sentence, head, depth + 1)
    bare = not sentence.has(head, "aux", "auxpass")
    return Tense.PRESENT if bare and token.tag in {"VBN", "VBD", "JJ"} and token.relation == "ROOT" else found


def _is_reported(sentence: Sentence, verb: int) -> bool:
    """Whether a verb hangs on one of saying in the past: "said it would appeal" is what it will do."""
    token = sentence.tokens[verb]
    return token.relation == "ccomp" and verb_stem(sentence.tokens[token.head].word) in ANNOUNCING


def _is_conditional(sentence: Sentence, verb: int) -> bool:
    """Whether a clause does not say that something is so: "if", "customers who have paid", "a claim that"."""
    token = sentence.tokens[verb]
    if token.relation == "relcl" and sentence.tokens[token.head].tag == "NNS":
        return not sentence.has(token.head, "det", "poss", "nummod", "amod")
    if token.relation in {"acl", "relcl"} and sentence.has(verb, "nsubj", "nsubjpass"):
        return verb_stem(sentence.tokens[token.head].word) in CLAIMS
    return any(sentence.tokens[child].word in CONDITIONS for child in sentence.children(verb, "mark", "advmod"))


def is_negated(sentence: Sentence, verb: int) -> bool:
    """Whether a clause is denied, by itself or by what it depends on; a double denial is none.

    "Did not say that it signed" denies nothing of the signing and "did not deny it" confirms it; "did not want to
    sign", "refused to sign", "does not think that it signed" and "denied that it signed" say that nothing was signed.
    """
    denied = _denies_itself(sentence, verb) or _is_unintended(sentence, verb)
    at = verb
    for _ in range(DEEPEST):
        token = sentence.tokens[at]
        if token.head == at or token.relation not in _DEPENDING:
            break
        if token.relation == "conj":
            if sentence.has(at, "nsubj", "nsubjpass", "aux", "auxpass"):
                break
        else:
            head = verb_stem(sentence.tokens[token.head].word)
            is_infinitive = token.relation in {"xcomp", "acomp"}
            denied ^= head in DENYING or (is_infinitive and head in FAILING)
            if (is_infinitive or head in DENYING | BELIEVING) and _denies_itself(sentence, token.head):
                denied = not denied
        at = token.head
    return denied


def _is_unintended(sentence: Sentence, verb: int) -> bool:
    """Whether an infinitive is what somebody has no plan to do."""
    token = sentence.tokens[verb]
    noun = verb_stem(sentence.tokens[token.head].word)
    determiners = {sentence.tokens[word].word for word in sentence.children(token.head, "det")}
    return token.relation == "acl" and noun in INTENTIONS and "no" in determiners


def _denies_itself(sentence: Sentence, verb: int) -> bool:
    for child in sentence.children(verb):
        token = sentence.tokens[child]
        if token.relation == "neg" or token.word in NEGATIVES:
            following = sentence.tokens[child + 1].word if child + 1 < len(sentence.tokens) else ""
            if following not in NOT_NEGATIVE_BEFORE:
                return True
        if token.relation in {"nsubj", "nsubjpass"} and child != sentence.children(verb, token.relation)[-1]:
            continue  # taken in from a clause before: "none as painful as when Okafor missed"
        if token.relation in {"nsubj", "nsubjpass", "dobj"}:
            determiners = {sentence.tokens[word].word for word in sentence.children(child, "det")}
            if "no" in determiners or token.word in NEGATIVE_SUBJECTS:
                return True
        if token.relation == "advmod" and token.word == "longer":
            return True
        if token.relation == "acomp" and sentence.has(child, "neg"):
            return True
    token = sentence.tokens[verb]
    if token.relation == "acl":  # "not a theology based on the Bible", "no law signed by her"
        words = {sentence.tokens[word].word for word in sentence.children(token.head, "neg", "det")}
        return bool(words & NEGATIVES or "no" in words)
    return token.relation == "pcomp" and sentence.tokens[token.head].word == "without"
