"""The printed lines of the letterhead and of the closing block, the same in every format.

Takes `Letterhead`, `Signer`, `Recipient` and `Archive`, gives lines of words.
Rule of the place: what stands in which column is said here once (Nghị định 30/2020/NĐ-CP, Phụ lục I, ô 1-5b, 7, 9);
how columns look is the renderer's.
"""

from __future__ import annotations

from corpus.plan import Archive, Letterhead, Recipient, Signer, plain

STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
PARTY = ("ĐẢNG CỘNG SẢN VIỆT NAM",)
BLANK_NUMBER = " " * 8


def national(top: Letterhead) -> tuple[str, ...]:
    """Give the lines of the right column: Quốc hiệu and Tiêu ngữ, or the Party's name."""
    return PARTY if top.family == "party" else STATE


def issuers(top: Letterhead) -> tuple[str, ...]:
    """Give the issuers' lines of the left column, joint issuers one below the other, a Party star last."""
    lines = tuple(line for agency in top.issuers for line in agency)
    return (*lines, "*") if top.family == "party" else lines


def number_line(top: Letterhead) -> str:
    """Give `Số: 173/PĐ-SKHĐT`, with a gap where the number is blank."""
    return f"{top.number_word}{top.number if top.number else BLANK_NUMBER}{top.symbol}"


def place_line(top: Letterhead) -> str:
    """Give `Lạng Sơn, ngày 31 tháng 01 năm 2023`."""
    return f"{top.place}, {top.date.raw}"


def subject_line(top: Letterhead) -> str:
    """Give `V/v …` of a công văn, empty for other documents."""
    return f"V/v {plain(top.subject)}" if top.subject else ""


def posts(signer: Signer) -> tuple[str, ...]:
    """Give the lines of capacity and post."""
    return (*signer.capacity, signer.position)


def names(signer: Signer) -> tuple[str, ...]:
    """Give the name as printed, with its title before it and another post above it."""
    name = f"{signer.honorific} {signer.name}" if signer.honorific else signer.name
    return (signer.other_post, name) if signer.other_post else (name,)


def recipient_lines(items: tuple[Recipient, ...], archive: Archive | None) -> tuple[str, ...]:
    """Give the lines under `Nơi nhận`, the archive line last."""
    lines = tuple(f"- {item.name}{f' ({item.purpose})' if item.purpose else ''}{item.end}" for item in items)
    return (*lines, f"- {archive_line(archive)}") if archive else lines


def archive_line(archive: Archive) -> str:
    """Give `Lưu: VT, NC (LTHT).` in the way this archive line is printed."""
    units, drafter = ", ".join(archive.units), archive.drafter
    if archive.form == "party":
        return f"Lưu {units}."
    if archive.form == "no-colon":
        return f"Lưu {units}{f' ({drafter})' if drafter else ''}."
    tail = {"bracket": f" ({drafter})", "tight": f"({drafter})", "dot": f".{drafter}", "copies": f", {drafter}.25"}
    return f"Lưu: {units}{tail[archive.form] if drafter else ''}."
