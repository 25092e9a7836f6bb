"""The issuer where the letterhead is missing: read from the body, inferred and marked so.

Takes the text, gives the agency that says of itself that it issues, plans or launches, with the province if
the document prints it beside the name. Order of trust: first-person clause, signer's post, closing sentence.
"""

from __future__ import annotations

import re

from models import Evidence, IssuingAgency
from parsers.confidence import sure
from parsers.knowledge import comma_names, cue
from parsers.text import Text
from parsers.vietnamese.unicode import UPPER

_NOT_INSIDE = rf"\b(?:{cue('issuing_act')}|{cue('issuer_not')})"
_NAME = rf"(?P<name>{cue('body_head')}(?:(?!{_NOT_INSIDE})(?:{comma_names()}|[^.;:,“”()\n\d])){{0,90}}?)"
_ACTS = re.compile(
    rf"(?<![\w/-]){_NAME}\s+(?:\((?:sau đây|gọi tắt|viết tắt)[^)]*\)\s*)?{cue('issuing_act')}\s+"
    rf"(?:[^.;:]{{0,40}}?\s)?(?i:{cue('issued_thing')})"
)
_OF = re.compile(rf"Trên đây là [^.;]*?của\s+{_NAME}(?=[.,;]|\s+(?:Yêu cầu|Đề nghị|đề nghị|yêu cầu))")
_PROVINCIAL = ("Ủy ban nhân dân tỉnh", "Uỷ ban nhân dân tỉnh", "UBND tỉnh")
_NOT = re.compile(r"\b(?:của|các|do|và|tại)\s+$")


def inferred(text: Text, start: int, stop: int) -> tuple[IssuingAgency, Evidence] | None:
    """Infer the issuer.

    start, stop: characters of preamble, body and closing.
    """
    value = text.value
    for pattern in (_ACTS, _OF):
        for match in pattern.finditer(value, start, stop):
            if pattern is _ACTS and _NOT.search(value[max(0, match.start() - 8) : match.start()]):
                continue
            printed = " ".join(match["name"].split())
            name = _with_province(value, printed)
            evidence = Evidence.model_construct(
                span=text.span(*match.span("name")),
                confidence=sure("header.inferred"),
                rule="header.inferred",
                origin="body",
            )
            return IssuingAgency(raw=printed, name=name, inferred=True), evidence
    return None


def _with_province(value: str, name: str) -> str:
    """Lengthen a name by its province where the document prints both together."""
    if re.search(r"\btỉnh\s+[A-ZĐ]|[Tt]hành phố\s+[A-ZĐ]", name):
        return name
    place = "" if name.endswith("tỉnh") else r"(?:tỉnh|thành phố|Thành phố|TP\.?)\s+"
    known = (name, *(body for body in _PROVINCIAL if name.endswith(body)))
    for body in known:
        pattern = re.escape(body).replace(r"\ ", r"\s+")
        match = re.search(rf"(?<!\w){pattern}\s+({place}[{UPPER}]\w+(?:\s+[{UPPER}]\w+){{0,3}})", value)
        if match:
            return f"{name} {' '.join(match[1].split())}"
    return name
