"""Numbers as news write them: figures with separators, number words, scale words."""

from __future__ import annotations

import re

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

WORDS: dict[str, int] = {
    "a": 1,
    "an": 1,
    **{word: number for number, word in enumerate(_ONES.split(), 1)},
    **{word: number for number, word in zip(range(20, 100, 10), _TENS.split(), strict=True)},
}

_SCALE_NAMES = {
    1e3: "thousand thousands k tsd тыс тысяч тысячи mil",
    1e5: "lakh lakhs",
    1e6: "million millions mln mn mio millionen millones milioni млн миллион миллиона миллионов мільйонів",
    1e7: "crore crores",
    1e9: "billion billions bn bln mrd mld milliarde milliarden milliard milliards miliardi млрд миллиард миллиарда "
    "миллиардов мільярдів",
    1e12: "trillion trillions tn trn tln трлн триллион триллиона триллионов",
}

SCALES: dict[str, float] = {name: value for value, names in _SCALE_NAMES.items() for name in names.split()}

_SEPARATED = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:['’\u00a0\u2009\u202f ]\d{3})+"
FIGURE = rf"(?:{_SEPARATED}(?:[.,]\d{{1,2}})?|\d{{1,15}}(?:[.,]\d{{1,3}})?)(?!\d)"
"""Pattern of a number in figures: 12,000; 2.5; 2,5; 1 000 000; 1.000.000."""

_WORD = "|".join(sorted(WORDS, key=len, reverse=True))
_UNIT = rf"(?:{'|'.join(_ONES.split()[:9])})"
SPELLED = (
    rf"(?:(?:half|a\ quarter\ of)\ an?|(?:(?:{'|'.join(_TENS.split())})-{_UNIT}|{_WORD})(?:\ and\ a\ half)?)"
    r"(?:\ (?:hundred|dozen))?"
)
"""Pattern of a number in words: three, twenty-five, two hundred, one and a half, half a (million)."""

SCALE = rf"(?:{'|'.join(sorted((re.escape(name) for name in SCALES), key=len, reverse=True))})(?![^\W\d_])\.?"
"""Pattern of a scale word or its short form: million, bn, Mrd., млрд."""

_GROUPED = re.compile(r"\d{1,3}(?:[,.'’\u00a0\u2009\u202f ]\d{3})+")


def figure(written: str) -> float:
    """Read a number in figures. One comma before three figures separates thousands, else it is a decimal comma."""
    whole, point, decimals = written, "", ""
    if (last := re.search(r"[.,](\d+)$", written)) and not (
        _GROUPED.fullmatch(written) and (written[last.start()] == "," or written.count(".") > 1)
    ):
        whole, point, decimals = written[: last.start()], ".", last[1]
    return float(re.sub(r"\D", "", whole) + point + decimals)


def spelled(written: str) -> float:
    """Read a number in words that `SPELLED` matched."""
    words = written.lower().replace("-", " ").split()
    if words[0] == "half" or words[:2] == ["a", "quarter"]:
        total = 0.5 if words[0] == "half" else 0.25
    else:
        extra = 0.5 if "half" in words else 0
        total = extra + sum(WORDS.get(word, 0) for word in (words[: words.index("and")] if extra else words))
    return float(total) * (100 if "hundred" in words else 12 if "dozen" in words else 1)


def number(written: str) -> float:
    """Read a number in figures or in words."""
    return figure(written) if written[0].isdigit() else spelled(written)


def scale(written: str | None) -> float:
    """Return what a scale word multiplies by, 1 without one."""
    return SCALES[written.lower().rstrip(".")] if written else 1
