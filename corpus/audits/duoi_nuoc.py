"""Directive (chỉ thị) of a province on drowning, 2026: communes are bound as a group, one department by name."""

from corpus.audits.family import Cited, Duty, Family, House, Reply, item, letterhead, para
from corpus.plan import Archive, Plan, Recipient, Signer

UBND = House(
    "vn/dong-thap/ubnd", (), ("ỦY BAN NHÂN DÂN", "TỈNH ĐỒNG THÁP"), "Đồng Tháp", "Ủy ban nhân dân tỉnh", "UBND",
    "Văn phòng", Signer("PHÓ CHỦ TỊCH", "Huỳnh Minh Thức", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")),
)  # fmt: skip


def _commune(slug: str, kind: str, name: str, chair: str) -> House:
    return House(
        f"vn/dong-thap/{kind}-{slug}/ubnd".replace("phường", "phuong").replace("xã", "xa"),
        ("TỈNH ĐỒNG THÁP",), ("ỦY BAN NHÂN DÂN", f"{kind} {name}".upper()), name, f"Ủy ban nhân dân {kind}", "UBND",
        "Phòng Văn hóa - Xã hội", Signer("CHỦ TỊCH", chair, ("TM. ỦY BAN NHÂN DÂN",)),
    )  # fmt: skip


CAO_LANH = _commune("cao-lanh", "phường", "Cao Lãnh", "Lê Thị Diễm")
MY_THO = _commune("my-tho", "phường", "Mỹ Tho", "Phan Văn Hậu")
TAN_HONG = _commune("tan-hong", "xã", "Tân Hồng", "Nguyễn Thành Út")
LAP_VO = _commune("lap-vo", "xã", "Lấp Vò", "Trần Kim Ngân")
VAN_HOA = House(
    "vn/dong-thap/so-van-hoa-the-thao-va-du-lich", ("UBND TỈNH ĐỒNG THÁP",), ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH",),
    "Đồng Tháp", "Sở Văn hóa, Thể thao và Du lịch", "SVHTTDL", "Phòng Quản lý thể dục thể thao",
    Signer("GIÁM ĐỐC", "Đặng Quốc Phong"),
)  # fmt: skip
GIAO_DUC = "vn/dong-thap/so-giao-duc-va-dao-tao"

DIRECTIVE = Plan(
    letterhead=letterhead(UBND, "11", "CT", (2026, 3, 3)),
    doc_type="chỉ thị",
    type_line="CHỈ THỊ",
    title=("Về việc phòng, chống đuối nước cho trẻ em mùa lũ năm 2026",),
    opening=(para("Ủy ban nhân dân tỉnh chỉ thị các cơ quan, địa phương thực hiện các nội dung sau:"),),
    body=(
        item(
            "1.",
            "Sở Văn hóa, Thể thao và Du lịch và Ủy ban nhân dân các xã, phường mở lớp dạy bơi miễn phí cho học sinh "
            "tiểu học, khai giảng trước ngày 01/6/2026.",
        ),
        item(
            "2.",
            "Ủy ban nhân dân các xã, phường cắm biển cảnh báo, rào chắn các hố sâu ven kênh; hoàn thành trước ngày "
            "30/4/2026.",
        ),
        item(
            "3.",
            "Ủy ban nhân dân các xã, phường trang bị áo phao cho bến đò ngang, kiểm tra hằng tuần trong mùa lũ.",
        ),
        item("4.", "Phấn đấu giảm ít nhất 30% số vụ đuối nước trẻ em so với năm 2025."),
        item(
            "5.",
            "Sở Văn hóa, Thể thao và Du lịch chủ trì tập huấn cứu hộ cho huấn luyện viên, cấp chứng nhận trước ngày "
            "20/5/2026.",
        ),
        item(
            "6.",
            "Sở Giáo dục và Đào tạo rà soát học sinh chưa biết bơi, gửi danh sách cho địa phương trước ngày 10/4/2026.",
        ),
        item(
            "7.",
            "Các cơ quan, địa phương xây dựng kế hoạch cụ thể để thực hiện Chỉ thị này, hoàn thành chậm nhất ngày "
            "25/3/2026; báo cáo sơ kết trước ngày 31/10/2026.",
        ),
    ),
    signers=(UBND.signer,),
    recipients=(
        Recipient("Thường trực Hội đồng nhân dân tỉnh", "để báo cáo"),
        Recipient("Sở Văn hóa, Thể thao và Du lịch; Sở Giáo dục và Đào tạo", "để thực hiện"),
        Recipient("UBND các xã, phường", "để thực hiện"),
    ),
    archive=Archive(("VT", "KGVX")),
)

WARDS = (CAO_LANH.id, MY_THO.id, TAN_HONG.id, LAP_VO.id)
DUTIES = (
    Duty(
        "swim", "tasks", "mở lớp dạy bơi miễn phí",
        {
            "covered": "{unit} phối hợp nhà trường mở lớp dạy bơi không thu phí cho học sinh tiểu học, khai giảng ngày "
            "25/5/2026.",
            "again": "Giao {unit} mở các lớp dạy bơi miễn phí cho học sinh bậc tiểu học trước ngày 01/6/2026.",
            "later": "{unit} mở lớp dạy bơi miễn phí cho học sinh tiểu học, khai giảng trước ngày 15/7/2026.",
            "undated": "{unit} chủ trì mở lớp dạy bơi miễn phí cho học sinh tiểu học trong dịp hè.",
            "named": "Khuyến khích việc dạy bơi cho học sinh tiểu học.",
        },
        of=(VAN_HOA.id, *WARDS),
    ),
    Duty(
        "signs", "tasks", "cắm biển cảnh báo, rào chắn các hố sâu",
        {
            "covered": "{unit} chủ trì cắm biển cảnh báo, rào chắn mọi hố sâu ven kênh, xong trước ngày 20/4/2026.",
            "again": "Giao {unit} cùng các ấp lắp biển cảnh báo, rào chắn hố sâu dọc kênh trước ngày 30/4/2026.",
            "partly": "{unit} chủ trì cắm biển cảnh báo tại bến sông trước ngày 25/4/2026.",
            "later": "{unit} cắm biển cảnh báo, rào chắn các hố sâu ven kênh trước ngày 30/6/2026.",
        },
        of=WARDS,
    ),
    Duty(
        "vests", "tasks", "trang bị áo phao cho bến đò ngang",
        {
            "covered": "{unit} trang bị áo phao cho các bến đò ngang và kiểm tra hằng tuần suốt mùa lũ.",
            "named": "Lưu ý vấn đề áo phao ở bến đò.",
        },
        of=WARDS,
    ),
    Duty(
        "fewer", "targets", "giảm ít nhất 30% số vụ đuối nước",
        {
            "covered": "Giảm tối thiểu 30% số vụ đuối nước trẻ em so với năm trước.",
            "again": "Phấn đấu giảm ít nhất 35% số vụ đuối nước ở trẻ em.",
            "weaker": "Phấn đấu giảm ít nhất 10% số vụ đuối nước trẻ em so với năm 2025.",
            "named": "Kéo giảm số vụ đuối nước trẻ em.",
        },
    ),
    Duty(
        "rescue", "tasks", "tập huấn cứu hộ cho huấn luyện viên",
        {"covered": "{unit} tập huấn cứu hộ và cấp chứng nhận cho huấn luyện viên trước ngày 15/5/2026."},
        of=(VAN_HOA.id,),
    ),
    Duty("census", "tasks", "rà soát học sinh chưa biết bơi", {}, of=(GIAO_DUC,)),
    Duty(
        "review", "tasks", "báo cáo sơ kết trước ngày 31/10/2026",
        {
            "covered": "{unit} tham mưu báo cáo sơ kết gửi Ủy ban nhân dân tỉnh trước ngày 25/10/2026.",
            "later": "{unit} tham mưu báo cáo sơ kết gửi Ủy ban nhân dân tỉnh trước ngày 20/12/2026.",
        },
    ),
)  # fmt: skip

CITE = Cited("Chỉ thị số 11/CT-UBND ngày 03/3/2026 của Ủy ban nhân dân tỉnh về phòng, chống đuối nước cho trẻ em")
OLD_CHILD_PLAN = "Luật Ngân sách nhà nước số 83/2015/QH13 ngày 25 tháng 6 năm 2015"

REPLIES = (
    Reply("so-van-hoa", VAN_HOA, "44", (2026, 3, 20), CITE, {"swim": "again", "fewer": "again"}),
    Reply("phuong-cao-lanh", CAO_LANH, "29", (2026, 3, 25), CITE, {"signs": "again", "vests": "named"}),
    Reply(
        "phuong-my-tho", MY_THO, "35", (2026, 4, 14), CITE,
        {"swim": "later", "signs": "partly", "fewer": "weaker", "review": "later"}, frozenset({"purpose"}),
    ),
    Reply(
        "xa-tan-hong", TAN_HONG, "17", (2026, 3, 24),
        Cited("Chỉ thị số 11/CT-UBND ngày 13/3/2026 của Ủy ban nhân dân tỉnh về phòng, chống đuối nước", wrong=True),
        {"swim": "named", "vests": "missing", "fewer": "named", "review": "missing"},
        frozenset({"reporting", "funding"}), (OLD_CHILD_PLAN,), {"83/2015/QH13": "replaced"},
    ),
    Reply(
        "xa-lap-vo", LAP_VO, "22", (2026, 3, 30), CITE,
        {"swim": "undated", "signs": "later", "fewer": "missing", "vests": "covered"},
    ),
)  # fmt: skip

FAMILY = Family(
    name="duoi_nuoc",
    id="vn/dong-thap/ubnd/chi-thi/2026/11",
    directive=DIRECTIVE,
    issued=(2026, 3, 3),
    due=(2026, 3, 25),
    subject="Phòng, chống đuối nước cho trẻ em mùa lũ năm 2026",
    duties=DUTIES,
    replies=REPLIES,
    bound=(VAN_HOA.id, GIAO_DUC, *WARDS),
    silent=(GIAO_DUC,),
)
