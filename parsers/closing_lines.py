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
from parsers.vietnamese.unicode import UPPER, ascii_key, bare, dashes, is_caps, key

KINDS = frozenset({"recipients", "item", "archive", "capacity", "post", "name", "signature", "signed", "noise"})

_RECIPIENTS = re.compile(r"\W*noi\s+nhan\b\W*", re.IGNORECASE)
_ARCHIVE = re.compile(r"\W*(?P<word>Lưu)\b\s*[:;.]?\s*(?=\S)|\W*VT\s*(?=[,;(])", re.IGNORECASE)
_BARE_ARCHIVE = re.compile(r"\W*luu\s*(?::\s*(?=\S)|(?=VT\b))", re.IGNORECASE)
_TAIL = re.compile(rf"[{UPPER}.,)]\s+(?P<name>{names.NAME.pattern})\s*$")
SIGNED = re.compile(r"\W*(?:\(?\s*da\s+ky(?:\s*(?:va|,)?\s*dong dau)?\s*\)?|\(ky[^)]*\))\W*", re.IGNORECASE)
"""That it is signed (`(Đã ký)`), in text without marks."""
SIGNATURE_AFTER = re.compile(
    rf"(?<=[;.:,)])\s+(?=(?:KT|TM|TL|TUQ|Q)\.\s?[{UPPER}]|[TK]/[MTL]\s|(?:PHÓ|GIÁM|CHỦ|CHÁNH|BỘ|THỨ|TRƯỞNG|BÍ|HIỆU|VIỆN|CỤC|TỔNG|THỦ|CHI)"
    rf"\s[{UPPER}]{{2,}})|(?<=[;.)])\s+(?={names.NAME.pattern}\s*$)|(?<=[;.:,)])\s+(?=\(\s*[ĐđĐ]ã\s+ký|PHÓ\s*$)"
)
"""Where a signature begins that a dump printed on the line of a recipient."""

_NOISE = re.compile(
    r"\W*|\(?(?:Ký tên|Chữ ký|dấu|[Kk]ý, (?:ghi|đóng)[^)]*)\)?|M\.?S\.?D\.?N.*|"
    r".*(?:Ký bởi|Người ký|Thời gian ký|Ngày ký|Signature|Digitally signed).*|\d{1,3}|[.…/*\s]+"
)
_QUOTES = "'\"“”‘’„‚_~^|"
_EDGES = " .,:;*" + _QUOTES
_BEFORE = _EDGES + "-–—+•·()[]“”0123456789"
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


@cache
def _bare_posts() -> tuple[frozenset[str], re.Pattern[str]]:
    """Give the posts without marks, whole and as a pattern of how a line opens."""
    plain = frozenset(map(ascii_key, posts()))
    return plain, re.compile(rf"(?:{'|'.join(sorted(map(re.escape, plain), key=len, reverse=True))})(?=$|[\s,./(])")


def in_posts(words: str) -> bool:
    """Say whether words in capitals are a signing post and nothing else, marks aside."""
    return key(words) in posts() or (is_caps(words) and ascii_key(words) in _bare_posts()[0])


def is_post(words: str) -> bool:
    """Say whether a line names a signing post: alone, or in capitals with its body (`CHỦ TỊCH UBND TỈNH`).

    In capitals its marks may be lost, where it cannot be a person's name.
    """
    folded = key(words.strip(_EDGES))
    if not is_caps(words):
        return len(words) < 40 and folded in posts()
    if len(words) >= 70:
        return False
    if _posts().match(folded):
        return True
    whole, opening = _bare_posts()
    plain = ascii_key(folded)
    return plain in whole or (opening.match(plain) is not None and not names.is_name(words.strip(_EDGES)))


def opens_block(words: str) -> bool:
    """Say whether a line opens a signature: a post, or the act of an approver (`PHÊ DUYỆT CỦA GIÁM ĐỐC`)."""
    return is_post(words) or (_APPROVES.match(words) is not None and is_caps(words))


def is_name(words: str) -> bool:
    """Say whether a line is the name of one person: 2-6 words with initial capitals, no punctuation."""
    words = words.strip(" *." + _QUOTES)
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
    folded = key(words.strip(_EDGES))
    return bool(CAPACITY.match(words) or _posts().match(folded) or _bare_posts()[1].match(ascii_key(folded)))


def _first(words: str) -> str:
    """Give the first letter of a line, after bullets, quotes and figures; a space if there is none."""
    return words.lstrip(_BEFORE)[:1] or " "


def recipients_head(words: str) -> int | None:
    """Give where the recipients begin on a line that opens with `Nơi nhận`, marks aside, or None.

    A sentence about them (`Nơi nhận xác định những …`) opens none.
    """
    if _first(words) not in "Nn":
        return None
    found = _RECIPIENTS.match(bare(words[:40]))
    if found is None or not (":" in found[0] or not words[found.end() :][:1].islower()):
        return None
    return found.end()


def archive_head(words: str) -> int | None:
    """Give where the units begin on an archive line (`Lưu: VT`, or `VT, …` where the word was lost), or None."""
    if _first(words) not in "LlVv":
        return None
    found = _ARCHIVE.match(words)
    if found:
        return found.end() if found["word"] else found.start()
    plain = _BARE_ARCHIVE.match(bare(words[:20]))
    return plain.end() if plain else None


def _signs(words: str) -> bool:
    """Say whether the words after a bullet are of a signature: recognition takes a speck of ink for a bullet."""
    if not is_caps(words) or words.endswith((";", ",")):
        return False
    return CAPACITY.match(words) is not None or in_posts(words.strip(_EDGES))


def line_kind(text: Text, index: int) -> str:
    """Class one paragraph of the closing; `text` for what is none of it."""
    paragraph = text.paragraphs[index]
    if paragraph.first.role != "body":
        return "text"
    words = text.value[paragraph.start : paragraph.end]
    if len(words) > 160:
        if len(words) < 600 and _BULLET.match(words):
            return "item"
        return "recipients" if len(words) < 400 and recipients_head(words) is not None else "text"
    if recipients_head(words) is not None:
        return "recipients"
    bullet = _BULLET.match(words)
    after = words[bullet.end() :] if bullet else words
    if archive_head(after) is not None and not words.startswith("Lưu ý"):
        return "archive"
    if bullet and not _signs(after):
        return "item"
    words = after
    if CAPACITY.match(words) and is_caps(words):
        return "capacity"
    if opens_block(words):
        return "post"
    tail = tail_name(words)
    if tail and _is_authority(words[:tail]):
        return "signature"
    if len(words) < 60 and is_name(words):
        return "name"
    if len(words) < 40 and SIGNED.fullmatch(bare(words)):
        return "signed"
    return "noise" if len(words) < 120 and _NOISE.fullmatch(dashes(words)) else "text"
