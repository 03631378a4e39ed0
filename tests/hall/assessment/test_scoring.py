"""窗口考核: points by the sheet; no data is never full marks, and what a person sets says why."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from kaocheng.hall.assessment import Counts, Ruled, Subject, ranked, scored, sheet_on
from kaocheng.hall.assessment.sheets import Sheet, sheets

ALL = {
    "attendance": Counts(19, 20),
    "work": Counts(300, 200),
    "waiting": Counts(90, 100),
    "satisfied": Counts(48, 50),
    "late": Counts(1, 30),
}


def _sheet() -> Sheet:
    sheet = sheet_on(date(2026, 3, 1))
    assert sheet is not None
    return sheet


def test_points() -> None:
    """A share is capped at full marks, a late case costs its points, nothing falls below nought."""
    told = scored(_sheet(), Subject.PERSON, ("a", "甲"), ALL, {})
    points = {one.rule.key: one.points for one in told.scores}
    assert Decimal("19.00") == points["attendance"]
    assert Decimal("15.00") == points["work"]
    assert Decimal("13.50") == points["waiting"]
    assert Decimal("19.20") == points["satisfied"]
    assert Decimal("16.00") == points["late"]
    worst = scored(_sheet(), Subject.PERSON, ("a", "甲"), {"late": Counts(9, 9)}, {})
    assert Decimal(0) == worst.points


def test_no_data_is_not_full_marks() -> None:
    """Nobody rated, no inspection: no points, and they are not among the points that could be judged."""
    told = scored(_sheet(), Subject.PERSON, ("a", "甲"), {"late": Counts(0, 0)}, {})
    assert {None} == {one.points for one in told.scores}
    assert (Decimal(0), None) == (told.judged, told.percent)
    assert "无数据" == told.scores[0].text


def test_ranking() -> None:
    """Equals share a rank; whoever has too little data is not ranked, though what he has is perfect."""
    best = {**ALL, "late": Counts(0, 30)}
    given = {"a": ALL, "b": best, "c": best, "d": {"late": Counts(0, 1)}}
    made = [scored(_sheet(), Subject.PERSON, (k, k), v, {}) for k, v in given.items()]
    told = ranked(_sheet(), made)
    assert [("b", 1), ("c", 1), ("a", 3), ("d", None)] == [(o.subject, o.rank) for o in told]
    assert (Decimal(100), None) == (told[3].percent, told[3].grade)
    assert "优秀" == told[0].grade.name if told[0].grade else False


def test_set_by_hand() -> None:
    """What a person set stands before what was computed, which is still told."""
    told = scored(_sheet(), Subject.PERSON, ("a", "甲"), ALL, {"late": Ruled(Decimal(20), "停电")})
    (line,) = (one for one in told.scores if one.rule.key == "late")
    assert (Decimal(20), Decimal(16), "停电") == (line.points, line.computed, line.reason)


def test_sheets(tmp_path: Path) -> None:
    """None before the first; a file whose points do not add up, or that names what nobody counts, is refused."""
    assert sheet_on(date(1999, 1, 1)) is None
    text = (Path(sheets.__wrapped__.__code__.co_filename).parent / "sheets.toml").read_text("utf-8")
    wrong = tmp_path / "own.toml"
    wrong.write_text(text.replace("full = 10", "full = 12").replace('"work"', '"smile"'), "utf-8")
    with pytest.raises(ValueError, match=r"合计102分.*“办号量”没有可以计算的记录"):
        sheets(str(wrong))
