"""Working in the registers: sorting, grouping, marking, exporting, deleting, merging; a speaker's page."""

import csv
import threading
from pathlib import Path

import pytest

from store import articles, records, speakers
from store.importing import import_items
from store.model import SavedArticle
from store.samples import sample_paths
from tui.clipboard import kept_path
from tui.screens.register_rows import Column, RegisterRow, grouped, sorted_rows
from tui.settings import Settings

SIZES = pytest.mark.parametrize("size", [(80, 24), (160, 50)], ids=["80x24", "160x50"])
COLUMNS = [Column("speaker", 20), Column("what"), Column("how much", 10, numeric=True)]
ROWS = [
    RegisterRow("a", ("Émile", "ferries", "40"), "Émile", "Lest Herald", "2031-04"),
    RegisterRow("b", ("Zora", "Bridges", "1,200 EUR"), "Zora", "Umber Post", ""),
    RegisterRow("c", ("", "lights", ""), "", "Lest Herald", "2031-05"),
    RegisterRow("d", ("emil", "quays", "9"), "emil", "Lest Herald", "2031-04"),
]


@pytest.mark.parametrize(
    ("by", "expected"),
    [("", "abcd"), ("last first", "dcba"), ("speaker", "dabc"), ("what", "bacd"), ("how much", "badc")],
)
def test_rows_sort_by_any_column(by: str, expected: str) -> None:
    assert "".join(row.uid for row in sorted_rows(ROWS, COLUMNS, by)) == expected


def test_rows_stand_below_the_heading_of_their_group() -> None:
    shown = [row.heading or row.uid for row in grouped(ROWS, "outlet")]
    assert shown == ["Lest Herald · 3", "a", "c", "d", "Umber Post · 1", "b"]
    assert [row.heading or row.uid for row in grouped(ROWS, "month")] == [
        "2031-04 · 2", "a", "d", "2031-05 · 1", "c", "no month · 1", "b",
    ]  # fmt: skip
    assert grouped(ROWS, "") == ROWS


def put_on_record(collection) -> dict[str, str]:
    """Three speakers with a quote each, one of them with a commitment too."""
    made = {
        name: speakers.create(collection, name, role=role)
        for name, role in (("Ilse Taverne", "Chancellor"), ("I. Taverne", ""), ("Oskar Belun", "President"))
    }
    numbers = articles.ids(collection, words="Taverne said")
    (row,) = articles.rows(collection, numbers[:1])
    for at, uid in enumerate(made.values()):
        records.tag(collection, "quote", row.uid, [("content", at * 9, at * 9 + 8)], {"speaker": uid, "form": "direct"})
    promise = {"promisor": made["I. Taverne"], "action": "open the locks", "status": "open"}
    promise |= {"quantity": 3.0, "unit": "locks", "deadline": "2031-09-30", "deadline_precision": "day"}
    records.tag(collection, "commitment", row.uid, [("content", 40, 60)], promise)
    return made


@SIZES
async def test_quotes_are_grouped_marked_exported_and_deleted(opened, size, tmp_path: Path) -> None:
    settings = Settings(folders={"export": str(tmp_path)})
    async with opened(*sample_paths(), size=size, settings=settings) as app:
        put_on_record(app.app.collection)
        await app.press("o")
        await app.says("Quotes: 3")
        await app.press("b")
        await app.says("by speaker")
        await app.says("Ilse Taverne · 1")
        await app.press("g", "space")
        await app.says("1 marked")
        await app.press("E")
        await app.says("the one shown")
        await app.press("enter")
        await app.says("1 row in")
        await app.press("enter")
        with (tmp_path / "quotes.csv").open(encoding="utf-8", newline="") as file:
            (row,) = csv.DictReader(file)
        assert row["speaker"] == "I. Taverne"
        await app.press("X")
        await app.says("Quotes: 2")
        await app.press("u")
        await app.says("Quotes: 3")
        await app.press("ctrl+r")
        await app.says("Quotes: 2")
        await app.press("u")
        await app.says("Quotes: 3")
        await app.press("S", "S", "S", "S")
        await app.says("sorted by speaker")
        await app.press("ctrl+a")
        await app.says("3 marked")
        await app.press("escape", "escape")
        await app.until(lambda: app.screen.query("Page"))


