"""Comparing: two documents, or a line of them, as records of what changed.

Takes documents, gives Comparisons. Rule of the place: the earlier document comes first; who calls orders them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from models import Agency, Document
from models.comparison import Boilerplate, Compared, Comparison
from pipeline.compare.aligning import aligned
from pipeline.compare.amounts import target_changes
from pipeline.compare.boilerplate import share, words_of
from pipeline.compare.duties import task_changes
from pipeline.compare.fields import field_changes
from pipeline.compare.places import aligned_by
from pipeline.compare.references import Successors, reference_changes
from pipeline.compare.sections import section_changes
from pipeline.compare.units import units
from pipeline.compare.years import year_of


def compare(
    before: Document, after: Document, parent: Document | None = None, *, successors: Successors | None = None
) -> Comparison:
    """Give what changed from one document to another.

    parent: a document that the later one carries out, to say how much of it was taken over word for word.
    successors: tells which documents replace one, by their ids.
    """
    old, new = units(before), units(after)
    pairs = aligned(old, new)
    by = aligned_by(old, new, pairs)
    years = (year_of(before), year_of(after))
    between = None if years[0] is None or years[1] is None else years[1] - years[0]
    words = words_of(new)
    return Comparison(
        before=named(before),
        after=named(after),
        parent=named(parent) if parent else None,
        sections=tuple(section_changes(old, new, pairs)),
        references=tuple(reference_changes(before.citations, after.citations, by, successors)),
        targets=tuple(target_changes(before.targets, after.targets, by)),
        tasks=tuple(task_changes(before, after, by, between)),
        fields=tuple(field_changes(before, after)),
        boilerplate=Boilerplate(
            before=share(words_of(old), words), parent=share(words_of(units(parent)), words) if parent else None
        ),
    )


def compare_line(documents: Sequence[Document], *, successors: Successors | None = None) -> list[Comparison]:
    """Give each document of a line compared with the one before it, in the order given."""
    return [compare(before, after, successors=successors) for before, after in pairwise(documents)]


def named(document: Document) -> Compared:
    """Give what names a document."""
    header = document.header
    issuer = header.issuing_agencies[0] if header.issuing_agencies else None
    return Compared(
        id=document.id,
        name=document.source.name,
        code=header.code,
        doc_type=header.doc_type,
        title=header.title,
        issuer=Agency(name=issuer.name, id=issuer.id) if issuer else None,
        issued_on=header.issued_on,
        year=year_of(document),
    )
