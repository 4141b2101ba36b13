"""Suggestions on the page and in the review queue: shown, accepted, rejected, corrected with few keys."""

import re
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from textual.screen import Screen
from textual.widget import Widget

from store import records, speakers, suggestions, verdicts
from store.model import Suggestion
from store.samples import sample_paths
from tui.screens.form import Form
from tui.screens.review import Review, Surroundings
from tui.screens.suggesting import Suggesting

BELTA = Path(__file__).parents[2].parent / "shared/data/articles/belta-lukashenko-aliyev-2024-11-11.txt"

SIZES = [(80, 24), (160, 50)]


async def opened_with_suggestions(app) -> None:
    await app.to_article()
    await app.until(lambda: app.screen.suggestions)


async def to_a_spoken_quote(app) -> int:
    """Go on to the first suggested quote in quotation marks. Returns how many keys that took."""
    keys = 0
    while (here := app.screen.suggestion_here()) is None or here.fields.get("form") != "direct":
        await app.press("right_square_bracket")
        keys += 1
    return keys


def ferries(folder: Path) -> Path:
    """An article with a quote and a commitment that begin at one place, and a commitment of many words."""
    path = folder / "ferries.txt"
    path.write_text(
        "Trains and boats\n\n"
        "Transport Minister Odell Kravik came to the council. \n\n"
        '"We will send 12 trains by May 2032," Kravik said.\n\n'
        "The leader of the island nation, Prime Minister Ana Brevik, pledged to pay the fishermen of the northern isles "
        "$450 million by the end of 2032 for the boats that they lost in the storm.\n",
        encoding="utf-8",
    )
    return path


def below(app) -> str:
    """What is told under the page of what is at the cursor."""
    return " ".join(str(app.screen.query_one("#detail").content).split())


@pytest.mark.parametrize("size", SIZES)
async def test_the_page_says_who_would_undertake_what_and_its_terms_and_keys(opened, tmp_path, size) -> None:
    async with opened(ferries(tmp_path), size=size) as app:
        await opened_with_suggestions(app)
        app.screen.page.go_to(app.screen.reading.text.index("The leader"))
        await app.until(lambda: "~ commitment? Ana Brevik, hard, 450,000,000 USD, by 2032-12-31" in below(app))
        assert "a accept, x reject, e correct" in below(app)
        words = {*re.findall(r"\w+", app.screen.suggestion_here().fields["action"])}
        told, _, what = below(app).split(" · ")[0].partition(" → ")
        assert told.endswith(", for the boats")
        assert what.startswith("pay the")
        assert {*re.findall(r"(\w+)…", what)} <= words, "cut after a whole word"


@pytest.mark.parametrize("size", SIZES)
async def test_of_two_suggestions_at_one_place_the_other_comes_next(opened, tmp_path, size) -> None:
    async with opened(ferries(tmp_path), size=size) as app:
        await opened_with_suggestions(app)
        await app.press("right_square_bracket")
        await app.until(lambda: "~ quote? Odell Kravik" in below(app) and "] 1 more here" in below(app))
        place = app.screen.page.place
        await app.press("right_square_bracket")
        await app.until(lambda: "~ commitment? Odell Kravik, hard, 12 trains, by 2032-05-31 → send" in below(app))
        assert app.screen.page.place == place
        assert app.screen.suggestion_here().kind == "commitment"
        await app.press("right_square_bracket")
        await app.until(lambda: app.screen.page.place > place)
        await app.press("left_square_bracket")
        await app.until(lambda: "~ commitment? Odell Kravik" in below(app))
        await app.press("left_square_bracket")
        await app.until(lambda: "~ quote? Odell Kravik" in below(app))
        assert app.screen.page.place == place


async def test_each_next_record_tells_what_was_not_told_before(opened, tmp_path) -> None:
    path = tmp_path / "tolls.txt"
    path.write_text(
        "Tolls\n\n“Nobody wants the tolls,” said Mara Denholt.\n\n“They will go,” said Pell Orrin.\n", "utf-8"
    )
    async with opened(path) as app:
        await opened_with_suggestions(app)
        for _ in range(2):
            await app.press("right_square_bracket", "a")
            await app.says("On record: quote")
        await app.press("g")
        told = [below(app)]
        for _ in range(2):
            await app.press("right_square_bracket")
            told.append(below(app))
        assert len({*told}) == 3
        await app.press("right_square_bracket")
        await app.says("No suggestion or record below")


@pytest.mark.parametrize("keys", ["a]a", "aa", "]a]a", "]aa", "a]x", "x]a"])
async def test_of_two_suggestions_at_one_place_both_are_decided(opened, tmp_path, keys: str) -> None:
    async with opened(ferries(tmp_path)) as app:
        await opened_with_suggestions(app)
        await app.press("right_square_bracket")
        place = app.screen.page.place
        for key in keys:
            left = len(app.screen.suggestions)
            await app.press("right_square_bracket" if key == "]" else key)
            await app.until(lambda left=left, key=key: key == "]" or len(app.screen.suggestions) == left - 1)
            assert app.screen.page.place == place
        await app.until(lambda: not app.app._keeping)
        kinds = [one.kind for kind in ("quote", "commitment") for one in records.list_records(app.app.collection, kind)]
        assert len(kinds) == keys.count("a")
        assert app.screen.suggestion_here() is None
        await app.press("right_square_bracket")
        await app.until(lambda: app.screen.page.place > place)


async def test_what_is_accepted_shows_the_other_suggestion_at_its_place_which_e_corrects(opened, tmp_path) -> None:
    async with opened(ferries(tmp_path)) as app:
        await opened_with_suggestions(app)
        await app.press("right_square_bracket", "a")
        await app.says("On record: quote")
        await app.until(lambda: "~ commitment? Odell Kravik" in below(app) and "e correct" in below(app))
        await app.press("e")
        await app.says("beneficiary")
        await app.press("ctrl+s")
        await app.says("On record: commitment")


