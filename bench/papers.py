"""How fast a paper becomes a package (速度): docx, xlsx, pdf, html beside plain python-docx and typst.

python -m bench.papers

The paper has thirteen tables, seven charts, some 4,000 figures and 34 pages. The baselines write
the same words and cells with no look at all: python-docx through its own rows, typst as bare text.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

import docx
import typst

from kaocheng.kernel.papers import Heading, Paper, Prose, Sheet
from kaocheng.writing.papers import write_docx, write_html, write_pdf, write_xlsx
from kaocheng.writing.papers.fonts import fonts
from tests.writing.papers.papers_fixture import large

_TIMES = 3


def plain_docx(paper: Paper, path: Path) -> None:
    """The words and cells through python-docx."""
    document = docx.Document()
    for part in paper.parts:
        if isinstance(part, Heading | Prose):
            document.add_paragraph(part.text)
        elif isinstance(part, Sheet):
            table = document.add_table(0, len(part.widths))
            for row in part.body:
                for cell, box in zip(table.add_row().cells, row, strict=True):
                    cell.text = box.text
    document.save(str(path))


def plain_pdf(paper: Paper, path: Path) -> None:
    """The words and cells through typst."""
    pieces = ['#set text(font: "Noto Serif CJK SC", size: 8pt)\n']
    for part in paper.parts:
        if isinstance(part, Heading | Prose):
            pieces.append(f"#par({_quoted(part.text)})\n")
        elif isinstance(part, Sheet):
            cells = ",".join(_quoted(box.text) for row in part.body for box in row)
            pieces.append(f"#table(columns: {len(part.widths)}, {cells})\n")
    source = "".join(pieces).encode()
    typst.compile(source, path, font_paths=fonts(), ignore_system_fonts=True, format="pdf")


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def all_four(paper: Paper, path: Path) -> None:
    """The whole package."""
    for write in (write_docx, write_xlsx, write_pdf, write_html):
        write(paper, path)


WORKS: dict[str, Callable[[Paper, Path], None]] = {
    "docx": write_docx,
    "xlsx": write_xlsx,
    "pdf": write_pdf,
    "html": write_html,
    "all four": all_four,
    "python-docx, plain": plain_docx,
    "typst, plain": plain_pdf,
}


def main() -> None:
    """Print first and best seconds, best processor seconds, and the size of each file."""
    paper = large()
    print(f"{sum(1 for _ in paper.figures())} figures, {len(paper.parts)} parts")
    print(f"{'work':20} {'first s':>8} {'best s':>8} {'cpu s':>8} {'KiB':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for name, work in WORKS.items():
            path = Path(folder) / "paper"
            taken = [_taken(work, paper, path) for _ in range(_TIMES)]
            best, cpu = (min(times) for times in zip(*taken, strict=True))
            size = path.stat().st_size / 1024
            print(f"{name:20} {taken[0][0]:8.2f} {best:8.2f} {cpu:8.2f} {size:8.0f}")


def _taken(work: Callable[[Paper, Path], None], paper: Paper, path: Path) -> tuple[float, float]:
    wall, cpu = perf_counter(), process_time()
    work(paper, path)
    return perf_counter() - wall, process_time() - cpu


if __name__ == "__main__":
    main()
