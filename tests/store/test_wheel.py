"""What is installed: the two packages and nothing else, with their styles and sample articles."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def names(tmp_path_factory) -> list[str]:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr + done.stdout
    (wheel,) = folder.glob("*.whl")
    with ZipFile(wheel) as archive:
        return archive.namelist()


def test_the_wheel_holds_just_tui_and_store(names):
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"tui", "store"}
    assert len(tops) == 3


def test_the_wheel_holds_every_module_style_and_sample(names):
    for top in ("tui", "store"):
        for path in (ROOT / top).rglob("*"):
            if path.is_file() and path.suffix in (".py", ".tcss", ".txt", ".md", ".html"):
                assert path.relative_to(ROOT).as_posix() in names
    assert any(name.startswith("store/samples/") and name.endswith(".html") for name in names)
    assert any(name.endswith(".tcss") for name in names) or not list((ROOT / "tui").rglob("*.tcss"))