@pytest.mark.parametrize("size", SIZES)
async def test_few_keys_from_opening_to_a_full_record(opened, river_talks, size) -> None:
    async with opened(river_talks, size=size) as app:
        await opened_with_suggestions(app)
        keys = 1 + await to_a_spoken_quote(app) + 1
        await app.says("~ quote? Ilse Taverne")
        await app.press("a")
        await app.says("On record: quote, 1 copy here")
        (record,) = [one for one in app.screen.reading.records if one.kind == "quote"]
        speaker = app.screen.known_speakers[record.fields["speaker"]]
        assert (speaker.name, [role.title for role in speaker.roles]) == ("Ilse Taverne", [record.fields["role"]])
        assert "Chancellor" in record.fields["role"]
        assert keys <= 12


@pytest.mark.skipif(
    not BELTA.exists(), reason="the BelTA article is not beside the project; the test above is its twin"
)
async def test_the_keys_for_a_full_record_of_the_belta_article(opened) -> None:
    async with opened(BELTA) as app:
        await opened_with_suggestions(app)
        keys = 1 + await to_a_spoken_quote(app) + 1
        await app.press("a")
        await app.says("On record: quote, 1 copy here")
        (record,) = [one for one in app.screen.reading.records if one.kind == "quote"]
        assert app.screen.known_speakers[record.fields["speaker"]].name == "Aleksandr Lukashenko"
        assert record.fields["role"]
        assert keys <= 12


async def test_the_text_is_drawn_before_suggestions_are_looked_for(opened, river_talks, monkeypatch) -> None:
    drawn: list[str] = []
    before_looks: list[str] = []
    look = Suggesting._look

    def noted(screen, reading) -> None:
        before_looks.append("".join(drawn))
        look(screen, reading)

    async with opened(river_talks) as app:
        await app.until(lambda: app.screen.article_list.row is not None)
        display = app.app._display

        def kept(screen, update) -> None:
            display(screen, update)
            drawn.append(app.text)

        monkeypatch.setattr(app.app, "_display", kept)
        monkeypatch.setattr(Suggesting, "_look", noted)
        await app.press("enter")
        await app.until(lambda: before_looks)
        assert "The Norrinese chancellor came" in before_looks[0]


async def test_a_layout_with_an_opened_text_brings_no_other(opened, monkeypatch) -> None:
    """It would draw the page again while its suggestions are looked for, and hold up their frame."""
    within: list[bool] = []
    asked: list[Widget] = []
    lay_out, refresh = Screen._refresh_layout, Widget.refresh

    def laid_out(screen, *arguments, **more) -> None:
        within.append(True)
        lay_out(screen, *arguments, **more)
        within.append(False)

    def refreshed(widget, *regions, layout=False, **more) -> Widget:
        if layout and within and within[-1]:
            asked.append(widget)
        return refresh(widget, *regions, layout=layout, **more)

    async with opened(*sample_paths()) as app:
        await app.until(lambda: app.screen.article_list.row is not None)
        await opened_with_suggestions(app)  # what is opened first brings a scrollbar along
        await app.press("q", "j")
        monkeypatch.setattr(Screen, "_refresh_layout", laid_out)
        monkeypatch.setattr(Widget, "refresh", refreshed)
        await opened_with_suggestions(app)
        await app.until(lambda: "~" in app.text)
        assert within
        assert not asked


async def test_a_country_that_the_text_tells_of_goes_on_record_as_a_body(opened, tmp_path) -> None:
    article = tmp_path / "grain.txt"
    article.write_text(
        "Grain is late\n\nThe government of Norland met.\n\nNorland will send 300 tonnes of grain by May.\n"
    )
    async with opened(article) as app:
        await opened_with_suggestions(app)
        await app.press("right_square_bracket", "a")
        await app.says("On record: commitment")
        (promisor,) = app.screen.known_speakers.values()
        assert (promisor.name, promisor.kind) == ("Norland", "body")


async def test_a_rejected_suggestion_goes_and_undo_brings_it_back(opened, river_talks) -> None:
    async with opened(river_talks) as app:
        await opened_with_suggestions(app)
        count = len(app.screen.suggestions)
        await app.press("right_square_bracket", "x")
        await app.says("Rejected")
        await app.until(lambda: len(app.screen.suggestions) == count - 1)
        await app.press("u")
        await app.until(lambda: len(app.screen.suggestions) == count)


async def test_a_rejection_tells_what_else_it_has_hidden(opened, river_talks, monkeypatch) -> None:
    async with opened(river_talks) as app:
        await opened_with_suggestions(app)
        await app.press("right_square_bracket")
        read = suggestions.suggestions_for

        def less_sure(*args) -> list[Suggestion]:
            return [replace(one, confidence=0.1) for one in read(*args)]

        others = len(app.screen.likely) - 1
        monkeypatch.setattr(suggestions, "suggestions_for", less_sure)
        await app.press("x")
        await app.says(f"Rejected — u undoes; {others} more are below 50% now, + shows them")


async def test_only_what_is_suggested_is_not_copied_and_the_key_says_why(opened, tmp_path) -> None:
    async with opened(ferries(tmp_path)) as app:
        await opened_with_suggestions(app)
        app.screen.page.go_to(app.screen.reading.text.index("The leader"))
        await app.press("y")
        await app.says("This is only suggested: a puts it on record")
        assert app.app.words_copier.words == ""
        await app.press("a")
        await app.says("On record: commitment")
        await app.press("y")
        await app.until(lambda: "promised by Ana Brevik" in app.app.words_copier.words)


