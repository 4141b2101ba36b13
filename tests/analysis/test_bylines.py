"""The byline above an article: who wrote it, and what only looks like one."""

import pytest

from store.analysis.bylines import parse_byline


@pytest.mark.parametrize(
    ("line", "author", "outlet"),
    [
        ("By Ann Lee", "Ann Lee", ""),
        ("By Jon Price and Bo Roe, Harbour Herald, 22 May 2031", "Jon Price and Bo Roe", "Harbour Herald"),
        ("By Ann Lee | Special to the Harbour Ledger | 3 March 2031", "Ann Lee", "Harbour Ledger"),
    ],
)
def test_a_byline_tells_who_wrote_and_for_whom(line, author, outlet):
    found = parse_byline(f"Bridge opens\n{line}\n\nThe bridge was opened on Monday by the mayor of the town.\n")
    assert (found.author, found.outlet) == (author, outlet)


@pytest.mark.parametrize(
    "line",
    [
        "By Popular Demand",
        "By Reuters Staff",
        "By The Associated Press",
        "By Our Correspondent",
        "By Web Desk",
        "By Monday",
    ],
)
def test_an_agency_a_desk_and_ordinary_words_wrote_nothing(line):
    text = f"Bridge opens\n{line}\n\nThe bridge was opened on Monday by the mayor of the town.\n"
    assert parse_byline(text).author == ""
