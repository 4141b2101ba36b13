"""Every format: written whole and private, with the records selected, and opened by a program that reads it."""

import itertools
import json
import re
import stat
import subprocess
import sys
import zipfile
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt

from store import records, registers, speakers, suggesting
from store.errors import OnRecordError
from store.exporters import FORMATS, charts
from store.exporters.documents import PARTED
from store.exporters.files import ExportFailed
from store.exporters.rows import KINDS, NEEDS_LOOK, Selection, columns
from store.exporters.xlsx import LONGEST
from store.exporting import export, nothing_to_export, undated
from store.importers import read
from store.model import OMISSION
from tui.cli import main

QUOTED = "“We will 𝔟uild two bridges by 2031,\nand 🏴\u200d☠\ufe0f nobody pays,”"


def written(collection, tmp_path, form, selection=None, **how):
    out = tmp_path / f"out{FORMATS[form].suffix}"
    export(collection, form, out, selection, **how)
    return out


def everything(out):
    """All that a file, an archive or a folder says."""
    if out.is_dir():
        return "".join(path.read_text(encoding="utf-8") for path in sorted(out.iterdir()))
    if zipfile.is_zipfile(out):
        with zipfile.ZipFile(out) as archive:
            return "".join(archive.read(name).decode() for name in archive.namelist())
    return out.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", FORMATS)
def test_files_are_private_and_whole(tagged, tmp_path, form):
    (tmp_path / "made").mkdir()
    files = export(tagged, form, tmp_path / "made" / f"out{FORMATS[form].suffix}")
    made = [file for file in (tmp_path / "made").rglob("*") if file.is_file()]
    assert set(files) <= set(made)
    assert {stat.S_IMODE(file.stat().st_mode) for file in made} == {0o600}
    assert not [file for file in made if file.name.endswith(".part")]
    assert sum(files.values()) > 0


@pytest.mark.parametrize("form", FORMATS)
def test_no_more_than_the_last_folder_is_new(tagged, tmp_path, form):
    suffix = FORMATS[form].suffix
    export(tagged, form, tmp_path / "new" / f"out{suffix}" if suffix else tmp_path / "new")
    with pytest.raises(ExportFailed, match=r"the folder .*mistyped/?\w* is not there"):
        export(tagged, form, tmp_path / "mistyped" / "records" / f"out{suffix}")
    assert (tmp_path / "new").exists()
    assert not (tmp_path / "mistyped").exists()


HEADS = {
    "markdown": b"# Dossier\n\n## Quotes\n\n## Commitments\n",
    "ics": b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//On Record//onrecord//EN\r\nCALSCALE:GREGORIAN\r\nEND:VCALENDAR\r\n",
    "conll": b"# columns = token start end quote mention commitment\n",
    **dict.fromkeys(("csl", "labelstudio"), b"[\n]\n"),
    **dict.fromkeys(("jsonl", "ris", "doccano", "spacy"), b""),
}
"""What the files of formats hold without any record, where it is text and short."""


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_collection_is_written_too(collection, tmp_path, form):
    (tmp_path / "made").mkdir()
    rows = export(collection, form, tmp_path / "made" / f"out{FORMATS[form].suffix}")
    files = [file for file in (tmp_path / "made").rglob("*") if file.is_file()]
    assert len(files) == {"csv": 3, "datasette": 2}.get(form, 1)
    assert sum(number for file, number in rows.items() if "metadata" not in file.name) == 0
    if form in HEADS:
        assert files[0].read_bytes() == HEADS[form]
    else:
        assert all(file.stat().st_size for file in files)
    if form == "csv":
        assert all(file.read_bytes().count(b"\n") == 1 for file in files)


def test_a_selection_takes_kind_speaker_day_article_and_words(tagged, tmp_path):
    def ids(**chosen):
        out = written(tagged, tmp_path, "jsonl", Selection(**chosen))
        return [
            line["onrecord"] for line in map(json.loads, out.open(encoding="utf-8")) if line["onrecord"] != "speaker"
        ]

    assert ids() == ["article", "mention", "quote", "commitment", "article", "quote"]
    assert ids(kinds=("commitment",)) == ["article", "commitment"]
    assert ids(speaker="the ENVOY") == ["article", "mention", "quote"]
    assert ids(speaker="Ana Taverne") == ["article", "commitment", "article", "quote"]
    assert ids(since="2031-05-03") == ["article", "quote"]
    assert ids(since="2031-06-15") == ["article", "quote"]
    assert ids(since="2031-07-01") == []
    assert ids(article="2") == ["article", "quote"]
    assert ids(words="bridges") == ["article", "mention", "quote", "commitment"]
    assert ids(words="bridges", speaker="Ana Taverne") == ["article", "commitment"]
    with pytest.raises(OnRecordError, match="nobody here is called taverne; Ana Taverne may be meant"):
        export(tagged, "csv", tmp_path, Selection(speaker="taverne"))
    with pytest.raises(OnRecordError, match="nobody here is called Mallory"):
        ids(speaker="Mallory")


