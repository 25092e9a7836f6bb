"""Signers: who signs, in what capacity, under which post.

Takes the closing's paragraphs, gives signers in reading order. Lines are classed one by one and assembled by
class, never by position, because readers put the two columns of this block in any order
(Nghị định 30/2020/NĐ-CP, Phụ lục I, ô 7a-7c).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from models import Signer
from parsers.closing_lines import (
    SIGNATURE_AFTER,
    SIGNED,
    honorific,
    in_posts,
    is_name,
    line_kind,
    opens_block,
    recipients_head,
    tail_name,
)
from parsers.confidence import sure
from parsers.letterhead import CAPACITY
from parsers.text import Text
from parsers.vietnamese.unicode import ascii_key, bare, is_caps, key

Unit = tuple[str, int, int]
"""Class, start and end of a line or part of one."""

_INNER = re.compile(r"\s+(?=(?:KT|TM|TL|TUQ)\.\s?[A-ZĐƯ])")
_NAME_EDGES = " .*'\"“”‘’„_~^|"
_SPECK = re.compile(r"[-–—\s]+")
_ACTING = re.compile(r"\W*(?:Q|QUYỀN)[.\s]")


@dataclass
class _Block:
    """A signature being put together: one person's lines."""

    capacity: list[tuple[int, int]] = field(default_factory=list)
    position: tuple[int, int] | None = None
    other: tuple[int, int] | None = None
    name: tuple[int, int] | None = None


def signers(text: Text, start: int, stop: int, *, joint: bool = False) -> list[Signer]:
    """Read the signers of a closing.

    start, stop: paragraphs, half open. joint: several bodies issue the document, so a second post opens a
    second signature.
    """
    blocks: list[_Block] = []
    last = ""
    cut: int | None = None
    for kind, begin, end in _units(text, start, stop):
        if kind == "more" and text.value[begin:end] == "PHÓ":
            cut = begin
            continue
        if kind == "post" and cut is not None:
            begin, cut = cut, None
        if kind == "capacity":
            if not blocks or blocks[-1].name or not _takes(text, blocks[-1], begin, joint=joint):
                blocks.append(_Block())
            blocks[-1].capacity.append((begin, end))
        elif kind == "post":
            _post(blocks, begin, end, joint=joint)
        elif (kind == "more" or _runs_on(text, begin)) and last in ("capacity", "post") and blocks:
            _lengthen(blocks[-1], end)
            continue
        elif kind == "name":
            open_block = next((block for block in blocks if block.name is None), None)
            if open_block is not None:
                open_block.name = (begin, end)
        last = kind
    for block, below in itertools.pairwise(blocks):
        if block.name and not (block.other or below.name or below.capacity):
            block.other = below.position
    return [_signer(text, block) for block in blocks if block.name]


def _takes(text: Text, block: _Block, begin: int, *, joint: bool) -> bool:
    """Say whether a block takes an authority: one without a post, or a deputy's whose authority comes after it."""
    if block.position is None or joint or block.capacity:
        return block.position is None
    position = text.value[block.position[0] : block.position[1]]
    return key(position).startswith("phó ") and text.value.startswith(("KT", "K/T", "K.T"), begin)


def _runs_on(text: Text, begin: int) -> bool:
    """Say whether the line before breaks off inside a name (`SỞ GIÁO DỤC VÀ`)."""
    return text.value[max(0, begin - 4) : begin].rstrip().endswith((" VÀ", ",", " -"))


def _post(blocks: list[_Block], begin: int, end: int, *, joint: bool) -> None:
    if not blocks or blocks[-1].name is not None or (blocks[-1].position and joint):
        blocks.append(_Block())
    if blocks[-1].position is None:
        blocks[-1].position = (begin, end)
    else:
        blocks[-1].other = (begin, end)


def _lengthen(block: _Block, end: int) -> None:
    """Let the last line of a block run to `end`: posts and bodies wrap too."""
    if block.other:
        block.other = (block.other[0], end)
    elif block.position:
        block.position = (block.position[0], end)
    elif block.capacity:
        block.capacity[-1] = (block.capacity[-1][0], end)


