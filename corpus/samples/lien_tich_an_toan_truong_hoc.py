"""Joint plan of two agencies with two signers, one number; dash letters in the symbol."""

from corpus.cited import cite, law
from corpus.dated import between, day, half, years
from corpus.plan import Archive, Letterhead, Plan, Recipient, Signer, say
from corpus.sections import basis, dash, head, item, lead, para

PLAN = Plan(
    letterhead=Letterhead(
        governing=("UBND TỈNH NGHỆ AN",),
        issuers=(("SỞ GIÁO DỤC VÀ ĐÀO TẠO",), ("CÔNG AN TỈNH",)),
        number="07",
        symbol="/KH-SGDĐT-CAT",
        place="Nghệ An",
        date=day(2025, 8, 25, "long"),
    ),
    doc_type="kế hoạch",
    type_line="KẾ HOẠCH",
    title=say("Phối hợp bảo đảm an toàn cổng trường ", years(2025, 2026, "năm học ")),
    opening=(
        basis("Căn cứ ", law("Luật Trẻ em", 2016, relation="basis"), ";"),
        basis(
            "Căn cứ ",
            cite("Thông tư liên tịch", "06/2015/TTLT-BCA-BGDĐT", day(2015, 8, 28), relation="basis"),
            " về phối hợp giữ gìn trật tự trong nhà trường;",
        ),
        para("Sở Giáo dục và Đào tạo và Công an tỉnh thống nhất ban hành Kế hoạch phối hợp như sau:"),
    ),
    body=(
        head(
            "I.",
            "MỤC ĐÍCH",
            item("1.", "Không để ùn tắc, tụ tập, bán hàng rong trước cổng trường giờ tan học."),
            item("2.", "Phòng ngừa bạo lực học đường và tai nạn giao thông của học sinh."),
        ),
        head(
            "II.",
            "NỘI DUNG PHỐI HỢP",
            item("1.", "Lập 65 mô hình “Cổng trường bình yên” trong ", half(2026), "."),
            item("2.", "Ra quân đợt đầu ", between((2025, 9, 3), (2025, 10, 15)), ", sơ kết ngay sau đợt ra quân."),
        ),
        head(
            "III.",
            "PHÂN CÔNG TRÁCH NHIỆM",
            lead(
                "1.",
                "Sở Giáo dục và Đào tạo",
                dash("Chỉ đạo các trường bố trí giờ tan học lệch nhau 15 phút.", marker="+"),
                dash("Đưa nội dung ký cam kết vào tuần sinh hoạt đầu năm học.", marker="+"),
            ),
            lead(
                "2.",
                "Công an tỉnh",
                dash("Phân công cán bộ phụ trách từng trường; xử lý nghiêm xe đưa đón quá số người.", marker="+"),
                dash("Cung cấp số điện thoại trực ban cho nhà trường.", marker="+"),
            ),
        ),
    ),
    closing=(
        para("Giao Phòng Chính trị, tư tưởng và Phòng Cảnh sát giao thông là đầu mối theo dõi thực hiện Kế hoạch./."),
    ),
    signers=(
        Signer("PHÓ GIÁM ĐỐC", "Phan Thị Hồng Vinh", ("KT. GIÁM ĐỐC SỞ GIÁO DỤC VÀ ĐÀO TẠO",)),
        Signer("PHÓ GIÁM ĐỐC", "Nguyễn Duy Khánh", ("KT. GIÁM ĐỐC CÔNG AN TỈNH",), honorific="Đại tá"),
    ),
    recipients=(
        Recipient("UBND tỉnh", "b/c"),
        Recipient("Các trường mầm non, phổ thông", "t/h"),
        Recipient("Công an các xã, phường", "t/h"),
    ),
    archive=Archive(("VT SGDĐT", "VT CAT")),
)
