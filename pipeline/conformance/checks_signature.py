"""Capacity, post and name of those who sign.

Takes a Paper, gives the rules that are broken (Nghị định 30/2020/NĐ-CP, Phụ lục I, ô 7a-7c; Thông tư 01/2011/TT-BNV,
Điều 12; Hướng dẫn 36-HD/VPTW, ô 7). What stands on one line in another column is not told from what is missing, so
that a missing capacity is only claimed for a deputy whose block is whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from models import Signer
from models.conformity import Family
from parsers.knowledge import rows
from parsers.vietnamese import names
from parsers.vietnamese.unicode import ascii_key, is_caps, key
from pipeline.conformance.paper import Hit, Paper, lines

_PREFIX = re.compile(
    r"\W{0,3}(?P<prefix>TUQ|T\.?U\.?Q|TM|T\.M|T/M|KT|K\.T|K/T|TL|T\.L|T/L|Q)(?P<dot>\s*[./,:]|(?=\s))\s*(?P<rest>\S.*)"
)
_RIGHT = {"TM": "TM.", "KT": "KT.", "TL": "TL.", "TUQ": "TUQ.", "Q": "Q."}
_PARTY = {"TM": "T/M", "KT": "K/T", "TL": "T/L", "TUQ": "T/L"}
_DEPUTY = re.compile(r"\b(?:pho|thu truong|uy vien|chinh uy|tham muu truong)\b")
_COLLECTIVE = re.compile(
    r"^(?:ubnd|uy ban|hdnd|hoi dong|ban (?:thuong vu|chap hanh|bi thu|thuong truc|chi dao)|chinh phu|bo chinh tri|"
    r"doan chu tich|dang uy|tinh uy|thuong truc)\b"
)
_FORM = re.compile(r"(?m)^\W*(?:MẪU(?: SỐ)?|Mẫu số|PHỤ LỤC|Phụ lục)\s+[\dIVX]")
_ABOVE = 400
"""Characters above a signer in which the capacity of a long block may stand."""
_BELOW = 300
"""Characters below the recipients in which a signature may stand."""
_HEAD_OF_ALL = re.compile(
    r"^(?:pho )?(?:chu tich|giam doc|bo truong|thu truong|cuc truong|hieu truong|chanh van phong)\b"
)
_FREE = re.compile(
    r"\b(?:truong|dai hoc|hoc vien|vien|benh vien|so y te|bo y te|so giao duc|bo giao duc|trung tam|khoa|cong an|quan|"
    r"khoa hoc|y te|giao duc|bo tu lenh|chi huy|bien phong|hoi|quoc phong)\b"
)
"""Bodies of education, health, science and the armed forces, and associations: their own rules on titles."""


def signatures(paper: Paper, family: Family) -> Iterator[Hit]:
    """Check everyone who signs."""
    document = paper.document
    if not document.signers and paper.letterhead and not _in_attachment(paper):
        yield from _nobody(paper)
    for signer in document.signers:
        yield from _capacity(paper, signer, family)
        yield from _name(paper, signer)


def _in_attachment(paper: Paper) -> bool:
    """Say whether the closing that was found is that of an attached form."""
    attached = (one for one in paper.document.sections if one.kind in ("appendix", "attachment"))
    inside = any(one.span.start <= paper.closing[0] < one.span.end for one in attached)
    return inside or _FORM.search(paper.document.text[: paper.closing[0]]) is not None


def _nobody(paper: Paper) -> Iterator[Hit]:
    """Tell a post without a name from a document without a signature."""
    start, end = max(paper.closing[0] - _ABOVE, 0), paper.closing[1] + _BELOW
    last = list(lines(paper.document.text, start, end))
    if any(names.is_name(line.words.strip(" .")) and not is_caps(line.words) for line in last):
        return
    posts = [line for line in last if is_caps(line.words) and _posts().match(key(line.words))]
    if posts:
        yield Hit("missing-signer-name", posts[-1].start, posts[-1].end, posts[-1].words)
    elif paper.recipients:
        yield Hit("missing-signer")


@cache
def _posts() -> re.Pattern[str]:
    """Give the pattern of how a line with a post opens, for keys."""
    return re.compile(rf"(?:{'|'.join(re.escape(key(row['post'])) for row in rows('posts'))})(?!\w)")


def _capacity(paper: Paper, signer: Signer, family: Family) -> Iterator[Hit]:
    seen = [match for line in signer.capacity if (match := _PREFIX.fullmatch(line.strip()))]
    for line in signer.capacity:
        yield from _form(paper, signer, line, family)
    kinds = [_plain(match["prefix"]) for match in seen]
    position = ascii_key(signer.position or "")
    at = signer.span.start, signer.span.end
    if kinds and kinds[-1] == "KT" and position and not _DEPUTY.search(position):
        yield Hit("kt-deputy", *at, signer.position or "")
    if kinds and kinds[-1] in ("TL", "TUQ") and not position:
        yield Hit("tl-post", *at, signer.capacity[-1])
    if not signer.capacity and position.startswith("pho ") and is_caps(signer.position or "") and _alone(paper, signer):
        yield Hit("deputy-alone", *at, signer.position or "")


def _alone(paper: Paper, signer: Signer) -> bool:
    """Say whether one signs, in a closing that shows no capacity anywhere; joint signers stand in columns."""
    start, end = min(paper.closing[0], signer.span.start - _ABOVE), paper.closing[1]
    whole = " ".join(paper.document.text[max(start, 0) : end].split())
    return len(paper.document.signers) == 1 and not re.search(
        r"\b(?:TM|KT|TL|TUQ|Q)\s?[./]|\b[TK]/[MTL]\b|PHỤ TRÁCH", whole
    )


def _plain(prefix: str) -> str:
    return re.sub(r"[^A-Z]", "", prefix)


def _form(paper: Paper, signer: Signer, line: str, family: Family) -> Iterator[Hit]:
    match = _PREFIX.fullmatch(line.strip())
    if match is None:
        return
    kind, rest = _plain(match["prefix"]), match["rest"]
    start = paper.document.text.find(line, max(signer.span.start - 200, 0))
    at = (start, start + len(line)) if start >= 0 else (signer.span.start, signer.span.end)
    written = match["prefix"] + match["dot"].strip()
    if written != _RIGHT[kind]:
        yield Hit("capacity-form", *at, line, f"{_RIGHT[kind]} {rest}")
    if family == "party" and kind in _PARTY and written != _PARTY[kind]:
        yield Hit("capacity-form-party", *at, line, f"{_PARTY[kind]} {rest}")
    after = ascii_key(rest)
    if kind == "TM" and _HEAD_OF_ALL.match(after):
        yield Hit("tm-collective", *at, line)
    if kind == "KT" and _COLLECTIVE.match(after):
        yield Hit("kt-head", *at, line)


def _name(paper: Paper, signer: Signer) -> Iterator[Hit]:
    at = signer.span.start, signer.span.end
    if signer.honorific and _academic(signer.honorific) and not _may_have_titles(paper):
        yield Hit("honorific", *at, signer.honorific)
    if signer.name.isupper() and len(signer.name.split()) > 1:
        yield Hit("name-caps", *at, signer.name, signer.name.title())


def _academic(honorific: str) -> bool:
    ranks = {key(row["honorific"]) for row in rows("honorifics") if row["kind"] == "rank"}
    return not all(key(part) in ranks for part in re.split(r",\s*", honorific))


def _may_have_titles(paper: Paper) -> bool:
    header = paper.document.header
    bodies = [*header.issuing_agencies, *filter(None, [header.governing_agency])]
    return any(_FREE.search(ascii_key(body.name)) for body in bodies) or not bodies
