"""The app as a whole: an article read, tagged, searched, copied, undone; lists filtered, sorted and marked."""

import csv
from pathlib import Path

import pytest

from store import records
from store.samples import sample_paths
from tui.screens.reading import SETTLE
from tui.settings import Settings

pytestmark = pytest.mark.usefixtures("at_rest")

SIZES = ((80, 24), (160, 50))


async def tag_quote(app, name: str, role: str) -> None:
    """Put the quotation under the cursor on record, said by a new speaker."""
    await app.press("i", "1")
    await app.type(name)
    await app.press("enter")
    await app.type(role)
    await app.press("enter")
    await app.says("On record: quote, 1 copy here")


async def test_a_new_collection_says_what_to_do(opened) -> None:
    async with opened() as app:
        await app.says("No articles yet.")
        assert "Press I to import" in app.text
        await app.press("j", "enter", "m", "r", "tab", "S", "f", "escape", "q")
        assert "No articles yet." in app.text


async def test_articles_come_in_by_the_dialog(opened, river_talks: Path) -> None:
    async with opened() as app:
        await app.press("I")
        app.app.screen.query_one("Input").value = str(river_talks)
        await app.press("enter")
        await app.says("1 added.")
        await app.press("enter")
        await app.says("1 article ·")
        await app.says("Norrin Wire")
        await app.says("≡47%")


async def test_the_repeat_is_shown_jumped_to_and_folded(opened, river_talks: Path) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        await app.press("}")
        await app.says("again in ¶9–15")
        assert app.screen.page.place == app.screen.reading.repeats[0].a[0]
        await app.press("=")
        await app.says("copy of ¶2–8")
        assert app.screen.page.place == app.screen.reading.repeats[0].b[0]
        assert app.text.count("The Norrinese chancellor came") == 1, "the copy, with more than its first line in sight"
        await app.press("d")
        await app.says("Copies are folded")
        assert "⋯ copy of ¶2–8" in app.text
        assert "The Norrinese chancellor came" not in app.text
        await app.press("enter")
        await app.says("The Norrinese chancellor came")
        await app.press("d")
        await app.says("Copies are highlighted")


async def test_records_are_kept_and_there_after_a_restart(opened, river_talks: Path, tmp_path: Path) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        await app.press("p", "p", "p")
        await tag_quote(app, "Ilse Taverne", "Chancellor of Norrin")
        await app.press("p", "p", "(", ")", "slash")
        await app.type("some of it")
        await app.press("enter")
        await tag_quote(app, "Pell Orrin", "Ambassador to Sutheria")
        await app.press("q", "slash")
        await app.type("a goal was set")
        await app.press("enter", "v", ")", "3")
        await app.type("Pell")
        await app.press("enter", "enter")
        await app.says("On record: commitment, 1 copy here")
        assert {s.name: s.roles[0].title for s in app.screen.known_speakers.values()} == {
            "Ilse Taverne": "Chancellor of Norrin",
            "Pell Orrin": "Ambassador to Sutheria",
        }
        place = app.screen.page.place
        await app.press("escape", "escape", "escape")
        await app.says("❝2")
        await app.press("ctrl+q")
    async with opened() as app:
        await app.to_article()
        assert app.screen.page.place == place, "where the article was left"
        await app.press("g")
        await app.says("2 quotes · 1 commitment")
        assert [record.kind for record in app.screen.reading.records].count("commitment") == 1
        await app.press("E")
        app.screen.query_one("#rows PathField Input").value = str(tmp_path / "out")
        await app.press("enter")
        await app.until(lambda: (tmp_path / "out" / "commitments.csv").exists())
    with (tmp_path / "out" / "quotes.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["speaker"], row["role"]) for row in rows] == [
        ("Ilse Taverne", "Chancellor of Norrin"),
        ("Pell Orrin", "Ambassador to Sutheria"),
    ]
    assert {row["copies_here"] for row in rows} == {"1"}


async def test_what_was_done_is_undone_and_done_again(opened, river_talks: Path) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        await app.press("p", "p", "p")
        await tag_quote(app, "Ilse Taverne", "Chancellor")
        await app.press("X")
        await app.says("Deleted: quote")
        await app.until(lambda: not app.screen.reading.records)
        await app.press("u")
        await app.until(lambda: len(app.screen.reading.records) == 1)
        await app.press("u")
        await app.until(lambda: not app.screen.reading.records)
        await app.press("ctrl+r")
        await app.until(lambda: len(app.screen.reading.records) == 1)
        assert app.screen.reading.records[0].copies_here == 1


