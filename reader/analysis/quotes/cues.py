"""Words by which news attributes what was said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reader.analysis.wordlists import words

_VERBS: Final = words(
    "found finds say said says saying tell told tells telling add added adds adding noted notes noting declare "
    "declared declares declaring stated states stating announce announced announces announcing claimed claims "
    "claiming argue argued argues arguing warn warned warns warning insist insisted insists insisting explain "
    "explained explains explaining write wrote writes writing tweet tweeted tweets posted posting ask asked asks "
    "asking replied replies respond responded responds continue continued continues continuing conclude concluded "
    "concludes stressed stresses stressing emphasise emphasised emphasises emphasising emphasize emphasized "
    "emphasizes emphasizing called calls calling describe described describes describing accuse accused accuses "
    "accusing mention mentioned mentions mentioning reported reports reporting admit admitted admits acknowledge "
    "acknowledged acknowledges confirm confirmed confirms deny denied denies suggest suggested suggests "
    "suggesting promised promises vowed vows pledged pledges urge urged urges urging demanded demands recall "
    "recalled recalls remarked remarks observe observed observes commented comments complain complained complains "
    "criticise criticised criticize criticized condemn condemned condemns condemning denounce denounced denounces "
    "blamed blames praised praises praising hail hailed hails thank thanked thanks speak spoke spoken speaks "
    "speaking express expressed expresses expressing assert asserted asserts maintain maintained maintains joked "
    "jokes quip quipped predict predicted predicts estimated reveal revealed reveals revealing read reads quoted "
    "quoting cite cited citing agree agreed agrees reiterate reiterated reiterates reiterating underline "
    "underlined underlines underlining highlight highlighted highlights highlighting pointed points pointing "
    "labelled labeled dub dubbed refer referred refers referring welcome welcomed welcomes reject rejected "
    "advised advises advising cautioned cautions cautioning disclosed discloses conceded concedes countered "
    "counters retorted boasted boasts "
    "mused muses fumed opined opines averred slammed slams branded brands lauded lauds snapped whispered clarified "
    "clarifies pleaded pleads appealed appeals gushed bemoaned decried decries elaborated assured assures swore "
    "rejects dismiss dismissed dismisses lament lamented recount recounted begin began offered shout shouted "
    "interjected interjects interrupted chimed exclaimed exclaims proclaimed proclaims deadpanned scoffed sneered "
    "sighed yelled yells screamed chanted chants hinted hints contended contends contending alleged alleges alleging "
    "theorised theorized surmised speculated speculates reasoned wondered wonders questioned questions pressed "
    "rejoined chided scolded rebuked lectured touted touts characterised characterized characterises characterizes "
    "deemed defended defends vented volunteered confided confessed divulged concurred implored begged teased taunted "
    "ranted railed thundered blogged blogs emailed texted retweeted intoned proposed proposes demurred signalled "
    "signaled adds chimes challenged challenges declares mocked mocks ridiculed ripped blasted blasts recited "
    "summed summarised summarized demanding insisting denying admitting acknowledging conceding confirming "
    "suggesting vowing promising pledging urging recalling remarking observing commenting replying responding "
    "concluding predicting revealing agreeing asserting maintaining joking lamenting cautioning demurring "
    "cried voiced testify testified ruled ordered think thinks thought believe believed believes hoped hopes want "
    "wanted"
)


def any_of(listed: frozenset[str]) -> str:
    """A pattern that matches any of the words, the longest first."""
    return "|".join(sorted(listed, key=lambda word: (-len(word), word)))


# Bare forms that are nouns as well ("demand", "call") are left out: in reports they hardly ever introduce speech.
VERB: Final = re.compile(
    rf"\b(?:{any_of(_VERBS)}|put it|puts it|(?:went|goes) on(?=[,.:])|(?:shot|fired|hit|wrote) back)\b"
)
_BEFORE_NOUN = re.compile(
    r"\b(?:a|an|the|his|her|its|their|our|my|this|these|those|no|any|new|some|such|percent|percentage|[’']s)\s+$"
)
_BEFORE_BARE_NOUN = re.compile(r"\b(?:of|in|for|by|on|with)\s+$")
"""Before a word of ``VERB`` they make it a noun ("on a call", "his claims"); the latter not one in -ing."""
_NO_SPEECH = re.compile(r"(?:continue[sd]?|continuing|began|begins?|went on|goes on) to\b")
"""Verbs that say nothing of speech before an infinitive ("he will continue to be")."""


def verbs_in(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The verbs of saying in ``text[start:end]``, in order."""
    for match in VERB.finditer(text, start, end):
        reach = max(start, match.start() - 12)
        if _BEFORE_NOUN.search(text, reach, match.start()) or _NO_SPEECH.match(text, match.start(), end):
            continue
        if match.group().endswith("ing") or _BEFORE_BARE_NOUN.search(text, reach, match.start()) is None:
            yield match


