"""The search language: what each part finds, and that nothing typed breaks it."""

import unicodedata
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from recycling import SENTENCES

from store import articles, records, registers, search, speakers
from store.completions import Completions, learn
from store.exporters import rows
from store.importing import import_items
from store.model import SavedArticle
from store.passage_building import update_passages
from store.query import CHOICES, MOST_PARTS, parse

HARBOUR = "The harbour council of Lest signed a ferry accord.\nPell Orrin said: “We build two bridges by 2031.”\n"
CANAL = "The canal board met in Umber. A ferry captain, Ana Taverne, asked for lights at the harbour.\n"
MARKET = "Prices at the Umber market rose. Nobody signed anything.\n"


@pytest.fixture
def shelf(add) -> dict[str, str]:
    """Three invented articles by a short name."""
    about = {"published_precision": "day"}
    return {
        "harbour": add(HARBOUR, title="Ferry accord", outlet="Lest Herald", published="2031-04-09", **about),
        "canal": add(CANAL, title="Canal lights", outlet="Umber Post", published="2031-05-20", **about),
        "market": add(MARKET, title="Market prices", outlet="Umber Post", published="2030-12-31", **about),
    }


@pytest.fixture
def found(collection, shelf):
    """The short names of what a query finds, newest first."""
    names = {uid: name for name, uid in shelf.items()}

    def finder(typed: str, sort: str = "published", **more) -> list[str]:
        rows = articles.rows(collection, articles.ids(collection, sort, words=typed, **more))
        return [names[row.uid] for row in rows]

    return finder


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", ["canal", "harbour", "market"]),
        ("ferry", ["canal", "harbour"]),
        ("FERRY signed", ["harbour"]),
        ("signed ", ["harbour", "market"]),
        ("sig", ["harbour", "market"]),
        ("sig ", []),
        ("sig* ", ["harbour", "market"]),
        ("“ferry”, captain!", ["canal"]),
        ('"ferry captain"', ["canal"]),
        ('"captain ferry"', []),
        ('"ferry capt', []),
        ("ferry -captain ", ["harbour"]),
        ('umber -"canal board"', ["market"]),
        ("-ferry ", ["market"]),
        ("outlet:post", ["canal", "market"]),
        ("outlet:um harbour", ["canal"]),
        ('outlet:"lest herald"', ["harbour"]),
        ("-outlet:umber", ["harbour"]),
        ("after:2031", ["canal", "harbour"]),
        ("after:2031-04-10", ["canal"]),
        ("before:2031", ["market"]),
        ("after:10.4.2031", ["canal"]),
        ('after:"10 April 2031"', ["canal"]),
        ("after:2031-04-09 before:2031-05", ["harbour"]),
        ("is:unread", ["canal", "harbour", "market"]),
        ("is:read", []),
        ("is:starred", []),
        ("prices", ["market"]),
        ("OUTLET:Post -IS:READ canal", ["canal"]),
    ],
)
def test_each_part_finds(found, typed: str, expected: list[str]) -> None:
    assert found(typed) == expected


@pytest.mark.parametrize(
    ("date", "after", "before"),
    [
        ("2031", {"year", "month", "day"}, set()),
        ("2031-01-01", {"year", "month", "day"}, set()),
        ("2031-04", {"year", "month", "day"}, {"year"}),
        ("2031-04-01", {"year", "month", "day"}, {"year"}),
        ("2031-04-09", {"year", "month", "day"}, {"year", "month"}),
        ("2031-04-10", {"year", "month"}, {"year", "month", "day"}),
        ("2031-05", {"year"}, {"year", "month", "day"}),
        ("2032", set(), {"year", "month", "day"}),
        ("1999", {"year", "month", "day"}, set()),
        ("2999", set(), {"year", "month", "day"}),
    ],
)
def test_only_published_dates_count_as_far_as_they_are_known(collection, add, date, after, before) -> None:
    published = {"year": "2031", "month": "2031-04", "day": "2031-04-09", "": "", "yearless": "--04-09"}
    names = {add(f"Ferries of a {name} came.\n", published=day): name for name, day in published.items()}

    def found(typed: str) -> set[str]:
        return {names[row.uid] for row in articles.rows(collection, articles.ids(collection, words=typed))}

    assert found(f"after:{date}") == found(f"ferries after:{date}") == after
    assert found(f"before:{date}") == found(f"ferries before:{date}") == before
    assert found(f"-after:{date}") == {*names.values()} - after, "what is left out is only what is known to be after"
    where = [("content", 0, 7)]
    for uid in names:
        records.tag(collection, "mention", uid, where)
    with rows.one_state(collection, selection := rows.Selection(("speaker",), since=date)):
        assert {names[row["article_id"]] for row in rows.rows(collection, "speaker", selection)} == after


