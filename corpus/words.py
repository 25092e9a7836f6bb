"""The word material of the generator: tables of agencies, names, documents and sentence patterns.

Gives tuples only. Rule of the place: a slot in braces is filled by `corpus.sentences`; a pattern holds no date, no
citation and no colon of its own, so that gold knows all that is printed.
"""

from __future__ import annotations

PROVINCES = (
    "Lạng Sơn", "Cao Bằng", "Tuyên Quang", "Lào Cai", "Thái Nguyên", "Phú Thọ", "Bắc Ninh", "Hưng Yên", "Ninh Bình",
    "Thanh Hóa", "Nghệ An", "Hà Tĩnh", "Quảng Trị", "Quảng Ngãi", "Gia Lai", "Khánh Hòa", "Đắk Lắk", "Lâm Đồng",
    "Đồng Nai", "Tây Ninh", "Đồng Tháp", "Vĩnh Long", "An Giang", "Cà Mau", "Sơn La", "Lai Châu", "Điện Biên",
)  # fmt: skip

COMMUNES = (
    "Phước Hải", "Tân Lập", "Yên Bình", "Mỹ Thạnh", "Đông Sơn", "Bình Hòa", "Nam Cường", "Thạch Khê", "Ea Tul",
    "Sơn Thủy", "Hòa Lạc", "Vĩnh Xương",
)  # fmt: skip

DEPARTMENTS = (
    ("Sở Nội vụ", "SNV"),
    ("Sở Tài chính", "STC"),
    ("Sở Xây dựng", "SXD"),
    ("Sở Công Thương", "SCT"),
    ("Sở Tư pháp", "STP"),
    ("Sở Y tế", "SYT"),
    ("Sở Giáo dục và Đào tạo", "SGDĐT"),
    ("Sở Khoa học và Công nghệ", "SKHCN"),
    ("Sở Nông nghiệp và Môi trường", "SNNMT"),
    ("Sở Văn hóa, Thể thao và Du lịch", "SVHTTDL"),
    ("Sở Dân tộc và Tôn giáo", "SDTTG"),
    ("Thanh tra tỉnh", "TTT"),
)

UNIVERSITIES = (
    ("Trường Đại học Sông Hồng", "ĐHSH"),
    ("Trường Cao đẳng Y tế miền Tây", "CĐYT"),
    ("Trường Đại học Duyên Hải", "ĐHDH"),
)
HOSPITALS = (
    ("Bệnh viện Đa khoa tỉnh", "BVĐK"),
    ("Bệnh viện Phục hồi chức năng", "BVPHCN"),
    ("Trung tâm Kiểm soát bệnh tật", "TTKSBT"),
)

SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Nông", "Lò", "Đinh", "Huỳnh", "Ngô")
MIDDLES = ("Văn", "Thị", "Hữu", "Đức", "Minh", "Thanh", "Quốc", "Ngọc", "Thị Thu", "Hoài", "Thị Kim")
GIVEN = (
    "An",
    "Bình",
    "Hải",
    "Thúy",
    "Dũng",
    "Hòa",
    "Khoa",
    "Loan",
    "Nghĩa",
    "Phúc",
    "Quý",
    "Sơn",
    "Tuệ",
    "Yến",
    "Thủy",
)
ACADEMIC = ("TS.", "ThS.", "PGS.TS", "PGS. TS.")
MEDICAL = ("BSCKII.", "BS CKI", "TS.BS", "TTƯT.")

SUBJECTS = (
    "chuyển đổi số trong giải quyết thủ tục hành chính",
    "phát triển văn hóa đọc trong cộng đồng",
    "phòng, chống đuối nước cho trẻ em",
    "tiết kiệm điện tại trụ sở cơ quan",
    "bảo vệ rừng đầu nguồn",
    "nâng cao kỹ năng số cho người cao tuổi",
    "chỉnh trang đường làng, ngõ xóm",
    "dạy nghề cho lao động nông thôn",
    "vệ sinh an toàn thực phẩm tại chợ truyền thống",
    "số hóa hồ sơ lưu trữ",
    "phòng cháy, chữa cháy trong mùa khô",
    "hỗ trợ thanh niên khởi nghiệp",
)
MOVEMENTS = (
    "Mỗi tuần một việc tốt",
    "Công sở xanh, nụ cười thân thiện",
    "Cả tỉnh chung tay vì biển sạch",
    "Dân vận khéo - Việc gì khó có dân",
    "Làng trên bản dưới cùng chuyển đổi số",
)
THEMES = (
    "Nêu gương - Kỷ luật - Hiệu quả",
    "Chủ động từ cơ sở; tận tâm vì Nhân dân",
    "Nói đi đôi với làm, làm đến nơi đến chốn",
)

