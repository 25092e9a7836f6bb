"""The inside of a mail (`.eml`, RFC 5322): takes its bytes, gives the name and the content of each attachment.

What is attached to an attached mail counts as attached. Pictures shown inside the text and signatures of the mail are
passed over. A mail without attachments is its own text, one document.
"""

from __future__ import annotations

import email
from collections.abc import Callable, Iterator
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from functools import partial

from models import Cause, Failure

MAX_PARTS = 5000
"""Most parts of one mail."""

_SIGNATURES = frozenset({"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"})
_BODIES = {"text/plain": "body.txt", "text/html": "body.html"}


def stored(data: bytes, name: str) -> Iterator[tuple[str, Callable[[str], bytes]]]:
    """Give name and content of each attachment, or of the mail's own text.

    Raises Failure: TOO_LARGE, UNSAFE.
    """
    try:
        leaves = list(_leaves(email.message_from_bytes(data), name))
    except RecursionError as error:
        raise Failure(Cause.UNSAFE, name, "parts inside each other without end") from error
    attached = [leaf for leaf in leaves if _filename(leaf) and not _is_ornament(leaf)]
    bodies = sorted((leaf for leaf in leaves if leaf.get_content_type() in _BODIES), key=_richness)
    if attached:
        yield from ((_filename(leaf), partial(_content, leaf)) for leaf in attached)
    elif bodies:
        yield _BODIES[bodies[0].get_content_type()], partial(_text, bodies[0])


def _leaves(mail: Message, name: str) -> Iterator[Message]:
    for count, part in enumerate(mail.walk()):
        if count > MAX_PARTS:
            raise Failure(Cause.TOO_LARGE, name, f"more than {MAX_PARTS} parts")
        if not part.is_multipart():
            yield part


def _filename(part: Message) -> str:
    """Give the name of an attachment, in words; empty where it has none."""
    raw = part.get_filename() or ""
    try:
        return str(make_header(decode_header(raw)))
    except (HeaderParseError, LookupError, UnicodeError, ValueError):
        return raw


def _is_ornament(part: Message) -> bool:
    shown = part.get_content_maintype() == "image" and "Content-ID" in part
    return shown or part.get_content_type() in _SIGNATURES


def _richness(part: Message) -> int:
    return list(_BODIES).index(part.get_content_type())


def _content(part: Message, _name: str) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _text(part: Message, name: str) -> bytes:
    """Give the text as UTF-8 where its character set is named and true."""
    data = _content(part, name)
    if part.get_content_type() != "text/plain":
        return data
    try:
        return data.decode(part.get_content_charset("utf-8")).encode()
    except (LookupError, UnicodeDecodeError):
        return data
