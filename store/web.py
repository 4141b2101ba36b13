"""Getting a page from the web, politely and from public addresses only.

A host's robots.txt is asked first (RFC 9309), requests to one host follow one another with a pause, and an answer is
limited in time and size. Every address that a host's name stands for is checked, the connection goes to the very
address that was checked, so that a name which is answered otherwise a moment later gains nothing, and each redirect is
checked anew.
"""

from __future__ import annotations

import socket
import ssl
import threading
import time
import zlib
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse
from importlib.metadata import version
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from store.errors import OnRecordError
from store.importers import LARGEST
from store.robots import Rules, rules_for

PRODUCT = "OnRecord"
SECONDS = 60.0
"""Time for one answer with all its redirects but not their pauses, at most."""
SILENCE = 20.0
"""Time between two pieces of an answer, at most."""
PAUSE = 1.0
"""Seconds between two requests to one host, at least."""
MOST_REDIRECTS = 5
LARGEST_ROBOTS = 512 << 10
MOST_PAUSE = 30.0
"""Seconds that a host may ask for between two requests; a longer pause is taken as this one."""

_TRANSLATED = ip_network("64:ff9b::/96")
_RESERVED = tuple(map(ip_network, ("fec0::/10", "64:ff9b:1::/48", "::/96", "::ffff:0:0:0/96", "192.0.0.0/24")))
"""Addresses of a site (RFC 3879), translated there (RFC 8215), of IPv4 as written once (RFC 4291, RFC 2765), and of
protocols (RFC 6890), all or some of which Python takes for global ones."""
_REDIRECTS = (301, 302, 303, 307, 308)


class NotFetched(OnRecordError):
    """A page that could not be had: why, and what to do."""


@dataclass(frozen=True, slots=True)
class Page:
    """What an address answered: where it came from in the end, its bytes, its content type and character set."""

    url: str
    data: bytes
    kind: str
    charset: str


class Web:
    """Fetches pages one at a time; remembers each host's rules and when it was last asked."""

    def __init__(self, *, allow_private: bool = False, pause: float = PAUSE, seconds: float = SECONDS) -> None:
        """Take the limits.

        Args:
            allow_private: whether addresses of this machine and its network may be asked.
            pause: seconds between two requests to one host, at least.
            seconds: time for one answer, at most.
        """
        self._allow_private = allow_private
        self._pause = pause
        self._seconds = seconds
        self._rules: dict[str, Rules] = {}
        self._asked: dict[str, float] = {}

    def get(self, url: str, kinds: frozenset[str]) -> Page:
        """Get the page of an address, if it is of one of these content types. Raises NotFetched."""
        for _ in range(MOST_REDIRECTS + 1):
            parts = _parts(url)
            self._require_allowed(parts)
            answer = self._ask(parts, LARGEST, kinds)
            if isinstance(answer, Page):
                return answer
            url = answer
        raise NotFetched("It redirects in circles", f"more than {MOST_REDIRECTS} times; save its page by hand")

    def _require_allowed(self, parts: SplitResult) -> None:
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._rules:
            self._rules[origin] = self._robots(origin)
        if not self._rules[origin].allow(_target(parts)):
            raise NotFetched("Its site asks not to fetch it (robots.txt)", "save its page by hand and import that")

    def _robots(self, origin: str) -> Rules:
        """A site's rules: all is allowed where it has none, nothing where it cannot tell them (RFC 9309, 2.3.1)."""
        url = f"{origin}/robots.txt"
        try:
            for _ in range(MOST_REDIRECTS + 1):
                answer = self._ask(_parts(url), LARGEST_ROBOTS, None)
                if isinstance(answer, Page):
                    return rules_for(PRODUCT, answer.data.decode("utf-8-sig", "replace"))
                url = answer
        except _Refused as refused:
            has_none = 400 <= refused.status < 500 and refused.status != 429
            return Rules() if has_none else Rules([("/", False)])
        return Rules()

    def _ask(self, parts: SplitResult, largest: int, kinds: frozenset[str] | None) -> Page | str:
        """The page of an address, or where it redirects to. Raises NotFetched."""
        connection = _Connection(parts, self._address(parts), self._seconds)
        self._wait_for(parts)
        try:
            connection.request("GET", _target(parts), headers=_HEADERS)
            response = connection.getresponse()
            if response.status in _REDIRECTS and (where := response.getheader("Location")):
                return urljoin(parts.geturl(), where)
            if response.status != 200:
                raise _Refused(response.status, response.reason)
            kind = response.headers.get_content_type()
            if kinds is not None and kind not in kinds:
                raise NotFetched(f"It is {kind[:60]}, which is no article", "pages, texts, feeds and documents are")
            charset = response.headers.get_content_charset() or ""
            body = _body(response, largest)
            if connection.expired:
                raise TimeoutError
            return Page(parts.geturl(), body, kind, charset)
        except ssl.SSLCertVerificationError as error:
            why = f"its certificate cannot be trusted: {error.verify_message}"
            raise NotFetched("It cannot be had", f"{why}; name whom you trust in SSL_CERT_FILE") from None
        except (OSError, HTTPException, ValueError, zlib.error) as error:
            if connection.expired or isinstance(error, TimeoutError):
                raise NotFetched("It takes too long", "save its page by hand, or try again later") from None
            why = str(error) or type(error).__name__
            raise NotFetched("It cannot be had", f"{why[:200]}; try again later") from None
        finally:
            connection.end()

    def _address(self, parts: SplitResult) -> str:
        """The address to connect to, once all that the host's name stands for are known to be public."""
        host, port = parts.hostname or "", _port(parts)
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            raise NotFetched("Its host is not known", f"{host}: check the address and your connection") from None
        addresses = [str(address[0]) for *_, address in found]
        if not self._allow_private and not all(_is_public(address) for address in addresses):
            hint = "it is of this machine or its network; --allow-private lets such through"
            raise NotFetched(f"{host} is no public address", hint)
        return addresses[0]

    def _wait_for(self, parts: SplitResult) -> None:
        """Wait until a host may be asked again."""
        host = parts.hostname or ""
        rules = self._rules.get(f"{parts.scheme}://{parts.netloc}")
        wished = max(rules.delays, default=0.0) if rules else 0.0
        pause = max(self._pause, min(wished, MOST_PAUSE))
        if host in self._asked:
            time.sleep(max(0.0, self._asked[host] + pause - time.monotonic()))
        self._asked[host] = time.monotonic()


