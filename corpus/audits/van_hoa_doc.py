"""Plan (kế hoạch) of a province on reading, 2026: tasks with lead and time below each; plans written freely."""

from corpus.audits.family import Cited, Duty, Family, House, Reply, dash, head, item, letterhead, para
from corpus.plan import Archive, Plan, Recipient, Signer
from corpus.sections import lead, run_in

PROVINCE = ("UBND TỈNH QUẢNG TRỊ",)
CHAIR = ("TM. ỦY BAN NHÂN DÂN",)
UBND = House(
    "vn/quang-tri/ubnd", (), ("ỦY BAN NHÂN DÂN", "TỈNH QUẢNG TRỊ"), "Quảng Trị", "Ủy ban nhân dân tỉnh", "UBND",
    "Văn phòng", Signer("PHÓ CHỦ TỊCH", "Hồ Ngọc Lan", (*CHAIR, "KT. CHỦ TỊCH")),
)  # fmt: skip
VAN_HOA = House(
    "vn/quang-tri/so-van-hoa-the-thao-va-du-lich", PROVINCE, ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH",), "Quảng Trị",
    "Sở Văn hóa, Thể thao và Du lịch", "SVHTTDL", "Phòng Quản lý văn hóa", Signer("GIÁM ĐỐC", "Lê Anh Tùng"),
)  # fmt: skip
GIAO_DUC = House(
    "vn/quang-tri/so-giao-duc-va-dao-tao", PROVINCE, ("SỞ GIÁO DỤC VÀ ĐÀO TẠO",), "Quảng Trị",
    "Sở Giáo dục và Đào tạo", "SGDĐT", "Phòng Giáo dục phổ thông",
    Signer("PHÓ GIÁM ĐỐC", "Phan Thị Mỹ Lệ", ("KT. GIÁM ĐỐC",)),
)  # fmt: skip
NOI_VU = House(
    "vn/quang-tri/so-noi-vu", PROVINCE, ("SỞ NỘI VỤ",), "Quảng Trị", "Sở Nội vụ", "SNV", "Văn phòng",
    Signer("GIÁM ĐỐC", "Trương Đình Khôi"),
)  # fmt: skip
DONG_HA = House(
    "vn/quang-tri/phuong-dong-ha/ubnd", ("TỈNH QUẢNG TRỊ",), ("ỦY BAN NHÂN DÂN", "PHƯỜNG ĐÔNG HÀ"), "Đông Hà",
    "Ủy ban nhân dân phường", "UBND", "Phòng Văn hóa - Xã hội", Signer("CHỦ TỊCH", "Nguyễn Duy Thành", CHAIR),
)  # fmt: skip
GIO_LINH = House(
    "vn/quang-tri/xa-gio-linh/ubnd", ("TỈNH QUẢNG TRỊ",), ("ỦY BAN NHÂN DÂN", "XÃ GIO LINH"), "Gio Linh",
    "Ủy ban nhân dân xã", "UBND", "Phòng Văn hóa - Xã hội", Signer("CHỦ TỊCH", "Võ Thị Hải Yến", CHAIR),
)  # fmt: skip
TAI_CHINH = "vn/quang-tri/so-tai-chinh"

