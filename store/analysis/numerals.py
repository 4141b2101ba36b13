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
"""What the words count that stand after a number: thousands and more."""

_SEPARATED = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:['’\u00a0\u2009\u202f ]\d{3})+"
_FIGURE = rf"(?:{_SEPARATED}(?:[.,]\d{{1,2}})?|\d{{1,3}}\ [1-9]/[1-9]|\d{{1,15}}(?:[.,]\d{{1,3}})?)(?!\d)"

_UNIT = rf"(?:{'|'.join(_ONES.split()[:9])})\b"
# Atomic, so that "twenty-five hundred" is never begun by "twenty".
_BELOW_HUNDRED = rf"(?>(?:{'|'.join(_TENS.split())})\b(?:-{_UNIT}|\ {_UNIT}(?!-))?|(?:{'|'.join(_ONES.split())})\b)"
_HUNDREDS = rf"[\ -]hundred\b(?:\ (?:and\ )?{_BELOW_HUNDRED}(?![\ -]hundred))?"
_BELOW_THOUSAND = rf"{_BELOW_HUNDRED}(?:{_HUNDREDS})?"
_SPELLED = (
    rf"(?:(?:half|a\ quarter\ of)\ an?\b|(?:an?\b(?:{_HUNDREDS})?|{_BELOW_THOUSAND})(?:\ and\ a\ half\b)?)"
    r"(?:\ dozen\b)?"
)
_SCALE = rf"(?:{'|'.join(sorted((re.escape(name) for name in SCALES), key=len, reverse=True))})(?![^\W\d_])"
_SCALED = rf"[\ \u00a0-]?{_SCALE}\.?"

_REST = rf"(?:\ (?:and\ )?(?>{_BELOW_THOUSAND})(?!{_SCALED}))?"
NUMBER = (
    rf"(?:{_FIGURE}(?:{_SCALED}(?:\ {_FIGURE}{_SCALED}){{0,3}})?"
    rf"|{_SPELLED}(?:{_SCALED}(?:\ {_SPELLED}{_SCALED}){{0,3}}{_REST})?(?!\w))"
)
"""Pattern of a number in figures or in words, with its scale: 12,000; 2,5 Mrd.; three hundred and fifty million."""

_TERM = re.compile(rf"({_FIGURE}|{_SPELLED})(?:[\ \u00a0-]?({_SCALE}))?", re.IGNORECASE | re.VERBOSE)
_GROUPED = re.compile(r"\d{1,3}(?:[,.'’\u00a0\u2009\u202f ]\d{3})+")
_ONE_POINT = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_TIMES = {"hundred": 100, "dozen": 12, "quarter": 0.25}


def number(written: str) -> float:
    """Read a number that `NUMBER` matched: the sum of its terms ("two thousand five hundred"), each with its scale."""
    return sum(
        (_figure(term) if term[0].isdigit() else _spelled(term)) * (SCALES[scale.lower()] if scale else 1)
        for term, scale in _TERM.findall(written)
    )


def sum_of_money(written: str) -> float:
    """Read a number of money, which has no third decimal: a point before three figures separates thousands."""
    return number(written.replace(".", "") if _ONE_POINT.fullmatch(written) else written)


def _figure(written: str) -> float:
    """Read a number in figures. One comma before three figures separates thousands, else it is a decimal comma."""
    written, _, fraction = written.partition("/")
    if fraction:
        whole, numerator = written.split()
        return int(whole) + int(numerator) / int(fraction)
    whole, point, decimals = written, "", ""
    if (last := re.search(r"[.,](\d+)$", written)) and not (
        _GROUPED.fullmatch(written) and (written[last.start()] == "," or written.count(".") > 1)
    ):
        whole, point, decimals = written[: last.start()], ".", last[1]
    return float(re.sub(r"\D", "", whole) + point + decimals)


def _spelled(written: str) -> float:
    """Read a number in words; an article counts one where nothing was counted before: "a hundred", "half a dozen"."""
    total = 0.0
    for word in written.lower().replace("-", " ").split():
        if word in _TIMES:
            total *= _TIMES[word]
        elif word in ("a", "an"):
            total = total or 1.0
        else:
            total += 0.5 if word == "half" else WORDS.get(word, 0)
    return total
