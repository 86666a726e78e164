"""How large a place is by its name: a street lies in a town, a town in a region; two towns lie beside each other."""

from __future__ import annotations

from enum import Enum, auto

from reader.analysis.comparison.facts.names import Named

_REGIONS = """
Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|Iowa|
Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|
New Hampshire|New Jersey|New Mexico|New York State|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|
Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|West Virginia|Wisconsin|Wyoming|
Puerto Rico|New England|Midwest|Alberta|British Columbia|Manitoba|Nova Scotia|Ontario|Quebec|Saskatchewan|
England|Scotland|Wales|Northern Ireland|Cornwall|Kent|Essex|Yorkshire|Bavaria|Saxony|Brandenburg|Hesse|Brittany|Alsace|
Normandy|Provence|Corsica|Catalonia|Andalusia|Galicia|Basque Country|Lombardy|Tuscany|Sicily|Sardinia|Calabria|Veneto|
Flanders|Wallonia|Crete|Crimea|Donbas|Siberia|Chechnya|Dagestan|Nagorno-Karabakh|Kurdistan|Kashmir|Punjab|Sindh|
Balochistan|Kerala|Tamil Nadu|Maharashtra|Gujarat|Rajasthan|Assam|Bihar|Uttar Pradesh|Tibet|Xinjiang|Sichuan|Yunnan|
Guangdong|Hebei|Hubei|Hunan|Inner Mongolia|Hokkaido|Honshu|Kyushu|Okinawa|Java|Sumatra|Bali|Borneo|Mindanao|Luzon|
Queensland|Victoria|New South Wales|Tasmania|West Bank|Gaza|Gaza Strip|Sinai|Darfur|Tigray|Oromia|Amhara|Borno|
Transylvania|Patagonia|Amazon|Europe|Asia|Africa|North America|South America|Latin America|Central America|Middle East|
Southeast Asia|Central Asia|East Africa|West Africa|Balkans|Caucasus|Scandinavia|Caribbean|Sahel|Gulf
"""
_WIDE = frozenset(name.strip().casefold() for name in _REGIONS.replace("\n", "").split("|"))
"""Regions that news name beside their towns."""

_OF_REGIONS = """
county province state region district island islands valley coast peninsula desert mountains mountain sea ocean gulf
bay river lake strait republic territory oblast prefecture governorate parish delta plateau
"""
_WIDE_WORDS = frozenset(_OF_REGIONS.split())
"""Words in names of what towns lie in or at."""

_OF_BUILDINGS = """
airport street road avenue boulevard square lane station hospital university college school academy church cathedral
chapel mosque temple synagogue park garden gardens stadium arena zoo hotel inn resort casino mall market museum library
theatre theater palace castle gate bridge tunnel tower building plaza center centre base barracks camp prison jail
beach harbour harbor port pier dock mine plant factory house hall court pad club embassy consulate
"""
_SMALL_WORDS = frozenset(_OF_BUILDINGS.split())
"""Last words of names of what lies in a town."""


class Size(Enum):
    """How large a place is."""

    SMALL = auto()
    TOWN = auto()
    WIDE = auto()
    COUNTRY = auto()


def size_of(named: Named) -> Size:
    """How large a place is by its name; what says nothing of it is a town."""
    if named.is_country:
        return Size.COUNTRY
    words = named.name.casefold().split()
    if " ".join(words) in _WIDE or any(word in _WIDE_WORDS for word in words):
        return Size.WIDE
    return Size.SMALL if words and words[-1] in _SMALL_WORDS else Size.TOWN
