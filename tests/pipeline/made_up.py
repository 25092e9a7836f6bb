"""A made-up document with every field filled, its spans found by searching the text."""

from __future__ import annotations

from models import (
    Addressee,
    Agency,
    ArchiveNote,
    Citation,
    Date,
    Document,
    Evidence,
    Header,
    IssuingAgency,
    Movement,
    Pinpoint,
    PrintedAgency,
    Recipient,
    Resolved,
    Section,
    Signature,
    Signer,
    Source,
    Span,
    Table,
    Target,
    Task,
    Theme,
    Warning,
)
from models.version import version

TEXT = """ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN
SỞ NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 173/KH-SNV
Lạng Sơn, ngày 31 tháng 01 năm 2026
KẾ HOẠCH
Tổ chức phong trào thi đua “Cả nước thi đua xây dựng nông thôn mới” giai đoạn 2026 - 2030
Kính gửi: Ủy ban nhân dân các xã, phường
Căn cứ khoản 2 Điều 5 Luật Thi đua, khen thưởng năm 2022;
Thực hiện Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị (khóa XI) về tiếp tục đổi mới công tác thi đua, \
khen thưởng¹ và Quyết định số 1620/QĐ-TTg ngày 19/9/2025 của Thủ tướng Chính phủ, Sở Nội vụ xây dựng Kế hoạch như sau:
¹ Được sửa đổi bởi Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị.
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
a) Phát huy sức mạnh tổng hợp của cả hệ thống chính trị, huy động mọi nguồn lực để xây dựng nông thôn mới đi vào \
chiều sâu, hiệu quả và bền vững.
b) Phấn đấu đến hết năm 2030 có ít nhất 80% số xã đạt chuẩn nông thôn mới.
2. Yêu cầu
- Phong trào được triển khai sâu rộng, có nội dung, hình thức cụ thể, phù hợp với từng địa bàn.
- Bám sát chủ đề “Đoàn kết, sáng tạo, thi đua về đích”.
II. TỔ CHỨC THỰC HIỆN
1. Phòng Thi đua - Khen thưởng chủ trì, phối hợp với Văn phòng Sở theo dõi, hướng dẫn, đôn đốc việc thực hiện \
Kế hoạch, báo cáo trước ngày 15/12/2026.
2. Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị phản ánh về Sở Nội vụ để tổng hợp.
Nơi nhận:
- Bộ Nội vụ (để b/c);
- Các phòng, đơn vị thuộc Sở;
- Lưu: VT, TĐKT (LTHT).
TM. BAN GIÁM ĐỐC
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
TS. Trần Thanh Nhàn
"""

NATION = "CỘNG HÒA"


def at(raw: str, after: str = "", boxes: bool = True) -> Span:
    """Find raw in the text, behind `after`; its boxes are drawn one line a paragraph."""
    start = TEXT.index(raw, TEXT.index(after))
    row, column = TEXT.count("\n", 0, start), start - (TEXT.rfind("\n", 0, start) + 1)
    left, top = 60 + min(column, 80) * 4.0, 60 + row * 20.0
    box = (left, top, min(left + len(raw) * 5.5, 540), top + 13)
    return Span(start=start, end=start + len(raw), page=1, boxes=(box,) if boxes else None)


def found(raw: str, after: str = "", **more: object) -> dict[str, object]:
    return {"raw": raw, "span": at(raw, after), "confidence": 0.9, **more}


def stretch(first: str, last: str, after: str = "") -> Span:
    start = TEXT.index(first, TEXT.index(after))
    return Span(start=start, end=TEXT.index(last, start) + len(last), page=1)


def header() -> Header:
    seen = {
        "governing_agency": "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN",
        "issuing_agencies": "SỞ NỘI VỤ",
        "number": "173",
        "symbol": "KH-SNV",
        "place": "Lạng Sơn",
        "issued_on": "ngày 31 tháng 01 năm 2026",
        "doc_type": "KẾ HOẠCH",
        "title": "Tổ chức phong trào thi đua “Cả nước thi đua xây dựng nông thôn mới” giai đoạn 2026 - 2030",
    }
    return Header(
        governing_agency=PrintedAgency(
            raw=seen["governing_agency"], name="Ủy ban nhân dân tỉnh Lạng Sơn", id="vn/lang-son/ubnd"
        ),
        issuing_agencies=(
            IssuingAgency(raw="SỞ NỘI VỤ", name="Sở Nội vụ tỉnh Lạng Sơn", id="vn/lang-son/so-noi-vu", inferred=False),
        ),
        number="173",
        symbol="KH-SNV",
        code="173/KH-SNV",
        place="Lạng Sơn",
        issued_on="2026-01-31",
        doc_type="kế hoạch",
        title=seen["title"],
        urgency="hỏa tốc",
        secrecy="mật",
        is_draft=True,
        evidence={
            field: Evidence(span=at(raw, "Lạng Sơn, ngày" if field == "place" else ""), confidence=0.97, origin="text")
            for field, raw in seen.items()
        },
    )


