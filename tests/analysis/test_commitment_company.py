"""What stands around a sentence speaks for or against a commitment in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.analysis.commitment_finding import find_cues, may_have_cue
from store.analysis.commitment_weights import TAKEN_BACK, WEIGHTS, companies
from store.analysis.commitment_words import FIGURE, NAME, WORD, WORDS
from store.analysis.commitments import candidates, suggest_commitments
from store.analysis.grammar import Words
from store.analysis.roles import COUNTRIES

MONDAY = "2024-11-11"
PLEDGE = "The ministry pledged to build 20 schools by 2027. "
SECOND = " Norrin agreed to pay $5 million by May."

chances = st.lists(st.floats(0, 1), max_size=40)


def suggested(text: str, published: str | None = MONDAY) -> list[str]:
    return [text[found.start : found.end] for found in suggest_commitments(text, published)]


@given(chances)
def test_company_is_the_same_read_backwards(found: list[float]) -> None:
    assert companies(found[::-1]) == pytest.approx(companies(found)[::-1])


@given(chances, st.data())
def test_a_sentence_keeps_no_company_to_itself_and_each_other_adds(found: list[float], data: st.DataObject) -> None:
    if not found:
        assert companies(found) == []
        return
    place = data.draw(st.integers(0, len(found) - 1))
    more = [1.0 if number == place else chance for number, chance in enumerate(found)]
    before, after = companies(found), companies(more)
    assert after[place] == before[place]
    assert all(now >= then for now, then in zip(after, before, strict=True))


def test_what_is_near_counts_more() -> None:
    near = companies([0.0, 0.3, 0.0, 0.0])[0]
    far = companies([0.0, 0.0, 0.0, 0.3])[0]
    assert near > far


@pytest.mark.parametrize("sentence", ["The school will be repaired.", "The guards will be given new coats."])
def test_a_weak_sentence_is_suggested_only_among_commitments(sentence: str) -> None:
    assert suggested(sentence) == []
    assert sentence in suggested(PLEDGE + sentence + SECOND)


def test_a_sentence_is_judged_alike_in_every_copy_by_its_best_company() -> None:
    weak, dull = "The school will be repaired. ", "The river is long. " * 30
    assert suggested(dull + weak + dull) == []
    assert suggested(dull + weak + dull + PLEDGE + weak + SECOND).count(weak.strip()) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "Did the last government promise to build the bridge?",
        "Norrin denied that it plans to sell the port.",
        "The ministry would not comment on the bridge.",
    ],
)
def test_what_is_taken_back_is_none_in_any_company(sentence: str) -> None:
    assert sentence not in suggested(PLEDGE * 6 + sentence + " " + PLEDGE * 6)


def test_forecasts_are_no_company() -> None:
    forecast = "Exports are expected to rise to $20 million by 2027. "
    assert "The school will be repaired." not in suggested(
        forecast * 3 + "The school will be repaired. " + forecast * 3
    )


def test_others_nearby_are_told_only_where_there_are() -> None:
    (alone,) = suggest_commitments(PLEDGE, MONDAY)
    assert "others nearby" not in alone.why
    assert all("others nearby" in found.why for found in suggest_commitments(PLEDGE * 3, MONDAY))


@pytest.mark.parametrize(
    ("published", "past"),
    [(MONDAY, True), ("2011-05-01", False), ("2024", True), (None, False), ("", False), ("11 May 2011", False)],
)
def test_a_year_is_past_by_the_date_of_the_article(published: str | None, past: bool) -> None:
    (cue,) = candidates(Words("Norrin agreed in 2011 to pay for the bridge."), published)
    assert ("past" in cue.traits) == past


def test_a_decision_by_its_owner_is_a_commitment_and_one_without_is_none() -> None:
    announced = "The government’s decision to close the mine by 2030 was announced."
    assert any(cue.cue.kind == "decision" for cue in candidates(Words(announced), MONDAY))
    assert suggested("The decision to leave was wrong.") == []


def test_an_effort_promises_less_than_a_plan() -> None:
    plan, effort = (
        max(cue.confidence for cue in candidates(Words(f"Norrin renewed its {noun} to build the line."), MONDAY))
        for noun in ("plan", "effort")
    )
    assert effort < plan


def test_a_headline_has_no_full_stop_but_that_of_a_firm() -> None:
    assert suggested("Velland to host grain forum in March") != []
    assert suggested("Velland to host grain forum in March.") == []
    assert suggested("Norrin to send 20 million marks to Tallow Inc.") != []
    assert suggested("Norrin to send 20 million marks to Tallow miners.") == []


@pytest.mark.parametrize(
    ("sentence", "kind", "action"),
    [
        ("The budget calls for cutting repairs by 9 percent.", "document", "cutting repairs by 9 percent."),
        ("The programme envisages spending 5 million crowns.", "document", "spending 5 million crowns."),
        ("President Pell ordered a review of the accounts.", "order", "a review of the accounts."),
        ("The order instructs the agency to lift the ban.", "order", "the agency to lift the ban."),
        ("The army announced that it was launching an operation.", "progressive", "launching an operation."),
        ("The aide said she is leaving the cabinet.", "progressive", "leaving the cabinet."),
        ("The signing of two pacts is planned for May.", "planned", "The signing of two pacts is planned for May."),
        ("A summit is then to lay down the rules.", "schedule", "lay down the rules."),
        ("Pell intends in the near future to rescind the decree.", "plan", "rescind the decree."),
        ("He made a promise of not expanding the port.", "promise", "not expanding the port."),
        ("Its aim is also to open 20 schools.", "intention", "open 20 schools."),
        ("He said they're leaving the club.", "progressive", "leaving the club."),
        ("The members of the long committee for the port of Norrin are then to go.", "schedule", "go."),
        ("Norrin is aiming for a 20 percent cut.", "plan noun", "for a 20 percent cut."),
        ("Norrin plans 1,200 homes.", "plan noun", "1,200 homes."),
        ("Pell plans on a trip to Velland.", "plan noun", "on a trip to Velland."),
    ],
)
def test_cues_are_found_with_their_action(sentence: str, kind: str, action: str) -> None:
    words = Words(sentence)
    assert may_have_cue(sentence)
    found = {cue.kind: words.text(cue.action, len(words)) for cue in find_cues(words)}
    assert found.get(kind) == action


@pytest.mark.parametrize(
    "sentence",
    [
        "The cry calls for help.",
        "The crew was ordered home.",
        "The ministry gave orders worth noting.",
        "Tallow won orders worth 2 billion crowns.",
        "Factory orders fell 3 percent in May.",
        "The plan was called for by the council.",
        "Critics of the plan called for cuts.",
        "The minister drew criticism over the plan.",
        "The drug is deadly to children.",
        "Leaders urge Norrin to commit",
        "That is what he pledged",
        "She said it is raining.",
        "She is leaving the room.",
    ],
)
def test_what_only_looks_like_a_cue_is_none(sentence: str) -> None:
    assert [cue.kind for cue in find_cues(Words(sentence))] == []


@pytest.mark.parametrize(
    ("sentence", "gerund"),
    [
        ("The ministry is committed to cutting crime.", True),
        ("It made a promise of not expanding the port.", True),
        ("The ministry is committed to cut crime.", False),
        ("The ministry pledged to bring water to Velland.", False),
    ],
)
def test_a_gerund_names_a_cause_more_than_a_deed(sentence: str, gerund: bool) -> None:
    assert any("gerund" in found.traits for found in candidates(Words(sentence), MONDAY)) == gerund


@pytest.mark.parametrize(
    ("sentence", "deadline"),
    [
        ("Norrin decided in March to close 20 mines.", None),
        ("Norrin decided to close 20 mines in March.", "2025-03-31"),
        ("President Pell ordered a review of the accounts on Tuesday.", None),
    ],
)
def test_the_day_of_a_decision_or_order_is_no_deadline(sentence: str, deadline: str | None) -> None:
    (found,) = candidates(Words(sentence), MONDAY)
    assert (found.deadline.date if found.deadline else None) == deadline


@pytest.mark.parametrize(
    ("sentence", "beneficiary"),
    [
        ("The board promised to pay 90 crowns to each of the 3,400 families by May.", "each of the 3,400 families"),
        ("The firm pledged to bring 2,500 jobs to 1,100 towns.", "1,100 towns"),
        ("Norrin pledged to sell grain to Velland, Pell said.", "Velland"),
    ],
)
def test_a_beneficiary_is_not_cut_in_a_number(sentence: str, beneficiary: str) -> None:
    (found,) = suggest_commitments(sentence, MONDAY)
    assert found.beneficiary == beneficiary


@pytest.mark.parametrize("name", ["Jean O'Malley", "Anne-Marie D’Arcy", "Oswin d'Orval"])
def test_a_name_with_an_apostrophe_is_whole(name: str) -> None:
    (found,) = suggest_commitments(f"{name} promised to build 20 schools by 2027.", MONDAY)
    assert found.promisor == name


def test_who_opposes_or_is_unlikely_promises_nothing() -> None:
    assert suggested("Critics of the plan called for cutting taxes by 5 percent by 2027.") == []
    assert suggested("Pell announced it is unlikely to build 20 schools by May 2027.") == []


@pytest.mark.parametrize("said", ["worked out", "drew up", "drafted", "hammered out"])
def test_a_plan_that_was_drawn_up_is_concluded(said: str) -> None:
    (found,) = suggest_commitments(f"The two ministers {said} an 8-point plan.", MONDAY)
    assert found.strength == "hard"


def test_figures_and_names_are_no_words() -> None:
    (cue,) = candidates(Words("Lest will build 20 schools in Norrin."), MONDAY)
    assert {trait.removeprefix(WORD) for trait in cue.traits if trait.startswith(WORD)} == {
        "build", "in", "schools", "will", "before3:", "before2:", "before:Name", "cue:will", "after:build", "after2:0",
        "after3:schools", "first:Name", "head:Name", "verb:build"
    }  # fmt: skip
    (vow,) = candidates(Words("Vows to rebuild Norrin"), MONDAY)
    assert {"word before:", "word cue:vows"} <= set(vow.traits), "the last word does not stand before the first"
    (figure,) = candidates(Words("The 20 will build schools."), MONDAY)
    assert "word before:0" in figure.traits


@pytest.mark.parametrize("country", ["Brazil", "Russia", "Norrin", "The mayor of Umber"])
def test_what_is_promised_is_as_sure_whoever_is_named(country: str) -> None:
    (found,) = suggest_commitments(f"{country} will build 20 schools by 2030.", MONDAY)
    (other,) = suggest_commitments(
        f"{country.replace(country.split()[-1], 'Calder')} will build 20 schools by 2030.", MONDAY
    )
    assert found.confidence == other.confidence


def test_a_word_about_the_cue_is_known_by_its_place_a_name_only_as_one() -> None:
    (cue,) = candidates(Words("The mayor of Lest will again build schools."), MONDAY)
    assert {trait.removeprefix(WORD) for trait in cue.traits if ":" in trait} == {
        "before3:mayor", "before2:of", "before:Name", "cue:will", "after:again", "after2:build", "after3:schools",
        "first:the", "head:mayor", "verb:build"
    }  # fmt: skip


def test_the_tables_hold_what_can_be_found() -> None:
    assert WEIGHTS.keys() >= TAKEN_BACK
    assert len(WORDS) > 1000
    places = "before3 before2 before cue after after2 after3 first head verb".split()
    bare = {word for word in WORDS if ":" not in word}
    assert all(word.isascii() and word.isalpha() and word.islower() for word in bare)
    assert {word.partition(":")[0] for word in WORDS.keys() - bare} == {*places}
    placed = {word.partition(":")[2] for word in WORDS if ":" in word}
    assert {word for word in placed if word.istitle()} == {NAME}
    assert {word for word in placed if any(map(str.isdigit, word))} <= {FIGURE}
    assert placed.isdisjoint(COUNTRIES)
