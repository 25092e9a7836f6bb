"""Launch (phát động) of an emulation movement with two footnotes, one of which cites; paged dump."""

from corpus.cited import cite, congress, law
from corpus.dated import between, day, month, until, years
from corpus.plan import Archive, Letterhead, Note, Plan, Recipient, Signer, say
from corpus.sections import dash, head, item, para

PLAN = Plan(
    letterhead=Letterhead(
        governing=("ỦY BAN NHÂN DÂN", "TỈNH SƠN LA"),
        issuers=(("SỞ XÂY DỰNG",),),
        number="1207",
        symbol="/PĐ-SXD",
        place="Sơn La",
        date=day(2026, 3, 5, "long"),
    ),
    doc_type="phát động",
    type_line="PHÁT ĐỘNG",
    title=("Phong trào thi đua “Đường thông, hè thoáng, bản làng sạch đẹp” năm 2026",),
    opening=(
        para(
            "Năm 2026 là năm đầu thực hiện kế hoạch phát triển hạ tầng ",
            years(2026, 2030, dash=" – "),
            " của ngành Xây dựng. Hưởng ứng ",
            cite("Chỉ thị", "03/CT-UBND", day(2026, 1, 20), "Chủ tịch UBND tỉnh", relation="implements"),
            " về phong trào thi đua năm 2026, Sở Xây dựng phát động phong trào thi đua "
            "trong toàn ngành với các nội dung sau:",
        ),
    ),
    body=(
        head(
            "I.",
            "MỤC ĐÍCH",
            item("1.", "Khơi dậy tinh thần tự quản của Nhân dân trong giữ gìn cầu, đường, vỉa hè và cây xanh."),
            item(
                "2.",
                "Gắn thi đua với nhiệm vụ duy tu 86 tuyến đường tỉnh, đường xã",
                Note(
                    say(
                        "Danh mục tuyến đường theo ",
                        cite("Quyết định", "1544/QĐ-UBND", day(2025, 7, 30), "UBND tỉnh"),
                        " phê duyệt phân cấp quản lý đường bộ.",
                    )
                ),
                " và chỉnh trang trung tâm các xã.",
            ),
        ),
        head(
            "II.",
            "CHỦ ĐỀ THI ĐUA",
            para("Sở Xây dựng phát động thi đua với chủ đề: “Kỷ cương - An toàn - Xanh sạch - Bền vững”."),
        ),
        head(
            "III.",
            "NỘI DUNG THI ĐUA",
            item(
                "1.",
                "Thi đua chấp hành ",
                law("Luật Trật tự, an toàn giao thông đường bộ", 2024),
                " và ",
                law("Luật Đường bộ", 2024),
                "; không để phát sinh điểm đen mới.",
            ),
            item(
                "2.",
                "Thi đua giải phóng hành lang, tháo dỡ mái che lấn chiếm",
                Note(("Kết quả rà soát của các hạt quản lý đường bộ: còn 412 mái che, bục bệ phải tháo dỡ.",)),
                ", hoàn thành dứt điểm trong ",
                month(2026, 9),
                ".",
            ),
            item(
                "3.",
                "Thi đua lập thành tích chào mừng Đại hội thi đua yêu nước; góp phần thực hiện ",
                congress("Đại hội lần thứ XIV"),
                ".",
            ),
        ),
        head(
            "IV.",
            "THỜI GIAN VÀ KHEN THƯỞNG",
            item(
                "1.",
                "Đợt cao điểm ",
                between((2026, 3, 15), (2026, 5, 19)),
                "; phong trào kéo dài ",
                until(2026, 12, 15),
                ".",
            ),
            item("2.", "Giám đốc Sở tặng Giấy khen cho 10 tập thể, 25 cá nhân xuất sắc."),
        ),
        head(
            "V.",
            "TỔ CHỨC THỰC HIỆN",
            item(
                "1.",
                "Trưởng các phòng, hạt quản lý đường bộ đăng ký chỉ tiêu thi đua ",
                day(2026, 3, 25, cue="trước ngày "),
                ".",
            ),
            item(
                "2.",
                "Văn phòng Sở có trách nhiệm theo dõi, tổng hợp, tham mưu xét khen thưởng.",
                body=(
                    dash("Sơ kết vào dịp kỷ niệm ngày truyền thống của ngành."),
                    dash("Tổng kết cùng hội nghị công chức, viên chức, người lao động."),
                ),
            ),
        ),
    ),
    closing=(
        para(
            "Sở Xây dựng kêu gọi toàn thể công chức, viên chức, người lao động trong ngành hăng hái thi đua, "
            "hoàn thành xuất sắc nhiệm vụ năm 2026./."
        ),
    ),
    signers=(Signer("GIÁM ĐỐC", "Cầm Văn Thuận"),),
    recipients=(
        Recipient("Hội đồng TĐKT tỉnh"),
        Recipient("Sở Nội vụ (Phòng TĐKT)"),
        Recipient("Lãnh đạo Sở", end=":"),
        Recipient("Các phòng, đơn vị trực thuộc Sở"),
    ),
    archive=Archive(("VT", "VP"), form="no-colon"),
)
