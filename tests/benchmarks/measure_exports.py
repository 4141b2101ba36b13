"""Measures every export: `python tests/benchmarks/measure_exports.py`. Prints one table.

Each format writes all records of a collection of --records and of one a tenth as large, in a process of its own; where
the memory above that of the open collection is about the same for both, it streams.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from measure_store import fill
from peak_memory import peak_mb

from store.collection import open_collection
from store.exporters import FORMATS
from store.exporting import export

ALONE = "--alone"


def alone(form: str, path: Path, out: Path) -> None:
    """Export once with everything loaded; print seconds, entries and megabytes more than before."""
    with closing(open_collection(path)) as collection, tempfile.TemporaryDirectory() as folder:
        with closing(open_collection(Path(folder, "empty.db"))) as empty:
            export(empty, form, Path(folder, f"warm{FORMATS[form].suffix}"))
        before = peak_mb()
        began = time.perf_counter()
        written = export(collection, form, out)
        taken = time.perf_counter() - began
        print(taken, sum(written.values()), peak_mb() - before)


def measured(form: str, path: Path, out: Path) -> tuple[float, float]:
    command = [sys.executable, __file__, ALONE, form, str(path), str(out)]
    seconds, _, megabytes = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return float(seconds), float(megabytes)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--formats", nargs="*", default=list(FORMATS))
    parser.add_argument(ALONE, nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.alone:
        form, path, out = options.alone
        alone(form, Path(path), Path(out))
        return 0
    with tempfile.TemporaryDirectory(prefix="onrecord-benchmark-") as folder:
        paths = {}
        for number in (options.records // 10, options.records):
            paths[number] = Path(folder, f"{number}.db")
            with closing(open_collection(paths[number])) as collection:
                fill(collection, number)
        print(f"{'format':12} {'records/s':>10} {'more memory':>12} {'with a tenth':>13}")
        for form in options.formats:
            less, more = (
                measured(form, path, Path(folder, f"{number}-{form}{FORMATS[form].suffix}"))
                for number, path in paths.items()
            )
            print(f"{form:12} {options.records / more[0]:>10,.0f} {more[1]:>9.1f} MB {less[1]:>10.1f} MB", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
