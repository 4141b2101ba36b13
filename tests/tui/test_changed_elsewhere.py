"""What another program does with the collection while the app is open: it is shown, and nothing is done twice."""

from pathlib import Path

import pytest

from store import articles, records, speakers, verdicts
from store.collection import Collection, open_collection
from store.importing import import_items, import_paths
from store.model import SavedArticle
from store.purge import purge
from store.samples import sample_paths
from tui.screens.review import Review
from tui.settings import Settings

SIZES = pytest.mark.parametrize("size", [(80, 24), (160, 50)], ids=["80x24", "160x50"])


@pytest.fixture
def other(tmp_path: Path):
    """Another program's connection to the collection that `opened` opens."""
    made: list[Collection] = []

    def connect() -> Collection:
        made.append(open_collection(tmp_path / "collection.db"))
        return made[-1]

    yield connect
    for one in made:
        one.close()


async def to_review(app) -> Review:
    await app.press("R")
    await app.until(lambda: isinstance(app.screen, Review) and app.screen.list.row is not None)
    return app.screen


def decisions(collection: Collection) -> list[str]:
    """The ops of what was decided, in order."""
    return [op for (op,) in collection.read.execute("SELECT op FROM action WHERE op NOT LIKE 'import%' ORDER BY hlc")]


@SIZES
async def test_the_open_article_can_be_removed(opened, other, size, river_talks) -> None:
    async with opened(river_talks, size=size) as app:
        await app.to_article()
        await app.until(lambda: app.screen.suggestions)
        purge(other(), app.screen.reading.row.uid)
        await app.says("has been removed from the collection")
        screen = app.screen
        assert screen.reading is None
        screen.set_focus(screen.page)
        await app.press("Y", "y", "i", "v", "w", "1", "2", "3", "t", "e", "X", "right_square_bracket", "equals_sign")
        await app.until(lambda: app.app.screen is screen)
        assert app.app.is_running


@SIZES
async def test_an_article_of_the_queue_can_be_removed(opened, other, size) -> None:
    async with opened(*sample_paths(), size=size) as app:
        queue = await to_review(app)
        gone = queue._waiting[0].article
        assert any(one.article != gone for one in queue._waiting)
        purge(other(), gone)
        queue.show_more(queue._waiting[0])
        await app.says("The article is gone")
        await app.until(lambda: all(one.article != gone for one in queue._waiting))
        await app.press("j", "k")
        assert app.screen is queue


