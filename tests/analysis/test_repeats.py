"""Repeats within a text and between two."""

import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.analysis.repeats import LEAST, compare_prepared, find_repeats, prepare
from store.model import Repeat

SHARED = Path(__file__).parents[2].parent / "shared"
BELTA = SHARED / "data/articles/belta-lukashenko-aliyev-2024-11-11.txt"

LEAD = (
    "VELDMAR, 3 June (Norrin Wire) – Chancellor Ilse Taverne of Norrin met President Oskar Belun of Sutheria in "
    "Harrowgate, Norrin Wire has learned.\n"
)
BLOCK = (
    "The chancellor came to the Sutherian capital for the river conference.\n"
    "Both leaders recalled their talks of last winter. During the visit in January they drew up an 8-point plan for "
    "the shared waterways.\n"
    "“We settled more than I had hoped. If the two ministries keep their word, the locks will open before the first "
    "frost,” Ilse Taverne said after the meeting.\n"
    "Ambassador Pell Orrin told reporters that work on every point goes on: “Some of it is slow; nevertheless, "
    "nothing stands still,” he remarked.\n"
    "Trade is to reach $2 billion within three years, and should pass the $900 million mark by December."
)
OTHER = (
    "A storm kept the ferries of Lake Umber in harbour for a second day.",
    "Farmers in the eastern provinces expect a poor harvest of barley and rye.",
    "The national library will lend musical instruments from next month on.",
    "Prices of timber fell by a tenth, the chamber of commerce reported.",
    "No one was hurt when a crane toppled over near the old customs house.",
    "Tram drivers voted against the new timetable by a narrow majority.",
)


def planted(*parts: str) -> tuple[str, list[tuple[int, int]]]:
    """The parts after one another, and where each stands without the blanks around it."""
    spans, text = [], ""
    for part in parts:
        lead = len(part) - len(part.lstrip())
        spans.append((len(text) + lead, len(text) + len(part.rstrip())))
        text += part
    return text, spans


