"""Records that need a look: `L` says what is sought, offers a place only where it may be meant, and anchors."""

import pytest

from store import articles, records
from store.importing import import_items, import_paths
from store.model import OMISSION, SavedArticle, SavedHighlight
from store.passage_building import update_passages
from store.passages import look_for_pending

URL = "https://norrin.example/bridge"


def put_on_record(app, told: str, *words: str, **fields) -> list[str]:
    """Put words of the one article on record, as commitments where fields are given, else as quotes. Returns uids."""
    collection = app.app.collection
    (row,) = articles.rows(collection, articles.ids(collection))
    kind = "commitment" if fields else "quote"
    places = [("content", told.index(one), told.index(one) + len(one)) for one in words]
    return [records.tag(collection, kind, row.uid, [place], fields or {"form": "direct"}) for place in places]


async def with_doubts(app, number: int) -> None:
    """Open the first article, and wait until so many of its spans need a look."""
    await app.to_article()
    await app.until(lambda: len(app.screen._doubtful()) == number)


async def choose_of_two(app, *keys: str) -> None:
    """Choose one of two spans that need a look, whose words are to be selected then."""
    await app.press("L")
    await app.says("Needs a look: 2")
    await app.press(*keys)
    await app.says("Select these words")


async def test_the_list_of_what_needs_a_look_edits_nothing(opened, tmp_path) -> None:
    saved = tmp_path / "saved.txt"
    told = "Headline one\n\nThe mayor Ana Bell said she would build the bridge by 2030.\n\nThe end of it.\n"
    saved.write_text(told)
    async with opened(saved) as app:
        put_on_record(app, told, "The mayor Ana Be", "said she would build the bridge")
        saved.write_text("Headline one\n\nSomething wholly other happened instead in the town.\n\nThe end of it.\n")
        import_paths(app.app.collection, [saved])
        await with_doubts(app, 2)
        app.screen.page.select((14, 23))
        await app.press("L")
        await app.says("Needs a look: 2")
        screen = app.screen
        await app.press("e")
        assert app.screen is screen
        assert "e edit" not in app.text
        assert len(app.app.reading_screen._doubtful()) == 2


BRIDGE = (
    "Headline one\n\nThe mayor Ana Bell said she would build the bridge for $5 million.\n\n"
    "The harbour master said he would dredge the river for $9 million.\n\nThe end of it.\n"
)


NOT_SAID = "Not all said here: 5,000,000 USD. e corrects it, L confirms."


async def test_a_commitment_whose_amount_changed_says_what_is_on_record_and_asks_until_it_is_confirmed(
    opened, tmp_path
) -> None:
    saved = tmp_path / "saved.txt"
    saved.write_text(BRIDGE)
    words = "she would build the bridge"
    async with opened(saved) as app:
        (record,) = put_on_record(app, BRIDGE, words, quantity=5e6, unit="USD", strength="hard", status="open")
        saved.write_text(BRIDGE.replace("$5 million", "$3 million"))
        import_paths(app.app.collection, [saved])
        await with_doubts(app, 1)
        await app.press("L")
        await app.says("On record with 5,000,000 USD, but what is said around it may have changed")
        assert app.screen.page.selected == (BRIDGE.index(words), BRIDGE.index(words) + len(words))
        await app.press("L")
        await app.says(NOT_SAID)
        assert _anchor(app.app.collection, record).needs_look
        await app.until(lambda: "? 1 record needs a look" in app.text)
        await app.press("escape", "L")
        await app.until(lambda: app.screen.page.selected and NOT_SAID in app.text)
        await app.press("L")
        await app.says("Anchored here: “she would build…”, with 5,000,000 USD.")
        assert not _anchor(app.app.collection, record).needs_look


async def test_a_commitment_in_doubt_where_it_was_anchored_is_settled_by_the_amount_that_is_said(
    opened, tmp_path
) -> None:
    saved = tmp_path / "saved.txt"
    saved.write_text(BRIDGE)
    async with opened(saved, size=(160, 50)) as app:
        (record,) = put_on_record(app, BRIDGE, "she would build the bridge", quantity=5e6, unit="USD")
        changed = BRIDGE.replace("would build the bridge for $5", "will build a bridge for $3")
        saved.write_text(changed)
        import_paths(app.app.collection, [saved])
        await with_doubts(app, 1)
        app.screen.page.select((changed.index("she will"), changed.index(" for $3")))
        await app.press("L")
        await app.says(NOT_SAID)
        await app.says("this may be said otherwise now: L")
        await app.press("e")
        await app.says("Commitment")
        app.screen.row_of("quantity").query("QuantityField").first().value = "3 million"
        await app.press("ctrl+s")
        await app.until(lambda: not _anchor(app.app.collection, record).needs_look)
        await app.until(lambda: "needs a look" not in app.text)


