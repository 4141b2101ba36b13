"""Every action of the app, by name: its keys, its title, a sentence of help, and where it works.

Bindings, footer, help screen, command palette, the keymap in the settings and the documents are all made from
this table, so they agree. A widget or screen takes its part with `BINDINGS = bindings("page")`; the action
`down` is its method `action_down`, or the screen's where the table says that the screen does it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from textual.binding import Binding, BindingType

Where = Literal["rows", "list", "page", "reading", "dialog", "app"]
"""Where keys work: any list of rows, the list of articles, the page, both panes of the reading screen, only dialogs,
anywhere."""


class Action(NamedTuple):
    """Something a person can do. `keys` are spelled as Textual does; the first is shown, the others work as well.

    `title` is a word or two for footer and palette, `help` one sentence, `group` the heading it stands under.
    `by_screen` is set where the keys belong to a pane but its screen does the work.
    """

    name: str
    keys: tuple[str, ...]
    title: str
    help: str
    group: str
    where: tuple[Where, ...]
    by_screen: bool = False


def _part(
    group: str, where: tuple[Where, ...], *rows: tuple[str, str, str, str], by_screen: bool = False
) -> Iterator[Action]:
    for name, keys, title, sentence in rows:
        yield Action(name, tuple(keys.split()), title, sentence, group, where, by_screen)


# Brackets and signs that other keyboards hide behind AltGr, or lack, have a twin without them: mostly a function key.
ACTIONS: tuple[Action, ...] = (
    *_part(
        "Moving",
        ("rows", "page"),
        ("down", "j down", "down", "Go one line down."),
        ("up", "k up", "up", "Go one line up."),
        ("page_down", "ctrl+d pagedown", "page down", "Go one screen down."),
        ("page_up", "ctrl+u pageup", "page up", "Go one screen up."),
        ("first", "g home", "first", "Go to the beginning."),
        ("last", "G end", "last", "Go to the end."),
    ),
    *_part(
        "Moving",
        ("page",),
        ("right", "l right", "right", "Go one character on."),
        ("left", "h left", "left", "Go one character back."),
        ("next_word", "w ctrl+right", "next word", "Go to the next word."),
        ("previous_word", "b ctrl+left", "previous word", "Go to the word before."),
        ("next_sentence", ") f4", "next sentence", "Go to the next sentence."),
        ("previous_sentence", "( f3", "previous sentence", "Go to the sentence before."),
        ("next_paragraph", "p", "next paragraph", "Go to the next paragraph."),
        (
            "previous_paragraph",
            "P",
            "previous paragraph",
            "Go to the beginning of the paragraph, then to the one before.",
        ),
    ),
    *_part(
        "Reading",
        ("rows", "page"),
        ("open", "enter", "open", "Open the article; in the page, unfold the copy under the cursor."),
    ),
    *_part(
        "Reading",
        ("reading",),
        ("back", "q escape", "back", "Let go of the selection, then of the search, then go back to the list."),
        ("other_pane", "tab", "other pane", "Go to the other pane, the list or the page."),
        ("search", "/ ctrl+f", "search", "Search all texts from the list, this one from the page."),
        ("next_hit", "n", "next hit", "Go to the next place where the words stand."),
        ("concordance", "K", "concordance", "Show the word or the selection in all texts, line by line."),
        ("previous_hit", "N", "previous hit", "Go to the place before where the words stand."),
        ("next_unread", "z", "next unread", "Go to the next unread article."),
        ("marks", "' f2", "marks", "Go to a mark, or mark this place, under a letter."),
    ),
    *_part(
        "Reading",
        ("page",),
        ("next_record", "] f8", "next record", "Go to the next suggestion or record."),
        ("previous_record", "[ f7", "previous record", "Go to the suggestion or record before."),
        ("next_repeat", "} f6", "next repeat", "Go to the next repeated passage."),
        ("previous_repeat", "{ f5", "previous repeat", "Go to the repeated passage before."),
        ("show_copies", "d", "copies", "Highlight, dim or fold the copies, in turn."),
    ),
    *_part(
        "Reading",
        ("page",),
        ("measure", "Z", "measure", "Make the text's lines wider, from 60 to 100 columns in turn."),
        by_screen=True,
    ),
    *_part(
        "Passages",
        ("page",),
        ("other_copy", "=", "other copy", "Jump to the same words in the passage's next copy, here or elsewhere."),
        ("diff", "D", "diff copies", "Show the copies of the passage beside each other."),
        ("hide_passage", "H", "hide passage", "Never show this passage again, or show it again."),
        ("part", "#", "not the same", "Say that a carried-over record is not the same here."),
        ("join", "J", "the same", "Say that a variant is the same, so that it counts as a copy."),
        by_screen=True,
    ),
    *_part(
        "Passages",
        ("reading",),
        ("alike", "F", "alike", "List the articles that say the same as this one, wholly or in part."),
        ("passages", "W", "passages", "List the most recycled passages of the collection."),
        (
            "versions",
            "< f10",
            "versions",
            "Show the earlier versions of the text, and what changed from each to the next.",
        ),
    ),
    *_part(
        "Selecting",
        ("page",),
        (
            "select",
            "v",
            "select",
            "Begin a selection that moving extends, by sentences or paragraphs from their beginning.",
        ),
        ("swap_ends", "O", "swap ends", "Go to the selection's other end."),
    ),
    *_part(
        "Selecting",
        ("page",),
        ("select_quotation", "i", "quotation", "Select the quotation around the cursor."),
        by_screen=True,
    ),
    *_part(
        "Deciding on suggestions",
        ("page",),
        ("accept", "a", "accept", "Put the suggestion under the cursor on record."),
        ("reject", "x", "reject", "Take the suggestion under the cursor away; it does not come back."),
        ("fewer_suggestions", "-", "fewer", "Show only the more likely suggestions: raise the threshold."),
        ("more_suggestions", "+", "more", "Show less likely suggestions too: lower the threshold."),
        by_screen=True,
    ),
    *_part(
        "Deciding on suggestions",
        ("reading",),
        ("review", "R", "review", "Decide on the suggestions of all articles, the most valuable first."),
        ("ask", "B", "ask back end", "Ask the back end that the settings name what it would suggest here."),
    ),
    *_part(
        "Putting on record",
        ("page",),
        ("quote", "1", "quote", "Put the selection on record as a quote."),
        ("speaker", "2", "speaker", "Put the selected name on record as a speaker."),
        ("commitment", "3", "commitment", "Put the selection on record as a commitment."),
        ("repeat_tag", ".", "tag again", "Put the selection on record as the last one was."),
        ("add_span", "& f9", "add span", "Add the selection to the record made last."),
        ("look", "L", "look", "Find a record that needs a look, or anchor it at the selected words."),
        ("edit", "e", "edit", "Edit the record under the cursor."),
        ("note", "t", "note", "Write a note on the record or the selection."),
        ("delete", "X delete", "delete", "Delete the record under the cursor."),
        ("copy", "y", "copy", "Copy the quote or the selection with its source."),
        ("copy_words", "Y", "copy words", "Copy the words alone."),
        by_screen=True,
    ),
    *_part(
        "Putting on record",
        ("reading",),
        ("undo", "u", "undo", "Undo the last change."),
        ("redo", "ctrl+r", "redo", "Do again what was undone."),
    ),
    *_part(
        "Articles",
        ("list",),
        ("filter", "f", "filter", "Show only the articles that have the words you type in title or outlet."),
        ("sort", "S", "sort", "Sort by best match, date, outlet, title or time of import, in turn."),
        (
            "only_unread",
            "U",
            "unread only",
            "Show unread articles only, then those with text not read anywhere, then all.",
        ),
        ("only_starred", "M", "starred only", "Show only starred articles, or all again."),
        by_screen=True,
    ),
    *_part(
        "Articles",
        ("reading",),
        ("star", "m", "star", "Star the article, or take its star away."),
        ("toggle_read", "r", "read/unread", "Mark the article as read, or as unread again."),
        ("correct", "A", "correct", "Correct the article's title, outlet, place or date."),
    ),
    *_part(
        "Collection",
        ("reading",),
        ("quotes", "o", "quotes", "List all quotes."),
        ("speakers", "s", "speakers", "List all speakers."),
        ("commitments", "c", "commitments", "List all commitments."),
        ("variants", "V", "variants", "Decide on copies of records whose words differ."),
        ("import_articles", "I", "import", "Import files or folders."),
        ("export", "E", "export", "Export records, in one of many formats."),
    ),
    *_part(
        "Lists of records",
        ("dialog",),
        ("group", "b", "group", "Group the records by the next thing, or not at all."),
        ("mark", "space", "mark", "Mark the line, or all of a group, or take the marks away, and go on to the next."),
        ("mark_all", "ctrl+a", "mark all", "Mark all lines; when all are marked, none."),
        ("merge", "M", "merge", "Make two entries for one speaker one."),
        ("part_speakers", "P", "part", "Part two speakers again that were made one."),
    ),
    *_part(
        "Program",
        ("app",),
        ("theme", "T", "theme", "Change the colours: dark, light, or for colour-blind eyes."),
        ("tour", "0", "tour", "Learn the six main keys on sample articles; your own collection stays as it is."),
        ("help", "? f1", "help", "Show what works here, and its keys."),
        ("command_palette", "ctrl+p", "palette", "Find an action by its name."),
        ("quit", "ctrl+q", "quit", "Leave On Record; everything is saved already."),
    ),
)

BY_NAME: Mapping[str, Action] = {action.name: action for action in ACTIONS}

FOOTER: Mapping[Where, tuple[str, ...]] = {
    "rows": ("open",),
    "list": ("filter", "sort"),
    "page": ("select", "quote", "speaker", "commitment", "copy"),
    "reading": ("import_articles",),
    "app": ("help",),
}
"""What the footer shows of each; six and help fit at 80 columns."""

WRITING = frozenset(
    "accept reject review ask quote speaker commitment repeat_tag add_span look edit note delete undo redo "
    "hide_passage part join star toggle_read correct variants import_articles".split()
)
"""Actions that change the collection."""

ANYWHERE = frozenset({"quit", "command_palette"})
"""Actions whose keys work before a field or a dialog gets them."""


IN_DIALOGS = frozenset(
    "back other_pane search filter sort next_hit previous_hit other_copy diff versions hide_passage accept reject "
    "quote speaker edit note delete undo redo correct export help".split()
) | {action.name for action in ACTIONS if {"rows", "dialog"} & {*action.where}}
"""Actions whose keys mean the same in dialogs, as far as they have it."""


KEY_IN_DIALOGS: Mapping[str, str] = {
    key: action.name for action in ACTIONS if action.name in IN_DIALOGS for key in action.keys
}
"""By key, as it is spelled here and shown, what it means in dialogs."""


FIXED_IN_DIALOGS: Mapping[str, str] = {
    "escape": "leaves dialogs",
    "ctrl+g": "leaves dialogs",
    "enter": "takes what a dialog offers",
    "ctrl+s": "saves forms",
    "ctrl+n": "creates a speaker in forms",
    "tab": "goes to the next field of forms",
    "y": "answers questions",
    "n": "answers questions",
}
"""By key (Textual's names) what it does in dialogs whatever else is set."""


def shared(name: str, does: str = "") -> Binding:
    """A dialog's binding that has the keys of the action `name`, own ones too; `does` is the dialog's action."""
    action = BY_NAME[name]
    return Binding(",".join(action.keys), does or name, action.title, show=False, id=name)


def bindings(where: Where) -> list[BindingType]:
    """The key bindings of all actions done by `where`, for its `BINDINGS`. A binding's id is the action's name."""
    return [
        Binding(
            ",".join(action.keys),
            f"screen.{action.name}" if action.by_screen else action.name,
            action.title,
            show=action.name in FOOTER[where],
            tooltip=action.help,
            priority=action.name in ANYWHERE,
            id=action.name,
        )
        for action in ACTIONS
        if where in action.where
    ]


def meet(one: Action, other: Action) -> bool:
    """Whether a key pressed at some place could mean either: in a dialog, or with the list or the page in focus."""
    return any(one.name in names and other.name in names for names in (IN_DIALOGS, *_AT_FOCUS))


_AT_FOCUS = [
    {action.name for action in ACTIONS if {*action.where} & places}
    for places in ({"rows", "list", "reading", "app"}, {"page", "reading", "app"})
]
