"""The most memory that a program has held."""

import re
import resource
from pathlib import Path


def peak_mb() -> float:
    """The peak of this program in MB.

    Linux counts in getrusage what the parent held when it started the program, so its own mark is read where it is.
    """
    status = Path("/proc/self/status")
    if status.exists():
        return int(re.search(r"VmHWM:\s*(\d+)", status.read_text())[1]) / 1024  # type: ignore[index]
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