@pytest.mark.parametrize(
    ("size", "words"),
    [((80, 24), "no later than this autumn · open"), ((160, 50), "no later tha…")],
    ids=["80x24", "160x50"],
)
async def test_a_deadline_without_a_day_is_told_in_its_words(opened, size, words: str) -> None:
    async with opened(*sample_paths(), size=size) as app:
        row = articles.rows(app.app.collection, articles.ids(app.app.collection)[:1])[0]
        told = {"action": "open the locks", "deadline_text": "no later\nthan this autumn", "status": "open"}
        records.tag(app.app.collection, "commitment", row.uid, [("content", 40, 60)], told)
        dated = told | {"deadline": "2031-09-30", "deadline_precision": "day", "deadline_text": "by this autumn"}
        records.tag(app.app.collection, "commitment", row.uid, [("content", 60, 80)], dated)
        await app.press("c")
        await app.says("Commitments: 2")
        await app.says(words)
        await app.says("by 2031-09-30")
        assert "by this" not in app.text, "the day says it"
        await app.press("S", "S")
        await app.says("sorted by deadline")
        await app.press("b", "b")
        await app.says("2031-09 · 1")
        await app.says("no deadline · 1")


async def test_only_a_speaker_whom_no_record_names_is_deleted(opened) -> None:
    async with opened(*sample_paths()) as app:
        put_on_record(app.app.collection)
        speakers.create(app.app.collection, "A mistake")
        await app.press("s")
        await app.says("Speakers: 4")
        await app.press("g", "X")  # the first by name
        await app.says("Speakers: 3")
        await app.says("Deleted: 1 speaker")
        await app.press("X")
        await app.says("I. Taverne is on record: 2 records name this speaker")
        await app.press("u")
        await app.says("Speakers: 4")


async def test_nothing_is_written_where_nothing_is_on_record(opened, tmp_path: Path) -> None:
    settings = Settings(folders={"export": str(tmp_path / "out")})
    async with opened(*sample_paths(), settings=settings) as app:
        await app.press("E", "enter")
        await app.says("Nothing was written: there is nothing on record of what you ask for.")
        await app.press("enter")
        await app.says("spreadsheets; a file a kind")
        assert not (tmp_path / "out").exists()
        put_on_record(app.app.collection)
        await app.press("enter")
        await app.says("3 rows in")
        assert (tmp_path / "out" / "quotes.csv").exists()


async def test_what_a_register_shows_goes_out_in_any_format(opened, tmp_path: Path) -> None:
    settings = Settings(folders={"export": str(tmp_path)}, citation="{speaker} in {outlet}!")
    async with opened(*sample_paths(), settings=settings) as app:
        put_on_record(app.app.collection)
        await app.press("s")
        await app.says("Speakers: 3")
        await app.press("/", *"belun", "enter")
        await app.says("Speakers: 1 of 3")
        await app.press("E")
        await app.says("the one shown")
        await app.press("down", "h", "down", "down", "right")
        await app.says("[quotes]")
        await app.press("enter")
        await app.says("1 row in")
        await app.press("enter", "escape", "escape")
        page = (tmp_path / "quotes.html").read_text(encoding="utf-8")
        assert "— Oskar Belun in " in page
        assert "Taverne in " not in page
        assert page.count("<blockquote") == 1


@SIZES
async def test_speakers_are_merged_and_parted_again(opened, size) -> None:
    async with opened(*sample_paths(), size=size) as app:
        put_on_record(app.app.collection)
        await app.press("s")
        await app.says("Speakers: 3")
        await app.press("M")
        await app.says("Mark who is the same")
        await app.press("g", "space", "M")
        await app.says("Are these one speaker?")
        await app.press("y")
        await app.says("Speakers: 2")
        await app.says("2 ❝  1 ⚑")
        await app.press("P")
        await app.says("Speakers: 3")
        await app.press("u")
        await app.says("Speakers: 2")
        await app.press("u")
        await app.says("Speakers: 3")


