"""Who and what takes part in a clause: phrases of a parsed sentence with the role they play, in any voice."""

from __future__ import annotations

from collections.abc import Iterator

from reader.analysis.clauses.tokens import Sentence
from reader.analysis.clauses.verbs import PARTS
from reader.models.annotations import AGENT, PATIENT, QUALITY

_CONJUNCTIONS = frozenset({"after", "before", "since", "until", "as", "with"})

Phrase = tuple[int, int]
"""First and last token of a phrase; the last one is its head."""

DEEPEST = 4
"""Steps from a verb to the one whose subject it shares: "went on to try to sign"."""

_MEANING_SPEAKER = {"i": ("NNP",), "he": ("NNP",), "she": ("NNP",), "it": ("NN", "NNP"), "we": ("NN", "NNP")}
"""Pronouns that mean who says the clause, by what that one must be: a name, or an organisation."""

_SHARING = frozenset({"conj", "xcomp", "acomp"})
"""What has its subject from what it depends on: "signed and left", "wants to leave", "is due to leave"."""

_INSIDE = frozenset({"compound", "amod", "nmod", "poss", "nummod", "case", "punct", "quantmod", "advmod"})
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
"""What is no part of the name after it: "on Wednesday Ana Silva was elected"."""

_PARTICLES = {"advmod": frozenset({"down", "off", "out", "over", "up"}), "prep": frozenset({"down"})}
"""Particles by what the parser may take them for: "stepped down", "voted down the plan"."""

_RELATIVE = frozenset({"who", "which", "that", "whom"})


def arguments_of_verb(sentence: Sentence, verb: int) -> list[tuple[str, Phrase]]:
    """Role and phrase of everything that a verb has beside it."""
    found: list[tuple[str, int]] = []
    tokens = sentence.tokens
    subjects = _subjects(sentence, verb)
    subjects = subjects + _meant_by(sentence, verb, subjects)
    passive = sentence.has(verb, "auxpass", "nsubjpass") or _is_passive_participle(sentence, verb)
    found += [(PATIENT if passive else AGENT, subject) for subject in subjects]
    for child in sentence.children(verb):
        relation = tokens[child].relation
        if relation == "dobj":
            found.append((PATIENT, child))
        elif relation == "dative":
            found += [("to", noun) for noun in (sentence.children(child, "pobj") or [child])]
        elif relation in {"acomp", "oprd"} or (relation == "ccomp" and tokens[child].tag == "JJ"):
            found.append((QUALITY, child))  # "found the broker guilty": a clause to the parser
            found += [(PATIENT, noun) for noun in sentence.children(child, "nsubj") if relation == "ccomp"]
        elif relation == "agent":
            found += [(AGENT, noun) for noun in sentence.children(child, "pobj")]
        elif relation == "prep" and child in particles_of(sentence, verb):
            found += [(PATIENT, noun) for noun in sentence.children(child, "pobj")]
        elif relation == "prep":
            found += _prepositional(sentence, child)
    return list(_phrases(sentence, found))


def particles_of(sentence: Sentence, verb: int) -> list[int]:
    """The particles of a verb; right behind it also those that the parser takes for adverbs or prepositions."""
    beside = verb + 1
    return [
        child
        for child in sentence.children(verb, "prt", "advmod", "prep")
        if sentence.tokens[child].relation == "prt"
        or (child == beside and sentence.tokens[child].word in _PARTICLES[sentence.tokens[child].relation])
    ]


def arguments_of_noun(sentence: Sentence, noun: int) -> list[tuple[str, Phrase]]:
    """Role and phrase of what takes part in a noun that stands for a verb; empty if it says not what it is done to."""
    found: list[tuple[str, int]] = []
    patients: list[int] = []
    for preposition in sentence.children(noun, "prep"):
        word = sentence.tokens[preposition].word
        if word == "of":
            patients = patients + sentence.children(preposition, "pobj")
        elif word == "by":
            found += [(AGENT, object_) for object_ in sentence.children(preposition, "pobj")]
        else:
            found += _prepositional(sentence, preposition)
    patients = patients or sentence.children(noun, "compound")  # "the embassy opening"
    if not patients:
        return []
    found += [(PATIENT, patient) for patient in patients]
    found += [(AGENT, owner) for owner in sentence.children(noun, "poss")]
    return list(_phrases(sentence, found))


def _subjects(sentence: Sentence, verb: int) -> list[int]:
    """The subject of a verb: its own, the noun it describes, or the one it shares with what it depends on."""
    at = verb
    for _ in range(DEEPEST):
        token = sentence.tokens[at]
        own = sentence.children(at, "nsubj", "nsubjpass")
        if own:
            is_relative = token.relation == "relcl" and sentence.tokens[own[0]].word in _RELATIVE
            return [token.head] if is_relative else own
        above = _sharing(sentence, at)
        if above == at or _is_taken_for_joined(sentence, at):
            break
        at = above
    token = sentence.tokens[verb]
    if token.tag == "VBG" and verb and sentence.tokens[verb - 1].tag.startswith("NNP"):
        return [verb - 1]  # "after Norway opening an embassy"
    if token.relation == "acl" and token.tag in {"VBG", "VBN", "VBD"}:
        return [token.head]
    if token.relation in {"advcl", "conj"}:
        return _taken_for_object(sentence, verb)
    return _name_before(sentence, verb) if token.relation in {"ROOT", "ccomp"} else []


