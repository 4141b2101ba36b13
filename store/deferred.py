"""Modules that are imported when something of them is first used: the app's first frame does not wait for them."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any


class Deferred:
    """Stands for a module; reading an attribute imports it. Safe from several threads, as importing is.

    Written where a module is used here and there, beside the import that a type checker reads:

        if TYPE_CHECKING:
            from store import articles, records
        else:
            articles, records = deferred("store.articles", "store.records")
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, attribute: str) -> Any:
        return getattr(import_module(self._name), attribute)


def deferred(*names: str) -> Iterator[Deferred]:
    """A stand-in for each of these modules."""
    return map(Deferred, names)
