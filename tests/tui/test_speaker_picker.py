"""The picker of speakers, and the order in which its list offers them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.model import Role, Speaker
from tui.screens.speaker_picker import SpeakerPicker, worth_keeping
from tui.screens.speaker_rows import CALLED_SO
from tui.widgets.speaker_field import SpeakerChoice, offers, role_on

ORLOVA = Speaker(
    "u1",
    "Tamsin Orlova",
    country="Veldania",
    aliases=("the Iron Gull",),
    roles=(
        Role("r2", "Mayor of Lest", "2010-01-01", "2019-12-31"),
        Role("r1", "President of Veldania", "2020-01-01"),
    ),
)
SOREN = Speaker("u2", "Émile Søren", country="Ostmark", roles=(Role("r3", "Foreign Minister"),))
HARBOURS = Speaker("u3", "Ministry of Harbours", kind="body")
NORD = Speaker("u4", "Nord Orlova")
PEOPLE = [SOREN, ORLOVA, HARBOURS, NORD]


def names(typed: str, speakers=PEOPLE) -> list[str]:
    return [offer.speaker.name if offer.speaker else offer.kind for offer in offers(speakers, typed)]


def test_the_given_order_stands_until_something_is_typed() -> None:
    assert names("") == ["nobody", "Émile Søren", "Tamsin Orlova", "Ministry of Harbours", "Nord Orlova"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("or", "Tamsin Orlova"),
        ("soren", "Émile Søren"),
        ("EMILE", "Émile Søren"),
        ("gull", "Tamsin Orlova"),
        ("harb", "Ministry of Harbours"),
        ("nord orlova", "Nord Orlova"),
        ("foreign soren", "Émile Søren"),
    ],
)
def test_names_and_aliases_are_found_and_roles_beside_them(typed: str, first: str) -> None:
    assert names(typed)[0] == first


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Lest", ORLOVA),
        ("mayor", ORLOVA),
        ("Mayor of Lest", ORLOVA),
        ("ostm", SOREN),
        ("foreign min", SOREN),
        ("minister ostmark", SOREN),
    ],
)
def test_who_answers_by_role_or_country_alone_comes_after_the_new_name(typed: str, found: Speaker) -> None:
    assert names(typed) == ["new", found.name]
    first, second = offers(PEOPLE, "", named=typed)[:2]
    assert (first.name, second.speaker) == (typed, found)


def test_a_name_comes_before_the_new_one_and_a_role_after_it() -> None:
    lest = Speaker("u5", "Lest Harbour Trust", kind="body")
    assert names("lest", [ORLOVA, lest]) == ["Lest Harbour Trust", "new", "Tamsin Orlova"]
    assert names("lest harbour trust", [ORLOVA, lest]) == ["Lest Harbour Trust"]


def test_the_beginning_of_a_name_beside_words_of_a_role_names_nobody() -> None:
    bankova = Speaker("u5", "Olga Bankova", roles=(Role("r5", "Minister of Finance"),))
    assert names("Bank of Finance", [bankova]) == ["new", "Olga Bankova"]
    assert names("Bankova of Finance", [bankova]) == ["Olga Bankova", "new"]


def speaker(name: str, *roles: str, country: str = "") -> Speaker:
    return Speaker("u9", name, country=country, roles=tuple(Role(role, role) for role in roles))


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("Port of Lest", Speaker("u9", "Ministry of Ports", kind="body", country="Lest")),
        ("Van Trade", speaker("Jan van Dyk", "Minister of Trade")),
        ("Jon Kest", speaker("Dorra Kest", "spokeswoman of Jon Roe")),
        ("Jon Kest", speaker("Dorra Kest", "Jon Roe’s spokeswoman")),
        ("Jon Kest", speaker("Dorra Kest", "Jon Roe's spokeswoman")),
        ("Ann Roe", speaker("Ivo Roe", "Mayor of Ann Arbor")),
        ("The Ann Roe", speaker("Ivo Roe", "The Mayor of Ann Arbor")),
        ("Mayor Ann Roe", speaker("Ivo Roe", "Mayor of Ann Arbor")),
        ("Lest Roe", speaker("Ivo Roe", country="Lest")),
    ],
)
def test_a_name_beside_that_of_another_in_a_role_is_a_new_one_first(typed: str, known: Speaker) -> None:
    assert names(typed, [known]) == ["new", known.name]


@pytest.mark.parametrize(
    ("typed", "role"),
    [
        ("mayor roe", "Mayor of Ann Arbor"),
        ("roe may", "Mayor of Ann Arbor"),
        ("Roe of Ann Arbor", "Mayor of Ann Arbor"),
        ("Mayor of Ann Arbor Roe", "Mayor of Ann Arbor"),
        ("the deputy roe", "The Deputy Mayor of Lest"),
        ("Roe spokesman", "Jon Kest’s spokesman"),
    ],
)
def test_a_name_beside_its_title_is_that_speaker(typed: str, role: str) -> None:
    assert names(typed, [speaker("Ivo Roe", role)]) == ["Ivo Roe", "new"]


def test_signs_alone_are_nobody_s_name() -> None:
    assert names("???")[0] == "new"


def test_the_name_in_the_text_comes_before_all_others() -> None:
    def named(name: str) -> list[str]:
        found = offers(PEOPLE, "", named=name)
        return [offer.speaker.name if offer.speaker else offer.name for offer in found]

    assert named("Vera  Lund") == ["Vera Lund", "Émile Søren", "Tamsin Orlova", "Ministry of Harbours", "Nord Orlova"]
    assert named("Emile Soren") == ["Émile Søren", "Tamsin Orlova", "Ministry of Harbours", "Nord Orlova"]
    assert named("Orlova")[:3] == ["Tamsin Orlova", "Nord Orlova", "Orlova"]
    assert offers(PEOPLE, "soren", named="Vera Lund")[0].speaker is SOREN


def test_equal_fits_keep_the_given_order_and_a_new_name_comes_last() -> None:
    assert names("orlova") == ["Tamsin Orlova", "Nord Orlova", "new"]
    assert names("orlova", [NORD, ORLOVA]) == ["Nord Orlova", "Tamsin Orlova", "new"]


def test_a_name_that_is_there_is_not_offered_for_creation() -> None:
    assert names("emile soren") == ["Émile Søren"]


@pytest.mark.parametrize("typed", ["Tam Orla", "Veld and Pres", "Min Harbrs"])
def test_several_words_that_only_look_like_a_speaker_are_a_new_name_first(typed: str) -> None:
    assert names(typed)[0] == "new"


@pytest.mark.parametrize("typed", ["emile sor", "orlova president", "harb min"])
def test_several_words_that_begin_words_of_a_name_are_that_speaker(typed: str) -> None:
    assert names(typed)[0] != "new"


def test_a_name_of_the_article_is_offered_before_what_was_typed_unless_it_is_on_file() -> None:
    there = ["Ilinka Varad", "Emile Soren"]

    def created(typed: str) -> list[str]:
        return [offer.name for offer in offers(PEOPLE, typed, names=there) if offer.kind == "new"]

    assert created("Il") == ["Ilinka Varad", "Il"]
    assert created("ilinka varad") == ["Ilinka Varad"]
    assert created("ilinka v") == ["Ilinka Varad", "ilinka v"]
    assert created("ada varad") == ["ada varad"]
    assert created("sor") == ["sor"]


def test_the_role_is_the_one_held_on_that_day() -> None:
    assert role_on(ORLOVA, "2015-05-05") == "Mayor of Lest"
    assert role_on(ORLOVA, "2026-11-24") == "President of Veldania"
    assert role_on(ORLOVA, "1999-01-01") == ""
    assert role_on(SOREN, "1999-01-01") == "Foreign Minister"


@pytest.mark.parametrize("words", ["he", "She", "THEY", "Он", "the president", "president", ""])
def test_words_that_are_no_name_are_no_alias_by_themselves(words: str) -> None:
    assert not worth_keeping(words)


@pytest.mark.parametrize("words", ["Orlova", "President Orlova", "Орлова", "ORLOVA"])
def test_words_that_look_like_a_name_are(words: str) -> None:
    assert worth_keeping(words)


@given(st.text(max_size=20))
def test_any_text_leaves_something_to_take(typed: str) -> None:
    assert offers(PEOPLE, typed)


async def test_two_letters_and_enter(show) -> None:
    async with show(SpeakerPicker, PEOPLE, "Orlova", day="2026-11-24") as shown:
        await shown.press("t", "a", "enter", "enter")
        assert shown.result == SpeakerChoice("u1", "Tamsin Orlova", "person", "President of Veldania", alias="Orlova")


async def test_enter_takes_the_name_that_is_selected_in_the_text(show) -> None:
    async with show(SpeakerPicker, PEOPLE, "Vera Lund") as shown:
        assert "▸ create “Vera Lund”" in shown.text
        assert "nobody named" not in shown.text
        await shown.press("enter")
        await shown.type("Envoy")
        await shown.press("ctrl+s")
        assert shown.result == SpeakerChoice(None, "Vera Lund", "person", "Envoy", alias="")


@pytest.mark.parametrize("typed", [False, True])
async def test_enter_creates_the_name_that_stands_in_a_role_of_somebody(show, typed: bool) -> None:
    async with show(SpeakerPicker, PEOPLE, "" if typed else "Lest") as shown:
        if typed:
            await shown.type("Lest")
        assert "▸ create “Lest”" in shown.text
        assert "Mayor of Lest" in shown.text
        await shown.press("enter", "enter")
        assert (shown.result.uid, shown.result.name) == (None, "Lest")


async def test_down_takes_who_has_the_role_that_was_typed(show) -> None:
    async with show(SpeakerPicker, PEOPLE) as shown:
        await shown.type("Lest")
        await shown.press("down", "enter", "enter")
        assert (shown.result.uid, shown.result.name) == ("u1", "Tamsin Orlova")


async def test_enter_takes_the_speaker_whose_name_is_selected(show) -> None:
    async with show(SpeakerPicker, PEOPLE, "Emile Soren") as shown:
        await shown.press("enter", "enter")
        assert (shown.result.uid, shown.result.alias) == ("u2", "")


async def test_ctrl_n_creates_the_name_that_is_selected(show) -> None:
    async with show(SpeakerPicker, PEOPLE, "Orlova") as shown:
        await shown.press("ctrl+n", "enter")
        assert shown.result == SpeakerChoice(None, "Orlova", "person", "", alias="")


async def test_nobody_is_not_enough(show) -> None:
    async with show(SpeakerPicker, PEOPLE) as shown:
        await shown.press("enter", "enter")
        assert "Somebody must be named here" in shown.text
        await shown.press("t", "a", "enter", "enter")
        assert shown.result.uid == "u1"


async def test_down_takes_the_most_recent(show) -> None:
    async with show(SpeakerPicker, PEOPLE) as shown:
        await shown.press("down", "enter", "enter")
        assert shown.result.uid == "u2"


async def test_a_new_name_is_asked_for_kind_and_role(show) -> None:
    async with show(SpeakerPicker, PEOPLE, "the envoy") as shown:
        await shown.type("Vera Lund")
        assert "create “Vera Lund”" in shown.text
        await shown.press("enter")
        assert shown.open
        assert "kind" in shown.text
        await shown.type("Envoy")
        await shown.press("tab", "b", "enter")
        assert shown.result == SpeakerChoice(None, "Vera Lund", "body", "Envoy", alias="")


async def test_ctrl_n_creates_even_beside_a_fit(show) -> None:
    async with show(SpeakerPicker, PEOPLE, "Orlo") as shown:
        await shown.type("Orlo")
        await shown.press("ctrl+n", "enter")
        assert shown.result == SpeakerChoice(None, "Orlo", "person", "", alias="")


async def test_a_role_from_the_list(show) -> None:
    async with show(SpeakerPicker, PEOPLE, "he", day="2026-11-24") as shown:
        await shown.press("t", "a", "tab", "m", "a", "y")
        assert "Mayor of Lest" in shown.text
        await shown.press("down", "enter")
        assert shown.result == SpeakerChoice("u1", "Tamsin Orlova", "person", "Mayor of Lest")


async def test_a_free_role(show) -> None:
    async with show(SpeakerPicker, PEOPLE) as shown:
        await shown.press("t", "a", "tab")
        await shown.type("May")
        await shown.press("enter")
        assert shown.result.role == "May"


async def test_the_alias_can_be_declined_and_chosen(show) -> None:
    async with show(SpeakerPicker, PEOPLE, "Madam President") as shown:
        await shown.press("t", "a", "tab", "tab", "space", "enter")
        assert shown.result.alias == ""
    async with show(SpeakerPicker, PEOPLE, "the envoy") as shown:
        await shown.press("t", "a", "tab", "tab", "space", "enter")
        assert shown.result.alias == "the envoy"


async def test_words_known_already_are_no_alias(show) -> None:
    for words in ("Tamsin ORLOVA", "The Iron Gull"):
        async with show(SpeakerPicker, PEOPLE, words) as shown:
            await shown.press("t", "a", "enter", "enter")
            assert shown.result.alias == ""


@pytest.mark.parametrize("key", ["escape", "ctrl+g"])
async def test_cancel_asks_nothing_of_a_half_typed_name(show, key: str) -> None:
    async with show(SpeakerPicker, PEOPLE) as shown:
        await shown.press("o", "r", key)
        assert shown.result is None


async def test_the_mouse_takes_a_line_and_saves(show) -> None:
    async with show(SpeakerPicker, PEOPLE) as shown:
        await shown.click("Ministry of Harbours")
        await shown.click("enter save")
        assert shown.result.uid == "u3"


async def test_a_speaker_on_file_is_kept_unless_replaced(show) -> None:
    async with show(SpeakerPicker, PEOPLE, chosen="u3", role="Ministry") as shown:
        await shown.press("enter")
        assert shown.result == SpeakerChoice("u3", "Ministry of Harbours", "body", "Ministry")
    async with show(SpeakerPicker, PEOPLE, chosen="u3", role="Ministry") as shown:
        await shown.press("s", "o", "enter", "enter")
        assert (shown.result.uid, shown.result.role) == ("u2", "Foreign Minister")


async def test_hostile_names_are_shown_as_marks(show) -> None:
    payload = "A\x1b[31m[/x]\u202eB\x9b"
    evil = Speaker("e", payload, aliases=(payload,), roles=(Role("r", payload),), country=payload)
    async with show(SpeakerPicker, [evil], payload) as shown:
        await shown.press("a")
        assert "␛[31m[/x]" in shown.text
        assert not any(char in shown.text for char in "\x1b\u202e\x9b")
        await shown.press("enter", "enter")
        assert shown.result.uid == "e"


async def test_words_that_name_another_speaker_become_no_alias_unless_that_is_asked_for(show) -> None:
    async with show(SpeakerPicker, PEOPLE, "The Iron Gull") as shown:
        await shown.press("ctrl+u", *"sør", "enter", "enter")
        assert (shown.result.uid, shown.result.alias) == ("u2", "")
    async with show(SpeakerPicker, PEOPLE, "The Iron Gull") as shown:
        await shown.press("ctrl+u", *"sør", "tab", "tab")
        assert CALLED_SO in " ".join(shown.text.replace("│", " ").split())
        await shown.press("space", "enter")
        assert (shown.result.uid, shown.result.alias) == ("u2", "The Iron Gull")
