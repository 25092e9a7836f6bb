"""One digital signature of a PDF: the certificate's names, times, and whether the bytes are those that were signed.

Takes a pyHanko reader and a signature field, gives a Signature. Only integrity is looked at: the digest of the
bytes against the signed one, the signature against the key of its certificate. No chain is built, so nothing is
fetched (RFC 5652, 5.4-5.6; RFC 3161; ISO 32000-1, 12.8.3).
"""

from __future__ import annotations

import hashlib
import unicodedata
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from models import Signature
from parsers.readers.pdf_widgets import Field, entry

if TYPE_CHECKING:
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.diff_analysis import DiffPolicy

MAX_CONTENTS = 2**20
"""Largest signature that is read, in bytes; with a chain, proofs and a time stamp they take about 10 000."""

MAX_WORDS = 1000
"""Most characters of a reason, a place or a name that are kept."""

UNREADABLE, TOO_LARGE, LATE = "unreadable", "over the limits", "time limit"
"""Faults of a signature that is not read."""

UNKNOWN = 1 << 30
"""Stands for the revision of a signature that could not be read, so that it comes last."""

_COVERAGE = {"ENTIRE_FILE": "file", "ENTIRE_REVISION": "revision"}
_CHANGES = {"NONE": "none", "LTA_UPDATES": "maintenance", "FORM_FILLING": "form"}


class Late(Exception):
    """The time for the signatures of a file is over."""


def read_one(reader: PdfFileReader, field: Field) -> tuple[int, Signature]:
    """Give the revision of the file that a signature made, from 0, and what it says.

    What cannot be read of it is left out, with a fault; its revision is then `UNKNOWN`.
    """
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature, extract_contents

    said: dict[str, Any] = {"field": field.name or None}
    revision = UNKNOWN
    try:
        dictionary = field.value.get_object()["/V"]
        said |= _said(dictionary)
        if len(extract_contents(dictionary)) > MAX_CONTENTS:
            return revision, Signature.model_validate({**said, "fault": TOO_LARGE})
        embedded = EmbeddedPdfSignature(reader, field.value, field.name)
        revision = embedded.signed_revision
        for part in (_names, _times, _integrity, _later):
            said |= part(embedded, said)
    except Exception as error:
        said["fault"] = fault(error)
    return revision, Signature.model_validate(said)


def fault(error: Exception) -> str:
    """Say in a few words why a signature could not be read; a damaged file makes the library raise anything."""
    return LATE if isinstance(error, Late) else f"{UNREADABLE}: {type(error).__name__}"


def _words(value: object) -> str | None:
    """Give a value of the file as words: NFC, single spaces, None if there are none."""
    if isinstance(value, list):
        value = ", ".join(str(part) for part in value)
    words = " ".join("".join(c for c in unicodedata.normalize("NFC", str(value or "")) if c.isprintable()).split())
    return words[:MAX_WORDS] or None


def _said(dictionary: Any) -> dict[str, Any]:
    """Give what the signature's own dictionary says; the certificate's names come over these."""
    from pyhanko.pdf_utils.generic import parse_pdf_date

    said: dict[str, Any] = {
        "signer": _words(entry(dictionary, "/Name")),
        "reason": _words(entry(dictionary, "/Reason")),
        "location": _words(entry(dictionary, "/Location")),
    }
    try:
        moment = parse_pdf_date(entry(dictionary, "/M"), strict=False)
    except ValueError:  # absent, or not a date
        return said
    return {**said, "signed_at": moment.isoformat(), "signed_at_from": "dictionary"}


def _names(embedded: Any, said: dict[str, Any]) -> dict[str, Any]:
    subject = embedded.signer_cert.subject.native
    bodies = (_words(subject.get(name)) for name in ("organizational_unit_name", "organization_name"))
    return {
        "signer": _words(subject.get("common_name")) or said["signer"],
        "organisation": ", ".join(body for body in bodies if body) or None,
        "email": _words(subject.get("email_address")),
    }


