"""Articles and records in words, as the screen says them. What comes from outside is made safe here."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from textual.content import Content

from store.citation import show_date, without_marks
from tui.counts import amount, counted
from tui.display import safe_line, shortened

if TYPE_CHECKING:
    from store.articles import Reading
    from store.backends import Answer
    from store.model import Place, Record, Span, Speaker, Suggestion

WORDS_A_MINUTE = 230
"""How fast news is read, a middle of what studies of adults find."""

FIRST_WORDS = 36
"""So many characters tell which record is meant."""
FEWER_WORDS = 17
"""So many where a message of one line tells the record and its article."""
TERM = 24
"""So many of a term, so that the others have room beside it."""
NAME = 30
"""So many of who undertakes something, beside its terms."""

LEAST_LEFT = 16
"""A part of the line below that would be cut to fewer characters is left out."""
LEAST_FIRST = 46
"""The first part of the line below is cut to so many characters, no fewer, so that others have room beside it."""
LONGEST_WORD = 20
"""What is cut ends with a whole word, where that is no more than so many characters away."""
MOST_IN_A_CELL = 4
"""So many characters a cell are looked at, since some have no width: letters with their marks, emoji of several."""

EMPTY = (
    "No articles yet.\n"
    "Press I to import saved articles:\n"
    "files or whole folders.\n"
    "Press 0 to learn the six main keys\n"
    "on sample articles."
)
EMPTY_FILTERED = "No article fits.\nPress / or f and change the words,\nor U and M to show all again."

ORDERS = {"published": "newest first", "outlet": "by outlet", "title": "by title", "added": "last added first"}
ORDERS |= {"best": "best match first", "newest": "last added first"}

SAMPLES = "samples: ctrl+q leaves"
"""What the line above the list says first where it lists the articles of the lesson, not one's own."""

COPIES = {
    "highlight": "Copies are highlighted, and where they were first.",
    "dim": "Copies are dimmed.",
    "fold": "Copies are folded; enter opens one.",
}

SIGN = {"quote": "❝", "mention": "@", "commitment": "⚑", "note": "✎"}


def list_line(count: str, order: str, typed: Sequence[str], chosen: Sequence[str], remark: str) -> Content:
    """The line above the list: how many articles, in which order, what was typed and chosen; first a remark."""
    parts = [
        f"{count} article{'' if count == '1' else 's'}",
        ORDERS[order],
        *(f"“{words}”" for words in typed),
        *chosen,
    ]
    return Content(safe_line(" · ".join(filter(None, (remark, *parts)))))


def did_you_mean(meant: str) -> str:
    """What an empty list says where a word may have been mistyped."""
    return f"No article fits.\nDid you mean: {meant}?\nenter searches for that."


def header(reading: Reading, *, nothing_new: bool = False) -> list[str]:
    """The lines above an article's text, its title first."""
    row = reading.row
    source = [row.outlet, row.author, row.place, show_date(row.published) or "no date"]
    facts = [counted(row.words, "word")]
    if row.repeated:
        facts.append(f"{row.repeated:.0%} repeats itself")
    if row.recycled:
        facts.append(f"{row.recycled:.0%} stands in other articles too")
    if nothing_new and not row.read:
        facts.append("nothing new: read elsewhere")
    facts += [_count(row.quotes, "quote"), _count(row.mentions, "mention"), _count(row.commitments, "commitment")]
    if reading.versions > 1:
        facts.append(f"{reading.versions} versions: <")
    lines = [row.title or "(no title)", " · ".join(filter(None, source)), " · ".join(filter(None, facts))]
    if reading.labels or reading.saved:
        saved = f"saved {reading.saved}" if reading.saved else ""
        lines.append(" · ".join(filter(None, [saved, ", ".join(reading.labels)])))
    doubtful = sum(map(reading.doubts, reading.records))
    if doubtful:
        lines.append(f"? {_count(doubtful, 'record')} {'needs' if doubtful == 1 else 'need'} a look: L")
    return lines


