"""Verbs for one act: who quits, resigns or steps down does the same, and who rejects does not approve.

A verb stands in one set only; a particle belongs to it ("step down").
"""

from __future__ import annotations

from reader.analysis.alignment.stemming import stem

_SETS = """
leave quit resign retire step_down
jail imprison sentence
free release liberate
approve accept adopt ratify clear authorise authorize agree pass
buy acquire purchase take_over
close shut shut_down
raise increase hike
cut reduce slash
kill murder
arrest detain
beat defeat
injure wound
dismiss sack oust
delay postpone
cancel call_off scrap
withdraw pull_out
apologise apologize
admit confirm
allow permit
convict find_guilty
"""

_OPPOSITES = """
approve: reject veto decline refuse turn_down vote_down block
uphold: overturn strike_down
convict: acquit
win: lose
allow: ban bar prohibit forbid
admit: deny
rise: fall decrease
support: oppose
survive: die
suspect: rule_out
"""


def _stemmed(verb: str) -> str:
    """The stem of a verb as clauses have it, its particle after it."""
    word, _, particle = verb.partition("_")
    return f"{stem(word)} {particle}".rstrip()


_SAME = {_stemmed(verb): _stemmed(words.split()[0]) for words in _SETS.strip().splitlines() for verb in words.split()}
_DENIED = {
    _stemmed(verb): _stemmed(act)
    for act, _, verbs in (line.partition(":") for line in _OPPOSITES.strip().splitlines())
    for verb in verbs.split()
}


def act_of(verb: str) -> str:
    """The act that a verb stands for, or denies, by the stem of its first verb."""
    return _DENIED.get(verb) or _SAME.get(verb, verb)


def denies(verb: str) -> bool:
    """Whether a verb says that its act was not done."""
    return verb in _DENIED
