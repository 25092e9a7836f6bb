"""What a document says: frozen values, nothing else."""

from models.agency import Agency, IssuingAgency, PrintedAgency
from models.back_reference import BackReference
from models.certified_copy import CertifiedCopy
from models.citation import Citation, Pinpoint, Relation, Resolved, Within
from models.date import Date, DateKind
from models.document import SCHEMA_VERSION, Document, load, schema
from models.document_id import DocumentId
from models.failure import Cause, Failure
from models.header import Evidence, Header
from models.movement import Movement, Theme
from models.recipient import Addressee, ArchiveNote, Recipient
from models.section import Section, SectionKind
from models.signer import Signer
from models.source import Signature, Source
from models.span import Box, Located, Span
from models.table import Merged, Table
from models.task import Target, Task
from models.warning import Warning

__all__ = [
    "SCHEMA_VERSION", "Addressee", "Agency", "ArchiveNote", "BackReference", "Box", "Cause", "CertifiedCopy",
    "Citation", "Date", "DateKind", "Document", "DocumentId", "Evidence", "Failure", "Header", "IssuingAgency",
    "Located", "Merged", "Movement", "Pinpoint", "PrintedAgency", "Recipient", "Relation", "Resolved", "Section",
    "SectionKind", "Signature", "Signer", "Source", "Span", "Table", "Target", "Task", "Theme", "Warning", "Within",
    "load", "schema",
]  # fmt: skip
