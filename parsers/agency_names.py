"""Names of agencies in a letterhead: which lines make one name, who governs and who issues.

Takes the capital lines of the left column, gives names. A new name begins at a word with which agencies'
names begin; the parent is set in light type, the issuer in bold (Nghị định 30/2020/NĐ-CP, Phụ lục I, ô 2).
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from parsers.knowledge import agency_heads, cue, rows
from parsers.vietnamese.syllables import is_syllable
from parsers.vietnamese.unicode import ascii_initial, ascii_key, bare, key

_ONLY_FIRST = frozenset(map(key, ("QUỐC HỘI", "CHÍNH PHỦ", "TRUNG ƯƠNG", "MẶT TRẬN", "THUẾ", "BÁO", "TỔ", "ĐÀI")))
_PARENTS = frozenset(map(key, ("UBND", "ỦY BAN", "BỘ")))
_PEERS = frozenset(map(key, ("SỞ", "BỘ")))
_WAITING = frozenset(map(key, ("CHỦ TỊCH", "ỦY BAN THƯỜNG VỤ", "TỔNG THANH TRA", "BỘ TRƯỞNG", "VĂN PHÒNG ĐẢNG ỦY")))
_WAITING_IF_ALIKE = frozenset(map(key, ("VĂN PHÒNG", "THANH TRA")))
_ISSUING = key("ban hành") + " "
_DANGLING = re.compile(r"(?:\b(?:VÀ|VỀ|CỦA|CÁC)|[,\-–])\s*$", re.IGNORECASE)
_INNER = re.compile(rf"(?<=[^\s,\-–])\s+{cue('run_together')}\s(?=\S)")
_GOES_ON = re.compile(r"(?:^|\s)(?:VAN|TONG|CHI|UY)$")
"""Words, without their marks, that are one with the next: VĂN PHÒNG, TỔNG CỤC, CHI CỤC, ỦY BAN."""
_JOINT = re.compile(r"\s+[-–]\s+(?=\S)")


class Name(NamedTuple):
    """One agency's name as printed: its words, where it stands, whether it is bold (None if unknown)."""

    words: str
    start: int
    end: int
    bold: bool | None


def head_of(words: str) -> str | None:
    """Give the word with which an agency's name begins, as a key, or None."""
    folded = key(words)
    if folded.startswith(_ISSUING):
        return None
    found = next((head for head in agency_heads() if folded == head or folded.startswith(head + " ")), None)
    return found or _head_misread(words)


def _head_misread(words: str) -> str | None:
    """Give the head of a name whose marks or spaces were lost: `TOÀ ÀN NHÂN DÂN`, `SỞY TẾ`.

    One syllable without its marks is too many words (BAN, BẢN, BÀN), so only longer heads are known without.
    """
    folded = ascii_key(words)
    known = (head for plain, head in _bare_heads() if folded == plain or folded.startswith(plain + " "))
    first = key(words).split(" ", 1)[0]
    if (found := next(known, None)) or is_syllable(first) or not words[:2].isupper():
        return found
    glued = (head for head in agency_heads() if first.startswith(head) and is_syllable(head))
    return next((head for head in glued if is_syllable(first[len(head) :])), None)


@cache
def _bare_heads() -> tuple[tuple[str, str], ...]:
    return tuple((ascii_key(head), head) for head in agency_heads() if " " in head)


@cache
def _whole() -> re.Pattern[str]:
    """Give the pattern of a name that cannot go on, marks aside: it ends with its province, or is a ministry's.

    A ministry whose name opens that of another (`BỘ VĂN HÓA`) can go on.
    """
    places = _any({ascii_key(row["name"]) for row in rows("provinces")})
    known = {ascii_key(row["name"]) for row in rows("agencies") if key(row["name"]).startswith("bộ ")}
    ministries = _any({one for one in known if not any(other.startswith(one + " ") for other in known)})
    return re.compile(rf"(?:.*\S\s(?:tinh|thanh pho|tp\.?)\s?{places}|{ministries})")


def _any(words: set[str]) -> str:
    return f"(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})"