def test_what_is_left_out_for_want_of_a_year_is_counted(tagged, add, tmp_path, capsys):
    for number, (day, precision) in enumerate(
        [("", "none"), ("--06-20", "day"), ("2031-06", "month"), ("2030", "year")]
    ):
        article = add(f"Talks number {number} went well in Lest.", published=day, published_precision=precision)
        records.tag(tagged, "quote", article, [("content", 0, 5)])
    assert undated(tagged, Selection(since="2031-06-15")) == 2
    assert undated(tagged, Selection(since="2031-06-15", kinds=("commitment",))) == 0
    assert undated(tagged, Selection()) == 0
    command = ["--db", str(tagged.path), "export", "--kind", "quote", "-o", str(tmp_path / "a.csv"), "--since"]
    assert main([*command, "2031-06-15"]) == 0
    out, err = capsys.readouterr()
    assert out.endswith(": 2 entries\n")
    assert err == "onrecord: 2 left out: the year of their article is not known\n"


def test_a_speaker_chosen_by_uid_comes_without_a_namesake(collection, article, span, talks, tmp_path):
    one, other = (speakers.create(collection, "Pell Orrin") for _ in range(2))
    pledged, praised = span(talks, "“We will build two bridges by 2031,”"), span(talks, "“frank and useful”")
    records.tag(collection, "quote", article, [("content", *pledged)], {"speaker": one})
    records.tag(collection, "quote", article, [("content", *praised)], {"speaker": other})
    records.tag(collection, "mention", article, [("content", *span(talks, "Pell Orrin"))], {"speaker": other})
    records.tag(collection, "commitment", article, [("content", *span(talks, "40 ferries"))], {"promisor": one})

    def found(speaker):
        out = written(collection, tmp_path, "jsonl", Selection(speaker=speaker))
        return sorted(line["onrecord"] for line in map(json.loads, out.open(encoding="utf-8")))

    assert found(one) == ["article", "commitment", "quote", "speaker"]
    assert found(other) == ["article", "mention", "quote", "speaker"]
    assert found("pell orrin") == ["article", "commitment", "mention", "quote", "quote", "speaker", "speaker"]
    speakers.merge(collection, [other], one)
    assert found(other) == found(one) == ["article", "commitment", "mention", "quote", "quote", "speaker", "speaker"]


def test_xlsx_opens_in_openpyxl_with_dates_numbers_and_no_formulas(tagged, tmp_path):
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    book = openpyxl.load_workbook(written(tagged, tmp_path, "xlsx"))
    assert book.sheetnames == ["quotes", "speakers", "commitments"]
    head, *lines = book["quotes"].iter_rows()
    cells = dict(zip([cell.value for cell in head], lines[0], strict=True))
    assert cells["exact"].value == QUOTED
    assert cells["article_title"].value == "Talks =1+1 “on” <the> river"
    assert cells["venue"].data_type == "s"
    assert cells["published"].value == datetime(2031, 5, 2)
    assert cells["start"].value == tagged.read.execute('SELECT "start" FROM quotes_flat').fetchone()[0]
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)
    assert book["quotes"].auto_filter.ref
    assert book["quotes"].freeze_panes == "A2"
    head, line = book["commitments"].iter_rows(values_only=True)
    row = dict(zip(head, line, strict=True))
    assert (row["quantity"], row["deadline"]) == (40, "2031-08")


def test_a_cell_that_cannot_hold_its_words_says_so(collection, add, tmp_path):
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    text = "A speech of many words. " * 2000
    records.tag(collection, "quote", add(text), [("content", 0, 45_000)], {"form": "direct"})
    sheet = openpyxl.load_workbook(written(collection, tmp_path, "xlsx"))["quotes"]
    head, line = sheet.iter_rows(values_only=True)
    cell = dict(zip(head, line, strict=True))["exact"]
    assert len(cell) == LONGEST
    assert cell.endswith(" … [cut; 45,000 characters in all]")
    assert text.startswith(cell.partition(" …")[0])


def test_a_cell_is_counted_as_excel_counts(collection, add, tmp_path):
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    text = "a" + "𝔟" * 20_000
    records.tag(collection, "quote", add(text), [("content", 0, len(text))], {"form": "direct"})
    sheet = openpyxl.load_workbook(written(collection, tmp_path, "xlsx"))["quotes"]
    head, line = sheet.iter_rows(values_only=True)
    cell = dict(zip(head, line, strict=True))["exact"]
    assert LONGEST - 1 <= len(cell.encode("utf-16-le")) // 2 <= LONGEST
    assert cell.endswith("𝔟 … [cut; 20,001 characters in all]")
    assert text.startswith(cell.partition(" …")[0])


HALVES = ("“We will build two bridges,”", "“and forty ferries for Umber by 2031.”")
HALVED = f"First para here. {HALVES[0]} said Pell Orrin on the hill, {HALVES[1]}\nEnd of it with other words.\n"


@pytest.fixture(params=[0, 1], ids=["first", "second"])
def half_lost(request, collection, add):
    """A collection with a quote of two pieces, of which a new version of its article lacks one."""
    url = "https://norrin.example/halves"
    uid = add(HALVED, title="Hill", url=url)
    spans = [("content", HALVED.index(part), HALVED.index(part) + len(part)) for part in HALVES]
    records.tag(collection, "quote", uid, spans, {"form": "direct"})
    add(HALVED.replace(HALVES[request.param][1:-2], "but nothing whatever"), title="Hill", url=url)
    return collection