async def test_what_is_put_on_record_by_hand_decides_what_it_holds_also_with_spans_added_to_it(
    opened, tmp_path
) -> None:
    path = tmp_path / "water.txt"
    said = (
        "“I have asked for water for the town,”",
        "“It is not complete at all.”",
        "“Nobody will be forgotten here.”",
    )
    path.write_text(f"Water\n\n{said[0]} Oren Pell said.\n\n{said[1]}\n\n{said[2]}\n", encoding="utf-8")
    async with opened(path) as app:
        await opened_with_suggestions(app)

        def waiting() -> list[str]:
            return [one.exact for one in app.screen.suggestions if one.kind == "quote"]

        async def chosen(words: str, *keys: str) -> None:
            app.screen.page.go_to(app.screen.reading.text.index(words) + 1)
            await app.press("i", *keys)

        assert waiting()
        await chosen(said[0], "1")
        await app.says("filled in as suggested")
        await app.press("ctrl+s")
        await app.says("On record: quote")
        for words in said[1:]:
            await chosen(words, "ampersand")
            await app.says("Added to the record made last")
            await app.until(lambda: app.screen.page.selected is None)
        await app.until(lambda: waiting() == [])
        await app.press("u", "u", "u")
        await app.until(lambda: not app.screen.reading.records and waiting())
        app.screen.page.go_to(app.screen.reading.text.index(said[0]))
        await app.press("v", "p", "p", "p", "1")
        await app.says("filled in as suggested")
        await app.press("ctrl+s")
        await app.says("On record: quote")
        await app.until(lambda: waiting() == [])


async def test_names_of_the_article_are_offered_and_a_corrected_one_is_proposed_again(opened, tmp_path) -> None:
    path = tmp_path / "pier.txt"
    said = "“The pier is ready for you,” said Ald Giles Umber-Shaw in Lest.\n\n“We are all tired,” Ald Giles Umber-Shaw said."
    path.write_text(f"The pier opens\n\n{said}\n\n“Nobody told me of this,” said Ilinka Varad.\n", "utf-8")
    async with opened(path) as app:
        await opened_with_suggestions(app)
        await app.press("right_square_bracket", "e")
        await app.says("addressee")
        await app.press("I", "l")
        assert "▸ create “Ilinka Varad”  named here" in app.text
        await app.press("ctrl+u")
        await app.type("Giles Umber-Shaw")
        assert "▸ create “Giles Umber-Shaw”" in app.text
        await app.press("enter", "ctrl+s")
        await app.says("On record: quote")
        await app.press("right_square_bracket")
        await app.until(lambda: "~ quote? Giles Umber-Shaw, direct" in below(app))
        await app.press("a")
        await app.until(lambda: len(app.screen.reading.records) == 2)
        (speaker,) = app.screen.known_speakers.values()
        assert (speaker.name, speaker.quotes) == ("Giles Umber-Shaw", 2)


async def test_what_was_said_of_a_suggestion_goes_with_the_next_move(opened, tmp_path) -> None:
    async with opened(ferries(tmp_path)) as app:
        await opened_with_suggestions(app)
        await app.press("right_square_bracket", "x")
        await app.says("Rejected — u undoes")
        await app.press("right_square_bracket")
        assert "Rejected" not in app.text


async def test_a_suggestion_is_corrected_in_its_form(opened, river_talks) -> None:
    async with opened(river_talks) as app:
        await opened_with_suggestions(app)
        await to_a_spoken_quote(app)
        await app.press("e")
        await app.says("[person]")
        await app.press("tab", *["backspace"] * 40)
        await app.type("Head of government")
        await app.press("enter")
        await app.says("On record: quote")
        (record,) = app.screen.reading.records
        assert record.fields["role"] == "Head of government"
        assert app.screen.known_speakers[record.fields["speaker"]].name == "Ilse Taverne"


async def test_whom_of_two_namesakes_a_suggestion_means_is_asked_and_no_third_is_made(opened, river_talks) -> None:
    async with opened(river_talks) as app:
        collection = app.app.collection
        speakers.create(collection, "Ilse Taverne", role="Mayor")
        other = speakers.create(collection, "Ilse Taverne", role="Chancellor of Norrin")
        await opened_with_suggestions(app)
        await to_a_spoken_quote(app)
        suggestion = app.screen.suggestion_here()
        await app.press("a")
        await app.says("Several speakers are called Ilse Taverne")
        assert len(speakers.speakers(collection)) == 2
        await app.until(lambda: suggestion.uid in {one.uid for one in app.screen.suggestions})
        await app.press("e")
        await app.says("nobody named")
        await app.type("taverne chancellor")
        await app.press("enter", "enter")
        await app.says("On record: quote")
        (record,) = records.list_records(collection, "quote")
        assert record.fields["speaker"] == other
        assert len(speakers.speakers(collection)) == 2


async def to_the_copy_of_a_quote(app):
    """Go to a suggested quote in quotation marks, and from there to its copy. Returns the suggestion."""
    await opened_with_suggestions(app)
    await to_a_spoken_quote(app)
    suggestion = app.screen.suggestion_here()
    await app.until(lambda: app.screen.regions)
    await app.press("equals_sign")
    await app.until(lambda: app.screen.page.place > suggestion.content[-1][1])
    return suggestion


async def test_a_suggestion_is_accepted_from_a_copy_and_goes_on_record_where_it_stands_first(
    opened, river_talks
) -> None:
    async with opened(river_talks) as app:
        suggestion = await to_the_copy_of_a_quote(app)
        await app.says("~ quote? Ilse Taverne")
        await app.says("copy of ¶2")
        await app.press("a")
        await app.says("On record: quote, 1 copy here")
        (record,) = app.screen.reading.records
        (home,) = [anchor for anchor in record.anchors if anchor.role == "content"]
        assert (home.start, home.end) == suggestion.content[0]


