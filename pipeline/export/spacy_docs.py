"""spaCy: documents as a DocBin, to train on and to search in.

Takes documents, gives the bytes of a `.spacy` file with one Doc each: tokens on the exact text, what was found in
`doc.spans`, an NER's entities in `doc.ents`, type and source in `doc.cats` and `doc.user_data`. A span that does not
end between two tokens is widened to whole ones; what could not be placed is counted, never dropped in silence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from models import Document, Section, Span
from pipeline.export.places import named, stands
from pipeline.spacy_tokens import CUTS, Tokens, as_doc

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Marked
    from spacy.vocab import Vocab

ENTITIES = {"citations": "CITATION", "dates": "DATE", "agencies": "AGENCY"}
"""Groups of spans that are an NER's entities, and the label of each."""


class Place(NamedTuple):
    """A stretch of the text with its label; kb_id: what is known to be meant; span_id: the path of a section."""

    start: int
    end: int
    label: str
    kb_id: str = ""
    span_id: str = ""


class Exported(NamedTuple):
    """One file: its bytes, how many documents are in it, and counts to tell the user (`expanded`: 3)."""

    data: bytes
    documents: int
    counts: Mapping[str, int]


def docbin(documents: Iterable[Document], tokens: Tokens = Tokens.syllable) -> Exported:
    """Make the DocBin.

    Its counts: `expanded` spans, `lost` ones that are outside the text, `unlocated` agencies whose words do not stand
    where they were read, `uncut` paragraphs that stay in syllables.
    """
    import spacy
    from spacy.tokens import DocBin

    vocab = spacy.blank("xx").vocab  # blank("vi") asks for pyvi, which we do not use
    packed = DocBin(store_user_data=True)
    counts: Counter[str] = Counter()
    for document in documents:
        packed.add(doc_of(document, vocab, tokens, counts))
    kinds = {kind for cats in packed.cats for kind in cats}
    packed.cats = [{kind: float(kind in cats) for kind in sorted(kinds)} for cats in packed.cats]
    return Exported(packed.to_bytes(), len(packed), +counts)


def doc_of(document: Document, vocab: Vocab, tokens: Tokens, counts: Counter[str]) -> Doc:
    """Make the Doc of one document; counts: is told what was widened and what has no place."""
    cut = CUTS[tokens](document.text)
    counts["uncut"] += cut.uncut
    doc = as_doc(vocab, document.text, cut.borders)
    for name, places in _groups(document, counts).items():
        doc.spans[name] = [span for place in places if (span := _span(doc, place, counts))]
    doc.ents = _entities(doc)
    header = document.header
    doc.cats = {header.doc_type: 1.0} if header.doc_type else {}
    doc.user_data |= {
        "id": document.id,
        "source": document.source.name,
        "sha256": document.source.sha256,
        "doc_type": header.doc_type,
    }
    return doc


def _groups(document: Document, counts: Counter[str]) -> dict[str, list[Place]]:
    return {
        "sections": list(_sections(document.sections)),
        "citations": [_place(one.span, one.relation, one.target) for one in document.citations],
        "dates": [_place(one.span, one.kind) for one in document.dates],
        "agencies": _agencies(document, counts),
        "tasks": [_place(one.span, one.mode) for one in document.tasks],
        "targets": [_place(one.span, one.comparator) for one in document.targets],
        "signers": [_place(one.span, "SIGNER") for one in document.signers],
    }


def _place(span: Span, label: str, kb_id: str | None = None, span_id: str = "") -> Place:
    return Place(span.start, span.end, label, kb_id or "", span_id)


def _sections(sections: Sequence[Section], above: str = "") -> Iterator[Place]:
    for section in sections:
        path = f"{above}/{section.label}".lstrip("/")
        yield _place(section.span, section.role or section.kind, span_id=path)
        yield from _sections(section.children, path)


def _agencies(document: Document, counts: Counter[str]) -> list[Place]:
    """Give the agencies at the place of their words, each place once; one with a known id goes before."""
    places: dict[tuple[int, int], Place] = {}
    for agency, words, span in named(document):
        found = stands(document.text, words, span) if span else None
        if found is None:
            counts["unlocated"] += 1
        elif found not in places or (agency.id and not places[found].kb_id):
            places[found] = Place(*found, "AGENCY", agency.id or "")
    return sorted(places.values())


def _span(doc: Doc, place: Place, counts: Counter[str]) -> Marked | None:
    inside = place.start < place.end <= doc[-1].idx + len(doc[-1].text_with_ws) if len(doc) else False
    found = inside and doc.char_span(
        place.start,
        place.end,
        label=place.label,
        kb_id=place.kb_id,
        span_id=place.span_id,
        alignment_mode="expand",
    )
    if not found:
        counts["lost"] += 1
        return None
    counts["expanded"] += (found.start_char, found.end_char) != (place.start, place.end)
    return found


def _entities(doc: Doc) -> list[Marked]:
    """Give the entities without overlaps, the longest first; none begins or ends with white space."""
    from spacy.tokens import Span as Marked
    from spacy.util import filter_spans

    found = []
    for group, label in ENTITIES.items():
        for span in doc.spans[group]:
            solid = [token.i for token in span if not token.is_space]
            if solid:
                found.append(Marked(doc, solid[0], solid[-1] + 1, label=label, kb_id=span.kb_id))
    return filter_spans(found)
