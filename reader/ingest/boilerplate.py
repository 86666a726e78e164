"""Lines of a page that are not the article: menus, advertisements, sign-up, share and comment boxes, legal notes.

Each line is judged by itself here; boxes of several lines are put together in ``boxes``.
"""

from __future__ import annotations

import re

from reader.ingest.lines import TextLine, fold
from reader.ingest.phrases import any_of, words_of

SHORT = 14
"""Most words of a line that is looked up as a whole."""

SENTENCE = 60
"""Most words of a sentence of a form or box: legal notes under newsletter boxes have about 50."""

BOX, BOX_WORDS = 150, 3
"""Most words of a whole form that has run into one line, and the words of the site's trade that it needs."""

ADDRESSING_WORDS = 2
"""Words of the site's trade in a sentence to the reader ("your", "our") that make it the site's own."""

ADDRESSING_LONG = 28
"""Words from which a sentence needs one such word more: two can meet in it by chance."""

MENU_PARTS = 4
"""Short pieces between separators that make a line a menu."""

_WHOLE = re.compile(
    any_of(
        r"""
(?:press|media|news) release|for immediate release
like this: like loading.*|donate(?: now| today)?|[\d,.]+ views?|\d{1,2}:\d{2} ?/ ?\d{1,2}:\d{2}|speed \d(?:\.\d+)?x|x
(?:story|article) continues|promoted stories|sponsored links.{0,20}|taboola feed|(?:name|e-?mail|comment|website) ?\*
listen again|podcasts?|videos?|photos?|gallery|slideshow(?: \(\d+ images?\))?|play (?:video|slideshow)
(?:\d+ )?view (?:all )?comments|keep reading|list of \d+ items|list \d+ of \d+
end of (?:list|newsletter.*)|reuse this content|[+#]?\d{1,3}
temps de lecture.*|offrir l'article|article réservé aux abonnés|contribuer|réutiliser ce contenu|lesezeit.*
artikel merken
explore more on these topics|(?:after|before|skip past) .{0,20}promotion
advertisements?|adverts?|ads?|ad \d.*|sponsored(?: content| by .*)?|paid (?:content|post|for by .*)
promoted(?: content)?|promo|(?:story|article) continues below.*|article continues (?:below|after).*
skip (?:this )?(?:ad|advertisement)|(?:advertisement (?:- )?)?continue reading(?: below)?(?: the main story)?
skip (?:to )?(?:main |the )?(?:content|navigation|search|footer|.*promotion)|menu|main menu
site menu|navigation|search(?: .{0,20})?|home(?:page)?|sections?|sitemap|accessibility(?: .{0,20})?
log ?(?:in|out)(?:/.*)?|sign ?(?:in|up|out)|register(?: now)?|my (?:account|profile)
subscribe(?: now| today| here)?|(?:our |daily |weekly |free )?newsletters?(?: sign-? ?up)?
(?:confirm )?e-?mail(?: address)?:?|confirm mail|your (?:e-?mail|name|comment)(?: address)?:?
password:?|submit|send|close|open|cancel|ok|yes|no thanks|got it|accept(?: all)?(?: cookies)?
reject(?: all)?|manage (?:cookies|preferences|consent|settings)|continue|loading(?: .{0,20})?|share
shares?|\d+ shares?|share (?:this|on|via|with|the|article|story|now|by)\b.*|tweet(?: this)?|retweet
pin(?: it)?|(?:copy|copied) ?(?:link|url)?|link copied.*|print(?: (?:this )?(?:article|page|story))?
save(?: (?:article|for later|story))?|bookmark|gift(?: this)?(?: article)?|whats ?app|facebook
twitter|telegram|linkedin|reddit|instagram|youtube|tiktok|flipboard
(?:\d+ )?comments?(?: \(?\d+\)?)?|no comments(?: yet)?
(?:leave|post|add|write) (?:a|your) (?:comment|reply).*
join (?:the|our) (?:conversation|discussion|community).*
(?:show|view|read|hide|load) (?:all |the |more )?comments.*|be the first to comment
most (?:popular|read|viewed|shared|commented|watched).*|trending(?: now| today| stories)?
popular(?: now)?|top (?:stories|news|headlines)
(?:the )?latest(?: news| stories| headlines| updates)?|breaking(?: news)?
live(?: now| updates| blog)?|editors?'?s? (?:picks?|choice)
(?:recommended|picked|more|stories|selected)(?: stories)? for you|recommended(?: stories| reading)?
you (?:may|might) (?:also |have )?(?:like|missed?|be interested in).*|up next
next(?: article| story| post)?|previous(?: article| story| post)?|back(?: to top)?|go to top|top
(?:see|show|view|load) (?:more|less|all).*|expand|collapse|\d+ (?:of|/) \d+|page \d+(?: of \d+)?
(?:read(?:ing)? time:? )?\d+[ -]?min(?:ute)?s?'?(?: (?:read|listen|watch|video|reading).*)?
(?:estimated )?read(?:ing)? time.*|listen(?: now)?|listen (?:to|\().{0,50}|audio|play|pause|mute
text size.*|font size.*|[+-]?a[+-]?|dark mode|light mode|(?:.{0,30}\|? ?)?all rights reserved.*
terms (?:of|and|&) .*|privacy(?: policy| notice)?.*|cookies?(?: policy| settings| notice).*
about(?: us| the author)?|contact(?: us)?|careers|jobs|help(?: cent(?:er|re))?|faqs?
advertise(?: with us)?|impressum|datenschutz
(?:tags?|topics?|keywords|categor(?:y|ies)|labels|filed (?:under|in)|posted in|related topics|more on|
    sections?) ?[:|].*
tags|topics|related topics|filed under.*|in this (?:article|story)|.{0,12}getty images.{0,12} embed
notifications?|enable notifications|turn on alerts|allow|not now|maybe later|remind me later
(?:edici[oó]n|edition|ausgabe|édition)\b.{0,30}|\w+ edition|(?:click |tap )?here|anzeige|werbung
newsletter (?:bestellen|abonnieren)|teilen|merken|drucken|kommentare?(?: \(?\d+\)?)?|zur startseite
startseite|publicité|partager|imprimer|commentaires?|s'abonner|abonnez-vous.*|accueil|publicidad
compartir|comentarios|suscríbete.*|pubblicità|condividi|commenti|abbonati.*|publicidade|compartilhar
comentários|assine.*|reklama?|advertentie|delen
"""
    )
    + r"[\s.!:>»›…→]*"
)

