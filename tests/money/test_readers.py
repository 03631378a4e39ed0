"""A year read from its lists: exactly what was written, or every fault at its row and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kaocheng.kernel.registers import Listing
from kaocheng.money.readers import read_year
from kaocheng.money.records import AccountsYear
from tests.money.ledgers import head, legal_years, listings, places, read, small_year, tables

Rows = dict[str, list[list[str]]]


def _at(rows: Rows, name: str, column: str) -> int:
    return rows[name][0].index(column)


def _set(name: str, row: int, column: str, text: str) -> Callable[[Rows], None]:
    """Write a text into a cell; the row as a clerk counts it."""

    def change(rows: Rows) -> None:
        rows[name][row - 1][_at(rows, name, column)] = text

    return change


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(legal_years())
def test_a_legal_year_is_read_as_written(year: AccountsYear) -> None:
    """Every record of every kind comes back unchanged, and no error is found."""
    taken, faults = read(year)
    assert [] == [fault for fault in faults if fault.is_error]
    assert year == taken


def test_the_small_year_has_nothing_to_say() -> None:
    """The year the other tests break is clean before it is broken."""
    assert (small_year(), ()) == read(small_year())


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("100", 100_00),
        ("100.5", 100_50),
        ("1,234.50", 1_234_50),
        ("１００．５０", 100_50),
        ("100.00元", 100_00),
        (" ￥100 ", 100_00),
        ("1，000", 1_000_00),
    ],
)
def test_amounts_as_people_write_them(text: str, cents: int) -> None:
    """Full-width digits, separators and the unit 元 do not matter; the 分 is exact."""
    rows = tables(small_year())
    _set("年初预算", 2, "预算数（元）", "2000")(rows)
    _set("收入", 2, "金额（元）", "2000")(rows)
    _set("支付", 2, "金额（元）", text)(rows)
    taken, faults = read(small_year(), rows)
    assert () == faults
    assert taken is not None
    assert cents == taken.payments[0].amount


@pytest.mark.parametrize(
    "text",
    ["2023-03-08", "2023/3/8", "2023.3.8", "2023年3月8日", "20230308", "２０２３-０３-０８",
     "2023-03-08 00:00:00"],
)  # fmt: skip
def test_days_as_people_write_them(text: str) -> None:
    """Every usual way to write a day means the same day."""
    rows = tables(small_year())
    _set("支付", 2, "日期", text)(rows)
    taken, faults = read(small_year(), rows)
    assert () == faults
    assert taken is not None
    assert date(2023, 3, 8) == taken.payments[0].on


def test_names_stand_for_codes() -> None:
    """An office by its name, a 科目 with its name beside it: the record holds the codes."""
    rows = tables(small_year())
    _set("支付", 2, "单位", "青山县行政审批局（本级）")(rows)
    _set("支付", 2, "功能科目", "2010301 行政运行")(rows)
    _set("项目", 2, "可用经济科目", "30209 物业管理费；310 资本性支出")(rows)
    assert (small_year(), ()) == read(small_year(), rows)


def test_blank_rows_remarks_and_order_of_columns_do_not_matter() -> None:
    """Rows and columns as an export may have them."""
    rows = tables(small_year())
    for cells in rows["支付"]:
        cells.append("")
        cells.reverse()
    rows["支付"][0][0] = "备注"
    rows["支付"].insert(1, ["" for _ in rows["支付"][0]])
    rows["支付"].insert(0, ["支付登记表"])
    assert (small_year(), ()) == read(small_year(), rows)


def _each(rows: list[list[str]], change: Callable[[list[str]], object]) -> None:
    for row in rows:
        change(row)


ONE_FAULT: dict[str, tuple[Callable[[Rows], object], tuple[str, int, str]]] = {
    "万元 in a column of 元": (
        _set("支付", 2, "金额（元）", "0.01万元"),
        ("支付.csv", 2, "金额（元）"),
    ),
    "three decimals": (_set("支付", 2, "金额（元）", "1.005"), ("支付.csv", 2, "金额（元）")),
    "commas out of place": (_set("支付", 2, "金额（元）", "1,00.5"), ("支付.csv", 2, "金额（元）")),
    "words for an amount": (_set("支付", 2, "金额（元）", "一百元"), ("支付.csv", 2, "金额（元）")),
    "a dash for an amount": (_set("支付", 2, "金额（元）", "—"), ("支付.csv", 2, "金额（元）")),
    "an amount lost in an exponent": (
        _set("支付", 2, "金额（元）", "1.2E+05"),
        ("支付.csv", 2, "金额（元）"),
    ),
    "no amount": (_set("支付", 2, "金额（元）", ""), ("支付.csv", 2, "金额（元）")),
    "nought": (_set("支付", 2, "金额（元）", "0"), ("支付.csv", 2, "金额（元）")),
    "a negative budget": (
        _set("年初预算", 3, "预算数（元）", "-5"),
        ("年初预算.csv", 3, "预算数（元）"),
    ),
    "no such day": (_set("支付", 2, "日期", "2023-02-30"), ("支付.csv", 2, "日期")),
    "a month only": (_set("支付", 2, "日期", "2023年3月"), ("支付.csv", 2, "日期")),
    "a serial number for a day": (_set("支付", 2, "日期", "44993"), ("支付.csv", 2, "日期")),
    "another year": (_set("支付", 2, "日期", "2022-03-08"), ("支付.csv", 2, "日期")),
    "an unknown source": (_set("支付", 2, "资金来源", "财政拨款"), ("支付.csv", 2, "资金来源")),
    "a short code": (_set("支付", 2, "功能科目", "20103"), ("支付.csv", 2, "功能科目")),
    "an unknown 科目": (_set("支付", 2, "功能科目", "2019801"), ("支付.csv", 2, "功能科目")),
    "an economic code for a functional one": (
        _set("支付", 2, "功能科目", "3020601"),
        ("支付.csv", 2, "功能科目"),
    ),
    "code and name of two 科目": (
        _set("支付", 2, "功能科目", "2010301 机关服务"),
        ("支付.csv", 2, "功能科目"),
    ),
    "a name without its code": (
        _set("支付", 2, "经济科目", "电费"),
        ("支付.csv", 2, "经济科目"),
    ),
    "an unknown office": (_set("支付", 2, "单位", "309"), ("支付.csv", 2, "单位")),
    "an unknown project": (_set("支付", 3, "项目代码", "X9"), ("支付.csv", 3, "项目代码")),
    "an unknown contract": (_set("支付", 3, "合同编号", "H9"), ("支付.csv", 3, "合同编号")),
    "an unknown budget line": (
        _set("预算调整", 2, "预算编号", "Y9"),
        ("预算调整.csv", 2, "预算编号"),
    ),
    "a number twice": (_set("支付", 3, "凭证号", "Z1"), ("支付.csv", 3, "凭证号")),
    "a number of another register": (
        _set("支付", 3, "凭证号", "S1"),
        ("支付.csv", 3, "凭证号"),
    ),
    "no number": (_set("支付", 2, "凭证号", ""), ("支付.csv", 2, "凭证号")),
    "people in words": (_set("编制", 2, "年末实有人数", "11人"), ("编制.csv", 2, "年末实有人数")),
    "neither yes nor no": (_set("合同", 2, "小微企业", "对"), ("合同.csv", 2, "小微企业")),
    "micro but not small": (
        lambda rows: (
            _set("合同", 2, "中小企业", "否")(rows),
            _set("合同", 2, "小微企业", "是")(rows),
        )[0],
        ("合同.csv", 2, "中小企业"),
    ),
    "a formula that failed": (
        _set("支付", 2, "金额（元）", "#REF!"),
        ("支付.csv", 2, "金额（元）"),
    ),
    "a total row": (
        lambda rows: rows["支付"].append(["合计", *[""] * 11, "60100"]),
        ("支付.csv", 4, ""),
    ),
    "an unknown column": (
        lambda rows: rows["支付"][0].append("经办"),
        ("支付.csv", 1, "经办"),
    ),
    "a misspelt head": (
        lambda rows: rows["支付"][0].__setitem__(0, "凭证编号"),
        ("支付.csv", 1, "凭证编号"),
    ),
    "a head in 万元": (
        lambda rows: rows["支付"][0].__setitem__(-1, "金额（万元）"),
        ("支付.csv", 1, "金额（万元）"),
    ),
    "a missing column": (
        lambda rows: _each(rows["收入"], lambda row: row.pop(1)),
        ("收入.csv", 1, "日期"),
    ),
    "a column twice": (
        lambda rows: _each(rows["收入"], lambda row: row.append(row[1])),
        ("收入.csv", 1, "日期"),
    ),
    "something beside the table": (
        lambda rows: rows["支付"][1].extend(["", "待核"]),
        ("支付.csv", 2, "第16列"),
    ),
    "no heads": (lambda rows: rows["支付"].pop(0), ("支付.csv", 0, "")),
    "no rows": (lambda rows: rows["收入"].__delitem__(slice(1, None)), ("收入.csv", 0, "")),
    "no file": (lambda rows: rows.pop("年初预算"), ("年初预算", 0, "")),
    "a file of another name": (
        lambda rows: rows.__setitem__("付款", rows.pop("编制")),
        ("付款.csv", 0, ""),
    ),
}


@pytest.mark.parametrize("name", ONE_FAULT)
def test_each_fault_is_told_once_at_its_row(name: str) -> None:
    """One thing wrong gives one error, there, with a reason and a remedy; nothing is taken."""
    change, where = ONE_FAULT[name]
    rows = tables(small_year())
    change(rows)
    taken, faults = read(small_year(), rows)
    assert taken is None
    errors = [fault for fault in faults if fault.is_error]
    assert [where] == places(errors)
    assert errors[0].message
    assert errors[0].remedy


def test_all_faults_are_told_at_once() -> None:
    """Several bad rows in several files are all there in one answer."""
    rows = tables(small_year())
    _set("支付", 2, "金额（元）", "12万")(rows)
    _set("支付", 3, "日期", "去年")(rows)
    _set("收入", 2, "资金来源", "拨款")(rows)
    _set("编制", 2, "单位", "309")(rows)
    _, faults = read(small_year(), rows)
    assert {
        ("支付.csv", 2, "金额（元）"),
        ("支付.csv", 3, "日期"),
        ("收入.csv", 2, "资金来源"),
        ("编制.csv", 2, "单位"),
    } == set(places(faults))


def test_a_conversion_is_offered_for_another_unit() -> None:
    """The remedy says the same amount in 元."""
    rows = tables(small_year())
    _set("支付", 2, "金额（元）", "1.2万元")(rows)
    _, faults = read(small_year(), rows)
    assert "12000" in faults[0].remedy


def test_a_row_kept_out_takes_nothing_with_it() -> None:
    """What hangs on a bad row (its project, its budget line) is not reported as missing."""
    rows = tables(small_year())
    _set("项目", 2, "项目类别", "长期")(rows)
    _set("年初预算", 2, "预算数（元）", "一千")(rows)
    _, faults = read(small_year(), rows)
    assert {("项目.csv", 2, "项目类别"), ("年初预算.csv", 2, "预算数（元）")} == set(places(faults))


def test_merged_cells_are_refused_once() -> None:
    """A merged area over rows of entries is one fault; a merged title above the heads is none."""
    lists = listings(tables(small_year()))
    at = next(n for n, listing in enumerate(lists) if listing.file == "支付.csv")
    for area, wanted in (((2, 1, 3, 1), [("支付.csv", 2, "")]), ((1, 1, 1, 2), [])):
        lists[at] = replace(lists[at], merged=(area,))
        _, faults = read_year(head(small_year()), lists)
        assert wanted == places(fault for fault in faults if fault.is_error)


def test_a_register_may_come_in_several_files_and_sheets() -> None:
    """支付-01月.csv and 支付-02月.csv, and the sheets of a template that only explain."""
    year = small_year()
    rows = tables(year)
    parts = rows.pop("支付")
    lists = [
        *listings(rows),
        Listing("支付-01月.csv", "", list(enumerate([parts[0], parts[1]], 1))),
        Listing("支付-02月.xlsx", "支付", list(enumerate([parts[0], parts[2]], 1))),
        Listing("支付-02月.xlsx", "说明", [(1, ["不要改表头"])]),
        Listing("支付-02月.xlsx", "选项", [(1, ["资金来源"])]),
    ]
    assert (year, ()) == read_year(head(year), lists)


def test_a_fault_is_told_in_the_file_it_stands_in() -> None:
    """Over several files of one register, a control names the right file and row."""
    year = small_year()
    rows = tables(year)
    parts = rows.pop("支付")
    parts[2][_at({"支付": parts}, "支付", "凭证号")] = "Z1"
    lists = [
        *listings(rows),
        Listing("支付-01月.csv", "", list(enumerate([parts[0], parts[1]], 1))),
        Listing("支付-02月.csv", "", list(enumerate([["二月"], parts[0], [], parts[2]], 1))),
    ]
    _, faults = read_year(head(year), lists)
    assert [("支付-02月.csv", 4, "凭证号")] == places(faults)


def test_an_empty_folder_gives_a_short_list() -> None:
    """What must be there is named, and nothing that hangs on it."""
    _, faults = read_year({}, [])
    assert [
        ("year.toml", 0, "year"),
        ("year.toml", 0, "edition"),
        ("year.toml", 0, "department"),
        ("单位", 0, ""),
        ("年初预算", 0, ""),
        ("收入", 0, ""),
        ("支付", 0, ""),
    ] == places(faults)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.data())
def test_no_cell_is_too_strange(data: st.DataObject) -> None:
    """Whatever stands in a cell, the answer is a year or a list of faults at that file."""
    rows = tables(small_year())
    name = data.draw(st.sampled_from(sorted(rows)))
    row = data.draw(st.integers(1, len(rows[name])))
    column = data.draw(st.sampled_from(rows[name][0]))
    strange = st.text(max_size=10) | st.sampled_from(
        ["0", "-1", "1e9", "2010301", "二〇二三", "合计", "是", "2023-12-31", "=1+1", "#N/A", "１"]
    )
    _set(name, row, column, data.draw(strange))(rows)
    taken, faults = read(small_year(), rows)
    assert (taken is None) == any(fault.is_error for fault in faults)
    assert all(fault.message and fault.remedy for fault in faults)
