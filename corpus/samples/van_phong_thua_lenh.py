"""Plan of an office signed by order, by a deputy for the head: TL., KT.; secrecy of circulation as a mark."""

from corpus.cited import cite
from corpus.dated import day, month, until
from corpus.plan import Archive, Letterhead, Plan, Recipient, Signer
from corpus.sections import dash, head, item, para

PLAN = Plan(
    letterhead=Letterhead(
        issuers=(("ỦY BAN NHÂN DÂN", "THÀNH PHỐ HẢI PHÒNG"),),
        number="2741",
        symbol="/KH-UBND",
        place="Hải Phòng",
        date=day(2026, 6, 11, "long"),
        marks=("LƯU HÀNH NỘI BỘ",),
    ),
    doc_type="kế hoạch",
    type_line="KẾ HOẠCH",
    title=("Tổ chức tiếp công dân lưu động tại các xã đảo",),
    opening=(
        para(
            "Thực hiện ý kiến của Chủ tịch Ủy ban nhân dân thành phố tại ",
            cite("Thông báo", "318/TB-VP", day(2026, 5, 26), relation="implements"),
            ", Văn phòng Ủy ban nhân dân thành phố thừa lệnh ban hành Kế hoạch sau:",
        ),
    ),
    body=(
        head(
            "1.",
            "Thời gian, địa điểm",
            dash("Từ tháng sau đến khi hết mùa biển động, mỗi tháng một đợt."),
            dash("Đợt đầu tại Bạch Long Vĩ trong ", month(2026, 7, slash=False), "."),
        ),
        head(
            "2.",
            "Thành phần",
            dash("Trưởng đoàn là lãnh đạo Ban Tiếp công dân thành phố."),
            dash("Thành viên gồm đại diện các sở, luật sư tình nguyện."),
        ),
        head(
            "3.",
            "Phân công thực hiện",
            item(
                "a)",
                "Ban Tiếp công dân thành phố lập hồ sơ, trả kết quả cho người dân ",
                until(2026, 12, 25, "slash"),
                ";",
            ),
            item("b)", "Phòng Hành chính - Quản trị lo tàu, nơi ăn nghỉ của đoàn;"),
            item(
                "c)",
                "Phòng Nội chính rà soát vụ việc tồn đọng đã nêu tại ",
                cite("Báo cáo", "95/BC-UBND", day(2026, 4, 8), "UBND thành phố"),
                ".",
            ),
        ),
    ),
    closing=(para("Đề nghị Ủy ban nhân dân các xã đảo, đặc khu phối hợp thực hiện./."),),
    signers=(Signer("PHÓ CHÁNH VĂN PHÒNG", "Vũ Thị Kim Hoa", ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG")),),
    recipients=(
        Recipient("CT, các PCT UBND thành phố", "để b/c"),
        Recipient("C, PVP UBND thành phố"),
        Recipient("Ban Tiếp công dân thành phố"),
        Recipient("UBND các xã đảo, đặc khu", "để p/h"),
    ),
    archive=Archive(("VT", "TCD"), "ĐQT"),
)