def test_a_speaker_is_found_where_their_record_stands_in_a_copy_and_not_in_a_variant_before_it_is_joined(
    collection, add
) -> None:
    said = "“The pier of Lest will open in May with forty lamps, and the ferry comes back,” Pell Orrin said at noon."
    texts = {
        "home": f"{said}\n{SENTENCES[0]}",
        "copy": f"{SENTENCES[1]}\n{said}",
        "variant": f"{SENTENCES[2]}\n{said.replace('forty', 'fifty')}",
        "other": SENTENCES[3],
    }
    uids = {name: add(text, title=name) for name, text in texts.items()}
    orrin = speakers.create(collection, "Pell Orrin")
    record = records.tag(collection, "quote", uids["home"], [("content", 0, said.index("”"))], {"speaker": orrin})
    update_passages(collection)

    def found(typed: str) -> set[str]:
        return {row.title for row in articles.rows(collection, articles.ids(collection, words=typed))}

    assert found("speaker:orrin") == found("pier speaker:orrin") == {"home", "copy"}
    assert found("-speaker:orrin") == {"variant", "other"}
    (variant,) = registers.variants(collection)
    records.decide(collection, record, variant.text, variant.start, "joined")
    assert found("speaker:orrin") == {"home", "copy", "variant"}
    records.delete(collection, record)
    assert found("speaker:orrin") == set()


