"""Launch without any letterhead: the issuer stands only in the body and under the signature."""

from corpus.cited import cite, congress
from corpus.dated import day, until, years
from corpus.plan import Archive, Letterhead, Plan, Recipient, Signer
from corpus.sections import dash, head, item, para, run_in

PLAN = Plan(
    letterhead=Letterhead(
        governing=("UBND TỈNH CÀ MAU",),
        issuers=(("SỞ CÔNG THƯƠNG",),),
        symbol="/PĐ-SCT",
        place="Cà Mau",
        date=day(2026, 2, 3, "long"),
        shown="nothing",
    ),
    doc_type="phát động",
    type_line="PHÁT ĐỘNG",
    title=("Phong trào thi đua “Mỗi công chức một sáng kiến tiết kiệm điện”",),
    issuer_from_body="Sở Công Thương tỉnh Cà Mau",
    opening=(
        para(
            "Thực hiện ",
            cite("Chỉ thị", "20/CT-TTg", day(2023, 6, 8), "Thủ tướng Chính phủ", relation="implements"),
            " về tăng cường tiết kiệm điện ",
            years(2023, 2025),
            " và các năm tiếp theo, Sở Công Thương tỉnh Cà Mau phát động phong trào thi đua như sau:",
        ),
    ),
    body=(
        head("I.", "CHỦ ĐỀ", para("“Tắt khi không dùng - Dùng đúng nhu cầu - Đủ cho ngày mai”.")),
        head(
            "II.",
            "CHỈ TIÊU THI ĐUA",
            item("1.", "Giảm 12% điện năng tiêu thụ tại trụ sở so với cùng kỳ."),
            item("2.", "Mỗi phòng có ít nhất 01 sáng kiến được công nhận."),
        ),
        head(
            "III.",
            "NỘI DUNG",
            run_in("1.", "Đối với cá nhân", "đặt điều hòa từ 26 độ trở lên, tắt thiết bị khi rời phòng."),
            run_in(
                "2.",
                "Đối với tập thể",
                "thay đèn cũ bằng đèn tiết kiệm; phấn đấu lập thành tích chào mừng thành công và đưa ",
                congress("Đại hội XIV"),
                " vào cuộc sống.",
            ),
        ),
        head(
            "IV.",
            "THỜI GIAN, TỔ CHỨC THỰC HIỆN",
            item("1.", "Phong trào được thực hiện từ ngày phát động ", until(2026, 12, 31), "."),
            item("2.", "Văn phòng Sở theo dõi, chấm điểm hằng tháng, niêm yết kết quả."),
            dash("Các phòng gửi báo cáo về Văn phòng Sở trong tuần cuối của mỗi quý."),
        ),
    ),
    closing=(para("Giám đốc Sở kêu gọi toàn thể công chức, người lao động tích cực hưởng ứng phong trào thi đua./."),),
    signers=(Signer("GIÁM ĐỐC", "Lâm Quốc Bửu", signed="(Đã ký)"),),
    recipients=(
        Recipient("UBND tỉnh"),
        Recipient("Sở Nội vụ (Ban TĐKT)"),
        Recipient("VP, các phòng CM"),
    ),
    archive=Archive(("VT", "VP"), "NTL", "tight"),
)
