"""Currencies by sign, ISO 4217 code or name."""

from __future__ import annotations

import re

_CODES = (
    "AED AFN ALL AMD AOA ARS AUD AZN BAM BBD BDT BGN BHD BIF BND BOB BRL BWP BYN CAD CDF CHF CLP CNY COP CRC CUP "
    "CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD GBP GEL GHS GMD GNF GTQ HKD HNL HTG HUF IDR ILS INR IQD IRR ISK "
    "JMD JOD JPY KES KGS KHR KPW KRW KWD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MRU MUR MVR MWK MXN "
    "MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD "
    "SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD "
    "XOF XPF YER ZAR ZMW"
)
_SIGNS = {
    "US$": "USD",
    "U.S.$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "HK$": "HKD",
    "NZ$": "NZD",
    "S$": "SGD",
    "NT$": "TWD",
    "MX$": "MXN",
    "R$": "BRL",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "CN¥": "CNY",
    "₽": "RUB",
    "₴": "UAH",
    "₹": "INR",
    "₩": "KRW",
    "₺": "TRY",
    "₸": "KZT",
    "₾": "GEL",
    "₼": "AZN",
    "₪": "ILS",
    "₦": "NGN",
    "₫": "VND",
    "₱": "PHP",
    "฿": "THB",
    "zł": "PLN",
    "Br": "BYN",
    "Rs": "INR",
    "Rs.": "INR",
}
_NAMES = {
    "dollar": "USD",
    "euro": "EUR",
    "pound": "GBP",
    "pound sterling": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "ruble": "RUB",
    "rouble": "RUB",
    "hryvnia": "UAH",
    "rand": "ZAR",
    "reais": "BRL",
    "zloty": "PLN",
    "zlotys": "PLN",
    "forint": "HUF",
    "tenge": "KZT",
    "lari": "GEL",
    "dram": "AMD",
    "shekel": "ILS",
    "naira": "NGN",
    "cedi": "GHS",
    "baht": "THB",
    "ringgit": "MYR",
    "rupiah": "IDR",
    "dong": "VND",
    "taka": "BDT",
    "hryvnias": "UAH",
    "руб": "RUB",
    "рублей": "RUB",
    "рубля": "RUB",
    "долларов": "USD",
    "доллара": "USD",
    "долл": "USD",
    "евро": "EUR",
    "гривен": "UAH",
    "юаней": "CNY",
    "белорусских рублей": "BYN",
    "австралийских долларов": "AUD",
    "канадских долларов": "CAD",
}
_OF_COUNTRIES = {
    "dollar": "american us u.s.=USD australian=AUD canadian=CAD new-zealand=NZD hong-kong=HKD singapore=SGD taiwan=TWD "
    "jamaican=JMD namibian=NAD liberian=LRD",
    "pound": "british=GBP egyptian=EGP sudanese=SDG south-sudanese=SSP syrian=SYP lebanese=LBP",
    "ruble": "russian=RUB belarusian belarus belarussian=BYN",
    "rouble": "russian=RUB belarusian belarus belarussian=BYN",
    "rupee": "indian india=INR pakistani pakistan=PKR nepalese nepali nepal=NPR sri-lankan sri-lanka=LKR "
    "mauritian mauritius=MUR",
    "won": "korean south-korean south-korea=KRW north-korean north-korea=KPW",
    "lira": "turkish turkey türkiye=TRY",
    "franc": "swiss switzerland=CHF cfa=XOF rwandan rwanda=RWF congolese=CDF guinean=GNF burundian burundi=BIF",
    "krona": "swedish sweden=SEK icelandic iceland=ISK",
    "kronor": "swedish sweden=SEK",
    "krone": "danish denmark=DKK norwegian norway=NOK",
    "kroner": "danish denmark=DKK norwegian norway=NOK",
    "crown": "czech czechia=CZK swedish sweden=SEK danish denmark=DKK norwegian norway=NOK",
    "koruna": "czech czechia=CZK",
    "peso": "mexican mexico=MXN argentine argentinian argentina=ARS chilean chile=CLP colombian colombia=COP "
    "philippine philippines=PHP cuban cuba=CUP uruguayan uruguay=UYU",
    "dinar": "kuwaiti kuwait=KWD iraqi iraq=IQD serbian serbia=RSD jordanian jordan=JOD algerian algeria=DZD "
    "tunisian tunisia=TND libyan libya=LYD bahraini bahrain=BHD",
    "dirham": "uae emirati=AED moroccan morocco=MAD",
    "riyal": "saudi=SAR qatari qatar=QAR yemeni yemen=YER",
    "rial": "iranian iran=IRR omani oman=OMR yemeni yemen=YER",
    "shilling": "kenyan kenya=KES tanzanian tanzania=TZS ugandan uganda=UGX somali somalia=SOS",
    "manat": "azerbaijani azerbaijan=AZN turkmen turkmenistan=TMT",
    "som": "kyrgyz=KGS uzbek=UZS",
    "sum": "uzbek=UZS",
    "somoni": "tajik=TJS",
    "leu": "romanian=RON moldovan=MDL",
    "lei": "romanian=RON moldovan=MDL",
    "lev": "bulgarian=BGN",
    "leva": "bulgarian=BGN",
    "real": "brazilian=BRL",
    "reais": "brazilian=BRL",
    "birr": "ethiopian=ETB",
}


