"""Labels that other programs put on texts become records, and only where their words stand; what breaks says why."""

import io
import json
import re
import zipfile
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store import articles, records, speakers
from store.check import check
from store.collection import open_collection
from store.exporting import export
from store.importers.labels import Misplaced, Places
from store.importing import import_paths

TEXT = "🜂 Orrin 𝔟said: “We build.”\r\nTaverne, e\u0301lu, promised 40 ferries.\r\nIt rained.\r\n"
KEPT = TEXT.replace("\r\n", "\n")
QUOTE, SPEAKER, PLEDGE, WEATHER = "“We build.”", "Taverne", "promised 40 ferries", "It rained"


def at(words, text=TEXT):
    return text.index(words), text.index(words) + len(words)


def utf16(words):
    start, end = at(words)
    return tuple(len(TEXT[:offset].encode("utf-16-le")) // 2 for offset in (start, end))


def brat(folder, extra=""):
    (folder / "talks.txt").write_bytes(TEXT.encode())
    lines = [
        f"T1\tQuote {' '.join(map(str, at(QUOTE)))}\t{QUOTE}",
        f"T2\tCue {' '.join(map(str, at('𝔟said')))}\t𝔟said",
        "R1\tHasCue Arg1:T1 Arg2:T2",
        f"T3\tSpeaker {' '.join(map(str, at(SPEAKER)))}\t{SPEAKER}",
        "E1\tThing:T3",
        f"T4\tCommitment {at('promised')[0]} {at('promised')[1]};{at('ferries')[0]} {at('ferries')[1]}\tpromised ferries",
        "#1\tAnnotatorNotes T4\tis it new?",
        f"T5\tWeather {' '.join(map(str, at(WEATHER)))}\t{WEATHER}",
    ]
    (folder / "talks.ann").write_text("\n".join(lines) + "\n" + extra, encoding="utf-8")
    return folder / "talks.ann"


LABELS = ((QUOTE, "Quote"), (SPEAKER, "Speaker"), (PLEDGE, "commitment"), (WEATHER, "Weather"))


def label_studio(folder, extra=()):
    regions = [
        {
            "type": "labels",
            "value": {"start": utf16(w)[0], "end": utf16(w)[1], "text": w, "labels": [label]},
        }
        for w, label in LABELS
    ]
    gone = {"was_cancelled": True, "result": regions[:1]}
    task = {"id": 1, "data": {"text": TEXT}, "annotations": [{"result": [*regions, *extra]}, gone]}
    path = folder / "tasks.json"
    path.write_text(json.dumps([task]), encoding="utf-8")
    return path


def label_studio_min(folder, extra=()):
    regions = [{"start": utf16(w)[0], "end": utf16(w)[1], "text": w, "labels": [label]} for w, label in LABELS]
    path = folder / "tasks.json"
    path.write_text(json.dumps([{"id": 1, "text": TEXT, "label": [*regions, *extra]}]), encoding="utf-8")
    return path


def doccano(folder, extra=()):
    path = folder / "texts.jsonl"
    line = {"id": 1, "text": TEXT, "label": [[*at(w), label] for w, label in LABELS] + list(extra)}
    path.write_text(json.dumps(line) + "\n", encoding="utf-8")
    return path


def doccano_entities(folder, extra=()):
    path = folder / "texts.jsonl"
    found = [{"id": 1, "label": label, "start_offset": at(w)[0], "end_offset": at(w)[1]} for w, label in LABELS]
    path.write_text(json.dumps({"text": TEXT, "entities": [*found, *extra], "relations": []}) + "\n", encoding="utf-8")
    return path


PROJECT = """<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="P"><CodeBook><Codes>{codes}</Codes></CodeBook>
<Sources><TextSource guid="a" name="Talks" plainTextPath="{where}">{selections}</TextSource></Sources></Project>"""


def qdpx(folder, extra="", where="internal://T.txt", before="", files=None):
    codes = "".join(f'<Code guid="C{n}" name="{label}" isCodable="true"/>' for n, (_, label) in enumerate(LABELS))
    selections = "".join(
        f'<PlainTextSelection guid="S{n}" name="" startPosition="{at(w)[0]}" endPosition="{at(w)[1]}">'
        f'<Coding guid="K{n}"><CodeRef targetGUID="c{n}"/></Coding></PlainTextSelection>'
        for n, (w, _) in enumerate(LABELS)
    )
    project = PROJECT.format(codes=codes, where=where, selections=selections + extra)
    path = folder / "project.qdpx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (files or {"Sources/t.txt": TEXT.encode()}).items():
            archive.writestr(name, data)
        archive.writestr("project.qde", project.replace("\n<Project", f"\n{before}<Project"))
    return path


FORMATS = [brat, label_studio, label_studio_min, doccano, doccano_entities, qdpx]


def on_record(collection):
    """The words on record by kind."""
    return {
        kind: [[a.exact for a in record.anchors] for record in records.list_records(collection, kind)]
        for kind in ("quote", "mention", "commitment", "note")
    }


@pytest.mark.parametrize("made", FORMATS)
def test_labels_become_records_at_their_very_words_once(collection, tmp_path, made):
    path = made(tmp_path)
    summary = import_paths(collection, [path])
    assert (summary.added, summary.records, summary.failed) == (1, 4, [])
    pledge = ["promised", "ferries"] if made is brat else [PLEDGE]
    quote = [QUOTE, "𝔟said"] if made is brat else [QUOTE]
    assert on_record(collection) == {
        "quote": [quote],
        "mention": [[SPEAKER]],
        "commitment": [pledge],
        "note": [[WEATHER]],
    }
    assert articles.open_reading(collection, 1).text == KEPT
    assert [speaker.name for speaker in speakers.speakers(collection)] == ["Taverne"]
    assert records.list_records(collection, "note")[0].note == "Weather"
    if made is brat:
        assert records.list_records(collection, "commitment")[0].note == "is it new?"
    assert list(check(collection)) == []
    again = import_paths(collection, [path])
    assert (again.already, again.records) == (1, 0)


def test_a_folder_of_brat_gives_each_text_once(collection, tmp_path):
    brat(tmp_path)
    (tmp_path / "bare.txt").write_text("Nothing here.\nAt all.\n", encoding="utf-8")
    (tmp_path / "bare.ann").write_text("", encoding="utf-8")
    summary = import_paths(collection, [tmp_path])
    assert (summary.added, summary.already, summary.records, summary.failed) == (2, 2, 4, [])


def _content(collection):
    """The places and words of all records, by kind."""
    return {
        kind: {
            (anchor.start, anchor.end, anchor.exact)
            for record in records.list_records(collection, kind)
            for anchor in record.anchors
            if anchor.role == "content"
        }
        for kind in ("quote", "mention", "commitment")
    }


SUFFIXES = {"brat": "", "labelstudio": ".json", "doccano": ".jsonl", "qdpx": ".qdpx"}
"""Of the formats of labels that are written and read."""


@pytest.mark.parametrize("form", SUFFIXES)
def test_what_on_record_wrote_comes_back_where_it_was(tagged, tmp_path, form):
    out = tmp_path / f"out{SUFFIXES[form]}"
    export(tagged, form, out)
    here = import_paths(tagged, [out])
    assert (here.added, here.versions, here.records, here.failed) == (0, 0, 0, [])
    with closing(open_collection(tmp_path / "other.db")) as other:
        summary = import_paths(other, [out])
        assert (summary.added, summary.failed) == (2, [])
        assert _content(other) == _content(tagged)
        assert list(check(other)) == []


@pytest.mark.parametrize("form", SUFFIXES)
def test_a_text_that_begins_with_a_byte_order_mark_comes_back_with_its_labels(collection, add, tmp_path, form):
    text = "\ufeffThe fund is empty.\n"
    records.tag(collection, "quote", add(text), [("content", 5, 9)], {"form": "direct"})
    out = tmp_path / f"out{SUFFIXES[form]}"
    export(collection, form, out)
    with closing(open_collection(tmp_path / "other.db")) as other:
        assert import_paths(other, [out]).failed == []
        assert other.read.execute("SELECT body FROM text").fetchall() == [(text,)]
        assert _content(other) == _content(collection)


def test_brat_counts_the_byte_order_mark_of_its_text(collection, tmp_path):
    (tmp_path / "a.txt").write_text("The fund is empty.\n", encoding="utf-8-sig")
    (tmp_path / "a.ann").write_text("T1\tquote 5 9\tfund\n")
    assert import_paths(collection, [tmp_path / "a.ann"]).failed == []
    assert _content(collection)["quote"] == {(4, 8, "fund")}


def test_labels_land_on_the_article_that_is_here_and_what_was_deleted_stays_so(collection, add, tmp_path):
    uid = add(KEPT, title="Mine", outlet="Norrin Wire")
    gone = records.tag(collection, "quote", uid, [("content", *at(QUOTE, KEPT))])
    records.delete(collection, gone)
    known = speakers.create(collection, "Ana Taverne", aliases=["taverne"])
    summary = import_paths(collection, [doccano(tmp_path)])
    assert (summary.added, summary.already, summary.records) == (0, 1, 3)
    assert records.list_records(collection, "quote") == []
    assert records.list_records(collection, "mention")[0].fields["speaker"] == known


def test_an_unnamed_source_that_is_labelled_is_one_of_its_own_in_each_article(collection, add, tmp_path):
    here = add("A diplomat said so in Lest.\n")
    known = speakers.create(collection, "a diplomat", "unnamed")
    records.tag(collection, "quote", here, [("content", 0, 9)], {"speaker": known})
    texts = ["A diplomat said so in Lest.\n", "A diplomat said no. A diplomat left.\n", "A diplomat slept.\n"]
    lines = [
        {"text": text, "label": [[m.start(), m.end(), "speaker"] for m in re.finditer("A diplomat", text)]}
        for text in texts
    ]
    (tmp_path / "texts.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert import_paths(collection, [tmp_path / "texts.jsonl"]).failed == []
    named = [record.fields["speaker"] for record in records.list_records(collection, "mention")]
    assert len(named) == 4
    assert named.count(known) == 1
    kinds = {one.uid: (one.kind, one.mentions) for one in speakers.speakers(collection)}
    assert sorted(kinds.values()) == [("unnamed", 1), ("unnamed", 1), ("unnamed", 2)]


def test_labels_on_an_earlier_version_need_a_look(collection, add, tmp_path):
    add(KEPT, url="https://norrin.example/a")
    add(KEPT.replace("We build", "They stop"), url="https://norrin.example/a")
    assert import_paths(collection, [doccano(tmp_path)]).records == 4
    assert all(a.needs_look for r in records.list_records(collection, "quote") for a in r.anchors)
    assert list(check(collection)) == []


WRONG = {
    "brat words": (lambda f: brat(f, "T9\tQuote 0 4\tXXXX\n"), "its words are “XXXX”"),
    "brat behind": (lambda f: brat(f, "T9\tQuote 5 4000\tabc\n"), "behind the text"),
    "brat backwards": (lambda f: brat(f, "T9\tQuote 9 5\t\n"), "its place is none"),
    "studio words": (
        lambda f: label_studio(f, [{"value": {"start": 1, "end": 4, "text": "abc", "labels": ["Quote"]}}]),
        "inside a character",
    ),
    "studio code points": (
        lambda f: label_studio(
            f, [{"value": {"start": at(PLEDGE)[0], "end": at(PLEDGE)[1], "text": PLEDGE, "labels": ["Quote"]}}]
        ),
        "its words are “promised",
    ),
    "studio no number": (
        lambda f: label_studio(f, [{"value": {"start": "1", "end": None, "text": "x", "labels": ["Quote"]}}]),
        "its place is none",
    ),
    "doccano behind": (lambda f: doccano(f, [[3, 4000, "Quote"]]), "behind the text"),
    "doccano true": (lambda f: doccano(f, [[False, True, "Quote"]]), "its place is none"),
    "qdpx behind": (
        lambda f: qdpx(f, '<PlainTextSelection guid="x" startPosition="1" endPosition="99999999"/>'),
        "behind the text",
    ),
}


@pytest.mark.parametrize(("made", "why"), WRONG.values(), ids=WRONG)
def test_a_label_without_its_words_is_refused_with_the_reason_and_the_rest_comes(collection, tmp_path, made, why):
    summary = import_paths(collection, [made(tmp_path)])
    assert summary.records == 4
    (failure,) = summary.failed
    assert why in failure[1]


def bomb():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x", b"\0" * (1 << 20))
    return buffer.getvalue()


ENTITY = '<!DOCTYPE Project [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
HOSTILE = {
    "zip bomb": (lambda f: qdpx(f, files={"Sources/t.txt": b"a" * (40 << 20)}), "too large when unpacked"),
    "entity bomb": (lambda f: qdpx(f, before=ENTITY), "entities"),
    "zip slip": (
        lambda f: qdpx(f, where="internal://../../secret.txt", files={"../secret.txt": b"secret"}),
        "missing from the project",
    ),
    "a text outside": (lambda f: qdpx(f, where="file:///etc/passwd"), "not in the project"),
    "a text that is a ZIP": (lambda f: qdpx(f, files={"Sources/t.txt": bomb()}), "not UTF-8"),
}


@pytest.mark.parametrize(("made", "why"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_projects_are_told_and_leave_nothing(collection, tmp_path, made, why):
    summary = import_paths(collection, [made(tmp_path)])
    assert len(articles.ids(collection)) == 0
    assert why in summary.failed[0][1]


def test_a_project_cut_short_says_so(collection, tmp_path):
    path = qdpx(tmp_path)
    path.write_bytes(path.read_bytes()[:-60])
    summary = import_paths(collection, [path])
    assert "damaged" in summary.failed[0][1]


def test_annotations_without_their_text_say_so(collection, tmp_path):
    path = brat(tmp_path)
    (tmp_path / "talks.txt").unlink()
    summary = import_paths(collection, [path])
    assert "talks.txt is not beside it" in summary.failed[0][1]


@settings(max_examples=100)
@given(st.text(st.sampled_from("a🜂e\u0301\r\n"), max_size=20), st.integers(0, 20), st.integers(0, 20))
def test_places_hold_the_same_words_in_either_unit(text, start, end):
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n")
    if not start < end <= len(text):
        with pytest.raises(Misplaced):
            Places(text).span(start, end)
        return
    units = [len(text[:offset].encode("utf-16-le")) // 2 for offset in (start, end)]
    words = text[start:end]
    first, last = Places(text).span(start, end, words)
    assert Places(text, utf16=True).span(*units, words) == (first, last)
    if not (text[start - 1 : start + 1] == "\r\n" or text[end - 1 : end + 1] == "\r\n"):
        assert text.replace("\r\n", "\n")[first:last] == words.replace("\r\n", "\n")


def test_a_record_of_ours_comes_back_from_label_studio_without_its_id_for_a_note(tagged, tmp_path):
    export(tagged, "labelstudio", tmp_path / "out.json")
    with closing(open_collection(tmp_path / "other.db")) as other:
        import_paths(other, [tmp_path / "out.json"])
        notes = [note for (note,) in other.read.execute("SELECT note FROM annotation")]
        assert len(notes) > 3
        assert not [note for note in notes if re.fullmatch("[0-9a-f]{32}", note)]


def test_a_labelled_article_keeps_its_tags_and_its_day(collection, tmp_path):
    said = {"text": TEXT, "label": [[0, 3, "quote"]], "tags": ["river"], "saved": "2031-06-05"}
    (tmp_path / "texts.jsonl").write_text(json.dumps(said))
    task = {"data": {"text": f"Again. {TEXT}", "tags": "river", "saved": "2031-06-05"}, "annotations": []}
    (tmp_path / "tasks.json").write_text(json.dumps([task]))
    import_paths(collection, [tmp_path / "texts.jsonl", tmp_path / "tasks.json"])
    assert collection.read.execute("SELECT name FROM label").fetchall() == [("river",)] * 2
    assert collection.read.execute("SELECT saved FROM listing").fetchall() == [("2031-06-05",)] * 2


def test_a_line_separator_inside_marked_words_parts_no_line_of_brat(collection, tmp_path):
    text = "He said \u2028 yes, and left."
    (tmp_path / "a.txt").write_text(text)
    (tmp_path / "a.ann").write_text(f"T1\tquote 3 13\t{text[3:13]}\n")
    assert import_paths(collection, [tmp_path / "a.ann"]).failed == []
    assert [exact for (exact,) in collection.read.execute("SELECT exact FROM span")] == [text[3:13]]
