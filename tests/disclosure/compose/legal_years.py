"""Any legal year with names, last year's figures and cars that a real office would have."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from kaocheng.money.measures import totals
from kaocheng.money.records import AccountsYear, LastYear, Office, Reception, Subject, Vehicle
from tests.disclosure.compose.years import DECLARED
from tests.strategies import accounts_years

NAMES = {
    "sichuan_2023": "遂宁市青禾区行政审批局",
    "yunnan_2020": "玉溪市青禾县行政审批局",
    "shanghai_2024": "上海市青禾区行政审批局",
}
COMPARED = (
    "收支总计", "财政拨款收支总计", "一般公共预算财政拨款支出", "机关运行经费", "公务接待费",
    "本年收入合计", "本年支出合计", "“三公”经费", "因公出国（境）费", "公务用车购置及运行维护费",
)  # fmt: skip
SUBJECTS = (
    Subject("22301", "解决历史遗留问题及改革成本支出", "科目书"),
    Subject("2230105", "国有企业退休人员社会化管理补助支出", "科目书"),
)
SCALE = {"sichuan_2023": 12_347, "yunnan_2020": 12_347, "shanghai_2024": 10_000}
"""Amounts of at least 100 元, so that none vanishes in 万元; whole hundreds where tables are in 万元."""


@st.composite
def legal_years(draw: st.DrawFn, editions: st.SearchStrategy[str]) -> AccountsYear:
    """Years any office may have had, a first year among them."""
    year = _named(_scaled(draw(accounts_years(editions))))
    known = totals(year)
    cars = [Vehicle("CL01", "应急保障用车", "越野车")]
    if known["公务用车购置费"].value:
        cars.append(Vehicle("CL02", "特种用车", "小型客车", date(year.year, 3, 1), 18_000_000))
    year = replace(
        year,
        vehicles=tuple(cars),
        trips=year.trips if known["因公出国（境）费"].value else (),
        receptions=_received(year, int(known["公务接待费"].value * 100)),
        subjects=SUBJECTS,
        texts={**year.texts, **DECLARED},
    )
    if draw(st.booleans()):
        return year
    now = {name: int(known[name].value * 100) for name in COMPARED}
    kinds = {name: draw(st.integers(0, 4)) for name in COMPARED}
    return replace(year, last_year=tuple(_last(name, now[name], kinds[name]) for name in COMPARED))


def _received(year: AccountsYear, paid: int) -> tuple[Reception, ...]:
    """One reception for all that was paid, none where nothing was."""
    if not paid:
        return ()
    return (Reception("JD01", date(year.year, 5, 1), "外地同行", 5, paid),)


def _last(name: str, now: int, kind: int) -> LastYear:
    """Nothing, the same, twice as much, a third, a little more."""
    return LastYear(name, (0, now, now * 2 + 1_000_000, now // 3, now + 1_234_567)[kind])


def _scaled(year: AccountsYear) -> AccountsYear:
    changed: dict[str, Any] = {}
    for part in ("payments", "income", "carried", "budget", "adjustments", "receptions", "trips"):
        changed[part] = tuple(
            replace(one, amount=one.amount * SCALE[year.edition]) for one in getattr(year, part)
        )
    assert set(changed) < {field.name for field in fields(AccountsYear)}
    return replace(year, **changed)


def _named(year: AccountsYear) -> AccountsYear:
    names = (NAMES[year.edition], "青禾县政务服务中心", "青禾县大数据中心")
    offices: tuple[Office, ...] = tuple(
        replace(office, name=name) for office, name in zip(year.offices, names, strict=True)
    )
    return replace(year, department=names[0], offices=offices)
