"""Digital signatures: who, when, intact or not, what is shown; a broken one never keeps a document from being read."""

from __future__ import annotations

import base64
import io
import random
import re
import subprocess
import sys
import time
import zipfile
from datetime import datetime
from pathlib import Path

import docx
import pytest
from made_signed import DAY, NAME, NUMBER, STAMPED, changed, drawn, page, signed, signer

from models import Document, Signature
from parsers import parse_bytes
from parsers.readers import pdf_signatures
from parsers.readers.pdf_signatures import signatures

WILD = Path(__file__).parents[4] / "shared" / "wild"
SHOWN = ("Ký bởi: Lò Văn Pành", "Ngày ký: 12/03/2026 09:30")


@pytest.fixture(scope="module")
def once() -> bytes:
    """Give the plan, signed once and seen."""
    return signed(page(), words=SHOWN, box=NAME)


@pytest.fixture(scope="module")
def issued() -> bytes:
    """Give the plan as a records office sends it: signed, then number and day put on as signatures of the office."""
    office = signer("VĂN THƯ", "VĂN PHÒNG")
    data = signed(page(), words=SHOWN, box=NAME, certify=True)
    return signed(signed(data, "Number", ("45",), NUMBER, office), "Day", ("02",), DAY, office)


def codes(found: Document) -> set[str]:
    return {warning.code for warning in found.warnings}


def body(found: Document) -> tuple[object, ...]:
    return found.text, found.sections, found.signers, found.recipients


def test_what_a_signature_says(once: bytes) -> None:
    (found,) = signatures(once)
    assert (found.signer, found.organisation) == ("Lò Văn Pành", "SỞ NỘI VỤ, UBND TỈNH BẢN MẠ")
    assert (found.email, found.reason, found.location) == ("panh@banma.example", "Ban hành", "Bản Mạ")
    assert (found.field, found.page, found.box) == ("Signature1", 1, tuple(map(float, NAME)))
    assert found.text == "\n".join(SHOWN)
    assert (found.intact, found.coverage, found.changes, found.digest) == (True, "file", "none", "sha256")
    assert found.fault is None
    assert found.signed_at_from == "dictionary"
    assert datetime.fromisoformat(found.signed_at or "").tzinfo is not None
    assert found.timestamped_at is None


def test_the_time_of_an_authority_is_kept_beside_that_of_the_signer() -> None:
    (found,) = signatures(signed(page(), stamped=True))
    assert found.timestamped_at == STAMPED.isoformat()
    assert found.signed_at != found.timestamped_at


def test_a_signature_that_is_not_seen_has_a_page_but_no_box() -> None:
    (found,) = signatures(signed(page()))
    assert (found.intact, found.box, found.text) == (True, None, None)


def test_signatures_come_in_the_order_of_signing_and_later_ones_are_no_alteration(issued: bytes) -> None:
    found = signatures(issued)
    assert [one.field for one in found] == ["Signature1", "Number", "Day"]
    assert [one.signer for one in found] == ["Lò Văn Pành", "VĂN THƯ", "VĂN THƯ"]
    assert [one.intact for one in found] == [True] * 3
    assert [(one.coverage, one.changes) for one in found] == [
        ("revision", "form"), ("revision", "form"), ("file", "none"),
    ]  # fmt: skip
    assert [one.text for one in found] == ["\n".join(SHOWN), "45", "02"]


def test_number_and_day_put_on_as_signatures_fill_the_blanks(issued: bytes) -> None:
    found = parse_bytes(issued, "a.pdf")
    header = found.header
    assert (header.code, header.issued_on) == ("45/KH-SNV", "2026-03-02")
    assert {header.evidence[field].origin for field in ("number", "issued_on")} == {"annotation"}
    assert "signed-on" not in codes(found)
    assert len(found.source.signatures) == 3


def test_the_words_of_a_signature_are_no_part_of_the_text(once: bytes) -> None:
    plain, found = parse_bytes(page(), "a.pdf"), parse_bytes(once, "a.pdf")
    assert body(found) == body(plain)
    assert found.source.signatures[0].text == "\n".join(SHOWN)


def test_a_blank_day_is_not_filled_from_the_signature(once: bytes) -> None:
    found = parse_bytes(once, "a.pdf")
    assert (found.header.number, found.header.issued_on) == (None, "2026-03-XX")
    (message,) = (warning.message for warning in found.warnings if warning.code == "signed-on")
    assert "12/03/2026" in message


