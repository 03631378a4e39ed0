"""`kaocheng verify PACKAGE` (核验): from the folder alone, every figure anew and every file compared."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict, replace

from kaocheng.cli.packages import EVIDENCE, FIGURES, Package, documents, opened
from kaocheng.proof.records import Fault
from kaocheng.proof.shelf import fingerprint
from kaocheng.proof.verifying import Verdict, verify

_SHOWN = 12
_TITLES = {
    "evidence": "证据被改动",
    "seal": "台账或证据被改动",
    "figure": "数字与证据不符",
    "ledger": "台账与证据不符",
    "print": "文件里的数字被改动",
    "text": "文件里的文字被改动",
    "aside": "文件里的图、公式、属性等被改动",
    "file": "文件缺少或读不出",
}


def run(options: Namespace) -> int:
    """Verify one package: 0 everything agrees, 1 something does not.

    Raises Refused when the folder holds no package.
    """
    package = opened(options.package)
    verdict = examined(package)
    lines = _records(verdict) if options.format == "json" else told(package, verdict)
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 1 if verdict.faults else 0


def examined(package: Package) -> Verdict:
    """The verdict on a package with all its files."""
    found, changed, lost = documents(package)
    verdict = verify(package.ledger, package.evidence, found, changed)
    missing = [Fault("file", name, "", "", "", why) for name, why in lost.items()]
    return replace(verdict, faults=(*_seals(package), *verdict.faults, *missing))


def told(package: Package, verdict: Verdict) -> Iterator[str]:
    """The verdict for people: what was verified, then the faults by kind."""
    yield f"{package.ledger.title}"
    yield f"  数字 {verdict.figures} 个，证据 {verdict.entries} 条，已逐个重算"
    for name, count in verdict.files:
        yield f"  {name}：{count} 个数字逐字比对"
    if pictured := sum(
        1 for figure in package.ledger.figures if figure.spot and figure.spot.series
    ):
        yield f"  图中的 {pictured} 个数字在图中文字和替代文字里比对"
    yield from (f"  说明：{remark}" for remark in verdict.remarks)
    for kind, title in _TITLES.items():
        yield from _group(title, [fault for fault in verdict.faults if fault.kind == kind])
    if verdict.faults:
        yield f"\n不符 {len(verdict.faults)} 处。"
    else:
        yield f"比对过的全部相符。台账指纹 {fingerprint(package.ledger)[:16]}"


def _seals(package: Package) -> Iterator[Fault]:
    if not package.intact:
        message = "figures.json 与它末尾的摘要不符，公布之后被改动过。"
        yield Fault("seal", FIGURES, "", "", "", message)
    if not package.same_evidence:
        message = "evidence.csv 与公布时的摘要不符，公布之后被改动过。"
        yield Fault("seal", EVIDENCE, "", "", "", message)


def _group(title: str, faults: list[Fault]) -> Iterator[str]:
    if not faults:
        return
    yield f"\n{title}（{len(faults)} 处）"
    for fault in faults[:_SHOWN]:
        where = f" {fault.where}" if fault.where else ""
        yield f"  {fault.file}{where}"
        if fault.written or fault.should:
            should = f"，应为“{fault.should}”" if fault.should else ""
            yield f"    写着“{fault.written}”{should}"
        yield f"    {fault.message}"
    if len(faults) > _SHOWN:
        yield f"  另有 {len(faults) - _SHOWN} 处，见 --format json"


def _records(verdict: Verdict) -> Iterator[str]:
    for fault in verdict.faults:
        yield json.dumps(asdict(fault), ensure_ascii=False)
    summary = {
        "figures": verdict.figures, "entries": verdict.entries, "files": dict(verdict.files),
        "faults": len(verdict.faults), "remarks": verdict.remarks,
    }  # fmt: skip
    yield json.dumps({"summary": summary}, ensure_ascii=False)
