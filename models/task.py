"""Tasks (nhiệm vụ) and targets (chỉ tiêu)."""

from __future__ import annotations

from typing import Literal

from models.agency import PrintedAgency
from models.edtf import Edtf
from models.span import Located

Mode = Literal["assign", "request", "order", "self"]
Comparator = Literal["between", "at_least", "at_most", "more_than", "less_than", "equal"]


class Task(Located):
    """Who must do what by when.

    section: path of the nearest label (`V/4`).
    mode: assign (giao), request (đề nghị), order (yêu cầu), self (the issuer itself).
    lead, support: who does it (chủ trì), who helps (phối hợp).
    """

    section: str | None = None
    mode: Mode = "assign"
    lead: tuple[PrintedAgency, ...] = ()
    support: tuple[PrintedAgency, ...] = ()
    action: str
    deadline: Edtf | None = None
    output: str | None = None


class Target(Located):
    """A measurable aim: indicator, comparison, value with its unit, period."""

    section: str | None = None
    indicator: str | None = None
    comparator: Comparator
    value: float
    value_max: float | None = None
    unit: str | None = None
    period: str | None = None
