"""Records: made with exact words and context, edited, counted once, and never on a wrong place."""

import pytest

from store import records
from store.check import check
from store.records import AlreadyThere, NoSuchRecord
from store.speakers import new_speaker


@pytest.fixture
def quote(collection, article, talks, span):
    """The uid of the first quote of the talks."""
    spans = [("content", *span(talks, "“We will build two bridges by 2031,”")), ("source", *span(talks, "Orrin"))]
    return records.tag(collection, "quote", article, spans, {"form": "direct", "role": "envoy"}, note="check")


def test_a_record_keeps_its_words_and_those_around_them(collection, quote, talks):
    record = records.get(collection, quote)
    content, source = record.anchors
    assert content.exact == "“We will build two bridges by 2031,”" == talks[content.start : content.end]
    assert content.prefix == talks[content.start - 32 : content.start]
    assert content.suffix == " Orrin said.\nTaverne called the "
    assert (source.role, source.exact, source.prefix) == ("source", "Orrin", talks[: source.start][-32:])
    assert (record.fields["form"], record.fields["role"], record.note) == ("direct", "envoy", "check")
    assert list(check(collection)) == []


def test_offsets_are_code_points_also_beyond_the_basic_plane(collection, add, span):
    text = "🜂🜃 a\u0301 Orrin: “𝔚e build.” 🏴\u200d☠\ufe0f end"
    uid = add(text)
    record = records.get(collection, records.tag(collection, "quote", uid, [("content", *span(text, "“𝔚e build.”"))]))
    assert record.anchors[0].exact == "“𝔚e build.”"
    assert (record.anchors[0].start, record.anchors[0].end) == (13, 24)
    flat = collection.read.execute('SELECT exact, "start", "end" FROM quotes_flat').fetchone()
    assert flat == ("“𝔚e build.”", 13, 24)


@pytest.mark.parametrize(
    "spans", [[], [("cue", 0, 3)], [("content", 3, 3)], [("content", -1, 3)], [("content", 0, 999)]]
)
def test_spans_that_are_none_are_refused(collection, article, spans):
    with pytest.raises(ValueError, match="span"):
        records.tag(collection, "quote", article, spans)
    assert records.list_records(collection, "quote") == []


def test_a_field_that_the_kind_does_not_have_is_refused(collection, article, quote):
    with pytest.raises(ValueError, match="a mention has no deadline"):
        records.tag(collection, "mention", article, [("content", 0, 3)], {"deadline": "2031"})
    with pytest.raises(ValueError, match="a quote has no deadline"):
        records.edit(collection, quote, {"deadline": "2031"})


def test_the_same_words_are_tagged_once_a_kind_and_speaker(collection, article, quote):
    home = records.get(collection, quote).anchors[0]
    again = [("content", home.start, home.end)]
    with pytest.raises(AlreadyThere) as there:
        records.tag(collection, "quote", article, again)
    assert there.value.uid == quote
    records.tag(collection, "commitment", article, again)
    assert len(records.records_of(collection, article)) == 2


def test_other_records_on_the_very_same_words_are_found(collection, article, quote, talks, span):
    home = records.get(collection, quote).anchors[0]
    assert records.on_same_words(collection, records.get(collection, quote)) == []
    uid, along = new_speaker("Zed Quill")
    other = records.tag(
        collection, "quote", article, [("content", home.start, home.end)], {"speaker": uid}, along=along
    )
    records.tag(collection, "commitment", article, [("content", home.start, home.end)])
    records.tag(collection, "quote", article, [("content", home.start, home.end - 1)])
    assert [one.uid for one in records.on_same_words(collection, records.get(collection, quote))] == [other]
    assert [one.uid for one in records.on_same_words(collection, records.get(collection, other))] == [quote]


