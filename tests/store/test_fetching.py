"""Fetching from a real server on this machine: what is taken, what is refused and why, and how politely it is asked."""

import gzip
import http.server
import json
import socket
import ssl
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from store import web as fetching_web
from store.articles import ids, open_reading
from store.fetching import KINDS, fetch
from store.web import NotFetched, Web
from tui.cli import main

PAGE = "<html><head><title>Locks will open</title></head><body><article>" + (
    "<p>The two new locks at Tarn will open in spring, said Ilse Taverne of Norrin on Tuesday.</p>" * 5
)
PAGE += "</article></body></html>"
OTHER = PAGE.replace("Tarn", "Umber").replace("Locks", "Ferries")


class Handler(http.server.BaseHTTPRequestHandler):
    """A site with a page for each way in which a site can answer."""

    def log_message(self, *_):
        pass

    def do_GET(self):
        self.server.asked.append((self.path, self.headers["User-Agent"]))
        answer = getattr(self, f"get_{self.path.strip('/').split('?')[0].replace('.', '_').replace('-', '_')}", None)
        if answer is None:
            self.send_error(404)
        else:
            answer()

    def give(self, data, kind="text/html; charset=utf-8", status=200, **headers):
        self.send_response(status)
        for name, value in ({"Content_Type": kind, "Content_Length": str(len(data))} | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def get_robots_txt(self):
        if self.server.robots is None:
            self.send_error(404)
        elif isinstance(self.server.robots, int):
            self.send_error(self.server.robots)
        else:
            self.give(self.server.robots.encode(), "text/plain")

    def get_locks(self):
        self.give(PAGE.encode())

    def get_ferries(self):
        self.give(OTHER.encode())

    def get_packed(self):
        self.give(gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    def get_bomb(self):
        self.give(gzip.compress(bytes(100 << 20)), Content_Encoding="gzip")

    def get_cyrillic(self):
        self.give(PAGE.replace("Locks", "Шлюзы").encode("cp1251"), "text/html; charset=windows-1251")

    def get_quoted(self):
        self.give(PAGE.replace("two new locks", "“Locks” will open").encode("cp1252"), "text/html; charset=iso-8859-1")

    def get_moved(self):
        self.give(b"", status=301, Location="/locks")

    def get_circle(self):
        self.give(b"", status=302, Location="/circle")

    def get_to_file(self):
        self.give(b"", status=302, Location="file:///etc/passwd")

    def get_inward(self):
        self.give(b"", status=302, Location=f"http://127.0.0.2:{self.server.server_port}/locks")

    def get_picture(self):
        self.give(b"\x89PNG\r\n", "image/png")

    def get_large(self):
        self.give(bytes(17 << 20))

    def get_cut(self):
        self.give(PAGE.encode(), Content_Length=str(len(PAGE) + 100))

    def get_nothing(self):
        self.give(b"<html><body></body></html>")

    def get_slow(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.drip(b"<p>")

    def get_slow_head(self):
        self.drip(b"HTTP/1.0 200 OK\r\nX-")

    def drip(self, first):
        self.wfile.write(first)
        while not self.server.over.wait(0.05):
            try:
                self.wfile.write(b"a")
            except OSError:
                return


@pytest.fixture
def site():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.robots, server.asked, server.over = None, [], threading.Event()
    server.at = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    yield server
    server.over.set()
    server.shutdown()
    thread.join()
    server.server_close()


CERTIFICATE = Path(__file__).with_name("localhost.pem")
"""Signed by itself for localhost, with its key; for these tests alone."""


@pytest.fixture
def secure_site(site):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    site.socket = context.wrap_socket(site.socket, server_side=True, do_handshake_on_connect=False)
    site.at = f"https://localhost:{site.server_port}"
    return site


def local(**limits) -> Web:
    return Web(allow_private=True, pause=0, **limits)


def texts(collection) -> list[str]:
    return [open_reading(collection, number).text for number in ids(collection, "added", descending=False)]


def test_an_address_becomes_an_article_of_that_address(site, collection):
    summary = fetch(collection, [f"{site.at}/locks", f"{site.at}/moved"], local())
    assert (summary.added, summary.already, summary.failed) == (1, 1, [])
    reading = open_reading(collection, next(iter(ids(collection))))
    assert (reading.row.title, reading.url) == ("Locks will open", f"{site.at}/locks")
    assert reading.text.count("The two new locks at Tarn") == 5
    assert all(agent.startswith("OnRecord/") for _, agent in site.asked)
    assert [path for path, _ in site.asked] == ["/robots.txt", "/locks", "/moved", "/locks"]


def test_a_list_is_fetched_with_its_labels_and_what_is_here_is_not_asked_again(site, collection, tmp_path):
    path = tmp_path / "pocket.csv"
    path.write_text(
        "title,url,time_added,tags,status\n"
        f"Locks,{site.at}/locks,1938456000,river,unread\nFerries,{site.at}/ferries,1938456000,,unread\n"
    )
    fetch(collection, [f"{site.at}/locks"], local())
    site.asked.clear()
    summary = fetch(collection, [str(path)], local())
    assert (summary.added, summary.already, summary.failed) == (1, 1, [])
    assert "/locks" not in [path for path, _ in site.asked]
    assert len(ids(collection, words="label:river")) == 1
    assert collection.read.execute("SELECT count(*) FROM listing").fetchone() == (2,)


def test_a_site_whose_certificate_nobody_vouches_for_is_refused(secure_site, collection, monkeypatch):
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    ((_, why),) = fetch(collection, [f"{secure_site.at}/locks"], local()).failed
    assert "certificate" in why
    assert "SSL_CERT_FILE" in why
    assert (len(ids(collection)), secure_site.asked) == (0, [])


def test_a_site_whose_certificate_is_trusted_is_fetched_from(secure_site, collection, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    assert fetch(collection, [f"{secure_site.at}/locks", f"{secure_site.at}/packed"], local()).failed == []
    assert len(ids(collection)) >= 1


def test_a_certificate_of_another_name_is_refused(secure_site, collection, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    here = lambda _, port, *__, **___: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]  # noqa: E731
    monkeypatch.setattr(fetching_web.socket, "getaddrinfo", here)
    address = secure_site.at.replace("localhost", "norrin.example")
    ((_, why),) = fetch(collection, [f"{address}/locks"], local()).failed
    assert "certificate" in why


def test_a_text_of_addresses(site, collection, tmp_path):
    path = tmp_path / "links.txt"
    path.write_text(f"{site.at}/locks\n\n{site.at}/ferries\n{site.at}/locks\n")
    assert fetch(collection, [str(path)], local()).added == 2


def test_an_answer_that_names_a_smaller_encoding_keeps_its_quotation_marks(site, collection):
    fetch(collection, [f"{site.at}/quoted"], local())
    assert "“Locks” will open" in texts(collection)[0]


@pytest.mark.parametrize("name", ["packed", "cyrillic"])
def test_packed_and_in_the_encoding_that_the_answer_names(site, collection, name):
    fetch(collection, [f"{site.at}/{name}"], local())
    (number,) = ids(collection)
    assert open_reading(collection, number).row.title == (
        "Шлюзы will open" if name == "cyrillic" else "Locks will open"
    )


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("missing", "answers 404"),
        ("circle", "redirects in circles"),
        ("to-file", "no address of the web"),
        ("picture", "image/png, which is no article"),
        ("large", "longer than 16 MB"),
        ("bomb", "longer than 16 MB"),
        ("cut", "cut off on the way"),
        ("nothing", "No article is found"),
    ],
)
def test_what_is_no_article_has_a_reason_and_the_rest_goes_on(site, collection, name, why):
    summary = fetch(collection, [f"{site.at}/{name}", f"{site.at}/locks"], local())
    ((address, reason),) = summary.failed
    assert address == f"{site.at}/{name}"
    assert why in reason
    assert summary.added == 1


@pytest.mark.parametrize("name", ["slow", "slow-head"])
def test_an_answer_without_end_is_given_up(site, collection, name):
    began = time.monotonic()
    ((_, reason),) = fetch(collection, [f"{site.at}/{name}"], local(seconds=1)).failed
    assert "takes too long" in reason
    assert time.monotonic() - began < 30


def test_a_site_that_asks_not_to_be_fetched_is_not(site, collection):
    site.robots = "User-agent: *\nDisallow: /locks\n"
    summary = fetch(collection, [f"{site.at}/locks", f"{site.at}/ferries", f"{site.at}/moved"], local())
    assert summary.added == 1
    assert [address for address, _ in summary.failed] == [f"{site.at}/locks", f"{site.at}/moved"]
    assert "/locks" not in [path for path, _ in site.asked]
    assert [path for path, _ in site.asked].count("/robots.txt") == 1


def test_what_a_site_keeps_back_of_what_it_allows_is_not_fetched(site, collection):
    site.robots = "User-agent: *\nAllow: /\nDisallow: /lo*ks$\n"
    summary = fetch(collection, [f"{site.at}/locks", f"{site.at}/ferries"], local())
    assert summary.added == 1
    assert [address for address, _ in summary.failed] == [f"{site.at}/locks"]


def test_a_site_whose_rules_cannot_be_had_is_not_fetched(site, collection):
    site.robots = 503
    ((_, reason),) = fetch(collection, [f"{site.at}/locks"], local()).failed
    assert "robots.txt" in reason


def test_one_host_is_asked_with_a_pause(site, monkeypatch):
    slept = []
    monkeypatch.setattr(fetching_web.time, "sleep", slept.append)
    for site.robots, wished in (None, 300), ("User-agent: *\nCrawl-delay: 20\n", 300), ("", 300):
        web = Web(allow_private=True, pause=wished)
        web.get(f"{site.at}/locks", KINDS)
        web.get(f"{site.at}/ferries", KINDS)
        assert [round(seconds, -2) for seconds in slept] == [wished] * 2
        slept.clear()
    site.robots = "User-agent: *\nCrawl-delay: 7000\n"
    Web(allow_private=True, pause=0).get(f"{site.at}/locks", KINDS)
    assert 0 < slept[0] <= fetching_web.MOST_PAUSE


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "169.254.169.254", "10.0.0.1", "2130706433"],
)
def test_no_private_address_is_asked(site, host):
    with pytest.raises(NotFetched, match=r"no public address|not known"):
        Web(pause=0).get(f"http://{host}:{site.server_port}/locks", KINDS)
    assert site.asked == []


