"""An OpenAI-compatible server of the user's own (a local llama.cpp, say) as a back end.

The address comes from the settings, the key from the environment; neither is kept in the collection. One request an
article, to `ADDRESS/chat/completions`; nothing else is sent anywhere.
"""

from __future__ import annotations

import json
import os
import socket
import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from threading import Thread
from typing import Any

from store.backends import NEVER, Answer, BackendFailed, Cost, Stopped
from store.backends.address import parts_of
from store.backends.reply import INSTRUCTIONS, read_reply

TICK = 0.1
"""Seconds between two looks at whether the user wants to stop."""

LARGEST = 4 << 20
"""Bytes of an answer, at most."""

AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Statuses after which the same request is sent again."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where to ask, and how long.

    Attributes:
        address: "http://127.0.0.1:8080/v1", say.
        model: The model's name, as the server knows it.
        key_variable: The environment variable that holds the key; empty where the server wants none.
        seconds: How long one request may take.
        tries: How often a request is sent at most.
        price_in, price_out: Money for a million tokens in and out; 0 where it costs nothing or is not known.
    """

    address: str
    model: str = ""
    key_variable: str = ""
    seconds: float = 120.0
    tries: int = 3
    price_in: float = 0.0
    price_out: float = 0.0

    @property
    def name(self) -> str:
        """The model, or the server where it has none."""
        return self.model or self.address.partition("//")[2].partition("/")[0]

    def prompt(self, text: str, published: str | None) -> str:
        """All that is sent for an article, but for the key."""
        day = f"Published: {published}\n\n" if published else ""
        return f"{INSTRUCTIONS}\n\n{day}{text}"

    def suggest(self, text: str, published: str | None, cancelled: Callable[[], bool] = NEVER) -> Answer:
        """Ask the server about one article. Raises BackendFailed where it gives no answer to be used, Stopped."""
        prompt = self.prompt(text, published)
        began = time.monotonic()
        reply = self._ask(prompt, cancelled)
        try:
            content = reply["choices"][0]["message"]["content"]
            usage = reply.get("usage") or {}
            tokens = int(usage.get("prompt_tokens") or 0), int(usage.get("completion_tokens") or 0)
        except (KeyError, IndexError, TypeError, AttributeError, ValueError) as error:
            raise BackendFailed(
                "The server's answer is not a chat completion", f"{self.address}: no message in it; check the address"
            ) from error
        suggestions, refused = read_reply(str(content), text, self.name)
        priced = self.price_in or self.price_out
        money = (tokens[0] * self.price_in + tokens[1] * self.price_out) / 1e6 if priced else None
        return Answer(suggestions, refused, Cost(len(prompt), *tokens, time.monotonic() - began, money))

    def _ask(self, prompt: str, cancelled: Callable[[], bool]) -> dict[str, Any]:
        request = {"model": self.model, "temperature": 0, "messages": [{"role": "user", "content": prompt}]}
        body = json.dumps(request).encode()
        failure = BackendFailed("The server was not asked", "set tries to 1 or more")
        for attempt in range(self.tries):
            if attempt:
                _wait(2.0 ** (attempt - 1) / 2, cancelled)
            try:
                status, data = self._post(body, cancelled)
            except (OSError, HTTPException) as error:
                failure = BackendFailed(
                    "The server does not answer", f"{self.address}: {error or type(error).__name__}"
                )
                continue
            except (ValueError, OverflowError) as error:  # what no request can be made of, as seconds = -10
                raise BackendFailed("The server cannot be asked", f"{error}; check the settings") from error
            if status == 200:
                return _object(data, self.address)
            failure = BackendFailed(
                "The server refuses", f"{self.address}: status {status}, {data[:120].decode(errors='replace')!r}"
            )
            if status not in AGAIN:
                break
        raise failure

    def _post(self, body: bytes, cancelled: Callable[[], bool]) -> tuple[int, bytes]:
        """Send a request in a thread of its own, so that it can be given up at any moment."""
        try:
            parts = parts_of(self.address)
        except ValueError as error:
            raise BackendFailed("That is no address", str(error)) from error
        connect = HTTPSConnection if parts.scheme == "https" else HTTPConnection
        connection = connect(parts.hostname or "", parts.port, timeout=self.seconds + 5)
        path, headers = f"{parts.path.rstrip('/')}/chat/completions", self._headers()
        answer: Future[tuple[int, bytes]] = Future()
        Thread(target=_exchange, args=(connection, path, body, headers, answer), daemon=True).start()
        deadline = time.monotonic() + self.seconds
        try:
            while not wait([answer], TICK).done:
                if cancelled():
                    raise Stopped
                if time.monotonic() > deadline:
                    raise TimeoutError("no answer in time")
            return answer.result()
        finally:
            _hang_up(connection)

    def _headers(self) -> dict[str, str]:
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self.key_variable:
            key = os.environ.get(self.key_variable)
            if not key:
                raise BackendFailed("The key is missing", f"set {self.key_variable} in the environment and start again")
            if not (key.isascii() and key.isprintable()):  # its own words are not told: it is a secret
                raise BackendFailed(
                    "The key cannot be sent", f"{self.key_variable} holds a line end or such; set it anew"
                )
            headers["Authorization"] = f"Bearer {key}"
        return headers


def _exchange(
    connection: HTTPConnection, path: str, body: bytes, headers: dict[str, str], answer: Future[tuple[int, bytes]]
) -> None:
    try:
        connection.request("POST", path, body, headers)
        response = connection.getresponse()
        data = response.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise BackendFailed("The answer is too long", f"over {LARGEST >> 20} MB; choose another model")
        if response.length:
            raise HTTPException("the answer was cut short")
        answer.set_result((response.status, data))
    except BaseException as error:
        answer.set_exception(error)


def _hang_up(connection: HTTPConnection) -> None:
    """Close a connection also while its thread waits for it."""
    if connection.sock is not None:
        with suppress(OSError):
            connection.sock.shutdown(socket.SHUT_RDWR)
    connection.close()


def _wait(seconds: float, cancelled: Callable[[], bool]) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if cancelled():
            raise Stopped
        time.sleep(min(TICK, seconds))


def _object(data: bytes, address: str) -> dict[str, Any]:
    try:
        reply = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise BackendFailed(
            "The server's answer is not JSON", f"{address}: {data[:80]!r}; check the address"
        ) from error
    if not isinstance(reply, dict):
        raise BackendFailed("The server's answer is not a JSON object", f"{address}: check the address")
    return reply