async def test_a_record_is_edited_noted_and_tagged_again(opened, river_talks: Path) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        await app.press("p", "p", "p")
        await tag_quote(app, "Ilse Taverne", "Chancellor")
        await app.press("e", "tab", "tab", "right", "enter")
        await app.until(lambda: app.screen.reading.records[0].fields["form"] == "partial")
        await app.press("t")
        await app.type("check the date")
        await app.press("ctrl+s")
        await app.says("✎ check the date")
        await app.press("slash")
        await app.type("some of it")
        await app.press("enter", "i", "full_stop")
        await app.until(lambda: len(app.screen.reading.records) == 2)
        assert {record.fields["form"] for record in app.screen.reading.records} == {"direct", "partial"}
        await app.press("2")
        await app.says("Select the name first")
        await app.press("escape", "g", "w", "w", "w", "w", "w", "v", "2")
        await app.says("Speaker")
        await app.press("escape")


async def test_the_key_that_tags_again_says_that_it_knows_only_of_this_session(opened, river_talks: Path) -> None:
    async with opened(river_talks, size=(160, 50)) as app:
        await app.to_article()
        await app.press("v", "full_stop")
        await app.says("Nothing has been tagged since On Record was opened.")


async def test_a_further_span_joins_the_record_made_last(opened, river_talks: Path) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        await app.press("p", "p", "p")
        await tag_quote(app, "Ilse Taverne", "Chancellor")
        await app.press("slash")
        await app.type("some of it")
        await app.press("enter", "i", "ampersand")
        await app.says("Added to the record")
        await app.until(lambda: len(app.screen.reading.records[0].anchors) == 2)


async def test_a_quote_is_copied_with_its_source(opened, river_talks: Path) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        await app.press("p", "p", "p")
        await tag_quote(app, "Ilse Taverne", "Chancellor")
        await app.press("y")
        await app.until(lambda: app.app.words_copier.words != "")
        copied = app.app.words_copier.words
        assert copied.startswith("“We settled more than I had hoped for.")
        assert "” — Ilse Taverne, Chancellor, Norrin Wire" in copied
        await app.says("Sent to the terminal")
        assert app.app.words_copier.kept.read_text(encoding="utf-8") == copied
        assert app.app.clipboard == copied
        await app.press("Y")
        await app.until(lambda: app.app.words_copier.words.startswith("“We") and "—" not in app.app.words_copier.words)


async def test_blanks_are_no_words_and_a_comma_is_no_part_of_a_name(opened, river_talks: Path) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        await app.press("G", "v", "right", "1")
        await app.says("Select the words first")
        await app.press("escape", "g")
        text = app.screen.reading.text
        app.screen.page.select((text.index("Ilse Taverne"), text.index("Ilse Taverne") + len("Ilse Taverne") + 1))
        await app.press("2", "ctrl+n", "enter")
        await app.says("On record: speaker")
        (record,) = records.list_records(app.app.collection, "mention")
        assert record.anchors[0].exact == "Ilse Taverne"


async def test_a_commitment_is_no_quote_of_who_promises_it(opened, river_talks: Path) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        await app.press("slash")
        await app.type("a goal was set")
        await app.press("enter", "v", "w", ")", "3")  # from here on: the sentence begins before
        await app.type("Pell Orrin")
        await app.press("ctrl+n", "enter")
        await app.says("On record: commitment")
        await app.press("y")
        await app.until(lambda: app.app.words_copier.words != "")
        assert " — promised by Pell Orrin, Norrin Wire" in app.app.words_copier.words
        assert app.app.words_copier.words.startswith("a goal was set")


async def test_a_commitment_is_copied_with_who_promises_also_where_its_words_have_the_name(
    opened, river_talks: Path
) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        app.screen.page.go_to(app.screen.reading.text.index("Chancellor Ilse Taverne"))
        await app.press("v", ")", "3")
        await app.type("Ilse Taverne")
        await app.press("ctrl+n", "enter")
        await app.says("On record: commitment")
        await app.press("y")
        await app.until(lambda: app.app.words_copier.words != "")
        assert " — promised by Ilse Taverne, Norrin Wire" in app.app.words_copier.words
        assert app.app.words_copier.words.startswith("HARROWGATE, 3 June")


