"""Documents cited by name: laws, codes, ordinances, the constitution, and resolutions of Party congresses.

Takes the text, gives where such names stand. A name from the law table is taken whole; others run on until a
word that no law's name holds. A congress is only a document where its number or term is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from parsers.knowledge import cue, rows


class Named(NamedTuple):
    """A document cited by name; year or day if printed, issuer as a range of the text."""

    start: int
    end: int
    doc_type: str
    issued_on: str | None
    issuer: tuple[int, int] | None
    rule: str


_HEAD = re.compile(
    r"(?<!\w)(?<!pháp )(?<!Pháp )(?<!Đại học )(?<!đại học )"
    r"(?P<kind>[Bb]ộ [Ll]uật|BỘ LUẬT|[Ll]uật|LUẬT|[Pp]háp lệnh|PHÁP LỆNH|Hiến pháp|HIẾN PHÁP)(?=\s)"
)
_NOT_NAME = re.compile(rf"\s+(?:{cue('law_none')}|[IVX]+\b)")
_STOP = re.compile(cue("law_stop"))
_AND_STOP = re.compile(rf"(?:và|,)\s+{cue('law_and_stop')}")
_DATED = re.compile(
    r",?\s+(?:năm\s+(?P<year>[0-9]{4})|(?P<bare>(?:19|20)[0-9]{2})(?![0-9/-])|"
    r"ngày\s+(?P<d>[0-9]{1,2})\s*(?:[/.-]\s*|tháng\s+)(?P<m>[0-9]{1,2})\s*(?:[/.-]\s*|năm\s+)(?P<y>[0-9]{4}))",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"[^.;:()“”\n]{0,60}?(?:\s(?:ngày\s+\d|năm\s+\d{4}|số\s+\d|và\s)|;|\.\s|$)")
_WORD = re.compile(r"[^\s,;.:()“”\"\[\]]+")
_AMENDING = re.compile(
    r"\s+(?:sửa đổi|SỬA ĐỔI)\s*,?\s*(?:bổ sung|BỔ SUNG)?\s*(?:một số điều\s*)?(?:của\s+)?(?:các\s+)?", re.IGNORECASE
)
_BARE_AMENDING = re.compile(r"\s+sửa đổi(?:\s*,\s*bổ sung)?(?:\s+một số điều)?\s*(?=[.;:,()]|$|và\s)")
_MORE_LAWS = re.compile(r"(?:\s*,\s*|\s+và\s+)(?=(?:Luật|Bộ luật)\s+(?!sửa đổi)[^\W\d_])")
CONGRESS = re.compile(
    r"(?<!\w)(?:Nghị quyết|NGHỊ QUYẾT|Văn kiện)(?:\s+của)?\s+"
    r"(?P<body>(?:[Đđ]ại hội|ĐẠI HỘI|Hội nghị|Trung ương)(?:\([Kk]h[^().;:\n]{1,30}\)|(?![.;:()“”\n]|,\s).){0,110})"
)
_TERM = r"(?:\s*,?\s*\(?\s*(?:[Kk]hóa|[Kk]hoá)\s+[IVX]+(?:\s*,\s*[IVX]+)*\)?)?"
_PLACE = r"(?:tỉnh|[Tt]hành phố)(?:\s+[A-ZĐ]\w+){0,3}"
_WHOSE = (
    rf"(?:Đảng(?:\s+Cộng sản Việt Nam)?|ĐẢNG|Công đoàn(?:\s+(?:Việt Nam|[Tt]hành phố|tỉnh))?|Đảng bộ(?:\s+{_PLACE})?)"
)
_ORDINAL = re.compile(
    r"(?:lần\s+thứ\s+(?:[IVXLC]+|\d{1,2}|[^\W\d_]+)|(?<=Đại hội )[IVXL]+|Trung\s+ương\s+(?:lần\s+thứ\s+)?\d{1,2}|"
    rf"(?<=Đảng )[IVXL]+)(?!\w){_TERM}(?:\s+(?:của\s+)?{_WHOSE}(?!\w))?"
)
MAX_DEPTH = 4
"""Laws that amend a law that amends a law, at most."""
_KINDS = ("bộ luật", "pháp lệnh", "hiến pháp")


@cache
def _known_pattern() -> re.Pattern[str]:
    names = {row["name"].split(" ", 2 if row["kind"] in _KINDS else 1)[-1] for row in rows("laws")}
    tails = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"\s+(?:{tails})(?!\w)", re.IGNORECASE)


def name_end(value: str, position: int, *, sure_only: bool = False, depth: int = 0) -> int | None:
    """Give where a law's name ends that begins after its kind word, or None if no name stands there.

    sure_only: take only names of the law table, as after a small `luật`. depth: laws amended around this one.
    """
    amending = _AMENDING.match(value, position) if depth < MAX_DEPTH else None
    if amending and re.match(r"(?:Luật|luật|Bộ luật|LUẬT|Pháp lệnh)\s", value[amending.end() : amending.end() + 12]):
        return _amended_end(value, amending.end(), depth + 1)
    if _BARE_AMENDING.match(value, position):
        return None
    known = _known_pattern().match(value, position)
    if known or sure_only:
        return known.end() if known else None
    if _NOT_NAME.match(value, position):
        return None
    return _free_end(value, position)


def _amended_end(value: str, position: int, depth: int) -> int | None:
    """Give the end of the list of laws that a law amends."""
    end: int | None = None
    while True:
        head = _HEAD.match(value, position)
        inner = name_end(value, head.end(), depth=depth) if head else None
        if inner is None:
            return end
        end = inner
        more = _MORE_LAWS.match(value, end)
        if more is None:
            return end
        position = more.end()


def _free_end(value: str, position: int) -> int | None:
    end: int | None = None
    count = 0
    while count < 24:
        gap = re.compile(r"\s+|,\s+|\s+-\s+").match(value, position)
        if gap is None or "\n" in gap[0]:
            break
        if _AND_STOP.match(value, position + (1 if value[position] == " " else 0)):
            break
        word = _WORD.match(value, gap.end())
        if word is None or (count and _STOP.match(value, gap.end())) or word[0][0].isdigit():
            break
        if gap[0].startswith(",") and (word[0][0].isupper() or count < 1 or not _goes_on(value, word.end())):
            break
        end = position = word.end()
        count += 1
    return end


def _goes_on(value: str, position: int) -> bool:
    """Say whether a comma belongs to a name: a date, number or `và` follows soon."""
    return _GOES_ON.match(value, position) is not None


def laws(value: str, taken: list[tuple[int, int]]) -> Iterator[Named]:
    """Give the laws cited by name alone; taken: ranges of citations by code, in order."""
    busy = iter(taken)
    current = next(busy, None)
    position = 0
    for head in _HEAD.finditer(value):
        while current is not None and current[1] <= head.start():
            current = next(busy, None)
        if head.start() < position or (current is not None and current[0] <= head.start()):
            continue
        kind = head["kind"].lower()
        if kind == "hiến pháp":
            end = _constitution_end(value, head.end())
        else:
            end = name_end(value, head.end(), sure_only=head["kind"][0].islower())
        if end is None or (current is not None and end > current[0]):
            continue
        dated = _DATED.match(value, end)
        issued = _issued(dated) if dated else None
        position = dated.end() if dated else end
        yield Named(head.start(), position, kind, issued, None, "citation.law")


def _constitution_end(value: str, position: int) -> int | None:
    """Give where the constitution's name ends; the bare word without a year is no citation."""
    known = _known_pattern().match(value, position)
    if known:
        return known.end()
    return position if _DATED.match(value, position) else None


def _issued(match: re.Match[str]) -> str:
    year = match["year"] or match["bare"]
    return year or f"{match['y']}-{int(match['m']):02}-{int(match['d']):02}"


def congresses(value: str) -> Iterator[Named]:
    """Give the resolutions of congresses and plenums whose number or term is printed."""
    for match in CONGRESS.finditer(value):
        ordinals = list(_ORDINAL.finditer(match["body"]))
        if not ordinals:
            continue
        ordinal = ordinals[0]
        end = match.start("body") + ordinal.end()
        of = re.search(r"của\s+(\S.*)$", value[match.start() : end])
        issuer = (match.start() + of.start(1), end) if of else None
        yield Named(match.start(), end, "nghị quyết", None, issuer, "citation.congress")
