"""Citations: every mention of an identifiable document other than this one.

Takes the text and its zones, gives citations in reading order. Codes anchor the search; type, date, issuer
and pinpoint are read around them; laws and congress resolutions are found by name. What is printed is given
as printed.
"""

from __future__ import annotations

from bisect import bisect_right

from models import Citation, PrintedAgency, Relation, Within
from parsers.citations import named, pinpoints
from parsers.citations.coded import coded
from parsers.citations.found import Found, Setting
from parsers.citations.relations import Before, relation
from parsers.confidence import sure
from parsers.text import Text
from parsers.vietnamese.unicode import dashes

__all__ = ["Setting", "citations"]

REACH = 900
"""Number of characters before a citation that may tell its relation."""


def citations(text: Text, setting: Setting) -> list[Citation]:
    """Read the citations of a text in its setting."""
    title = slice(setting.begin, setting.title_end)
    value = text.value[: title.start] + text.value[title].replace("\n", " ") + text.value[title.stop :]
    folded = dashes(value)
    by_code = coded(folded, setting)
    taken = [(found.start, found.end) for found in by_code]
    others = [_of_named(n) for n in named.laws(value, taken)] + [_of_named(n) for n in named.congresses(value)]
    found = sorted([*by_code, *others], key=lambda f: (f.start, -f.end))
    ends = [0, *(f.end for f in found)]
    return _related(
        text, [f for f, end in zip(found, ends, strict=False) if max(end, setting.begin) <= f.start], setting
    )


def _of_named(n: named.Named) -> Found:
    return Found(n.start, n.end, n.doc_type, None, None, None, n.issued_on, n.issuer, n.rule)


def _related(text: Text, found: list[Found], setting: Setting) -> list[Citation]:
    """Give each citation its relation, pinpoint and place."""
    made: list[Citation] = []
    at, end = -1, 0
    before = Before("")
    for item in found:
        paragraph = text.paragraph_at(item.start)
        begin = text.paragraphs[paragraph].start
        pinpoint = pinpoints.before(text.value, item.start)
        left = pinpoint[0] if pinpoint and pinpoint[0] >= begin else item.start
        if paragraph == at:
            before = before._replace(words=text.value[max(begin, left - REACH) : left], between=text.value[end:left])
        else:
            before = Before(text.value[max(begin, left - REACH) : left])
        within = _within(setting, item.start, text.paragraphs[paragraph].first.role)
        how = relation(before, within, opening=item.start < setting.opening)
        head = before.head if how == "mentions" and before.between and ";" not in before.between else how
        before = before._replace(last=how, head=head)
        at, end = paragraph, item.end
        made.append(_citation(text, item, pinpoint[1] if pinpoint and left != item.start else None, how, within))
    return made


def _within(setting: Setting, position: int, role: str) -> Within:
    if role == "footnote":
        return "footnote"
    if role == "table":
        return "table"
    index = bisect_right(setting.within, position, key=lambda entry: entry[0]) - 1
    return setting.within[max(index, 0)][1]


def _citation(text: Text, item: Found, pinpoint: str | None, how: Relation, within: Within) -> Citation:
    issuer = None
    if item.issuer:
        printed = " ".join(text.value[item.issuer[0] : item.issuer[1]].split())
        issuer = PrintedAgency.model_construct(raw=printed, name=printed, id=None)
    return Citation.model_construct(
        raw=text.value[item.start : item.end],
        span=text.span(item.start, item.end),
        confidence=sure(item.rule),
        rule=item.rule,
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
        target_candidates=(),
        target_parent=None,
    )
