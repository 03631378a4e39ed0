"""`kaocheng publish YEAR --out DIR` (编制公开): the whole public package, or a list of what is wrong."""

from __future__ import annotations

import hashlib
import shutil
import sys
import tempfile
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from kaocheng.cli.packages import EVIDENCE, FIGURES, sha256
from kaocheng.cli.refusals import Refused
from kaocheng.cli.stages import Stages
from kaocheng.cli.yearchecking import said
from kaocheng.cli.years import load
from kaocheng.disclosure.checking import check
from kaocheng.disclosure.compose import Refused as Uncomposed
from kaocheng.disclosure.compose import compose
from kaocheng.kernel.documents import Document
from kaocheng.kernel.papers import Paper, Unwritable
from kaocheng.kernel.reports import Report
from kaocheng.money.records import AccountsYear
from kaocheng.performance.lifecycle import PerformanceYear
from kaocheng.proof.entries import Damaged, Entry
from kaocheng.proof.evidence import evidence
from kaocheng.proof.figures import Proof, ledger
from kaocheng.proof.records import Fault, File, Ledger
from kaocheng.proof.shelf import dumped, evidence_text, fingerprint
from kaocheng.proof.verifying import settled, verify
from kaocheng.reading.disk import spoken
from kaocheng.reading.opening import read
from kaocheng.writing import text
from kaocheng.writing.papers import write_docx, write_html, write_pdf, write_xlsx
from kaocheng.writing.summary import summary

_WRITERS: dict[str, Callable[[Paper, Path], object]] = {
    "docx": write_docx,
    "xlsx": write_xlsx,
    "pdf": write_pdf,
    "html": write_html,
}
_CHECKED = "docx"
_SHOWN = 30
_NOTHING = "什么也没有写出。"


def run(options: Namespace) -> int:
    """Publish one year: 0 published and clean, 1 published with errors found by the checker.

    Raises Refused, with everything that is wrong, before anything is written.
    """
    _admit(options.out, anew=options.replace)
    stages = Stages(wanted=not options.no_progress)
    with stages.shown("读账"):
        loaded = load(options.year)
    if loaded.accounts is None:
        raise Refused("\n".join([*said(loaded), f"账上有问题，{_NOTHING}"]))
    year = loaded.accounts
    with stages.shown("编制"):
        papers = composed(year, loaded.performance)
    with stages.shown("列数字台账"):
        proof = proven(papers, evidence_of(year, loaded.performance))
    with _package(options.out) as folder:
        report, told = _write(folder, papers, proof, stages)
    _say(options.out, told, report)
    return 1 if report.errors else 0


def composed(year: AccountsYear, performance: PerformanceYear | None) -> tuple[Paper, ...]:
    """The papers of a year; raises Refused with what the clerk must still supply."""
    try:
        return compose(year, performance)
    except Uncomposed as lacking:
        _refuse("还缺少", [item.message for item in lacking.missing])
        raise


def evidence_of(year: AccountsYear, performance: PerformanceYear | None) -> tuple[Entry, ...]:
    """The entries of a year; raises Refused when two share a number."""
    try:
        return evidence(year, performance)
    except Damaged as damaged:
        raise Refused(f"{damaged}{_NOTHING}") from damaged


def proven(papers: tuple[Paper, ...], entries: tuple[Entry, ...]) -> Proof:
    """The ledger of the papers; raises Refused when a figure is left without proof."""
    proof = ledger(papers, entries)
    _refuse(
        "有数字没有依据，这是程序的错，请把年度文件夹报给开发者",
        [f"{one.figure}“{one.text}”：{one.because}" for one in proof.unproven],
    )
    return proof


def _refuse(title: str, faults: list[str]) -> None:
    if not faults:
        return
    shown = [f"  {fault}" for fault in faults[:_SHOWN]]
    if len(faults) > _SHOWN:
        shown.append(f"  另有 {len(faults) - _SHOWN} 处")
    raise Refused("\n".join([f"{title}（{len(faults)} 处），{_NOTHING}", *shown]))


