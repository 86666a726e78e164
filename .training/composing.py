"""Passages of our own with their names: the templates of ``lists/sentences.txt``, filled anew each time."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from lists import FOLDER, Person, drawn, person, with_particles
from records import Name, Sentence

_SLOT = re.compile(r"\{([A-Za-z]+)(\d?)(?:\.(\w+))?(\^?)\}|\[([A-Z]+) ([^\]]+)\]")
_INNER = re.compile(r"\{([a-z]+)(\d?)\}")

GROUPS = {
    **dict.fromkeys(("company", "media", "body", "made", "club", "possessive", "airline", "firm"), "ORG"),
    **dict.fromkeys(("country", "town", "region", "place"), "PLACE"),
    **dict.fromkeys(("people", "peoples"), "GROUP"),
    **dict.fromkeys(("ship", "craft", "product", "event", "law", "prize", "work"), "OTHER"),
    "townclub": "ORG",
}
"""What the names of each group are; those of ``disease`` are none."""

_WITH_ARTICLE = frozenset({"body", "made"})
"""Groups whose names have an article before them, one in two."""

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December", "Jan", "Feb", "Aug.", "Sept.",
)  # fmt: skip
_NICKNAMES = ("The Boulder", "Bill", "Sonny", "The Fox", "Tiny", "Iron Mike", "Chapo", "The Wall", "Red", "Doc")

_PLAIN: dict[str, Callable[[random.Random], str]] = {
    "day": lambda chance: chance.choice(_DAYS),
    "month": lambda chance: chance.choice(_MONTHS),
    "n": lambda chance: str(chance.randint(2, 99)),
    "d": lambda chance: str(chance.randint(0, 7)),
    "year": lambda chance: str(chance.randint(1900, 2024)),
    "dash": lambda chance: chance.choice(("-", "\u2013", "\u2014", "--")),
    "disease": lambda chance: drawn("disease", chance),
}


def composed(times: int, chance: random.Random) -> list[Sentence]:
    """Every template filled ``times`` times, in random order."""
    lines = (FOLDER / "sentences.txt").read_text(encoding="utf-8").splitlines()
    templates = [line for line in lines if line and not line.startswith("#")]
    passages = [_filled(template, chance) for template in templates for _ in range(times)]
    chance.shuffle(passages)
    return passages


def _filled(template: str, chance: random.Random) -> Sentence:
    slots = _Slots(chance)
    text = ""
    names: list[Name] = []
    at = 0
    for match in _SLOT.finditer(template):
        text += template[at : match.start()]
        at = match.end()
        if match.group(1) in _WITH_ARTICLE and text.endswith(" ") and chance.random() < 0.5:
            text += "" if text.lower().endswith(" the ") else "the "
        words, kind = slots.fill(match)
        if kind is not None:
            the = 4 if words.startswith(("the ", "The ")) and kind == "ORG" else 0
            names.append(Name(len(text) + the, len(text) + len(words), kind))
        text += words
    return Sentence("own", text + template[at:], tuple(names), others_known=True)


class _Slots:
    """What the slots of one passage are filled with: the same slot has the same name again."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._people: dict[str, Person] = {}
        self._names: dict[str, str] = {}
        self._spaced = chance.choice(("", " "))

    def fill(self, slot: re.Match[str]) -> tuple[str, str | None]:
        """The words of a slot, and the kind of name that they are, if any."""
        group, number, form, capitals, kind, text = slot.groups()
        if group is None:
            return _INNER.sub(lambda slot: self._inner(*slot.groups()), text), kind
        if group in _PLAIN:
            return _PLAIN[group](self._chance), None
        if group in {"p", "P"}:
            words, kind = self._person(number, form), "PERSON"
        else:
            words, kind = self._name(group.lower(), number, form), GROUPS[group.lower()]
        return (words.upper() if capitals or (group.isupper() and len(group) > 1) else words), kind

    def _inner(self, group: str, number: str) -> str:
        """What a slot inside a bracketed name is filled with."""
        if group in _PLAIN:
            return _PLAIN[group](self._chance)
        key = group + number
        if group in {"g", "family"}:
            one = person(self._chance)
            return self._names.setdefault(key, one.given if group == "g" else one.family)
        return self._name(group, number, None)

    def _name(self, group: str, number: str, form: str | None) -> str:
        key = group + number
        if key not in self._names:
            self._names[key] = drawn("town" if group == "townclub" else group, self._chance)
        return self._names[key].split()[0] + ".com" if form == "com" else self._names[key]

    def _person(self, number: str, form: str | None) -> str:
        if number not in self._people:
            self._people[number] = (with_particles if form == "part" else person)(self._chance)
        one = self._people[number]
        initial = one.given[0]
        other = self._chance.choice("ABCDEFGHJKLMPRSTW")
        nickname = self._chance.choice(_NICKNAMES)
        forms = {
            None: self._long(one, other),
            "last": one.family,
            "partlast": one.family,
            "part": one.full,
            "first": one.given,
            "g": one.given,
            "init": f"{initial}.{self._spaced}{self._names.setdefault('initial' + number, other)}. {one.family}",
            "nick": f'{one.given} "{self._names.setdefault("nick" + number, nickname)}" {one.family}',
            "jr": f"{one.given} {one.family} {self._chance.choice(('Jr.', 'Sr.', 'III', 'Jr.'))}",
            "dot": f"{initial}.{one.family}",
            "short": f"{one.given} {one.given[:2]}. {one.family}",
        }
        return forms[form]

    def _long(self, one: Person, initial: str) -> str:
        """The full name; one in eight with a middle name or initial."""
        dice = self._chance.random()
        if one.family_first or dice > 0.125:
            return one.full
        middle = f"{initial}." if dice < 0.06 else person(self._chance).given
        return f"{one.given} {middle} {one.family}"
