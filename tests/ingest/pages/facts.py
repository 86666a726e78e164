"""The articles that the pages are made of, with all that a right reading finds in them."""

# ruff: noqa: E501 (a paragraph on one line)

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Facts:
    """An article: what a page of it says, and what is to be read."""

    title: str
    outlet: str
    host: str
    authors: tuple[str, ...]
    day: str
    time: str
    zone: str
    language: str
    standfirst: str
    paragraphs: tuple[str, ...]

    @property
    def published(self) -> str:
        """The time of publication as markup gives it."""
        return f"{self.day}T{self.time}:00{self.zone}"

    @property
    def address(self) -> str:
        """Where the page would be."""
        return f"https://www.{self.host}/news/{'-'.join(self.title.lower().split()[:6])}"


PORT = Facts(
    title="Port of Velmar to stay shut after crane falls",
    outlet="The Velmar Post",
    host="velmarpost.example",
    authors=("Ann Lee", "Rui Lobo"),
    day="2024-03-12",
    time="09:15",
    zone="+01:00",
    language="en",
    standfirst="The repair of the main quay will cost more than a million euros, the director says.",
    paragraphs=(
        "The port of Velmar will stay shut until at least Friday, its director said, after a crane fell across the main quay.",
        "Nobody was hurt when the crane came down on Monday night, but two warehouses were damaged and a ferry was crushed.",
        "“We must be sure that the ground holds before we let anybody back on to the quay,” Piet Andersen told reporters.",
        "The repair will cost about 1.5 million euros, he said, and the town will have to borrow most of that sum.",
        "Ships that wait in the bay will be sent to Orrin, where the harbour can take in vessels of up to ninety metres.",
    ),
)

SNOW = Facts(
    title="Schnee sperrt den Pass: Drei Dörfer ohne Strom",
    outlet="Bergbote",
    host="bergbote.example",
    authors=("Jutta Wieland",),
    day="2024-01-19",
    time="18:40",
    zone="+01:00",
    language="de",
    standfirst="Die Räumung dauert nach Angaben der Gemeinde noch bis Sonntag.",
    paragraphs=(
        "Nach zwei Tagen mit starkem Schneefall ist der Pass über den Hochsattel gesperrt worden, wie die Gemeinde mitteilte.",
        "Drei Dörfer sind seit der Nacht ohne Strom, weil umgestürzte Bäume die Leitungen zerrissen haben, sagte die Bürgermeisterin.",
        "Die Feuerwehr brachte am Freitag Decken und warme Suppe in die Turnhalle, in der achtzig Menschen übernachtet haben.",
        "„So viel Schnee hatten wir seit dreißig Jahren nicht“, sagte der Leiter des Bauhofs, der die Räumung führt.",
        "Am Sonntag soll die Straße nach dem Plan der Gemeinde wieder frei sein, falls der Wind bis dahin nachlässt.",
    ),
)

FERRY = Facts(
    title="Ferry captain cleared of blame as inquiry points to worn cable",
    outlet="Orrin Herald",
    host="orrinherald.example",
    authors=("Chris Aldane",),
    day="2024-05-07",
    time="14:05",
    zone="-04:00",
    language="en",
    standfirst="Inspectors had asked for new steering gear twice, documents show.",
    paragraphs=(
        "The captain of the ferry that ran aground off Orrin in February was not to blame, an inquiry found on Tuesday.",
        "A worn steering cable broke eleven minutes after the ship had left the pier, its report says, and no alarm went off.",
        "Inspectors had asked the company twice to replace the gear, according to letters that were read out in the town hall.",
        "The company said that it would study the findings and that it had ordered new cables for all four of its ships.",
        "Families of the nine people who were hurt said they would now ask a court to decide who should pay for their care.",
    ),
)

BRIDGE = Facts(
    title="הגשר הישן ייסגר לתנועה עד סוף השנה",
    outlet="קול הנהר",
    host="kol-hanahar.example",
    authors=("דנה לוי",),
    day="2024-02-11",
    time="08:30",
    zone="+02:00",
    language="he",
    standfirst="המועצה אישרה את הסגירה ברוב גדול.",
    paragraphs=(
        "הגשר הישן מעל הנהר ייסגר לתנועה ביום ראשון, כך הודיעה המועצה המקומית לתושבים לאחר ישיבה ארוכה שנמשכה עד חצות.",
        "המהנדסים מצאו סדקים בכל שלושת העמודים, ולדברי ראש המועצה אין דרך לתקן אותם בלי לסגור את הגשר לגמרי.",
        "תושבי שלושת הכפרים יצטרכו לנסוע בדרך ארוכה יותר, והמועצה הבטיחה להפעיל אוטובוסים נוספים בשעות הבוקר.",
        "העבודות יעלו כשני מיליון שקלים, ורוב הסכום יגיע מתקציב המדינה, אמר גזבר המועצה בתשובה לשאלות העיתונאים.",
    ),
)
"""An article that is written from right to left."""

ALL = (PORT, SNOW, FERRY, BRIDGE)
