"""Who wrote an article: "By" lines, "X is Outlet's reporter" lines, wire credits, and bare names under a headline."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.ingest.outlets import is_known_outlet, is_outlet_name, named_like_paper
from reader.ingest.phrases import words_of
from reader.ingest.remembering import remembered

BYLINE_LENGTH = 200
"""Characters of the longest byline: six names with their places."""

NAME_WORDS = 5
"""Most words of one person's name, particles included."""

_BY = re.compile(
    r"(?P<word>by|interview by|interviewed by|written by|reported by|story by|text by|words by|posted by|author|"
    r"authors|reporter|from|von|"
    r"par|por|di|da|door|af|av|autor|autorin|auteur|autore)"
    r"(?:\s*:\s*|\s+)(?P<names>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_KIND_BEFORE = re.compile(
    r"^(?:exclusive|analysis|explainer|special report|report|feature|comment|live)\s*:?\s+(?=by\b)", re.IGNORECASE
)
"""What kind of text it is, before the byline of it: "EXCLUSIVE by TOM WEBB"."""
_TEXT_BY = re.compile(r"(?:text|words|story|author|by|von|par|por)(?: by)?\s*(?::\s*|\s)(?P<names>\S.*)", re.IGNORECASE)
_WEAK = frozenset(("from", "von", "par", "por", "di", "da", "door", "af", "av", "reporter"))
_WIRE = re.compile(
    r"\(?(?:additional )?(?:reporting|writing|editing|compiled|translation|translated|text|report|edited|"
    r"written|produced)(?: and (?:writing|editing|reporting))? by:? (?P<names>[^;()]{2,160})",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    r".{3,170}\b(?:contributed|helped)\b(?: \w+)? (?:to|with) this (?:\w+ )?(?:report|story|article|piece|post|column|"
    r"dispatch|account)\b.{0,40}"
)
_ASSISTED = re.compile(r"[—–-]+ ?[Ww]ith (?P<names>[A-Z].{2,100})")
_INPUTS = re.compile(
    r"[(—–-]*\s?with (?:\w+ )?(?:assistance|reporting|files|inputs|contributions|material) (?:by|from) .{2,100}",
    re.IGNORECASE,
)
_CONTRIBUTED_FROM = re.compile(
    r"(?P<names>.{5,120}?) (?:also )?(?:contributed|reported)(?: reporting| research)? from [A-Z].{2,80}"
)
_ROLE = (
    r"(?:reporter|correspondent|editor|editor-in-chief|journalist|columnist|writer|contributor|analyst|"
    r"bureau chief|producer|photographer|"
    r"photojournalist|anchor|presenter|fellow|author|commentator|critic|blogger|staffer)"
)
_BIO_OWNER = re.compile(
    rf"(?P<name>[^,.!?]{{4,50}}?),? (?:is|was|works as) (?:an? |"
    rf"the )?(?P<outlet>(?:[Tt]he )?[A-Z0-9][^,!?;]{{1,50}}?)['’]s?\s(?:[\w-]+ ){{0,6}}?{_ROLE}s?\b"
)
_BIO_ROLE = re.compile(
    rf"(?P<name>[^,.!?]{{4,50}}?),? (?:is|works as) (?:an?|the) (?:[\w-]+ ){{0,6}}?{_ROLE}\b"
    r"(?:[^.]{0,60}? (?:for|at|with|of) (?P<outlet>(?:the )?[A-Z0-9][^.,;!?()]{1,50}))?"
)
_ROLE_PART = re.compile(rf"(?:[\w'’&-]+ ){{0,5}}{_ROLE}s?(?: (?:in|at|for) .*)?", re.IGNORECASE)
_NAMELESS = re.compile(
    r"(?:(?:our|the|a|staff|special|own|foreign|web|news|political|diplomatic)\s+)*(?:staff|correspondents?|"
    r"reporters?|writers?|newsroom|agencies|editors?|desk|wire services?|news ?desk|redaktion)",
    re.IGNORECASE,
)
_WITH_AGENCY = re.compile(r"(?P<outlet>[A-Z][\w.]{2,30}) (?:with|and|&|avec|mit|con) (?P<agency>\w{2,12})")
"""An outlet that wrote with an agency: "By Euronova with dpa"."""
_COLLECTIVE = re.compile(
    r"(?:(?:the|our) )?(?:editorial board|editorial|editors|staff(?: reports?| and agencies)?|agencies)", re.IGNORECASE
)
_STAFF_OF = re.compile(
    r"(?:the )?(?P<outlet>[A-Z].{1,40}?)(?:['’]s)? (?:staff|newsroom|desk|service|team)", re.IGNORECASE
)
_STAFF = re.compile(
    r"(?:[A-Z][\w.&'’]*\s+){0,4}(?:Staff|STAFF|staff|Correspondents?|Reporters?|Newsroom|Agencies|agencies|Editors|Desk|desk)"
)
_CUT = re.compile(
    r"\s*(?:\||•|·|\s[–—-]\s|\(|<|\t|\s{3,}|\b(?:published|updated|posted|last updated|on)\b(?=.*\d)|[\w.]+@\w|"
    r"@\w|\d{1,2}[:.]\d{2}|"
    r"\b\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|"
    r"oct|nov|dec)[a-z]* \d).*$",
    re.IGNORECASE | re.DOTALL,
)
_BARS = re.compile(r"\s*[|•·]\s*|\s[–—-]\s")
_SPLIT = re.compile(r"\s*(?:,?\s+(?:and|with|und|et|y|e|en|och|og)\s+|,|;|\s&\s|/)\s*")
_PLACE = re.compile(r"\s+(?:in|at|for|of|from|aus|reporting)\s+(?P<rest>\S.*)$", re.IGNORECASE)
_FOR = re.compile(r"(?i:special(?:ly)? (?:to|for)|writing for|for)\s+(?P<rest>(?:[Tt]he )?[A-Z]\S*(?: \S+){0,5})$")
"""The outlet behind the names, as a part of its own: "By Ann Lee, for The Outlet"."""

