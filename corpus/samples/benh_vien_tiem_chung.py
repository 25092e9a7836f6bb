"""Plan of a hospital signed by mandate (TUQ.) by a physician with a title; signature split from recipients."""

from corpus.cited import at, cite, law
from corpus.dated import between, day, quarter
from corpus.plan import Archive, Letterhead, Plan, Recipient, Signer
from corpus.sections import basis, dash, head, item, para

PLAN = Plan(
    letterhead=Letterhead(
        governing=("SỞ Y TẾ TỈNH GIA LAI",),
        issuers=(("BỆNH VIỆN ĐA KHOA", "KHU VỰC AYUN PA"),),
        number="129",
        symbol="/KH-BVĐK",
        place="Gia Lai",
        date=day(2026, 3, 18, "long"),
    ),
    doc_type="kế hoạch",
    type_line="KẾ HOẠCH",
    title=("Tiêm vắc xin phòng cúm cho nhân viên y tế năm 2026",),
    opening=(
        basis(
            "Căn cứ ", at("điểm c khoản 2 Điều 29", law("Luật Phòng, chống bệnh truyền nhiễm", relation="basis")), ";"
        ),
        basis("Căn cứ ", cite("Thông tư", "10/2024/TT-BYT", day(2024, 6, 13), "Bộ Y tế", relation="basis"), ";"),
        para(
            "Thực hiện ",
            cite("Công văn", "644/SYT-NVY", day(2026, 3, 2), "Sở Y tế", comma=",", relation="implements"),
            ", Bệnh viện xây dựng Kế hoạch như sau:",
        ),
    ),
    body=(
        head(
            "I.",
            "MỤC TIÊU",
            item("1.", "Trên 95% nhân viên khoa Hồi sức, Cấp cứu, Nhi được tiêm."),
            item("2.", "Bảo đảm an toàn tuyệt đối trong tiêm chủng."),
        ),
        head(
            "II.",
            "THỜI GIAN, ĐỐI TƯỢNG",
            item("1.", "Tiêm ", between((2026, 4, 1), (2026, 4, 12)), " tại hội trường tầng 2."),
            item("2.", "Tiêm vét trong ", quarter(2026, 2), " đối với người nghỉ thai sản, đi học."),
        ),
        head(
            "III.",
            "PHÂN CÔNG",
            item("1.", "Khoa Kiểm soát nhiễm khuẩn lập danh sách, khám sàng lọc."),
            item("2.", "Khoa Dược tiếp nhận, bảo quản vắc xin ở nhiệt độ quy định."),
            dash("Kho lạnh được kiểm tra hai lần mỗi ngày;"),
            dash("Nhật ký nhiệt độ lưu tại khoa."),
        ),
    ),
    closing=(para("Yêu cầu các khoa, phòng nghiêm túc thực hiện./."),),
    signers=(Signer("TRƯỞNG PHÒNG KẾ HOẠCH TỔNG HỢP", "Rơ Châm Hương", ("TUQ. GIÁM ĐỐC",), honorific="BSCKII."),),
    recipients=(
        Recipient("Sở Y tế", "để báo cáo"),
        Recipient("Ban Giám đốc", "để chỉ đạo"),
        Recipient("Các khoa, phòng", "để thực hiện"),
    ),
    archive=Archive(("VT", "KHTH")),
)