async def test_of_several_the_one_offered_is_anchored_where_it_was_offered_and_nowhere_else(opened, tmp_path) -> None:
    saved = tmp_path / "saved.txt"
    saved.write_text(BRIDGE)
    words = ("she would build the bridge", "he would dredge the river")
    async with opened(saved) as app:
        collection = app.app.collection
        (first,) = put_on_record(app, BRIDGE, words[0], quantity=5e6, unit="USD")
        (second,) = put_on_record(app, BRIDGE, words[1], quantity=9e6, unit="USD")
        saved.write_text(BRIDGE.replace("$5 million", "$3 million").replace("$9 million", "$8 million"))
        import_paths(collection, [saved])
        await with_doubts(app, 2)

        async def offered() -> None:
            await app.press("L")
            await app.says("Needs a look: 2")
            await app.press("enter")
            await app.until(lambda: app.screen is app.app.reading_screen and app.screen.page.selected)

        await offered()
        lost, other = first, words[1]
        if app.screen.page.selected[0] != BRIDGE.index(words[0]):
            lost, other = second, words[0]
        await app.press("escape")
        app.screen.page.select((BRIDGE.index(other), BRIDGE.index(other) + len(other)))
        await app.press("L")
        await app.says("Needs a look: 2")
        assert _anchor(collection, lost).needs_look
        await app.press("escape", "escape")
        await offered()
        await app.press("L")
        await app.says("Not all said here")
        await app.press("L")
        await app.says("Anchored here")
        assert not _anchor(collection, lost).needs_look
        assert _anchor(collection, first).needs_look != _anchor(collection, second).needs_look


def _anchor(collection, record: str):
    (anchor,) = records.get(collection, record).anchors
    return anchor


async def test_a_name_is_not_offered_inside_another_word(opened, tmp_path) -> None:
    saved = tmp_path / "saved.txt"
    told = "Headline one\n\nMinister Pell spoke at length in the old hall on Monday.\n\nThe end of it.\n"
    saved.write_text(told)
    async with opened(saved) as app:
        put_on_record(app, told, "Pell")
        saved.write_text("Headline one\n\nThe isle of Pellworm was quiet, and nobody came.\n\nThe end of it.\n")
        import_paths(app.app.collection, [saved])
        await with_doubts(app, 1)
        await app.press("L")
        await app.says("Select these words, or what stands for them now, and press L: Pell")
        assert app.screen.page.selected is None


async def test_of_a_note_whose_words_were_not_found_those_are_told_and_the_headline_is_not_offered(opened) -> None:
    text = "Locks of the canal\nTwo new locks are built, and two new locks are planned.\n"
    marked = (SavedHighlight("two old locks", "Since when?"),)
    async with opened() as app:
        import_items(app.app.collection, [SavedArticle(text, title="Locks", highlights=marked)])
    async with opened(size=(160, 50)) as app:
        await with_doubts(app, 1)
        await app.says("? this may be said otherwise now: L")
        await app.press("L")
        await app.says("press L: “two old locks” Since when")
        assert app.screen.page.selected is None


@pytest.mark.parametrize("changed", [False, True])
async def test_of_notes_whose_words_were_not_found_the_one_chosen_is_first_and_is_told_by_its_words(
    opened, changed
) -> None:
    text = "Locks will open\nTwo new locks are built, and a weir is planned by the council of Lest.\n"
    marked = (SavedHighlight("the two old locks"), SavedHighlight("a dam and a weir"))
    async with opened() as app:
        import_items(app.app.collection, [SavedArticle(text, title="Locks", url=URL, highlights=marked)])
        if changed:
            text = text.replace("Locks will open", "What the council wants")
            import_items(app.app.collection, [SavedArticle(text, title="Locks", url=URL)])
    async with opened(size=(160, 50)) as app:
        await with_doubts(app, 2)
        for keys in (("enter",), ("j", "enter")):  # one of them is the less like what is selected
            await choose_of_two(app, *keys)
            chosen, note = app.screen._offered[0], app.screen._doubtful()[app.screen._offered[0]][0].note
            assert f"press L: {note}" in app.text
            app.screen.page.select((text.index("Two new"), text.index(" are")))
            await app.press("L", "enter")
            await app.says(f"Anchored here: {note}")
            assert chosen not in app.screen._doubtful()
            await app.press("u")
            await app.until(lambda: len(app.screen._doubtful()) == 2)


