"""Plan (kế hoạch) of a province on plastic waste, 2025: departments are bound as a group, a city by name."""

from corpus.audits.family import Cited, Duty, Family, House, Reply, dash, head, item, letterhead, para
from corpus.plan import Archive, Plan, Recipient, Signer

PROVINCE = ("UBND TỈNH QUẢNG NINH",)
UBND = House(
    "vn/quang-ninh/ubnd", (), ("ỦY BAN NHÂN DÂN", "TỈNH QUẢNG NINH"), "Quảng Ninh", "Ủy ban nhân dân tỉnh", "UBND",
    "Văn phòng", Signer("CHỦ TỊCH", "Bùi Quang Thịnh", ("TM. ỦY BAN NHÂN DÂN",)),
)  # fmt: skip
MOI_TRUONG = House(
    "vn/quang-ninh/so-nong-nghiep-va-moi-truong", PROVINCE, ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",), "Quảng Ninh",
    "Sở Nông nghiệp và Môi trường", "SNNMT", "Chi cục Bảo vệ môi trường", Signer("GIÁM ĐỐC", "Đoàn Trọng Nghĩa"),
)  # fmt: skip
CONG_THUONG = House(
    "vn/quang-ninh/so-cong-thuong", PROVINCE, ("SỞ CÔNG THƯƠNG",), "Quảng Ninh", "Sở Công Thương", "SCT",
    "Phòng Quản lý thương mại", Signer("PHÓ GIÁM ĐỐC", "Mai Thị Hường", ("KT. GIÁM ĐỐC",)),
)  # fmt: skip
GIAO_DUC = House(
    "vn/quang-ninh/so-giao-duc-va-dao-tao", PROVINCE, ("SỞ GIÁO DỤC VÀ ĐÀO TẠO",), "Quảng Ninh",
    "Sở Giáo dục và Đào tạo", "SGDĐT", "Văn phòng Sở", Signer("GIÁM ĐỐC", "Nguyễn Hải Đăng"),
)  # fmt: skip
TAI_CHINH = "vn/quang-ninh/so-tai-chinh"
HA_LONG = House(
    "vn/quang-ninh/thanh-pho-ha-long/ubnd", ("TỈNH QUẢNG NINH",), ("ỦY BAN NHÂN DÂN", "THÀNH PHỐ HẠ LONG"), "Hạ Long",
    "Ủy ban nhân dân thành phố", "UBND", "Phòng Kinh tế", Signer("CHỦ TỊCH", "Phạm Đức Lâm", ("TM. ỦY BAN NHÂN DÂN",)),
)  # fmt: skip
DAM_HA = House(
    "vn/quang-ninh/huyen-dam-ha/ubnd", ("TỈNH QUẢNG NINH",), ("ỦY BAN NHÂN DÂN", "HUYỆN ĐẦM HÀ"), "Đầm Hà",
    "Ủy ban nhân dân huyện", "UBND", "Phòng Tài chính - Kế hoạch",
    Signer("CHỦ TỊCH", "Hoàng Văn Diện", ("TM. ỦY BAN NHÂN DÂN",)),
)  # fmt: skip
BAI_CHAY = House(
    "PHÒNG KINH TẾ", ("ỦY BAN NHÂN DÂN THÀNH PHỐ HẠ LONG",), ("PHÒNG KINH TẾ",),
    "Hạ Long", "Phòng Kinh tế", "KT", "Bộ phận Môi trường", Signer("TRƯỞNG PHÒNG", "Vũ Đình Toản"),
)  # fmt: skip