_COVERS = re.compile(
    r"(?P<name>[^,.!?]{4,50}?) (?:covers|reports|writes|edits|reported|has covered) (?:[^.]{0,80}? )?(?:for|"
    r"from|on|about) (?P<outlet>(?:[Tt]he )?[^.,]{2,50})"
)
_PARTICLES = words_of(
    """
    de da do dos das del della di du des la le van von der den ter ten zu zur bin ibn al el ben bat y e st
    mac
    """
)
_TITLES = words_of("dr prof sir dame lady lord rabbi rev mr mrs ms")
_NOT_NAMES = words_of(
    """
    by our business politics society economy culture line desk team bureau service weekly quarterly edition
    the this that these a an and or but in on at for with from to of what why how when who where is are was
    were will new more breaking live watch read video news opinion analysis update exclusive friday monday
    tuesday wednesday thursday saturday sunday january february march april may june july august september
    october november december us uk eu un
    """
)
_AGENCY_AUTHORS = words_of(
    """
    reuters ap afp dpa efe ansa tass xinhua agencies jta jns staff upi pti bloomberg associated press
    """
)


@dataclass(frozen=True, slots=True)
class Byline:
    """What a byline says: the names in its order and spelling, and the outlet they write for, or None."""

    authors: tuple[str, ...]
    outlet: str | None
    rule: str


def is_person_name(text: str) -> bool:
    """Whether the words could be one person's name: two to five, with capitals, without digits."""
    words = text.split()
    if not 2 <= len(words) <= NAME_WORDS or len(text) > 60 or any(map(str.isdigit, text)):
        return False
    if not words[0][0].isupper() or not words[-1][0].isupper() or _ROLE_PART.fullmatch(text):
        return False
    for word in words:
        low = word.lower().strip(".")
        core = word.replace("-", "").replace("’", "").replace("'", "").replace(".", "")
        if not core.isalpha() or low in _NOT_NAMES:
            return False
        if not word[0].isupper() and low not in _PARTICLES and not low.startswith(("al-", "d'", "el-", "d’")):
            return False
    return True


@remembered
def read_byline(text: str) -> Byline | None:
    """The byline that the line is, if it is one: "By A and B, Outlet", "Von A", "Reporting by A; editing by B"."""
    if len(text) > BYLINE_LENGTH:
        return None
    text = " ".join(text.split()) if "  " in text else text
    match = _BY.match(_KIND_BEFORE.sub("", text))
    if match:
        weak = match["word"].lower() in _WEAK
        return _named(match["names"], weak=weak) or (None if weak else _named_after_role(match["names"]))
    parts = _BARS.split(text)
    if len(parts) > 1 and all(is_agency(part) for part in parts):
        return Byline((), None, "agencies")
    for part in parts[1:4]:
        labelled = _TEXT_BY.match(part.strip())
        if labelled:
            return _named(labelled["names"], weak=True)
    wire = _WIRE.match(text)
    if wire:
        authors, _ = _pieces(wire["names"])
        return Byline(authors, None, "wire credit")
    sent = _CONTRIBUTED_FROM.fullmatch(text) or _ASSISTED.fullmatch(text)
    contributed = _CONTRIBUTED.fullmatch(text) or _INPUTS.fullmatch(text) or (sent and _pieces(sent["names"])[0])
    return Byline((), None, "contributors") if contributed else None


