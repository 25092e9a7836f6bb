"""One document as one HTML page that needs nothing else: text or page images with all that was found in colour.

Takes a document, a language and, for a PDF, its path; gives the page. No script and nothing from outside: the policy in
the page allows only its own style sheet, by hash, and embedded pictures. Switches are check boxes that CSS looks at.
"""

from __future__ import annotations

import base64
import hashlib
from importlib import resources
from pathlib import Path
from string import Template

from models import Document
from pipeline.facsimile import Facsimile, facsimile, sheets
from pipeline.marks import KINDS, Mark, marks
from pipeline.markup import Html, escaped, joined, tag
from pipeline.paragraphs import paragraphs
from pipeline.side import card, legend, lists, outline, tables, warnings
from pipeline.words import word

POLICY = "default-src 'none'; img-src data:; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"

OFF = (
    "body:not(:has(#show-{kind}:checked)) .m.{kind}{{background:none;box-shadow:none;border-color:transparent}}\n"
    "body:not(:has(#show-{kind}:checked)) .m.{kind}::after{{content:none}}\n"
    "body:not(:has(#show-{kind}:checked)) .box.{kind}{{display:none}}"
)
"""What a switch that is off does to its kind."""


def page(document: Document, lang: str = "vi", pdf: Path | None = None) -> str:
    """Give the page.

    lang: `vi` or `en`, for labels. pdf: the file the document was read from, to show its pages.
    """
    found = marks(document, lang)
    shown = _pages(found, lang, pdf)
    style = "\n".join([_template("page.css"), _switches(found), shown.css])
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    parts = {
        "lang": escaped(lang),
        "policy": POLICY.format(digest=digest),
        "style": style,
        "name": escaped(_name(document)),
        "masthead": _masthead(document, lang),
        "switch": _switch(lang) if shown.pages else "",
        "skip": escaped(word("skip", lang)),
        "outline": _part("outline", outline(document, shown.leaves, lang), lang) if document.sections else "",
        "text": joined([paragraphs(document, found), tables(document, lang)]),
        "pages": tag("div", shown.pages, class_="pages") if shown.pages else "",
        "card": _part("header", card(document, lang), lang),
        "legend": _part("highlights", legend(found, lang), lang) if found else "",
        "warnings": _part("warnings", warnings(document), lang) if document.warnings else "",
        "lists": lists(document, shown.leaves, lang),
    }
    return Template(_template("page.html")).substitute(parts)


def _template(name: str) -> str:
    return resources.files("pipeline").joinpath("templates", name).read_text("utf-8")


def _switches(found: list[Mark]) -> str:
    present = {mark.kind for mark in found}
    return "\n".join(OFF.format(kind=kind) for kind in KINDS if kind in present)


def _pages(found: list[Mark], lang: str, pdf: Path | None) -> Facsimile:
    if pdf is None:
        return Facsimile(Html(), "", {})
    drawn, total = sheets(pdf)
    shown = facsimile(drawn, found, word("page", lang))
    if len(drawn) == total:
        return shown
    rest = tag("p", word("pages-left-out", lang).format(shown=len(drawn), total=total))
    return shown._replace(pages=joined([shown.pages, rest]))


def _name(document: Document) -> str:
    header = document.header
    return " · ".join(filter(None, (header.code, header.title or document.source.name)))


def _masthead(document: Document, lang: str) -> Html:
    header = document.header
    facts = filter(None, (header.code, header.place, header.issued_on))
    return joined(
        [
            tag("p", header.doc_type or word("document", lang), class_="over"),
            tag("h1", header.title or document.source.name),
            tag("p", " · ".join(facts), class_="facts"),
        ]
    )


def _switch(lang: str) -> Html:
    choices = []
    for view, chosen in (("text", True), ("pages", False)):
        button = tag("input", type="radio", name="view", id=f"view-{view}", checked=chosen)
        choices.append(tag("label", button, tag("span", word(f"view.{view}", lang))))
    return tag("div", *choices, class_="views", role="group")


def _part(heading: str, content: Html, lang: str) -> Html:
    return tag("section", tag("h2", word(heading, lang)), content, class_=heading)
