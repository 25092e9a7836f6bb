"""Who receives the document: addressees (kính gửi), recipients (nơi nhận), the archive line (lưu)."""

from __future__ import annotations

from models.agency import Agency
from models.span import Located


class Addressee(Located):
    """A body or post after `Kính gửi`, without bullet and final punctuation.

    agency: the body named. agencies: the bodies known of an item that lists several.
    """

    name: str
    agency: Agency | None = None
    agencies: tuple[Agency, ...] = ()


class Recipient(Located):
    """One item under `Nơi nhận`.

    purpose: what it is sent for, from the brackets (`để b/c`), null if none is printed.
    agency: the body named. agencies: the bodies known of an item that lists several.
    """

    name: str
    purpose: str | None = None
    agency: Agency | None = None
    agencies: tuple[Agency, ...] = ()


class ArchiveNote(Located):
    """The `Lưu:` line: units that keep the original, drafter's initials, number of copies."""

    units: tuple[str, ...] = ()
    drafter: str | None = None
    copies: int | None = None
