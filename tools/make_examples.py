"""Builds the made-up documents in examples/: every figure follows from the few stated here.

Run from the repository root: .venv/bin/python tools/make_examples.py
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from example_faults import FAULTS
from example_figures import (
    ECONOMIC,
    FUNCTIONS,
    ITEMS,
    OPENING,
    OTHER_INCOME,
    OTHER_SPENT,
    PARENTS,
    SOURCES,
)
from example_form import write_form
from example_story import story

EXAMPLES = Path(__file__).parent.parent / "examples"
BODY = "青禾县行政审批局"
TITLE = f"{BODY}2020年度部门决算公开"
Row = list[str]

ORDINALS = "一二三四五六七八九十"


def yuan(value: Decimal) -> str:
    """An amount as the tables print it; nothing for zero."""
    return f"{value:,.2f}" if value else ""


def basic(code: str) -> Decimal:
    """Basic expenditure under a code and all below it."""
    return sum((Decimal(b) for c, (_, b, _p) in ITEMS.items() if c.startswith(code)), Decimal(0))


def project(code: str) -> Decimal:
    """Project expenditure from the appropriation under a code and all below it."""
    return sum((Decimal(p) for c, (_, _b, p) in ITEMS.items() if c.startswith(code)), Decimal(0))


def other(code: str, amount: Decimal) -> Decimal:
    """The other money where a code holds it."""
    return amount if "2010302".startswith(code) else Decimal(0)


def codes() -> list[str]:
    """Every code in the order of the forms."""
    return sorted([*PARENTS, *ITEMS])


def name(code: str) -> str:
    """The name of a code."""
    return PARENTS.get(code) or ITEMS[code][0]


def ordinal(number: int) -> str:
    """1 to 39 in Chinese."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else ORDINALS[tens - 1] + "十"
    return head + (ORDINALS[ones - 1] if ones else "")


def table(number: int, title: str, rows: list[Row], *notes: str) -> str:
    """One form with its head and its notes."""
    grid = "\n".join("\t".join(row) for row in rows)
    foot = "\n".join(notes)
    return f"{title}\n\n公开{number:02d}表\n金额单位：元\n\n部门：{BODY}\n\n{grid}\n\n{foot}\n"


def by_function(first: int) -> list[Row]:
    """The expenditure side of the two overall forms: label, line, code."""
    found = {PARENTS[c]: c for c in PARENTS if len(c) == 3}
    return [
        [f"{ordinal(n)}、{label}", str(first + n - 1), found.get(label, "")]
        for n, label in enumerate(FUNCTIONS.split(), 1)
    ]


def overall() -> str:
    """公开01表."""
    appropriated, spent = basic("") + project(""), basic("") + project("") + OTHER_SPENT
    amounts = {1: appropriated, 8: OTHER_INCOME}
    left = [
        [f"{ordinal(n)}、{label}", str(n), yuan(amounts.get(n, Decimal(0)))]
        for n, label in enumerate(SOURCES.split(), 1)
    ]
    left += [["", str(n), ""] for n in range(9, 27)]
    right = [
        [label, line, yuan(basic(c) + project(c) + other(c, OTHER_SPENT)) if c else ""]
        for label, line, c in by_function(31)
    ]
    income, closing = appropriated + OTHER_INCOME, OPENING + OTHER_INCOME - OTHER_SPENT
    rows = [
        ["收入", "", "", "支出", "", ""],
        ["项目", "行次", "金额", "项目(按功能分类)", "行次", "金额"],
        ["栏", "次", "1", "栏", "次", "2"],
        *(a + b for a, b in zip(left, right, strict=True)),
        ["本年收入合计", "27", yuan(income), "本年支出合计", "57", yuan(spent)],
        ["使用非财政拨款结余", "28", "", "结余分配", "58", ""],
        ["年初结转和结余", "29", yuan(OPENING), "年末结转和结余", "59", yuan(closing)],
        ["总计", "30", yuan(income + OPENING), "总计", "60", yuan(spent + closing)],
    ]
    return table(1, "收入支出决算总表", rows, "注：金额为全年收支和年初、年末的结转结余。")


