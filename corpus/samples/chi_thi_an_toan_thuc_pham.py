"""Directive (chỉ thị) with the items 1. 2. 3. and no Roman level; `Số 02 / CT-UBND`, Party citations, spaced dashes."""

from corpus.cited import cite
from corpus.dated import day, month, quarter
from corpus.plan import Archive, Letterhead, Plan, Recipient, Signer
from corpus.sections import item, para

PLAN = Plan(
    letterhead=Letterhead(
        issuers=(("ỦY BAN NHÂN DÂN", "TỈNH HƯNG YÊN"),),
        number="02",
        symbol=" / CT-UBND",
        number_word="Số ",
        place="Hưng Yên",
        date=day(2026, 1, 14, "long"),
    ),
    doc_type="chỉ thị",
    type_line="CHỈ THỊ",
    title=("Về việc tăng cường bảo đảm an toàn thực phẩm dịp Tết và mùa lễ hội",),
    opening=(
        para(
            "Những tháng cuối năm, lượng thực phẩm tiêu thụ tăng cao, tiềm ẩn nguy cơ ngộ độc. Thực hiện ",
            cite("Chỉ thị", "17 - CT/TW", day(2022, 10, 21), "Ban Bí thư", comma=",", relation="implements"),
            " và ",
            cite("Chương trình", "09-CTr/TU", day(2023, 2, 24, "padded"), "Tỉnh uỷ", relation="implements"),
            ", Ủy ban nhân dân tỉnh yêu cầu các sở, ngành, địa phương thực hiện các nhiệm vụ sau:",
        ),
    ),
    body=(
        item(
            "1.",
            "Sở Y tế chủ trì, phối hợp với Sở Công Thương, Sở Nông nghiệp và Môi trường thành lập 05 đoàn kiểm tra "
            "liên ngành; báo cáo kết quả ",
            day(2026, 3, 10, cue="trước ngày "),
            ".",
        ),
        item(
            "2.",
            "Công an tỉnh điều tra, xử lý nghiêm hành vi sản xuất, kinh doanh thực phẩm giả theo ",
            cite("Công điện", "41/CĐ - TTg", day(2025, 4, 17), "Thủ tướng Chính phủ"),
            ".",
        ),
        item(
            "3.",
            "Ủy ban nhân dân các xã, phường quản lý chặt chẽ bếp ăn tập thể, thức ăn đường phố; "
            "ký cam kết với ban quản lý lễ hội xong trong ",
            month(2026, 2),
            ".",
        ),
        item(
            "4.",
            "Báo Hưng Yên mở chuyên trang tuyên truyền trong cả ",
            quarter(2026, 1, cue="Quý "),
            "; nêu tên cơ sở vi phạm.",
        ),
        item("5.", "Giao Sở Y tế theo dõi, đôn đốc việc thực hiện Chỉ thị này./."),
    ),
    signers=(Signer("PHÓ CHỦ TỊCH", "Phạm Lê Huy Hoàng", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")),),
    recipients=(
        Recipient("Bộ Y tế", "để b/c"),
        Recipient("Các sở, ban, ngành", "để t/h"),
        Recipient("UBND các xã, phường", "để t/h"),
    ),
    archive=Archive(("VT", "KGVX"), "Hương"),
)
