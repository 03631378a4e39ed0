"""What a finance office keeps in a year (财务记录): units, budget, payments, contracts, receptions.

Money is integer 分 everywhere here. A record names another by its number, never by the object.
Codes (功能分类, 经济分类, project) are text. Sources, natures and kinds are the closed lists below.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

SOURCES = (
    "一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款",
    "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入",
)  # fmt: skip
CHANNELS = (
    "中央补助", "省级补助", "市级补助", "财政专户管理资金", "社会投入资金", "银行贷款",
)  # fmt: skip
"""Where money of a source comes from in particular (资金渠道); left blank for the office's own level."""
NATURES = ("基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出")
UNIT_KINDS = ("行政单位", "参照公务员法管理的事业单位", "其他事业单位")
POST_KINDS = ("行政", "参公", "事业", "工勤")
PROJECT_KINDS = ("常年", "阶段")
PURCHASE_KINDS = ("货物", "工程", "服务")


@dataclass(frozen=True, slots=True)
class Office:
    """A budget unit (预算单位): name, code, kind (one of UNIT_KINDS), whether it is the 本级."""

    name: str
    code: str
    kind: str
    main: bool = True


@dataclass(frozen=True, slots=True)
class Establishment:
    """Posts of one kind (编制): 行政/参公/事业/工勤, posts established, people in service."""

    office: str
    kind: str
    posts: int
    people: int
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Project:
    """A budget project (项目): code, name, 常年/阶段, its 功能科目 and the 经济科目 it may spend on."""

    code: str
    name: str
    kind: str
    function: str
    economics: tuple[str, ...] = ()
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """A line of the budget as approved (年初预算批复): what may be spent, on what, from what source.

    `channel` is one of CHANNELS (资金渠道) or "" for the means of the office's own level.
    """

    number: str
    office: str
    function: str
    economic: str
    nature: str
    source: str
    amount: int
    project: str = ""
    channel: str = ""


@dataclass(frozen=True, slots=True)
class Adjustment:
    """A change of one budget line (预算调整): 追加 positive, 调减 negative, with reason and meeting."""

    number: str
    on: date
    line: str
    amount: int
    reason: str
    meeting: str = ""


@dataclass(frozen=True, slots=True)
class Income:
    """Money received (收入): source, and the 功能科目 and nature it is meant for.

    A negative amount is money paid back, with its reason in `note` (退付说明).
    """

    number: str
    on: date
    office: str
    source: str
    function: str
    nature: str
    amount: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Payment:
    """A payment (支付): every one names 功能, 经济, source and nature; a project payment its project.

    `channel` as in BudgetLine.
    """

    number: str
    on: date
    office: str
    payee: str
    purpose: str
    function: str
    economic: str
    nature: str
    source: str
    amount: int
    project: str = ""
    contract: str = ""
    approval: str = ""
    channel: str = ""


@dataclass(frozen=True, slots=True)
class Contract:
    """A contract (合同): supplier, project, amount, date, 货物/工程/服务, 中小/小微 supplier.

    `paid_before` is what was paid on it in earlier years (以前年度已付).
    """

    number: str
    on: date
    supplier: str
    project: str
    amount: int
    kind: str
    small: bool = False
    micro: bool = False
    procurement: bool = True
    paid_before: int = 0


@dataclass(frozen=True, slots=True)
class Instalment:
    """A payment due under a contract (付款计划)."""

    contract: str
    due: date
    amount: int


@dataclass(frozen=True, slots=True)
class CarryOver:
    """Money brought forward (年初结转和结余) by source, nature and 功能科目; `surplus` 结余 not 结转."""

    office: str
    source: str
    nature: str
    function: str
    amount: int
    surplus: bool = False


@dataclass(frozen=True, slots=True)
class Reception:
    """One official reception (公务接待): visitors, people, amount, whether from abroad (外事)."""

    number: str
    on: date
    visitors: str
    people: int
    amount: int
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Trip:
    """One trip abroad (因公出国（境）): group and people, amount."""

    number: str
    on: date
    group: str
    people: int
    amount: int


@dataclass(frozen=True, slots=True)
class Vehicle:
    """One vehicle (公务用车): kind (主要领导干部用车, 机要通信用车, 应急保障用车 …), bought when, price."""

    number: str
    kind: str
    body: str
    bought: date | None = None
    price: int = 0


@dataclass(frozen=True, slots=True)
class Asset:
    """One asset (资产): kind and value, for 单价100万元以上设备."""

    number: str
    name: str
    value: int


@dataclass(frozen=True, slots=True)
class LastYear:
    """One published figure of last year (上年数): its name as in the tables or text, its amount."""

    name: str
    amount: int


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence the finance office gives (原因说明): for which figure a change must be explained."""

    about: str
    words: str


@dataclass(frozen=True, slots=True)
class Subject:
    """A 科目 the bundled dictionary does not know (补充科目): code, official name, where it stands."""

    code: str
    name: str
    basis: str


@dataclass(frozen=True, slots=True)
class AccountsYear:
    """A whole year of one department (年度账): everything its disclosure is made from.

    `large_sum` is the office's own threshold (大额资金标准, in 分) from which a payment needs its
    minutes; None where the office states none.
    """

    year: int
    edition: str
    department: str
    offices: tuple[Office, ...]
    establishments: tuple[Establishment, ...] = ()
    projects: tuple[Project, ...] = ()
    budget: tuple[BudgetLine, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    income: tuple[Income, ...] = ()
    payments: tuple[Payment, ...] = ()
    contracts: tuple[Contract, ...] = ()
    instalments: tuple[Instalment, ...] = ()
    carried: tuple[CarryOver, ...] = ()
    receptions: tuple[Reception, ...] = ()
    trips: tuple[Trip, ...] = ()
    vehicles: tuple[Vehicle, ...] = ()
    assets: tuple[Asset, ...] = ()
    last_year: tuple[LastYear, ...] = ()
    reasons: tuple[Reason, ...] = ()
    texts: dict[str, str] = field(default_factory=dict)
    subjects: tuple[Subject, ...] = ()
    large_sum: int | None = None
