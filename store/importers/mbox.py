"""Mailboxes: many mails in one file, each behind a line that begins with "From "."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from store.importers.failure import UnreadableFile
from store.importers.files import LARGEST, part_of
from store.importers.mail import read_mail
from store.model import SavedArticle


def read(file: BinaryIO, path: Path) -> Iterator[SavedArticle | UnreadableFile]:
    """Read the mails of a mailbox one by one; one that cannot be read leaves the others standing."""
    for number, data in enumerate(_mails(file), 1):
        try:
            if len(data) > LARGEST:
                raise UnreadableFile(path, f"It is longer than {LARGEST >> 20} MB", "an article is not")
            yield read_mail(data, part_of(path, number), hashlib.sha256(data).hexdigest())
        except (UnreadableFile, RecursionError, ValueError) as failure:
            yield UnreadableFile.of_part(path, f"Mail {number}", failure)


def _mails(file: BinaryIO) -> Iterator[bytes]:
    """The bytes of each mail, of one that is too long only more than its limit."""
    file.seek(0)
    mail, was_blank = bytearray(), True
    while line := file.readline(1 << 20):
        if was_blank and line.startswith(b"From "):
            if mail.strip():
                yield bytes(mail)
            mail.clear()
        elif len(mail) <= LARGEST:
            mail += re.sub(rb"^>(>*From )", rb"\1", line)
        was_blank = not line.strip()
    if mail.strip():
        yield bytes(mail)
