"""What is copied of a record: whose words it says they are, and of which record where several overlap."""

from pathlib import Path

import pytest

from store import records, speakers
from tui.settings import Settings

GRAIN = (
    "Grain for the south\n\n"
    "Agriculture Minister Ilse Brandt said Velmora will send 40,000 tonnes of wheat to Tarsia by 30 September 2031.\n\n"
    "“The ships are loaded, and they will go,” Brandt said of the “long wait” of the south.\n"
)
TOLD = "Velmora will send 40,000 tonnes of wheat to Tarsia by 30 September 2031"


@pytest.fixture
def grain(tmp_path: Path) -> Path:
    path = tmp_path / "grain.txt"
    path.write_text(GRAIN, encoding="utf-8")
    return path


def on_record(app, kind: str, *words: str, form: str = "direct") -> str:
    """Put words on record in the open article, as Brandt's. Returns the record's uid."""
    text, owner = app.screen.reading.text, speakers.create(app.app.collection, "Ilse Brandt")
    spans = [("content", text.index(one), text.index(one) + len(one)) for one in words]
    fields = {"speaker": owner, "role": "Minister", "form": form} if kind == "quote" else {"promisor": owner}
    return records.tag(app.app.collection, kind, app.screen.reading.row.uid, spans, fields)


async def copied(app) -> str:
    await app.press("y")
    await app.until(lambda: app.app.words_copier.words != "")
    return app.app.words_copier.words


async def opened_from_list(app, key: str, title: str) -> None:
    await app.press(key)
    await app.says(title)
    await app.press("enter")
    await app.until(lambda: app.screen.page.has_focus and app.screen.record_here() is not None)


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("full", f"{TOLD} — Ilse Brandt (indirect speech), Minister, Grain for the south"),
        ('"{quote}" -- {speaker}', f"{TOLD} -- Ilse Brandt (indirect speech)"),
    ],
)
async def test_indirect_speech_is_copied_as_what_it_is(opened, grain, template, said) -> None:
    from store.citation import TEMPLATES

    async with opened(grain, settings=Settings(citation=TEMPLATES.get(template, template))) as app:
        await app.to_article()
        on_record(app, "quote", TOLD, form="indirect")
        await opened_from_list(app, "o", "Quotes: 1")
        assert await copied(app) == said


async def test_words_selected_in_indirect_speech_are_no_speech_either(opened, grain) -> None:
    async with opened(grain) as app:
        await app.to_article()
        on_record(app, "quote", TOLD, form="indirect")
        await opened_from_list(app, "o", "Quotes: 1")
        await app.press("v", "w", "w")
        assert await copied(app) == "Velmora will send — Ilse Brandt (indirect speech), Minister, Grain for the south"


async def test_a_commitment_is_copied_in_the_words_of_the_article(opened, grain) -> None:
    async with opened(grain) as app:
        await app.to_article()
        on_record(app, "commitment", "“The ships are loaded, and they will go,” Brandt said of the “long wait”")
        await opened_from_list(app, "c", "Commitments: 1")
        assert await copied(app) == (
            "“The ships are loaded, and they will go,” Brandt said of the “long wait” — promised by Ilse Brandt, "
            "Grain for the south"
        )


SHIPS = "“The ships are loaded, and they will go,” Brandt said of the “long wait”"


async def test_all_keys_act_on_the_record_that_the_list_has_opened(opened, grain) -> None:
    async with opened(grain) as app:
        await app.to_article()
        on_record(app, "quote", "“The ships are loaded, and they will go,”")
        whole = on_record(app, "quote", SHIPS)
        await app.press("o")
        await app.says("Quotes: 2")
        app.app.screen.list.go_to(whole)
        await app.press("enter")
        await app.until(lambda: app.screen.page.has_focus and app.screen.record_here() is not None)
        await app.says("❝ Ilse Brandt, Minister, direct · 1 more on record here")
        assert app.screen.record_here().uid == whole
        assert (await copied(app)).startswith(f"{SHIPS} — Ilse Brandt")
        await app.press("X")
        await app.until(lambda: len(app.screen.reading.records) == 1)
        assert app.screen.reading.records[0].uid != whole
        await app.until(lambda: "more on record here" not in app.text)
