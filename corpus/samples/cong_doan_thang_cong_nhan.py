"""Trade union plan (Liên đoàn Lao động): state letterhead, `TM. BAN THƯỜNG VỤ`, dashes as en dashes."""

from corpus.cited import cite
from corpus.dated import between, day, quarter, years
from corpus.plan import Archive, Letterhead, Plan, Recipient, Signer
from corpus.sections import dash, head, item, para, run_in

PLAN = Plan(
    letterhead=Letterhead(
        governing=("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM",),
        issuers=(("LIÊN ĐOÀN LAO ĐỘNG TỈNH BẮC NINH",),),
        number="19",
        symbol="/KH – LĐLĐ",
        place="Bắc Ninh",
        date=day(2025, 4, 3, "long"),
    ),
    doc_type="kế hoạch",
    type_line="KẾ HOẠCH",
    title=("Tổ chức hoạt động Tháng Công nhân và Tháng hành động về an toàn, vệ sinh lao động năm 2025",),
    opening=(
        para(
            "Triển khai ",
            cite(
                "Kế hoạch",
                "118/KH–TLĐ",
                day(2025, 2, 20),
                "Đoàn Chủ tịch Tổng Liên đoàn Lao động Việt Nam",
                relation="implements",
            ),
            "; thực hiện ",
            cite("Chương trình", "06/CTr-LĐLĐ", day(2024, 1, 16), relation="implements"),
            " về chăm lo đoàn viên ",
            years(2023, 2028, "nhiệm kỳ ", "–"),
            ", Ban Thường vụ Liên đoàn Lao động tỉnh xây dựng kế hoạch như sau:",
        ),
    ),
    body=(
        head(
            "I/",
            "MỤC ĐÍCH – YÊU CẦU",
            item("1/", "Chăm lo thiết thực cho đoàn viên, người lao động khó khăn."),
            item("2/", "Hoạt động hướng về cơ sở, tránh hình thức, phô trương."),
        ),
        head(
            "II/",
            "NỘI DUNG",
            run_in(
                "1/",
                "Bữa cơm công đoàn",
                "tổ chức tại tối thiểu 150 doanh nghiệp, mỗi suất không thấp hơn 35.000 đồng.",
            ),
            run_in("2/", "Khám sức khỏe", "khám cho 4.000 lao động nữ ", between((2025, 5, 5), (2025, 5, 30)), "."),
            run_in(
                "3/",
                "Đối thoại",
                "người đứng đầu công đoàn cấp trên đối thoại với công nhân ít nhất một lần trong ",
                quarter(2025, 2, slash=False),
                ".",
            ),
        ),
        head(
            "III/",
            "TỔ CHỨC THỰC HIỆN",
            dash("Công đoàn cơ sở xây dựng kế hoạch, báo cáo ", day(2025, 6, 10, cue="trước ngày "), ";", marker="+"),
            dash("Ban Chính sách – Pháp luật và Quan hệ lao động làm đầu mối.", marker="+"),
        ),
    ),
    closing=(para("Trên đây là Kế hoạch tổ chức Tháng Công nhân, đề nghị các cấp công đoàn triển khai thực hiện./."),),
    signers=(Signer("PHÓ CHỦ TỊCH", "Ngô Thị Thanh Loan", ("TM. BAN THƯỜNG VỤ",)),),
    recipients=(
        Recipient("Đoàn Chủ tịch TLĐ", "b/c"),
        Recipient("Thường trực Tỉnh ủy", "b/c"),
        Recipient("Công đoàn cấp trên trực tiếp cơ sở"),
    ),
    archive=Archive(("VT", "CSPL")),
)