def sections() -> tuple[Section, ...]:
    def section(label: str, marker: str, kind: str, level: int, title: str | None, **more: object) -> Section:
        return Section.model_validate(
            {"label": label, "marker": marker, "kind": kind, "level": level, "title": title, **more}
        )

    points = (
        section("a", "a)", "letter", 3, None, span=stretch("a) Phát huy", "bền vững.")),
        section("b", "b)", "letter", 3, None, span=stretch("b) Phấn đấu", "nông thôn mới.")),
    )
    bullets = (section("-", "-", "bullet", 3, None, span=stretch("- Phong trào được", "địa bàn.")),)
    first = section(
        "1", "1.", "arabic", 2, "Mục đích", span=stretch("1. Mục đích", "nông thôn mới.", "1. Mục đích"),
        role="plan.purpose", children=points,
    )  # fmt: skip
    second = section(
        "2", "2.", "arabic", 2, "Yêu cầu", span=stretch("2. Yêu cầu", "về đích”."), role="plan.requirements",
        children=bullets,
    )  # fmt: skip
    purpose = section(
        "I", "I.", "roman", 1, "MỤC ĐÍCH, YÊU CẦU", span=stretch("I. MỤC ĐÍCH", "về đích”."),
        role="plan.purpose_requirements", children=(first, second),
    )  # fmt: skip
    duties = (
        section("1", "1.", "arabic", 2, None, span=stretch("1. Phòng Thi đua", "15/12/2026.")),
        section("2", "2.", "arabic", 2, None, span=stretch("2. Trong quá trình", "tổng hợp.")),
    )
    work = section(
        "II", "II.", "roman", 1, "TỔ CHỨC THỰC HIỆN", span=stretch("II. TỔ CHỨC", "tổng hợp."),
        role="plan.organisation", children=duties,
    )  # fmt: skip
    return purpose, work


def citations() -> tuple[Citation, ...]:
    rows = (
        found(
            "Luật Thi đua, khen thưởng năm 2022", doc_type="luật", issued_on="2022", title="Thi đua, khen thưởng",
            pinpoint="khoản 2 Điều 5", pinpoints=(Pinpoint(article="5", clause="2"),), relation="basis",
            within="preamble", resolved=Resolved(code="06/2022/QH15", issued_on="2022-06-15", issuer="Quốc hội",
                                                 origin="law-table"), target="vn/quoc-hoi/luat/2022/06",
        ),
        found(
            "Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị (khóa XI)", doc_type="chỉ thị", code="34-CT/TW",
            number="34", symbol="CT/TW", issued_on="2014-04-07", relation="implements", within="preamble",
            issuer=PrintedAgency(raw="Bộ Chính trị (khóa XI)", name="Bộ Chính trị", id="vn/bo-chinh-tri"),
        ),
        found(
            "Quyết định số 1620/QĐ-TTg ngày 19/9/2025 của Thủ tướng Chính phủ", doc_type="quyết định",
            code="1620/QĐ-TTg", number="1620", symbol="QĐ-TTg", issued_on="2025-09-19", relation="implements",
            within="preamble", target_parent=1,
            issuer=PrintedAgency(raw="Thủ tướng Chính phủ", name="Thủ tướng Chính phủ", id="vn/thu-tuong"),
        ),
        found(
            "Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị", doc_type="kết luận", code="01-KL/TW",
            number="01", symbol="KL/TW", issued_on="2021-05-18", relation="amends", within="footnote",
            issuer=PrintedAgency(raw="Bộ Chính trị", name="Bộ Chính trị"),
        ),
    )  # fmt: skip
    return tuple(Citation.model_validate(row) for row in rows)