def spans(repeats: list[Repeat]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    return [(r.a, r.b) for r in repeats]


def test_a_block_that_follows_itself_at_once_is_one_repeat():
    text, (_, first, _, copy) = planted(LEAD, BLOCK, "\n", BLOCK)
    assert find_repeats(text) == [Repeat(first, copy, 1.0)]


@pytest.mark.skipif(not BELTA.exists(), reason="the shared data is not beside the project")
def test_the_saved_belta_article_has_its_one_repeat():
    text = BELTA.read_text(encoding="utf-8")
    assert spans(find_repeats(text)) == [((158, 1886), (1887, 3615))]


def test_text_without_repeats_has_none():
    assert find_repeats(LEAD + BLOCK + "\n".join(OTHER)) == []


@pytest.mark.parametrize("text", ["", "word", "word " * 3, "a b c d", "…\n" * 50])
def test_short_or_wordless_text_has_none(text):
    assert find_repeats(text) == []


@pytest.mark.parametrize("between", ["\n", " ", "\n\n", f"\n{OTHER[0]}\n", f" {OTHER[0]} {OTHER[1]} "])
def test_a_copy_is_found_near_and_far(between):
    text, (_, first, _, copy, _) = planted(LEAD, BLOCK, between, BLOCK, f"\n{OTHER[2]}")
    assert spans(find_repeats(text)) == [(first, copy)]


def test_a_copy_that_runs_on_in_one_paragraph_is_found_to_the_sentence():
    block = " ".join(BLOCK.split("\n"))
    text, (_, first, _, copy, _) = planted(OTHER[0] + " ", block, f" {OTHER[1]} ", block, f" {OTHER[2]}")
    assert spans(find_repeats(text)) == [(first, copy)]


def test_changed_marks_blanks_dashes_commas_and_case_do_not_matter():
    changed = BLOCK.replace("“", '"').replace("”", "'").replace(" ", "\u00a0 ").replace(",", "").replace("The", "THE")
    text, (_, first, _, copy) = planted(LEAD, BLOCK, f"\n{OTHER[0]}\n", changed)
    (repeat,) = find_repeats(text)
    assert (repeat.a, repeat.b) == (first, copy)
    assert repeat.identity == 1.0


def test_three_copies_are_pairs_of_the_first_with_each():
    text, (_, first, _, second, _, third) = planted(LEAD, BLOCK, f"\n{OTHER[0]}\n", BLOCK, f"\n{OTHER[1]}\n", BLOCK)
    assert spans(find_repeats(text)) == [(first, second), (first, third)]


def test_four_copies_in_a_row_are_pairs_of_the_first_with_each():
    text, found = planted(LEAD, BLOCK, "\n", BLOCK, "\n", BLOCK, "\n", BLOCK)
    assert spans(find_repeats(text)) == [(found[1], found[k]) for k in (3, 5, 7)]


def test_copies_in_a_row_with_edits_are_pairs_of_the_first_with_each():
    edited = BLOCK.replace("last winter", "this spring").replace("remarked", "added")
    text, found = planted(LEAD, BLOCK, "\n", edited, "\n", BLOCK, "\n", edited, f"\n{OTHER[0]}")
    assert spans(find_repeats(text)) == [(found[1], found[k]) for k in (3, 5, 7)]


def test_of_a_listing_without_end_a_bounded_number_of_pairs_comes_back():
    assert len(find_repeats(HARD["a phrase without end"](random))) <= 2000


def test_a_copy_inside_a_copy():
    quote = BLOCK.split("\n")[2]
    text, (_, first, _, inner, _, copy) = planted(LEAD, BLOCK, f"\n{OTHER[0]}\n", quote, f"\n{OTHER[1]}\n", BLOCK)
    at = first[0] + BLOCK.index(quote)
    assert spans(find_repeats(text)) == [(first, copy), ((at, at + len(quote)), inner)]


@pytest.mark.parametrize(
    "block",
    [
        "Канцлер прибыла в столицу Сутерии на речную конференцию. "
        "Обе стороны напомнили о зимних переговорах и о плане.",
        "وصلت المستشارة إلى عاصمة سوثيريا لحضور مؤتمر الأنهار، "
        "وذكر الجانبان بمحادثات الشتاء الماضي وخطة الممرات المائية.",
        "总理抵达苏瑟里亚首都出席河流会议。双方回顾了去年冬天的会谈，并为共同水道制定了八点计划。",
        "수상은 강 회의에 참석하기 위해 수도에 도착했다. 양측은 지난 겨울의 "
        "회담과 여덟 가지 계획을 다시 확인했고 앞으로도 함께 일하기로 했다.",
        "Cafe\u0301s a\u0300 la ri\u0301vie\u0300re re\u0301ouvrent "
        "de\u0301sormais chaque e\u0301te\u0301 dans la vieille ville.",
        "𝒯𝒽𝑒 chancellor 😀 came to the Sutherian capital 🏞 for the river conference of both 𝔫𝔞𝔱𝔦𝔬𝔫𝔰 last winter.",
    ],
)
def test_every_script(block):
    text, (_, first, _, copy, _) = planted(f"{OTHER[0]}\n", block, f"\n{OTHER[1]}\n", block, f"\n{OTHER[2]}")
    assert spans(find_repeats(text)) == [(first, copy)]


def test_decomposed_letters_repeat_composed_ones():
    block = "Près de la rivière, la chancelière a répété sa promesse: les écluses seront ouvertes avant l’été prochain."
    spelt = block.replace("é", "e\u0301").replace("è", "e\u0300")
    text, (first, _, copy) = planted(block, f"\n{OTHER[1]}\n", spelt)
    assert spans(find_repeats(text)) == [(first, copy)]


@pytest.mark.parametrize("rate", [0.05, 0.15])
def test_an_edited_copy_is_found_nearly_whole(rate):
    found = total = 0
    for seed in range(20):
        rng = random.Random(seed)
        words = [w if rng.random() > rate else rng.choice(["Xavin", "", f"{w} zorn"]) for w in BLOCK.split(" ")]
        text, (_, first, _, copy, _) = planted(LEAD, BLOCK, f"\n{OTHER[0]}\n", " ".join(words), f"\n{OTHER[1]}")
        repeats = find_repeats(text)
        assert len(repeats) == 1
        assert 0.6 <= repeats[0].identity < 1
        for got, gold in zip((repeats[0].a, repeats[0].b), (first, copy), strict=True):
            found += max(0, min(got[1], gold[1]) - max(got[0], gold[0]))
            total += gold[1] - gold[0]
            assert got[0] >= gold[0] - 30 and got[1] <= gold[1] + 30
    assert found / total > 0.97


def test_rows_of_numbers_and_templates_do_not_drown_a_text():
    rng = random.Random(4)
    rows = "\n".join(f"{rng.randrange(100)} {rng.randrange(100)} {rng.randrange(100)} 12 12" for _ in range(400))
    table = "\n".join(f"{name} {rng.randrange(10**6)} tonnes" for name in ("Umber", "Pell", "Orrin") * 50)
    text, (_, first, _, copy) = planted(f"{rows}\n{table}\n", BLOCK, f"\n{OTHER[1]}\n", BLOCK)
    assert spans(find_repeats(text)) == [(first, copy)]


WORDS = st.sampled_from(
    [
        "river",
        "lock",
        "frost",
        "talks",
        "winter",
        "plan",
        "trade",
        "word",
        "12",
        "2030",
        "the",
        "of",
        "a",
        "—",
        "“",
        ".",
        ",",
        "\n",
        "да",
        "部",
        "e\u0301",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=120).map(" ".join), st.integers(0, 60), st.integers(0, 90))
def test_repeats_lie_in_the_text_in_order_and_never_meet(text, low, size):
    text = f"{text} {text[low : low + size]}"
    found = find_repeats(text)
    lengths = [r.a[1] - r.a[0] for r in found]
    assert lengths == sorted(lengths, reverse=True)
    for repeat in found:
        assert 0 <= repeat.a[0] < repeat.a[1] <= repeat.b[0] < repeat.b[1] <= len(text)
        assert 0.6 <= repeat.identity <= 1
        assert repeat.identity < 1 or words_of(text, repeat.a) == words_of(text, repeat.b)


def test_no_side_alone_is_cut_to_the_edge_of_a_sentence():
    rest = " ".join(["river"] * 9)
    text = f"lock {rest} lock . {rest}"
    (repeat,) = find_repeats(text)
    assert repeat.identity < 1 or words_of(text, repeat.a) == words_of(text, repeat.b)


def words_of(text: str, span: tuple[int, int]) -> list[str]:
    return re.findall(r"\w+", text[slice(*span)].casefold())


@settings(max_examples=150, deadline=None)
@given(st.lists(st.integers(0, 10**6), min_size=14, max_size=60, unique=True), st.data())
def test_a_planted_copy_of_words_that_stand_nowhere_else_is_exact(numbers, data):
    block = " ".join(f"w{n}" for n in numbers)
    rest = [" ".join(f"{tag}{k}" for k in range(data.draw(st.integers(0, 30)))) for tag in "xyz"]
    text, (_, first, _, copy, _) = planted(f"{rest[0]} ", block, f" {rest[1]} ", block, f" {rest[2]}")
    assert spans(find_repeats(text)) == [(first, copy)]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from("abc"), max_size=400).map(" ".join))
