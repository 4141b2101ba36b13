"""The benchmark of searching runs, on a collection small enough for every run of the tests."""

import importlib.util
import sys
from pathlib import Path


def test_the_first_hits_are_those_of_the_bare_index(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("measure_search", Path(__file__).with_name("measure_search.py"))
    assert spec and spec.loader
    measure_search = importlib.util.module_from_spec(spec)
    sys.modules["measure_search"] = measure_search
    spec.loader.exec_module(measure_search)
    measure_search.ASKED = measure_search.ROUNDS = 2
    path = tmp_path / "small.db"
    measure_search.zipf.make(path, 300)
    table = measure_search.run(path, tmp_path, grep=False)
    assert "300 articles" in table
    same = {line[:32].strip(): line.split()[-1] for line in table.splitlines() if line.endswith("%")}
    for other in ("outlet:, after:", "letter by letter", "all"):  # no dates in the index; the commonest ways on only
        del same[other]
    assert set(same.values()) == {"100%"}, table
