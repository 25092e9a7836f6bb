"""Signers (người ký)."""

from __future__ import annotations

from models.span import Located


class Signer(Located):
    """One person who signs.

    capacity: the lines that say for whom or in whose place, from the top (`TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`).
    position: the signer's own post, as printed.
    name: without rank or academic title, which go to `honorific`.
    other_post: a second post printed with the name (Nghị định 30/2020/NĐ-CP, Phụ lục I, ô 7b).
    """

    capacity: tuple[str, ...] = ()
    position: str | None = None
    name: str
    honorific: str | None = None
    other_post: str | None = None
