"""Relations: what the document does with the one it cites, told by the cue before the citation.

Takes the words between the start of the paragraph (or the citation before) and the citation. A citation
inside another one's subject is only mentioned; one that continues a list shares the relation of its head.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from models import Relation, Within
from parsers.knowledge import cue

_ITEM = r"(?:\s*(?:Điều \d+\.|\d+\.|[a-zđ]\)))?\s*"
_LISTED = re.compile(
    r"^(?:[^.;:()]|\([^)]*\))*?[,;]\s*(?:(?:và|các|tại|một số)\s+)*(?:số\s*)?$|"
    r"^\s*(?:và|,|;)(?:\s+(?:các|tại|một số))*\s*(?:số\s*)?$|"
    r"^[^.]*;\s*(?:[Cc]ăn cứ\s+|các\s+)*$",
    re.DOTALL,
)
_BASIS = re.compile(
    rf"(?:^|\W)(?:{cue('basis')}|Trên cơ sở(?=\s+(?:Nghị|Quyết|Luật)))\s+(?:(?!theo\s|của\s)[^.;:]){{0,120}}?$"
)
_REQUESTED = re.compile(rf"(?i:{cue('requested')})[^.;]{{0,160}}$")
_CONSIDERED = re.compile(rf"{cue('considered')}[^.]*$")
_OPENING = re.compile(rf"(?:^|\W){cue('opening')}\s[^.;]*$")
_DIRECT = re.compile(rf"{cue('implements_at_once')}(?:\s+{cue('implements_how')})*\s*$", re.IGNORECASE)
_ATTACHED = re.compile(r"(?:[Kk]èm theo|đính kèm)\s*$")
_SELF = rf"{cue('self')}\s+này\s[^.]*"
_REPLACES = re.compile(rf"{_SELF}\b{cue('replaces')}\s[^.]{{0,200}}$|^\W*{_ITEM}Thay thế\s[^.]{{0,80}}$")
_REPEALS = re.compile(rf"{_SELF}\b{cue('repeals')}\s[^.]{{0,200}}$|^\W*{_ITEM}(?:Bãi|Hủy|Huỷ) bỏ\s[^.]{{0,120}}$")
_AMENDS = re.compile(
    rf"^\W*{_ITEM}(?i:{cue('amends')})[^.;:]{{0,160}}$|\b[Vv]ề\s+(?:việc\s+)?{cue('amends')}[^.;:]{{0,120}}$"
)
_JOINED = re.compile(r"^(?:[^.;:,]|,\s(?=ngày|năm))*\s(?:về|Về)\s[^.;:]*\svà\s+(?:các\s+)?$")
"""The subject of the citation before, then `và`: another item of its list."""
_SHARED = frozenset({"basis", "implements", "replaces", "repeals", "amends"})
_NESTED = re.compile(r"(?:của|sửa đổi|bổ sung|thực hiện|theo|thi hành|về|tại|thay thế|quy định)\s+(?:\S+\s+){0,6}$")


class Before(NamedTuple):
    """What stands before a citation in its paragraph.

    words: from the paragraph's start. between: from the citation before it, None if it is the first.
    last: the relation of the citation before. head: that of the list it is in, past citations nested in a subject.
    """

    words: str
    between: str | None = None
    last: Relation | None = None
    head: Relation | None = None


def relation(before: Before, within: Within, *, opening: bool) -> Relation:
    """Tell the relation of a citation.

    within: part of the document. opening: it stands in the preamble or the opening sentence.
    """
    words = before.words
    if _ATTACHED.search(words[-24:]):
        return "attached"
    if _REPLACES.search(words):
        return "replaces"
    if _REPEALS.search(words):
        return "repeals"
    if before.between is not None:
        return _after_another(before, before.between, opening=opening)
    if (within == "title" or not opening) and _AMENDS.search(words):
        return "amends"
    if _REQUESTED.search(words):
        return "implements" if opening else "mentions"
    if _CONSIDERED.search(words):
        return "mentions"
    if _BASIS.search(words):
        return "basis"
    if within == "title":
        return "implements" if _DIRECT.search(words[-40:]) else "mentions"
    if opening and (_OPENING.search(words) or _DIRECT.search(words[-60:])):
        return "implements"
    return "mentions"


def _after_another(before: Before, between: str, *, opening: bool) -> Relation:
    """Tell the relation of a later citation in a paragraph: that of its list, by its own cue, or a mention."""
    shared = before.head if ";" in between else before.last
    if shared in _SHARED and (
        (_LISTED.match(between) and not _nested(between)) or (opening and _JOINED.match(between))
    ):
        return shared
    if opening and _REQUESTED.search(between):
        return "implements"
    fresh = re.split(r"[.;]\s+", between)[-1] if re.search(r"[.;]\s", between) else ""
    if fresh and _BASIS.search(fresh):
        return "basis"
    if opening and fresh and (_OPENING.search(fresh) or _DIRECT.search(fresh[-60:])):
        return "implements"
    if opening and re.search(r"ban hành[^.;]*$", between) and _DIRECT.search(between[-60:]):
        return "implements"
    return "mentions"


def _nested(between: str) -> bool:
    """Say whether the citation stands inside the subject of the one before: `… sửa đổi Điều 3 Nghị định …`."""
    return _NESTED.search(between.rsplit(",", 1)[-1].rsplit(";", 1)[-1]) is not None