@pytest.mark.parametrize(("key", "left"), [("x", "Rejected"), ("e", "enter save"), ("1", "enter save")])
async def test_from_a_copy_the_other_keys_mean_the_suggestion_too(opened, river_talks, key: str, left: str) -> None:
    async with opened(river_talks) as app:
        suggestion = await to_the_copy_of_a_quote(app)
        await app.press(key)
        await app.says(left)
        if key != "x":
            await app.says(suggestion.owner)
            await app.press("ctrl+s")
            await app.says("On record: quote")
        assert suggestion.uid not in {one.uid for one in app.app.reading_screen.suggestions}


async def test_words_of_a_copy_that_nothing_is_suggested_for_say_so(opened, river_talks) -> None:
    async with opened(river_talks) as app:
        suggestion = await to_the_copy_of_a_quote(app)
        app.screen.page.go_to(app.screen.page.place + suggestion.content[0][1] - suggestion.content[0][0] + 2)
        await app.press("a")
        await app.says("There is no suggestion under the cursor")


async def test_undo_and_redo_say_which_record_and_that_it_is_ones_own(opened, river_talks) -> None:
    async with opened(river_talks) as app:
        await opened_with_suggestions(app)
        await to_a_spoken_quote(app)
        await app.press("a")
        await app.says("On record")
        await app.press("u")
        await app.says("Undone (yours): tag quote “We settled more than I had hoped")
        await app.press("ctrl+r")
        await app.says("Done again (yours): tag quote “We settled more than I had hoped")
        await app.press("m")
        await app.until(lambda: app.screen.reading.row.starred)
        await app.press("u")
        await app.says("Undone (yours): star “Chancellor Ilse Taverne")


@pytest.mark.parametrize("size", SIZES)
async def test_undo_and_redo_say_in_which_article_that_is_not_seen(opened, river_talks, tmp_path, size) -> None:
    other = tmp_path / "tolls.txt"
    other.write_text("Umber drops the tolls\n\nThe mayor of Umber said nothing of it.\n")
    async with opened(river_talks, other, size=size) as app:
        app.screen.go_to(1, 0)
        await app.until(lambda: app.screen.suggestions)
        title = app.screen.reading.row.title
        await to_a_spoken_quote(app)
        await app.press("a")
        await app.says("On record")
        app.screen.go_to(2, 0)
        await app.until(lambda: app.screen.reading.row.title == "Umber drops the tolls")
        for key, told in (("u", "Undone (yours): tag quote “"), ("ctrl+r", "Done again (yours): tag quote “")):
            await app.press(key)
            await app.says(told)
            assert f"…” in “{title[:15]}" in app.text, "in one line"


async def test_the_threshold_hides_what_is_less_sure(opened, river_talks) -> None:
    async with opened(river_talks) as app:
        await opened_with_suggestions(app)
        shown = len(app.screen.likely)
        await app.press(*["minus"] * 4)
        sure = sum(one.confidence >= 0.9 for one in app.screen.suggestions)
        await app.says(f"Suggestions from 90% on: {sure} of {len(app.screen.suggestions)}")
        assert all(one.confidence >= 0.9 for one in app.screen.likely)
        await app.press(*["plus"] * 4)
        await app.says(f"Suggestions from 50% on: {shown} of {len(app.screen.suggestions)}")
        assert len(app.screen.likely) == shown


async def test_a_threshold_that_hides_nothing_more_is_not_said_to_leave_fewer(opened, river_talks) -> None:
    async with opened(river_talks) as app:
        await opened_with_suggestions(app)
        app.screen.suggestions = [replace(one, confidence=0.95) for one in app.screen.suggestions]
        count = len(app.screen.suggestions)
        for key, least in (("minus", "60%"), ("plus", "50%")):
            await app.press(key)
            await app.says(f"Suggestions from {least} on: {count} of {count}")
            assert not re.search("fewer suggestions|more suggestions", app.text, re.IGNORECASE)


async def test_where_no_suggestion_is_the_key_says_so(opened, river_talks) -> None:
    async with opened(river_talks) as app:
        await opened_with_suggestions(app)
        await app.press("a")
        await app.says("There is no suggestion under the cursor")
        await app.press("B")
        await app.says("No back end is named in the settings")


@pytest.mark.parametrize("size", SIZES)
async def test_the_queue_takes_decisions_across_articles(opened, size) -> None:
    async with opened(*sample_paths(), size=size) as app:
        await app.press("R")
        await app.until(lambda: type(app.screen).__name__ == "Review")
        queue = app.screen
        waiting = len(queue._waiting)
        first = queue.list.row
        await app.says(" ".join(first.exact.split())[:30])
        await app.press("a")
        await app.says("On record")
        await app.press("x")
        await app.until(lambda: len(queue._waiting) == waiting - 2)
        await app.press("u")
        await app.until(lambda: len(queue._waiting) == waiting - 1)
        await app.press("escape")
        await app.until(lambda: app.screen is not queue)
        accepted = [one for kind in ("quote", "commitment") for one in records.list_records(app.app.collection, kind)]
        assert [one.anchors[0].exact for one in accepted] == [first.exact.split(" […] ")[0]]


async def test_the_queue_says_what_a_commitment_would_say(opened, river_talks) -> None:
    async with opened(river_talks) as app:
        await app.press("R")
        await app.until(lambda: type(app.screen).__name__ == "Review" and app.screen.list.row is not None)
        while app.screen.list.row.kind != "commitment":
            await app.press("j")
        await app.says(f"→ {str(app.screen.list.row.fields['action'])[:12]}")