def hits(here: int, of: int, *, searched: bool) -> str:
    """Which place found the cursor is at, or how many there are; nothing where no search asked for any."""
    if here:
        return f"{here:,} of {of:,}"
    return f"{of:,} found" if of else "none found" if searched else ""


def where(
    reading: Reading | None, paragraphs: Sequence[Span], offset: int, found: str = "", *, briefly: bool = False
) -> Content:
    """What was `found`, and how far one has read: paragraph, share of the text, and minutes left; or the share alone.

    Minutes are at WORDS_A_MINUTE.
    """
    if reading is None or not reading.text:
        return Content("")
    number = max(bisect_right(paragraphs, offset, key=itemgetter(0)), 1)
    share = offset / max(len(reading.text) - 1, 1)
    if briefly:
        return Content(" · ".join(filter(None, (found, f"{min(share, 1):.0%}"))))
    minutes = (1 - share) * reading.row.words / WORDS_A_MINUTE
    left = "the end" if number == len(paragraphs) and share > 0.99 else f"{max(round(minutes), 1)} min left"
    parts = (found, f"¶{number}/{len(paragraphs)}", f"{min(share, 1):.0%}", left)
    return Content(" · ".join(filter(None, parts)))


def _count(number: int, name: str) -> str:
    return counted(number, name) if number else ""


def _record(record: Record, speakers: Mapping[str, Speaker], *, doubtful: bool) -> list[str]:
    """A record: its sign, who and its kind's main fields; what is doubtful; how often it stands again; what is long."""
    speaker = speakers.get(record.owner)
    fields = record.fields
    parts, role, long = [speaker.name if speaker else ""], str(fields.get("role") or ""), ""
    if record.kind == "commitment":
        parts += [_deadline(fields), _amount_of(fields), str(fields["strength"]), str(fields["status"])]
        long = ", ".join(filter(None, (str(fields["action"]), role)))
    else:
        parts += [role, str(fields["form"]) if record.kind == "quote" else ""]
    counts = ["? this may be said otherwise now: L" if doubtful else "", shown_again(record)]
    counts.append(f"{_count(record.variants, 'variant')} to decide: V" if record.variants else "")
    words = ", ".join(filter(None, parts)) or ("" if record.kind == "note" else "nobody named")
    note = f"✎ {' '.join(record.note.split())}" if record.note else ""
    first, *rest = [*filter(None, (words, *counts, long, note))] or [""]
    return [f"{SIGN[record.kind]} {first}", *rest]


def made(name: str, record: Record, also_of: Sequence[str]) -> str:
    """What is told of a record that was made: where its words stand again, and on whose record they are besides."""
    said = ", ".join(filter(None, (f"On record: {name}", shown_again(record))))
    return f"{said}; also on record of {' and '.join(also_of)}" if also_of else said


def rejected(hidden: int, least: float) -> str:
    """What is told of a rejection: how many other suggestions it has made less likely than is shown, if any."""
    are, them = ("is", "it") if hidden == 1 else ("are", "them")
    return "Rejected — u undoes" + (f"; {hidden} more {are} below {least:.0%} now, + shows {them}" if hidden else "")


def shown_again(record: Record) -> str:
    """Where a record's words stand besides their own place: "1 copy here, 6 elsewhere"."""
    here, elsewhere = copies(record.copies_here), copies(record.copies_elsewhere)
    if here and elsewhere:
        return f"{here} here, {record.copies_elsewhere:,} elsewhere"
    return f"{here} here" if here else f"{elsewhere} elsewhere" if elsewhere else ""


def copies(number: int) -> str:
    """How often words stand again: "6 copies", nothing for none."""
    return counted(number, "copy", "copies") if number else ""


CARRIED = {
    "copy": "+ carried over; # not the same here",
    "variant": "≠ not the words on record; J the same, # not the same",
}
"""What is said of a place that is not a record's own."""


