"""The tidy tables: what goes out of an archive as tables, one row a thing, in one place for every format.

Takes nothing, gives TABLES: name → columns (name, label, kind, width) and where each stands in the archive. Rule of
the place: a table can be used alone, so what belongs to a document begins with what is known of that document and ends
with the hash of its file, by which tables are joined (two copies of one document share their `document_id`).
To add a column is to add its row here; every format follows.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from sqlalchemy import Table

from pipeline.archive import schema

Kind = Literal["text", "choice", "edtf", "day", "integer", "number", "flag", "list"]
"""`choice`: one of few words; `edtf`: a date, parts of which may be unknown; `day`: a whole day; `list`: texts in
order, null for one that is not known."""

Value = str | int | float | bool | tuple[str | None, ...] | None


class Column(NamedTuple):
    """One column: its name, its Vietnamese label, what is in it, and its width in a sheet, in characters.

    source: name of the column in the archive, where it is another. words: how its values begin in the table of words.
    """

    name: str
    label: str
    kind: Kind = "text"
    width: int = 14
    source: str = ""
    words: str = ""


class Part(NamedTuple):
    """Where a column of lists comes from: rows of another table, by document and place.

    value: its column. owner: the column with the ordinal of the thing it belongs to, empty where that is the document.
    part: the value of its column `part`. key: its column with the document's key.
    """

    table: Table
    value: str
    owner: str = ""
    part: str = ""
    key: str = "document"
    order: str = "ordinal"


class Tidy(NamedTuple):
    """One table: name, label, where its rows are, its own columns, and its columns of lists.

    order: columns by which the rows of one document are sorted. of_document: its rows belong to documents.
    """

    name: str
    label: str
    table: Table
    own: tuple[Column, ...]
    parts: Mapping[str, Part] = MappingProxyType({})
    order: tuple[str, ...] = ("ordinal",)
    of_document: bool = True

    @property
    def columns(self) -> tuple[Column, ...]:
        """Give all columns, those of the document first and its hash last."""
        return (*DOCUMENT, *self.own, *HASH) if self.of_document else self.own


DOCUMENT = (
    Column("document_id", "Mã văn bản", width=34, source="id"),
    Column("document_code", "Số, ký hiệu văn bản", width=18, source="code"),
    Column("document_type", "Loại văn bản", "choice", 14, "doc_type"),
    Column("document_year", "Năm", "integer", 7, "year"),
    Column("document_issuer", "Mã cơ quan ban hành", width=26, source="issuer"),
    Column("document_issuer_name", "Cơ quan ban hành", width=30, source="issuer_name"),
)
"""What every row says of its document."""
HASH = (Column("document_sha256", "SHA-256 của văn bản", width=16, source="sha256"),)
"""By what tables are joined."""

_ORDINAL = Column("ordinal", "Thứ tự", "integer", 8)
_RAW = Column("raw", "Nguyên văn", width=50)
_PLACE = (
    Column("page", "Trang", "integer", 8),
    Column("start", "Ký tự đầu", "integer", 10, "start_at"),
    Column("end", "Ký tự cuối", "integer", 10, "end_at"),
)
_WHERE = (*_PLACE, Column("confidence", "Độ tin cậy", "number", 10))
_SECTION = Column("section", "Mục", width=10)


def _doers(part: str) -> dict[str, Part]:
    return {
        part: Part(schema.task_agencies, "name", "task", part),
        f"{part}_ids": Part(schema.task_agencies, "agency", "task", part),
    }


DOCUMENTS = Tidy(
    "documents",
    "Văn bản",
    schema.documents,
    (
        Column("id", "Mã văn bản", width=34),
        Column("code", "Số, ký hiệu", width=18),
        Column("number", "Số", width=8),
        Column("symbol", "Ký hiệu", width=14),
        Column("doc_type", "Loại văn bản", "choice", 14),
        Column("title", "Trích yếu", width=60),
        Column("issued_on", "Ngày ban hành", "edtf", 13),
        Column("issued_from", "Ban hành sớm nhất", "day", 13),
        Column("issued_to", "Ban hành muộn nhất", "day", 13),
        Column("year", "Năm", "integer", 7),
        Column("issuer", "Mã cơ quan ban hành", width=26),
        Column("issuer_name", "Cơ quan ban hành", width=30),
        Column("issuers", "Các cơ quan ban hành", "list", 30),
        Column("issuer_ids", "Mã các cơ quan ban hành", "list", 26),
        Column("governing", "Mã cơ quan chủ quản", width=22),
        Column("governing_name", "Cơ quan chủ quản", width=30),
        Column("place", "Nơi ban hành", width=14),
        Column("theme", "Chủ đề", width=30),
        Column("urgency", "Độ khẩn", width=10),
        Column("secrecy", "Độ mật", width=10),
        Column("is_draft", "Dự thảo", "flag", 9),
        Column("pages", "Số trang", "integer", 9),
        Column("characters", "Số ký tự", "integer", 9),
        Column("name", "Tên tệp", width=24),
        Column("places", "Nơi lưu tệp", "list", 40),
        Column("media_type", "Định dạng", "choice", 18),
        Column("text_origin", "Nguồn chữ", "choice", 12, words="text_origin"),
        Column("ocr_confidence", "Độ tin cậy OCR", "number", 12),
        Column("reader", "Bộ đọc", "choice", 10),
        Column("extractor", "Phiên bản đọc", "choice", 12),
        Column("ocr", "Chế độ OCR", "choice", 10),
        Column("schema_version", "Phiên bản lược đồ", "choice", 10),
        Column("sha256", "SHA-256", width=16),
        Column("twin_of", "SHA-256 của bản nên giữ", width=16),
        Column("twin_grade", "Mức trùng", "choice", 12, words="twins"),
    ),
    {
        "issuers": Part(schema.document_agencies, "name", part="issuing"),
        "issuer_ids": Part(schema.document_agencies, "agency", part="issuing"),
        "places": Part(schema.files, "place", order="place"),
    },
    (),
    of_document=False,
)

SECTIONS = Tidy(
    "sections",
    "Đề mục",
    schema.sections,
    (
        _ORDINAL,
        Column("parent", "Thuộc đề mục thứ", "integer", 10),
        Column("path", "Đường dẫn", width=14),
        Column("label", "Nhãn", width=12),
        Column("marker", "Ký hiệu in", width=12),
        Column("kind", "Kiểu", "choice", 12),
        Column("level", "Cấp", "integer", 7),
        Column("title", "Tiêu đề", width=60),
        Column("role", "Vai trò", "choice", 24),
        *_PLACE,
    ),
)

CITATIONS = Tidy(
    "citations",
    "Viện dẫn",
    schema.citations,
    (
        _ORDINAL,
        _RAW,
        Column("relation", "Quan hệ", "choice", 12, words="relation"),
        Column("within", "Vị trí", "choice", 12, "part", words="within"),
        Column("doc_type", "Loại văn bản được dẫn", "choice", 14),
        Column("code", "Số, ký hiệu được dẫn", width=18),
        Column("number", "Số", width=8),
        Column("symbol", "Ký hiệu", width=14),
        Column("issued_on", "Ngày của văn bản được dẫn", "edtf", 13),
        Column("issuer", "Mã cơ quan của văn bản được dẫn", width=22),
        Column("issuer_name", "Cơ quan của văn bản được dẫn", width=24),
        Column("title", "Tên văn bản được dẫn", width=40),
        Column("pinpoint", "Điều khoản", width=18),
        Column("resolved_code", "Số, ký hiệu đã xác định", width=18),
        Column("resolved_on", "Ngày đã xác định", "edtf", 13),
        Column("resolved_from", "Xác định theo", "choice", 12),
        Column("target", "Mã văn bản được dẫn", width=34),
        Column("parent", "Thực hiện viện dẫn thứ", "integer", 10),
        Column("work", "Văn bản trong kho", width=34),
        Column("found", "Mức khớp trong kho", "choice", 12),
        *_WHERE,
    ),
)

DATES = Tidy(
    "dates",
    "Ngày tháng",
    schema.dates,
    (
        _ORDINAL,
        _RAW,
        Column("edtf", "Chuẩn hóa", "edtf", 22),
        Column("day_from", "Từ ngày", "day", 12),
        Column("day_to", "Đến ngày", "day", 12),
        Column("kind", "Loại ngày", "choice", 22, words="date"),
        *_WHERE,
    ),
)

SIGNERS = Tidy(
    "signers",
    "Người ký",
    schema.signers,
    (
        _ORDINAL,
        Column("name", "Họ và tên", width=24),
        Column("position", "Chức vụ", width=24),
        Column("capacity", "Thẩm quyền ký", "list", 30),
        Column("honorific", "Học hàm, cấp bậc", width=12),
        Column("other_post", "Chức vụ khác", width=24),
        _RAW,
        *_WHERE,
    ),
)

RECIPIENTS = Tidy(
    "recipients",
    "Nơi nhận",
    schema.recipients,
    (
        Column("part", "Phần", "choice", 10),
        _ORDINAL,
        Column("name", "Tên", width=40),
        Column("purpose", "Để", width=14),
        Column("agency", "Mã cơ quan nhận", width=26),
        _RAW,
        *_WHERE,
    ),
    order=("part", "ordinal"),
)

TASKS = Tidy(
    "tasks",
    "Nhiệm vụ",
    schema.tasks,
    (
        _ORDINAL,
        _SECTION,
        Column("mode", "Hình thức giao", "choice", 12, words="mode"),
        Column("lead", "Chủ trì", "list", 34),
        Column("lead_ids", "Mã cơ quan chủ trì", "list", 24),
        Column("support", "Phối hợp", "list", 34),
        Column("support_ids", "Mã cơ quan phối hợp", "list", 24),
        Column("beneficiary", "Tham mưu, giúp", "list", 24),
        Column("beneficiary_ids", "Mã cơ quan được giúp", "list", 24),
        Column("action", "Việc", width=60),
        Column("object", "Đối tượng", width=30),
        Column("output", "Kết quả", width=20),
        Column("deadline", "Thời hạn", "edtf", 13),
        Column("deadline_from", "Thời hạn sớm nhất", "day", 12),
        Column("deadline_to", "Thời hạn muộn nhất", "day", 12),
        Column("measurable", "Đo được", "flag", 9),
        _RAW,
        *_WHERE,
    ),
    {**_doers("lead"), **_doers("support"), **_doers("beneficiary")},
)

TARGETS = Tidy(
    "targets",
    "Chỉ tiêu",
    schema.targets,
    (
        _ORDINAL,
        _SECTION,
        Column("indicator", "Chỉ tiêu", width=50),
        Column("comparator", "So sánh", "choice", 12, words="comparator"),
        Column("value", "Giá trị", "number", 12),
        Column("value_max", "Giá trị lớn nhất", "number", 12),
        Column("unit", "Đơn vị", width=12),
        Column("basis", "So với", width=20),
        Column("period", "Giai đoạn", width=14),
        Column("actor", "Mã đơn vị thực hiện", width=24),
        Column("actor_name", "Đơn vị thực hiện", width=30),
        _RAW,
        *_WHERE,
    ),
)

MOVEMENTS = Tidy(
    "movements",
    "Phong trào",
    schema.movements,
    (
        _ORDINAL,
        Column("name", "Tên phong trào", width=50),
        Column("launcher", "Mã cơ quan phát động", width=24),
        Column("launcher_name", "Cơ quan phát động", width=30),
        Column("period", "Giai đoạn", width=14),
        _RAW,
        *_WHERE,
    ),
)

AGENCIES = Tidy(
    "agencies",
    "Cơ quan",
    schema.agencies,
    (
        Column("id", "Mã cơ quan", width=34),
        Column("name", "Tên", width=40),
        Column("kind", "Loại cơ quan", "choice", 16),
        Column("level", "Cấp", "choice", 12),
        Column("province", "Tỉnh, thành phố", "choice", 18),
        Column("line", "Cơ quan hiện nay", width=34),
    ),
    of_document=False,
)

FILES = Tidy(
    "files",
    "Tệp",
    schema.files,
    (
        Column("place", "Nơi lưu", width=50),
        Column("status", "Trạng thái", "choice", 10),
        Column("cause", "Nguyên nhân lỗi", "choice", 16),
        Column("detail", "Chi tiết", width=30),
        Column("component", "Bước lỗi", "choice", 12),
        Column("page", "Trang lỗi", "integer", 9),
        Column("sha256", "SHA-256", width=16),
        Column("size", "Dung lượng (byte)", "integer", 14),
        Column("changed_ns", "Sửa đổi (ns từ 1970)", "integer", 22),
        Column("extractor", "Phiên bản đọc", "choice", 12),
        Column("ocr", "Chế độ OCR", "choice", 10),
        Column("seconds", "Số giây đọc", "number", 10),
        Column("read_at", "Đọc lúc", width=22),
    ),
    order=("place",),
)

TABLES = {
    each.name: each
    for each in (
        DOCUMENTS, SECTIONS, CITATIONS, DATES, SIGNERS, RECIPIENTS, TASKS, TARGETS, MOVEMENTS, AGENCIES, FILES,
    )
}  # fmt: skip
"""All tables by name, in the order in which they are shown."""
