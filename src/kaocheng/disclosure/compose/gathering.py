"""Gathering the facts of a year (汇集): totals, counts, the lists and names a narrative runs over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from kaocheng.disclosure.compose.counting import counted
from kaocheng.disclosure.compose.facts import BUDGET, Facts, Member
from kaocheng.editions.codes import names_of
from kaocheng.kernel.figures import Figure
from kaocheng.money.books import Books
from kaocheng.money.measures import totals
from kaocheng.money.naming import entry_number
from kaocheng.money.records import AccountsYear

Totals = Mapping[str, Figure]
_LISTS = {"项": "支出决算", "基金项": "基金支出决算", "资本项": "国有资本经营支出决算"}
_BASIC = "基本支出决算"
_STAFF = ("301", "303")
_CLASS, _ITEM, _ECONOMIC = 3, 7, 5


def gathered(year: AccountsYear, books: Books) -> Facts:
    """All facts of a year, exact; a pattern prints them as the tables do."""
    known = totals(year, books)
    figures = {**{figure.name: figure for figure in counted(year)}, **known}
    lists = {name: tuple(_items(year, known, total)) for name, total in _LISTS.items()}
    lists["类"] = tuple(_classes(year, known))
    lists["项目"] = tuple(_projects(year, known))
    return Facts(year, figures, _words(year), dict(_names(year, known)), lists)


def _words(year: AccountsYear) -> Mapping[str, str]:
    return {
        "year": str(year.year),
        "last": str(year.year - 1),
        "next": str(year.year + 1),
        "department": year.department,
    }


def _names(year: AccountsYear, known: Totals) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "下属单位", tuple(office.name for office in year.offices if not office.main)
    spent = {key.partition("|")[2] for key in known if key.startswith("项目执行数|")}
    yield "项目名称", tuple(project.name for project in year.projects if project.code in spent)
    large = known["大型设备"].records
    yield "大型设备名称", tuple(a.name for a in year.assets if entry_number(a) in large)
    codes = [code for code, figure in _coded(known, _BASIC, _ECONOMIC) if figure.value]
    staff = [code for code in codes if code.startswith(_STAFF)]
    yield "人员经费科目", tuple(name_of(code, year) for code in staff)
    yield "公用经费科目", tuple(name_of(code, year) for code in codes if code not in staff)


def _coded(known: Totals, total: str, length: int) -> Iterator[tuple[str, Figure]]:
    """The figures of a total that runs over codes, codes of one length only."""
    for key in sorted(known):
        name, bar, code = key.partition("|")
        if name == total and bar and len(code) == length:
            yield code, known[key]


def name_of(code: str, year: AccountsYear) -> str:
    """The name of a 科目 in that year, the office's own where it gave one; else the code itself."""
    own = next((subject.name for subject in year.subjects if subject.code == code), "")
    return own or next((entry.name for entry in names_of(code, year.year)), code)


def _items(year: AccountsYear, known: Totals, total: str) -> Iterator[Member]:
    """Each 项 with its outcome and, for the general budget, its budget after adjustment."""
    spent = dict(_coded(known, total, _ITEM))
    planned = dict(_coded(known, "全年预算", _ITEM)) if total == _LISTS["项"] else {}
    nil = known["一般公共预算财政拨款支出"]
    for code in sorted(spent.keys() | planned.keys()):
        paid = spent.get(code) or _nil(nil, code)
        budget = planned.get(code) or _nil(nil, code)
        if paid.value or budget.value:
            yield Member({"决算": paid, BUDGET + "决算": budget}, _levels(code, year))


def _nil(like: Figure, code: str) -> Figure:
    """Nothing, for a 项 that was budgeted and not spent on or the other way round."""
    zero = Decimal("0.00")
    return Figure(
        like.name, zero, like.unit, 2, "0.00", like.place, year=like.year, code=code, formula="0"
    )


def _levels(code: str, year: AccountsYear) -> Mapping[str, str]:
    names = {word: name_of(code[:width], year) for word, width in (("类", 3), ("款", 5), ("项", 7))}
    return {**names, "编码": code}


def _classes(year: AccountsYear, known: Totals) -> Iterator[Member]:
    """Each 类 with spending of the general public budget, and the names of its 项."""
    items = dict(_coded(known, "支出决算", _ITEM))
    for code, figure in _coded(known, "支出决算", _CLASS):
        below = [c for c, paid in items.items() if c.startswith(code) and paid.value]
        names = dict.fromkeys(name_of(item, year) for item in below)
        if figure.value:
            words = {"类": name_of(code, year), "编码": code, "项名": "、".join(names)}
            yield Member({"决算": figure}, words)


def _projects(year: AccountsYear, known: Totals) -> Iterator[Member]:
    """Each project with its budget and its spending of the year."""
    for project in year.projects:
        paid = known.get(f"项目执行数|{project.code}")
        budget = known.get(f"项目全年预算|{project.code}")
        initial = known.get(f"项目年初预算|{project.code}")
        named = {"决算": paid, BUDGET + "决算": budget, "年初预算|决算": initial}
        words = {"项目": project.name, "项目类型": project.kind, "用途": project.purpose}
        figures = {name: figure for name, figure in named.items() if figure}
        yield Member(figures, {**words, "项目代码": project.code})
