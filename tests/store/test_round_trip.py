"""JSON Lines and web annotations come back in without loss: ids kept, nothing doubled, nothing brought back to life."""

import json
from contextlib import closing

import pytest

from store import articles, records, speakers
from store.check import check
from store.collection import open_collection
from store.exporters.rows import KINDS, columns
from store.exporting import export
from store.importing import import_items, import_paths
from store.model import SavedArticle
from store.passages import look_for_pending
from store.registers import variants
from store.uniting import unite_with

FORMS = {"jsonl": "out.jsonl", "w3c": "out.jsonld"}


def flat(collection):
    """All rows of the views, without the number that articles have here."""
    told = {
        kind: ", ".join(f'"{name}"' for name in columns(collection, kind) if name != "article_number") for kind in KINDS
    }
    return {
        kind: collection.read.execute(f"SELECT {told[kind]} FROM {name}_flat").fetchall()
        for kind, name in KINDS.items()
    }


def whole(collection):
    """All that a round trip keeps of records and speakers."""
    kinds = ("quote", "mention", "commitment", "note")
    return [records.list_records(collection, kind) for kind in kinds], speakers.speakers(collection)


@pytest.fixture
def other(tmp_path):
    with closing(open_collection(tmp_path / "other" / "onrecord.db")) as opened:
        yield opened


@pytest.fixture
def noted(tagged):
    """The tagged collection, with a note and a decision about a copy."""
    first = articles.find(tagged, "1")
    records.tag(tagged, "note", first.uid, [("content", 2, 9)], note="odd\ndateline")
    return tagged


@pytest.mark.parametrize("form", FORMS)
def test_into_an_empty_collection_everything_comes_back(noted, other, tmp_path, form):
    export(noted, form, tmp_path / FORMS[form])
    summary = import_paths(other, [tmp_path / FORMS[form]])
    assert (summary.added, summary.records, summary.failed) == (2, 7, [])
    assert flat(other) == flat(noted)
    assert whole(other) == whole(noted)
    assert articles.correctable(other, articles.find(noted, "1").uid) == articles.correctable(
        noted, articles.find(noted, "1").uid
    )
    assert articles.ids(other, words="bridges").tolist() == [1]
    assert list(check(other)) == []


@pytest.mark.parametrize("form", FORMS)
def test_twice_or_into_the_same_collection_doubles_nothing(noted, other, tmp_path, form):
    out = tmp_path / FORMS[form]
    export(noted, form, out)
    for collection in (noted, other, other):
        before = collection.read.execute("SELECT count(*) FROM event").fetchone()
        summary = import_paths(collection, [out])
    assert (summary.added, summary.already, summary.records) == (0, 2, 0)
    assert other.read.execute("SELECT count(*) FROM event").fetchone() == before
    assert flat(other) == flat(noted)
    again = tmp_path / f"again-{FORMS[form]}"
    export(other, form, again)
    assert again.read_text(encoding="utf-8") == out.read_text(encoding="utf-8")


def test_records_join_an_article_that_is_here_under_another_id(noted, other, astral, tmp_path):
    import_items(other, [SavedArticle(astral, title="Mine", outlet="Norrin Wire")])
    mine = articles.find(other, "1")
    export(noted, "jsonl", tmp_path / "out.jsonl")
    summary = import_paths(other, [tmp_path / "out.jsonl"])
    assert (summary.added, summary.already) == (1, 1)
    assert len(records.records_of(other, mine.uid)) == 4
    assert articles.find(other, "1").title == "Mine"
    assert list(check(other)) == []


@pytest.mark.parametrize("form", FORMS)
def test_records_of_an_article_that_has_become_another_here_come_to_that_one(collection, add, other, tmp_path, form):
    text = "Orrin said: “We build.” And so on for some more words to follow here."
    import_items(other, [SavedArticle(text, title="Earlier")])
    article = add(text, title="Later")
    unite_with(other, collection.path)
    record = records.tag(collection, "quote", article, [("content", 0, 5)])
    export(collection, form, tmp_path / FORMS[form])
    summary = import_paths(other, [tmp_path / FORMS[form]])
    assert (summary.added, summary.already, summary.records, summary.failed) == (0, 1, 1, [])
    (row,) = articles.rows(other, articles.ids(other))
    assert (row.title, row.quotes) == ("Earlier", 1)
    assert [one.uid for one in records.records_of(other, row.uid)] == [record]
    assert list(check(other)) == []


def test_what_was_deleted_here_stays_deleted(noted, tmp_path):
    export(noted, "jsonl", tmp_path / "out.jsonl")
    quote = records.list_records(noted, "quote")[0].uid
    records.delete(noted, quote)
    import_paths(noted, [tmp_path / "out.jsonl"])
    assert quote not in [record.uid for record in records.list_records(noted, "quote")]


