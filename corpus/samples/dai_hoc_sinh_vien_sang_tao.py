"""Plan of a university: academic title before the signer's name, a school year, a list of articles."""

from corpus.cited import again, at, cite, law
from corpus.dated import between, day, month, years
from corpus.plan import Archive, Letterhead, Plan, Recipient, Signer, say
from corpus.sections import basis, dash, head, item, para, run_in

CIRCULAR = cite("Thông tư", "08/2021/TT-BGDĐT")

PLAN = Plan(
    letterhead=Letterhead(
        governing=("BỘ GIÁO DỤC VÀ ĐÀO TẠO",),
        issuers=(("TRƯỜNG ĐẠI HỌC", "KỸ THUẬT TÂY BẮC"),),
        number="563",
        symbol="/KH-ĐHKTTB",
        place="Thái Nguyên",
        date=day(2025, 10, 2, "long"),
    ),
    doc_type="kế hoạch",
    type_line="KẾ HOẠCH",
    title=say("Cuộc thi “Sinh viên sáng tạo vì cộng đồng” ", years(2025, 2026, "năm học ")),
    opening=(
        basis("Căn cứ ", law("Luật Giáo dục đại học", 2018, relation="basis"), ";"),
        basis(
            "Căn cứ ",
            at(
                "Điều 5, 6 và 7",
                cite("Quyết định", "1665/QĐ-TTg", day(2017, 10, 30), "Thủ tướng Chính phủ", relation="basis"),
            ),
            ";",
        ),
        para("Nhà trường tổ chức cuộc thi “Sinh viên sáng tạo vì cộng đồng” với các nội dung cụ thể sau:"),
    ),
    body=(
        head(
            "1.",
            "Mục đích",
            dash("Khuyến khích sinh viên giải quyết vấn đề của địa phương.", marker="–"),
            dash("Kết nối ý tưởng với doanh nghiệp, quỹ đầu tư.", marker="–"),
        ),
        head(
            "2.",
            "Nội dung",
            head(
                "2.1.",
                "Đối tượng dự thi",
                para(
                    "Sinh viên chính quy, không vi phạm quy chế theo các ",
                    CIRCULAR,
                    " và ",
                    again(CIRCULAR, "10/2016/TT-BGDĐT", number_word="số "),
                    ".",
                ),
            ),
            head(
                "2.2.",
                "Các vòng thi",
                dash("Vòng ý tưởng ", between((2025, 11, 1), (2025, 12, 20)), ";", marker="–"),
                dash("Vòng chung kết vào ", month(2026, 4), ".", marker="–"),
            ),
        ),
        head(
            "3.",
            "Tổ chức thực hiện",
            run_in("3.1.", "Phòng Đào tạo", "ban hành thể lệ ", day(2025, 10, 20, "dot", cue="trước ngày "), "."),
            run_in("3.2.", "Đoàn Thanh niên, Hội Sinh viên", "vận động mỗi khoa có từ 03 đến 05 đội dự thi."),
            item("3.3.", "Phòng Tài chính - Kế toán dự toán kinh phí, giải thưởng 80 triệu đồng."),
        ),
    ),
    closing=(para("Kế hoạch này thay cho thông báo trước đây của Nhà trường về cuộc thi./."),),
    signers=(Signer("PHÓ HIỆU TRƯỞNG", "Đặng Vũ Sơn", ("KT. HIỆU TRƯỞNG",), honorific="PGS.TS"),),
    recipients=(
        Recipient("Các khoa, phòng, trung tâm", "t/h"),
        Recipient("Website Trường"),
        Recipient("Đoàn TN, Hội SV", "p/h"),
    ),
    archive=Archive(("VT", "ĐT")),
)
