"""`onrecord serve`: who gets in, and the app at work in a real browser."""

from __future__ import annotations

import asyncio
import base64
import itertools
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, closing
from inspect import isawaitable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import pyte
import pytest

from tui.cli import main
from tui.launch import make_demo
from tui.serve import is_served

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
KEYS = {"Enter": (13, "\r"), "Escape": (27, ""), "Tab": (9, "")}


@pytest.mark.parametrize(
    ("named", "host", "served"),
    [
        ("localhost:8010", "127.0.0.1", True),
        ("127.0.0.1:8010", "127.0.0.1", True),
        ("[::1]:8010", "127.0.0.1", True),
        ("127.0.0.1:80", "127.0.0.1", False),
        ("127.0.0.1", "127.0.0.1", False),
        ("evil.example:8010", "127.0.0.1", False),
        ("localhost.evil.example:8010", "127.0.0.1", False),
        ("192.0.2.7:8010", "127.0.0.1", False),
        ("192.0.2.7:8010", "192.0.2.7", True),
        ("desk:8010", "desk", True),
        ("evil.example:8010", "desk", False),
        ("192.0.2.7:8010", "0.0.0.0", True),
        ("evil.example:8010", "0.0.0.0", False),
        ("", "127.0.0.1", False),
        ("[::1", "127.0.0.1", False),
        ("localhost:x", "127.0.0.1", False),
    ],
)
def test_only_hosts_that_are_served_are_answered(named: str, host: str, served: bool) -> None:
    assert is_served(named, host, 8010) is served


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address at which the sample articles are served, and the collection."""
    folder = tmp_path_factory.mktemp("serve")
    process, address = serving(folder)
    yield address, folder / "serve.db"
    interrupt(process)


def serving(folder: Path) -> tuple[subprocess.Popen[str], str]:
    """A process that serves the sample articles from a folder, and its address."""
    make_demo(folder / "serve.db")
    command = [sys.executable, "-m", "tui.cli", "--db", str(folder / "serve.db"), "serve", "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=folder)
    assert process.stdout is not None
    return process, process.stdout.readline().strip()


def interrupt(process: subprocess.Popen[str]) -> None:
    """Serving ends soon, sooner than a heartbeat would find a browser gone, and without a word."""
    process.send_signal(signal.SIGINT)
    said, complained = process.communicate(timeout=15)
    assert (process.returncode, said, complained) == (0, "", "")


@pytest.mark.parametrize("leaves", [False, True], ids=["an open browser", "one that just left"])
async def test_an_interrupt_ends_the_apps_of_browsers(tmp_path: Path, leaves: bool) -> None:
    process, address = serving(tmp_path)
    async with aiohttp.ClientSession() as session, session.ws_connect(f"{address}ws?width=80&height=24") as browser:
        drawn = b""
        while "articles · newest first".encode() not in drawn:
            drawn += (await browser.receive()).data
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        apps = children.read_text().split() if children.exists() else []
        if leaves:
            await browser.close()
        await asyncio.to_thread(interrupt, process)
        assert [app for app in apps if Path(f"/proc/{app}").exists()] == []
        assert leaves or (await browser.receive()).data == aiohttp.WSCloseCode.GOING_AWAY


async def status(address: str, **headers: str) -> int:
    async with aiohttp.ClientSession() as session, session.get(address, headers=headers) as response:
        return response.status


async def test_the_address_has_a_token_and_is_of_this_machine(served: tuple[str, Path]) -> None:
    parts = urlsplit(served[0])
    assert parts.hostname == "127.0.0.1"
    assert len(parts.path.strip("/")) >= 32
    assert await status(served[0]) == 200


async def test_without_the_token_nothing_is_served(served: tuple[str, Path]) -> None:
    parts = urlsplit(served[0])
    root = f"{parts.scheme}://{parts.netloc}"
    for path in ("/", "/ws", "/static/js/textual.js", f"/{'x' * 32}/", f"{parts.path[:-2]}/", f"//{parts.path}"):
        assert await status(root + path) == 404, path


async def test_other_hosts_and_other_sites_are_refused(served: tuple[str, Path]) -> None:
    port = urlsplit(served[0]).port
    assert await status(served[0], Host=f"evil.example:{port}") == 421
    assert await status(served[0], Host=f"localhost:{port}") == 200
    assert await status(served[0] + "ws", Origin="http://evil.example") == 403


async def test_the_page_takes_nothing_from_elsewhere(served: tuple[str, Path]) -> None:
    async with aiohttp.ClientSession() as session, session.get(served[0] + "?fontsize=20") as response:
        page = await response.text()
        policy = response.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert "https://" not in page
    assert 'data-font-size="20"' in page


def test_serving_to_others_says_what_that_means(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "tui.cli",
        "--db",
        str(tmp_path / "a.db"),
        "serve",
        "--host",
        "0.0.0.0",
        "--port",
        "0",
    ]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline().startswith("http://0.0.0.0:")
    process.terminate()
    _, said = process.communicate(timeout=30)
    assert "Whoever has the address below can read, change and export this collection" in said


def test_a_port_that_is_taken_is_told(
    served: tuple[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    port = str(urlsplit(served[0]).port)
    assert main(["--db", str(tmp_path / "a.db"), "serve", "--port", port]) == 1
    assert f"It cannot be served there: 127.0.0.1, port {port}: " in capsys.readouterr().err


def test_a_missing_package_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "textual_serve.server", None)
    assert main(["--db", str(tmp_path / "a.db"), "serve"]) == 1
    assert "pip install '.[serve]'" in capsys.readouterr().err


class Browser:
    """A page of a headless Chromium, driven by its DevTools; pyte reads what the terminal in it was sent."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self._answers: dict[int, asyncio.Future[Any]] = {}
        self._screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self._screen)
        self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        async for message in self._socket:
            told = json.loads(message.data)
            if "id" in told:
                self._answers.pop(told["id"]).set_result(told)
            elif told.get("method") == "Network.webSocketFrameReceived":
                frame = told["params"]["response"]
                if frame["opcode"] == 2:
                    self._stream.feed(base64.b64decode(frame["payloadData"]))
            elif told.get("method") == "Network.webSocketFrameSent":
                self._resize(told["params"]["response"]["payloadData"])

    def _resize(self, payload: str) -> None:
        kind, *rest = json.loads(payload)
        if kind == "resize":
            self._screen.resize(rest[0].get("height", rest[0].get("rows")), rest[0].get("width", rest[0].get("cols")))

    async def call(self, method: str, **parameters: Any) -> Any:
        number = next(self._numbers)
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": number, "method": method, "params": parameters})
        told = await asyncio.wait_for(answer, 30)
        assert "error" not in told, told
        return told["result"]

    async def value(self, expression: str) -> Any:
        result = await self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        return result["result"].get("value")

    async def press(self, *keys: str) -> None:
        for key in keys:
            code, text = KEYS.get(key, (ord(key[0].upper()), key))
            event = {"key": key, "windowsVirtualKeyCode": code, "text": text, "unmodifiedText": text}
            await self.call("Input.dispatchKeyEvent", type="keyDown", **event)
            await self.call("Input.dispatchKeyEvent", type="keyUp", **event)

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self._screen.display)

    async def until(self, true: Callable[[], object], what: str) -> None:
        for _ in range(600):
            found = true()
            if await found if isawaitable(found) else found:
                return
            await asyncio.sleep(0.05)
        raise AssertionError(f"{what} did not come:\n{self.text}")

    async def shows(self, words: str) -> None:
        await self.until(lambda: words in self.text, repr(words))


