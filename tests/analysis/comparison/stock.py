"""One event told by as many sources as are wanted: their sentences are drawn from one stock, and reworded."""

from __future__ import annotations

from random import Random

STOCK = """
The ferry Halcyon ran aground on Tuesday off the harbour of Port Linden with 412 people aboard.
Rescuers brought 390 passengers and 22 crew members ashore before dawn on Wednesday.
At least 17 people were injured, four of them seriously, the regional hospital said.
"We felt a heavy blow and then all the lights went out," passenger Nora Quist told reporters.
Captain Joren Vale said the rudder had stopped answering ten minutes before the ship struck the reef.
The coast guard sent six lifeboats and three helicopters to the reef within half an hour.
Transport Minister Ida Brandt announced an inquiry into the accident on Wednesday morning.
"Nobody will be allowed to sail on this line until we know what happened," Brandt said.
The operator, Northern Straits Lines, has cancelled all crossings until 14 June.
The Halcyon was built in 1994 and carries up to 650 passengers and 120 cars.
Some 80 tonnes of fuel oil leaked into the bay by Wednesday evening.
Environmental officers laid 2.5 km of floating barriers around the hull.
"The oil will reach the beaches by the weekend if the wind turns," said Tomas Eker, who leads the clean-up.
The mayor of Port Linden, Greta Solm, opened the sports hall to 200 stranded passengers.
Prosecutors in Karsund have seized the voyage recorder and the log book.
The shares of Northern Straits Lines fell by 11 percent on Wednesday.
In 2016 the same ship lost power in a storm and drifted for five hours.
An inspection in March found 14 defects, two of which concerned the steering gear.
The union of seafarers accused the operator of saving on maintenance.
"They were warned twice this spring and did nothing," union leader Pavel Rohde said.
The operator rejected the accusation and said that all repairs had been finished in April.
Divers found a gash 30 metres long below the waterline.
The ship listed by 12 degrees, but the salvage company says that it will not capsize.
A Dutch salvage company will try to tow the ferry free on Saturday at high tide.
The salvage will cost about $14 million, insurers estimate.
King Aldous visited the injured on Thursday and thanked the rescuers.
"What these volunteers did in the dark deserves the thanks of the whole country," the king said.
Most of the passengers were on their way home from the summer fair in Karsund.
Among them were 46 pupils of a school in Velmar and their three teachers.
All 46 pupils were safe and had been picked up by their parents, the school said.
The wind was blowing at 70 km/h and the waves were three metres high when the ship struck.
Passengers complained that life jackets were missing on the lower deck.
"There were not enough life jackets for the children," said Henrik Aas, a father of two.
The operator denied that life jackets were missing.
The coast guard received the first emergency call at 2:40 a.m.
It took the first helicopter 25 minutes to reach the ship.
The pilot station had warned the captain of strong currents on Monday night.
The captain, 58, has been with the company for 21 years.
Police questioned the captain and the first officer for six hours on Thursday.
A breath test showed that the captain had not been drinking.
The first officer was on the bridge when the ship left the fairway.
The Halcyon was 800 metres off its course, data from its transponder show.
Fishermen from the village of Orra carried 63 people to the shore in their own boats.
"I have fished here for forty years and never saw a ferry so close to the reef," said fisherman Aksel Thorn.
The parliament will debate the safety of ferries on 3 June.
The opposition demanded that the transport minister resign.
Brandt said she would not resign.
The government promised 5 million crowns for the clean-up of the bay.
The fishing grounds around Port Linden were closed on Friday.
Oyster farmers fear losses of 9 million crowns.
Volunteers have rescued 240 oiled seabirds so far.
The bay is home to one of the largest colonies of eider ducks in the north.
The accident is the worst on the strait since the Marlin sank in 1987 and 31 people drowned.
Experts say the reef is marked wrongly on older charts.
The hydrographic office corrected the chart in 2019.
"A modern ship does not need a chart to avoid this reef," said Lena Marsh, a professor of navigation.
The lighthouse on the reef was working, the harbour master said.
Ferries carry 1.8 million people across the strait every year.
A bridge across the strait was rejected in a referendum in 2012.
The crossing from Karsund to Port Linden takes three hours and 20 minutes.
Families of the injured have hired a lawyer and want compensation of 20,000 crowns each.
The operator offered every passenger 1,500 crowns.
The hospital discharged nine of the injured on Friday.
A woman of 71 was still in intensive care on Friday.
The ship's engineer said that he had reported a leak in the hydraulic system on Sunday.
"I wrote it down and I told the office," the engineer said.
The office of the company in Karsund was searched by police on Friday.
Investigators will publish a first report in September.
The second ferry of the line, the Kestrel, was taken out of service for an inspection.
Divers will pump out the remaining 300 tonnes of fuel from Monday.
""".strip().split("\n")
"""Seventy sentences with the quotations, figures, dates and names of an ordinary report."""

_OTHER_WORDS = """
ferry ship · aground ashore · aboard onboard · brought carried · people passengers · injured hurt · seriously badly ·
said stated · announced ordered · accident disaster · cancelled suspended · crossings sailings · leaked spilled ·
bay gulf · clean-up cleaning · seized taken · fell dropped · found discovered · accused blamed · rejected denied ·
gash tear · tow pull · cost take · visited met · thanked praised · safe unharmed · missing lacking · struck hit ·
questioned interviewed · showed proved · demanded urged · closed shut · fear expect · rescued saved · worst gravest ·
corrected changed · offered promised · discharged released · searched raided · publish present · strong violent ·
company firm · operator owner · police officers · inquiry investigation · officials authorities · finished completed
"""
_PAIRS = [tuple(pair.split()) for pair in _OTHER_WORDS.split("·")]
_REWORDED = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}
_OPENINGS = ("", "", "", "Officials say that ", "According to the agency, ", "Meanwhile, ")
_ENDINGS = ("", "", "", " as reported earlier", " according to the harbour office", " this week")
_CHANGED = 0.5
"""Share of the words with a synonym that are exchanged."""


def dense_lines(count: int, seed: int, sentences: int = 30) -> list[list[str]]:
    """The lines of so many articles of this event, each of so many sentences."""
    rng = Random(seed)  # noqa: S311 made-up articles, no secrets
    return [[_reworded(line, rng) for line in rng.choices(STOCK, k=sentences)] for _ in range(count)]


def _reworded(line: str, rng: Random) -> str:
    words = [
        _REWORDED[word] if word in _REWORDED and rng.random() < _CHANGED else word for word in line.rstrip(".").split()
    ]
    if line.startswith('"') or line.endswith('"'):
        return f"{' '.join(words)}."
    opening, ending = rng.choice(_OPENINGS), rng.choice(_ENDINGS)
    if opening and words[0] in {"The", "A", "An", "At", "Some", "In", "It", "Most", "All", "Among", "Divers"}:
        words[0] = words[0].lower()
    return f"{opening}{' '.join(words)}{ending}."
