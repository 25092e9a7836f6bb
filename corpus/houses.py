"""Who issues a generated document: letterhead, name in the text, signers, recipients.

Takes a source of chance, gives a `House`. Rule of the place: all that depends on the kind of agency is chosen here
(Nghị định 30/2020/NĐ-CP, Phụ lục I, ô 2, 7a-7c; Hướng dẫn 36-HD/VPTW for the Party).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from corpus import words
from corpus.plan import Family, Signer


@dataclass(frozen=True)
class House:
    """An issuer.

    name: as it calls itself in the text. whole: name with its place, which stands where the letterhead is missing.
    tail: its letters in a symbol. head: the post of its head. kinds: types it issues.
    """

    name: str
    whole: str
    place: str
    tail: str
    issuers: tuple[tuple[str, ...], ...]
    signers: tuple[Signer, ...]
    governing: tuple[str, ...] = ()
    family: Family = "state"
    kinds: tuple[str, ...] = ("KH",)


def person(rng: Random) -> str:
    """Make up a name."""
    return f"{rng.choice(words.SURNAMES)} {rng.choice(words.MIDDLES)} {rng.choice(words.GIVEN)}"


def initials(name: str) -> str:
    """Give the first letters of a name."""
    return "".join(part[0] for part in name.split())


def _head_or_deputy(rng: Random, head: str, deputy: str, honorific: str | None = None) -> Signer:
    form = rng.choice(("head", "deputy", "deputy", "acting"))
    if form == "deputy":
        return Signer(deputy, person(rng), (f"KT. {head}",), honorific)
    return Signer(f"Q. {head}" if form == "acting" else head, person(rng), (), honorific)


def _department(rng: Random) -> House:
    name, code = rng.choice(words.DEPARTMENTS)
    province = rng.choice(words.PROVINCES)
    inspectorate = name == "Thanh tra tỉnh"
    head, deputy = ("CHÁNH THANH TRA", "PHÓ CHÁNH THANH TRA") if inspectorate else ("GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    whole = f"{name} {province}" if inspectorate else f"{name} tỉnh {province}"
    signer = _head_or_deputy(rng, head, deputy)
    if rng.random() < 0.15 and not inspectorate:
        signer = Signer("TRƯỞNG PHÒNG TỔNG HỢP", person(rng), ("TUQ. GIÁM ĐỐC",))
    parent = (
        (f"UBND TỈNH {province.upper()}",) if rng.random() < 0.7 else ("ỦY BAN NHÂN DÂN", f"TỈNH {province.upper()}")
    )
    return House(
        name, whole, province, code, ((name.upper(),),), (signer,), parent, kinds=("KH", "PĐ", "HD", "KH", "CV")
    )


def _province(rng: Random) -> House:
    province = rng.choice(words.PROVINCES)
    form = rng.choice(("head", "deputy", "office", "office-deputy"))
    by_office = {
        "head": Signer("CHỦ TỊCH", person(rng), ("TM. ỦY BAN NHÂN DÂN",)),
        "deputy": Signer("PHÓ CHỦ TỊCH", person(rng), ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")),
        "office": Signer("CHÁNH VĂN PHÒNG", person(rng), ("TL. CHỦ TỊCH",)),
        "office-deputy": Signer("PHÓ CHÁNH VĂN PHÒNG", person(rng), ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG")),
    }
    issuer = ("ỦY BAN NHÂN DÂN", f"TỈNH {province.upper()}")
    kinds = ("CT", "CV", "QĐ", "KH")
    return House(
        "Ủy ban nhân dân tỉnh",
        f"Ủy ban nhân dân tỉnh {province}",
        province,
        "UBND",
        (issuer,),
        (by_office[form],),
        kinds=kinds,
    )


def _commune(rng: Random) -> House:
    province, commune = rng.choice(words.PROVINCES), rng.choice(words.COMMUNES)
    kind = rng.choice(("xã", "phường"))
    issuer = ("ỦY BAN NHÂN DÂN", f"{kind} {commune}".upper())
    signer = _head_or_deputy(rng, "CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    signer = Signer(signer.position.removeprefix("Q. "), signer.name, ("TM. ỦY BAN NHÂN DÂN", *signer.capacity))
    name = f"Ủy ban nhân dân {kind}"
    return House(
        name,
        f"{name} {commune}",
        commune,
        "UBND",
        (issuer,),
        (signer,),
        (f"TỈNH {province.upper()}",),
        kinds=("KH", "KH", "CV", "QĐ"),
    )


def _party(rng: Random) -> House:
    province = rng.choice(words.PROVINCES)
    signer = Signer(rng.choice(("BÍ THƯ", "PHÓ BÍ THƯ")), person(rng), ("T/M BAN THƯỜNG VỤ",))
    issuer = (f"TỈNH ỦY {province.upper()}",)
    return House(
        "Ban Thường vụ Tỉnh ủy",
        f"Tỉnh ủy {province}",
        province,
        "TU",
        (issuer,),
        (signer,),
        family="party",
        kinds=("KH", "HD"),
    )


def _union(rng: Random) -> House:
    province = rng.choice(words.PROVINCES)
    signer = Signer(rng.choice(("CHỦ TỊCH", "PHÓ CHỦ TỊCH")), person(rng), ("TM. BAN THƯỜNG VỤ",))
    issuer = (f"LIÊN ĐOÀN LAO ĐỘNG TỈNH {province.upper()}",)
    parent = ("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM",)
    return House(
        "Liên đoàn Lao động tỉnh",
        f"Liên đoàn Lao động tỉnh {province}",
        province,
        "LĐLĐ",
        (issuer,),
        (signer,),
        parent,
        kinds=("KH", "PĐ", "HD"),
    )


def _school_or_hospital(rng: Random) -> House:
    school = rng.random() < 0.5
    name, code = rng.choice(words.UNIVERSITIES if school else words.HOSPITALS)
    province = rng.choice(words.PROVINCES)
    titles = words.ACADEMIC if school else words.MEDICAL
    head = "HIỆU TRƯỞNG" if school else "GIÁM ĐỐC"
    signer = _head_or_deputy(rng, head, f"PHÓ {head}", rng.choice(titles))
    parent = "BỘ GIÁO DỤC VÀ ĐÀO TẠO" if school else f"SỞ Y TẾ {province.upper()}"
    return House(name, name, province, code, ((name.upper(),),), (signer,), (parent,), kinds=("KH", "PĐ"))


def _joint(rng: Random) -> House:
    first, second = rng.sample(words.DEPARTMENTS[:-1], 2)
    province = rng.choice(words.PROVINCES)
    signers = tuple(
        Signer("PHÓ GIÁM ĐỐC", person(rng), (f"KT. GIÁM ĐỐC {name.upper()}",)) for name, _ in (first, second)
    )
    names = f"{first[0]} và {second[0]}"
    issuers = ((first[0].upper(),), (second[0].upper(),))
    return House(
        names, names, province, f"{first[1]}-{second[1]}", issuers, signers, (f"UBND TỈNH {province.upper()}",)
    )


HOUSES: tuple[tuple[Callable[[Random], House], int], ...] = (
    (_department, 8),
    (_province, 7),
    (_commune, 4),
    (_party, 3),
    (_union, 2),
    (_school_or_hospital, 3),
    (_joint, 2),
)


def house(rng: Random) -> House:
    """Choose who issues a document."""
    makers, weights = zip(*HOUSES, strict=True)
    maker: Callable[[Random], House] = rng.choices(makers, weights=weights)[0]
    return maker(rng)
