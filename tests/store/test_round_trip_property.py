"""Whatever is on record: exported, imported into an empty collection and exported again, the file is the same."""

from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from store import articles, records, speakers
from store.check import check
from store.collection import open_collection
from store.exporting import export
from store.importing import import_items, import_paths
from store.model import SavedArticle
from store.passages import look_for_pending
from store.registers import variants

SENTENCES = (
    "Orrin 🜂 said the bridge would stand by 2031. ",
    "“We pay 40 ferries,” Taverne told the e\u0301lus. ",
    "“We will build two bridges over the river Umber by 2031, and nobody in Veldmar pays a toll for that,” he said. ",
    "“We will build ten bridges over the river Umber by 2031, and nobody in Veldmar pays a toll for that,” he said. ",
    "A 𝔟arge <lay> & rested\nin Norrin. ",
)

texts = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6).map("".join)
places = st.tuples(st.floats(0, 0.95), st.integers(1, 30))
record = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["quote", "mention", "commitment", "note"]),
        "content": places,
        "parts": st.lists(st.tuples(st.sampled_from(["content", "source", "cue"]), places), max_size=3),
        "speaker": st.integers(0, 2),
        "note": st.sampled_from(["", "look\nagain", "=1+1 🜂"]),
    }
)
article = st.fixed_dictionaries(
    {
        "versions": st.lists(texts, min_size=1, max_size=3),
        "records": st.lists(record),
        "labels": st.lists(st.sampled_from(["to read", "x́ 🜂", "ferries, locks"]), unique=True).map(tuple),
        "saved": st.sampled_from(["", "2031-05-06"]),
        "starred": st.booleans(),
    }
)


def place(text, where):
    start = int(where[0] * len(text))
    return start, min(len(text), start + where[1])


def fill(collection, made, merged):
    """Articles with their versions; records are made on each version in turn, so that some stay behind."""
    known = [speakers.create(collection, name, role="envoy") for name in ("Pell Orrin", "Ana Taverne", "The Port")]
    for number, one in enumerate(made):
        url = f"https://norrin.example/{number}"
        for at, text in enumerate(one["versions"]):
            about = {"title": f"No. {number}", "url": url, "published": f"2031-0{number + 1}-01"}
            about |= {"labels": one["labels"], "saved": one["saved"], "extractor": "pocket", "file_sha256": f"{at:064}"}
            import_items(collection, [SavedArticle(text, published_precision="day", outlet=f"Wire {number}", **about)])
            row = next(iter(articles.rows(collection, articles.ids(collection, words=f'outlet:"Wire {number}"'))), None)
            if row is None:
                continue  # its text is that of an article before
            if one["starred"]:
                articles.star(collection, row.uid, True)
            for wanted in one["records"][at :: len(one["versions"])]:
                tag(collection, row, wanted, known)
    look_for_pending(collection)
    for number, variant in enumerate(variants(collection)):
        with suppress(records.NoSuchRecord):  # a decision before it may have settled this one too
            records.decide(collection, variant.uid, variant.text, variant.start, ("joined", "parted")[number % 2])
    if merged:
        speakers.merge(collection, [known[0]], known[1])


def tag(collection, row, wanted, known):
    text = articles.open_reading(collection, row.id).text
    spans = [("content", *place(text, wanted["content"]))]
    spans += [(role, *place(text, where)) for role, where in wanted["parts"]]
    owner = {"quote": "speaker", "mention": "speaker", "commitment": "promisor"}.get(wanted["kind"])
    fields = {owner: known[wanted["speaker"]]} if owner else {}
    try:
        records.tag(collection, wanted["kind"], row.uid, spans, fields, note=wanted["note"])
    except records.AlreadyThere:
        return


def whole(collection):
    """All records with all their spans, the decisions about copies, labels, saved days, stars, and the speakers."""
    kinds = ("quote", "mention", "commitment", "note")
    kept = [records.list_records(collection, kind) for kind in kinds]
    tables = ("decision", "label", "listing")
    tables = [collection.read.execute(f"SELECT * FROM {name} ORDER BY uid").fetchall() for name in tables]
    stars = collection.read.execute("SELECT uid FROM article WHERE starred ORDER BY uid").fetchall()
    return kept, tables, stars, speakers.speakers(collection)


@pytest.mark.parametrize("form", ["jsonl", "w3c"])
@settings(max_examples=40, deadline=None, phases=[Phase.reuse, Phase.generate])  # shrinking takes many minutes
@given(made=st.lists(article, min_size=1, max_size=3), merged=st.booleans())
def test_export_import_export_is_the_same(form, made, merged):
    with TemporaryDirectory() as folder:
        first, again = Path(folder, "first.jsonl"), Path(folder, "again.jsonl")
        with closing(open_collection(Path(folder, "one.db"))) as collection:
            fill(collection, made, merged)
            export(collection, form, first)
            before = whole(collection)
        with closing(open_collection(Path(folder, "two.db"))) as other:
            summary = import_paths(other, [first])
            export(other, form, again)
            look_for_pending(other)
            assert whole(other) == before
            assert list(check(other)) == []
        if first.stat().st_size and b"uid" in first.read_bytes():
            assert summary.failed == []
        assert again.read_text(encoding="utf-8") == first.read_text(encoding="utf-8")
