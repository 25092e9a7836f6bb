"""Citations: every mention of an identifiable document other than this one.

Takes the text and its zones, gives citations in reading order. Codes anchor the search; type, date, issuer
and pinpoint are read around them; laws and congress resolutions are found by name. What is printed is given
as printed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from models import Citation, PrintedAgency, Relation, Within
from parsers import edtf
from parsers.citations import issuers, named, pinpoints
from parsers.citations.codes import BARE, CODE, is_code, parts
from parsers.citations.relations import relation
from parsers.confidence import sure
from parsers.knowledge import doc_types, type_of_symbol
from parsers.text import Text
from parsers.vietnamese.unicode import dashes, key


class _Found(NamedTuple):
    start: int
    end: int
    doc_type: str | None
    number: str | None
    symbol: str | None
    code: str | None
    issued_on: str | None
    issuer: tuple[int, int] | None
    rule: str


class Setting(NamedTuple):
    """What citations need to know of the document: where scanning begins, its parts, its own symbol and number.

    within: starts of stretches with the part they are, in order. opening: end of the preamble and opening
    sentence, as a character.
    """

    begin: int
    within: tuple[tuple[int, Within], ...]
    opening: int
    own_number: str | None
    own_symbol: str | None


@cache
def _types() -> str:
    names = (t.name for t in doc_types() if t.cited)
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<type>{_types()}|quy chuẩn(?:\s+kỹ thuật(?:\s+quốc gia)?)?|tiêu chuẩn(?:\s+quốc gia)?)\s*(?:,?\s*số)?\s*:?\s*$",
        re.IGNORECASE,
    )


@cache
def _before_bare() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<type>{_types()})[^\S\n]+(?:(?P<so>số)[^\S\n]*:?[^\S\n]+)?$", re.IGNORECASE)


_LAW_BEFORE = re.compile(
    r"(?<!\w)(?P<type>Bộ [Ll]uật|Luật|luật|LUẬT|Pháp lệnh|Nghị quyết)\s(?P<name>(?:(?![.;:()“”\n]|\d/).){1,170}?)\s*(?:số\s*:?)\s*$"
)
_NUMBERED = re.compile(r"(?<!\w)[Ss]ố\s*:?\s*$|(?<!\w)SỐ\s*:?\s*$")
_LIST = re.compile(r"^\s*(?:[,;]|và|hoặc|[,;]\s*và)\s*(?:số\s*)?$")
_DATE = re.compile(
    r"\s*,?\s*\(?\s*(?:ký\s+)?(?:ngày\s*(?P<d>\d{1,2})?\s*(?:(?:/|-|\.)\s?(?P<m>\d{1,2})\s?(?:/|-|\.)\s?(?P<y>\d{4})|tháng\s*(?P<m2>\d{1,2})\s*năm\s*(?P<y2>\d{4}))"
    r"|tháng\s+(?P<m3>\d{1,2})\s*(?:năm\s+|/)(?P<y3>\d{4})|(?P<d4>\d{1,2})/(?P<m4>\d{1,2})/(?P<y4>\d{4}))",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"[Nn]gày\s+(?P<d>\d{1,2})\s*(?:/\s*|tháng\s+)(?P<m>\d{1,2})\s*(?:/\s*|năm\s+)(?P<y>\d{4})\s*,\s*(?P<who>[^.;\d]{2,110}?)\s+(?:đã\s+)?(?:có|ban hành|ký ban hành)\s+$"
)
_AND = re.compile(r"\s*(?:và|,)\s*$")


def citations(text: Text, setting: Setting) -> list[Citation]:
    """Read the citations of a text in its setting."""
    value = text.value
    folded = dashes(value)
    coded = list(_coded(folded, setting))
    taken = [(found.start, found.end) for found in coded]
    others = [_of_named(n) for n in named.laws(value, taken)] + [_of_named(n) for n in named.congresses(value)]
    found = sorted([*coded, *others], key=lambda f: (f.start, -f.end))
    return _related(
        text, [f for i, f in enumerate(found) if not _inside(f, found[:i]) and f.start >= setting.begin], setting
    )


def _inside(found: _Found, before: list[_Found]) -> bool:
    return bool(before) and before[-1].end > found.start


def _of_named(n: named.Named) -> _Found:
    return _Found(n.start, n.end, n.doc_type, None, None, None, n.issued_on, n.issuer, n.rule)


def _coded(folded: str, setting: Setting) -> list[_Found]:
    """Give the citations by code, in order."""
    found: list[_Found] = []
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


def _sharing(folded: str, found: list[_Found]) -> list[_Found]:
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


def _is_own(item: _Found, setting: Setting) -> bool:
    return bool(
        item.symbol and setting.own_symbol and item.number == setting.own_number
        and key(item.symbol) == key(setting.own_symbol)
    )  # fmt: skip


def _with_code(folded: str, match: re.Match[str], found: list[_Found]) -> _Found | None:
    number, symbol, code = parts(match)
    window = folded[max(0, match.start() - 60) : match.start()]
    if "\n" in window:
        window = window[window.rindex("\n") + 1 :]
    head = _before().search(window)
    start, doc_type = match.start(), None
    if head is not None:
        start = match.start() - len(window) + head.start("type")
        doc_type = re.sub(r"\s+", " ", head["type"]).lower()
    elif (law := _law_head(folded, match.start(), symbol)) is not None:
        start, doc_type = law
    elif found and _LIST.match(folded[found[-1].end : match.start()]) and symbol:
        doc_type = found[-1].doc_type
    elif match["standard"]:
        doc_type = None
    elif not (_NUMBERED.search(window) or _official(symbol)):
        return None
    doc_type = _settled_type(doc_type, symbol, match)
    end = match.end() - (len(match[0]) - len(match[0].rstrip(".,; -")))
    return _completed(folded, _Found(start, end, doc_type, number, symbol, code, None, None, "citation.coded"))


def _law_head(folded: str, end: int, symbol: str | None) -> tuple[int, str] | None:
    """Give where a law's name begins before its number: `Luật Giáo dục số 43/2019/QH14`."""
    if not symbol or not re.search(r"QH\d*$|UBTVQH\d*$|HĐNN\d*$", symbol):
        return None
    base = max(0, end - 190)
    window = folded[base:end]
    for head in reversed(list(re.finditer(r"(?<!\w)(?:Bộ [Ll]uật|Luật|luật|Pháp lệnh|Nghị quyết)\s", window))):
        match = _LAW_BEFORE.match(window, head.start())
        if match:
            amending = re.search(r"(?:Luật|Pháp lệnh)\s+[Ss]ửa đổi[^.;\d]*$", window[: head.start()])
            start = amending.start() if amending else head.start()
            return base + start, match["type"].lower()
    return None