_START = re.compile(
    any_of(
        r"""
this (?:audio|voice|recording) is\b|on air\b|skip past|privacy (?:notice|policy)\b|e-?mail:? \S{1,60}@|share or comment
subscribe (?:to|now|for|today|and)\b|sign up (?:for|to|now|here|and|with|below)\b
sign in (?:to|with)\b|log in (?:to|with)\b
get e-?mail notifications? for\b
get (?:our|the|your) .{0,60}(?:newsletter|inbox|app\b|alerts|briefing)
join (?:our|the) .{0,40}(?:community|newsletter|channel|telegram|whatsapp|group|mailing list)
follow (?:us|.{1,60}) on (?:twitter|x\b|facebook|instagram|telegram|whatsapp|google|linkedin|youtube|
    threads|bluesky|mastodon|tiktok|social)
follow us\b|(?:like|find) us on|download (?:our|the) .{0,40}app\b
share this (?:article|story|post|page|with)
stay (?:updated|informed|in the know|up to date|connected|tuned|on top of|ahead)\b|never miss
don't miss (?:out|our)|(?:click|tap) here
already (?:a|an) (?:\w+ )?(?:subscriber|member|registered|have)|not a (?:subscriber|member)
become an? (?:\w+ )?(?:member|subscriber|supporter|patron)
support (?:our|independent|quality) .{0,40}(?:journalism|work|newsroom|reporting|media)
donate (?:to|now|today|here)|if you'd like to comment|commenting is
comments (?:are|on this|have been) .{0,30}(?:closed|moderated|disabled|turned off)
please (?:log|sign) ?in
please (?:use|enter|enable|disable|consider (?:subscrib|support|donat)|subscribe|turn off|whitelist|
    select|check your)
thank you(?:!| for (?:reading|subscribing|signing|registering|your (?:support|interest|submission)))
thanks for (?:reading|subscribing|signing)|you are now (?:a|an|subscribed|signed|registered|logged)
you (?:have|'ve) (?:reached|successfully|been subscribed|\d+ (?:free )?articles)
you've (?:reached|successfully)|we (?:sent|have sent|'ve sent) you|we use (?:cookies|essential)
we and our (?:\d+ )?partners|this (?:web)?(?:site|page) (?:uses|is protected|requires)
by (?:signing up|clicking|subscribing|submitting|registering|providing your|entering your|
    continuing to (?:use|browse))
enter your|check your (?:e-?mail|inbox)|(?:to )?(?:continue|keep) reading\b
to read (?:the full|this) (?:story|article)
(?:this|the) (?:story|article|piece|report|post|essay) (?:was |is |has been |has )?(?:first |
    originally |also |been )*(?:published|appeared|republished|syndicated|produced)\b
(?:originally|first) (?:published|appeared) (?:in|by|at|on) (?!\d)[^\d]{2,60}$
republished (?:with|under|from)|reprinted (?:with|from)|get in touch (?:with us|by|at|via)
(?:(?:do you )?have|got) a (?:news )?(?:tip|story|question for)|send (?:us )?(?:your|tips)
join us on\b|to contact the (?:reporter|editor|author|writer)s?\b|your e-?mail address will not|save my name
if you have (?:any |more )?information (?:about|on) this (?:story|article|topic)
read or share this|check us out on|re-enter your
newsletter sign up\b|we pay for your (?:stories|videos|photos|tips)|chat with us\b|order reprints\b
a version of this (?:article|story|column) (?:appears|appeared|ran) in
contact (?:us|the (?:reporter|author|writer))\s
(?:email|e-mail|write to) (?:us|the (?:reporter|author|writer|editor))[\s.]
report (?:an? )?(?:error|typo|correction|ad\b)
(?:spotted|found|see|notice) an? (?:typo|mistake|error)
(?:view|open|launch) (?:gallery|image|slideshow|in app)
(?:click|scroll|swipe|tap) (?:to|for|on|down)\b|(?:please )?enable javascript|javascript (?:is|must)
your browser|powered by\s|©|\(c\) ?\d{4}|copyright (?:©|\(c\)|\d{4}|by )
(?:the )?(?:views|opinions) expressed|(?:full )?disclaimer:
for (?:more|the latest) .{0,60}(?:visit|follow|subscribe|click|sign up|download)
(?:want|looking for) more .{0,40}(?:news|stories|analysis).{0,40}\?|try (?:our|it) (?:new|free)
start your free|unlimited access|special offer|limited[- ]time|rate this (?:article|story)
was this (?:article|page|story) (?:helpful|useful)|how was this
what do you think\?.*(?:comment|tell us)
(?:all )?(?:material|content|text) .{0,40}(?:may not be|is protected|without permission)
no part of this|we (?:value|care about|respect) your privacy|our standards:|welcome to [^.]{0,60}!
want to (?:comment|share|advertise|subscribe)|enjoy(?:ing|ed)? (?:this|our|what)\b.{0,60}\?
(?:the )?[^.,]{3,50} is an? (?:\w+, )?(?:independent|non-?profit|reader-funded|
    member-supported)(?:,? \w+){0,3} (?:newsroom|news|media|publication)
(?:independent|quality|our|good) journalism (?:from|costs|needs|depends|is|takes|matters)
[€$£]\d+(?:[.,]\d\d)? (?:a|per) (?:month|week|year)|your reactions?\b|want to read|you are here\b
only (?:paying |registered )?(?:members|subscribers)\b|sign me up|support us\b
jetzt (?:abonnieren|anmelden|lesen|registrieren)|melden sie sich|abonnieren sie|mit anmeldung
inscrivez-vous|recevez\s|suscríbase|regístrate|iscriviti|registrati|inscreva-se|cadastre-se
"""
    )
)

