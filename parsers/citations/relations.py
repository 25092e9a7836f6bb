"""Relations: what the document does with the one it cites, told by the cue before the citation.

Takes the words between the start of the paragraph (or the citation before) and the citation. A citation
inside another one's subject is only mentioned; one that continues a list shares the relation of its head.
"""

from __future__ import annotations

import re

from models import Relation, Within
from parsers.knowledge import cue

_ITEM = r"(?:\s*(?:Điều \d+\.|\d+\.|[a-zđ]\)))?\s*"
_LISTED = re.compile(
    r"^(?:[^.;:()]|\([^)]*\))*?[,;]\s*(?:(?:và|các|tại|một số)\s+)*$|^\s*(?:và|,|;)(?:\s+(?:các|tại|một số))*\s*$|"
    r"^[^.]*;\s*(?:[Cc]ăn cứ\s+|các\s+)*$",
    re.DOTALL,
)
_BASIS = re.compile(
    rf"(?:^|\W)(?:{cue('basis')}|Trên cơ sở(?=\s+(?:Nghị|Quyết|Luật)))\s+(?:(?!theo\s|của\s)[^.;:]){{0,120}}?$"
)
_REQUESTED = re.compile(rf"{cue('requested')}[^.;]{{0,160}}$")
_CONSIDERED = re.compile(rf"{cue('considered')}[^.]*$")
_IMPLEMENTS = re.compile(rf"{cue('implements')}(?:[^.;:]{{0,90}}?\s)?$", re.IGNORECASE)
_OPENING = re.compile(rf"(?:^|\W){cue('opening')}\s[^.;]*$")
_DIRECT = re.compile(rf"{cue('implements_at_once')}(?:\s+{cue('implements_how')})*\s*$", re.IGNORECASE)
_ATTACHED = re.compile(r"(?:[Kk]èm theo|đính kèm)\s*$")
_SELF = rf"{cue('self')}\s+này\s[^.]*"
_REPLACES = re.compile(rf"{_SELF}\b{cue('replaces')}\s[^.]{{0,200}}$|^\W*{_ITEM}Thay thế\s[^.]{{0,80}}$")
_REPEALS = re.compile(rf"{_SELF}\b{cue('repeals')}\s[^.]{{0,200}}$|^\W*{_ITEM}(?:Bãi|Hủy|Huỷ) bỏ\s[^.]{{0,120}}$")
_AMENDS = re.compile(
    rf"^\W*{_ITEM}(?i:{cue('amends')})[^.;:]{{0,160}}$|\b[Vv]ề\s+(?:việc\s+)?{cue('amends')}[^.;:]{{0,120}}$"
)
_NESTED = re.compile(r"(?:của|sửa đổi|bổ sung|thực hiện|theo|thi hành|về|tại|thay thế|quy định)\s+(?:\S+\s+){0,6}$")


def relation(
    before: str, previous: str | None, between: str, last: Relation | None, within: Within, *, opening: bool
) -> Relation:
    """Tell the relation of a citation.

    before: words from the start of its paragraph up to it. previous: raw of the citation before it in the
    same paragraph, None if it is the first. between: words between the two. last: the relation given to the
    one before. within: part of the document. opening: it stands in the preamble or the opening sentence.
    """
    if _ATTACHED.search(before[-24:]):
        return "attached"
    if within in ("title", "preamble", "body", "appendix"):
        for name, pattern in (("replaces", _REPLACES), ("repeals", _REPEALS)):
            if pattern.search(before):
                return name  # type: ignore[return-value]
        if (within == "title" or not opening) and previous is None and _AMENDS.search(before):
            return "amends"
    if previous is not None:
        return _after_another(between, last, opening=opening)
    if _REQUESTED.search(before):
        return "implements" if opening else "mentions"
    if _CONSIDERED.search(before):
        return "mentions"
    if _BASIS.search(before):
        return "basis"
    if within == "title":
        return "implements" if _IMPLEMENTS.search(before) and _DIRECT.search(before[-40:]) else "mentions"
    if opening and (_OPENING.search(before) or _DIRECT.search(before[-60:])):
        return "implements"
    return "mentions"


def _after_another(between: str, last: Relation | None, *, opening: bool) -> Relation:
    """Tell the relation of a later citation in a paragraph: that of its list, by its own cue, or a mention."""
    if (
        last in ("basis", "implements", "replaces", "repeals", "amends")
        and _LISTED.match(between)
        and not _nested(between)
    ):
        return last
    fresh = re.split(r"[.;]\s+", between)[-1] if re.search(r"[.;]\s", between) else ""
    if fresh and _BASIS.search(fresh):
        return "basis"
    if fresh and opening and _REQUESTED.search(fresh):
        return "implements"
    if opening and fresh and (_OPENING.search(fresh) or _DIRECT.search(fresh[-60:])):
        return "implements"
    if opening and re.search(r"ban hành[^.;]*$", between) and _DIRECT.search(between[-60:]):
        return "implements"
    return "mentions"


def _nested(between: str) -> bool:
    """Say whether the citation stands inside the subject of the one before: `… sửa đổi Điều 3 Nghị định …`."""
    return _NESTED.search(between.rsplit(",", 1)[-1].rsplit(";", 1)[-1]) is not None
