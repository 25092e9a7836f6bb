"""Party plan (kế hoạch của Tỉnh ủy): star, `Số 32-KH/TU`, `I-`, upright basis lines, `T/M`."""

from corpus.cited import cite, congress
from corpus.dated import day, quarter, years
from corpus.plan import Archive, Letterhead, Plan, Recipient, Signer, say
from corpus.sections import dash, head, item, para

PLAN = Plan(
    letterhead=Letterhead(
        family="party",
        issuers=(("TỈNH ỦY CAO BẰNG",),),
        number="32",
        symbol="-KH/TU",
        number_word="Số ",
        place="Cao Bằng",
        date=day(2026, 1, 16, "long"),
    ),
    doc_type="kế hoạch",
    type_line="KẾ HOẠCH",
    title=say(
        "thực hiện ",
        cite("Chỉ thị", "50-CT/TW", day(2025, 7, 23), "Bộ Chính trị", comma=",", relation="implements"),
        " về sinh hoạt chi bộ ở thôn, xóm, tổ dân phố",
    ),
    opening=(
        para(
            "- Căn cứ ",
            cite("Quy định", "66-QĐ/TW", day(2017, 2, 6), "Ban Chấp hành Trung ương", comma=",", relation="basis"),
            ";",
        ),
        para(
            "- Căn cứ Chương trình công tác của Ban Chấp hành Đảng bộ tỉnh khóa XX, ",
            years(2025, 2030, "nhiệm kỳ "),
            ";",
        ),
        para("Ban Thường vụ Tỉnh ủy ban hành Kế hoạch với những nội dung chủ yếu như sau:"),
    ),
    body=(
        head(
            "I-",
            "MỤC ĐÍCH, YÊU CẦU",
            item("1-", "Tạo chuyển biến rõ về chất lượng sinh hoạt chi bộ, trước hết là sinh hoạt chuyên đề."),
            item("2-", "Cấp ủy viên được phân công phụ trách phải dự sinh hoạt với chi bộ ít nhất mỗi quý một lần."),
        ),
        head(
            "II-",
            "NỘI DUNG",
            head(
                "1-",
                "Quán triệt, tuyên truyền",
                dash(
                    "Học tập, quán triệt ",
                    cite("Chỉ thị", "50-CT/TW", number_word=" "),
                    " gắn với ",
                    congress("Đại hội Đảng bộ tỉnh lần thứ XX", None),
                    ".",
                ),
                dash("Báo Cao Bằng mở chuyên mục “Chi bộ bốn tốt”, mỗi tuần một kỳ."),
            ),
            head(
                "2-",
                "Kiểm tra, giám sát",
                dash("Ủy ban Kiểm tra Tỉnh ủy giám sát chuyên đề trong ", quarter(2026, 3, slash=False), "."),
                dash("Đảng ủy xã, phường tự kiểm tra ít nhất 30% chi bộ trực thuộc."),
            ),
        ),
        head(
            "III-",
            "TỔ CHỨC THỰC HIỆN",
            item(
                "1-",
                "Đảng ủy các xã, phường xây dựng kế hoạch cụ thể, hoàn thành ",
                day(2026, 2, 28, "dash", cue="trước ngày "),
                ".",
            ),
            item("2-", "Ban Tổ chức Tỉnh ủy theo dõi, đôn đốc, định kỳ báo cáo Ban Thường vụ Tỉnh ủy."),
        ),
    ),
    signers=(Signer("PHÓ BÍ THƯ THƯỜNG TRỰC", "Nông Thanh Tịnh", ("T/M BAN THƯỜNG VỤ",)),),
    recipients=(
        Recipient("Ban Tổ chức Trung ương", "để báo cáo", ","),
        Recipient("Các đồng chí Tỉnh ủy viên", end=","),
        Recipient("Đảng ủy các xã, phường", end=","),
    ),
    archive=Archive(("Văn phòng Tỉnh ủy",), form="party"),
)