def _name_before(sentence: Sentence, verb: int) -> list[int]:
    """The name right before a finite verb that the parser gave no subject: "On Monday Norda was sold"."""
    auxiliaries = [child for child in sentence.children(verb, "aux", "auxpass") if child < verb]
    at = min([verb, *auxiliaries])
    is_finite = sentence.tokens[at].tag in {"VBD", "VBZ", "VBP", "MD"}
    return [at - 1] if is_finite and at and sentence.tokens[at - 1].tag.startswith("NNP") else []


def _meant_by(sentence: Sentence, verb: int, subjects: list[int]) -> list[int]:
    """Whom a pronoun in what somebody says means: mostly the one who says it ("Silva said she would resign")."""
    at = verb
    for _ in range(DEEPEST):
        token = sentence.tokens[at]
        if token.relation == "ccomp" and sentence.tokens[token.head].tag.startswith("V"):
            above = sentence.children(token.head, "nsubj")
            tags = _MEANING_SPEAKER.get(sentence.tokens[subjects[0]].word, ()) if len(subjects) == 1 else ()
            return [one for one in above if sentence.tokens[one].tag in tags and sentence.tokens[one].word != "police"]
        at = _sharing(sentence, at)
    return []


def _sharing(sentence: Sentence, verb: int) -> int:
    """The place whose subject a verb shares, or its own: "has plans to leave" too."""
    token = sentence.tokens[verb]
    if token.relation == "acl" and token.tag == "VB" and sentence.tokens[token.head].relation == "dobj":
        return sentence.tokens[token.head].head
    return token.head if token.relation in _SHARING else verb


def _is_taken_for_joined(sentence: Sentence, verb: int) -> bool:
    """Whether the parser joins a verb to another without an "and" between, past a subject taken for an object."""
    token = sentence.tokens[verb]
    joined = any(token.head < word < verb for word in sentence.children(token.head, "cc"))
    return token.relation == "conj" and not joined and bool(_taken_for_object(sentence, verb))


def _taken_for_object(sentence: Sentence, verb: int) -> list[int]:
    """The subject of a clause that the parser takes for a preposition's object: "after Norway, in March, opened"."""
    head = sentence.tokens[verb].head
    before = [
        child
        for child in sentence.children(head, "prep")
        if head < child < verb and sentence.tokens[child].word in _CONJUNCTIONS
    ]
    return sentence.children(before[-1], "pobj") if before else []


def _is_passive_participle(sentence: Sentence, verb: int) -> bool:
    """Whether a verb is a participle that its noun suffers: "agreements signed in Oran"."""
    token = sentence.tokens[verb]
    shared = token.relation == "conj" and token.tag == "VBN" and not sentence.has(verb, "nsubj", "aux")
    if shared and token.head != verb:
        return sentence.has(token.head, "auxpass") or _is_bare_participle(sentence, token.head)
    return _is_bare_participle(sentence, verb)


def _is_bare_participle(sentence: Sentence, verb: int) -> bool:
    token = sentence.tokens[verb]
    return token.relation == "acl" and token.tag in {"VBN", "VBD"} and not sentence.has(verb, "nsubj", "aux")


def _prepositional(sentence: Sentence, preposition: int) -> list[tuple[str, int]]:
    """What a preposition leads to, with the preposition as its role."""
    role = sentence.tokens[preposition].word
    return [(role, noun) for noun in sentence.children(preposition, "pobj")]


def _phrases(sentence: Sentence, found: list[tuple[str, int]]) -> Iterator[tuple[str, Phrase]]:
    """Every noun as a phrase, with those joined to it and those beside it; what hangs on it by a preposition too."""
    for role, noun in found:
        for head in _joined(sentence, noun):
            whole = _whole(sentence, head)
            for each in whole:
                yield role, phrase_of(sentence, each)
            if role not in {AGENT, PATIENT} or whole != [head]:
                continue
            for preposition in sentence.children(head, "prep"):
                for hanging, inner in _prepositional(sentence, preposition):
                    if role == PATIENT or hanging == "of":
                        yield hanging, phrase_of(sentence, inner)


def _joined(sentence: Sentence, noun: int) -> list[int]:
    """The noun, what is joined to it by "and", and what stands beside it ("the minister, Ana Silva")."""
    found, waiting = [noun], [noun]
    while waiting:
        for child in sentence.children(waiting.pop(), "conj", "appos"):
            if sentence.tokens[child].tag.startswith(("N", "PRP")):
                found.append(child)
                waiting.append(child)
    return sorted(found)


def _whole(sentence: Sentence, noun: int) -> list[int]:
    """What a noun that only portions out stands for: of "a series of agreements" the agreements, else itself."""
    if sentence.tokens[noun].word not in PARTS:
        return [noun]
    inner = [
        object_
        for preposition in sentence.children(noun, "prep")
        if sentence.tokens[preposition].word == "of"
        for object_ in sentence.children(preposition, "pobj")
    ]
    return inner or [noun]


def phrase_of(sentence: Sentence, head: int) -> Phrase:
    """A noun with the words before it that belong to it, without article and numerals' hedges."""
    first = head
    for child in reversed(sentence.children(head)):
        if child >= head:
            continue
        token = sentence.tokens[child]
        if token.relation not in _INSIDE or token.word in _DAYS or _last(sentence, child) + 1 != first:
            break
        first = _first(sentence, child)
    return first, head


def _first(sentence: Sentence, place: int) -> int:
    """Where the words that depend on a word before a noun begin, without an article."""
    inner = [
        child
        for child in sentence.children(place)
        if child < place and sentence.tokens[child].relation in _INSIDE and sentence.tokens[child].relation != "punct"
    ]
    return min(inner, default=place)


def _last(sentence: Sentence, place: int) -> int:
    return max([place, *sentence.children(place)])
