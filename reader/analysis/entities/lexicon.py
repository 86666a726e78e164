"""The words by which English news marks names: titles, roles, relations, heads of institutions and of places."""

from __future__ import annotations

from typing import Final

from reader.analysis.wordlists import words

TITLES: Final = words(
    """
    adviser advisor det supt insp sgt cpl brig cmdr capt taoiseach tánaiste councillor cllr
    mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness count countess duke duchess prince
    princess king queen emperor empress sultan emir sheikh sheikha shaikh imam ayatollah rabbi reverend rev
    father pastor bishop archbishop cardinal pope patriarch monsignor saint honourable hon justice judge
    magistrate attorney solicitor advocate barrister sheriff president vice-president premier chancellor
    minister secretary undersecretary ambassador envoy consul governor mayor senator congressman congresswoman
    representative rep sen gov councillor commissioner speaker chairman chairwoman chairperson chair chief
    director officer leader head deputy general gen lieutenant lt colonel col major maj captain capt sergeant
    sgt corporal private admiral adm commander commodore brigadier marshal inspector superintendent constable
    detective agent pilot spokesman spokeswoman spokesperson coach manager trainer referee umpire skipper
    striker forward midfielder defender goalkeeper keeper winger quarterback pitcher sprinter boxer champion
    rider driver player actor actress singer author writer poet director-general founder co-founder owner
    executive ceo cfo coo cto economist analyst strategist scientist researcher seismologist geologist
    astronomer physicist biologist epidemiologist virologist doctor nurse surgeon lawyer prosecutor journalist
    reporter correspondent editor photographer activist campaigner lawmaker legislator mp mep dissident
    candidate foreign prime defence defense finance interior health education energy economy justice trade
    transport agriculture environment labour labor culture home treasury crown first second former acting
    interim outgoing incoming then current new late ex then-president ex-president ex-minister counterpart
    presidents senators governors ministers professors messrs mesdames cong sens reps pro tem
    """
)
"""Words that stand before a person's name and belong to no name; ``MODIFIERS`` among them only with another one."""

MODIFIERS: Final = words(
    """
    foreign prime defence defense finance interior health education energy economy justice trade transport
    agriculture environment labour labor culture home treasury crown first second former acting interim outgoing
    incoming then current new late ex chief deputy head private forward major count saint chair private general
    pro tem
    """
)
"""Words that are a title only together with another one ("Foreign Minister", "Chief Executive")."""

PERSON_NOUNS: Final = words(
    """
    wife husband son daughter mother father brother sister widow widower partner girlfriend boyfriend fiance
    fiancee cousin uncle aunt nephew niece grandfather grandmother grandson granddaughter friend colleague
    teammate successor predecessor
    """
)
"""Relations: "his wife, Michal"."""

APPOSED: Final = words(
    """
    spokesman spokeswoman spokesperson ambassador minister president chairman chairwoman chairperson director
    secretary commissioner governor mayor leader counterpart founder co-founder owner executive economist
    analyst coach captain lawyer prosecutor
    """
)
"""Roles that a comma may separate from the name ("Foreign Ministry spokesman, Nasser Kanaani")."""

PARTICLES: Final = words(
    """
    de del della der den di da dos das du la le van von und zu bin ibn ben al el abu abd ul ur st mac mc o y e i
    ter ten af av
    """
)
"""Lower-case words inside a person's name ("Mohammed bin Salman", "Virgil van Dijk")."""

SUFFIXES: Final = frozenset(
    {"sc", "td", "mep", "mla", "jr", "sr", "ii", "iii", "iv", "phd", "md", "qc", "kc", "obe", "mbe", "cbe", "mp", "esq"}
)
"""What may follow a surname without being one."""

SURNAME_FIRST: Final = words(
    """
    kim lee yi park pak choi jung jeong kang cho jang lim han shin seo kwon hwang ahn song yoo hong moon yoon xi
    wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie tang deng
    cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren hua shen nguyen tran le
    pham hoang phan vu vo dang bui do ho ngo duong ly mao cheung wong lau leung kwok chow chua goh teo
    tsang tsai geng fang bai shao qin jin hou meng bo wen
    """
)
"""Frequent Chinese, Korean and Vietnamese surnames: written first ("Xi Jinping", "Kim Jong Un")."""

