"""`kaocheng publish YEAR --out DIR` (编制公开): the whole public package, or a list of what is wrong."""

from __future__ import annotations

import shutil
import sys
import tempfile
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kaocheng.cli.faultlines import fault_lines
from kaocheng.cli.packages import EVIDENCE, FIGURES
from kaocheng.cli.packing import NOTHING, Checked, pack, refuse
from kaocheng.cli.refusals import Refused
from kaocheng.cli.stages import Stages
from kaocheng.cli.yearchecking import draft_of, gaps, said
from kaocheng.cli.years import Loaded, load
from kaocheng.kernel.papers import Paper
from kaocheng.money.records import AccountsYear
from kaocheng.performance.lifecycle import PerformanceYear
from kaocheng.proof.entries import Damaged, Entry
from kaocheng.proof.evidence import evidence
from kaocheng.proof.figures import Proof, ledger
from kaocheng.proof.records import Ledger
from kaocheng.proof.shelf import fingerprint
from kaocheng.reading.disk import spoken
from kaocheng.writing import text


def run(options: Namespace) -> int:
    """Publish one year: 0 published, 1 not published as our own checker finds errors in the papers.

    Raises Refused, with everything that is wrong with the year, before anything is written.
    """
    _admit(options.out, anew=options.replace)
    stages = Stages(wanted=not options.no_progress)
    with stages.shown("读账"):
        loaded = load(options.year)
    if loaded.accounts is None:
        raise Refused("\n".join([*said(loaded), f"账上有问题，{NOTHING}"]))
    year = loaded.accounts
    with stages.shown("编制"):
        papers = composed(loaded)
    with stages.shown("列数字台账"):
        proof = proven(papers, evidence_of(year, loaded.performance))
    try:
        with _package(options.out) as folder:
            checked, told = pack(folder, papers, proof, stages)
            _clean(checked)
    except _Faulty as faulty:
        _say_faulty(faulty.checked)
        return 1
    _say(options.out, told, checked)
    return 0


class _Faulty(Exception):
    """Our own checker finds errors in the papers: the package is thrown away."""

    def __init__(self, checked: Checked) -> None:
        super().__init__(checked.lines)
        self.checked = checked


def _clean(checked: Checked) -> None:
    if checked.errors:
        raise _Faulty(checked)


def composed(loaded: Loaded) -> tuple[Paper, ...]:
    """The papers of a year; raises Refused with all that must be mended or supplied first."""
    draft = draft_of(loaded)
    if draft is None:
        raise Refused(f"账上有问题，{NOTHING}")
    if wanted := gaps(loaded, draft):
        title = f"公开以前要补的（{len(wanted)} 处），{NOTHING}"
        raise Refused("\n".join([title, *fault_lines(wanted, "待补")]).rstrip())
    return draft.papers


def evidence_of(year: AccountsYear, performance: PerformanceYear | None) -> tuple[Entry, ...]:
    """The entries of a year; raises Refused when two share a number."""
    try:
        return evidence(year, performance)
    except Damaged as damaged:
        raise Refused(f"{damaged}{NOTHING}") from damaged


def proven(papers: tuple[Paper, ...], entries: tuple[Entry, ...]) -> Proof:
    """The ledger of the papers; raises Refused when a figure is left without proof."""
    proof = ledger(papers, entries)
    refuse(
        "有数字没有依据，这是程序的错，请把年度文件夹报给开发者",
        [f"{one.figure}“{one.text}”：{one.because}" for one in proof.unproven],
    )
    return proof


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


def _say_faulty(checked: Checked) -> None:
    sys.stdout.write(f"编出的文稿通不过自己的核对，{NOTHING}\n")
    sys.stdout.writelines(f"  {line}\n" for line in checked.lines)
    sys.stdout.write(text.tail(checked.summaries))


def _say(out: Path, told: Ledger, checked: Checked) -> None:
    printed = sum(1 for figure in told.figures if figure.spot)
    sys.stdout.write(f"已写入 {out}：\n")
    sys.stdout.writelines(f"  {file.name}\n" for file in told.files)
    sys.stdout.write(f"  {FIGURES}（{printed} 个印出的数字，各有公式和来源）\n  {EVIDENCE}\n")
    sys.stdout.write(f"台账指纹 {fingerprint(told)[:16]}\n")
    sys.stdout.writelines(f"  {line}\n" for line in checked.lines)
    sys.stdout.write(text.tail(checked.summaries))
