"""Web addresses of articles, by which the same article is known again."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

TRACKING = ("utm_", "fbclid", "gclid", "mc_", "yclid", "ocid", "igshid")


def canonical_url(url: str) -> str:
    """An address with one spelling: https, host in lower case, no fragment, no tracking parameters, no final slash.

    That of a whole site names no article and gives "".
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    if not parts.netloc:
        return url.strip()
    query = parts.query and urlencode(
        [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not k.lower().startswith(TRACKING)]
    )
    path = parts.path.rstrip("/")
    if not (path or query):
        return ""
    scheme = "https" if parts.scheme == "http" else parts.scheme  # in lower case already
    return urlunsplit((scheme, parts.netloc.lower(), path, query, ""))