def _signer(text: Text, block: _Block) -> Signer:
    assert block.name is not None
    capacity = tuple(_words(text, *part) for part in block.capacity)
    position = _words(text, *block.position) if block.position else None
    other = _words(text, *block.other) if block.other else None
    if position and other and ascii_key(other) == f"pho {ascii_key(position)}":
        capacity, position, other = (*capacity, position), other, None
    if position is None and capacity and _ACTING.match(capacity[-1]):
        capacity, position = capacity[:-1], capacity[-1]
    printed = text.value[block.name[0] : block.name[1]]
    bare_name = printed.strip(_NAME_EDGES)
    title = honorific().match(bare_name)
    rule = "signer" if position else "signer.no-post"
    return Signer(
        raw=printed,
        span=text.span(*block.name),
        confidence=sure(rule),
        rule=rule,
        capacity=capacity,
        position=position,
        name=(bare_name[title.end() :] if title else bare_name).strip(_NAME_EDGES),
        honorific=title[0].strip(" .,") if title else None,
        other_post=other,
    )


def _words(text: Text, start: int, end: int) -> str:
    return " ".join(text.value[start:end].split()).strip(" ,:;*'\"“”‘’„_~^-–").rstrip(".")


def _units(text: Text, start: int, stop: int) -> Iterator[Unit]:
    """Give the classed lines of a closing; a line that runs posts and name together is taken apart."""
    for index in range(start, stop):
        paragraph = text.paragraphs[index]
        kind = line_kind(text, index)
        if kind == "recipients":
            begin = paragraph.start + (recipients_head(text.value[paragraph.start : paragraph.end]) or 0)
            yield from _parts(text.value, begin, paragraph.end)
        elif kind in ("item", "archive"):
            end = SIGNATURE_AFTER.search(text.value[paragraph.start : paragraph.end])
            if end:
                yield from _parts(text.value, paragraph.start + end.end(), paragraph.end)
        elif kind in ("capacity", "post", "name", "signature", "text"):
            speck = _SPECK.match(text.value, paragraph.start, paragraph.end)
            yield from _parts(text.value, speck.end() if speck else paragraph.start, paragraph.end)


def _parts(value: str, start: int, end: int) -> Iterator[Unit]:
    words = value[start:end]
    if (signed := SIGNED.match(bare(words))) and signed.end() < len(words):
        start, words = start + signed.end(), words[signed.end() :]
    tail = tail_name(words)
    stop = end if tail is None else start + tail
    for begin, finish in _authorities(value, start, stop):
        part = value[begin:finish]
        if CAPACITY.match(part) and is_caps(part):
            yield "capacity", begin, finish
        elif opens_block(part):
            yield "post", begin, finish
        elif is_name(part):
            yield "name", begin, finish
        elif is_caps(part) and len(part) < 70:
            yield "more", begin, finish
    if stop < end:
        yield "name", stop, end


def _authorities(value: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Part `TM. CHÍNH PHỦ KT. THỦ TƯỚNG PHÓ THỦ TƯỚNG` into its lines."""
    cuts = [start, *(start + match.end() for match in _INNER.finditer(value[start:end])), end]
    for begin, finish in itertools.pairwise(cuts):
        words = value[begin:finish].rstrip()
        if not words.strip():
            continue
        prefix = CAPACITY.match(words)
        split = _second_post(words, prefix.end() if prefix else 0) if is_caps(words) else None
        if split:
            yield begin, begin + len(words[:split].rstrip())
            yield begin + split, begin + len(words)
        else:
            yield begin, begin + len(words)


def _second_post(words: str, begin: int) -> int | None:
    """Give where a post starts after the authority is complete: `THỦ TƯỚNG|PHÓ THỦ TƯỚNG`, `ỦY BAN …|CHỦ TỊCH`."""
    for match in re.finditer(r"\s+(?=\S)", words[begin:]):
        first, rest = words[begin : begin + match.start()], words[begin + match.end() :]
        if first[-1:] in ",-–" or not in_posts(rest.strip(" .:")) or in_posts(f"{first} {rest}"):
            continue
        if in_posts(first) or (begin and len(first.split()) > 2):
            return begin + match.end()
    return None