_SHARED = frozenset("rupee rupees won lira manat krona kronor krone kroner".split())
"""Names of money alone that are no currency's until a country is told, and not all plurals by their ending."""


def _countries(noun: str) -> dict[str, str]:
    """The codes that a currency's noun stands for, by the countries it has, in lower case."""
    codes: dict[str, str] = {}
    pending: list[str] = []
    for word in _OF_COUNTRIES[noun].split():
        country, _, code = word.partition("=")
        pending.append(country.replace("-", " "))
        if code:
            codes |= dict.fromkeys(pending, code)
            pending = []
    return codes


def _named() -> dict[str, str]:
    """The codes by name in lower case, with the country where it takes one."""
    names = dict(_NAMES)
    for noun in _OF_COUNTRIES:
        names |= {f"{country} {noun}": code for country, code in _countries(noun).items()}
    plurals = {f"{name}s": code for name, code in names.items() if name[-1] not in "sx" and name.isascii()}
    return plurals | names


SYMBOLS = frozenset(sign for sign in _SIGNS if len(sign) == 1)
"""The signs of one character: "$", "€"."""
_BY_NAME = _named()
_LONGEST_FIRST = sorted(_SIGNS, key=len, reverse=True)
_SYMBOL = "".join(sorted(SYMBOLS))
_SIGN = "|".join(re.escape(sign) for sign in _LONGEST_FIRST)
_CODE = "|".join(_CODES.split())
_BEFORE = re.compile(rf"(?:^|(?<![\w]))(?P<mark>{_SIGN}|{_CODE})[ \u00a0]?$|(?P<symbol>[{_SYMBOL}])[ \u00a0]?$")
_NAME = "|".join(sorted(map(re.escape, _BY_NAME.keys() | _SHARED), key=len, reverse=True))
_SCALED = r"(?:(?<=illion[ \u00a0])|(?<=bn[ \u00a0])|(?<=\dm[ \u00a0]))"
# Pounds "of" something are its weight, but by the million they are money.
_AFTER = re.compile(
    rf"[ \u00a0-]?(?:(?P<mark>{_SIGN}|{_CODE})(?!\w)"
    rf"|(?:(?i:of )?)(?:{_SCALED}|(?!(?i:pounds? of)\b))(?P<name>(?i:{_NAME}))(?!\w)\.?)"
)
_REACH = 7


def currency_before(sentence: str, position: int) -> tuple[str, int] | None:
    """Return the code of the currency written before `position`, and where its sign starts."""
    low = max(0, position - _REACH)
    found = _BEFORE.search(sentence[low:position])
    if not found:
        return None
    group = "mark" if found["mark"] else "symbol"
    mark = found[group]
    return _SIGNS.get(mark, mark), low + found.start(group)


def currency_after(sentence: str, position: int) -> tuple[str, int] | None:
    """Return the code of the currency written or named at `position`, and where that ends.

    A name that currencies of several countries have, as "lira", is returned as it is written.
    """
    found = _AFTER.match(sentence, position)
    if not found:
        return None
    mark, name = found["mark"], found["name"]
    return (_SIGNS.get(mark, mark) if mark else _BY_NAME.get(name.lower(), name)), found.end()


def currency_in(text: str, unit: str) -> str:
    """Return the code of a unit named like currencies of some countries, if a text names one of them; else the unit.

    "lira" is TRY in a text that names Turkey, and stays "lira" in one of a country nobody knows.
    """
    codes = _codes_of(unit)
    if not codes:
        return unit
    country = "|".join(sorted(map(re.escape, codes), key=len, reverse=True))
    named = {codes[found[0].lower()] for found in re.finditer(rf"\b(?=[A-Z])(?i:{country})\b", text)}
    return named.pop() if len(named) == 1 else unit


def may_be_one(unit: str, other: str) -> bool:
    """Whether two units are the same, or a name of money and a currency that has it: "lira" and TRY.

    Two codes are never one, nor are two names of money that no country has in common.
    """
    return not _may_be(unit).isdisjoint(_may_be(other))


def _may_be(unit: str) -> set[str]:
    return set(_codes_of(unit).values()) or {unit}


def _codes_of(unit: str) -> dict[str, str]:
    """The codes that a unit may stand for, by country; empty where it is no such name, or tells its currency alone."""
    name = unit.lower()
    noun = name if name in _OF_COUNTRIES else name.removesuffix("s")
    return {} if noun not in _OF_COUNTRIES or name in _BY_NAME else _countries(noun)