async def test_where_a_commitment_stands_in_a_quote_the_one_told_below_is_copied(opened, river_talks: Path) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        await app.press("p", "p", "p")
        await tag_quote(app, "Ilse Taverne", "Chancellor")
        start = app.screen.reading.text.index("The money is there")
        app.screen.page.select((start, start + len("The money is there")))
        await app.press("3")
        await app.says("promisor")
        await app.type("Pell Orrin")
        await app.press("ctrl+n", "enter")
        await app.says("On record: commitment")
        app.screen.page.go_to(start)
        await app.says("⚑ Pell Orrin, hard, open · 1 more on record here")
        await app.press("y")
        await app.until(lambda: app.app.words_copier.words.startswith("The money is there — promised by Pell Orrin"))
        app.screen.page.go_to(start - 1)
        await app.says("❝ Ilse Taverne")
        await app.press("y")
        await app.until(lambda: app.app.words_copier.words.startswith("“We settled more"))
        assert "” — Ilse Taverne, Chancellor, Norrin Wire" in app.app.words_copier.words


async def test_the_list_is_filtered_sorted_starred_and_marked_as_read(opened) -> None:
    async with opened(*sample_paths(), size=(160, 50)) as app:
        await app.until(lambda: app.screen.article_list.source.count == len(sample_paths()))
        await app.press("f")
        await app.type("ferries")
        await app.says("“ferries”")
        await app.until(lambda: 0 < app.screen.article_list.source.count < len(sample_paths()))
        await app.press("enter", "m")
        await app.until(lambda: app.screen.article_list.row.starred)
        await app.press("escape")
        await app.until(lambda: app.screen.article_list.source.count == len(sample_paths()))
        await app.press("M")
        await app.until(lambda: app.screen.article_list.source.count == 1)
        await app.says("starred")
        await app.press("M", "r")
        await app.until(lambda: app.screen.article_list.row.read)
        await app.press("U")
        await app.until(lambda: app.screen.article_list.source.count == len(sample_paths()) - 1)
        await app.press("U")
        await app.says("with new text")
        await app.press("U")
        await app.until(lambda: app.screen.article_list.source.count == len(sample_paths()))
        orders = []
        for _ in range(4):
            before = app.lines[0]
            await app.press("S")
            await app.until(lambda before=before: app.lines[0] != before)
            orders.append(app.lines[0])
        assert len({line.split("·")[1] for line in orders}) >= 4, orders


async def test_the_page_follows_the_list_when_wide(opened) -> None:
    async with opened(*sample_paths(), size=(160, 50)) as app:
        await app.press("j")
        await app.until(lambda: app.screen.reading is not None)
        first = app.screen.reading.row.id
        await app.press("j", "j")
        await app.until(lambda: app.screen.reading.row.id != first)
        assert app.screen.article_list.has_focus
        assert not app.screen.article_list.row.read, "in sight is not read"
        await app.press("enter")
        await app.until(lambda: app.screen.reading.row.read)
        assert app.screen.page.has_focus
        await app.press("tab")
        assert app.screen.article_list.has_focus
        await app.press("k")
        await app.until(
            lambda: app.screen.reading.row.id == app.screen.article_list.row.id and not app.screen.reading.row.read
        )
        await app.press("tab")
        await app.until(lambda: app.screen.reading.row.read)


async def test_an_article_stays_open_when_it_leaves_the_list_of_unread_ones(opened) -> None:
    async with opened(*sample_paths(), size=(160, 50)) as app:
        await app.press("U")
        await app.says("unread")
        await app.press("j")
        await app.until(lambda: app.screen.reading is not None)
        await app.press("enter")
        read = app.screen.reading.row.id
        await app.until(lambda: app.screen.article_list.source.count == len(sample_paths()) - 1)
        await app.until(lambda: app.screen.article_list.row.id != read)
        await app.pilot.pause(5 * SETTLE)
        assert app.screen.reading.row.id == read
        await app.press("tab", "j")
        await app.until(lambda: app.screen.reading.row.id != read)


async def test_resizing_keeps_the_place_and_the_selection(opened, river_talks: Path) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        await app.press("p", "p", "p", "p", "p", "i")
        place, selected = app.screen.page.place, app.screen.page.selected
        for size in ((160, 50), (100, 12), (40, 10), (80, 24)):
            await app.pilot.resize_terminal(*size)
            await app.pilot.pause()
            assert (app.screen.page.place, app.screen.page.selected) == (place, selected)
            assert app.screen.page.row_of(place) + 4 >= app.screen.page.scroll_offset.y


async def test_the_page_shows_the_listed_article_once_there_is_room(opened, river_talks: Path) -> None:
    async with opened(river_talks) as app:
        assert not app.screen.page.region
        await app.pilot.resize_terminal(160, 50)
        await app.until(lambda: app.screen.reading is not None)
        assert any("¶1" in line for line in app.lines)


