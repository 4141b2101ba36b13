"""Outside text is shown with visible marks, character for character."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.display import MARK, safe, safe_line

ANY_TEXT = st.text(st.characters(codec=None, categories=None))


def is_hostile(char: str) -> bool:
    """Steers a terminal, turns the writing direction, hides, or cannot be encoded."""
    if char in "\u200c\u200d\n":
        return False
    return unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") or unicodedata.bidirectional(char) in (
        *("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"),
    )


@given(ANY_TEXT)
def test_nothing_hostile_is_left_and_every_character_keeps_its_place(text: str) -> None:
    shown = safe(text)
    assert len(shown) == len(text)
    assert not any(map(is_hostile, shown))
    assert all(new == old for new, old in zip(shown, text, strict=True) if old.isprintable())
    shown.encode("utf-8")


@given(ANY_TEXT)
def test_a_line_has_no_line_feed(text: str) -> None:
    assert safe_line(text) == safe(text).replace("\n", "␊")


@given(ANY_TEXT)
def test_safe_text_stays_as_it_is(text: str) -> None:
    assert safe(safe(text)) == safe(text)


def test_every_hostile_character_of_unicode_becomes_one_that_takes_a_cell() -> None:
    hostile = [char for char in map(chr, range(0x110000)) if is_hostile(char)]
    assert len(hostile) > 2000
    assert {cell_len(mark) for mark in set(safe("".join(hostile)))} == {1}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain [/x] [sic] text", "plain [/x] [sic] text"),
        ("\x1b[31mred", "␛[31mred"),
        ("\x1b]52;c;cm0=\x07", "␛]52;c;cm0=␇"),
        ("a\x9b31m\x85b", f"a{MARK}31m{MARK}b"),
        ("NUL\0DEL\x7f", "NUL␀DEL␡"),
        ("abc\u202egnp.exe\u2066", f"abc{MARK}gnp.exe{MARK}"),
        ("zero\u200bwidth\ufeff\u2060", f"zero{MARK}width{MARK}{MARK}"),
        ("soft\u00adhyphen", "soft¬hyphen"),
        ("tag\U000e0041", f"tag{MARK}"),
        ("lone \ud800 \udfff", f"lone {MARK} {MARK}"),
        ("a\tb\nc\r", "a b\nc␍"),
        ("می\u200cخواهم 👨\u200d👩", "می\u200cخواهم 👨\u200d👩"),
        ("e\u0301 ❤\ufe0f", "e\u0301 ❤\ufe0f"),
        ("", ""),
    ],
)
def test_examples(text: str, shown: str) -> None:
    assert safe(text) == shown
