"""Projects (项目): which project a sentence speaks of, and which of its amounts a figure is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kaocheng.disclosure.context import essence, is_change
from kaocheng.disclosure.lists.finding import listings
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.figures import Figure
from kaocheng.performance.records import Entry, FundRow, SelfEvaluation

_CODE = re.compile(r"\A(?:[0-9A-Za-z]{10,}\s*[-—－]?|[0-9A-Za-z]+\s*[-—－])\s*")
_YEAR = re.compile(r"20\d\d年度?")
_ROLES = [
    ("initial", re.compile(r"年初(?:预算|安排)(?:安排|数)?\Z")),
    (
        "adjusted",
        re.compile(
            r"全年预算数?\Z|调整后?预算数?\Z|经费预算数\Z|实际拨款数\Z|到位\Z|批复\Z|计划数\Z"
        ),
    ),
    ("executed", re.compile(r"执行数\Z|(?<!预算)支出\Z|使用(?:资金)?\Z|实际投入资金\Z|实际使用\Z")),
]
_TAIL = re.compile(r"(?:为|是|共|达|共计)+\Z")
_NEW = re.compile(r"附件|附表|第.{1,2}部分|报告|报表")
_HEAD, _END, _LEAST = 2, 4, 7  # what a shortened name keeps of its head, its end and in all
_SHORT = 60
_BARE = (
    8  # an amount of a project not named in its sentence is called 年初预算安排, 支出, …, no more
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A mention of a project's amount: which form it belongs to and which of its columns."""

    form: SelfEvaluation
    role: str
    mention: Mention
    figure: Figure


def own_name(form: SelfEvaluation) -> str:
    """A project's name as printed, without its code."""
    return _CODE.sub("", form.name.words) if form.name else ""


def core_name(form: SelfEvaluation) -> str:
    """A project's name without code, year and brackets."""
    return essence(_YEAR.sub("", own_name(form))).removesuffix("项目").removesuffix("经费")


def spoken_amounts(statement: Statement) -> Iterator[Spoken]:
    """Every amount in a sentence about one project that its form also prints."""
    for form, sentence, named in of_projects(statement):
        yield from _in_sentence(form, sentence, named=named)


def _by_name(forms: Iterable[SelfEvaluation]) -> dict[str, SelfEvaluation]:
    """The forms by the names sentences call them; a name that two codes bear speaks of neither."""
    named: dict[str, SelfEvaluation] = {}
    several: set[str] = set()
    for form in forms:
        name = core_name(form)
        if named.setdefault(name, form).code != form.code:
            several.add(name)
        named[name] = form
    return {n: f for n, f in named.items() if len(n) > 3 and n not in several}


def of_projects(statement: Statement) -> Iterator[tuple[SelfEvaluation, Sentence, bool]]:
    """The sentences about one project that has a form; the last tells that they name it.

    A report that named its project in its title may leave out the middle of the name later.
    """
    forms = statement.performance.forms if statement.performance else ()
    named = _by_name(f for f in forms if not f.whole and f.fund)
    current: SelfEvaluation | None = None
    for sentence in statement.sentences:
        text = essence(sentence.text)
        here = [form for name, form in named.items() if name in text]
        if _is_title(sentence):
            current = here[0] if len(here) == 1 else None if _NEW.search(sentence.text) else current
        if sentence.in_table and not here:
            continue
        form = here[0] if len(here) == 1 else None if here else current
        if form:
            short = any(name in text for name in shortened(core_name(form)))
            yield form, sentence, bool(here) or short


@lru_cache(maxsize=64)
def shortened(name: str) -> tuple[str, ...]:
    """A name with its middle left out, at least half of it kept: 镇街道（便民服务中心）标准化建设."""
    return tuple(
        name[:head] + name[-tail:]
        for head in range(_HEAD, len(name))
        for tail in range(_END, len(name) - head)
        if 2 * (head + tail) >= len(name) and head + tail >= _LEAST
    )


def _is_title(sentence: Sentence) -> bool:
    return len(sentence.text) < _SHORT and not sentence.mentions and not sentence.in_table


def _in_sentence(form: SelfEvaluation, sentence: Sentence, *, named: bool) -> Iterator[Spoken]:
    told = [(mention, _role(mention, named=named)) for mention in sentence.mentions]
    parts = {id(item.amount) for listing in listings(sentence) for item in listing.items}
    both = {role for _, role in told} >= {"initial", "adjusted"}
    for mention, role in told:
        if role == "executed" and id(mention) in parts:
            continue  # 其他商品和服务支出 in a list is a part of what the project spent
        figure = _figure(form.fund, role, alone=not both)
        if figure and figure.place != mention.figure.place:
            yield Spoken(form, role, mention, figure)


def _role(mention: Mention, *, named: bool) -> str:
    """Which column of a form an amount is, by what it is called; "" for none."""
    if mention.kind != "amount" or is_change(mention):
        return ""
    whole = "全年" if "全年预算" in mention.label else ""  # 全年 is noise to `essence`
    words = whole + _TAIL.sub("", essence(mention.label))
    if not named and len(words) > _BARE:
        return ""
    return next((name for name, pattern in _ROLES if pattern.search(words)), "")


def _figure(row: FundRow | None, role: str, *, alone: bool) -> Figure | None:
    """The figure of that column; a form with one budget column has the one that is told `alone`."""
    if row is None or not role:
        return None
    entry: Entry | None = getattr(row, role)
    if entry is None and role == "initial" and alone:
        entry = row.adjusted
    return entry.figure if entry else None