@SIZES
async def test_a_speakers_page_shows_all_that_is_on_record(opened, size) -> None:
    async with opened(*sample_paths(), size=size) as app:
        made = put_on_record(app.app.collection)
        speakers.merge(app.app.collection, [made["I. Taverne"]], made["Ilse Taverne"])
        speakers.edit(app.app.collection, made["Ilse Taverne"], {}, role="Envoy", since="2029-01", until="2030")
        await app.press("s")
        await app.says("Speakers: 2")
        await app.press("enter")
        await app.says("Ilse Taverne: 3")
        await app.says("also I. Taverne")
        await app.says("Envoy, 2029-01 – 2030")
        await app.says("⚑")
        await app.says("3 locks, by 2031-09-30: ")
        await app.press("A")
        await app.says("add role")
        await app.press(*["tab"] * 5)
        await app.type("Minister")
        await app.press("tab")
        await app.type("soon")
        await app.press("enter")
        await app.says("Type a date")
        await app.press(*["backspace"] * 4)
        await app.type("2031")
        await app.press("enter")
        await app.says("Minister, 2031 – …")
        await app.press("G", "enter")
        await app.until(lambda: app.screen.query("Page"))
        assert app.screen.page.place == 40


async def test_a_record_of_an_earlier_version_opens_the_article_at_the_top_and_says_so(opened) -> None:
    text = "The locks of Umber are old.\n“We will open them in spring,” Ilse Taverne said.\n"
    url = "https://norrin.example/locks"
    async with opened(*sample_paths()) as app:
        collection = app.app.collection

        def take(text: str) -> None:
            import_items(collection, [SavedArticle(text, title="Locks", url=url)])

        take(text)
        uid = articles.find(collection, url).uid
        records.tag(collection, "quote", uid, [("content", text.index("“"), text.index("”") + 1)])
        take("Nobody says anything about what Ilse Taverne would do.\nThe locks of Umber are old, and nothing more.\n")
        for keys in (["enter"], ["equals_sign", "enter"]):
            await app.press("o")
            await app.says("Quotes: 1")
            await app.press(*keys)
            await app.until(lambda: app.screen.query("Page"))
            assert app.screen.reading.row.uid == uid
            assert app.screen.page.place == 0
            await app.says("stood in an earlier version: L")


@SIZES
async def test_the_speakers_come_back_at_the_same_line_after_a_speakers_page(opened, size) -> None:
    async with opened(*sample_paths(), size=size) as app:
        put_on_record(app.app.collection)
        await app.press("s")
        await app.says("Speakers: 3")
        await app.press("j")
        name = app.screen.entry.cells[0]
        await app.press("enter")
        await app.says(f"{name}: ")
        await app.press("equals_sign")
        await app.says("Places: ")
        await app.press("escape", "escape")
        await app.says("Speakers: 3")
        assert app.screen.entry.cells[0] == name
        await app.press("enter")
        await app.says(f"{name}: ")
        await app.press("equals_sign")
        await app.says("Places: ")
        await app.press("enter")
        await app.until(lambda: app.app.screen is app.app.reading_screen)
        assert app.screen.page.has_focus


async def test_a_register_shows_what_is_kept_while_it_is_open(opened) -> None:
    async with opened(*sample_paths()) as app:
        await app.press("s")
        await app.says("Speakers: 0")
        app.app.keep(lambda: speakers.create(app.app.collection, "Ilse Taverne"))
        await app.says("Speakers: 1")
        await app.says("Ilse Taverne")


async def test_commitments_sort_by_their_numbers_however_large(opened) -> None:
    async with opened(*sample_paths(), size=(160, 50)) as app:
        collection = app.app.collection
        (row,) = articles.rows(collection, articles.ids(collection)[:1])
        for at, quantity in enumerate((900_000.0, 2.5e12, 7.0)):
            fields = {"quantity": quantity, "unit": "USD", "action": "pay", "status": "open"}
            records.tag(collection, "commitment", row.uid, [("content", at * 9, at * 9 + 8)], fields)
        await app.press("c")
        await app.says("2,500,000,000,000 USD")
        while "sorted by how much" not in app.text:
            await app.press("S")
        amounts = ("2,500,000,000,000 USD", "900,000 USD", "7 USD")
        await app.until(lambda: sorted(amounts, key=app.text.index) == list(amounts))


@SIZES
async def test_a_commitment_is_edited_in_place(opened, size) -> None:
    async with opened(*sample_paths(), size=size) as app:
        made = put_on_record(app.app.collection)
        await app.press("c")
        await app.says("Commitments: 1")
        await app.press("e")
        await app.says("beneficiary")
        await app.says("I. Taverne")
        await app.press("ctrl+s")
        await app.says("Commitments: 1")
        (promise,) = records.list_records(app.app.collection, "commitment")
        assert promise.fields["promisor"] == made["I. Taverne"]
        await app.press("b", "b", "b")
        await app.says("by outlet")
        await app.press("G", "enter")
        await app.until(lambda: app.screen.query("Page"))
        assert app.screen.page.place == 40


