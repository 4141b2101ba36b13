"""Why a file could not be taken in."""

from __future__ import annotations

from pathlib import Path
from traceback import extract_tb

from store.errors import OnRecordError


class UnreadableFile(OnRecordError):
    """A file, or a line of one, that is not imported: its path, what is wrong, and what to do. str() names no path.

    The path of what was fetched is its address.
    """

    def __init__(self, path: Path | str, what: str, hint: str) -> None:
        super().__init__(what, hint)
        self.path = path
        self.what = what

    @classmethod
    def of_fault(cls, path: Path, fault: Exception) -> UnreadableFile:
        """The failure of a reader that broke down in a way nobody foresaw; it names the fault's kind and place in the
        code, as a report of it needs, and no words of the file."""
        place = extract_tb(fault.__traceback__)[-1]
        where = f"{type(fault).__name__} in {Path(place.filename).name}, line {place.lineno}"
        return cls(path, f"Its reader broke down ({where})", "please report this; save the article again, or as text")

    @classmethod
    def of_part(cls, path: Path, part: str, failure: Exception) -> UnreadableFile:
        """The failure of one part of a file, such as "Line 7"."""
        if isinstance(failure, UnreadableFile):
            return cls(path, f"{part}: {failure.what[0].lower()}{failure.what[1:]}", failure.hint)
        return cls(
            path, f"{part}: it is damaged ({type(failure).__name__})", "save the article again, or as text (.txt)"
        )
