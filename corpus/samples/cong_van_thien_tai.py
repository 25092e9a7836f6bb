"""Letter (công văn) with `V/v`, several addressees, urgency mark, amended and replaced documents."""

from corpus.cited import at, cite, law
from corpus.dated import day, month, yearless
from corpus.plan import Archive, Letterhead, Plan, Recipient, Signer, say
from corpus.sections import item, para

SUBJECT = say("chủ động ứng phó sạt lở đất, lũ quét trong ", month(2025, 10))

PLAN = Plan(
    letterhead=Letterhead(
        issuers=(("ỦY BAN NHÂN DÂN", "TỈNH ĐIỆN BIÊN"),),
        number="4416",
        symbol="/UBND-KTN",
        place="Điện Biên",
        date=day(2025, 9, 29, "long"),
        subject=SUBJECT,
        marks=("HỎA TỐC",),
    ),
    doc_type="công văn",
    title=SUBJECT,
    addressees=(
        "Các sở, ban, ngành tỉnh",
        "Bộ Chỉ huy quân sự tỉnh, Công an tỉnh",
        "Ủy ban nhân dân các xã, phường",
    ),
    opening=(
        para(
            "Thực hiện ",
            cite("Công điện", "171/CĐ-TTg", day(2025, 9, 26), "Thủ tướng Chính phủ", relation="implements"),
            " và ",
            at("khoản 1, 2 Điều 24", law("Luật Phòng, chống thiên tai", relation="implements")),
            ", theo đề nghị của Sở Nông nghiệp và Môi trường tại ",
            cite("Tờ trình", "208/TTr-SNNMT", day(2025, 9, 28), relation="implements"),
            ", Ủy ban nhân dân tỉnh có ý kiến như sau:",
        ),
    ),
    body=(
        item(
            "1.",
            "Ủy ban nhân dân các xã, phường rà soát từng hộ sống ven suối, dưới taluy; di dời xong ",
            yearless(10, 5),
            ", không để người dân tự ý quay lại khi chưa bảo đảm an toàn.",
        ),
        item(
            "2.",
            "Công an tỉnh và Bộ Chỉ huy quân sự tỉnh bố trí lực lượng theo ",
            cite("Phương án", "77/PA-UBND", day(2024, 5, 10), "UBND tỉnh"),
            ", ứng trực 24/24 giờ tại các xã trọng điểm.",
        ),
        item(
            "3.",
            "Sở Xây dựng cắm biển cảnh báo tại 37 điểm ngầm, tràn; thực hiện ",
            cite("Quyết định", "09/2024/QĐ-UBND", day(2024, 4, 2)),
            " được sửa đổi, bổ sung tại ",
            cite("Quyết định", "31/2025/QĐ-UBND", day(2025, 8, 14)),
            ".",
        ),
        item("4.", "Chế độ báo cáo thực hiện qua ứng dụng trực ban, hai lần mỗi ngày vào 7 giờ và 17 giờ."),
    ),
    closing=(
        para("Công văn này thay thế ", cite("Công văn", "3120/UBND-KTN", day(2025, 7, 18), relation="replaces"), "."),
        para("Nhận được Công văn này, yêu cầu các cơ quan, đơn vị khẩn trương triển khai thực hiện./."),
    ),
    signers=(Signer("CHỦ TỊCH", "Lò Văn Tiến", ("TM. ỦY BAN NHÂN DÂN",)),),
    recipients=(
        Recipient("Như trên"),
        Recipient("Ban Chỉ đạo Phòng thủ dân sự quốc gia", "để b/c"),
        Recipient("Thường trực Tỉnh ủy", "để b/c"),
        Recipient("Báo và Phát thanh, Truyền hình tỉnh", "để đưa tin"),
    ),
    archive=Archive(("VT", "KTN"), "LMH", "copies"),
)
