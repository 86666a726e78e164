"""Short reports on thirteen invented events by invented outlets, as several desks would write them up independently."""

from __future__ import annotations

from dataclasses import dataclass

from reader.models.article import UNKNOWN, Article, Evidence, Line, LineLabel, Metadatum, Status


@dataclass(frozen=True, slots=True)
class Report:
    """One report: the event it is on, the day it states, its headline, its text and its outlet; "" for none."""

    event: str
    day: str
    headline: str
    text: str
    outlet: str = ""


def as_article(report: Report, number: int = 0) -> Article:
    """The report as ingest would hand it over: a title line, and one line a paragraph."""
    paragraphs = [report.headline, *report.text.split("\n")] if report.headline else report.text.split("\n")
    lines: list[Line] = []
    at = 0
    for paragraph in paragraphs:
        label = LineLabel.TITLE if report.headline and not lines else LineLabel.BODY
        lines.append(Line(at, at + len(paragraph), label))
        at += len(paragraph) + 1
    evidence = Evidence(1, "test")
    first_words = " ".join(report.text.split()[:10])
    return Article(
        id=number,
        text="\n".join(paragraphs),
        title=Metadatum(
            report.headline or first_words, Status.STATED if report.headline else Status.INFERRED, evidence
        ),
        outlet=Metadatum(report.outlet, Status.STATED, evidence) if report.outlet else UNKNOWN,
        authors=Metadatum(None, Status.UNKNOWN, None),
        published=Metadatum(report.day, Status.STATED, evidence) if report.day else UNKNOWN,
        language=Metadatum("en", Status.INFERRED, evidence),
        origin=f"/reports/{number}-{report.event}.txt",
        lines=tuple(lines),
    )


