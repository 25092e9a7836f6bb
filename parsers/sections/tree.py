"""The tree of sections: markers in their order become nested headings and items.

Takes a range of paragraphs, gives sections whose spans nest and, with the text between them, cover the
range. A marker goes where it continues a list (1, 2, 3; a, b, c; I, II, III); where it starts one, below
what is open. Continuity is the check, never a reason to drop a line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from models import Section
from parsers.sections.markers import RANK, Marker, follows, read
from parsers.sections.titles import title
from parsers.text import Text
from parsers.title import type_of
from parsers.vietnamese.unicode import is_caps

_MISREAD = {
    "l": "I",
    "H": "II",
    "ll": "II",
    "Il": "II",
    "lI": "II",
    "HI": "III",
    "IH": "III",
    "lII": "III",
    "lll": "III",
    "lV": "IV",
}
"""What optical recognition makes of Roman numerals; taken only where the order proves it."""

_HEADING_ONLY = frozenset({"part", "chapter", "division"})
_APPENDIX = re.compile(
    r"\W*(?P<word>PHỤ\s+LỤC|Phụ\s+lục)\s*(?:số|SỐ)?\s*:?\s*(?P<n>[IVXLC]+(?=\W|$)|\d{1,2}[A-Z]?(?=\W|$)|[A-Z](?=\W|$))?[\s.:–-]*"
)
_GUIDE = re.compile(r"\W*\(?\s*(?:Ban\s+hành\s+)?(?:[Kk]èm\s+theo|Đính\s+kèm|BAN HÀNH KÈM THEO)\b")
_TABLE_HEAD = re.compile(r"(?:STT|TT|Số TT|SỐ TT)\b")
_FORM = re.compile(r"\W*(?:BIỂU|Biểu|MẪU|Mẫu)\s+(?:SỐ|số|\d)")


@dataclass
class _Node:
    marker: Marker
    start: int
    title: str | None
    end: int = 0
    children: list[_Node] = field(default_factory=list)


def tree(text: Text, start: int, stop: int, level: int = 1, first: int | None = None) -> tuple[Section, ...]:
    """Build the sections of a range of paragraphs.

    start, stop: paragraphs, half open. level: of the sections at the top. first: character where the range
    begins, if not at the start of its first paragraph.
    """
    if start >= stop:
        return ()
    root = _Node(Marker("attachment", "", "", None, "", 0), first or text.paragraphs[start].start, None)
    stack = [root]
    quoted = _quoted(text, start, stop)
    for index in range(start, stop):
        paragraph = text.paragraphs[index]
        if paragraph.first.role != "body" or index in quoted:
            continue
        words = text.value[paragraph.start : paragraph.end]
        readings = read(words) or _repaired(words, stack)
        choice = _place(readings, stack) if readings else None
        if choice is None:
            continue
        marker, depth = choice
        if marker.kind != "bullet" and _is_false(marker, words, paragraph.bold):
            continue
        for node in stack[depth:]:
            node.end = paragraph.start
        del stack[depth:]
        node = _Node(marker, paragraph.start, _title(text, index, stop, marker))
        stack[-1].children.append(node)
        stack.append(node)
    end = text.paragraphs[stop].start if stop < len(text.paragraphs) else len(text.value)
    for node in stack:
        node.end = end
    return tuple(_section(text, node, level) for node in root.children)


def _quoted(text: Text, start: int, stop: int) -> set[int]:
    """Give the paragraphs inside a quotation that opens at the start of one and closes within reach."""
    inside: set[int] = set()
    index = start
    while index < stop:
        words = text.value[text.paragraphs[index].start : text.paragraphs[index].end]
        opened = words.lstrip()[:1] == "“" or re.search(r":\s*“[^”]*$", words) is not None
        if opened and words.count("“") > words.count("”"):
            close = next((later for later in range(index + 1, min(index + 60, stop)) if _closes(text, later)), None)
            if close is not None:
                inside.update(range(index + 1, close + 1))
                if words.lstrip()[:1] == "“":
                    inside.add(index)
                index = close
        index += 1
    return inside


def _closes(text: Text, index: int) -> bool:
    words = text.value[text.paragraphs[index].start : text.paragraphs[index].end]
    return words.count("”") > words.count("“")


def _repaired(words: str, stack: list[_Node]) -> list[Marker]:
    """Give a Roman marker read wrongly, if the numeral it stands for is the one that is due."""
    match = re.match(r"([IlHV]{1,3})\s?[.)/-]\s*(?=[A-ZĐ])", words)
    meant = _MISREAD.get(match[1]) if match else None
    if match is None or meant is None:
        return []
    due = next((node.marker for node in reversed(stack) if node.marker.kind == "roman"), None)
    marker = read(meant + ". X")[0]._replace(printed=match[0].strip(), end=match.end())
    proven = follows(marker, due) if due else marker.value == 1 and is_caps(words[match.end() :])
    return [marker] if proven else []


def _place(readings: list[Marker], stack: list[_Node]) -> tuple[Marker, int] | None:
    """Choose a reading and the depth at which it hangs: where it continues a list, else where it opens one."""
    for depth in range(len(stack) - 1, 0, -1):
        for marker in readings:
            last = stack[depth].marker
            if marker.kind == last.kind and marker.style == last.style and follows(marker, last):
                return marker, depth
    for marker in readings:
        if marker.value in (1, None) and not (marker.kind == "roman" and marker.label == "C"):
            return marker, _open_depth(marker, stack)
    for marker in readings:
        depth = next((d for d in range(len(stack) - 1, 0, -1) if _same_list(marker, stack[d].marker)), 0)
        if depth:
            return marker, depth
    for marker in readings:
        if _opens_late(marker):
            return marker, _open_depth(marker, stack)
    return None


def _same_list(marker: Marker, last: Marker) -> bool:
    return marker.kind == last.kind and marker.style == last.style


def _opens_late(marker: Marker) -> bool:
    """Say whether a marker may open a list although it is not the first: its list began out of sight."""
    if marker.kind == "decimal":
        return True
    if marker.kind in ("roman", "upper"):
        return marker.value is not None and 1 < marker.value <= 12 and marker.label not in ("C", "D", "L", "M")
    return marker.kind in ("article", "arabic", "letter") and marker.value is not None and marker.value <= 4


def _open_depth(marker: Marker, stack: list[_Node]) -> int:
    """Give the depth at which a new list opens: below what is open, but not below a deeper kind.

    A first item of a kind that is open further up is a list inside the open item.
    """
    depth = len(stack)
    nested = any(_same_list(marker, node.marker) for node in stack[1:])
    while depth > 1:
        top = stack[depth - 1].marker
        if top.kind == marker.kind:
            if marker.kind == "bullet" and top.style != marker.style:
                known = next((d for d in range(depth - 1, 0, -1) if _same_list(marker, stack[d].marker)), None)
                return known if known else depth
            depth -= 1
            if not nested or marker.kind != "arabic":
                continue
            return depth
        if RANK[top.kind] > RANK[marker.kind] or (RANK[top.kind] == RANK[marker.kind]):
            if nested and marker.kind in ("arabic", "letter") and top.kind in ("letter", "parenthesis", "decimal"):
                return depth
            depth -= 1
            continue
        break
    return depth


def _is_false(marker: Marker, words: str, bold: bool) -> bool:
    """Say whether what looks like a marker is a word: a name's initial, a code, a table's number."""
    rest = words[marker.end :]
    if marker.kind in ("roman", "upper") and marker.printed[-1:] in "IVXLCABDH" and not is_caps(rest[:40]):
        return True
    return marker.kind == "upper" and not (is_caps(rest[:30]) or bold or len(rest) < 120)


def _title(text: Text, index: int, stop: int, marker: Marker) -> str | None:
    paragraph = text.paragraphs[index]
    words = text.value[paragraph.start + marker.end : paragraph.end]
    if marker.kind in _HEADING_ONLY and not words.strip() and index + 1 < stop:
        return _below(text, index + 1, stop)
    if marker.kind == "article" and not words.strip():
        return None
    own = title(words, bold=paragraph.bold and bool(paragraph.first.runs[0].size), kind=marker.kind)
    if own and is_caps(own) and marker.kind in ("roman", "upper", *_HEADING_ONLY):
        return " ".join([own, *_more_caps(text, index + 1, stop)])
    return own


def _below(text: Text, index: int, stop: int) -> str | None:
    lines = _more_caps(text, index, stop)
    if lines:
        return " ".join(lines)
    words = text.value[text.paragraphs[index].start : text.paragraphs[index].end]
    return words if len(words.split()) < 30 and not read(words) else None


def _more_caps(text: Text, index: int, stop: int) -> list[str]:
    """Give the lines in capitals that continue a heading."""
    lines: list[str] = []
    while index < stop and len(lines) < 4:
        paragraph = text.paragraphs[index]
        words = " ".join(text.value[paragraph.start : paragraph.end].split())
        if (
            not is_caps(words)
            or read(words)
            or paragraph.first.role != "body"
            or len(words.split()) < 2
            or words.endswith(":")
        ):
            break
        lines.append(words.rstrip(" ."))
        index += 1
    return lines


def _section(text: Text, node: _Node, level: int) -> Section:
    return Section.model_construct(
        label=node.marker.label,
        marker=node.marker.printed,
        kind=node.marker.kind,
        level=level,
        title=node.title,
        role=None,
        span=text.extent(node.start, node.end),
        children=tuple(_section(text, child, level + 1) for child in node.children),
    )


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
        if not is_caps(words) and (lines or len(words.split()) > 40 or not words):
            if lines and not guided and not _is_title_line(paragraph.bold, words):
                break
        if (
            words
            and type_of(words) != (type_of(words) or ("", ""))[0:1]
            and not _is_type_alone(words)
            and not _letterhead(words)
        ):
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
