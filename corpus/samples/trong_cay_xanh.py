"""Plan of a department (sở) under the provincial committee, signed by the director; Roman, arabic and letter levels."""

from corpus.cited import at, cite, law
from corpus.dated import between, day, quarter, until, yearless, years
from corpus.plan import Archive, Letterhead, Plan, Recipient, Signer, say
from corpus.sections import basis, dash, head, item, lead, para, run_in

PLAN = Plan(
    letterhead=Letterhead(
        governing=("UBND TỈNH PHÚ THỌ",),
        issuers=(("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",),),
        number="48",
        symbol="/KH-SNNMT",
        place="Phú Thọ",
        date=day(2026, 2, 9, "long"),
    ),
    doc_type="kế hoạch",
    type_line="KẾ HOẠCH",
    title=say("Trồng và chăm sóc cây xanh phân tán ", years(2026, 2030), " tại các xã vùng đồi"),
    opening=(
        basis("Căn cứ ", law("Luật Lâm nghiệp", day=day(2017, 11, 15, "long"), relation="basis"), ";"),
        basis(
            "Căn cứ ",
            at(
                "khoản 2 Điều 45",
                cite("Nghị định", "156/2018/NĐ-CP", day(2018, 11, 16), "Chính phủ", relation="basis"),
            ),
            " quy định chi tiết thi hành một số điều của ",
            law("Luật Lâm nghiệp"),
            ";",
        ),
        para(
            "Thực hiện ",
            cite("Quyết định", "27/QĐ-UBND", day(2026, 1, 12), "Chủ tịch Ủy ban nhân dân tỉnh", relation="implements"),
            " về giao chỉ tiêu phát triển cây xanh, Sở Nông nghiệp và Môi trường xây dựng Kế hoạch như sau:",
        ),
    ),
    body=(
        head(
            "I.",
            "MỤC ĐÍCH, YÊU CẦU",
            head(
                "1.",
                "Mục đích",
                dash("Phủ xanh đất trống ven đường liên xã, khuôn viên trường học, trạm y tế và bờ vùng."),
                dash("Tạo bóng mát, giữ đất, giữ nước; hình thành thói quen trồng cây trong mỗi gia đình."),
            ),
            head(
                "2.",
                "Yêu cầu",
                dash("Chọn loài cây bản địa, dễ sống; không trồng cây trong hành lang lưới điện."),
                dash("Trồng cây nào phải có người nhận chăm sóc cây đó ít nhất 03 năm."),
            ),
        ),
        head(
            "II.",
            "NỘI DUNG",
            item(
                "1.",
                "Vận động mỗi hộ trồng tối thiểu 05 cây trong ",
                between((2026, 2, 20), (2026, 4, 30)),
                "; ưu tiên các loài lim xẹt, sấu, giổi xanh.",
            ),
            lead(
                "2.",
                "Chuẩn bị cây giống",
                item("a)", "Vườn ươm của tỉnh cung cấp 120.000 cây giống đạt chuẩn trong ", quarter(2026, 1), ";"),
                item("b)", "Các hợp tác xã ươm bổ sung số còn thiếu, hoàn thành ", yearless(8, 15), " hằng năm;"),
                item("c)", "Cây giống được cấp mã truy xuất trước khi xuất vườn."),
            ),
            run_in(
                "3.",
                "Chăm sóc sau trồng",
                "làm cỏ, vun gốc hai lần mỗi năm; trồng dặm cây chết trong thời gian ",
                until(2027, 10, 31),
                ".",
            ),
        ),
        head(
            "III.",
            "TỔ CHỨC THỰC HIỆN",
            head(
                "1.",
                "Chi cục Kiểm lâm",
                dash("Chủ trì hướng dẫn kỹ thuật, nghiệm thu tỷ lệ cây sống của từng xã."),
                dash(
                    "Tổng hợp kết quả, báo cáo theo ",
                    cite("Hướng dẫn", "15/HD-SNNMT", day(2025, 11, 3), "Sở"),
                    " trước khi kết thúc năm.",
                ),
            ),
            head(
                "2.",
                "Ủy ban nhân dân các xã vùng đồi",
                dash("Rà soát quỹ đất, lập danh sách tuyến đường và đơn vị nhận chăm sóc."),
                dash("Công khai số cây trồng, số cây sống tại nhà văn hóa thôn."),
            ),
            item("3.", "Văn phòng Sở bố trí kinh phí in tài liệu và theo dõi việc thực hiện Kế hoạch này."),
        ),
    ),
    closing=(para("Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Sở để xem xét, giải quyết./."),),
    signers=(Signer("GIÁM ĐỐC", "Trịnh Bá Lực"),),
    recipients=(
        Recipient("UBND tỉnh", "để b/c"),
        Recipient("Giám đốc, các Phó Giám đốc Sở"),
        Recipient("UBND các xã vùng đồi", "để t/h"),
        Recipient("Chi cục Kiểm lâm"),
    ),
    archive=Archive(("VT", "KL"), "TBN"),
)