@pytest.mark.parametrize("size", [(50, 14), *SIZES])
async def test_the_queue_says_what_is_undertaken_at_every_size(opened, tmp_path, size) -> None:
    async with opened(ferries(tmp_path), size=size) as app:
        await to_the_queue(app)
        while app.screen.list.row.owner != "Ana Brevik":
            await app.press("j")
        if size[0] >= 80:
            await app.says("450,000,000 USD, by 2032-12-31: ")  # in the list
        told = "Ana Brevik, hard, 450,000,000 USD, by 2032-12-31, for the boats → pay the"
        await app.until(lambda: told in " ".join(app.text.replace("│", " ").split()))


async def test_enter_in_the_queue_goes_to_the_suggestion_also_where_a_shorter_one_begins(opened, tmp_path) -> None:
    path = tmp_path / "schools.txt"
    path.write_text("Schools for Norrin\n\n“We will build 40 schools by 2033,” Minister Rolf Adler said.\n", "utf-8")
    async with opened(path) as app:
        await app.press("R")
        await app.until(lambda: type(app.screen).__name__ == "Review" and app.screen.list.row is not None)
        while app.screen.list.row.kind != "commitment":
            await app.press("j")
        chosen = app.screen.list.row
        await app.press("enter")
        await app.until(lambda: type(app.screen).__name__ != "Review" and bool(app.screen.suggestions))
        assert app.screen.suggestion_here() == chosen
        await app.press("a")
        await app.until(lambda: records.list_records(app.app.collection, "commitment"))


async def test_a_suggestion_of_the_queue_is_corrected_where_no_article_is_open(opened, river_talks) -> None:
    async with opened(river_talks) as app:
        await app.press("R")
        await app.until(lambda: type(app.screen).__name__ == "Review" and app.screen.list.row is not None)
        suggestion = app.screen.list.row
        await app.press("e")
        await app.says("enter save")
        await app.press("enter")
        await app.until(lambda: records.list_records(app.app.collection, suggestion.kind))


async def test_a_corrected_suggestion_gets_one_verdict_whatever_is_typed_ahead(opened) -> None:
    async with opened(*sample_paths()) as app:
        await app.to_article()
        await app.press("R")
        await app.until(lambda: type(app.screen).__name__ == "Review")
        queue = app.screen
        await app.until(lambda: queue.list.row is not None)
        first, waiting = queue.list.row, len(queue._waiting)
        await app.press("e")
        await app.says("cancel")
        await app.press("ctrl+s", "x")
        await app.until(lambda: len(queue._waiting) == waiting - 2 and not queue._asked)
        verdicts = app.app.collection.read.execute("SELECT exact, verdict FROM verdict ORDER BY uid").fetchall()
        assert len({exact for exact, _ in verdicts}) == 2
        assert (first.exact, "accepted") in verdicts
        assert (first.exact, "rejected") not in verdicts


def records_of(app) -> int:
    """How many records there are."""
    (number,) = app.app.collection.read.execute("SELECT count(*) FROM annotation").fetchone()
    return number


async def to_the_queue(app) -> None:
    await app.press("R")
    await app.until(lambda: type(app.screen).__name__ == "Review" and app.screen.list.row is not None)


async def test_a_correction_comes_back_where_a_decision_is_to_be_taken_back_first(opened, river_talks) -> None:
    async with opened(river_talks) as app:
        await to_the_queue(app)
        release = threading.Event()
        app.app.keep(release.wait)
        await app.press("x", "u", "e")
        await app.until(lambda: isinstance(app.screen, Form))
        form = app.screen
        await app.press("ctrl+s")
        await app.until(lambda: type(app.screen).__name__ == "Review")
        release.set()
        await app.until(lambda: app.screen is form)
        await app.until(lambda: "a decision is being taken back" in " ".join(app.text.split()))
        await app.press("ctrl+s")
        await app.until(lambda: records_of(app) == 1)


async def test_the_queue_says_when_more_waits_than_it_holds(opened, river_talks, monkeypatch) -> None:
    async with opened(river_talks) as app:
        await to_the_queue(app)
        heading = str(app.screen.query_one("#box").border_title)
        assert "more" not in heading
        count = int(heading.removeprefix(f"{Review.HEADING}: "))
        await app.press("escape")
        monkeypatch.setattr(Review, "MOST", count)
        await to_the_queue(app)
        assert str(app.screen.query_one("#box").border_title) == f"{Review.HEADING}: {count}, and more"


async def test_a_correction_that_comes_back_after_the_queue_was_left_is_kept(opened, river_talks, monkeypatch) -> None:
    async with opened(river_talks) as app:
        await to_the_queue(app)
        with monkeypatch.context() as failing:
            release = threading.Event()
            failing.setattr(verdicts, "accept", lambda *_, **__: not release.wait(10) or 1 / 0)
            await app.press("e")
            await app.until(lambda: isinstance(app.screen, Form))
            form = app.screen
            await app.press("ctrl+s", "escape")
            assert app.screen is app.app.reading_screen
            release.set()
            await app.until(lambda: app.screen is form)
        await app.press("ctrl+s")
        await app.until(lambda: records_of(app) == 1)
        assert not app.app.is_screen_installed(form)


async def test_a_rejection_that_cannot_be_kept_shows_the_suggestion_again(opened, river_talks, monkeypatch) -> None:
    async with opened(river_talks) as app:
        await opened_with_suggestions(app)
        await app.press("right_square_bracket")
        here, count = app.screen.suggestion_here(), len(app.screen.suggestions)

        def refuse(*_: object) -> None:
            raise OSError("disk full")

        monkeypatch.setattr(verdicts, "reject", refuse)
        app.screen.reject(here)
        assert here.uid not in {one.uid for one in app.screen.suggestions}
        await app.says("disk full")
        await app.until(lambda: len(app.screen.suggestions) == count)


