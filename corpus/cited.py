"""Citations as officials print them, each with what it says.

Takes type, number, day and issuer, gives `Cite` values. Rule of the place: a citation's raw string is put
together from the very values that gold says, in the order type, number, day, issuer
(Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6).
"""

from __future__ import annotations

from dataclasses import replace

from corpus.plan import Cite, Relation, Text, When, say

LETTERS = frozenset({"công văn", "văn bản"})


def doc_type_of(word: str) -> str:
    """Give the type that a printed word names; `Văn bản số …` is a công văn."""
    return "công văn" if word.casefold() in LETTERS else word.casefold()


def cite(
    word: str,
    code: str,
    when: When | None = None,
    of: str | None = None,
    *,
    relation: Relation = "mentions",
    number_word: str = " số ",
    comma: str = "",
    owner: str = " của ",
) -> Cite:
    """A document with a number: `Kết luận số 01-KL/TW, ngày 18/5/2021 của Bộ Chính trị`.

    word: the printed type, empty where a list shares one. code: as printed, spaces and all.
    comma: what stands before the day. owner: what stands before the issuer.
    """
    parts: list[str | When] = [f"{word}{number_word}{code}" if word else code]
    if when:
        parts += [f"{comma} ", when]
    if of:
        parts.append(owner + of)
    code_read = "".join(code.split())
    return Cite(tuple(parts), doc_type_of(word), code_read, when.edtf if when else None, of, relation)


def again(cited: Cite, code: str, when: When | None = None, of: str | None = None, number_word: str = "") -> Cite:
    """The next number in a list that shares the type word of `cited`: `13/2023/NĐ-CP`."""
    return replace(cite("", number_word + code, when, of), doc_type=cited.doc_type, relation=cited.relation, code=code)


def law(
    name: str, year: int | None = None, day: When | None = None, code: str = "", relation: Relation = "mentions"
) -> Cite:
    """A law or code by its name: `Luật Thi đua, khen thưởng năm 2022`, `… ngày 15 tháng 6 năm 2022`."""
    head = f"{name} số {code}" if code else name
    issued = str(year) if year else day.edtf if day else None
    parts: tuple[str | When, ...] = (f"{head} năm {year}",) if year else (head,)
    if day:
        parts = (f"{head} ", day)
    kind = next((kind for kind in ("bộ luật", "pháp lệnh", "hiến pháp") if name.casefold().startswith(kind)), "luật")
    return Cite(parts, kind, code or None, issued, None, relation)


def congress(which: str, of: str | None = "Đảng", relation: Relation = "mentions") -> Cite:
    """A resolution by its congress: `Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIV của Đảng`."""
    owner = f" của {of}" if of else ""
    return Cite((f"Nghị quyết {which}{owner}",), "nghị quyết", None, None, of, relation)


def at(pinpoint: str, cited: Cite) -> Text:
    """A provision of a document: `điểm a, b khoản 1 Điều 3 Nghị định …`."""
    return say(f"{pinpoint} ", replace(cited, pinpoint=pinpoint))