def test_an_edit_keeps_as_changed_only_what_differs(collection, quote):
    events = "SELECT count(*) FROM event"
    before = collection.read.execute(events).fetchone()[0]
    records.edit(collection, quote, {"form": "direct", "role": "envoy"}, note="check")
    assert collection.read.execute(events).fetchone()[0] == before
    records.edit(collection, quote, {"form": "partial", "role": "envoy"})
    (value,) = collection.read.execute("SELECT value FROM event ORDER BY hlc DESC LIMIT 1").fetchone()
    assert value == '{"form":"partial"}'


def test_a_second_span_joins_the_first_in_the_flat_row(collection, quote, talks, span):
    records.add_span(collection, quote, "content", *span(talks, "“frank and useful”"))
    assert [a.ordinal for a in records.get(collection, quote).anchors if a.role == "content"] == [0, 1]
    (exact,) = collection.read.execute("SELECT exact FROM quotes_flat").fetchone()
    assert exact == "“We will build two bridges by 2031,” […] “frank and useful”"


def test_what_is_deleted_is_gone_from_every_list_and_cannot_be_changed(collection, article, quote):
    span = records.get(collection, quote).anchors[0].uid
    records.delete(collection, quote)
    assert records.list_records(collection, "quote") == records.records_of(collection, article) == []
    assert collection.read.execute("SELECT * FROM quotes_flat").fetchall() == []
    for change in (
        lambda: records.edit(collection, quote, {"form": "direct"}),
        lambda: records.delete(collection, quote),
        lambda: records.add_span(collection, quote, "content", 0, 3),
        lambda: records.place_span(collection, span, 0, 3),
        lambda: records.decide(collection, quote, "0" * 64, 3, "joined"),
    ):
        with pytest.raises(NoSuchRecord):
            change()


def test_words_chosen_in_a_text_that_was_replaced_meanwhile_are_refused(collection, add):
    article = add("“We will build two bridges,” Orrin said.\n", url="https://norrin.example/a")
    (old,) = collection.read.execute("SELECT text FROM article").fetchone()
    quote = records.tag(collection, "quote", article, [("content", 0, 28)], text=old)
    span = records.get(collection, quote).anchors[0].uid
    add("Corrected: “We will build two bridges,” Orrin said.\n", url="https://norrin.example/a")
    for change in (
        lambda: records.tag(collection, "quote", article, [("content", 0, 10)], text=old),
        lambda: records.add_span(collection, quote, "content", 0, 3, text=old),
        lambda: records.place_span(collection, span, 0, 3, text=old),
    ):
        with pytest.raises(records.TextChanged, match="choose the words again"):
            change()
    assert [record.uid for record in records.records_of(collection, article)] == [quote]


@pytest.mark.parametrize(
    ("words", "day", "counted"),
    [
        ("within ten days", "2031-06-11", 1),
        ("by July 15", "2031-07-15", 0),
        ("by July 15, 2032", "2032-07-15", 0),
        ("within ten days", "", 0),
        ("before the summit", "2031-06-11", 0),
        ("within ten days", "2031-09-30", 0),
    ],
)
def test_of_a_deadline_it_is_told_whether_another_date_moves_it(collection, article, words, day, counted):
    fields = {"action": "open the locks", "deadline": day, "deadline_text": words}
    record = records.tag(collection, "commitment", article, [("content", 0, 7)], fields)
    assert records.counted_deadlines(collection, article, "2031-06-01", "2031-06-03") == counted
    assert records.counted_deadlines(collection, article, "2031-06-01", "2031-06-01") == 0
    records.delete(collection, record)
    assert records.counted_deadlines(collection, article, "2031-06-01", "2031-06-03") == 0


def test_overlapping_records_are_all_kept(collection, article):
    for end in range(3, 9):
        records.tag(collection, "quote", article, [("content", 0, end)])
    assert len(records.records_of(collection, article)) == 6
    assert list(check(collection)) == []


def test_a_note_stands_on_words_of_its_own(collection, article):
    uid = records.tag(collection, "note", article, [("content", 0, 7)], note="odd dateline")
    record = records.get(collection, uid)
    assert (record.kind, record.note, record.fields) == ("note", "odd dateline", {})