def names(lines: list[Name], symbol: str = "") -> list[Name]:
    """Join the lines of a letterhead into names; the symbol tells that a line names two issuers."""
    joined: list[Name] = []
    for line in (part for whole in lines for part in _run_together(whole)):
        if joined and not _opens(line, joined[-1]):
            last = joined[-1]
            joined[-1] = Name(f"{last.words} {line.words}", last.start, line.end, last.bold)
        else:
            joined.append(line)
    return [part for name in joined for part in _side_by_side(name, symbol)]


def _opens(line: Name, last: Name) -> bool:
    head = head_of(line.words)
    if _DANGLING.search(last.words) or line.words[:1] in "-–(":
        return False
    if _whole().fullmatch(ascii_key(last.words)):
        return True
    if head is None or (" " not in head and head == key(line.words)):
        return False
    if head in _ONLY_FIRST:
        return False
    if key(last.words) in _WAITING:
        return False
    return key(last.words) not in _WAITING_IF_ALIKE or line.bold != last.bold


def _run_together(line: Name) -> list[Name]:
    """Part a line in which a dump ran parent and issuer together: `BỘ TÀI CHÍNH TỔNG CỤC THUẾ`."""
    cuts = _INNER.finditer(line.words) if line.bold is None else ()
    match = next((one for one in cuts if not _GOES_ON.search(bare(line.words[: one.start()]))), None)
    placed = line.words.startswith(("TỈNH ", "THÀNH PHỐ ", "HUYỆN ", "QUẬN "))
    if match is None or (not placed and head_of(line.words) is None):
        return [line]
    cut = line.start + match.start() + len(match[0]) - len(match[0].lstrip())
    before = Name(line.words[: match.start()].strip(), line.start, line.start + match.start(), None)
    return [before, *_run_together(Name(line.words[cut - line.start :].strip(), cut, line.end, None))]


def _side_by_side(name: Name, symbol: str) -> list[Name]:
    """Part `SỞ A - SỞ B`, two issuers on one line: both begin like an agency's name, or the symbol abbreviates both."""
    parts = _JOINT.split(name.words)
    heads = {head_of(part) for part in parts}
    if len(parts) < 2 or None in heads or not (len(heads) == 1 or _abbreviated(parts, symbol)):
        return [name]
    found, position = [], 0
    for part in parts:
        offset = name.words.index(part, position)
        found.append(Name(part, name.start + offset, name.start + offset + len(part), name.bold))
        position = offset + len(part)
    return found


def by_symbol(found: list[Name], symbol: str) -> list[Name]:
    """Give the names whose initials stand in the symbol: `KHPH-SGDĐT-CAT` is of two bodies."""
    return [name for name in found if _abbreviated([name.words], symbol)]


def _abbreviated(names: list[str], symbol: str) -> bool:
    """Say whether the symbol holds the initials of every name: `SNV-CAT` of `SỞ NỘI VỤ` and `CÔNG AN TỈNH`."""
    parts = [part for part in re.split(r"[-–/]", symbol.replace("&", "")) if len(part) > 1]
    return all(any(_abbreviates(part, initials(name)) for part in parts) for name in names)


def _abbreviates(part: str, letters: str) -> bool:
    return part == letters or (len(part) > 2 and letters.startswith(part))


def initials(words: str) -> str:
    """Give the initials of a name, as symbols abbreviate it: `SỞ KẾ HOẠCH VÀ ĐẦU TƯ` → `SKHĐT`."""
    return "".join(ascii_initial(word) for word in re.findall(r"[^\W\d_]+", words.upper()) if word != "VÀ")


def ranked(found: list[Name], *, joint: bool) -> tuple[Name | None, list[Name]]:
    """Tell the governing body from the issuers.

    joint: the document's type or symbol says that several bodies issue it.
    """
    if len(found) < 2:
        return None, found
    last = head_of(found[-1].words)
    peers = [name for name in found if head_of(name.words) == last]
    if len(peers) > 1 and (joint or last in _PEERS):
        above = [name for name in found if name not in peers]
        return (above[-1] if above else None), peers
    if joint:
        parented = head_of(found[0].words) in _PARENTS and len(found) > 2
        return (found[0], found[1:]) if parented else (None, found)
    if key(found[-2].words) == key(found[-1].words):
        return None, [found[-1]]
    return found[-2], [found[-1]]