async def test_a_chosen_place_can_be_gone(opened, other, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.app.LOOK_AGAIN", 3600.0)  # it has not been seen yet that the article is gone
    async with opened(*sample_paths()) as app:
        queue = await to_review(app)
        purge(other(), queue.list.row.article)
        await app.press("enter")
        await app.says("No such article")
        await app.press("question_mark")
        await app.says("What works here")
        assert app.app.return_code is None


async def test_a_message_can_come_while_the_queue_opens(opened) -> None:
    async with opened(*sample_paths()) as app:
        app.screen.action_review()
        app.app.say("A change was kept.")
        await app.until(lambda: app.screen.is_mounted)
        assert isinstance(app.screen, Review)
        await app.says("A change was kept.")


async def test_what_was_decided_elsewhere_does_not_wait_any_more(opened, other) -> None:
    async with opened(*sample_paths()) as app:
        queue = await to_review(app)
        first = queue._waiting[0]
        verdicts.accept(other(), first)
        await app.until(lambda: first.uid not in {one.uid for one in queue._waiting})


async def test_nothing_is_decided_twice(opened, other) -> None:
    async with opened(*sample_paths()) as app:
        queue = await to_review(app)
        app.app.changed.unsubscribe(queue)
        first, second = queue._waiting[:2]
        elsewhere = other()
        for one in (first, second):
            verdicts.accept(elsewhere, one)
        known = decisions(elsewhere)
        await app.press("a")
        await app.says("Decided already")
        await app.until(lambda: not {first.uid, second.uid} & {one.uid for one in queue._waiting})
        app.screen._decisions.reject(second, lambda _: None, lambda: None)
        await app.until(lambda: not app.app._keeping)
        assert decisions(elsewhere) == known


async def test_undo_takes_back_only_what_was_decided_here(opened, other) -> None:
    async with opened(*sample_paths()) as app:
        queue = await to_review(app)
        waiting = len(queue._waiting)
        first = queue.list.row
        await app.press("a")
        await app.until(lambda: queue._decided)
        elsewhere = other()
        (row,) = articles.rows(elsewhere, articles.ids(elsewhere)[:1])
        articles.toggle_star(elsewhere, row.uid)
        await app.press("u")
        await app.says("something else was done after that decision")
        assert first.uid not in {one.uid for one in queue._waiting}
        assert decisions(elsewhere)[-1] == "star"
        assert len(records.records_of(elsewhere, first.article)) == 1
        articles.toggle_star(elsewhere, row.uid)
        for starred in (True, False):
            app.app.reading_screen.take_back()
            await app.until(lambda starred=starred: articles.find(elsewhere, row.uid).starred is starred)
            await app.until(lambda: not app.app._keeping)
        await app.press("u")
        await app.until(lambda: first.uid in {one.uid for one in queue._waiting})
        assert len(queue._waiting) == waiting
        assert not records.records_of(elsewhere, first.article)


async def test_an_import_elsewhere_is_listed_though_a_change_here_came_right_after(opened, other, river_talks) -> None:
    async with opened(river_talks) as app:
        await app.pilot.pause(2)  # what is looked for at the start has been kept by then
        import_items(other(), [SavedArticle(text="A new ferry crosses.\n\nIt is quick.", path="n.txt")])
        app.app.keep(lambda: articles.save_position(app.app.collection, "", 0), silently=True)
        await app.until(lambda: app.screen.article_list.source.count == 2)


async def test_a_speaker_marked_for_merging_can_be_gone(opened, other) -> None:
    async with opened(*sample_paths()) as app:
        collection = app.app.collection
        first, second = (speakers.create(collection, name) for name in ("Ilse Taverne", "Oskar Belun"))
        await app.press("s")
        await app.says("Speakers: 2")
        app.app.changed.unsubscribe(app.screen)
        speakers.delete(other(), [first])
        await app.press("g", "space", "G", "M")
        await app.says("The speaker is gone")
        assert [speaker.uid for speaker in speakers.speakers(collection)] == [second]


async def test_a_form_leaves_what_another_program_changed_in_other_fields(opened, other, river_talks) -> None:
    async with opened(river_talks) as app:
        elsewhere = other()
        article = articles.find(elsewhere, "1").uid
        uid = records.tag(elsewhere, "quote", article, [("content", 0, 20)], {"role": "chair"})
        await app.to_article()
        await app.until(lambda: app.screen.reading.records)
        await app.press("g", "e")
        await app.says("addressee")
        records.edit(elsewhere, uid, {"role": "committee chair"}, "seen twice")
        await app.press("tab", "tab", "right", "enter")
        await app.until(lambda: records.get(elsewhere, uid).fields["form"] == "partial")
        kept = records.get(elsewhere, uid)
        assert (kept.fields["role"], kept.note) == ("committee chair", "seen twice")


@SIZES
async def test_a_form_tells_what_another_program_had_changed_in_the_same_field(
    opened, other, river_talks, size
) -> None:
    async with opened(river_talks, size=size) as app:
        elsewhere = other()
        article = articles.find(elsewhere, "1").uid
        uid = records.tag(elsewhere, "quote", article, [("content", 0, 20)], {"role": "chair"})
        await app.to_article()
        await app.until(lambda: app.screen.reading.records)
        await app.press("g", "e")
        await app.says("addressee")
        records.edit(elsewhere, uid, {"form": "indirect", "venue": "town hall"})
        app.screen.row_of("form").fields[0].focus()
        await app.press("right", "enter")
        await app.says("Written over what changed elsewhere: form “indirect” — u undoes")
        assert records.get(elsewhere, uid).fields["form"] == "partial"
        await app.press("u")
        await app.until(lambda: records.get(elsewhere, uid).fields["form"] == "indirect")


async def test_the_form_of_an_article_tells_what_another_program_had_corrected(opened, other, river_talks) -> None:
    async with opened(river_talks) as app:
        elsewhere = other()
        article = articles.find(elsewhere, "1")
        await app.press("A")
        await app.says("language")
        articles.correct(elsewhere, article.uid, outlet="Umber Post", author="Ivo Roe")
        app.screen.row_of("outlet").fields[0].value = "Lake Wire"
        await app.press("enter")
        await app.says("Written over what changed elsewhere: outlet “Umber Post” — u undoes")
        now = articles.correctable(elsewhere, article.uid)
        assert (now["outlet"], now["author"]) == ("Lake Wire", "Ivo Roe")


@SIZES
async def test_what_is_done_on_an_article_that_is_gone_is_not_done_to_another(
    opened, other, size, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.app.LOOK_AGAIN", 3600.0)  # it has not been seen yet that the articles are gone
    settings = Settings(backend={"address": "http://127.0.0.1:9/v1", "model": "tiny"})
    async with opened(*sample_paths(), size=size, settings=settings) as app:
        await app.to_article()
        first = app.screen.reading.row
        await app.press("q")
        screen = app.screen
        (listed,) = screen.article_list.source.fetch(1, 1)
        articles.set_read(elsewhere := other(), first.uid, False)
        purge(elsewhere, listed.uid)
        await app.press("j")
        assert screen.article_list.row.uid == listed.uid
        if screen.narrow:
            for name in ("ask", "alike"):
                getattr(screen, f"action_{name}")()
                await app.says("The article is gone")
                await app.pilot.pause()
                assert app.screen is screen
        await app.press("enter")
        await app.says("The article is gone")
        await app.until(lambda: not app.app._keeping)
        assert screen.article_list.has_focus
        assert not articles.find(elsewhere, first.uid).read


async def test_what_comes_right_after_a_change_kept_here_is_shown(opened, other, river_talks) -> None:
    async with opened(river_talks) as app:
        await app.pilot.pause(2)  # what is looked for at the start has been kept by then
        changed, elsewhere = app.app.collection.changed_elsewhere, other()

        def overtaken() -> bool:
            app.app.collection.changed_elsewhere = changed
            seen = changed()
            import_items(elsewhere, [SavedArticle(text="A new ferry crosses.\n\nIt is quick.", path="n.txt")])
            return seen

        app.app.collection.changed_elsewhere = overtaken
        app.app.keep(lambda: articles.save_position(app.app.collection, "", 0), silently=True)
        await app.until(lambda: app.screen.article_list.source.count == 2)


async def test_the_reader_stays_at_the_same_words_in_a_new_version_and_is_told(opened, other, tmp_path) -> None:
    lines = [f"Ferry {number} of Norrin carries salt, and crosses in week {number}." for number in range(60)]
    (tmp_path / "a.txt").write_text("\n\n".join(["Ferries", *lines]), encoding="utf-8")
    async with opened(tmp_path / "a.txt") as app:
        await app.to_article()
        text = app.screen.reading.text
        app.screen.page.go_to(text.index("Ferry 50"))
        (tmp_path / "a.txt").write_text("\n\n".join(["Ferries", "Mara Denholt wrote this.", *lines]), encoding="utf-8")
        import_paths(other(), [tmp_path / "a.txt"])
        await app.until(lambda: app.screen.reading.text != text)
        assert app.screen.reading.text[app.screen.page.place :].startswith("Ferry 50")
        await app.says("The text of this article has changed")
