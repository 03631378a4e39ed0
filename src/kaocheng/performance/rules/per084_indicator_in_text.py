"""PER084: target and actual value of an indicator told in the text against the form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.kernel.documents import Passage
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.numerals import plain
from kaocheng.kernel.relations import Sum, Term
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.quantities import figure_at
from kaocheng.performance.records import Indicator, Performance
from kaocheng.performance.speaking import about_projects
from kaocheng.performance.wording import actuals, skipped, target_of

_CODE = "PER084"
_NUMBER = r"(\d[\d,]*(?:\.\d+)?)"
_TOLD = re.compile(
    rf"([^，,。；;:：]{{2,40}}?)指标值(?:为|是)?\s*[＝=≥≤>＞<＜≧≦]*\s*{_NUMBER}[^，,。；;\d]{{0,10}}[，,]"
    rf"(?:实际)?完成值?(?:为|是)?\s*{_NUMBER}"
)


@rule("正文所写指标值、完成值与自评表不符", family="前后一致", of=Performance)
def indicator_in_text(performance: Performance) -> Iterator[Said]:
    """正文写“某指标指标值多少，完成值多少”的，两个数应与该项目自评表上这项指标的指标值、完成值相同。"""
    judged = False
    for form, passage in about_projects(performance):
        for match in _TOLD.finditer(plain(passage.text)):
            indicator = _named(form.indicators, match[1]) if form else None
            for stated, filled, what in _pairs(passage, match, indicator):
                judged = True
                yield Sum(_CODE, stated, (Term(filled),), f"正文所写{what}=自评表{what}", same=True)
    if not judged:
        yield skipped(_CODE, "正文没有能与自评表对上的指标值和完成值")


def _named(indicators: tuple[Indicator, ...], words: str) -> Indicator | None:
    """The only indicator whose name the words are."""
    found = [one for one in indicators if "".join(one.name.words.split()) == words.strip()]
    return found[0] if len(found) == 1 else None


def _pairs(
    passage: Passage, match: re.Match[str], indicator: Indicator | None
) -> Iterator[tuple[Figure, Figure, str]]:
    target = target_of(indicator) if indicator else None
    if indicator and target:
        yield _stated(passage, match, 2, target), target, "指标值"
    filled = actuals(indicator) if indicator else []
    if len(filled) == 1:
        yield _stated(passage, match, 3, filled[0][0]), filled[0][0], "完成值"


def _stated(passage: Passage, match: re.Match[str], group: int, like: Figure) -> Figure:
    """The number told, in the unit of the form: the words name the indicator, and so its unit."""
    return figure_at(passage, match.start(group), match.end(group), like.name, like.unit)
