"""Asking a server of the user's own for suggestions, from the page."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tui.settings import Settings

MISSED = "Now the leaders can see for themselves how far the work on the waterways has come."
REPLY = {"quotes": [{"words": [MISSED], "form": "indirect"}, {"words": ["Nobody said this."]}], "commitments": []}


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            usage = {"prompt_tokens": 900, "completion_tokens": 40}
            data = json.dumps({"choices": [{"message": {"content": json.dumps(REPLY)}}], "usage": usage}).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            pass

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=http.serve_forever, args=(0.05,), daemon=True).start()
    yield http
    http.shutdown()
    http.server_close()


async def test_what_the_rules_missed_is_added_once_it_was_agreed_to_ask(opened, river_talks, server) -> None:
    address = f"http://127.0.0.1:{server.server_port}/v1"
    settings = Settings(backend={"address": address, "model": "tiny"})
    async with opened(river_talks, size=(160, 50), settings=settings) as app:
        await app.to_article()
        await app.until(lambda: app.screen.suggestions)
        known = len(app.screen.suggestions)
        await app.press("B")
        await app.says("Ask tiny?")
        assert address in app.text
        await app.press("y")
        await app.says("1 quote proposed")
        assert "900 tokens in, 40 out" in app.text
        assert "Nobody said this." in app.text, "what does not stand in the text is refused and told"
        await app.press("enter")
        await app.until(lambda: len(app.screen.suggestions) == known + 1)
        assert [one.exact for one in app.screen.suggestions if one.why == "suggested by tiny"] == [MISSED]


async def test_nothing_is_sent_without_a_yes(opened, river_talks) -> None:
    settings = Settings(backend={"address": "http://127.0.0.1:9/v1"})
    async with opened(river_talks, settings=settings) as app:
        await app.to_article()
        await app.press("B")
        await app.says("Ask 127.0.0.1:9?")
        await app.press("enter")
        await app.until(lambda: app.app.screen is app.app.screen_stack[0])