def income() -> str:
    """公开02表."""
    head = [
        "支出功能分类科目编码",
        "",
        "",
        "科目名称",
        "本年收入合计",
        "财政拨款收入",
        "上级补助收入",
    ]
    head += ["事业收入", "", "经营收入", "附属单位上缴收入", "其他收入"]
    rows = [head, [""] * 7 + ["小计", "其中：教育收费", "", "", ""]]
    rows.append(["类", "款", "项", "栏次", *(str(n) for n in range(1, 9))])
    for code in ["", *codes()]:
        given, extra = basic(code) + project(code), other(code, OTHER_INCOME)
        cells = [yuan(given + extra), yuan(given), "", "", "", "", "", yuan(extra)]
        rows.append([code, "", "", name(code) if code else "合计", *cells])
    return table(2, "收入决算表", rows, "注：金额为全年取得的各项收入。")


def expenditure() -> str:
    """公开03表."""
    head = ["支出功能分类科目编码", "", "", "科目名称", "本年支出合计", "基本支出", "项目支出"]
    head += ["上缴上级支出", "经营支出", "对附属单位补助支出"]
    rows = [head, ["类", "款", "项", "栏次", *(str(n) for n in range(1, 7))]]
    for code in ["", *codes()]:
        running, projects = basic(code), project(code) + other(code, OTHER_SPENT)
        cells = [yuan(running + projects), yuan(running), yuan(projects), "", "", ""]
        rows.append([code, "", "", name(code) if code else "合计", *cells])
    return table(3, "支出决算表", rows, "注：金额为全年各项支出。")


def appropriation() -> str:
    """公开04表."""
    total = basic("") + project("")
    labels = ["一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"]
    left = [
        [f"{ordinal(n)}、{x}", str(n), yuan(total) if n == 1 else ""]
        for n, x in enumerate(labels, 1)
    ]
    left += [["", str(n), ""] for n in range(4, 27)]
    right = []
    for label, line, code in by_function(33):
        amount = yuan(basic(code) + project(code)) if code else ""
        right.append([label, line, amount, amount, "", ""])
    both = [yuan(total), yuan(total), "", ""]
    rows = [
        ["收入", "", "", "支出", "", "", "", "", ""],
        ["项目", "行次", "决算数", "项目（按功能分类）", "行次", "合计", *labels],
        ["栏次", "", "1", "栏次", "", "2", "3", "4", "5"],
        *(a + b for a, b in zip(left, right, strict=True)),
        ["本年收入合计", "27", yuan(total), "本年支出合计", "59", *both],
        ["年初财政拨款结转和结余", "28", "", "年末财政拨款结转和结余", "60", "", "", "", ""],
        *(
            [f"{ordinal(n)}、{x}", str(28 + n), "", "", str(60 + n), "", "", "", ""]
            for n, x in enumerate(labels, 1)
        ),
        ["总计", "32", yuan(total), "总计", "64", *both],
    ]
    return table(4, "财政拨款收入支出决算总表", rows, "注：金额为全年财政拨款的收支。")


_FLOW_GROUPS = {
    "年初结转和结余": ["合计", "基本支出结转", "项目支出结转和结余"],
    "本年收入": ["合计", "基本支出", "项目支出"],
    "本年支出": ["合计", "基本支出", "项目支出"],
    "年末结转和结余": ["合计", "基本支出结转", "项目支出结转", "项目支出结余"],
}
_FLOW = [
    ["支出功能分类科目编码", "", "", "科目名称"]
    + [c for title, below in _FLOW_GROUPS.items() for c in [title, *[""] * (len(below) - 1)]],
    ["", "", "", "", *(cell for below in _FLOW_GROUPS.values() for cell in below)],
    ["类", "款", "项", "栏次", *(str(n) for n in range(1, 14))],
]


def general_budget() -> str:
    """公开05表."""
    rows = [*_FLOW]
    for code in ["", *codes()]:
        cells = [yuan(basic(code) + project(code)), yuan(basic(code)), yuan(project(code))]
        rows.append(
            [
                code,
                "",
                "",
                name(code) if code else "合计",
                "",
                "",
                "",
                *cells,
                *cells,
                "",
                "",
                "",
                "",
            ]
        )
    return table(
        5, "一般公共预算财政拨款收入支出决算表", rows, "注：金额为全年一般公共预算财政拨款的收支。"
    )