DIRECTIVE = Plan(
    letterhead=letterhead(UBND, "45", "KH", (2025, 3, 18)),
    doc_type="kế hoạch",
    type_line="KẾ HOẠCH",
    title=("Giảm thiểu rác thải nhựa ven biển giai đoạn 2025 - 2027",),
    opening=(para("Ủy ban nhân dân tỉnh ban hành Kế hoạch giảm thiểu rác thải nhựa ven biển như sau:"),),
    body=(
        head(
            "I.",
            "MỤC ĐÍCH, YÊU CẦU",
            head("1.", "Mục đích", dash("Giữ sạch bãi tắm, luồng lạch và vùng nuôi hàu.")),
            head(
                "2.",
                "Yêu cầu",
                dash("Mỗi cơ quan chọn một tuyến bờ biển để nhận chăm sóc lâu dài."),
                dash("Hội nghị, hội thảo dùng bình nước lớn thay chai nhựa nhỏ."),
            ),
        ),
        head(
            "II.",
            "CHỈ TIÊU ĐẾN NĂM 2027",
            dash("Thu gom tối thiểu 95% phao xốp hỏng trên mặt nước."),
            dash("Ít nhất 60% chợ dân sinh có điểm đổi túi vải."),
        ),
        head(
            "III.",
            "NHIỆM VỤ CHUNG",
            item(
                "1.",
                "Các sở, ban, ngành và Ủy ban nhân dân thành phố Hạ Long, Ủy ban nhân dân huyện Đầm Hà ban hành kế "
                "hoạch "
                "thực hiện trước ngày 15/4/2025.",
            ),
            item(
                "2.",
                "Các sở, ban, ngành và Ủy ban nhân dân thành phố Hạ Long, Ủy ban nhân dân huyện Đầm Hà tổ chức ngày "
                "Chủ "
                "nhật nhặt rác bãi triều, bắt đầu trước ngày 01/6/2025.",
            ),
            item(
                "3.",
                "Các sở, ban, ngành và Ủy ban nhân dân thành phố Hạ Long, Ủy ban nhân dân huyện Đầm Hà gửi báo cáo "
                "năm về "
                "Sở Nông nghiệp và Môi trường trước ngày 30/11/2025.",
            ),
        ),
        head(
            "IV.",
            "PHÂN CÔNG CỤ THỂ",
            item(
                "1.",
                "Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Sở Tài chính lập bản đồ điểm nóng rác trôi nổi, "
                "công "
                "bố trước ngày 30/9/2025.",
            ),
            item(
                "2.",
                "Sở Công Thương vận động siêu thị ngừng phát túi ni lông miễn phí; ký cam kết với tiểu thương trước "
                "ngày "
                "31/7/2025.",
            ),
            item(
                "3.",
                "Sở Giáo dục và Đào tạo thí điểm cổng trường không chai nhựa tại 20 trường ven biển trước ngày "
                "05/9/2025.",
            ),
            item(
                "4.",
                "Ủy ban nhân dân thành phố Hạ Long lắp lưới chắn rác tại các cửa cống ra vịnh trước ngày 31/8/2025.",
            ),
            item(
                "5.",
                "Ủy ban nhân dân huyện Đầm Hà hỗ trợ ngư dân thay phao xốp bằng phao bền, xong trước ngày 31/12/2025.",
            ),
        ),
    ),
    closing=(para("Yêu cầu các đơn vị nghiêm túc triển khai thực hiện./."),),
    signers=(UBND.signer,),
    recipients=(
        Recipient("Bộ Nông nghiệp và Môi trường", "để b/c"),
        Recipient("Các sở, ban, ngành", "để t/h"),
        Recipient("UBND thành phố Hạ Long, UBND huyện Đầm Hà", "để t/h"),
        Recipient("Báo Quảng Ninh", "để đưa tin"),
    ),
    archive=Archive(("VT", "MT")),
)

DUTIES = (
    Duty(
        "shore", "requirements", "Mỗi cơ quan chọn một tuyến bờ biển",
        {
            "covered": "Cơ quan chọn một tuyến bờ biển để nhận chăm sóc lâu dài.",
            "again": "Mỗi đơn vị trực thuộc nhận chăm sóc lâu dài một tuyến bờ biển.",
        },
    ),
    Duty(
        "bottles", "requirements", "Hội nghị, hội thảo dùng bình nước lớn",
        {
            "covered": "Mọi hội nghị, hội thảo dùng bình nước lớn thay cho chai nhựa nhỏ.",
            "again": "Dùng bình nước lớn thay chai nhựa nhỏ trong hội nghị, hội thảo.",
        },
    ),
    Duty(
        "floats", "targets", "Thu gom tối thiểu 95% phao xốp hỏng",
        {
            "covered": "Thu gom tối thiểu 95% phao xốp hỏng trên mặt nước.",
            "again": "Phấn đấu thu gom ít nhất 97% phao xốp hỏng trên mặt nước.",
            "weaker": "Thu gom tối thiểu 75% phao xốp hỏng trên mặt nước.",
            "named": "Tăng cường thu gom phao xốp hỏng trên mặt nước.",
        },
    ),
    Duty(
        "bags", "targets", "Ít nhất 60% chợ dân sinh",
        {
            "covered": "Ít nhất 60% chợ dân sinh có điểm đổi túi vải.",
            "weaker": "Phấn đấu 40% chợ dân sinh có điểm đổi túi vải.",
        },
    ),
    Duty(
        "sunday", "tasks", "tổ chức ngày Chủ nhật nhặt rác bãi triều",
        {
            "covered": "{unit} chủ trì tổ chức ngày Chủ nhật nhặt rác bãi triều, bắt đầu trước ngày 25/5/2025.",
            "again": "{unit} phát động và tổ chức ngày Chủ nhật nhặt rác bãi triều từ ngày 18/5/2025.",
            "undated": "{unit} chủ trì tổ chức ngày Chủ nhật nhặt rác bãi triều.",
            "later": "{unit} chủ trì tổ chức ngày Chủ nhật nhặt rác bãi triều, bắt đầu trước ngày 01/10/2025.",
            "named": "Hưởng ứng phong trào nhặt rác bãi triều.",
        },
    ),
    Duty(
        "yearly", "tasks", "gửi báo cáo năm về Sở Nông nghiệp và Môi trường",
        {
            "covered": "{unit} tổng hợp, gửi báo cáo năm về Sở Nông nghiệp và Môi trường trước ngày 25/11/2025.",
            "later": "{unit} tổng hợp, gửi báo cáo năm về Sở Nông nghiệp và Môi trường trước ngày 20/01/2026.",
        },
    ),
    Duty(
        "map", "tasks", "lập bản đồ điểm nóng rác trôi nổi",
        {"covered": "{unit} lập bản đồ điểm nóng rác trôi nổi, trình công bố trước ngày 15/9/2025."},
        of=(MOI_TRUONG.id,),
    ),
    Duty(
        "shops", "tasks", "vận động siêu thị ngừng phát túi ni lông",
        {
            "covered": "{unit} vận động siêu thị ngừng phát túi ni lông miễn phí và ký cam kết với tiểu thương trước "
            "ngày 15/7/2025.",
            "partly": "{unit} vận động siêu thị ngừng phát túi ni lông miễn phí.",
        },
        of=(CONG_THUONG.id,),
    ),
    Duty(
        "schools", "tasks", "thí điểm cổng trường không chai nhựa",
        {
            "covered": "{unit} thí điểm cổng trường không chai nhựa tại 20 trường ven biển trước ngày 05/9/2025.",
            "later": "{unit} thí điểm cổng trường không chai nhựa tại 20 trường ven biển trước ngày 31/12/2025.",
        },
        of=(GIAO_DUC.id,),
    ),
    Duty(
        "nets", "tasks", "lắp lưới chắn rác tại các cửa cống",
        {"covered": "{unit} chủ trì lắp lưới chắn rác tại các cửa cống ra vịnh trước ngày 20/8/2025."},
        of=(HA_LONG.id,),
    ),
    Duty("fishers", "tasks", "hỗ trợ ngư dân thay phao xốp", {}, of=(DAM_HA.id,)),
)  # fmt: skip

