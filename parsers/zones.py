"""Zones: header, preamble, body, closing, attachments. Together they cover the text, each character once.

Takes the text and where the header ends, gives ranges of paragraphs. The closing is found by what its lines
are (recipients, archive line, posts, names), in whatever order they come; what stands after it is attached.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from parsers.closing_lines import KINDS, line_kind
from parsers.letterhead import ADDRESSED
from parsers.sections.attachments import form_number
from parsers.text import Text
from parsers.title import type_of
from parsers.vietnamese.unicode import LOWER, is_caps

Range = tuple[int, int]
"""Paragraphs from … up to, half open."""

SCRAP = 30
"""Characters below which a line under the closing is no attached document."""


class Zones(NamedTuple):
    """Ranges of paragraphs. Each may be empty; together and in this order they are the whole text."""

    header: Range
    preamble: Range
    body: Range
    closing: Range
    attachments: tuple[Range, ...]


OPERATIVE = re.compile(r"\W*(?:NAY\s+)?(?:QUYẾT\s+ĐỊNH|QUYẾT\s+NGHỊ|CHỈ\s+THỊ|THÔNG\s+BÁO)\s*:?\W*$")
_SECTION = re.compile(
    r"(?:[IVX]{1,5}|[A-C]|\d{1,2})\s?[.)/\-–]\s?(?=\S)|(?:Điều|ĐIỀU)\s+\d+|(?:Phần|PHẦN|Chương|CHƯƠNG|Mục)\s+\S+|[a-zđ]\)\s"
)
_ATTACHED = re.compile(
    r"\W*(?:PHỤ\s+LỤC|Phụ\s+lục|BIỂU(?:\s+MẪU)?(?=\s+S|\s*$)|Biểu\s+(?:số|mẫu)|MẪU\s+SỐ|Mẫu\s+số|DANH\s+(?:MỤC|SÁCH)\b)|"
    r"\(\s*(?:Ban\s+hành\s+)?(?:kèm|Kèm)\s+theo",
)
_ARTICLE = re.compile(r"(?:Điều|ĐIỀU)\s+(\d{1,3})\s*[.:]")
_PART = re.compile(r"(?:Phần|PHẦN|Chương|CHƯƠNG)\s+(?:[IVX]+|\d+|thứ|THỨ)(?=\W|$)")
_GUIDE = re.compile(r"\W*\(?\s*(?:Ban\s+hành\s+)?[Kk]èm\s+theo|.{0,150}\(\s*(?:Ban\s+hành\s+)?[Kk]èm\s+theo")
GUIDED = 6
"""Paragraphs below the type of an attached document within which it says with what it was issued."""
_SIGNS = frozenset({"capacity", "post"})


def split(text: Text, header_end: int, stop: int | None = None) -> Zones:
    """Split a text into its zones.

    header_end: the paragraph after the header. stop: the paragraph at which the document ends, where a certified
    copy puts its own block after it; None for all of the text.
    """
    count = len(text.paragraphs) if stop is None else stop
    start, end = _closing(text, header_end, count)
    body = _body_start(text, header_end, start)
    end = _signed(text, end, count)
    return Zones((0, header_end), (header_end, body), (body, start), (start, end), _attachments(text, end, count))


def _words(text: Text, index: int) -> str:
    paragraph = text.paragraphs[index]
    return text.value[paragraph.start : paragraph.end]


def _body_start(text: Text, start: int, stop: int) -> int:
    """Give the paragraph that opens the body: the first section, or the one after `QUYẾT ĐỊNH:`."""
    for index in range(start, stop):
        words = _words(text, index)
        if OPERATIVE.match(words) and is_caps(words):
            return index + 1
        if _SECTION.match(words) and text.paragraphs[index].first.role == "body":
            return index
    return stop


def _closing(text: Text, start: int, count: int) -> Range:
    """Give the range of the closing: its lines may stand in any order, and noise between them is allowed."""
    kinds = [line_kind(text, index) if index >= start else "text" for index in range(count)]
    first, last = _first_closing(text, kinds, start)
    while first < count and _runs_on(text, first, last, count):
        kinds[start:last] = ["text"] * (last - start)
        first, last = _first_closing(text, kinds, last)
    return first, last


def _first_closing(text: Text, kinds: list[str], start: int) -> Range:
    anchor = next((i for i, kind in enumerate(kinds) if kind == "recipients"), None)
    signed = _signature(kinds)
    if anchor is None and signed is None:
        return len(kinds), len(kinds)
    if anchor is None or (signed is not None and signed < anchor and _only_closing(kinds, signed, anchor)):
        anchor = signed
    assert anchor is not None
    first = anchor
    while first > start and kinds[first - 1] in KINDS and kinds[first - 1] != "item":
        first -= 1
    last = anchor + 1
    while last < len(kinds) and (kinds[last] in KINDS or _runs_through(kinds, last)) and not _opens(text, last):
        last += 1
    return first, last


def _runs_on(text: Text, first: int, last: int, count: int) -> bool:
    """Say whether the articles go on after a closing: it is only an example of one, printed in the body."""
    before = [int(found[1]) for index in range(first) if (found := _ARTICLE.match(_words(text, index)))]
    after = (found for index in range(last, count) if (found := _ARTICLE.match(_words(text, index))))
    following = next(after, None)
    return bool(before) and following is not None and int(following[1]) == before[-1] + 1


def _signature(kinds: list[str]) -> int | None:
    """Give the first line of the first signature block: authority or post, then a name within ten lines."""
    for index, kind in enumerate(kinds):
        if kind in _SIGNS:
            for later in kinds[index + 1 : index + 10]:
                if later == "name":
                    return index
                if later == "text":
                    break
        if kind in ("signed", "signature"):
            return index
    return None


def _only_closing(kinds: list[str], start: int, stop: int) -> bool:
    return all(kind in KINDS for kind in kinds[start:stop])


def _runs_through(kinds: list[str], index: int) -> bool:
    """Say whether an unclear line stands inside the closing: recipients, a post or a name follow at once."""
    return kinds[index] == "text" and any(
        kind in ("archive", "item", "name", "post") for kind in kinds[index + 1 : index + 3]
    )


def _signed(text: Text, end: int, count: int) -> int:
    """Give where the closing ends on its page: short lines under it are what was read of stamps and signatures."""
    page = text.paragraphs[end - 1].page if 0 < end < count else None
    while page is not None and end < count and text.paragraphs[end].page == page and _is_scrap(text, end):
        end += 1
    return end


def _is_scrap(text: Text, index: int) -> bool:
    opens = _opens(text, index) or _opens_appendix(text, index) or _opens_form(text, index)
    return not opens and len(_words(text, index)) < SCRAP and not _SECTION.match(_words(text, index))


def _opens(text: Text, index: int) -> bool:
    words = _words(text, index)
    if text.paragraphs[index].first.role == "table":
        return True
    return (_ATTACHED.match(words) or _PART.match(words)) is not None or (is_caps(words) and type_of(words) is not None)


def _attachments(text: Text, start: int, count: int) -> tuple[Range, ...]:
    """Part what follows the closing into attached documents: each appendix heading opens one."""
    if start >= count:
        return ()
    opens = [start]
    for index in range(start + 1, count):
        if _opens_appendix(text, index) or _opens_form(text, index) or _opens_document(text, index, opens[-1]):
            opens.append(index)
    if len(opens) > 1 and opens[1] - start < 4 and not ADDRESSED.match(_words(text, start)):
        opens.pop(1) if _ATTACHED.match(_words(text, start)) is None and _short(text, start, opens[1]) else None
    return tuple(zip(opens, [*opens[1:], count], strict=True))


def _opens_appendix(text: Text, index: int) -> bool:
    words = _words(text, index)
    heading = re.match(r"\W*(?:PHỤ\s+LỤC|Phụ\s+lục)\b", words) is not None and len(words) < 120
    return heading and text.paragraphs[index].first.role == "body" and _is_heading(words)


def _opens_form(text: Text, index: int) -> bool:
    """Say whether the number of a form stands by itself, in bold or in capitals."""
    return form_number(text, index) is not None and (text.paragraphs[index].bold or is_caps(_words(text, index)))


def _opens_document(text: Text, index: int, last: int) -> bool:
    """Say whether one more attached document opens: its type in capitals, and below it with what it was issued."""
    words = _words(text, index)
    found = type_of(words) if is_caps(words) and index - last > GUIDED else None
    if found is None or text.paragraphs[index].first.role != "body":
        return False
    below = range(index + 1, min(index + 1 + GUIDED, len(text.paragraphs)))
    return any(_GUIDE.match(_words(text, later)) for later in below)


def _short(text: Text, start: int, stop: int) -> bool:
    return all(len(_words(text, index)) < 60 for index in range(start, stop))


def _is_heading(words: str) -> bool:
    return re.match(rf"\W*Phụ\s+lục\s+(?:kèm|này|của|trên|\d+\s+[{LOWER}])", words) is None
