"""Registers and the list of variants."""

import threading
from collections.abc import Callable, Sequence

from store.registers import VariantEntry
from tui.screens.register import Does, Register
from tui.screens.register_rows import Column, RegisterRow
from tui.screens.variants import Variants

COLUMNS = [Column("date", 10), Column("speaker", 20), Column("words"), Column("outlet", 14)]


def entries(count: int) -> list[RegisterRow]:
    people = ("Tamsin Orlova", "Émile Søren")
    return [
        RegisterRow(f"u{i}", (f"2026-11-{i + 1:02}", people[i % 2], f"“Promise {i}”", "Lest Herald"))
        for i in range(count)
    ]


def ignore(*_: object) -> None:
    pass


async def test_enter_opens_the_entry_under_the_cursor(show) -> None:
    async with show(Register, "Quotes", COLUMNS, lambda: entries(9), Does(ignore)) as shown:
        await shown.until(lambda: "Quotes: 9" in shown.text)
        assert "“Promise 0”" in shown.text
        assert "Tamsin Orlova" in shown.text
        await shown.press("j", "down", "enter")
        assert shown.result == "u2"


async def test_typing_narrows_and_esc_widens_again(show) -> None:
    async with show(Register, "Quotes", COLUMNS, lambda: entries(9), Does(ignore)) as shown:
        await shown.until(lambda: "Quotes: 9" in shown.text)
        await shown.press("slash")
        await shown.type("soren 3")
        await shown.until(lambda: "Quotes: 1 of 9" in shown.text)
        assert "“Promise 3”" in shown.text
        await shown.press("escape")
        await shown.until(lambda: "Quotes: 9" in shown.text)
        await shown.press("slash")
        await shown.type("soren")
        await shown.until(lambda: "Quotes: 4 of 9" in shown.text)
        await shown.press("enter", "down", "enter")
        assert shown.result == "u5", "the cursor stood on u3 all along"


async def test_a_key_before_the_entries_are_read_does_not_stop_the_reading(show) -> None:
    read = threading.Event()

    def slowly() -> list[RegisterRow]:
        read.wait()
        return entries(3)

    async with show(Register, "Quotes", COLUMNS, slowly, Does(ignore)) as shown:
        try:
            await shown.press("S", "slash", "p")
        finally:
            read.set()
        await shown.until(lambda: "Quotes: 3" in shown.text)


async def test_nothing_is_done_to_what_is_not_marked_where_something_is(show) -> None:
    done: list[Sequence[str]] = []
    does = Does(delete=done.append, export=done.append)
    async with show(Register, "Quotes", COLUMNS, lambda: entries(3), does) as shown:
        await shown.until(lambda: "Quotes: 3" in shown.text)
        await shown.press("space", "slash", *"soren", "enter")
        await shown.until(lambda: "Quotes: 1 of 3" in shown.text)
        await shown.press("X", "E")
        assert not done
        assert any("filtered away" in one.message for one in shown.app._notifications)
        await shown.press("escape", "X")
        await shown.until(lambda: done == [["u0"]])


async def test_what_is_not_there_is_said(show) -> None:
    async with show(
        Register, "Quotes", COLUMNS, list, Does(ignore), "No quotes yet: select words and press 1."
    ) as shown:
        await shown.until(lambda: "No quotes yet" in shown.text)
        await shown.press("enter", "e")
        assert shown.open
        await shown.press("q")
        assert shown.result is None
    async with show(Register, "Quotes", COLUMNS, lambda: entries(3), Does(ignore)) as shown:
        await shown.press("f", "z")
        await shown.until(lambda: "Nothing here has these words." in shown.text)


async def test_an_edited_entry_shows_in_its_place(show) -> None:
    edited: list[str] = []
    rows = entries(9)
    async with show(Register, "Quotes", COLUMNS, lambda: tuple(rows), Does(edited.append)) as shown:
        await shown.until(lambda: "Quotes: 9" in shown.text)
        await shown.press("j", "j", "j", "e")
        assert edited == ["u3"]
        rows[3] = RegisterRow("u3", ("2026", "Nobody", "“Changed”", ""))
        del rows[0]
        shown.app.screen.reload()
        await shown.until(lambda: "“Changed”" in shown.text)
        await shown.press("enter")
        assert shown.result == "u3"


async def test_hostile_entries_are_shown_as_marks(show) -> None:
    evil = "\x1b]8;;x\x07[/x]\u202e\x9b"
    async with show(Register, evil, COLUMNS, lambda: [RegisterRow("u", (evil,) * 4)], Does(ignore)) as shown:
        await shown.until(lambda: shown.text.count("␛]8;;x␇[/x]") > 1)
        assert not any(char in shown.text for char in evil if not char.isprintable())


def variant(
    uid: str, start: int, home: str, words: str, outlet: str, paragraph: int, kind: str = "quote"
) -> VariantEntry:
    """A place, in a text of an outlet's, of a record that stands in the Herald."""
    at = {"home_title": "", "home_outlet": "Herald", "home_published": "", "home_paragraph": 3}
    return VariantEntry(
        uid, kind, 1, "", outlet, "", words, f"text of {outlet}", start, home, paragraph=paragraph, **at
    )


