"""An audit made for tests of reports: five agencies, of which one is late, one weak and one silent."""

from __future__ import annotations

from models.audit import (
    Audit,
    AuditedDocument,
    Bound,
    Child,
    Finding,
    Grade,
    GradeName,
    Part,
    Place,
    Reference,
    Requirement,
    Scores,
    Value,
)  # fmt: skip
from models.span import Span

ODD = '<script>alert("x")</script> & $x_1$ =1+1'
"""Words from a stranger: markup, a formula for the chart, a formula for Excel."""
DIRECTIVE = AuditedDocument(
    id="vn/lang-son/ubnd/chi-thi/2024/1", code="01/CT-UBND", doc_type="chỉ thị",
    title="Về tăng cường kỷ luật, kỷ cương hành chính năm 2024", issued_on="2024-01-10",
    agency="vn/lang-son/ubnd", agency_name="Ủy ban nhân dân tỉnh Lạng Sơn",
)  # fmt: skip
AGENCIES = {
    "vn/lang-son/so-tai-chinh": "Sở Tài chính",
    "vn/lang-son/so-y-te": "Sở Y tế",
    "vn/lang-son/so-giao-duc-va-dao-tao": "Sở Giáo dục và Đào tạo",
    "vn/lang-son/so-xay-dung": "Sở Xây dựng",
    "vn/lang-son/so-noi-vu": f"Sở Nội vụ {ODD}",
}
ASKED = (
    ("T1", "task", "Rà soát, đơn giản hóa thủ tục hành chính thuộc phạm vi quản lý trước ngày 30 tháng 6 năm 2024."),
    ("T2", "task", "Công khai số điện thoại đường dây nóng tại bộ phận một cửa."),
    ("T3", "task", "Kiểm tra việc chấp hành giờ giấc làm việc ít nhất mỗi quý một lần."),
    ("C1", "target", "Tỷ lệ hồ sơ giải quyết đúng hạn đạt từ 98% trở lên."),
    ("C2", "target", "Trên 85% hồ sơ được tiếp nhận trực tuyến."),
    ("Y1", "requirement", "Ban hành kế hoạch thực hiện trước ngày 15 tháng 02 năm 2024."),
    ("Y2", "requirement", "Báo cáo kết quả về Ủy ban nhân dân tỉnh trước ngày 10 tháng 12."),
)
GRADED: dict[str, tuple[GradeName, ...]] = {
    "vn/lang-son/so-tai-chinh": ("covered",) * 7,
    "vn/lang-son/so-y-te": ("covered", "partly", "covered", "contradicted", "covered", "covered", "partly"),
    "vn/lang-son/so-giao-duc-va-dao-tao": (
        "partly",
        "named",
        "missing",
        "covered",
        "missing",
        "contradicted",
        "missing",
    ),
    "vn/lang-son/so-xay-dung": ("covered", "covered", "partly", "covered", "partly", "covered", "covered"),
}
ISSUED = {
    "vn/lang-son/so-tai-chinh": ("12/KH-STC", "2024-01-25", 15, 0),
    "vn/lang-son/so-y-te": ("31/KH-SYT", "2024-02-08", 29, 0),
    "vn/lang-son/so-giao-duc-va-dao-tao": ("20/KH-SGDĐT", "2024-03-19", 69, 33),
    "vn/lang-son/so-xay-dung": (None, "2024-02-XX", None, None),
}
REASON = {
    "covered": ("nêu đủ việc, người chủ trì và thời hạn", "task, lead and deadline are there"),
    "partly": ("có việc nhưng không nêu thời hạn", "the task is there without a deadline"),
    "named": ("chỉ nhắc lại tên nhiệm vụ", "the task is named only"),
    "missing": ("không có đoạn nào nói về việc này", "no passage speaks of it"),
    "contradicted": ("chỉ tiêu 95% thấp hơn 98% được giao", "95% is lower than the 98% asked for"),
}


def place(document: str, path: str | None, page: int | None, quote: str) -> Place:
    return Place(document=document, path=path, page=page, span=Span(start=0, end=len(quote), page=page), quote=quote)


