"""A directive and the documents that carry it out, described so that what is true of them is known.

Takes duties with the wordings in which plans take them up, and plans that say which wording they took; gives the
`Plan` of each document and the truth of the whole. Rule of the place: a plan holds a duty in exactly the way its truth
says, because the wording is chosen by the grade. A plan that is written freely, as offices write, names for each duty
what it took by the judgement of who wrote it, before any audit saw it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from corpus.dated import day
from corpus.plan import Archive, Bullet, Letterhead, Node, Para, Plan, Recipient, Section, Signer
from corpus.sections import basis, command, dash, head, item, para

Where = Literal["requirements", "targets", "tasks"]
Grade = Literal["covered", "partly", "named", "missing", "contradicted"]
Ymd = tuple[int, int, int]
PARTS = ("purpose", "tasks", "lead", "deadlines", "funding", "reporting")
GRADE_OF: dict[str, Grade] = {
    "covered": "covered", "again": "covered", "partly": "partly", "undated": "partly", "named": "named",
    "missing": "missing", "later": "contradicted", "weaker": "contradicted",
}  # fmt: skip
"""Name of a wording → the grade it earns. `again` is a second way to cover, `undated` leaves the day out."""


@dataclass(frozen=True)
class House:
    """Who issues: canonical id, letterhead, name in the text, letters of its symbol, its unit that does the work."""

    id: str
    governing: tuple[str, ...]
    issuer: tuple[str, ...]
    place: str
    name: str
    letters: str
    unit: str
    signer: Signer


@dataclass(frozen=True)
class Duty:
    """What the directive asks for, and the wordings in which a plan may take it up.

    quote: words of the directive that stand for it. of: ids of those it binds, none for all. `{unit}` in a wording
    stands for the unit of the house.
    """

    key: str
    where: Where
    quote: str
    wordings: dict[str, str]
    of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cited:
    """How a plan cites what it implements, and what is wrong with it, if anything."""

    words: str
    wrong: bool = False


@dataclass(frozen=True)
class Reply:
    """A plan that carries the directive out.

    took: duty → the wording it took; a duty that is not named is covered. lacks: parts that are left out.
    bases: further lines of legal basis. outdated: codes among them that no longer held, with what became of them.
    via: name of the reply that it implements in the directive's place. written: its sections in words of its own,
    where they are not made of the wordings of the duties.
    """

    name: str
    house: House
    number: str
    date: Ymd
    cites: Cited
    took: dict[str, str] = field(default_factory=dict)
    lacks: frozenset[str] = frozenset()
    bases: tuple[str, ...] = ()
    outdated: dict[str, str] = field(default_factory=dict)
    via: str | None = None
    title: str = ""
    written: tuple[Node, ...] = ()


@dataclass(frozen=True)
class Family:
    """A directive with its replies.

    due: last day on which a plan was to be issued. bound: ids of those who were bound. silent: those of them who
    issued nothing. reports: how plans say that results are reported, where no duty says it. others: documents that lie
    in the archive beside them and carry nothing out.
    """

    name: str
    id: str
    directive: Plan
    issued: Ymd
    due: Ymd
    subject: str
    duties: tuple[Duty, ...]
    replies: tuple[Reply, ...]
    bound: tuple[str, ...]
    silent: tuple[str, ...]
    reports: str = ""
    others: tuple[tuple[str, Plan], ...] = ()

    def asked(self, reply: Reply) -> Iterator[Duty]:
        """Give the duties that bind whoever issued a reply."""
        return (duty for duty in self.duties if not duty.of or reply.house.id in duty.of)

    def plans(self) -> Iterator[tuple[str, Plan]]:
        """Give all documents with the names of their files, the directive first."""
        yield self.name, self.directive
        for reply in self.replies:
            yield f"{self.name}.{reply.name}", plan(self, reply)
        for name, other in self.others:
            yield f"{self.name}.{name}", other


def letterhead(house: House, number: str, kind: str, date: Ymd) -> Letterhead:
    """Give the letterhead of a house."""
    return Letterhead(
        governing=house.governing,
        issuers=(house.issuer,),
        number=number,
        symbol=f"/{kind}-{house.letters}",
        place=house.place,
        date=day(*date, "long"),
    )


def plan(family: Family, reply: Reply) -> Plan:
    """Give the document of a reply."""
    house = reply.house
    lines = [basis("Căn cứ ", line, ";") for line in reply.bases]
    opening = para("Thực hiện ", reply.cites.words, f", {house.name} ban hành Kế hoạch như sau:")
    return Plan(
        letterhead=letterhead(house, reply.number, "KH", reply.date),
        doc_type="kế hoạch",
        type_line="KẾ HOẠCH",
        title=(reply.title or family.subject,),
        opening=(*lines, opening),
        body=reply.written or tuple(_numbered(_body(family, reply))),
        closing=(para(f"Trên đây là Kế hoạch của {house.name}, yêu cầu các bộ phận nghiêm túc thực hiện./."),),
        signers=(house.signer,),
        recipients=(Recipient("Như trên", None), Recipient(f"Lãnh đạo {house.name}", "để b/c")),
        archive=Archive(("VT",)),
    )


def _body(family: Family, reply: Reply) -> Iterator[tuple[str, tuple[Node, ...]]]:
    said = {where: tuple(_said(family, reply, where)) for where in ("requirements", "targets", "tasks")}
    unit = reply.house.unit
    if "purpose" not in reply.lacks:
        aim = f"Cụ thể hóa các nội dung được cấp trên giao về {family.subject[0].lower()}{family.subject[1:]}."
        wanted: tuple[Section, ...] = ()
        if said["requirements"]:
            wanted = (head("2.", "Yêu cầu", *map(dash, said["requirements"])),)
        yield "MỤC ĐÍCH, YÊU CẦU", (head("1.", "Mục đích", dash(aim)), *wanted)
    elif said["requirements"]:
        yield "YÊU CẦU", tuple(map(dash, said["requirements"]))
    if said["targets"]:
        yield "CHỈ TIÊU", tuple(map(dash, said["targets"]))
    if said["tasks"]:
        yield "NHIỆM VỤ", tuple(item(f"{number}.", words) for number, words in enumerate(said["tasks"], 1))
    if "funding" not in reply.lacks:
        yield "KINH PHÍ THỰC HIỆN", (dash("Sử dụng nguồn dự toán được giao hằng năm và nguồn hợp pháp khác."),)
    closing = []
    if "lead" not in reply.lacks:
        closing.append(f"{unit} là đầu mối, hướng dẫn các bộ phận trong quá trình thực hiện.")
    if "reporting" not in reply.lacks and family.reports:
        closing.append(family.reports)
    if closing:
        yield "TỔ CHỨC THỰC HIỆN", tuple(map(dash, closing))


def _said(family: Family, reply: Reply, where: str) -> Iterator[str]:
    for duty in family.asked(reply):
        wording = duty.wordings.get(reply.took.get(duty.key, "covered"), "")
        if duty.where == where and wording:
            yield _led(wording, reply.house.unit) if "lead" not in reply.lacks else _unled(wording)


def _led(wording: str, unit: str) -> str:
    return wording.format(unit=unit)


def _unled(wording: str) -> str:
    """Leave out who does it: `{unit} chủ trì rà soát …` → `Rà soát …`."""
    words = wording.replace("{unit} chủ trì ", "").replace("{unit} ", "")
    return words[0].upper() + words[1:]


def _numbered(parts: Iterator[tuple[str, tuple[Node, ...]]]) -> Iterator[Section]:
    for roman, (title, body) in zip(("I", "II", "III", "IV", "V", "VI"), parts, strict=False):
        yield head(f"{roman}.", title, *body)


def truth(family: Family) -> dict[str, object]:
    """Give what is true of a family, as JSON."""
    return {
        "directive": family.name,
        "id": family.id,
        "due": "-".join(f"{part:02}" for part in family.due),
        "bound": sorted(family.bound),
        "silent": sorted(family.silent),
        "requirements": [{"key": duty.key, "kind": duty.where, "quote": duty.quote} for duty in family.duties],
        "children": [_reply(family, reply) for reply in family.replies],
    }


def _reply(family: Family, reply: Reply) -> dict[str, object]:
    from datetime import date

    issued = date(*reply.date)
    return {
        "file": f"{family.name}.{reply.name}",
        "agency": reply.house.id,
        "issued_on": issued.isoformat(),
        "days_after": (issued - date(*family.issued)).days,
        "days_late": max(0, (issued - date(*family.due)).days) if reply.via is None else None,
        "via": f"{family.name}.{reply.via}" if reply.via else None,
        "wrong_reference": reply.cites.wrong,
        "grades": {duty.key: GRADE_OF[reply.took.get(duty.key, "covered")] for duty in family.asked(reply)},
        "parts": {part: part not in reply.lacks for part in PARTS},
        "outdated": dict(sorted(reply.outdated.items())),
    }


__all__ = [
    "Bullet", "Cited", "Duty", "Family", "House", "Para", "Reply", "command", "dash", "head", "item", "letterhead",
    "para", "plan", "truth",
]  # fmt: skip
