"""The PDF reader on real published documents, where their folder lies beside the repository."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from kaocheng.kernel.documents import Document, Paragraph, Passage, Picture, ordered
from kaocheng.reading.pdf import read_pdf

FOLDER = Path(__file__).parents[3] / "shared" / "documents" / "pdf"
FILES = sorted(FOLDER.glob("*.pdf"))
AMOUNT = re.compile(r"\d[\d,]*\.\d+")

if not FILES:
    pytest.skip(
        "没有 ../shared/documents/pdf 文件夹，跳过真实文件的测试。", allow_module_level=True
    )


def passages(document: Document) -> Iterator[Passage]:
    """Every text of a document once."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block.content
        elif not isinstance(block, Picture):
            yield from (cell.content for cell in block.cells())


def plain(path: Path) -> list[str]:
    """The text of each page as pdfium gives it."""
    document = pypdfium2.PdfDocument(path)
    texts = []
    for index in range(len(document)):
        page = document[index]
        text = page.get_textpage()
        texts.append(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return texts


@pytest.mark.parametrize("path", FILES, ids=range(len(FILES)))
def test_every_amount_once(path: Path) -> None:
    """Each amount with decimals that pdfium sees stands in the document just as often."""
    seen = Counter(amount for text in plain(path) for amount in AMOUNT.findall(text))
    read = Counter(
        amount for part in passages(read_pdf(path)) for amount in AMOUNT.findall(part.text)
    )
    assert seen == read


@pytest.mark.parametrize("path", FILES, ids=range(len(FILES)))
def test_figures_stand_in_columns_of_their_own(path: Path) -> None:
    """No cell of a table holds two amounts, none is torn, and all rows are of one length."""
    grids = list(read_pdf(path).grids())
    assert len(grids) >= 8
    for grid in grids:
        assert {grid.width} == {len(row) for row in grid.rows}
        for cell in grid.cells():
            found = AMOUNT.findall(cell.text)
            assert found in ([], [cell.text])


@pytest.mark.parametrize("path", FILES, ids=range(len(FILES)))
def test_stretches_begin_at_their_lines(path: Path) -> None:
    """Stretches rise from 0, and no Chinese sentence holds a space before its mark."""
    document = read_pdf(path)
    assert all(ordered(part.stretches) for part in passages(document))
    texts = [paragraph.text for paragraph in document.paragraphs()]
    assert [] == [text for text in texts if re.search(r"\s[，。；、]|[一-鿿] \d|\d [一-鿿]", text)]
