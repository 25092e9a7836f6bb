"""Targets: measurable aims with a number, its unit and how they compare.

Takes the text and its sections with roles, gives targets in reading order. Rule of the place: a number is a target only
where the sentence or its section aims at it (`phấn đấu`, `chỉ tiêu`, `tối thiểu`, `100% hồ sơ …`); dates, article
numbers, budgets, points, norms of organisation and what the past reached are none (SPEC §12.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from models import PrintedAgency, Section, Target
from models.task import Comparator
from parsers.confidence import sure
from parsers.knowledge import rows
from parsers.tasks.items import path_of, prose, sentences
from parsers.tasks.phrases import phrase
from parsers.tasks.words import Folded, cue, fold, folded
from parsers.text import Text

_AIMING = frozenset(("plan.targets", "plan.objectives"))
"""Roles of sections whose numbers are aims."""
_OTHER = frozenset(
    ("plan.funding", "plan.awards", "plan.emulation_criteria", "plan.time", "plan.time_place", "plan.effect",
     "plan.scope_subjects", "plan.reporting", "doc.context", "doc.legal_basis", "report.results", "report.limits")
)  # fmt: skip
"""Roles of sections whose numbers are no aims."""
_N = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(rf"(?<![\w./,-])(?P<a>{_N})(?![\d/])(?P<share>\s?%)?(?:\s?(?:-|đến|tới)\s?(?P<b>{_N})(?![\d/]))?")
_NOT_A_COUNT = re.compile(rf"(?:{cue('not_a_count')}|\d[./-])\s*$")
_COMPARED: tuple[tuple[Comparator, re.Pattern[str]], ...] = (
    ("at_least", re.compile(rf"{cue('at_least')}(?:\s+(?:là|từ|đạt|bằng|khoảng|phải đạt|có|cũng đạt))*\s*$")),
    ("at_most", re.compile(rf"{cue('at_most')}(?:\s+(?:là|còn|ở mức|khoảng))*\s*$")),
    ("more_than", re.compile(rf"{cue('more_than')}\s*$")),
    ("less_than", re.compile(rf"{cue('less_than')}(?:\s+mức)?\s*$")),
)
_VERB = re.compile(
    rf"{cue('reaching')}(?:\s+(?:từ|được|khoảng|thêm|xuống|lên|còn|tỷ lệ|bình quân|mức|ở mức|trung bình))*\s*$"
)
_REACHED = re.compile(r"(?<!\w)(?<!suy )(?:đạt|tăng|giảm|nâng|còn|lên|xuống|duy trì)(?!\w)[^,;:]{0,40}$")
_NEAR = 140
"""Characters before a count within which its aim is said."""
_UPWARD, _DOWNWARD = re.compile(r"[^,;.:\d]{0,70}?trở lên"), re.compile(r"[^,;.:\d]{0,70}?trở xuống")
_ONWARD = re.compile(r"\s?%?\s*(?:lên|xuống|còn)\s+(?:trên\s+|dưới\s+)?\d")
_AIM, _STRONG_AIM, _PAST = (
    re.compile(cue("aim")),
    re.compile(cue("strong_aim")),
    re.compile(rf"{cue('past')}(?!\s+trạng)"),
)
_COST, _COST_AFTER = (
    re.compile(rf"(?<!đấu )(?<!đánh ){cue('cost')}"),
    re.compile(rf"\s*(?:tổng\s+)?{cue('cost_after')}"),
)
_NORM = re.compile(cue("norm"))
_ENSURED = re.compile(r"(?:^|[,;:]\s*|bảo đảm\s+|đảm bảo\s+|phấn đấu\s+|và\s+|đạt\s+|-\s+)$")
_CLAUSE = re.compile(r"[,;:](?!\d)|(?<!\d)\.(?!\d)")
_BASIS = re.compile(r"\s*(?:so với|tổng số|so\s)[^,;.:]{2,80}")
_MAKES = re.compile(rf"{cue('making')}\s+(?:(?:mới|thêm|được|khoảng|tổng số|cho|ngẫu nhiên)\s+){{0,2}}$")
_EACH = re.compile(r"(?<!\w)mỗi\s+\w+(?:\s+\w+)?\s+(?:có|làm|trồng|đăng ký|xây dựng)\s+(?:từ\s+)?$")
_PLACE = re.compile(r"(?<!\w)(?:tại|ở|trên địa bàn|thuộc)\s+$")
_MANY = 10
_RANK = re.compile(rf"{cue('rank')}\s+(?P<a>\d{{1,3}})(?!\d)")
_YEAR = re.compile(r"năm\s+(\d{4})(?!\d)")
_AIM_WORDS = re.compile(
    r"^(?:[-+*•]\s*)?(?:phấn đấu|mục tiêu|chỉ tiêu|(?:đến )?năm \d{4}|trong năm|bảo đảm|đảm bảo|và|trong đó)\s*,?\s*",
    re.IGNORECASE,
)


class _Found(NamedTuple):
    """A target before it is written out. start, end: its raw words. left: where the clause begins."""

    start: int
    end: int
    left: int
    comparator: Comparator
    value: float
    value_max: float | None
    unit: str | None
    basis: str | None
    rule: str


def targets(text: Text, sections: tuple[Section, ...]) -> list[Target]:
    """Read the targets of a document, in order.

    sections: the tree, with roles.
    """
    key = folded(text.value)
    return [
        _target(text, key, path, begin, stop, found)
        for path, aimed, begin, stop in _sentences(text, sections, "", aimed=False)
        for found in _of_sentence(key, begin, stop, aimed=aimed)
    ]


def _sentences(
    text: Text, sections: tuple[Section, ...], above: str, *, aimed: bool
) -> Iterator[tuple[str, bool, int, int]]:
    """Give path, whether the section aims, and range of each sentence of running text."""
    for section in sections:
        if section.role in _OTHER:
            continue
        path = path_of(section, above)
        aims = (aimed or section.role in _AIMING) and section.kind not in ("appendix", "attachment")
        begin = section.span.start + len(section.marker)
        end = section.children[0].span.start if section.children else section.span.end
        for start, stop in prose(text, begin, end):
            if _DIGIT.search(text.value, start, stop):
                for first, last in sentences(text.value, start, stop):
                    yield path, aims, first, last
        yield from _sentences(text, section.children, path, aimed=aims)


def _of_sentence(text: Folded, start: int, stop: int, *, aimed: bool) -> Iterator[_Found]:
    position = start
    for match in _NUMBER.finditer(text.key, start, stop):
        if match.start() < position:
            continue
        found = _of_number(text, start, stop, match, aimed=aimed)
        if found is not None:
            yield found
            position = max(position, match.end())
    for match in _RANK.finditer(text.key, start, stop):
        if aimed or _STRONG_AIM.search(text.key, start, match.start()):
            left = _clause_start(text.key, start, match.start())
            yield _Found(
                match.start(), match.end(), left, "at_most", float(match["a"]), None, None, None, "target.rank"
            )


def _of_number(text: Folded, start: int, stop: int, match: re.Match[str], *, aimed: bool) -> _Found | None:
    key = text.key
    left = _clause_start(key, start, match.start())
    before = key[left : match.start()]
    unit = _unit(key, match, stop)
    if unit is None or _NOT_A_COUNT.search(before) or _ONWARD.match(key, match.end()):
        return None
    words, kind, end = unit
    comparator, begin = _comparator(key, left, match, end, stop)
    if not _is_aim(key, start, stop, match, left, end, kind, comparator, aimed=aimed):
        return None
    upward = _UPWARD.match(key, end, stop) or _DOWNWARD.match(key, end, stop)
    basis = _BASIS.match(key, end, stop)
    last = basis.end() if basis else upward.end() if upward else end
    if kind == "share" and not basis and not _AIM_WORDS.sub("", text.value[left:begin].strip(" -+*•")):
        last = _clause_end(key, end, stop)
    low, high = _value(match["a"]), _value(match["b"]) if match["b"] else None
    if comparator == "between" and (high is None or high <= low):
        return None
    return _Found(
        begin, last, left, comparator, low, high if comparator == "between" else None, words,
        text.value[basis.start() : basis.end()].strip() if basis else None,
        "target.share" if kind == "share" else "target.count",
    )  # fmt: skip


def _clause_start(key: str, start: int, stop: int) -> int:
    last = start
    for match in _CLAUSE.finditer(key, start, stop):
        last = match.end()
    return last


def _clause_end(key: str, start: int, stop: int) -> int:
    found = _CLAUSE.search(key, start, stop)
    return found.start() if found else stop


def _is_aim(
    key: str, start: int, stop: int, match: re.Match[str], left: int, end: int, kind: str, comparator: Comparator,
    *, aimed: bool,
) -> bool:  # fmt: skip
    """Say whether a number with a unit is something aimed at."""
    ahead = key[start : match.start()]
    clause = key[left : match.start()]
    if _PAST.search(ahead) or (kind == "share" and _COST_AFTER.match(key, end)):
        return False
    if (_COST.search(clause) and "thu ngân sách" not in ahead) or (
        kind == "money" and not aimed and "thu " not in clause
    ):
        return False
    strong = aimed or _STRONG_AIM.search(ahead) is not None
    if kind == "share":
        whole = match["a"] == "100" and not match["b"] and _ENSURED.search(key[start : match.start()]) is not None
        reached = _REACHED.search(clause) is not None and _AIM.search(ahead) is not None
        return _NORM.search(clause) is None and (
            reached or whole or strong or _counted_share(key, clause, end) or _MAKES.search(clause) is not None
        )
    if _NORM.search(ahead):
        return False
    near = aimed or _STRONG_AIM.search(ahead[-_NEAR:]) is not None
    if _PLACE.search(clause):
        return False
    if comparator == "at_least" and (kind == "product" or (kind == "people" and _value(match["a"]) >= _MANY)):
        return True
    if (kind in ("product", "people") and _makes(clause, match)) or (comparator == "between" and _EACH.search(clause)):
        return True
    return near and "=" not in clause


def _counted_share(key: str, clause: str, end: int) -> bool:
    """Say whether a share is one of things that can be counted, with the least said before it: `ít nhất 30% chi bộ`."""
    return _COMPARED[0][1].search(clause) is not None and _units().match(key, end) is not None


def _makes(clause: str, match: re.Match[str]) -> bool:
    """Say whether a clause says that so many things are made (`trồng 1.200 cây`); a few are no measure."""
    return _MAKES.search(clause) is not None and _value(match["a"]) >= _MANY


def _comparator(key: str, left: int, match: re.Match[str], end: int, stop: int) -> tuple[Comparator, int]:
    """Give how the number compares, and where the words that say so begin."""
    begin, found = match.start(), None
    for comparator, pattern in _COMPARED:
        said = pattern.search(key, left, begin)
        if said:
            found, begin = comparator, said.start()
            break
    verb = _VERB.search(key, left, begin)
    begin = verb.start() if verb else begin
    if match["b"]:
        return "between", begin
    if _UPWARD.match(key, end, stop):
        return "at_least", begin
    if _DOWNWARD.match(key, end, stop):
        return "at_most", begin
    return found or "equal", begin


@cache
def _units() -> re.Pattern[str]:
    words = sorted((fold(row["unit"]) for row in rows("units")), key=len, reverse=True)
    return re.compile(rf"\s?(?P<unit>{'|'.join(map(re.escape, words))})(?!\w)")


@cache
def _kinds() -> dict[str, str]:
    return {fold(row["unit"]): row["kind"] for row in rows("units")}


def _unit(key: str, match: re.Match[str], stop: int) -> tuple[str, str, int] | None:
    """Give the unit after a number, its kind and where it ends."""
    if match["share"] and not match["b"]:
        return "%", "share", match.end()
    found = _units().match(key, match.end(), stop)
    return (found["unit"], _kinds()[found["unit"]], found.end()) if found else None


def _value(printed: str) -> float:
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", printed):
        printed = printed.replace(".", "")
    return float(printed.replace(",", "."))


def _target(text: Text, key: Folded, path: str, start: int, stop: int, found: _Found) -> Target:
    year = next((m[1] for m in _YEAR.finditer(key.key, start, stop)), None)
    return Target.model_construct(
        raw=text.value[found.start : found.end],
        span=text.span(found.start, found.end),
        confidence=sure(found.rule),
        rule=found.rule,
        section=path or None,
        indicator=_indicator(key.value, found),
        comparator=found.comparator,
        value=found.value,
        value_max=found.value_max,
        unit=found.unit,
        basis=found.basis,
        period=year,
        actor=_actor(key, start, found.start),
    )


def _actor(text: Folded, start: int, stop: int) -> PrintedAgency | None:
    """Give the body that opens the sentence and is to reach the target."""
    found = phrase(text, start, stop)
    if found is None or found.verb >= stop:
        return None
    name = text.value[found.start : found.end]
    return PrintedAgency.model_construct(raw=name, name=name, id=None)


def _indicator(value: str, found: _Found) -> str | None:
    """Give what is measured: the words before the number in its clause, else those after it."""
    words = value[found.left : found.start].strip(" -+*•")
    while (said := _AIM_WORDS.match(words)) is not None and said.end():
        words = words[said.end() :]
    if not words:
        words = re.sub(r"^.*?\d[\d.,]*\s?%?\s*", "", value[found.start : found.end], count=1)
    return " ".join(words.split()).strip(" ,;:") or None
