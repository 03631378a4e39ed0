"""Workbooks (xlsx): a worksheet a printed table, live sums, number formats, charts of their own.

The text of the paper stands in the other formats; a workbook holds its tables and charts.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

from xlsxwriter import Workbook

from kaocheng.kernel.papers import Chart, Paper, Sheet, Unwritable
from kaocheng.writing.papers.files import put
from kaocheng.writing.papers.xlsx.charts import write_charts
from kaocheng.writing.papers.xlsx.looks import Looks
from kaocheng.writing.papers.xlsx.tables import write_sheet
from kaocheng.writing.sheetnames import SheetNames

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def write_xlsx(paper: Paper, path: Path) -> None:
    """Write the tables and charts of the paper as xlsx to `path`, whole or not at all.

    Raises Unwritable where the paper has neither or the disk says no.
    """
    put(path, _workbook(paper))


def _workbook(paper: Paper) -> bytes:
    tables = [part for part in paper.parts if isinstance(part, Sheet)]
    charts = [part for part in paper.parts if isinstance(part, Chart)]
    if not tables and not charts:
        raise Unwritable(f"《{paper.title}》没有表也没有图，写不成表格文件。")
    held, names = io.BytesIO(), SheetNames()
    book = Workbook(held, _OPTIONS)
    day = datetime(paper.year, 12, 31, tzinfo=UTC).replace(tzinfo=None)
    book.set_properties({"title": paper.title, "author": paper.office, "created": day})
    looks = Looks(book)
    for table in tables:
        name = names.take(f"{table.number} {table.title}".strip())
        write_sheet(book.add_worksheet(name), table, looks)
    if charts:
        write_charts(book, names.take("图表"), charts, looks)
    book.close()
    return held.getvalue()
