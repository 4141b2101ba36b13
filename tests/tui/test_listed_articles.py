"""What reading lists say of an article stands above its text."""

from contextlib import closing

from store import articles
from store.collection import open_collection
from store.importing import import_items
from store.model import SavedArticle
from tui import describe


def test_labels_and_the_day_it_was_saved_stand_in_the_header(tmp_path):
    with closing(open_collection(tmp_path / "listed.db")) as collection:
        listed = {"labels": ("to read", "ferries\x1b[31m"), "extractor": "pocket"}
        for saved in ("2031-05-06", "2031-04-01"):
            import_items(collection, [SavedArticle("The ferries run in May.", title="Ferries", saved=saved, **listed)])
        import_items(collection, [SavedArticle("The locks open in May.", title="Locks")])
        with_lists, without = (describe.header(articles.open_reading(collection, number)) for number in (1, 2))
    assert "saved 2031-04-01 · ferries\x1b[31m, to read" in with_lists
    assert not any("saved" in line for line in without)
