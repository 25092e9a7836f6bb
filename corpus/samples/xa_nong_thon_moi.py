"""Plan of a commune (xã) under the two-level government from July 2025."""

from corpus.cited import cite, congress
from corpus.dated import day, month, quarter, years
from corpus.plan import Archive, Letterhead, Plan, Recipient, Signer
from corpus.sections import dash, head, item, lead, para

PLAN = Plan(
    letterhead=Letterhead(
        governing=("TỈNH TÂY NINH",),
        issuers=(("ỦY BAN NHÂN DÂN", "XÃ PHƯỚC LÝ"),),
        number="14",
        symbol="/KH-UBND",
        place="Phước Lý",
        date=day(2025, 12, 9, "long"),
    ),
    doc_type="kế hoạch",
    type_line="KẾ HOẠCH",
    title=("Thu gom, phân loại rác thải tại nguồn ở các ấp năm 2026",),
    opening=(
        para(
            "Thực hiện ",
            cite(
                "Nghị quyết",
                "21-NQ/ĐU",
                day(2025, 10, 30),
                "Ban Chấp hành Đảng bộ xã",
                comma=",",
                relation="implements",
            ),
            "; ",
            cite("Nghị quyết", "08/NQ-HĐND", day(2025, 11, 28), "Hội đồng nhân dân xã", relation="implements"),
            " về nhiệm vụ năm 2026 và ",
            congress("Đại hội đại biểu Đảng bộ xã lần thứ I", None, "implements"),
            ", ",
            years(2025, 2030, "nhiệm kỳ "),
            ", Ủy ban nhân dân xã ban hành Kế hoạch cụ thể như sau:",
        ),
    ),
    body=(
        head("I.", "MỤC TIÊU", dash("85% hộ dân phân loại rác tại nhà; không còn điểm rác tự phát.")),
        head(
            "II.",
            "NHIỆM VỤ",
            item("1.", "Xây 22 hố ủ phân hữu cơ tại các ấp trong ", quarter(2026, 1), "."),
            item("2.", "Ký hợp đồng thu gom theo tuyến trong ", month(2026, 2), "; thu giá dịch vụ đúng quy định."),
            item("3.", "Tổ chức “Ngày Chủ nhật xanh” vào tuần cuối mỗi tháng."),
        ),
        head(
            "III.",
            "PHÂN CÔNG TRÁCH NHIỆM",
            lead(
                "1.",
                "Phòng Kinh tế",
                dash("Tham mưu phương án giá, theo dõi hợp đồng thu gom."),
                dash("Báo cáo kết quả trước khi họp thôn, ấp cuối năm."),
            ),
            lead(
                "2.",
                "Phòng Văn hóa - Xã hội",
                dash("Tuyên truyền trên loa truyền thanh thông minh, hai buổi mỗi tuần."),
            ),
            item("3.", "Trung tâm Phục vụ hành chính công xã tiếp nhận phản ánh của người dân qua mã QR."),
            item("4.", "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã giám sát việc thực hiện."),
        ),
    ),
    closing=(para("Trên đây là Kế hoạch của Ủy ban nhân dân xã Phước Lý năm 2026./."),),
    signers=(Signer("CHỦ TỊCH", "Trần Hoài Nam", ("TM. ỦY BAN NHÂN DÂN",)),),
    recipients=(
        Recipient("UBND tỉnh"),
        Recipient("TT. Đảng ủy, TT. HĐND xã"),
        Recipient("UB MTTQVN xã"),
        Recipient("Các phòng, trung tâm thuộc xã"),
        Recipient("Trưởng các ấp"),
    ),
    archive=Archive(("VT", "KT"), "Nguyễn Út"),
)
