"""The app in a browser: textual-serve's terminal behind an address that cannot be guessed.

textual-serve asks nobody who they are. So it listens to this machine only, unless another host is named; a random
token stands in every path; and a request must name the host that is served, so that a page of another site whose
name was pointed at this machine (DNS rebinding) gets nothing, nor does a socket that another site's page opens.
"""

from __future__ import annotations

import ipaddress
import secrets
import shlex
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from store.errors import OnRecordError

if TYPE_CHECKING:
    from aiohttp import web
    from aiohttp.typedefs import Handler, Middleware
    from textual_serve.app_service import AppService
    from textual_serve.server import Server

LOCAL = ("localhost", "127.0.0.1", "::1")

FONT_SIZE = 16
"""Pixels; the address may end in ?fontsize=20."""

HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
}

WARNING = """\
Whoever has the address below can read, change and export this collection, and reads and writes files as you do.
What goes over the network is not encrypted, the address included. Safer: serve to this machine only, and from the
other one open a tunnel with: ssh -L {port}:localhost:{port} THIS-MACHINE"""


def serve(path: Path, host: str, port: int, say: Callable[[str], None]) -> None:
    """Serve the app on a collection until interrupted; `say` gets the address. Port 0 takes any that is free.

    Raises OnRecordError when the extra is missing, or host and port cannot be had.
    """
    try:
        from aiohttp import web

        server = _server(shlex.join([sys.executable, "-m", "tui.cli", "--db", str(path)]))
    except ImportError as error:
        hint = "in the folder of On Record: pip install '.[serve]', or pipx install likewise"
        raise OnRecordError("Serving needs more packages", hint) from error
    listening = _listen(host, port)
    port = listening.getsockname()[1]
    token = secrets.token_urlsafe(24)
    app = web.Application(middlewares=[_guard(token, host, port)])
    app.add_routes(
        [
            web.get(f"/{token}/", _page),
            web.get(f"/{token}/ws", server.handle_websocket),
            web.static(f"/{token}/static", server.statics_path),
        ]
    )
    app.on_shutdown.append(server.on_shutdown)
    if host not in LOCAL:
        print(WARNING.format(port=port), file=sys.stderr)  # noqa: T201
    say(f"http://{_in_address(host)}:{port}/{token}/")
    web.run_app(app, sock=listening, print=None, access_log=None)


def _server(command: str) -> Server:
    """textual-serve's server, whose end is prompt and complete: browsers are told, and every app has ended.

    Its own waits until a heartbeat finds that an open browser does not answer, and for an app's output to end but not
    for its process.
    """
    from aiohttp import WSCloseCode
    from textual_serve.server import Server

    class Served(Server):
        def __init__(self) -> None:
            super().__init__(command, title="On Record")
            self._browsers: set[web.WebSocketResponse] = set()

        async def _process_messages(self, websocket: web.WebSocketResponse, app_service: AppService) -> None:
            self._browsers.add(websocket)
            try:
                await super()._process_messages(websocket, app_service)
            finally:
                self._browsers.discard(websocket)
                await app_service.stop()
                if app_service._process is not None:
                    await app_service._process.wait()

        async def on_shutdown(self, app: web.Application) -> None:
            for browser in list(self._browsers):
                await browser.close(code=WSCloseCode.GOING_AWAY)

    return Served()


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(address[:2], family=family)
    except OSError as error:
        hint = f"{host}, port {port}: {error.strerror or error}; name others with --host and --port"
        raise OnRecordError("It cannot be served there", hint) from error


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _guard(token: str, host: str, port: int) -> Middleware:
    """What every request passes first: the host it names, the page it comes from, the token in its path."""
    from aiohttp import web

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        if not is_served(request.host, host, port):
            raise web.HTTPMisdirectedRequest(text="This host is not served here.")
        origin = request.headers.get("Origin")
        if origin is not None and urlsplit(origin).netloc != request.host:
            raise web.HTTPForbidden(text="Pages of other sites have no access.")
        given = request.path.split("/", 2)[1]
        if not secrets.compare_digest(given.encode(), token.encode()):
            raise web.HTTPNotFound(text="Not found: open the whole address that onrecord serve printed.")
        response = await handler(request)
        if not response.prepared:  # a socket's are sent already
            response.headers.update(HEADERS)
        return response

    return guard


def is_served(named: str, host: str, port: int) -> bool:
    """Whether a request's Host header names what is served: this machine, the host, or any number if it is a wildcard.

    A number cannot be pointed elsewhere by its owner, as a name can.
    """
    try:
        parts = urlsplit(f"//{named}")
        name, named_port = parts.hostname or "", parts.port or 80
    except ValueError:
        return False
    if named_port != port:
        return False
    if name in LOCAL or name == host.lower():
        return True
    return host in ("0.0.0.0", "::") and _is_number(name)  # noqa: S104 - compared, not listened to


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


async def _page(request: web.Request) -> web.StreamResponse:
    """The page with the terminal."""
    from aiohttp import web

    wanted = request.query.get("fontsize", "")
    size = int(wanted) if wanted.isdecimal() and 6 <= int(wanted) <= 60 else FONT_SIZE
    page = Template(Path(__file__).with_suffix(".html").read_text(encoding="utf-8"))
    socket_address = f"ws://{request.host}{request.path}ws"
    return web.Response(text=page.substitute(socket=socket_address, size=size), content_type="text/html")
