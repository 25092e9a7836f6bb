"""An audit (kiểm tra việc thực hiện): how a parent directive was carried out, by whom, when and how far.

Nothing is said here without evidence: where something is missing, it shows what was looked for and the nearest passage.
"""

from __future__ import annotations

from typing import Literal

from models.edtf import Edtf
from models.frozen import Frozen
from models.span import Span
from models.task import Comparator

Why = Literal["addressee", "recipient", "assignee", "article", "group", "issued"]
"""kính gửi, nơi nhận, được giao nhiệm vụ, Điều thi hành, thuộc nhóm cơ quan, đã ban hành văn bản thực hiện."""
RequirementKind = Literal["task", "target", "requirement"]
GradeName = Literal["covered", "partly", "named", "missing", "contradicted"]
"""đáp ứng, một phần, chỉ nêu tên, thiếu, trái với yêu cầu."""
PartName = Literal["purpose", "tasks", "lead", "deadlines", "funding", "reporting"]
State = Literal["replaced", "repealed", "amended", "expired"]
FindingKind = Literal[
    "not_issued", "late", "contradicted", "missing", "named", "partly", "missing_part", "outdated", "wrong_reference"
]
Severity = Literal["error", "warning", "note"]


class Place(Frozen):
    """A stretch of a document: its id, the path of its section (`III/2`), page, span and the words there."""

    document: str
    path: str | None = None
    page: int | None = None
    span: Span
    quote: str


class AuditedDocument(Frozen):
    """A document as an audit names it.

    id: canonical id, or `sha256/…`. agency: id of its issuer, null where it is not known; line: id of the body that it
    has become by now, the same for all of one line of succession.
    """

    id: str
    code: str | None = None
    doc_type: str | None = None
    title: str | None = None
    issued_on: Edtf | None = None
    agency: str | None = None
    agency_name: str | None = None
    line: str | None = None


class Parent(Frozen):
    """A document that the directive itself implements, as it cites it. id: of the archived one, or of a placeholder."""

    id: str | None = None
    code: str | None = None
    issued_on: Edtf | None = None
    archived: bool = False
    evidence: Place


class Bound(Frozen):
    """An agency that has to carry the directive out.

    agency: its id, or its name where no id is known. why: what binds it, the surest first. evidence: where it is said.
    """

    agency: str
    name: str
    why: tuple[Why, ...]
    evidence: tuple[Place, ...] = ()


class Child(Frozen):
    """A document that carries the directive out.

    agency: as in `Bound`. days_after: days from the directive's issue. days_late: days after the last day on which a
    plan was to be issued, 0 in time; null where there is no such day or the document goes through another one.
    via: ids of the documents between it and the directive, the nearest to the directive first.
    wrong: why its citation of the directive is not right (`day`, `number`), null where it is.
    """

    document: AuditedDocument
    agency: str
    issued_on: Edtf | None = None
    days_after: int | None = None
    days_late: int | None = None
    via: tuple[str, ...] = ()
    wrong: Literal["day", "number"] | None = None
    evidence: Place


class Value(Frozen):
    """A measured aim: value, unit, how it compares."""

    comparator: Comparator
    value: float
    value_max: float | None = None
    unit: str | None = None


class Requirement(Frozen):
    """One thing that the directive asks for.

    id: `T1`, `C1`, `Y1` (task, target, requirement), in the order of the text.
    lead: ids, or names where no id is known, of those whom it binds; empty: all who are bound.
    """

    id: str
    kind: RequirementKind
    text: str
    place: Place
    lead: tuple[str, ...] = ()
    deadline: Edtf | None = None
    value: Value | None = None


class Scores(Frozen):
    """What a grade was made of, for `--explain`.

    words: share of the requirement's words that stand in the passage, 0 to 1. assigned: someone is given it to do.
    deadline, value: what the document prints of it, null where nothing.
    """

    words: float
    assigned: bool = False
    deadline: Edtf | None = None
    value: float | None = None


class Grade(Frozen):
    """How far one agency takes up one requirement.

    sought: the requirement in the directive. found: the passage of the child it was graded by; for a missing one the
    nearest passage, null in an empty document. reason: one line, in Vietnamese and English.
    """

    agency: str
    requirement: str
    grade: GradeName
    sought: Place
    found: Place | None = None
    reason: tuple[str, str]
    scores: Scores


class Part(Frozen):
    """A part that a plan has to have (mục đích, nhiệm vụ, đơn vị chủ trì, thời hạn, kinh phí, báo cáo)."""

    document: str
    agency: str
    part: PartName
    present: bool
    evidence: Place | None = None


class Reference(Frozen):
    """A cited document that no longer held, or no longer as it was, when the citing one was issued.

    state: what became of it. on: the day of that. by: code or id of what replaced, repealed or amended it.
    """

    document: str
    agency: str
    cited: str
    state: State
    on: Edtf | None = None
    by: str | None = None
    evidence: Place


class Finding(Frozen):
    """Something that was not done as asked.

    agency: as in `Bound`. about: id of the requirement, name of the part, code of the reference. reason: one line, in
    Vietnamese and English. evidence: of the child, where there is one, and of the directive.
    """

    kind: FindingKind
    severity: Severity
    agency: str
    document: str | None = None
    about: str | None = None
    reason: tuple[str, str]
    evidence: tuple[Place, ...] = ()


class Audit(Frozen):
    """The whole of an audit.

    parents: what the directive itself implements. due: last day on which a plan was to be issued. scope: agencies to
    which it was narrowed, empty for all. matrix: one grade for each agency and requirement that binds it.
    """

    directive: AuditedDocument
    parents: tuple[Parent, ...] = ()
    due: Edtf | None = None
    scope: tuple[str, ...] = ()
    bound: tuple[Bound, ...] = ()
    children: tuple[Child, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    matrix: tuple[Grade, ...] = ()
    parts: tuple[Part, ...] = ()
    references: tuple[Reference, ...] = ()
    findings: tuple[Finding, ...] = ()