DIRECTIVE = Plan(
    letterhead=letterhead(UBND, "88", "KH", (2026, 1, 20)),
    doc_type="kế hoạch",
    type_line="KẾ HOẠCH",
    title=("Phát triển văn hóa đọc trong cơ quan, trường học và cộng đồng năm 2026",),
    opening=(
        para("Ủy ban nhân dân tỉnh ban hành Kế hoạch phát triển văn hóa đọc trong cơ quan, trường học và cộng đồng năm "
             "2026 với các nội dung sau:"),
    ),
    body=(
        head(
            "I.", "MỤC ĐÍCH, YÊU CẦU",
            head("1.", "Mục đích", dash("Hình thành thói quen đọc sách trong các tầng lớp Nhân dân.")),
            head("2.", "Yêu cầu", dash("Bám sát nhu cầu bạn đọc của từng địa bàn, tránh phô trương, hình thức.")),
        ),
        head(
            "II.", "CHỈ TIÊU NĂM 2026",
            dash("90% cơ quan, đơn vị có tủ sách dùng chung."),
            dash("Bình quân mỗi cán bộ, công chức, viên chức đọc tối thiểu 04 cuốn sách trong năm."),
        ),
        head(
            "III.", "NHIỆM VỤ CHUNG",
            item("1.", "Kiện toàn tủ sách tại trụ sở, mở cửa phục vụ bạn đọc ngoài giờ hành chính trước ngày "
                 "30/4/2026."),
            item("2.", "Tổ chức Ngày Sách và Văn hóa đọc Việt Nam trong tháng 4 năm 2026."),
        ),
        head(
            "IV.", "PHÂN CÔNG NHIỆM VỤ CỤ THỂ",
            head(
                "1.", "Số hóa tư liệu địa chí của tỉnh",
                dash("Cơ quan chủ trì: Sở Văn hóa, Thể thao và Du lịch."),
                dash("Thời gian hoàn thành: Quý III/2026."),
            ),
            head(
                "2.", "Đưa tiết đọc sách vào thời khóa biểu của trường tiểu học, trung học cơ sở",
                dash("Cơ quan chủ trì: Sở Giáo dục và Đào tạo."),
                dash("Thời gian hoàn thành: Trước ngày 05/9/2026."),
            ),
            head(
                "3.", "Bồi dưỡng nghiệp vụ cho người phụ trách tủ sách cấp xã",
                dash("Cơ quan chủ trì: Sở Nội vụ."),
                dash("Thời gian hoàn thành: Chậm nhất ngày 30/6/2026."),
            ),
            item("4.", "Giao Ủy ban nhân dân phường Đông Hà, Ủy ban nhân dân xã Gio Linh bố trí phòng đọc cho thiếu "
                 "nhi tại nhà văn hóa khu phố, thôn; hoàn thành trong quý II/2026."),
            item("5.", "Giao Sở Tài chính thẩm định dự toán mua sách bổ sung cho thư viện công cộng, hoàn thành trước "
                 "ngày 15/3/2026."),
        ),
        head(
            "V.", "TỔ CHỨC THỰC HIỆN",
            item("1.", "Các cơ quan, địa phương được giao nhiệm vụ tại Mục IV xây dựng, ban hành kế hoạch thực hiện "
                 "chậm nhất ngày 28/02/2026."),
            item("2.", "Các cơ quan, địa phương báo cáo kết quả năm về Ủy ban nhân dân tỉnh trước ngày 10/12/2026."),
        ),
    ),
    signers=(UBND.signer,),
    recipients=(
        Recipient("Thường trực Tỉnh ủy", "để b/c"),
        Recipient("Như Mục IV", "để t/h"),
    ),
    archive=Archive(("VT", "KGVX")),
)  # fmt: skip

DUTIES = (
    Duty("taste", "requirements", "Bám sát nhu cầu bạn đọc", {}),
    Duty("shared", "targets", "90% cơ quan, đơn vị có tủ sách dùng chung", {}),
    Duty("books", "targets", "đọc tối thiểu 04 cuốn sách", {}),
    Duty("shelves", "tasks", "Kiện toàn tủ sách tại trụ sở", {}),
    Duty("day", "tasks", "Tổ chức Ngày Sách và Văn hóa đọc", {}),
    Duty("digital", "tasks", "Số hóa tư liệu địa chí", {}, of=(VAN_HOA.id,)),
    Duty("lessons", "tasks", "Đưa tiết đọc sách vào thời khóa biểu", {}, of=(GIAO_DUC.id,)),
    Duty("keepers", "tasks", "Bồi dưỡng nghiệp vụ cho người phụ trách", {}, of=(NOI_VU.id,)),
    Duty("rooms", "tasks", "bố trí phòng đọc cho thiếu nhi", {}, of=(DONG_HA.id, GIO_LINH.id)),
    Duty("budget", "tasks", "thẩm định dự toán mua sách bổ sung", {}, of=(TAI_CHINH,)),
    Duty("report", "tasks", "báo cáo kết quả năm về Ủy ban nhân dân tỉnh", {}),
)

CITE = Cited("Kế hoạch số 88/KH-UBND ngày 20/01/2026 của Ủy ban nhân dân tỉnh về phát triển văn hóa đọc trong cơ quan, "
             "trường học và cộng đồng năm 2026")  # fmt: skip

