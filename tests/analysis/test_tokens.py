"""Tokens: folded words with the way back to their places."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.analysis import tokens as module
from store.analysis.tokens import tokenize

WILD = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("aB é\u0301ß ﬁ中文한글йи\u200b\u00ad\ufeff.,-“”’\n\t٣５²𝔘😀ﷺकि"),
    ),
    max_size=200,
)


def words(text: str) -> list[str]:
    found = tokenize(text)
    return [text[start:end] for start, end in zip(found.start, found.end, strict=True)]


def hashes(text: str) -> list[int]:
    return tokenize(text).hash.tolist()


@given(WILD)
def test_every_token_is_a_stretch_of_the_text_in_order(text):
    found = tokenize(text)
    last = 0
    for start, end in zip(found.start.tolist(), found.end.tolist(), strict=True):
        assert last <= start < end <= len(text)
        assert not text[start:end].isspace()
        last = end


@given(WILD)
def test_a_token_alone_hashes_as_in_its_text(text):
    found = tokenize(text)
    for hashed, start, end in zip(found.hash.tolist(), found.start.tolist(), found.end.tolist(), strict=True):
        assert hashes(text[start:end]) == [hashed]


@given(st.text(st.sampled_from("abc d,.é\n"), max_size=300), st.integers(1, 7))
def test_cutting_a_long_text_into_blocks_changes_nothing(text, block):
    whole = tokenize(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "BLOCK", max(block, max((len(w) for w in re.split(r"[ \n]", text)), default=0) + 1))
        parts = tokenize(text)
    assert parts.hash.tolist() == whole.hash.tolist()
    assert parts.start.tolist() == whole.start.tolist()
    assert parts.end.tolist() == whole.end.tolist()


@given(st.lists(st.text(st.characters(categories=["Lu", "Ll", "Nd"], max_codepoint=0x24F), min_size=1), max_size=20))
def test_spaced_words_of_latin_script_are_the_tokens(parts):
    text = " ".join(parts)
    assert words(text) == text.split()


def test_case_accents_ligatures_and_widths_do_not_matter():
    assert hashes("Café STRASSE ﬁve １２ Ёлка") == hashes("cafe\u0301 straße five 12 елка")


def test_other_letters_do_matter():
    assert len({*hashes("a b ab ba aa aab aba")}) == 7


def test_combining_marks_and_format_characters_stay_inside_their_word():
    assert words("cafe\u0301, co\u00adoperate \ufeffnow") == ["cafe\u0301", "co\u00adoperate", "now"]


def test_marks_and_blanks_of_any_kind_separate():
    assert words("“Don’t” (12,5\u00a0%)…«да»—no") == ["Don", "t", "12", "5", "да", "no"]


def test_each_character_of_a_script_without_blanks_is_a_token():
    found = tokenize("部长 said 日本ab")
    assert words("部长 said 日本ab") == ["部", "长", "said", "日", "本", "ab"]
    assert found.single.tolist() == [True, True, False, True, True, False]


def test_numerals_are_marked():
    assert tokenize("12 twelve 3rd 2024").numeric.tolist() == [True, False, True, True]


@pytest.mark.parametrize("text", ["", " ", "…", "\ud800", "\u0301"])
def test_text_without_words_has_no_tokens(text):
    assert len(tokenize(text)) == 0
