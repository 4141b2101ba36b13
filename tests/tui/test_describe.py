"""What is told below the page: whole parts, as many as have room, those first that matter most."""

import pytest
from textual.content import Content

from tui.describe import first_words, fitted

PARTS = ["~ quote? Ilse Taverne, direct", "a accept, x reject", "❝ 一個 said it all", "80%: cue told"]


@pytest.mark.parametrize("width", [-3, 0, *range(10, 100)])
@pytest.mark.parametrize("lines", [1, 2])
def test_parts_have_room_and_what_is_cut_says_so(width: int, lines: int) -> None:
    shown = fitted(PARTS, width, lines)
    assert len(shown.wrap(max(width, 1))) <= lines
    *whole, last = shown.plain.split(" · ")
    if last.endswith("…"):
        cut = next(part for part in PARTS if part.startswith(last[:-1]) and part not in whole)
        assert not whole or len(last) >= 12
        assert len(Content(" · ".join([*whole, cut])).wrap(max(width, 1))) > lines
    else:
        whole.append(last)
    assert whole == [part for part in PARTS if part in whole]
    assert whole[:1] in ([], PARTS[:1])


TERMS = "~ commitment? Ana Brevik, hard, by 2032-12-31, if it rains"
PROMISE = [f"{TERMS} → pay the fishermen of the northern isles", "a accept", "100%: pledged"]


@pytest.mark.parametrize("width", [*range(36, 100)])
def test_the_first_part_is_cut_after_a_word_so_that_the_keys_have_room(width: int) -> None:
    first, *rest = fitted(PROMISE, width, 2, spared=len(TERMS)).plain.split(" · ")
    assert rest[:1] == PROMISE[1:2]
    begun = first.removesuffix("…")
    assert begun.startswith(TERMS)
    assert PROMISE[0].startswith(begun)
    assert PROMISE[0][len(begun) :][:1] in ("", " "), "no word is cut"


def test_where_there_is_little_room_what_is_spared_comes_before_the_keys() -> None:
    assert fitted(PROMISE, 64, 1, spared=len(TERMS)).plain == f"{TERMS} →…"


def test_nothing_is_told_of_nothing() -> None:
    assert fitted([], 80, 2) == Content("")


@pytest.mark.parametrize("words", ["She said no. ", "一個", "e\u0301", "👩\u200d👩\u200d👧"])
def test_of_a_long_part_no_more_is_laid_out_than_could_have_room(monkeypatch, words: str) -> None:
    laid_out, wrap = [], Content.wrap

    def counted(content: Content, *args, **kwargs):
        laid_out.append(len(content.plain))
        return wrap(content, *args, **kwargs)

    monkeypatch.setattr(Content, "wrap", counted)
    shown = fitted(["told first", words * 10_000], 80, 2)
    assert shown.plain.endswith("…")
    assert shown.cell_length > 80
    assert max(laid_out) < 1000


@pytest.mark.parametrize(
    ("said", "most", "shown"),
    [
        ("over the next three years", 24, "over the next three…"),
        ("over the next three years", 25, "over the next three years"),
        ("if Lest’s parliamentarians agree", 12, "if Lest’s…"),
        ("Donaudampfschifffahrtsgesellschaft", 10, "Donaudamp…"),
    ],
)
def test_first_words_are_cut_between_words_where_that_leaves_enough(said, most, shown):
    assert first_words(said, most) == shown
