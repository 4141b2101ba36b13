"""Writing records out, one format a file. The rows are those of store/views.py; `store.exporting` calls them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the module that writes it, how its files end ("" for a folder of files), what it is for.

    `passes` is how often it reads the records, `suggestions` whether it can tell suggestions apart from them, `takes`
    the options that its exporter has. `whole` says that it holds articles and notes as well.
    """

    module: str
    suffix: str
    does: str
    passes: int = 1
    suggestions: bool = True
    takes: tuple[str, ...] = ()
    whole: bool = False


_DOSSIER = ("by", "citation", "date_style")
"""What a dossier is put in order by, and how it names its sources (see store/exporters/dossier.py)."""


FORMATS = {
    "csv": Format("csv", ".csv", "spreadsheets; a file a kind", takes=("excel", "raw")),
    "xlsx": Format("xlsx", ".xlsx", "Excel and LibreOffice; a sheet a kind"),
    "jsonl": Format(
        "jsonl", ".jsonl", "scripts and other collections: articles, speakers and records, without loss", whole=True
    ),
    "markdown": Format("markdown", ".md", "a dossier to read and edit", takes=_DOSSIER),
    "html": Format("html", ".html", "a dossier to read and send: one page with timeline and chart", takes=_DOSSIER),
    "w3c": Format("w3c", ".jsonld", "Web Annotation (JSON-LD), without loss", passes=2, whole=True),
    "brat": Format("brat", "", "brat standoff: a folder of .txt and .ann"),
    "ics": Format("ics", ".ics", "iCalendar: the deadlines of commitments", suggestions=False),
    "csl": Format("csl", ".json", "CSL-JSON: Zotero, pandoc; quotes as notes", suggestions=False),
    "ris": Format("ris", ".ris", "RIS: reference managers; quotes as notes", suggestions=False),
    "labelstudio": Format("labelstudio", ".json", "Label Studio tasks"),
    "doccano": Format("doccano", ".jsonl", "doccano"),
    "spacy": Format("spacy", ".jsonl", "spaCy and Prodigy"),
    "conll": Format("conll", ".conll", "a token a line with BIO tags, a column a kind", suggestions=False),
    "qdpx": Format("qdpx", ".qdpx", "REFI-QDA: NVivo, ATLAS.ti, MAXQDA, QualCoder", passes=2),
    "xmi": Format("xmi", ".zip", "UIMA CAS XMI: INCEpTION"),
    "datasette": Format("datasette", ".db", "a database for Datasette, its metadata beside it"),
}
"""What `onrecord export --format` takes."""


def formats_ending_as(out: Path) -> list[str]:
    """The formats whose files end as this one does; only the one that is called like the ending, where there is one."""
    ending = out.suffix.lower()
    fitting = [name for name, form in FORMATS.items() if ending and form.suffix == ending]
    return [name for name in fitting if f".{name}" == ending] or fitting
