"""The words of year-to-year pairs: sentences with another wording of the same matter beside them.

Gives tuples only. Rule of the place: `{subject}` and `{year}` are filled by `corpus.comparisons.pairs`; the second
wording says the same as the first, as next year's author would; no two rows speak of the same matter.
"""

from __future__ import annotations

SUBJECTS = (
    "chuyển đổi số trong cơ quan nhà nước",
    "cải cách thủ tục hành chính",
    "xây dựng nông thôn mới",
    "giảm nghèo bền vững",
    "phát triển du lịch cộng đồng",
    "bảo vệ môi trường nông thôn",
)

PURPOSES = (
    (
        "Nâng cao nhận thức của cán bộ, công chức và người dân về ý nghĩa của {subject}.",
        "Tiếp tục làm cho cán bộ, công chức và người dân nhận thức sâu sắc hơn về ý nghĩa của {subject}.",
        "Làm chuyển biến nhận thức, trách nhiệm của người đứng đầu và toàn xã hội đối với {subject}.",
    ),
    (
        "Phát hiện, nhân rộng mô hình hay, cách làm sáng tạo ở cơ sở.",
        "Kịp thời phát hiện và nhân rộng những mô hình hay, cách làm sáng tạo, hiệu quả ở cơ sở.",
        "Lan tỏa cách làm sáng tạo, biểu dương người tốt, việc tốt và mô hình hiệu quả từ cơ sở.",
    ),
    (
        "Tạo động lực hoàn thành thắng lợi nhiệm vụ phát triển kinh tế - xã hội năm {year}.",
        "Góp phần hoàn thành thắng lợi các nhiệm vụ phát triển kinh tế - xã hội của tỉnh năm {year}.",
    ),
    (
        "Huy động nguồn lực xã hội, nhất là doanh nghiệp và hợp tác xã, tham gia đầu tư.",
        "Khuyến khích doanh nghiệp, hợp tác xã và các nguồn lực xã hội khác tham gia đầu tư.",
    ),
    (
        "Khắc phục tình trạng hồ sơ quá hạn kéo dài tại bộ phận một cửa.",
        "Chấm dứt tình trạng hồ sơ quá hạn kéo dài, gây phiền hà tại bộ phận một cửa các cấp.",
    ),
)
REQUIREMENTS = (
    (
        "Bám sát sự lãnh đạo của cấp ủy, phù hợp điều kiện thực tế của từng địa bàn.",
        "Bảo đảm sự lãnh đạo của cấp ủy; phù hợp với điều kiện thực tế và nguồn lực của từng địa bàn.",
        "Tuân thủ sự lãnh đạo của cấp ủy; chọn việc trọng tâm, phù hợp nguồn lực và điều kiện từng địa bàn.",
    ),
    (
        "Xác định rõ nội dung, tiến độ, trách nhiệm của từng cơ quan; tránh chồng chéo.",
        "Xác định rõ nội dung, thời hạn, trách nhiệm của từng cơ quan, đơn vị; không chồng chéo, bỏ sót.",
    ),
    (
        "Kiểm tra thường xuyên, xử lý nghiêm tổ chức, cá nhân chậm trễ.",
        "Tăng cường kiểm tra đột xuất, xử lý nghiêm tổ chức, cá nhân để xảy ra chậm trễ.",
    ),
    (
        "Sử dụng kinh phí tiết kiệm, công khai; không tổ chức lễ phát động rườm rà.",
        "Sử dụng kinh phí tiết kiệm, công khai, minh bạch và không tổ chức lễ phát động rườm rà.",
    ),
)
CONTENTS: tuple[tuple[str, ...], ...] = (
    (
        "Mở chuyên mục trên cổng thông tin điện tử, đăng ít nhất hai bài mỗi tháng về gương điển hình.",
        "Duy trì chuyên mục trên cổng thông tin điện tử, mỗi tháng đăng bài về gương điển hình và cách làm mới.",
        "Mở chuyên mục trên báo và nền tảng số, đăng phóng sự về gương điển hình, cách làm mới.",
    ),
    (
        "Rà soát, đơn giản hóa biểu mẫu điện tử, bỏ các giấy tờ đã có trong cơ sở dữ liệu dân cư.",
        "Tiếp tục đơn giản hóa biểu mẫu điện tử; không yêu cầu giấy tờ đã có trong cơ sở dữ liệu dân cư.",
    ),
    (
        "Bồi dưỡng kỹ năng cho công chức cấp xã theo hình thức cầm tay chỉ việc.",
        "Tập huấn, bồi dưỡng kỹ năng cho công chức cấp xã bằng hình thức cầm tay chỉ việc và học trực tuyến.",
        "Bồi dưỡng công chức cấp xã theo vị trí việc làm; kết hợp học trực tuyến với cầm tay chỉ việc.",
    ),
    (
        "Đầu tư hạ tầng mạng truyền dẫn đến các thôn còn vùng lõm sóng di động.",
        "Hoàn thiện hạ tầng mạng truyền dẫn, xóa vùng lõm sóng di động tại các thôn vùng cao.",
        "Dựng thêm trạm thu phát, xóa vùng lõm sóng di động; nâng cấp hạ tầng truyền dẫn của xã.",
    ),
    (
        "Hỗ trợ vốn vay ưu đãi cho hộ gia đình trồng cây dược liệu dưới tán rừng.",
        "Mở rộng vốn vay ưu đãi cho hộ gia đình và tổ hợp tác trồng cây dược liệu dưới tán rừng.",
    ),
    (
        "Thu gom, phân loại rác thải sinh hoạt tại nguồn ở khu dân cư tập trung.",
        "Vận động Nhân dân phân loại rác thải sinh hoạt tại nguồn, trước hết ở khu dân cư tập trung.",
        "Mỗi khu dân cư có điểm thu gom; người dân phân loại rác thải sinh hoạt trước khi vận chuyển.",
    ),
    (
        "Tu sửa nhà văn hóa thôn, bổ sung tủ sách và thiết bị thể thao ngoài trời.",
        "Nâng cấp nhà văn hóa thôn gắn với bổ sung tủ sách, thiết bị thể thao ngoài trời cho thiếu niên.",
    ),
    (
        "Kết nối tiêu thụ nông sản chủ lực qua sàn thương mại điện tử và phiên chợ vùng cao.",
        "Kết nối, quảng bá, tiêu thụ nông sản chủ lực trên sàn thương mại điện tử, phiên chợ vùng cao.",
        "Đưa nông sản chủ lực lên sàn thương mại điện tử; tổ chức tuần lễ quảng bá tại thành phố lớn.",
    ),
    (
        "Thành lập đội tình nguyện hướng dẫn người cao tuổi nộp hồ sơ trực tuyến tại nhà.",
        "Củng cố đội tình nguyện hướng dẫn người cao tuổi, người khuyết tật nộp hồ sơ trực tuyến tại nhà.",
    ),
    (
        "Bảo tồn nghề dệt thổ cẩm gắn với điểm tham quan của bản du lịch.",
        "Khôi phục và bảo tồn nghề dệt thổ cẩm, gắn với điểm tham quan của các bản du lịch.",
    ),
    (
        "Tổ chức đối thoại định kỳ giữa lãnh đạo với doanh nghiệp về vướng mắc đất đai.",
        "Tổ chức đối thoại định kỳ hằng quý giữa lãnh đạo với doanh nghiệp, tháo gỡ vướng mắc đất đai.",
        "Gặp mặt, đối thoại với doanh nghiệp mỗi quý một lần; giải quyết kiến nghị về đất đai, tín dụng.",
    ),
    (
        "Xây dựng công trình nước sạch tự chảy cho trường bán trú và trạm y tế.",
        "Sửa chữa, xây mới công trình nước sạch tự chảy cho trường bán trú, trạm y tế và chợ.",
    ),
    (
        "Chấm điểm, công bố xếp hạng mức độ hài lòng của người dân đối với từng cơ quan.",
        "Công bố công khai xếp hạng mức độ hài lòng của người dân đối với từng cơ quan trên bảng tin.",
    ),
    (
        "Khảo sát nhu cầu học nghề của lao động nông thôn trước khi mở lớp.",
        "Khảo sát, đánh giá nhu cầu học nghề của lao động nông thôn, lao động hồi hương trước khi mở lớp.",
        "Chỉ mở lớp dạy nghề khi đã khảo sát lao động nông thôn và có cam kết tuyển dụng của doanh nghiệp.",
    ),
)
_NEAR = (
    (
        "Bồi dưỡng kỹ năng số cho giáo viên và học sinh trung học theo hình thức học trực tuyến.",
        "Tiếp tục bồi dưỡng kỹ năng số cho giáo viên, học sinh trung học bằng học liệu trực tuyến.",
    ),
    (
        "Sửa chữa trường bán trú và trạm y tế xuống cấp trước mùa mưa.",
        "Sửa chữa, nâng cấp trường bán trú và trạm y tế xuống cấp, xong trước mùa mưa.",
    ),
    (
        "Khảo sát mức độ hài lòng của người dân khi khám bệnh tại trạm y tế.",
        "Khảo sát, công bố mức độ hài lòng của người dân khi khám bệnh tại trạm y tế và bệnh viện.",
    ),
    (
        "Hỗ trợ hợp tác xã đăng ký nhãn hiệu cho nông sản chủ lực.",
        "Hỗ trợ hợp tác xã, hộ kinh doanh đăng ký nhãn hiệu, mã vùng trồng cho nông sản chủ lực.",
    ),
    (
        "Vận động hộ gia đình trồng rừng gỗ lớn, chuyển hóa rừng gỗ nhỏ.",
        "Vận động hộ gia đình, chủ rừng trồng rừng gỗ lớn và chuyển hóa rừng gỗ nhỏ.",
    ),
)
CONTENTS += _NEAR
"""Matters close to others in their words."""

