"""The issuer after `của`: where its name ends.

Takes the text after a code or date, gives the range of the issuer's name. A name runs on until a verb, a
preposition of the subject (`về`, `quy định`) or punctuation; commas and `và` belong to it only inside names
that have them.
"""

from __future__ import annotations

import re

from parsers.knowledge import comma_names, cue

_OF = re.compile(r"\s*,?\s*(?:\((?:sau đây|gọi tắt)[^)]*\)\s*)?(?:của|CỦA)\s+(?:liên\s+)?(?=\S)")
_DIRECT = re.compile(rf"[^\S\n]+(?={cue('body_head')})")
_WORD = re.compile(r"[^\s,;.:()“”\"\[\]]+")
_STOP = re.compile(cue("issuer_stop"))
_AND_OTHER = re.compile(rf"và\s+{cue('issuer_and_stop')}")
_TERM = re.compile(r"\s*\(\s*(?:[Kk]hóa|[Kk]hoá|trước\s(?!đây))[^)]*\)|,?\s+(?:[Kk]hóa|[Kk]hoá)\s+[IVX]+(?!\w)")
_PAIR = re.compile(rf",\s*(?={cue('body_head')}(?!\s+(?:chủ trì|có|đã)))")
_WITH_COMMAS = re.compile(comma_names())
_OFFICES = ("chủ tịch", "chủ nhiệm", "tổng cục", "tổng thư")


def after(value: str, position: int) -> tuple[int, int, int] | None:
    """Give start and end of the issuer printed after `position`, and where the citation ends with it."""
    match = _OF.match(value, position)
    if match is None:
        match = _DIRECT.match(value, position)
        if match is None:
            return None
    start = match.end()
    end = _name_end(value, start)
    if end <= start:
        return None
    term = _TERM.match(value, end)
    return start, term.end() if term else end, term.end() if term else end


def _name_end(value: str, start: int) -> int:
    position = end = start
    count, last = 0, ""
    while count < 18:
        whole = _WITH_COMMAS.match(value, position)
        if whole:
            end, position, count = whole.end(), whole.end(), count + 2
        else:
            word = _WORD.match(value, position)
            if word is None or (count and last != "truyền" and _stops(value, position)):
                break
            if count == 0 and not word[0][:1].isupper():
                return start
            end, position, count, last = word.end(), word.end(), count + 1, word[0].lower()
        gap = re.match(r"\s+", value[position : position + 4])
        if gap:
            if "\n" in gap[0]:
                break
            position += gap.end()
        else:
            more = _PAIR.match(value, position)
            if more is None or count > 8 or not _is_pair(value, start, more.end()):
                break
            position = more.end()
    return end


def _is_pair(value: str, start: int, second: int) -> bool:
    """Say whether two bodies issued together: both are of the Party's centre (`Bộ Chính trị, Ban Bí thư`)."""
    return value.startswith(("Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành Trung ương"), start) and value.startswith(
        ("Ban Bí thư", "Bộ Chính trị", "Ban Chấp hành"), second
    )


def _stops(value: str, position: int) -> bool:
    if any(value.startswith(office, position) for office in _OFFICES):
        return False
    if _STOP.match(value, position) or _AND_OTHER.match(value, position):
        return True
    return value[position] in "-–" and not value[position + 2 : position + 3].isupper()
