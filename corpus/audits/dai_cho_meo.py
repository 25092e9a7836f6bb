"""Decision (quyết định) of a ministry with a programme in chapters against rabies, 2025; plans written freely."""

from corpus.audits.family import Cited, Duty, Family, House, Reply, dash, head, item, letterhead, para
from corpus.plan import Annex, Archive, Plan, Recipient, Signer
from corpus.sections import basis, command, lead, run_in

BO = House(
    "vn/bo-nong-nghiep-va-moi-truong", (), ("BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",), "Hà Nội",
    "Bộ Nông nghiệp và Môi trường", "BNNMT", "Văn phòng", Signer("THỨ TRƯỞNG", "Phan Đức Lợi", ("KT. BỘ TRƯỞNG",)),
)  # fmt: skip


def province(slug: str, name: str, signer: str) -> House:
    """Give the people's committee of a province."""
    return House(
        f"vn/{slug}/ubnd", (), ("ỦY BAN NHÂN DÂN", f"TỈNH {name.upper()}"), name, "Ủy ban nhân dân tỉnh", "UBND",
        "Sở Nông nghiệp và Môi trường", Signer("PHÓ CHỦ TỊCH", signer, ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")),
    )  # fmt: skip


PHU_THO = province("phu-tho", "Phú Thọ", "Bùi Quang Thắng")
SON_LA = province("son-la", "Sơn La", "Lò Văn Hặc")
TUYEN_QUANG = province("tuyen-quang", "Tuyên Quang", "Ma Thị Duyên")
THAI_NGUYEN = province("thai-nguyen", "Thái Nguyên", "Dương Hữu Phúc")
LAO_CAI = "vn/lao-cai/ubnd"
SO = House(
    "vn/phu-tho/so-nong-nghiep-va-moi-truong", ("UBND TỈNH PHÚ THỌ",), ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",), "Phú Thọ",
    "Sở Nông nghiệp và Môi trường", "SNNMT", "Phòng Chăn nuôi", Signer("GIÁM ĐỐC", "Trần Thị Hậu"),
)  # fmt: skip

CHAPTERS = (
    head(
        "Chương I.", "MỤC TIÊU VÀ YÊU CẦU",
        head(
            "1.", "Yêu cầu",
            dash("Triển khai Chương trình gắn với trách nhiệm của chính quyền cấp xã, không làm phát sinh thủ tục hành "
                 "chính đối với chủ vật nuôi."),
        ),
        head(
            "2.", "Chỉ tiêu đến hết năm 2026",
            dash("Ít nhất 80% tổng đàn chó, mèo được tiêm vắc xin dại."),
            dash("100% xã, phường lập sổ theo dõi hộ nuôi chó."),
        ),
    ),
    head(
        "Chương II.", "NHIỆM VỤ CHỦ YẾU",
        item("1.", "Thống kê đàn chó, mèo đến từng hộ, cập nhật lên phần mềm quản lý dùng chung; hoàn thành trong quý "
             "IV năm 2025."),
        item("2.", "Tổ chức hai đợt tiêm phòng tập trung mỗi năm, đợt đầu của năm 2026 kết thúc chậm nhất vào ngày "
             "30/4/2026."),
        item("3.", "Bố trí điểm tư vấn, điều trị dự phòng bệnh dại tại các xã vùng sâu trước ngày 01/7/2026."),
        item("4.", "Xử phạt hành vi thả rông chó nơi công cộng; thành lập đội bắt giữ chó thả rông ở các phường, xong "
             "trước ngày 31/3/2026."),
    ),
    head(
        "Chương III.", "TỔ CHỨC THỰC HIỆN",
        lead(
            "1.", "Ủy ban nhân dân các tỉnh Phú Thọ, Sơn La, Tuyên Quang, Thái Nguyên, Lào Cai",
            item("a)", "Ban hành kế hoạch thực hiện Chương trình chậm nhất ngày 30/9/2025."),
            item("b)", "Báo cáo kết quả về Bộ Nông nghiệp và Môi trường trước ngày 15 tháng 12 hằng năm."),
        ),
        item("2.", "Ủy ban nhân dân tỉnh Sơn La, Ủy ban nhân dân tỉnh Lào Cai phối hợp với lực lượng biên phòng lập "
             "chốt kiểm soát chó, mèo nhập qua cửa khẩu phụ, hoàn thành trước ngày 31/10/2025."),
    ),
)  # fmt: skip

DIRECTIVE = Plan(
    letterhead=letterhead(BO, "2891", "QĐ", (2025, 8, 5)),
    doc_type="quyết định",
    type_line="QUYẾT ĐỊNH",
    title=("Ban hành Chương trình quản lý chó, mèo nuôi và phòng, chống bệnh dại giai đoạn 2025 - 2026",),
    opening=(
        basis("Căn cứ Luật Thú y số 79/2015/QH13 ngày 19 tháng 6 năm 2015;"),
        basis("Theo đề nghị của Cục trưởng Cục Chăn nuôi và Thú y."),
        command("QUYẾT ĐỊNH:"),
    ),
    body=(
        item("Điều 1.", "Ban hành kèm theo Quyết định này Chương trình quản lý chó, mèo nuôi và phòng, chống bệnh dại "
             "giai đoạn 2025 - 2026."),
        item("Điều 2.", "Quyết định này có hiệu lực kể từ ngày ký."),
        item("Điều 3.", "Chủ tịch Ủy ban nhân dân các tỉnh Phú Thọ, Sơn La, Tuyên Quang, Thái Nguyên, Lào Cai chịu "
             "trách nhiệm thi hành Quyết định này./."),
    ),
    signers=(BO.signer,),
    recipients=(Recipient("Như Điều 3"), Recipient("Thủ tướng Chính phủ", "để b/c")),
    archive=Archive(("VT", "CNTY")),
    annexes=(
        Annex(
            "Chương trình", "CHƯƠNG TRÌNH",
            ("Quản lý chó, mèo nuôi và phòng, chống bệnh dại giai đoạn 2025 - 2026",),
            body=CHAPTERS,
        ),
    ),
)  # fmt: skip

DUTIES = (
    Duty("burden", "requirements", "Triển khai Chương trình gắn với trách nhiệm của chính quyền cấp xã", {}),
    Duty("vaccine", "targets", "Ít nhất 80% tổng đàn chó, mèo", {}),
    Duty("register", "targets", "100% xã, phường lập sổ theo dõi", {}),
    Duty("census", "tasks", "Thống kê đàn chó, mèo đến từng hộ", {}),
    Duty("rounds", "tasks", "Tổ chức hai đợt tiêm phòng tập trung", {}),
    Duty("clinics", "tasks", "Bố trí điểm tư vấn, điều trị dự phòng", {}),
    Duty("strays", "tasks", "Xử phạt hành vi thả rông chó", {}),
    Duty("report", "tasks", "Báo cáo kết quả về Bộ Nông nghiệp và Môi trường", {}),
    Duty("border", "tasks", "lập chốt kiểm soát chó, mèo nhập qua cửa khẩu phụ", {}, of=(SON_LA.id, LAO_CAI)),
)

CITE = Cited("Quyết định số 2891/QĐ-BNNMT ngày 05 tháng 8 năm 2025 của Bộ trưởng Bộ Nông nghiệp và Môi trường ban hành "
             "Chương trình quản lý chó, mèo nuôi và phòng, chống bệnh dại giai đoạn 2025 - 2026")  # fmt: skip

BY_LEAD = (
    head(
        "I.", "MỤC ĐÍCH, YÊU CẦU",
        run_in("1.", "Mục đích", " Từng bước khống chế, tiến tới không còn người tử vong vì bệnh dại."),
        run_in("2.", "Yêu cầu", " Chính quyền cấp xã chịu trách nhiệm đến cùng về kết quả trên địa bàn; chủ vật nuôi "
               "không phải làm thêm thủ tục hành chính nào."),
    ),
    head(
        "II.", "CHỈ TIÊU ĐẾN NĂM 2026",
        dash("Tỷ lệ chó, mèo được tiêm vắc xin dại đạt từ 85% tổng đàn trở lên."),
        dash("Tất cả các xã, phường có sổ theo dõi hộ nuôi chó."),
    ),
    head(
        "III.", "PHÂN CÔNG NHIỆM VỤ",
        lead(
            "1.", "Sở Nông nghiệp và Môi trường",
            dash("Hướng dẫn cấp xã tổng điều tra số lượng chó, mèo của từng hộ, nhập vào phần mềm quản lý dùng chung, "
                 "xong trước ngày 15/12/2025."),
            dash("Tham mưu tổ chức mỗi năm 02 đợt tiêm phòng tập trung; đợt 1 năm 2026 kết thúc trước ngày 25/4/2026."),
            dash("Tổng hợp kết quả, dự thảo văn bản để Ủy ban nhân dân tỉnh báo cáo Bộ Nông nghiệp và Môi trường trước "
                 "ngày 10/12 hằng năm."),
        ),
        lead(
            "2.", "Sở Y tế",
            dash("Mở các điểm tư vấn và điều trị dự phòng bệnh dại cho người bị chó cắn ở xã vùng sâu, đưa vào hoạt "
                 "động trong tháng 5 năm 2026."),
        ),
        lead(
            "3.", "Ủy ban nhân dân các xã, phường",
            dash("Phạt nghiêm chủ nuôi thả rông chó nơi công cộng; các phường lập đội bắt giữ chó thả rông trong quý "
                 "I/2026."),
        ),
    ),
    head("IV.", "KINH PHÍ", para("Ngân sách tỉnh, ngân sách cấp xã bảo đảm theo phân cấp hiện hành.")),
)  # fmt: skip

WEAK = (
    head("I.", "MỤC TIÊU", dash("Giảm số ca bệnh dại trên động vật, bảo vệ sức khỏe Nhân dân các dân tộc trong tỉnh."),
         dash("Phấn đấu tiêm vắc xin dại cho 70% tổng đàn chó, mèo."),
         dash("100% xã, phường mở sổ theo dõi các hộ có nuôi chó.")),
    head(
        "II.", "NỘI DUNG",
        item("1.", "Chi cục Chăn nuôi, Thú y chủ trì thống kê đàn chó, mèo tới từng hộ gia đình và cập nhật phần mềm "
             "quản lý dùng chung, hoàn thành chậm nhất ngày 30/6/2026."),
        item("2.", "Mỗi năm tổ chức 2 đợt tiêm phòng tập trung, đợt thứ nhất của năm 2026 làm gọn trong tháng 4/2026."),
        item("3.", "Chú trọng việc điều trị dự phòng bệnh dại ở xã vùng sâu."),
        item("4.", "Cùng Bộ đội Biên phòng tỉnh dựng chốt kiểm soát chó, mèo đưa vào qua các cửa khẩu phụ, lối mở, "
             "xong trong tháng 10/2025."),
    ),
    head(
        "III.", "TỔ CHỨC THỰC HIỆN",
        item("1.", "Sở Nông nghiệp và Môi trường là cơ quan thường trực; hằng năm trước ngày 15/12 giúp Ủy ban nhân "
             "dân tỉnh báo cáo kết quả với Bộ Nông nghiệp và Môi trường."),
        item("2.", "Các sở, ngành, đoàn thể theo chức năng của mình phối hợp thực hiện."),
    ),
)  # fmt: skip

MERGED = (
    head(
        "I.", "MỤC ĐÍCH, YÊU CẦU",
        dash("Đưa việc nuôi chó, mèo trên địa bàn tỉnh vào nền nếp."),
        dash("Việc triển khai gắn với trách nhiệm của chính quyền cấp xã; không đặt thêm thủ tục hành chính cho chủ "
             "vật nuôi."),
    ),
    head(
        "II.", "NHIỆM VỤ VÀ GIẢI PHÁP",
        item("1.", "Sở Nông nghiệp và Môi trường chủ trì tổng rà soát, thống kê đàn chó, mèo tại từng hộ, đưa lên phần "
             "mềm quản lý dùng chung, đồng thời bảo đảm 100% xã, phường lập sổ theo dõi hộ nuôi chó; hoàn thành trước "
             "ngày 20 tháng 12 năm 2025."),
        item("2.", "Duy trì hai đợt tiêm phòng tập trung mỗi năm để trên 80% tổng đàn chó, mèo được tiêm vắc xin dại; "
             "riêng đợt đầu năm 2026 phải kết thúc trước ngày 30/4/2026."),
        item("3.", "Sở Y tế bố trí tại các xã vùng sâu điểm tư vấn, điều trị dự phòng bệnh dại."),
        item("4.", "Công an cấp xã xử phạt các trường hợp thả rông chó nơi công cộng."),
    ),
    head("III.", "NGUỒN LỰC", para("Kinh phí thực hiện lấy từ dự toán chi thường xuyên của các cơ quan, đơn vị.")),
)  # fmt: skip

BARE = (
    head(
        "I.", "CHỈ TIÊU",
        dash("Tiêm vắc xin dại cho tối thiểu 80% tổng đàn chó, mèo."),
        dash("80% xã, phường lập sổ theo dõi hộ nuôi chó."),
    ),
    head(
        "II.", "NHIỆM VỤ",
        item("1.", "Thống kê chó, mèo nuôi đến từng hộ và cập nhật phần mềm quản lý dùng chung."),
        item("2.", "Tổ chức tiêm phòng tập trung hai đợt mỗi năm."),
        item("3.", "Quan tâm xử lý tình trạng chó thả rông."),
        item("4.", "Báo cáo kết quả về Bộ Nông nghiệp và Môi trường theo quy định."),
    ),
    head("III.", "KINH PHÍ", para("Thực hiện trong dự toán được giao và huy động nguồn hợp pháp khác.")),
)  # fmt: skip

BELOW = (
    head("I.", "MỤC ĐÍCH", para("Phân công cụ thể cho từng phòng, đơn vị thuộc Sở để hoàn thành phần việc được giao.")),
    head(
        "II.", "CÔNG VIỆC CỤ THỂ",
        lead(
            "1.", "Phòng Chăn nuôi",
            item("a)", "Chủ trì thống kê chó, mèo đến từng hộ và cập nhật lên phần mềm quản lý dùng chung, xong trước "
                 "ngày 30/11/2025."),
            item("b)", "Chuẩn bị vắc xin, nhân lực cho hai đợt tiêm phòng tập trung hằng năm, đợt 1 hoàn thành trước "
                 "ngày 20/4/2026, bảo đảm ít nhất 85% tổng đàn chó, mèo được tiêm vắc xin dại."),
            item("c)", "Đôn đốc 100% xã, phường lập sổ theo dõi hộ nuôi chó."),
        ),
        lead(
            "2.", "Văn phòng Sở",
            item("a)", "Tổng hợp số liệu, xây dựng báo cáo kết quả gửi Bộ Nông nghiệp và Môi trường trước ngày 05/12 "
                 "hằng năm."),
            item("b)", "Bố trí kinh phí trong dự toán của Sở."),
        ),
    ),
)  # fmt: skip

REPLIES = (
    Reply("ubnd-phu-tho", PHU_THO, "3105", (2025, 9, 12), CITE, {}, written=BY_LEAD),
    Reply(
        "ubnd-son-la", SON_LA, "241", (2025, 10, 20), CITE,
        {"burden": "missing", "vaccine": "weaker", "census": "later", "clinics": "named", "strays": "missing"},
        frozenset({"funding"}), written=WEAK,
    ),
    Reply(
        "ubnd-tuyen-quang", TUYEN_QUANG, "187", (2025, 9, 29), CITE,
        {"clinics": "undated", "strays": "partly", "report": "missing"},
        frozenset({"reporting"}), ("Luật Tổ chức chính quyền địa phương số 77/2015/QH13 ngày 19 tháng 6 năm 2015",),
        {"77/2015/QH13": "replaced"}, written=MERGED,
    ),
    Reply(
        "ubnd-thai-nguyen", THAI_NGUYEN, "96", (2025, 9, 25),
        Cited("Quyết định số 2891/QĐ-BNNMT ngày 08/5/2025 của Bộ Nông nghiệp và Môi trường về Chương trình quản lý "
              "chó, mèo nuôi và phòng, chống bệnh dại giai đoạn 2025 - 2026", wrong=True),
        {"burden": "missing", "register": "weaker", "census": "undated", "rounds": "undated", "clinics": "missing",
         "strays": "named", "report": "undated"},
        frozenset({"purpose", "lead", "deadlines"}), written=BARE,
    ),
    Reply(
        "so-nong-nghiep", SO, "412", (2025, 10, 3),
        Cited("Kế hoạch số 3105/KH-UBND ngày 12/9/2025 của Ủy ban nhân dân tỉnh về quản lý chó, mèo nuôi và phòng, "
              "chống bệnh dại"),
        {"burden": "missing", "clinics": "missing", "strays": "missing"}, via="ubnd-phu-tho", written=BELOW,
    ),
)  # fmt: skip

FAMILY = Family(
    name="dai_cho_meo",
    id="vn/bo-nong-nghiep-va-moi-truong/quyet-dinh/2025/2891",
    directive=DIRECTIVE,
    issued=(2025, 8, 5),
    due=(2025, 9, 30),
    subject="Quản lý chó, mèo nuôi và phòng, chống bệnh dại giai đoạn 2025 - 2026",
    duties=DUTIES,
    replies=REPLIES,
    bound=(PHU_THO.id, SON_LA.id, TUYEN_QUANG.id, THAI_NGUYEN.id, LAO_CAI),
    silent=(LAO_CAI,),
)
