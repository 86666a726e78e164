"""Words that decide what a clause says of its predicate: is it done, to be done, denied; and nouns that are verbs."""

from __future__ import annotations

from reader.analysis.alignment.stemming import stem

FUTURE_AUXILIARIES = frozenset({"will", "shall", "'ll", "’ll", "wo", "sha"})
"""As the tokenizer cuts them: "won't" is "wo" and "n't"."""

PERFECT_AUXILIARIES = frozenset({"has", "have", "had", "'ve", "’ve", "'d"})

_AHEAD = """
expected set due scheduled planned going about poised slated intends prepares decided agreed vowed pledged promised
ready likely
"""
AHEAD = frozenset(map(stem, _AHEAD.split())) | {"plan", "intend", "be"}
"""Stems of what an infinitive depends on when it is still to come: "is set to open", "plans to open", "is to open"."""

INTENTIONS = frozenset(map(stem, ("plan", "intention", "promise", "vow", "pledge")))
"""Stems of nouns that an infinitive says the content of: "announced a plan to close"."""

POSSIBLE_AUXILIARIES = frozenset({"may", "might", "could"})

WISHING = frozenset(
    map(stem, ("wants", "hopes", "seek", "considering", "weighing", "mulling", "contemplates", "proposed", "threatened",
               "tried", "attempted", "offered"))
)  # fmt: skip
"""Stems of what an infinitive or a gerund depends on when it is only wished for: "considers closing", "hopes to"."""

_CLAIMS = """
claim promise allegation suggestion possibility rumor rumour idea belief fear hope prediction threat warning vow pledge
demand accusation speculation suspicion notion assertion theory
"""
CLAIMS = frozenset(map(stem, _CLAIMS.split()))
"""Stems of nouns whose "that" says what need not be so."""

CAUSING = frozenset({"get", "have", "want", "need"})
"""Stems of what has, or wants, something done by others: "to get the treaty signed"."""

SEEMING = frozenset(map(stem, ("seem", "appear", "believed", "thought", "suspected", "feared")))
"""Stems of what an infinitive depends on when it is only held to be so: "appears to have sunk", "is believed to"."""

HEDGES = frozenset({"possibly", "probably", "apparently", "perhaps", "maybe", "likely", "presumably", "potentially"})
"""Adverbs of a verb only held to be so. "Reportedly", "allegedly" say no more than another report's "police said"."""

ANNOUNCING = frozenset(
    map(stem, ("say", "announced", "promised", "vowed", "pledged", "confirmed", "declared", "added"))
)
"""Stems of verbs after which "would" is the future of the past."""

FAILING = frozenset(map(stem, ("failed", "refused", "declined", "neglected", "forgot")))
"""Stems of verbs that say of an infinitive that it was not done."""

DENYING = frozenset(map(stem, ("denied", "denies", "deny", "disputes", "rejects", "refutes")))
"""Stems of verbs that say of what follows that somebody calls it untrue."""

BELIEVING = frozenset(map(stem, ("think", "believe", "feel", "expect", "suppose")))
"""Stems of verbs that are denied in place of what they lead to: who does not think so thinks it is not so."""

NEGATIVES = frozenset({"not", "n't", "n’t", "never", "nt"})
NEGATIVE_SUBJECTS = frozenset({"nobody", "none", "neither", "nothing"})
NOT_NEGATIVE_BEFORE = frozenset({"only", "just", "merely", "simply"})
""""Not only" denies nothing."""

CONDITIONS = frozenset({"if", "whether", "unless", "until", "lest", "before", "should"})
"""Marks of clauses that do not say that something is so."""

PARTS = frozenset(
    {
        "series", "number", "group", "set", "lot", "range", "couple", "handful", "majority", "part", "round", "string",
        "pair", "half", "most", "some", "all", "many", "few", "several", "one", "dozen", "dozens", "hundreds",
        "thousands", "each", "any", "kind", "type", "total", "copy", "copies",
    }
)  # fmt: skip
"""Nouns that only portion out what follows: "a series of agreements" are agreements."""

_NOUNS = {
    "sale": "sell",
    "purchase": "buy",
    "invasion": "invade",
    "approval": "approve",
    "refusal": "refuse",
    "closure": "close",
    "arrival": "arrive",
    "signature": "sign",
    "destruction": "destroy",
    "acquisition": "acquire",
    "expulsion": "expel",
    "seizure": "seize",
    "decision": "decide",
    "withdrawal": "withdraw",
    "removal": "remove",
    "dismissal": "dismiss",
    "arrest": "arrest",
    "release": "release",
    "murder": "murder",
    "election": "elect",
    "inauguration": "inaugurate",
    "construction": "construct",
    "launch": "launch",
    "creation": "create",
    "death": "die",
    "delivery": "deliver",
    "loss": "lose",
    "theft": "steal",
    "defeat": "defeat",
    "failure": "fail",
    "bombing": "bomb",
}
_NOUN_ENDINGS = ("ing", "ings", "ment", "ments")

_IRREGULAR = {
    "sought": "seek", "caught": "catch", "taught": "teach", "thought": "think", "stood": "stand", "understood":
    "understand", "withdrew": "withdraw", "withdrawn": "withdraw", "drew": "draw", "drawn": "draw", "broke": "break",
    "broken": "break", "drove": "drive", "driven": "drive", "flew": "fly", "flown": "fly", "froze": "freeze", "frozen":
    "freeze", "hid": "hide", "hidden": "hide", "threw": "throw", "thrown": "throw", "swore": "swear", "sworn": "swear",
    "sank": "sink", "sunk": "sink", "laid": "lay", "rebuilt": "rebuild", "lent": "lend", "spent": "spend", "kept":
    "keep", "slept": "sleep", "felt": "feel", "meant": "mean", "heard": "hear", "told": "tell", "said": "say", "ran":
    "run", "rang": "ring", "sang": "sing", "swam": "swim", "wore": "wear", "worn": "wear", "bore": "bear", "borne":
    "bear", "tore": "tear", "torn": "tear", "shown": "show", "ate": "eat", "eaten": "eat", "beaten": "beat", "bent":
    "bend", "bound": "bind", "became": "become", "did": "do", "done": "do", "had": "have", "has": "have", "got": "get",
    "forgot": "forget", "forgotten": "forget", "overtook": "overtake", "overtaken": "overtake", "undertook":
    "undertake", "withheld": "withhold", "forbade": "forbid", "forbidden": "forbid", "hanged": "hang", "hung": "hang",
    "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being": "be", "am": "be",
}  # fmt: skip
"""Irregular forms besides those that every stem knows; the rest follows the rules of the stemmer."""


def verb_stem(word: str) -> str:
    """The stem of a form of a verb, in lower case."""
    return stem(_IRREGULAR.get(word, word))


def verb_of_noun(noun: str) -> str | None:
    """The stem of the verb that a noun in lower case stands for ("opening", "sale"), or None."""
    single = noun.removesuffix("s")
    known = _NOUNS.get(noun) or _NOUNS.get(single)
    if known is not None:
        return stem(known)
    return stem(noun) if noun.endswith(_NOUN_ENDINGS) and stem(noun) != noun else None