SPEECH_VERBS: Final = words(
    "said says say told tells added adds noted notes declared declares stated states announced announces claimed "
    "argued argues warned warns insisted insists explained explains wrote writes tweeted posted asked asks replied "
    "replies responded responds continued continues concluded concludes stressed stresses emphasised emphasized "
    "reports reported admitted acknowledged confirmed denied suggested promised vowed pledged urged recalled remarked "
    "observed commented complained joked quipped predicted reiterated reads agreed testified began shouted recounted "
    "advised cautioned disclosed conceded countered retorted boasted mused fumed opined averred snapped clarified "
    "pleaded "
    "interjected interjects exclaimed proclaimed deadpanned scoffed yelled screamed contended contends alleged alleges "
    "reasoned wondered confided blogged emailed texted thundered intoned exclaims yells demanded "
    "lamented asserted maintained ruled revealed mentioned"
)
"""Verbs that on their own introduce direct speech."""
INVERTED_VERBS: Final = words(
    "said says added adds noted notes wrote writes explained explains recalled recalls argued argues insisted insists "
    "concluded concludes tweeted observed observes remarked remarks replied claimed claims declared reports reported "
    "reckons reckoned"
)
"""Verbs of speech after which a name is the one who speaks, never the one who is spoken to."""
ACCORDING = re.compile(r"\b(?i:according to|in the words of|as told to)\b")

PRONOUN: Final = re.compile(r"\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey)\b")