CENTRAL = (
    ("Chỉ thị", "19/CT-TTg", (2021, 7, 16), "Thủ tướng Chính phủ"),
    ("Chỉ thị", "34-CT/TW", (2014, 4, 7), "Bộ Chính trị (khóa XI)"),
    ("Kết luận", "01-KL/TW", (2021, 5, 18), "Bộ Chính trị"),
    ("Nghị quyết", "57-NQ/TW", (2024, 12, 22), "Bộ Chính trị"),
    ("Nghị quyết", "71/NQ-CP", (2025, 4, 1), "Chính phủ"),
    ("Nghị định", "30/2020/NĐ-CP", (2020, 3, 5), "Chính phủ"),
    ("Nghị định", "98/2023/NĐ-CP", (2023, 12, 31), "Chính phủ"),
    ("Nghị định", "61/2018/NĐ-CP", (2018, 4, 23), "Chính phủ"),
    ("Thông tư", "15/2025/TT-BNV", (2025, 8, 4), "Bộ trưởng Bộ Nội vụ"),
    ("Quyết định", "749/QĐ-TTg", (2020, 6, 3), "Thủ tướng Chính phủ"),
)
LOCAL = (
    ("Chỉ thị", "{n}/CT-UBND", "Ủy ban nhân dân tỉnh"),
    ("Quyết định", "{n}/QĐ-UBND", "Chủ tịch Ủy ban nhân dân tỉnh"),
    ("Kế hoạch", "{n}/KH-UBND", "UBND tỉnh"),
    ("Công văn", "{n}/UBND-NC", "UBND tỉnh"),
    ("Văn bản", "{n}/UBND-KGVX", "Ủy ban nhân dân tỉnh"),
    ("Nghị quyết", "{n}/NQ-HĐND", "Hội đồng nhân dân tỉnh"),
    ("Nghị quyết", "{n}-NQ/TU", "Ban Thường vụ Tỉnh ủy"),
    ("Chương trình", "{n}-CTr/TU", "Tỉnh ủy"),
    ("Thông báo", "{n}/TB-VP", None),
)
LAWS = (
    ("Luật Thi đua, khen thưởng", 2022, (2022, 6, 15), "06/2022/QH15"),
    ("Luật Tổ chức chính quyền địa phương", 2025, (2025, 6, 16), ""),
    ("Luật Giao dịch điện tử", 2023, (2023, 6, 22), "20/2023/QH15"),
    ("Luật Tiếp công dân", 2013, (2013, 11, 25), "42/2013/QH13"),
    ("Luật Lưu trữ", 2024, (2024, 6, 21), "33/2024/QH15"),
    ("Bộ luật Lao động", 2019, (2019, 11, 20), "45/2019/QH14"),
    ("Pháp lệnh Ưu đãi người có công với cách mạng", 2020, (2020, 12, 9), "02/2020/UBTVQH14"),
)
PINPOINTS = ("khoản 2 Điều 5", "điểm a, b khoản 1 Điều 3", "Điều 12", "Điều 5, 6 và 7", "điểm c khoản 4 Điều 19")
CONGRESSES = (
    ("Đại hội đại biểu toàn quốc lần thứ XIV", "Đảng"),
    ("Đại hội lần thứ XIII", "Đảng"),
    ("Đại hội XIV", "Đảng"),
    ("Đại hội Đảng bộ tỉnh lần thứ XVIII", None),
)

