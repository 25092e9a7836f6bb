"""The words shown to people, in Vietnamese and English: one table, key → (vi, en).

Takes a key and a language, gives the label. A key that is not in the table is shown as it is, so that a new
kind of value is never hidden.
"""

from __future__ import annotations

from enum import StrEnum


class Lang(StrEnum):
    """Language of labels and messages."""

    vi = "vi"
    en = "en"


WORDS: dict[str, tuple[str, str]] = {
    # parts of a page
    "document": ("Văn bản", "Document"),
    "outline": ("Mục lục", "Outline"),
    "header": ("Thông tin chung", "Header"),
    "highlights": ("Tô màu", "Highlights"),
    "warnings": ("Cảnh báo", "Warnings"),
    "citations": ("Viện dẫn", "Citations"),
    "dates": ("Ngày tháng", "Dates"),
    "signers": ("Người ký", "Signers"),
    "recipients": ("Nơi nhận", "Recipients"),
    "addressees": ("Kính gửi", "Addressees"),
    "archive": ("Lưu", "Archive"),
    "sections": ("Đề mục", "Sections"),
    "tasks": ("Nhiệm vụ", "Tasks"),
    "targets": ("Chỉ tiêu", "Targets"),
    "movements": ("Phong trào", "Movements"),
    "tables": ("Bảng, biểu", "Tables"),
    "footnotes": ("Chú thích", "Footnotes"),
    "source": ("Tệp nguồn", "Source file"),
    "view.text": ("Văn bản", "Text"),
    "view.pages": ("Trang gốc", "Page images"),
    "skip": ("Đến nội dung", "Skip to the text"),
    "pages-left-out": ("Chỉ hiện {shown} trong {total} trang.", "Only {shown} of {total} pages are shown."),
    # kinds of marked spans, singular
    "kind.header": ("Phần đầu", "Header field"),
    "kind.section": ("Đề mục", "Section title"),
    "kind.citation": ("Viện dẫn", "Citation"),
    "kind.date": ("Ngày tháng", "Date"),
    "kind.signer": ("Người ký", "Signer"),
    "kind.recipient": ("Nơi nhận", "Recipient"),
    "kind.addressee": ("Kính gửi", "Addressee"),
    "kind.archive": ("Lưu", "Archive line"),
    "kind.footnote": ("Chú thích", "Footnote"),
    "kind.task": ("Nhiệm vụ", "Task"),
    "kind.target": ("Chỉ tiêu", "Target"),
    "kind.movement": ("Phong trào, chủ đề", "Movement, theme"),
    # fields
    "governing_agency": ("Cơ quan chủ quản", "Governing agency"),
    "issuing_agencies": ("Cơ quan ban hành", "Issuing agency"),
    "issuing_agency": ("Cơ quan ban hành", "Issuing agency"),
    "code": ("Số, ký hiệu", "Number and symbol"),
    "number": ("Số", "Number"),
    "symbol": ("Ký hiệu", "Symbol"),
    "place": ("Nơi ban hành", "Place"),
    "issued_on": ("Ngày ban hành", "Issued on"),
    "doc_type": ("Loại văn bản", "Type"),
    "title": ("Trích yếu", "Subject"),
    "urgency": ("Độ khẩn", "Urgency"),
    "secrecy": ("Độ mật", "Secrecy"),
    "is_draft": ("Dự thảo", "Draft"),
    "yes": ("có", "yes"),
    "inferred": ("suy ra", "inferred"),
    "id": ("Mã định danh", "Identifier"),
    "theme": ("Chủ đề", "Theme"),
    "name": ("Tên", "Name"),
    "issuer": ("Cơ quan", "Issuer"),
    "relation": ("Quan hệ", "Relation"),
    "within": ("Vị trí", "Place in document"),
    "pinpoint": ("Điều khoản", "Pinpoint"),
    "resolved": ("Đã xác định", "Resolved"),
    "target": ("Văn bản được dẫn", "Cited document"),
    "edtf": ("Chuẩn hóa", "Normalised"),
    "kind": ("Loại", "Kind"),
    "raw": ("Nguyên văn", "As printed"),
    "capacity": ("Thẩm quyền ký", "Capacity"),
    "position": ("Chức vụ", "Position"),
    "honorific": ("Học hàm, cấp bậc", "Honorific"),
    "other_post": ("Chức vụ khác", "Other post"),
    "purpose": ("Để", "Purpose"),
    "agency": ("Cơ quan", "Agency"),
    "units": ("Đơn vị lưu", "Units"),
    "drafter": ("Người soạn", "Drafter"),
    "copies": ("Số bản", "Copies"),
    "role": ("Vai trò", "Role"),
    "mode": ("Hình thức giao", "Mode"),
    "lead": ("Chủ trì", "Lead"),
    "support": ("Phối hợp", "Support"),
    "action": ("Việc", "Action"),
    "deadline": ("Thời hạn", "Deadline"),
    "output": ("Kết quả", "Output"),
    "section": ("Mục", "Section"),
    "indicator": ("Chỉ tiêu", "Indicator"),
    "value": ("Giá trị", "Value"),
    "period": ("Giai đoạn", "Period"),
    "launcher": ("Phát động bởi", "Launched by"),
    "confidence": ("Độ tin cậy", "Confidence"),
    "from": ("Đọc từ", "Read from"),
    "file": ("Tệp", "File"),
    "pages": ("Số trang", "Pages"),
    "page": ("Trang", "Page"),
    "media_type": ("Định dạng", "Media type"),
    "text_origin": ("Nguồn chữ", "Text origin"),
    "signatures": ("Chữ ký số", "Digital signatures"),
    "ocr_confidence": ("Độ tin cậy OCR", "OCR confidence"),
    "message": ("Nội dung", "Message"),
    # values
    "relation.basis": ("căn cứ", "basis"),
    "relation.implements": ("thực hiện", "implements"),
    "relation.amends": ("sửa đổi", "amends"),
    "relation.replaces": ("thay thế", "replaces"),
    "relation.repeals": ("bãi bỏ", "repeals"),
    "relation.attached": ("kèm theo", "attached"),
    "relation.mentions": ("nhắc đến", "mentions"),
    "within.preamble": ("phần mở đầu", "preamble"),
    "within.body": ("nội dung", "body"),
    "within.table": ("bảng", "table"),
    "within.footnote": ("chú thích", "footnote"),
    "within.appendix": ("phụ lục", "appendix"),
    "within.title": ("trích yếu", "title"),
    "date.issued": ("ban hành", "issued"),
    "date.cited": ("của văn bản viện dẫn", "of a cited document"),
    "date.deadline": ("thời hạn", "deadline"),
    "date.period": ("giai đoạn", "period"),
    "date.event": ("sự kiện", "event"),
    "date.other": ("khác", "other"),
    "mode.assign": ("giao", "assign"),
    "mode.request": ("đề nghị", "request"),
    "mode.order": ("yêu cầu", "order"),
    "mode.self": ("tự thực hiện", "self"),
    "comparator.between": ("từ … đến", "between"),
    "comparator.at_least": ("ít nhất", "at least"),
    "comparator.at_most": ("nhiều nhất", "at most"),
    "comparator.more_than": ("trên", "more than"),
    "comparator.less_than": ("dưới", "less than"),
    "comparator.equal": ("bằng", "equal"),
    "origin.text": ("lớp văn bản", "text"),
    "origin.signature": ("chữ ký số", "digital signature"),
    "origin.annotation": ("chú giải trên trang", "annotation"),
    "origin.body": ("nội dung", "body"),
    "origin.file-name": ("tên tệp", "file name"),
    "text_origin.digital": ("lớp văn bản", "text layer"),
    "text_origin.ocr": ("nhận dạng ký tự", "optical recognition"),
    "text_origin.mixed": ("hỗn hợp", "mixed"),
    # the batch
    "reading": ("Đang đọc", "Reading"),
    "no-files": ("Không có tệp nào để đọc.", "There are no files to read."),
    "summary": ("Xong {done}, bỏ qua {skipped}, lỗi {failed}.", "Done {done}, skipped {skipped}, failed {failed}."),
    "would-skip": ("bỏ qua", "skip"),
    "would-read": ("đọc", "read"),
    "written": ("Đã ghi {path}", "Wrote {path}"),
    # export
    "exported": ("Đã ghi {count} văn bản vào {path}", "Wrote {count} documents to {path}"),
    "export.expanded": (
        "{count} đoạn được nới ra cho trọn âm tiết hoặc từ.",
        "{count} spans were widened to whole tokens.",
    ),
    "export.lost": (
        "{count} đoạn nằm ngoài văn bản nên không được xuất.",
        "{count} spans are outside the text and were left out.",
    ),
    "export.unlocated": (
        "{count} cơ quan không được in tại chỗ nêu đến nên không có đoạn (ví dụ: lấy từ đề mục).",
        "{count} agencies are not printed where they are meant and have no span (taken from a heading, say).",
    ),
    "export.uncut": (
        "{count} đoạn văn không tách được từ, để nguyên âm tiết.",
        "{count} paragraphs could not be cut into words and stay in syllables.",
    ),
    "missing-extra": (
        "Định dạng {format} cần cài thêm: pip install 'vanban[{extra}]'",
        "The format {format} needs more packages: pip install 'vanban[{extra}]'",
    ),
    "samples": ("Đã đặt {count} tệp vào {folder}", "Put {count} files into {folder}"),
}


def word(key: str, lang: str = "vi") -> str:
    """Give the label of a key; an unknown key gives its own last part."""
    vi, en = WORDS.get(key, (key.rpartition(".")[2],) * 2)
    return en if lang == "en" else vi