async def test_words_are_selected_with_the_mouse(opened, river_talks: Path) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        await app.click("Norrinese", times=2)
        start, end = app.screen.page.selected
        assert app.screen.reading.text[start:end] == "Norrinese"
        row = next(y for y, line in enumerate(app.lines) if "Both leaders" in line)
        column = app.lines[row].index("Both")
        await app.pilot.mouse_down(offset=(column, row))
        await app.pilot.hover(offset=(column + 11, row))
        await app.pilot.mouse_up(offset=(column + 11, row))
        start, end = app.screen.page.selected
        assert app.screen.reading.text[start:end] == "Both leaders"


async def test_registers_lead_to_their_records(opened, river_talks: Path) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        await app.press("p", "p", "p")
        await tag_quote(app, "Ilse Taverne", "Chancellor")
        for key, heading in (("o", "Quotes: 1"), ("s", "Speakers: 1"), ("c", "Commitments")):
            await app.press("g", key)
            await app.says(heading)
            if heading.endswith("1"):
                await app.says("Ilse Taverne")
                await app.press("e")
                await app.says("cancel")
                await app.press("escape")
                await app.press("enter")
                if key == "s":
                    await app.says("Ilse Taverne: 1")
                    await app.press("enter")
                await app.until(lambda: app.screen.is_current and not app.screen.is_modal)
                assert app.screen.record_here().kind == "quote"
            else:
                await app.says("No commitments yet")
                await app.press("escape")


async def test_a_collection_that_can_only_be_read_says_so(opened, river_talks: Path) -> None:
    async with opened(river_talks, read_only=True) as app:
        await app.to_article()
        for keys in (["i", "1"], ["m"], ["I"]):
            await app.press(*keys)
            await app.says("This collection can only be read.")
        await app.press("escape", "p", "p", "y")
        await app.press("escape", "escape")
        assert app.screen.article_list.has_focus


async def test_changes_by_another_program_are_shown(opened, river_talks: Path, tmp_path: Path) -> None:
    from store.collection import open_collection
    from store.importing import import_paths

    async with opened(river_talks) as app:
        await app.says("1 article ·")
        other = open_collection(tmp_path / "collection.db")
        import_paths(other, sample_paths())
        other.close()
        await app.says(f"{len(sample_paths())} articles ·")


async def test_help_palette_and_colours(opened, river_talks: Path) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        await app.press("question_mark")
        await app.says("Go one line down.")
        await app.press("escape", "ctrl+p")
        await app.type("other copy")
        await app.says("other copy")
        await app.press("escape", "T")
        await app.says("Colours: light")
        await app.press("T")
        await app.says("Colours: colour-blind")


async def test_remapped_keys_and_another_layout_work(opened, river_talks: Path) -> None:
    settings = Settings(keys={"next_repeat": ("z",)})
    async with opened(river_talks, settings=settings) as app:
        await app.to_article()
        await app.press("z")
        assert app.screen.page.place == app.screen.reading.repeats[0].a[0]
        await app.press("g", "}")
        assert app.screen.page.place == 0
        await app.press("о", "з")  # j and p of a Russian keyboard
        assert app.screen.page.place > 0


async def test_a_span_is_added_only_to_a_record_of_its_own_article(opened) -> None:
    async with opened(*sample_paths(), size=(160, 50)) as app:
        await app.to_article()
        app.screen.page.select((10, 30))
        await app.press("t")
        await app.type("seen")
        await app.press("enter")
        await app.until(lambda: any(record.kind == "note" for record in app.screen.reading.records))
        await app.press("tab", "j", "enter")
        app.screen.page.select((40, 60))
        await app.press("ampersand")
        await app.says("No record has been made here yet")


async def test_the_last_passage_says_that_none_follows(opened, river_talks: Path) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        await app.press("}", "}", "}")
        await app.says("No repeated passage below.")
        await app.press("g", "left_square_bracket")
        await app.says("No suggestion or record above.")


async def test_a_listed_article_is_starred_before_one_is_open(opened, river_talks: Path) -> None:
    async with opened(river_talks) as app:
        await app.says("Norrin Wire")
        assert app.screen.reading is None
        await app.press("m")
        await app.says("★")


async def test_a_collection_to_read_opens_no_form(opened, river_talks: Path) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        await app.press("p", "p", "p")
        await tag_quote(app, "Ilse Taverne", "Chancellor")
    async with opened(read_only=True) as app:
        await app.to_article()
        app.screen.page.go_to(app.screen.reading.places[0].start)
        await app.until(lambda: app.screen.record_here() is not None)
        for key in ("e", "t", "X"):
            await app.press(key)
            await app.says("This collection can only be read.")
            assert app.screen is app.app.reading_screen
            app.app.clear_notifications()
