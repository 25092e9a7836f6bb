"""Citations by code: `Chỉ thị số 19/CT-TTg`, lists that share a type word, and short forms (`Chỉ thị 11`).

Takes text with every dash as `-`, gives what was found, in order. Codes anchor the search; the words before
them say the type, `citations.around` reads what follows.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from parsers.citations.around import completed, law_head, official, settled_type
from parsers.citations.codes import BARE, CODE, is_code, parts
from parsers.citations.found import Found, Setting
from parsers.knowledge import doc_types
from parsers.vietnamese.unicode import key

_STANDARDS = r"quy chuẩn(?:\s+kỹ thuật(?:\s+quốc gia)?)?|tiêu chuẩn(?:\s+quốc gia)?"


@cache
def _types() -> str:
    names = (t.name for t in doc_types() if t.cited)
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<type>{_types()}|{_STANDARDS})\s*(?:,?\s*số)?\s*:?\s*$",
        re.IGNORECASE,
    )


@cache
def _before_bare() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<type>{_types()})[^\S\n]+(?:(?P<so>số)[^\S\n]*:?[^\S\n]+)?$", re.IGNORECASE)


_NUMBERED = re.compile(r"(?<!\w)(?:[Ss]ố|SỐ)\s*:?\s*$")
_LIST = re.compile(r"^\s*(?:[,;]|và|hoặc|[,;]\s*và)\s*(?:số\s*)?$")
_AND = re.compile(r"\s*(?:và|,)\s*$")
_NEEDS_SO = frozenset(
    ("kế hoạch", "chương trình", "luật", "bộ luật", "báo cáo", "lệnh", "hợp đồng", "văn bản", "phương án")
)
"""Types that are no citation with a bare number: `Kế hoạch 5`, `Chương trình 135` are names."""


def coded(folded: str, setting: Setting) -> list[Found]:
    """Give the citations by code, in order."""
    found: list[Found] = []
    matches = [m for m in CODE.finditer(folded, setting.begin) if is_code(m)]
    spans = [(m.start(), m.end()) for m in matches]
    for match in matches:
        item = _with_code(folded, match, found)
        if item is not None and not _is_own(item, setting):
            found.append(item)
    found = _sharing(folded, found)
    for match in BARE.finditer(folded, setting.begin):
        if not any(start < match.end() and match.start() < end + 1 for start, end in _near(spans, match.start())):
            item = _short(folded, match)
            if item is not None:
                found.append(item)
    return sorted(found)


def _sharing(folded: str, found: list[Found]) -> list[Found]:
    """Let `Quyết định số A và Quyết định số B của X` share X where A and B have one symbol."""
    shared = list(found)
    for index in range(len(shared) - 2, -1, -1):
        left, right = shared[index], shared[index + 1]
        if (
            left.issuer is None
            and right.issuer
            and left.symbol == right.symbol
            and _AND.match(folded[left.end : right.start])
        ):
            shared[index] = left._replace(issuer=right.issuer)
    return shared


def _near(spans: list[tuple[int, int]], position: int) -> list[tuple[int, int]]:
    index = bisect_right(spans, (position,))
    return spans[max(0, index - 1) : index + 2]


def _is_own(item: Found, setting: Setting) -> bool:
    return bool(
        item.symbol and setting.own_symbol and item.number == setting.own_number
        and key(item.symbol) == key(setting.own_symbol)
    )  # fmt: skip


def _with_code(folded: str, match: re.Match[str], found: list[Found]) -> Found | None:
    number, symbol, code = parts(match)
    window = folded[max(0, match.start() - 60) : match.start()]
    if "\n" in window:
        window = window[window.rindex("\n") + 1 :]
    head = _before().search(window)
    start, doc_type = match.start(), None
    if head is not None:
        start = match.start() - len(window) + head.start("type")
        doc_type = re.sub(r"\s+", " ", head["type"]).lower()
    elif (law := law_head(folded, match.start(), symbol)) is not None:
        start, doc_type = law
    elif found and _LIST.match(folded[found[-1].end : match.start()]) and symbol:
        doc_type = found[-1].doc_type
    elif match["standard"]:
        doc_type = None
    elif not (_NUMBERED.search(window) or official(symbol)):
        return None
    doc_type = settled_type(doc_type, symbol, match)
    end = match.end() - (len(match[0]) - len(match[0].rstrip(".,; -")))
    return completed(folded, Found(start, end, doc_type, number, symbol, code, None, None, "citation.coded"))


def _short(folded: str, match: re.Match[str]) -> Found | None:
    """Read a citation by type and number alone: `Đề án số 08`, `Chỉ thị 11`."""
    base = max(0, match.start() - 40)
    head = (
        _before_bare().search(folded[base : match.start()])
        if folded[match.start() - 1 : match.start()] == " "
        else None
    )
    if head is None or (not head["so"] and not head["type"][0].isupper()):
        return None
    printed = head["type"]
    doc_type = re.sub(r"\s+", " ", printed).lower()
    if not head["so"] and doc_type in _NEEDS_SO:
        return None
    number = match["number"]
    item = Found(base + head.start("type"), match.end(), doc_type, number, None, number, None, None, "citation.short")
    return completed(folded, item)
