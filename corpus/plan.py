"""The description of a document to be written: frozen values, nothing else.

A `Plan` says once what is printed and what it means; `corpus.flow` lays it out in reading order for the
renderers and `corpus.annotate` reads the gold from the same layout.
Rule of the place: no value here knows how it will look on paper. The words are Nghị định 30/2020/NĐ-CP's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

Relation = Literal["basis", "implements", "amends", "replaces", "repeals", "attached", "mentions"]
Family = Literal["state", "party"]
Shown = Literal["all", "number-line", "nothing"]
ArchiveForm = Literal["bracket", "tight", "dot", "copies", "no-colon", "party"]


@dataclass(frozen=True)
class When:
    """A date or period (ngày, giai đoạn) as printed, with its EDTF."""

    raw: str
    edtf: str


@dataclass(frozen=True)
class Cite:
    """A citation (viện dẫn): its printed parts, and what they say.

    pinpoint: the provision (điểm, khoản, Điều) printed before the citation, not part of it.
    """

    parts: tuple[str | When, ...]
    doc_type: str
    code: str | None = None
    issued_on: str | None = None
    issuer: str | None = None
    relation: Relation = "mentions"
    pinpoint: str | None = None


@dataclass(frozen=True)
class Note:
    """A footnote, called where it stands in the text."""

    text: Text


Piece: TypeAlias = str | When | Cite | Note
Text: TypeAlias = tuple[Piece, ...]


@dataclass(frozen=True)
class Para:
    """A paragraph; `basis` for the italic lines that begin `Căn cứ`, `command` for a centred line in capitals."""

    text: Text
    style: Literal["plain", "basis", "command"] = "plain"


@dataclass(frozen=True)
class Bullet:
    """A bullet (gạch đầu dòng, dấu cộng)."""

    text: Text
    marker: str = "-"


@dataclass(frozen=True)
class Table:
    """A ruled table: heading row and rows of cells."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Text, ...], ...]


@dataclass(frozen=True)
class Section:
    """A numbered or lettered heading or item with all that stands below it.

    marker: the label as printed (`I.`, `1.`, `a)`, `Điều 1.`, `I-`).
    title: the heading's own words, empty where the marker starts a running sentence.
    end: what closes the title (`:`); text: the words behind it on the same line.
    """

    marker: str
    title: Text = ()
    end: str = ""
    text: Text = ()
    body: tuple[Node, ...] = ()


Node: TypeAlias = Para | Bullet | Table | Section


@dataclass(frozen=True)
class Letterhead:
    """The block above the type (ô 1-5b).

    governing, issuers: lines as printed, one tuple an issuer. symbol: all behind the number (`/PĐ-SKHĐT`, `-KH/TU`).
    subject: words behind `V/v` of a công văn. marks: DỰ THẢO, HỎA TỐC.
    shown: what of it the file has; gold has nothing that is not shown.
    """

    issuers: tuple[tuple[str, ...], ...]
    symbol: str
    place: str
    date: When
    number: str | None = None
    governing: tuple[str, ...] = ()
    family: Family = "state"
    number_word: str = "Số: "
    subject: Text = ()
    marks: tuple[str, ...] = ()
    shown: Shown = "all"


@dataclass(frozen=True)
class Signer:
    """One person who signs: lines of capacity, post, name with its title or rank before it."""

    position: str
    name: str
    capacity: tuple[str, ...] = ()
    honorific: str | None = None
    other_post: str | None = None
    signed: str = ""


@dataclass(frozen=True)
class Recipient:
    """One item under `Nơi nhận`, and what ends its line."""

    name: str
    purpose: str | None = None
    end: str = ";"


@dataclass(frozen=True)
class Archive:
    """The `Lưu` line: units, drafter, and the way it is printed."""

    units: tuple[str, ...]
    drafter: str | None = None
    form: ArchiveForm = "bracket"


@dataclass(frozen=True)
class Annex:
    """What follows the signatures: an appendix (`Phụ lục I`) or a document attached to this one (`Kèm theo`).

    label: its label in a path; heading: the line that stands above the title (`PHỤ LỤC I`, `KẾ HOẠCH`).
    """

    label: str
    heading: str
    title: Text
    guide: Text = ()
    body: tuple[Node, ...] = ()


@dataclass(frozen=True)
class Plan:
    """A whole document, plan (kế hoạch) or other.

    type_line: the type in capitals, empty for a công văn. opening: lines between the title and the first section.
    closing: paragraphs after the last section; they print no label, but stand below it.
    issuer_from_body: who issues it, where the letterhead does not say.
    """

    letterhead: Letterhead
    doc_type: str
    title: Text
    signers: tuple[Signer, ...]
    type_line: str = ""
    addressees: tuple[str, ...] = ()
    opening: tuple[Para, ...] = ()
    body: tuple[Node, ...] = ()
    closing: tuple[Para, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    archive: Archive | None = None
    annexes: tuple[Annex, ...] = ()
    issuer_from_body: str | None = None


def say(*parts: Piece | Text) -> Text:
    """Join pieces and texts into one text."""
    return tuple(piece for part in parts for piece in (part if isinstance(part, tuple) else (part,)))


def plain(text: Text) -> str:
    """Give the words of a text, footnotes left out."""
    return "".join(word for piece in text for word in words(piece))


def words(piece: Piece) -> Iterator[str]:
    """Give the printed strings of one piece, footnotes left out."""
    if isinstance(piece, str):
        yield piece
    elif isinstance(piece, When):
        yield piece.raw
    elif isinstance(piece, Cite):
        for part in piece.parts:
            yield from words(part)
