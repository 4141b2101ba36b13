"""Files with bytes changed, cut out, doubled or lost: each ends in articles or reasons, never in a traceback."""

import random
from pathlib import Path

import pytest
from made_files import ATOM, LINES, NEWSML, NITF, RSS, chapter, epub, mail, odt, warc, word

from store.importers import UnreadableFile, read
from store.model import SavedArticle
from store.samples import sample_paths

RTF = rb"{\rtf1\ansi\ansicpg1252{\info{\title Locks}}V\'e9ldmar \u8211?{\b bold} words.\par More \u1095? of it.\par }"


def made(folder: Path, name: str) -> bytes:
    """A sound file of a format."""
    makers = {
        "a.docx": word,
        "a.odt": odt,
        "a.epub": lambda path: epub(path, [chapter("Locks", LINES), chapter("Ferries", LINES)]),
        "a.warc.gz": lambda path: path.write_bytes(warc()),
        "a.warc": lambda path: path.write_bytes(warc(compressed=False)),
        "a.rss": lambda path: path.write_text(RSS),
        "a.atom": lambda path: path.write_text(ATOM),
        "nitf.xml": lambda path: path.write_text(NITF),
        "newsml.xml": lambda path: path.write_text(NEWSML),
        "a.eml": lambda path: path.write_bytes(mail(page="<p>x</p>").as_bytes()),
        "a.mbox": lambda path: path.write_bytes((b"From a b\n" + mail().as_bytes() + b"\n\n") * 2),
        "a.rtf": lambda path: path.write_bytes(RTF),
        "a.html": lambda path: path.write_bytes(next(p for p in sample_paths() if p.suffix == ".html").read_bytes()),
        "a.json": lambda path: path.write_text('[{"title": "a", "content": "<p>words</p>", "published_by": ["x"]}]'),
        "a.jsonl": lambda path: path.write_text('{"text": "words", "title": "a"}\n' * 3),
        "a.csv": lambda path: path.write_text("title,text\nLocks,They open\n"),
    }
    path = folder / name
    makers[name](path)
    return path.read_bytes()


def damaged(data: bytes, rng: random.Random) -> bytes:
    at, other = rng.randrange(len(data)), rng.randrange(len(data))
    noise = rng.randbytes(rng.randint(1, 60))
    ways = (
        data[:at],
        data[:at] + noise + data[at + len(noise) :],
        data[:at] + data[other : other + rng.randint(1, 2_000)] + data[at:],
        data[:at] + data[at + rng.randint(1, 400) :],
        data * rng.randint(2, 4),
    )
    return rng.choice(ways)


NAMES = (
    "a.docx a.odt a.epub a.warc.gz a.warc a.rss a.atom nitf.xml newsml.xml a.eml a.mbox a.rtf a.html a.json a.jsonl a.csv"
).split()


@pytest.mark.parametrize("name", NAMES)
def test_damaged_files_end_in_articles_or_reasons(tmp_path, name):
    rng = random.Random(name)
    sound = made(tmp_path, name)
    for _ in range(20):
        (tmp_path / name).write_bytes(damaged(sound, rng))
        items = list(read(tmp_path / name))
        assert items
        for item in items:
            assert isinstance(item, SavedArticle | UnreadableFile)
            assert item.text if isinstance(item, SavedArticle) else str(item)