FORMULA = (
    "Các phòng, đơn vị thuộc Sở báo cáo kết quả thực hiện trước ngày 20 hằng tháng qua Văn phòng Sở.",
    "Các phòng, đơn vị thuộc Sở tổng hợp, báo cáo tình hình và kết quả thực hiện trước ngày 20 hằng tháng.",
)
"""What stands word for word at the end of each group of a plan."""

TARGETS = (
    ("Tỷ lệ hồ sơ giải quyết đúng hạn", "%", (80, 85, 90, 95)),
    ("Tỷ lệ người dân hài lòng khi giao dịch", "%", (75, 82, 88, 92)),
    ("Tỷ lệ hộ dân sử dụng nước sạch", "%", (60, 68, 72, 78)),
    ("Tỷ lệ chất thải rắn sinh hoạt được thu gom", "%", (55, 62, 70, 81)),
    ("Số mô hình điển hình được nhân rộng", "mô hình", (5, 8, 12, 15)),
    ("Số lao động được đào tạo nghề", "lao động", (800, 1200, 1500, 2000)),
    ("Diện tích rừng trồng mới", "ha", (150, 250, 300, 420)),
    ("Số thủ tục cung cấp trực tuyến toàn trình", "thủ tục", (120, 160, 240, 310)),
    ("Tỷ lệ cán bộ cấp xã qua bồi dưỡng", "%", (70, 76, 84, 96)),
)
"""Indicator, unit, values that it may have."""

