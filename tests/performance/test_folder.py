"""The performance registers: lists in, records out, every bad row told with its mend."""

from __future__ import annotations

import pytest

from kaocheng.kernel.registers import Listing
from kaocheng.performance.folder import all_registers, read_performance_year
from kaocheng.performance.lifecycle import PerformanceYear

_GOAL = {"对象": "XM01", "名称": "大厅运转", "年度目标": "保障大厅正常运转"}
_INDICATOR = {
    "指标编号": "ZB1", "对象": "XM01", "一级指标": "产出指标", "二级指标": "数量指标",
    "三级指标": "公共区域消毒", "指标性质": "≥", "指标值": "1100", "计量单位": "次", "分值": "90",
    "数据来源": "保洁台账",
}  # fmt: skip
_EVIDENCE = {
    "证据编号": "ZJ1", "对象": "XM01", "取数名称": "ZB1", "数值": "1150", "计量单位": "次",
    "截止日期": "2023-12-31", "数据来源": "保洁台账", "记录编号": "TZ-001、TZ-002",
}  # fmt: skip
_REMARK = {
    "对象": "XM01", "指标或评分项": "ZB1", "调整得分": "80", "调整理由": "台账缺两天",
    "职务": "财务负责人",
}  # fmt: skip
_STEP = {"对象": "XM01", "环节": "目标", "日期": "2023-01-10"}


def _listing(name: str, *rows: dict[str, str]) -> Listing:
    register = next(r for r in all_registers() if r.name == name)
    heads = [column.title for column in register.columns]
    texts = [[row.get(c.head, "") for c in register.columns] for row in rows]
    return Listing(f"{name}.xlsx", "", list(enumerate([heads, *texts], start=1)))


def _read(**more: tuple[dict[str, str], ...]) -> tuple[PerformanceYear | None, list[str]]:
    rows = {"绩效目标": (_GOAL,), "绩效指标": (_INDICATOR,), "绩效证据": (_EVIDENCE,), **more}
    lists = [_listing(name, *given) for name, given in rows.items()]
    year, faults = read_performance_year(2023, "sichuan_2023", "某县行政审批局", lists)
    return year, [f"{f.where}：{f.message}" for f in faults]


def test_a_whole_year() -> None:
    """Records come out with their rows, numbers as numbers, several record numbers apart."""
    year, faults = _read(绩效环节=(_STEP,), 绩效自评=(_REMARK,))
    assert [] == faults
    assert year is not None
    assert ("TZ-001", "TZ-002") == year.evidence[0].records
    assert 2 == year.indicators[0].row
    assert "人工调整：台账缺两天（财务负责人）" == year.overrides[0].words
    assert "目标" == year.steps[0].stage


@pytest.mark.parametrize(
    ("name", "row", "says"),
    [
        ("绩效指标", _INDICATOR | {"对象": "XM02"}, "没有这个对象的绩效目标"),
        ("绩效指标", _INDICATOR | {"指标性质": "＝", "指标值": "0"}, "量不出做到了多少"),
        ("绩效证据", _EVIDENCE | {"数值": "-5"}, "数量不能小于0"),
        ("绩效指标", _INDICATOR | {"分值": "十分"}, "应是一个数"),
        ("绩效指标", _INDICATOR | {"指标性质": "大于"}, "不是可选的内容"),
        ("绩效证据", _EVIDENCE | {"取数名称": "ZB9"}, "没有这个指标或取数名称"),
        ("绩效证据", _EVIDENCE | {"计量单位": "元"}, "对不上"),
        ("绩效证据", _EVIDENCE | {"记录编号": "13800138000"}, "像手机号"),
        ("绩效证据", _EVIDENCE | {"记录编号": "11010519491231002X"}, "像身份证号"),
        ("绩效证据", _EVIDENCE | {"记录编号": "张某"}, "不是编号"),
        ("绩效证据", _EVIDENCE | {"数值": ""}, "都没有填"),
        ("绩效证据", _EVIDENCE | {"截止日期": "2024-02-01"}, "在年度之后"),
        ("绩效自评", _REMARK | {"调整理由": ""}, "须写理由"),
        ("绩效自评", _REMARK | {"职务": "张某"}, "只写职务"),
        ("绩效自评", _REMARK | {"指标或评分项": "别的"}, "没有这个指标或评分项"),
        ("绩效环节", _STEP | {"环节": "自评"}, "第一步只能是"),
        ("绩效环节", _STEP | {"对象": "XM09"}, "没有这个对象的绩效目标"),
        ("绩效证据", _EVIDENCE | {"对象": "XM09"}, "没有这个对象的绩效目标"),
        ("绩效监控", {"指标编号": "ZB9", "截止日期": "2023-06-30", "完成值": "5"}, "没有这个指标"),
    ],
)
def test_bad_rows(name: str, row: dict[str, str], says: str) -> None:
    """The year is not taken, and the fault stands at row 2 of its list."""
    year, faults = _read(**{name: (row,)})
    assert year is None
    assert any(says in told and f"{name}.xlsx 第2行" in told for told in faults), faults