def suggestion_parts(suggestion: Suggestion, beside: Sequence[str] = ()) -> list[str]:
    """A suggestion: what it would be, first what may be cut; then what is said `beside` that, how sure and why.

    Of a commitment who undertakes it and its terms come before what is undertaken, so that this is cut first.
    """
    fields, first = suggestion.fields, head(suggestion)
    if suggestion.kind == "commitment":
        whom = first_words(str(fields["beneficiary"] or ""), TERM)
        first += f", for {whom}" if whom else ""
        first += f" → {fields['action']}" if fields["action"] else ""
    return [first, *beside, *_besides(suggestion), f"{suggestion.confidence:.0%}: {suggestion.why}"]


def head(suggestion: Suggestion) -> str:
    """What a suggestion would be, and who is named; of a commitment how firmly, how much, by when, on what condition.

    That of a commitment is never cut for anything else that is told.
    """
    fields, who = suggestion.fields, suggestion.owner or "nobody named"
    if suggestion.kind == "quote":
        said = [who, str(fields["role"] or ""), str(fields["form"])]
    else:
        terms = (first_words(words, TERM) for words in (_deadline(fields), str(fields["condition"] or "")))
        said = [first_words(who, NAME), str(fields["strength"]), _amount_of(fields), *terms]
    return f"~ {suggestion.kind}? {', '.join(filter(None, said))}"


def spared(suggestion: Suggestion | None) -> int:
    """To how many characters the first part of a suggestion is cut so that its keys have room; 0 where none is."""
    if suggestion is None:
        return 0
    return max(LEAST_FIRST, len(head(suggestion)) if suggestion.kind == "commitment" else 0)


def _besides(suggestion: Suggestion) -> list[str]:
    """What else a suggested commitment says: the role in which somebody undertakes it, and a condition that was cut."""
    if suggestion.kind == "quote":
        return []
    role, condition = (" ".join(str(suggestion.fields[name] or "").split()) for name in ("role", "condition"))
    return [f"role: {role}"] * bool(role) + [f"condition: {condition}"] * (len(condition) > TERM)


def answer_line(answer: Answer) -> str:
    """What a back end proposed, and what that took."""
    found, cost = answer.suggestions, answer.cost
    proposed = [_count(len(found.quotes), "quote"), _count(len(found.commitments), "commitment")]
    took = [f"{cost.seconds:.1f} s", f"{cost.tokens_in:,} tokens in, {cost.tokens_out:,} out"]
    took += [f"cost {cost.money:.4f}"] if cost.money is not None else []
    return f"{' and '.join(filter(None, proposed)) or 'Nothing'} proposed · {' · '.join(took)}"


def action(op: str, about: str, elsewhere: Sequence[str] = ()) -> str:
    """An action of the history, and the first words of what it was about: "tag quote “We settled the locks…”".

    `elsewhere` are the titles of the other articles that it was done in.
    """
    most = FEWER_WORDS if elsewhere else FIRST_WORDS
    first = first_words(about, most)
    did = f"{op} “{first}”" if first else op
    if not elsewhere:
        return did
    title = first_words(elsewhere[0], most) or "(no title)"
    return f"{did} in “{title}”" if len(elsewhere) == 1 else f"{did} in {len(elsewhere)} articles"


def overwritten(values: Mapping[str, object]) -> str:
    """Of a change that was kept, the values by name that another program had given meanwhile; empty for none."""
    told = [
        f"{name.replace('_', ' ')} “{first_words(str(value), FEWER_WORDS)}”" if value else f"{name}, emptied"
        for name, value in values.items()
        if not name.endswith("_precision")
    ]
    return f"Written over what changed elsewhere: {', '.join(told)} — u undoes" if told else ""


def promised(record: Record) -> str:
    """What a commitment says of how much and by when: "5,000,000 USD, by 2032-06-30"; nothing of other records."""
    if record.kind != "commitment":
        return ""
    return ", ".join(filter(None, (_amount_of(record.fields), _deadline(record.fields))))