def test_a_note_that_stands_on_a_blank_does_not_fill_it() -> None:
    found = parse_bytes(signed(page(), words=("Ký bởi: VĂN THƯ ngày 12 tháng 3",), box=(136, 92, 300, 108)), "a.pdf")
    assert (found.header.number, found.header.issued_on) == (None, "2026-03-XX")


# what is wrong with a signature


def test_a_changed_byte_breaks_the_signature(once: bytes) -> None:
    data = once.replace(b"/MediaBox [ 0 0 595 842 ]", b"/MediaBox [ 0 0 595 843 ]", 1)
    assert data != once
    found = parse_bytes(data, "a.pdf")
    assert [one.intact for one in found.source.signatures] == [False]
    assert "signature-broken" in codes(found)
    assert body(found)[0] == body(parse_bytes(once, "a.pdf"))[0]


def test_a_change_after_signing_is_told_from_signing_again(issued: bytes) -> None:
    found = parse_bytes(changed(issued), "a.pdf")
    assert {(one.intact, one.coverage, one.changes) for one in found.source.signatures} == {(True, "revision", "other")}
    assert "signature-changed" in codes(found)
    assert not codes(parse_bytes(issued, "a.pdf")) & {"signature-changed", "signature-broken", "signature-unread"}


def contents(data: bytes, made: bytes) -> bytes:
    """Put other hexadecimal digits at the start of the signature's value, the length kept."""
    return re.sub(rb"(?<=/Contents <)[0-9a-fA-F]{%d}" % len(made), made, data)


FAULTS = [
    pytest.param(lambda data: contents(data, b"00" * 40), id="no CMS inside"),
    pytest.param(lambda data: contents(data, b"30840fffffff"), id="a length beyond the end"),
    pytest.param(lambda data: re.sub(rb"/ByteRange \[[^\]]*\]", b"/ByteRange []", data), id="no range"),
    pytest.param(lambda data: data.replace(b"/ByteRange", b"/ByteRanje"), id="the range under another name"),
    pytest.param(lambda data: data.replace(b"/Contents <", b"/Kontents <"), id="no value"),
    pytest.param(lambda data: data.replace(b"/FT /Sig", b"/FT /Txt"), id="not a signature field"),
]


@pytest.mark.parametrize("damage", FAULTS)
def test_a_signature_that_cannot_be_read_leaves_the_document_readable(damage, once: bytes) -> None:  # type: ignore[no-untyped-def]
    data = damage(once)
    assert data != once
    found = parse_bytes(data, "a.pdf")
    assert found.text == parse_bytes(once, "a.pdf").text
    assert all(one.intact is None and one.fault for one in found.source.signatures)
    assert bool(found.source.signatures) == ("signature-unread" in codes(found))


