"""Names of publications: how they look, and the places of a page where one is named as its own."""

from __future__ import annotations

import re

from reader.ingest.phrases import words_of
from reader.ingest.remembering import remembered

NAME_WORDS = 6
"""Most words of an outlet's name: "The New York Review of Books"."""

_KINDS = words_of(
    """
    times post news daily herald tribune gazette guardian telegraph journal chronicle observer independent
    mirror express mail sun star standard ledger courier dispatch monitor sentinel bulletin record register
    review examiner inquirer enquirer globe echo argus mercury press wire newswire agency broadcasting
    broadcaster radio tv television media network today weekly monthly magazine reporter report insider
    intelligencer advocate advertiser argosy beacon citizen democrat evening morning world nation voice
    digest quarterly businessline spectator economist statesman correspondent messenger outlook pilot planet
    reader republic
    transcript union tidings zeitung allgemeine tagblatt anzeiger rundschau nachrichten presse kurier blatt
    tageblatt spiegel welt monde figaro libération journal gazette dépêche matin soir país mundo vanguardia
    razón diario diário periódico correo nación prensa noticias corriere repubblica stampa giornale messaggero
    gazzetta folha globo estado jornal público correio notícias telegraaf volkskrant handelsblad dagblad
    posten aftenposten politiken svenska dagens nyheter
    """
)
_KNOWN = words_of(
    """
    reuters ap afp bbc cnn npr pbs abc cbs nbc msnbc dw rt kyodo xinhua tass interfax efe ansa dpa upi politico
    axios vox vice slate salon time newsweek forbes fortune bloomberg wired haaretz ynet i24news globes walla kan jns
    meduza rferl ndtv cnet cnbc espn tmz gizmodo engadget mashable techcrunch zdnet buzzfeed quartz propublica indiewire
    breitbart jezebel kotaku polygon recode variety billboard thewrap sputnik mint scroll dawn rappler stuff rnz sbs ctv
    trend turan report.az azertac apa anadolu aljazeera euronews france24 swissinfo nzz faz taz zdf ard orf srf rtl rai
    rtve marca clarín lemonde liberation mediapart globe guardian
    """
) | {
    "al jazeera", "al arabiya", "al-monitor", "associated press", "the associated press", "agence france-presse",
    "bbc news", "deutsche welle", "sky news", "the hindu", "the hill", "the atlantic", "the conversation",
    "the intercept",
    "the new yorker", "radio free europe", "middle east eye", "financial times", "le monde", "el país", "el pais",
    "france 24", "i24 news", "der standard", "die zeit", "the economist", "the verge", "süddeutsche zeitung",
    "neue zürcher zeitung", "la repubblica", "the globe and mail", "ars technica", "business insider", "huffpost",
    "channel 12", "channel 13", "the age", "the scotsman", "the canary", "foreign policy", "foreign affairs",
    "eurasianet", "the diplomat", "rolling stone", "usa today", "sky sports", "the daily beast", "mother jones",
    "the wrap",
    "national review", "popular mechanics", "new scientist", "scientific american", "the root", "sports illustrated",
}  # fmt: skip
_SMALL = words_of(
    """
    of the and & de la le el der die das del di du des en y et for in on al do da dos das e
    """
)
_HEADLINE_WORDS = frozenset(("for", "in", "This", "this", "Your", "My", "Print", "Share"))
"""Words that headlines and buttons have and names of papers don't: "Record for Halme", "Print This Post"."""
_DOMAIN = re.compile(
    r"(?:www\.)?[\w-]{2,40}\.(?:com|org|net|co\.\w\w|info|news|tv|io|de|fr|es|it|uk|az|il|ru|nl|ch|at|be|eu|in|jp|au|ca)",
    re.IGNORECASE,
)
_NOT_OUTLETS = frozenset(
    """
breaking news|world news|latest news|top news|local news|israel news|us news|uk news|sports news|business news|live news
daily news|news|today|world|nation|media|magazine|live|report|review|morning|evening|press|radio|tv|post|daily|video
press release|sun|star|time|middle east|news analysis|morning report|news in brief|world report|special report
press review|good news|bad news|fake news|record|union|republic|planet|voice|reader|correspondent|reporter
""".strip()
    .replace("\n", "|")
    .split("|")
)
"""Words for a paper that stand alone as section names or headlines far more often than as a masthead."""