@pytest.mark.parametrize("form", ["markdown", "html", "csl", "ris", "w3c"])
def test_a_quote_of_which_a_part_lost_its_place_is_whole_and_needs_a_look(half_lost, tmp_path, form):
    page = re.sub(r"[\\\n]", " ", written(half_lost, tmp_path, form).read_text(encoding="utf-8"))
    words = re.sub(" +", " ", page)
    assert NEEDS_LOOK in words
    assert all(part.strip("“”.") in words for part in HALVES)


def test_words_that_stand_in_an_article_have_a_position_in_it_and_no_others(half_lost, tmp_path):
    (text,) = half_lost.read.execute("SELECT body FROM article JOIN text ON sha256 = article.text").fetchone()
    page = json.loads(written(half_lost, tmp_path, "w3c").read_text(encoding="utf-8"))
    (item,) = page["items"]
    assert [target["selector"][0]["exact"] for target in item["target"]] == list(HALVES)
    for half, (_, *places) in zip(HALVES, (target["selector"] for target in item["target"]), strict=True):
        assert [text[at["start"] : at["end"]] for at in places] == ([half] if half in text else [])


@pytest.mark.parametrize("form", ["brat", "labelstudio", "qdpx", "xmi"])
def test_a_note_says_that_a_part_of_a_record_is_left_out(half_lost, tmp_path, form):
    assert PARTED in everything(written(half_lost, tmp_path, form))


@pytest.mark.parametrize("form", ["brat", "labelstudio", "qdpx", "xmi"])
def test_no_note_says_so_of_a_record_that_is_whole(tagged, tmp_path, form):
    assert PARTED not in everything(written(tagged, tmp_path, form))


def test_a_speakers_page_has_all_of_a_quote_of_which_a_part_lost_its_place(half_lost):
    (record,) = records.list_records(half_lost, "quote")
    speaker = speakers.create(half_lost, "Pell Orrin")
    records.edit(half_lost, record.uid, {"speaker": speaker})
    (entry,) = registers.of_speaker(half_lost, speaker)
    assert entry.words == OMISSION.join(HALVES)


def test_nothing_needs_a_look_in_an_article_that_did_not_change(tagged, tmp_path):
    for form in ("markdown", "html", "csl", "ris", "ics", "w3c"):
        assert "needs a look" not in written(tagged, tmp_path, form).read_text(encoding="utf-8")


def test_jsonl_offsets_are_code_points_of_the_text(tagged, tmp_path, astral):
    lines = [json.loads(line) for line in written(tagged, tmp_path, "jsonl").open(encoding="utf-8")]
    texts = {line["text_sha256"]: line["text"] for line in lines if line["onrecord"] == "article"}
    assert astral in texts.values()
    spans = [(texts[line["text_sha256"]], at) for line in lines for at in line.get("spans", [])]
    assert len(spans) == 7
    for text, at in spans:
        assert text[at["start"] : at["end"]] == at["exact"]


def test_the_web_annotations_are_a_page_that_a_json_ld_processor_expands(tagged, tmp_path, astral):
    jsonld = pytest.importorskip("pyld", reason="pyld is not installed").jsonld
    page = json.loads(written(tagged, tmp_path, "w3c").read_text(encoding="utf-8"))
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    items = {item["id"]: item for item in page["items"]}
    assert len(items) == 4
    for item in page["items"]:
        assert item["type"] == "Annotation"
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        for target in targets:
            kinds = [selector["type"] for selector in target["selector"]]
            assert kinds == ["TextQuoteSelector", "TextPositionSelector"]
            quote, place = target["selector"]
            text = next(e["text"] for e in page["onrecord"] if e.get("uid") == item["record"]["article"])
            assert text[place["start"] : place["end"]] == quote["exact"]
            assert text[: place["start"]].endswith(quote["prefix"])
            assert text[place["end"] :].startswith(quote["suffix"])
    vocabulary = {
        "oa": "http://www.w3.org/ns/oa#",
        "as": "http://www.w3.org/ns/activitystreams#",
        "id": "@id",
        "type": "@type",
        "Annotation": "oa:Annotation",
        "AnnotationPage": "as:OrderedCollectionPage",
        "items": {"@id": "as:items", "@container": "@list"},
        "target": "oa:hasTarget",
        "selector": "oa:hasSelector",
        "exact": "oa:exact",
    }  # the terms used of the context that lies on the web
    local = dict(page, **{"@context": [{"@version": 1.1}, vocabulary, page["@context"][1]]})
    (expanded,) = jsonld.expand(local)
    listed = expanded["http://www.w3.org/ns/activitystreams#items"][0]["@list"]
    assert {item["@id"] for item in listed} == set(items)
    kept = listed[0]["urn:x-onrecord:record"][0]
    assert kept["@type"] == "@json"
    assert kept["@value"]["uid"] in {item["record"]["uid"] for item in page["items"]}


