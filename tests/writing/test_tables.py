"""Plain tables as files: text stays text, numbers are numbers, nothing runs."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO

from openpyxl import load_workbook

from kaocheng.writing.tables import Table, csv_lines, write_xlsx

ROWS = [
    ("受理量", "133183"), ("办结率", "99.87"), ("=1+1", "-3.5"), ("@SUM(A1)", "0012"),
    ("办件", "510904202603020000001"), ("一行\n两行", "0.5"), ("", "-"),
]  # fmt: skip
TABLE = Table("指标", ("名称", "数值"), ROWS, (20, 10))


def test_csv_comes_back_as_it_was() -> None:
    """With the mark of UTF-8; what an office program would calculate is quoted."""
    text = "".join(csv_lines(TABLE))
    assert text.startswith("\ufeff名称,数值\r\n")
    rows = list(csv.reader(StringIO(text.removeprefix("\ufeff"))))[1:]
    assert ["受理量", "133183"] == rows[0]
    assert [["'=1+1", "-3.5"], ["'@SUM(A1)", "0012"]] == rows[2:4]
    assert ["一行 两行", "0.5"] == rows[5]
    assert ["", "'-"] == rows[6]


def test_a_workbook_tells_numbers_from_codes() -> None:
    """Counts and rates are numbers; case numbers and codes keep their digits; nothing is a formula."""
    made = BytesIO()
    write_xlsx(made, [TABLE, Table("空", ("甲",), [], (8,))])
    book = load_workbook(BytesIO(made.getvalue()))
    assert ["指标", "空"] == book.sheetnames
    values = [[cell.value for cell in row] for row in book["指标"].iter_rows(min_row=2)]
    assert [133183, 99.87, -3.5, "0012", "510904202603020000001", 0.5, "-"] == [
        v for _, v in values
    ]
    assert "=1+1" == values[2][0]
    assert ["甲"] == [cell.value for cell in book["空"][1]]
