"""What fields read out of what was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App

from store.records import parse_amount
from tui.counts import amount
from tui.widgets.fields import QuantityField, date_text, number_text, parse_number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("", None),
        ("500", 500),
        ("2.5", 2.5),
        ("1,500,000", 1_500_000),
        ("1 500 000", 1_500_000),
        ("1\N{NO-BREAK SPACE}500", 1500),
        ("12 million", 12e6),
        ("1.5 Bn", 1.5e9),
        ("-3", -3),
        ("12.5 million", 12.5e6),
    ],
)
def test_numbers(typed: str, number: float | None) -> None:
    assert parse_number(typed) == number


@pytest.mark.parametrize(
    "typed",
    [
        "abc",
        "nan",
        "inf",
        "12 dozens",
        "million",
        "1.2.3",
        "٣x",
        "12,5 million",
        "1,5",
        "2.500,75",
        "1,50,000",
        "0,500",
    ],
)
def test_what_is_no_number_is_said(typed: str) -> None:
    with pytest.raises(ValueError, match="is no number"):
        parse_number(typed)


@pytest.mark.parametrize(
    ("quantity", "words"),
    [(2.5e12, "2,500,000,000,000 USD"), (900_000.0, "900,000 USD"), (0.1, "0.1 USD"), (1234567.89, "1,234,567.89 USD")],
)
def test_amounts_are_written_in_full(quantity: float, words: str) -> None:
    assert amount(quantity, "USD") == words


@pytest.mark.parametrize(
    ("typed", "remark"),
    [("12.5 million", "12,500,000"), ("€1,5 billion", "1,500,000,000 EUR"), ("12,5 million", ""), ("", "")],
)
async def test_a_quantity_says_what_was_read(typed: str, remark: str) -> None:
    async with App[None]().run_test():
        field = QuantityField("quantity", 3.0, parse_amount)
        field.value = typed
        assert field.remark == remark


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_on_file_is_shown_as_it_will_be_read(number: float) -> None:
    assert parse_number(number_text(number)) == number


@pytest.mark.parametrize(
    ("iso", "precision", "text"),
    [
        ("2026-09-30", "day", "2026-09-30"),
        ("2026-09-30", "month", "2026-09"),
        ("2026-09-30", "quarter", "Q3 2026"),
        ("2026-02-28", "season", "winter 2026"),
        ("2026-05-31", "season", "spring 2026"),
        ("2026-12-31", "year", "2026"),
        ("2026", "year", "2026"),
        ("--11-11", "none", "????-11-11"),
        ("", "none", ""),
    ],
)
def test_dates_on_file_are_shown_as_people_type_them(iso: str, precision: str, text: str) -> None:
    assert date_text(iso, precision) == text
