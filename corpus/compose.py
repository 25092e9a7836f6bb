"""Whole generated documents: letterhead, opening, body, closing and annexes put together.

Takes a source of chance, gives a `Plan` and the `Manner` it is put on paper.
Rule of the place: chance is asked in a fixed order, so the same seed gives the same document.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from corpus import compose_body, dated, words
from corpus.compose_body import Marks
from corpus.houses import House, house, initials, person
from corpus.manner import Manner
from corpus.plan import Annex, Archive, ArchiveForm, Letterhead, Node, Para, Plan, Recipient, Shown, Text, When, say
from corpus.render_markdown import Markup
from corpus.render_text import Dump
from corpus.respell import en_dashes, loose, old_tones, respelt
from corpus.sections import basis, command, head, item, para
from corpus.sentences import Setting, citation, earlier_decision, filled, law, pinpoint, setting

TYPES = {
    "KH": ("kế hoạch", "KẾ HOẠCH"),
    "PĐ": ("phát động", "PHÁT ĐỘNG"),
    "HD": ("hướng dẫn", "HƯỚNG DẪN"),
    "CT": ("chỉ thị", "CHỈ THỊ"),
    "QĐ": ("quyết định", "QUYẾT ĐỊNH"),
    "CV": ("công văn", ""),
}
SPELLINGS = ((old_tones, 0.3), (en_dashes, 0.15), (loose, 0.08))
ARCHIVE_FORMS: tuple[ArchiveForm, ...] = ("bracket", "bracket", "tight", "dot", "copies", "no-colon")
FIELDS = ("NC", "KGVX", "TH", "KT", "VP")
MARKS = (Marks(), Marks(), Marks(bullet="–"), Marks(bullet="+"), Marks("/", "/", ")"), Marks(".", ".", "."))


def compose(rng: Random) -> tuple[Plan, Manner]:
    """Make up a document."""
    issuer, here = house(rng), setting(rng)
    kind = rng.choice(issuer.kinds)
    marks = Marks("-", "-") if issuer.family == "party" else rng.choice(MARKS)
    title = _title(here, kind, issuer.family == "party")
    top = _letterhead(here, issuer, kind, title)
    plan = Plan(
        letterhead=top,
        doc_type=TYPES[kind][0],
        type_line=TYPES[kind][1],
        title=title,
        addressees=_addressees(here) if kind == "CV" else (),
        opening=_opening(here, issuer, kind, top.shown),
        body=_body(here, marks, kind),
        closing=_closing(here, issuer, kind),
        signers=issuer.signers,
        recipients=_recipients(here, kind, issuer.family == "party"),
        archive=_archive(here, issuer.family == "party"),
        annexes=_annexes(here, issuer, top, marks, kind),
        issuer_from_body=issuer.whole if top.shown != "all" else None,
    )
    return _spelt(plan, rng), _manner(plan, rng)


def _title(here: Setting, kind: str, party: bool) -> Text:
    if kind == "PĐ":
        return (f"Phong trào thi đua “{here.rng.choice(words.MOVEMENTS)}” năm {here.year}",)
    if kind == "CV":
        return (f"tăng cường {here.subject}",)
    if kind == "CT":
        return (f"Về việc tăng cường {here.subject}",)
    if kind == "QĐ":
        return filled("Ban hành Kế hoạch {subject} {period}", here)
    lead = "triển khai" if party else "Triển khai"
    form = here.rng.choice(("year", "period", "cited"))
    if form == "cited":
        start = "thực hiện " if party else "Thực hiện "
        return say(start, citation(here, "implements"), f" về {here.subject}")
    tail = filled(" {period}", here) if form == "period" else (f" năm {here.year}",)
    return say(f"{lead} {here.subject}", tail)


def _letterhead(here: Setting, issuer: House, kind: str, title: Text) -> Letterhead:
    rng, party = here.rng, issuer.family == "party"
    blank = rng.random() < 0.2
    shown: Shown = "all"
    if kind in ("KH", "PĐ") and len(issuer.issuers) == 1 and not party:
        shown = rng.choices(("all", "number-line", "nothing"), weights=(84, 10, 6))[0]
    letters = f"{issuer.tail}-{rng.choice(FIELDS)}" if kind == "CV" else f"{kind}-{issuer.tail}"
    slash = rng.choices(("/", " /", " / "), weights=(10, 1, 1))[0]
    return Letterhead(
        issuers=issuer.issuers,
        governing=issuer.governing,
        family=issuer.family,
        number=None if blank else f"{rng.randint(1, 900):02}",
        number_word=rng.choice(("Số ", "Số: ")) if party else rng.choices(("Số: ", "Số:", "Số "), weights=(8, 2, 1))[0],
        symbol=f"-{kind}/{issuer.tail}" if party else f"{slash}{letters}",
        place=issuer.place,
        date=_issued(here, blank),
        subject=title if kind == "CV" else (),
        marks=(rng.choice(("DỰ THẢO", "KHẨN", "HỎA TỐC")),) if rng.random() < 0.06 and shown == "all" else (),
        shown=shown,
    )


def _issued(here: Setting, blank: bool) -> When:
    if blank:
        month = here.rng.randint(1, 12) if here.rng.random() < 0.8 else None
        return dated.blank_day(here.year, month, here.rng.choice((" ", "    ", "         ")))
    return dated.day(here.year, here.rng.randint(1, 12), here.rng.randint(1, 28), "long")


def _addressees(here: Setting) -> tuple[str, ...]:
    many = ("Các sở, ban, ngành", "Ủy ban nhân dân các xã, phường", "Báo và Phát thanh, Truyền hình tỉnh")
    return many[: here.rng.randint(1, 3)]


def _opening(here: Setting, issuer: House, kind: str, shown: Shown) -> tuple[Para, ...]:
    rng, name = here.rng, issuer.name if shown == "all" else issuer.whole
    lines = [basis("Căn cứ ", law(here, "basis"), ";") for _ in range(rng.randint(0, 2))]
    if kind == "QĐ":
        lines = [command(f"{issuer.name.upper()}"), *lines, basis("Căn cứ ", pinpoint(here, "basis"), ";")]
        asked = basis("Theo đề nghị của Chánh Văn phòng tại ", citation(here, "implements"), ".")
        return (*lines, asked, command("QUYẾT ĐỊNH:"))
    if issuer.family == "party":
        lines = [para("- Căn cứ ", citation(here, "basis"), ";")]
    start = rng.choice(("Thực hiện ", "Triển khai thực hiện ", "Triển khai "))
    stop = rng.choices((f" về {here.subject}, ", f" về {here.subject}. ", ", "), weights=(5, 2, 3))[0]
    context = f"Năm {here.year} là năm có ý nghĩa quan trọng. " if kind == "PĐ" and rng.random() < 0.5 else ""
    return (*lines, para(f"{context}{start}", citation(here, "implements"), stop, f"{name} {_act(here, kind)}:"))


def _act(here: Setting, kind: str) -> str:
    tail = here.rng.choice(("như sau", "với các nội dung sau", "cụ thể như sau"))
    acts = {
        "KH": f"ban hành Kế hoạch {tail}",
        "PĐ": f"phát động phong trào thi đua {tail}",
        "HD": "hướng dẫn một số nội dung như sau",
        "CT": "yêu cầu các cơ quan, đơn vị thực hiện các nhiệm vụ sau",
        "CV": "có ý kiến như sau",
    }
    return acts[kind]


def _body(here: Setting, marks: Marks, kind: str) -> tuple[Node, ...]:
    if kind in ("CT", "CV"):
        return compose_body.duties(here, marks)
    if kind == "HD" and marks == Marks() and here.rng.random() < 0.5:
        return compose_body.lettered_parts(here, marks)
    if kind == "QĐ":
        replaced = item("2.", "Quyết định này thay thế ", earlier_decision(here), ".")
        return (
            item("Điều 1.", "Ban hành kèm theo Quyết định này Kế hoạch ", f"{here.subject}."),
            head("Điều 2.", "Hiệu lực thi hành", item("1.", "Quyết định này có hiệu lực kể từ ngày ký."), replaced),
            item("Điều 3.", "Thủ trưởng các cơ quan, đơn vị có liên quan chịu trách nhiệm thi hành Quyết định này./."),
        )
    return compose_body.romans(here, marks, kind)


def _closing(here: Setting, issuer: House, kind: str) -> tuple[Para, ...]:
    end = "." if issuer.family == "party" else "./."
    if kind == "QĐ":
        return ()
    if kind == "KH":
        return (
            para(f"Trên đây là Kế hoạch của {issuer.name}, yêu cầu các đơn vị nghiêm túc triển khai thực hiện{end}"),
        )
    if kind == "PĐ":
        return (para(f"{issuer.name} kêu gọi toàn thể công chức, viên chức, người lao động hăng hái thi đua{end}"),)
    return (para(f"Yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện{end}"),)


def _recipients(here: Setting, kind: str, party: bool) -> tuple[Recipient, ...]:
    rows = [here.rng.choice(words.SUPERIORS), *here.rng.sample(words.FELLOWS, here.rng.randint(1, 5))]
    if kind in ("CV", "QĐ"):
        rows.insert(0, ("Như trên" if kind == "CV" else "Như Điều 3", None))
    end = "," if party else here.rng.choices((";", ",", "; "), weights=(8, 1, 1))[0].strip()
    return tuple(Recipient(name, purpose, end) for name, purpose in rows)


def _archive(here: Setting, party: bool) -> Archive:
    rng = here.rng
    if party:
        return Archive(("Văn phòng Tỉnh ủy",), form="party")
    drafter = initials(person(rng)) if rng.random() < 0.6 else None
    return Archive(rng.choice(words.ARCHIVE_UNITS), drafter, rng.choice(ARCHIVE_FORMS))


def _annexes(here: Setting, issuer: House, top: Letterhead, marks: Marks, kind: str) -> tuple[Annex, ...]:
    if kind == "QĐ":
        guide = say(
            "(Ban hành kèm theo Quyết định số      /QĐ-", issuer.tail, " ", dated.blank_day(here.year, None), ")"
        )
        title = (f"{here.subject[0].upper()}{here.subject[1:]}",)
        return (Annex("Kèm theo", "KẾ HOẠCH", title, guide, compose_body.romans(here, marks, "KH")),)
    if kind != "KH" or issuer.family == "party" or here.rng.random() > 0.3:
        return ()
    guide = say(f"(Kèm theo Kế hoạch của {issuer.name})")
    table = Annex("Phụ lục", "PHỤ LỤC", ("PHÂN CÔNG NHIỆM VỤ",), guide, (compose_body.task_table(here),))
    if here.rng.random() < 0.6:
        return (table,)
    second = Annex("Phụ lục II", "Phụ lục II", ("NỘI DUNG BÁO CÁO",), (), compose_body.duties(here, marks))
    return (Annex("Phụ lục I", "Phụ lục I", table.title, guide, table.body), second)


def _spelt(plan: Plan, rng: Random) -> Plan:
    for spell, chance in SPELLINGS:
        if rng.random() < chance:
            plan = respelt(plan, _sometimes(spell, rng.choice((1.0, 0.5)), rng))
    return plan


def _sometimes(spell: Callable[[str], str], share: float, rng: Random) -> Callable[[str], str]:
    """Spell so only a share of the strings, as writers mix two spellings in one document."""
    return lambda words: spell(words) if rng.random() < share else words


def _manner(plan: Plan, rng: Random) -> Manner:
    paged = rng.random() < 0.4
    dump = Dump(
        width=rng.choice((75, 78, 80)) if paged or rng.random() < 0.8 else None,
        double=rng.random() < 0.4,
        lead=rng.random() < 0.5,
        trail=rng.random() < 0.3,
        page=rng.choice((30, 38, 45)) if paged else None,
        head=rng.choice(("columns", "stacked", "rows")),
        close=rng.choice(("recipients-first", "signers-first", "inline", "rows", "split")),
        decomposed=rng.random() < 0.05,
    )
    markup = Markup(
        rng.choice(("hashes", "bold", "plain")), rng.choice(("table", "lines")), rng.choice(("caret", "glued"))
    )
    return Manner(dump, markup, rng.random() < 0.4 and compose_body.sequential(plan.body))
