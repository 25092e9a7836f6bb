"""What each line of the closing is: recipients, archive, authority, post, name, noise.

Takes one paragraph, gives its class by its words alone, because dumps and columns put these lines in any
order (Nghị định 30/2020/NĐ-CP, Phụ lục I, ô 7a-7c, 9b, 12).
"""

from __future__ import annotations

import re
from functools import cache

from parsers.knowledge import honorifics, posts
from parsers.letterhead import CAPACITY
from parsers.text import Text
from parsers.vietnamese import names
from parsers.vietnamese.unicode import UPPER, dashes, is_caps, key

KINDS = frozenset({"recipients", "item", "archive", "capacity", "post", "name", "signature", "signed", "noise"})

RECIPIENTS = re.compile(r"\W*N(?:ơ|o)i nhận\b\W*", re.IGNORECASE)
ARCHIVE = re.compile(r"\W*Lưu\b\s*[:;.]?\s*(?=\S)", re.IGNORECASE)
_TAIL = re.compile(rf"[{UPPER}.,)]\s+(?P<name>{names.NAME.pattern})\s*$")
_SIGNED = re.compile(r"\W*(?:\(?\s*[ĐđĐ]ã\s+ký(?:\s*(?:và|,)?\s*đóng dấu)?\s*\)?|\(Ký[^)]*\))\W*", re.IGNORECASE)
SIGNATURE_AFTER = re.compile(
    rf"(?<=[;.:,)])\s+(?=(?:KT|TM|TL|TUQ|Q)\.\s?[{UPPER}]|[TK]/[MTL]\s|(?:PHÓ|GIÁM|CHỦ|CHÁNH|BỘ|THỨ|TRƯỞNG|BÍ|HIỆU|VIỆN|CỤC|TỔNG|THỦ|CHI)"
    rf"\s[{UPPER}]{{2,}})|(?<=[;.)])\s+(?={names.NAME.pattern}\s*$)"
)
"""Where a signature begins that a dump printed on the line of a recipient."""

_NOISE = re.compile(
    r"\W*|\(?(?:Ký tên|Chữ ký|dấu|[Kk]ý, (?:ghi|đóng)[^)]*)\)?|M\.?S\.?D\.?N.*|"
    r".*(?:Ký bởi|Người ký|Thời gian ký|Ngày ký|Signature|Digitally signed).*|\d{1,3}|[.…/*\s]+"
)
_BULLET = re.compile(r"[-–—+*•·]\s*(?=\S)|\d{1,2}[.)]\s+(?=Lưu)")
_APPROVES = re.compile(r"(?:PHÊ DUYỆT|DUYỆT|XÁC NHẬN|THẨM ĐỊNH)(?:\s|$)")


@cache
def _posts() -> re.Pattern[str]:
    names = "|".join(re.escape(post).replace(r"\ ", r"\s+") for post in sorted(posts(), key=len, reverse=True))
    return re.compile(rf"(?:{names})(?=$|[\s,./(])")


@cache
def honorific() -> re.Pattern[str]:
    """Give the pattern of ranks and titles before a name, with the space or dot after them."""
    words = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in honorifics())
    one = rf"(?:{words})(?:\.\s*|\s+|,\s*)"
    return re.compile(rf"{one}(?:{one})*", re.IGNORECASE)


def is_post(words: str) -> bool:
    """Say whether a line names a signing post: alone, or in capitals with its body (`CHỦ TỊCH UBND TỈNH`)."""
    return (is_caps(words) and len(words) < 70 and _posts().match(key(words.strip(" .,:;*"))) is not None) or (
        len(words) < 40 and key(words.strip(" .,:;*")) in posts()
    )


def opens_block(words: str) -> bool:
    """Say whether a line opens a signature: a post, or the act of an approver (`PHÊ DUYỆT CỦA GIÁM ĐỐC`)."""
    return is_post(words) or (_APPROVES.match(words) is not None and is_caps(words))


def is_name(words: str) -> bool:
    """Say whether a line is the name of one person: 2-6 words with initial capitals, no punctuation."""
    words = words.strip(" *.")
    title = honorific().match(words)
    bare = words[title.end() :] if title else words
    return names.is_name(bare) and not is_post(bare)


def tail_name(words: str) -> int | None:
    """Give where a name begins that ends a line of posts in capitals (`THỨ TRƯỞNG Cao Văn Lâm`)."""
    match = _TAIL.search(words)
    if (
        match is None
        or not is_caps(words[: match.start("name")])
        or honorific().fullmatch(words[: match.start("name")])
    ):
        return None
    title = re.search(rf"\s(?={honorific().pattern}$)", words[: match.start("name")], re.IGNORECASE)
    return title.end() if title else match.start("name")


def _is_authority(words: str) -> bool:
    return CAPACITY.match(words) is not None or _posts().match(key(words.strip(" .,:;*"))) is not None


def line_kind(text: Text, index: int) -> str:
    """Class one paragraph of the closing; `text` for what is none of it."""
    paragraph = text.paragraphs[index]
    if paragraph.first.role != "body":
        return "text"
    words = text.value[paragraph.start : paragraph.end]
    if len(words) > 160:
        if len(words) < 600 and _BULLET.match(words):
            return "item"
        return "recipients" if len(words) < 400 and RECIPIENTS.match(words) else "text"
    if RECIPIENTS.match(words) and len(words) < 400:
        return "recipients"
    bullet = _BULLET.match(words)
    if ARCHIVE.match(words[bullet.end() :] if bullet else words) and len(words) < 160 and not words.startswith("Lưu ý"):
        return "archive"
    if bullet:
        return "item"
    if CAPACITY.match(words) and is_caps(words):
        return "capacity"
    if opens_block(words):
        return "post"
    tail = tail_name(words)
    if tail and _is_authority(words[:tail]):
        return "signature"
    if len(words) < 60 and is_name(words):
        return "name"
    if _SIGNED.fullmatch(words):
        return "signed"
    return "noise" if len(words) < 120 and _NOISE.fullmatch(dashes(words)) else "text"
