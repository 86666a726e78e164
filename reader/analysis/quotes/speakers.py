"""Who said it: the speaker of each quotation, guessed from the verb of saying beside it.

After the quotation (“…,” says Cohen), before it (Cohen said, “…”), by what it continues, or by the name under a pull
quote. A guess: pronouns and role nouns go to the last person in focus; where nothing speaks for anyone it is None.
"""

from __future__ import annotations

import re
from typing import Final

from reader.analysis.quotes.cues import verbs_in
from reader.analysis.quotes.following import AFTER_REACH, named_next, named_right_after, said_after
from reader.analysis.quotes.people import People
from reader.analysis.quotes.preceding import BEFORE_REACH, said_before
from reader.analysis.quotes.voices import BY_NEIGHBOUR, NOBODY, Attribution, resolved

OPENING_REACH: Final = 40
"""Characters searched after and before a quotation for its verb, and back for the person in focus."""
MARKS_REACH: Final = 12
"""Characters before the end of a quotation among which its closing marks stand."""
_CREDITED = re.compile(r"[ ,]{0,3}(?:according to|in the words of) ", re.IGNORECASE)
"""What right after a quotation names its speaker, whoever speaks before it."""
_BRACKETED = re.compile(r"\s*\([^()\n]{1,400}(?:\)|$|(?=\n))")
"""What the report adds in brackets after a quotation: nobody in it has said the quotation."""


def attribute(text: str, hidden: str, people: People, quote: tuple[int, int], bounds: tuple[int, int]) -> Attribution:
    """The attribution that stands in the same sentence; ``NOBODY`` if none does.

    ``hidden`` is the text with quotations blanked; ``bounds`` are the sentence's, from the one in which the quotation
    ``quote`` begins to the one in which it ends.
    """
    start, end = quote
    inner_end = last_inside(text, start, end)
    bracketed = _BRACKETED.match(hidden, end)
    after = said_after(hidden, people, bracketed.end() if bracketed else end, bounds[1])
    before = said_before(hidden, people, bounds[0], start)
    credited = _CREDITED.match(hidden, end) is not None
    introduced = hidden[:start].rstrip()[-1:] in {",", ":"} and inner_end in {"?", "!"}
    leads_on = inner_end in {",", "?", "!", "—", "–"} and not introduced
    chosen = (after or before) if credited or leads_on else (before or after)
    return (
        chosen
        or named_next(hidden, people, end, bounds[1])
        or _participle(hidden, people, quote, bounds)
        or _split(hidden, people, quote, bounds)
        or (named_right_after(hidden, people, end, bounds[1]) if leads_on else None)
        or NOBODY
    )


def last_inside(text: str, start: int, end: int) -> str:
    """The last character that a quotation has before its closing marks, or ""."""
    return text[max(start, end - MARKS_REACH) : end].rstrip("\"”»’‘' \u00a0")[-1:]


def _split(hidden: str, people: People, quote: tuple[int, int], bounds: tuple[int, int]) -> Attribution | None:
    """A subject before ("Bayramov, whose country supports “…,” says that")."""
    verb = next(verbs_in(hidden, quote[1], min(bounds[1], quote[1] + AFTER_REACH)), None)
    if verb is None or hidden[quote[1] : verb.start()].strip(" ,\u00a0"):
        return None
    found = people.candidates(max(bounds[0], quote[0] - BEFORE_REACH), quote[0])
    subject = next((candidate for candidate in found if people.is_subject(candidate, bounds[0])), None)
    return resolved(people, subject, verb.group()) if subject else None


def subject_of(people: People, quote: tuple[int, int], bounds: tuple[int, int]) -> Attribution:
    """The one with whom the sentence begins: the last guess for words quoted in it without a verb of saying."""
    found = people.candidates(bounds[0], min(quote[0], bounds[0] + OPENING_REACH))
    if not found or found[0].unnamed or not people.is_subject(found[0], bounds[0]):
        return NOBODY
    voice = resolved(people, found[0], "")
    return Attribution(voice.speaker, "", BY_NEIGHBOUR) if voice and voice.speaker else NOBODY


def _participle(hidden: str, people: People, quote: tuple[int, int], bounds: tuple[int, int]) -> Attribution | None:
    """A participle: "After praising “…,” Reyes flew home": the verb before has its subject after the quotation."""
    verb = next(verbs_in(hidden, max(bounds[0], quote[0] - BEFORE_REACH), quote[0]), None)
    if verb is None or not verb.group().endswith("ing"):
        return None
    found = people.candidates(quote[1], min(bounds[1], quote[1] + AFTER_REACH))
    if not found or hidden[quote[1] : found[0].start].strip(" ,\u00a0") or not people.is_subject(found[0], quote[1]):
        return None
    return resolved(people, found[0], verb.group())
