"""Attachments: appendices and documents attached to this one, each one top-level section.

Takes a range of paragraphs after the closing, gives the section with the attachment's own tree below it.
"""

from __future__ import annotations

import re

from models import Section
from parsers.sections.markers import read
from parsers.sections.tree import tree
from parsers.text import Text
from parsers.title import type_of
from parsers.vietnamese.unicode import is_caps

_APPENDIX = re.compile(
    r"\W*(?:PHỤ\s+LỤC|Phụ\s+lục)\s*(?:số|SỐ)?\s*:?\s*(?P<n>(?:[IVXLC]+|\d{1,2}[A-Z]?|[A-Z])(?=\W|$))?[\s.:–-]*"
)
_GUIDE = re.compile(r"\W*\(?\s*(?:Ban\s+hành\s+)?(?:[Kk]èm\s+theo|Đính\s+kèm|BAN HÀNH KÈM THEO)\b")
_TABLE_HEAD = re.compile(r"(?:STT|TT|Số TT|SỐ TT)\b")


def attachment(text: Text, start: int, stop: int, number: int) -> Section | None:
    """Read an appendix or attached document as one top-level section.

    start, stop: paragraphs, half open. number: how many attached documents came before it, for the label.
    """
    if start >= stop:
        return None
    head = _APPENDIX.match(text.value, text.paragraphs[start].start)
    body, heading = _attachment_heading(text, start, stop)
    begin = text.paragraphs[start].start
    end = text.paragraphs[stop].start if stop < len(text.paragraphs) else len(text.value)
    if head is not None:
        label = f"Phụ lục {head['n']}" if head["n"] else "Phụ lục"
        heading = heading or None
    else:
        label = "Kèm theo" if number == 0 else f"Kèm theo {number + 1}"
    return Section.model_construct(
        label=label,
        marker=head[0].strip() if head else "",
        kind="appendix" if head else "attachment",
        level=1,
        title=heading,
        role=None,
        span=text.extent(begin, end),
        children=tree(text, body, stop, level=2),
    )


def _attachment_heading(text: Text, start: int, stop: int) -> tuple[int, str | None]:
    """Give the paragraph after the heading of an attachment, and the heading's words.

    The type word alone on its line and the guide line (`Kèm theo Quyết định số …`) are not part of it.
    """
    lines: list[str] = []
    index = start
    while index < min(start + 14, stop):
        paragraph = text.paragraphs[index]
        words = " ".join(text.value[paragraph.start : paragraph.end].split())
        appendix = _APPENDIX.match(words) if index == start else None
        words = words[appendix.end() :] if appendix else words
        cut = _GUIDE.search(words) if "(" in words else None
        guided = re.search(r"\s*\(\s*(?:Ban\s+hành\s+)?[Kk]èm\s+theo", words)
        if paragraph.first.role != "body" or any(m.kind != "upper" for m in read(words)) or _TABLE_HEAD.match(words):
            break
        if _GUIDE.match(words) or (cut and cut.start() == 0):
            index += 1
            continue
        if guided:
            words = words[: guided.start()]
        if lines and not is_caps(words) and not guided and not _is_title_line(paragraph.bold, words):
            break
        if words and not _is_type_alone(words) and not _letterhead(words):
            lines.append(words)
        index += 1
        if len(lines) > 5:
            break
    return index, " ".join(lines).strip(" .:;*-") or None


def _is_title_line(bold: bool, words: str) -> bool:
    return bold and len(words.split()) < 40 and not words.endswith((".", ";", ":"))


def _is_type_alone(words: str) -> bool:
    found = type_of(words)
    return found is not None and not found[1] and is_caps(words)


def _letterhead(words: str) -> bool:
    return re.match(r"(?:CỘNG H|Độc lập|Số\s*[:/]|UBND |ỦY BAN|SỞ |BỘ )", words) is not None
