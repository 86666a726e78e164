"""Finding entities by name, best match first, each saying why it matched.

Candidates come from an index of the trigrams of all spellings; the order comes from the spellings themselves. Typos
are measured by optimal string alignment (Damerau 1964, restricted): a letter missing, extra, wrong, or two swapped.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from reader.models.kinds import Kind
from reader.models.listing import EntityHit
from reader.store.database import Database
from reader.store.folding import WORD, fold
from reader.store.records import checked, member
from reader.store.sounds import sound

_FEW = 1000
"""Spellings up to which all that match are looked at: each takes some microseconds."""

_WALK = 1500
"""Spellings of the most mentioned entities that are looked through where more match: one or two letters."""

_CLOSE = 800
"""Spellings that share most trigrams with the name, and are measured for typos."""

_LONGEST_NAME = 200
"""Characters of a name that are looked at: no name is longer, and the index takes no more than 256 trigrams."""

_EVERY = 100_000
"""Entities of one name that a filter means at most."""

_ONE_TYPO_LETTERS = 4
_TWO_TYPO_LETTERS = 8
"""Letters from which on one and two typos are forgiven: below, nearly every word is one letter off another."""

_SHORT_LETTERS = 3
"""Letters from which on one typo is forgiven beside another word that is spelt right: "Danuta Wlk" is Danuta Wilk."""

_HEARD_LETTERS = 5
"""Letters from which on a word is found by how it sounds: shorter ones sound alike too often."""

_COUNTED = ("no letter", "one letter", "two letters", "three letters", "four letters")


class Match(IntEnum):
    """How a name matched a spelling; the better ones come first."""

    WHOLE = 0
    WORD = 1
    BEGINNING = 2
    WORD_BEGINNING = 3
    INSIDE = 4
    TYPO = 5
    SOUND = 6


_WHY = {
    Match.WHOLE: "name",
    Match.WORD: "part of the name",
    Match.BEGINNING: "beginning of the name",
    Match.WORD_BEGINNING: "beginning of a word of the name",
    Match.INSIDE: "inside the name",
}
"""How a match with the shown name is told; with another spelling the spelling itself says most in the least room."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """One spelling of an entity."""

    entity: int
    name: str
    kind: Kind
    mentions: int
    surface: str


@dataclass(frozen=True, slots=True)
class Found:
    """A spelling that matches, and how; ``word`` is the word in it that ``typos`` letters were off."""

    spelling: Spelling
    match: Match
    typos: int = 0
    word: str = ""

    @property
    def rank(self) -> tuple[int, int, bool, int, int, bool, int, str]:
        """What spellings are ordered by: the match, then the shown name before others, then how often it is named.

        A single word that is all of a name is no surer than one that is part of a fuller name: whoever of them is named
        most comes first. Among misspelt names people do: theirs are the ones that are written by ear.
        """
        spelling = self.spelling
        is_word = self.match is Match.WORD or (self.match is Match.WHOLE and " " not in spelling.surface)
        match = Match.WORD if is_word else self.match
        by_ear = self.match >= Match.TYPO and spelling.kind is not Kind.PERSON
        named = -spelling.mentions
        is_other = spelling.surface != spelling.name
        return match, self.typos, by_ear, named if is_word else 0, self.match, is_other, named, spelling.surface

    @property
    def why(self) -> str:
        """How the name matched, fit to be shown."""
        if self.match is Match.TYPO:
            return f"{_COUNTED[self.typos]} off “{self.word}”"
        if self.match is Match.SOUND:
            return f"sounds like “{self.word}”"
        if self.spelling.surface != self.spelling.name:
            return f"also “{self.spelling.surface}”"
        return _WHY[self.match]


def find_entities(database: Database, name: str, limit: int, articles: int | None) -> tuple[EntityHit, ...]:
    """Entities by name; see ``Library.find_entities``."""
    if not name.strip():
        rows = database.rows(
            "SELECT id, name, kind, mentions FROM entity ORDER BY mentions DESC, id DESC LIMIT ?", (limit,)
        )
        spellings = [_spelling(row[0], row[1], row[2], row[3], row[1]) for row in rows]
        return tuple(_hit(database, spelling, articles, "") for spelling in spellings)
    best = _best(database, name, frozenset(Kind), limit)[:limit]
    return tuple(_hit(database, found.spelling, articles, found.why) for found in best)


def named_entities(database: Database, name: str, kinds: Collection[Kind]) -> tuple[int, ...]:
    """Ids of the entities of these kinds that a filter means by a name: those of the best sort of match there is.

    "Ilham Aliyev" means the one with that whole name; "Aliyev" everyone with that word in the name; a typo is
    forgiven only if nothing else matches.
    """
    best = _best(database, name, kinds, _EVERY)
    surest = min((found.match for found in best), default=None)
    return tuple(found.spelling.entity for found in best if found.match is surest)


def _best(database: Database, name: str, kinds: Collection[Kind], limit: int) -> list[Found]:
    """The best matching spelling of every entity that matches, best first."""
    words = WORD.findall(fold(name[:_LONGEST_NAME]))
    if not words:
        return []
    written = (each for each in _written(database, words, limit) if each.kind in kinds)
    found = [match for each in written if (match := _matching(words, each))]
    if len(found) < limit and not any(each.match <= Match.WORD for each in found):
        found += _inside_or_misspelt(words, [each for each in _alike(database, words) if each.kind in kinds])
    best: dict[int, Found] = {}
    for each in sorted(found, key=lambda each: each.rank):
        best.setdefault(each.spelling.entity, each)
    return list(best.values())


_COLUMNS = "entity.id, entity.name, entity.kind, entity.mentions, alias.surface"


def _written(database: Database, words: list[str], limit: int) -> Iterator[Spelling]:
    """Spellings that may hold every one of the words; if very many do, those of the most mentioned entities first."""
    pieces = {f'"{f"  {word}"[at : at + 3]}"' for word in words for at in range(len(word))}
    match = " AND ".join(sorted(pieces))
    held = database.rows("SELECT rowid FROM alias_trigram WHERE alias_trigram MATCH ? LIMIT ?", (match, _FEW + 1))
    if len(held) <= _FEW:
        sql = f"""
            SELECT {_COLUMNS} FROM alias JOIN entity ON entity.id = alias.entity_id
            WHERE alias.id IN (SELECT rowid FROM alias_trigram WHERE alias_trigram MATCH ?)
        """
        rows = database.each(sql, (match,))
    else:
        sql = f"""
            SELECT {_COLUMNS} FROM entity CROSS JOIN alias ON entity.id = alias.entity_id
            ORDER BY mentions DESC LIMIT ?
        """
        rows = database.each(sql, (max(_WALK, limit),))
    return (_spelling(*row) for row in rows)


def _alike(database: Database, words: list[str]) -> list[Spelling]:
    """Spellings that share trigrams with the words, those that share most."""
    # The piece of two blanks and a letter only says with which letter a word begins: too many share it.
    pieces = sorted(
        {piece for word in words for at in range(1, len(word)) if len(piece := f"  {word}"[at : at + 3]) == 3}
    )
    if not pieces:
        return []
    one = "SELECT rowid AS alias FROM alias_trigram WHERE alias_trigram MATCH ?"
    rows = database.rows(
        f"""
        SELECT {_COLUMNS}
        FROM (SELECT alias FROM ({" UNION ALL ".join([one] * len(pieces))}) GROUP BY alias
              ORDER BY count(*) DESC LIMIT ?) AS shared
        JOIN alias ON alias.id = shared.alias JOIN entity ON entity.id = alias.entity_id
        """,
        (*(f'"{piece}"' for piece in pieces), _CLOSE),
    )
    return [_spelling(*row) for row in rows]


def _spelling(entity: int, name: str, kind: str, mentions: int, surface: str) -> Spelling:
    return checked(Spelling(entity, name, member(Kind, kind), mentions, surface))


def _matching(words: list[str], spelling: Spelling) -> Found | None:
    """How the words match one spelling, without typos; None if they don't."""
    folded = fold(spelling.surface)
    if not all(word in folded for word in words):
        return None
    wanted = " ".join(words)
    spelt = WORD.findall(folded)
    joined = " ".join(spelt)
    if wanted == joined:
        match = Match.WHOLE
    elif f" {wanted} " in f" {joined} ":
        match = Match.WORD
    elif joined.startswith(wanted):
        match = Match.BEGINNING
    elif all(any(part.startswith(word) for part in spelt) for word in words):
        match = Match.WORD_BEGINNING
    elif wanted in joined:
        match = Match.INSIDE
    else:
        return None
    return Found(spelling, match)


