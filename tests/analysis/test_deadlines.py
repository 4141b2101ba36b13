"""Deadlines: the last day of the period that a sentence names, counted from the day it was published."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.analysis.commitments import suggest_commitments
from store.analysis.deadlines import find_deadlines

MONDAY = "2024-11-11"

ABSOLUTE = [
    ("by 15.03.2025", "2025-03-15", "day"),
    ("by 2026-02-28", "2026-02-28", "day"),
    ("no later than 30 June 2025", "2025-06-30", "day"),
    ("by June 30, 2025", "2025-06-30", "day"),
    ("by the 30th of June 2025", "2025-06-30", "day"),
    ("by September 2025", "2025-09-30", "month"),
    ("by the end of February 2028", "2028-02-29", "month"),
    ("by 2030", "2030-12-31", "year"),
    ("before 2030", "2029-12-31", "year"),
    ("by its 2050 target", "2050-12-31", "year"),
    ("by mid-2025", "2025-06-30", "quarter"),
    ("early in 2026", "2026-03-31", "quarter"),
    ("by early 2026", "2026-03-31", "quarter"),
    ("by the start of 2026", "2026-01-01", "quarter"),
    ("late in 2026", "2026-12-31", "year"),
    ("by end-2026", "2026-12-31", "year"),
    ("in the first half of 2026", "2026-06-30", "quarter"),
    ("in the third quarter of 2025", "2025-09-30", "quarter"),
    ("in Q1 2025", "2025-03-31", "quarter"),
    ("by summer 2026", "2026-08-31", "season"),
    ("by winter 2025/26", "2026-02-28", "season"),
    ("between 2025 and 2030", "2030-12-31", "year"),
    ("from 2025 to 2028", "2028-12-31", "year"),
    ("through 2027", "2027-12-31", "year"),
    ("by the year 2040", "2040-12-31", "year"),
    ("by the end of the year 2026", "2026-12-31", "year"),
    ("by year-end 2026", "2026-12-31", "year"),
    ("by FY 2026", "2026-12-31", "year"),
    ("by the end of fiscal year 2026-27", "2027-12-31", "year"),
    ("by 1Q 2026", "2026-03-31", "quarter"),
    ("by 30/06/2025", "2025-06-30", "day"),
    ("by 06/30/2025", "2025-06-30", "day"),
    ("between June and August 2026", "2026-08-31", "month"),
    ("between now and August 2026", "2026-08-31", "month"),
    ("between 1 and 15 June 2026", "2026-06-15", "day"),
    ("from the beginning of June to the end of August 2026", "2026-08-31", "month"),
    ("1 January 2026-31 March 2026", "2026-03-31", "day"),
    ("in June or July 2026", "2026-07-31", "month"),
    ("in Q3-Q4 2026", "2026-12-31", "quarter"),
    ("in the early 2030s", "2033-12-31", "year"),
    ("by the mid-2030s", "2034-12-31", "year"),
    ("by the late 2030s", "2039-12-31", "year"),
]

FROM_MONDAY = [
    ("over the next two years", "2026-11-11", "year"),
    ("over the next decade", "2034-11-11", "year"),
    ("over the coming year", "2025-11-11", "year"),
    ("for the following four years", "2028-11-11", "year"),
    ("over the next 12 to 18 months", "2026-05-11", "month"),
    ("over a five-year period", "2029-11-11", "year"),
    ("in a year and a half", "2026-05-11", "year"),
    ("in five years’ time", "2029-11-11", "year"),
    ("a year from now", "2025-11-11", "year"),
    ("within a year", "2025-11-11", "year"),
    ("within 90 days", "2025-02-09", "day"),
    ("within 48 hours", "2024-11-13", "day"),
    ("within a fortnight", "2024-11-25", "day"),
    ("within the month", "2024-11-30", "month"),
    ("in less than three weeks", "2024-12-02", "day"),
    ("by the end of the day", "2024-11-11", "day"),
    ("by tomorrow", "2024-11-12", "day"),
    ("by Friday", "2024-11-15", "day"),
    ("by Monday", "2024-11-11", "day"),
    ("next Friday", "2024-11-22", "day"),
    ("by the end of the week", "2024-11-17", "day"),
    ("by the end of next week", "2024-11-24", "day"),
    ("later this month", "2024-11-30", "month"),
    ("by year end", "2024-12-31", "year"),
    ("before the year is out", "2024-12-31", "year"),
    ("by the end of the third quarter", "2025-09-30", "quarter"),
    ("next year", "2025-12-31", "year"),
    ("late next year", "2025-12-31", "year"),
    ("by the middle of next year", "2025-06-30", "quarter"),
    ("by the end of June next year", "2025-06-30", "month"),
    ("by the end of the decade", "2029-12-31", "year"),
    ("by March 15", "2025-03-15", "day"),
    ("by mid-March", "2025-03-15", "month"),
    ("by Nov. 30", "2024-11-30", "day"),
    ("by December", "2024-12-31", "month"),
    ("this winter", "2025-02-28", "season"),
    ("next spring", "2025-05-31", "season"),
    ("before Christmas", "2024-12-25", "day"),
    ("by next year’s end", "2025-12-31", "year"),
    ("by the end of the year after next", "2026-12-31", "year"),
    ("the year after next", "2026-12-31", "year"),
    ("the month after next", "2025-01-31", "month"),
    ("between June 1 and June 15", "2025-06-15", "day"),
    ("on June 1-15", "2025-06-15", "day"),
    ("on June 1-July 15", "2025-07-15", "day"),
    ("between October and December", "2024-12-31", "month"),
    ("within a hundred and twenty days", "2025-03-11", "day"),
]

AMBIGUOUS = "by 05/06/2025"

UNDATED = [AMBIGUOUS, "before the summit", "in the coming weeks", "in the next few years", "within 90 days of signing"]

NONE = [
    "said on Friday",
    "every Friday",
    "in May of this year",
    "since 2010",
    "for the first time in five years",
    "two years ago",
    "before the committee",
    "the fall of prices",
    "it may march on",
    "1,500 people",
    "of its first dividend in a decade",
    "of the worst floods in 40 years",
    "of Lest's biggest loss for ten years",
    "as they have done over many years",
    "of what has been lost over two weeks",
    "of a crash over two weeks ago",
    "for May's team of aides",
    "of a matter for May’s government",
    "before lawmakers",
    "before Congress about the fire",
    "before magistrates",
    "before being sold",
    "ahead of schedule",
    "ahead of others",
]


@pytest.mark.parametrize(("phrase", "day", "precision"), ABSOLUTE + FROM_MONDAY)
def test_period_ends_on_its_last_day(phrase: str, day: str, precision: str) -> None:
    sentence = f"The ministry will reopen the harbour {phrase}."
    (found,) = find_deadlines(sentence, MONDAY)
    assert (found.date, found.precision) == (day, precision)
    assert sentence[slice(*found.span)] in sentence[sentence.index(phrase) - 4 :]


@pytest.mark.parametrize(("phrase", "day"), [(phrase, day) for phrase, day, _ in ABSOLUTE])
def test_full_dates_need_no_day_of_publishing(phrase: str, day: str) -> None:
    (found,) = find_deadlines(f"They will finish {phrase}.", None)
    assert found.date == day


@pytest.mark.parametrize("phrase", [phrase for phrase, _, _ in FROM_MONDAY] + UNDATED)
def test_without_a_day_to_count_from_the_words_are_kept(phrase: str) -> None:
    (found,) = find_deadlines(f"They will finish {phrase}.", None)
    assert found.date is None


@pytest.mark.parametrize("phrase", UNDATED)
def test_day_of_an_event_is_not_invented(phrase: str) -> None:
    (found,) = find_deadlines(f"They will finish {phrase}.", MONDAY)
    assert found.date is None


@pytest.mark.parametrize("phrase", NONE)
def test_past_and_repeating_times_are_no_deadlines(phrase: str) -> None:
    assert find_deadlines(f"They spoke {phrase}.", MONDAY) == []


def test_surest_phrase_wins() -> None:
    sentence = "On Friday the city council agreed in a week of talks to rebuild the pier by the end of 2026."
    assert [found.date for found in find_deadlines(sentence, MONDAY)] == [None, "2026-12-31"]
    (commitment,) = suggest_commitments(sentence, MONDAY)
    assert commitment.deadline == "2026-12-31"


@pytest.mark.parametrize("published", ["2024-11", "2024", "--11-11", "", "no date", "2024-02-30"])
def test_cut_or_wrong_published_dates_count_as_none(published: str) -> None:
    (found,) = find_deadlines("The port will reopen within six months.", published)
    assert found.date is None


@pytest.mark.parametrize("phrase", ["homes razed earlier this year", "a law passed earlier in 2024"])
def test_what_was_earlier_is_no_deadline(phrase: str) -> None:
    assert find_deadlines(f"The council will amend {phrase}.", "2024-02-05") == []


@pytest.mark.parametrize(
    ("sentence", "words", "day"),
    [
        (
            "Lest plans its first dividend in a decade in the first half of 2026.",
            "in the first half of 2026",
            "2026-06-30",
        ),
        ("They have promised to hire 400 people over two years.", "over two years", "2026-11-11"),
        ("They will meet ahead of May's election.", "ahead of May", "2025-04-30"),
        ("They will leave before the summit and build a road.", "before the summit", None),
        ("They will leave before the vote because of the heat.", "before the vote", None),
        ("They will leave before his brother Ivo took the oath.", "before his brother Ivo took", None),
    ],
)
def test_words_of_a_deadline_are_neither_fewer_nor_more(sentence: str, words: str, day: str | None) -> None:
    (found,) = find_deadlines(sentence, MONDAY)
    assert (sentence[slice(*found.span)], found.date) == (words, day)


def test_words_of_a_deadline_end_before_the_full_stop() -> None:
    sentence = "They will finish in Dec. or by January."
    assert [sentence[slice(*found.span)] for found in find_deadlines(sentence, MONDAY)] == ["in Dec.", "by January"]


@given(st.dates(date(2025, 1, 1), date(2098, 12, 31)), st.integers(0, 300), st.sampled_from(["between", "from"]))
def test_a_range_ends_with_its_later_day(first: date, length: int, word: str) -> None:
    last = first + timedelta(days=length)
    link = "and" if word == "between" else "to"
    sentence = f"It will be done {word} {first.day} {first:%B} {first.year} {link} {last.day} {last:%B} {last.year}."
    (found,) = find_deadlines(sentence, MONDAY)
    assert (found.date, found.span) == (last.isoformat(), (16, len(sentence) - 1))


@given(
    st.integers(1, 99), st.sampled_from(["day", "week", "month", "year"]), st.dates(date(1950, 1, 1), date(2099, 1, 1))
)
def test_counted_deadlines_lie_ahead_by_their_length(count: int, unit: str, today: date) -> None:
    (found,) = find_deadlines(f"It will be done within {count} {unit}s.", today.isoformat())
    assert found.date is not None
    ahead = (date.fromisoformat(found.date) - today).days
    length = {"day": 1, "week": 7, "month": 30.44, "year": 365.25}[unit] * count
    assert abs(ahead - length) <= 4


@given(
    st.text(alphabet="in by the end of next 2 years 2030 March 1, Friday’–.", max_size=200),
    st.none() | st.dates().map(date.isoformat),
)
def test_any_text_gives_ordered_spans_in_range(text: str, published: str | None) -> None:
    previous = 0
    for found in find_deadlines(text, published):
        start, end = found.span
        assert previous <= start < end <= len(text)
        previous = end
        if found.date:
            date.fromisoformat(found.date)


@pytest.mark.parametrize(
    "unit", ["in the next ", "1", "2030-", "the end of ", "two to ", " ", "a", "by the ", "one million "]
)
def test_hostile_lengths_end(unit: str) -> None:
    find_deadlines(unit * (100_000 // len(unit)), MONDAY)
