"""Named totals (总量): the numbers a narrative speaks of, by the names of concepts and more."""

from __future__ import annotations

from datetime import date

from kaocheng.disclosure.concepts import concepts
from kaocheng.money.measures import totals
from kaocheng.money.records import (
    AccountsYear,
    Adjustment,
    Asset,
    BudgetLine,
    Contract,
    Establishment,
    LastYear,
    Office,
    Payment,
    Vehicle,
)
from tests.money.reconstructed import GENERAL, rebuilt


def _amounts(year: AccountsYear, *names: str) -> list[str]:
    found = totals(year)
    return [found[name].text for name in names]


def test_totals_of_a_published_year() -> None:
    """The totals that the published tables and text of that year give."""
    names = ("收支总计", "本年收入合计", "本年支出合计", "基本支出", "项目支出", "财政拨款收支总计",
             "人员经费", "公用经费", "机关运行经费", "“三公”经费", "全年预算|“三公”经费",
             "年末结转和结余", "支出决算|2010302", "项目执行数|P1")  # fmt: skip
    assert [
        "9,244,367.73", "9,230,142.02", "9,243,004.53", "4,687,560.53", "4,555,444.00",
        "9,230,142.02", "4,277,476.88", "397,221.14", "397,221.14", "2,920.00", "9,400.00",
        "1,363.20", "4,555,444.00", "4,555,444.00",
    ] == _amounts(rebuilt("county_2020"), *names)  # fmt: skip


def test_every_concept_of_final_accounts_is_there() -> None:
    """A name that the checker looks for in a text can be had as a total."""
    found = totals(rebuilt("county_2020"))
    wanted = [item.name for item in concepts() if item.kind in {"决算", ""}]
    assert [] == [name for name in wanted if name not in found]


def test_budget_is_adjusted() -> None:
    """年初预算 as approved, 全年预算 with what was added and taken away, with both in the lineage."""
    lines = (BudgetLine("Y1", "1", "2010301", "30201", "基本支出", GENERAL, 100_00),)
    changes = tuple(Adjustment(f"T{n}", date(2023, n, 1), "Y1", n * -10_00, "") for n in (1, 2))
    year = AccountsYear(2023, "sichuan_2023", "局", (Office("局", "1", "行政单位"),), budget=lines,
                        adjustments=changes)  # fmt: skip
    found = totals(year)
    figure = found["全年预算|2010301"]
    assert ("100.00", "70.00") == (found["年初预算|2010301"].text, figure.text)
    assert [("Y1",), ("T1", "T2")] == [source.records for source in figure.sources]


def test_office_kinds() -> None:
    """机关运行经费 leaves ordinary institutions out; their 公用经费 still is 公用经费."""
    offices = (Office("甲", "1", "行政单位"), Office("丙", "3", "其他事业单位"))
    payments = tuple(
        Payment(
            f"Z{n}", date(2023, 1, 1), office, "", "", "2010301", "30201", "基本支出", GENERAL, 5
        )
        for n, office in enumerate(("1", "3"))
    )
    year = AccountsYear(2023, "sichuan_2023", "局", offices, payments=payments)
    assert ["0.05", "0.10"] == _amounts(year, "机关运行经费", "公用经费")


def test_procurement() -> None:
    """支出 are payments under procurement contracts; amounts given to small firms are contracts."""
    contracts = (
        Contract("H1", date(2023, 1, 1), "供应商", "P", 900, "货物", small=True, micro=True),
        Contract("H2", date(2023, 1, 1), "供应商", "P", 500, "服务", small=True),
        Contract("H3", date(2023, 1, 1), "供应商", "P", 700, "工程", procurement=False),
    )
    payments = tuple(
        Payment(f"Z{n}", date(2023, 2, 1), "1", "", "", "2010302", "30227", "项目支出", GENERAL, 100,
                contract=f"H{n}") for n in (1, 2, 3))  # fmt: skip
    year = AccountsYear(2023, "sichuan_2023", "局", (), payments=payments, contracts=contracts)
    names = ("政府采购支出总额", "政府采购货物支出", "政府采购工程支出", "政府采购服务支出",
             "授予中小企业合同金额", "授予小微企业合同金额")  # fmt: skip
    assert ["2.00", "1.00", "0.00", "1.00", "14.00", "9.00"] == _amounts(year, *names)


def test_other_registers() -> None:
    """Vehicles, large assets, posts and people, and the figures of last year."""
    year = AccountsYear(
        2023, "sichuan_2023", "局", (),
        establishments=(Establishment("1", "行政", 7, 8), Establishment("1", "事业", 15, 13)),
        vehicles=(Vehicle("川A1", "应急保障用车", "轿车", date(2023, 3, 1), 1),
                  Vehicle("川A2", "机要通信用车", "轿车")),
        assets=(Asset("A1", "机组", 100_000_000), Asset("A2", "机组", 99_999_999)),
        last_year=(LastYear("收支总计", 12_34),),
    )  # fmt: skip
    names = ("车辆", "购置车辆", "大型设备", "核定编制数", "实有人数", "上年|收支总计")
    assert ["2", "1", "1", "22", "21", "12.34"] == _amounts(year, *names)
    assert 2022 == totals(year)["上年|收支总计"].year