def test_any_damage_gives_signatures_or_none(once: bytes) -> None:
    chance = random.Random(7)
    for _ in range(60):
        data = bytearray(once)
        for _ in range(chance.choice((1, 4, 40))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        cut = chance.choice((len(data), chance.randrange(len(data))))
        assert all(isinstance(one, Signature) for one in signatures(bytes(data[:cut])))


def test_bytes_before_the_header_do_not_break_a_signature(once: bytes) -> None:
    assert [one.intact for one in signatures(b"\x00junk\r\n" * 3 + once)] == [True]


def test_a_form_that_was_dropped_leaves_the_signature_on_the_page(once: bytes) -> None:
    (found,) = signatures(once.replace(b"/AcroForm", b"/OldForms"))
    assert (found.signer, found.intact) == ("Lò Văn Pành", False)


# limits


def test_past_the_time_limit_signatures_are_named_not_verified(once: bytes) -> None:
    assert [(one.intact, one.fault) for one in signatures(once, seconds=0)] == [(None, "time limit")]


def test_past_the_number_limit_signatures_are_named_not_verified(
    issued: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_signatures, "MAX_SIGNATURES", 2)
    assert [(one.field, one.intact, one.fault) for one in signatures(issued)] == [
        ("Signature1", True, None), ("Number", True, None), ("Day", None, "over the limits"),
    ]  # fmt: skip


def crafted(count: int, size: int) -> bytes:
    """Write a file with many signature fields without a page, each with a value of `size` bytes."""
    value = b"<</Type/Sig/ByteRange[0 1 2 3]/Contents<" + b"30" * size + b">>>"
    numbers = range(10, 10 + count)
    names = b" ".join(b"%d 0 R" % number for number in numbers)
    data = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[" + names + b"]>>>>endobj\n"
    data += b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    data += b"".join(b"%d 0 obj<</FT/Sig/T(s%d)/V %b>>endobj\n" % (number, number, value) for number in numbers)
    places = sorted((int(found[1]), found.start()) for found in re.finditer(rb"(?m)^(\d+) 0 obj", data))
    table = b"".join(b"%d 1\n%010d 00000 n \n" % place for place in places)
    begin = b"startxref\n%d\n%%%%EOF" % len(data)
    return data + b"xref\n0 1\n0000000000 65535 f \n" + table + b"trailer<</Root 1 0 R/Size 5000>>\n" + begin


LIMITS = [
    pytest.param(1200, 100, {"over the limits"}, id="many"),
    pytest.param(2, 8_000_000, {"time limit"}, id="huge"),
]


@pytest.mark.parametrize(("count", "size", "faults"), LIMITS)
def test_many_or_huge_signatures_take_no_longer_than_the_limit(count: int, size: int, faults: set[str]) -> None:
    data = crafted(count, size)
    began = time.monotonic()
    found = signatures(data, seconds=1.5)
    assert time.monotonic() - began < 4
    assert 0 < len(found) <= 1000
    assert all(one.intact is None for one in found)
    assert {one.fault for one in found} >= faults


def test_a_file_without_a_signature_loads_no_library_for_them(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(drawn(((85, 200, "1. Trồng cây lâm nghiệp ở các bản để giữ nguồn nước."),)))
    program = "import sys; from parsers import parse; parse(sys.argv[1]); sys.exit('pyhanko' in sys.modules)"
    root = Path(__file__).parents[3]
    assert subprocess.run([sys.executable, "-c", program, tmp_path / "a.pdf"], cwd=root, check=False).returncode == 0


# DOCX


def with_part(part: bytes) -> bytes:
    made, stream = docx.Document(), io.BytesIO()
    for words in ("KẾ HOẠCH", "I. MỤC ĐÍCH", "1. Trồng cây lâm nghiệp ở các bản để giữ nguồn nước cho đồng bào."):
        made.add_paragraph(words)
    made.save(stream)
    with zipfile.ZipFile(stream, "a") as package:
        package.writestr("_xmlsignatures/origin.sigs", b"")
        package.writestr("_xmlsignatures/sig1.xml", part)
    return stream.getvalue()


DSIG = b'<Signature xmlns="http://www.w3.org/2000/09/xmldsig#">%b</Signature>'
TIME = (
    b'<SignatureTime xmlns="http://schemas.openxmlformats.org/package/2006/digital-signature">'
    b"<Value>2026-03-12T02:30:00Z</Value></SignatureTime>"
)


def test_a_signature_of_a_docx_is_named_not_verified() -> None:
    certificate = base64.encodebytes(signer().signing_cert.dump())
    inside = b"<KeyInfo><X509Data><X509Certificate>" + certificate + b"</X509Certificate></X509Data></KeyInfo>" + TIME
    found = parse_bytes(with_part(DSIG % inside), "a.docx")
    (one,) = found.source.signatures
    assert (one.signer, one.organisation) == ("Lò Văn Pành", "SỞ NỘI VỤ, UBND TỈNH BẢN MẠ")
    assert (one.signed_at, one.signed_at_from, one.intact) == ("2026-03-12T02:30:00Z", "attribute", None)
    assert "signature-unread" in codes(found)


@pytest.mark.parametrize(
    "part",
    [
        pytest.param(b"<Signature", id="cut"),
        pytest.param(DSIG % b"<X509Certificate>MIIB</X509Certificate>", id="no certificate"),
        pytest.param(DSIG % b"", id="empty"),
    ],
)
def test_a_damaged_signature_of_a_docx_leaves_it_readable(part: bytes) -> None:
    found = parse_bytes(with_part(part), "a.docx")
    assert [(one.signer, one.intact, bool(one.fault)) for one in found.source.signatures] == [(None, None, True)]
    assert "lâm nghiệp" in found.text


# real files


@pytest.mark.skipif(not WILD.is_dir(), reason="the real files are not here")
def test_signatures_of_real_files_are_verified_within_the_limit() -> None:
    seen = 0
    for path in sorted(WILD.glob("*.pdf")):
        for one in signatures(path.read_bytes()):
            seen += 1
            assert one.fault is None, path.name
            assert one.signer, path.name
            assert one.signed_at, path.name
            assert one.intact or one.coverage == "part", path.name
    assert seen > 40
