"""Decision (quyết định) with articles and a plan attached to it; basis lines, replaces and repeals."""

from corpus.cited import at, cite, law
from corpus.dated import blank_day, day, month, quarter, years
from corpus.plan import Annex, Archive, Letterhead, Plan, Recipient, Signer, say
from corpus.sections import basis, command, dash, head, item, run_in

MINISTER = "Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch"

PLAN = Plan(
    letterhead=Letterhead(
        issuers=(("CHỦ TỊCH", "ỦY BAN NHÂN DÂN", "TỈNH LÂM ĐỒNG"),),
        number="1908",
        symbol="/QĐ-CTUBND",
        place="Lâm Đồng",
        date=day(2025, 11, 21, "long"),
    ),
    doc_type="quyết định",
    type_line="QUYẾT ĐỊNH",
    title=say("Ban hành Kế hoạch bảo tồn nhà sàn và nghề dệt thổ cẩm ", years(2026, 2028)),
    opening=(
        command("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH"),
        basis("Căn cứ ", law("Luật Tổ chức chính quyền địa phương", day=day(2025, 6, 16), relation="basis"), ";"),
        basis("Căn cứ ", law("Luật Di sản văn hóa", code="45/2024/QH15", relation="basis"), ";"),
        basis(
            "Căn cứ ",
            at(
                "điểm a, b khoản 1 Điều 3",
                cite("Thông tư", "04/2022/TT-BVHTTDL", day(2022, 7, 1, "long"), MINISTER, relation="basis"),
            ),
            " về bảo vệ di sản;",
        ),
        basis(
            "Theo đề nghị của Giám đốc Sở Văn hóa, Thể thao và Du lịch tại ",
            cite("Tờ trình", "342/TTr-SVHTTDL", day(2025, 11, 14), relation="implements"),
            ".",
        ),
        command("QUYẾT ĐỊNH:"),
    ),
    body=(
        item(
            "Điều 1.",
            "Ban hành kèm theo Quyết định này Kế hoạch bảo tồn nhà sàn và nghề dệt thổ cẩm ",
            years(2026, 2028),
            ".",
        ),
        head(
            "Điều 2.",
            "Hiệu lực thi hành",
            item("1.", "Quyết định này có hiệu lực kể từ ngày ký."),
            item(
                "2.",
                "Quyết định này thay thế ",
                cite("Quyết định", "870/QĐ-UBND", day(2022, 5, 6), relation="replaces"),
                ".",
            ),
            item("3.", "Bãi bỏ ", cite("Quyết định", "15/QĐ-UBND", day(2023, 1, 9), relation="repeals"), "."),
        ),
        item(
            "Điều 3.",
            "Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc các sở, Chủ tịch Ủy ban nhân dân các xã có tên trong "
            "Kế hoạch chịu trách nhiệm thi hành Quyết định này./.",
        ),
    ),
    signers=(Signer("PHÓ CHỦ TỊCH", "Đinh Văn Bảo", ("KT. CHỦ TỊCH",)),),
    recipients=(
        Recipient("Như Điều 3"),
        Recipient("Bộ VHTTDL", "để báo cáo"),
        Recipient("Cổng TTĐT tỉnh", "để đăng tải"),
    ),
    archive=Archive(("VT", "VX1")),
    annexes=(
        Annex(
            "Kèm theo",
            "KẾ HOẠCH",
            say("Bảo tồn nhà sàn và nghề dệt thổ cẩm ", years(2026, 2028)),
            say(
                "(Ban hành kèm theo Quyết định số          /QĐ-CTUBND ",
                blank_day(2025, None),
                " của Chủ tịch Ủy ban nhân dân tỉnh)",
            ),
            (
                head(
                    "I.",
                    "MỤC TIÊU",
                    item("1.", "Giữ nguyên trạng ít nhất 120 nhà sàn truyền thống tại 09 xã."),
                    item("2.", "Mở 18 lớp truyền nghề dệt, mỗi lớp không quá 20 học viên."),
                ),
                head(
                    "II.",
                    "NHIỆM VỤ",
                    head(
                        "1.",
                        "Kiểm kê",
                        item("a)", "Lập phiếu kiểm kê từng ngôi nhà, xong trong ", quarter(2026, 1), ";"),
                        item("b)", "Số hóa hoa văn, kỹ thuật dệt của từng nhóm nghệ nhân."),
                    ),
                    run_in(
                        "2.",
                        "Truyền nghề",
                        "khai giảng lớp đầu tiên vào ",
                        month(2026, 4),
                        "; ưu tiên học viên nữ trẻ tuổi.",
                    ),
                ),
                head(
                    "III.",
                    "KINH PHÍ",
                    dash("Ngân sách tỉnh bố trí trong dự toán hằng năm; huy động xã hội hóa phần còn lại."),
                ),
            ),
        ),
    ),
)