def first_words(said: str, most: int) -> str:
    """The first of some words, in one line and without marks, with a sign where more follow.

    They are cut between words where that leaves more than half of the characters.
    """
    words = " ".join(without_marks(said).split())
    whole = words[: max(most, 0)].rpartition(" ")[0]
    return f"{whole}…" if len(words) > most < 2 * len(whole) else shortened(words, most)


def figures(fields: Mapping[str, Any]) -> str:
    """How much is promised and by when, as far as it is known; "" of a quote."""
    return ", ".join(filter(None, (_amount_of(fields), _deadline(fields)))) if "deadline" in fields else ""


def _amount_of(fields: Mapping[str, Any]) -> str:
    return amount(fields["quantity"], fields["unit"])


def _deadline(fields: Mapping[str, str | float | None]) -> str:
    """By when something is promised: a day, or the words of the text where none is known."""
    told = " ".join(str(fields.get("deadline_text") or "").split())
    return f"by {fields['deadline']}" if fields["deadline"] else told


def detail(
    record: Record | None,
    speakers: Mapping[str, Speaker],
    about: Sequence[str],
    suggestion: Suggestion | None = None,
    place: Place | None = None,
    *,
    corrects: bool = True,
    more: int = 0,
    others: int = 0,
    doubtful: bool = False,
) -> list[str]:
    """What is told below the page, in parts, those first that matter most.

    The suggestion under the cursor with its keys and reason, then the record there; then what `about` says of the
    passage. `place` is where a record is carried over to or differs, if the cursor is at such a place;
    `corrects` tells whether `e` corrects the suggestion; else it edits the record. `more` is how many suggestions
    begin here too, `others` how many records stand here besides. `doubtful` tells whether the record needs a look here.
    """
    parts = [] if record is None else _record(record, speakers, doubtful=doubtful)
    if others:
        parts.insert(1, f"{others} more on record here")
    carried = record is not None and place and place.record == record.uid and CARRIED.get(place.kind)
    here = [carried] if carried else []
    if suggestion is None:
        parts = [*here, *parts, *about]
    else:
        keys = f"a accept, x reject, {'e correct' if corrects else 'e edits the record'}"
        ahead = [f"] {more} more here"] if more else []
        parts = [*suggestion_parts(suggestion, [keys, *ahead, *here]), *parts, *about]
    return [*map(safe_line, parts)]


def fitted(parts: Sequence[str], width: int, lines: int, spared: int = 0) -> Content:
    """As many of the parts as have room in lines of `width` cells; one that has not is cut where enough of it is left.

    The first is told in any case; where so many characters of it are to be `spared`, it is cut, to no fewer, so that
    the second has room.
    """

    def fits(words: str) -> bool:
        return len(Content(words).wrap(max(width, 1))) <= lines

    room = MOST_IN_A_CELL * (max(width, 1) + 1) * lines

    def cut(words: str, after: str = "") -> int:
        """How many characters of some words have room before others and the sign that says they are cut."""
        return bisect_left(range(min(len(words), room)), True, lo=1, key=lambda k: not fits(f"{words[:k]}…{after}")) - 1

    def without_rest(words: str, most: int, least: int) -> str:
        end = words.rfind(" ", max(least, most - LONGEST_WORD), most + 1)
        return f"{words[: end if end > 0 else most].rstrip(' ,')}…"

    first, *rest = parts or [""]
    after = f" · {rest[0]}" if spared and rest else ""
    if after and not (len(first) + len(after) <= room and fits(first + after)):
        most = cut(first, after) if len(after) <= room else 0
        if most >= spared:
            first = without_rest(first, most, spared)
    shown = ""
    for part in [first, *rest]:
        longer = f"{shown} · {part}" if shown else part
        if len(longer) <= room and fits(longer):
            shown = longer
            continue
        most = cut(longer)
        if not shown or most - len(shown) >= LEAST_LEFT:
            return Content(without_rest(longer, most, len(shown) + LEAST_LEFT - 1 if shown else 0))
    return Content(shown)
