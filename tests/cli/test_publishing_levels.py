"""A package whose project forms list their money by level of government (表F-C) is bound as a whole."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from kaocheng.cli.main import main
from kaocheng.disclosure.checking import check
from kaocheng.reading.opening import read

_EXAMPLE = Path(__file__).parents[2] / "examples" / "year"
_OTHER_CARD = "DG-2023"
"""The evidence for the scorecard of the example's own edition; F-B has indicators instead."""
_INDICATORS = (
    ("BM01", "部门整体", "产出指标", "数量指标", "受理业务", "≥", "120000", "件", "30", "审批系统"),
    ("BM02", "部门整体", "产出指标", "时效指标", "按时办结率", "≥", "98", "%", "30", "审批系统"),
    ("BM03", "部门整体", "满意度指标", "服务对象满意度指标", "办事群众满意度", "≥", "95", "%", "30", "好差评"),
)  # fmt: skip
_VALUES = {"BM01": ("133183", "件"), "BM02": ("99.1", "%"), "BM03": ("96.5", "%")}
_DAYS = ("06-30", "09-30", "11-30")
_GRANTED, _GRANT = "XM2302", "省级补助"


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def _write(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)


def _granted(path: Path) -> None:
    """One project is paid by the province."""
    head, *rows = _rows(path)
    project, channel = head.index("项目代码"), head.index("资金渠道")
    for row in rows:
        row[channel] = _GRANT if row[project] == _GRANTED else row[channel]
    _write(path, [head, *rows])


def _department(year: Path) -> None:
    """Indicators of the whole department with their evidence and monitoring."""
    _write(year / "绩效指标.csv", [*_rows(year / "绩效指标.csv"), *map(list, _INDICATORS)])
    proof = [row for row in _rows(year / "绩效证据.csv") if _OTHER_CARD not in "".join(row)]
    watched = _rows(year / "绩效监控.csv")
    for code, (value, unit) in _VALUES.items():
        end = ["", "2023-12-31", "审批系统", f"TZ-{code}", ""]
        proof.append([f"ZJ-{code}", "部门整体", code, value, unit, *end])
        watched += [[code, f"2023-{day}", value, value, "", "", ""] for day in _DAYS]
    _write(year / "绩效证据.csv", proof)
    _write(year / "绩效监控.csv", watched)


@pytest.fixture(scope="module")
def docx(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example year published in an edition with F-B and F-C."""
    year, out = tmp_path_factory.mktemp("levels") / "year", tmp_path_factory.mktemp("out") / "pkg"
    shutil.copytree(_EXAMPLE, year)
    told = year / "year.toml"
    told.write_text(told.read_text("utf-8").replace("sichuan_2023", "yunnan_2020"), "utf-8")
    for path in (year / "年初预算.csv", *year.glob("支付-*.csv")):
        _granted(path)
    _department(year)
    reasons = _rows(year / "原因说明.csv")
    _write(year / "原因说明.csv", [*reasons, ["本年收入合计", "财政追加大厅改造经费"]])
    assert 0 == main(["publish", str(year), "--out", str(out), "--no-progress"])
    return next(out.glob("*.docx"))


def test_nothing_is_found_and_every_figure_is_bound(docx: Path) -> None:
    """The rows of money, the scores and their prints in the text: no figure stands for itself."""
    report = check(read(docx), edition="yunnan_2020")
    assert [] == [f"{one.code} {one.message}" for one in report.findings]
    assert [] == [f"{one.place.words()} {one.name} {one.text}" for one in report.free]


def test_the_grant_is_bound_to_its_parts_and_to_the_whole(docx: Path) -> None:
    """上级补助 stands in two sums of each column, and the project that has one prints it."""
    report = check(read(docx), edition="yunnan_2020")
    sums = [one.says for one in report.judged if one.code == "PER071"]
    assert 5 == sum("“执行数”：资金总额" in said for said in sums)
    assert 5 == sum("“执行数”：上级补助=其中：中央、省级、市级之和" in said for said in sums)
    granted = [
        f for one in report.judged if "上级补助=" in one.says for f in one.figures if f.value
    ]
    assert granted
