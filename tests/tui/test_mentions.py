"""A name in the text is put on record as its speaker: from the key to the store, the CSV, the register and the page."""

import csv
from pathlib import Path

import pytest

from store import records, speakers
from store.exporters.rows import Selection
from store.exporting import export

pytestmark = pytest.mark.usefixtures("at_rest")


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_a_selected_name_is_put_on_record(opened, river_talks: Path, tmp_path: Path, size) -> None:
    async with opened(river_talks, size=size) as app:
        await app.to_article()
        app.screen.page.select(words_of(app, "Oskar Belun"))
        await app.press("2")
        await app.says("these words")
        await app.type("Oskar Belun")
        await app.press("enter")
        await app.type("President of Sutheria")
        await app.press("enter")
        await app.says("On record: speaker")

        (mention,) = records.list_records(app.app.collection, "mention")
        (speaker,) = speakers.speakers(app.app.collection)
        assert [anchor.exact for anchor in mention.anchors] == ["Oskar Belun"]
        assert (mention.fields["speaker"], mention.fields["role"]) == (speaker.uid, "President of Sutheria")
        assert (speaker.name, [role.title for role in speaker.roles]) == ("Oskar Belun", ["President of Sutheria"])

        await app.until(lambda: app.screen.record_here() is not None)
        await app.says("@ Oskar Belun, President of Sutheria")
        await app.press("s")
        await app.says("Speakers: 1")
        assert "1 @" in app.text
        (path,) = export(app.app.collection, "csv", tmp_path / "speakers.csv", Selection(("speaker",)))
        with path.open(encoding="utf-8", newline="") as file:
            (row,) = csv.DictReader(file)
        assert (row["exact"], row["speaker"], row["role"]) == ("Oskar Belun", "Oskar Belun", "President of Sutheria")


async def test_another_name_becomes_an_alias_of_a_known_speaker(opened, river_talks: Path) -> None:
    async with opened(river_talks) as app:
        await app.to_article()
        app.screen.page.select(words_of(app, "Oskar Belun"))
        await app.press("2")
        await app.type("Oskar Belun")
        await app.press("ctrl+n", "enter")
        await app.says("On record: speaker")
        app.screen.page.select(words_of(app, "The Norrinese chancellor"))
        await app.press("2")
        await app.type("Os")
        await app.press("enter", "enter")
        await app.until(lambda: len(records.list_records(app.app.collection, "mention")) == 2)
        (speaker,) = speakers.speakers(app.app.collection)
        assert speaker.aliases == ("The Norrinese chancellor",)
        await app.press("u")
        await app.until(lambda: len(records.list_records(app.app.collection, "mention")) == 1)
        assert speakers.speakers(app.app.collection)[0].aliases == ()


def words_of(app, words: str) -> tuple[int, int]:
    """The span of the first place of some words in the open article."""
    start = app.screen.reading.text.index(words)
    return start, start + len(words)
