"""Currencies: the signs, codes, letters and words by which English news of all countries names them.

Stands beside the units of measure. What the words leave open stays open: pesos, rupees and shillings of an unnamed
country are units of their own, and so are the dollars of a country that has no code here.
"""

from __future__ import annotations

from typing import Final

from reader.analysis.wordlists import words

CURRENCY_SIGNS: Final = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "rupee",
    "₽": "RUB",
    "₴": "UAH",
    "₪": "ILS",
    "₺": "TRY",
    "₩": "KRW",
    "₦": "naira",
    "₱": "peso",
    "₫": "dong",
    "฿": "baht",
    "₵": "cedi",
    "₸": "tenge",
    "₾": "lari",
    "₼": "AZN",
    "₡": "colón",
}
SIGN_PREFIXES: Final = {
    "US": "USD",
    "A": "AUD",
    "C": "CAD",
    "HK": "HKD",
    "NZ": "NZD",
    "S": "SGD",
    "AU": "AUD",
    "CA": "CAD",
    "R": "BRL",
    "NT": "TWD",
    "MX": "peso",
    "EC": "XCD",
    "J": "JMD",
    "TT": "TTD",
    "Z": "ZWL",
    "GH": "cedi",
}
LETTERS: Final = {
    "Rs": "rupee",
    "Sh": "shilling",
    "Shs": "shilling",
    "Ksh": "shilling",
    "KSh": "shilling",
    "KES": "shilling",
    "Tsh": "shilling",
    "TSh": "shilling",
    "Ush": "shilling",
    "USh": "shilling",
    "UGX": "shilling",
    "RM": "ringgit",
    "MYR": "ringgit",
    "Rp": "rupiah",
    "IDR": "rupiah",
    "NGN": "naira",
    "PKR": "rupee",
    "LKR": "rupee",
    "PHP": "peso",
    "MXN": "peso",
    "GHS": "cedi",
    "THB": "baht",
    "Tk": "taka",
    "BDT": "taka",
    "Dh": "dirham",
    "Dhs": "dirham",
    "AED": "dirham",
    "SAR": "riyal",
    "QAR": "riyal",
    "Fr": "CHF",
    "RMB": "CNY",
    "ZAR": "ZAR",
    "DKr": "DKK",
    "SKr": "SEK",
    "NKr": "NOK",
    "kr": "krone",
    "Kr": "krone",
    "Lek": "lek",
    "Kč": "CZK",
}
"""Letters before a number that are always money ("Rs 450", "Sh4.2 trillion")."""
SINGLE_LETTERS: Final = {"N": "naira", "R": "ZAR", "P": "peso", "K": "kwacha", "B": "baht"}
"""Single capitals that are money only before large amounts ("R450m", "N120 billion"); "R101" is a road."""

CURRENCY_WORDS: Final = {
    word: code
    for code, written in {
        "USD": "dollar dollars usd",
        "EUR": "euro euros eur",
        "GBP": "gbp",
        "JPY": "yen jpy",
        "RUB": "ruble rubles rouble roubles rub",
        "CHF": "chf",
        "CNY": "yuan renminbi cny rmb",
        "ILS": "shekel shekels ils nis",
        "TRY": "lira liras",
        "UAH": "hryvnia hryvnias",
        "PLN": "zloty zlotys zlotych zł pln",
        "SEK": "krona kronor sek",
        "DKK": "dkk",
        "NOK": "nok",
        "BRL": "reais",
        "ZAR": "rand",
        "KRW": "won",
        "AZN": "manat manats",
        "USc": "cent cents",
        "rupee": "rupee rupees inr",
        "peso": "peso pesos",
        "shilling": "shilling shillings",
        "RON": "lei ron",
        "HUF": "forint forints huf",
        "CZK": "koruna korunas czk kč",
        "crown": "crown crowns",
        "krone": "krone kroner",
        "naira": "naira nairas",
        "cedi": "cedi cedis",
        "birr": "birr",
        "baht": "baht",
        "ringgit": "ringgit ringgits",
        "dong": "dong",
        "rupiah": "rupiah rupiahs",
        "taka": "taka takas",
        "dirham": "dirham dirhams",
        "riyal": "riyal riyals",
        "rial": "rial rials toman tomans",
        "dinar": "dinar dinars",
        "franc": "franc francs",
        "tenge": "tenge",
        "lari": "lari",
        "leva": "leva",
        "kwacha": "kwacha",
        "bolivar": "bolivar bolivars bolivares",
        "AUD": "aud",
        "CAD": "cad",
        "penny": "pence",
    }.items()
    for word in written.split()
}
"""Words after a number that make it money; "pound" is money too, unless it weighs something ("pounds of")."""

CURRENCY_CODES: Final = words("USD EUR GBP JPY RUB CHF INR CNY ILS SEK AUD CAD NOK DKK PLN HUF CZK BRL HKD SGD NZD TWD")

_NATIONAL: Final = {
    "american dollar": "USD",
    "us dollar": "USD",
    "canadian dollar": "CAD",
    "australian dollar": "AUD",
    "singapore dollar": "SGD",
    "singaporean dollar": "SGD",
    "taiwanese dollar": "TWD",
    "british pound": "GBP",
    "swiss franc": "CHF",
    "swedish crown": "SEK",
    "czech crown": "CZK",
    "danish crown": "DKK",
    "norwegian crown": "NOK",
    "danish krone": "DKK",
    "norwegian krone": "NOK",
}
_SHARED: Final = words("dollar pound franc")
"""Coins of many countries, one of which owns the bare word."""


def national_currency(nation: str, word: str) -> str | None:
    """The currency of "Kenyan shillings" or "Australian dollars"; None if the second word is no money."""
    coin = {"pounds": "pound", "dollars": "dollar", "francs": "franc"}.get(word.lower(), word.lower())
    if coin not in _SHARED and coin not in CURRENCY_WORDS:
        return None
    named = CURRENCY_WORDS.get(coin, coin)
    national = f"{nation.lower()} {coin if coin in _SHARED else named}"
    if national in _NATIONAL:
        return _NATIONAL[national]
    return f"{nation} {coin}" if coin in _SHARED else named
