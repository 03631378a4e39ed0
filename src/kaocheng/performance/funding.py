"""The money that performance speaks of (绩效资金): figures taken from the accounts, never typed.

The accounts do not know performance and performance does not know the accounts; whoever knows both
makes a Funding out of one for the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kaocheng.kernel.figures import Figure

# 评分项需要的、由账务得出的数；名称即取数名称
NAMES = (
    "年初部门预算数", "全年预算调剂金额", "年度预算总额", "结余注销额",
    "控制科目年初预算数", "控制科目决算数",
    "6月执行进度", "9月执行进度", "11月执行进度",
    "项目支出全年预算数", "项目支出执行数",
    "编制数", "在职人数", "三公经费预算数", "三公经费上年预算数", "三公经费决算数",
    "上年结转", "年初预算数", "追加预算数", "年末结转",
    "公用经费预算数", "公用经费决算数", "政府采购预算数", "政府采购决算数",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FundingRow:
    """A money row of a form (资金行): label, 年初预算数, 全年预算数, 全年执行数, all in 元."""

    label: str
    initial: Figure
    adjusted: Figure
    executed: Figure


@dataclass(frozen=True, slots=True)
class ProjectFunding:
    """The money of one project: rows (总额 first), cumulative payments at each month's end.

    `levels` are the rows by the level of government that pays (上级补助 and its parts, 本级财力, 自筹);
    `changes` says why the budget was changed in the year (调整理由), as the accounts record it.
    """

    code: str
    name: str
    kind: str
    function: str
    function_name: str
    rows: tuple[FundingRow, ...]
    months: Mapping[int, Figure] = field(default_factory=dict)
    changes: str = ""
    levels: tuple[FundingRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Funding:
    """The money of a department's year: figures by the NAMES above, and its projects by code."""

    figures: Mapping[str, Figure] = field(default_factory=dict)
    projects: Mapping[str, ProjectFunding] = field(default_factory=dict)
