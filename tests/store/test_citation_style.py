"""A quote's article as a reference in a citation style, written by citeproc-py from a style of ours."""

import sys
from pathlib import Path

import pytest

from store.citation_style import UnusableStyle, reference
from store.exporters.csl import item
from tui.settings import SettingsError, load

STYLE = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
  <info><title>River</title><id>river</id><updated>2031-01-01T00:00:00+00:00</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><layout suffix="."><group delimiter=". ">
    <names variable="author"/><text variable="title" quotes="true"/>
    <group delimiter=", "><text variable="container-title" font-style="italic"/>
      <date variable="issued"><date-part name="day" suffix=" "/><date-part name="month" suffix=" "/>
        <date-part name="year"/></date></group>
    <text variable="URL"/></group></layout></bibliography>
</style>
"""

ARTICLE = item(
    uid="a" * 32, title="Talks <b>&amp; 🜂 river", outlet="Norrin Wire", author="I. Scribe & Co",
    url="https://norrin.example/a?x=1&b=2", place="Veldmar", published="2031-05-02",
)  # fmt: skip


@pytest.fixture
def style(tmp_path: Path) -> Path:
    path = tmp_path / "river.csl"
    path.write_text(STYLE, encoding="utf-8")
    return path


def test_a_reference_is_written_as_the_style_says(style):
    assert reference(style, ARTICLE) == (
        "I. Scribe & Co. “Talks <b>&amp; 🜂 river”. Norrin Wire, 2 May 2031. https://norrin.example/a?x=1&b=2."
    )


def test_what_is_not_known_is_left_out(style):
    bare = item(uid="b", title="Talks", outlet="", author="", url="", place="", published="")
    assert reference(style, bare) == "“Talks”."


def test_a_style_as_people_download_them_works():
    import citeproc

    harvard = Path(citeproc.__file__).parent / "data" / "styles" / "harvard-cite-them-right.csl"
    written = reference(harvard, ARTICLE)
    assert "I. Scribe & Co" in written
    assert "2031" in written
    assert "Norrin Wire" in written


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("no XML", "no CSL 1.0 style"),
        ("<html/>", "it "),
        ('<!DOCTYPE style [<!ENTITY a "aaaa">]>' + STYLE, "defines entities"),
        (STYLE[: STYLE.index("<bibliography>")] + "</style>", "it "),
        ("x" * (2 << 20), "longer than 1 MB"),
    ],
)
def test_what_is_no_style_says_why(tmp_path, data, why):
    path = tmp_path / "bad.csl"
    path.write_text(data, encoding="utf-8")
    with pytest.raises(UnusableStyle, match=why) as told:
        reference(path, ARTICLE)
    assert "bad.csl" in str(told.value)


def test_a_style_that_was_changed_is_read_anew(style):
    before = reference(style, ARTICLE)
    style.write_text(STYLE.replace('suffix="."', 'suffix="!"'), encoding="utf-8")
    assert reference(style, ARTICLE) == before.removesuffix(".") + "!"


def test_without_citeproc_it_says_how_to_install_it(style, monkeypatch):
    monkeypatch.setitem(sys.modules, "citeproc", None)
    with pytest.raises(UnusableStyle, match=r"pip install '\.\[citations\]'"):
        reference(style, ARTICLE)


def test_the_setting_takes_a_style_a_name_or_a_template(style, tmp_path):
    def set_to(value):
        path = tmp_path / "settings.toml"
        path.write_text(f'citation = "{value}"', encoding="utf-8")
        return load(path).citation

    assert set_to(style) == str(style)
    assert set_to("short") == "“{quote}” — {speaker}, {outlet}, {date}"
    assert set_to("{quote}!") == "{quote}!"
    with pytest.raises(SettingsError, match="there is no citation style"):
        set_to(tmp_path / "gone.csl")
    with pytest.raises(SettingsError, match="name full, short, footnote, markdown"):
        set_to("shrot")
