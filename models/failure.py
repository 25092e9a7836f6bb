"""Why a file could not be read: one closed set of causes, each with advice and an exit code."""

from __future__ import annotations

from enum import Enum


class Cause(Enum):
    """Exit code, what is wrong and what to do, in Vietnamese and English.

    Exit codes 0 (all done), 1 (a fault of the program) and 2 (wrong use of the command) are the shell's;
    3 stands for a batch in which files failed for different causes.
    """

    NOT_FOUND = (
        10,
        ("Không tìm thấy tệp.", "Kiểm tra lại đường dẫn."),
        ("There is no such file.", "Check the path."),
    )
    EMPTY = (
        11,
        ("Tệp rỗng.", "Tải lại hoặc xin lại bản gốc."),
        ("The file is empty.", "Download it again or ask for the original."),
    )
    TRUNCATED = (
        12,
        ("Tệp bị hỏng hoặc bị cắt cụt.", "Tải lại rồi so dung lượng với bản gốc."),
        ("The file is damaged or ends too early.", "Download it again and compare the size."),
    )
    ENCRYPTED = (
        13,
        ("Tệp được bảo vệ bằng mật khẩu.", "Xin bản không khóa, hoặc bỏ mật khẩu rồi thử lại."),
        ("The file is protected by a password.", "Ask for an open copy, or remove the password first."),
    )
    UNSUPPORTED = (
        14,
        ("Định dạng tệp chưa được hỗ trợ.", "Dùng PDF, DOCX, DOC, RTF, ODT, HTML, XLSX, XLS, TXT hoặc Markdown."),
        ("This kind of file is not supported.", "Use PDF, DOCX, DOC, RTF, ODT, HTML, XLSX, XLS, TXT or Markdown."),
    )
    NO_TEXT = (
        15,
        ("Tệp không có lớp văn bản (bản quét).", "Cần nhận dạng ký tự (OCR) trước."),
        ("The file has no text layer (it is a scan).", "It needs optical character recognition first."),
    )
    TOO_LARGE = (
        16,
        ("Tệp vượt giới hạn cho phép.", "Tách tệp thành các phần nhỏ hơn."),
        ("The file is over the limits.", "Split it into smaller parts."),
    )
    NOT_TEXT = (
        17,
        ("Nội dung không phải văn bản.", "Kiểm tra đây có đúng là tệp cần đọc không."),
        ("The content is not text.", "Check that this is the right file."),
    )
    SCHEMA = (
        18,
        ("Tệp JSON thuộc phiên bản lược đồ khác hoặc sai lược đồ.", "Trích xuất lại bằng phiên bản hiện tại."),
        ("The JSON is of another schema version or does not fit it.", "Extract it again with this version."),
    )
    UNREADABLE = (
        19,
        ("Không đọc được tệp.", "Kiểm tra quyền truy cập."),
        ("The file cannot be read.", "Check its permissions."),
    )
    UNWRITABLE = (
        20,
        ("Không ghi được kết quả.", "Kiểm tra dung lượng đĩa và quyền ghi."),
        ("The result cannot be written.", "Check free space and permissions."),
    )
    GARBLED = (
        22,
        ("Lớp văn bản của tệp bị hỏng mã chữ.", "Cần nhận dạng ký tự (OCR) lại từ hình trang."),
        ("The text layer of the file is garbled.", "Its pages need optical character recognition."),
    )
    NOT_VIETNAMESE = (
        23,
        ("Nội dung không phải tiếng Việt có dấu.", "Kiểm tra đây có đúng là tệp cần đọc không."),
        ("The content is not Vietnamese written with its accents.", "Check that this is the right file."),
    )
    TIMED_OUT = (
        24,
        ("Đọc tệp quá thời gian cho phép.", "Tăng --timeout, hoặc tách tệp thành các phần nhỏ hơn."),
        ("Reading the file took longer than allowed.", "Raise --timeout, or split the file."),
    )
    OUT_OF_MEMORY = (
        25,
        ("Đọc tệp cần nhiều bộ nhớ hơn mức cho phép.", "Tăng --memory, hoặc tách tệp thành các phần nhỏ hơn."),
        ("Reading the file takes more memory than allowed.", "Raise --memory, or split the file."),
    )
    CRASHED = (
        26,
        ("Tiến trình đọc tệp bị dừng đột ngột.", "Các tệp khác không bị ảnh hưởng; hãy báo lỗi kèm tệp."),
        ("The process that read the file died.", "Other files are not affected; report it with the file."),
    )
    TOOL_MISSING = (
        27,
        ("Thiếu công cụ cần để đọc loại tệp này.", "Chạy `vanban doctor` để biết cách cài."),
        ("A tool that this kind of file needs is not installed.", "Run `vanban doctor` to see how to get it."),
    )
    TOOL_FAILED = (
        28,
        ("Công cụ bên ngoài không đọc được tệp.", "Mở và lưu lại tệp bằng trình soạn thảo rồi thử lại."),
        ("An outside tool could not read the file.", "Open and save it again in an office program, then retry."),
    )
    UNSAFE = (
        29,
        ("Tệp có cấu trúc nguy hiểm nên không được mở.", "Kiểm tra nguồn gốc của tệp."),
        ("The file is built to do harm and was not opened.", "Check where it comes from."),
    )
    SEVERAL_DOCUMENTS = (
        30,
        ("Tệp nén hoặc thư điện tử chứa nhiều văn bản.", "Dùng `vanban extract` để đọc từng văn bản."),
        ("The file holds several documents.", "Use `vanban extract`, which reads each of them."),
    )
    BUSY = (
        31,
        ("Kho đang được một lệnh khác ghi.", "Chờ lệnh đó xong rồi chạy lại; việc đã làm không mất."),
        ("Another command is writing into the archive.", "Wait until it ends, then run again; nothing done is lost."),
    )
    NO_ARCHIVE = (
        32,
        ("Không có kho văn bản ở đây.", "Tạo kho bằng `vanban ingest THƯ_MỤC`, hoặc chỉ ra kho bằng --archive."),
        ("There is no archive here.", "Make one with `vanban ingest FOLDER`, or name it with --archive."),
    )
    NOT_ARCHIVE = (
        33,
        ("Cơ sở dữ liệu hỏng hoặc không phải kho của phiên bản này.", "Dùng bản sao lưu, hoặc cập nhật vanban."),
        ("The database is damaged or no archive of this version.", "Use a copy of it, or update vanban."),
    )
    UNREACHABLE = (
        34,
        ("Không kết nối được máy chủ cơ sở dữ liệu.", "Kiểm tra địa chỉ, tài khoản và máy chủ PostgreSQL."),
        ("The database server cannot be reached.", "Check the URL, the account and the PostgreSQL server."),
    )
    INDEX = (
        35,
        ("Chỉ mục tìm kiếm của kho bị hỏng.", "Xóa thư mục index trong kho; lần tìm sau sẽ tạo lại."),
        ("The search index of the archive is damaged.", "Delete its folder `index`; the next search makes it anew."),
    )
    CLUSTER = (
        36,
        ("Cụm máy tính không nhận việc.", "Kiểm tra --address, và cùng một phiên bản vanban trên mọi máy."),
        ("The cluster does not take the work.", "Check --address, and that all machines have the same vanban."),
    )
    NO_DOCUMENT = (
        37,
        ("Kho không có đúng một văn bản như vậy.", "Dùng mã định danh đầy đủ; `vanban search` cho biết mã."),
        ("The archive has no one document of that name.", "Give its full id; `vanban search --json` tells it."),
    )
    INTERNAL = (
        21,
        ("Lỗi của chương trình khi đọc tệp.", "Chạy lại với -v và báo lỗi kèm tệp."),
        ("The program failed on this file.", "Run again with -v and report it with the file."),
    )

    def __init__(self, exit_code: int, vi: tuple[str, str], en: tuple[str, str]) -> None:
        """Keep the three parts of the row under their names."""
        self.exit_code, self.vi, self.en = exit_code, vi, en

    def sentence(self, lang: str = "vi") -> str:
        """Say what is wrong and what to do, in one line; lang is `vi` or `en`."""
        return " ".join(self.en if lang == "en" else self.vi)


class Failure(Exception):
    """A file that could not be read: its cause, its name and what was seen.

    component: the step that failed, such as `ocr`; page: where, 1-based. Both are left out where they are not known.
    """

    def __init__(self, cause: Cause, name: str, detail: str = "", component: str = "", page: int | None = None) -> None:
        """Keep the cause, the file's name, the detail and the place."""
        self.cause, self.name, self.detail, self.component, self.page = cause, name, detail, component, page
        super().__init__(self.line("en"))

    def __reduce__(self) -> tuple[type[Failure], tuple[Cause, str, str, str, int | None]]:
        """Travel between processes by its parts, not by its sentence."""
        return Failure, (self.cause, self.name, self.detail, self.component, self.page)

    def line(self, lang: str = "vi") -> str:
        """Give the one line shown to users: file, cause, advice, and in brackets detail, component and page."""
        page = f"{'page' if lang == 'en' else 'trang'} {self.page}" if self.page else ""
        seen = ", ".join(filter(None, (self.detail, self.component, page)))
        return f"{self.name}: {self.cause.sentence(lang)}" + (f" ({seen})" if seen else "")
