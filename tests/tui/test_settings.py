"""Settings: what a file may say, and what is told about one that is wrong."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.citation import TEMPLATE
from store.errors import OnRecordError
from tui.actions import ACTIONS
from tui.keynames import key_name, parse_key, show_key
from tui.settings import Settings, SettingsError, check, line_of, load, remember, settings_path

WHOLE = """\
theme = "light"
measure = 72
date_style = "day first"
name = "I. Marrow"
citation = "{speaker}: «{quote}» ({outlet})"
layouts = ["belarusian"]

[keys]
quote = "ctrl+k"          # one key
speaker = ["2", "F11"]     # or several
next_record = ["]", "F12"]
"""


@pytest.fixture
def settings_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("ONRECORD_CONFIG", raising=False)
    return tmp_path / "settings.toml"


def problems_of(path: Path, text: str) -> list[str]:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        load(path)
    return caught.value.problems


def test_without_a_file_all_is_as_it_comes(settings_file: Path) -> None:
    assert load(settings_file) == Settings()
    assert Settings().citation == TEMPLATE
    assert Settings().keymap == {}


def test_everything_can_be_set(settings_file: Path) -> None:
    settings_file.write_text(WHOLE, encoding="utf-8")
    settings = load(settings_file)
    assert (settings.theme, settings.measure, settings.date_style) == ("light", 72, "day first")
    assert (settings.name, settings.citation) == ("I. Marrow", "{speaker}: «{quote}» ({outlet})")
    assert settings.layouts == ("belarusian",)
    assert settings.keymap == {
        "quote": "ctrl+k",
        "speaker": "2,f11",
        "next_record": "right_square_bracket,f12",
    }


def test_a_file_with_a_byte_order_mark_is_read(settings_file: Path) -> None:
    settings_file.write_bytes(b'\xef\xbb\xbftheme = "light"\r\n')
    assert load(settings_file).theme == "light"


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ('\nthema = "light"', 2, "there is no setting 'thema'; is 'theme' meant?"),
        ("colour = 1", 1, "there is no setting 'colour'; there are theme, measure, "),
        ('theme = "lihgt"', 1, "'lihgt' is none of 'dark', 'light', 'colour-blind'; choose one"),
        ("theme = []", 1, "[] is none of 'dark'"),
        ("\n\nmeasure = 20", 3, "20 is not a width; give a whole number from 60 to 100"),
        ("measure = true", 1, "is not a width"),
        ('measure = "80"', 1, "is not a width"),
        ("name = 5", 1, "put it in quotation marks"),
        ('citation = "{qoute}"', 1, "{qoute} is not a part of a quote; there are quote, speaker"),
        ('citation = "{quote"', 1, "the template is wrong"),
        ('layouts = "russian"', 1, 'write it as ["russian", "greek"]'),
        ('layouts = ["klingon"]', 1, "'klingon' is none of 'russian'"),
        ('[backend]\naddress = "http://[::1/v1"', 1, "'http://[::1/v1' is no address: Invalid IPv6 URL; give one such"),
        ('[backend]\naddress = "http://here:abc/v1"', 1, "is no address: Port could not be cast"),
        ('[backend]\naddress = "http://here:99999/v1"', 1, "is no address: Port out of range"),
        ('[backend]\naddress = "localhost:8080"', 1, "it has no http:// or https:// with a server behind it"),
        ('keys = "x"', 1, "write [keys] on a line of its own"),
        ('[keys]\nqoute = "x"', 2, "there is no action 'qoute'; is 'quote' meant?"),
        ("[keys]\nquote = []", 2, 'give a key as "k"'),
        ("[keys]\nquote = [1]", 2, 'give a key as "k"'),
        ('[keys]\nquote = "hyperspace"', 2, '"hyperspace" is not a key'),
        ('[keys]\nquote = "cmd+k"', 2, '"cmd" is none of ctrl, alt'),
        ('[keys]\nquote = "shift+a"', 2, "write the character that shift makes of it"),
        ('[keys]\nquote = "ctrl+i"', 2, 'cannot be told from "tab"'),
        ('[keys]\n\nquote = "u"', 3, '"u" is the key of undo already (Undo the last change); choose another'),
        ('[keys]\nquote = "C"\nspeaker = ["2", "C"]', 3, '"C" is the key of quote already'),
        ('keys.quote = "j"', 1, '"j" is the key of down already'),
        ('keys = { quote = "j" }', 1, '"j" is the key of down already'),
        ('[keys]\nfilter = "]"', None, ""),
        ('[keys]\nquote = "2"\nspeaker = "1"', None, ""),
        ('[keys]\nundo = ["C"]\nquote = "u"', None, ""),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_to_do(
    settings_file: Path, text: str, line: int | None, part: str
) -> None:
    if line is None:
        settings_file.write_text(text, encoding="utf-8")
        load(settings_file)
        return
    (problem,) = problems_of(settings_file, text)
    assert problem.startswith(f"{settings_file}:{line}: ")
    assert part in problem


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file(settings_file: Path) -> None:
    problems = problems_of(settings_file, 'measure = 1\ntheme = "x"\nfoo = 1\n[keys]\nbar = "a"\nquote = "u"\n')
    assert [problem.removeprefix(f"{settings_file}:")[:2] for problem in problems] == ["1:", "2:", "3:", "5:", "6:"]


def test_what_is_not_toml_is_told_with_its_line(settings_file: Path) -> None:
    (problem,) = problems_of(settings_file, 'theme = "dark"\nmeasure = = 3\n')
    assert problem.startswith(f"{settings_file}:2: this is not TOML: ")


def test_what_ends_too_soon_is_told_with_its_last_line(settings_file: Path) -> None:
    (problem,) = problems_of(settings_file, 'theme = "dark"\nlayouts = ["greek"')
    assert problem.startswith(f"{settings_file}:2: this is not TOML: ")


def test_a_file_that_cannot_be_read_is_told(settings_file: Path) -> None:
    settings_file.write_bytes(b'name = "\xff\xfe"')
    with pytest.raises(SettingsError, match="not UTF-8"):
        load(settings_file)
    with pytest.raises(SettingsError, match="cannot be read"):
        load(settings_file.parent)


def test_the_place_can_be_named_by_the_environment(settings_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings_path().name == "settings.toml"
    monkeypatch.setenv("ONRECORD_CONFIG", str(settings_file))
    assert settings_path() == settings_file
    with pytest.raises(SettingsError, match="ONRECORD_CONFIG names it"):
        load()
    settings_file.write_text('theme = "light"')
    assert load().theme == "light"


def test_an_error_reads_as_sentences(settings_file: Path) -> None:
    settings_file.write_text("measure = 1")
    with pytest.raises(SettingsError) as caught:
        load(settings_file)
    assert f"mended: {settings_file}:1: measure: 1 is not a width" in str(caught.value)
    assert str(caught.value).endswith(".")


def test_lines_are_found_through_tables_and_quoted_names() -> None:
    text = '# keys.quote = 1\n"theme" = "x"\n[ keys ]\n  "quote" = "a"\nspeaker.x = 1\n'
    assert line_of(text, "theme") == 2
    assert line_of(text, "keys", "quote") == 4
    assert line_of(text, "keys", "gone") == 3
    assert line_of(text, "gone") == 1


@given(st.dictionaries(st.sampled_from([action.name for action in ACTIONS]), st.sampled_from("abcABC]123uy")))
def test_an_accepted_keymap_gives_no_key_two_meanings(keys: dict[str, str]) -> None:
    settings, problems = check({"keys": keys})
    if problems:
        return
    assert set(settings.keys) == set(keys)
    reached: dict[tuple[str, str], str] = {}
    for action in ACTIONS:
        for key in settings.keys.get(action.name) or map(parse_key, action.keys):
            for place in ("list", "page"):
                if (
                    place in action.where
                    or {"reading", "app"} & {*action.where}
                    or (place == "list" and "rows" in action.where)
                ):
                    assert reached.setdefault((place, key), action.name) == action.name


@given(st.characters(min_codepoint=33, max_codepoint=126))
def test_every_sign_of_a_keyboard_is_a_key_and_shown_as_itself(char: str) -> None:
    assert parse_key(char) == key_name(char)
    assert show_key(parse_key(char)) == char
    assert parse_key(key_name(char)) == key_name(char) or char.isalpha()


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Ctrl+K", "ctrl+k"),
        ("ctrl+alt+k", "ctrl+alt+k"),
        ("esc", "escape"),
        ("PgDn", "pagedown"),
        ("ctrl++", "ctrl+plus"),
        ("ж", "ж"),
        (" f5 ", "f5"),
    ],
)
def test_keys_may_be_written_in_several_ways(written: str, key: str) -> None:
    assert parse_key(written) == key


@pytest.mark.parametrize("written", ["", " ", "+k", "ctrl+", "\x1b", "f99", "ctrl", "a,b"])
def test_what_is_no_key_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="not a key"):
        parse_key(written)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, 'theme = "light"\n'),
        ("measure = 72\n", 'theme = "light"\nmeasure = 72\n'),
        (
            'layouts = [\n  "greek",\n]\r\ntheme = \'dark\'  # mine\n[keys]\nquote = "ctrl+k"\n',
            'layouts = [\n  "greek",\n]\r\ntheme = "light"  # mine\n[keys]\nquote = "ctrl+k"\n',
        ),
        ('# theme = "dark"\n', 'theme = "light"\n# theme = "dark"\n'),
        ('theme = "light"', 'theme = "light"'),
        ('"theme" = "dark"\n', 'theme = "light"\n'),
        ('[keys]\ntheme = "f12"\n', 'theme = "light"\n[keys]\ntheme = "f12"\n'),
        (
            'citation = """{quote}\ntheme = 1\n"""\ntheme = "dark"\n[keys]\ntheme = "f12"\n',
            'citation = """{quote}\ntheme = 1\n"""\ntheme = "light"\n[keys]\ntheme = "f12"\n',
        ),
    ],
)
def test_the_theme_is_remembered_and_nothing_else_changed(settings_file: Path, before: str | None, after: str) -> None:
    if before is not None:
        settings_file.write_bytes(before.encode())
    remember("theme", "light", settings_file)
    assert settings_file.read_bytes().decode() == after
    assert load(settings_file).theme == "light"


def test_the_measure_is_remembered_beside_the_theme(settings_file: Path) -> None:
    for name, value in (("theme", "light"), ("measure", 70), ("measure", 80)):
        remember(name, value, settings_file)
    assert settings_file.read_text() == 'measure = 80\ntheme = "light"\n'
    assert load(settings_file) == Settings(theme="light", measure=80)


@pytest.mark.parametrize("before", ["measure = 8_0", "measure=+80", "'measure' = 0x50", "  measure = 80"])
def test_a_measure_is_found_however_it_is_written(settings_file: Path, before: str) -> None:
    settings_file.write_text(f'{before} # wide\n[keys]\nmeasure = "ctrl+e"\n')
    remember("measure", 70, settings_file)
    assert settings_file.read_text() == 'measure = 70 # wide\n[keys]\nmeasure = "ctrl+e"\n'


@pytest.mark.parametrize("before", ['theme = """dark"""\n', "measure = = 3\n", 'theme = "dark"\n[keys\n'])
def test_a_file_that_is_not_understood_is_left_alone(settings_file: Path, before: str) -> None:
    settings_file.write_text(before)
    with pytest.raises(OnRecordError, match="The theme cannot be kept"):
        remember("theme", "light", settings_file)
    assert settings_file.read_text() == before
