"""The settings: one TOML file, read and checked when the app starts."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from store import citation
from store.errors import OnRecordError
from store.part_file import part_file
from tui import layouts
from tui.actions import ACTIONS, BY_NAME, FIXED_IN_DIALOGS, IN_DIALOGS, meet
from tui.keynames import parse_key, show_key
from tui.themes import THEMES

MEASURES = range(60, 101)
FOLDERS = ("import", "export")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person can set; SETTINGS says of each what it means.

    `keys` holds the keys (Textual's names) of those actions that were given others than their own, `folders` the
    folders in which the dialogs named begin.
    """

    theme: str = "dark"
    measure: int = 84
    date_style: str = "iso"
    citation: str = citation.TEMPLATE
    name: str = ""
    layouts: tuple[str, ...] = layouts.DEFAULT
    backend: Mapping[str, Any] = field(default_factory=dict)
    """What suggests beside the rules, as `store.backends.configured` takes it; empty where nothing does."""
    folders: Mapping[str, str] = field(default_factory=dict)
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def manner(self) -> dict[str, str]:
        """How dossiers name sources, as their exporters take it; the template in effect where one was chosen."""
        chosen = self.citation if self.citation != citation.TEMPLATE else ""
        return {"citation": chosen, "date_style": self.date_style}

    @property
    def keymap(self) -> dict[str, str]:
        """The keys as Textual's `set_keymap` takes them."""
        return {action: ",".join(keys) for action, keys in self.keys.items()}


class SettingsError(OnRecordError):
    """The settings file cannot be used. `problems` are sentences, each with its file and line."""

    def __init__(self, problems: list[str]) -> None:
        title = "The settings cannot be used; `onrecord config --edit` opens them to be mended"
        super().__init__(title, "\n".join(problems).removesuffix("."))
        self.problems = problems


def settings_path() -> Path:
    """Where the settings are: ONRECORD_CONFIG, or settings.toml in the platform's folder for configuration."""
    if named := os.environ.get("ONRECORD_CONFIG"):
        return Path(named).expanduser()
    from platformdirs import user_config_path

    return user_config_path("onrecord") / "settings.toml"


def load(path: Path | None = None) -> Settings:
    """Read the settings; what is not set is as in `Settings()`, and so is all when there is no file.

    Raises SettingsError, which names every mistake with its line, when the file is wrong or cannot be read.
    """
    path = path or settings_path()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        if os.environ.get("ONRECORD_CONFIG"):
            raise SettingsError([f"{path}: there is no such file; ONRECORD_CONFIG names it"]) from None
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        why = "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else error.strerror
        raise SettingsError([f"{path}: cannot be read: {why}"]) from error
    import tomllib  # takes longer than all else here, and most people have no settings file

    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError([f"{path}:{_broken_line(text, error)}: this is not TOML: {error}"]) from error
    settings, problems = check(values)
    if problems:
        lines = [(line_of(text, *name), sentence) for name, sentence in problems]
        raise SettingsError([f"{path}:{line}: {sentence}" for line, sentence in sorted(lines)])
    return settings


def _broken_line(text: str, error: ValueError) -> int:
    """The line from which a text is no TOML; tomllib names it, or the end."""
    named = re.search(r"at line (\d+)", str(error))
    return int(named[1]) if named else max(len(text.splitlines()), 1)


def remember(name: str, value: str | int, path: Path | None = None) -> None:
    """Set the theme or measure in the settings file, in its line or in a new first one; all else stays as it is.

    Of the places that look as if they set it (an action in `[keys]` may have its name) that one does which, changed,
    changes the setting and nothing else.

    Raises OnRecordError where the file cannot be written, or has the setting in a way that is not understood here.
    """
    import tomllib

    path = (path or settings_path()).resolve()
    try:
        text = path.read_bytes().decode("utf-8-sig") if path.exists() else ""
        wanted = tomllib.loads(text) | {name: value}
        changed = next((one for one in _with_line(text, name, value) if _values(one) == wanted), None)
        if changed is None:
            raise ValueError("the line that sets it was not found")
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with part_file(path) as part:
            part.write_bytes(changed.encode())
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise OnRecordError(f"The {name} cannot be kept", f"{path}: {why}") from error


def _with_line(text: str, name: str, value: str | int) -> Iterator[str]:
    """The text with each line that may set `name` changed, one at a time, then with a new first line."""
    line = f"{name} = {json.dumps(value)}"
    given = rf"^[ \t]*(?:{name}|\"{name}\"|'{name}')[ \t]*=[ \t]*(?:\"[^\"\n]*\"|'[^'\n]*'|[+\w]+)"
    for found in re.finditer(given, text, re.MULTILINE):
        yield f"{text[: found.start()]}{line}{text[found.end() :]}"
    yield f"{line}\n{text}"


