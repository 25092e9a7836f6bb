"""What recognition mistakes again and again, put right where the place proves it.

Takes the rows of a page, gives them repaired and what was changed. Signs: a fraction bar for a slash, a rule for the
dash of a bullet. Figures: `l`, `I`, `O` among digits. Marks: ocr_words. Roman numerals that open a heading are read as
what must come next (`HI.` after `II.`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.layout import Doubt, Repair
from parsers.readers.ocr_engine import Row, Word
from parsers.readers.ocr_known import known
from parsers.readers.ocr_numerals import CALLS
from parsers.readers.ocr_words import Seen, mended
from parsers.readers.pdf_pieces import Piece, PrintedLine
from parsers.vietnamese.names import families, is_family, is_name
from parsers.vietnamese.unicode import ascii_key, bare, is_caps

SURE_OF_REPAIR = 0.7
"""Most certainty of a word that was put right."""

SIGNING = 0.52
"""Share of the page's width from which names are those of signers."""

SURE_OF_LINE = 0.97
"""Certainty of all its words from which a line in capitals is left as it is."""

_MARKER = re.compile(r"(?:[IVXLC]+|[A-Z]|\d{1,2})\s?[.)/-]|-")
_SIGNS = str.maketrans(
    {"⁄": "/", "∕": "/", "‐": "-", "‑": "-", "‹": "-", "›": "-", "¬": "-", "ˆ": None, "`": None, "©": "c", "€": "c"}
)
_BULLET = re.compile(r"^(?:[_~=—–«»]+|[_~—–]*-[_~—–]*)$")
_GLUED_BULLET = re.compile(r"^[_~—–=-]{1,3}(?=[^\W\d_a-zà-ỹđ])")
_NO_LETTERS = ".,;:'`´-_~=*·•"
_SLASHES = re.compile(r"(?<=[^:/])//(?=\d)")
_SECTION_SIGN = re.compile(r"§(?=[^\W\d_])")
_CAPACITY = re.compile(r"^(TM|KT|TL|TUQ|Q)[,:;](?=[^\W\d_a-z]|$)")
_KEPT = re.compile(r"(?:- ?)?L\w{1,3}[:.;]?")
_PURPOSE = re.compile(r"\([đd][eêéếề]$", re.IGNORECASE)
_SHORT = {"th": "t/h", "ph": "p/h", "bc": "b/c", "tđ": "t/đ", "cđ": "c/đ", "đb": "đ/b"}
"""Purposes in the list of recipients, without their slash (`để t/h`)."""

_FIGURES = re.compile(r"^[(]?(?=[^\W_]*\d)[\dlIOoSB|]+(?:[/.\-,:][\dlIOoSB|]+)*[.,;:)]*$")
_FIGURE_LIKE = str.maketrans({"l": "1", "I": "1", "|": "1", "O": "0", "o": "0", "S": "5", "B": "8"})
_BESIDE_FIGURES = frozenset({"ngày", "tháng", "năm", "số", "điều", "khoản"})
_SAME_SHAPE = re.compile(r"[CIOSUVXZ]{2,5}[.,;:)]*")
_TILDE = re.compile(r"(?<=\d)~(?=\d)")
_YEAR = re.compile(r"(?:19|20)\d\d(?=\D*$)")
_SPAN = re.compile(r"(?:năm học|giai đoạn|nhiệm kỳ|thời kỳ)\s+\d{4}$")
_NUMERAL = re.compile(
    r"^(?P<numeral>[IVXLHTUMYlJ1|!íÍ]{1,6})(?:(?P<stop>\s?[.,\-/])(?=\s|[^\W\d_a-z][^\W\d_a-z])|(?=\s))"
)
_STROKES = str.maketrans({"H": "II", "U": "II", "M": "III", "Y": "V", **dict.fromkeys("Tl1|!JLíÍ", "I")})
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI")
_TERMS = (*_ROMAN, "XVII", "XVIII", "XIX", "XX")
_BEFORE_NUMERALS = CALLS | {"lục", "chương", "phần", "mục"}
_FIRST = re.compile(r"[Il|][.)/-]\s?(?=[^\W\d_a-z][^\W\d_A-Z])")
_ITEM = re.compile(r"(\d{1,2}|[IVX]{1,4})\s?[.)/-]\s?(?=[^\W\d_])")
_TITLED = re.compile(
    r"(?P<numeral>(?![A-EGH]\b)[^\W\d]{1,2})(?P<stop>[.,/-])?(?=\s(?:MỤC (?:ĐÍCH|TIÊU)|YÊU CẦU|"
    r"NỘI DUNG|NHIỆM VỤ|TỔ CHỨC THỰC HIỆN|PHÂN CÔNG|"
    r"KINH PHÍ|GIẢI PHÁP|QUAN ĐIỂM|THỜI GIAN|ĐỐI TƯỢNG)\b)"
)
"""A heading whose numeral was read as something else: the titles that plans give their parts."""