CITE = Cited("Kế hoạch số 45/KH-UBND ngày 18/3/2025 của Ủy ban nhân dân tỉnh về giảm thiểu rác thải nhựa ven biển")
WRONG_NUMBER = Cited(
    "Kế hoạch số 54/KH-UBND ngày 18/3/2025 của Ủy ban nhân dân tỉnh về giảm thiểu rác thải nhựa ven biển", wrong=True
)
OLD_LANDS = "Luật Đất đai số 45/2013/QH13 ngày 29 tháng 11 năm 2013"

REPLIES = (
    Reply(
        "so-moi-truong", MOI_TRUONG, "88", (2025, 4, 8), CITE,
        {"shore": "again", "floats": "again", "sunday": "again", "yearly": "missing"}, frozenset({"reporting"}),
    ),
    Reply(
        "so-cong-thuong", CONG_THUONG, "52", (2025, 4, 10), WRONG_NUMBER,
        {"bottles": "missing", "bags": "weaker", "floats": "named", "shops": "partly", "yearly": "later"},
        bases=(OLD_LANDS,), outdated={"45/2013/QH13": "replaced"},
    ),
    Reply(
        "so-giao-duc", GIAO_DUC, "120", (2025, 5, 6), CITE,
        {"floats": "missing", "bags": "missing", "schools": "later", "sunday": "undated"}, frozenset({"funding"}),
    ),
    Reply(
        "thanh-pho-ha-long", HA_LONG, "66", (2025, 4, 15), CITE,
        {"floats": "weaker", "bottles": "again", "sunday": "later", "nets": "missing"},
    ),
    Reply(
        "phong-kinh-te", BAI_CHAY, "07", (2025, 4, 29),
        Cited("Kế hoạch số 66/KH-UBND ngày 15/4/2025 của Ủy ban nhân dân thành phố Hạ Long về rác thải nhựa"),
        {"shore": "missing", "floats": "covered", "bags": "missing", "sunday": "named", "yearly": "covered"},
        via="thanh-pho-ha-long",
    ),
)  # fmt: skip

FAMILY = Family(
    name="rac_thai_nhua",
    id="vn/quang-ninh/ubnd/ke-hoach/2025/45",
    directive=DIRECTIVE,
    issued=(2025, 3, 18),
    due=(2025, 4, 15),
    subject="Giảm thiểu rác thải nhựa ven biển năm 2025",
    duties=DUTIES,
    replies=REPLIES,
    bound=(MOI_TRUONG.id, CONG_THUONG.id, GIAO_DUC.id, TAI_CHINH, HA_LONG.id, DAM_HA.id),
    silent=(TAI_CHINH, DAM_HA.id),
)
