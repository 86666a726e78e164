"""Lines that lead away from the article: links to other articles, and what is left of embedded posts and players."""

from __future__ import annotations

import re

from reader.ingest.lines import TextLine
from reader.ingest.phrases import any_of

SIGNATURE_CHARACTERS = 160
"""Characters at a line's end in which the signature of an embedded post stands: a name, a handle, a day."""

MASH_WORDS = 8
"""Fewest words of a box's heading and headline in one line."""

LINK_WORDS = 40
"""Most words of a link to another article; headlines have at most about 25."""

_RELATED = re.compile(
    r"[\[(]?"
    + any_of(
        r"""
read|read more|read also|also read|read next|must read
related(?: (?:article|story|stories|articles|coverage|content|news|link|links))?|see also|see
see more|more|watch|watch also|watch more|also watch|listen|listen also|explore|explore more
recommended|don't miss|in pictures|more on this|further reading|from the archives?|à lire|lire aussi
à lire aussi|lea también|lee también|vea también|leggi anche|lesen sie auch|lesen sie|mehr dazu
mehr zum thema|siehe auch|leia também|leia mais|lees ook|читайте также|czytaj też|ayrıca okuyun
"""
    )
    + r"(?:\s*[:|»›>▶►→]+\s*|\s+[-–—]+\s+)\S"
)
_RELATED_CAPITALS = re.compile(
    r"(?:READ MORE|ALSO READ|READ ALSO|RELATED|SEE ALSO|WATCH|READ NEXT|READ) +(?=\S*[a-z])\S*"
)
_RELATED_MASH = re.compile(
    r"(?i:related (?:stories|articles|content)|most (?:read|popular|viewed)(?: in)?|read more|more on|more from) "
    r"(?=[A-Z‘'\"“])"
)
"""The heading of a box of links whose headlines have run into one line without a stop at its end."""

_HEADLINE_IN_BRACKETS = re.compile(r"\[[^\[\]]{12,160}[^\[\].!]\]")
"""A link set between paragraphs: "[How a village kept its bridge]"; notes of the editors end with a stop."""

_RELATED_PHRASE = re.compile(
    r"(?:click here to )?"
    + any_of(
        r"""
read (?:more (?:about|on|from|here|in|at)|our (?:full|latest|explainer|coverage|previous|earlier)|
    the full (?:story|report|article|interview)|full (?:story|article))
watch (?:the (?:full )?(?:video|interview|report)|live|our)
listen to (?:the|our) (?:podcast|episode|full)|more (?:from|on|about) (?:this story|the story)
"""
    )
    + r"\b"
)
_HEADING = re.compile(
    any_of(
        r"""
related(?: (?:articles?|stor(?:y|ies)|news|content|coverage|links?|posts?|reading))?
read (?:more|also|next|on)
more (?:on (?:this|the) (?:story|topic|subject)|stories|news|coverage|from .{1,40})
also (?:read|in .{1,30})|see also|further reading|around the (?:bbc|web)|elsewhere on .{1,30}
from the web|other (?:news|stories)|in other news|zum thema|mehr zum thema|sur le même sujet
à lire aussi|lire aussi|más información|noticias relacionadas|leggi anche|articoli correlati
leia também
"""
    )
    + r"[\s:…>»]*"
)
_ARROW = re.compile(r"[»›→▶►⇒➡]\s*\S")
_EMBED = re.compile(
    any_of(
        r"""
(?:https?://|www\.)\S+$|pic\.twitter\.com/|[—–-]+\s.{1,80}\(@\w{1,30}\)|@\w{2,30}$
a (?:post|photo|video) shared by\s|skip (?:twitter|facebook|instagram|youtube) (?:post|video)\b|just watched\s
view (?:this|the|more|full) (?:post|tweet|profile|on (?:instagram|twitter|x|facebook|telegram|youtube))
(?:embed(?:ded)?|view) (?:tweet|content|video|post)
<(?:iframe|script|blockquote|embed|div|img|video)\b
\[/?(?:embed|youtube|video|tweet|iframe|caption|audio|gallery|vc_)[^\]]{0,300}\]|\{\{.{0,300}\}\}$
(?:this )?video (?:can ?not|player|is (?:not|un)available|unavailable)|media playback is
to play (?:this )?(?:video|media)|watch on youtube|play video
this content (?:is not available|is hosted|was blocked)|we are unable to display
allow (?:instagram|twitter|youtube|facebook|x) content
"""
    )
)


_POST_SIGNATURE = re.compile(
    r"[—–-]\s?\S.{0,80}\(@\w{1,30}\)(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.?,? \d{4}))?$"
)
"""The name, handle and day that stand under an embedded post, and in one line with it in a text without markup."""


def is_embed(line: TextLine) -> bool:
    """Whether the line is a bare address or what an embedded post, player or short code leaves behind."""
    if line.tail[-1:] in ")0123456789" and "(@" in line.tail[-SIGNATURE_CHARACTERS:]:
        return _POST_SIGNATURE.search(line.tail[-SIGNATURE_CHARACTERS:]) is not None
    return line.words <= LINK_WORDS and _EMBED.match(line.low) is not None


def is_related_link(line: TextLine) -> bool:
    """Whether the line by itself is a link to another article ("READ: …", "Related: …", "→ …")."""
    mash = line.words >= MASH_WORDS and _RELATED_MASH.match(line.text[:60])
    if not line.stopped and (mash or _HEADLINE_IN_BRACKETS.fullmatch(line.text)):
        return True
    if line.words > LINK_WORDS:
        return False
    return bool(
        _RELATED.match(line.low)
        or _RELATED_CAPITALS.match(line.text[:60])
        or _RELATED_PHRASE.match(line.low)
        or (_ARROW.match(line.text[:4]) and not line.stopped)
    )


def is_related_heading(line: TextLine) -> bool:
    """Whether the line is the heading of a box of links to other articles ("Related stories", "Read more")."""
    return line.words <= 8 and _HEADING.fullmatch(line.low) is not None
