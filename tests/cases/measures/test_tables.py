"""Measures as a table and as JSON."""

from __future__ import annotations

from datetime import UTC, date, datetime

from kaocheng.cases.measures import measures, reckon, result, year_of
from kaocheng.cases.measures.tables import HEAD, moment, rows, sides, told

TOLD = measures(date(2026, 12, 31))
AT = datetime(2026, 12, 31, 17, 0, tzinfo=UTC)


def test_a_row_a_measure() -> None:
    """Every column has its cell; what has no number has none."""
    found = {
        "accepted": result(TOLD["accepted"], 3, 3),
        "closing_rate": result(TOLD["closing_rate"], 2, 3),
        "mean_days": reckon(TOLD["mean_days"], []),
        "shared_rate": reckon(TOLD["shared_rate"], []),
    }
    made = [dict(zip(HEAD, row, strict=True)) for row in rows(found, year_of(2026), AT, "某局")]
    assert ["3件", "66.67%", "无数据", "无法判断"] == [row["结果"] for row in made]
    assert ["3", "66.67", "", ""] == [row["数值"] for row in made]
    assert [("3", ""), ("2", "3"), ("0", "0"), ("", "")] == [
        (row["分子"], row["分母"]) for row in made
    ]
    assert {("2026年", "某局", "2027-01-01 01:00")} == {
        (row["统计期间"], row["部门"], row["统计时间"]) for row in made
    }
    assert made[2]["说明"] == "期间内没有应计的办件"
    assert made[3]["说明"] == TOLD["shared_rate"].cannot


def test_for_machines() -> None:
    """A value is text with its decimals; null is no value."""
    share = told(result(TOLD["closing_rate"], 133010, 133183))
    assert ("99.87", 133010, 133183, 133010) == (
        share["value"], share["numerator"], share["denominator"], share["cases"],
    )  # fmt: skip
    count = told(result(TOLD["accepted"], 3, 3))
    assert ("3", 3, None) == (count["value"], count["numerator"], count["denominator"])
    none = told(reckon(TOLD["shared_rate"], []))
    assert (None, None, None, None) == tuple(
        none[name] for name in ("value", "numerator", "denominator", "cases")
    )
    mean = told(result(TOLD["mean_days"], 3, 3, [10]))
    assert ("3.33", 10, 3, 3) == tuple(
        mean[name] for name in ("value", "numerator", "denominator", "cases")
    )


def test_sides_and_moment() -> None:
    """A saving has two sums; the watch is that of Beijing."""
    assert ("8", "40") == sides(result(TOLD["saved"], 2, 2, [8, 40]))
    assert "2027-01-01 01:00" == moment(AT)
