"""Plan as it leaves the issuing system: number and day blank, letterhead stripped to its number line."""

from corpus.cited import cite, law
from corpus.dated import blank_day, day, month, quarter
from corpus.plan import Archive, Letterhead, Plan, Recipient, Signer
from corpus.sections import dash, head, item, para

PLAN = Plan(
    letterhead=Letterhead(
        governing=("UBND TỈNH ĐỒNG THÁP",),
        issuers=(("THANH TRA TỈNH",),),
        symbol="/KH-TTT",
        place="Đồng Tháp",
        date=blank_day(2026, 4),
        shown="number-line",
    ),
    doc_type="kế hoạch",
    type_line="KẾ HOẠCH",
    title=("Xác minh tài sản, thu nhập của người có nghĩa vụ kê khai năm 2026",),
    issuer_from_body="Thanh tra tỉnh Đồng Tháp",
    opening=(
        para(
            "Thực hiện ",
            cite(
                "Công văn", "612/TTCP-C.IV", day(2026, 3, 17), "Thanh tra Chính phủ", comma=",", relation="implements"
            ),
            " và ",
            cite("Nghị định", "130/2020/NĐ-CP", day(2020, 10, 30), "Chính phủ", relation="implements"),
            ". Thanh tra tỉnh Đồng Tháp ban hành Kế hoạch xác minh tài sản, thu nhập năm 2026 như sau:",
        ),
    ),
    body=(
        head(
            "I.",
            "MỤC ĐÍCH",
            para(
                "Đánh giá tính trung thực của bản kê khai; kịp thời phát hiện, xử lý vi phạm theo ",
                law("Luật Phòng, chống tham nhũng", 2018),
                ".",
            ),
        ),
        head(
            "II.",
            "NỘI DUNG XÁC MINH",
            item("1.", "Lựa chọn ngẫu nhiên 20% cơ quan, đơn vị thuộc diện quản lý."),
            item("2.", "Bốc thăm người được xác minh công khai, có sự chứng kiến của Ủy ban Kiểm tra."),
        ),
        head(
            "III.",
            "TIẾN ĐỘ",
            dash("Bốc thăm vào ", month(2026, 5), ";"),
            dash("Xác minh trong ", quarter(2026, 3), ";"),
            dash("Kết luận ", day(2026, 11, 30, cue="chậm nhất ngày "), "."),
        ),
        head(
            "IV.",
            "TỔ CHỨC THỰC HIỆN",
            item("1.", "Phòng Nghiệp vụ 4 chủ trì, phối hợp với các phòng liên quan tham mưu quyết định xác minh."),
            item("2.", "Chánh Văn phòng bảo đảm phương tiện, kinh phí cho các tổ xác minh."),
        ),
    ),
    closing=(para("Trên đây là Kế hoạch của Thanh tra tỉnh, yêu cầu các đơn vị phối hợp thực hiện./."),),
    signers=(Signer("PHÓ CHÁNH THANH TRA", "Huỳnh Thị Cẩm Thúy", ("KT. CHÁNH THANH TRA",)),),
    recipients=(
        Recipient("Thanh tra Chính phủ", "b/c"),
        Recipient("Các cơ quan, đơn vị được xác minh"),
    ),
    archive=Archive(("VT", "NV4"), "HTCT"),
)
