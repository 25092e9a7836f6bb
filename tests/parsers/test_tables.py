"""Tables of data: the same rows from every format."""

from __future__ import annotations

import pytest

import corpus
from parsers import parse

COLUMNS = ("TT", "Nội dung công việc", "Đơn vị chủ trì", "Thời hạn", "Sản phẩm")


@pytest.mark.parametrize("suffix", ["md", "docx", "pdf"])
def test_a_table_is_read_cell_by_cell(suffix: str) -> None:
    path = next(file for file in corpus.documents().iterdir() if file.name == f"phan_cong_nhiem_vu.{suffix}")
    (table,) = parse(str(path)).tables
    assert table.columns == COLUMNS
    assert [row[0] for row in table.rows] == ["1", "2", "3", "4"]
    assert table.rows[2][2] == "Cục Quản lý nhà và thị trường bất động sản"