async def test_space_on_a_heading_marks_the_group_that_it_heads(opened) -> None:
    async with opened(*sample_paths()) as app:
        put_on_record(app.app.collection)
        await app.press("o")
        await app.says("Quotes: 3")
        await app.press("b", "g")
        await app.says("Ilse Taverne · 1")
        register = app.screen
        heading = register.list.row
        register.action_group()  # keys typed ahead: the rows of another group are not there yet
        register.action_mark()
        assert register.list.marked == {*heading.members}
        assert len(heading.members) == 1
        await app.press("b", "b")
        await app.until(lambda: "by " not in app.text.splitlines()[0])


async def test_marked_speakers_are_merged_though_a_filter_hides_them(opened) -> None:
    async with opened() as app:
        for name in ("Mara Denholt", "M. Denholt", "Ivo Sandrel"):
            speakers.create(app.app.collection, name)
        await app.press("s")
        await app.says("Speakers: 3")
        await app.press("slash", *"sandrel", "enter")
        await app.says("Speakers: 1 of 3")
        await app.press("space", "slash", *["backspace"] * 7, *"mara", "enter")
        await app.says("Mara Denholt")
        await app.says("Speakers: 1 of 3 · 1 marked")
        await app.press("M")
        await app.says("Ivo Sandrel")
        await app.says("would be Mara Denholt")


async def test_speakers_merged_after_their_register_was_left_are_told(opened) -> None:
    async with opened() as app:
        for name in ("Mara Denholt", "M. Denholt"):
            speakers.create(app.app.collection, name)
        await app.press("s")
        await app.says("Speakers: 2")
        release = threading.Event()
        app.app.keep(release.wait)
        register = app.screen
        await app.press("space", "M", "y", "escape", "escape")
        await app.until(lambda: not register.is_running)
        release.set()
        await app.says("One speaker now")
        await app.pilot.pause(0.1)
        assert "fault" not in app.text


@SIZES
async def test_a_day_in_office_that_the_calendar_does_not_have_is_told_in_the_form(opened, size) -> None:
    async with opened(*sample_paths(), size=size) as app:
        speakers.create(app.app.collection, "Pell Orrin")
        await app.press("s")
        await app.says("Speakers: 1")
        await app.press("e")
        await app.says("in office")
        await app.press(*["tab"] * 5)
        await app.type("envoy")
        await app.press("tab")
        await app.type("2029-02-30")
        await app.press("enter")
        await app.says("The calendar does not have 2029-02-30")


@SIZES
async def test_a_name_that_another_speaker_has_is_told_as_it_is_typed_and_kept_if_it_is_meant(opened, size) -> None:
    async with opened(*sample_paths(), size=size) as app:
        collection = app.app.collection
        made = put_on_record(collection)
        speakers.edit(collection, made["Oskar Belun"], {}, alias="the President")
        await app.press("s")
        await app.says("Speakers: 3")
        await app.press("e")
        await app.says("in office")
        told = "Another speaker is called so"
        assert told not in app.text
        await app.press("ctrl+u")
        await app.type("ilse taverne")
        await app.says(told)
        await app.press("backspace")
        assert told not in app.text
        await app.press(*["tab"] * 4)
        await app.type("The president")
        await app.says(told)
        await app.press("enter")
        await app.until(lambda: len(speakers.meant(collection, "the president", "")) == 2)


@SIZES
async def test_what_a_list_copies_is_what_its_article_would(opened, size) -> None:
    async with opened(*sample_paths(), size=size) as app:
        put_on_record(app.app.collection)
        for key, heading in (("o", "Quotes: 3"), ("c", "Commitments: 1")):
            kept_path().unlink(missing_ok=True)
            await app.press(key)
            await app.says(heading)
            await app.press("y")
            await app.until(lambda: kept_path().exists() and kept_path().read_text())
            of_list = kept_path().read_text()
            kept_path().unlink()
            await app.press("enter")
            await app.until(lambda: app.screen.query("Page"))
            await app.press("y")
            await app.until(lambda: kept_path().exists() and kept_path().read_text())
            assert of_list == kept_path().read_text()
            assert "Taverne" in of_list