PURPOSES = (
    "Tạo chuyển biến rõ nét về nhận thức và hành động trong {subject}.",
    "Phát huy vai trò nêu gương của người đứng đầu cơ quan, đơn vị.",
    "Cụ thể hóa {cite} thành việc làm thường xuyên của từng đơn vị.",
    "Động viên công chức, viên chức, người lao động sáng tạo, vượt khó.",
    "Góp phần thực hiện thắng lợi {congress}.",
    "Huy động sự tham gia của Nhân dân và doanh nghiệp vào {subject}.",
)
REQUIREMENTS = (
    "Nội dung thiết thực, rõ người, rõ việc, rõ thời gian, rõ sản phẩm.",
    "Bảo đảm tiết kiệm, đúng {law} và quy định có liên quan.",
    "Việc triển khai phải đồng bộ từ tỉnh đến cơ sở, tránh phô trương.",
    "Kết quả thực hiện là căn cứ xếp loại tập thể, cá nhân cuối năm.",
)
CONTENTS = (
    "Tuyên truyền về {subject} trên hệ thống truyền thanh cơ sở trong {month}.",
    "Phấn đấu {percent}% đơn vị hoàn thành nhiệm vụ trong {quarter}; phần còn lại xong {deadline}.",
    "Tổ chức {count} lớp tập huấn {between} cho cán bộ cơ sở.",
    "Rà soát, sửa đổi quy chế theo {pinpoint}, bảo đảm thống nhất với {cite}.",
    "Xây dựng tối thiểu {count} mô hình điểm {period}, nhân rộng từ năm sau.",
    "Tiếp tục quán triệt {cite} và {cite} đến từng cán bộ, đảng viên.",
    "Duy trì chế độ báo cáo định kỳ, gửi kết quả {yearless} hằng năm.",
    "Kéo dài đợt cao điểm {until}, sau đó chuyển sang nền nếp thường xuyên.",
    "Sơ kết {half}, kịp thời biểu dương gương người tốt, việc tốt.",
    "Thực hiện nghiêm các {list} trong quá trình triển khai.",
    "Đẩy mạnh ứng dụng công nghệ thông tin, kết nối, chia sẻ dữ liệu dùng chung.",
    "Khen thưởng {count} tập thể có thành tích xuất sắc theo {law}.",
)
TITLES = (
    "Công tác tuyên truyền",
    "Nâng cao chất lượng nguồn nhân lực",
    "Hoàn thiện cơ chế, chính sách",
    "Kiểm tra, giám sát",
    "Huy động nguồn lực xã hội",
    "Về cơ sở vật chất, trang thiết bị",
)
TASKS = (
    "chủ trì, phối hợp với các đơn vị liên quan triển khai {subject}; báo cáo {deadline}.",
    "hướng dẫn nghiệp vụ, theo dõi, đôn đốc việc thực hiện Kế hoạch này.",
    "bố trí kinh phí theo phân cấp ngân sách và {cite}.",
    "đưa tin, viết bài về kết quả thực hiện trong {month}.",
    "tổng hợp kết quả, báo cáo cấp có thẩm quyền trong {quarter}.",
    "lồng ghép nội dung vào sinh hoạt thường kỳ, hoàn thành {deadline}.",
)
DOERS = (
    "Văn phòng",
    "Phòng Tổng hợp",
    "Phòng Kế hoạch - Tài chính",
    "Trung tâm Công nghệ thông tin",
    "Ban Dân vận",
    "Các đơn vị trực thuộc",
    "Phòng Văn hóa - Xã hội",
)
PRODUCTS = ("Báo cáo", "Kế hoạch chi tiết", "Quyết định", "Cơ sở dữ liệu", "Hội nghị", "Phóng sự")
JOBS = (
    "Ban hành văn bản hướng dẫn",
    "Khảo sát thực trạng tại cơ sở",
    "Tập huấn theo {cite}",
    "Tổng kết, khen thưởng",
    "Xây dựng phần mềm theo dõi",
)
NOTES = (
    "Số liệu tổng hợp từ báo cáo của các đơn vị.",
    "Theo {cite} về giao chỉ tiêu thực hiện.",
    "Kết quả khảo sát thực hiện trong {month}.",
)
SUPERIORS = (
    ("Thường trực Tỉnh ủy", "để b/c"),
    ("UBND tỉnh", "báo cáo"),
    ("Thường trực HĐND tỉnh", "b/c"),
    ("UBND tỉnh", None),
)
FELLOWS = (
    ("Các sở, ban, ngành", "để p/h"),
    ("UBND các xã, phường", "để t/h"),
    ("Hội đồng TĐKT tỉnh", None),
    ("Sở Nội vụ (Phòng TĐKT)", None),
    ("Cổng TTĐT tỉnh", "để đăng tải"),
    ("Lãnh đạo cơ quan", None),
    ("Các phòng, đơn vị trực thuộc", None),
    ("C, PVP UBND tỉnh", None),
)
ARCHIVE_UNITS = (("VT",), ("VT", "VP"), ("VT", "NC"), ("VT", "TH"), ("VT", "KGVX"), ("VT", "TCHC"))
