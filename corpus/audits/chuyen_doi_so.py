"""Decision (quyết định) of a province with a plan attached, 2024; `Điều 3` names who is bound, districts as a group."""

from corpus.audits.family import Cited, Duty, Family, House, Reply, command, dash, head, item, letterhead, para
from corpus.plan import Annex, Archive, Plan, Recipient, Signer
from corpus.sections import basis

PROVINCE = ("UBND TỈNH NGHỆ AN",)
UBND = House(
    "vn/nghe-an/ubnd", (), ("ỦY BAN NHÂN DÂN", "TỈNH NGHỆ AN"), "Nghệ An", "Ủy ban nhân dân tỉnh", "UBND",
    "Văn phòng", Signer("PHÓ CHỦ TỊCH", "Cao Xuân Lĩnh", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")),
)  # fmt: skip
NOI_VU = House(
    "vn/nghe-an/so-noi-vu", PROVINCE, ("SỞ NỘI VỤ",), "Nghệ An", "Sở Nội vụ", "SNV", "Phòng Cải cách hành chính",
    Signer("GIÁM ĐỐC", "Hồ Viết Đạt"),
)  # fmt: skip
TU_PHAP = House(
    "vn/nghe-an/so-tu-phap", PROVINCE, ("SỞ TƯ PHÁP",), "Nghệ An", "Sở Tư pháp", "STP", "Phòng Hành chính tư pháp",
    Signer("PHÓ GIÁM ĐỐC", "Lê Nhật Quỳnh", ("KT. GIÁM ĐỐC",)),
)  # fmt: skip
Y_TE = "vn/nghe-an/so-y-te"
YEN_THANH = House(
    "vn/nghe-an/huyen-yen-thanh/ubnd", ("TỈNH NGHỆ AN",), ("ỦY BAN NHÂN DÂN", "HUYỆN YÊN THÀNH"), "Yên Thành",
    "Ủy ban nhân dân huyện", "UBND", "Phòng Văn hóa và Thông tin",
    Signer("CHỦ TỊCH", "Trần Đức Khôi", ("TM. ỦY BAN NHÂN DÂN",)),
)  # fmt: skip
QUY_HOP = House(
    "vn/nghe-an/huyen-quy-hop/ubnd", ("TỈNH NGHỆ AN",), ("ỦY BAN NHÂN DÂN", "HUYỆN QUỲ HỢP"), "Quỳ Hợp",
    "Ủy ban nhân dân huyện", "UBND", "Phòng Nội vụ", Signer("CHỦ TỊCH", "Phan Hữu Tín", ("TM. ỦY BAN NHÂN DÂN",)),
)  # fmt: skip
CON_CUONG = House(
    "vn/nghe-an/huyen-con-cuong/ubnd", ("TỈNH NGHỆ AN",), ("ỦY BAN NHÂN DÂN", "HUYỆN CON CUÔNG"), "Con Cuông",
    "Ủy ban nhân dân huyện", "UBND", "Phòng Nội vụ", Signer("CHỦ TỊCH", "Vi Văn Sơn", ("TM. ỦY BAN NHÂN DÂN",)),
)  # fmt: skip
HOA_THANH = House(
    "ỦY BAN NHÂN DÂN XÃ HOA THÀNH", ("HUYỆN YÊN THÀNH",), ("ỦY BAN NHÂN DÂN", "XÃ HOA THÀNH"), "Hoa Thành",
    "Ủy ban nhân dân xã", "UBND", "Công chức Văn hóa - xã hội",
    Signer("CHỦ TỊCH", "Nguyễn Công Tráng", ("TM. ỦY BAN NHÂN DÂN",)),
)  # fmt: skip

TITLE = "chuyển đổi số trong tiếp nhận, trả kết quả thủ tục hành chính năm 2024"

DIRECTIVE = Plan(
    letterhead=letterhead(UBND, "318", "QĐ", (2024, 1, 22)),
    doc_type="quyết định",
    type_line="QUYẾT ĐỊNH",
    title=(f"Ban hành Kế hoạch {TITLE}",),
    opening=(
        command("ỦY BAN NHÂN DÂN TỈNH"),
        basis("Căn cứ Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023;"),
        command("QUYẾT ĐỊNH:"),
    ),
    body=(
        item("Điều 1.", f"Ban hành kèm theo Quyết định này Kế hoạch {TITLE}."),
        item("Điều 2.", "Quyết định này có hiệu lực kể từ ngày ký."),
        item(
            "Điều 3.",
            "Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc các Sở: Nội vụ, Tư pháp, Y tế; Chủ tịch Ủy ban nhân dân "
            "các "
            "huyện, thành phố, thị xã chịu trách nhiệm thi hành Quyết định này./.",
        ),
    ),
    signers=(UBND.signer,),
    recipients=(Recipient("Như Điều 3"), Recipient("Bộ Nội vụ", "để báo cáo"), Recipient("Lưu trữ tỉnh", "để biết")),
    archive=Archive(("VT", "HCC")),
    annexes=(
        Annex(
            "Kèm theo",
            "KẾ HOẠCH",
            (f"{TITLE[0].upper()}{TITLE[1:]}",),
            ("(Ban hành kèm theo Quyết định số 318/QĐ-UBND ngày 22/01/2024 của Ủy ban nhân dân tỉnh)",),
            (
                head(
                    "I.",
                    "MỤC ĐÍCH, YÊU CẦU",
                    head("1.", "Mục đích", dash("Người dân nộp hồ sơ một lần, theo dõi được ở mọi nơi.")),
                    head(
                        "2.",
                        "Yêu cầu",
                        dash("Không được yêu cầu người dân nộp lại giấy tờ đã có trong cơ sở dữ liệu dân cư."),
                        dash("Công khai số điện thoại đường dây nóng tiếp nhận phản ánh tại bộ phận một cửa."),
                    ),
                ),
                head(
                    "II.",
                    "CHỈ TIÊU",
                    dash("Tối thiểu 85% hồ sơ được tiếp nhận trực tuyến."),
                    dash("100% kết quả giải quyết được số hóa và ký số."),
                    dash("Tỷ lệ hồ sơ trễ hạn không quá 2%."),
                ),
                head(
                    "III.",
                    "NHIỆM VỤ",
                    item(
                        "1.",
                        "Các cơ quan, đơn vị, địa phương niêm yết mã QR tra cứu tiến độ tại bộ phận một cửa, hoàn "
                        "thành "
                        "trước ngày 31/3/2024.",
                    ),
                    item(
                        "2.",
                        "Các cơ quan, đơn vị, địa phương mở tổ hỗ trợ người cao tuổi kê khai điện tử, hoạt động trước "
                        "ngày 15/5/2024.",
                    ),
                ),
                head(
                    "IV.",
                    "TỔ CHỨC THỰC HIỆN",
                    item(
                        "1.",
                        "Sở Nội vụ chấm điểm mức độ hài lòng của từng bộ phận một cửa, công bố xếp hạng trước ngày "
                        "20/11/2024.",
                    ),
                    item("2.", "Sở Tư pháp số hóa sổ hộ tịch lưu trữ giấy, hoàn thành trước ngày 30/9/2024."),
                    item("3.", "Sở Y tế triển khai liên thông giấy chứng sinh điện tử trước ngày 30/6/2024."),
                    item(
                        "4.",
                        "Các sở, ban, ngành và Ủy ban nhân dân các huyện, thành phố, thị xã xây dựng kế hoạch thực "
                        "hiện, "
                        "gửi Sở Nội vụ trước ngày 20/02/2024.",
                    ),
                ),
            ),
        ),
    ),
)

DUTIES = (
    Duty(
        "papers", "requirements", "Không được yêu cầu người dân nộp lại giấy tờ",
        {
            "covered": "Tuyệt đối không yêu cầu người dân nộp lại giấy tờ đã có trong cơ sở dữ liệu dân cư.",
            "again": "Không để người dân phải nộp lại giấy tờ đã có trong cơ sở dữ liệu quốc gia về dân cư.",
        },
    ),
    Duty(
        "hotline", "requirements", "Công khai số điện thoại đường dây nóng",
        {
            "covered": "Công khai số điện thoại đường dây nóng tiếp nhận phản ánh ngay tại bộ phận một cửa.",
            "again": "Bộ phận một cửa phải công khai số điện thoại đường dây nóng tiếp nhận phản ánh.",
        },
    ),
    Duty(
        "online", "targets", "Tối thiểu 85% hồ sơ được tiếp nhận trực tuyến",
        {
            "covered": "Tối thiểu 85% hồ sơ được tiếp nhận trực tuyến.",
            "again": "Phấn đấu ít nhất 90% hồ sơ được tiếp nhận trực tuyến.",
            "weaker": "Phấn đấu ít nhất 60% hồ sơ được tiếp nhận trực tuyến.",
            "named": "Từng bước nâng tỷ lệ hồ sơ tiếp nhận trực tuyến.",
        },
    ),
    Duty(
        "signed", "targets", "100% kết quả giải quyết được số hóa và ký số",
        {
            "covered": "100% kết quả giải quyết được số hóa và ký số.",
            "weaker": "Phấn đấu 80% kết quả giải quyết được số hóa và ký số.",
        },
    ),
    Duty(
        "overdue", "targets", "Tỷ lệ hồ sơ trễ hạn không quá 2%",
        {
            "covered": "Tỷ lệ hồ sơ trễ hạn không quá 2%.",
            "again": "Tỷ lệ hồ sơ trễ hạn không quá 1%.",
            "weaker": "Tỷ lệ hồ sơ trễ hạn không quá 5%.",
        },
    ),
    Duty(
        "code", "tasks", "niêm yết mã QR tra cứu tiến độ",
        {
            "covered": "{unit} chủ trì niêm yết mã QR tra cứu tiến độ tại bộ phận một cửa, hoàn thành trước ngày "
            "15/3/2024.",
            "again": "{unit} in và niêm yết mã QR để tra cứu tiến độ hồ sơ ở bộ phận một cửa, xong trước ngày "
            "31/3/2024.",
            "later": "{unit} chủ trì niêm yết mã QR tra cứu tiến độ tại bộ phận một cửa, hoàn thành trước ngày "
            "31/8/2024.",
            "undated": "{unit} chủ trì niêm yết mã QR tra cứu tiến độ tại bộ phận một cửa.",
        },
    ),
    Duty(
        "elderly", "tasks", "mở tổ hỗ trợ người cao tuổi kê khai điện tử",
        {
            "covered": "{unit} chủ trì mở tổ hỗ trợ người cao tuổi kê khai điện tử, hoạt động trước ngày 10/5/2024.",
            "again": "{unit} thành lập tổ hỗ trợ người cao tuổi kê khai điện tử trước ngày 15/5/2024.",
            "later": "{unit} chủ trì mở tổ hỗ trợ người cao tuổi kê khai điện tử, hoạt động trước ngày 31/10/2024.",
            "undated": "{unit} chủ trì mở tổ hỗ trợ người cao tuổi kê khai điện tử.",
            "named": "Quan tâm đến người cao tuổi khi kê khai điện tử.",
        },
    ),
    Duty(
        "ranking", "tasks", "chấm điểm mức độ hài lòng",
        {
            "covered": "{unit} chấm điểm mức độ hài lòng của từng bộ phận một cửa và công bố xếp hạng trước ngày "
            "15/11/2024.",
            "partly": "{unit} chấm điểm mức độ hài lòng của bộ phận một cửa trước ngày 15/11/2024.",
        },
        of=(NOI_VU.id,),
    ),
    Duty(
        "registers", "tasks", "số hóa sổ hộ tịch lưu trữ giấy",
        {"covered": "{unit} chủ trì số hóa sổ hộ tịch lưu trữ giấy, hoàn thành trước ngày 30/9/2024."},
        of=(TU_PHAP.id,),
    ),
    Duty("births", "tasks", "liên thông giấy chứng sinh điện tử", {}, of=(Y_TE,)),
)  # fmt: skip

CITE = Cited("Quyết định số 318/QĐ-UBND ngày 22/01/2024 của Ủy ban nhân dân tỉnh ban hành Kế hoạch chuyển đổi số")
WRONG_YEAR = Cited(
    "Quyết định số 318/QĐ-UBND ngày 22/02/2023 của Ủy ban nhân dân tỉnh về Kế hoạch chuyển đổi số", wrong=True
)
OLD_BIDDING_LAW = "Luật Đấu thầu số 43/2013/QH13 ngày 26 tháng 11 năm 2013"
OLD_PLAN = "Quyết định số 77/QĐ-UBND ngày 10/02/2022 của Ủy ban nhân dân tỉnh Nghệ An về vận hành bộ phận một cửa"

REPLIES = (
    Reply(
        "so-noi-vu", NOI_VU, "140", (2024, 2, 15), CITE,
        {"papers": "again", "online": "weaker", "overdue": "again", "ranking": "partly", "elderly": "again"},
    ),
    Reply(
        "so-tu-phap", TU_PHAP, "95", (2024, 2, 19), CITE,
        {"hotline": "again", "signed": "weaker", "code": "again", "registers": "missing", "elderly": "missing"},
        frozenset({"purpose"}),
    ),
    Reply(
        "huyen-yen-thanh", YEN_THANH, "61", (2024, 3, 12), CITE,
        {"online": "again", "overdue": "weaker", "code": "later", "elderly": "named", "hotline": "missing"},
        bases=(OLD_BIDDING_LAW,), outdated={"43/2013/QH13": "replaced"},
    ),
    Reply(
        "huyen-quy-hop", QUY_HOP, "27", (2024, 2, 20),
        WRONG_YEAR,
        {"online": "named", "signed": "missing", "code": "undated", "elderly": "undated"},
        frozenset({"lead", "deadlines", "funding", "reporting"}),
        bases=(OLD_PLAN,), outdated={"77/QĐ-UBND": "repealed"},
    ),
    Reply(
        "xa-hoa-thanh", HOA_THANH, "14", (2024, 4, 2),
        Cited("Kế hoạch số 61/KH-UBND ngày 12/3/2024 của Ủy ban nhân dân huyện Yên Thành về chuyển đổi số"),
        {"signed": "covered", "overdue": "missing", "elderly": "later"},
        via="huyen-yen-thanh",
    ),
)  # fmt: skip

REPEALING = Plan(
    letterhead=letterhead(UBND, "1502", "QĐ", (2023, 10, 3)),
    doc_type="quyết định",
    type_line="QUYẾT ĐỊNH",
    title=("Bãi bỏ quy định về vận hành bộ phận một cửa",),
    opening=(command("ỦY BAN NHÂN DÂN TỈNH"), command("QUYẾT ĐỊNH:")),
    body=(
        item("Điều 1.", "Bãi bỏ Quyết định số 77/QĐ-UBND ngày 10/02/2022 của Ủy ban nhân dân tỉnh Nghệ An."),
        item("Điều 2.", "Quyết định này có hiệu lực kể từ ngày ký."),
    ),
    signers=(UBND.signer,),
    archive=Archive(("VT",)),
)

UNRELATED = Plan(
    letterhead=letterhead(CON_CUONG, "33", "KH", (2024, 2, 6)),
    doc_type="kế hoạch",
    type_line="KẾ HOẠCH",
    title=("Trồng cây đầu xuân năm 2024",),
    opening=(para("Ủy ban nhân dân huyện ban hành Kế hoạch như sau:"),),
    body=(item("1.", "Phòng Nội vụ tổ chức ra quân trồng cây trước ngày 25/02/2024."),),
    signers=(CON_CUONG.signer,),
    archive=Archive(("VT",)),
)

FAMILY = Family(
    name="chuyen_doi_so",
    id="vn/nghe-an/ubnd/quyet-dinh/2024/318",
    directive=DIRECTIVE,
    issued=(2024, 1, 22),
    due=(2024, 2, 20),
    subject=f"Thực hiện {TITLE}",
    duties=DUTIES,
    replies=REPLIES,
    bound=(
        "vn/nghe-an/van-phong-ubnd", NOI_VU.id, TU_PHAP.id, Y_TE, YEN_THANH.id, QUY_HOP.id, CON_CUONG.id,
    ),
    silent=("vn/nghe-an/van-phong-ubnd", Y_TE, CON_CUONG.id),
    reports="Cuối mỗi quý, bộ phận đầu mối báo cáo kết quả với lãnh đạo.",
    others=(("bai-bo", REPEALING), ("trong-cay", UNRELATED)),
)  # fmt: skip