def test_text_that_repeats_itself_all_over_is_answered(text):
    for repeat in find_repeats(text):
        assert repeat.a[1] <= repeat.b[0]


def compare(text_a, text_b):
    return compare_prepared(prepare(text_a), prepare(text_b), LEAST)


def test_compare_finds_what_two_texts_share():
    one, (_, first) = planted(LEAD, BLOCK)
    other, (_, copy, _) = planted(f"{OTHER[0]}\n{OTHER[1]}\n", BLOCK, f"\n{OTHER[2]}")
    assert compare(one, other) == [Repeat(first, copy, 1.0)]


def test_compare_finds_a_text_in_itself():
    assert spans(compare(BLOCK, BLOCK)) == [((0, len(BLOCK)), (0, len(BLOCK)))]


def test_compare_finds_nothing_in_strangers_and_in_nothing():
    assert compare(LEAD + BLOCK, "\n".join(OTHER)) == compare("", BLOCK) == compare(BLOCK, "") == compare("", "") == []


def test_compare_pairs_the_first_of_two_with_each_copy():
    one, (_, first, _, _) = planted(LEAD, BLOCK, "\n", BLOCK)
    other, (copy, _, again) = planted(BLOCK, f"\n{OTHER[0]}\n", BLOCK)
    assert spans(compare(one, other)) == [(first, copy), (first, again)]


HARD = {
    "one word": lambda rng: "word " * 100_000,
    "digit table": lambda rng: " ".join(str(rng.randrange(10)) for _ in range(250_000)),
    "random letters": lambda rng: " ".join(rng.choice("ab") for _ in range(250_000)),
    "two characters": lambda rng: "".join(rng.choice("河水") for _ in range(500_000)),
    "listing": lambda rng: "\n".join(
        f"Seen on {rng.randrange(30)} May by {rng.choice(('Ann', 'Bo'))} in the section news, read more here now"
        for _ in range(6_000)
    ),
    "sentences in random order": lambda rng: " ".join(rng.choice(BLOCK.split(". ")) for _ in range(4_000)),
    "a phrase without end": lambda rng: "one two three four five six seven eight nine ten eleven " * 10_000,
    "a thousand copies": lambda rng: f"{BLOCK}\n" * 600,
}


@pytest.mark.parametrize("kind", HARD)
def test_hard_input_is_answered_in_order(kind):
    """How fast is for the benchmark to say; work that grew as a square would not come back at all."""
    text = HARD[kind](random.Random(1))[:500_000]
    for repeat in find_repeats(text):
        assert 0 <= repeat.a[0] < repeat.a[1] <= repeat.b[0] < repeat.b[1] <= len(text)