def test_brat_offsets_are_those_of_brats_own_rule(tagged, tmp_path):
    folder = written(tagged, tmp_path, "brat")
    assert (folder / "annotation.conf").is_file()
    bound = 0
    for ann in folder.glob("*.ann"):
        text = ann.with_suffix(".txt").read_text(encoding="utf-8")
        names = set()
        for line in ann.read_text(encoding="utf-8").splitlines():
            name, rest = line.split("\t", 1)
            names.add(name)
            if name.startswith("T"):
                bound += 1
                label_and_places, words = rest.split("\t")
                _, places = label_and_places.split(" ", 1)
                fragments = [tuple(map(int, place.split())) for place in places.split(";")]
                assert " ".join(text[start:end] for start, end in fragments) == words
                assert all("\n" not in text[start:end] for start, end in fragments)
            elif name.startswith("R"):
                assert {part.split(":")[1] for part in rest.split()[1:]} <= names
        assert names
    assert bound == 6


def test_brat_offsets_count_the_byte_order_mark_that_its_text_begins_with(collection, add, tmp_path):
    text = "\ufeffThe fund is empty.\n"
    records.tag(collection, "quote", add(text), [("content", 5, 9)], {"form": "direct"})
    (ann,) = written(collection, tmp_path, "brat").glob("*.ann")
    start, end = ann.read_text(encoding="utf-8").split("\t")[1].split()[1:]
    assert ann.with_suffix(".txt").read_text(encoding="utf-8")[int(start) : int(end)] == "fund"


def test_doccano_spacy_and_conll_offsets_are_code_points(tagged, tmp_path):
    for line in map(json.loads, written(tagged, tmp_path, "doccano").open(encoding="utf-8")):
        assert {line["text"][start:end] for start, end, label in line["label"] if label == "quote"} <= {
            QUOTED,
            "“It",
            "done.”",
        }
    lines = [json.loads(line) for line in written(tagged, tmp_path, "spacy").open(encoding="utf-8")]
    assert lines[0]["text"][slice(*[lines[0]["spans"][1][side] for side in ("start", "end")])] == QUOTED
    rows = [line.split("\t") for line in written(tagged, tmp_path, "conll").read_text(encoding="utf-8").splitlines()]
    tokens = [row for row in rows if len(row) == 6]
    assert [row[0] for row in tokens if row[3] == "B-quote"] == ["“", "“", "done"]
    assert [row[0] for row in tokens if row[4] != "O"] == ["Pell", "Orrin"]
    assert [row[0] for row in tokens if row[5] != "O"] == ["40", "ferries"]


def test_spacy_takes_the_spans_as_they_are(tagged, tmp_path):
    spacy = pytest.importorskip("spacy", reason="spaCy is not installed")
    line = json.loads(written(tagged, tmp_path, "spacy").open(encoding="utf-8").readline())
    document = spacy.blank("en")(line["text"])
    for at in line["spans"]:
        found = document.char_span(at["start"], at["end"], label=at["label"], alignment_mode="expand")
        assert line["text"][at["start"] : at["end"]] in found.text


def test_label_studio_offsets_are_utf_16(tagged, tmp_path):
    for task in json.loads(written(tagged, tmp_path, "labelstudio").read_text(encoding="utf-8")):
        units = task["data"]["text"].encode("utf-16-le")
        for result in task["annotations"][0]["result"]:
            value = result["value"]
            assert units[2 * value["start"] : 2 * value["end"]].decode("utf-16-le") == value["text"]


def test_the_calendar_has_the_deadline_in_an_ical_parser(tagged, tmp_path):
    icalendar = pytest.importorskip("icalendar", reason="icalendar is not installed")
    data = written(tagged, tmp_path, "ics").read_bytes()
    assert max(map(len, data.split(b"\r\n"))) <= 75
    calendar = icalendar.Calendar.from_ical(data)
    (event,) = calendar.walk("VEVENT")
    assert event.decoded("dtstart") == date(2031, 8, 31)
    assert str(event["summary"]) == "Ana Taverne: send ferries (40 ferries)"
    assert "40 ferries" in str(event["description"])
    assert "— Talks =1+1 “on” <the> river, " in str(event["description"])
    assert str(event["url"]) == "https://norrin.example/talks?a=1&b=2"


def test_csl_json_names_article_and_quotes(tagged, tmp_path):
    first, second = json.loads(written(tagged, tmp_path, "csl").read_text(encoding="utf-8"))
    assert first["issued"] == {"date-parts": [[2031, 5, 2]]}
    assert second["issued"] == {"date-parts": [[2031, 6]]}
    assert first["author"] == [{"literal": "I. Scribe"}]
    assert "quote: “It […] done.” — Ana Taverne" in second["note"]


def test_ris_opens_in_rispy(tagged, tmp_path):
    rispy = pytest.importorskip("rispy", reason="rispy is not installed")
    with written(tagged, tmp_path, "ris").open(encoding="utf-8", newline="") as file:
        first, second = rispy.load(file)
    assert first["title"] == "Talks =1+1 “on” <the> river"
    assert first["year"] == "2031"
    assert len(first["notes"]) == 3
    assert second["secondary_title"] == "Umber Herald"


