"""A made-up paper to write: every kind of part, spans, long tables, figures with their lineage."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.lineage import AMOUNTS, CHANGE, GROWTH, SHARE, TOTAL
from kaocheng.kernel.numerals import show
from kaocheng.kernel.papers import Box, Chart, Heading, Paper, Part, Prose, Run, Sheet
from kaocheng.kernel.places import Place
from kaocheng.kernel.units import MONEY, PERCENT, Unit

OFFICE = "青禾县行政审批局"
YEAR = 2023
WAN = MONEY["万元"]
NOWHERE = Place("")
CLASSES = (
    "一般公共服务支出",
    "外交支出",
    "国防支出",
    "公共安全支出",
    "教育支出",
    "科学技术支出",
    "文化旅游体育与传媒支出",
    "社会保障和就业支出",
    "卫生健康支出",
    "节能环保支出",
    "城乡社区支出",
    "农林水支出",
    "交通运输支出",
    "资源勘探工业信息等支出",
    "商业服务业等支出",
    "金融支出",
    "援助其他地区支出",
    "自然资源海洋气象等支出",
    "住房保障支出",
    "粮油物资储备支出",
    "国有资本经营预算支出",
    "灾害防治及应急管理支出",
    "其他支出",
    "债务还本支出",
    "债务付息支出",
    "抗疫特别国债安排的支出",
)
INCOMES = (
    "一般公共预算财政拨款收入",
    "政府性基金预算财政拨款收入",
    "国有资本经营预算财政拨款收入",
    "上级补助收入",
    "事业收入",
    "经营收入",
    "附属单位上缴收入",
    "其他收入",
)
NUMERALS = "一二三四五六七八九十"


def figure(
    name: str,
    value: str,
    unit: Unit = WAN,
    *,
    decimals: int = 2,
    formula: str = "",
    sources: tuple[Figure, ...] = (),
    records: tuple[str, ...] = (),
) -> Figure:
    """A figure printed with separators and its decimals."""
    number = Decimal(value)
    text = show(number, decimals)
    return Figure(
        name, number, unit, decimals, text, NOWHERE, "决算", YEAR,
        formula=formula, sources=sources, records=records,
    )  # fmt: skip


def of_payments(name: str, value: str, first: int, count: int) -> Figure:
    """A figure added up from payments."""
    numbers = tuple(f"2023-{number:04d}" for number in range(first, first + count))
    return figure(name, value, formula=AMOUNTS, records=numbers)


def total(name: str, parts: tuple[Figure, ...]) -> Figure:
    """The sum of other figures."""
    value = sum((part.value for part in parts), Decimal(0))
    return figure(name, str(value), formula=TOTAL, sources=parts)


STAFF = of_payments("人员经费", "612.48", 1, 40)
OFFICE_COSTS = of_payments("公用经费", "95.07", 41, 160)
PROJECTS = of_payments("项目支出", "472.45", 201, 320)
BASIC = total("基本支出", (STAFF, OFFICE_COSTS))
SPENT = total("本年支出合计", (BASIC, PROJECTS))
LAST = figure("上年支出合计", "1094.59")
CHANGED = figure("变动额", "85.41", formula=CHANGE, sources=(SPENT, LAST))
GROWN = figure("增长率", "7.8", PERCENT, formula=GROWTH, sources=(SPENT, LAST))
SHARE_BASIC = figure("基本支出占比", "59.96", PERCENT, formula=SHARE, sources=(BASIC, SPENT))


def cell(item: Figure | str, **more: object) -> Box:
    """A body cell of a figure or of words."""
    if isinstance(item, Figure):
        return Box(item.text, item, align="right", **more)  # type: ignore[arg-type]
    return Box(item, **more)  # type: ignore[arg-type]


def head(text: str, rows: int = 1, columns: int = 1) -> Box:
    """A head cell."""
    return Box(text, row_span=rows, column_span=columns, align="centre", header=True)


def overview() -> Sheet:
    """公开01表: income at the left, expenditure at the right, 30 rows, totals as live sums."""
    incomes = [figure(name, value) for name, value in zip(INCOMES, _INCOME, strict=True)]
    spent = [figure(name, _SPENT.get(name, "0")) for name in CLASSES]
    body = []
    for row, name in enumerate(CLASSES):
        left = (
            (cell(f"{NUMERALS[row]}、{INCOMES[row]}"), cell(str(row + 1)), cell(incomes[row]))
            if row < len(INCOMES)
            else (cell(""), cell(str(row + 1)), cell(""))
        )
        shown = spent[row] if spent[row].value else ""
        body.append((*left, cell(f"{row + 1}、{name}"), cell(str(row + 31)), cell(shown)))
    body.append(
        (
            cell("本年收入合计", total=True),
            cell("27"),
            cell(total("本年收入合计", tuple(incomes)), total=True),
            cell("本年支出合计", total=True),
            cell("57"),
            cell(total("本年支出合计", tuple(spent)), total=True),
        )
    )
    return Sheet(
        "summary", "收入支出决算总表", "公开01表", "金额单位：万元", f"部门：{OFFICE}",
        (
            (head("收入", columns=3), head("支出", columns=3)),
            (head("项目"), head("行次"), head("金额"), head("项目（按功能分类）"), head("行次"),
             head("金额")),
            (head("栏次"), head(""), head("1"), head("栏次"), head(""), head("2")),
        ),
        tuple(body),
        (34, 6, 16, 30, 6, 16),
        note="注：本表反映部门本年度的总收支和年末结转结余情况。",
        sums=tuple(
            ((26, column), tuple((row, column) for row in range(count)))
            for column, count in ((2, 8), (5, 26))
        ),
    )  # fmt: skip


_INCOME = ("1080", "80", "0", "12.5", "0", "0", "0", "7.5")
_SPENT = {
    "一般公共服务支出": "905.31",
    "社会保障和就业支出": "96.88",
    "卫生健康支出": "41.27",
    "城乡社区支出": "80",
    "住房保障支出": "56.54",
}
SUBJECTS = (
    ("201", "一般公共服务支出", 0),
    ("20103", "政府办公厅（室）及相关机构事务", 1),
    ("2010301", "行政运行", 2),
    ("2010302", "一般行政管理事务", 2),
    ("2010350", "事业运行", 2),
    ("208", "社会保障和就业支出", 0),
    ("20805", "行政事业单位养老支出", 1),
    ("2080505", "机关事业单位基本养老保险缴费支出", 2),
    ("210", "卫生健康支出", 0),
    ("21011", "行政事业单位医疗", 1),
    ("2101101", "行政单位医疗", 2),
    ("221", "住房保障支出", 0),
    ("22102", "住房改革支出", 1),
    ("2210201", "住房公积金", 2),
)


def wide(number: str = "公开05表", times: int = 1) -> Sheet:
    """公开05表: thirteen figure columns behind code and name, three rows of heads, many rows."""
    rows = []
    for index, (code, name, _) in enumerate(SUBJECTS * times):
        values = [
            figure(name, f"{(index * 37 + column * 11) % 90 * 100 + column}.{index % 10}5")
            for column in range(13)
        ]
        rows.append((cell(code), cell(name), *map(cell, values)))
    groups = (("年初结转和结余", 3), ("本年收入", 3), ("本年支出", 3), ("年末结转和结余", 4))
    lower = "合计,基本支出结转,项目支出结转和结余,合计,基本支出,项目支出,合计,基本支出,项目支出,"
    lower += "合计,基本支出结转,项目支出结转,项目支出结余"
    return Sheet(
        "general", "一般公共预算财政拨款收入支出决算表", number, "万元", OFFICE,
        (
            (head("支出功能分类科目编码", rows=2), head("科目名称", rows=2),
             *(head(name, columns=count) for name, count in groups)),
            tuple(map(head, lower.split(","))),
            (head("栏次", columns=2), *(head(str(column)) for column in range(1, 14))),
        ),
        tuple(rows),
        (8, 16, *[7.0] * 13),
        note="注：本表列示一般公共预算财政拨款的收入、支出和年初、年末的结转结余。\n"
        "本表金额转换为万元时，因四舍五入可能存在尾差。",
        landscape=True,
    )  # fmt: skip


def three_public() -> Sheet:
    """A small table inside the text, without a number of its own, with "—" and a merged first."""
    vehicles, guests = (
        of_payments("公务用车运行维护费", "3.2", 521, 4),
        figure("公务接待费", "1.52"),
    )
    return Sheet(
        "three", "“三公”经费支出情况", "", "万元", "",
        ((head("项目"), head("预算数"), head("决算数")),),
        (
            (cell("公务用车运行维护费"), cell(figure("预算", "3.50")), cell(vehicles)),
            (cell("公务接待费"), cell(figure("预算", "1.80")), cell(guests)),
            (cell("因公出国（境）费"), cell("—", align="right"), cell("—", align="right")),
            (cell("合计", total=True), cell(figure("预算", "5.30"), total=True),
             cell(total("“三公”经费", (vehicles, guests)), total=True)),
        ),
        (40, 20, 20),
        sums=(((3, 1), ((0, 1), (1, 1))), ((3, 2), ((0, 2), (1, 2)))),
    )  # fmt: skip


def said(*pieces: str | Figure, role: str = "body") -> Prose:
    """A paragraph of words and figures."""
    return Prose(
        tuple(
            Run(piece.text, piece) if isinstance(piece, Figure) else Run(piece) for piece in pieces
        ),
        role,
    )


def bars() -> Chart:
    """A column chart of two years."""
    return Chart(
        "column", "图1：收、支决算总计变动情况图（单位：万元）",
        (("2022年收入总计", LAST), ("2023年收入总计", SPENT), ("2022年支出总计", LAST),
         ("2023年支出总计", SPENT)),
        f"柱状图：2022年收、支总计均为{LAST.text}万元，2023年收、支总计均为{SPENT.text}万元。",
    )  # fmt: skip


def slices() -> Chart:
    """A pie chart with a small slice."""
    small = of_payments("公务接待费", "1.52", 600, 16)
    series = (
        ("人员经费", STAFF),
        ("公用经费", OFFICE_COSTS),
        ("项目支出", PROJECTS),
        ("接待", small),
    )
    words = "，".join(f"{name}{item.text}万元" for name, item in series)
    return Chart(
        "pie", "图2：支出决算结构图（单位：万元）", series, f"饼图：支出决算结构为{words}。"
    )


def narrative() -> tuple[Part, ...]:
    """The text with four levels of headings, figures and charts."""
    return (
        Heading(1, "第一部分 部门概况"),
        Heading(2, "一、部门职责"),
        said("负责全县政务服务事项的受理、审批和监督，推进“一网通办”，规范窗口服务行为。" * 3),
        Heading(2, "二、机构设置"),
        Heading(3, "（一）内设机构"),
        said("本部门设综合股、审批一股、审批二股和监督股。"),
        Heading(4, "1. 人员情况"),
        said("年末编制内实有人员", figure("年末人数", "41", Unit("人", "count:人", Decimal(1)),
             decimals=0), "人。"),
        Heading(1, "第二部分 2023年度部门决算情况说明"),
        Heading(2, "一、支出决算情况说明"),
        said("2023年度本年支出合计", SPENT, "万元，其中：基本支出", BASIC, "万元，占", SHARE_BASIC,
             "%；项目支出", PROJECTS, "万元。与2022年度相比，支出合计增加", CHANGED, "万元，增长",
             GROWN, "%。基本支出中，人员经费", STAFF, "万元，主要包括基本工资、津贴补贴、奖金、"
             "机关事业单位基本养老保险缴费、住房公积金等；公用经费", OFFICE_COSTS,
             "万元，主要包括办公费、印刷费、水费、电费、邮电费、差旅费、维修（护）费、会议费、"
             "培训费、劳务费、委托业务费、工会经费、福利费和其他交通费用等。"),
        bars(),
        slices(),
        Heading(2, "二、“三公”经费支出决算情况说明"),
        said("2023年度“三公”经费支出情况如下表。"),
        three_public(),
        said("注：预算数为年初预算。", role="note"),
    )  # fmt: skip


def paper() -> Paper:
    """The small paper of most tests."""
    parts = (
        *narrative(),
        Heading(1, "第三部分 附表"),
        overview(),
        wide(),
        said(OFFICE, role="signature"),
    )
    title = f"{OFFICE}{YEAR}年度部门决算"
    return Paper(title, OFFICE, YEAR, "sichuan_2023", parts, ("部门整体支出绩效自评报告", "项目表"))


@cache
def large() -> Paper:
    """A paper of the size a bureau publishes: thirteen tables, seven charts, some thirty pages."""
    text = tuple(part for _ in range(3) for part in narrative())
    tables = tuple(
        wide(f"公开{number:02d}表", 3) if number % 2 else overview() for number in range(1, 14)
    )
    return Paper(
        f"{OFFICE}{YEAR}年度部门决算", OFFICE, YEAR, "sichuan_2023",
        (*text, bars(), Heading(1, "第三部分 附表"), *tables),
    )  # fmt: skip
