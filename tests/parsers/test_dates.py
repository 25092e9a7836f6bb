"""Dates: what counts as a date, and its normal form (SPEC §11; GUIDELINES, dates and doubts)."""

from __future__ import annotations

import pytest

from models import DateKind
from parsers import parse_bytes
from parsers.dates import scan

FORMS = [
    # one day
    pytest.param("Họp ngày 31 tháng 01 năm 2023.", ["2023-01-31"], id="long form"),
    pytest.param("ngày 31 tháng  01   năm 2023", ["2023-01-31"], id="any spacing"),
    pytest.param("Hoàn thành NGÀY 27 THÁNG 7 NĂM 2013", ["2013-07-27"], id="capitals"),
    pytest.param("Ngày 5 tháng 02 năm 2024, đoàn đi", ["2024-02-05"], id="leading zeros are as they please"),
    pytest.param("ngày 07/01/2026", ["2026-01-07"], id="slashes, day first"),
    pytest.param("sáng 7/1/2026 tại hội trường", ["2026-01-07"], id="slashes without the word day"),
    pytest.param("Ngày 26, 27/12/2011", ["2011-12-26", "2011-12-27"], id="two days before one month"),
    pytest.param("ngày 23 và 24 tháng 3 năm 2024", ["2024-03-23", "2024-03-24"], id="two days, long form"),
    pytest.param("ngày 1, 2 và 3/6/2024", ["2024-06-01", "2024-06-02", "2024-06-03"], id="three days"),
    pytest.param("ngày 12/ 4/2010", ["2010-04-12"], id="a space after a slash"),
    pytest.param("ngày 24 / 01 / 2014", ["2014-01-24"], id="spaces on both sides of the slashes"),
    pytest.param("ngày12/5/2024", ["2024-05-12"], id="glued to the word day"),
    pytest.param("ngày 7-1-2026", ["2026-01-07"], id="hyphens"),
    pytest.param("ngày 01-10-1997 của Bộ Chính trị", ["1997-10-01"], id="hyphens in a Party date"),
    pytest.param("trước ngày 07.01.2026", ["2026-01-07"], id="dots"),
    pytest.param("8 giờ 00 phút, ngày 20/3/2026 tại xã", ["2026-03-20"], id="a time before the day"),
    pytest.param("trước ngày 15/12/2026", ["2026-12-15"], id="before does not change the day"),
    pytest.param("chậm nhất ngày 31/12/2024 phải xong", ["2024-12-31"], id="at the latest does not change the day"),
    pytest.param("chậm nhất là ngày 31/12/2024", ["2024-12-31"], id="at the latest, with the copula"),
    pytest.param("trước 31/12/2025 báo cáo", ["2025-12-31"], id="before, without the word day"),
    pytest.param("kể từ ngày 04/5/2021", ["2021-05-04"], id="since is the plain day"),
    pytest.param("tính đến ngày 30/6/2025 đạt 40%", ["2025-06-30"], id="as of is the plain day"),
    pytest.param("tính đến hết ngày 30/6/2025", ["2025-06-30"], id="as of the end of a day is the plain day"),
    pytest.param(
        "họp các ngày 02/3/2026, 09/3/2026 và 16/3/2026",
        ["2026-03-02", "2026-03-09", "2026-03-16"],
        id="a list of days",
    ),
    pytest.param("Chỉ thị số 01/CT-UBND ngày 07/01/2026", ["2026-01-07"], id="the day inside a citation"),
    # blanks
    pytest.param("ngày     tháng 11 năm 2024", ["2024-11-XX"], id="the day is blank"),
    pytest.param("ngày tháng 11 năm 2024", ["2024-11-XX"], id="the day is blank, spaces folded"),
    pytest.param("ngày.....tháng 4 năm 2026", ["2026-04-XX"], id="the day is dots"),
    pytest.param("ngày … tháng … năm 2026", ["2026-XX-XX"], id="day and month are dots"),
    pytest.param("ngày tháng năm 2026", ["2026-XX-XX"], id="day and month are blank"),
    pytest.param("ngày /4/2026", ["2026-04-XX"], id="the day before a slash is blank"),
    pytest.param("ngày 15/12 hoàn thành", ["XXXX-12-15"], id="a day without its year"),
    pytest.param("trước ngày 5/9", ["XXXX-09-05"], id="a day without its year at the end"),
    pytest.param("trước 15/12 phải xong", ["XXXX-12-15"], id="before a day without year and word"),
    pytest.param("ngày 20 tháng 11 là ngày hội", ["XXXX-11-20"], id="a long day without its year"),
    pytest.param("trước ngày 15/02 hàng năm", ["XXXX-02-15"], id="a day of each year"),
    pytest.param("báo cáo 15/8 hằng năm", ["XXXX-08-15"], id="a day of each year without the word day"),
    # months, quarters, halves
    pytest.param("trong tháng 10 năm 2025", ["2025-10"], id="month and year"),
    pytest.param("Tháng 10/2025: tổng kết", ["2025-10"], id="month slash year"),
    pytest.param("tháng 02 / 2026", ["2026-02"], id="month slash year with spaces"),
    pytest.param("quý II/2026", ["2026-04/2026-06"], id="Roman quarter"),
    pytest.param("Quý IV năm 2025", ["2025-10/2025-12"], id="Roman quarter with the word year"),
    pytest.param("quý 2 năm 2026", ["2026-04/2026-06"], id="Arabic quarter"),
    pytest.param("6 tháng đầu năm 2026", ["2026-01/2026-06"], id="first half"),
    pytest.param("sáu tháng đầu năm 2026", ["2026-01/2026-06"], id="first half in words"),
    pytest.param("6 tháng cuối năm 2026", ["2026-07/2026-12"], id="second half"),
    pytest.param("9 tháng đầu năm 2025", ["2025-01/2025-09"], id="nine months"),
    # named spans
    pytest.param("giai đoạn 2021 - 2025", ["2021/2025"], id="stage with spaces"),
    pytest.param("Giai đoạn 2021-2025", ["2021/2025"], id="stage without spaces"),
    pytest.param("giai đoạn 2021–2025", ["2021/2025"], id="stage with an en dash"),
    pytest.param("giai đoạn 2025- 2030", ["2025/2030"], id="stage with one space"),
    pytest.param("giai đoạn từ năm 2021 đến năm 2025", ["2021/2025"], id="stage from year to year"),
    pytest.param("kế hoạch 5 năm (2021 - 2025)", ["2021/2025"], id="years in brackets"),
    pytest.param("nhiệm kỳ 2020 - 2025", ["2020/2025"], id="term"),
    pytest.param("Nhiệm kỳ III (2018-2023)", ["2018/2023"], id="numbered term"),
    pytest.param("thời kỳ 2021 - 2030", ["2021/2030"], id="period"),
    pytest.param("năm học 2025 - 2026", ["2025/2026"], id="school year"),
    pytest.param("năm học 2025-2026 và năm học 2026-2027", ["2025/2026", "2026/2027"], id="two school years"),
    pytest.param("Từ năm 2013 đến năm 2020", ["2013/2020"], id="from year to year"),
    pytest.param("trong các năm 2024 - 2026", ["2024/2026"], id="the years from to"),
    # ranges of days and months
    pytest.param("từ ngày 01/11/2025 đến ngày 20/12/2025", ["2025-11-01/2025-12-20"], id="from day to day"),
    pytest.param("từ ngày 01/11/2025 đến hết ngày 20/12/2025", ["2025-11-01/2025-12-20"], id="to the end of a day"),
    pytest.param("Từ 26/11 đến 20/12/2022", ["2022-11-26/2022-12-20"], id="the first end takes the year of the second"),
    pytest.param("từ ngày 05 đến ngày 20/12/2022", ["2022-12-05/2022-12-20"], id="the first end is a bare day"),
    pytest.param("Từ 01/01đến 31/12/2014", ["2014-01-01/2014-12-31"], id="glued to the word until"),
    pytest.param("từ ngày 01/6/2026 - 30/6/2026", ["2026-06-01/2026-06-30"], id="a dash for until"),
    pytest.param("từ ngày 15/5 tới ngày 30/6/2026", ["2026-05-15/2026-06-30"], id="the other word for until"),
    pytest.param("Kể từ ngày 28/8/2017 đến 30/11/2017", ["2017-08-28/2017-11-30"], id="since … until is a range"),
    pytest.param(
        "từ ngày 15 tháng 5 năm 2026 đến ngày 30 tháng 6 năm 2026",
        ["2026-05-15/2026-06-30"],
        id="long form on both ends",
    ),
    pytest.param("từ tháng 3 đến tháng 9 năm 2026", ["2026-03/2026-09"], id="from month to month"),
    pytest.param("từ tháng 11/2025 đến tháng 02/2026", ["2025-11/2026-02"], id="from month to month over the new year"),
    pytest.param("Tháng 11, 12/2013", ["2013-11/2013-12"], id="two months with one year"),
    # one open end
    pytest.param("đến hết ngày 31 tháng 12 năm 2026", ["../2026-12-31"], id="until the end of a long day"),
    pytest.param("kéo dài đến hết ngày 31/12/2026", ["../2026-12-31"], id="until the end of a day"),
    pytest.param("đến ngày 31/12/2026", ["../2026-12-31"], id="until a day"),
    pytest.param("từ ngày phát động đến hết ngày 31/12/2026", ["../2026-12-31"], id="from the launch until a day"),
    pytest.param("từ nay đến năm 2020", ["../2020"], id="from now to a year"),
    pytest.param("từ nay đến hết năm 2025", ["../2025"], id="from now to the end of a year"),
    pytest.param("từ nay đến ngày 30/9/2026", ["../2026-09-30"], id="from now to a day"),
    pytest.param("từ nay đến hết tháng 9/2026", ["../2026-09"], id="from now to a month"),
    pytest.param("Đến tháng 12 năm 2025", ["../2025-12"], id="until a month"),
    pytest.param("đến hết quý I/2025", ["../2025-03"], id="until a quarter"),
    pytest.param("Từ tháng 11/2013 trở đi", ["2013-11/.."], id="from a month on"),
    pytest.param("từ tháng 10 năm 2025 đến khi tổ chức thành công Đại hội", ["2025-10/.."], id="until an event"),
    pytest.param(
        "từ ngày 05/3/2024 - 06/3/2024", ["2024-03-05/2024-03-06"], id="two days parted by a dash are a range"
    ),
    pytest.param(
        "tháng 10/2026; từ ngày 01/11 đến ngày 20/12/2026; quý I/2027",
        ["2026-10", "2026-11-01/2026-12-20", "2027-01/2027-03"],
        id="several in one line, in order",
    ),
    pytest.param("(06/01/1946 - 06/01/2026)", ["1946-01-06", "2026-01-06"], id="two days of a jubilee are two dates"),
    pytest.param("06 tháng đầu năm 2026", ["2026-01/2026-06"], id="a half year with a leading zero"),
    pytest.param(
        "từ ngày 15 tháng 5 đến ngày 30 tháng 6 năm 2026",
        ["2026-05-15/2026-06-30"],
        id="long form, one year for both ends",
    ),
    pytest.param("nửa cuối năm 2026", ["2026-07/2026-12"], id="the second half, in words"),
    pytest.param("họp 05/3/2024-06/3/2024", ["2024-03-05", "2024-03-06"], id="two days glued by a dash are two"),
]


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_a_date_has_its_normal_form(text: str, expected: list[str]) -> None:
    assert [edtf for _, _, edtf, _ in scan(text)] == expected


