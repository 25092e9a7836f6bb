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
    beneficiary: for whom advice is given or help done (tham mưu, giúp).
    object: to what the action is done, where its verbs are known.
    output: the product (sản phẩm) that a table or a field prints.
    measurable: false for an exhortation without date, product, number or concrete thing to do.
    """

    section: str | None = None
    mode: Mode = "assign"
    lead: tuple[PrintedAgency, ...] = ()
    support: tuple[PrintedAgency, ...] = ()
    beneficiary: tuple[PrintedAgency, ...] = ()
    action: str
    object: str | None = None
    deadline: Edtf | None = None
    output: str | None = None
    measurable: bool = True


class Target(Located):
    """A measurable aim: indicator, comparison, value with its unit, period.

    basis: what the value is measured against (so với dự toán).
    actor: who is to reach it, where the sentence names him.
    """

    section: str | None = None
    indicator: str | None = None
    comparator: Comparator
    value: float
    value_max: float | None = None
    unit: str | None = None
    basis: str | None = None
    period: str | None = None
    actor: PrintedAgency | None = None
