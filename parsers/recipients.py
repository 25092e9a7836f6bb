"""Recipients (nơi nhận), the archive line (lưu) and addressees (kính gửi).

Takes paragraphs of the closing or of the letterhead, gives items in order, each without its bullet and final
punctuation (Nghị định 30/2020/NĐ-CP, Phụ lục I, ô 9a, 9b, 12).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from models import Addressee, ArchiveNote, Recipient
from parsers.closing_lines import SIGNATURE_AFTER, archive_head, line_kind, recipients_head
from parsers.confidence import sure
from parsers.knowledge import cue
from parsers.letterhead import addressed
from parsers.text import Text
from parsers.vietnamese.unicode import LOWER, UPPER, bare, is_caps

_BULLET = re.compile(r"\s*(?:[-–—+*•·]\s*)+")
_NEXT = re.compile(r"(?<=[;,.:)])\s*(?=[-–—+•]\s*[^\W\d])|(?<=\S)\s+(?=[-–—•]\s+(?:Lưu|Như)\b)")
_PURPOSE = re.compile(rf"[(“]\s*(?P<purpose>[Đđ]ể\s[^()]*|(?i:{cue('purpose')})[^()]*)\s*[)”]$")
_EDGE = " \n\t;,.:-–—+*•/"
_CUE = bare(cue("purpose"))
_BARE_PURPOSE = re.compile(
    rf"[(“]\s*(?P<bracketed>(?:de\s+)?{_CUE}[^()]*)\s*[)”]$|"
    rf"(?P<open>(?<=[:}}])\s*(?:de\s+)?{_CUE}|(?<=\s)de\s+{_CUE})\s*$",
    re.IGNORECASE,
)
"""A purpose without its marks, or without its brackets (`Phó Cục trưởng để b/c`, `Ban Giám hiệu: báo cáo`)."""
_TYPIST = re.compile(r"(?P<drafter>[^\W\d_]{2,10})(?:[/.][\w.]+)*[/.](?P<count>\d{1,4})\s?(?:b|bản)?")
_COPIES_DRAFTER = re.compile(r"^(?P<rest>.*?)\s*\((?P<count>\d{1,3})\s*(?:b|bản)?\)[\s.,]*(?P<drafter>[^\W\d_]\w*)$")
_DRAFTER = re.compile(r"^(?P<rest>.*?)[\s.,;]*\(\s*(?P<inside>[^()]+?)\s*\)?$", re.DOTALL)
_COPIES = re.compile(r"(?P<count>\d{1,4})\s*(?:b|bản|bộ)\.?")
_SPACED = re.compile(rf"(?P<unit>[{UPPER}]{{2,}})\.\s+(?P<drafter>[{UPPER}][{LOWER}]+)")
_DOTTED = re.compile(rf"(?P<unit>[{UPPER}]{{2,}}[{LOWER}]{{0,2}})\.(?P<drafter>[{UPPER}]{{2,5}})")
_PERSON = re.compile(rf"(?:[A-ZĐ]\.)?\s?[{UPPER}][{LOWER}]+(?:\s[{UPPER}][{LOWER}]+)*")
_GLUED = re.compile(
    rf"(?P<unit>[A-ZĐ&.]{{2,}}?)(?P<tail>[A-ZĐ]?(?![bcdđghklmnpqrstvx]+\d)[{LOWER}]\w*|[{LOWER}]+\d\w*)"
)


def recipients(text: Text, start: int, stop: int) -> tuple[list[Recipient], ArchiveNote | None]:
    """Read the recipients and the archive line of a closing; start, stop: paragraphs, half open.

    The archive line is the last: what stands after it without a bullet closes the list.
    """
    found: list[Recipient] = []
    archive: ArchiveNote | None = None
    opened = closed = False
    for index in range(start, stop):
        kind = line_kind(text, index)
        if kind == "recipients":
            opened, closed = True, False
        if not opened or kind in ("capacity", "post", "name", "signature", "signed", "noise"):
            continue
        for begin, end, bulleted in _items(text, index):
            words = text.value[begin:end]
            if archive_head(words) is not None:
                archive = archive or _archive(text, begin, end)
            elif archive and not bulleted:
                mark = _TYPIST.fullmatch(words)
                archive, closed = (_with_mark(archive, mark), closed) if mark else (archive, True)
            elif not bulleted and found and _runs_on(text, found[-1].span.end):
                found[-1] = _recipient(text, found[-1].span.start, end)
            elif not closed and (bulleted or (kind == "text" and not is_caps(words) and len(words) < 160)):
                found.append(_recipient(text, begin, end))
    return found, archive


def _with_mark(archive: ArchiveNote, mark: re.Match[str]) -> ArchiveNote:
    """Add the typist's mark below the archive line: who drafted and the number of copies (ô 12)."""
    return archive.model_copy(
        update={
            "drafter": archive.drafter or mark["drafter"],
            "copies": int(mark["count"]) if archive.copies is None else archive.copies,
        }
    )