LIBRARY = (
    head(
        "I.", "MỤC ĐÍCH, YÊU CẦU",
        item("1.", "Triển khai kịp thời, đầy đủ các phần việc tỉnh giao cho ngành văn hóa."),
        item("2.", "Hoạt động phải bám sát nhu cầu của bạn đọc từng địa bàn, không phô trương, không hình thức."),
    ),
    head(
        "II.", "NỘI DUNG THỰC HIỆN",
        head(
            "1.", "Tủ sách và bạn đọc",
            dash("Thư viện tỉnh chủ trì củng cố tủ sách ở trụ sở Sở, phục vụ bạn đọc cả ngoài giờ hành chính, xong "
                 "trước ngày 15/4/2026."),
            dash("Phấn đấu 100% đơn vị thuộc Sở có tủ sách dùng chung; mỗi công chức, viên chức đọc ít nhất 05 cuốn "
                 "sách trong năm."),
        ),
        head(
            "2.", "Sự kiện",
            dash("Ngày Sách và Văn hóa đọc Việt Nam được tổ chức tại Thư viện tỉnh từ ngày 19/4/2026 đến ngày "
                 "21/4/2026."),
        ),
        head(
            "3.", "Số hóa",
            dash("Phòng Quản lý văn hóa chủ trì số hóa toàn bộ tư liệu địa chí của tỉnh, xong trong tháng 9/2026."),
        ),
    ),
    head("III.", "KINH PHÍ", para("Từ dự toán chi sự nghiệp văn hóa năm 2026 đã giao cho Sở.")),
    head(
        "IV.", "TỔ CHỨC THỰC HIỆN",
        item("1.", "Các phòng, đơn vị gửi kết quả về Phòng Quản lý văn hóa trước ngày 25/11/2026."),
        item("2.", "Phòng Quản lý văn hóa soạn báo cáo kết quả năm, trình lãnh đạo Sở ký gửi Ủy ban nhân dân tỉnh "
             "trước ngày 05/12/2026."),
    ),
)  # fmt: skip

SCHOOLS = (
    head(
        "I.", "MỤC ĐÍCH, YÊU CẦU",
        run_in("1.", "Mục đích", " Khơi dậy niềm yêu thích sách trong học sinh."),
        run_in("2.", "Yêu cầu", " Gắn với nhu cầu bạn đọc ở mỗi địa bàn, tránh phô trương, hình thức."),
    ),
    head(
        "II.", "CHỈ TIÊU",
        dash("Ít nhất 60% cơ quan, đơn vị, trường học có tủ sách dùng chung."),
        dash("Mỗi cán bộ, viên chức, giáo viên đọc từ 04 cuốn sách trở lên trong năm."),
    ),
    head(
        "III.", "NHIỆM VỤ",
        head(
            "1.", "Đưa tiết đọc sách vào thời khóa biểu của trường tiểu học, trung học cơ sở",
            dash("Đơn vị chủ trì: Phòng Giáo dục phổ thông."),
            dash("Thời gian hoàn thành: Trước ngày 31/12/2026."),
        ),
        head(
            "2.", "Tổ chức Ngày Sách và Văn hóa đọc Việt Nam trong toàn ngành",
            dash("Đơn vị chủ trì: Văn phòng Sở."),
            dash("Thời gian: Từ ngày 15/4/2026 đến ngày 23/4/2026."),
        ),
        head(
            "3.", "Báo cáo kết quả năm gửi Ủy ban nhân dân tỉnh",
            dash("Đơn vị chủ trì: Văn phòng Sở."),
            dash("Thời gian: Trước ngày 08/12/2026."),
        ),
    ),
    head("IV.", "KINH PHÍ", para("Các đơn vị cân đối trong dự toán được giao.")),
)  # fmt: skip

OFFICE = (
    head("I.", "MỤC ĐÍCH", para("Xác định rõ việc, rõ người, rõ thời gian đối với nhiệm vụ được giao.")),
    head("II.", "CHỈ TIÊU", para("Từ 90% đơn vị thuộc Sở trở lên có tủ sách dùng chung.")),
    head(
        "III.", "NHIỆM VỤ",
        lead(
            "1.", "Phòng Công chức, viên chức",
            dash("Chủ trì mở lớp bồi dưỡng nghiệp vụ cho người phụ trách tủ sách ở cấp xã, hoàn thành trong quý "
                 "II/2026."),
        ),
        lead(
            "2.", "Văn phòng Sở",
            dash("Kiện toàn tủ sách tại trụ sở Sở, mở cửa phục vụ bạn đọc ngoài giờ hành chính."),
            dash("Hưởng ứng Ngày Sách và Văn hóa đọc Việt Nam."),
            dash("Tham mưu báo cáo kết quả năm gửi Ủy ban nhân dân tỉnh, chậm nhất ngày 25/12/2026."),
        ),
    ),
)  # fmt: skip