def test_a_speaker_deleted_here_comes_back_with_a_record_that_names_them(collection, article, other, tmp_path):
    speaker = speakers.create(collection, "Pell Orrin")
    first = records.tag(collection, "mention", article, [("content", 0, 7)], {"speaker": speaker})
    export(collection, "jsonl", tmp_path / "first.jsonl")
    import_paths(other, [tmp_path / "first.jsonl"])
    records.delete(other, first)
    speakers.delete(other, [speaker])
    second = records.tag(collection, "mention", article, [("content", 9, 15)], {"speaker": speaker})
    export(collection, "jsonl", tmp_path / "second.jsonl")
    import_paths(other, [tmp_path / "second.jsonl"])
    assert records.get(other, second).fields["speaker"] == speaker
    assert [(one.uid, one.mentions) for one in speakers.speakers(other)] == [(speaker, 1)]


def test_an_earlier_version_comes_with_its_records(collection, other, add, span, tmp_path):
    old = "Orrin said: “We build.” And so on for some more words to follow here."
    uid = add(old, url="https://norrin.example/a")
    records.tag(collection, "quote", uid, [("content", *span(old, "“We build.”"))])
    add(old.replace("We build", "They stop"), url="https://norrin.example/a")
    export(collection, "jsonl", tmp_path / "out.jsonl")
    assert import_paths(other, [tmp_path / "out.jsonl"]).failed == []
    (record,) = records.list_records(other, "quote")
    assert (record.anchors[0].exact, record.anchors[0].needs_look) == ("“We build.”", True)


def test_decisions_about_copies_come_back(collection, other, add, talks, span, tmp_path):
    text = talks + talks.replace("two bridges", "ten bridges")
    uid = add(text)
    look_for_pending(collection)
    record = records.tag(collection, "quote", uid, [("content", *span(text, "“We will build two bridges by 2031,”"))])
    (variant,) = variants(collection)
    records.decide(collection, record, variant.text, variant.start, "joined")
    export(collection, "jsonl", tmp_path / "out.jsonl")
    import_paths(other, [tmp_path / "out.jsonl"])
    look_for_pending(other)
    found = records.get(other, record)
    assert (found.copies_here, found.variants) == (1, 0)


BROKEN = {
    "an altered text": (lambda line: line.update(text="other"), "article"),
    "words elsewhere": (lambda line: line["spans"][0].update(start=1), "quote"),
    "a field that there is not": (lambda line: line["fields"].update(shoe_size=42), "quote"),
    "a list for a text": (lambda line: line["fields"].update(venue=["x"]), "quote"),
    "a wrong type": (lambda line: line["fields"].update(quantity="many"), "commitment"),
    "no id": (lambda line: line.pop("uid"), "speaker"),
    "an id that is none": (lambda line: line.update(uid="../etc"), "quote"),
    "a kind that there is not": (lambda line: line.update(onrecord="rumour"), "quote"),
    "an id used twice": (lambda line: line["spans"][1].update(uid=line["uid"]), "quote"),
    "a span before the text": (
        lambda line: line["spans"][0].update(start=-9, end=-2, exact=line["spans"][0]["exact"]),
        "quote",
    ),
    "a span beyond the text": (lambda line: line["spans"][0].update(end=10**6), "quote"),
    "an offset that is none": (lambda line: line["spans"][0].update(start=True), "quote"),
    "no span": (lambda line: line.update(spans=[]), "note"),
    "no content": (lambda line: line["spans"][0].update(role="cue"), "note"),
    "a role that there is not": (lambda line: line["spans"][1].update(role="boss"), "quote"),
    "a NUL": (lambda line: line.update(note="no\0te"), "quote"),
    "a number without an end": (lambda line: line["fields"].update(quantity=float("inf")), "commitment"),
    "a number that is none": (lambda line: line["spans"][0].update(score=float("nan")), "quote"),
    "a number too large": (lambda line: line["fields"].update(quantity=10**400), "commitment"),
    "a form that there is not": (lambda line: line["fields"].update(form="sung"), "quote"),
    "a strength that there is not": (lambda line: line["fields"].update(strength="hard\nT9\tQuote 0 4"), "commitment"),
    "a status that there is not": (lambda line: line["fields"].update(status=None), "commitment"),
    "a date that is none": (lambda line: line["fields"].update(deadline="<!--"), "commitment"),
    "a time that is none": (lambda line: line.update(added='2031" evil="1'), "commitment"),
    "a date of an article": (lambda line: line.update(published="2<!-- x"), "article"),
    "a verdict that there is not": (
        lambda line: line.update(decisions=[DECISION | {"uid": "0" * 32, "text": line["text_sha256"]}]),
        "quote",
    ),
}
DECISION = {"start": 0, "end": 1, "exact": "x", "verdict": "maybe"}