PLEDGE = (
    "The ministry will spend $500 million on three new ports along the coast before the end of 2031, the minister said "
    "on Monday in the capital.\n"
)
HOME = f"Alpha, one opening line, stands here.\n{PLEDGE}"
AWAY = f"Beta, other opening words, stand here.\n{PLEDGE}"


async def test_an_article_that_carries_a_copy_does_not_say_that_the_record_needs_a_look(opened) -> None:
    async with opened(size=(160, 50)) as app:
        collection = app.app.collection
        import_items(collection, [SavedArticle(HOME, title="Home", url=URL)])
        (record,) = put_on_record(app, HOME, PLEDGE.strip())
        import_items(collection, [SavedArticle(AWAY, title="Away", published="2031-01-02")])
        look_for_pending(collection)
        update_passages(collection)
        await app.to_article()
        await app.until(lambda: app.screen.reading.row.title == "Away")
        app.screen.page.go_to(AWAY.index("ministry"))
        await app.says("+ carried over")
        import_items(collection, [SavedArticle(HOME.replace("three new ports", "no port"), title="Home", url=URL)])
        look_for_pending(collection)
        assert records.get(collection, record).needs_look
        await app.press("down", "up")
        assert "needs a look" not in app.text
        assert "otherwise now" not in app.text
        assert app.screen.why_not("look") == "No record of this article needs a look."


HALVES = ("“We will build two bridges,”", "“and forty ferries for Umber by 2031.”")
HALVED = f"First para here. {HALVES[0]} said Pell Orrin on the hill, {HALVES[1]}\nEnd of it with other words.\n"


@pytest.mark.parametrize("lost", [0, 1])
async def test_a_quote_of_which_a_part_lost_its_place_is_copied_whole_and_the_reader_is_told(opened, lost) -> None:
    changed = HALVED.replace(HALVES[lost][1:-2], "but nothing whatever")
    async with opened() as app:
        collection = app.app.collection
        import_items(collection, [SavedArticle(HALVED, title="Hill", url=URL)])
        (row,) = articles.rows(collection, articles.ids(collection))
        spans = [("content", HALVED.index(half), HALVED.index(half) + len(half)) for half in HALVES]
        records.tag(collection, "quote", row.uid, spans, {"form": "direct"})
        import_items(collection, [SavedArticle(changed, title="Hill", url=URL)])
    async with opened() as app:
        await with_doubts(app, 1)
        app.screen.page.go_to(changed.index(HALVES[1 - lost]))
        await app.press("Y")
        await app.until(lambda: app.app.words_copier.words == OMISSION.join(HALVES))
        await app.says("A part of what is on record does not stand here.")
        await app.press("y")
        await app.until(lambda: "[…]" in app.app.words_copier.words and "Hill" in app.app.words_copier.words)
        assert all(half.strip("“”") in app.app.words_copier.words for half in HALVES)


async def test_the_record_that_a_list_opens_is_the_one_meant_until_the_cursor_moves(opened, tmp_path) -> None:
    saved = tmp_path / "saved.txt"
    saved.write_text(BRIDGE)
    sentence = "he would dredge the river"
    async with opened(saved) as app:
        (promise,) = put_on_record(app, BRIDGE, sentence, quantity=9e6, unit="USD")
        (quote,) = put_on_record(app, BRIDGE, "he would dredge")
        await app.press("c")
        await app.says("Commitments: 1")
        await app.press("enter")
        await app.until(lambda: app.screen is app.app.reading_screen and app.screen.record_here())
        assert app.screen.page.place == BRIDGE.index(sentence)
        assert app.screen.record_here().uid == promise
        await app.press("l")
        await app.until(lambda: app.screen.record_here().uid == quote)
        await app.press("h")
        await app.press("c", "enter")
        await app.until(lambda: app.screen is app.app.reading_screen and app.screen.record_here().uid == promise)
        await app.press("X")
        await app.says("Deleted: commitment")


async def test_the_lists_say_which_records_need_a_look(opened, tmp_path) -> None:
    saved = tmp_path / "saved.txt"
    saved.write_text(BRIDGE)
    async with opened(saved) as app:
        put_on_record(app, BRIDGE, "she would build the bridge", quantity=5e6, unit="USD", action="build the bridge")
        put_on_record(app, BRIDGE, "he would dredge the river", quantity=9e6, unit="USD", action="dredge the river")
        saved.write_text(BRIDGE.replace("$5 million", "$3 million"))
        import_paths(app.app.collection, [saved])
        await with_doubts(app, 1)
        await app.press("c")
        await app.says("Commitments: 2")
        await app.says("? build the bridge")
        assert "? dredge the river" not in app.text