def read_bio(text: str) -> Byline | None:
    """The author and outlet of a line such as "A is The Outlet's reporter" or "A is a writer for The Outlet"."""
    head = text[:BYLINE_LENGTH]
    for pattern in (_BIO_OWNER, _BIO_ROLE):
        match = pattern.match(head)
        if match and is_person_name(match["name"]):
            outlet = (match["outlet"] or "").strip()
            outlet = _PLACE.sub("", outlet) if outlet and not is_outlet_name(outlet) else outlet
            known = outlet if outlet and (pattern is _BIO_OWNER or is_outlet_name(outlet)) else None
            return Byline((match["name"].strip(),), known, "author line")
    covers = _COVERS.fullmatch(head.rstrip(" ."))
    if covers and is_person_name(covers["name"]) and is_outlet_name(covers["outlet"]):
        return Byline((covers["name"],), covers["outlet"], "author line")
    return None


def is_author_note(text: str) -> bool:
    """Whether a line behind an article is about its author: "A is a reporter …", "A covers B for The Outlet"."""
    covers = _COVERS.fullmatch(text.rstrip(" .")) if len(text) <= BYLINE_LENGTH else None
    return read_bio(text) is not None or (covers is not None and is_person_name(covers["name"]))


def read_bare_byline(text: str, *, beside_date: bool = False) -> Byline | None:
    """The byline of a line under a headline that is only a name, or a name with a role, a place or an outlet.

    A place ("Jane Doe, Oslo") is only taken for one in a line with a date or ``beside_date``.
    """
    if len(text) > BYLINE_LENGTH or text.endswith((".", "!", "?", ":")):
        return None
    core = _CUT.sub("", text)
    authors, outlet = _pieces(core)
    parts = [part for part in _SPLIT.split(core) if part]
    dated = beside_date or (core != text and any(map(str.isdigit, text)))
    explained = len(authors) + sum(_explains(part, dated=dated) for part in parts[len(authors) :])
    if not authors or explained < len(parts):
        return None
    return Byline(authors, outlet or _beside(text), "name under the headline")


def _explains(part: str, *, dated: bool) -> bool:
    """Whether the part of a byline after the names is a role, an outlet or, in a dated line, a place."""
    return (
        bool(_ROLE_PART.fullmatch(part))
        or is_outlet_name(part)
        or (dated and part[0].isupper() and part.count(" ") < 2)
    )


def _named_after_role(names: str) -> Byline | None:
    """The byline "our Global Health Editor, Ann Lee": the role first, then the name."""
    role, comma, name = names.partition(",")
    bare = re.sub(r"^(?:our|the)\s+", "", role.strip(), flags=re.IGNORECASE)
    named = _CUT.sub("", name).strip(" .,")
    if not comma or not _ROLE_PART.fullmatch(bare) or not is_person_name(named):
        return None
    return Byline((named,), None, "byline")


def _named(names: str, *, weak: bool) -> Byline | None:
    core = _CUT.sub("", names).strip()
    ends_as_sentence = core.endswith((".", "!", "?", "…")) and not re.search(r"\b(?:[A-Z]|Jr|Sr)\.$", core)
    if ends_as_sentence and core.count(" ") > NAME_WORDS:
        return None
    beside_agency = _WITH_AGENCY.fullmatch(core)
    if beside_agency and beside_agency["agency"].lower() in _AGENCY_AUTHORS:
        return Byline((), beside_agency["outlet"], "byline")
    authors, outlet = _pieces(core.rstrip(".,:; ") if ends_as_sentence else core.rstrip(",:; "))
    parts = [part for part in _SPLIT.split(core) if part]
    if not authors and outlet is None:
        nameless = _STAFF.fullmatch(core) or _NAMELESS.fullmatch(core)
        return None if weak or not nameless else Byline((core,) if _is_named_staff(core) else (), None, "byline")
    if weak and len(authors) != len(parts):
        return None
    return Byline(authors, outlet or _beside(names), "byline")


