"""What `make demo` runs: the sample documents become JSON, a table and one annotated page.

Takes the folder to write into (default: out). Shows the library at work: `batch.extract` for many files, `models.load`
for the JSON it wrote, `page` for the HTML.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

import corpus
import models
from pipeline import batch, inputs, sinks
from pipeline.page import page
from pipeline.writing import write_new

SHOWN = "phat_dong_giao_thong.pdf"
"""The sample that becomes a page: a launch with a deputy's signature, citations and recipients."""
COLUMNS = ("file", "type", "number", "issued on", "sections", "citations", "dates", "recipients", "signer")


def row(document: models.Document) -> tuple[str, ...]:
    """Give one line of the table."""
    header = document.header
    counts = (document.sections, document.citations, document.dates, document.recipients)
    signer = document.signers[0].name if document.signers else "-"
    name, kind = document.source.name, header.doc_type or "-"
    return name, kind, header.code or "-", header.issued_on or "-", *(str(len(items)) for items in counts), signer


def table(documents: list[models.Document]) -> Table:
    """Give the table of all documents."""
    drawn = Table(*COLUMNS, box=None, header_style="bold")
    for number in range(4, 8):
        drawn.columns[number].justify = "right"
    for document in documents:
        drawn.add_row(*row(document))
    return drawn


def main(out: Path) -> int:
    """Extract all samples into `out`; give the exit code."""
    console = Console()
    console = console if console.is_terminal else Console(width=140)
    files = inputs.files([corpus.documents()])
    sink = sinks.folder(out / "json", files)
    report = batch.extract(files, sink, force=True)
    for outcome in report.of("failed"):
        console.print(outcome.line("en"), markup=False)
    written = [outcome.output for outcome in report.of("done") if outcome.output]
    documents = [models.load(json.loads(path.read_bytes()), str(path)) for path in written]
    console.print(table([document for document in documents if document.source.media_type == "application/pdf"]))
    shown = next(document for document in documents if document.source.name == SHOWN)
    target = out / Path(SHOWN).with_suffix(".html").name
    write_new(target, page(shown, "en", corpus.documents() / SHOWN).encode())
    console.print(f"\n{len(written)} files read: each sample as text, DOCX and PDF; the table shows the PDFs.")
    console.print(f"JSON:           {out / 'json'}/", highlight=False)
    console.print(f"Annotated page: {target}  (open it in a browser)", highlight=False)
    return report.exit_code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "out")))