async def test_of_several_the_one_most_like_what_is_selected_is_first_and_is_named_when_anchored(
    opened, tmp_path
) -> None:
    saved = tmp_path / "saved.txt"
    saved.write_text(BRIDGE)
    words = ("she would build the bridge", "he would dredge the river")
    async with opened(saved) as app:
        collection = app.app.collection
        made = [put_on_record(app, BRIDGE, said)[0] for said in words]
        changed = BRIDGE.replace(words[0], "she will build a bridge").replace(words[1], "he will dredge a river")
        saved.write_text(changed)
        import_paths(collection, [saved])
        await with_doubts(app, 2)
        for number, new in ((1, "he will dredge a river"), (0, "she will build a bridge")):
            app.screen.page.select((changed.index(new), changed.index(new) + len(new)))
            await app.press("L")
            if number:
                await app.says("Needs a look: 2")
                await app.press("enter")
            await app.says(f"Anchored here: “{words[number]}”")
            assert not _anchor(collection, made[number]).needs_look


LONG = (
    "the council would build a new bridge over the river near the old harbour and would pay for the work with the money "
    "from the sale of the town hall that the town had sold to a firm from the north in the spring of last year after "
    "months of talks with it"
)
ANEW = (
    "the council will build a new span over the river near the harbour and will pay for the work with the money from "
    "the sale of the town hall, which the town had sold to a firm from the north in the spring of last year after "
    "weeks of talks with it"
)
HILL = "the council will build a new span over the hill"


async def test_of_a_long_selection_the_record_with_most_of_its_words_is_first(opened, tmp_path) -> None:
    saved = tmp_path / "saved.txt"
    told = f"Headline one\n\nMayor Bell said {HILL}.\n\nShe said {LONG}.\n\nThe end of it.\n"
    saved.write_text(told)
    async with opened(saved) as app:
        hill, river = put_on_record(app, told, HILL, LONG)
        saved.write_text(changed := told.replace(HILL, "some days of it").replace(LONG, ANEW))
        import_paths(app.app.collection, [saved])
        await with_doubts(app, 2)
        app.screen.page.select((changed.index(ANEW), changed.index(ANEW) + len(ANEW)))
        await app.press("L")
        await app.says("Needs a look: 2")
        await app.press("enter")
        await app.says("Anchored here: “the council would build")
        assert [_anchor(app.app.collection, one).needs_look for one in (hill, river)] == [True, False]


async def test_the_one_chosen_is_first_when_its_words_are_selected_however_like_another_they_are(
    opened, tmp_path
) -> None:
    saved = tmp_path / "saved.txt"
    saved.write_text(BRIDGE)
    words = ("she would build the bridge", "he would dredge the river")
    new = "the bridge will be dredged, he said"
    changed = f"Headline one\n\nOf all, {new}.\n\nThe end of it.\n"
    async with opened(saved) as app:
        collection = app.app.collection
        made = {put_on_record(app, BRIDGE, said)[0]: said for said in words}
        saved.write_text(changed)
        import_paths(collection, [saved])
        await with_doubts(app, 2)
        for keys in (("enter",), ("j", "enter")):  # one of them is the less like what is selected
            await choose_of_two(app, *keys)
            chosen = app.screen._doubtful()[app.screen._offered[0]][0].uid
            app.screen.page.select((changed.index(new), changed.index(new) + len(new)))
            await app.press("L")
            await app.says("Needs a look: 2")
            await app.press("enter")
            await app.says(f"Anchored here: “{made[chosen]}”")
            assert not _anchor(collection, chosen).needs_look
            await app.press("u")
            await app.says("Undone")
            await app.until(lambda: len(app.screen._doubtful()) == 2)


async def test_of_several_the_one_chosen_last_is_first_again(opened, tmp_path) -> None:
    saved = tmp_path / "saved.txt"
    saved.write_text(BRIDGE)
    async with opened(saved) as app:
        put_on_record(app, BRIDGE, "she would build the bridge", "he would dredge the river")
        saved.write_text("Headline one\n\nSomething wholly other happened instead in the town.\n\nThe end of it.\n")
        import_paths(app.app.collection, [saved])
        await with_doubts(app, 2)
        sought = []
        for keys in (("j", "enter"), ("enter",)):
            await choose_of_two(app, *keys)
            sought.append(app.screen._offered[0])
        assert sought[0] == sought[1]
