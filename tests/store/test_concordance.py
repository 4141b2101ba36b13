"""The concordance: every place of words in the collection, sorted, and tagged in one action."""

import pytest

from store import articles, records
from store.concordance import MOST, Line, by_left, by_right, concordance, tag_lines
from store.history import undo
from store.importing import import_items
from store.model import SavedArticle
from store.passages import look_for_pending
from store.purge import purge

HARBOUR = "The old harbour of Lest. “We light the harbour by 2031,” said Pell Orrin.\n"
CANAL = "No harbour stands at Umber.\n"
BLOCK = "The harbour council of Lest signed a ferry accord with the Ostrava Line on Monday after two years of talks.\n"


def lines(collection, typed: str) -> list[Line]:
    return [line for batch in concordance(collection, typed) for line in batch]


def test_every_place_is_a_line_with_what_stands_around(collection, add) -> None:
    harbour, canal = add(HARBOUR, title="Lights", outlet="Lest Herald"), add(CANAL)
    found = lines(collection, "harbour ")
    assert [(line.uid, line.hit) for line in found] == [(canal, "harbour"), (harbour, "harbour"), (harbour, "harbour")]
    assert (found[1].left, found[1].right[:9], found[1].outlet) == ("The old ", " of Lest.", "Lest Herald")
    assert HARBOUR[found[2].start : found[2].end] == "harbour"
    assert lines(collection, '"harbour stands"')[0].hit == "harbour stands"
    assert lines(collection, "zzz ") == lines(collection, "") == lines(collection, "is:unread") == []
    assert len(lines(collection, "harbour outlet:lest")) == 2


def test_lines_sort_by_the_nearest_words_of_either_side(collection, add) -> None:
    add(HARBOUR)
    add(CANAL)
    found = lines(collection, "harbour ")
    assert [line.left.split()[-1] for line in sorted(found, key=by_left)] == ["No", "old", "the"]
    assert [line.right.split()[0] for line in sorted(found, key=by_right)] == ["by", "of", "stands"]


def test_a_long_search_can_be_stopped_and_ends(collection, add) -> None:
    add("harbour " * 50)
    assert list(concordance(collection, "harbour ", lambda: True)) == []
    assert len(lines(collection, "harbour ")) == 50 < MOST


def test_all_lines_go_on_record_in_one_action_and_off_it(collection, add) -> None:
    add(HARBOUR)
    add(CANAL)
    found = lines(collection, "harbour ")
    assert tag_lines(collection, "note", found, note="see") == (3, 0)
    assert {record.note for record in records.list_records(collection, "note")} == {"see"}
    assert undo(collection).op == "tag 3 × note"
    assert records.list_records(collection, "note") == []


def test_what_is_on_record_and_its_copies_are_left_out(collection, add) -> None:
    add(BLOCK + "Something else happened in between, and it took a while.\n" + BLOCK)
    look_for_pending(collection)
    found = lines(collection, '"harbour council"')
    assert len(found) == 2
    assert tag_lines(collection, "mention", found, {"speaker": None}) == (1, 1)
    (record,) = records.list_records(collection, "mention")
    assert record.copies_here == 1
    assert tag_lines(collection, "mention", found, {"speaker": None}) == (0, 2)
    assert undo(collection).op == "tag 1 × speaker"


def test_a_quote_is_the_quotation_around_the_hit(collection, add) -> None:
    add(HARBOUR)
    add(CANAL)
    tag_lines(collection, "quote", lines(collection, "harbour "), {"speaker": None, "form": "direct"})
    exact = sorted(record.anchors[0].exact for record in records.list_records(collection, "quote"))
    assert exact == ["harbour", "harbour", "“We light the harbour by 2031,”"]


@pytest.mark.parametrize("kind", ["mention", "quote"])
def test_where_a_text_has_changed_since_nothing_is_put_on_record(collection, add, kind) -> None:
    add(CANAL)
    add(HARBOUR, url="https://lest.example/1")
    found = lines(collection, "harbour ")
    import_items(collection, [SavedArticle("Corrected at noon. " + HARBOUR, url="https://lest.example/1")])
    with pytest.raises(records.TextChanged):
        tag_lines(collection, kind, found)
    assert records.list_records(collection, kind) == []
    purge(collection, articles.find(collection, "2").uid)
    with pytest.raises((records.TextChanged, records.NoSuchRecord)):
        tag_lines(collection, kind, found)
