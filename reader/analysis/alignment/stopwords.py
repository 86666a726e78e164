"""Words that every news report uses and that therefore say nothing about what two sentences share."""

from __future__ import annotations

from reader.analysis.alignment.stemming import stem

_FUNCTION = """
a about above after again against all also although am among an and any are arent as at be became because been before
being below between both but by can cannot cant could couldnt did didnt do does doesnt doing dont down during each
either else ever every few for from further had hadnt has hasnt have havent having he hell her here hers herself hes
him himself his how however i id if ill im in into is isnt it its itself ive just let may me might mine more most much
must my myself neither no nor not now of off often on once one only onto or other others our ours ourselves out over
own per quite rather same shall she shes should shouldnt since so some still such than that thats the their theirs them
themselves then there theres these they theyre theyve this those though through thus to too toward towards under until
up upon us very via was wasnt we well were werent weve what when where whether which while who whom whose why will with
within without wont would wouldnt yet you your youre yours yourself yourselves
"""

_REPORTING = """
according add added adding adds said say saying says tell telling tells told
"""
"""Verbs of attribution stand in every second sentence of a report, whatever it is about."""

_TITLES = "mr mrs ms dr sir rep reps sen sens gov"
"""One house writes them before every name, another before none."""

_ROLES = """
ambassador analyst attorney boss candidate captain chair chairman chairwoman chief coach colonel commander commissioner
counsel deputy director doctor economist executive expert general governor head judge king lawmaker lawyer leader
manager mayor member minister officer official owner president prime prince prosecutor professor queen representative
secretary senator spokesman spokesperson spokeswoman vice
"""

ROLE_STEMS = frozenset(map(stem, _ROLES.split()))
"""What stands beside a name to say who it is: it says no more of what was done than the name does."""

STOP_WORDS = frozenset(f"{_FUNCTION} {_REPORTING} {_TITLES}".split())
"""Compared after case folding and without apostrophes."""
