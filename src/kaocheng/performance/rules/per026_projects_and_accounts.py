"""PER026: the projects' spending on the forms against project spending in the accounts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Finding
from kaocheng.kernel.relations import total
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.kernel.units import unit
from kaocheng.performance.quantities import figure_at
from kaocheng.performance.records import Performance
from kaocheng.performance.wording import find, paragraphs, plainly, skipped, terms

_CODE = "PER026"
_SPENT = re.compile(r"基本支出[^。]{0,60}?项目支出(\d+(?:\.\d+)?)\s*((?:亿|万)?元)")
_COUNT = re.compile(r"(?:对|等)(\d+)个(?:预算)?项目")


@rule("各项目执行数之和与决算项目支出不符", family="前后一致", of=Performance, severity="note")
def projects_and_accounts(performance: Performance) -> Iterator[Said]:
    """所附自评表的个数与正文所说项目个数相同时，执行数之和应与决算的项目支出相同，差额应说明。"""
    spent = _executed(performance)
    stated = [
        figure_at(passage, m.start(1), m.end(1), "项目支出", unit(m[2]))
        for passage, m in find(_SPENT, paragraphs(performance))
    ]
    counts = {int(m[1]) for _, m in find(_COUNT, paragraphs(performance))}
    if not spent or not stated or len(spent) not in counts:
        yield skipped(_CODE, "没有全部项目的执行数或没有决算项目支出")
        return
    sums = total(terms(spent))
    first = stated[0]
    if sums.meets(first.interval):
        return
    yield Finding(
        _CODE,
        first.place,
        first.text,
        first.text + first.unit.name,
        first.say(sums.middle),
        f"所附{len(spent)}张项目自评表执行数之和是{first.say(sums.middle)}，"
        f"决算项目支出是{first.text}{first.unit.name}。",
        plainly((first.base - sums.middle) / first.unit.factor) + first.unit.name,
        "补上没有自评的项目，或说明差额。",
        related=tuple(figure.place for figure in spent),
    )


def _executed(performance: Performance) -> list[Figure]:
    forms = [f for f in performance.forms if not f.whole]
    rows = [f.fund.executed.figure for f in forms if f.fund and f.fund.executed]
    found = [figure for figure in rows if figure and figure.unit.is_money]
    return found if len(found) == len(forms) else []
