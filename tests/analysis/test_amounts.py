"""Amounts: money by ISO 4217 code, shares, people and things by their noun as written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.analysis.amounts import find_amounts, find_bare_amounts

AMOUNTS = [
    ("$1 billion", 1e9, "USD"),
    ("$ 1 billion", 1e9, "USD"),
    ("US$40 million", 4e7, "USD"),
    ("A$3bn", 3e9, "AUD"),
    ("500 million USD", 5e8, "USD"),
    ("10,5 million dollars", 1.05e7, "USD"),
    ("1.5bn dollars", 1.5e9, "USD"),
    ("€2.5bn", 2.5e9, "EUR"),
    ("half a billion euros", 5e8, "EUR"),
    ("1.234.567 euros", 1234567, "EUR"),
    ("2,5 Mrd. Euro", 2.5e9, "EUR"),
    ("3 Mio. €", 3e6, "EUR"),
    ("£350m", 3.5e8, "GBP"),
    ("¥20 trillion", 2e13, "JPY"),
    ("RUB 3.5 trillion", 3.5e12, "RUB"),
    ("100 mln rubles", 1e8, "RUB"),
    ("100 млрд рублей", 1e11, "RUB"),
    ("40 million Belarusian rubles", 4e7, "BYN"),
    ("250 million Azerbaijani manat", 2.5e8, "AZN"),
    ("9 billion Swiss francs", 9e9, "CHF"),
    ("twelve million Norwegian kroner", 1.2e7, "NOK"),
    ("7 million Egyptian pounds", 7e6, "EGP"),
    ("20 percent", 20, "%"),
    ("40 per cent", 40, "%"),
    ("3 clinics", 3, "clinics"),
    ("40 paramedics", 40, "paramedics"),
    ("3.5%", 3.5, "%"),
    ("1.5 percentage points", 1.5, "percentage points"),
    ("12,000 people", 12000, "people"),
    ("1 000 000 people", 1e6, "people"),
    ("5m people", 5e6, "people"),
    ("19,000 new jobs", 19000, "jobs"),
    ("300 more police officers", 300, "police officers"),
    ("a dozen planes", 12, "planes"),
    ("half a dozen ships", 6, "ships"),
    ("two hundred soldiers", 200, "soldiers"),
    ("twenty-five thousand tonnes", 25000, "tonnes"),
    ("one and a half million doses", 1.5e6, "doses"),
    ("70 aircraft", 70, "aircraft"),
    ("60 megawatts", 60, "megawatts"),
    ("5 billion cubic metres", 5e9, "cubic metres"),
    ("2 million square feet", 2e6, "square feet"),
    ("4,500 hectares", 4500, "hectares"),
    ("500 km", 500, "km"),
    ("one hundred and fifty schools", 150, "schools"),
    ("one hundred fifty-two schools", 152, "schools"),
    ("two thousand five hundred homes", 2500, "homes"),
    ("twenty-five hundred homes", 2500, "homes"),
    ("three hundred and fifty million dollars", 3.5e8, "USD"),
    ("a hundred and twenty euros", 120, "EUR"),
    ("2 million 500 thousand rubles", 2.5e6, "RUB"),
    ("a quarter of a million doses", 250000, "doses"),
    ("two dozen planes", 24, "planes"),
    ("twenty five-year bonds", 20, "five-year bonds"),
    ("€500.000", 500000, "EUR"),
    ("12.500 euros", 12500, "EUR"),
    ("€1.125 million", 1.125e6, "EUR"),
    ("€0.125", 0.125, "EUR"),
    ("1.125 percent", 1.125, "%"),
    ("$3 1/2 million", 3.5e6, "USD"),
    ("$2.5 B", 2.5e9, "USD"),
    ("$40M", 4e7, "USD"),
    ("5 reais", 5, "BRL"),
    ("3 Brazilian reals", 3, "BRL"),
    ("three real reforms", 3, "real reforms"),
    ("50,000 Turkish lira", 5e4, "TRY"),
    ("50,000 lira", 5e4, "lira"),
    ("3 million rupees", 3e6, "rupees"),
    ("9 billion won", 9e9, "won"),
    ("40 million manat", 4e7, "manat"),
    ("500 kroner", 500, "kroner"),
    ("500 crowns", 500, "crowns"),
    ("300 million zlotys", 3e8, "PLN"),
    ("20 pounds", 20, "GBP"),
    ("20 pounds of butter", 20, "pounds"),
    ("ten pounds of butter", 10, "pounds"),
    ("200 million pounds of aid", 2e8, "GBP"),
    ("3bn pounds of aid", 3e9, "GBP"),
    ("40m pounds of aid", 4e7, "GBP"),
    ("40 Boeing 737 jets", 40, "Boeing 737 jets"),
    ("14 more Leopard 2 tanks", 14, "Leopard 2 tanks"),
    ("and stage 12 concerts", 12, "concerts"),
    ("300 type 2 chargers", 300, "type 2 chargers"),
]

RANGES = [
    ("5 to 7 percent", 7, "%"),
    ("between 5 and 7 percent", 7, "%"),
    ("10-15 planes", 15, "planes"),
    ("$2-3 billion", 3e9, "USD"),
    ("$2 billion to $3 billion", 3e9, "USD"),
    ("two or three buses", 3, "buses"),
    ("two-three buses", 3, "buses"),
    ("$5bn-7bn", 7e9, "USD"),
    ("between one hundred and two hundred people", 200, "people"),
    ("between two thousand and three thousand people", 3000, "people"),
]

NONE = [
    "by 2030",
    "on 30 June 2025",
    "2025-2030",
    "March 15",
    "a 12-point plan",
    "at 5 p.m.",
    "the two governments",
    "a plane",
    "with F-16 jets",
    "with Boeing 737 jets",
    "on Phase 2 trials",
    "on phase 3 trials",
    "over the last three decades",
    "for the first 100 days",
    "at Gate 9 doors",
    "on COVID-19 vaccines",
    "for 1 in 5 jobs",
    "for nine out of 10 jobs",
]


@pytest.mark.parametrize(("phrase", "value", "unit"), AMOUNTS + RANGES)
def test_amount_has_value_and_unit(phrase: str, value: float, unit: str) -> None:
    sentence = f"They will add {phrase}, as agreed."
    (found,) = find_amounts(sentence)
    assert found.value == pytest.approx(value)
    assert found.unit == unit
    assert sentence[slice(*found.span)].replace(" ", "") in phrase.replace(" ", "")


@pytest.mark.parametrize("phrase", NONE)
def test_dates_and_bare_numbers_are_no_amounts(phrase: str) -> None:
    assert find_amounts(f"They met {phrase}.") == []


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("They give 300 million to Norrin, 2bn for roads and 40 for a tram.", [3e8, 2e9]),
        ("They give 300 million euros and $2bn to 5 million people.", []),
        ("They met by 2030 and again on 5 May.", []),
    ],
)
def test_millions_of_what_is_not_named_are_bare_amounts(sentence: str, values: list[float]) -> None:
    assert [(found.value, found.unit) for found in find_bare_amounts(sentence)] == [(value, "") for value in values]


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("They give $300 to 400 farmers.", [(300, "USD"), (400, "farmers")]),
        ("They lend $40,000 to a million families.", [(4e4, "USD"), (1e6, "families")]),
        ("They give £3 million to five million children.", [(3e6, "GBP"), (5e6, "children")]),
        ("They sell $300 to 400 million loans.", [(4e8, "USD")]),
        ("They cut the fee from $40 to 30.", [(30, "USD")]),
        ("They cut it, from ₽500 to 250 each.", [(250, "RUB")]),
        ("They cut it from 50 to 30 percent.", [(30, "%")]),
    ],
)
def test_what_goes_to_others_is_no_range(sentence: str, values: list[tuple[float, str]]) -> None:
    assert [(found.value, found.unit) for found in find_amounts(sentence)] == values


def test_amounts_come_in_order() -> None:
    found = find_amounts("Of €3bn, a fifth goes to 40 schools and 2 percent to 1,000 teachers.")
    assert [(amount.value, amount.unit) for amount in found] == [
        (3e9, "EUR"),
        (40, "schools"),
        (2, "%"),
        (1000, "teachers"),
    ]


@pytest.mark.parametrize("when", ["by 2035", "by the year 2035", "in 2035"])
def test_a_year_before_an_amount_is_no_end_of_a_range(when: str) -> None:
    sentence = f"They will raise it {when} to 500 euros."
    (found,) = find_amounts(sentence)
    assert (found.value, found.unit, sentence[found.span[0] :]) == (500, "EUR", "500 euros.")


@given(st.integers(1, 10**12), st.integers(1, 10**12))
def test_ranges_give_their_upper_end(low: int, high: int) -> None:
    (found,) = find_amounts(f"It costs ${low:,} to ${high:,} a year.")
    assert (found.value, found.unit) == (high, "USD")


@given(st.integers(1000, 10**12), st.sampled_from([",", "\u00a0", "\u202f", "’", ""]))
def test_thousands_may_be_separated(value: int, separator: str) -> None:
    (found,) = find_amounts(f"It will cost €{f'{value:,}'.replace(',', separator)} in all.")
    assert (found.value, found.unit) == (value, "EUR")


ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_words(number: int, joint: str) -> str:
    """A number in English words; `joint` stands before what is below a hundred."""
    for value, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= value:
            rest = number % value
            between = (joint if rest < 100 else " ") if rest else ""
            return f"{in_words(number // value, joint)} {name}{between}{in_words(rest, joint)}"
    if number < 20:
        return ONES[number - 1] if number else ""
    return TENS[number // 10 - 2] + (f"-{ONES[number % 10 - 1]}" if number % 10 else "")


@given(st.integers(2, 10**12 - 1) | st.integers(2, 2000), st.sampled_from([" ", " and "]))
def test_numbers_in_words_are_read_whole(value: int, joint: str) -> None:
    sentence = f"They will plant {in_words(value, joint)} trees."
    (found,) = find_amounts(sentence)
    assert (found.value, found.unit, found.span) == (value, "trees", (16, len(sentence) - 1))


@given(st.text(alphabet="1230,.  -–$€%amnbkto half dozenplanes", max_size=200) | st.text(max_size=100))
def test_any_text_gives_ordered_spans_in_range(text: str) -> None:
    previous = 0
    for found in find_amounts(text):
        assert previous <= found.span[0] < found.span[1] <= len(text)
        previous = found.span[1]


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "1,000",
        "1 000 ",
        "1.",
        "half a ",
        "$",
        "a hundred ",
        "5 to ",
        "one and a half ",
        "one million ",
        "1 million ",
    ],
)
def test_hostile_lengths_end(unit: str) -> None:
    find_amounts(unit * (100_000 // len(unit)))