async def test_a_key_pressed_twice_stars_and_takes_the_star_away(opened, river_talks) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        await app.press("m", "m", "m", "r", "r")
        query = "SELECT op FROM action ORDER BY hlc DESC LIMIT 3"
        starring = ["star", "unstar", "star"]
        await app.until(lambda: [op for (op,) in app.app.collection.read.execute(query)] == starring)
        await app.until(lambda: app.screen.reading.row.starred and not app.app._keeping)


async def test_a_form_on_a_selection_begins_as_the_suggestion_there_says(opened, river_talks) -> None:
    async with opened(river_talks) as app:
        await opened_with_suggestions(app)
        await to_a_spoken_quote(app)
        suggestion = app.screen.suggestion_here()
        start, end = suggestion.content[0]
        app.screen.page.select((start + 1, end - 1))
        await app.press("1")
        await app.says(suggestion.owner)
        assert "[direct]" in app.text
        assert suggestion.fields["role"].split()[0] in app.text
        assert "Quote, filled in as suggested" in app.text


async def test_another_promise_put_on_record_by_hand_leaves_the_suggested_one(opened, tmp_path) -> None:
    async with opened(ferries(tmp_path)) as app:
        await opened_with_suggestions(app)
        app.screen.page.go_to(app.screen.reading.text.index("The leader"))
        await app.press("v", "right_parenthesis", "3")
        await app.says("Commitment, filled in as suggested")
        await app.press(*["tab"] * 4)  # promisor, role, kind, beneficiary
        await app.type("rebuild the pier")
        await app.press("ctrl+s")
        await app.says("On record: commitment")
        await app.until(lambda: not app.app._keeping and not app.screen._looks)
        (record,) = app.screen.reading.records
        assert record.fields["action"] == "rebuild the pier"
        assert "~ commitment? Ana Brevik" in below(app)
        await app.press("a")
        await app.until(lambda: len(app.screen.reading.records) == 2)


async def test_a_promise_put_on_record_by_hand_as_suggested_is_decided(opened, tmp_path) -> None:
    async with opened(ferries(tmp_path)) as app:
        await opened_with_suggestions(app)
        app.screen.page.go_to(app.screen.reading.text.index("The leader"))
        await app.until(lambda: "~ commitment? Ana Brevik" in below(app))
        await app.press("v", "right_parenthesis", "3")
        await app.says("Commitment, filled in as suggested")
        await app.press("ctrl+s")
        await app.says("On record: commitment")
        await app.until(lambda: not app.app._keeping and not app.screen._looks)
        assert "Ana Brevik" not in {one.owner for one in app.screen.suggestions if one.kind == "commitment"}


async def test_what_is_decided_in_the_queue_is_told_in_its_frame(opened, river_talks) -> None:
    async with opened(river_talks) as app:
        await app.press("R")
        await app.until(lambda: getattr(app.screen, "list", None) is not None and app.screen.list.row is not None)
        await app.press("x")
        await app.until(lambda: "Rejected" in app.lines[-1])


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_accepted_is_shown_though_a_record_is_there_too(opened, river_talks, size) -> None:
    async with opened(river_talks, size=size) as app:
        await opened_with_suggestions(app)
        await to_a_spoken_quote(app)
        start, end = app.screen.suggestion_here().content[0]
        app.screen.page.select((start, end))
        await app.press("3")
        await app.says("beneficiary")
        await app.press("ctrl+s")
        await app.says("On record: commitment")
        app.screen.page.go_to(start)
        await app.says("~ quote? Ilse Taverne")
        await app.says("a accept, x reject, e correct")
        await app.press("e")
        await app.says("addressee")
        await app.press("escape")
        await app.press("a")
        await app.says("On record: quote")


async def test_a_suggestion_is_corrected_though_the_words_around_it_are_on_record(opened, river_talks) -> None:
    async with opened(river_talks) as app:
        await opened_with_suggestions(app)
        await to_a_spoken_quote(app)
        start, end = app.screen.suggestion_here().content[0]
        app.screen.page.select((start, end + len(" Ilse Taverne")))
        await app.press("3")
        await app.says("beneficiary")
        await app.press("ctrl+s")
        await app.says("On record: commitment")
        app.screen.page.go_to(start)
        await app.says("e correct")
        await app.press("e")
        await app.says("addressee")


@pytest.mark.parametrize("size", SIZES)
async def test_e_corrects_the_suggestion_that_the_cursor_went_to_inside_a_record(opened, river_talks, size) -> None:
    async with opened(river_talks, size=size) as app:
        await opened_with_suggestions(app)
        await to_a_spoken_quote(app)
        start, _ = app.screen.suggestion_here().content[0]
        app.screen.page.select((start - 2, start + 20))  # shorter than the suggestion
        await app.press("3")
        await app.says("beneficiary")
        await app.press("ctrl+s")
        await app.says("On record: commitment")
        app.screen.page.go_to(start - 1)
        await app.press("right_square_bracket")
        assert app.screen.page.place == start
        await app.says("e correct")
        await app.press("e")
        await app.says("addressee")
        await app.press("escape")
        app.screen.page.go_to(start + 10)
        await app.until(lambda: "e edits the record" in below(app))
        await app.press("e")
        await app.says("beneficiary")