REPORTS = (
    # Two earthquakes in one week.
    Report(
        "quake-ilmen",
        "2024-05-07",
        "Strong quake flattens villages in Ilmen highlands",
        "A magnitude 6.4 earthquake struck the Ilmen highlands before dawn on Tuesday, flattening stone houses in at "
        "least four villages and killing 38 people, the provincial governor said.\nThe epicentre was near the market "
        "town of Sarvad, where the minaret of the old mosque fell onto a row of bakeries. Roads to the valley are cut "
        "by rockfalls, and helicopters are bringing out the injured.\nGovernor Tolib Rashidov asked for tents and "
        "blankets, as nights in the highlands are still close to freezing.",
    ),
    Report(
        "quake-ilmen",
        "2024-05-08",
        "Ilmen earthquake toll rises to 51 as helicopters reach cut-off valley",
        "Helicopters reached the last villages of the Sarvad valley on Wednesday, a day after an earthquake of "
        "magnitude 6.4 tore through the Ilmen highlands. The death toll has risen to 51.\nMost of the victims were "
        "asleep in stone houses when the shaking began. Governor Tolib Rashidov said 1,200 families are without a "
        "roof.\nEngineers expect the rockfalls on the road to Sarvad to be cleared by Friday.",
    ),
    Report(
        "quake-ilmen",
        "",
        "",
        "Survivors of the earthquake in the Ilmen highlands spent a second freezing night in the open as rescuers dug "
        "by hand through collapsed stone houses around Sarvad.\nThe governor, Tolib Rashidov, has asked for tents. "
        "The mosque of Sarvad, whose minaret came down on the bakeries, dates from the 17th century.",
    ),
    Report(
        "quake-corvina",
        "2024-05-10",
        "Offshore earthquake shakes Corvina, tsunami alert lifted",
        "An earthquake of magnitude 7.1 under the sea floor shook the island of Corvina on Friday afternoon and sent "
        "people running from the beaches of Porto Lume. A tsunami alert was lifted after two hours.\nThree people "
        "died, two of them of heart attacks, the island's health department said. Cranes in the container port were "
        "bent, and the airport closed its runway to look for cracks.",
    ),
    Report(
        "quake-corvina",
        "2024-05-11",
        "Corvina counts the cost after 7.1 earthquake",
        "Porto Lume began to clear up on Saturday after the earthquake off Corvina, the strongest for forty years. "
        "The health department put the number of dead at three.\nThe airport opened its runway again at noon. In the "
        "container port, two bent cranes have to be taken down before ships can be unloaded. The wave that followed "
        "the quake measured only 30 centimetres, and the tsunami alert was called off after two hours.",
    ),
    # The same two ministers twice, a month apart.
    Report(
        "talks-march",
        "2024-03-12",
        "Orlen and Vasquez agree to reopen border crossing at Tessa",
        "The foreign ministers of Norvania and Calera, Henrik Orlen and Lucia Vasquez, agreed on Tuesday to reopen "
        "the border crossing at Tessa, shut for eleven years.\nMeeting in the spa town of Bad Reden, they set 1 June "
        "as the date. Lorries will be let through first, passengers in the autumn.\nThe crossing was closed after a "
        "shooting in which two customs officers died.",
    ),
    Report(
        "talks-march",
        "",
        "Norvania and Calera to open Tessa crossing on 1 June",
        "Lorries will roll again through the border post at Tessa from 1 June, the foreign ministers of Norvania and "
        "Calera announced in Bad Reden.\nHenrik Orlen spoke of the best day in eleven years. His counterpart Lucia "
        "Vasquez was more careful: passengers will have to wait until autumn, and the families of the two customs "
        "officers who were shot there have been promised a memorial.",
    ),
    Report(
        "talks-march",
        "2024-03-13",
        "After eleven years, a border post comes back to life",
        "Weeds grow between the lanes of the border post at Tessa. That is to change: on 1 June, Norvania and Calera "
        "will let lorries through again, ministers Orlen and Vasquez decided in Bad Reden on Tuesday.\nThe post has "
        "been shut since two customs officers were shot there eleven years ago. Passengers may cross from autumn on.",
    ),
    Report(
        "talks-april",
        "2024-04-16",
        "Orlen and Vasquez sign fishing deal after night of talks",
        "After fourteen hours of talks, foreign ministers Henrik Orlen of Norvania and Lucia Vasquez of Calera signed "
        "an agreement on cod quotas early on Tuesday.\nCaleran trawlers may take 18,000 tonnes a year from the Lorn "
        "bank, a third less than so far. Skippers in Port Sele called the deal a betrayal and blocked the harbour.",
    ),
    Report(
        "talks-april",
        "2024-04-17",
        "Trawlers block Port Sele in anger over cod quota",
        "Some forty trawlers blocked the harbour of Port Sele on Wednesday in protest at the cod agreement that "
        "Calera's foreign minister Lucia Vasquez signed with Norvania the day before.\nThe quota for the Lorn bank "
        "falls by a third to 18,000 tonnes. Skippers say a dozen boats will have to be scrapped.",
    ),
    # A verdict, and what came of it two weeks later.
    Report(
        "verdict",
        "2024-02-06",
        "Club owner Brandt found guilty of bribing referees",
        "A court in Halmar found the owner of Union Halmar, Viktor Brandt, guilty on Tuesday of bribing referees in "
        "nine league matches and sentenced him to four years in prison.\nThe judge, Marta Oller, said he had bought "
        "a championship. Brandt, 61, listened without moving; his lawyers will appeal.\nUnion Halmar won the title "
        "in the season in question by a single point.",
    ),
    Report(
        "verdict",
        "2024-02-06",
        "Four years for Brandt in referee bribery case",
        "Viktor Brandt bought referees, and with them a championship: so judge Marta Oller in Halmar, who on Tuesday "
        "sent the owner of Union Halmar to prison for four years.\nThe court was convinced that envelopes with cash "
        "changed hands before nine matches. An appeal will be lodged, the defence said.",
    ),
    Report(
        "verdict",
        "",
        "",
        "The owner of the football club Union Halmar has been sent to prison for four years for bribing referees. "
        "Viktor Brandt had envelopes handed over before nine league matches, the court in Halmar found.\nHis lawyers "
        "announced an appeal. The league will decide this month whether the club keeps its championship.",
    ),
    Report(
        "title-stripped",
        "2024-02-21",
        "League strips Union Halmar of championship",
        "Union Halmar lost its championship on Wednesday at the green table. The league's board withdrew the title "
        "that the club won with the help of bribed referees, and gave it to runners-up Sankt Peer.\nThe decision "
        "follows the verdict against the club's owner, Viktor Brandt. Halmar also start next season with minus "
        "twelve points.",
    ),
    Report(
        "title-stripped",
        "2024-02-21",
        "Sankt Peer declared champions, Halmar punished with minus twelve points",
        "Sankt Peer are champions, almost two years late. The board of the league took the title away from Union "
        "Halmar on Wednesday and ordered the club to begin next season with minus twelve points.\nFans of Sankt Peer "
        "sang in front of the league's offices until the evening.",
    ),
    # Others.
    Report(
        "rates",
        "2024-06-20",
        "Central bank leaves key rate at 5.25 per cent",
        "The central bank of Merrow held its key interest rate at 5.25 per cent on Thursday, though inflation has "
        "fallen to 2.9 per cent.\nGovernor Agnes Tolland said wages are still rising too fast. Two of the nine "
        "members of the rate committee voted for a cut. The crown gained half a per cent against the dollar.",
    ),
    Report(
        "rates",
        "2024-06-20",
        "Merrow's rate-setters hold, but two vote for a cut",
        "Two of nine members of the rate committee wanted a cut, but Merrow's central bank left its key rate at 5.25 "
        "per cent on Thursday.\nInflation came down to 2.9 per cent in May. Wages worry governor Agnes Tolland, who "
        "spoke of a last stretch that would take until winter. The crown rose.",
    ),
    Report(
        "launch",
        "",
        "Heron rocket launch called off seconds before lift-off",
        "The maiden flight of the Heron 2 rocket was called off eleven seconds before lift-off after a valve in the "
        "second stage failed to close.\nThe rocket, built by Skua Aerospace to carry weather satellites, remains on "
        "its pad at Cape Orsa. The next window opens in nine days.",
    ),
    Report(
        "launch",
        "",
        "Stuck valve keeps Heron 2 on the ground",
        "Eleven seconds were left on the clock at Cape Orsa when computers stopped the countdown for the Heron 2. A "
        "valve in the second stage had stuck, said Skua Aerospace.\nEngineers will lower the rocket and replace the "
        "part. The weather satellites on board have waited three years for a ride.",
    ),
    Report(
        "launch",
        "",
        "",
        "Skua Aerospace has postponed the first flight of its Heron 2 rocket by at least nine days because of a stuck "
        "valve in the second stage. Computers halted the countdown at Cape Orsa with eleven seconds to go.",
    ),
    Report(
        "flood",
        "2024-09-02",
        "Dam gives way above Kelso Ferry, thousands flee",
        "An earthen dam on the Tarn river gave way after three days of rain early on Monday, and a wave of mud ran "
        "through the town of Kelso Ferry.\nSeven people are missing. Some 6,000 fled to a school on the hill. The "
        "dam's operator, Tarn Water, had been told in spring to strengthen the spillway.",
    ),
    Report(
        "flood",
        "2024-09-03",
        "Seven missing in Kelso Ferry as operator of broken dam faces questions",
        "Divers searched the cellars of Kelso Ferry on Tuesday for seven people missing since the dam on the Tarn "
        "broke.\nTarn Water, which runs the dam, confirmed that inspectors had asked for a stronger spillway in "
        "spring. The work was to begin this month. Six thousand people are still camped in the school on the hill.",
    ),
    Report(
        "strike",
        "",
        "Baggage handlers walk out at Linden airport",
        "Suitcases piled up in the halls of Linden airport as baggage handlers stopped work for two days over a new "
        "roster.\nThe airport cancelled 140 flights. The union Portage wants the night shift to end at four; the "
        "ground company Avisol offers more money instead.",
    ),
    Report(
        "strike",
        "",
        "140 flights cancelled as Linden airport strike begins",
        "No suitcase moved at Linden airport as the two-day strike of the baggage handlers began. Some 140 flights "
        "were cancelled, said a spokeswoman.\nPortage, the union, and Avisol, the ground company, blame each other "
        "for the end of the talks on a new roster with shorter night shifts.",
    ),
    Report(
        "theft",
        "2024-05-08",
        "Thieves take Bronze Age gold from Marsden museum",
        "Thieves have broken into the museum of Marsden and taken a hoard of Bronze Age gold found by a farmer in "
        "1974. They came through the skylight on Tuesday night and needed six minutes, police said.\nThe 23 rings and "
        "a torc are worth some two million, and far more to the town, said curator Philippa Dunne.",
    ),
    Report(
        "theft",
        "2024-05-09",
        "Six minutes were enough: how the Marsden gold went missing",
        "They came through the skylight and were gone after six minutes, with 23 rings and a torc of Bronze Age gold. "
        "Police in Marsden are looking for three people and a white van.\nThe hoard has been the pride of the museum "
        "since a farmer ploughed it up in 1974. Curator Philippa Dunne fears that it will be melted down.",
    ),
    Report(
        "vote",
        "2024-10-14",
        "Lindqvist's coalition wins by a single seat in Astria",
        "Prime minister Sofia Lindqvist's coalition has won 88 of 175 seats in Astria's parliament, the narrowest "
        "majority since the war, the election commission said on Monday.\nTurnout was 71 per cent. The opposition "
        "leader, Karl Demant, asked for a recount in two districts.",
    ),
    Report(
        "vote",
        "2024-10-14",
        "Astria: 88 seats to 87, and a recount to come",
        "With 88 of 175 seats, Sofia Lindqvist can go on governing Astria, if only just. Karl Demant's opposition "
        "won 87 and wants two districts counted again.\nThe election commission put turnout at 71 per cent.",
    ),
)