NONE = [
    pytest.param("trực 24/7", id="round the clock"),
    pytest.param("ít nhất 1/2 số hộ", id="one half"),
    pytest.param("3/4 thành viên có mặt", id="three quarters"),
    pytest.param("đạt từ 8 - 9%", id="a share"),
    pytest.param("01-02 cuộc mỗi tháng", id="a count from to"),
    pytest.param("năm 2026", id="a bare year"),
    pytest.param("Luật Đất đai năm 2024", id="the year of a law"),
    pytest.param("Điều 5 và Điều 12", id="article numbers"),
    pytest.param("khoản 2/3 Điều 5", id="clauses"),
    pytest.param("Quyết định số 12/2024/QĐ-UBND", id="a code with year"),
    pytest.param("Kế hoạch số 05/KH-UBND", id="a code"),
    pytest.param("điện thoại 0205.3812.345", id="a telephone number"),
    pytest.param("điện thoại 024-3845-1234", id="a telephone number with hyphens"),
    pytest.param("DĐ: 0912.345.678", id="a mobile number"),
    pytest.param("trong tháng 10", id="a month without its year"),
    pytest.param("Quý II", id="a quarter without its year"),
    pytest.param("ngày 45/13/2024", id="no such day and month"),
    pytest.param("ngày 32/01/2024", id="no such day"),
    pytest.param("tháng 13/2024", id="no such month"),
    pytest.param("hằng tháng, hằng quý, hằng năm", id="recurrences"),
    pytest.param("giai đoạn 2", id="a numbered stage"),
    pytest.param("giai đoạn 2030 - 2025", id="years that run backwards"),
    pytest.param("1.200 tỷ đồng; 527.000 lượt", id="thousands"),
    pytest.param("Đại hội lần thứ XIV", id="an ordinal"),
    pytest.param("Nghị quyết số 10/11/2024/NQ-HĐND", id="a code that looks like a day"),
    pytest.param("quý IIV/2026", id="no such quarter"),
    pytest.param("đến hết quý IIIV/2025", id="until no such quarter"),
    pytest.param("từ tháng 13/2025 trở đi", id="from no such month on"),
    pytest.param("ngày ٣/٠١/٢٠٢٣", id="figures of another script"),
    pytest.param("phiên bản 1.2.2024.5", id="a version"),
]


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert [text[start:end] for start, end, _, _ in scan(text)] == []


