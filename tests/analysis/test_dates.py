"""Dates as people type them: read where they can mean one thing only, else refused with what to type instead."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.analysis.dates import parse_date


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("17/8/2031", ("2031-08-17", "day")),
        ("8/17/2031", ("2031-08-17", "day")),
        ("5/5/2031", ("2031-05-05", "day")),
        ("17.8.2031", ("2031-08-17", "day")),
        ("by 9 Nov 2031", ("2031-11-09", "day")),
        ("Nov 9th, 2031", ("2031-11-09", "day")),
        ("3 июня 2031 г.", ("2031-06-03", "day")),
        ("3 de junio de 2031", ("2031-06-03", "day")),
        ("3 de março de 2031", ("2031-03-03", "day")),
        ("3 giugno 2031", ("2031-06-03", "day")),
        ("1er juin 2031", ("2031-06-01", "day")),
        ("junio de 2031", ("2031-06-30", "month")),
        ("2031-02", ("2031-02-28", "month")),
        ("the end of 2031", ("2031-12-31", "year")),
        ("third quarter of 2031", ("2031-09-30", "quarter")),
        ("winter 2031/32", ("2032-02-29", "season")),
    ],
)
def test_a_typed_date_is_a_day_or_the_last_day_of_its_period(typed: str, read: tuple[str, str]) -> None:
    assert parse_date(typed) == read


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("8/7/2031", "Day and month could be either"),
        ("17/18/2031", "Not a date"),
        ("31/6/2031", "There is no day 31 in June 2031"),
        ("30 February 2031", "There is no day 30 in February 2031"),
        ("some day", "Not a date"),
    ],
)
def test_what_is_no_date_or_two_is_refused(typed: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        parse_date(typed)


@given(st.dates(min_value=date(1900, 1, 1)))
def test_a_day_is_read_in_every_spelling_alike(day) -> None:
    spellings = (f"{day:%Y-%m-%d}", f"{day:%d.%m.%Y}", f"{day:%d %B %Y}", f"{day:%b %d, %Y}")
    spellings += (
        f"{day:%Y/%m/%d}",
        f"{day:%Y%m%d}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.day} de {day:%B de %Y}",
    )
    assert {parse_date(spelling) for spelling in spellings} == {(day.isoformat(), "day")}
