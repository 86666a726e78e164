"""The common words and names of English news, and how common each is."""

from __future__ import annotations

from typing import Final

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
        best big billion building business call came case cent center central chief close come coming company confirmed
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
        0.02,
        """accident aftershock aftershocks aircraft airline airport alert ambulance analysts appeal assault award bail
        ballot beat bomb bribery burglary candidate candidates captain cash ceasefire championship coach coalition
        collapsed convicted corner crash crown cup currency defeat defender demonstrators derby detained detectives
        diplomats divers dollar dollars draw drawing driver earnings earthquake eliminated embassy epicentre
        evacuated exchange explosion fans fatal fined firefighters flames flight flights flood flooding floods
        football forecast fraud galaxy goalkeeper goals governor guilt gunman handed headed heavy helicopter
        helicopters homicide hospitals inflation inmates inspectors interest investors jailed jury kilometres lawyer
        lawyers league magnitude manslaughter match matches mayor medal metres midfielder missile mosque mourning
        negligence negotiators offence outlook parole passengers pilot pilots pitch plea pleaded points pounds
        premier profit profits prosecution prosecutor protesters quake qualified quarterfinal quarterly radar rain
        rainfall recession referee referees rescued rescuers resigned retail revenue rival rivals rubble runway
        sanctions satellite scored scorer seats seed semifinal sentenced shaking shareholders ship shooting sides
        sixth smoke spokeswoman squad stabbed stadium stock stocks stoppage storm strike striker strikers strikes
        substitute suspects tariffs tent tents theft title torched tournament traders trading tremor trophy tsunami
        turnout unemployment union venue verdict victories victory volcano votes warrant weapons winds wins wounds""",
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
        dozens drive drop dropped earth education effect elected emergency employees ensure entered environment
        especially established estimated evening events exactly example existing expand expansion expect experts
        explained extra eyes facility facing failed fall families father federal feel feet fell fellow fight film
        finally finance financial finish finished focus forced form formed fourth fuel funding gas girl giving goods
        greater green growing guests guilty happen heads hearing heart helped historic holding hoped host hot human
        ill image income increased independence independent individual initial initially injuries injury
        institutions interests investment involving joined journalists judge killing knew knowledge labour lack land
        legal letter limited link living located location looked losing love lower machine maintain majority meaning
        medical member mentioned method middle mind minor minute missing mission model modern mother movement moving
        mutual nation nations natural nature nearby needs negotiations neighbours newspaper northern note noted
        numbers numerous occurred offering offers oil older operating operations operators opportunities opportunity
        ordered organisation organization original owner owners pair palace parents parties partner partners
        partnership parts peace performance permanent personal photo physical picture piece playing policies
        politicians population powerful practice presence pressure pretty primary prior probably products
        professional progress projects promised proposal proposed protect protection provided providing purpose
        quarter questions quick quite raise raised ran rates reading ready reduce reducing refused regarding
        regional regular regularly related release remained remember replace replaced representatives request
        required rescue research resources respect responded rest restaurant revealed review room round rules rural
        safe sale sales san scale schedule scheduled science sea search seat secretary secure seek seeking seems
        separate serve shared short shots shown significant single sites size sold son sort sound sources southern
        speak specific speech speed spend spending spent spoke sport spot stand standard standing station stay steps
        stopped store strengthen strengthening stressed struck structure student students style subject success
        successful suffered suggested supply sure surrounding suspect suspected systems target tax technology
        television test text thanks throughout throw tomorrow tool track traffic transport tried trouble trust try
        trying twice type unlike useful usual usually various vehicle version victim victims video visited visiting
        voice voters walk walked warned warning watch weather website welcome welcomed western wide wife wind window
        wounded write wrong wrote""",
    ),
)
"""Share of news articles that have a word in title or lead, and the words: six bands, measured as document frequencies
in ECB+ (982 news texts on 86 events, the most frequent events of each word left out), with the words of politics and
economy, which it lacks, put where words as general stand, and a band of the words that any report of its kind has: of
a match, a trial, an earthquake, a quarter's profit."""

_NAMES: tuple[tuple[float, str], ...] = (
    (
        0.06,
        """america american americans biden congress democrat democrats house obama republican republicans senate trump
        us washington white""",
    ),
    (
        0.034,
        """administration britain british bush california capitol china chinese clinton democratic eu europe european
        florida france french german germany gop india iran israel israeli kingdom london nato new pentagon russia
        russian texas uk ukraine un york""",
    ),
    (
        0.02,
        """afghanistan africa african angeles arizona asia asian australia beijing berlin boston brussels canada chicago
        egypt gaza georgia iraq italy japan jerusalem korea los mexico michigan moscow ohio pakistan palestinian paris
        pennsylvania saudi spain syria tokyo turkey virginia""",
    ),
)
"""The same for names that the news is full of: governments, parties, great powers and their capitals. All other names
tell events apart. Without this table, undated articles of BASIL on United States politics come to B³ F1 .960, with it
to .965 (1.000 on dated ones, where the days tell events apart)."""

SHARES: Final = {word: share for table in (_SHARES, _NAMES) for share, words in table for word in words.split()}
"""Share of news articles that have each common word."""
