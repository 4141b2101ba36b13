"""The forms of notes and articles, and the question that is answered with yes or no."""

import pytest

from store import articles, records
from tui.screens.article_form import ArticleForm
from tui.screens.confirm import Confirm
from tui.screens.form import Dialog, Keys
from tui.screens.note_form import NoteForm

ARTICLE = {
    "title": "Railway promised",
    "outlet": "Lest Herald",
    "author": "",
    "place": "LEST",
    "published": "2031-11-11",
    "published_precision": "none",
    "url": "",
    "language": "en",
}


def parse_date(typed: str) -> tuple[str, str]:
    if typed.count("-") == 2:
        return typed, "day"
    if typed.count("-") == 1:
        return f"{typed}-30", "month"
    raise ValueError(f"“{typed}” is no date.")


async def test_an_article_is_dated_to_a_day_a_month_or_a_year(show) -> None:
    async with show(ArticleForm, ARTICLE, records.parse_date) as shown:
        await shown.press("tab", "tab", "tab", "tab", "ctrl+a", "ctrl+k", *"Q3", "space", *"2026", "enter")
        assert shown.open
        assert "a day, a month or a year" in shown.text
        await shown.press("ctrl+a", "ctrl+k", *"2026", "enter")
        assert shown.result == {"published": "2026", "published_precision": "year"}


async def test_a_date_without_its_year_is_what_is_corrected_first(show) -> None:
    async with show(ArticleForm, ARTICLE | {"published": "--11-11"}, records.parse_date) as shown:
        await shown.press(*"2024-11-11", "enter")
        assert shown.result == {"published": "2024-11-11", "published_precision": "day"}


async def test_a_note_of_two_lines(show) -> None:
    async with show(NoteForm, "the words") as shown:
        await shown.type("seen before")
        await shown.press("ctrl+j")
        await shown.type("check")
        await shown.press("enter")
        assert shown.result == "seen before\ncheck"


async def test_an_empty_note_is_kept_back_unless_it_takes_one_away(show) -> None:
    async with show(NoteForm, "the words") as shown:
        await shown.press("enter")
        assert shown.open
        assert "nothing to keep yet" in shown.text
        await shown.press("escape")
        assert shown.result is None
    async with show(NoteForm, "the words", "old") as shown:
        await shown.press("ctrl+a", "ctrl+k", "enter")
        assert shown.result == ""


async def test_a_changed_note_is_not_left_by_mistake(show) -> None:
    async with show(NoteForm, "the words", "old") as shown:
        await shown.press("x", "escape")
        assert "Leave without saving?" in shown.text
        await shown.press("n", "enter")
        assert shown.result in ("xold", "oldx")


async def test_a_hostile_note_is_shown_as_marks_and_kept(show) -> None:
    payload = "\x1b[2J[/x]\u202e\nsecond"
    async with show(NoteForm, payload, payload) as shown:
        assert "␛[2J[/x]" in shown.text
        assert "\x1b" not in shown.text
        await shown.press("enter")
        assert shown.result == payload


async def test_only_what_was_corrected_comes_back(show) -> None:
    async with show(ArticleForm, ARTICLE, parse_date) as shown:
        await shown.press("enter")
        assert shown.result == {}
    async with show(ArticleForm, ARTICLE, parse_date) as shown:
        await shown.press("tab")
        await shown.type("The Lest Post")
        await shown.press("tab", "tab", "tab")
        await shown.type("2024-11")
        await shown.press("enter")
        assert shown.result == {
            "outlet": "The Lest Post",
            "published": "2024-11",
            "published_precision": "month",
        }


@pytest.mark.parametrize(
    ("tabs", "typed", "sentence"),
    [
        (5, "lest.example", "begins with http:// or https://"),
        (6, "English!", "given by its code"),
        (4, "someday", "“someday” is no date."),
    ],
)
async def test_what_is_wrong_with_an_article_is_said(show, tabs: int, typed: str, sentence: str) -> None:
    async with show(ArticleForm, ARTICLE, parse_date) as shown:
        await shown.press(*["tab"] * tabs)
        await shown.type(typed)
        await shown.press("enter")
        assert shown.open
        assert sentence in shown.text


async def test_a_title_is_not_taken_away_but_one_may_be_lacking(show) -> None:
    async with show(ArticleForm, ARTICLE, parse_date) as shown:
        await shown.press("ctrl+u", "space", "enter")
        assert shown.open
        assert "needs one" in shown.text
    async with show(ArticleForm, ARTICLE | {"title": ""}, parse_date) as shown:
        await shown.press("tab")
        await shown.type("The Lest Post")
        await shown.press("enter")
        assert shown.result == {"outlet": "The Lest Post"}


@pytest.mark.parametrize("width", [60, 79])
async def test_every_key_is_told_whole_at_the_bottom(opened, river_talks, width) -> None:
    async with opened(river_talks, size=(width, 24)) as app:
        for key in ("s", "I", "apostrophe"):
            await app.press(key)
            await app.until(lambda: isinstance(app.screen, Dialog))
            await app.until(lambda: app.screen.query_one(Keys).size.height > 0)
            told = [" ".join(hint[:2]) for hint in app.screen.hints(app.screen.HINTS)]
            lines = [line.strip("│ ") for line in app.lines]
            first = next(at for at, line in enumerate(lines) if line.startswith(told[0]))
            shown = "   ".join(lines[first : first + app.screen.query_one(Keys).size.height])
            assert shown.split("   ") == told
            await app.press("escape")


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (["enter"], False),
        (["y"], True),
        (["n"], False),
        (["escape"], False),
        (["ctrl+g"], False),
        (["right", "enter"], True),
        (["tab", "tab", "enter"], False),
    ],
)
async def test_a_question_and_its_answers(show, keys: list[str], answer: bool) -> None:
    async with show(Confirm, "Delete [/x]\x1b?", "It can be undone.", "delete", "keep") as shown:
        assert "Delete [/x]␛?" in shown.text
        await shown.press(*keys)
        assert shown.result is answer


async def test_a_question_answered_by_mouse(show) -> None:
    async with show(Confirm, "Delete?", "It can be undone.", "delete", "keep") as shown:
        await shown.click("y delete")
        assert shown.result is True


async def test_a_corrected_date_tells_how_many_deadlines_on_record_were_counted_before_it(opened, tmp_path) -> None:
    path = tmp_path / "locks.txt"
    path.write_text("Locks\n\nIlse Taverne promised to open the locks within ten days.\n", encoding="utf-8")
    async with opened(path) as app:
        collection = app.app.collection
        ((uid, text),) = collection.read.execute(
            "SELECT article.uid, body FROM article JOIN text ON text.sha256 = article.text"
        )
        articles.correct(collection, uid, published="2031-06-01", published_precision="day")
        fields = {"action": "open the locks", "deadline": "2031-06-11", "deadline_text": "within ten days"}
        span = ("content", text.index("Ilse"), text.index(" days") + 5)
        records.tag(collection, "commitment", uid, [span], fields)
        await app.to_article()
        for day, told in (
            ("2031-06-03", "published; on record as before: 1 deadline, e corrects"),
            ("2031", "published"),
        ):
            await app.press("A")
            await app.until(lambda: isinstance(app.screen, ArticleForm))
            await app.press("tab", "tab", "tab", "tab", "ctrl+a", "ctrl+k", *day, "enter")
            await app.says(f"Corrected: {told}")
        assert "on record as before" not in app.text
