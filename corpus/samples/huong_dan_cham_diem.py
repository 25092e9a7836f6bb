"""Guidance (hướng dẫn) with four levels A., I., 1., a), by a council with a second post under the signature."""

from corpus.cited import at, cite, law
from corpus.dated import day, yearless
from corpus.plan import Archive, Letterhead, Plan, Recipient, Signer
from corpus.sections import basis, head, item, lead, para, run_in

DECREE = cite("Nghị định", "98/2023/NĐ-CP", day(2023, 12, 31), "Chính phủ")

PLAN = Plan(
    letterhead=Letterhead(
        governing=("UBND TỈNH ĐẮK LẮK",),
        issuers=(("HỘI ĐỒNG THI ĐUA -", "KHEN THƯỞNG"),),
        number="05",
        symbol="/HD-HĐTĐKT",
        place="Đắk Lắk",
        date=day(2026, 4, 6, "long"),
    ),
    doc_type="hướng dẫn",
    type_line="HƯỚNG DẪN",
    title=("Chấm điểm, xếp loại thi đua các khối cơ quan cấp tỉnh",),
    opening=(
        basis("Căn cứ ", law("Luật Thi đua, khen thưởng", day=day(2022, 6, 15), relation="basis"), ";"),
        basis("Căn cứ ", cite("Nghị định", "98/2023/NĐ-CP", day(2023, 12, 31), "Chính phủ", relation="basis"), ";"),
        para("Hội đồng Thi đua - Khen thưởng tỉnh hướng dẫn chấm điểm, xếp loại thi đua như sau:"),
    ),
    body=(
        head(
            "A.",
            "QUY ĐỊNH CHUNG",
            head(
                "I.",
                "NGUYÊN TẮC",
                item("1.", "Điểm số phản ánh kết quả công việc, không chấm theo số lượng văn bản."),
                item("2.", "Khối trưởng chịu trách nhiệm về tính chính xác của bảng điểm."),
            ),
            head(
                "II.",
                "ĐỐI TƯỢNG",
                item("1.", "Cơ quan tham mưu, giúp việc Tỉnh ủy; sở, ban, ngành."),
                item("2.", "Doanh nghiệp nhà nước tham gia khối thi đua, theo ", at("Điều 7", DECREE), "."),
            ),
        ),
        head(
            "B.",
            "CÁCH CHẤM ĐIỂM",
            head(
                "I.",
                "THANG ĐIỂM",
                lead(
                    "1.",
                    "Điểm chuẩn 100 điểm, gồm",
                    item("a)", "Nhiệm vụ chuyên môn 60 điểm;"),
                    item("b)", "Xây dựng Đảng, đoàn thể 20 điểm;"),
                    item("c)", "Công tác thi đua, khen thưởng 20 điểm."),
                ),
                run_in("2.", "Điểm thưởng", "tối đa 05 điểm cho sáng kiến được nhân rộng ngoài cơ quan."),
            ),
            head(
                "II.",
                "TRÌNH TỰ",
                item("1.", "Đơn vị tự chấm, gửi khối trưởng ", yearless(12, 1), "."),
                item(
                    "2.",
                    "Khối họp thẩm định, gửi hồ sơ về cơ quan thường trực ",
                    yearless(12, 15, "chậm nhất ngày "),
                    ".",
                ),
                lead(
                    "3.",
                    "Xử lý hồ sơ nộp muộn",
                    item("a)", "Muộn đến 03 ngày trừ 01 điểm;"),
                    item("b)", "Muộn từ 04 đến 07 ngày trừ 02 điểm;"),
                    item("c)", "Muộn từ 08 đến 10 ngày trừ 04 điểm;"),
                    item("d)", "Muộn trên 10 ngày trừ 06 điểm;"),
                    item("đ)", "Không nộp thì không xếp loại."),
                ),
            ),
        ),
        head(
            "C.",
            "TỔ CHỨC THỰC HIỆN",
            para(
                "Hướng dẫn này thay thế ",
                cite("Hướng dẫn", "12/HD-HĐTĐKT", day(2024, 4, 19), relation="replaces"),
                ". Sở Nội vụ giúp Hội đồng theo dõi, giải đáp vướng mắc./.",
            ),
        ),
    ),
    signers=(Signer("PHÓ CHỦ TỊCH", "Y Thanh Hà", ("TM. HỘI ĐỒNG", "KT. CHỦ TỊCH"), other_post="GIÁM ĐỐC SỞ NỘI VỤ"),),
    recipients=(
        Recipient("Chủ tịch Hội đồng", "b/c"),
        Recipient("Thành viên Hội đồng"),
        Recipient("Các khối thi đua của tỉnh"),
    ),
    archive=Archive(("VT", "TĐKT")),
)