@pytest.mark.parametrize("form", ["ris", "csl"])
def test_several_authors_come_back_as_they_were(collection, add, tmp_path, form):
    author = "Ivo Sandrel, Mara Denholt, Norrin Wire"
    uid = add("The locks will open.\n", title="Locks", author=author)
    records.tag(collection, "quote", uid, [("content", 0, 9)], {"form": "direct"})
    out = written(collection, tmp_path, form)
    assert "Sandrel, Mara" not in out.read_text(encoding="utf-8")  # which would be one name, the family's first
    (entry,) = read(out)
    assert entry.author == author


@pytest.mark.parametrize("author", ["Steen, Mara", "Martin Luther Orrin, Jr."])
def test_the_name_of_one_author_with_a_comma_stays_one(collection, add, tmp_path, author):
    uid = add("The locks will open.\n", title="Locks", author=author)
    records.tag(collection, "quote", uid, [("content", 0, 9)], {"form": "direct"})
    (item,) = json.loads(written(collection, tmp_path, "csl").read_text(encoding="utf-8"))
    assert item["author"] == [{"literal": author}]


def test_xmi_opens_in_cassis_with_the_same_words(tagged, tmp_path):
    cassis = pytest.importorskip("cassis", reason="dkpro-cassis is not installed")
    with zipfile.ZipFile(written(tagged, tmp_path, "xmi")) as archive:
        with archive.open("TypeSystem.xml") as file:
            types = cassis.load_typesystem(file)
        covered = []
        for name in archive.namelist()[1:]:
            with archive.open(name) as file:
                cas = cassis.load_cas_from_xmi(file, types)
            covered += [(a.get_covered_text(), a.speaker) for a in cas.select("custom.Quote")]
    assert covered == [(QUOTED, "Pell Orrin"), ("“It", "Ana Taverne"), ("done.”", "Ana Taverne")]


QDA = {
    "Project": ("Users CodeBook Sources", "name origin"),
    "Users": ("User+", ""),
    "User": ("", "guid name"),
    "CodeBook": ("Codes", ""),
    "Codes": ("Code+", ""),
    "Code": ("", "guid name isCodable color"),
    "Sources": ("TextSource+", ""),
    "TextSource": ("PlainTextSelection*", "guid name plainTextPath"),
    "PlainTextSelection": ("Coding*", "guid name startPosition endPosition creatingUser creationDateTime"),
    "Coding": ("CodeRef", "guid creatingUser creationDateTime"),
    "CodeRef": ("", "targetGUID"),
}
"""Of the REFI-QDA Project schema 1.0 what is used: the order of children (+ at least one, * any), the attributes."""

GUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def assert_follows_the_schema(element):
    name = element.tag.removeprefix("{urn:QDA-XML:project:1.0}")
    children, attributes = QDA[name]
    assert set(element.attrib) <= set(attributes.split())
    given = [child.tag.removeprefix("{urn:QDA-XML:project:1.0}") for child in element]
    if children.endswith(("+", "*")):
        assert set(given) <= {children[:-1]}
        assert given or children.endswith("*")
    else:
        assert given == [child for child in children.split() if child in given]
    for attribute, value in element.attrib.items():
        if attribute in ("guid", "targetGUID", "creatingUser"):
            assert GUID.fullmatch(value)
        elif attribute == "creationDateTime":
            datetime.fromisoformat(value)
        elif attribute == "color":
            assert re.fullmatch("#[0-9A-F]{6}", value)
    for child in element:
        assert_follows_the_schema(child)


def test_the_qda_project_of_an_empty_collection_follows_the_schema(collection, tmp_path):
    with zipfile.ZipFile(written(collection, tmp_path, "qdpx")) as archive:
        assert_follows_the_schema(ElementTree.fromstring(archive.read("project.qde")))


def test_the_qda_project_follows_the_schema_and_its_places_fit(tagged, tmp_path):
    space = {"q": "urn:QDA-XML:project:1.0"}
    with zipfile.ZipFile(written(tagged, tmp_path, "qdpx")) as archive:
        assert archive.testzip() is None
        project = ElementTree.fromstring(archive.read("project.qde"))
        assert_follows_the_schema(project)
        codes = {code.get("guid"): code.get("name") for code in project.iterfind(".//q:Code", space)}
        quotes = []
        for source in project.iterfind(".//q:TextSource", space):
            text = archive.read(f"Sources/{source.get('plainTextPath').removeprefix('internal://')}").decode()
            for at in source.iterfind("q:PlainTextSelection", space):
                code = codes[at.find("q:Coding/q:CodeRef", space).get("targetGUID")]
                if code == "Quote":
                    quotes.append(text[int(at.get("startPosition")) : int(at.get("endPosition"))])
    assert quotes == [QUOTED, "“It", "done.”"]
    guids = [element.get("guid") for element in project.iter() if element.get("guid")]
    assert len(guids) == len(set(guids))


def test_the_qda_project_opens_in_pyrefiqda_with_the_same_words(tagged, tmp_path):
    """Its classes are made from the standard's own schema: what that does not know or misses is an error."""
    reason = "pyrefiqda is not installed"
    project_file = pytest.importorskip("pyrefiqda", reason=reason).RefiProject
    project = project_file.load(written(tagged, tmp_path, "qdpx"), tmp_path / "unpacked")
    quote = next(code.guid for code in project.code_book.codes.code if code.name == "Quote")
    words = []
    for source in project.sources.text_source:
        text = (tmp_path / "unpacked/Sources" / source.plain_text_path.removeprefix("internal://")).read_text("utf-8")
        for at in source.plain_text_selection:
            if at.coding[0].code_ref.target_guid == quote:
                words.append(text[at.start_position : at.end_position])
    assert words == [QUOTED, "“It", "done.”"]


