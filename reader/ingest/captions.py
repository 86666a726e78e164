"""Captions and credits of pictures: by their credit line, by the words pictures are described with."""

from __future__ import annotations

import re

from reader.ingest.lines import TextLine
from reader.ingest.outlets import is_outlet_name
from reader.ingest.phrases import any_of, words_of

CAPTION_WORDS = 70
"""Most words of a caption; the longest seen, with its credit, has 62."""

CREDIT_CHARACTERS = 120
"""Characters at a line's end in which a credit without brackets stands."""

DATE_CHARACTERS = 30
"""Characters at a line's end in which the day of a picture stands: "on 27 September 2023." has 21."""

NAMES_WORDS = 8
"""Most words of a line that only names a photographer and an outlet."""

_CREDIT_SIGNS = (":", "/", "©", "getty", "via ", "caption")
_SIDE_SIGNS = ("(", "left", "file photo")
_MEDIUM = (
    r"(?:(?:photo|image|picture|video|photograph|illustration|graphic|map|file|cover|featured image|foto|bild|"
    r"crédit|crédits|credito|"
    r"courtesy|source)s?\s*)"
)
_CREDIT_WORDS = re.compile(
    any_of(
        r"""
(?:photo|image|picture|video|file|illustration|graphic|foto|screen)?\s*(?:credits?|crédits?|credito)\b
(?:(?:photo|image|picture|video|photograph|illustration|graphic|map|file|cover|featured image|foto|bild|
    crédit|crédits|credito|courtesy|source)s?\s*)(?:[:|]|by\b|courtesy|credit|via\b|from\b|/|©|\bof\b)
(?:file|archive|stock|handout|illustrative|undated)[\s-]?(?:photo|image|picture|pic|photograph)?$
(?:file|archive|stock|handout|illustrative|undated|illustration)\s(?:photo|image|picture)
screen ?(?:shot|grab|capture)|courtesy\b|handout\b|©
via (?:ap|reuters|afp|getty|twitter|x|facebook|telegram|youtube|shutterstock|flickr|wikimedia|epa)
(?:ap|epa|afp|reuters) (?:photo|file|pool)|foto ?[:|]|bild ?[:|]|symbolbild|archivbild
.{0,60}(?:getty images|shutterstock|wikimedia|flickr|creative commons|cc[ -]by)
"""
    )
)
_AGENCIES = words_of(
    """
    ap afp reuters epa epa-efe efe dpa ansa tass interfax anadolu aa xinhua kyodo pti ani pool gpo flash90
    getty shutterstock istock alamy unsplash pexels pixabay imago keystone belga bloomberg twitter x
    telegram facebook instagram
    """
)
_START = re.compile(
    any_of(
        r"""
(?:image|media) (?:source|caption|credits?|copyright)\b|screen ?(?:shot|grab)s?\s*[:|]
enlarge (?:this )?image|(?:photos|pictures|gallery|video)\s*:\s(?=.*\bhide caption\b)
(?:photo|image|photograph|picture|video|illustration|graphic|map|foto|bild)(?: credits?)?\s*(?::|\||by:?\s)
(?:photo|image|picture) (?:by|courtesy|via)\b|photographs? by\s
illustrative(?: (?:image|photo|picture))?\s*[:.]\s
pictured(?::| (?:above|below|left|right|here))|captions?\s*:|legende\s*:|légende\s*:
(?:file|handout|archive|undated) (?:photo|image|picture)\b|file\s*[-–—:]\s|credits?\s*:\s
getty images(?:$|[/:|])|(?:afp via getty|ap photo|reuters/)|©\s?[a-z].{0,60}/
(?:in )?this (?:[a-z]{6,9},? )?[a-z]{3,9}\.? \d{1,2},(?: \d{4},?)? (?:(?:file|handout) )?(?:photo|image|picture|frame)
this (?:photo|image|picture|frame grab|handout)(?: \w+)? (?:made available|provided|released|taken) (?:by|on|from)\b
\d{1,3}/\d{1,3} (?:19|20)\d\d\s
in (?:this|an?) (?:undated )?(?:(?:file|handout|aerial|satellite|archive|screen|frame|still|video|
    social media|drone) ?)*(?:photo|photograph|image|picture|grab|frame|screengrab|still)\b
(?:an?|the) (?:aerial|satellite|undated|file|handout|archive|drone) (?:photo|image|picture|
    view)\b(?=.{0,200}\b(?:shows?|taken|released)\b)
"""
    )
)
_GLUED = re.compile(r"(?:file\s[-–—]\s|image copyright\b).*[)\]/]")
"""The beginning of several captions with their credits in one line."""

_AGENCY_FIRST = re.compile(
    r"(?:GETTY|REUTERS|Getty Images|Getty - \w+|AP:Associated Press|PA:Press Association|Shutterstock|Alamy|"
    r"Rex Features)(?: - \w+)? [A-Z]"
)
"""A caption with the picture's source in front of it."""

