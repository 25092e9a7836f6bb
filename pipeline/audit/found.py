"""Found: the findings of an audit, gravest first.

Takes who was bound, the children, the matrix, parts and references, gives findings. Rule of the place: a finding is a
fact of one of these with its evidence; nothing new is judged here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from models.audit import (
    Bound,
    Child,
    Finding,
    FindingKind,
    Grade,
    GradeName,
    Part,
    Place,
    Reference,
    Requirement,
    Severity,
)
from pipeline.audit.bound import same
from pipeline.day_words import day

SEVERITY: dict[FindingKind, Severity] = {
    "not_issued": "error", "late": "error", "contradicted": "error", "missing": "error", "wrong_reference": "warning",
    "outdated": "warning", "named": "warning", "missing_part": "warning", "partly": "note",
}  # fmt: skip
"""Kinds of findings with how grave they are, in the order in which they are told."""
_GRADES: dict[GradeName, FindingKind] = {
    "contradicted": "contradicted", "missing": "missing", "named": "named", "partly": "partly",
}  # fmt: skip
PARTS = {
    "purpose": ("mục đích", "purpose"),
    "tasks": ("nhiệm vụ", "tasks"),
    "lead": ("đơn vị chủ trì", "lead units"),
    "deadlines": ("thời hạn", "deadlines"),
    "funding": ("kinh phí", "funding"),
    "reporting": ("chế độ báo cáo", "reporting"),
}
STATES = {
    "replaced": ("đã bị thay thế", "was replaced"),
    "repealed": ("đã bị bãi bỏ", "was repealed"),
    "amended": ("đã được sửa đổi", "was amended"),
    "expired": ("đã hết hiệu lực", "had expired"),
}


def findings(
    bound: Iterable[Bound],
    children: Iterable[Child],
    requirements: Iterable[Requirement],
    matrix: Iterable[Grade],
    parts: Iterable[Part],
    references: Iterable[Reference],
    due: str | None,
) -> tuple[Finding, ...]:
    """Give the findings of an audit. due: last day on which a plan was to be issued, ISO."""
    children = tuple(children)
    named = {requirement.id: requirement for requirement in requirements}
    found = [
        *_silent(bound, children, due),
        *_children(children, due),
        *_graded(matrix, named),
        *_parts(parts, children),
        *_outdated(references),
    ]
    order = list(SEVERITY)
    return tuple(sorted(found, key=lambda one: order.index(one.kind)))


def _silent(bound: Iterable[Bound], children: tuple[Child, ...], due: str | None) -> Iterator[Finding]:
    for one in bound:
        if not any(same(child.agency, one.agency) for child in children):
            until = (f" (hạn {day(due)})", f" (due {due})") if due else ("", "")
            yield _finding(
                "not_issued", one.agency, None, None,
                (f"chưa thấy văn bản thực hiện trong kho{until[0]}", f"no implementing document archived{until[1]}"),
                one.evidence[:1],
            )  # fmt: skip


def _children(children: tuple[Child, ...], due: str | None) -> Iterator[Finding]:
    for child in children:
        about = child.document.code or child.document.id
        if child.days_late:
            said = (
                f"{about} ban hành {day(child.issued_on)}, muộn {child.days_late} ngày so với hạn {day(due)}",
                f"{about} issued on {child.issued_on}, {child.days_late} days after {due}",
            )
            yield _finding("late", child.agency, child.document.id, None, said, (child.evidence,))
        if child.wrong:
            what = ("ngày" if child.wrong == "day" else "số", child.wrong)
            said = (f"viện dẫn sai {what[0]} của văn bản được thực hiện", f"cites the directive with a wrong {what[1]}")
            yield _finding("wrong_reference", child.agency, child.document.id, None, said, (child.evidence,))


def _graded(matrix: Iterable[Grade], named: dict[str, Requirement]) -> Iterator[Finding]:
    for one in matrix:
        kind = _GRADES.get(one.grade)
        if kind:
            document = one.found.document if one.found else None
            places = (*((one.found,) if one.found else ()), named[one.requirement].place)
            yield _finding(kind, one.agency, document, one.requirement, one.reason, places)


def _parts(parts: Iterable[Part], children: tuple[Child, ...]) -> Iterator[Finding]:
    shown = {child.document.id: child.evidence for child in children}
    for part in parts:
        if not part.present:
            vi, en = PARTS[part.part]
            said = (f"không có phần {vi}", f"has no part on {en}")
            places: tuple[Place, ...] = (shown[part.document],) if part.document in shown else ()
            yield _finding("missing_part", part.agency, part.document, part.part, said, places)


def _outdated(references: Iterable[Reference]) -> Iterator[Finding]:
    for one in references:
        vi, en = STATES[one.state]
        by = (f" bởi {one.by}", f" by {one.by}") if one.by else ("", "")
        on = (f" từ {day(one.on)}", f" on {one.on}") if one.on else ("", "")
        said = (f"{one.cited} {vi}{by[0]}{on[0]}", f"{one.cited} {en}{by[1]}{on[1]}")
        found = _finding("outdated", one.agency, one.document, one.cited, said, (one.evidence,))
        yield found.model_copy(update={"severity": "note"}) if one.state == "amended" else found


def _finding(
    kind: FindingKind,
    agency: str,
    document: str | None,
    about: str | None,
    reason: tuple[str, str],
    evidence: tuple[Place, ...],
) -> Finding:
    return Finding(
        kind=kind,
        severity=SEVERITY[kind],
        agency=agency,
        document=document,
        about=about,
        reason=reason,
        evidence=evidence,
    )