def test_the_markdown_dossier_holds_no_markup_of_the_texts(tagged, tmp_path):
    page = written(tagged, tmp_path, "markdown").read_text(encoding="utf-8")
    assert "> “We will 𝔟uild two bridges by 2031,\n> and" in page
    assert "\\<the\\>" in page
    assert "— Pell Orrin, envoy, [Talks" in page
    assert "](<https://norrin.example/talks?a=1&b=2>), Norrin Wire, 2031\\-05\\-02\n" in page
    by_speaker = written(tagged, tmp_path, "markdown", by="speaker").read_text(encoding="utf-8")
    assert by_speaker.index("### Ana Taverne") < by_speaker.index("### Pell Orrin")
    assert "### 2031\\-05" in written(tagged, tmp_path, "markdown", by="month").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["The fund is empty.\n====\nThe end.\n", "1) No taxes.\n", "Said (in May): x=1.\n"])
def test_a_quote_in_markdown_makes_no_heading_and_no_list(collection, add, tmp_path, text):
    records.tag(collection, "quote", add(text), [("content", 0, len(text) - 1)], {"form": "direct"})
    page = written(collection, tmp_path, "markdown").read_text(encoding="utf-8")
    quoted = MarkdownIt().render(page).partition("<blockquote>\n<p>")[2].partition("</p>\n</blockquote>")[0]
    assert quoted == text.strip()


def test_each_speaker_of_a_dossier_has_one_heading_namesakes_and_other_spellings_too(collection, add, tmp_path):
    names = ("ACME", "Acme", "Acme")
    ones = [speakers.create(collection, name) for name in names]
    for number in range(6):
        text = f"Report {number} on the harbour. “We hire {number} pilots,” it said.\n"
        where = [("content", text.index("“"), text.index("”") + 1)]
        uid = add(text, published=f"2031-0{number + 1}-01")
        records.tag(collection, "quote", uid, where, {"speaker": ones[number % 3]})
    page = written(collection, tmp_path, "markdown", by="speaker").read_text(encoding="utf-8")
    groups = [part.splitlines() for part in page.split("### ")[1:]]
    assert sorted(group[0] for group in groups) == sorted(names)
    hired = [re.findall(r"We hire (\d)", "\n".join(group)) for group in groups]
    assert sorted(hired) == [["0", "3"], ["1", "4"], ["2", "5"]]


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_dossiers_name_sources_as_chosen(tagged, tmp_path, form):
    def cited(citation, date_style="iso"):
        page = written(tagged, tmp_path, form, citation=citation, date_style=date_style).read_text(encoding="utf-8")
        return re.sub(r"\\(?=[^\w\s])", "", page[page.index("— ") :].splitlines()[0].removesuffix("</p>"))

    address = "https://norrin.example/talks?a=1&b=2"
    link = address.replace("&", "&amp;")
    linked = f"<{address}>" if form == "markdown" else f'<a href="{link}" rel="noreferrer">{link}</a>'
    assert cited("“{quote}” — {speaker}, {outlet}, {date}", "day first") == "— Pell Orrin, Norrin Wire, 2 May 2031"
    assert cited("{author} <{outlet}>: {quote}; {url}").endswith(f": {linked}")
    assert "Talks" not in cited("{speaker}, {outlet}")
    style = tmp_path / "short.csl"
    style.write_text(STYLE, encoding="utf-8")
    assert cited(str(style)) == "— Pell Orrin, envoy. I. Scribe. Norrin Wire, 2 May 2031."
    with pytest.raises(OnRecordError, match=r"gone\.csl"):
        cited(str(tmp_path / "gone.csl"))


STYLE = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
  <info><title>Short</title><id>short</id><updated>2031-01-01T00:00:00+00:00</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><layout suffix="."><group delimiter=". "><names variable="author"/>
    <group delimiter=", "><text variable="container-title"/>
      <date variable="issued"><date-part name="day" suffix=" "/><date-part name="month" suffix=" "/>
        <date-part name="year"/></date></group></group></layout></bibliography>