def test_personal_numbers_are_not_repeated() -> None:
    """The fault about an identity number does not print it."""
    _, faults = read_performance_year(
        2023,
        "sichuan_2023",
        "某县行政审批局",
        [_listing("绩效证据", _EVIDENCE | {"记录编号": "11010519491231002X"})],
    )
    assert not any("11010519491231002X" in f.written + f.message for f in faults)


def test_numbers_are_used_once() -> None:
    """Two indicators of one number are both told."""
    _, faults = _read(绩效指标=(_INDICATOR, _INDICATOR))
    assert 2 == len([f for f in faults if "编号重复" in f])


def test_other_lists_are_left_alone() -> None:
    """A list of the accounts in the same folder is not ours."""
    year, faults = read_performance_year(
        2023, "sichuan_2023", "某县行政审批局", [Listing("支付.xlsx", "", [(1, ["凭证号"])])]
    )
    assert (True, ()) == (year is not None, faults)


def test_what_hangs_on_a_row_at_fault_is_not_called_unknown() -> None:
    """An indicator with a weight in words is told; its evidence is not, nor is a number in doubt."""
    _, faults = _read(绩效指标=(_INDICATOR | {"分值": "十分"},))
    assert ["绩效指标"] == [fault.partition(".")[0] for fault in faults]
    _, faults = _read(绩效指标=(_INDICATOR | {"指标编号": ""},))
    assert ["绩效指标"] == [fault.partition(".")[0] for fault in faults]


def test_a_row_wrong_in_two_ways_is_told_twice() -> None:
    """The cell that cannot be read, and the subject that has no goal."""
    _, faults = _read(绩效指标=(_INDICATOR | {"分值": "十分", "对象": "XM02"},))
    assert any("应是一个数" in fault for fault in faults)
    assert any("没有这个对象的绩效目标" in fault for fault in faults)


def test_a_goal_of_no_project() -> None:
    """The code must stand among the projects of the accounts, where these are known."""
    lists = [_listing("绩效目标", _GOAL)]
    for projects, told in ((None, 0), (("XM01",), 0), (("XM1O",), 1)):
        _, faults = read_performance_year(2023, "sichuan_2023", "某县行政审批局", lists, projects)
        assert told == len([f for f in faults if "“项目”里没有这个代码" in f.message])


def test_a_project_given_up_is_one_of_the_accounts() -> None:
    """It needs no goal, but a project."""
    step = {
        "对象": "XM05",
        "环节": "未实施",
        "日期": "2023-06-05",
        "依据": "某财预〔2023〕8号",
        "说明": "压减",
    }
    for projects, told in ((("XM01", "XM05"), 0), (("XM01",), 1)):
        lists = [_listing("绩效目标", _GOAL), _listing("绩效环节", step)]
        _, faults = read_performance_year(2023, "sichuan_2023", "某县行政审批局", lists, projects)
        assert told == len(faults), faults