WARD = (
    head(
        "I.", "MỤC ĐÍCH, YÊU CẦU",
        dash("Đưa sách đến gần người dân đô thị."),
        dash("Tránh phô trương, hình thức; bám sát nhu cầu bạn đọc của từng khu phố, địa bàn dân cư."),
    ),
    head(
        "II.", "CHỈ TIÊU, NHIỆM VỤ",
        item("1.", "Toàn bộ cơ quan, đơn vị của phường có tủ sách dùng chung và bình quân mỗi cán bộ, công chức đọc "
             "trên 04 cuốn sách trong năm."),
        item("2.", "Phòng Văn hóa - Xã hội chủ trì kiện toàn tủ sách tại trụ sở phường, phục vụ bạn đọc ngoài giờ hành "
             "chính trước ngày 20/4/2026; tổ chức Ngày Sách và Văn hóa đọc Việt Nam vào ngày 21/4/2026."),
        item("3.", "Các khu phố sắp xếp phòng đọc dành cho thiếu nhi tại nhà văn hóa khu phố, xong trước ngày "
             "15/6/2026."),
        item("4.", "Văn phòng phường báo cáo kết quả năm lên Ủy ban nhân dân tỉnh trước ngày 10/12/2026."),
    ),
    head("III.", "KINH PHÍ", para("Ngân sách phường năm 2026 và đóng góp tự nguyện của tổ chức, cá nhân.")),
)  # fmt: skip

COMMUNE = (
    head(
        "I.", "NỘI DUNG",
        item("1.", "Bố trí phòng đọc tại nhà văn hóa thôn."),
        item("2.", "Kiện toàn tủ sách tại trụ sở xã."),
        item("3.", "Vận động cán bộ, công chức đọc sách."),
        item("4.", "Phấn đấu 90% cơ quan, đơn vị trên địa bàn xã có tủ sách dùng chung."),
    ),
    head("II.", "KINH PHÍ", para("Nguồn ngân sách xã và xã hội hóa.")),
)  # fmt: skip

REPLIES = (
    Reply("so-van-hoa", VAN_HOA, "51", (2026, 2, 13), CITE, {}, written=LIBRARY),
    Reply(
        "so-giao-duc", GIAO_DUC, "204", (2026, 3, 10), CITE,
        {"shared": "weaker", "shelves": "missing", "lessons": "later"}, written=SCHOOLS,
    ),
    Reply(
        "so-noi-vu", NOI_VU, "33", (2026, 2, 27), CITE,
        {"taste": "missing", "books": "missing", "shelves": "undated", "day": "named", "report": "later"},
        frozenset({"funding"}), ("Luật Ban hành văn bản quy phạm pháp luật số 80/2015/QH13 ngày 22 tháng 6 năm 2015",),
        {"80/2015/QH13": "replaced"}, written=OFFICE,
    ),
    Reply(
        "phuong-dong-ha", DONG_HA, "42", (2026, 2, 20),
        Cited("Kế hoạch số 86/KH-UBND ngày 20/01/2026 của Ủy ban nhân dân tỉnh về phát triển văn hóa đọc trong cơ "
              "quan, trường học và cộng đồng năm 2026", wrong=True),
        {}, written=WARD,
    ),
    Reply(
        "xa-gio-linh", GIO_LINH, "15", (2026, 3, 3), CITE,
        {"taste": "missing", "books": "named", "shelves": "partly", "day": "missing", "rooms": "partly",
         "report": "missing"},
        frozenset({"purpose", "lead", "deadlines", "reporting"}), written=COMMUNE,
    ),
)  # fmt: skip

FAMILY = Family(
    name="van_hoa_doc",
    id="vn/quang-tri/ubnd/ke-hoach/2026/88",
    directive=DIRECTIVE,
    issued=(2026, 1, 20),
    due=(2026, 2, 28),
    subject="Phát triển văn hóa đọc năm 2026",
    duties=DUTIES,
    replies=REPLIES,
    bound=(VAN_HOA.id, GIAO_DUC.id, NOI_VU.id, TAI_CHINH, DONG_HA.id, GIO_LINH.id),
    silent=(TAI_CHINH,),
)