def economic() -> str:
    """公开06表."""
    people = [r for head in ("301", "303") for r in _group(head)]
    running = _group("302")
    height = max(len(people), len(running))
    people += [["", "", ""]] * (height - len(people))
    running += [["", "", ""]] * (height - len(running))
    people_total = economy("301") + economy("303")
    labels = ["科目编码", "科目名称", "金额"]
    rows = [
        ["人员经费", "", "", "公用经费", "", ""],
        labels * 2,
        *(a + b for a, b in zip(people, running, strict=True)),
        ["人员经费合计", "", yuan(people_total), "公用经费合计", "", yuan(economy("302"))],
    ]
    return table(6, "一般公共预算财政拨款基本支出决算表", rows, "注：金额为基本支出的经济分类。")


def economy(head: str) -> Decimal:
    """The basic expenditure under one 经济分类 heading."""
    return sum((Decimal(a) for c, (_, a) in ECONOMIC.items() if c.startswith(head)), Decimal(0))


def _group(head: str) -> list[Row]:
    title = {"301": "工资福利支出", "302": "商品和服务支出", "303": "对个人和家庭的补助"}[head]
    below = [[c, n, yuan(Decimal(a))] for c, (n, a) in ECONOMIC.items() if c.startswith(head)]
    return [[head, title, yuan(economy(head))], *below]


def empty_tables() -> str:
    """公开07表 and 公开08表, empty and said to be so."""
    head = ["支出功能分类科目编码", "", "", "科目名称", "年初结转和结余", "本年收入", "本年支出"]
    capital = [
        [*head, "年末结转和结余", "", ""],
        ["", "", "", "", "", "", "", "合计", "结转", "结余"],
        ["类", "款", "项", "栏次", *(str(n) for n in range(1, 7))],
        ["", "", "", "合计", "", "", "", "", "", ""],
    ]
    funds = [*_FLOW, ["", "", "", "合计", *[""] * 13]]
    return "\n".join(
        _empty(*form) for form in ((7, "政府性基金", funds), (8, "国有资本经营", capital))
    )


def _empty(number: int, fund: str, rows: list[Row]) -> str:
    note = (
        f"注：{BODY}2020年度没有{fund}预算财政拨款收入，"
        f"也没有使用{fund}预算财政拨款安排的支出，故本表无数据。"
    )
    return table(number, f"{fund}预算财政拨款收入支出决算表", rows, note)


def three_public() -> str:
    """公开09表."""
    car, meals = ECONOMIC["30231"][1], ECONOMIC["30217"][1]
    spent = Decimal(car) + Decimal(meals)
    lines = [
        ("一、“三公”经费支出", "—", "—"),
        ("（一）支出合计", "36,000.00", yuan(spent)),
        ("1.因公出国（境）费", "", ""),
        ("2.公务用车购置及运行维护费", "28,000.00", yuan(Decimal(car))),
        ("（1）公务用车购置费", "", ""),
        ("（2）公务用车运行维护费", "28,000.00", yuan(Decimal(car))),
        ("3.公务接待费", "8,000.00", yuan(Decimal(meals))),
        ("（1）国内接待费", "—", yuan(Decimal(meals))),
        ("其中：外事接待费", "—", ""),
        ("（2）国（境）外接待费", "—", ""),
        ("（二）相关统计数", "—", "—"),
        ("1.因公出国（境）团组数（个）", "—", ""),
        ("2.因公出国（境）人次（人）", "—", ""),
        ("3.公务用车购置数（辆）", "—", ""),
        ("4.公务用车保有量（辆）", "—", "1"),
        ("5.国内公务接待批次（个）", "—", "12"),
        ("其中：外事接待批次（个）", "—", ""),
        ("6.国内公务接待人次（人）", "—", "64"),
        ("其中：外事接待人次（人）", "—", ""),
        ("7.国（境）外公务接待批次（个）", "—", ""),
        ("8.国（境）外公务接待人次（人）", "—", ""),
        ("二、机关运行经费", "—", yuan(economy("302"))),
        ("（一）行政单位", "—", yuan(economy("302"))),
        ("（二）参照公务员法管理事业单位", "—", ""),
    ]
    rows = [["项目", "行次", "预算数", "决算统计数"], ["栏次", "", "1", "2"]]
    rows += [[label, str(n), plan, done] for n, (label, plan, done) in enumerate(lines, 1)]
    return table(
        9,
        "“三公”经费、行政参公单位机关运行经费情况表",
        rows,
        "注：“三公”经费为使用一般公共预算财政拨款安排的支出。",
    )


