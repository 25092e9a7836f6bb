"""Plan with two appendices, the first a task table with dates and a citation in its cells."""

from corpus.cited import cite
from corpus.dated import blank_day, day, month, quarter, years
from corpus.plan import Annex, Archive, Letterhead, Plan, Recipient, Signer, Table, say
from corpus.sections import head, item, para

PLAN = Plan(
    letterhead=Letterhead(
        issuers=(("BỘ XÂY DỰNG",),),
        number="86",
        symbol="/KH-BXD",
        place="Hà Nội",
        date=day(2026, 5, 4, "long"),
        marks=("DỰ THẢO 2",),
    ),
    doc_type="kế hoạch",
    type_line="KẾ HOẠCH",
    title=say("Rà soát, cắt giảm thủ tục hành chính về nhà ở ", years(2026, 2027, dash="–")),
    opening=(
        para(
            "Triển khai ",
            cite("Nghị quyết", "66.7/2025/NQ-CP", day(2025, 11, 15), "Chính phủ", relation="implements"),
            " và ",
            cite("Quyết định", "1015/QĐ-TTg", day(2026, 3, 30), relation="implements"),
            ", Bộ Xây dựng ban hành Kế hoạch như sau:",
        ),
    ),
    body=(
        head(
            "I.",
            "MỤC TIÊU",
            item("1.", "Cắt giảm ít nhất 30% thời gian giải quyết."),
            item("2.", "Bỏ tối thiểu 12 loại giấy tờ đã có trong cơ sở dữ liệu quốc gia."),
        ),
        head(
            "II.",
            "NHIỆM VỤ",
            para("Nhiệm vụ, thời hạn và sản phẩm của từng đơn vị nêu tại Phụ lục I; mẫu báo cáo nêu tại Phụ lục II."),
        ),
        head(
            "III.",
            "TỔ CHỨC THỰC HIỆN",
            item("1.", "Thủ trưởng các đơn vị chịu trách nhiệm trước Bộ trưởng về tiến độ."),
            item("2.", "Văn phòng Bộ tổng hợp, báo cáo Bộ trưởng hằng tháng./."),
        ),
    ),
    signers=(Signer("THỨ TRƯỞNG", "Bùi Thế Quân", ("KT. BỘ TRƯỞNG",)),),
    recipients=(
        Recipient("Bộ trưởng", "để b/c"),
        Recipient("Các đơn vị thuộc Bộ"),
        Recipient("Cục Kiểm soát TTHC", "để theo dõi"),
    ),
    archive=Archive(("VT", "VP"), "KSTT"),
    annexes=(
        Annex(
            "Phụ lục I",
            "Phụ lục I",
            ("PHÂN CÔNG NHIỆM VỤ",),
            say("(Kèm theo Kế hoạch số      /KH-BXD ", blank_day(2026, None, "    "), " của Bộ Xây dựng)"),
            (
                Table(
                    ("TT", "Nội dung công việc", "Đơn vị chủ trì", "Thời hạn", "Sản phẩm"),
                    (
                        (
                            ("1",),
                            ("Thống kê thủ tục, giấy tờ đang thực hiện",),
                            ("Vụ Pháp chế",),
                            (month(2026, 6),),
                            ("Danh mục",),
                        ),
                        (
                            ("2",),
                            say("Đánh giá tác động theo ", cite("Thông tư", "03/2022/TT-VPCP", day(2022, 10, 5))),
                            ("Văn phòng Bộ",),
                            (quarter(2026, 3, cue="Quý "),),
                            ("Báo cáo",),
                        ),
                        (
                            ("3",),
                            ("Trình phương án cắt giảm",),
                            ("Cục Quản lý nhà và thị trường bất động sản",),
                            (day(2026, 10, 15, cue=""),),
                            ("Tờ trình",),
                        ),
                        (
                            ("4",),
                            ("Cập nhật cơ sở dữ liệu quốc gia",),
                            ("Trung tâm Công nghệ thông tin",),
                            (day(2027, 3, 31, cue="Trước ngày "),),
                            ("Dữ liệu",),
                        ),
                    ),
                ),
            ),
        ),
        Annex(
            "Phụ lục II",
            "Phụ lục II",
            ("NỘI DUNG BÁO CÁO",),
            body=(item("1.", "Kết quả cắt giảm từng thủ tục."), item("2.", "Khó khăn, kiến nghị.")),
        ),
    ),
)