_CHROME_TOKEN = re.compile(r"[a-z]+(?:[-_][a-z0-9]+)+")
_CHROME_WORDS = words_of(
    """
    newsletter newsletters subscribe subscriber subscribers subscription inbox email e-mail mail comment
    comments commenting community member members membership account login log sign signup register password
    username cookies cookie privacy policy terms consent browser app adverts ads ad-free advertising share
    follow donate donation support journalism newsroom readers click link unsubscribe notifications alerts
    site website benefits enjoy trial offer join paying free edition briefing moderators moderation
    guidelines preferences
    """
)
_ADDRESS = words_of("you your you'd you're you've you'll our us we we'll")
_WORDS = re.compile(r"[a-z]+(?:[-'][a-z]+)*")
_BUTTON_WORDS = words_of(
    """
    share print save email e-mail mail facebook x twitter whatsapp telegram linkedin reddit copy link report
    an error this article comment comments log sign in up out menu search home close send to a friend
    bookmark like follow pin tweet post reply subscribe
    """
)
_SERVICES = re.compile(
    r"\b(?:sign in|log in|login|subscribe|search|menu|my account|watchlist|newsletters?|e-paper|support us|register)\b"
)
_SEPARATOR = re.compile(r"\s*[|›»•·▪]\s*|\s+[/>–-]\s+|\s{2,}|\t")
_SENTENCE_START = re.compile(r"(?<=[.!?])\s+")
_SIGNS = "☰≡×✕✖▼▲▾▴►▶◀•|+>‹›«»→←↓↑★☆✓🔍📧🔔 \t\ufe0f"
_CHANGE = re.compile(r"[+−-]\d+[.,]\d+ ?%")
_FORM_FIELD = re.compile(r"(?:\w+ ){0,2}\w+ ?:")
_PLACEHOLDER = re.compile(r"\b(?:example|name|you|user)@(?:example|domain|email|mail)\.")

