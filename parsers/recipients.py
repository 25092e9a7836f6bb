"""Recipients (nơi nhận), the archive line (lưu) and addressees (kính gửi).

Takes paragraphs of the closing or of the letterhead, gives items in order, each without its bullet and final
punctuation (Nghị định 30/2020/NĐ-CP, Phụ lục I, ô 9a, 9b, 12).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from models import Addressee, ArchiveNote, Recipient
from parsers.closing_lines import ARCHIVE, RECIPIENTS, SIGNATURE_AFTER, line_kind
from parsers.confidence import sure
from parsers.knowledge import cue
from parsers.letterhead import ADDRESSED
from parsers.text import Text
from parsers.vietnamese.unicode import LOWER, UPPER, is_caps

_BULLET = re.compile(r"\s*(?:[-–—+*•·]\s*)+")
_NEXT = re.compile(r"(?<=[;,.:)])\s*(?=[-–—+•]\s*[^\W\d])|(?<=\S)\s+(?=[-–—•]\s+(?:Lưu|Như)\b)")
_PURPOSE = re.compile(rf"[(“]\s*(?P<purpose>[Đđ]ể\s[^()]*|(?i:{cue('purpose')})[^()]*)\s*[)”]$")
_EDGE = " \n\t;,.:-–—+*•/"
_DRAFTER = re.compile(r"^(?P<rest>.*?)[\s.,;]*\(\s*(?P<inside>[^()]+?)\s*\)?$", re.DOTALL)
_COPIES = re.compile(r"(?P<count>\d{1,4})\s*(?:b|bản|bộ)\.?")
_SPACED = re.compile(rf"(?P<unit>[{UPPER}]{{2,}})\.\s+(?P<drafter>[{UPPER}][{LOWER}]+)")
_DOTTED = re.compile(rf"(?P<unit>[{UPPER}]{{2,}})\.(?P<drafter>[{UPPER}]{{2,5}})")
_PERSON = re.compile(rf"(?:[A-ZĐ]\.)?\s?[{UPPER}][{LOWER}]+(?:\s[{UPPER}][{LOWER}]+)*")
_GLUED = re.compile(
    rf"(?P<unit>[A-ZĐ&.]{{2,}}?)(?P<tail>[A-ZĐ]?(?![bcdđghklmnpqrstvx]+\d)[{LOWER}]\w*|[{LOWER}]+\d\w*)"
)


def recipients(text: Text, start: int, stop: int) -> tuple[list[Recipient], ArchiveNote | None]:
    """Read the recipients and the archive line of a closing; start, stop: paragraphs, half open."""
    found: list[Recipient] = []
    archive: ArchiveNote | None = None
    opened = False
    for index in range(start, stop):
        kind = line_kind(text, index)
        opened = opened or kind == "recipients"
        if not opened or kind in ("capacity", "post", "name", "signature", "signed", "noise"):
            continue
        for begin, end, bulleted in _items(text, index):
            words = text.value[begin:end]
            if ARCHIVE.match(words):
                archive = archive or _archive(text, begin, end)
            elif not bulleted and found and _runs_on(text, found[-1].span.end):
                found[-1] = _recipient(text, found[-1].span.start, end)
            elif bulleted or (kind == "text" and not is_caps(words) and len(words) < 160):
                found.append(_recipient(text, begin, end))
    return found, archive


def _runs_on(text: Text, end: int) -> bool:
    """Say whether an item was cut by a line end: no punctuation closes it."""
    return text.value[end : end + 1] in ("\n", " ", ",", ":")


def _items(text: Text, index: int) -> Iterator[tuple[int, int, bool]]:
    """Give the items of a paragraph, without bullets and final punctuation, and whether they had a bullet."""
    paragraph = text.paragraphs[index]
    start, end = paragraph.start, paragraph.end
    head = RECIPIENTS.match(text.value, start)
    if head:
        start = head.end()
    signature = SIGNATURE_AFTER.search(text.value[start:end])
    if signature:
        end = start + signature.start()
    cuts = [start, *(start + match.end() for match in _NEXT.finditer(text.value[start:end])), end]
    for begin, finish in itertools.pairwise(cuts):
        bullet = _BULLET.match(text.value[begin:finish])
        begin += bullet.end() if bullet else 0
        words = text.value[begin:finish]
        stripped = words.rstrip(_EDGE)
        lead = len(stripped) - len(stripped.lstrip(_EDGE))
        if stripped.strip(_EDGE) and not (head and not bullet and (is_caps(stripped) or len(stripped) < 3)):
            yield begin + lead, begin + len(stripped), bullet is not None or head is not None


def _recipient(text: Text, start: int, end: int) -> Recipient:
    raw = text.value[start:end]
    name = " ".join(raw.split())
    purpose = _PURPOSE.search(name)
    if purpose:
        name = name[: purpose.start()].rstrip(_EDGE)
    return Recipient(
        raw=raw,
        span=text.span(start, end),
        confidence=sure("recipient"),
        rule="recipient",
        name=name,
        purpose=" ".join(purpose["purpose"].split()) if purpose else None,
    )


def _archive(text: Text, start: int, end: int) -> ArchiveNote:
    raw = text.value[start:end]
    head = ARCHIVE.match(raw)
    words = " ".join((raw[head.end() :] if head else raw).split()).rstrip(" .;,")
    drafter, copies = None, None
    bracket = _DRAFTER.match(words)
    if bracket:
        words, inside = bracket["rest"].rstrip(" .,;"), bracket["inside"]
        count = _COPIES.fullmatch(inside) or re.fullmatch(r"(?P<count>\d{1,3})", inside)
        copies, drafter = (int(count["count"]), None) if count else (None, inside)
    units, more, count_tail = _units(words)
    return ArchiveNote(
        raw=raw,
        span=text.span(start, end),
        confidence=sure("archive"),
        rule="archive",
        units=tuple(units),
        drafter=drafter or more,
        copies=copies if copies is not None else count_tail,
    )


def _units(words: str) -> tuple[list[str], str | None, int | None]:
    """Part the units of an archive line from the drafter's initials and the number of copies after them.

    `VT, CTS, HQS.250` has the drafter HQS and 250 copies; `VT; HCQT` names the drafter after the semicolon;
    a person's name or a unit with a lower-case tail (`KGVXth96`) is the drafter too.
    """
    copies: int | None = None
    tail = re.search(r"[.,;\s]+(\d{1,4})\s*(?:b|bản)?\.?$|(?<=[A-ZĐ])[.](\d{1,4})$", words)
    counted = False
    if tail:
        copies = int(tail[1] or tail[2])
        words = words[: tail.start()].rstrip(" .,;")
        counted = True
    drafter: str | None = None
    if ";" in words and "," not in words:
        words, _, drafter = (part.strip() for part in words.partition(";"))
    units = [unit.strip(" .:") for unit in re.split(r"[,;]\s*", words) if unit.strip(" .")]
    if drafter is None and units:
        drafter = _drafter_of(units, counted=counted)
    return units, drafter, copies


def _drafter_of(units: list[str], *, counted: bool) -> str | None:
    last = units[-1]
    alone = len(units) == 1
    glued = _GLUED.fullmatch(last)
    if not alone and _PERSON.fullmatch(last) and not last.startswith(("Văn", "Ban", "Phòng", "Vụ")):
        return units.pop()
    dotted = _DOTTED.fullmatch(last) or _SPACED.fullmatch(last)
    if dotted and not counted:
        units[-1] = dotted["unit"]
        return dotted["drafter"]
    if glued and not re.search(r"^(?:P|V)\.|Tr|[A-ZĐ]Đ[a-z]", last) and last.upper() != last:
        units[-1] = glued["unit"].rstrip(".")
        return glued["tail"]
    if counted and len(units) > 2 and len(last) < 6:
        return units.pop()
    return None


def addressees(text: Text, start: int, stop: int) -> tuple[list[Addressee], int]:
    """Read the bodies after `Kính gửi`; give them and the paragraph after the last one.

    start, stop: paragraphs in which to look, half open.
    """
    first = next((i for i in range(start, stop) if ADDRESSED.match(text.value, text.paragraphs[i].start)), None)
    if first is None:
        return [], start
    found: list[Addressee] = []
    paragraph = text.paragraphs[first]
    head = ADDRESSED.match(text.value, paragraph.start)
    assert head is not None
    begin = min(head.end(), paragraph.end)
    found.extend(
        _addressed(text, begin, paragraph.end, several=_BULLET.match(text.value[begin : paragraph.end]) is not None)
    )
    index = first + 1
    while index < stop and index < first + 40 and _is_addressee(text, index, empty=not found):
        paragraph = text.paragraphs[index]
        found.extend(_addressed(text, paragraph.start, paragraph.end, several=True))
        index += 1
    return found, index


def _is_addressee(text: Text, index: int, *, empty: bool) -> bool:
    paragraph = text.paragraphs[index]
    words = text.value[paragraph.start : paragraph.end]
    if _BULLET.match(words):
        return len(words) < 400
    return empty and len(words) < 120 and not is_caps(words)


def _addressed(text: Text, start: int, end: int, *, several: bool) -> Iterator[Addressee]:
    cuts = [start, *(start + m.end() for m in _NEXT.finditer(text.value[start:end])), end] if several else [start, end]
    for begin, finish in itertools.pairwise(cuts):
        bullet = _BULLET.match(text.value[begin:finish])
        begin += bullet.end() if bullet else 0
        raw = text.value[begin:finish].rstrip(_EDGE)
        if raw.strip(_EDGE):
            span = text.span(begin, begin + len(raw))
            yield Addressee(
                raw=raw, span=span, confidence=sure("addressee"), rule="addressee", name=" ".join(raw.split())
            )