def _values(text: str) -> dict[str, Any] | None:
    """What a text sets, or None where it is not TOML."""
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


Problem = tuple[tuple[str, ...], str]
"""The name of a setting, in parts, and what is wrong with it."""


def check(values: Mapping[str, Any]) -> tuple[Settings, list[Problem]]:
    """The settings made of a file's values, and what is wrong with these."""
    problems: list[Problem] = []
    found: dict[str, Any] = {}
    for name, value in values.items():
        if name not in SETTINGS:
            problems.append(((name,), f"there is no setting {name!r}{_meant(name, SETTINGS)}"))
            continue
        try:
            found[name] = SETTINGS[name].check(value)
        except ValueError as error:
            problems.append(((name,), f"{name}: {error}"))
    given = found.get("keys", {})
    found["keys"] = dict(_keys(given, problems))
    problems += _stolen(found["keys"])
    problems += _fixed(found["keys"])
    return replace(Settings(), **found), problems


def line_of(text: str, *name: str) -> int:
    """The line (from 1) of a TOML text where a setting, or the nearest table it is in, is given."""
    table: tuple[str, ...] = ()
    best, line_found = 0, 1
    for number, line in enumerate(text.splitlines(), 1):
        if header := re.match(r"\s*\[([^\[\]]+)\]", line):
            table = _dotted(header[1])
            given = table
        elif setting := re.match(r"\s*([\w\"'.\s-]+?)\s*=", line):
            given = (*table, *_dotted(setting[1]))
        else:
            continue
        if given == name[: len(given)] and len(given) > best:
            best, line_found = len(given), number
    return line_found


def _dotted(name: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in name.split("."))


def _meant(name: str, known: Mapping[str, object]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, known, 1, 0.5)
    return f"; is {close[0]!r} meant?" if close else f"; there are {', '.join(known)}"


def _one_of(*choices: str) -> Callable[[Any], str]:
    def check_choice(value: Any) -> str:
        if value not in choices:
            raise ValueError(f"{value!r} is none of {', '.join(map(repr, choices))}; choose one of them")
        return str(value)

    return check_choice


