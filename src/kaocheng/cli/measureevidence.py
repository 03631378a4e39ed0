"""Measures as evidence of performance (办件指标作证据): rows of 绩效证据 in a year folder, and the cases beside them.

An indicator asks for a measure by its 数据来源: 办件指标：办结率. Its evidence is written anew each time into
绩效证据-办件.csv; the cases of both sides stand in 办件清单/<指标编号>.csv, and 记录编号 is that list's SHA-256,
so that a changed list no longer proves the value.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable, Iterator
from datetime import date, datetime
from io import StringIO
from pathlib import Path

from kaocheng.cases.measures import Proof
from kaocheng.cases.measures.tables import moment
from kaocheng.cli.outputs import written
from kaocheng.cli.refusals import Refused
from kaocheng.cli.years import load
from kaocheng.kernel.clocks import local_day
from kaocheng.kernel.registers.showing import shown
from kaocheng.performance import folder
from kaocheng.performance.lifecycle import Evidence, Planned

ASKS = "办件指标："
"""How the source of an indicator begins that a measure of cases answers."""
FILE, LISTS = "绩效证据-办件.csv", "办件清单"
Proofs = Callable[[str], Proof | None]


def write_evidence(path: Path, year: int, at: datetime, proofs: Proofs) -> Iterator[str]:
    """Write the evidence of every indicator that asks for a measure, and say what was written.

    Raises Refused when the folder is not of this year or has errors, asks for nothing, or names no measure there is.
    """
    made = [_evidence(planned, year, at, proofs) for planned in _asking(path, year)]
    (path / LISTS).mkdir(exist_ok=True)
    for evidence, _, listed in made:
        with written(path / LISTS / f"{evidence.about}.csv") as file:
            file.write(listed)
    with written(path / FILE) as file:
        file.write(_rows([evidence for evidence, _, _ in made]).encode("utf-8-sig"))
    for evidence, said, _ in made:
        yield f"{evidence.about}：{said}，办件见 {LISTS}/{evidence.about}.csv"
    yield f"已写出 {path / FILE}，请用 kaocheng check-year 核对。"


def _asking(path: Path, year: int) -> list[Planned]:
    loaded = load(path)
    if loaded.performance is None:
        raise Refused(f"{path} 里没有绩效登记表，或还有错误，请先用 kaocheng check-year 核对改好。")
    if loaded.performance.year != year:
        raise Refused(f"{path} 是{loaded.performance.year}年的，与 --year {year} 不同。")
    found = [p for p in loaded.performance.indicators if p.source.startswith(ASKS)]
    if not found:
        raise Refused(f"{path} 没有数据来源写着“{ASKS}…”的绩效指标，如“{ASKS}办结率”。")
    return found


def _evidence(
    planned: Planned, year: int, at: datetime, proofs: Proofs
) -> tuple[Evidence, str, bytes]:
    name = planned.source.removeprefix(ASKS).strip()
    proof = proofs(name)
    if proof is None:
        raise Refused(f"指标 {planned.number} 的数据来源写着“{name}”，没有这个办件指标。")
    result, listed = proof.result, _list(proof)
    if result.number is None:
        raise Refused(f"指标 {planned.number} 的“{name}”{result.shown}：{result.because}。")
    cutoff = min(local_day(at), date(year, 12, 31))
    digest = hashlib.sha256(listed).hexdigest()
    note = f"{result.measure.said}；统计时间 {moment(at)}"
    evidence = Evidence(
        f"BJ-{planned.number}", planned.subject, planned.number, result.number,
        result.measure.unit, cutoff, f"考成办件库（{name}）", (f"SHA256-{digest}",), note=note,
    )  # fmt: skip
    return evidence, f"{name} {result.shown}", listed


def _list(proof: Proof) -> bytes:
    """The cases of both sides: number, and whether it is in the numerator."""
    part, made = set(proof.part), StringIO()
    writer = csv.writer(made)
    writer.writerow(["办件编号", "分子"])
    writer.writerows([number, "是" if number in part else "否"] for number in proof.whole)
    return made.getvalue().encode("utf-8-sig")


def _rows(found: list[Evidence]) -> str:
    register = next(r for r in folder.all_registers() if r.kind == "evidence")
    made = StringIO()
    writer = csv.writer(made)
    writer.writerow(column.title for column in register.columns)
    for evidence in found:
        values = {c.field: getattr(evidence, c.field) for c in register.columns}
        values["records"] = "、".join(evidence.records)
        writer.writerow(shown(column, values[column.field]) for column in register.columns)
    return made.getvalue()