def repaired(rows: Sequence[Row]) -> tuple[list[Row], list[Repair]]:
    """Put right the words of a page; rows are in the order of its lines."""
    right = max((word.box[2] for row in rows for word in row.words), default=0)
    rows = [_signed(row) if row.words[0].box[0] > SIGNING * right else row for row in rows]
    rows = [row._replace(words=words) for row in rows if (words := _small(_years(_numerals(_figures(_signs(row))))))]
    places = [(number, place) for number, row in enumerate(rows) for place in [*range(len(row.words)), -1]]
    seen = [
        Seen(rows[n].words[p].text, rows[n].words[p].sure) if p >= 0 else Seen("" if _parted(rows, n) else "\x00", 1.0)
        for n, p in places
    ]
    joined = [(where, word) for where, word in zip(places, seen, strict=True) if word.text != "\x00"]
    repairs: list[Repair] = []
    for index, better in mended([word for _, word in joined]):
        number, place = joined[index][0]
        made = list(rows[number].words)
        repairs.append(Repair(made[place].text, better))
        made[place] = made[place]._replace(text=better, sure=min(made[place].sure, SURE_OF_REPAIR))
        rows[number] = rows[number]._replace(words=tuple(made))
    return [_as_known(row, repairs) for row in rows], repairs


def _signed(row: Row) -> Row:
    """Free a name in the column of signatures from strokes before it, and read its family name as one that exists."""
    words = list(row.words)
    words[0] = words[0]._replace(text=words[0].text.lstrip(_NO_LETTERS) or words[0].text)
    if not is_name(" ".join(word.text for word in words)):
        return row
    if not is_family(words[0].text):
        alike = [family for family in families() if bare(family).lower() == bare(words[0].text).lower()]
        if len(alike) == 1:
            words[0] = words[0]._replace(text=alike[0], sure=min(words[0].sure, SURE_OF_REPAIR))
    return row._replace(words=tuple(words), bullet=False)


def _as_known(row: Row, repairs: list[Repair]) -> Row:
    """Give a row in capitals the words of the known line that it stands for; its marker stays."""
    start = 1 if len(row.words) > 1 and _MARKER.fullmatch(row.words[0].text) else 0
    text = " ".join(word.text for word in row.words[start:])
    if all(word.sure > SURE_OF_LINE for word in row.words[start:]) or (line := known(text)) is None:
        return row
    repairs.append(Repair(text, line))
    words = row.words[start:]
    box = (words[0].box[0], words[0].box[1], words[-1].box[2], words[-1].box[3])
    return row._replace(words=(*row.words[:start], Word(line, box, SURE_OF_REPAIR)))


def _parted(rows: Sequence[Row], number: int) -> bool:
    """Say whether a row's end parts it from the next: another stretch of the line, another column."""
    if number + 1 >= len(rows):
        return True
    here, there = rows[number], rows[number + 1]
    return here.line == there.line or there.words[0].box[0] > here.words[-1].box[0]


def _signs(row: Row) -> tuple[Word, ...]:
    """Put right the signs of a row: the dash of a bullet, a doubled full stop, short forms that lost their slash."""
    words = [
        word._replace(text=text) for word in row.words if (text := _SECTION_SIGN.sub("S", word.text.translate(_SIGNS)))
    ]
    if not words:
        return ()
    glued = _GLUED_BULLET.match(words[0].text)
    if len(words) > 1 and _BULLET.match(words[0].text):
        words[0] = words[0]._replace(text="-")
    elif glued:
        words[0] = words[0]._replace(text="- " + words[0].text[glued.end() :])
    elif row.bullet and not words[0].text.startswith("-"):
        words[0] = words[0]._replace(text="- " + words[0].text.lstrip(_NO_LETTERS))
    else:
        words[0] = words[0]._replace(text=words[0].text.lstrip("_~") or words[0].text)
    for place, word in enumerate(words[:-1]):
        if _KEPT.fullmatch(word.text) and words[place + 1].text.startswith("VT"):
            words[place] = word._replace(
                text=word.text[: word.text.index("L")] + "Lưu:", sure=min(word.sure, SURE_OF_REPAIR)
            )
    words = [word._replace(text=_SLASHES.sub("/", word.text)) for word in words]
    words[0] = words[0]._replace(text=_CAPACITY.sub(r"\1.", words[0].text))
    last = words[-1].text
    tail = last.rstrip("_~")
    if tail.endswith("..") and not tail.endswith("..."):
        tail = tail.rstrip(".") + "."
    if not row.stop and tail.endswith(".") and len(tail) > 1:
        tail = tail[:-1]
    words[-1] = words[-1]._replace(text=tail or last)
    words = [word._replace(text="(để" + word.text[3:]) if _PURPOSE.match(word.text) else word for word in words]
    for place in range(1, len(words)):
        core = words[place].text.strip("();,.:").lower()
        if core in _SHORT and ascii_key(words[place - 1].text.strip("(")) == "de":
            words[place] = words[place]._replace(text=words[place].text.replace(core, _SHORT[core]))
    return tuple(words)


