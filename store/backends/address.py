"""The address of a server, as settings name it, and what can be wrong with it."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit

LIKE = "give one such as http://127.0.0.1:8080/v1"


def parts_of(address: str) -> SplitResult:
    """The parts of an address that can be asked. Raises ValueError with what is wrong with it, a sentence."""
    if not address.isprintable() or " " in address:
        raise ValueError(f"{address!r} has a blank or a control character in it; {LIKE}")
    try:
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("it has no http:// or https:// with a server behind it")
        parts.hostname.encode("idna")
        parts.path.encode("ascii")
        if parts.port == 0:
            raise ValueError("Port out of range 1-65535")
    except UnicodeError as error:
        raise ValueError(f"{address!r} holds what no address can; {LIKE}") from error
    except ValueError as error:
        raise ValueError(f"{address!r} is no address: {error}; {LIKE}") from error
    return parts
