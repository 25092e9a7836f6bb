"""Names of persons: 2-6 syllables, each with a capital, family name first.

Takes a string, says whether it can be the name of one person. In capitals it must begin with a known family
name, because posts and agencies are printed in capitals too.
"""

from __future__ import annotations

import re

from parsers.vietnamese.unicode import LOWER, UPPER, key

_SYLLABLE = rf"(?:[{UPPER}][{LOWER}]{{0,6}}|[{UPPER}]\.)"
NAME = re.compile(rf"{_SYLLABLE}(?:\s*[-–]\s*{_SYLLABLE}|\s+{_SYLLABLE}){{1,5}}")
_CAPS_NAME = re.compile(rf"[{UPPER}]{{1,7}}(?:\s+[{UPPER}]{{1,7}}){{1,4}}")
_FAMILY = frozenset(map(key, ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đào", "Đoàn", "Vương", "Trịnh", "Trương", "Đinh", "Lâm", "Phùng", "Mai", "Tô", "Hà", "Tạ", "Cao", "Lưu", "Lương", "Thái", "Châu", "Tăng", "Quách", "Kiều", "La", "Từ", "Chu", "Triệu", "Tống", "Ma", "Nông", "Hứa", "Vi", "Lò", "Giàng", "Thào", "Sùng", "Vàng", "Hầu", "Lù", "Quàng", "Cầm", "Điêu", "Bế", "Hoa", "Khổng", "Kim", "Thạch", "Sơn", "Danh", "Y", "Rơ", "Ksor", "Siu", "Đàm", "Doãn", "Nghiêm", "Viên", "Ninh", "Ông", "Thân", "Văn", "Mạc", "Cù", "Khuất", "Bạch", "Giáp", "Mông", "Đồng", "Âu", "Ung", "Tôn", "Lại", "Hán"]))  # fmt: skip


def is_name(words: str) -> bool:
    """Say whether words can be the name of one person, without rank or title."""
    if NAME.fullmatch(words):
        return True
    return _CAPS_NAME.fullmatch(words) is not None and key(words.split()[0]) in _FAMILY
