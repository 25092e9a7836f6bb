"""Signed PDF made here: a page with a blank letterhead, and throw-away certificates to sign it with."""

from __future__ import annotations

import io
import tempfile
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from pathlib import Path

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers, timestamps
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore
from reportlab.pdfgen.canvas import Canvas

from corpus.pdf_pages import face, register_fonts

HEIGHT = 842
HANOI = timezone(timedelta(hours=7))
STAMPED = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
LETTERHEAD = (
    (120, 60, "UBND TỈNH BẢN MẠ"), (310, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (140, 76, "SỞ NỘI VỤ"), (330, 76, "Độc lập - Tự do - Hạnh phúc"),
    (110, 104, "Số:           /KH-SNV"), (310, 104, "Bản Mạ, ngày           tháng 3 năm 2026"),
    (270, 140, "KẾ HOẠCH"), (220, 158, "Trồng cây phân tán năm 2026"),
    (85, 200, "I. MỤC ĐÍCH"), (85, 220, "1. Trồng cây lâm nghiệp ở các bản để giữ nguồn nước cho đồng bào."),
    (85, 300, "Nơi nhận:"), (85, 318, "- UBND tỉnh (để b/c);"), (85, 336, "- Lưu: VT."),
    (380, 300, "GIÁM ĐỐC"), (375, 400, "Lò Văn Pành"),
)  # fmt: skip
NUMBER, DAY, NAME = (136, 92, 176, 108), (393, 92, 423, 108), (330, 310, 560, 380)
"""Boxes from the top-left: the blank of the number, of the day, and where the director signs."""


def drawn(words: tuple[tuple[float, float, str], ...], width: float = 595, height: float = HEIGHT) -> bytes:
    """Draw a page with words at places from its top-left."""
    register_fonts()
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(width, height))
    for x, y, text in words:
        canvas.setFont(face(), 12)
        canvas.drawString(x, height - y, text)
    canvas.save()
    return stream.getvalue()


def page() -> bytes:
    """Give the plan as its drafters leave it: neither number nor day."""
    return drawn(LETTERHEAD)


@cache
def signer(name: str = "Lò Văn Pành", unit: str = "SỞ NỘI VỤ") -> signers.SimpleSigner:
    """Give somebody who signs with a certificate of his own making."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    said = (
        (NameOID.COUNTRY_NAME, "VN"),
        (NameOID.ORGANIZATION_NAME, "UBND TỈNH BẢN MẠ"),
        (NameOID.ORGANIZATIONAL_UNIT_NAME, unit),
        (NameOID.COMMON_NAME, name),
        (NameOID.EMAIL_ADDRESS, "panh@banma.example"),
    )
    subject = x509.Name([x509.NameAttribute(oid, value) for oid, value in said])
    day = datetime(2026, 1, 1, tzinfo=UTC)
    made = x509.CertificateBuilder(subject, subject, key.public_key(), 7, day, day + timedelta(days=3650))
    certificate = asn1_x509.Certificate.load(made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.DER))
    plain = (serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    store = SimpleCertificateStore()
    store.register(certificate)
    return signers.SimpleSigner(certificate, asn1_keys.PrivateKeyInfo.load(key.private_bytes(*plain)), store)


def signed(
    data: bytes,
    field: str = "Signature1",
    words: tuple[str, ...] = (),
    box: tuple[float, float, float, float] | None = None,
    who: signers.SimpleSigner | None = None,
    *,
    certify: bool = False,
    stamped: bool = False,
) -> bytes:
    """Sign a PDF anew.

    words: lines shown in the box, which is given from the page's top-left. stamped: with a time stamp of an authority.
    """
    who = who or signer()
    place, style = None, None
    if box:
        x0, y0, x1, y1 = box
        place = (x0, HEIGHT - y1, x1, HEIGHT - y0)
        shown = drawn(tuple((1, 12 + 14 * row, line) for row, line in enumerate(words)), x1 - x0, y1 - y0)
        with tempfile.TemporaryDirectory() as folder:
            look = Path(folder) / "look.pdf"
            look.write_bytes(shown)
            style = StaticStampStyle.from_pdf_file(str(look), border_width=0)
            return _sign(data, field, place, style, who, certify=certify, stamped=stamped)
    return _sign(data, field, place, style, who, certify=certify, stamped=stamped)


def _sign(
    data: bytes,
    field: str,
    place: tuple[float, float, float, float] | None,
    style: StaticStampStyle | None,
    who: signers.SimpleSigner,
    *,
    certify: bool,
    stamped: bool,
) -> bytes:
    meta = signers.PdfSignatureMetadata(
        field_name=field, reason="Ban hành", location="Bản Mạ", md_algorithm="sha256", certify=certify
    )
    authority = timestamps.DummyTimeStamper(who.signing_cert, who.signing_key, fixed_dt=STAMPED) if stamped else None
    spec = fields.SigFieldSpec(field, on_page=0, box=place)
    maker = signers.PdfSigner(meta, who, timestamper=authority, stamp_style=style, new_field_spec=spec)
    out = io.BytesIO()
    maker.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(data)), output=out)
    return out.getvalue()


def changed(data: bytes) -> bytes:
    """Put other words on the first page of a signed file, as an update after the signature."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    first = writer.root["/Pages"]["/Kids"][0].get_object()
    first["/MediaBox"][3] = type(first["/MediaBox"][3])(700)
    writer.update_container(first["/MediaBox"])
    writer.mark_update(first.container_ref) if first.container_ref else None
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