@pytest.mark.parametrize(("damage", "kind"), BROKEN.values(), ids=BROKEN)
def test_a_broken_entry_is_named_and_the_rest_comes_in(noted, other, tmp_path, damage, kind):
    out = tmp_path / "out.jsonl"
    export(noted, "jsonl", out)
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    damage(next(line for line in lines if line["onrecord"] == kind))
    out.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    summary = import_paths(other, [out])
    assert summary.failed
    assert "out.jsonl" in summary.failed[0][0]
    assert len(articles.ids(other)) >= 1
    assert speakers.speakers(other)
    assert list(check(other)) == []


@pytest.mark.parametrize(
    ("kind", "name", "day"),
    [
        ("article", "published", "2031-02-31"),
        ("commitment", "deadline", "2031-99-99"),
        ("quote", "date_said", "--13-01"),
    ],
)
def test_a_day_that_there_is_not_is_named_with_its_field(noted, other, tmp_path, kind, name, day):
    out = tmp_path / "out.jsonl"
    export(noted, "jsonl", out)
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    line = next(line for line in lines if line["onrecord"] == kind)
    line.get("fields", line)[name] = day
    out.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    assert f"{name} is {day}, a day that the calendar does not have" in import_paths(other, [out]).failed[0][1]


def test_a_file_cut_off_gives_what_it_has_and_says_so(noted, other, tmp_path):
    out = tmp_path / "out.jsonl"
    export(noted, "jsonl", out)
    out.write_bytes(out.read_bytes()[:-30])
    summary = import_paths(other, [out])
    assert len(summary.failed) == 1
    assert "cut off" in summary.failed[0][1]
    assert len(articles.ids(other)) == 2
    assert list(check(other)) == []


@pytest.mark.parametrize(
    ("cut", "why"),
    [
        (lambda lines: [*lines[:-1], lines[-1][:-1]], ["page has no end"]),
        (lambda lines: lines[:-4], ["page has no end"]),
        (lambda lines: [*lines[:-3], lines[-3][:40]], ["cut off or damaged", "page has no end"]),
        (lambda lines: [*lines[:-3], lines[-3].replace('"type"', "type"), *lines[-2:]], ["cut off or damaged"]),
    ],
    ids=["the last sign", "lines", "in a line", "a damaged line"],
)
def test_a_page_cut_off_or_damaged_gives_what_it_has_and_says_so(noted, other, tmp_path, cut, why):
    out = tmp_path / "out.jsonld"
    export(noted, "w3c", out)
    out.write_text("\n".join(cut(out.read_text(encoding="utf-8").rstrip().split("\n"))), encoding="utf-8")
    summary = import_paths(other, [out])
    assert len(summary.failed) == len(why)
    assert all(part in said for part, (_, said) in zip(why, summary.failed, strict=True))
    assert len(articles.ids(other)) == 2


def by_line(lay_out):
    return lambda text: "\n".join(lay_out(json.loads(line)) for line in text.splitlines())


LAID_OUT = {
    "a byte order mark": ("jsonl", lambda text: "\ufeff" + text),
    "keys in order": ("jsonl", by_line(lambda entry: json.dumps(entry, sort_keys=True))),
    "a page with a byte order mark": ("w3c", lambda text: "\ufeff" + text),
    "a page in one line": ("w3c", lambda text: json.dumps(json.loads(text))),
    "a page in many lines": ("w3c", lambda text: json.dumps(json.loads(text), indent=2)),
    "a page in lines without blanks before": ("w3c", lambda text: json.dumps(json.loads(text), indent=0)),
}


@pytest.mark.parametrize(("form", "lay_out"), LAID_OUT.values(), ids=LAID_OUT)
def test_what_another_program_has_laid_out_anew_comes_back(noted, other, tmp_path, form, lay_out):
    out = tmp_path / "out.json"
    export(noted, form, out)
    out.write_text(lay_out(out.read_text(encoding="utf-8")), encoding="utf-8")
    summary = import_paths(other, [out])
    assert (summary.added, summary.records, summary.failed) == (2, 7, [])
    assert whole(other) == whole(noted)


def test_lines_laid_out_anew_over_several_lines_say_what_to_do(noted, other, tmp_path):
    out = tmp_path / "out.jsonl"
    export(noted, "jsonl", out)
    text = out.read_text(encoding="utf-8")
    out.write_text("\n".join(json.dumps(json.loads(line), indent=2) for line in text.splitlines()), encoding="utf-8")
    ((_, why),) = import_paths(other, [out]).failed
    assert "export it again, an entry a line" in why


