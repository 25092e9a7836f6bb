"""The tree of sections: markers in their order become nested headings and items.

Takes a range of paragraphs, gives sections whose spans nest and, with the text between them, cover the
range. A marker goes where it continues a list (1, 2, 3; a, b, c; I, II, III); where it starts one, below
what is open. Continuity is the check, never a reason to drop a line.
"""

from __future__ import annotations

import re

from models import Section
from parsers.sections.markers import Marker, follows, read
from parsers.sections.placing import Node, continues, place
from parsers.sections.titles import like_its_siblings, title
from parsers.text import Text
from parsers.vietnamese.unicode import is_caps

_MISREAD = {
    "l": "I", "H": "II", "ll": "II", "Il": "II", "lI": "II",
    "HI": "III", "IH": "III", "lII": "III", "lll": "III", "lV": "IV",
}  # fmt: skip
"""What optical recognition makes of Roman numerals; taken only where the order proves it."""

_HEADING_ONLY = frozenset({"part", "chapter", "division"})


def tree(text: Text, start: int, stop: int, level: int = 1, first: int | None = None) -> tuple[Section, ...]:
    """Build the sections of a range of paragraphs.

    start, stop: paragraphs, half open. level: of the sections at the top. first: character where the range
    begins, if not at the start of its first paragraph.
    """
    if start >= stop:
        return ()
    root = Node(Marker("attachment", "", "", None, "", 0), first or text.paragraphs[start].start, None)
    stack = [root]
    quoted = _quoted(text, start, stop)
    for index in range(start, stop):
        paragraph = text.paragraphs[index]
        if paragraph.first.role != "body" or index in quoted:
            continue
        words = text.value[paragraph.start : paragraph.end]
        readings = read(words)
        if not continues(readings, stack):
            readings = [*_repaired(words, stack), *readings]
        choice = place(readings, stack) if readings else None
        if choice is None:
            continue
        marker, depth = choice
        if marker.kind != "bullet" and _is_false(marker, words, paragraph.bold):
            continue
        for node in stack[depth:]:
            node.end = paragraph.start
        del stack[depth:]
        node = Node(marker, paragraph.start, _title(text, index, stop, marker))
        stack[-1].children.append(node)
        stack.append(node)
    end = text.paragraphs[stop].start if stop < len(text.paragraphs) else len(text.value)
    for node in stack:
        node.end = end
    _alike(text, root.children)
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


def _repaired(words: str, stack: list[Node]) -> list[Marker]:
    """Give a Roman marker read wrongly, if the numeral it stands for is the one that is due."""
    match = re.match(r"([IlHV]{1,3})\s?[.)/-]\s*(?=[A-ZĐ])", words)
    meant = _MISREAD.get(match[1]) if match else None
    if match is None or meant is None:
        return []
    due = next((node.marker for node in reversed(stack) if node.marker.kind == "roman"), None)
    marker = read(meant + ". X")[0]._replace(printed=match[0].strip(), end=match.end())
    proven = follows(marker, due) if due else marker.value == 1 and is_caps(words[match.end() :])
    return [marker] if proven else []


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


def _alike(text: Text, children: list[Node]) -> None:
    """Give a heading that closes with a full stop its title, where its siblings are headings without one.

    All of them open a list: a sentence at the end of a list of headings has nothing below it.
    """
    titled = [child for child in children if child.title and child.children]
    others = {id(child): _closed_heading(text, child) for child in children if not child.title}
    if len(titled) > max(1, len(others)) and all(others.values()):
        for child in children:
            child.title = child.title or others[id(child)]


def _closed_heading(text: Text, node: Node) -> str | None:
    """Give the words of a label's line if they can be a heading: its own list opens on the next line."""
    paragraph = text.paragraphs[text.paragraph_at(node.start)]
    opens = bool(node.children) and node.children[0].start == paragraph.end + 1
    if node.marker.kind == "bullet" or node.start != paragraph.start or not opens:
        return None
    return like_its_siblings(text.value[paragraph.start + node.marker.end : paragraph.end])


def _section(text: Text, node: Node, level: int) -> Section:
    _alike(text, node.children)
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
