"""The head of a year: written and read back the same, and each wrong line told by its key."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaocheng.money.heading import Heading, heading, toml

GOOD = {
    "year": 2023,
    "edition": "sichuan_2023",
    "department": "青山县行政审批局",
    "large_sum": 50000,
    "texts": {"部门职责": "贯彻“放管服”改革。"},
}
_TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)


def test_a_good_head_is_taken() -> None:
    """Every line is there and nothing is said about it."""
    told, faults = heading(GOOD)
    assert () == faults
    wanted = Heading(2023, "sichuan_2023", "青山县行政审批局", 50_000_00, GOOD["texts"])
    assert wanted == told


@given(
    st.dictionaries(_TEXT, _TEXT, max_size=3),
    st.none() | st.integers(1, 10**12),
    _TEXT.map(str.strip),
)
def test_what_is_written_is_read(texts: dict[str, str], limit: int | None, name: str) -> None:
    """Quotes, backslashes and control characters in texts survive the file."""
    said = Heading(2023, "sichuan_2023", name or "局", limit, texts)
    told, faults = heading(tomllib.loads(toml(said)))
    assert [] == [fault for fault in faults if fault.is_error]
    assert said == told


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("year", "2023"), ("year", 23), ("year", None), ("year", True),
        ("edition", "sichuan_2032"), ("edition", "shanghai_2025"), ("department", " "),
        ("department", 5), ("large_sum", "五万"), ("large_sum", 0), ("texts", "部门职责"),
        ("texts", {"部门职责": 5}), ("departement", "青山县"),
    ],
)  # fmt: skip
def test_each_wrong_line_is_told_by_its_key(key: str, value: object) -> None:
    """One wrong line is one error that names it."""
    data = {name: said for name, said in {**GOOD, key: value}.items() if said is not None}
    _, faults = heading(data)
    assert [key] == [fault.column for fault in faults if fault.is_error]


def test_what_may_be_wrong_is_noted() -> None:
    """No threshold of its own, and a year the edition was not made for."""
    data = {**GOOD, "year": 2019}
    del data["large_sum"]
    _, faults = heading(data)
    assert [("large_sum", False), ("edition", False)] == [(f.column, f.is_error) for f in faults]
