"""A year on the disk: written and read the same, checked at once, stored whole or not at all."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kaocheng.cli.main import main
from kaocheng.cli.years import load, write
from kaocheng.money.records import AccountsYear
from kaocheng.money.registers import all_registers
from kaocheng.performance import folder as performance
from kaocheng.performance.lifecycle import Goal, Override, PerformanceYear, Remark
from kaocheng.performance.writing_back import rows_of
from tests.money.ledgers import legal_years, small_year

_BOTH = [register.kind for register in all_registers()]


@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(year=legal_years(), separated=st.frozensets(st.sampled_from(_BOTH)))
def test_a_legal_year_survives_the_disk(
    tmp_path_factory: pytest.TempPathFactory, year: AccountsYear, separated: frozenset[str]
) -> None:
    """Whatever stands in workbooks and whatever in csv, the same year comes back."""
    folder = tmp_path_factory.mktemp("year") / "y"
    write(folder, year, separated=separated)
    loaded = load(folder)
    assert [] == [fault for fault in loaded.faults if fault.is_error]
    assert year == loaded.accounts


def test_performance_stands_beside_it(tmp_path: Path) -> None:
    """The records of performance are written as rows and read again by their own readers."""
    judged = PerformanceYear(
        2023,
        "sichuan_2023",
        "青山县行政审批局",
        goals=(Goal("X1", "大厅运行维护", "保障大厅运行"),),
        remarks=(Remark("X1", "ZB01", done="完成"),),
        overrides=(Override("X1", "ZB01", Decimal("9.5"), "停水两日", "财务负责人"),),
    )
    rows = {register.kind: list(rows_of(judged, register.kind)) for register in _registers()}
    assert [("X1", "大厅运行维护", "保障大厅运行", *[""] * 6)] == rows["goals"]
    assert [("X1", "ZB01", "完成", "", Decimal("9.5"), "停水两日", "财务负责人")] == rows["remarks"]
    write(tmp_path / "y", small_year(), judged)
    assert {f"{register.name}.xlsx" for register in _registers()} <= {
        path.name for path in (tmp_path / "y").iterdir()
    }


def _registers() -> tuple[object, ...]:
    return performance.all_registers()


@pytest.mark.parametrize(
    ("text", "row", "code"),
    [("year = 2023\nedition = sichuan", 2, 1), ("year 2023", 1, 1)],
)
def test_a_slip_in_year_toml_is_told_by_its_line(
    tmp_path: Path, text: str, row: int, code: int
) -> None:
    """The line is named, in Chinese."""
    write(tmp_path / "y", small_year())
    (tmp_path / "y/year.toml").write_text(text, "utf-8")
    fault = load(tmp_path / "y").faults[0]
    assert ("year.toml", row) == (fault.file, fault.row)
    assert code == main(["check-year", str(tmp_path / "y")])
