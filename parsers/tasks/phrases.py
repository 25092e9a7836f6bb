"""Doers: the noun phrase of a body or post at the start of a clause, and where its predicate begins.

Takes a folded text and a position, gives the phrase or None. Rule of the place: a phrase begins with a word of the
table of doers and ends before the first word of the table of verbs that is no part of a name (`Ban Chỉ đạo`,
`phòng Tổ chức cán bộ`); a statement of fact (`đã`, `được`, `là`) makes it no doer (SPEC §12.1).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from parsers.tasks.words import Folded, Word, at, cues, doers
from parsers.tasks.words import cue as words_of

LONGEST = 420
"""Characters within which the predicate of a phrase must begin."""

_QUANTIFIER = re.compile(r"(?:(?:tất cả|toàn bộ)\s+)?(?:các|những|mỗi|từng)\s+|(?:các\s+)?ông\s*,?\s*(?:bà\b\s*)?,?\s*")
_WORD = re.compile(r"\w+")
_NAMING = re.compile(rf"(?:{words_of('naming_head')}|(?<!quốc )(?<!văn )(?<!\w)phòng)\s*$")
"""What a verb is part of the name after."""
_ORGANISATION = re.compile(rf"\s*{words_of('organisation_noun')}")
_LISTED = re.compile(r"(?:,|các|những|và|mọi)\s*$")
_SERIES = re.compile(r"(?:thanh tra|giám sát|thi đua|phòng|tổ chức|kiểm tra|văn hóa)\s*,\s*$")
"""Words of names after whose comma a verb goes on with the name (`Cơ quan Thanh tra, giám sát ngân hàng`)."""
_STAFF = re.compile(rf"\s*(?:{words_of('organisation_staff')}|-)")
_HAVING = re.compile(rf"\s+{words_of('having')}")
_DUTY = re.compile(words_of("duty"))
_GENERIC = re.compile(rf"{words_of('generic_doer')}\s*$")
_NEAR_DUTY = re.compile(rf"[^,;.:\n]{{1,80}}?(?P<duty>{words_of('near_duty')})")
"""After a generic noun a verb may only say which body is meant: `đơn vị đào tạo sau đại học có trách nhiệm …`."""
_ABOUT = re.compile(r"ban chỉ đạo|hội đồng|tổ công tác|ủy ban")
_DANGLING = re.compile(
    r"(?:trong|của|và|tại|cho|với|các|đến|những|mỗi|từng|về|giữa|qua|(?<!nêu )(?<!kể )trên|dưới|việc|cùng|theo|nơi|"
    r"hoặc|từ|kèm)$"
)
_VERBAL = frozenset(
    ("thanh tra", "lãnh đạo", "thư ký", "thường trực", "tổ chức", "phòng", "hội", "đoàn", "trường", "viện", "vụ")
)
"""Heads that, alone, are verbs or say nothing."""
_NORM = re.compile(r"phải\s+(?:(?:đảm bảo|bảo đảm)\s+(?:điều kiện|có)|có|là|đạt|được|thiết thực|gồm)(?!\w)")
"""What a body must be, not what it must do."""
_BREAK = re.compile(r"[.:!?\n]")


class Phrase(NamedTuple):
    """A doer. start, end: the names. verb: where the predicate begins; equal to the stop where there is none."""

    start: int
    end: int
    verb: int
    cue: Word | None


def phrase(text: Folded, start: int, stop: int, *, handed: bool = False) -> Phrase | None:
    """Read a doer at a position.

    handed: a word that hands out tasks stands before it, so that any verb may follow.
    """
    begin = _head_end(text.key, start)
    if begin is None:
        return None
    last = begin
    verbs, names = cues(), doers()
    for word in _WORD.finditer(text.key, begin, min(stop, start + LONGEST)):
        gap = text.key[last : word.start()]
        broken = _BREAK.search(gap)
        if broken:
            return _at_break(text, start, last + broken.start(), word.start())
        if word.start() < last:
            continue
        cue = at(verbs, text.key, word.start()) if word[0] in verbs else None
        inner = at(names, text.key, word.start()) if word[0] in names else None
        if inner is not None and " " in inner.key and (cue is None or len(inner.key) > len(cue.key)):
            last = word.start() + len(inner.key)
            continue
        if cue is None or _in_name(text, cue, begin, word.start(), gap):
            last = word.start() + len(cue.key if cue else word[0])
            continue
        return _ended(text, start, begin, word.start(), stop, cue, handed=handed)
    broken = _BREAK.search(text.key, last, stop)
    end = broken.start() if broken else stop
    return _checked(text, start, end, stop, None) if stop - start < LONGEST else None


def _head_end(key: str, start: int) -> int | None:
    """Give where the first word of the name ends, if a doer may begin here."""
    quantifier = _QUANTIFIER.match(key, start)
    position = quantifier.end() if quantifier else start
    head = at(doers(), key, position)
    if head is None or (quantifier is None and head.kind in ("plural", "area")):
        return None
    return position + len(head.key)


def _at_break(text: Folded, start: int, end: int, after: int) -> Phrase | None:
    """A colon ends the phrase: what follows is what the doer does."""
    return _checked(text, start, end, after, None) if text.key[end] == ":" else None


def _in_name(text: Folded, cue: Word, begin: int, position: int, gap: str) -> bool:
    """Say whether a verb is part of the name of the doer."""
    key = text.key
    if "-" in gap or key[position - 4 : position] == " và " or compound(cue, key, position):
        return True
    if cue.kind in ("act", "lead", "support", "manner") and text.value[position].isupper():
        return True
    if cue.key == "tổ chức" and not key.endswith("ban ", 0, position):
        if key.endswith(("cơ quan, ", " các ", "mọi ", "công tác ", "cơ cấu ", "bộ máy "), 0, position):
            return True
        listed = _LISTED.search(key, max(0, position - 9), position) is not None
        if _ORGANISATION.match(key, position + 7) or (listed and key[position + 7 : position + 8] in (",", ";")):
            return True
        return key.endswith("phòng ", 0, position) and _STAFF.match(key, position + 7) is not None
    if "," in gap and cue.kind == "act" and _SERIES.search(key, max(0, position - 16), position):
        return True
    if cue.key == "có":
        return _HAVING.match(key, position + 2) is not None
    if cue.key == "về":
        return _ABOUT.search(key, max(0, begin - 20), position) is not None
    return cue.in_names and not gap.strip() and _NAMING.search(key, max(0, position - 12), position) is not None


def compound(cue: Word, key: str, position: int) -> bool:
    """Say whether a verb of one syllable is the end of a longer word (`chương trình`, `dân lập`)."""
    return any(key.endswith(f"{before} ", 0, position) for before in cue.not_after)


def _ended(text: Folded, start: int, begin: int, position: int, stop: int, cue: Word, *, handed: bool) -> Phrase | None:
    if cue.key == "một số" and handed:
        return _checked(text, start, position, position, cue)
    if cue.kind == "stop" or (cue.kind == "launch" and not handed):
        if cue.key not in ("được", "có", "từ", "do", "để", "khi"):
            return None
        duty = _DUTY.search(text.key, position, min(stop, position + LONGEST))
        return _checked(text, start, position, duty.start(), cue) if duty else None
    if cue.kind == "act" and _GENERIC.search(text.key, max(start, position - 12), position):
        duty = _NEAR_DUTY.match(text.key, position, stop)
        if duty:
            return _checked(text, start, duty.start("duty"), duty.start("duty"), cue)
    if cue.kind == "basis" and not _acts_later(text.key, position + len(cue.key), stop):
        return None
    if cue.key == "phải" and _NORM.match(text.key, position):
        return None
    if cue.kind in ("act", "support") and text.key[begin:position].strip() == "," and not handed:
        return None
    return _checked(text, start, position, position, cue)


def _acts_later(key: str, start: int, stop: int) -> bool:
    """Say whether a verb follows: `theo quy định` alone is no predicate."""
    found = (at(cues(), key, word.start()) for word in _WORD.finditer(key, start, min(stop, start + LONGEST)))
    return any(cue is not None and cue.kind not in ("stop", "basis") for cue in found)


def _checked(text: Folded, start: int, end: int, verb: int, cue: Word | None) -> Phrase | None:
    names = text.key[start:end].rstrip(" ,;")
    if not names or names in _VERBAL or _DANGLING.search(names) or ":" in names:
        return None
    return Phrase(start, start + len(names), verb, cue)