def _runs_on(text: Text, end: int) -> bool:
    """Say whether an item was cut by a line end: no punctuation closes it."""
    return text.value[end : end + 1] in ("\n", " ", ",", ":")


def _items(text: Text, index: int) -> Iterator[tuple[int, int, bool]]:
    """Give the items of a paragraph, without bullets and final punctuation, and whether they had a bullet."""
    paragraph = text.paragraphs[index]
    start, end = paragraph.start, paragraph.end
    head = recipients_head(text.value[start:end])
    if head is not None:
        start += head
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
        if stripped.strip(_EDGE) and not (head is not None and not bullet and _is_noise(stripped)):
            yield begin + lead, begin + len(stripped), bullet is not None or head is not None


def _is_noise(words: str) -> bool:
    """Say whether words beside `Nơi nhận` are a post of the other column, or no words at all."""
    return is_caps(words) or sum(map(str.isalpha, words)) < 3


def _recipient(text: Text, start: int, end: int) -> Recipient:
    raw = text.value[start:end]
    name = " ".join(raw.split())
    whole, purpose = _purpose(name)
    return Recipient(
        raw=raw,
        span=text.span(start, end),
        confidence=sure("recipient"),
        rule="recipient",
        name=name[: whole[0]].rstrip(_EDGE + "}") if whole else name,
        purpose=purpose,
    )


def _purpose(name: str) -> tuple[tuple[int, int] | None, str | None]:
    """Give the range of a purpose with its brackets, and the purpose itself."""
    found = _PURPOSE.search(name)
    if found:
        return found.span(), found["purpose"].strip()
    found = _BARE_PURPOSE.search(bare(name))
    if found is None:
        return None, None
    start, end = found.span("bracketed" if found["bracketed"] else "open")
    return found.span(), name[start:end].strip()


def _archive(text: Text, start: int, end: int) -> ArchiveNote:
    raw = text.value[start:end]
    words = " ".join(raw[archive_head(raw) or 0 :].split()).rstrip(" .;,")
    drafter, copies = None, None
    bracket = _DRAFTER.match(words)
    if counted := _COPIES_DRAFTER.match(words):
        words, drafter, copies = counted["rest"].rstrip(" .,;"), counted["drafter"], int(counted["count"])
    elif bracket:
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
    heads = ((index, addressed(_words(text, index))) for index in range(start, stop))
    first, head = next(((index, head) for index, head in heads if head is not None), (None, 0))
    if first is None:
        return [], start
    found: list[Addressee] = []
    paragraph = text.paragraphs[first]
    begin = paragraph.start + head
    found.extend(
        _addressed(text, begin, paragraph.end, several=_BULLET.match(text.value[begin : paragraph.end]) is not None)
    )
    index = first + 1
    while index < stop and index < first + 40 and _is_addressee(text, index, empty=not found):
        paragraph = text.paragraphs[index]
        found.extend(_addressed(text, paragraph.start, paragraph.end, several=True))
        index += 1
    return found, index


def _words(text: Text, index: int) -> str:
    return text.value[text.paragraphs[index].start : text.paragraphs[index].end]


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