class _Refused(NotFetched):
    """An answer that is no page."""

    def __init__(self, status: int, reason: str) -> None:
        wait = "it asks to wait; try again later" if status in (429, 503) else "look at it in a browser"
        super().__init__(f"Its site answers {status} {reason[:60]}".rstrip(), wait)
        self.status = status


class _Connection(HTTPConnection):
    """A connection to an address that was checked, for the host of that name, which ends after a time."""

    def __init__(self, parts: SplitResult, address: str, seconds: float) -> None:
        super().__init__(parts.hostname or "", _port(parts), timeout=min(SILENCE, seconds))
        self.expired = False
        self._address = address
        self._secure = parts.scheme == "https"
        self._timer = threading.Timer(seconds, self._expire)
        self._timer.daemon = True

    def connect(self) -> None:
        """Connect, and begin to count the time."""
        self._wire = self.sock = socket.create_connection((self._address, self.port), self.timeout)
        self._timer.start()
        if self._secure:
            context = ssl.create_default_context()
            secured = context.wrap_socket(self.sock, server_hostname=self.host, do_handshake_on_connect=False)
            self._wire = self.sock = secured
            secured.do_handshake()

    def _expire(self) -> None:
        self.expired = True
        with suppress(OSError):  # it has ended by itself
            self._wire.shutdown(socket.SHUT_RDWR)

    def end(self) -> None:
        """Close it; `close` alone is called by the answer too, while it is still to be read."""
        self._timer.cancel()
        self.close()


_HEADERS = {
    "User-Agent": f"{PRODUCT}/{version('onrecord')} (reads single articles for an analyst)",
    "Accept": "text/html, application/xhtml+xml, */*;q=0.5",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        allowed = parts.scheme in ("http", "https") and parts.hostname and (parts.port is None or parts.port > 0)
    except ValueError:
        allowed = False
    if not allowed:
        raise NotFetched("It is no address of the web", "name one that begins with https:// or http://")
    if parts.username is not None:
        raise NotFetched("The address holds a name or password", "save its page by hand")
    return parts._replace(fragment="")


def _port(parts: SplitResult) -> int:
    return parts.port or (443 if parts.scheme == "https" else 80)


def _target(parts: SplitResult) -> str:
    """What is asked of the host, in ASCII; percent signs stay."""
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    return path + (f"?{quote(parts.query, safe='%:@!$&()*+,;=~-._/?')}" if parts.query else "")


def _is_public(written: str) -> bool:
    """Whether an address is one that anybody can reach, also the one that it stands for in another protocol."""
    address = ip_address(written.partition("%")[0])
    inner: list[IPv4Address | IPv6Address | None] = [address]
    if isinstance(address, IPv6Address):
        inner += [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if address in _TRANSLATED:
            inner.append(IPv4Address(int(address) & 0xFFFFFFFF))
        if address.ipv4_mapped:
            inner.remove(address)
    return all(
        one.is_global and not one.is_multicast and not any(one in network for network in _RESERVED)
        for one in inner
        if one is not None
    )


def _body(response: HTTPResponse, largest: int) -> bytes:
    """All that comes, unpacked, if it is not too much."""
    packed = response.getheader("Content-Encoding", "identity").lower()
    if packed not in ("identity", "gzip", "x-gzip", ""):
        raise NotFetched(f"It comes packed as {packed[:20]}", "save its page by hand")
    unpacker = zlib.decompressobj(31) if "gzip" in packed else None
    body = bytearray()
    announced, came = response.length, 0
    while came != announced and (piece := response.read1(1 << 16)):
        came += len(piece)
        body += unpacker.decompress(piece, largest + 1) if unpacker else piece
        if len(body) > largest:
            raise NotFetched(f"It is longer than {largest >> 20} MB", "an article is not")
    if came < (announced or 0) or (unpacker and not unpacker.eof):
        raise NotFetched("It was cut off on the way", "try again later")
    return bytes(body)
