"""预算A，决算N，比预算减少C: a comparison read from the change (由增减额读出)."""

from __future__ import annotations

import re

from kaocheng.disclosure.context import before, essence, is_change
from kaocheng.disclosure.growths.names import name_of
from kaocheng.disclosure.growths.records import Comparison, is_rate, same
from kaocheng.disclosure.references import PLAN
from kaocheng.disclosure.sentences import Mention, Sentence

_SAVED = re.compile(
    r"(?:比预算|较预算)?(?:节约|节省|节支|超额完成|超收|短收|超支)(?:资金|金额|经费|支出)?(?:了|为)?\Z"
)
_BUDGET = re.compile(
    r"(?:预算|计划|目标)(?:数|安排|金额|总额|采购)?(?:为|是|共)?\Z|(?:预算|计划).{0,4}\Z"
)
_WITH_BUDGET = re.compile(
    r"(?:比|较|与|同)(?P<kind>年初|全年|调整后?)?(?:部门)?预算(?:数|安排)?(?:相比)?"
    r"(?:增|减|超|下降|降|上升|多|少|节|压)"
)


def from_change(group: list[Sentence], sentence: Sentence, index: int) -> Comparison | None:
    """预算A，决算N，比预算减少C; 预算A，决算N，节约C."""
    change = sentence.mentions[index]
    match = _WITH_BUDGET.search(essence(change.label))
    saved = _SAVED.fullmatch(essence(change.label))
    if change.figure.unit.is_ratio or not (match or saved):
        return None
    levels = [
        m
        for m in before(group, change)
        if same(m, change) and not is_change(m) and m.refers in ("", PLAN)
    ]
    kind = (match["kind"] or "") if match else ""
    pair = _planned(levels[:2], kind)
    rates = tuple(m for m in sentence.mentions[index + 1 : index + 2] if is_rate(m))
    return Comparison(sentence, pair[0], pair[1], change, rates) if pair else None


def _planned(levels: list[Mention], kind: str) -> tuple[Mention, Mention] | None:
    """The outcome and its budget, told side by side, of one name."""
    budgets = [m for m in levels if m.refers == PLAN or _BUDGET.search(m.label)]
    spent = [m for m in levels if m not in budgets]
    if len(budgets) != 1 or len(spent) != 1 or kind not in budgets[0].label:
        return None
    name = name_of(spent[0])
    said = not name or name in essence(budgets[0].label) or budgets[0].refers == PLAN
    return (spent[0], budgets[0]) if said else None
