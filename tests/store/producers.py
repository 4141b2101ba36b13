"""Real programs that make the files which importers read. Each tells None where it is not installed here."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
WGET = shutil.which("wget")
LIBREOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
WRITER = LIBREOFFICE is not None and any(Path(LIBREOFFICE).resolve().parent.glob("*sw*"))
"""Whether LibreOffice can write documents; its parts are installed one by one."""
_HEADLESS = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run")


def print_to_pdf(page: Path, pdf: Path) -> None:
    """Print a page by Chromium."""
    command = [
        str(CHROMIUM),
        *_HEADLESS,
        f"--user-data-dir={pdf.parent}/profile",
        f"--print-to-pdf={pdf}",
        page.as_uri(),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def save_as_mhtml(page: Path, mhtml: Path) -> None:
    """Save a page with its parts by Chromium, told so over its debugging pipe."""
    to_read, to_write = os.pipe()
    from_read, from_write = os.pipe()

    def hand_over() -> None:
        os.dup2(to_read, 3)
        os.dup2(from_write, 4)

    command = [
        str(CHROMIUM),
        *_HEADLESS,
        f"--user-data-dir={mhtml.parent}/profile",
        "--remote-debugging-pipe",
        "about:blank",
    ]
    process = subprocess.Popen(
        command, preexec_fn=hand_over, pass_fds=(3, 4), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(to_read)
    os.close(from_write)
    with os.fdopen(to_write, "wb", buffering=0) as out, os.fdopen(from_read, "rb") as back:
        browser = _Browser(out, back)
        target = browser.ask("Target.createTarget", url=page.as_uri())["targetId"]
        session = browser.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        state = {"expression": "document.readyState + ' ' + document.URL"}
        while browser.ask("Runtime.evaluate", session, **state)["result"]["value"] != f"complete {page.as_uri()}":
            pass
        mhtml.write_bytes(browser.ask("Page.captureSnapshot", session, format="mhtml")["data"].encode())
        browser.ask("Browser.close")
    process.wait(60)


class _Browser:
    def __init__(self, out: Any, back: Any) -> None:
        self._out, self._back, self._number = out, back, 0

    def ask(self, method: str, session: str = "", **parameters: object) -> dict[str, Any]:
        self._number += 1
        asked = {"id": self._number, "method": method, "params": parameters} | (
            {"sessionId": session} if session else {}
        )
        self._out.write(json.dumps(asked).encode() + b"\0")
        while True:
            answer = json.loads(self._message())
            if answer.get("id") == self._number:
                return answer.get("result", {})

    def _message(self) -> bytes:
        message = bytearray()
        while (byte := self._back.read(1)) != b"\0":
            if not byte:
                raise EOFError("Chromium is gone")
            message += byte
        return bytes(message)


def archive_site(address: str, warc: Path) -> None:
    """Fetch pages into a WARC file by wget."""
    command = [str(WGET), "-q", "--recursive", "--level=1", f"--warc-file={warc}", "--delete-after", address]
    subprocess.run(command, check=False, capture_output=True, timeout=60, cwd=warc.parent)


def convert(document: Path, kind: str, how: str = "") -> Path:
    """Convert a document by LibreOffice, with an export filter where `how` names one; the new file lies beside it."""
    command = [
        str(LIBREOFFICE),
        f"-env:UserInstallation=file://{document.parent}/office",
        "--headless",
        "--convert-to",
        f"{kind}:{how}" if how else kind,
    ]
    subprocess.run(
        [*command, "--outdir", str(document.parent), str(document)], check=True, capture_output=True, timeout=180
    )
    return document.with_suffix(f".{kind}")
