"""How one document is put on paper: the style of its text dump, of its Markdown, and its numbering in DOCX."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.render_markdown import Markup
from corpus.render_text import Dump


@dataclass(frozen=True)
class Manner:
    """The conventions that a document follows in each form; `automatic` leaves labels to Word's numbering."""

    dump: Dump = field(default_factory=Dump)
    markup: Markup = field(default_factory=Markup)
    automatic: bool = False
