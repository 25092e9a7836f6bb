"""Directive (chỉ thị) of a province on fire safety, 2026: common points, then one point for each lead unit."""

from corpus.audits.family import Cited, Duty, Family, House, Reply, item, letterhead, para
from corpus.plan import Archive, Plan, Recipient, Signer

PROVINCE = ("UBND TỈNH LÂM ĐỒNG",)
UBND = House(
    "vn/lam-dong/ubnd", (), ("ỦY BAN NHÂN DÂN", "TỈNH LÂM ĐỒNG"), "Lâm Đồng", "Ủy ban nhân dân tỉnh", "UBND",
    "Văn phòng", Signer("PHÓ CHỦ TỊCH", "Hà Văn Khải", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")),
)  # fmt: skip
XAY_DUNG = House(
    "vn/lam-dong/so-xay-dung", PROVINCE, ("SỞ XÂY DỰNG",), "Lâm Đồng", "Sở Xây dựng", "SXD",
    "Phòng Quản lý đô thị", Signer("GIÁM ĐỐC", "Lương Thế Hiển"),
)  # fmt: skip
GIAO_DUC = House(
    "vn/lam-dong/so-giao-duc-va-dao-tao", PROVINCE, ("SỞ GIÁO DỤC VÀ ĐÀO TẠO",), "Lâm Đồng",
    "Sở Giáo dục và Đào tạo", "SGDĐT", "Phòng Chính trị tư tưởng", Signer("PHÓ GIÁM ĐỐC", "Tạ Minh Châu", ("KT. GIÁM "
    "ĐỐC",)),
)  # fmt: skip
Y_TE = House(
    "vn/lam-dong/so-y-te", PROVINCE, ("SỞ Y TẾ",), "Lâm Đồng", "Sở Y tế", "SYT",
    "Phòng Nghiệp vụ Y", Signer("GIÁM ĐỐC", "Vũ Thanh Bình"),
)  # fmt: skip
CONG_THUONG = "vn/lam-dong/so-cong-thuong"
DON_DUONG = House(
    "vn/lam-dong/xa-don-duong/ubnd", ("TỈNH LÂM ĐỒNG",), ("ỦY BAN NHÂN DÂN", "XÃ ĐƠN DƯƠNG"), "Đơn Dương",
    "Ủy ban nhân dân xã", "UBND", "Phòng Kinh tế", Signer("CHỦ TỊCH", "Đỗ Bình Long", ("TM. ỦY BAN NHÂN DÂN",)),
)  # fmt: skip
TRAM = House(
    "vn/lam-dong/trung-tam-cap-cuu", ("SỞ Y TẾ TỈNH LÂM ĐỒNG",), ("TRUNG TÂM CẤP CỨU",), "Lâm Đồng",
    "Trung tâm Cấp cứu", "TTCC", "Phòng Hành chính", Signer("GIÁM ĐỐC", "Ngô Đình Sang"),
)  # fmt: skip

DIRECTIVE = Plan(
    letterhead=letterhead(UBND, "05", "CT", (2026, 1, 12)),
    doc_type="chỉ thị",
    type_line="CHỈ THỊ",
    title=("Về việc tăng cường phòng cháy, chữa cháy tại trụ sở và khu dân cư mùa khô năm 2026",),
    opening=(
        para(
            "Mùa khô năm nay đến sớm, nguy cơ cháy lan tại khu dân cư và rừng giáp ranh rất cao. Ủy ban nhân dân tỉnh "
            "yêu cầu các cơ quan, địa phương thực hiện các nhiệm vụ sau:"
        ),
    ),
    body=(
        item(
            "1.",
            "Sở Xây dựng, Sở Giáo dục và Đào tạo, Sở Y tế, Sở Công Thương và Ủy ban nhân dân xã Đơn Dương",
            body=(
                item("a)", "Ban hành kế hoạch thực hiện Chỉ thị này trước ngày 06/02/2026."),
                item(
                    "b)",
                    "Rà soát, thay thế toàn bộ đường dây điện cũ, quá tải tại trụ sở làm việc, hoàn thành trước ngày "
                    "30/4/2026.",
                ),
                item("c)", "Tổ chức diễn tập thoát nạn cho người lao động, xong trong quý II/2026."),
                item("d)", "Phấn đấu 100% cán bộ, nhân viên được tập huấn sử dụng bình chữa cháy."),
                item("đ)", "Báo cáo kết quả thực hiện về Ủy ban nhân dân tỉnh trước ngày 15/12/2026."),
            ),
        ),
        item(
            "2.",
            "Sở Xây dựng chủ trì thẩm định điều kiện an toàn của nhà chung cư, nhà trọ cao tầng; công khai danh sách "
            "công trình chưa đạt trước ngày 31/5/2026.",
        ),
        item(
            "3.",
            "Sở Giáo dục và Đào tạo đưa kỹ năng thoát hiểm vào tiết sinh hoạt ngoại khóa của học sinh phổ thông trước "
            "ngày 15/9/2026.",
        ),
        item(
            "4.",
            "Sở Y tế bố trí kíp cấp cứu bỏng trực 24 giờ tại các bệnh viện, hoàn thành trước ngày 01/3/2026.",
        ),
        item(
            "5.", "Sở Công Thương kiểm tra kho chứa khí hóa lỏng, xử lý dứt điểm cơ sở không phép trước ngày 30/6/2026."
        ),
        item(
            "6.",
            "Ủy ban nhân dân xã Đơn Dương phát dọn đường băng cản lửa giáp rừng thông, lập tổ tuần tra ban đêm trước "
            "ngày 20/02/2026.",
        ),
    ),
    closing=(para("Yêu cầu các cơ quan, địa phương nghiêm túc triển khai thực hiện Chỉ thị này./."),),
    signers=(UBND.signer,),
    recipients=(
        Recipient("Bộ Công an", "để b/c"),
        Recipient("Thường trực Tỉnh ủy", "để b/c"),
        Recipient("Các cơ quan nêu tại Chỉ thị", "để t/h"),
        Recipient("Cổng Thông tin điện tử tỉnh", "để đăng tải"),
    ),
    archive=Archive(("VT", "NC")),
)

DUTIES = (
    Duty(
        "wires", "tasks", "Rà soát, thay thế toàn bộ đường dây điện cũ",
        {
            "covered": "{unit} chủ trì rà soát, thay thế toàn bộ đường dây điện cũ, quá tải tại trụ sở cơ quan, xong "
            "trước ngày 15/4/2026.",
            "again": "{unit} kiểm tra và thay thế tất cả đường dây điện cũ, quá tải trong trụ sở làm việc, hoàn "
            "thành trước ngày 30/4/2026.",
            "undated": "{unit} chủ trì rà soát, thay thế toàn bộ đường dây điện cũ, quá tải tại trụ sở cơ quan.",
            "later": "{unit} chủ trì rà soát, thay thế đường dây điện cũ, quá tải tại trụ sở làm việc, hoàn thành "
            "trước ngày 30/9/2026.",
            "named": "Quan tâm vấn đề đường dây điện cũ tại trụ sở.",
        },
    ),
    Duty(
        "drill", "tasks", "Tổ chức diễn tập thoát nạn",
        {
            "covered": "{unit} chủ trì tổ chức diễn tập thoát nạn cho toàn thể người lao động, xong trong quý II/2026.",
            "again": "{unit} tổ chức một buổi diễn tập thoát nạn cho người lao động vào ngày 20/5/2026.",
            "undated": "{unit} chủ trì tổ chức diễn tập thoát nạn cho người lao động.",
            "later": "{unit} tổ chức diễn tập thoát nạn cho người lao động, xong trong quý IV/2026.",
            "named": "Nâng cao nhận thức về diễn tập thoát nạn.",
        },
    ),
    Duty(
        "training", "targets", "100% cán bộ, nhân viên được tập huấn",
        {
            "covered": "100% cán bộ, nhân viên được tập huấn cách dùng bình chữa cháy.",
            "again": "Phấn đấu 100% cán bộ, nhân viên của đơn vị được tập huấn sử dụng bình chữa cháy.",
            "weaker": "Phấn đấu ít nhất 70% cán bộ, nhân viên được tập huấn sử dụng bình chữa cháy.",
            "named": "Khuyến khích cán bộ, nhân viên tham gia tập huấn sử dụng bình chữa cháy.",
        },
    ),
    Duty(
        "report", "tasks", "Báo cáo kết quả thực hiện về Ủy ban nhân dân tỉnh",
        {
            "covered": "{unit} tổng hợp, báo cáo kết quả thực hiện về Ủy ban nhân dân tỉnh trước ngày 10/12/2026.",
            "again": "{unit} tham mưu văn bản báo cáo kết quả thực hiện gửi Ủy ban nhân dân tỉnh trước ngày "
            "15/12/2026.",
            "undated": "{unit} tổng hợp, báo cáo kết quả thực hiện về Ủy ban nhân dân tỉnh.",
            "later": "{unit} tổng hợp, báo cáo kết quả thực hiện về Ủy ban nhân dân tỉnh trước ngày 31/01/2027.",
        },
    ),
    Duty(
        "towers", "tasks", "Sở Xây dựng chủ trì thẩm định điều kiện an toàn",
        {
            "covered": "{unit} chủ trì thẩm định điều kiện an toàn của nhà chung cư, nhà trọ cao tầng và công khai "
            "danh sách "
            "công trình chưa đạt trước ngày 31/5/2026.",
            "partly": "{unit} chủ trì thẩm định điều kiện an toàn của nhà chung cư trước ngày 31/5/2026.",
        },
        of=(XAY_DUNG.id,),
    ),
    Duty(
        "skills", "tasks", "Sở Giáo dục và Đào tạo đưa kỹ năng thoát hiểm",
        {
            "covered": "{unit} hướng dẫn các trường đưa kỹ năng thoát hiểm vào tiết sinh hoạt ngoại khóa của học "
            "sinh phổ thông "
            "trước ngày 05/9/2026.",
            "named": "Chú trọng kỹ năng thoát hiểm của học sinh.",
        },
        of=(GIAO_DUC.id,),
    ),
    Duty(
        "burns", "tasks", "Sở Y tế bố trí kíp cấp cứu bỏng",
        {
            "covered": "{unit} bố trí kíp cấp cứu bỏng trực 24 giờ tại các bệnh viện, xong trước ngày 01/3/2026.",
            "later": "{unit} bố trí kíp cấp cứu bỏng trực 24 giờ tại các bệnh viện, hoàn thành trước ngày 30/6/2026.",
        },
        of=(Y_TE.id,),
    ),
    Duty("gas", "tasks", "Sở Công Thương kiểm tra kho chứa khí hóa lỏng", {}, of=(CONG_THUONG,)),
    Duty(
        "firebreak", "tasks", "phát dọn đường băng cản lửa",
        {
            "covered": "{unit} chủ trì phát dọn đường băng cản lửa giáp rừng thông, lập tổ tuần tra ban đêm trước "
            "ngày 20/02/2026.",
            "partly": "{unit} chủ trì lập tổ tuần tra ban đêm trước ngày 20/02/2026.",
        },
        of=(DON_DUONG.id,),
    ),
)  # fmt: skip

CITE = Cited("Chỉ thị số 05/CT-UBND ngày 12/01/2026 của Ủy ban nhân dân tỉnh về tăng cường phòng cháy, chữa cháy")
OLD_GOVERNMENT_LAW = "Luật Tổ chức chính quyền địa phương số 77/2015/QH13 ngày 19 tháng 6 năm 2015"

REPLIES = (
    Reply("so-xay-dung", XAY_DUNG, "31", (2026, 1, 30), CITE, {"wires": "again", "towers": "partly"}),
    Reply(
        "so-giao-duc", GIAO_DUC, "112", (2026, 2, 25), CITE,
        {"wires": "later", "drill": "again", "training": "weaker", "skills": "covered"},
    ),
    Reply(
        "so-y-te", Y_TE, "77", (2026, 2, 5), CITE,
        {"wires": "missing", "training": "again", "burns": "later", "report": "again"}, frozenset({"funding"}),
    ),
    Reply(
        "xa-don-duong", DON_DUONG, "18", (2026, 2, 4), CITE,
        {"wires": "named", "drill": "missing", "training": "named", "report": "missing", "firebreak": "partly"},
        frozenset({"reporting"}), (OLD_GOVERNMENT_LAW,), {"77/2015/QH13": "replaced"},
    ),
    Reply(
        "trung-tam-cap-cuu", TRAM, "09", (2026, 2, 20),
        Cited("Kế hoạch số 77/KH-SYT ngày 05/02/2026 của Sở Y tế về phòng cháy, chữa cháy"),
        {"wires": "undated", "drill": "undated", "training": "covered", "report": "undated"},
        frozenset({"deadlines"}), via="so-y-te",
    ),
)  # fmt: skip

OTHER = Plan(
    letterhead=letterhead(Y_TE, "12", "KH", (2026, 1, 20)),
    doc_type="kế hoạch",
    type_line="KẾ HOẠCH",
    title=("Phòng, chống dịch sởi năm 2026",),
    opening=(
        para("Thực hiện Kế hoạch số 03/KH-UBND ngày 06/01/2026 của Ủy ban nhân dân tỉnh, Sở Y tế ban hành Kế hoạch:"),
    ),
    body=(item("1.", "Phòng Nghiệp vụ Y tổ chức tiêm vét vắc xin sởi xong trước ngày 30/4/2026."),),
    signers=(Y_TE.signer,),
    archive=Archive(("VT",)),
)

FAMILY = Family(
    name="phong_chay",
    id="vn/lam-dong/ubnd/chi-thi/2026/5",
    directive=DIRECTIVE,
    issued=(2026, 1, 12),
    due=(2026, 2, 6),
    subject="Thực hiện phòng cháy, chữa cháy tại trụ sở và khu dân cư mùa khô năm 2026",
    duties=DUTIES,
    replies=REPLIES,
    bound=(XAY_DUNG.id, GIAO_DUC.id, Y_TE.id, CONG_THUONG, DON_DUONG.id),
    silent=(CONG_THUONG,),
    others=(("dich-soi", OTHER),),
)