VARIANTS = [
    variant("u1", 20, "We invest $500 million, not more.", "We invest $5 billion, more.", "Post", 5),
    variant("u1", 30, "We invest $500 million, not more.", "We invest nothing.", "Tribune", 1),
    variant("u2", 20, "one", "two", "Post", 8),
]


async def test_a_variant_of_a_quote_is_told_from_that_of_a_commitment(show) -> None:
    both = [variant(kind, 20, "340", "430", "Post", 5, kind) for kind in ("quote", "commitment")]
    async with show(Variants, lambda: both, ignore, ignore) as shown:
        await shown.until(lambda: "Variants: 2" in shown.text)
        assert [sign for line in shown.lines for sign in "❝⚑" if f"{sign} Post" in line] == ["❝", "⚑"]
        assert "❝ on record: Herald" in shown.text
        await shown.press("j")
        assert "⚑ on record: Herald" in shown.text


async def test_a_variant_stands_beside_what_is_on_record(show) -> None:
    async with show(Variants, lambda: VARIANTS, ignore, ignore) as shown:
        await shown.until(lambda: "on record: Herald, no date, ¶3" in shown.text)
        assert "differs: Post, no date, ¶5" in shown.text
        assert "We invest $500 million, not more." in shown.text
        await shown.press("j")
        assert "differs: Tribune, no date, ¶1" in shown.text
        await shown.press("enter")
        assert shown.result == VARIANTS[1]


class Store:
    """Decisions that are kept, or fail, when the test says so."""

    def __init__(self) -> None:
        self.calls: list[object] = []
        self.answers: list[tuple[Callable[[str], None], Callable[[], None]]] = []

    def decide(
        self, variant: VariantEntry, verdict: str, kept: Callable[[str], None], failed: Callable[[], None]
    ) -> None:
        self.calls.append((variant.uid, variant.start, verdict))
        self.answers.append((kept, failed))

    def keep(self) -> None:
        self.answers.pop(0)[0](f"decision {len(self.calls)}")

    def fail(self) -> None:
        self.answers.pop(0)[1]()

    def undo(self, made: str, undone: Callable[[], None], failed: Callable[[], None]) -> None:
        self.calls.append("undone")
        undone()


async def test_decisions_are_handed_on_at_once_and_taken_back(show) -> None:
    store = Store()
    async with show(Variants, lambda: VARIANTS, store.decide, store.undo) as shown:
        await shown.until(lambda: "Variants: 3" in shown.text)
        await shown.press("u")
        assert store.calls == []
        await shown.press("j", "x")
        assert "Variants: 2" in shown.text
        await shown.press("a")
        assert store.calls == [("u1", 30, "parted"), ("u2", 20, "joined")]
        store.keep()
        store.keep()
        await shown.press("u", "u", "u")
        assert store.calls[2:] == ["undone", "undone"]
        assert "Variants: 3" in shown.text
        assert "differs: Tribune, no date, ¶1" in shown.text
        await shown.press("escape")
        assert shown.result is None


async def test_a_decision_that_failed_comes_back_and_nothing_else_is_taken_back(show) -> None:
    store = Store()
    async with show(Variants, lambda: VARIANTS, store.decide, store.undo) as shown:
        await shown.until(lambda: "Variants: 3" in shown.text)
        await shown.press("x", "u")
        assert "Variants: 2" in shown.text
        store.fail()
        await shown.pilot.pause()
        assert "Variants: 3" in shown.text
        assert "differs: Post, no date, ¶5" in shown.text
        await shown.press("u")
        assert store.calls == [("u1", 20, "parted")]


async def test_taking_back_waits_until_the_decision_is_kept(show) -> None:
    store = Store()
    async with show(Variants, lambda: VARIANTS, store.decide, store.undo) as shown:
        await shown.until(lambda: "Variants: 3" in shown.text)
        await shown.press("x", "u")
        assert store.calls == [("u1", 20, "parted")]
        store.keep()
        await shown.pilot.pause()
        assert store.calls[1:] == ["undone"]
        assert "Variants: 3" in shown.text


async def test_a_list_that_was_left_takes_answers_still(show) -> None:
    store = Store()
    async with show(Variants, lambda: VARIANTS, store.decide, store.undo) as shown:
        await shown.until(lambda: "Variants: 3" in shown.text)
        await shown.press("x", "a", "escape")
        assert shown.result is None
        store.keep()
        store.fail()


async def test_the_last_decision_leaves_an_empty_list(show) -> None:
    async with show(Variants, lambda: VARIANTS[:1], ignore, ignore) as shown:
        await shown.until(lambda: "Variants: 1" in shown.text)
        await shown.press("a")
        assert "No copy waits for a decision." in shown.text
        await shown.press("a", "x", "enter")
        assert shown.open