@pytest.mark.parametrize("typed", ["after:2031-04", "before:2031-04", "after:2030 before:2032-01-01"])
def test_a_list_by_date_is_answered_by_the_index_alone(collection, typed: str) -> None:
    where, values = search.conditions(collection, parse(typed))
    sql = f"SELECT id FROM article WHERE {' AND '.join(where)} AND state = 'live' ORDER BY sort_date DESC, id DESC"
    plan = [row[-1] for row in collection.read.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
    assert len(plan) == 1, "nothing is sorted"
    assert plan[0].startswith("SEARCH article USING INDEX article_published (sort_date")
    (page,) = collection.read.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'article'").fetchone()
    steps = [row[1:4] for row in collection.read.execute(f"EXPLAIN {sql}", values)]
    (table,) = [cursor for step, cursor, opened in steps if step == "OpenRead" and opened == page]
    assert "Column" not in [step for step, cursor, _ in steps if cursor == table], "no article is looked at"


def test_marks_and_records_are_conditions(collection, shelf, found) -> None:
    articles.set_read(collection, shelf["canal"], True)
    articles.star(collection, shelf["market"], True)
    orrin = speakers.create(collection, "Pell Orrin", aliases=["the Mayor of Lest"])
    at = HARBOUR.index("“We")
    records.tag(collection, "quote", shelf["harbour"], [("content", at, at + 10)], {"speaker": orrin})
    records.tag(collection, "commitment", shelf["canal"], [("content", 0, 9)], {"promisor": None})
    assert found("is:read") == ["canal"]
    assert found("is:unread") == ["harbour", "market"]
    assert found("is:starred") == ["market"]
    assert found("has:quote") == ["harbour"]
    assert found("has:commitment") == ["canal"]
    assert found("-has:quote ferry") == ["canal"]
    assert found("speaker:orrin") == ["harbour"]
    assert found('speaker:"mayor of lest"') == ["harbour"]
    assert found("speaker:taverne") == []
    assert found("-speaker:orr") == ["canal", "market"]
    assert found("ferry", unread=True) == ["harbour"]


def test_the_filter_looks_at_names_only(found) -> None:
    assert found("", named="ferry") == ["harbour"]
    assert found("", named="umber pr") == ["market"]
    assert found("umber", named="canal") == ["canal"]


def test_a_half_typed_condition_does_not_empty_the_list(found) -> None:
    for typed in ("ferry is:", "ferry has:q", "ferry after:20", "ferry outlet:", "ferry -"):
        assert found(typed) in (["canal", "harbour"], []), typed
    assert found("ferry after:20") == ["canal", "harbour"]


def test_a_query_of_too_many_parts_is_told_to_be_one() -> None:
    most = " ".join(f"word{number}" for number in range(MOST_PARTS))
    assert parse(most, finished=True).remark == ""
    assert not parse(most).lacking
    query = parse(f"{most} has:quote")
    assert query.lacking
    assert query.remark == "only the first 40 words and conditions count; leave some out."


def test_what_is_not_understood_is_said() -> None:
    assert parse("has:bananas ").remark == "has: takes quote, commitment, speaker or note, not bananas."
    assert parse("after:spring x").remark == "after: takes a date such as 2031, 2031-04 or 2031-04-09."
    assert parse("after:20").remark == parse("after:31.3.").remark == "", "still being typed"
    for no_date in ("after:gestern", "before:2031-13", "before:2031-04-31", "before:Q3"):
        assert "takes a date" in parse(no_date, finished=True).remark
    assert "takes a date" in parse("after:gestern").remark, "no date will come of it"
    assert parse("after:20", finished=True).remark == "after: takes a date such as 2031, 2031-04 or 2031-04-09."
    assert parse("ferry outlet:", finished=True).remark == "outlet: needs a value right after the colon."
    assert parse("?!", finished=True).remark == "there is no word in it to search for."
    assert parse("", finished=True).remark == parse("ferry after:2031", finished=True).remark == ""
    assert parse("at 10:30 https://lest.example C:\\texts std::string has:quote Lest: x").remark == ""
    words = "https:/ mailto:x@lest.example doi:10.1/2 Re:talks localhost:8080 Covid:19 Minsk:Kyiv https:/"
    assert parse(words).remark == parse(words, finished=True).remark == ""


@pytest.mark.parametrize("typed", ["title:bar", "-title:bar ", "ferry Title:b", 'title:"the bar"'])
def test_a_field_that_there_is_none_of_is_said_and_its_words_are_looked_for(typed: str) -> None:
    query = parse(typed)
    assert query.remark.lower() == (
        "title: is no field; there are outlet, speaker, label, after, before, has and is. "
        'put words with a colon in "double quotes".'
    )
    assert query.parts == tuple(part for part in query.parts if not part.field)
    assert any("title" in part.value.lower() for part in query.parts)
    assert parse('"title:bar"').remark == ""
    assert not query.lacking
    assert parse(f"{typed} has:bananas ").lacking
    assert parse(f"{typed} has:bananas ").remark.startswith("has: takes")


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Le café Émile ouvre", "emile cafe"),
        ("Le cafe\u0301 ouvre", "café"),
        ("Le cafe ouvre", "café"),
        ("Η Αθήνα αύριο", "αθηνα"),
        ("Η ΑΘΗΝΑ αύριο", "Αθήνα"),
        ("Новый счёт Ерёменко", "счет еременко"),
        ("Сегодня в Минске", "минск"),
        ("قال مُحَمَّد أمس", "محمد امس"),
        ("港湾の新しい計画について話し合った", "計画"),
        ("港湾の新しい計画について話し合った", "新しい計画"),
        ("ท่าเรือแห่งใหม่", "แห่ง"),
        ("Straße nach Łódź", "łódź"),
    ],
)
def test_other_scripts_and_accents_are_found_either_way(collection, add, text: str, typed: str) -> None:
    uid = add(text)
    rows = articles.rows(collection, articles.ids(collection, words=typed))
    assert [row.uid for row in rows] == [uid]
    assert search.find_in_text(text, typed.split()[0])
    (context,) = search.contexts(collection, parse(typed), [rows[0].id]).values()
    assert context.hit


def test_letters_of_their_own_stay_apart(collection, add) -> None:
    add("Мой дом")
    assert len(articles.ids(collection, words="мой ")) == 1
    assert len(articles.ids(collection, words="мои ")) == 0


def test_the_index_follows_a_correction_in_any_script(collection, add) -> None:
    uid = add("A text.", title="港湾の計画")
    articles.correct(collection, uid, title="Αθήνα")
    assert len(articles.ids(collection, words="計画")) == 0
    assert len(articles.ids(collection, words="αθηνα")) == 1
    with collection.write() as db:
        db.execute("INSERT INTO article_fts (article_fts, rank) VALUES ('integrity-check', 1)")


def test_the_newest_come_first_and_the_best_after(collection, add) -> None:
    one = add("A lock and a lock and a lock.", title="Lock")
    two = add("A lock is mentioned once among " + "many other words " * 40)
    numbers = {row.uid: row.id for row in articles.rows(collection, articles.ids(collection))}
    newest = search.newest(collection, parse("lock"), 10)
    assert list(newest) == [numbers[two], numbers[one]]
    assert list(articles.ids(collection, "best", words="lock")) == [numbers[one], numbers[two]]