@pytest.mark.parametrize("size", SIZES)
async def test_words_on_record_of_somebody_else_too_are_told_and_kept(opened, river_talks, size) -> None:
    async with opened(river_talks, size=size) as app:
        await opened_with_suggestions(app)
        await to_a_spoken_quote(app)
        start, end = app.screen.suggestion_here().content[0]
        await app.press("a")
        await app.says("On record: quote")
        assert "also on record" not in app.text
        again = app.screen.text_map.text.index(app.screen.text_map.text[start:end], end)
        for place, also_of in ((start, "Ilse Taverne"), (again, "Ilse Taverne and Zed Quill")):
            app.screen.page.select((place, place + end - start))
            await app.press("1")
            await app.says("addressee")
            name = "Zed Quill" if place == start else "Oda Marsh"
            await app.press("ctrl+u")
            await app.type(name)
            await app.press("ctrl+n", "enter")
            await app.says(f"; also on record of {also_of}")
        assert len([one for one in app.screen.reading.records if one.kind == "quote"]) == 3


async def test_a_span_is_added_to_the_record_that_was_accepted_last(opened, river_talks) -> None:
    async with opened(river_talks) as app:
        await opened_with_suggestions(app)
        app.screen.page.select((0, 6))
        await app.press("t", *"early", "ctrl+s")
        await app.says("On record: note")
        await to_a_spoken_quote(app)
        await app.press("a")
        await app.says("On record: quote")
        app.screen.page.select((0, 6))
        await app.press("&")
        await app.says("Added to the record made last")
        note, quote = app.screen.reading.records
        assert [len([a for a in one.anchors if a.role == "content"]) for one in (note, quote)] == [1, 2]


async def test_tagging_again_after_undo_names_nobody_who_is_gone(opened, river_talks) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        app.screen.page.select((0, 6))
        await app.press("1", *"Zed", "ctrl+n", "enter")
        await app.says("On record: quote")
        await app.press("u")
        await app.says("Undone")
        app.screen.page.select((7, 12))
        await app.press("&")
        await app.says("No record has been made here yet")
        await app.press("full_stop")
        await app.says("is not on file any more")
        assert not app.screen.reading.records


async def test_a_form_on_words_of_a_copy_begins_as_the_suggestion_in_the_first_says(opened, river_talks) -> None:
    async with opened(river_talks) as app:
        await opened_with_suggestions(app)
        text = app.screen.reading.text
        repeat = app.screen.reading.repeats[0]
        suggestion = next(
            one
            for one in app.screen.suggestions
            if one.kind == "commitment" and repeat.a[0] <= one.content[0][0] and one.content[0][1] <= repeat.a[1]
        )
        start, end = suggestion.content[0]
        again = text.index(text[start:end], *repeat.b)
        app.screen.page.select((again, again + end - start))
        await app.press("3")
        await app.says(" ".join(str(suggestion.fields["action"]).split()[:2]))


async def test_the_first_key_goes_on_where_the_text_begins_with_a_suggestion_that_is_shown(opened, tmp_path) -> None:
    said = "“{} in Lest is ready,” said Mara Denholt, the mayor of Lest."
    (tmp_path / "a.txt").write_text("\n\n".join(map(said.format, ("The wall", "The ferry"))), encoding="utf-8")
    async with opened(tmp_path / "a.txt") as app:
        await app.to_article()
        await app.until(lambda: len(app.screen.suggestions) == 2)
        assert app.screen.suggestion_here().content[0][0] == app.screen.page.place == 0
        assert "~ quote? Mara Denholt" in below(app)
        await app.press("right_square_bracket")
        assert app.screen.page.place == app.screen.reading.text.rindex("“")
        await app.press("g", "right_square_bracket")
        assert app.screen.page.place > 0


LONG_HEADED = """---
title: Envoys meet in Lest over the ferry and the river tolls, and all that goes with them in the long run of the years
outlet: Lest Herald
published: 2031-05-04
url: https://lest.example.org/2031/05/04/envoys-meet-in-lest-over-the-ferry-and-the-river-tolls
tags: ferry, tolls, river, envoys, diplomacy
---
The pool will open in June, said Mara Denholt, the mayor of Lest. “We shall build a second ferry by 2033,” she said.

A diplomat said the talks would resume in Lest in the autumn. “Nobody wants the tolls to stay,” the diplomat said.

Pell Orrin, ambassador of Sutheria, pledged $340 million to Norrin for the locks by the end of 2032. “The money is there,
it was set aside in the budget of last year and nobody will touch it until the locks are done, whatever the houses of the
two parliaments may say about it in the debates of the coming winter and in the spring thereafter,” Orrin said.
"""


@pytest.fixture
def long_headed(tmp_path) -> Path:
    """An article whose many fields stand before its first words."""
    path = tmp_path / "envoys.md"
    path.write_text(LONG_HEADED, encoding="utf-8")
    return path


@pytest.mark.parametrize("size", [(40, 10), (40, 16), *SIZES])
async def test_the_queue_shows_the_words_that_it_asks_about(opened, long_headed, size) -> None:
    async with opened(long_headed, size=size) as app:
        await to_the_queue(app)

        def seen() -> str:
            region = app.screen.query_one(Surroundings).region
            return " ".join(
                " ".join(line[2:-2].rstrip("│▁▂▃▄▅▆▇█ ") for line in app.lines[region.y : region.bottom]).split()
            )

        for row in list(app.screen._waiting):
            begins = " ".join(row.exact.split()[:3])
            await app.until(lambda begins=begins: begins in seen())
            await app.press("j")
        app.screen.list.cursor = next(k for k, row in enumerate(app.screen._waiting) if "The money" in row.exact)
        await app.press("tab", *"jjjjjjjjjjjj")
        await app.until(lambda: "spring thereafter" in seen())
        await app.press("escape")
        assert app.screen.list.has_focus