INSTITUTION_HEADS: Final = words(
    """
    ministry department agency institute institution university college academy council commission committee
    bank court parliament assembly authority association federation confederation union organisation
    organization company corporation corp inc ltd plc llc group party police office bureau service services
    foundation fund society club bureau directorate secretariat tribunal treasury airlines airways railways
    newspaper broadcasting corps command brigade congress chamber board exchange trust cabinet partnership
    coalition alliance laboratory observatory consortium league administration inspectorate ombudsman taskforce
    embassy consulate senate holdings industries motors pharmaceuticals technologies systems bancorp insurance
    securities initiative network registry survey programme program centre center school clinic news times post
    tribune herald gazette zoo museum aquarium
    """
)
"""Last words of the names of institutions; those in ``WEAK_HEADS`` only where the tagger agrees."""

PLACE_HEADS: Final = words(
    """
    river lake sea ocean bay strait straits island islands province county district region valley mountains
    airport stadium arena bridge street avenue palace square highway canal prison cathedral mosque peninsula
    desert gulf park airbase oblast prefecture governorate boulevard road reservoir dam basin heights
    archipelago fjord port blvd ave rd st hwy glacier volcano plateau beach forest coast
    """
)
"""Last words of the names of places."""

AGENCY_WORDS: Final = words(
    """
    photo photos images image pictures picture media press news agency agence times post herald tribune
    telegraph tv television studio studios ministry office courtesy pool files file via handout twitter facebook
    instagram wikimedia commons unsplash shutterstock alamy zuma sipa flash university police army navy
    department embassy zoo garden gardens museum
    """
)
"""Words in a credit line that make its part an organisation, not a photographer."""

STARTERS: Final = words(
    """
    the a an this that these those and but or nor so yet for in on at by to of from with as if when while after
    before since until although though because however meanwhile moreover also still then there here it its he
    his she her they their we our you your i my who whom whose which what where why how not no yes all both each
    every some any many most more few several other another one under over between among during against despite
    according last next earlier later now today yesterday tomorrow instead only just even like unlike once
    """
)
"""Words that stand with a capital at the start of a sentence and begin no name."""

STRONG_TITLES: Final = words(
    """
    mr mrs ms miss dr prof professor sir dame lord lady baroness prince princess king queen emperor sultan emir
    sheikh sheikha ayatollah rabbi reverend rev bishop archbishop cardinal pope president vice-president premier
    chancellor minister ambassador governor mayor senator congressman congresswoman sen gov rep judge justice
    magistrate sheriff general gen lieutenant lt colonel col maj captain capt sergeant sgt corporal admiral adm
    commander brigadier marshal inspector superintendent constable spokesman spokeswoman spokesperson
    director-general undersecretary
    """
)
"""Titles that, with a capital, make even a single following word a person."""

SPORT_WORDS: Final = words(
    """
    goal goals scored striker midfielder goalkeeper defender halftime match matches league coach fans penalty
    referee squad playoff playoffs quarterback touchdown touchdowns innings wicket wickets rebounds semifinal
    tournament winger equaliser equalizer header midfield offside relegation stoppage substitute pitcher inning
    homer dunk batsman bowler scrum championship points season club clubs team goalless cup players game games
    """
)
"""Words of sports reports."""

NO_ORGANISATIONS: Final = words(
    """
    GDP CEO CFO COO CTO DNA RNA HIV AIDS COVID SARS MRI PCR USB GPS VPN API SUV SUVS LED LNG LPG PDF URL IPO VAT
    CPI ETF GST ESG FDI PMI ICBM UAV NGO NGOS IED MVP VAR ODI FAQ ATM PHD LGBT LGBTQ USD EUR GBP JPY CNY GMT UTC
    EST EDT PST PDT CET CEST BST IST AEST AEDT AWST SAST EAT WAT CAT EET EEST JST KST SGT HKT PKT MSK CIF FOB LCE
    MOU CCTV MRT BRT LRT PM CM CS FM MD MP MPS DIG PPE TSX ISBN OTT BMI HQ CPR AED KES NGN ZAR INR
    READ PHOTO WATCH NEWS VIDEO LIVE MORE ALSO BREAKING UPDATE EXCLUSIVE OPINION
    FILE DVD VIP OLED HTML CCTV UFO ADHD PTSD MPS VPS GMO CEOS ICU IVF
    RBI RBIS PAC PACS ERA RIP BP MLN BLN PCT PTS AI IT TV ATR SAC State WILL NOT NO YES VERY ALL ARE IS WAS HAS
    """
)
"""Words in capitals that name no organisation."""