def test_an_id_of_something_else_is_refused_and_the_batch_stays(noted, other, tmp_path):
    out = tmp_path / "out.jsonl"
    export(noted, "jsonl", out)
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    speaker, article, quote = (
        next(line for line in lines if line["onrecord"] == kind) for kind in ("speaker", "article", "quote")
    )
    hostile = [
        article | {"uid": speaker["uid"]},
        speaker | {"uid": article["uid"], "aliases": [], "roles": []},
        quote | {"uid": "1" * 32},  # with the spans of another quote
    ]
    out.write_text("".join(json.dumps(line) + "\n" for line in [*lines, *hostile]), encoding="utf-8")
    (tmp_path / "good.txt").write_text("A good article.\nWith words.\n", encoding="utf-8")
    summary = import_paths(other, [tmp_path / "good.txt", out])
    assert len(summary.failed) == len(hostile)
    assert (summary.added, summary.records) == (3, 7)
    assert list(check(other)) == []


@pytest.mark.parametrize("form", FORMS)
def test_labels_saved_days_and_stars_come_back_also_of_articles_without_records(collection, other, tmp_path, form):
    listed = {"labels": ("ferries", "to read"), "saved": "2031-05-06", "extractor": "pocket", "file_sha256": "a" * 64}
    import_items(collection, [SavedArticle("The ferries will run in May.", title="Ferries", **listed)])
    article = articles.find(collection, "1")
    articles.star(collection, article.uid, True)
    export(collection, form, tmp_path / FORMS[form])
    for _ in range(2):
        import_paths(other, [tmp_path / FORMS[form]])
    for query in (
        "SELECT uid, article, name FROM label ORDER BY uid",
        "SELECT uid, article, list, saved FROM listing",
        "SELECT uid, added, starred FROM article",
        "SELECT text, extractor, file_sha256, added FROM version",
    ):
        assert other.read.execute(query).fetchall() == collection.read.execute(query).fetchall()
    assert articles.ids(other, words="label:ferries").tolist() == [1]


def test_labels_join_those_of_an_article_that_is_here_under_another_id(collection, other, tmp_path):
    import_items(
        collection, [SavedArticle("The ferries will run in May.", url="https://a.example/1", labels=("x", "y"))]
    )
    import_items(other, [SavedArticle("The ferries will run in May.", url="https://a.example/1", labels=("x",))])
    export(collection, "jsonl", tmp_path / "out.jsonl")
    import_paths(other, [tmp_path / "out.jsonl"])
    assert [name for (name,) in other.read.execute("SELECT name FROM label ORDER BY name")] == ["x", "y"]


def test_two_articles_of_one_text_stay_two(collection, other, tmp_path):
    for number in (1, 2):
        about = {"url": f"https://norrin.example/{number}", "outlet": f"Wire {number}"}
        import_items(collection, [SavedArticle(f"An article, number {number}, with words of its own.", **about)])
    import_items(collection, [SavedArticle("An article, number 1, with words of its own.", **about)])
    export(collection, "jsonl", tmp_path / "out.jsonl")
    assert import_paths(other, [tmp_path / "out.jsonl"]).added == len(articles.ids(collection)) == 2
    assert list(check(other)) == []


def test_an_entry_of_an_earlier_export_says_less_and_comes_in(noted, other, tmp_path):
    out = tmp_path / "out.jsonl"
    export(noted, "jsonl", out)
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    for line in lines:
        if line["onrecord"] == "article":
            for name in ("starred", "labels", "listings", "version", "added"):
                del line[name]
    out.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    assert import_paths(other, [out]).failed == []
    assert len(articles.ids(other)) == 2


def test_two_articles_of_one_text_are_not_both_the_one_that_is_here(collection, other, tmp_path):
    words = "The ferries will run in May, said Ana Taverne."
    for name in ("Herald", "Gazette"):
        import_items(collection, [SavedArticle(words, title=name, outlet=name, url=f"https://{name}.example/1")])
        (uid,) = collection.read.execute("SELECT uid FROM article WHERE title = ?", [name]).fetchone()
        records.tag(collection, "mention", uid, [("content", len(name), len(name) + 3)])
    import_items(other, [SavedArticle(words)])
    export(collection, "jsonl", tmp_path / "out.jsonl")
    import_paths(other, [tmp_path / "out.jsonl"])
    outlets = [
        outlet for (outlet,) in other.read.execute("SELECT outlet FROM article WHERE state = 'live' ORDER BY id")
    ]
    assert outlets == ["", "Gazette"]
    assert other.read.execute("SELECT count(DISTINCT article) FROM annotation").fetchone() == (2,)