</style>
"""


@pytest.mark.parametrize("form", FORMATS)
def test_records_chosen_one_by_one_are_all_that_is_written(tagged, tmp_path, form):
    (first, _), (promise,) = (records.list_records(tagged, kind) for kind in ("quote", "commitment"))
    chosen, other = (promise, first) if form == "ics" else (first, promise)
    files = export(tagged, form, tmp_path / f"out{FORMATS[form].suffix}", Selection(only=frozenset({chosen.uid})))
    assert sum(number for path, number in files.items() if "metadata" not in path.name) >= 1
    told = b"".join(path.read_bytes() for path in files if path.suffix not in (".db", ".zip", ".qdpx", ".xlsx"))
    assert other.uid.encode() not in told
    assert (
        form in ("jsonl", "w3c", "doccano", "spacy", "labelstudio", "conll")
        or b"40 ferries" not in told
        or form == "ics"
    )


def test_of_a_speaker_chosen_all_records_are_written(tagged, tmp_path):
    (taverne,) = (speaker.uid for speaker in speakers.speakers(tagged) if speaker.name == "Ana Taverne")
    other = speakers.create(tagged, "A. Taverne")
    speakers.merge(tagged, [taverne], other)
    lines = written(tagged, tmp_path, "jsonl", Selection(only=frozenset({other}))).read_text(encoding="utf-8")
    kinds = [json.loads(line)["onrecord"] for line in lines.splitlines()]
    assert [kind for kind in kinds if kind not in ("article", "speaker")] == ["commitment", "quote"]


def test_the_html_dossier_is_self_contained_and_runs_nothing(tagged, tmp_path):
    from html.parser import HTMLParser

    class Page(HTMLParser):
        def __init__(self):
            super().__init__()
            self.tags, self.open, self.words = [], [], []

        def handle_starttag(self, tag, attrs):
            self.tags.append(tag)
            assert "src" not in dict(attrs)
            if tag not in ("meta",):
                self.open.append(tag)

        def handle_endtag(self, tag):
            assert self.open.pop() == tag

        def handle_data(self, data):
            self.words.append(data)

    source = written(tagged, tmp_path, "html").read_text(encoding="utf-8")
    page = Page()
    page.feed(source)
    assert page.open == []
    assert not {"script", "img", "iframe", "b", "the"} & set(page.tags)
    assert page.tags.count("svg") >= 2
    words = "".join(page.words)
    assert QUOTED in words
    assert "Talks =1+1 “on” <the> river" in words
    assert "2031: 1 kept" in words


@pytest.mark.parametrize(
    ("third", "unit", "bars", "places", "of"),
    [
        ("2031-09-30", "month", ["2031-05: 1", "2031-06: 1", "2031-09: 1"], [0, 1, 4], 5),
        ("2037", "month", ["2031-05: 1", "2031-06: 1", "2037: 1"], [0, 1, 2], 3),
        ("2040-01", "year", ["2031: 2", "2040: 1"], [0, 9], 10),
    ],
)
def test_the_timeline_leaves_room_for_months_without_a_quote(tagged, add, tmp_path, third, unit, bars, places, of):
    article = add("It is over, said Ana Taverne.", title="Third", published=third)
    records.tag(tagged, "quote", article, [("content", 0, 10)])
    page = written(tagged, tmp_path, "html").read_text(encoding="utf-8")
    (chart,) = re.findall(rf"<figure>(.*?)<figcaption>Quotes by {unit} of publication", page)
    assert re.findall(r"<title>(.*?)</title>", chart) == bars
    lefts = [float(left) for left in re.findall(r'<rect x="([\d.]+)"', chart)]
    assert [round((left - lefts[0]) * of / (charts.WIDTH - charts.LEFT)) for left in lefts] == places


def test_a_chart_says_how_many_it_leaves_out(collection, add, tmp_path):
    for number, (published, deadline) in enumerate((("2031-05-01", "2031-12-31"), ("", "2032-12-31"), ("", ""))):
        article = add(f"Talks number {number} went well in Lest.", published=published)
        records.tag(collection, "quote", article, [("content", 0, 5)])
        due = {"deadline": deadline, "deadline_precision": "year"} if deadline else {}
        records.tag(collection, "commitment", article, [("content", 6, 12)], due)
    (path,) = export(collection, "html", tmp_path / "dossier.html")
    page = path.read_text(encoding="utf-8")
    assert "Quotes by month of publication (2 more of an unknown date)<" in page
    assert "Commitments by year of deadline (1 more without a deadline):" in page


@pytest.mark.parametrize("months", [2, 13, 14, 41, 48, 60])
def test_the_names_of_months_stand_apart_and_inside_the_chart(tagged, add, tmp_path, months):
    last = f"{2031 + (4 + months - 1) // 12}-{(4 + months - 1) % 12 + 1:02}"
    article = add("It is over, said Ana Taverne.", title="Last", published=last)
    records.tag(tagged, "quote", article, [("content", 0, 10)])
    page = written(tagged, tmp_path, "html").read_text(encoding="utf-8")
    (chart,) = re.findall(r"<figure>(.*?)<figcaption>Quotes by month", page)
    lefts = [float(left) for left in re.findall(r'<text x="([\d.]+)" y="\d+">\d{4}-\d\d<', chart)]
    assert lefts[0] == charts.LEFT
    assert all(after - before >= charts.NAME - 0.1 for before, after in itertools.pairwise(lefts))
    assert lefts[-1] + charts.NAME <= charts.WIDTH + 1


def test_datasette_serves_the_rows_with_facets(tagged, tmp_path):
    pytest.importorskip("datasette", reason="datasette is not installed")
    out = written(tagged, tmp_path, "datasette")
    metadata = tmp_path / "out-metadata.json"
    paths = ["/out/quotes.json?_shape=array", "/out/quotes.json?_search=bridges&_shape=array", "/out/commitments.json"]
    found = []
    for path in paths:
        command = [sys.executable, "-m", "datasette", out, "--metadata", metadata, "--get", path]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        found.append(json.loads(done.stdout))
    assert [row["exact"] for row in found[0]] == [QUOTED, "“It […] done.”"]
    assert [row["exact"] for row in found[1]] == [QUOTED]
    assert set(found[2]["facet_results"]) == {"promisor", "status", "strength", "outlet"}
    assert json.loads(metadata.read_text())["databases"]["out"]["tables"]["quotes"]["facets"] == [
        "speaker",
        "outlet",
        "form",
    ]


def test_a_missing_library_says_how_to_install_it(collection, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(OnRecordError, match=r"pip install '\.\[exports\]'"):
        export(collection, "xlsx", tmp_path / "out.xlsx")
    assert list(tmp_path.glob("out*")) == []


def test_the_readme_tells_every_format_and_column(collection):
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    table = readme[readme.index("## What it writes") :]
    told = set(re.findall(r"`([a-z0-9_]+)`", table))
    assert set(FORMATS) <= told
    for kind in KINDS:
        assert set(columns(collection, kind)) <= told


@pytest.mark.parametrize("form", ["jsonl", "w3c"])
def test_a_selection_without_loss_names_its_own_speakers_only(tagged, tmp_path, form):
    alone = speakers.create(tagged, "Hesper Quillfeather", role="deputy")
    other = speakers.create(tagged, "A. Taverne")
    (taverne,) = (speaker.uid for speaker in speakers.speakers(tagged) if speaker.name == "Ana Taverne")
    speakers.merge(tagged, [other], taverne)

    def named(selection):
        text = written(tagged, tmp_path, form, selection).read_text(encoding="utf-8")
        names = ("Pell Orrin", "Ana Taverne", "A. Taverne", "Hesper Quillfeather", "the envoy", "deputy")
        return [name for name in names if f'"name": "{name}"' in text or f'"title": "{name}"' in text]

    assert named(None) == ["Pell Orrin", "Ana Taverne", "A. Taverne", "Hesper Quillfeather", "the envoy", "deputy"]
    assert named(Selection(article="2")) == ["Ana Taverne", "A. Taverne"]
    assert named(Selection(kinds=("speaker",))) == ["Pell Orrin", "the envoy"]
    assert alone not in written(tagged, tmp_path, form, Selection(words="bridges")).read_text(encoding="utf-8")


def test_a_deadline_at_the_end_of_all_days_keeps_no_other_out_of_the_calendar(tagged, tmp_path):
    (commitment,) = records.list_records(tagged, "commitment")
    records.tag(tagged, "commitment", commitment.article, [("content", 0, 5)], {"deadline": "9999-12-31"})
    calendar = written(tagged, tmp_path, "ics").read_text(encoding="utf-8")
    assert calendar.count("BEGIN:VEVENT") == 1


def test_a_dossier_by_month_has_what_has_no_day_once_at_the_end(tagged, add, tmp_path):
    for number, published in enumerate(("", "2033-01-04", "")):
        article = add(f"It is over, said Ana Taverne {number}.", title=f"Later {number}", published=published)
        records.tag(tagged, "quote", article, [("content", 0, 10)])
    export(tagged, "markdown", tmp_path / "out.md", by="month")
    headings = re.findall(r"^### (.*)$", (tmp_path / "out.md").read_text(encoding="utf-8"), re.M)
    quotes = headings[: headings.index("Date unknown") + 1]
    assert quotes == ["2031\\-05", "2031\\-06", "2033\\-01", "Date unknown"]
    assert headings.count("Date unknown") == 1


@pytest.mark.parametrize("form", [name for name, about in FORMATS.items() if not about.whole])
def test_whether_there_is_nothing_to_export_is_known_before(collection, add, form, tmp_path):
    def entries(name, selection):
        written = export(collection, form, tmp_path / f"{name}{FORMATS[form].suffix}", selection)
        return sum(rows for path, rows in written.items() if "metadata" not in path.name)

    article = add()
    records.tag(collection, "note", article, [("content", 0, 7)], note="look")
    assert nothing_to_export(collection, form, Selection())
    assert entries("nothing", Selection()) == 0
    due = {"promisor": speakers.create(collection, "Ana"), "deadline": "2031-08-02", "deadline_precision": "day"}
    records.tag(collection, "commitment", article, [("content", 0, 7)], due)
    nobody = Selection(words="has:quote")
    for selection, nothing in ((Selection(), False), (nobody, True)):
        assert nothing_to_export(collection, form, selection) == nothing
        assert (entries(f"{nothing}", selection) == 0) == nothing


def test_what_is_only_suggested_is_something_to_export_where_asked_for(collection, add):
    article = add()
    suggesting.look(collection, article)
    assert nothing_to_export(collection, "csv", Selection())
    assert not nothing_to_export(collection, "csv", Selection(suggestions=True))


def test_brat_tells_how_much_a_commitment_promises_and_by_when(tagged, tmp_path):
    folder = written(tagged, tmp_path, "brat")
    (note,) = [
        line
        for ann in folder.glob("*.ann")
        for line in ann.read_text("utf-8").split("\n")
        if "40 ferries; dead" in line
    ]
    assert "AnnotatorNotes" in note
    assert "Ana Taverne; quantity: 40 ferries; deadline: 2031-08; id " in note
