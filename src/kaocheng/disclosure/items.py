"""Lines by 科目 (分科目说明): 类（类）款（款）项（项） with the amounts the text gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kaocheng.disclosure.context import essence, is_change, paragraphs
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.tables import Row, Table

_LETTER = r"[^，。；：:、.．\d“”\"（）()]"
_NAME = rf"{_LETTER}{{2,24}}(?:[（(][^（）()类款项]{{1,3}}[）)])?{_LETTER}{{0,20}}"
_ITEM = re.compile(
    rf"(?P<lei>{_NAME})\s*[（(]\s?(?:\d{{3}})?\s?类\s?[）)]+\s*"
    rf"(?P<kuan>{_NAME})\s*[（(]\s?(?:\d{{2}})?\s?款\s?[）)]+\s*"
    rf"(?P<xiang>{_NAME})\s*[（(]\s?(?:\d{{2}})?\s?项\s?[）)]+"
)
_SPENT = re.compile(r"决算|执行|支出|安排")
_BUDGET = re.compile(r"(?:年初|全年|调整)?预算(?:数|安排)?(?:为|是|数)*\Z")
_PREVIOUS = re.compile(r"上年|执行数|去年")
_HEAD = 200  # a line of a 科目 names it at its very beginning
Name = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Item:
    """One 项 in the text: its three names, its amount, the budget printed beside it, the sentences."""

    name: Name
    amount: Mention | None
    budget: Mention | None
    group: tuple[Sentence, ...]
    section: tuple[str, ...]


def plain_name(words: str) -> str:
    """A 科目 name without brackets, quotes and a closing 支出, for comparison."""
    bare = re.sub(r"[“”\"（）()〔〕\s]", "", words)
    return essence(bare).removesuffix("支出").removesuffix("等")


@lru_cache(maxsize=2)
def items(statement: Statement) -> tuple[Item, ...]:
    """Every paragraph that opens with a 科目 line, glossary entries left out."""
    return tuple(_items(statement))


def _items(statement: Statement) -> Iterator[Item]:
    for group in paragraphs(statement):
        text = group[0].passage.text
        match = _ITEM.search(text[:_HEAD]) if "项" in text[:_HEAD] else None
        where = "".join(group[0].section)
        if match and match.start() < 24 and "名词" not in where:
            name = (plain_name(match["lei"]), plain_name(match["kuan"]), plain_name(match["xiang"]))
            after = [m for s in group for m in s.mentions if m.start >= match.end()]
            section = _around(group[0].section, text)
            yield Item(name, _amount(after), _budget(after), tuple(group), section)


def _around(path: tuple[str, ...], text: str) -> tuple[str, ...]:
    """The section the item stands in: a line that is a numbered heading itself is not it."""
    own = path and essence(path[-1])[:8] in essence(text)
    return path[:-1] if own else path


def _amount(after: list[Mention]) -> Mention | None:
    """The amount of the item: right behind its name, or else called 支出决算."""
    levels = [m for m in after if m.kind == "amount" and not is_change(m)]
    if levels and not re.search(r"[\w]", levels[0].before.rsplit("）", 1)[-1].strip('：: ”“"')):
        return levels[0]
    return next((m for m in levels if re.search(r"支出决算|决算数", m.label)), None)


def _budget(after: list[Mention]) -> Mention | None:
    return next(
        (
            m
            for m in after
            if m.kind == "amount" and _BUDGET.search(m.label) and not _PREVIOUS.search(m.label)
        ),
        None,
    )


def row_names(table: Table) -> dict[Name, Row]:
    """The rows of a by-code table under their three names 类, 款, 项."""
    by_code = {row.code: row for row in table.rows if row.code}
    return {
        (
            plain_name(by_code[code[:3]].name),
            plain_name(by_code[code[:5]].name),
            plain_name(row.name),
        ): row
        for code, row in by_code.items()
        if len(code) == 7 and code[:3] in by_code and code[:5] in by_code
    }
