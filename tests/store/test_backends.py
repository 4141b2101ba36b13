"""Suggestions by a server of the user's own: a real one on this machine, that answers well, late, wrongly, or not."""

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from store.backends import BackendFailed, Stopped, configured, merged
from store.backends.endpoint import Endpoint
from store.model import QuoteSuggestion, Suggestions

TEXT = (
    "VELDMAR, 3 June (Norrin Wire) – “The locks will open,” Ilse Taverne said. “Before the frost.”\n"
    "Norrin pledged 40 barges to Sutheria by 2030."
)
GOOD = {
    "quotes": [
        {"words": ["“The locks will open,”", "“Before the frost.”"], "form": "direct", "speaker": "Ilse Taverne", "named_as": "Ilse Taverne"},
        {"words": ["“The locks never open,”"], "form": "direct", "speaker": "Ilse Taverne"},
    ],
    "commitments": [
        {"words": "Norrin pledged 40 barges to Sutheria by 2030", "promisor": "Emperor Zog", "quantity": 40, "unit": "barges", "deadline": "2030-12-31"},
    ],
}  # fmt: skip

Answer = Callable[[BaseHTTPRequestHandler, int], None]


def completion(content: str) -> bytes:
    usage = {"prompt_tokens": 200, "completion_tokens": 50}
    return json.dumps({"choices": [{"message": {"content": content}}], "usage": usage}).encode()


def send(handler: BaseHTTPRequestHandler, data: bytes, status: int = 200, length: int | None = None) -> None:
    handler.send_response(status)
    handler.send_header("Content-Length", str(len(data) if length is None else length))
    handler.end_headers()
    handler.wfile.write(data)


class Server:
    """Answers each request as told; keeps what it was sent."""

    def __init__(self, answer: Answer) -> None:
        self.requests: list[tuple[dict[str, str], dict[str, object]]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                outer.requests.append((dict(self.headers), json.loads(body)))
                answer(self, len(outer.requests))

            def log_message(self, *_: object) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.http.server_port}/v1"


@pytest.fixture
def serve() -> Iterator[Callable[[Answer], Server]]:
    started: list[Server] = []

    def start(answer: Answer) -> Server:
        server = Server(answer)
        threading.Thread(target=server.http.serve_forever, args=(0.05,), daemon=True).start()
        started.append(server)
        return server

    yield start
    for server in started:
        server.http.shutdown()
        server.http.server_close()


def said(text: str, suggestions: Suggestions) -> list[list[str]]:
    return [[text[slice(*span)] for span in quote.content] for quote in suggestions.quotes]


def test_a_good_answer_counts_where_its_words_stand_in_the_text(serve, monkeypatch):
    monkeypatch.setenv("LOCAL_KEY", "s3cret")
    server = serve(lambda handler, _: send(handler, completion(f"```json\n{json.dumps(GOOD)}\n```")))
    endpoint = Endpoint(server.address, "tiny", "LOCAL_KEY", price_in=1.0, price_out=2.0)
    answer = endpoint.suggest(TEXT, "2024-06-03")

    assert said(TEXT, answer.suggestions) == [["“The locks will open,”", "“Before the frost.”"]]
    (quote,), (commitment,) = answer.suggestions.quotes, answer.suggestions.commitments
    assert (quote.speaker, TEXT[slice(*quote.speaker_span)]) == ("Ilse Taverne", "Ilse Taverne")
    assert (commitment.quantity, commitment.unit, commitment.deadline) == (40.0, "barges", "2030-12-31")
    assert commitment.promisor is None, "the article names no Emperor Zog"
    assert answer.refused == ("not in the text: ““The locks never open,””",)
    assert (answer.cost.tokens_in, answer.cost.tokens_out, answer.cost.money) == (200, 50, 0.0003)

    headers, body = server.requests[0]
    assert headers["Authorization"] == "Bearer s3cret"
    assert body["messages"][0]["content"] == endpoint.prompt(TEXT, "2024-06-03")
    assert "s3cret" not in json.dumps(body)


def test_a_server_that_is_busy_is_asked_again(serve):
    def answer(handler: BaseHTTPRequestHandler, number: int) -> None:
        send(handler, b"busy", 503) if number < 2 else send(handler, completion(json.dumps(GOOD)))

    server = serve(answer)
    assert len(Endpoint(server.address).suggest(TEXT, None).suggestions.quotes) == 1
    assert len(server.requests) == 2


def late(handler: BaseHTTPRequestHandler, _: int) -> None:
    time.sleep(5)


def half(handler: BaseHTTPRequestHandler, _: int) -> None:
    whole = completion(json.dumps(GOOD))
    send(handler, whole[: len(whole) // 2], length=len(whole))


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (late, "no answer in time"),
        (half, "cut short"),
        (lambda handler, _: send(handler, completion('{"quotes": [{"words"')), "not JSON"),
        (lambda handler, _: send(handler, completion("[1, 2]")), "not a JSON object"),
        (lambda handler, _: send(handler, b"<html>"), "not JSON"),
        (lambda handler, _: send(handler, b"[" * 100_000), "not JSON"),
        (lambda handler, _: send(handler, b'{"error": "no model"}'), "not a chat completion"),
        (lambda handler, _: send(handler, b"who are you", 401), "status 401"),
    ],
    ids=["late", "half an answer", "half a JSON", "a list", "a page", "nested too deep", "no message", "refused"],
)
def test_any_other_answer_ends_in_a_sentence(serve, answer, says):
    server = serve(answer)
    with pytest.raises(BackendFailed) as failure:
        Endpoint(server.address, seconds=0.5, tries=1).suggest(TEXT, None)
    assert says in str(failure.value)


