"""PER076: the department's score of a project told in the text against its scorecard."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.kernel.figures import Figure
from kaocheng.kernel.relations import Sum
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.entries import POINTS
from kaocheng.performance.quantities import figure_at
from kaocheng.performance.records import Performance
from kaocheng.performance.wording import find, paragraphs, scores_of, skipped, terms

_CODE = "PER076"
_SCORE = re.compile(r"([^。；;，,:：]{2,60}?)的?部门评价(?:综合)?得分为?(\d+(?:\.\d+)?)\s*分")
_OF = re.compile(r"[(（]([^()（）]{2,})[)）]\s*\Z")


@rule("正文所写部门评价得分与评分表不符", family="得分复算", of=Performance)
def department_score(performance: Performance) -> Iterator[Said]:
    """正文写“某某项目部门评价得分为几分”的，应等于标题括号里写着该项目的评分表的各项得分之和。"""
    judged = False
    for passage, match in find(_SCORE, paragraphs(performance)):
        parts = _scores(performance, match[1])
        if parts:
            judged = True
            stated = figure_at(passage, match.start(2), match.end(2), "部门评价得分", POINTS)
            yield Sum(_CODE, stated, terms(parts), "部门评价得分=评分表各项得分之和")
    if not judged:
        yield skipped(_CODE, "正文没有能与评分表对上的部门评价得分")


def _scores(performance: Performance, clause: str) -> list[Figure]:
    """The scores of the one card whose title names, in brackets, the project the clause ends with."""
    named = [c for c in performance.scorecards if (n := _named(c.title)) and clause.endswith(n)]
    return scores_of([item.score for item in named[0].items]) if len(named) == 1 else []


def _named(title: str) -> str:
    found = _OF.search(title)
    return found[1] if found else ""