def dates() -> tuple[Date, ...]:
    rows = (
        ("ngày 31 tháng 01 năm 2026", "2026-01-31", "issued"),
        ("giai đoạn 2026 - 2030", "2026/2030", "period"),
        ("ngày 07/4/2014", "2014-04-07", "cited"),
        ("ngày 19/9/2025", "2025-09-19", "cited"),
        ("ngày 18/5/2021", "2021-05-18", "cited"),
        ("trước ngày 15/12/2026", "2026-12-15", "deadline"),
    )
    return tuple(Date.model_validate(found(raw, edtf=edtf, kind=kind)) for raw, edtf, kind in rows)


def task() -> Task:
    raw = TEXT[TEXT.index("Phòng Thi đua - Khen thưởng chủ trì") : TEXT.index("\n2. Trong quá")]
    return Task.model_validate(
        found(
            raw, section="II/1", mode="assign", deadline="2026-12-15", output="báo cáo",
            lead=(PrintedAgency(raw="Phòng Thi đua - Khen thưởng", name="Phòng Thi đua - Khen thưởng"),),
            support=(PrintedAgency(raw="Văn phòng Sở", name="Văn phòng Sở"),),
            action="theo dõi, hướng dẫn, đôn đốc việc thực hiện Kế hoạch",
        )
    )  # fmt: skip


def target() -> Target:
    return Target.model_validate(
        found(
            "ít nhất 80% số xã đạt chuẩn nông thôn mới", section="I/1/b", indicator="số xã đạt chuẩn nông thôn mới",
            comparator="at_least", value=80, unit="%", period="2030",
        )
    )  # fmt: skip


def sample() -> Document:
    """Make the document."""
    return Document(
        id="vn/lang-son/so-noi-vu/ke-hoach/2026/173",
        source=Source(
            name="plan.pdf", sha256="ab" * 32, media_type="application/pdf", pages=1, text_origin="mixed", reader="pdf",
            ocr_confidence=0.93, extractor=version(),
            signatures=(Signature(signer="Sở Nội vụ", organisation="UBND tỉnh Lạng Sơn", signed_at="2026-01-31",
                                  intact=True),),
        ),
        text=TEXT,
        header=header(),
        sections=sections(),
        citations=citations(),
        dates=dates(),
        signers=(
            Signer.model_validate(
                found(
                    "TM. BAN GIÁM ĐỐC\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nTS. Trần Thanh Nhàn",
                    capacity=("TM. BAN GIÁM ĐỐC", "KT. GIÁM ĐỐC"), position="PHÓ GIÁM ĐỐC", name="Trần Thanh Nhàn",
                    honorific="TS.", other_post="Phó Chủ tịch Hội đồng TĐKT tỉnh",
                )
            ),
        ),
        recipients=(
            Recipient.model_validate(
                found("Bộ Nội vụ (để b/c)", name="Bộ Nội vụ", purpose="để b/c",
                      agency=Agency(name="Bộ Nội vụ", id="vn/bo-noi-vu"))
            ),
            Recipient.model_validate(found("Các phòng, đơn vị thuộc Sở", name="Các phòng, đơn vị thuộc Sở")),
        ),
        addressees=(
            Addressee.model_validate(
                found("Ủy ban nhân dân các xã, phường", name="Ủy ban nhân dân các xã, phường",
                      agency=Agency(name="Ủy ban nhân dân cấp xã"))
            ),
        ),
        archive=ArchiveNote.model_validate(
            found("Lưu: VT, TĐKT (LTHT)", units=("VT", "TĐKT"), drafter="LTHT", copies=10)
        ),
        tasks=(task(),),
        targets=(target(),),
        movements=(
            Movement.model_validate(
                found("“Cả nước thi đua xây dựng nông thôn mới”", name="Cả nước thi đua xây dựng nông thôn mới",
                      launcher=Agency(name="Thủ tướng Chính phủ"), period="2026/2030")
            ),
        ),
        theme=Theme.model_validate(found("“Đoàn kết, sáng tạo, thi đua về đích”")),
        tables=(
            Table(page=1, caption="Phân công", columns=("TT", "Việc", "Đơn vị"), rows=(("1", "Báo cáo", "Văn phòng"),)),
        ),
        warnings=(Warning(code="blank-day", message="Ngày ban hành để trống trong bản in."),),
    )  # fmt: skip