_TAIL = re.compile(
    any_of(
        r"""
(?:^|[\s.|/–—•])(?:(?:photo|image|photograph|picture|foto|bild|illustration)s?(?: credits?| by)?|
    credits?)\s*[:|/]\s*\S.{0,80}$
(?:^|\s)©\s?[^\W\d].{1,60}$|\breuters/\w.{1,60}$|\bap photo/.{1,60}$
(?:/|\bvia )(?:getty images|getty|reuters|afp|ap|epa|shutterstock|flickr)$|\bgetty images$
\b(?:hide|toggle) caption(?: \d{1,3} of \d{1,3})?$
"""
    )
)
_SIDES = re.compile(
    any_of(
        r"""
\((?:l|r|c|left|right|cent(?:er|re)|from left|l-r|l to r|2nd l|2nd r|second (?:left|right)|pictured)\)
\(file\)|\bfile photo\b|\bfrom left\b|\bleft to right\b
"""
    )
)
_SCENE = re.compile(
    any_of(
        r"""
\b(?:is|are) (?:seen|pictured|shown)\b|\bpose(?:s)? (?:for|with|during|at)\b
\b(?:shakes?|shaking) hands\b|\blooks? on\b
\b(?:speak|wave|attend|arrive|walk|stand|sit|march|gather|react|hold|meet|greet)(?:s)? (?:to|at|during|
    past|near|in|outside|on|as|with|a|up|for|next)\b
"""
    )
)
_DATED_SCENE = re.compile(
    r"\b(?:on|in) (?:[a-z]{3,9}\.? \d{1,2}, \d{4}|\d{1,2} [a-z]{3,9},? \d{4}|(?:january|february|march|april|"
    r"may|june|july|august|september|october|november|december) \d{4})\.?$"
)
_PLACEHOLDER = re.compile(
    r"(?:image|photo|picture|figure|fig\.?) \d+(?: of \d+)?[:.]? ?.{0,3}|enlarge (?:this )?image|toggle caption|"
    r"hide caption|(?:image|photo|picture)$"
)
_BRACKETS = {")": "(", "]": "["}


def closing_bracket(text: str) -> tuple[int, str] | None:
    """Where the bracket that ends the text opens, and what it holds; None if the text doesn't end with one."""
    bare = text.rstrip(" .\u00a0")
    opener = _BRACKETS.get(bare[-1:])
    at = bare.rfind(opener) if opener else -1
    return (at, bare[at + 1 : -1].strip()) if at >= 0 else None


def is_credit(words: str) -> bool:
    """Whether the words of a bracket name who made a picture: "photo credit: X", "Name/Outlet", "AP"."""
    low = words.lower()
    if not low or len(low) > 200:
        return False
    return bool(_CREDIT_WORDS.match(low)) or low in _AGENCIES or is_slashed_credit(words)


def is_slashed_credit(words: str) -> bool:
    """Whether the words are "Name/Outlet": names on both sides of a slash, no number and no abbreviation."""
    if (
        "/" not in words
        or any(map(str.isdigit, words.replace("Flash90", "").replace("FLASH90", "")))
        or words.count(" ") > 12
    ):
        return False
    sides = [side.strip() for side in words.split("/")]
    if any(len(side) < 2 or not side[0].isupper() for side in sides):
        return False
    return max(map(len, sides)) > 3 and " " in words + (
        " " if sides[-1].lower() in _AGENCIES or sides[0].lower() in _AGENCIES else ""
    )


def is_lone_credit(line: TextLine) -> bool:
    """Whether the line is a credit and nothing else, so that it belongs to the line above."""
    bracket = closing_bracket(line.tail)
    if bracket and bracket[0] == 0 and line.words <= 20:
        return is_credit(bracket[1])
    return (
        line.words <= 12
        and bool(_START.match(line.low))
        and not line.low.startswith(("image caption", "caption", "pictured", "in ", "file"))
    )


def is_caption(line: TextLine) -> bool:
    """Whether the line by itself shows that it describes or credits a picture."""
    if line.words > CAPTION_WORDS:
        return line.words <= 2 * CAPTION_WORDS and _GLUED.match(line.low) is not None
    bracket = closing_bracket(line.tail)
    if (bracket and _credits(line, *bracket)) or _is_agency_credit(line) or names_source_first(line):
        return True
    tail = line.tail[-CREDIT_CHARACTERS:].lower()
    # Looking for the signs first spares the many lines without a credit the search for one.
    named = any(sign in tail for sign in _CREDIT_SIGNS) and _TAIL.search(tail)
    if named or _START.match(line.low) or _PLACEHOLDER.fullmatch(line.low):
        return True
    if line.is_quoted:
        return False
    if any(sign in line.low for sign in _SIDE_SIGNS) and _SIDES.search(line.low):
        return not line.stopped or _SCENE.search(line.low) is not None
    return _DATED_SCENE.search(tail[-DATE_CHARACTERS:]) is not None and _SCENE.search(line.low) is not None


def names_source_first(line: TextLine) -> bool:
    """Whether the line is a caption behind its picture's source: "Getty Images Crowds on the bridge"."""
    return not line.stopped and _AGENCY_FIRST.match(line.text) is not None


def _is_agency_credit(line: TextLine) -> bool:
    """Whether the line is nothing but a photographer and an outlet: "Ann Lee/The Northern Daily"."""
    if line.words > NAMES_WORDS:
        return False
    sides = [side.strip() for side in line.text.split("/")]
    return (
        len(sides) == 2
        and is_slashed_credit(line.text)
        and any(side.lower() in _AGENCIES or is_outlet_name(side) for side in sides)
    )


def _credits(line: TextLine, at: int, words: str) -> bool:
    if not is_credit(words):
        return False
    if words.lower() not in _AGENCIES or line.tail.rstrip(" .").endswith("]"):
        return True
    before = line.tail[:at].rstrip()
    return not before.endswith((".", "!", "?", "”", '"'))
