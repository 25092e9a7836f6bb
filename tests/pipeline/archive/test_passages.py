from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import Document
from models.header import Evidence, Header
from models.section import Section, SectionKind
from models.source import Source
from models.span import Span
from parsers import parse
from pipeline.archive.passages import LONGEST, Passage, passages

SAMPLES = Path(__file__).parents[3] / "corpus" / "documents"


def document(text: str, *sections: Section, title: str = "") -> Document:
    """A document of a text and its sections; title: its words, with which the text begins."""
    evidence = {"title": Evidence(span=Span(start=0, end=len(title)))} if title else {}
    return Document(
        id="sha256/0",
        source=Source(name="x.txt", sha256="0" * 64, media_type="text/plain", reader="text", extractor="0"),
        text=text,
        header=Header(evidence=evidence),
        sections=sections,
    )


def section(
    start: int,
    end: int,
    label: str,
    *children: Section,
    title: str | None = None,
    role: str | None = None,
    kind: SectionKind = "roman",
    page: int | None = None,
) -> Section:
    """A section of a stretch of text."""
    span = Span(start=start, end=end, page=page)
    return Section(label=label, marker=label, kind=kind, level=1, title=title, role=role, span=span, children=children)


def assert_whole(text: str, found: list[Passage]) -> None:
    """Hold that passages are all of a text, once, in order."""
    assert [passage.ordinal for passage in found] == list(range(len(found)))
    assert all(passage.text == text[passage.start : passage.end].strip() != "" for passage in found)
    borders = [0, *(border for passage in found for border in (passage.start, passage.end)), len(text)]
    assert borders == sorted(borders)
    assert not "".join(text[end:start] for end, start in zip(borders[::2], borders[1::2], strict=True)).strip()


def test_passages_follow_the_sections() -> None:
    head, first, second = "KẾ HOẠCH\nCăn cứ Luật\n", f"I. A\n1. {'b ' * 200}\n2. {'c ' * 200}\n", "II. D\ne\n"
    text = head + first + second + "CHỦ TỊCH"
    one, two = len(head) + len("I. A\n"), text.index("2. c")
    top = len(head) + len(first)
    made = document(
        text,
        section(
            len(head),
            top,
            "I",
            section(one, two, "1", title="Bê", role="plan.content", page=2),
            section(two, top, "2", page=3),
            title="A",
            role="plan.purpose",
            page=1,
        ),
        section(top, len(text) - len("CHỦ TỊCH"), "II", title="D", page=3),
        title="KẾ HOẠCH",
    )
    found = list(passages(made))
    assert_whole(text, found)
    assert [(p.text[:5], p.path, p.heading, p.role, p.section, p.page) for p in found] == [
        ("KẾ HO", None, None, None, None, 1),
        ("Căn c", None, None, None, None, 1),
        ("I. A\n", "I/1", "A › Bê", "plan.content", 1, 1),
        ("2. c ", "I/2", "A", "plan.purpose", 2, 3),
        ("II. D", "II", "D", None, 3, 3),
        ("CHỦ T", None, None, None, None, 3),
    ]


def test_short_neighbours_of_one_section_are_joined() -> None:
    text = "I. A\na) x\nb) y\nc) z\n"
    parts = [section(at, at + 5, label) for label, at in (("a", 5), ("b", 10), ("c", 15))]
    found = list(passages(document(text, section(0, len(text), "I", *parts))))
    assert [(p.path, p.text) for p in found] == [("I", text.strip())]


def test_bullets_belong_to_what_they_stand_under() -> None:
    text = f"1. A\n- {'x ' * 400}\n- {'y ' * 400}"
    bullets = [section(5, 808, "-", kind="bullet"), section(808, len(text), "-", kind="bullet")]
    found = list(passages(document(text, section(0, len(text), "1", *bullets))))
    assert_whole(text, found)
    assert {p.path for p in found} == {"1"}
    assert len(found) == 2


LONG = [
    pytest.param("Câu một dài. " * 300, ". ", id="at the end of a sentence"),
    pytest.param(("từ " * 150 + "\n") * 10, "\n", id="at the end of a paragraph"),
    pytest.param("từ " * 2000, " ", id="between words"),
    pytest.param("x" * 5000, "", id="anywhere, where there is no word's end"),
]


@pytest.mark.parametrize(("text", "end"), LONG)
def test_long_sections_are_cut(text: str, end: str) -> None:
    found = list(passages(document(text)))
    assert_whole(text, found)
    assert max(len(p.text) for p in found) <= LONGEST
    assert all(text[: other.start].endswith(end) for _, other in pairwise(found))


@given(st.text(alphabet="ab .\n", max_size=200), st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200))))
def test_any_sections_give_the_whole_text(text: str, places: list[tuple[int, int]]) -> None:
    made = [section(min(place), max(place), str(n)) for n, place in enumerate(sorted(places))]
    assert_whole(text, list(passages(document(text, *made))))


@pytest.mark.parametrize("path", sorted(SAMPLES.rglob("*.txt"))[:6], ids=lambda path: path.stem)
def test_samples_are_whole(path: Path) -> None:
    read = parse(path)
    assert_whole(read.text, list(passages(read)))
