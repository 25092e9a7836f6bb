"""Plan of a provincial committee (UBND tỉnh) with the chain TM., KT.; old tone placement; an appendix in sections."""

from corpus.cited import again, cite, congress, law
from corpus.dated import day, half, quarter, until_month, years
from corpus.plan import Annex, Archive, Letterhead, Plan, Recipient, Signer, say
from corpus.sections import dash, head, item, para, run_in

DECREES = cite("Nghị định", "13/2023/NĐ-CP")

PLAN = Plan(
    letterhead=Letterhead(
        issuers=(("UỶ BAN NHÂN DÂN", "TỈNH QUẢNG TRỊ"),),
        number="312",
        symbol=" /KH-UBND",
        place="Quảng Trị",
        date=day(2025, 9, 8, "long"),
    ),
    doc_type="kế hoạch",
    type_line="KẾ HOẠCH",
    title=("Đưa dịch vụ công trực tuyến đến thôn, bản, khu phố trên địa bàn tỉnh",),
    opening=(
        para(
            "Triển khai ",
            cite("Nghị quyết", "57-NQ/TW", day(2024, 12, 22), "Bộ Chính trị", comma=",", relation="implements"),
            " và ",
            cite("Nghị quyết", "71/NQ-CP", day(2025, 4, 1), "Chính phủ", relation="implements"),
            ", Uỷ ban nhân dân tỉnh ban hành Kế hoạch đưa dịch vụ công trực tuyến đến cơ sở ",
            years(2025, 2027, dash="-"),
            ", cụ thể như sau:",
        ),
    ),
    body=(
        head(
            "I.",
            "MỤC TIÊU",
            item("1.", until_month(2025, 12), ", 100% xã, phường có điểm hỗ trợ làm hồ sơ trên mạng."),
            item("2.", "Trong ", half(2026), ", tối thiểu 60% hồ sơ thuộc lĩnh vực đất đai được nộp trực tuyến."),
            item("3.", "Sang năm 2027, mỗi thôn có từ 02 - 03 tình nguyện viên số."),
        ),
        head(
            "II.",
            "NHIỆM VỤ, GIẢI PHÁP",
            run_in(
                "1.",
                "Về thể chế",
                "rà soát quy chế một cửa, bảo đảm phù hợp với các ",
                DECREES,
                ", ",
                again(DECREES, "61/2018/NĐ-CP"),
                " và ",
                law("Luật Giao dịch điện tử", 2023),
                ".",
            ),
            run_in(
                "2.",
                "Về hạ tầng",
                "xoá vùng lõm sóng tại 14 bản biên giới trong ",
                quarter(2026, 2),
                "; trang bị máy quét, máy in cho điểm hỗ trợ.",
            ),
            run_in(
                "3.",
                "Về tuyên truyền",
                "tổ chức ngày hội “Thứ Bảy số”; lồng ghép tuyên truyền ",
                congress("Đại hội đại biểu toàn quốc lần thứ XIII"),
                ".",
            ),
            item(
                "4.",
                "Khen thưởng kịp thời tập thể, cá nhân có cách làm hay; nhân rộng mô hình “Tổ công nghệ số cộng đồng”.",
            ),
        ),
        head(
            "III.",
            "TỔ CHỨC THỰC HIỆN",
            item(
                "1.",
                "Sở Khoa học và Công nghệ chủ trì, phối hợp với Văn phòng UBND tỉnh hướng dẫn, đôn đốc các địa phương; "
                "báo cáo Uỷ ban nhân dân tỉnh ",
                day(2025, 12, 20, cue="trước ngày "),
                ".",
            ),
            item("2.", "Đề nghị Uỷ ban Mặt trận Tổ quốc Việt Nam tỉnh vận động đoàn viên, hội viên tham gia."),
            item("3.", "Chủ tịch UBND các xã, phường chịu trách nhiệm về kết quả của địa phương mình."),
        ),
    ),
    closing=(
        para("Trên đây là Kế hoạch của Uỷ ban nhân dân tỉnh; yêu cầu các cơ quan, đơn vị nghiêm túc triển khai./."),
    ),
    signers=(Signer("PHÓ CHỦ TỊCH", "Hoàng Thị Thuỳ Dương", ("TM. UỶ BAN NHÂN DÂN", "KT. CHỦ TỊCH")),),
    recipients=(
        Recipient("Bộ Khoa học và Công nghệ", "để b/c"),
        Recipient("Thường trực Tỉnh uỷ, Thường trực HĐND tỉnh", "để b/c"),
        Recipient("Chủ tịch, các PCT UBND tỉnh"),
        Recipient("Các sở, ban, ngành cấp tỉnh"),
        Recipient("UBND các xã, phường, đặc khu"),
        Recipient("C, PVP UBND tỉnh, các phòng CM", end=","),
    ),
    archive=Archive(("VT", "KGVX"), "Nhàn", "dot"),
    annexes=(
        Annex(
            "Phụ lục",
            "PHỤ LỤC",
            ("TIÊU CHÍ ĐIỂM HỖ TRỢ DỊCH VỤ CÔNG TRỰC TUYẾN",),
            say("(Kèm theo Kế hoạch số 312/KH-UBND ", day(2025, 9, 8), " của UBND tỉnh)"),
            (
                head(
                    "I.",
                    "CƠ SỞ VẬT CHẤT",
                    item("1.", "Có phòng riêng từ 12 m² trở lên, gần nhà văn hoá thôn."),
                    item("2.", "Có đường truyền cáp quang và thiết bị dự phòng."),
                ),
                head("II.", "CON NGƯỜI", dash("Có ít nhất 01 người trực vào các ngày làm việc.")),
            ),
        ),
    ),
)
