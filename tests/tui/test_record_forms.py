"""The forms of quotes and commitments: the quick way, the long way, errors and leaving."""

import re

import pytest

from store.model import Role, Speaker
from tui.screens.commitment_form import CommitmentForm
from tui.screens.quote_form import QuoteForm
from tui.screens.record_form import RecordValues
from tui.widgets.fields import TextField
from tui.widgets.speaker_field import NOBODY, SpeakerChoice

PEOPLE = [
    Speaker("u1", "Tamsin Orlova", roles=(Role("r1", "President of Veldania"), Role("r2", "Mayor of Lest"))),
    Speaker("u2", "Émile Søren"),
]
WORDS = "“We will build 500 kilometres of railway by 2030,” the president said."
ORLOVA = SpeakerChoice("u1", "Tamsin Orlova", "person", "President of Veldania")


def parse_date(typed: str) -> tuple[str, str]:
    """Days and years are enough here; the real one is the store's."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", typed):
        return typed, "day"
    if re.fullmatch(r"\d{4}", typed):
        return f"{typed}-12-31", "year"
    raise ValueError(f"“{typed}” is no date: write 2026-11-30.")


async def test_a_quote_takes_two_letters_and_enter_twice(show) -> None:
    async with show(QuoteForm, WORDS, PEOPLE, parse_date, {"form": "partial"}) as shown:
        assert "We will build 500 kilometres" in shown.text
        await shown.press("t", "a", "enter", "enter")
        assert shown.result == RecordValues(
            ORLOVA,
            {
                "role": "President of Veldania",
                "form": "partial",
                "addressee": "",
                "venue": "",
                "translation": "",
                "date_said": "",
                "date_said_precision": "none",
            },
            "",
        )


async def test_a_quote_of_nobody_named(show) -> None:
    async with show(QuoteForm, WORDS, PEOPLE, parse_date) as shown:
        await shown.press("enter", "enter")
        assert shown.result.speaker == NOBODY


@pytest.mark.parametrize("form", [QuoteForm, CommitmentForm])
@pytest.mark.parametrize("keys", [("t", "a", "enter"), ("down", "down", "enter"), (*"Vera", "enter"), ("Q", "ctrl+n")])
async def test_what_is_typed_once_somebody_was_taken_is_the_role(show, form, keys) -> None:
    async with show(form, WORDS, PEOPLE, parse_date) as shown:
        await shown.press(*keys, *"envoy")
        assert shown.open
        assert "enter save" in shown.text
        await shown.press("enter")
        assert shown.result.speaker.name
        assert shown.result.speaker.role == shown.result.fields["role"] == "envoy"


async def test_a_guessed_speaker_stands_and_typing_replaces(show) -> None:
    async with show(QuoteForm, WORDS, PEOPLE, parse_date, {"speaker": "u2"}) as shown:
        await shown.press("enter")
        assert shown.result.speaker.uid == "u2"
    async with show(QuoteForm, WORDS, PEOPLE, parse_date, {"speaker": "u2"}) as shown:
        await shown.press("t", "a", "enter", "enter")
        assert shown.result.speaker == ORLOVA


async def test_every_field_of_a_quote_from_the_keyboard(show) -> None:
    async with show(QuoteForm, WORDS, PEOPLE, parse_date) as shown:
        await shown.press("t", "a", "tab", "tab", "i", "tab")
        for words in ("reporters", "Lest summit", "2026-11-02", "Budujemy", "second hand"):
            await shown.type(words)
            await shown.press("tab")
        await shown.press("ctrl+s")
        assert shown.result.speaker == ORLOVA
        assert shown.result.note == "second hand"
        assert shown.result.fields == {
            "role": "President of Veldania",
            "form": "indirect",
            "addressee": "reporters",
            "venue": "Lest summit",
            "translation": "Budujemy",
            "date_said": "2026-11-02",
            "date_said_precision": "day",
        }


GIVEN = {
    "speaker": "u1",
    "role": "Mayor of Lest",
    "form": "indirect",
    "addressee": "x",
    "venue": "y",
    "date_said": "2026-02-28",
    "date_said_precision": "season",
    "translation": "line one\nline two",
}


async def test_a_quote_on_file_comes_back_as_it_went_in(show) -> None:
    async with show(QuoteForm, WORDS, PEOPLE, parse_date, GIVEN, note="n", editing=True) as shown:
        await shown.press("enter")
        assert shown.result.fields | {"speaker": shown.result.speaker.uid} == GIVEN
        assert shown.result.note == "n"


async def test_a_quote_on_file_without_speaker_stays_without(show) -> None:
    async with show(QuoteForm, WORDS, PEOPLE, parse_date, GIVEN | {"speaker": None}, editing=True) as shown:
        assert "Émile Søren" not in shown.text
        await shown.press("enter")
        assert shown.result.speaker.uid is None
        assert shown.result.speaker.name == ""


async def test_errors_are_sentences_under_the_field_and_lose_nothing(show) -> None:
    async with show(CommitmentForm, WORDS, PEOPLE, parse_date) as shown:
        await shown.press("t", "a", "tab", "tab")
        await shown.type("the voters")
        await shown.press("tab", "tab")
        await shown.type("many")
        await shown.press("tab", "tab")
        await shown.type("soonish")
        await shown.press("enter")
        assert shown.open
        assert "“many” is no number: write 1.5, 12 million or $12 million." in shown.text
        assert "“soonish” is no date: write 2026-11-30." in shown.text
        assert "the voters" in shown.text
        await shown.type("12 million")
        await shown.press("tab", "tab")
        await shown.type("2030")
        assert "2030-12-31, known to the year" in shown.text
        await shown.press("enter")
        fields = shown.result.fields
        assert (fields["quantity"], fields["deadline"], fields["deadline_precision"]) == (12e6, "2030-12-31", "year")
        assert fields["beneficiary"] == "the voters"


@pytest.mark.parametrize(("name", "kind"), [("presidents", "unnamed"), ("Vera Lund", "person"), ("NATO", "body")])
async def test_a_proposed_speaker_is_what_the_name_says(show, name: str, kind: str) -> None:
    async with show(QuoteForm, WORDS, PEOPLE, parse_date, proposed=name) as shown:
        assert f"[{kind}]" in shown.text
        await shown.press("ctrl+s")
        assert shown.result.speaker == SpeakerChoice(None, name, kind)
    async with show(QuoteForm, WORDS, PEOPLE, parse_date) as shown:
        await shown.type(name)
        await shown.press("ctrl+n", "enter")
        assert shown.result.speaker == SpeakerChoice(None, name, kind)


async def test_a_value_that_is_refused_is_selected_in_its_field(show) -> None:
    async with show(CommitmentForm, WORDS, PEOPLE, parse_date) as shown:
        await shown.press("t", "a", *["tab"] * 4)
        await shown.type("many")
        for leave in ((), ("tab", "tab")):
            await shown.press(*leave, "ctrl+s")
            field = shown.app.focused
            assert (field.name, field.selected_text) == ("quantity", "many")
        await shown.type("12")
        await shown.press("ctrl+s")
        assert shown.result.fields["quantity"] == 12


async def test_a_name_that_is_refused_is_selected_in_its_field(show) -> None:
    async with show(QuoteForm, WORDS, PEOPLE, parse_date) as shown:
        await shown.type("Zed")
        await shown.press("ctrl+s")
        assert shown.app.focused.selected_text == "Zed"


async def test_a_name_not_settled_is_asked_about_not_created(show) -> None:
    async with show(QuoteForm, WORDS, PEOPLE, parse_date) as shown:
        await shown.type("Zed")
        await shown.press("ctrl+s")
        assert shown.open
        assert "No speaker is called “Zed”" in shown.text
        await shown.press("ctrl+n", "enter")
        assert shown.result.speaker == SpeakerChoice(None, "Zed")


async def test_leaving_asks_only_after_a_change(show) -> None:
    async with show(CommitmentForm, WORDS, PEOPLE, parse_date) as shown:
        await shown.press("escape")
        assert shown.result is None
    async with show(CommitmentForm, WORDS, PEOPLE, parse_date) as shown:
        await shown.press("t", "a", "tab", "tab", "x", "escape")
        assert shown.open
        assert "Leave without saving?" in shown.text
        await shown.press("enter")
        assert shown.open
        await shown.press("ctrl+s")
        assert shown.result.fields["beneficiary"] == "x"
    async with show(CommitmentForm, WORDS, PEOPLE, parse_date) as shown:
        await shown.press("t", "a", "tab", "tab", "x", "ctrl+g", "y")
        assert shown.result is None


async def test_a_status_opens_its_day_and_reason(show) -> None:
    async with show(CommitmentForm, WORDS, PEOPLE, parse_date) as shown:
        assert "because" not in shown.text
        for _ in range(10):
            await shown.press("tab")
        await shown.press("b", "tab")
        assert "because" in shown.text
        await shown.type("2026")
        await shown.press("tab")
        await shown.type("no rails")
        await shown.press("enter")
        await shown.until(lambda: "dated to the day" in shown.text)
        await shown.type("2026-10-01")
        await shown.press("enter")
        fields = shown.result.fields
        assert (fields["status"], fields["status_date"], fields["status_note"]) == ("broken", "2026-10-01", "no rails")


async def test_a_commitment_on_file_comes_back_as_it_went_in(show) -> None:
    given = {
        "promisor": "u2",
        "role": "Envoy",
        "beneficiary": "b",
        "action": "a",
        "quantity": 1234567.25,
        "unit": "EUR",
        "deadline": "2026-06-30",
        "deadline_precision": "quarter",
        "deadline_text": "by summer",
        "strength": "forecast",
        "condition": "c",
        "status": "kept",
        "status_date": "2026-06-01",
        "status_note": "s",
    }
    async with show(CommitmentForm, WORDS, PEOPLE, parse_date, given, note="n", editing=True) as shown:
        await shown.press("enter")
        assert shown.result.fields | {"promisor": shown.result.speaker.uid} == given


async def test_each_field_and_the_keys_can_be_seen(show) -> None:
    async with show(CommitmentForm, WORDS, PEOPLE, parse_date, {"status": "kept"}) as shown:
        for label in ("promisor", "role", "beneficiary", "quantity", "deadline", "strength", "status", "esc ^g cancel"):
            assert label in shown.text
        for _ in range(13):
            await shown.press("tab")
        assert "note" in shown.text


@pytest.mark.parametrize("form", [QuoteForm, CommitmentForm])
async def test_hostile_values_are_shown_as_marks_and_kept(show, form) -> None:
    payload = "A\x1b]52;c;x\x07[/x]\u202eB"
    columns = ("role", "addressee", "venue", "translation", "beneficiary", "action", "unit", "condition")
    given = dict.fromkeys(columns, payload)
    async with show(form, payload, PEOPLE, parse_date, given, note=payload, editing=True) as shown:
        assert "␛]52;c;x␇[/x]" in shown.text
        assert not any(char in shown.text for char in "\x1b\x07\u202e")
        await shown.press("enter")
        assert shown.result.note == payload
        assert {shown.result.fields[name] for name in columns if name in shown.result.fields} == {payload}


async def test_the_mouse_turns_a_cycle_and_saves(show) -> None:
    async with show(QuoteForm, WORDS, PEOPLE, parse_date) as shown:
        await shown.click("Tamsin Orlova")
        await shown.click("indirect")
        await shown.click("enter save")
        assert (shown.result.speaker, shown.result.fields["form"]) == (ORLOVA, "indirect")


@pytest.mark.parametrize(
    ("typed", "quantity", "unit"),
    [("$80 million", 80e6, "USD"), ("5 percent", 5, "%"), ("1,500", 1500, ""), ("80 million", 80e6, "")],
)
async def test_a_quantity_is_taken_with_its_unit(show, typed: str, quantity: float, unit: str) -> None:
    async with show(CommitmentForm, WORDS, PEOPLE, parse_date) as shown:
        field = next(one for one in shown.app.screen.query(TextField) if one.name == "quantity")
        field.focus()
        await shown.type(typed)
        await shown.press("ctrl+s")
        assert (shown.result.fields["quantity"], shown.result.fields["unit"]) == (quantity, unit)


async def test_the_line_of_keys_tells_what_enter_does(show) -> None:
    async with show(QuoteForm, WORDS, PEOPLE, parse_date) as shown:
        assert "enter take and go on   ^n create" in shown.text
        await shown.type("Zed Quill")
        assert "enter take and go on   ^n create" in shown.text
        assert "enter save" not in shown.text
        await shown.press("enter")
        assert "enter save" in shown.text
        await shown.press("enter")
        assert shown.result.speaker.name == "Zed Quill"


async def test_the_line_of_keys_follows_the_marked_line(show) -> None:
    async with show(QuoteForm, WORDS, PEOPLE, parse_date) as shown:
        await shown.type("Orlova")
        assert "enter take and go on" in shown.text
        await shown.press("down")
        assert "▸ create “Orlova”  ctrl+n" in shown.text
        assert "^n create" in shown.text
        assert "enter" not in shown.text
        await shown.press("up")
        assert "enter take and go on" in shown.text
        await shown.press("ctrl+u")
        await shown.type("Zed")
        assert "enter take and go on" in shown.text


@pytest.mark.parametrize("form", [QuoteForm, CommitmentForm])
@pytest.mark.parametrize("keys", [("down", "enter", "enter"), ("down", "tab", "ctrl+s")])
async def test_beside_who_answers_to_a_name_no_habit_makes_a_second_speaker(show, form, keys) -> None:
    async with show(form, WORDS, PEOPLE, parse_date, {form.SPEAKER[0]: "u2"}) as shown:
        await shown.type("Orlo")
        assert "▸ Tamsin Orlova" in shown.text
        await shown.press(*keys)
        assert shown.open
        assert "Tamsin Orlova answers to “Orlo”: ctrl+n creates it" in " ".join(shown.text.split())
        await shown.press("up", "ctrl+s")
        assert shown.result.speaker.uid == "u1"


async def test_beside_who_answers_to_a_name_a_key_and_the_mouse_make_a_second_speaker(show) -> None:
    for created in ("ctrl+n", "click"):
        async with show(QuoteForm, WORDS, PEOPLE, parse_date) as shown:
            await shown.type("Orlo")
            await shown.press("down", "enter")
            assert shown.open
            assert "answers to" in shown.text
            if created == "click":
                await shown.click("create “Orlo”")
            else:
                await shown.press(created)
            assert "answers to" not in shown.text
            await shown.press("ctrl+s")
            assert (shown.result.speaker.uid, shown.result.speaker.name) == (None, "Orlo")


@pytest.mark.parametrize("form", [QuoteForm, CommitmentForm])
async def test_a_name_that_stands_only_in_a_role_is_a_new_speaker_also_where_one_is_replaced(show, form) -> None:
    column = form.SPEAKER[0]
    async with show(form, WORDS, PEOPLE, parse_date, {column: "u2"}, editing=True) as shown:
        await shown.type("Lest")
        assert "▸ create “Lest”" in shown.text
        await shown.press("enter", "enter")
        assert (shown.result.speaker.uid, shown.result.speaker.name) == (None, "Lest")


async def test_saving_takes_nobody_for_a_name_that_stands_only_in_a_role(show) -> None:
    async with show(QuoteForm, WORDS, PEOPLE, parse_date, {"speaker": "u2"}, editing=True) as shown:
        await shown.type("Lest")
        await shown.press("ctrl+s")
        assert shown.open
        assert "No speaker is called “Lest”" in shown.text
