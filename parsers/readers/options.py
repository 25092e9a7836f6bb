"""How a file is to be read: what a caller may choose."""

from __future__ import annotations

from typing import Literal, NamedTuple

Ocr = Literal["auto", "always", "never"]
"""`auto`: pages without a good text layer are recognised; `always`: all pages; `never`: none."""


class Options(NamedTuple):
    """ocr: which pages are recognised. threads: pages recognised at once. signatures: digital ones are verified."""

    ocr: Ocr = "auto"
    threads: int = 1
    signatures: bool = True


DEFAULT = Options()
