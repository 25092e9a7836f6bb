"""Grids that only lay out the page, told from tables of records by what they hold.

Rule of the place: a table that only sets things side by side (the letterhead, `Nơi nhận` beside the signature,
`Kính gửi` beside its list, a box) is a grid of the layout; one with many cells side by side or with running numbers
holds records. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, ô 1-4, 7a-7c, 9a-9b.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

MAX_COLUMNS = 3
"""Most cells side by side in a layout grid: two blocks and the gap between them, or three signers."""
MAX_ROWS = 8
"""Most rows of a layout grid: the letterhead has four, a signature block set line by line some more."""

_POSTS = (
    "CHỦ TỊCH", "GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", "TRƯỞNG BAN", "BỘ TRƯỞNG", "THỨ TRƯỞNG", "CỤC TRƯỞNG", "VỤ TRƯỞNG",
    "HIỆU TRƯỞNG", "VIỆN TRƯỞNG", "CHÁNH THANH TRA", "TRƯỞNG PHÒNG", "BÍ THƯ", "CHỦ NHIỆM", "CHỈ HUY TRƯỞNG",
    "CHÍNH ỦY", "CHÍNH UỶ", "TỔNG BIÊN TẬP", "CHÁNH ÁN", "THỦ TƯỚNG", "THỦ TRƯỞNG", "TRƯỞNG ĐOÀN", "CHỦ TRÌ", "THƯ KÝ",
)  # fmt: skip
_FRAME = re.compile(
    r"C[ỘÔ]NG H\S+ X[ÃA] HỘI|Độc lập\s*[-–]|ĐẢNG CỘNG SẢN|Số\s*:|Nơi nhận|Kính gửi|"
    r"(?:(?:T/?M|TUQ)[.\s]|(?:K/?T|T/?L|Q)\.|[KT]/[TL]\s)\s*[^\W\d_a-zà-ỹđ]{2}|"
    rf"(?:PHÓ |CHI |TỔNG |QUYỀN )*(?:{'|'.join(_POSTS)})\b"
)
"""Words that a line of the letterhead or of the closing block begins with."""
_PLACE_AND_DAY = re.compile(r"[^\W\d_][^\d,]{2,30},\s*ngày\s*[\d.…_]*\s*tháng\b")
_COUNTER = re.compile(r"(?:STT|TT|Số\s+TT)\.?", re.IGNORECASE)
"""The head of a column of running numbers, which only a table of records has."""


def is_layout(rows: Sequence[Sequence[str]]) -> bool:
    """Say whether a grid only lays out the page.

    rows: for each row the words of its cells, a line feed between the paragraphs of one.
    """
    if not rows or max(map(len, rows)) == 1:
        return True  # one column: boxed text
    lines = [line for row in rows for words in row for line in words.split("\n") if line]
    if max(map(len, rows)) > MAX_COLUMNS or len(rows) > MAX_ROWS or _COUNTER.fullmatch(" ".join(rows[0][0].split())):
        return False
    return len(rows) == 1 or any(_FRAME.match(line) or _PLACE_AND_DAY.match(line) for line in lines)
