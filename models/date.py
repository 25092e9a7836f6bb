"""Dates and periods printed in the text."""

from __future__ import annotations

from typing import Literal

from models.edtf import Edtf
from models.span import Located

DateKind = Literal["issued", "cited", "deadline", "period", "event", "other"]


class Date(Located):
    """A day, month, quarter, range or named span (giai đoạn, nhiệm kỳ).

    edtf: normal form; parts that are not printed are `X`, an open end is `..`.
    kind: the day of issue, the day of a cited document, a term to be kept, a period, an event, or other.
    """

    edtf: Edtf
    kind: DateKind = "other"
