"""Directives with the plans that carry them out, written for the project, and what is true of each.

Gives `FAMILIES` and the folders of their files. Rule of the place: every sentence is the project's own; files and truth
come from one description.
"""

from __future__ import annotations

from importlib import import_module
from importlib.resources import files
from pathlib import Path

from corpus.audits.family import Family
from corpus.render_text import Dump

FAMILIES = {
    "phong_chay": Dump(),
    "chuyen_doi_so": Dump(76, head="rows", close="rows"),
    "rac_thai_nhua": Dump(None, head="columns"),
    "duoi_nuoc": Dump(80, double=True, lead=True, head="stacked"),
    "tiet_kiem_dien": Dump(78, close="split"),
    "dai_cho_meo": Dump(82, head="rows"),
    "van_hoa_doc": Dump(None, head="stacked"),
}
"""Names of the families, each its module's name, and how their text dumps look."""


def family(name: str) -> Family:
    """Give a family by its name."""
    described: Family = import_module(f"{__name__}.{name}").FAMILY
    return described


def documents() -> Path:
    """Give the folder with the documents: `FAMILY.txt` the directive, `FAMILY.NAME.txt` the others."""
    return Path(str(files(__name__))) / "documents"


def gold() -> Path:
    """Give the folder with the truth of the families, `FAMILY.json`."""
    return Path(str(files(__name__))) / "gold"