LEADS = (
    "Sở Nội vụ", "Sở Tài chính", "Sở Y tế", "Sở Xây dựng", "Sở Công Thương", "Sở Tư pháp", "Sở Khoa học và Công nghệ",
    "Sở Giáo dục và Đào tạo", "Sở Văn hóa, Thể thao và Du lịch", "Sở Nông nghiệp và Môi trường",
)  # fmt: skip
SUPPORTS = ("Công an tỉnh", "Thanh tra tỉnh", "Văn phòng UBND tỉnh", "Ban Dân tộc", "Bộ Chỉ huy Quân sự tỉnh")
TASKS = (
    (
        "thẩm định dự toán kinh phí của các đơn vị, trình cấp có thẩm quyền quyết định",
        "thẩm định, tổng hợp dự toán kinh phí của các đơn vị trình cấp có thẩm quyền phê duyệt",
    ),
    (
        "xây dựng bộ tiêu chí đánh giá, hướng dẫn các đơn vị tự chấm điểm",
        "hoàn thiện bộ tiêu chí đánh giá và hướng dẫn các đơn vị tự chấm điểm trên phần mềm",
    ),
    (
        "tổ chức lớp tập huấn cho đầu mối của các xã, phường",
        "tổ chức tập huấn trực tuyến cho đầu mối của các xã, phường và trường học",
    ),
    (
        "kiểm tra việc thực hiện tại ít nhất năm địa phương",
        "kiểm tra, giám sát việc thực hiện tại các địa phương còn yếu kém",
    ),
    (
        "biên soạn tài liệu tuyên truyền bằng tiếng phổ thông và tiếng dân tộc",
        "biên soạn, in ấn và phát hành tài liệu tuyên truyền bằng tiếng dân tộc",
    ),
    (
        "cập nhật cơ sở dữ liệu dùng chung của tỉnh, bảo đảm an toàn thông tin",
        "cập nhật, làm sạch cơ sở dữ liệu dùng chung của tỉnh gắn với bảo đảm an toàn thông tin",
    ),
    (
        "tham mưu khen thưởng tập thể, cá nhân có thành tích xuất sắc",
        "tham mưu khen thưởng đột xuất tập thể, cá nhân có thành tích xuất sắc và sáng kiến mới",
    ),
    (
        "lập danh mục công trình cần sửa chữa trước mùa mưa bão",
        "lập danh mục và thứ tự ưu tiên công trình cần sửa chữa trước mùa mưa bão",
    ),
)

