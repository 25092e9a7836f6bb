"""Lists of bodies: one phrase of doers parted into the bodies it names.

Takes the words of a list (`Sở Văn hóa, Thể thao và Du lịch; Báo Lạng Sơn`), gives its members as printed.
Rule of the place: a separator parts only where a new body begins after it; commas inside a name and generic nouns
under one `các` do not (SPEC §16, trap 20; GUIDELINES, tasks).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from parsers.knowledge import rows
from parsers.tasks.words import at, doers, fold

_SEPARATOR = re.compile(r"\s*[;\n]\s*|\s*,\s*(?:và\s+|cùng\s+)?|\s+(?:và|cùng với|cùng)\s+")
_QUANTIFIED = re.compile(r"(?:tất cả\s+|toàn thể\s+)?(?:các|những|mỗi|từng|một số)\s")
_GENERIC = re.compile(
    r"(?:(?:các|những|mỗi|từng)\s+)?(?:sở|bộ|ban|ngành|phòng|phòng ban|ban ngành|đơn vị|cơ quan|tổ chức|cá nhân|"
    r"địa phương|đoàn thể|cấp|hội|huyện|thị xã|thành phố|tỉnh|xã|phường|thị trấn|quận|doanh nghiệp|lực lượng|"
    r"trung tâm|cụm|khối)"
)
_BARE = re.compile(rf"{_GENERIC.pattern}(?:\s*,\s*{_GENERIC.pattern})*")
_BARE_NEXT = re.compile(rf"{_GENERIC.pattern}\s*(?:[,;]|và\s|$)")
_LEADS = re.compile(r"(?:các|những)\s|thủ trưởng|lãnh đạo|người đứng đầu|giám đốc các|trưởng các|chánh văn phòng các")
_AREA = re.compile(r"(?:huyện|thị xã|thành phố|xã|phường|thị trấn|quận|đặc khu|tỉnh|thôn|bản|khu phố)(?!\w)")
_ADDRESSED = re.compile(
    r"^\s*(?:[Cc]ác\s+)?(?:[Ôô]ng|ÔNG)(?:\s*[,/(]?\s*(?:và\s+)?[Bb]à\s*\)?)?\s*:?\s+"
    r"(?=Chánh|Chủ|Giám|Trưởng|Phó|Thủ|Bộ|Cục|Vụ|Viện|Hiệu|Tổng)"
)
"""`Các ông (bà):` before posts."""
_POST_RUN_ON = re.compile(r"(?<=\w)(?<!Phó)(?<!Các)(?<!các)\s+(?=Chánh\s+(?:Văn phòng|Thanh tra))")
_PERSON = re.compile(r"(?:Đ|đ)ồng chí\s|(?:Ô|ô)ng\s|(?:B|b)à\s")
_POST = re.compile(r"(?:Phó|Trưởng|Chủ tịch|Giám đốc|Ủy viên|Thành viên|Chánh)\s")
_EDGES = " ,;.:-–\n"


def split(words: str) -> list[str]:
    """Give the bodies of a list in order, each as printed; a second post of a person named is left out."""
    found = [part for part in (" ".join(p.split()).strip(_EDGES) for p in _parts(words)) if part]
    if any(map(_PERSON.match, found)):
        return [part for part in found if _PERSON.match(part) or not _POST.match(part)]
    return found


def _parts(words: str) -> Iterator[str]:
    words = _POST_RUN_ON.sub(", ", _ADDRESSED.sub("", words))
    key = fold(words)
    start = 0
    for match in _SEPARATOR.finditer(key):
        if match.start() >= start and _parting(words, key, start, match):
            yield words[start : match.start()]
            start = match.end()
    yield words[start:]


def _parting(words: str, key: str, start: int, match: re.Match[str]) -> bool:
    """Say whether a separator parts two bodies."""
    sign, after = match[0].strip(), match.end()
    if ";" in sign or "\n" in match[0]:
        return True
    if _inside_name(key, start, match.start()):
        return False
    if _QUANTIFIED.match(key, after):
        return True
    head = at(doers(), key, after)
    if head is None:
        return False
    left = key[start : match.start()].strip()
    end = after + len(head.key)
    bare = key[end : end + 1] in ("", ",", ";") or key.startswith(" và ", end)
    if (head.key.startswith("phó") and left.endswith("trưởng")) or (head.key == "bà" and left.endswith("ông")):
        return False
    if words[after : after + 1].isupper() and head.kind in ("body", "post"):
        return not (bare and _BARE.fullmatch(left)) or (head.kind == "post")
    if _AREA.match(key, after):
        return False
    if head.kind == "body" and not bare and " " in head.key:
        return True
    return _parts_generic(left, sign, bare=_BARE_NEXT.match(key, after) is not None)


def _parts_generic(left: str, sign: str, *, bare: bool) -> bool:
    """Say whether a generic noun (`đơn vị liên quan`) after a separator is a body of its own.

    bare: it has no words of its own, so that it shares those before or after it.
    """
    if sign == ",":
        if left.startswith("các ") and not bare and not _BARE.fullmatch(left):
            return True
        return not (_LEADS.match(left) or _GENERIC.match(left))
    return not _BARE.fullmatch(left) and not re.match(r"thủ trưởng|lãnh đạo", left)


@cache
def _comma_names() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(re.escape(fold(row["name"])))
        for row in rows("comma_names")
        if "," in row["name"] or " và " in row["name"]
    )


def _inside_name(key: str, start: int, position: int) -> bool:
    return any(found.start() < position < found.end() for name in _comma_names() for found in name.finditer(key, start))
