"""Directive (chỉ thị) of a province on saving electricity, 2025: `Kính gửi` style list of leads, wordings far apart."""

from corpus.audits.family import Cited, Duty, Family, House, Reply, head, item, letterhead, para
from corpus.plan import Archive, Plan, Recipient, Signer

PROVINCE = ("UBND TỈNH CÀ MAU",)
UBND = House(
    "vn/ca-mau/ubnd", (), ("ỦY BAN NHÂN DÂN", "TỈNH CÀ MAU"), "Cà Mau", "Ủy ban nhân dân tỉnh", "UBND", "Văn phòng",
    Signer("CHỦ TỊCH", "Lâm Văn Nghị", ("TM. ỦY BAN NHÂN DÂN",)),
)  # fmt: skip


def _department(slug: str, name: str, letters: str, unit: str, head_: str) -> House:
    return House(
        f"vn/ca-mau/{slug}", PROVINCE, (name.upper(),), "Cà Mau", name, letters, unit, Signer("GIÁM ĐỐC", head_)
    )


CONG_THUONG = _department("so-cong-thuong", "Sở Công Thương", "SCT", "Phòng Quản lý năng lượng", "Tô Hoài An")
XAY_DUNG = _department("so-xay-dung", "Sở Xây dựng", "SXD", "Phòng Hạ tầng kỹ thuật", "Dư Quốc Bảo")
NOI_VU = _department("so-noi-vu", "Sở Nội vụ", "SNV", "Văn phòng Sở", "Quách Văn Em")
Y_TE = _department("so-y-te", "Sở Y tế", "SYT", "Phòng Kế hoạch - Tài chính", "Trịnh Ngọc Hà")
TU_PHAP = _department("so-tu-phap", "Sở Tư pháp", "STP", "Văn phòng Sở", "Kim Sa Rây")
TAI_CHINH = "vn/ca-mau/so-tai-chinh"
LEADS = "Sở Công Thương, Sở Xây dựng, Sở Nội vụ, Sở Y tế, Sở Tư pháp và Sở Tài chính"

DIRECTIVE = Plan(
    letterhead=letterhead(UBND, "08", "CT", (2025, 8, 11)),
    doc_type="chỉ thị",
    type_line="CHỈ THỊ",
    title=("Về việc tăng cường tiết kiệm điện giai đoạn 2025 - 2030",),
    opening=(para("Để bảo đảm cung ứng điện, Ủy ban nhân dân tỉnh yêu cầu:"),),
    body=(
        head(
            "1.",
            LEADS,
            item("a)", "Xây dựng kế hoạch triển khai Chỉ thị này trước ngày 10/9/2025."),
            item("b)", "Tắt đèn chiếu sáng hành lang, sân vườn sau 22 giờ; thực hiện ngay từ ngày 01/9/2025."),
            item("c)", "Thay thế bóng đèn sợi đốt, huỳnh quang bằng đèn LED trước ngày 31/12/2025."),
            item("d)", "Đặt máy điều hòa từ 26 độ trở lên, vệ sinh máy định kỳ ba tháng một lần."),
            item("đ)", "Phấn đấu tiết kiệm tối thiểu 5% điện năng tiêu thụ hằng năm."),
            item("e)", "Gửi số liệu tiêu thụ điện năm về Sở Công Thương trước ngày 20/12/2025."),
        ),
        item(
            "2.",
            "Sở Công Thương tổ chức kiểm toán năng lượng tại các cơ sở sử dụng năng lượng trọng điểm trước ngày "
            "30/11/2025.",
        ),
        item("3.", "Sở Xây dựng lắp tủ điều khiển tự động cho đèn đường đô thị, hoàn thành trước ngày 30/6/2026."),
        item("4.", "Sở Y tế khảo sát lắp điện mặt trời mái nhà tại bệnh viện công trước ngày 31/10/2025."),
    ),
    signers=(UBND.signer,),
    recipients=(Recipient("Bộ Công Thương", "để b/c"), Recipient("Các sở nêu tại mục 1", "để t/h")),
    archive=Archive(("VT", "KT")),
)

