"""English words that say nothing about what a text is about; terms and titles leave them out."""

from __future__ import annotations

_WORDS = """
    a about above after again against all also although am among an and another any anyone anything are aren't
    around as at away back be because been before being below between both but by can can't cannot could couldn't
    did didn't do does doesn't doing don't down during each either else even ever every everyone everything few for
    from further get gets getting give gives go goes going got had hadn't has hasn't have haven't having he he'd
    he'll her here hers herself him himself his how however i i'd i'll i'm i've if in instead into is isn't it it'll
    its itself just later least less let like made make makes making many may me meanwhile might more most much must
    my myself near neither never no nor not nothing now of off often on once one only onto or other others our ours
    ourselves out over own per rather said same say saying says she she'd she'll should shouldn't since so some
    someone something still such take taken takes taking than that the their theirs them themselves then there these
    they they'd they'll they're they've this those though through thus to together told too took toward towards two
    under until up upon us very via was wasn't we we'd we'll we're we've well went were weren't what when where
    whether which while who whom whose why will with within without won't would wouldn't yet you you'd you'll you're
    you've your yours yourself
"""

STOP_WORDS = frozenset(_WORDS.split())
"""Function words, and the verbs of saying and doing that any report has."""
