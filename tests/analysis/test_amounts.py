"""Amounts: money by ISO 4217 code, shares, people and things by their noun as written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.analysis.amounts import find_amounts

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
]

RANGES = [
    ("5 to 7 percent", 7, "%"),
    ("between 5 and 7 percent", 7, "%"),
    ("10-15 planes", 15, "planes"),
    ("$2-3 billion", 3e9, "USD"),
    ("$2 billion to $3 billion", 3e9, "USD"),
    ("two or three buses", 3, "buses"),
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


def test_amounts_come_in_order() -> None:
    found = find_amounts("Of €3bn, a fifth goes to 40 schools and 2 percent to 1,000 teachers.")
    assert [(amount.value, amount.unit) for amount in found] == [
        (3e9, "EUR"),
        (40, "schools"),
        (2, "%"),
        (1000, "teachers"),
    ]


@given(st.integers(1, 10**12), st.integers(1, 10**12))
def test_ranges_give_their_upper_end(low: int, high: int) -> None:
    (found,) = find_amounts(f"It costs ${low:,} to ${high:,} a year.")
    assert (found.value, found.unit) == (high, "USD")


@given(st.integers(1000, 10**12), st.sampled_from([",", "\u00a0", "\u202f", "’", ""]))
def test_thousands_may_be_separated(value: int, separator: str) -> None:
    (found,) = find_amounts(f"It will cost €{f'{value:,}'.replace(',', separator)} in all.")
    assert (found.value, found.unit) == (value, "EUR")


@given(st.text(alphabet="1230,.  -–$€%amnbkto half dozenplanes", max_size=200) | st.text(max_size=100))
def test_any_text_gives_ordered_spans_in_range(text: str) -> None:
    previous = 0
    for found in find_amounts(text):
        assert previous <= found.span[0] < found.span[1] <= len(text)
        previous = found.span[1]


@pytest.mark.parametrize(
    "unit", ["1", "1,000", "1 000 ", "1.", "half a ", "$", "a hundred ", "5 to ", "one and a half "]
)
def test_hostile_lengths_end(unit: str) -> None:
    find_amounts(unit * (100_000 // len(unit)))