def test_completions_give_the_newest_hits_of_an_unfinished_word(collection, add) -> None:
    for text in ("The harbour.", "A harvest.", "Three harbours.", "Hard times.", "Nothing."):
        add(text)
    known = learn(collection)
    assert known.of("harb") == ["harbour", "harbours"]
    assert known.of("HARB") == ["harbour", "harbours"]
    with_them = search.newest(collection, parse("har"), 10, known)
    assert list(with_them) == list(search.newest(collection, parse("har"), 10))
    assert len(with_them) == 4
    assert len(search.newest(collection, parse("noth"), 10, Completions(Counter()))) == 1


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("harbor", "harbour"),
        ("hrabour", "harbour"),
        ("harbuor signed", "harbour signed"),
        ("zzzzz", ""),
        ("harbour", ""),
        ("feryr outlet:lest", "ferry outlet:lest"),
        ('harbor -label:harbor "harbor lights"', 'harbour -label:harbor "harbor lights"'),
        ("harbor harbor* ", "harbour harbour"),
        ("Harbor Signed ", "Harbour Signed"),
    ],
)
def test_a_mistyped_word_may_have_meant_a_known_one(collection, shelf, typed: str, meant: str) -> None:
    assert search.did_you_mean(collection, typed, learn(collection)) == meant
    assert search.did_you_mean(collection, typed, learn(collection, 0)) == meant, "also where it is long ago"


def test_a_line_of_context_stands_around_the_hit(collection, shelf) -> None:
    number = articles.find(collection, shelf["harbour"]).id
    (context,) = search.contexts(collection, parse('bridges "we build'), [number]).values()
    assert (context.before, context.hit) == ("…accord. Pell Orrin said: “", "We build")
    assert context.after == " two bridges by 2031.” "
    assert search.contexts(collection, parse("has:quote"), [number]) == {}


def test_hits_stand_where_the_words_stand() -> None:
    text = "Ferry, ferries; FERRY-boat. A ferry\n accord."
    assert [text[slice(*at)] for at in search.hits_in(text, parse("ferry "))] == ["Ferry", "FERRY", "ferry"]
    assert [text[slice(*at)] for at in search.hits_in(text, parse('"ferry accord"'))] == ["ferry\n accord"]
    assert [text[slice(*at)] for at in search.hits_in(text, parse("ferr"))] == ["Ferr", "ferr", "FERR", "ferr"]
    assert search.hits_in(text, parse("-ferry is:unread")) == []


PIECES = st.one_of(
    st.text(max_size=12),
    st.sampled_from(['"', "-", "*", ":", "(", ")", "^", "NEAR(", " OR ", " AND ", "NOT ", "{title}:", "\0", "\ud800"]),
    st.sampled_from([f"{name}:{value}" for name, values in CHOICES.items() for value in values]),
    st.sampled_from(["outlet:", "speaker:", "after:2031", "before:", 'speaker:"', "計画", "e\u0301", "--"]),
)


@given(typed=st.lists(PIECES, max_size=8).map("".join))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_typed_breaks_a_search(collection, typed: str) -> None:
    if not len(articles.ids(collection)):
        import_items(collection, [SavedArticle(HARBOUR), SavedArticle(CANAL)])
    query = parse(typed)
    known = learn(collection)
    for sort in ("published", "best"):
        numbers = articles.ids(collection, sort, words=typed, named=typed)
        search.contexts(collection, query, list(numbers))
    if query.wanted():
        search.newest(collection, query, 5, known)
    search.did_you_mean(collection, typed, known)
    search.hits_in(HARBOUR, query)
    search.find_in_text(HARBOUR, typed)


@given(st.text(alphabet="ab \u0301éαάё計画-\n", max_size=30), st.text(alphabet="abéαά計", min_size=1, max_size=4))
def test_what_is_found_in_a_text_is_what_was_typed(text: str, typed: str) -> None:
    for start, end in search.find_in_text(text, typed):
        assert plain(text[start:end]) == plain(typed)


def plain(text: str) -> str:
    bases = unicodedata.normalize("NFD", text.replace("ё", "е"))
    return "".join(char for char in bases if not unicodedata.combining(char)).casefold()
