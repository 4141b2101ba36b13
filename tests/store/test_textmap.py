"""The units that the reader moves by."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store import textmap
from store.analysis.quotations import quotation_spans
from store.analysis.sentences import sentence_spans
from store.textmap import TextMap

TEXT = (
    "VELDMAR, 3 June (Norrin Wire) – Mr. Pell Orrin met J. Taverne.\n"
    "\n"
    "  “We’ll build 2.5 km,” he said. “Then we ‘rest’.” It rained.  \n"
    "Last line"
)


def units(text: str, unit: str) -> list[str]:
    """Every unit of a text, reached by going from one to the next."""
    text_map = TextMap(text)
    start, _ = text_map.span_at(unit, 0)
    found = []
    while start < len(text):
        a, b = text_map.span_at(unit, start)
        found.append(text[a:b])
        start = text_map.next_start(unit, start)
    return found


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [("Pellworm heard Pell.", "Pell", (15, 19)), ("Pellworm heard Orrin.", "Pell", None), ("Pell and Pell.", "Pell", None),
     ("Pell’s boat.", "Pell", (0, 4)), ("他说“我们来”了。", "“我们来”", (2, 7)), ("Rene\u0301 came.", "Rene", None),
     ("He said (so).", "(so)", (8, 12)), ("It costs 1,500 crowns.", "500 crowns", None),
     ("Paid in 2016.The mayor will go.", "The mayor will go", (13, 30)), ("no deal no deal no", "no deal no", None), ("e\u0301" * 100_000, "e", None)],
)  # fmt: skip
def test_words_have_one_place_where_they_stand_once_and_not_inside_others(text, words, place):
    assert TextMap(text).only_place(words) == place


def test_paragraphs_are_lines_without_the_blanks_around_them():
    assert units(TEXT, "paragraph") == [
        "VELDMAR, 3 June (Norrin Wire) – Mr. Pell Orrin met J. Taverne.",
        "“We’ll build 2.5 km,” he said. “Then we ‘rest’.” It rained.",
        "Last line",
    ]


def test_titles_initials_and_decimals_end_no_sentence():
    assert units(TEXT, "sentence") == [
        "VELDMAR, 3 June (Norrin Wire) – Mr. Pell Orrin met J. Taverne.",
        "“We’ll build 2.5 km,” he said.",
        "“Then we ‘rest’.”",
        "It rained.",
        "Last line",
    ]


def test_words_keep_their_apostrophes_and_decimals():
    assert units("“We’ll build 2.5 km,” he said.", "word") == [
        "“",
        "We’ll",
        "build",
        "2.5",
        "km",
        ",”",
        "he",
        "said",
        ".",
    ]


def test_going_back_stops_at_the_beginning_of_each_sentence():
    text_map = TextMap(TEXT)
    place, stops = len(TEXT), []
    while place:
        place = text_map.prev_start("sentence", place)
        stops.append(TEXT[place : place + 4])
    assert stops == ["Last", "It r", "“The", "“We’", "VELD"]


def test_the_innermost_quotation_is_found():
    text_map = TextMap(TEXT)
    inner, outer = TEXT.index("rest"), TEXT.index("Then")
    assert TEXT[slice(*text_map.quotation_at(inner))] == "‘rest’"
    assert TEXT[slice(*text_map.quotation_at(outer))] == "“Then we ‘rest’.”"
    assert text_map.quotation_at(TEXT.index("rained")) is None


def test_a_selection_never_splits_what_the_reader_sees_as_one_character():
    text = "a e\u0301 👨‍👩‍👧 🇩🇪🇫🇷"
    text_map = TextMap(text)
    family = text.index("👨")
    assert text_map.snap((family + 1, family + 3)) == (family, family + 5)
    flags = text.index("🇩")
    assert text_map.snap((flags + 1, flags + 2)) == (flags, flags + 2)
    assert text_map.snap((3, 4)) == (2, 4)


def test_blanks_and_signs_at_the_ends_of_a_selection_can_be_left_out():
    text = " «Ole Tamm, José»,\n"
    text_map, whole = TextMap(text), (0, len(text))
    assert text[slice(*text_map.without_blanks(whole))] == "«Ole Tamm, José»,"
    assert text[slice(*text_map.without_signs(whole))] == "Ole Tamm, José"
    assert text[slice(*text_map.without_signs((2, 11)))] == "Ole Tamm"
    end = (len(text) - 3, len(text))
    assert (text_map.without_blanks((len(text) - 1, len(text))), text_map.without_signs(end)) == (None, None)


def test_an_empty_text_has_no_units():
    text_map = TextMap("")
    assert (text_map.paragraphs, text_map.next_start("word", 0), text_map.span_at("word", 0)) == ([], 0, (0, 0))


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("\n\n .!?“”\"'«»\u0301\u200d👩"), max_size=80), st.data())
def test_units_lie_in_order_inside_the_text(text, data):
    text_map = TextMap(text)
    for unit in ("word", "sentence", "paragraph"):
        offset = data.draw(st.integers(0, len(text)))
        start, end = text_map.span_at(unit, offset)
        assert 0 <= start <= end <= len(text)
        assert offset < text_map.next_start(unit, offset) or text_map.next_start(unit, offset) == len(text)
        assert text_map.prev_start(unit, offset) < offset or offset == 0
        a, b = text_map.snap((start, end))
        assert a <= start and end <= b <= len(text)
        assert text_map.snap((a, b)) == (a, b)


SENTENCES = [f"The mayor said “we will build {n} bridges”. " for n in range(2000)]


def test_a_text_of_one_line_has_the_units_that_it_has_in_lines():
    line, lines = "".join(SENTENCES).rstrip(), "\n".join(SENTENCES).rstrip()
    for unit in ("word", "sentence"):
        assert units(line, unit) == units(lines, unit)
    assert units(line, "paragraph") == [line]
    text_map = TextMap(line)
    for at in (0, 1000, 1999):
        here = line.index(f"{at} bridges")
        assert line[slice(*text_map.quotation_at(here))] == f"“we will build {at} bridges”"


@given(st.lists(st.sampled_from(["word", " " * 18_000, "x" * 40_000, ". The", "“", "\u0301", "\n"]), max_size=12))
def test_parts_of_a_long_line_lose_nothing_of_it(pieces):
    text = "".join(pieces)
    text_map, reached, at = TextMap(text), set(), -1
    while at < len(text):
        reached.update(range(*text_map.span_at("sentence", max(at, 0))))
        at = text_map.next_start("sentence", at)
    assert {n for n, char in enumerate(text) if not char.isspace()} <= reached


def test_a_key_in_a_long_line_waits_for_a_part_of_it_only(monkeypatch):
    looked_at = []

    def counted(text, start=0, end=None):
        looked_at.append((len(text) if end is None else end) - start)
        return sentence_spans(text, start, end)

    def counted_whole(text):
        looked_at.append(len(text))
        return quotation_spans(text)

    monkeypatch.setattr(textmap, "sentence_spans", counted)
    monkeypatch.setattr(textmap, "quotation_spans", counted_whole)
    line = "".join(SENTENCES) * 40
    text_map = TextMap(line)
    middle = text_map.next_start("sentence", len(line) // 2)
    text_map.next_start("word", middle)
    assert text_map.quotation_at(middle + len("The mayor said “")) is not None
    assert textmap.PART < sum(looked_at) < len(line) / 20


BLANKS = [" ", "\t", "\u00a0", "\u3000", "\u2003", "\u2028"]
CLUSTERS = ["a", "пе\u0301", "港", "ば", "が", "か\u3099", "👨‍👩‍👧", "🇩🇪", "각"]


@settings(max_examples=40)
@given(st.integers(0, 99), st.lists(st.sampled_from(CLUSTERS), min_size=1, max_size=9), st.sampled_from(BLANKS))
def test_a_part_of_a_long_line_ends_between_words_whatever_blank_is_there(shift, clusters, blank):
    word = "".join(clusters)
    text = "x" * shift + (blank + word) * ((textmap.PART + 2000) // len(blank + word))
    whole = [found.span() for found in re.finditer(r"\S+", text)]
    starts = {start for start, _ in whole}
    assert TextMap(text).span_at("sentence", textmap.PART // 2)[1] in {end for _, end in whole}
    assert TextMap(text).next_start("sentence", textmap.PART // 2) in starts


@settings(max_examples=40)
@given(st.integers(0, 99), st.lists(st.sampled_from(CLUSTERS), min_size=1, max_size=9))
def test_a_part_of_a_line_without_blanks_ends_between_grapheme_clusters(shift, clusters):
    text = "x" * shift + "".join(clusters) * (textmap.PART // len(clusters) + 100)
    text_map = TextMap(text)
    cut = text_map.next_start("sentence", 0)
    assert textmap.PART - 100 < cut <= textmap.PART
    assert text_map.snap((cut, cut)) == (cut, cut)


@given(st.text(st.sampled_from("# \n\ta")))
def test_headings_are_the_lines_that_markdown_heads_with(text):
    expected = [found.span() for found in re.finditer(r"^#{1,6} +\S.*", text, re.MULTILINE)]
    assert TextMap(text).headings == expected