def wan(value: Decimal) -> str:
    """An amount as the sentences print it."""
    return f"{(value / 10000).quantize(Decimal('0.01'), ROUND_HALF_UP)}万元"


def share(part: Decimal, whole: Decimal) -> str:
    """A percentage as the sentences print it."""
    return f"{(part / whole * 100).quantize(Decimal('0.01'), ROUND_HALF_UP)}%"


def change(now: Decimal, then: Decimal) -> str:
    """How much more or less than before, and by what share."""
    word, grow = ("增加", "增长") if now > then else ("减少", "下降")
    return f"{word}{wan(abs(now - then))}，{grow}{share(abs(now - then), then)}"


def facts() -> dict[str, str]:
    """The words and figures the sentences are filled with."""
    fiscal, spent = basic("") + project(""), basic("") + project("") + OTHER_SPENT
    income_total = fiscal + OTHER_INCOME
    projects = project("") + OTHER_SPENT
    car, meals = Decimal(ECONOMIC["30231"][1]), Decimal(ECONOMIC["30217"][1])
    people = economy("301") + economy("303")
    result = {
        "income": wan(income_total),
        "income_change": change(income_total, Decimal("6243180.00")),
        "fiscal": wan(fiscal),
        "fiscal_share": share(fiscal, income_total),
        "other": wan(OTHER_INCOME),
        "other_share": share(OTHER_INCOME, income_total),
        "spent": wan(spent),
        "spent_change": change(spent, Decimal("7015640.00")),
        "basic": wan(basic("")),
        "basic_share": share(basic(""), spent),
        "project": wan(projects),
        "project_share": share(projects, spent),
        "people": wan(people),
        "people_share": share(people, basic("")),
        "running": wan(economy("302")),
        "running_share": share(economy("302"), basic("")),
        "fiscal_of_spent": share(fiscal, spent),
        "fiscal_change": change(fiscal, Decimal("6174500.00")),
        "public": wan(car + meals),
        "public_done": share(car + meals, Decimal(36000)),
        "public_change": change(car + meals, Decimal("31600.00")),
        "car": wan(car),
        "car_share": share(car, car + meals),
        "meals": wan(meals),
        "meals_share": share(meals, car + meals),
        "running_change": change(economy("302"), Decimal("452100.00")),
        "done_rate": share(Decimal(58214), Decimal(58460)),
    }
    return result | _by_class(fiscal)


def _by_class(fiscal: Decimal) -> dict[str, str]:
    classes = [code for code in PARENTS if len(code) == 3]
    amounts = {code: basic(code) + project(code) for code in classes}
    shares = {f"s{code}": share(amount, fiscal) for code, amount in amounts.items()}
    return {f"f{code}": wan(amount) for code, amount in amounts.items()} | shares


def clean() -> str:
    """The whole document, right in every figure."""
    before, after = story(BODY, facts())
    tables = [overall(), income(), expenditure(), appropriation(), general_budget(), economic()]
    tables += [empty_tables(), three_public()]
    return "\n".join([TITLE, "", before, *tables, after])


def faulty(text: str) -> str:
    """The same document with the known faults; each must find its words exactly once."""
    for right, wrong in FAULTS:
        if text.count(right) != 1:
            raise SystemExit(f"{text.count(right)} times: {right!r}")
        text = text.replace(right, wrong)
    return text


def main() -> None:
    """Write all examples."""
    assert economy("30") == basic(""), f"{economy('30')} is not {basic('')}"  # noqa: S101
    EXAMPLES.mkdir(exist_ok=True)
    text = clean()
    (EXAMPLES / "qinghe_2020_clean.txt").write_text(text, "utf-8")
    (EXAMPLES / "qinghe_2020_faulty.txt").write_text(faulty(text), "utf-8")
    write_form(EXAMPLES / "qinghe_2020_self_evaluation.docx", BODY)


if __name__ == "__main__":
    main()
