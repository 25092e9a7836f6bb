"""Sections: markers, their order and nesting, titles, attachments (SPEC §9; GUIDELINES, sections)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from made_text import bold, document, light, text

from models import Section
from parsers.layout import Line
from parsers.sections import tree
from parsers.sections.markers import roman


def paths(sections: tuple[Section, ...], above: str = "") -> Iterator[str]:
    """Give the path of each section, as the gold does: bullets are left out, what is below them stays."""
    for section in sections:
        path = above
        if section.kind != "bullet":
            path = f"{above}/{section.label}" if above else section.label
            yield path
        yield from paths(section.children, path)


def read(*lines: str | Line) -> tuple[Section, ...]:
    made = text(*lines)
    return tree(made, 0, len(made.paragraphs))


NESTING = [
    pytest.param(["I. MỤC ĐÍCH", "II. NỘI DUNG", "III. TỔ CHỨC"], "I II III", id="Roman numerals"),
    pytest.param(
        ["I. MỤC ĐÍCH", "1. Làm tốt.", "2. Làm nhanh.", "II. NỘI DUNG", "1. Trồng cây."],
        "I I/1 I/2 II II/1",
        id="Arabic restarts below each Roman",
    ),
    pytest.param(
        ["1. Làm tốt.", "a) Trồng cây.", "b) Tưới cây.", "2. Làm nhanh.", "a) Đào hố."],
        "1 1/a 1/b 2 2/a",
        id="letters restart below each item",
    ),
    pytest.param(
        ["I. MỤC ĐÍCH", "1. Làm tốt", "1.1. Trồng cây.", "1.2. Tưới cây.", "2. Làm nhanh", "2.1. Đào hố."],
        "I I/1 I/1/1.1 I/1/1.2 I/2 I/2/2.1",
        id="decimals below their number",
    ),
    pytest.param(
        ["a) Một.", "b) Hai.", "c) Ba.", "d) Bốn.", "đ) Năm.", "e) Sáu.", "g) Bảy."],
        "a b c d đ e g",
        id="đ follows d, g follows e",
    ),
    pytest.param(
        ["1. Làm:", *(f"{letter}) Việc." for letter in "abcdđeghiklmnopq")],
        "1 " + " ".join(f"1/{letter}" for letter in "abcdđeghiklmnopq"),
        id="i is a letter here, not a numeral",
    ),
    pytest.param(
        ["Phần I. CHUNG", "I. MỤC ĐÍCH", "1. Làm tốt.", "Phần II. RIÊNG", "I. NỘI DUNG"],
        "Phần I Phần I/I Phần I/I/1 Phần II Phần II/I",
        id="parts above Roman numerals",
    ),
    pytest.param(
        ["PHẦN THỨ NHẤT", "TÌNH HÌNH", "I. KẾT QUẢ", "PHẦN THỨ HAI", "PHƯƠNG HƯỚNG", "I. MỤC TIÊU"],
        "Phần THỨ NHẤT Phần THỨ NHẤT/I Phần THỨ HAI Phần THỨ HAI/I",
        id="parts in words",
    ),
    pytest.param(
        ["A. CHUNG", "I. MỤC ĐÍCH", "1. Làm tốt.", "B. RIÊNG", "I. NỘI DUNG"],
        "A A/I A/I/1 B B/I",
        id="capitals above Roman numerals",
    ),
    pytest.param(
        [
            "Chương I",
            "QUY ĐỊNH CHUNG",
            "Điều 1. Phạm vi",
            "1. Một.",
            "Điều 2. Đối tượng",
            "Chương II",
            "CỤ THỂ",
            "Điều 3. Việc",
        ],
        "Chương I Chương I/Điều 1 Chương I/Điều 1/1 Chương I/Điều 2 Chương II Chương II/Điều 3",
        id="articles run on over chapters",
    ),
    pytest.param(
        ["Chương I", "CHUNG", "Mục 1", "LẬP", "Điều 1. Một", "Mục 2", "DUYỆT", "Điều 2. Hai"],
        "Chương I Chương I/Mục 1 Chương I/Mục 1/Điều 1 Chương I/Mục 2 Chương I/Mục 2/Điều 2",
        id="divisions between chapter and article",
    ),
    pytest.param(
        ["Điều 1. Ban hành.", "Điều 2. Thực hiện:", "1. Sở Nội vụ.", "a) Trồng.", "Điều 3. Hiệu lực."],
        "Điều 1 Điều 2 Điều 2/1 Điều 2/1/a Điều 3",
        id="articles of a decision",
    ),
    pytest.param(
        ["I- TÌNH HÌNH", "1- Kết quả.", "2- Hạn chế.", "II- NHIỆM VỤ", "1- Trồng cây."],
        "I I/1 I/2 II II/1",
        id="Party: hyphens after numbers",
    ),
    pytest.param(["I/ TÌNH HÌNH", "1/ Kết quả.", "II/ NHIỆM VỤ"], "I I/1 II", id="slashes after numbers"),
    pytest.param(
        ["I TÌNH HÌNH", "1. Kết quả.", "II NHIỆM VỤ"], "I I/1 II", id="Roman numerals without a dot before capitals"
    ),
    pytest.param(["1. Làm:", "(1) Trồng.", "(2) Tưới.", "2. Báo cáo."], "1 1/1 1/2 2", id="numbers in brackets"),
    pytest.param(["1. Làm:", "(i) Trồng.", "(ii) Tưới.", "(iii) Rào."], "1 1/i 1/ii 1/iii", id="small Roman numerals"),
    pytest.param(["I. MỤC ĐÍCH", "- Trồng cây.", "- Tưới cây.", "II. NỘI DUNG"], "I II", id="bullets are not listed"),
    pytest.param(
        ["1. Làm:", "- Sở Nội vụ:", "a) Trồng.", "b) Tưới.", "- Sở Y tế:", "a) Khám.", "2. Báo cáo."],
        "1 1/a 1/b 1/a 2",
        id="below a bullet: the path leaves the bullet out",
    ),
    pytest.param(
        ["I. MỤC ĐÍCH", "III. TỔ CHỨC", "1. Giao Sở.", "V. KINH PHÍ"], "I III III/1 V", id="a gap is kept as printed"
    ),
    pytest.param(["2. Sở Y tế khám bệnh.", "3. Sở Nội vụ báo cáo."], "2 3", id="a list may begin out of sight"),
    pytest.param(["VIII. TÁM", "IX. CHÍN", "X. MƯỜI", "XI. MƯỜI MỘT"], "VIII IX X XI", id="numerals over ten"),
    pytest.param(
        ["I. MỘT", "1. Làm", "II. HAI", "1. Làm", "a) Trồng.", "III. BA"],
        "I I/1 II II/1 II/1/a III",
        id="a higher marker closes all below it",
    ),
    pytest.param(
        ["1. Làm tốt", "1.1. Trồng", "1.1.1. Đào hố.", "1.1.2. Lấp đất.", "1.2. Tưới"],
        "1 1/1.1 1/1.1/1.1.1 1/1.1/1.1.2 1/1.2",
        id="three numbers",
    ),
    pytest.param(
        ["I) TÌNH HÌNH", "1) Kết quả.", "2) Hạn chế.", "II) NHIỆM VỤ"], "I I/1 I/2 II", id="brackets after numbers"
    ),
    pytest.param(
        [f"{letter}. NHÓM VIỆC" for letter in "ABCDĐEGHI"], " ".join("ABCDĐEGHI"), id="I after H is the letter"
    ),
]


@pytest.mark.parametrize(("lines", "expected"), NESTING)
def test_markers_nest_by_their_order(lines: list[str], expected: str) -> None:
    found = list(paths(read(*lines)))
    wanted = expected.replace("THỨ ", "THỨ_").split()
    assert [
        path.replace("THỨ ", "THỨ_")
        .replace("Phần ", "Phần_")
        .replace("Chương ", "Chương_")
        .replace("Điều ", "Điều_")
        .replace("Mục ", "Mục_")
        for path in found
    ] == _joined(wanted)


def _joined(words: list[str]) -> list[str]:
    """Join `Phần I/I` again, which the spaces of the table parted."""
    whole: list[str] = []
    for word in words:
        if whole and whole[-1].rsplit("/", 1)[-1] in ("Phần", "Chương", "Điều", "Mục"):
            whole[-1] += "_" + word
        else:
            whole.append(word)
    return whole


MISREAD = [
    pytest.param(
        ["I. MỤC ĐÍCH", "Il. NỘI DUNG", "lII. TỔ CHỨC", "lV. KINH PHÍ"], "I II III IV", id="l inside numerals"
    ),
    pytest.param(
        [f"{letter}) Việc." for letter in "abcdđeghikl"], " ".join("abcdđeghikl"), id="l after k is the letter"
    ),
    pytest.param(["l. MỤC ĐÍCH", "II. NỘI DUNG"], "I II", id="l for I at the start, before capitals"),
    pytest.param(
        ["I. MỤC ĐÍCH", "H. NỘI DUNG", "HI. TỔ CHỨC"], "I II III", id="H for II, HI for III, each in its turn"
    ),
]


@pytest.mark.parametrize(("lines", "expected"), MISREAD)
def test_a_misread_numeral_is_mended_where_the_order_proves_it(lines: list[str], expected: str) -> None:
    assert list(paths(read(*lines))) == expected.split()


def test_a_misread_numeral_out_of_order_is_not_mended() -> None:
    assert "III" not in paths(read("I. MỤC ĐÍCH", "HI. TỔ CHỨC"))


def test_a_mended_marker_is_kept_as_printed() -> None:
    assert [(s.label, s.marker) for s in read("l. MỤC ĐÍCH", "II. NỘI DUNG")] == [("I", "l."), ("II", "II.")]


NONE = [
    pytest.param("Năm 2026 là năm đầu tiên.", id="a year"),
    pytest.param("15 xã đã hoàn thành.", id="a count"),
    pytest.param("8,5% số hộ.", id="a share"),
    pytest.param("15/12/2026 là hạn cuối.", id="a day"),
    pytest.param("1.200 tỷ đồng.", id="thousands"),
    pytest.param(
        "A. Nguyễn đã báo cáo với xã về tình hình trồng cây của bản trong cả năm vừa qua và những việc còn lại, "
        "được cả hội nghị nhất trí.",
        id="an initial",
    ),
    pytest.param("Phụ lục kèm theo Kế hoạch này nêu rõ.", id="an appendix named in a sentence"),
    pytest.param("Điều 5 Luật Đất đai quy định.", id="an article of a law"),
    pytest.param("Mục tiêu của kế hoạch.", id="the word for aim"),
    pytest.param("Phần lớn các hộ đã trồng.", id="the word for most"),
    pytest.param("“1. Một điều được trích nguyên văn.”", id="a quoted item"),
    pytest.param("I am là chữ nước ngoài.", id="a foreign word"),
]


@pytest.mark.parametrize("line", NONE)
def test_what_opens_no_section(line: str) -> None:
    assert list(paths(read(line))) == []


def test_quoted_items_are_not_sections() -> None:
    found = read(
        "Điều 1. Sửa đổi khoản 2 Điều 3 như sau:", "“2. Hỗ trợ cây giống:", "a) Keo.", "b) Thông.”", "Điều 2. Hiệu lực."
    )
    assert list(paths(found)) == ["Điều 1", "Điều 2"]


TITLES: list[object] = [
    pytest.param("I. MỤC ĐÍCH, YÊU CẦU", "MỤC ĐÍCH, YÊU CẦU", id="capitals"),
    pytest.param("I. MỤC ĐÍCH, YÊU CẦU:", "MỤC ĐÍCH, YÊU CẦU", id="capitals, the colon left out"),
    pytest.param("1. Mục đích", "Mục đích", id="a short line without final punctuation"),
    pytest.param("1. Mục đích: tạo không khí thi đua sôi nổi.", "Mục đích", id="run-in"),
    pytest.param("2. Sở Nội vụ:", "Sở Nội vụ", id="a colon that ends the line"),
    pytest.param(
        "3. Sở Văn hóa, Thể thao và Du lịch; Báo Bản Mạ: đẩy mạnh tuyên truyền.",
        "Sở Văn hóa, Thể thao và Du lịch; Báo Bản Mạ",
        id="run-in assignees",
    ),
    pytest.param("1. Giao Sở Nội vụ theo dõi, đôn đốc.", None, id="a running sentence"),
    pytest.param("1. Trồng 05 ha rừng;", None, id="an item that ends in a semicolon"),
    pytest.param("1. Các xã trồng cây. Sở Nội vụ: theo dõi.", None, id="a colon after a full stop is not run-in"),
    pytest.param("1. " + "rừng " * 26 + ": trồng.", None, id="more than 25 syllables before the colon"),
    pytest.param("1. Bắt đầu lúc 7:30 sáng thứ hai, ngày đầu tuần.", None, id="a colon inside an hour"),
    pytest.param("1. “Vì một Bản Mạ xanh” là chủ đề.", None, id="a quotation"),
    pytest.param("a) Đối với cấp xã", "Đối với cấp xã", id="a letter's heading"),
    pytest.param("Điều 1. Phạm vi điều chỉnh", "Phạm vi điều chỉnh", id="an article's heading"),
    pytest.param("Điều 1. Ban hành kèm theo Quyết định này Kế hoạch trồng cây.", None, id="an article's sentence"),
    pytest.param(
        "1. Hội thi tại TP. Bản Mạ", "Hội thi tại TP. Bản Mạ", id="the dot of an abbreviation is no full stop"
    ),
]


@pytest.mark.parametrize(("line", "expected"), TITLES)
def test_the_title_of_a_section(line: str, expected: str | None) -> None:
    (section,) = read(line)
    assert section.title == expected


def test_a_sentence_in_bold_is_a_heading() -> None:
    (section,) = read(bold("1. Tổ chức tốt các phong trào thi đua yêu nước."))
    assert section.title == "Tổ chức tốt các phong trào thi đua yêu nước"


def test_a_sentence_in_light_type_is_none() -> None:
    (section,) = read(light("1. Tổ chức tốt các phong trào thi đua yêu nước."))
    assert section.title is None


BELOW = [
    pytest.param(["Chương I", "QUY ĐỊNH CHUNG", "Điều 1. Một"], "QUY ĐỊNH CHUNG", id="a chapter's title below it"),
    pytest.param(["Phần thứ nhất", "Tình hình trồng rừng", "I. KẾT QUẢ"], "Tình hình trồng rừng", id="small letters"),
    pytest.param(["I. MỤC ĐÍCH, YÊU CẦU", "VÀ PHẠM VI ÁP DỤNG", "1. Một."], "MỤC ĐÍCH, YÊU CẦU VÀ PHẠM VI ÁP DỤNG",
                 id="a heading in capitals on two lines"),
    pytest.param(["Chương I QUY ĐỊNH CHUNG", "Điều 1. Một"], "QUY ĐỊNH CHUNG", id="a chapter's title beside it"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), BELOW)
def test_a_title_on_lines_of_its_own(lines: list[str], expected: str) -> None:
    assert read(*lines)[0].title == expected


def test_labels_markers_kinds_and_levels() -> None:
    (part,) = read("Phần I. CHUNG", "I- MỤC ĐÍCH", "1. Làm:", "1.1. Trồng:", "a) Đào.", "- Cuốc.")
    found = []
    section: Section | None = part
    while section is not None:
        found.append((section.kind, section.label, section.marker, section.level))
        section = section.children[0] if section.children else None
    assert found == [
        ("part", "Phần I", "Phần I.", 1), ("roman", "I", "I-", 2), ("arabic", "1", "1.", 3),
        ("decimal", "1.1", "1.1.", 4), ("letter", "a", "a)", 5), ("bullet", "-", "-", 6),
    ]  # fmt: skip


@pytest.mark.parametrize("sign", list("-–+*•"))
def test_bullets_have_one_label(sign: str) -> None:
    (item,) = read("1. Làm:", f"{sign} Trồng cây.")[0].children
    assert (item.kind, item.label) == ("bullet", "-")


def test_plus_stands_below_minus() -> None:
    (item,) = read("1. Làm:", "- Trồng:", "+ Keo.", "+ Thông.", "- Tưới.")
    assert [(child.marker, len(child.children)) for child in item.children] == [("-", 2), ("-", 0)]


HEAD = (
    "SỞ NỘI VỤ",
    "Số: 45/QĐ-SNV",
    "Bản Mạ, ngày 02 tháng 3 năm 2026",
    "QUYẾT ĐỊNH",
    "Ban hành Kế hoạch",
    "Căn cứ Luật Đất đai;",
    "QUYẾT ĐỊNH:",
    "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch trồng cây.",
    "Điều 2. Hiệu lực từ ngày ký.",
)
CLOSING = ("Nơi nhận:", "- Như Điều 2;", "- Lưu: VT.", "GIÁM ĐỐC", "Lò Văn Sơn")
ATTACHED = [
    pytest.param(
        ["PHỤ LỤC I", "DANH SÁCH XÃ", "1. Bản Mạ.", "PHỤ LỤC II", "BIỂU MẪU", "1. Mẫu."],
        [("Phụ lục I", "DANH SÁCH XÃ"), ("Phụ lục I/1", None), ("Phụ lục II", "BIỂU MẪU"), ("Phụ lục II/1", None)],
        id="numbered appendices",
    ),
    pytest.param(
        ["PHỤ LỤC", "DANH SÁCH XÃ", "(Kèm theo Quyết định số 45/QĐ-SNV ngày 02/3/2026 của Sở)", "1. Bản Mạ."],
        [("Phụ lục", "DANH SÁCH XÃ"), ("Phụ lục/1", None)],
        id="one appendix, its guide line left out",
    ),
    pytest.param(
        ["Phụ lục số 01", "DANH SÁCH XÃ", "1. Bản Mạ."],
        [("Phụ lục 01", "DANH SÁCH XÃ"), ("Phụ lục 01/1", None)],
        id="an Arabic appendix",
    ),
    pytest.param(
        ["PHỤ LỤC I: DANH SÁCH XÃ", "1. Bản Mạ."],
        [("Phụ lục I", "DANH SÁCH XÃ"), ("Phụ lục I/1", None)],
        id="the title beside the number",
    ),
    pytest.param(
        ["KẾ HOẠCH", "Trồng cây năm 2026", "(Kèm theo Quyết định số 45/QĐ-SNV)", "I. MỤC ĐÍCH", "1. Làm."],
        [("Kèm theo", "Trồng cây năm 2026"), ("Kèm theo/I", "MỤC ĐÍCH"), ("Kèm theo/I/1", None)],
        id="an attached plan: the type alone is not its title",
    ),
    pytest.param(
        ["KẾ HOẠCH TRỒNG CÂY", "(Kèm theo Quyết định số 45/QĐ-SNV)", "I. MỤC ĐÍCH", "1. Làm."],
        [("Kèm theo", "KẾ HOẠCH TRỒNG CÂY"), ("Kèm theo/I", "MỤC ĐÍCH"), ("Kèm theo/I/1", None)],
        id="an attached plan: the type on one line with its subject is",
    ),
    pytest.param(
        ["PHỤ LỤC", "TIÊU CHÍ CHẤM ĐIỂM", "I. CƠ SỞ VẬT CHẤT", "1. Nhà.", "II. CON NGƯỜI"],
        [
            ("Phụ lục", "TIÊU CHÍ CHẤM ĐIỂM"),
            ("Phụ lục/I", "CƠ SỞ VẬT CHẤT"),
            ("Phụ lục/I/1", None),
            ("Phụ lục/II", "CON NGƯỜI"),
        ],
        id="a section in capitals right after the title is not part of it",
    ),
    pytest.param(
        ["KẾ HOẠCH", "Trồng cây năm 2026", "I. MỤC ĐÍCH", "1. Làm.", "PHỤ LỤC I", "DANH SÁCH", "1. Bản."],
        [
            ("Kèm theo", "Trồng cây năm 2026"),
            ("Kèm theo/I", "MỤC ĐÍCH"),
            ("Kèm theo/I/1", None),
            ("Phụ lục I", "DANH SÁCH"),
            ("Phụ lục I/1", None),
        ],
        id="an attached plan, then an appendix",
    ),
]


def titled(sections: tuple[Section, ...], above: str = "") -> Iterator[tuple[str, str | None]]:
    for section in sections:
        path = f"{above}/{section.label}" if above else section.label
        yield path, section.title
        yield from titled(section.children, path)


SIBLINGS = [
    pytest.param(
        ["a) Trồng cây", "- Xã Bản Mạ.", "b) Chăm sóc cây.", "- Xã Bản Lè.", "c) Giữ rừng", "- Các xã."],
        ["Trồng cây", "Chăm sóc cây", "Giữ rừng"],
        id="a full stop after one of several headings",
    ),
    pytest.param(
        [
            "a) Trồng cây",
            "- Xã Bản Mạ.",
            "b) Giữ rừng",
            "- Các xã.",
            "c) Sở Nội vụ theo dõi.",
            "Yêu cầu các xã làm tốt.",
        ],
        ["Trồng cây", "Giữ rừng", None],
        id="a sentence after headings has no list below it",
    ),
    pytest.param(
        ["a) Xã Bản Mạ trồng cây.", "- Cây lim.", "b) Xã Bản Lè giữ rừng.", "- Rừng sến."],
        [None, None],
        id="sentences only",
    ),
]


@pytest.mark.parametrize(("lines", "expected"), SIBLINGS)
def test_a_heading_may_close_with_a_full_stop_among_headings(lines: list[str], expected: list[str | None]) -> None:
    assert [section.title for section in read(*lines)] == expected


@pytest.mark.parametrize(("lines", "expected"), ATTACHED)
def test_what_is_attached(lines: list[str], expected: list[tuple[str, str | None]]) -> None:
    made = document(*HEAD, *CLOSING, *lines)
    assert list(titled(made.sections)) == [("Điều 1", None), ("Điều 2", None), *expected]
    assert [signer.name for signer in made.signers] == ["Lò Văn Sơn"]


def test_rows_of_a_table_are_not_sections() -> None:
    table = [light("I. CÂY GIỐNG")._replace(role="table"), light("1. Keo lai")._replace(role="table")]
    assert list(paths(read("1. Kinh phí.", *table, "2. Thời gian."))) == ["1", "2"]


def test_footnotes_are_not_sections() -> None:
    note = light("1 Theo kế hoạch của xã.")._replace(role="footnote", note="1")
    assert list(paths(read("1. Trồng cây.", note, "2. Tưới cây."))) == ["1", "2"]


ROMAN = [
    ("I", 1),
    ("IV", 4),
    ("IX", 9),
    ("XIV", 14),
    ("XL", 40),
    ("XC", 90),
    ("IIII", None),
    ("IIX", None),
    ("VX", None),
    ("IC", None),
]


@pytest.mark.parametrize(("numeral", "value"), ROMAN)
def test_roman_numerals(numeral: str, value: int | None) -> None:
    assert roman(numeral) == value