DUTIES = (
    Duty(
        "lights", "tasks", "Tắt đèn chiếu sáng hành lang, sân vườn sau 22 giờ",
        {
            "covered": "{unit} phân công bảo vệ tắt đèn hành lang và sân vườn sau 22 giờ kể từ ngày 01/9/2025.",
            "again": "Từ ngày 25/8/2025, {unit} kiểm soát việc tắt toàn bộ đèn chiếu sáng hành lang, sân vườn sau 22 "
            "giờ.",
            "later": "{unit} triển khai tắt đèn chiếu sáng hành lang, sân vườn sau 22 giờ từ ngày 01/01/2026.",
        },
    ),
    Duty(
        "led", "tasks", "Thay thế bóng đèn sợi đốt, huỳnh quang",
        {
            "covered": "{unit} chủ trì thay toàn bộ bóng sợi đốt và huỳnh quang bằng đèn LED, hoàn thành trong tháng "
            "11/2025.",
            "again": "{unit} mua sắm đèn LED thay thế bóng đèn sợi đốt, bóng huỳnh quang còn lại trước ngày "
            "15/12/2025.",
            "later": "{unit} thay thế bóng đèn sợi đốt, huỳnh quang bằng đèn LED trước ngày 30/6/2026.",
            "undated": "{unit} từng bước thay thế bóng đèn sợi đốt, huỳnh quang bằng đèn LED.",
            "named": "Ưu tiên sử dụng đèn LED.",
        },
    ),
    Duty(
        "cooling", "tasks", "Đặt máy điều hòa từ 26 độ trở lên",
        {
            "covered": "{unit} nhắc các phòng đặt máy điều hòa từ 26 độ trở lên và vệ sinh máy ba tháng một lần.",
            "partly": "{unit} thực hiện vệ sinh máy điều hòa.",
            "named": "Chú ý sử dụng máy điều hòa hợp lý.",
        },
    ),
    Duty(
        "saving", "targets", "tiết kiệm tối thiểu 5% điện năng",
        {
            "covered": "Mỗi năm tiết kiệm ít nhất 5% lượng điện năng tiêu thụ.",
            "again": "Phấn đấu tiết kiệm từ 7% điện năng tiêu thụ hằng năm.",
            "weaker": "Phấn đấu tiết kiệm 2% điện năng tiêu thụ mỗi năm.",
            "named": "Nâng cao ý thức tiết kiệm điện năng tiêu thụ.",
        },
    ),
    Duty(
        "figures", "tasks", "Gửi số liệu tiêu thụ điện năm",
        {
            "covered": "{unit} tổng hợp số liệu tiêu thụ điện cả năm, gửi Sở Công Thương trước ngày 18/12/2025.",
            "later": "{unit} gửi Sở Công Thương số liệu tiêu thụ điện năm 2025 trước ngày 15/01/2026.",
        },
    ),
    Duty(
        "energy-audit", "tasks", "tổ chức kiểm toán năng lượng",
        {"covered": "{unit} tổ chức kiểm toán năng lượng ở các cơ sở sử dụng năng lượng trọng điểm trong tháng "
        "11/2025."},
        of=(CONG_THUONG.id,),
    ),
    Duty(
        "cabinets", "tasks", "lắp tủ điều khiển tự động cho đèn đường",
        {"covered": "{unit} lắp đặt tủ điều khiển tự động cho hệ thống đèn đường đô thị xong trước ngày 31/5/2026."},
        of=(XAY_DUNG.id,),
    ),
    Duty(
        "roofs", "tasks", "khảo sát lắp điện mặt trời mái nhà",
        {
            "covered": "{unit} khảo sát khả năng lắp điện mặt trời mái nhà tại các bệnh viện công trước ngày "
            "20/10/2025.",
            "later": "{unit} khảo sát lắp điện mặt trời mái nhà tại bệnh viện công trước ngày 28/02/2026.",
        },
        of=(Y_TE.id,),
    ),
)  # fmt: skip

CITE = Cited("Chỉ thị số 08/CT-UBND ngày 11/8/2025 của Ủy ban nhân dân tỉnh về tăng cường tiết kiệm điện")
OLD_CIVIL_LAW = "Luật Ban hành văn bản quy phạm pháp luật số 80/2015/QH13 ngày 22 tháng 6 năm 2015"

REPLIES = (
    Reply("so-cong-thuong", CONG_THUONG, "201", (2025, 9, 5), CITE, {"led": "again", "energy-audit": "covered"}),
    Reply(
        "so-xay-dung", XAY_DUNG, "150", (2025, 9, 22), CITE,
        {"lights": "later", "cooling": "partly", "led": "named"},
    ),
    Reply(
        "so-noi-vu", NOI_VU, "98", (2025, 9, 10), CITE,
        {"lights": "again", "led": "undated", "saving": "weaker", "figures": "missing"}, frozenset({"funding"}),
    ),
    Reply(
        "so-y-te", Y_TE, "311", (2025, 8, 29), CITE,
        {"led": "later", "cooling": "named", "saving": "again", "roofs": "later", "figures": "later"},
    ),
    Reply(
        "so-tu-phap", TU_PHAP, "77", (2025, 9, 9),
        Cited("Chỉ thị số 80/CT-UBND ngày 11/8/2025 của Ủy ban nhân dân tỉnh về tăng cường tiết kiệm điện", wrong=True),
        {"lights": "missing", "led": "missing", "saving": "named"}, frozenset({"purpose"}), (OLD_CIVIL_LAW,),
        {"80/2015/QH13": "replaced"},
    ),
)  # fmt: skip

FAMILY = Family(
    name="tiet_kiem_dien",
    id="vn/ca-mau/ubnd/chi-thi/2025/8",
    directive=DIRECTIVE,
    issued=(2025, 8, 11),
    due=(2025, 9, 10),
    subject="Tiết kiệm điện giai đoạn 2025 - 2030",
    duties=DUTIES,
    replies=REPLIES,
    bound=(CONG_THUONG.id, XAY_DUNG.id, NOI_VU.id, Y_TE.id, TU_PHAP.id, TAI_CHINH),
    silent=(TAI_CHINH,),
    reports="Cuối mỗi quý, bộ phận đầu mối báo cáo kết quả với lãnh đạo.",
)
