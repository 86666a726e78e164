"""How common English words are in news at large: what a library of five articles cannot know by itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from reader.analysis.events.terms import Hashes, hash_word

BACKGROUND_ARTICLES = 1000
"""The background counts as so many articles. With it a cosine means the same in a library of 5 and of 10,000 articles,
so that one threshold serves both: B³ F1 .909 with it and .890 without over 144 libraries of 2 to 40 ECB+ articles, .884
and .883 on all 982. From some 10,000 articles on the library's own counts prevail."""

_SHARES: tuple[tuple[float, str], ...] = (
    (
        0.20,
        """according day first friday last monday new old people police president report reported reports state
        statement three thursday time today tuesday wednesday week year years""",
    ),
    (
        0.11,
        """announced area called city countries country days end family five foreign former found four general
        government head high home hours including international known left life long man meeting million minister
        month months morning national news next night office officials percent public put run saturday second
        security set seven several spokesman sunday team times way work world""",
    ),
    (
        0.06,
        """across added agency ago agreement along already april asked august authorities based became began behind
        best big billion building business call came case center central chief close come coming company confirmed
        council court dead deal death december deputy development director due earlier early economic eight energy
        expected fact far february fire following forces front good group half health held help history hour house
        inside issue issues january july june know late lead leader leaders leading led light line little local look
        major march media meet members men met military ministers ministry murder need north november number october
        official opened opening order outside part party past person place plan plans play point political position
        posted power press private program project published received region relations released return role running
        saw seen september services shot show showed side six source south start started states street support
        system ten third thousands top total trade tv university updated used visit want war weeks west women
        working yesterday young""",
    ),
    (
        0.034,
        """able access accused act action afternoon air allow almost always appeared arrest attack become believe
        better block body break bring brought build campaign car career caused century chance change changes charge
        charges child children claim claimed clear community conference continue continued control cooperation cost
        course current cut damage data date decided decision defence defense department described despite details
        different district done east economy effort efforts election ended enough event eventually evidence
        executive experience face field figures final find firm fled floor followed food force forward free full
        fund future game gave given global goal great ground growth hand happened hard heard hit hold hope hospital
        hundred hundreds identified immediately impact important include included increase industry information
        injured interview investigation involved job joint justice keep key killed kind large largest latest law
        leave level likely list live lives longer looking loss lost low main management manager mark market matter
        means measures message mile miles minutes moment money move moved mr mrs name named nearly needed network
        nine offer offered officer officers open operation opposition paid parliament passed pay period phone
        planned policy poor popular possible post potential present previous previously price prices prime prison
        problem problems process production property provide question quickly range rate reach reached read real
        really reason recent recently record relationship remain remains residents response responsible result
        results returned rights rise risk road rule safety scene school season section sector senior sense sent
        series serious served service share shares shortly sign signed similar site situation small social society
        soon speaking special staff stage step stop story strategic strategy strong study summer talk talks term
        thing things think thought threat ties toll town training travel treatment trip true turn turned unit united
        use using value view vote wait wanted water weekend white whole win winner winter witnesses won word words
        worked workers worth""",
    ),
    (
        0.017,
        """ability addition additional address admitted age ahead allowed amount announcement apparently appears
        approved arrived attempt attended attention average aware bad bank banks base basis begin benefit biggest
        bill bit black board border bottom boy brother budget buildings camp capital care carried carry category
        cause ceremony certain certainly chair chairman challenge challenges chamber citizens civil class clean
        clearly closed club coast cold colleagues comment comments commission commitment committee common companies
        complete completely concern concerned concerns conditions confidence considered contact contract cooperate
        couple cover create created credit crew crime crisis critical crowd cultural custody customers daily damaged
        daughter debate decade decades declared deep delay delayed delegation demand democratic denied design
        destroyed detail difficult diplomatic discuss discussed discussing division document door double dozen
        dozens drive driver drop dropped earth education effect elected emergency employees ensure entered
        environment especially established estimated evening events exactly example exchange existing expand
        expansion expect experts explained extra eyes facility facing failed fall families father federal feel feet
        fell fellow fight film finally finance financial finish finished focus forced form formed fourth fuel
        funding gas girl giving goods greater green growing guests guilty happen heads hearing heart heavy helped
        historic holding hoped host hot human ill image income increased independence independent individual initial
        initially injuries injury institutions interest interests investment investors involving joined journalists
        judge killing knew knowledge labour lack land lawyer legal letter limited link living located location
        looked losing love lower machine maintain majority meaning medical member mentioned method middle mind minor
        minute missing mission model modern mother movement moving mutual nation nations natural nature nearby needs
        negotiations neighbours newspaper northern note noted numbers numerous occurred offering offers oil older
        operating operations operators opportunities opportunity ordered organisation organization original owner
        owners pair palace parents parties partner partners partnership parts passengers peace performance permanent
        personal photo physical picture piece playing policies politicians population powerful practice presence
        pressure pretty primary prior probably products professional progress projects promised proposal proposed
        protect protection provided providing purpose quarter questions quick quite raise raised ran rates reading
        ready reduce reducing refused regarding regional regular regularly related release remained remember replace
        replaced representatives request required rescue research resources respect responded rest restaurant
        revealed review room round rules rural safe sale sales san scale schedule scheduled science sea search seat
        secretary secure seek seeking seems separate serve shared short shots shown significant single sites size
        sold son sort sound sources southern speak specific speech speed spend spending spent spoke sport spot stand
        standard standing station stay steps stopped store strengthen strengthening stressed struck structure
        student students style subject success successful suffered suggested supply sure surrounding suspect
        suspected systems target tax technology television test text thanks throughout throw tomorrow tool track
        traffic transport tried trouble trust try trying twice type union unlike useful usual usually various
        vehicle version victim victims video visited visiting voice voters walk walked warned warning watch weather
        website welcome welcomed western wide wife wind window wounded write wrong wrote""",
    ),
)
"""Share of news articles that have a word in title or lead, and the words: five bands, measured as document frequencies
in ECB+ (982 news texts on 86 events, the most frequent events of each word left out), with the words of politics and
economy, which it lacks, put where words as general stand. Names and topics are left out: they are what tells events
apart. A word in two bands takes the first."""


@dataclass(frozen=True, slots=True)
class Background:
    """Common words as ascending hashes, and the share of articles that have each."""

    hashes: Hashes
    shares: np.ndarray[tuple[int], np.dtype[np.float64]]


@cache
def news_background() -> Background:
    """The common words of English news."""
    shares: dict[int, float] = {}
    for share, words in _SHARES:
        for word in words.split():
            shares.setdefault(hash_word(word), share)
    hashes = np.array(sorted(shares), dtype=np.uint32)
    return Background(hashes, np.array([shares[int(term)] for term in hashes], dtype=np.float64))
