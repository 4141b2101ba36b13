"""Text rules read past the marks of Markdown; places stay those of the text with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.analysis.markdown_marks import without_marks
from store.analysis.suggest import suggest


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("said *Mayor* Holt", "said Mayor Holt"),
        ("said **Mayor Holt**.", "said Mayor Holt."),
        ("said ***Mayor*** Holt", "said Mayor Holt"),
        ("said _Mayor_ Holt", "said Mayor Holt"),
        ("**Mayor *Dov* Harrel** said", "Mayor Dov Harrel said"),
        ("*Mayor **Dov** Harrel* said", "Mayor Dov Harrel said"),
        ("read it [online](https://lest.example/a_b_c).", "read it online."),
        ('read it [online](/a_(b)#c "The plan").', "read it online."),
        ("read [*the* plan](plan.html) and _[more](x.html)_", "read the plan and more"),
        ("![A bridge](bridge.png) fell", "A bridge fell"),
    ],
)
def test_marks_are_left_out(text, plain):
    assert without_marks(text).text == plain


@pytest.mark.parametrize(
    "text",
    [
        "3 * 4 * 5",
        "* one\n* two",
        "a f**k and a b**ch",
        "a snake_case_name here",
        "*opened and\nclosed* later",
        "He said it [sic](laughs) twice",
        "The plan [of May] (and June) failed",
        "5* and 4* hotels",
        "an \\*escaped* star",
        "***",
        "",
    ],
)
def test_other_stars_lines_and_brackets_stay(text):
    assert without_marks(text).text == text


@given(st.text("*_[]()/. ab\n!", max_size=60))
def test_every_kept_letter_is_found_at_its_place(text):
    plain = without_marks(text)
    places = [plain.original((k, k + 1)) for k in range(len(plain.text))]
    assert [text[slice(*place)] for place in places] == list(plain.text)
    assert places == sorted(set(places))


@pytest.mark.parametrize("unit", ["*a ", "**a ", "[a](", "[a](/b", "_a*", "[", "*", "a_", "![a](/(", "***a"])
def test_hostile_lengths_end(unit):
    without_marks(unit * (100_000 // len(unit)))


def test_a_quote_and_a_commitment_are_read_past_marks():
    text = (
        '"We are not paying for *it*," *Mayor* [Dov Harrel](https://lest.example/harrel) said.\n\n'
        "The ministry plans to publish the contract [online](https://lest.example/contract). It rained."
    )
    found = suggest(text)
    quote = found.quotes[0]
    assert (quote.speaker, quote.role) == ("Dov Harrel", "Mayor")
    assert [text[slice(*span)] for span in quote.content] == ['"We are not paying for *it*,"']
    assert text[slice(*quote.speaker_span)].endswith("Dov Harrel")
    (promise,) = (one for one in found.commitments if one.action.startswith("publish"))
    assert promise.action == "publish the contract online"
    assert text[promise.start : promise.end] == (
        "The ministry plans to publish the contract [online](https://lest.example/contract)."
    )