@pytest.mark.parametrize(
    "written",
    "10.1.2.3 172.16.0.1 192.168.1.1 100.64.0.1 224.0.0.1 fe80::1%eth0 fc00::1 2002:7f00:1:: 64:ff9b::a00:1 "
    "::ffff:10.0.0.1 0.0.0.0 255.255.255.255 :: fec0::1 64:ff9b:1::7f00:1 ::127.0.0.1 ::a9fe:a9fe ::ffff:0:127.0.0.1 "
    "192.0.0.8 ::ffff:192.0.0.8".split(),
)
def test_addresses_that_not_everybody_can_reach(written):
    assert not fetching_web._is_public(written)


@pytest.mark.parametrize("written", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:93.184.215.14"])
def test_addresses_that_everybody_can_reach(written):
    assert fetching_web._is_public(written)


def answers(monkeypatch, *turns):
    """Let names stand for addresses, another list at each question; the last one stays."""
    left = list(turns)
    really = socket.getaddrinfo

    def getaddrinfo(host, port, *rest, **more):
        if host != "herald.example":
            return really(host, port, *rest, **more)
        found = left.pop(0) if len(left) > 1 else left[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in found]

    monkeypatch.setattr(fetching_web.socket, "getaddrinfo", getaddrinfo)


def test_a_name_with_one_private_address_among_others_is_refused(site, monkeypatch):
    answers(monkeypatch, ["93.184.215.14", "127.0.0.1"])
    with pytest.raises(NotFetched, match="no public address"):
        Web(pause=0).get(f"http://herald.example:{site.server_port}/locks", KINDS)
    assert site.asked == []


def test_the_connection_goes_to_the_address_that_was_checked(site, monkeypatch):
    """As with a name that is answered with a public address when checked and a private one when connected to."""
    monkeypatch.setattr(fetching_web, "_is_public", lambda address: address == "127.0.0.1")
    connected = []
    connect = socket.create_connection
    monkeypatch.setattr(
        fetching_web.socket, "create_connection", lambda at, *rest: connected.append(at) or connect(at, *rest)
    )
    answers(monkeypatch, ["127.0.0.1"], ["127.0.0.1"], ["127.0.0.2"])
    page = Web(pause=0).get(f"http://herald.example:{site.server_port}/locks", KINDS)
    assert page.data == PAGE.encode()
    assert connected == [("127.0.0.1", site.server_port)] * 2
    with pytest.raises(NotFetched, match="no public address"):
        Web(pause=0).get(f"http://herald.example:{site.server_port}/locks", KINDS)


def test_a_redirect_to_a_private_address_is_refused(site, monkeypatch):
    monkeypatch.setattr(fetching_web, "_is_public", lambda address: address == "127.0.0.1")
    with pytest.raises(NotFetched, match=r"127\.0\.0\.2 is no public address"):
        Web(pause=0).get(f"{site.at}/inward", KINDS)


@pytest.mark.parametrize(
    "address", ["ftp://a.example/x", "http://", "http://a:99999/", "http://me:word@a.example/", "x"]
)
def test_addresses_of_other_kinds_are_refused(address):
    with pytest.raises(NotFetched):
        local().get(address, KINDS)


def test_the_command(site, path, capsys, monkeypatch):
    monkeypatch.setattr(fetching_web, "PAUSE", 0)
    assert main(["fetch", "--db", str(path), f"{site.at}/ferries"]) == 1
    assert "--allow-private" in capsys.readouterr().err
    assert main(["fetch", "--db", str(path), "--allow-private", "--json", f"{site.at}/ferries"]) == 0
    assert json.loads(capsys.readouterr().out)["added"] == 1
    from store.collection import open_collection

    with closing(open_collection(path)) as collection:
        assert len(texts(collection)) == 1