ROLES: Final = words(
    "minister president chancellor premier spokesman spokeswoman spokesperson diplomat ambassador envoy secretary "
    "chairman chairwoman chair chief director governor mayor senator lawmaker deputy leader commander general officer "
    "official judge prosecutor lawyer attorney professor researcher scientist economist analyst expert author teacher "
    "doctor coach manager captain player founder owner executive ceo king queen prince princess pope bishop archbishop "
    "politician activist resident witness veteran mother father farmer driver head commissioner representative "
    "congressman congresswoman candidate historian engineer student singer actor actress director-general sheriff "
    "detective pilot striker forward winger keeper fullback batsman bowler "
    "midfielder goalkeeper defender champion skipper curator biologist geologist virologist "
    "adviser advisor negotiator correspondent reporter journalist editor nurse survivor legislator parliamentarian "
    "international chairperson treasurer superintendent inspector magistrate imam priest rabbi chef skipper trainer "
    "nominee frontrunner front-runner strategist host anchor columnist cleric operative billionaire businessman tycoon "
    "pundit blogger contributor moderator aide prosecutor counsel trooper pollster lobbyist diplomat auditor investor "
    "neighbor neighbour fan commentator consul scholar fellow producer novelist filmmaker director-general "
    "brother sister wife husband widow son daughter uncle aunt grandmother grandfather cousin "
    "speaker whip justice convener convenor organiser organizer umpire referee PM CM CS FM MD CEO"
)
_PLAYERS: Final = words(
    "striker forward winger keeper fullback batsman bowler midfielder goalkeeper defender player captain skipper"
)
ROLE_KIN: Final = dict.fromkeys(_PLAYERS, _PLAYERS) | {
    "PM": words("minister premier"),
    "judge": words("judge justice magistrate"),
    "CM": words("minister"),
    "FM": words("minister"),
    "CS": words("secretary"),
    "CEO": words("ceo executive"),
    "MD": words("director"),
    "diplomat": words("minister ambassador envoy diplomat consul"),
    "spokesperson": words("spokesman spokeswoman spokesperson"),
    "spokesman": words("spokesman spokesperson"),
    "spokeswoman": words("spokeswoman spokesperson"),
    "premier": frozenset({"premier", "minister"}),
    "leader": words("leader president chairman premier king"),
    "politician": words("minister president senator lawmaker politician"),
    "envoy": frozenset({"envoy", "ambassador"}),
    "lawmaker": words("senator lawmaker congressman congresswoman legislator representative"),
    "head": words("head chief director chairman"),
    "chief": words("head chief director commander"),
}
"""Roles under which a person may be meant by another role noun."""
BODIES: Final = words(
    "ministry government company firm group agency court party army military police union committee "
    "council university organisation organization bank paper newspaper office department embassy club team agency "
    "commission board charity foundation airline carrier broadcaster network retailer watchdog regulator airport "
    "church hospital museum zoo school league federation association embassy brand manufacturer studio label family"
)
"""Common nouns by which an organisation is meant."""
GENERIC_BODIES: Final = words(
    "company firm group organisation organization agency paper newspaper club team airline carrier broadcaster "
    "retailer watchdog regulator manufacturer charity"
)
"""Those of them that stand for any organisation that was named before."""
PARTISANS: Final = frozenset({"Republican", "Democrat", "Conservative", "Liberal", "Libertarian"})
"""Words by which a politician who was named before is meant ("the Idaho Republican")."""
DOCUMENTS: Final = words("statement report letter readout communique communiqué release post message memo ruling")
"""What is said in writing: whoever it is by or from has said it."""
MALE: Final = words("mr sir lord king prince father son brother husband uncle spokesman chairman congressman fireman")
FEMALE: Final = words(
    "mrs ms miss lady queen princess mother daughter sister wife aunt spokeswoman chairwoman congresswoman actress"
)
"""Words before a name that say by which pronoun the person goes."""
MANY: Final = words(
    "officials residents witnesses experts analysts critics activists authorities sources reports media protesters "
    "prosecutors lawyers ministers diplomats leaders lawmakers scientists researchers investigators people others many "
    "some doctors police supporters opponents neighbours neighbors relatives colleagues teachers parents students "
    "workers soldiers observers economists demonstrators commentators fans players voters somebody someone everyone"
)
"""Words for speakers without a name: what they say is nobody's quotation."""
TITLE_WORDS: Final = words(
    "of for the to and foreign prime deputy former vice acting then first interim veteran senior"
)
"""Small words inside a title before a name."""
NO_SUBJECT: Final = words(
    "of in to with from on at by for against about between among under over into during after before than near "
    "like unlike alongside despite upon via without amid beyond including toward towards behind beside besides as "
    "until since"
)
"""A name after one of these is not the subject of the next verb."""
CLAUSE_OPENERS: Final = words("after before than as since until")
"""Words that lead a name or a whole clause: before a verb, the name is its subject ("after Reyes told the board")."""
MODIFIED: Final = words(
    "campaign campaigns supporter supporters aide aides ally allies voter voters rally rallies event events backer "
    "backers donor donors surrogate surrogates loyalist loyalists fan fans staffer staffers delegate delegates "
    "administration presidency speech speeches interview interviews family company companies team camp foundation"
)
"""Nouns of which a name before them only says whose they are."""