MONEY = (
    (
        "Kinh phí thực hiện bố trí trong dự toán ngân sách được giao năm {year} và nguồn xã hội hóa hợp pháp.",
        "Kinh phí thực hiện do ngân sách tỉnh bảo đảm theo phân cấp năm {year}, lồng ghép với nguồn hợp pháp khác.",
    ),
)
EXTRAS = (
    (
        ("THỜI GIAN THỰC HIỆN", "THỜI GIAN"),
        ("Các hoạt động diễn ra từ quý I đến hết quý IV, cao điểm vào tháng có ngày truyền thống của ngành.",),
    ),
    (
        ("KHEN THƯỞNG", "HÌNH THỨC KHEN THƯỞNG"),
        ("Tặng giấy khen cho tập thể dẫn đầu và cá nhân có sáng kiến được áp dụng trong toàn ngành.",),
    ),
    (
        ("PHẠM VI, ĐỐI TƯỢNG", "ĐỐI TƯỢNG, PHẠM VI ÁP DỤNG"),
        ("Áp dụng đối với các phòng, đơn vị trực thuộc và đối tác ký kết quy chế phối hợp với ngành.",),
    ),
)
"""Sections that one year has and another has not: titles, what stands in them."""

TITLES = {
    "purposes": ("MỤC ĐÍCH, YÊU CẦU", "MỤC ĐÍCH VÀ YÊU CẦU"),
    "targets": ("CHỈ TIÊU", "CHỈ TIÊU CỤ THỂ"),
    "contents": ("NHIỆM VỤ, GIẢI PHÁP", "NỘI DUNG, NHIỆM VỤ VÀ GIẢI PHÁP"),
    "money": ("KINH PHÍ THỰC HIỆN", "KINH PHÍ"),
    "organisation": ("TỔ CHỨC THỰC HIỆN", "TRÁCH NHIỆM VÀ TỔ CHỨC THỰC HIỆN"),
}
GROUPS = ("Công tác tuyên truyền, vận động", "Hạ tầng và nguồn lực", "Nâng cao chất lượng phục vụ")
"""Headings among which the contents are parted."""

LAWS = (
    ("Luật Tổ chức chính quyền địa phương", "65/2025/QH15", (2025, 2, 19), "72/2025/QH15", (2025, 6, 16)),
    ("Luật Thi đua, khen thưởng", "15/2003/QH11", (2003, 11, 26), "06/2022/QH15", (2022, 6, 15)),
    ("Luật Lưu trữ", "01/2011/QH13", (2011, 11, 11), "33/2024/QH15", (2024, 6, 21)),
    ("Luật Giao dịch điện tử", "51/2005/QH11", (2005, 11, 29), "20/2023/QH15", (2023, 6, 22)),
)
"""Name, number and day of a law, and of the law that replaced it."""

STANDING = (
    ("Nghị quyết", "57-NQ/TW", (2024, 12, 22), "Bộ Chính trị"),
    ("Chỉ thị", "34-CT/TW", (2014, 4, 7), "Bộ Chính trị"),
    ("Quyết định", "749/QĐ-TTg", (2020, 6, 3), "Thủ tướng Chính phủ"),
    ("Nghị định", "61/2018/NĐ-CP", (2018, 4, 23), "Chính phủ"),
    ("Thông tư", "41/2024/TT-BTC", (2024, 5, 20), "Bộ trưởng Bộ Tài chính"),
    ("Nghị quyết", "76/NQ-CP", (2021, 7, 15), "Chính phủ"),
)
"""Documents that a plan may cite in any year."""
