"""The byline above an article: who wrote it, and what only looks like one."""

import pytest

from store.analysis.bylines import parse_byline


@pytest.mark.parametrize(
    ("line", "author", "outlet"),
    [
        ("By Ann Lee", "Ann Lee", ""),
        ("By Jon Price and Bo Roe, Harbour Herald, 22 May 2031", "Jon Price and Bo Roe", "Harbour Herald"),
        ("By Ann Lee | Special to the Harbour Ledger | 3 March 2031", "Ann Lee", "Harbour Ledger"),
        ("By Ann Lee, chief political correspondent, Harbour Herald", "Ann Lee", "Harbour Herald"),
        ("By Ann Lee, Harbour Herald Political Editor", "Ann Lee", ""),
        ("By Political Editor Ann Lee", "Ann Lee", ""),
        ("By Ann Lee, Lest Bureau Chief, Harbour Herald", "Ann Lee", "Harbour Herald"),
        ("By Ann Lee, special correspondent in Lest, Harbour Herald", "Ann Lee", "Harbour Herald"),
        ("By Augusta May and June Day", "Augusta May and June Day", ""),
        ("By Song Li and Sun Wei, Harbour Herald", "Song Li and Sun Wei", "Harbour Herald"),
        ("By Ann Lee & Bo Roe", "Ann Lee & Bo Roe", ""),
        ("By Ann Lee, Bo Roe and Cy Dow, Harbour Herald", "Ann Lee, Bo Roe and Cy Dow", "Harbour Herald"),
    ],
)
def test_a_byline_tells_who_wrote_and_for_whom(line, author, outlet):
    found = parse_byline(f"Bridge opens\n{line}\n\nThe bridge was opened on Monday by the mayor of the town.\n")
    assert (found.author, found.outlet) == (author, outlet)


@pytest.mark.parametrize("line", ["By Ann Lee in Lest", "By Ann Lee, in Lest"])
def test_a_byline_tells_where_it_was_written(line):
    found = parse_byline(f"Bridge opens\n{line}\n\nThe bridge was opened on Monday by the mayor of the town.\n")
    assert (found.author, found.place) == ("Ann Lee", "Lest")


@pytest.mark.parametrize(
    "line",
    [
        "By Political Editor",
        "By Ann Lee in tears",
        "By Ann Lee, who was there",
        "By Popular Demand",
        "By Reuters Staff",
        "By The Associated Press",
        "By Our Correspondent",
        "By Web Desk",
        "By Monday",
        "By Monday Midnight",
        "By Editorial Board",
    ],
)
def test_an_agency_a_desk_and_words_that_go_on_wrote_nothing(line):
    text = f"Bridge opens\n{line}\n\nThe bridge was opened on Monday by the mayor of the town.\n"
    assert parse_byline(text).author == ""
