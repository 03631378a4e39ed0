"""PER075: an indicator's score against its target and actual value, where the method is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from kaocheng.kernel.documents import Passage
from kaocheng.kernel.figures import Figure
from kaocheng.kernel.findings import Finding, Outcome
from kaocheng.kernel.intervals import exact
from kaocheng.kernel.numerals import plain
from kaocheng.kernel.reports import Judged
from kaocheng.kernel.rulebook import Said, rule
from kaocheng.performance.directions import less_is_better
from kaocheng.performance.records import Indicator, Performance
from kaocheng.performance.scoring import ratio
from kaocheng.performance.wording import (
    actuals,
    amount,
    plainly,
    short,
    sign,
    skipped,
    target_of,
    unit_of,
)

_CODE = "PER075"
_METHOD = re.compile(
    r"(?:未|没有|不)能?(?:完成|达到|达成)(?:指标值|目标值|预期值)?的?[，,]?按照?(?:实际)?完成(?:比例|值(?:与|占)(?:指标值|目标值|预期值)的(?:比例|比率|比重))[计记]分"
)
_NATURES = ("=", ">=", "<=")
_ADJUSTED = re.compile(r"人工调整|调整得分|得分调整")


@rule("指标得分不是按所印方法算出的分", family="得分复算", of=Performance)
def score_by_completion(performance: Performance) -> Iterator[Said | Judged]:
    """文件写明“未完成的按完成值与指标值的比例记分”的，完成的得满分，未完成的得分等于比例乘分值。"""
    told = any(_METHOD.search(plain(passage.text)) for passage in _stated(performance))
    measured = [one for form in performance.forms for i in form.indicators for one in _measured(i)]
    if not told or not measured:
        yield skipped(_CODE, "文件没有写明未完成的指标按比例记分")
        return
    for item, target, actual, points, score in measured:
        yield from _judge(item, (target, actual), (points, score))


def _stated(performance: Performance) -> Iterator[Passage]:
    yield from (rule for form in performance.forms for rule in form.rules)
    yield from (paragraph.content for paragraph in performance.document.paragraphs())


def _measured(item: Indicator) -> Iterator[tuple[Indicator, Figure, Figure, Figure, Figure]]:
    """The indicator where target, actual value, points and score are one number each."""
    target, found = target_of(item), actuals(item)
    points = item.weight.figure if item.weight else None
    score = item.score.figure if item.score else None
    if target and points and score and len(found) == 1 and sign(item) in _NATURES:
        yield item, target, found[0][0], points, score


def _judge(
    item: Indicator, measured: tuple[Figure, Figure], given: tuple[Figure, Figure]
) -> Iterator[Said | Judged]:
    share = _share(item, *measured)
    points, score = given
    if share is None or _by_hand(item):
        return
    if share < 1 and score.value >= points.value:  # PER042 says so already
        return
    earned = ratio(exact(share), points.value).middle
    right = abs(earned - score.value) <= score.step / 2
    outcome = Outcome.HOLDS if right else Outcome.FAILS
    yield Judged(_CODE, outcome, "指标得分=完成值与指标值的比例×分值", (*measured, *given))
    if not right:
        yield _finding(item, measured, given, earned)


def _share(item: Indicator, target: Figure, actual: Figure) -> Decimal | None:
    """How much of the target was reached; None where a nought leaves no share."""
    wanted, reached = (amount(figure, unit_of(item))[0] for figure in (target, actual))
    if less_is_better(item):
        wanted, reached = reached, wanted
    if wanted <= 0 or reached < 0:
        return None
    return reached / wanted


def _by_hand(item: Indicator) -> bool:
    """Whether the row says that its score was set by hand and not calculated."""
    told = (item.reason, item.evidence)
    return any(_ADJUSTED.search(entry.words) for entry in told if entry)


def _finding(
    item: Indicator,
    measured: tuple[Figure, Figure],
    given: tuple[Figure, Figure],
    earned: Decimal,
) -> Finding:
    (target, actual), (points, score) = measured, given
    hundredths = earned.quantize(Decimal("0.01"), ROUND_HALF_UP)
    return Finding(
        _CODE,
        score.place,
        score.text,
        score.text,
        plainly(hundredths),
        f"“{short(item.name.words)}”指标值{target.text}，完成{actual.text}，分值{points.text}分，"
        f"按所写的办法得{plainly(hundredths)}分，写成{score.text}分。",
        plainly(score.value - hundredths),
        "按所写的办法重新计分；人工调整的，写明理由。",
        related=(actual.place, target.place),
    )
