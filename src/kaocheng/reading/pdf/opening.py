"""Opening a PDF or saying why not (打开)."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from kaocheng.kernel.documents import Unreadable
from kaocheng.reading.disk import spoken

MOST_PAGES = 5_000
"""More pages than any published statement has; a file that claims more is broken or hostile."""

_LARGEST = 512 << 20
_SIGNATURE = b"%PDF-"
_WINDOW = 1024


def opened(path: Path) -> pypdfium2.PdfDocument:
    """The open file; raises `Unreadable` for empty, foreign, torn or encrypted ones."""
    whole = _checked(path)
    try:
        document = pypdfium2.PdfDocument(path)
        pages = len(document)
    except pypdfium2.PdfiumError as error:
        raise Unreadable(_refusal(path.name, error.err_code, whole=whole)) from error
    if not whole or not pages:
        document.close()
        raise Unreadable(_torn(path.name))
    if pages > MOST_PAGES:
        document.close()
        raise Unreadable(f"“{path.name}”有 {pages} 页，超过 {MOST_PAGES} 页的上限；请拆分后再查。")
    return document


def _checked(path: Path) -> bool:
    """Whether the end of the file is there, after looking at its beginning."""
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            start = stream.read(_WINDOW)
            stream.seek(max(size - 2 * _WINDOW, 0))
            end = stream.read()
    except OSError as error:
        raise Unreadable(f"“{path.name}”打不开：{spoken(error)}。") from error
    if not size:
        raise Unreadable(f"“{path.name}”是空文件（0 字节）；请重新下载或导出后再查。")
    if _SIGNATURE not in start:
        raise Unreadable(
            f"“{path.name}”不是 PDF 文件（开头没有 PDF 标记）；请核对扩展名，或重新导出为 PDF。"
        )
    if size > _LARGEST:
        raise Unreadable(f"“{path.name}”超过 512 MB，不像一份公开文件，没有读取；请压缩或拆分。")
    return b"startxref" in end or b"%%EOF" in end


def _refusal(name: str, code: int | None, *, whole: bool) -> str:
    if code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
        return f"“{name}”已加密，没有密码读不出内容；请解除密码后另存一份再查。"
    if not whole:
        return _torn(name)
    return f"“{name}”的 PDF 结构已损坏，无法打开；请重新下载或导出后再查。"


def _torn(name: str) -> str:
    return f"“{name}”不完整，文件末尾缺失或没有可读的页；请重新下载或导出后再查。"
