"""A package written into a folder (成包): every file read back, compared, checked and sealed.

Docx and pdf share one layout and are the longest work: another processor writes them, and reads the
pdf back and calculates the figures anew, while this one writes and reads back the rest and checks the
docx by our own rules.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from kaocheng.cli.beside import beside
from kaocheng.cli.packages import EVIDENCE, FIGURES, sha256
from kaocheng.cli.refusals import Refused
from kaocheng.cli.stages import Stages
from kaocheng.disclosure.checking import check
from kaocheng.kernel.asides import Aside
from kaocheng.kernel.documents import Document
from kaocheng.kernel.papers import Paper, Unwritable
from kaocheng.proof.figures import Proof
from kaocheng.proof.records import Fault, File, Ledger
from kaocheng.proof.shelf import dumped, evidence_text
from kaocheng.proof.verifying import settled, verify
from kaocheng.reading.asides import read_with_asides
from kaocheng.writing.papers import write_docx_then_pdf, write_html, write_xlsx
from kaocheng.writing.summary import Summary, summary

NOTHING = "什么也没有写出。"
_HERE: dict[str, Callable[[Paper, Path], object]] = {"xlsx": write_xlsx, "html": write_html}
_ORDER = ("docx", "xlsx", "pdf", "html")
_SHOWN = 30
_FILE = {ord(sign): ord(sign) + 0xFEE0 for sign in '/\\:*?"<>|'}
"""What no name of a file may hold, in its wide form."""
_Settled = tuple[File, tuple[Fault, ...]]
_Seen = tuple[Document, tuple[Aside, ...]]


@dataclass(frozen=True, slots=True)
class Checked:
    """What our own checker says of the papers: lines for the user, and the summary of each."""

    lines: tuple[str, ...]
    summaries: tuple[Summary, ...]

    @property
    def errors(self) -> int:
        """How many errors stand in all papers."""
        return sum(one.errors for one in self.summaries)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the other processor tells: the files it read back, and figures that do not follow."""

    found: tuple[_Settled, ...] = ()
    wrong: tuple[Fault, ...] = ()


def pack(
    folder: Path, papers: Sequence[Paper], proof: Proof, stages: Stages
) -> tuple[Checked, Ledger]:
    """Everything in the package; raises Refused where a file cannot be written or is misprinted."""
    book = proof.ledger
    with beside(_words(folder, papers, proof)) as told:
        with stages.shown("写文件"):
            found = list(_tables(folder, papers, book))
        with stages.shown("读回核对"):
            next(told)
            seen = [read_with_asides(_path(folder, paper, "docx")) for paper in papers]
            found += _docx(folder, papers, seen, book)
            checked = _checked([document for document, _ in seen], papers)
        with stages.shown("重算数字"):
            other = next(told)
    refuse("写好的公开文件通不过自己的核验，这是程序的错", [_line(fault) for fault in other.wrong])
    found += other.found
    wrong = [_line(fault) for _, faults in found for fault in faults]
    refuse("写出的文件读回来有数字不同，这是程序的错", wrong)
    return checked, _sealed(folder, proof, sorted((file for file, _ in found), key=_place))


def refuse(title: str, faults: Sequence[str]) -> None:
    """Raise Refused with all that is wrong, if anything is."""
    if not faults:
        return
    shown = [f"  {fault}" for fault in faults[:_SHOWN]]
    if len(faults) > _SHOWN:
        shown.append(f"  另有 {len(faults) - _SHOWN} 处")
    raise Refused("\n".join([f"{title}（{len(faults)} 处），{NOTHING}", *shown]))


def _words(folder: Path, papers: Sequence[Paper], proof: Proof) -> Iterator[_Told]:
    """Docx of every paper, told when all are there; then their pdf, read back, and the figures anew."""
    with _writable():
        later = [write_docx_then_pdf(paper, _path(folder, paper, "docx")) for paper in papers]
    yield _Told()
    with _writable():
        for paper, write_pdf in zip(papers, later, strict=True):
            write_pdf(_path(folder, paper, "pdf"))
    book = proof.ledger
    found = tuple(_read_back(folder, paper, "pdf", book) for paper in _numbered(papers))
    verdict = verify(book, [(one, one.sha256) for one in proof.entries], {})
    yield _Told(found, verdict.faults)


def _docx(
    folder: Path, papers: Sequence[Paper], seen: Sequence[_Seen], book: Ledger
) -> Iterator[_Settled]:
    """Each docx as it was read back."""
    for (number, paper), one in zip(_numbered(papers), seen, strict=True):
        yield _settled(_path(folder, paper, "docx"), number, book, one)


def _tables(folder: Path, papers: Sequence[Paper], book: Ledger) -> Iterator[_Settled]:
    """Xlsx and html of every paper, each read back."""
    for number, paper in _numbered(papers):
        for suffix, write in _HERE.items():
            with _writable():
                write(paper, _path(folder, paper, suffix))
            yield _read_back(folder, (number, paper), suffix, book)


def _read_back(folder: Path, paper: tuple[int, Paper], suffix: str, book: Ledger) -> _Settled:
    path = _path(folder, paper[1], suffix)
    return _settled(path, paper[0], book, read_with_asides(path))


def _settled(path: Path, number: int, book: Ledger, seen: _Seen) -> _Settled:
    return settled(book, File(path.name, number, sha256(path)), *seen)


def _checked(documents: Sequence[Document], papers: Sequence[Paper]) -> Checked:
    pairs = zip(documents, papers, strict=True)
    reports = [check(document, edition=paper.edition) for document, paper in pairs]
    lines = (f"{f.code} {f.place.words()} {f.message}" for r in reports for f in r.findings)
    return Checked(tuple(lines), tuple(summary(report) for report in reports))


def _sealed(folder: Path, proof: Proof, files: Sequence[File]) -> Ledger:
    """figures.json and evidence.csv, written last."""
    evidence = evidence_text(proof.entries).encode()
    whole = hashlib.sha256(evidence).hexdigest()
    sealed = replace(proof.ledger, files=tuple(files), evidence=whole)
    (folder / EVIDENCE).write_bytes(evidence)
    (folder / FIGURES).write_bytes(dumped(sealed).encode())
    return sealed


@contextmanager
def _writable() -> Iterator[None]:
    """Raises Refused where a file of the package cannot be written."""
    try:
        yield
    except Unwritable as unwritable:
        raise Refused(f"{unwritable}{NOTHING}") from unwritable


def _path(folder: Path, paper: Paper, suffix: str) -> Path:
    return folder / f"{paper.title.translate(_FILE)}.{suffix}"


def _numbered(papers: Sequence[Paper]) -> list[tuple[int, Paper]]:
    return list(enumerate(papers, start=1))


def _place(file: File) -> tuple[int, int]:
    """Where a file stands in the ledger."""
    return file.paper, _ORDER.index(file.name.rpartition(".")[2])


def _line(fault: Fault) -> str:
    return f"{fault.file} {fault.where}：{fault.message}"