def _figures(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Read letters among digits as digits, in dates and beside words that call for a number."""
    made = list(words)
    for place, word in enumerate(words):
        if not _FIGURES.match(word.text) or word.text.strip("(.,;:)").isdigit():
            continue
        beside = {other.text.lower().strip("(,.;:") for other in words[max(place - 1, 0) : place + 2]}
        if beside & _BESIDE_FIGURES or re.search(r"\d[/.]\d|\d[/.][lIOo|]|[lIOo|][/.]\d", word.text):
            meant = word.text.translate(_FIGURE_LIKE)
            if meant != word.text:
                made[place] = word._replace(text=meant, sure=min(word.sure, SURE_OF_REPAIR))
    return tuple(made)


def _small(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Set in small letters what differs from them in height alone, between words in small letters: `cơ SỞ`."""
    made = list(words)
    for place, word in enumerate(words[1:], start=1):
        after = words[place + 1].text if place + 1 < len(words) else "."
        alone = words[place - 1].text.islower() and not after[:1].isupper()
        if alone and word.text.isupper() and not word.text.isascii() and _SAME_SHAPE.fullmatch(bare(word.text)):
            made[place] = word._replace(text=word.text.lower())
    return tuple(made)


def _years(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Put back the dash between two years that a span calls for: `năm học 2026 2027`."""
    made: list[Word] = []
    for place, word in enumerate(words):
        text = _TILDE.sub("-", word.text)
        cue = " ".join(other.text.lower() for other in words[max(place - 3, 0) : place])
        spans = _YEAR.match(text) and made and _YEAR.fullmatch(made[-1].text) and _SPAN.search(cue)
        if spans and int(made[-1].text) < int(text[:4]):
            made.append(word._replace(text="-", sure=SURE_OF_REPAIR))
        made.append(word._replace(text=text))
    return tuple(made)


def _numerals(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Read the Roman numeral after a word that calls for one: `quý IH` is `quý III`."""
    made = list(words)
    for place, word in enumerate(words[1:], start=1):
        core = word.text.partition("/")[0].rstrip(".,;:)")
        before = words[place - 1].text.lower().lstrip("(")
        meant = core.translate(_STROKES).replace("IIII", "III")
        if before in _BEFORE_NUMERALS and core != meant and meant in _TERMS[:4] + _TERMS * (before != "quý"):
            text = meant + word.text[len(core) :]
            made[place] = word._replace(text=text, sure=min(word.sure, SURE_OF_REPAIR))
    return tuple(made)


def numbered(lines: Sequence[PrintedLine], last: int) -> tuple[list[PrintedLine], int]:
    """Read the Roman numerals that open headings as what must come next.

    lines: of a page. last: the numeral before, 0 if there was none.
    Gives the lines and the last numeral on them.
    """
    made = list(lines)
    for place, line in enumerate(lines):
        first = line.pieces[0]
        if _FIRST.match(first.text) and not is_caps(first.text[2:]) and _goes_on_in_figures(lines[place + 1 :]):
            first = first._replace(text="1" + first.text[1:])
            made[place] = line._replace(pieces=(first, *line.pieces[1:]))
        found = _marker(first)
        if found is None or last + 1 >= len(_ROMAN):
            continue
        if found["numeral"] in _ROMAN and _ROMAN.index(found["numeral"]) + 1 in (last + 1, 1):
            last = _ROMAN.index(found["numeral"]) + 1
            continue
        meant = _ROMAN[last]
        if found.re is not _TITLED and not _reads_as(found["numeral"], meant):
            continue
        last += 1
        text = meant + (found["stop"] or ".").replace(",", ".") + first.text[found.end() :]
        grown = len(text) - len(first.text)
        doubts = tuple(Doubt(d.start + grown, d.end + grown, d.sure) for d in first.doubts if d.start > 0)
        piece = first._replace(text=text, doubts=(Doubt(0, len(meant) + 1, SURE_OF_REPAIR), *doubts))
        made[place] = line._replace(pieces=(piece, *line.pieces[1:]))
    return made, last


def _goes_on_in_figures(lines: Sequence[PrintedLine]) -> bool:
    """Say whether the next item after an `I.` is a `2.`: then it is a one."""
    following = next((found for line in lines if (found := _ITEM.match(line.pieces[0].text))), None)
    return following is not None and following[1] == "2"


def _marker(piece: Piece) -> re.Match[str] | None:
    """Give what may be the numeral of a heading: with its stop in bold or before capitals, without in both."""
    found = _NUMERAL.match(piece.text)
    if found is None:
        return _TITLED.match(piece.text) if piece.bold else None
    capitals = is_caps(piece.text[found.end() :])
    likely = piece.bold or capitals if found["stop"] else piece.bold and capitals
    return found if likely and piece.text[found.end() :].strip() else None


def _reads_as(printed: str, meant: str) -> bool:
    """Say whether what was read can be a numeral: the same strokes, or one stroke too few or too many.

    A figure alone is a figure.
    """
    strokes = printed.translate(_STROKES)
    if printed.isdigit() or strokes.replace("I", "") != meant.replace("I", ""):
        return False
    return strokes.find("V") == meant.find("V") and abs(len(strokes) - len(meant)) <= 1
