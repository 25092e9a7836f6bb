"""The sample documents, one module a document, and how each is dumped as text.

Gives `SAMPLES`. Rule of the place: every sentence is the project's own; a document's name is its module's name.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from corpus.manner import Manner
from corpus.plan import Plan
from corpus.render_markdown import Markup
from corpus.render_text import Dump


@dataclass(frozen=True)
class Sample:
    """A document of the collection: its description, the style of its text form, its numbering in DOCX."""

    name: str
    text: Dump | Markup
    automatic: bool = False

    def manner(self) -> Manner:
        """Give how it is put on paper."""
        if isinstance(self.text, Dump):
            return Manner(dump=self.text, automatic=self.automatic)
        return Manner(markup=self.text, automatic=self.automatic)

    def forms(self) -> tuple[str, ...]:
        """Give the suffixes of its files."""
        return ("txt" if isinstance(self.text, Dump) else "md", "docx", "pdf")

    def plan(self) -> Plan:
        """Give the description."""
        described: Plan = import_module(f"{__name__}.{self.name}").PLAN
        return described


SAMPLES = (
    Sample("trong_cay_xanh", Dump(double=True, lead=True, trail=True), automatic=True),
    Sample("day_manh_chuyen_doi_so", Dump(76, head="rows", close="rows")),
    Sample("phat_dong_giao_thong", Dump(78, double=True, lead=True, trail=True, page=30, close="inline")),
    Sample("tinh_uy_xay_dung_dang", Dump(80, head="stacked")),
    Sample("cong_van_thien_tai", Dump(75, head="rows", close="recipients-first")),
    Sample("quyet_dinh_kem_ke_hoach", Dump(78, lead=True, page=40, head="columns")),
    Sample("lien_tich_an_toan_truong_hoc", Dump(78, head="stacked", close="signers-first")),
    Sample("ke_hoach_chua_so", Markup("hashes"), automatic=True),
    Sample("phat_dong_khong_tieu_de", Dump(79, double=True, lead=True, decomposed=True)),
    Sample("chi_thi_an_toan_thuc_pham", Dump(None, head="columns")),
    Sample("huong_dan_cham_diem", Markup("bold", "table")),
    Sample("phan_cong_nhiem_vu", Markup("plain", "table", "glued")),
    Sample("van_phong_thua_lenh", Dump(77, double=True, head="columns", close="signers-first")),
    Sample("benh_vien_tiem_chung", Dump(78, lead=True, page=44, head="rows", close="split")),
    Sample("dai_hoc_sinh_vien_sang_tao", Markup("hashes", "lines")),
    Sample("cong_doan_thang_cong_nhan", Dump(None, head="stacked", close="inline")),
    Sample("xa_nong_thon_moi", Dump(80, trail=True, head="rows", close="rows"), automatic=True),
)