def _write(
    folder: Path, papers: tuple[Paper, ...], proof: Proof, stages: Stages
) -> tuple[Report, Ledger]:
    """Everything in the package, each file read back; raises Refused where a figure is misprinted."""
    files: list[File] = []
    read_back: dict[str, Document] = {}
    for number, paper in enumerate(papers, start=1):
        for suffix, write in _WRITERS.items():
            with stages.shown(f"写 {suffix}"):
                path = folder / f"{paper.title}.{suffix}"
                write_file(write, paper, path)
                read_back[path.name] = read(path)
                files.append(File(path.name, number, sha256(path)))
    with stages.shown("读回核对"):
        told = _sealed(folder, proof.ledger, proof.entries, files, read_back)
    with stages.shown("按规则核对"):
        document = read_back[f"{papers[0].title}.{_CHECKED}"]
        return check(document, edition=papers[0].edition), told


def write_file(write: Callable[[Paper, Path], object], paper: Paper, path: Path) -> None:
    """One file of the package; raises Refused when it cannot be written."""
    try:
        write(paper, path)
    except Unwritable as unwritable:
        raise Refused(f"{unwritable}{_NOTHING}") from unwritable


def _sealed(
    folder: Path,
    book: Ledger,
    entries: tuple[Entry, ...],
    files: list[File],
    read_back: dict[str, Document],
) -> Ledger:
    """figures.json and evidence.csv, written last; raises Refused for a figure that reads otherwise."""
    known: list[File] = []
    wrong: list[Fault] = []
    for file in files:
        settled_file, faults = settled(book, file, read_back[file.name])
        known.append(settled_file)
        wrong += faults
    _refuse("写出的文件读回来有数字不同，这是程序的错", [_line(fault) for fault in wrong])
    proofs = evidence_text(entries).encode()
    sealed = replace(book, files=tuple(known), evidence=hashlib.sha256(proofs).hexdigest())
    verdict = verify(sealed, [(one, one.sha256) for one in entries], {})
    _refuse("写好的公开文件通不过自己的核验，这是程序的错", [_line(one) for one in verdict.faults])
    (folder / EVIDENCE).write_bytes(proofs)
    (folder / FIGURES).write_bytes(dumped(sealed).encode())
    return sealed


def _line(fault: Fault) -> str:
    return f"{fault.file} {fault.where}：{fault.message}"


def _admit(out: Path, *, anew: bool) -> None:
    if not out.parent.is_dir():
        raise Refused(f"文件夹 {out.parent} 不存在，请先建好。")
    if out.exists() and not out.is_dir():
        raise Refused(f"{out} 是文件，请写一个文件夹名。")
    if out.is_dir() and any(out.iterdir()):
        if not (out / FIGURES).is_file():
            raise Refused(f"文件夹 {out} 里有别的东西，请换一个空文件夹。")
        if not anew:
            raise Refused(f"{out} 里已有公开文件；要换成新的，请加 --replace。")


@contextmanager
def _package(out: Path) -> Iterator[Path]:
    """A folder beside `out` that takes its place only when all has gone well."""
    try:
        folder = Path(tempfile.mkdtemp(prefix=f".{out.name}.", suffix=".part", dir=out.parent))
    except OSError as error:
        raise Refused(f"写不了 {out}：{spoken(error)}。") from error
    try:
        yield folder
        _exchange(folder, out)
    except OSError as error:
        raise Refused(f"写不了 {out}：{spoken(error)}。") from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _exchange(folder: Path, out: Path) -> None:
    """Put the new folder where the old one stood, which is only then removed."""
    folder.chmod(0o755)
    if not out.exists():
        folder.rename(out)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{out.name}.", suffix=".old", dir=out.parent))
    out.replace(old)
    folder.rename(out)
    shutil.rmtree(old, ignore_errors=True)


def _say(out: Path, told: Ledger, report: Report) -> None:
    printed = sum(1 for figure in told.figures if figure.spot)
    sys.stdout.write(f"已写入 {out}：\n")
    sys.stdout.writelines(f"  {file.name}\n" for file in told.files)
    sys.stdout.write(f"  {FIGURES}（{printed} 个印出的数字，各有公式和来源）\n  {EVIDENCE}\n")
    sys.stdout.write(f"台账指纹 {fingerprint(told)[:16]}\n")
    for finding in report.findings:
        sys.stdout.write(f"  {finding.code} {finding.place.words()} {finding.message}\n")
    sys.stdout.write(text.tail([summary(report)]))
