"""Measures as evidence: an indicator's 完成值 comes from the cases, and their list is bound to it."""

from __future__ import annotations

import csv
import hashlib
import shutil
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from kaocheng.cases.measures import Counted, Proof, measures, prove, year_of
from kaocheng.cli.measureevidence import FILE, LISTS, write_evidence
from kaocheng.cli.refusals import Refused
from kaocheng.cli.years import load
from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.performance.lifecycle import PerformanceYear
from kaocheng.performance.measuring import actual

AT = datetime(2024, 1, 5, 9, 0, tzinfo=SHANGHAI)
EXAMPLE = Path(__file__).parents[2] / "examples" / "year"
NAME = "按时办结率（承诺时限）"
CASES = [
    Counted(
        f"51990120230302{n:07}", closed_on=date(2023, 3, 2), promised="超期" if n < 1 else "按期"
    )
    for n in range(80)
]


def proofs(name: str) -> Proof | None:
    """Eighty cases, one of them late."""
    known = {m.name: m for m in measures(date(2023, 12, 31)).values()}
    return prove(known[name], CASES, year_of(2023)) if name in known else None


@pytest.fixture
def folder(tmp_path: Path) -> Callable[[str], Path]:
    """The example year, one indicator of which asks for this source and has no other evidence."""

    def made(source: str) -> Path:
        path = tmp_path / "year"
        shutil.copytree(EXAMPLE, path)
        _changed(path / "绩效指标.csv", "报修系统", source)
        lines = (path / "绩效证据.csv").read_text("utf-8-sig").splitlines(keepends=True)
        kept = [line for line in lines if ",ZB0105," not in line]
        (path / "绩效证据.csv").write_text("".join(kept), "utf-8")
        return path

    return made


def _changed(path: Path, before: str, after: str) -> None:
    text = path.read_text("utf-8-sig")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


def _year(path: Path) -> PerformanceYear:
    loaded = load(path)
    assert loaded.performance is not None, loaded.faults
    return loaded.performance


def test_the_completed_value_comes_from_the_cases(folder: Callable[[str], Path]) -> None:
    """The year takes the value, and the evidence names the list by its digest."""
    path = folder(f"办件指标：{NAME}")
    told = list(write_evidence(path, 2023, AT, proofs))
    assert f"ZB0105：{NAME} 98.75%，办件见 {LISTS}/ZB0105.csv" == told[0]
    year = _year(path)
    planned = next(one for one in year.indicators if one.number == "ZB0105")
    value = actual(year, planned)
    assert value is not None
    assert (Decimal("98.75"), "%", ("BJ-ZB0105",)) == (value.value, value.unit.name, value.records)
    (evidence,) = (one for one in year.evidence if one.number == "BJ-ZB0105")
    assert (date(2023, 12, 31), f"考成办件库（{NAME}）") == (evidence.cutoff, evidence.system)
    listed = (path / LISTS / "ZB0105.csv").read_bytes()
    assert (f"SHA256-{hashlib.sha256(listed).hexdigest()}",) == evidence.records


def test_the_list_recounts_to_the_value(folder: Callable[[str], Path]) -> None:
    """Whoever counts its lines comes to the value that was taken."""
    path = folder(f"办件指标：{NAME}")
    list(write_evidence(path, 2023, AT, proofs))
    with (path / LISTS / "ZB0105.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    part = [row["办件编号"] for row in rows if row["分子"] == "是"]
    assert (79, 80) == (len(part), len(rows))
    assert [case.number for case in CASES] == [row["办件编号"] for row in rows]


def test_written_again_it_takes_the_place_of_the_old(folder: Callable[[str], Path]) -> None:
    """No evidence stands twice."""
    path = folder(f"办件指标：{NAME}")
    for _ in range(2):
        list(write_evidence(path, 2023, AT, proofs))
    assert 1 == [one.number for one in _year(path).evidence].count("BJ-ZB0105")


@pytest.mark.parametrize(
    ("source", "year", "sentence"),
    [
        ("办件指标：没有率", 2023, "没有这个办件指标"),
        ("办件指标：平均办理时长", 2023, "无数据：期间内没有应计的办件"),
        ("办件指标：材料免提交率", 2023, "无法判断：记录里只有收到的材料"),
        ("工作台账", 2023, "没有数据来源写着“办件指标：…”的绩效指标"),
        ("办件指标：办结率", 2024, "是2023年的，与 --year 2024 不同"),
    ],
)
def test_nothing_is_written_where_it_cannot_be_proved(
    folder: Callable[[str], Path], source: str, year: int, sentence: str
) -> None:
    """No value without cases: refused with the reason, the folder as it was."""
    path = folder(source)
    with pytest.raises(Refused, match=sentence):
        list(write_evidence(path, year, AT, proofs))
    assert not (path / FILE).exists()
    assert not (path / LISTS).exists()