@asynccontextmanager
async def browsing(address: str) -> AsyncIterator[Browser]:
    assert CHROMIUM is not None
    with tempfile.TemporaryDirectory(prefix="onrecord-chromium-", ignore_cleanup_errors=True) as profile:
        options = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--remote-debugging-port=0",
            "--window-size=1400,900",
        ]
        process = subprocess.Popen(
            [CHROMIUM, *options, f"--user-data-dir={profile}", "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            async with aiohttp.ClientSession() as session:
                port_file = Path(profile, "DevToolsActivePort")
                for _ in range(600):
                    if port_file.exists() and port_file.read_text().count("\n"):
                        break
                    await asyncio.sleep(0.05)
                port = port_file.read_text().split()[0]
                async with session.get(f"http://127.0.0.1:{port}/json") as answer:
                    pages = await answer.json()
                page = next(page for page in pages if page["type"] == "page")
                async with session.ws_connect(page["webSocketDebuggerUrl"], max_msg_size=0) as socket:
                    browser = Browser(socket)
                    parts = urlsplit(address)
                    origin = f"{parts.scheme}://{parts.netloc}"
                    allowed = ["clipboardReadWrite", "clipboardSanitizedWrite"]
                    await browser.call("Browser.grantPermissions", origin=origin, permissions=allowed)
                    await browser.call("Network.enable")
                    await browser.call("Page.enable")
                    await browser.call("Page.navigate", url=address)
                    yield browser
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: the app in a browser is not tested")
async def test_open_read_tag_copy_and_export_in_a_browser(served: tuple[str, Path]) -> None:
    address, collection = served
    async with browsing(address) as browser:
        await browser.until(lambda: browser.value("document.body.classList.contains('-first-byte')"), "the first byte")
        await browser.shows("8 articles · newest first")
        await browser.shows("¶1")
        await browser.value("document.querySelector('.xterm-helper-textarea').focus()")
        for kind in ("mousePressed", "mouseReleased"):
            await browser.call("Input.dispatchMouseEvent", type=kind, x=120, y=30, button="left", clickCount=1)
        await browser.press("g", "Enter")
        await browser.until(
            lambda: told(collection, "SELECT count(*) FROM reading WHERE read = 1") == [(1,)], "reading"
        )

        await browser.press("p", "p", "p", "i")
        await browser.press("1")
        await browser.shows("enter save")
        await browser.press("Enter")
        quotes = "SELECT span.exact FROM span JOIN annotation ON annotation.uid = span.annotation WHERE kind = 'quote'"
        await browser.until(lambda: told(collection, quotes), "the quote")
        ((words,),) = told(collection, f"{quotes} AND role = 'content'")
        assert words.startswith("“")

        await browser.press("y")
        await browser.shows("Sent to the browser")
        assert words in await browser.value("navigator.clipboard.readText()")

        await browser.press("E")
        await browser.shows("spreadsheets; a file a kind")
        await browser.press("Enter")
        await browser.shows("rows in")
        assert words in (collection.parent / "quotes.csv").read_text(encoding="utf-8")


def told(collection: Path, query: str) -> list[tuple[Any, ...]]:
    """What the collection has, read while the app runs."""
    with closing(sqlite3.connect(collection)) as connection:
        return connection.execute(query).fetchall()
