"""Remarks that somebody made on words of a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from store.model import SavedHighlight

AROUND = 32
"""Characters before and after the words that tell their place from others where the same words stand."""


class Remarks:
    """Takes up a document's words in their order, and between them where remarks begin and end."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._begun: dict[str, int] = {}
        self._places: dict[str, tuple[int, int]] = {}

    def words(self, piece: str) -> None:
        """Words that stand next."""
        self._pieces.append(piece)
        self._length += len(piece)

    def begin(self, name: str) -> None:
        """Here begin the words that a remark is about."""
        self._begun[name] = self._length

    def end(self, name: str) -> None:
        """Here they end."""
        if name in self._begun:
            self._places[name] = self._begun.pop(name), self._length

    def highlights(self, written: Mapping[str, str]) -> Iterator[SavedHighlight]:
        """Each remark, by name, with the words that it is about; one about none is about the whole document."""
        text = "".join(self._pieces)
        for name, note in written.items():
            start, end = self._places.get(name, (0, 0))
            around = (text[max(0, start - AROUND) : start], text[end : end + AROUND]) if start < end else ("", "")
            yield SavedHighlight(text[start:end].strip(), note, *around)
