"""The performance sheets of the year folder (绩效填报表): column lists, and grids -> records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kaocheng.kernel.documents import Grid
from kaocheng.kernel.faults import Fault
from kaocheng.performance.lifecycle import MOVES, NATURES, WHOLE, PerformanceYear


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet to be filled in (填报栏): heading, kind, whether it must be filled, help.

    `kind` is "text", "number", "amount" (元), "date" or "choice"; `choices` for a drop-down.
    """

    name: str
    kind: str = "text"
    needed: bool = False
    help: str = ""
    choices: tuple[str, ...] = ()


_SUBJECT = Column("对象", needed=True, help=f"项目代码；部门整体填“{WHOLE}”")
_ABOUT = "指标编号，或评分表所列的取数名称"
SHEETS: dict[str, tuple[Column, ...]] = {
    "绩效目标": (
        _SUBJECT,
        Column("名称", needed=True, help="项目名称或部门名称"),
        Column("年度目标", needed=True, help="批复的年度目标原文"),
        Column("目标完成情况"),
        Column("实施内容及过程概述"),
        Column("适用范围", help="评分表的适用范围，如民生保障项目；只选一个"),
        Column("评价结论"),
        Column("存在问题"),
        Column("改进措施"),
    ),
    "指标": (
        Column("指标编号", needed=True, help="全年不变，各表以此相连"),
        _SUBJECT,
        Column("一级指标", needed=True),
        Column("二级指标", needed=True),
        Column("三级指标", needed=True),
        Column("指标性质", "choice", needed=True, choices=NATURES),
        Column("指标值", needed=True, help="数字；定性指标写一句话"),
        Column("计量单位", help="件、%、元/套等；定性指标不填"),
        Column("分值", "number", needed=True),
        Column("数据来源", needed=True, help="出自哪个系统、台账或调查"),
    ),
    "环节": (
        _SUBJECT,
        Column("环节", "choice", needed=True, choices=tuple(k for k in MOVES if k)),
        Column("日期", "date", needed=True),
        Column("依据", help="文号、会议"),
        Column("说明"),
        Column("职务", help="只填职务，不填姓名"),
    ),
    "监控": (
        Column("指标编号", needed=True),
        Column("截止日期", "date", needed=True),
        Column("完成值", "number"),
        Column("预计全年完成值", "number"),
        Column("偏差原因"),
        Column("纠偏措施"),
        Column("调整取消额", "amount", help="因监控结果取消的预算，元"),
    ),
    "证据": (
        Column("证据编号", needed=True),
        _SUBJECT,
        Column("取数名称", needed=True, help=_ABOUT),
        Column("数值", "number"),
        Column("档次", help="分级评分的档次，如完善、较完善"),
        Column("计量单位"),
        Column("截止日期", "date", needed=True),
        Column("数据来源", needed=True),
        Column("记录编号", help="办件号、台账号等，用顿号分开；不得填个人信息"),
        Column("说明", help="凭判断的评分须写理由"),
    ),
    "自评": (
        _SUBJECT,
        Column("指标或评分项", needed=True, help="指标编号，或评分表的评分项名称"),
        Column("完成情况"),
        Column("未完成原因"),
        Column("调整得分", "number", help="不采用计算得分时填写，须有理由和职务"),
        Column("调整理由"),
        Column("职务", help="只填职务，不填姓名"),
    ),
    "抽查": (
        _SUBJECT,
        Column("日期", "date", needed=True),
        Column("抽查单位", needed=True),
        Column("抽查得分", "number", needed=True),
        Column("发现问题"),
        Column("整改措施"),
        Column("整改完成日期", "date"),
        Column("反馈日期", "date"),
    ),
}
"""Sheet names and their columns in order, for templates and for reading."""

Rows = Sequence[Sequence[object]]


def read_performance_year(
    grids: Mapping[str, Grid | Rows], year: int, edition: str, department: str, file: str = ""
) -> tuple[PerformanceYear, list[Fault]]:
    """The records of the sheets named in SHEETS, and every fault at once; absent sheets are empty.

    A row with a fault is left out of the records. The first row of a grid holds the headings.
    """
    raise NotImplementedError