def _official(symbol: str | None) -> bool:
    """Say whether a symbol stands for itself without `số` or a type word: `15/2025/TT-BNV`, `48/NQ-HĐND`."""
    if not symbol:
        return False
    first = re.split(r"[-/]", re.sub(r"^\d+/", "", symbol))[0]
    return (
        first in type_of_symbol() and re.search(r"[-/]", re.sub(r"^\d+/", "", symbol)) is not None
    ) or first.startswith(("QH1", "UBTVQH"))


def _settled_type(doc_type: str | None, symbol: str | None, match: re.Match[str]) -> str | None:
    if match["standard"]:
        return "quy chuẩn kỹ thuật quốc gia" if match["standard"].startswith("QCVN") else "tiêu chuẩn"
    if doc_type == "văn bản":
        return "công văn"
    if doc_type is None and symbol:
        first = re.split(r"[-/]", re.sub(r"^\d+/", "", symbol))[0]
        return type_of_symbol().get(first)
    return doc_type


def _completed(folded: str, item: _Found) -> _Found:
    """Add the date and issuer that follow, or the date that the sentence gave before."""
    end, issued = item.end, None
    date = _DATE.match(folded, end)
    if date is not None:
        day = date["d"] or date["d4"]
        month = date["m"] or date["m2"] or date["m3"] or date["m4"]
        year = date["y"] or date["y2"] or date["y3"] or date["y4"]
        issued = edtf.month(year, month) if date["m3"] else edtf.day(year, month, day)
        end = date.end()
    else:
        earlier = _EARLIER.search(folded[max(0, item.start - 160) : item.start])
        if earlier:
            issued = edtf.day(earlier["y"], earlier["m"], earlier["d"])
    issuer = issuers.after(folded, end)
    return item._replace(end=issuer[2] if issuer else end, issued_on=issued, issuer=issuer[:2] if issuer else None)


def _short(folded: str, match: re.Match[str]) -> _Found | None:
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
    if not head["so"] and doc_type in (
        "kế hoạch",
        "chương trình",
        "luật",
        "bộ luật",
        "báo cáo",
        "lệnh",
        "hợp đồng",
        "văn bản",
        "phương án",
    ):
        return None
    number = match["number"]
    item = _Found(base + head.start("type"), match.end(), doc_type, number, None, number, None, None, "citation.short")
    return _completed(folded, item)


def _related(text: Text, found: list[_Found], setting: Setting) -> list[Citation]:
    """Give each citation its relation, pinpoint and place."""
    made: list[Citation] = []
    last: tuple[int, _Found, Relation] | None = None
    for item in found:
        paragraph = text.paragraph_at(item.start)
        begin = text.paragraphs[paragraph].start
        pinpoint = pinpoints.before(text.value, item.start)
        left = pinpoint[0] if pinpoint and pinpoint[0] >= begin else item.start
        previous = last[1] if last and last[0] == paragraph else None
        within = _within(setting, item.start, text.paragraphs[paragraph].first.role)
        how = relation(
            text.value[begin:left],
            text.value[previous.start : previous.end] if previous else None,
            text.value[previous.end : left] if previous else "",
            last[2] if previous and last else None,
            within,
            opening=item.start < setting.opening,
        )
        listed = (
            previous is not None
            and last is not None
            and how == "mentions"
            and ";" not in text.value[previous.end : left]
        )
        last = (paragraph, item, last[2] if listed and last else how)
        made.append(_citation(text, item, pinpoint[1] if pinpoint and left != item.start else None, how, within))
    return made


def _within(setting: Setting, position: int, role: str) -> Within:
    if role == "footnote":
        return "footnote"
    if role == "table":
        return "table"
    index = bisect_right(setting.within, position, key=lambda entry: entry[0]) - 1
    return setting.within[max(index, 0)][1]


def _citation(text: Text, item: _Found, pinpoint: str | None, how: Relation, within: Within) -> Citation:
    issuer = None
    if item.issuer:
        printed = " ".join(text.value[item.issuer[0] : item.issuer[1]].split())
        issuer = PrintedAgency.model_construct(raw=printed, name=printed, id=None)
    return Citation.model_construct(
        raw=text.value[item.start : item.end],
        span=text.span(item.start, item.end),
        confidence=sure(item.rule),
        doc_type=item.doc_type,
        code=item.code,
        number=item.number,
        symbol=item.symbol,
        issued_on=item.issued_on,
        issuer=issuer,
        title=None,
        pinpoint=pinpoint,
        pinpoints=pinpoints.spelt_out(pinpoint) if pinpoint else (),
        relation=how,
        within=within,
        resolved=None,
        target=None,
        target_parent=None,
    )