def _inside_or_misspelt(words: list[str], spellings: Iterable[Spelling]) -> list[Found]:
    """Spellings in which the words stand somewhere, or every one of them with few typos, or as it sounds."""
    heard = {word: sound(word) for word in words if len(word) >= _HEARD_LETTERS}
    found = []
    for spelling in spellings:
        each = _matching(words, spelling) or _misspelt(words, heard, spelling)
        if each is not None:
            found.append(each)
    return found


def _misspelt(words: list[str], heard: Mapping[str, str], spelling: Spelling) -> Found | None:
    """How the words, some of them misspelt, match one spelling; None if they don't."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 (needed only when nothing matches as it is written)

    spelt = WORD.findall(fold(spelling.surface))
    typos, nearest, right, short, match = 0, "", False, False, Match.TYPO
    for word in words:
        several = len(words) > 1 and len(word) >= _SHORT_LETTERS
        allowed = max(_forgiven(word), int(several))
        distance, part = min((OSA.distance(word, part, score_cutoff=allowed), part) for part in spelt)
        if distance > allowed:
            alike = (part for part in spelt if word in heard and sound(part) == heard[word])
            if not (part := next(alike, "")):
                return None
            match = Match.SOUND
        short = short or (distance > 0 and len(word) < _ONE_TYPO_LETTERS)
        right = right or distance == 0
        typos += distance
        nearest = part if distance else nearest
    if typos == 0 or (short and not right) or (match is Match.TYPO and typos >= len(_COUNTED)):
        return None
    return Found(spelling, match, typos, _as_written(spelling.surface, nearest))


def _forgiven(word: str) -> int:
    return 0 if len(word) < _ONE_TYPO_LETTERS else 1 if len(word) < _TWO_TYPO_LETTERS else 2


def _as_written(surface: str, folded: str) -> str:
    """The word of a spelling that folds to this."""
    at = fold(surface).find(folded)
    return surface[at : at + len(folded)]


def _hit(database: Database, spelling: Spelling, articles: int | None, why: str) -> EntityHit:
    aliases = database.rows("SELECT surface FROM alias WHERE entity_id = ? ORDER BY id", (spelling.entity,))
    mentioned = database.rows(
        "SELECT article_id FROM mention WHERE entity_id = ? ORDER BY sort_at DESC, article_id DESC LIMIT ?",
        (spelling.entity, -1 if articles is None else articles),
    )
    return checked(
        EntityHit(
            id=spelling.entity,
            name=spelling.name,
            kind=spelling.kind,
            aliases=tuple(row[0] for row in aliases),
            mentions=spelling.mentions,
            articles=tuple(row[0] for row in mentioned),
            why=why,
            in_articles=database.number("SELECT count(*) FROM mention WHERE entity_id = ?", (spelling.entity,)),
        )
    )