def _measure(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value not in MEASURES:
        raise ValueError(f"{value!r} is not a width; give a whole number from {MEASURES[0]} to {MEASURES[-1]}")
    return value


def _words(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is not text; put it in quotation marks")
    return value


def _citation(value: Any) -> str:
    """A template, the name of a built-in one, or the path of a citation style, which must be there."""
    template = _words(value)
    if template in citation.TEMPLATES:
        return citation.TEMPLATES[template]
    if template.endswith(citation.STYLE):
        path = Path(template).expanduser()
        if not path.is_file():
            raise ValueError(f"there is no citation style {path}; download one, such as from citationstyles.org")
        return str(path)
    if "{" not in template:
        named = ", ".join(citation.TEMPLATES)
        raise ValueError(
            f"{template!r} is no template; name {named} or a {citation.STYLE} file, or write one with {{quote}}"
        )
    try:
        citation.cite(template, {})
    except ValueError as error:
        raise ValueError(f"the template is wrong: {error}; double a brace that stands for itself") from error
    return template


def _layouts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError(f'{value!r} is not a list; write it as ["russian", "greek"]')
    return tuple(map(_one_of(*layouts.LAYOUTS), value))


def _folders(value: Any) -> Mapping[str, str]:
    if not isinstance(value, dict) or not all(isinstance(folder, str) for folder in value.values()):
        raise ValueError('is not a table of folders; write [folders] on a line of its own, below it import = "~/saved"')
    if unknown := next((name for name in value if name not in FOLDERS), None):
        raise ValueError(f"there is no folder {unknown!r}; there are {', '.join(FOLDERS)}")
    return {name: str(Path(folder).expanduser()) for name, folder in value.items()}


def _table(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise ValueError('is not a table; write [keys] on a line of its own, and below it lines like quote = "1"')
    return value


_BACKEND: Mapping[str, type | tuple[type, ...]] = {
    "pipeline": str,
    "address": str,
    "model": str,
    "key_variable": str,
    "seconds": (int, float),
    "tries": int,
    "price_in": (int, float),
    "price_out": (int, float),
}


def _backend(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict) or not ({"address", "pipeline"} & value.keys()):
        raise ValueError('write [backend] on a line of its own, and below it address = "http://127.0.0.1:8080/v1"')
    if "pipeline" in value and len(value) > 1:
        raise ValueError("a spaCy pipeline takes no other settings; name it alone, or a server by its address")
    for name, given in value.items():
        if name not in _BACKEND:
            raise ValueError(f"there is no {name!r}{_meant(name, _BACKEND)}")
        if not isinstance(given, _BACKEND[name]) or isinstance(given, bool):
            raise ValueError(f"{name}: {given!r} is not {'text' if _BACKEND[name] is str else 'a number'}")
    if "address" in value:
        from store.backends.address import parts_of

        parts_of(value["address"])
    return value


class Setting(NamedTuple):
    """One setting: what makes its value of the file's, and what it means, in sentences for `onrecord config`."""

    check: Callable[[Any], Any]
    about: str


SETTINGS: Mapping[str, Setting] = {
    "theme": Setting(_one_of(*THEMES), f"The colours: {', '.join(THEMES)}. T changes them, here as well."),
    "measure": Setting(
        _measure,
        f"The widest line of a text, in columns, {MEASURES[0]} to {MEASURES[-1]}; narrow terminals show less. "
        "Z changes it, here as well.",
    ),
    "date_style": Setting(
        _one_of(*citation.DATE_STYLES),
        'Dates in copied quotes: "iso" is 2024-11-09, "day first" 9 November 2024, "month first" November 9, 2024.',
    ),
    "citation": Setting(
        _citation,
        f"How y copies a quote and dossiers name its source: {', '.join(citation.TEMPLATES)}, the path of a .csl file "
        f"(any citation style), or a template of your own with parts in braces: {', '.join(citation.FIELDS)}. "
        "What is not known is left out with its punctuation.",
    ),
    "name": Setting(_words, "Your name, as it goes with the records you make. Empty: an anonymous number goes."),
    "layouts": Setting(
        _layouts,
        f"Keyboard layouts whose letters work as keys, the first counts most: {', '.join(layouts.LAYOUTS)}.",
    ),
    "backend": Setting(
        _backend,
        "A server of your own that suggests as well: its address, and if it needs them model, key_variable (the "
        "variable of the environment that has the key), seconds, tries, price_in and price_out.",
    ),
    "folders": Setting(
        _folders, "Where dialogs begin: import is the folder of saved articles, export the one that records go to."
    ),
    "keys": Setting(
        _table,
        "Keys of your own by action, in dialogs too; ? lists actions and keys. A key that is taken is refused.",
    ),
}
"""Every setting, in the order in which it is shown."""


def _keys(given: Mapping[str, Any], problems: list[Problem]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, value in given.items():
        written = [value] if isinstance(value, str) else value
        if name not in BY_NAME:
            problems.append((("keys", name), f"there is no action {name!r}{_meant(name, BY_NAME)}"))
        elif not isinstance(written, list) or not written or not all(isinstance(key, str) for key in written):
            problems.append((("keys", name), f'{name}: give a key as "k", or several as ["k", "ctrl+k"]'))
        else:
            try:
                yield name, tuple(dict.fromkeys(map(parse_key, written)))
            except ValueError as error:
                problems.append((("keys", name), f"{name}: {error}"))


def _fixed(given: Mapping[str, tuple[str, ...]]) -> Iterator[Problem]:
    """Keys of actions that work in dialogs too, where these have another use for them."""
    for name in IN_DIALOGS & given.keys():
        for key in FIXED_IN_DIALOGS.keys() & {*given[name]} - {*map(parse_key, BY_NAME[name].keys)}:
            why = f'{name}: "{show_key(key)}" {FIXED_IN_DIALOGS[key]}, where {name} works too; choose another'
            yield ("keys", name), why


def _stolen(given: Mapping[str, tuple[str, ...]]) -> Iterator[Problem]:
    """Keys that would mean two things: each is told where it was given."""
    keys = {action.name: given.get(action.name) or tuple(map(parse_key, action.keys)) for action in ACTIONS}
    order = list(given)
    for name in order:
        for other in ACTIONS:
            first_of_pair = other.name not in given or order.index(other.name) < order.index(name)
            if other.name == name or not first_of_pair or not meet(BY_NAME[name], other):
                continue
            for key in keys[name]:
                if key in keys[other.name]:
                    sentence = f'{name}: "{show_key(key)}" is the key of {other.name} already ({other.help[:-1]})'
                    yield ("keys", name), f"{sentence}; choose another, or give {other.name} another key as well"