SECTION_WORDS = words_of(
    """
    news world politics business sport sports opinion opinions health wellness culture lifestyle life tech
    technology science travel food arts entertainment video videos podcast podcasts podcasts magazine
    weather local national international middle east europe asia africa americas economy finance money
    markets innovation conference education environment climate style fashion autos jobs obituaries
    editorial editorials features photos live more home menu search login subscribe newsletters analysis
    investigations games crossword shop events archive latest religion jewish diaspora us uk israel politik
    wirtschaft kultur wissen panorama international économie société deportes cultura economía
    """
)
"""Words of which menus consist."""

NAV_SECTIONS = 3
"""Different section names that make a line without a sentence a menu; two stand in many a headline."""


def is_boilerplate(line: TextLine) -> bool:
    """Whether the line by itself shows that it belongs to the page, not to the article."""
    if not any(map(str.isalnum, line.low)):
        return len(line.text) < SHORT
    if line.words > SENTENCE:
        return line.words <= BOX and _START.match(line.low) is not None and addresses_the_reader(line, BOX_WORDS)
    if line.words <= SHORT and (_WHOLE.fullmatch(line.low.lstrip(_SIGNS)) or _CHROME_TOKEN.fullmatch(line.text)):
        return True
    if line.is_quoted:
        return False
    return (
        _START.match(line.low) is not None
        or is_menu(line)
        or addresses_the_reader(line)
        or ("@" in line.low and _PLACEHOLDER.search(line.low) is not None)
        or (line.words <= SHORT and (_says_twice(line) or _is_ticker(line)))
    )


def is_menu(line: TextLine) -> bool:
    """Whether the line is a row of section names, or the mash that a whole menu becomes when its markup is lost."""
    if line.stopped or line.words < NAV_SECTIONS:
        return False
    parts = [part for part in _SEPARATOR.split(line.text[: len(line.low)]) if part]
    words = [word for part in parts for word in part.split()]
    sections = {word.lower().strip(",&") for word in words} & SECTION_WORDS
    if len(parts) >= MENU_PARTS - bool(sections) and all(part.count(" ") < NAV_SECTIONS for part in parts):
        return True
    if len(parts) >= NAV_SECTIONS and all(part.count(" ") < MENU_PARTS for part in parts):
        lows = [fold(part) for part in parts]
        if any(_WHOLE.fullmatch(low) or _START.match(low) for low in lows):
            return True
    lower = sum(word[0].islower() for word in words)
    if lower * 10 <= len(words) and len(sections) >= NAV_SECTIONS and len(sections) * 3 >= min(len(words), 12):
        return True
    return lower <= 1 and len(words) >= MENU_PARTS and _SERVICES.search(line.low) is not None


def _says_twice(line: TextLine) -> bool:
    """Whether all words, or a sentence after the first, are the page's own: "Facebook X", "Like it? Subscribe"."""
    words = _WORDS.findall(line.low)
    if len(words) > 1 and len(words) + 2 >= line.words and _BUTTON_WORDS.issuperset(words):
        return True
    return any(_START.match(sentence) for sentence in _SENTENCE_START.split(line.low)[1:3])


def is_form_field(line: TextLine) -> bool:
    """Whether the line could be a label in a form ("Email:"); only a neighbouring box makes it one."""
    return _FORM_FIELD.fullmatch(line.low) is not None


def _is_ticker(line: TextLine) -> bool:
    """Whether the line is a row of prices and their changes: "VTB +0.00% SARVI +25.9%"."""
    return (
        not line.stopped
        and _CHANGE.search(line.low) is not None
        and sum(map(str.islower, line.text)) * 4 < len(line.text)
    )


def addresses_the_reader(line: TextLine, fewest: int = ADDRESSING_WORDS) -> bool:
    """Whether the line speaks to the reader, with at least ``fewest`` words of the site's trade."""
    if "you" not in line.low and "our" not in line.low and "us" not in line.low and "we" not in line.low:
        return False
    words = set(_WORDS.findall(line.low))
    if words.isdisjoint(_ADDRESS):
        return False
    needed = fewest + (line.words > ADDRESSING_LONG)
    return len(words & _CHROME_WORDS) >= needed
