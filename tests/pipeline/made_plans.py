"""Plans made up for comparisons: a letterhead and a closing around the lines of a body."""

from __future__ import annotations

from models import Document
from parsers import parse_bytes

TOP = """UBND TỈNH LẠNG SƠN
{issuer}

Số: {number}/KH-{letters}

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Lạng Sơn, ngày 15 tháng 02 năm {year}

KẾ HOẠCH
{title} năm {year}

"""
END = """
Nơi nhận:
- UBND tỉnh (để b/c);
- Lưu: VT, TH.

GIÁM ĐỐC

Nông Văn Bình
"""


def plan(
    year: int,
    *lines: str,
    issuer: str = "SỞ TÀI CHÍNH",
    letters: str = "STC",
    number: int = 12,
    title: str = "Triển khai công tác giảm nghèo bền vững",
) -> Document:
    """Give a plan of a department with these lines as its body, as the parser reads it."""
    top = TOP.format(year=year, issuer=issuer, letters=letters, number=number, title=title)
    text = "\n".join((top, *lines, END))
    return parse_bytes(text.encode(), f"plan-{year}-{number}.txt")