def _pieces(names: str) -> tuple[tuple[str, ...], str | None]:
    """The persons and the outlet that a list of names holds; roles and places are left out."""
    authors: list[str] = []
    outlet: str | None = None
    for piece in _SPLIT.split(names):
        place = (_FOR.match(piece) if authors else None) or _PLACE.search(piece)
        name = piece[: place.start()] if place else piece
        name = name.strip(" .") if name.endswith("..") else name.strip()
        if place and (is_outlet_name(place["rest"]) or _is_employer(place)):
            outlet = outlet or place["rest"].strip()
        if authors and (not name or _ROLE_PART.fullmatch(name)):
            continue
        staff = _STAFF_OF.fullmatch(name)
        if staff and is_outlet_name(staff["outlet"]):
            authors.append(name)
            outlet = outlet or staff["outlet"]
            continue
        person, beside = _person_and_outlet(name)
        if person:
            authors.append(person)
            outlet = outlet or beside
            continue
        if (
            is_outlet_name(name)
            and not (place and is_person_name(name))
            and (authors or name.lower() not in _AGENCY_AUTHORS)
        ):
            outlet = outlet or name.rstrip(".")
        elif is_person_name(_bare(name)) and not _ROLE_PART.fullmatch(name):
            authors.append(name)
        elif name.lower() in _AGENCY_AUTHORS or (" " in name and _is_named_staff(name)):
            authors.append(name)
            staff_of = name.rpartition(" ")[0]
            outlet = outlet or (staff_of if staff_of and not _NAMELESS.fullmatch(name) else None)
        elif not authors:
            return (), outlet
    return tuple(authors), outlet


def _is_employer(place: re.Match[str]) -> bool:
    """Whether what stands behind "for" reads as a publication, though no word of it says so."""
    return _FOR.match(place[0].strip()) is not None and named_like_paper(place["rest"])


def _person_and_outlet(name: str) -> tuple[str, str | None]:
    """A person and the outlet that follows without a comma ("ANN LEE Associated Press"); "" if it isn't that."""
    words = name.split()
    for at in range(2, min(len(words), NAME_WORDS)):
        person, outlet = " ".join(words[:at]), " ".join(words[at:])
        if is_known_outlet(outlet) and is_person_name(person) and not is_outlet_name(person):
            return person, outlet
    return "", None


def _is_named_staff(name: str) -> bool:
    """Whether a staff is that of a named outlet ("Harbour Mail Staff"), not "our foreign staff"."""
    if _ROLE_PART.fullmatch(name):
        return False
    return _STAFF.fullmatch(name) is not None and name[0].isupper() and not name.lower().startswith(("our ", "the "))


def _bare(name: str) -> str:
    """The name without a title before it."""
    first, _, rest = name.partition(" ")
    return rest if first.lower().rstrip(".") in _TITLES and " " in rest else name


def byline_of(text: str) -> Byline | None:
    """The byline that a line known to be one says, in whichever form."""
    return read_byline(text) or read_bio(text) or read_bare_byline(text, beside_date=True)


def is_agency(text: str) -> bool:
    """Whether the words are an agency's name, which credits a text and is no author: "AFP"."""
    return text.lower().strip(" .") in _AGENCY_AUTHORS


def is_collective(text: str) -> bool:
    """Whether the words name writers without names: "The Editorial Board", "Staff and agencies"."""
    return len(text) <= BYLINE_LENGTH and _COLLECTIVE.fullmatch(text) is not None


def is_role(text: str) -> bool:
    """Whether the words are a job in a newsroom: "Environment correspondent"."""
    return len(text) <= BYLINE_LENGTH and _ROLE_PART.fullmatch(text) is not None


def is_desk(text: str) -> bool:
    """Whether the words are an outlet and the town that its reporter is in: "BBC News, Oslo"."""
    name, comma, town = text.partition(",")
    return bool(comma) and is_known_outlet(name) and town.strip()[:1].isupper() and len(text.split()) <= NAME_WORDS


def outlet_of(text: str) -> str | None:
    """The outlet that a byline or author line names."""
    byline = read_byline(text) or read_bio(text)
    return byline.outlet if byline else None


def _beside(text: str) -> str | None:
    """The outlet that stands beside the names: "By A | The Outlet | May 2"."""
    parts = _BARS.split(text)[1:]
    names = (part.split(",", 1)[0].strip() for part in parts)
    bare = (match["rest"] if (match := _FOR.match(name)) else name for name in names)
    return next((name for name in bare if is_outlet_name(name)), None)