@pytest.mark.parametrize("size", SIZES)
async def test_slash_filters_the_queue_and_what_is_typed_decides_nothing(opened, long_headed, size) -> None:
    async with opened(long_headed, size=size) as app:
        await to_the_queue(app)
        queue, waiting = app.screen, len(app.screen._waiting)
        await app.press("slash")
        await app.type("diplomat")
        await app.until(lambda: queue.list.source.count < waiting)
        assert records_of(app) == 0
        assert queue.query_one("#box").border_title.endswith(f"of {waiting}")
        assert all("diplomat" in f"{row.owner} {row.exact}" for row in queue.list.source.fetch(0, waiting))
        await app.press("enter", "a")
        await app.until(lambda: records_of(app) == 1 and len(queue._waiting) < waiting)
        await app.press("escape")
        assert queue.list.source.count == len(queue._waiting)
        await app.press("escape")
        await app.until(lambda: app.screen is not queue)


async def test_the_line_below_tells_what_matters_first_and_where_it_is_cut(opened, tmp_path) -> None:
    role = "deputy minister of transport and waterways and chair of the river commission"
    said = "build a second ferry landing for fourteen people on the left bank by the end of 2032 and pay for it"
    path = tmp_path / "landing.txt"
    path.write_text(
        f"Lest gets a landing\n\nThe {role}, Pell Orrin, pledged to {said} from the budget of the commission.\n"
    )
    async with opened(path) as app:
        await opened_with_suggestions(app)

        def line_below() -> str:
            width = app.screen.query_one("#detail").region.right
            return " ".join(" ".join(line[:width] for line in app.lines[-3:-1]).split())

        await app.press("right_square_bracket")
        await app.until(lambda: "~ commitment? " in line_below())
        shown = line_below()
        assert "~ commitment? Pell Orrin, hard, 14 people, by 2032-12-31 → build a second ferry" in shown
        assert "a accept, x reject, e correct" in shown
        await app.press("a")
        await app.until(lambda: "⚑ Pell Orrin, by 2032-12-31, 14 people, hard, open · build a" in line_below())
        assert line_below().endswith("…")


@pytest.mark.parametrize("size", SIZES)
async def test_unnamed_sources_of_two_articles_are_two_speakers_told_apart_by_where_they_spoke(
    opened, tmp_path, size
) -> None:
    spoken = {
        "Lest Herald, 2031-05-04": ("Nobody wants the tolls to stay", "The locks are as old as my father"),
        "Umber Post, 2031-05-05": ("It was a long night and a cold one", "Ask the ministry about the grain"),
    }
    for dateline, (first, second) in spoken.items():
        (tmp_path / f"{dateline[:4]}.txt").write_text(
            f"Talks in {dateline[:5]}\n\n{dateline}\n\n“{first},” a diplomat said.\n\n“{second},” the diplomat said.\n",
            encoding="utf-8",
        )
    async with opened(*sorted(tmp_path.glob("*.txt")), size=size) as app:
        collection = app.app.collection
        await to_the_queue(app)
        queue = app.screen
        await app.press("slash", *"diplomat", "enter")
        for count in range(1, 5):
            assert queue.list.row.owner == "diplomat"
            await app.press("a")
            await app.until(lambda count=count: records_of(app) == count and not queue._asked)
        assert {(one.name, one.kind, one.quotes) for one in speakers.speakers(collection)} == {
            ("diplomat", "unnamed", 2)
        }
        await app.press("escape", "escape", "s")
        await app.says("Speakers: 2")
        await app.says("first in Lest Herald, 2031-05-04")
        await app.says("first in Umber Post, 2031-05-05")
        await app.press("space", "G", "M")
        await app.says("diplomat (Lest Herald, 2031-05-04)")
        await app.press("y")
        await app.says("Speakers: 1")


PIER = (
    "The council will open the new pier in Skerry harbour by July 15, 2024, at a cost of $3 million, "
    "Mayor Ann Fell said."
)


async def to_the_review_of_two(app) -> Review:
    """The review of one article, in which a promise stands twice."""
    await app.press("R")
    await app.until(lambda: isinstance(app.screen, Review) and len(app.screen._waiting) == 4)
    return app.screen


@pytest.mark.parametrize("size", SIZES)
async def test_in_review_both_of_two_promises_that_differ_in_what_counts_go_on_record(opened, tmp_path, size) -> None:
    later = PIER.replace("2024", "2025").replace("$3", "$5")
    (tmp_path / "pier.txt").write_text(f"Pier\n\n{PIER}\n\n{later}\n")
    async with opened(tmp_path / "pier.txt", size=size) as app:
        review = await to_the_review_of_two(app)
        await app.press("a", "a", "a", "a")
        await app.until(lambda: not app.app._keeping and not review._waiting)
        await app.says("On record: quote")
        promises = [one.content[0].exact for one in records.list_records(app.app.collection, "commitment")]
        assert sorted(promises) == [PIER, later]
        assert len(records.list_records(app.app.collection, "quote")) == 2
        await app.press("q", "V")
        await app.says("No copy waits for a decision.")


@pytest.mark.parametrize("size", SIZES)
async def test_in_review_it_is_told_who_asks_about_a_variant_until_the_next_message(opened, tmp_path, size) -> None:
    other = PIER.replace("new pier", "big pier")
    (tmp_path / "pier.txt").write_text(f"Pier\n\n{PIER}\n\n{other}\n")
    async with opened(tmp_path / "pier.txt", size=size) as app:
        review = await to_the_review_of_two(app)
        await app.press("a")
        await app.says("On record: commitment")
        await app.press("a")
        await app.says("It differs from what is on record: V asks whether it is the same.")
        await app.until(lambda: len(review._waiting) == 2)
        await app.press("a")
        await app.says("On record: quote")
        assert "It differs" not in app.text
        await app.press("q", "V")
        await app.says("Variants: 2")
        await app.press("x")
        await app.says("Variants: 1")
        await app.press("q", "R")
        await app.until(lambda: isinstance(app.screen, Review) and len(app.screen._waiting) == 1)
        assert app.screen.list.row.exact == other