def plan(agency: str) -> str:
    return f"{agency}/ke-hoach/2024/1"


def _children() -> tuple[Child, ...]:
    return tuple(
        Child(
            document=AuditedDocument(
                id=plan(agency), code=code, doc_type="kế hoạch", title="Thực hiện Chỉ thị số 01/CT-UBND",
                issued_on=issued, agency=agency, agency_name=AGENCIES[agency],
            ),
            agency=agency, issued_on=issued, days_after=after, days_late=late,
            evidence=place(plan(agency), None, 1, "Thực hiện Chỉ thị số 01/CT-UBND ngày 10/01/2024"),
        )
        for agency, (code, issued, after, late) in ISSUED.items()
    )  # fmt: skip


def made_audit() -> Audit:
    sought = {name: place(DIRECTIVE.id, f"II/{number}", 2, text) for number, (name, _, text) in enumerate(ASKED, 1)}
    requirements = tuple(
        Requirement(
            id=name, kind=kind, text=text, place=sought[name], deadline="2024-06-30" if name == "T1" else None,
            value=Value(comparator="at_least", value=98, unit="%") if name == "C1" else None,
        )
        for name, kind, text in ASKED
    )  # fmt: skip
    matrix = tuple(
        Grade(
            agency=agency, requirement=name, grade=grade, sought=sought[name], reason=REASON[grade],
            found=None if grade == "missing" else place(plan(agency), "III/2", 3, f"Đoạn thực hiện {name} của đơn vị"),
            scores=Scores(words=0.5),
        )
        for agency, grades in GRADED.items()
        for (name, *_), grade in zip(ASKED, grades, strict=True)
    )  # fmt: skip
    bad = tuple(
        Finding(
            kind=grade.grade, severity="error" if grade.grade == "contradicted" else "warning", agency=grade.agency,
            document=plan(grade.agency), about=grade.requirement, reason=grade.reason,
            evidence=(grade.sought, *((grade.found,) if grade.found else ())),
        )
        for grade in matrix if grade.grade in ("contradicted", "missing", "named")
    )  # fmt: skip
    silent = Finding(
        kind="not_issued", severity="error", agency="vn/lang-son/so-noi-vu",
        reason=(f"không thấy văn bản nào dẫn chỉ thị {ODD}", "no document cites the directive"),
        evidence=(place(DIRECTIVE.id, None, 4, "Nơi nhận: các sở, ban, ngành tỉnh"),),
    )  # fmt: skip
    late = Finding(
        kind="late", severity="warning", agency="vn/lang-son/so-giao-duc-va-dao-tao",
        document=plan("vn/lang-son/so-giao-duc-va-dao-tao"),
        reason=("chậm 33 ngày so với hạn 15/02/2024", "33 days late"), evidence=(sought["Y1"],),
    )  # fmt: skip
    return Audit(
        directive=DIRECTIVE,
        due="2024-02-15",
        bound=tuple(
            Bound(agency=agency, name=name, why=("recipient", "group"), evidence=(place(DIRECTIVE.id, None, 4, "x"),))
            for agency, name in AGENCIES.items()
        ),
        children=_children(),
        requirements=requirements,
        matrix=matrix,
        parts=tuple(
            Part(
                document=plan(agency), agency=agency, part=part, present=part != "funding",
                evidence=None if part == "funding" else place(plan(agency), "I", 1, "Mục đích"),
            )
            for agency in GRADED for part in ("purpose", "funding")
        ),
        references=(
            Reference(
                document=plan("vn/lang-son/so-y-te"), agency="vn/lang-son/so-y-te", cited="Nghị định số 91/2017/NĐ-CP",
                state="replaced", on="2023-12-31", by="98/2023/NĐ-CP",
                evidence=place(plan("vn/lang-son/so-y-te"), None, 1, "Căn cứ Nghị định số 91/2017/NĐ-CP"),
            ),
        ),
        findings=(silent, late, *bad),
    )  # fmt: skip