def _times(embedded: Any, said: dict[str, Any]) -> dict[str, Any]:
    """Give the times; the dictionary's goes first, since signers are known that write local time into the attribute
    as if it were universal.
    """
    from pyhanko.sign.validation.generic_cms import extract_self_reported_ts

    stamp = _timestamp(embedded)
    found: dict[str, Any] = {"timestamped_at": stamp.isoformat() if stamp else None}
    if "signed_at" not in said:
        own = extract_self_reported_ts(embedded.signer_info)
        moment = own or stamp
        if moment:
            found |= {"signed_at": moment.isoformat(), "signed_at_from": "attribute" if own else "timestamp"}
    return found


def _timestamp(embedded: Any) -> datetime | None:
    """Give the time of the authority's token, if the token was made for this signature."""
    from pyhanko.sign.validation.generic_cms import extract_tst_data_iter, message_imprint_checker

    info = embedded.signed_data["encap_content_info"]
    if info["content_type"].native == "tst_info":
        return _moment(info["content"].parsed)
    imprint_of = message_imprint_checker(embedded.signer_info)
    for token in extract_tst_data_iter(embedded.signer_info, signed=False):
        content = token["encap_content_info"]["content"].parsed
        imprint = content["message_imprint"]
        if imprint_of(imprint["hash_algorithm"]["algorithm"].native) == imprint["hashed_message"].native:
            return _moment(content)
    return None


def _moment(content: Any) -> datetime | None:
    moment = content["gen_time"].native
    return moment if isinstance(moment, datetime) else None


def _integrity(embedded: Any, _: dict[str, Any]) -> dict[str, Any]:
    """Say whether the bytes are those that were signed and the signature fits its certificate."""
    from pyhanko.sign.validation.generic_cms import validate_sig_integrity

    fits, digest = _digest(embedded)
    kind = embedded.signed_data["encap_content_info"]["content_type"].native
    same, valid = validate_sig_integrity(embedded.signer_info, embedded.signer_cert, kind, digest)
    return {"digest": _words(embedded.external_md_algorithm), "intact": bool(fits and same and valid)}


def _digest(embedded: Any) -> tuple[bool, bytes]:
    """Give the digest that was signed, and whether the bytes of the file fit what is inside the signature, if anything.

    Inside stands a time stamp's imprint of the bytes, or their SHA-1 (`adbe.pkcs7.sha1`).
    """
    info = embedded.signed_data["encap_content_info"]
    if not info["content"]:
        return True, embedded.compute_digest()
    inside = bytes(info["content"])
    if info["content_type"].native == "tst_info":
        fits = info["content"].parsed["message_imprint"]["hashed_message"].native == embedded.compute_digest()
    else:
        fits = embedded.compute_digest("sha1") == inside
    return fits, hashlib.new(embedded.md_algorithm, inside).digest()


def _later(embedded: Any, _: dict[str, Any]) -> dict[str, Any]:
    """Say how much of the file the signature covers and what kind of change came after it."""
    coverage = embedded.evaluate_signature_coverage()
    embedded.coverage = coverage
    result = embedded.evaluate_modifications(_policy())
    level = getattr(result, "modification_level", None)
    changes = _CHANGES.get(level.name if level else "", "other")
    return {"coverage": _COVERAGE.get(coverage.name, "part"), "changes": changes}


@cache
def _policy() -> DiffPolicy:
    """Give the rules by which later changes are told.

    pyHanko's own, but a later signature may be seen after a certifying one, and table rows of objects may be freed as
    long as each is explained: the signing programs of the state do both with every stamp of number and day.
    """
    from pyhanko.sign.diff_analysis import (
        DEFAULT_DIFF_POLICY,
        FormUpdatingRule,
        GenericFieldModificationRule,
        SigFieldCreationRule,
        SigFieldModificationRule,
        StandardDiffPolicy,
    )

    creation: Any = SigFieldCreationRule
    rules = [
        creation(allow_new_visible_after_certify=True),
        SigFieldModificationRule(),
        GenericFieldModificationRule(),
    ]
    return StandardDiffPolicy(
        DEFAULT_DIFF_POLICY.global_rules, FormUpdatingRule(field_rules=rules), reject_object_freeing=False
    )
