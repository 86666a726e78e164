"""Abbreviations of English news by what they say about the full stop after them; used by ``segment``."""

from __future__ import annotations

from typing import Final

from reader.analysis.wordlists import words

NEVER_LAST: Final = words(
    "Mr Mrs Ms Mx Dr Drs Prof Gen Lt Col Sgt Capt Cmdr Cpl Pvt Maj Adm Brig Sen Sens Rep Reps Gov Govs Rev Hon Pres "
    "Supt Insp Det Amb Atty Mme Mlle Msgr Fr Ft Mt vs v cf e.g i.e approx ca Messrs"
)
"""A name or a comparison follows them: they never end a sentence."""

BEFORE_NUMBER: Final = words("No Nos no nos p pp Art Sec Fig Figs Vol Ch par para")
"""They stand before a number; before anything else the full stop ends the sentence."""

MONTHS: Final = words("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec")
"""A day follows them, unless they end the sentence."""

MAY_END: Final = words(
    "Inc Ltd Co Corp Cos Bros Plc LLC Jr Sr Esq Ph.D M.D B.A M.A St Ave Blvd Rd Hwy Dept Univ Assn "
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa "
    "Tenn Tex Va Vt Wash Wis Wyo N.Y N.J N.C S.C N.D S.D N.H N.M W.Va R.I D.C est"
)
"""They stand inside and at the end of sentences: only a word that opens sentences tells."""

LETTERED: Final = words(
    "plan vitamin vitamins hepatitis influenza grade class category group groups point option section type part "
    "exhibit team series terminal gate appendix schedule block tier zone level division league pool stage phase form "
    "annex figure table ward hall pier platform line route area plot unit building camp company district"
)
"""A letter behind them names one of several and may end the sentence ("plan B."); elsewhere it is an initial."""

STARTERS: Final = words(
    "The A An This That These Those He She It They We I You His Her Its Their Our My In On At By For From With "
    "Without After Before During Since Until While When Where What Who Why How If Although Though Because As But And "
    "Or So Yet Nor However Meanwhile Moreover Then There Here Some Many Most Several Both All Each Every No Not "
    "Two Three Four Five According Under Over Among Also Earlier Later Last Next Now Today"
)
"""Words that open a sentence and hardly ever continue a name."""

ZONES: Final = words(
    "ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT UTC BST CET CEST IST Eastern Central Mountain Pacific Greenwich "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December Jan Feb Mar Apr Jun Jul Aug Sept Oct Nov Dec"
)
"""What goes on after a time of day ("3 p.m. ET", "3 p.m. Tuesday")."""