def test_a_server_that_is_not_there_ends_in_a_sentence():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{taken.getsockname()[1]}/v1"
        with pytest.raises(BackendFailed, match="does not answer"):
            Endpoint(address, tries=1).suggest(TEXT, None)


@pytest.mark.parametrize(
    "address",
    [
        *(
            "localhost",
            "",
            "ftp://here/v1",
            "http:///v1",
            "http://[::1/v1",
            "http://here:abc/v1",
            "http://here:99999/v1",
        ),
        *("http://here:0/v1", "http://here/v 1", "http://here\n/v1", "http://here..org/v1", "http://here/é"),
    ],
)
def test_what_is_no_address_is_not_asked(address):
    assert isinstance(Endpoint(address).name, str)
    with pytest.raises(BackendFailed, match="no address"):
        Endpoint(address, tries=1).suggest(TEXT, None)


@pytest.mark.parametrize("seconds", [-10.0, float("inf"), float("nan")])
def test_a_time_that_cannot_be_waited_ends_in_a_sentence(serve, seconds):
    server = serve(lambda handler, _: send(handler, completion(json.dumps(GOOD))))
    with pytest.raises(BackendFailed):
        Endpoint(server.address, seconds=seconds, tries=1).suggest(TEXT, None)


@pytest.mark.parametrize("key", ["s3cret\nX-More: 1", "s3cret\r", "s3crét"])
def test_a_key_that_cannot_be_sent_ends_in_a_sentence_without_it(serve, monkeypatch, key):
    monkeypatch.setenv("LOCAL_KEY", key)
    server = serve(late)
    with pytest.raises(BackendFailed, match="LOCAL_KEY holds") as failure:
        Endpoint(server.address, key_variable="LOCAL_KEY").suggest(TEXT, None)
    assert "s3cr" not in str(failure.value)
    assert server.requests == []


def test_a_missing_key_is_said_before_anything_is_sent(serve, monkeypatch):
    monkeypatch.delenv("LOCAL_KEY", raising=False)
    server = serve(late)
    with pytest.raises(BackendFailed, match="LOCAL_KEY"):
        Endpoint(server.address, key_variable="LOCAL_KEY").suggest(TEXT, None)
    assert server.requests == []


def test_asking_can_be_stopped_while_the_server_thinks(serve):
    server = serve(late)
    with pytest.raises(Stopped):
        Endpoint(server.address).suggest(TEXT, None, cancelled=lambda: bool(server.requests))


def an_english_pipeline() -> str:
    spacy = pytest.importorskip("spacy", reason="spaCy is not installed")
    names = [name for name in spacy.util.get_installed_models() if name.startswith("en")]
    if not names:
        pytest.skip("no English spaCy pipeline is installed")
    return names[0]


def test_an_installed_pipeline_finds_what_a_verb_reports():
    backend = configured({"pipeline": an_english_pipeline()})
    text = "VELDMAR.\n“The locks will open,” Ilse Taverne said on Monday.\nOfficials warned that the price would rise."
    found = backend.suggest(text, None).suggestions.quotes
    assert [(text[slice(*q.content[0])], q.form, q.speaker, text[slice(*q.cue_span)]) for q in found] == [
        ("“The locks will open,”", "direct", "Ilse Taverne", "said"),
        ("that the price would rise", "indirect", None, "warned"),
    ]
    assert backend.prompt(text, None) == ""


def test_a_pipeline_that_is_not_there_ends_in_a_sentence():
    with pytest.raises(BackendFailed, match="is not installed"):
        configured({"pipeline": "xx_no_such_pipeline"}).suggest(TEXT, None)


def test_the_rules_stay_and_only_what_they_missed_is_added():
    def quote(start: int, end: int, why: str) -> QuoteSuggestion:
        return QuoteSuggestion(((start, end),), "direct", None, "", None, None, 0.9, why)

    rules = Suggestions((quote(32, 55, "rule"),), ())
    others = Suggestions((quote(30, 55, "model"), quote(74, 93, "model")), ())
    assert [(q.content, q.why) for q in merged(rules, others).quotes] == [(((32, 55),), "rule"), (((74, 93),), "model")]


@pytest.mark.parametrize("quantity", ["1e999", "NaN", "9" * 400, "true", '"12"'])
def test_a_quantity_that_is_no_number_is_left_out(serve, quantity):
    commitment = f'{{"words": "will open the locks", "quantity": {quantity}}}'
    reply = f'{{"quotes": [], "commitments": [{commitment}]}}'
    server = serve(lambda handler, _: send(handler, completion(reply)))
    answer = Endpoint(server.address, seconds=5, tries=1).suggest("Orrin said he will open the locks.", None)
    (found,) = answer.suggestions.commitments
    assert found.quantity is None
