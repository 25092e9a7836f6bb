"""Digital signatures of a DOCX file: who signed and when, by the certificate inside.

Takes the open package, gives its signatures. They are not verified, so `intact` is null: the canonical form of each
part that was signed would have to be made anew (ECMA-376 Part 2, 12; XML-DSig).
"""

from __future__ import annotations

import base64
import re

from models import Failure, Signature
from parsers.readers.docx_package import Element, Package, part

MAX_SIGNATURES = 64
"""Most signatures of a file that are given."""

MAX_CERTIFICATE = 2**17
"""Longest certificate that is read, in characters of its base64."""

_PART = re.compile(r"_xmlsignatures/[^/]+\.xml")
_NOT_VERIFIED, _UNREADABLE = "not verified in this kind of file", "unreadable"
_DSIG = "{http://www.w3.org/2000/09/xmldsig#}"
_TIME = "{http://schemas.openxmlformats.org/package/2006/digital-signature}Value"
_XADES = "{http://uri.etsi.org/01903/v1.3.2#}SigningTime"
_COMMENTS = "{http://schemas.microsoft.com/office/2006/digsig}SignatureComments"
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?")


def signatures(package: Package) -> tuple[Signature, ...]:
    """Read the signatures of an open package; one that cannot be read is given with its fault."""
    names = sorted(filter(_PART.fullmatch, package.archive.namelist()))[:MAX_SIGNATURES]
    parts = package._replace(relations={name: name for name in names})
    return tuple(_signature(parts, name) for name in names)


def _signature(parts: Package, name: str) -> Signature:
    try:
        tree = part(parts, name)
        return Signature(fault=_UNREADABLE) if tree is None else _read(tree)
    except (Failure, ValueError, TypeError, KeyError) as error:  # what a damaged part or certificate raises
        return Signature(fault=f"{_UNREADABLE}: {type(error).__name__}")


def _read(tree: Element) -> Signature:
    from asn1crypto import x509

    printed = "".join(_first(tree, f"{_DSIG}X509Certificate").split())[:MAX_CERTIFICATE]
    subject = x509.Certificate.load(base64.b64decode(printed)).subject.native if printed else {}
    moment = _first(tree, _TIME) or _first(tree, _XADES)
    bodies = filter(None, (subject.get("organizational_unit_name"), subject.get("organization_name")))
    method = tree.find(f".//{_DSIG}SignatureMethod")
    return Signature(
        signer=_words(subject.get("common_name")),
        organisation=_words(", ".join(map(str, bodies))),
        email=_words(subject.get("email_address")),
        signed_at=moment if _MOMENT.fullmatch(moment) else None,
        signed_at_from="attribute" if _MOMENT.fullmatch(moment) else None,
        reason=_words(_first(tree, _COMMENTS)),
        digest=None if method is None else _words(method.get("Algorithm", "").rpartition("-")[2]),
        fault=_NOT_VERIFIED,
    )


def _first(tree: Element, tag: str) -> str:
    found = next(tree.iter(tag), None)
    return "" if found is None else (found.text or "").strip()


def _words(value: object) -> str | None:
    return " ".join(str(value or "").split())[:1000] or None
