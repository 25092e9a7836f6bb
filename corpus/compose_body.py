"""Bodies of generated documents: the section skeletons of each type, with sentences hung on them.

Takes a `Setting` and the forms of the markers, gives nodes. Rule of the place: an item has no colon of its own; a
heading, a run-in heading and an item are told apart by the function that makes them (`corpus.sections`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from corpus import words
from corpus.plan import Node, Note, Section, Table, Text, plain, say
from corpus.sections import dash, head, item, lead, para, run_in
from corpus.sentences import Setting, filled

ROMAN = ("I", "II", "III", "IV", "V", "VI")
LETTERS = "abcdđegh"


@dataclass(frozen=True)
class Marks:
    """How labels and bullets are printed: what stands behind I, 1 and a, and the bullet."""

    roman: str = "."
    arabic: str = "."
    letter: str = ")"
    bullet: str = "-"


def _pick(here: Setting, patterns: tuple[str, ...], most: int) -> list[Text]:
    chosen = here.rng.sample(patterns, here.rng.randint(2, min(most, len(patterns))))
    return [filled(pattern, here) for pattern in chosen]


def _noted(text: Text, here: Setting) -> Text:
    """Call a footnote before the final stop of some sentences."""
    last = text[-1]
    if here.rng.random() > 0.06 or not isinstance(last, str) or not last.endswith("."):
        return text
    note = Note(filled(here.rng.choice(words.NOTES), here))
    return say(text[:-1], last[:-1], note, ".")


def items(here: Setting, marks: Marks, patterns: tuple[str, ...], most: int = 5) -> tuple[Node, ...]:
    """Running sentences 1., 2., 3."""
    texts = enumerate(_pick(here, patterns, most), 1)
    return tuple(item(f"{number}{marks.arabic}", _noted(text, here)) for number, text in texts)


def bullets(here: Setting, marks: Marks, patterns: tuple[str, ...], most: int = 3) -> tuple[Node, ...]:
    """Bullets."""
    return tuple(dash(text, marker=marks.bullet) for text in _pick(here, patterns, most))


def letters(here: Setting, marks: Marks, patterns: tuple[str, ...]) -> tuple[Node, ...]:
    """Points a), b), c)."""
    return tuple(
        item(f"{label}{marks.letter}", text) for label, text in zip(LETTERS, _pick(here, patterns, 6), strict=False)
    )


def purpose(here: Setting, marks: Marks) -> tuple[str, tuple[Node, ...]]:
    """Purpose and requirements, as two headings with bullets or as items."""
    if here.rng.random() < 0.6:
        parts = (("Mục đích", words.PURPOSES), ("Yêu cầu", words.REQUIREMENTS))
        return "MỤC ĐÍCH, YÊU CẦU", tuple(
            head(f"{number}{marks.arabic}", title, *bullets(here, marks, patterns))
            for number, (title, patterns) in enumerate(parts, 1)
        )
    return "MỤC ĐÍCH", items(here, marks, words.PURPOSES, 4)


def content(here: Setting, marks: Marks) -> tuple[str, tuple[Node, ...]]:
    """What is to be done: items, run-in headings, or headings with points."""
    title = here.rng.choice(("NỘI DUNG", "NHIỆM VỤ, GIẢI PHÁP", "NỘI DUNG THỰC HIỆN"))
    form = here.rng.choice(("items", "run-in", "points", "paragraphs"))
    titles = here.rng.sample(words.TITLES, 3)
    texts = _pick(here, words.CONTENTS, 3)
    if form == "run-in":
        pairs = enumerate(zip(titles, texts, strict=False), 1)
        return title, tuple(run_in(f"{n}{marks.arabic}", name, _lowered(text)) for n, (name, text) in pairs)
    if form == "points":
        return title, tuple(
            head(f"{n}{marks.arabic}", name, *letters(here, marks, words.CONTENTS)) for n, name in enumerate(titles, 1)
        )
    if form == "paragraphs":
        return title, tuple(para(text) for text in texts)
    return title, items(here, marks, words.CONTENTS, 6)


def theme(here: Setting, marks: Marks) -> tuple[str, tuple[Node, ...]]:
    """The theme of a launch."""
    return "CHỦ ĐỀ THI ĐUA", (para(f"“{here.rng.choice(words.THEMES)}”."),)


def _tasks(here: Setting) -> tuple[Text, Text]:
    first, second = here.rng.sample(words.TASKS, 2)
    return filled(first, here), filled(second, here)


def organisation(here: Setting, marks: Marks) -> tuple[str, tuple[Node, ...]]:
    """Who does what: items that name the doer, run-in headings, or headings with bullets."""
    form = here.rng.choice(("items", "run-in", "lead"))
    doers = here.rng.sample(words.DOERS, here.rng.randint(2, 4))
    nodes: list[Node] = []
    for number, doer in enumerate(doers, 1):
        marker, (task, other) = f"{number}{marks.arabic}", _tasks(here)
        if form == "items":
            nodes.append(item(marker, f"{doer} ", task))
        elif form == "run-in":
            nodes.append(run_in(marker, doer, task))
        else:
            below = tuple(dash(_raised(text), marker=marks.bullet) for text in (task, other))
            nodes.append(here.rng.choice((lead, head))(marker, doer, *below))
    return here.rng.choice(("TỔ CHỨC THỰC HIỆN", "PHÂN CÔNG TRÁCH NHIỆM")), tuple(nodes)


PARTS: dict[str, tuple[Callable[[Setting, Marks], tuple[str, tuple[Node, ...]]], ...]] = {
    "KH": (purpose, content, organisation),
    "PĐ": (purpose, theme, content, organisation),
    "HD": (purpose, content, content, organisation),
}


def romans(here: Setting, marks: Marks, kind: str) -> tuple[Node, ...]:
    """The usual skeleton I., II., III. of a plan, launch or guidance."""
    return tuple(
        head(f"{label}{marks.roman}", title, *nodes)
        for label, (title, nodes) in zip(ROMAN, (part(here, marks) for part in PARTS[kind]), strict=False)
    )


def lettered_parts(here: Setting, marks: Marks) -> tuple[Node, ...]:
    """The deep skeleton A., I., 1., a) of some guidance."""
    first = romans(here, marks, "KH")
    return (
        head("A.", "QUY ĐỊNH CHUNG", *first[:1]),
        head("B.", "NỘI DUNG HƯỚNG DẪN", *romans(here, marks, "KH")[:2]),
        head(
            "C.",
            "TỔ CHỨC THỰC HIỆN",
            para("Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh để xem xét."),
        ),
    )


def duties(here: Setting, marks: Marks) -> tuple[Node, ...]:
    """The items 1., 2., 3. of a directive or letter."""
    return items(here, marks, words.CONTENTS, 6)


def task_table(here: Setting) -> Table:
    """A task table: what, who, by when, with what result."""
    rows = []
    for number, job in enumerate(here.rng.sample(words.JOBS, 3), 1):
        when = filled(here.rng.choice(("{month}", "{quarter}", "{deadline}")), here)
        done = (here.rng.choice(words.DOERS),)
        rows.append(((str(number),), filled(job, here), done, _raised(when), (here.rng.choice(words.PRODUCTS),)))
    columns = ("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian", "Sản phẩm")
    return Table(columns, tuple(rows))


def _raised(text: Text) -> Text:
    """Begin a text of plain words with a capital."""
    first = text[0]
    return say(first[0].upper() + first[1:], text[1:]) if isinstance(first, str) else text


def _lowered(text: Text) -> Text:
    first = text[0]
    return say(first[0].lower() + first[1:], text[1:]) if isinstance(first, str) else text


def sequential(nodes: tuple[Node, ...]) -> bool:
    """Say whether Word could number these sections itself: I., 1., a) in order, no other labels."""
    here = [node for node in nodes if isinstance(node, Section)]
    plain_labels = all(node.marker[-1] in ".)" and "Điều" not in node.marker and node.marker != "A." for node in here)
    return (
        plain_labels
        and len(here) <= 4
        and all(plain(n.title) or n.text for n in here)
        and all(sequential(n.body) for n in here)
    )
