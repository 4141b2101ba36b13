"""An article as a reference in any style of the Citation Style Language (CSL 1.0), by citeproc-py."""

from __future__ import annotations

import warnings
from functools import lru_cache
from pathlib import Path
from typing import Any

from store.errors import OnRecordError

LARGEST = 1 << 20
"""Bytes of a style, at most; the longest that are published have a fifth of it."""


class UnusableStyle(OnRecordError):
    """A style that cannot be read, or that makes nothing of an article."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__("The citation style cannot be used", f"{path}: {why}")


def reference(style: Path, item: dict[str, Any]) -> str:
    """What a style's list of references says of an article, in plain text.

    Args:
        style: A .csl file.
        item: The article as CSL-JSON.

    Raises:
        UnusableStyle, with why, also where citeproc-py is missing.
    """
    citeproc = _citeproc(style)
    from citeproc.source.json import CiteProcJSON

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of fields that it does not know
        try:
            listed = citeproc.CitationStylesBibliography(
                _style(style, style.stat().st_mtime_ns), CiteProcJSON([item]), citeproc.formatter.plain
            )
            listed.register(citeproc.Citation([citeproc.CitationItem(item["id"])]))
            written = "".join(map(str, listed.bibliography()[:1]))
        except UnusableStyle:
            raise
        except OSError as error:
            raise UnusableStyle(style, f"{error.strerror or error}; name a .csl file in the setting citation") from None
        except Exception as error:  # of whatever kind citeproc-py fails with on a style
            raise UnusableStyle(style, f"it breaks on this article ({type(error).__name__}); try another") from error
    if not written.strip():
        raise UnusableStyle(style, "it has no list of references; choose a style with a bibliography")
    return " ".join(written.split())


@lru_cache(maxsize=4)
def _style(path: Path, _changed: int) -> Any:
    """A style, read once as long as its file does not change. Raises UnusableStyle, OSError."""
    data = path.read_bytes()
    if len(data) > LARGEST:
        raise UnusableStyle(path, f"it is longer than {LARGEST >> 20} MB; a style is not")
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise UnusableStyle(path, "it defines entities, as no style does; download it again")
    try:
        return _citeproc(path).CitationStylesStyle(str(path), validate=False)
    except Exception as error:  # of whatever kind citeproc-py fails with on what is no style
        raise UnusableStyle(path, f"it is no CSL 1.0 style ({type(error).__name__}); download it again") from error


def _citeproc(style: Path) -> Any:
    try:
        import citeproc
    except ImportError:
        hint = "styles need citeproc-py; in the folder of On Record: pip install '.[citations]'"
        raise UnusableStyle(style, hint) from None
    return citeproc