_OWN_NAME = re.compile(
    r"(?i:subscribe to|sign up (?:for|to)|join|get|follow|support|download|read more (?:from|at|on)|more from|"
    r"welcome to|thank you for (?:reading|supporting))\s+"
    r"(?P<name>(?:[Tt]he\s+)?[A-Z0-9][\w.&'’-]*(?:\s+(?:of|the|and|&|de|[A-Z0-9][\w.&'’-]*)){0,5}?)"
    r"(?:['’]s)?(?=\s+(?:[Nn]ewsletters?|[Cc]ommunity|[Aa]pp\b|[Dd]aily|[Bb]riefing|on\s|[Cc]hannel|[Aa]lerts|[Ee]dition|[Mm]ember|today\b|for\b|and\s)|[.!\s]*$)"
)
_COPYRIGHT = re.compile(
    r"(?:(?i:copyright|©|\(c\))\s*){1,3}(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[\s,]*(?:by\s+)?(?P<name>[A-Z][^.|"
    r",;©\d]{1,60}?)\s*(?:\.|,|\||;|\d{4}|[Aa]ll [Rr]ights|$)"
)
_FIRST_PUBLISHED = re.compile(
    r"(?:published|appeared) (?:in|by|on|at) (?P<name>(?:[Tt]he )?[A-Z][\w.&'’-]*(?: (?:of|the|and|&|de|"
    r"[A-Z][\w.&'’-]*)){0,5})"
)
_SELF_DESCRIBED = re.compile(
    r"(?P<name>[A-Z][\w.&'’ -]{2,50}?) is an? (?:[\w-]+,? ){0,5}"
    r"(?:newsroom|newspaper|news organi[sz]ation|publication)\b"
)
_COMPANY = re.compile(r"\s+(?:ltd|llc|inc|gmbh|plc|limited|media group|group|corp|s\.?a|ag)\.?$", re.IGNORECASE)


_WEAK_KINDS = frozenset(
    words_of("news today world live report review nation update updates daily correspondent reporter")
)
"""Words for a paper that as often head a section ("Markets Today", "Transfer News")."""
_SECTIONS = words_of(
    """
    regions courts political crime education environment shipping social religious diplomatic defence security
    latest top breaking more live all transfer transfers market markets money business sport sports football cricket
    tennis rugby racing golf politics political economy economic finance financial tech technology science health
    education environment climate weather crime court courts travel entertainment culture arts music film lifestyle
    local national international foreign regional world home city metro property motoring royal celebrity showbiz
    opinion features video election elections war energy industry stock stocks earnings company companies corporate
    """
)
"""Words with which one of ``_WEAK_KINDS`` names a section, not an outlet."""
_NAMED_LIKE_PAPER = re.compile(r"The(?: [A-Z][\w'’]+){1,3}")
_EDITION = re.compile(r",?\s+\(?(?:\w+\s+)?edition\)?$", re.IGNORECASE)


def _is_section(words: list[str]) -> bool:
    """Whether a name is made of nothing but words for sections: "LATEST TRANSFER NEWS"."""
    low = [word.lower() for word in words]
    return (
        any(word in _WEAK_KINDS for word in low)
        and all(word in _WEAK_KINDS or word in _SECTIONS or word in _SMALL for word in low)
        and any(word in _SECTIONS for word in low)
    )


def is_section_name(text: str) -> bool:
    """Whether the words only name sections ("Business News")."""
    words = [word.lower() for word in text.replace("&", " ").split()]
    return bool(words) and all(word in _WEAK_KINDS or word in _SECTIONS or word in _SMALL for word in words)


def named_like_paper(text: str) -> bool:
    """Whether a name has the article that papers have, though no word for a paper: "The Continental"."""
    return _NAMED_LIKE_PAPER.fullmatch(text) is not None


def without_edition(text: str) -> str:
    """An outlet's name without its edition: "Norte Press, English edition"."""
    return _EDITION.sub("", text)


def is_known_outlet(text: str) -> bool:
    """Whether the words are the name of a publication or agency that is known by name."""
    low = text.lower()
    return low in _KNOWN or low.removeprefix("the ") in _KNOWN


@remembered
def is_outlet_name(text: str) -> bool:
    """Whether the words look like a publication's name: a known one, a domain, or capitals with a word for a paper."""
    name = without_edition(text.strip().rstrip(".:,"))
    low = name.lower()
    if not name or len(name) > 60 or "," in name or low in _NOT_OUTLETS:
        return False
    if is_known_outlet(name) or _DOMAIN.fullmatch(name):
        return True
    words = name.split()
    if len(words) > NAME_WORDS or not _HEADLINE_WORDS.isdisjoint(words):
        return False
    if not all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in words):
        return False
    if _is_section(words):
        return False
    parts = [part for word in words for part in (word, *word.split("-")[1:])]
    return any(_plain(part) in _KINDS for part in parts) or words[0].lower() in _KNOWN


def _plain(word: str) -> str:
    return word.lower().strip("'’")


def same_outlet(name: str) -> str:
    """What two spellings of an outlet share: case and the article don't count."""
    return name.lower().removeprefix("the ").strip()


def outlet_of_the_page(text: str) -> str | None:
    """The outlet that a line of the page names as its own: "Join The X Community", "© 2023 X", "Subscribe to X"."""
    for pattern in (_COPYRIGHT, _OWN_NAME, _SELF_DESCRIBED, _FIRST_PUBLISHED):
        match = pattern.search(text) if pattern is _FIRST_PUBLISHED else pattern.match(text)
        if match:
            name = _COMPANY.sub("", match["name"].strip(" .'’")).removeprefix("the ")
            if is_outlet_name(name) or (pattern is _COPYRIGHT and 0 < len(name.split()) <= 4):
                return name
    return None
