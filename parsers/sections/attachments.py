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
_FORM = re.compile(
    r"\W*(?P<kind>MẪU|Mẫu|BIỂU\s+MẪU|Biểu\s+mẫu|BIỂU|Biểu)\s*(?:số|SỐ)?\s*:?\s*(?P<n>\d{1,2}[A-Za-zĐđ]?)(?=\W|$)[\s.:–-]*"
)
"""The number of a form (mẫu, biểu) above its own letterhead or title."""
_MOTTO = re.compile(r"C[ỘÔ]NG\s+H\S+\s+X[ÃA]|Độc\s+lập\s*[-–]|ĐẢNG\s+CỘNG\s+SẢN")
HEAD = 10
"""Paragraphs in which the letterhead of an attached document stands."""
_GUIDE = re.compile(r"\W*\(?\s*(?:Ban\s+hành\s+)?(?:[Kk]èm\s+theo|Đính\s+kèm|BAN HÀNH KÈM THEO)\b")
_GUIDED = re.compile(r"\s*\(\s*(?:Ban\s+hành\s+)?[Kk]èm\s+theo")
LONG, NARROW = 120, 60
"""Longest line in characters of a heading, and of one side of a letterhead."""
_TABLE_HEAD = re.compile(r"(?:STT|TT|Số TT|SỐ TT)\b")


def attachment(text: Text, start: int, stop: int, number: int) -> Section | None:
    """Read an appendix or attached document as one top-level section.

    start, stop: paragraphs, half open. number: how many attached documents came before it, for the label.
    """
    if start >= stop:
        return None
    head = _APPENDIX.match(text.value, text.paragraphs[start].start)
    form = None if head else form_number(text, start)
    body, heading = _attachment_heading(text, start, stop)
    begin = text.paragraphs[start].start
    end = text.paragraphs[stop].start if stop < len(text.paragraphs) else len(text.value)
    if head is not None:
        label = f"Phụ lục {head['n']}" if head["n"] else "Phụ lục"
    elif form is not None:
        label = f"{form['kind'].capitalize()} số {form['n']}"
    else:
        label = "Kèm theo" if number == 0 else f"Kèm theo {number + 1}"
    return Section.model_construct(
        label=label,
        marker=mark[0].strip() if (mark := head or form) else "",
        kind="appendix" if head or form else "attachment",
        level=1,
        title=heading,
        role=None,
        span=text.extent(begin, end),
        children=tree(text, body, stop, level=2),
    )


def form_number(text: Text, index: int) -> re.Match[str] | None:
    """Give the number of a form where a paragraph is no more than that, or goes on in capitals."""
    paragraph = text.paragraphs[index]
    words = text.value[paragraph.start : paragraph.end]
    found = _FORM.match(words)
    if found is None or paragraph.first.role != "body" or len(words) > LONG:
        return None
    rest = words[found.end() :]
    return found if not rest or is_caps(rest) or rest.startswith("(") else None


def letterhead_end(text: Text, start: int, stop: int) -> int:
    """Give the paragraph after the letterhead of an attached document, start where it has none.

    That is all down to the motto, with the agencies beside it and the number and day below.
    """
    end = start
    for index in range(start, min(start + HEAD, stop)):
        words = _words(text, index)
        if _MOTTO.search(words) and len(words) < LONG:
            end = index + 1
        elif not (_letterhead(words) if end > start else is_caps(words) or len(words) < NARROW):
            break
        elif end > start:
            end = index + 1
    return end


def _words(text: Text, index: int) -> str:
    paragraph = text.paragraphs[index]
    return " ".join(text.value[paragraph.start : paragraph.end].split())


def _attachment_heading(text: Text, start: int, stop: int) -> tuple[int, str | None]:
    """Give the paragraph after the heading of an attachment, and the heading's words.

    The type word alone on its line and the guide line (`Kèm theo Quyết định số …`) are not part of it.
    """
    lines: list[str] = []
    index = letterhead_end(text, start, stop)
    opened = False
    while index < min(start + HEAD + 4, stop):
        paragraph = text.paragraphs[index]
        words = _words(text, index)
        if opened:
            opened, index = ")" not in words, index + 1
            continue
        mark = (_APPENDIX.match(words) or form_number(text, index)) if index == start else None
        words = words[mark.end() :] if mark else words
        if paragraph.first.role != "body" or any(m.kind != "upper" for m in read(words)) or _TABLE_HEAD.match(words):
            break
        guided = _GUIDED.search(words)
        if _GUIDE.match(words) or (guided and guided.start() == 0):
            opened = "(" in words and ")" not in words
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
    return (
        re.match(r"(?:CỘNG H|Độc lập|Số\s*[:/]|UBND |ỦY BAN|SỞ |BỘ |Tên (?:cơ quan|đơn vị)\b.*[:….])", words)
        is not None
    )
