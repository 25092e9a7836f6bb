"""Movements: emulation movements named in quotation marks, and the theme of a launch.

Takes the text and its sections, gives each movement once, in order, and the theme. Rule of the place: quotation marks
are not to be relied on in pairs (SPEC §14), so a theme whose opening mark is missing runs from the colon to the
closing mark or to the end of its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from models import Agency, Movement, Section, Theme
from parsers import dates
from parsers.confidence import sure
from parsers.tasks.items import item
from parsers.tasks.words import fold, folded
from parsers.text import Text
from parsers.vietnamese.unicode import UPPER

_HEAD = re.compile(
    r"ph[oò]ng trào(?:\s+thi đua)?(?:\s+yêu nước)?(?![^\n“\"]{0,40}\bvới chủ đề)[^\n“”\"*.;]{0,60}?[:\s]\s*(?=\*?[“\"])"
)
_QUOTED = re.compile(r"\*?[“\"]\s*\*?(?P<name>[^“”\"\n]{8,300}?)\*?\s*(?:[”\"]\*?|(?=;\s*[“\"]))")
_NEXT = re.compile(r"\s*(?:[,;]|và|\.{3}|…)\s*(?:(?:phong trào|Phong trào)(?:\s+thi đua)?\s+)?(?=\*?[“\"])")
_AFTER = re.compile(r"\s*,?\s*(?:giai đoạn|năm|trong năm|nhiệm kỳ)\s+[\d\s–-]{4,15}")
_LAUNCHED = re.compile(
    rf"do\s+(?P<who>[{UPPER}][^\n.;:“”\"]{{2,90}}?)\s+phát động|"
    r"(?P<what>(?:Thủ tướng Chính phủ|(?:UBND|[ỦU][ỷy] ban nhân dân|Sở|Bộ)\s[^\n.;:,“”\"]{2,60}?))\s+phát động"
)
_WITH_THE_COUNTRY = re.compile(rf"^(?:(?:[Tt]ỉnh|[Tt]hành phố)\s+)?(?:[{UPPER}]\w*\s+){{1,4}}cùng\s+cả nước")
_OF_PROVINCE = re.compile(rf"\s+(?:trên địa bàn\s+)?(?:tỉnh|thành phố)\s+[{UPPER}]\w*(?:\s+[{UPPER}]\w*){{0,3}}")
_THEME = re.compile(
    r"chủ đề(?:\s+(?:của\s+)?(?:phong trào(?:\s+thi đua)?(?:\s+năm \d{4})?|thi đua|năm(?:\s+\d{4})?|là))*"
    r"\s*(?P<sign>:|là)?\s*(?P<open>[“\"])?"
)
_THEME_END = re.compile(r"[”\"]|\.(?=\s|$)|\n")
_LONGEST_THEME = 400


def movements(text: Text, province: str | None = None) -> list[Movement]:
    """Read the named movements of a text, each once.

    province: the issuer's own, whose name is set aside in the names of movements.
    """
    found: list[Movement] = []
    seen: set[str] = set()
    for start, end, launcher in _names(text.value):
        name = normal(text.value[start:end], province)
        key = fold(name)
        if key not in seen:
            seen.add(key)
            found.append(Movement.model_construct(
                raw=text.value[start:end], span=text.span(start, end), confidence=sure("movement.quoted"),
                rule="movement.quoted", name=name,
                launcher=launcher, period=_period(text.value, start, end),
            ))  # fmt: skip
    return found


def _names(value: str) -> Iterator[tuple[int, int, Agency | None]]:
    """Give start, end and launcher of each quoted name after the word `phong trào`, lists of them included."""
    key = folded(value).plain
    done = 0
    for head in _HEAD.finditer(key):
        position: int | None = head.end()
        if head.end() < done:
            continue
        launcher = _launcher(_before(value, head))
        while position is not None:
            quoted = _QUOTED.match(value, position)
            if quoted is None:
                break
            yield quoted.start("name"), quoted.end("name"), launcher
            done = quoted.end()
            gap = _AFTER.match(value, done)
            following = _NEXT.match(value, gap.end() if gap else done)
            position = following.end() if following else None


def _before(value: str, head: re.Match[str]) -> str:
    """Give what stands before a name in its sentence."""
    words = value[max(0, head.start() - 200) : head.end()]
    return words[max(words.rfind(". "), words.rfind("\n"), words.rfind("”")) + 1 :]


def _launcher(words: str) -> Agency | None:
    found = _LAUNCHED.search(words)
    name = (found["who"] or found["what"]) if found else None
    return Agency.model_construct(name=" ".join(name.split()), id=None) if name else None


def normal(name: str, province: str | None = None) -> str:
    """Give a movement's name without marks and without the province's own words in it."""
    words = " ".join(name.replace("*", "").split()).strip(' .,;:“”"')
    words = _WITH_THE_COUNTRY.sub("Cả nước", words)
    words = _OF_PROVINCE.sub("", words)
    return " ".join((re.sub(rf"\s+{re.escape(province)}(?!\w)", "", words) if province else words).split())


def _period(value: str, start: int, end: int) -> str | None:
    """Give the period printed in or right after the name."""
    line = value.find("\n", end)
    near = value[start : min(end + 45, line if line >= 0 else len(value))]
    return next((edtf for _, _, edtf, _ in dates.scan(near) if re.fullmatch(r"\d{4}/\d{4}", edtf)), None)


def theme(text: Text, sections: tuple[Section, ...]) -> Theme | None:
    """Give the theme of a launch: in the section that is for it, else after the words `với chủ đề`.

    sections: the tree, with roles.
    """
    for section in _themed(sections):
        found = _labelled(text.value, section.span.start, section.span.end) or _sole(text, section)
        if found is not None:
            return _theme(text, *found)
    for match in re.finditer(r"với\s+(?=chủ đề)", folded(text.value).plain):
        found = _labelled(text.value, match.end(), match.end() + 40 + _LONGEST_THEME)
        if found is not None:
            return _theme(text, *found)
    return None


def _themed(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        if section.role == "plan.theme":
            yield section
        yield from _themed(section.children)


def _labelled(value: str, start: int, stop: int) -> tuple[int, int, str] | None:
    """Give the range of a theme after its label; one that neither a colon nor a mark opens is none."""
    key = folded(value).plain
    for match in _THEME.finditer(key, start, stop):
        if (match["sign"] or match["open"]) and "\n" not in match[0]:
            begin = match.end()
            ends = _THEME_END.search(value, begin, min(stop, begin + _LONGEST_THEME))
            end = ends.start() if ends else min(stop, begin + _LONGEST_THEME)
            if end - begin > 8:
                return begin, end, "theme.labelled"
    return None


def _sole(text: Text, section: Section) -> tuple[int, int, str] | None:
    """Give the first paragraph of a theme's section: its quotation if it has one, else all of it."""
    for start, end in item(text, section, "").paragraphs[:1]:
        quoted = _QUOTED.search(text.value, start, end)
        if quoted:
            return quoted.start("name"), quoted.end("name"), "theme.section"
        if end - start < _LONGEST_THEME // 2:
            return start, end, "theme.section"
    return None


def _theme(text: Text, start: int, end: int, rule: str) -> Theme:
    while start < end and text.value[start] in ' *“"':
        start += 1
    while end > start and text.value[end - 1] in ' *”".,;':
        end -= 1
    return Theme.model_construct(
        raw=text.value[start:end], span=text.span(start, end), confidence=sure(rule), rule=rule
    )