RAWS = [
    pytest.param("họp ngày 07/01/2026, tại xã", ["ngày 07/01/2026"], id="with the word day"),
    pytest.param("từ ngày 01/4 đến ngày 12/4/2026.", ["từ ngày 01/4 đến ngày 12/4/2026"], id="both ends of a range"),
    pytest.param("kế hoạch 5 năm (2021 - 2025)", ["(2021 - 2025)"], id="with its brackets"),
    pytest.param("kết quả 06 tháng đầu năm 2026", ["06 tháng đầu năm 2026"], id="with its leading zero"),
    pytest.param("giai đoạn 2021 – 2025 tiếp theo", ["giai đoạn 2021 – 2025"], id="with the name of the span"),
    pytest.param("Ngày 26, 27/12/2011", ["Ngày 26", "27/12/2011"], id="days before one month"),
]


@pytest.mark.parametrize(("text", "expected"), RAWS)
def test_a_date_is_given_as_printed(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end, _, _ in scan(text)] == expected


KINDS = [
    pytest.param("Giao Phòng Tổng hợp gửi báo cáo trước ngày 15/12/2026.", "2026-12-15", "deadline", id="deadline"),
    pytest.param("Phong trào kéo dài đến hết ngày 31/12/2026.", "../2026-12-31", "deadline", id="an open start"),
    pytest.param("Đợt cao điểm từ ngày 01/4/2026 đến ngày 30/4/2026.", "2026-04-01/2026-04-30", "period", id="range"),
    pytest.param("Thực hiện Kế hoạch số 12/KH-UBND ngày 03/02/2026 của xã.", "2026-02-03", "cited", id="citation"),
    pytest.param("Đoàn đã khảo sát ngày 03/02/2026 tại ba bản.", "2026-02-03", "other", id="any other"),
]


@pytest.mark.parametrize(("sentence", "edtf", "kind"), KINDS)
def test_a_date_has_its_kind(sentence: str, edtf: str, kind: DateKind) -> None:
    document = parse_bytes(f"UBND XÃ BẢN MẠ\nKẾ HOẠCH\nLàm đường\n1. {sentence}\n".encode(), "a.txt")
    assert [(date.edtf, date.kind) for date in document.dates] == [(edtf, kind)]


def test_the_day_of_issue_is_marked() -> None:
    document = parse_bytes("Số: 5/KH-UBND\nBản Mạ, ngày 02 tháng 3 năm 2026\nKẾ HOẠCH\nLàm đường\n".encode(), "a.txt")
    assert [(date.edtf, date.kind) for date in document.dates] == [("2026-03-02", "issued")]


def test_a_short_text_without_a_letterhead_is_read_whole() -> None:
    """Due: where no line is long, the header takes the first twelve paragraphs and their dates with it."""
    document = parse_bytes("Xã họp ngày 05/3/2026.\nXã theo Chỉ thị số 7/CT-TTg.\n".encode(), "a.txt")
    assert [date.edtf for date in document.dates] == ["2026-03-05"]
    assert [citation.code for citation in document.citations] == ["7/CT-TTg"]
