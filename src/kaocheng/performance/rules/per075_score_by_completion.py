"""PER075: an indicator's score against its target and actual value, where the method is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
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
_LOWERED = re.compile(
    r"超出(?:指标值|目标值)?(?P<limit>\d+(?:\.\d+)?%|[一二三四五六七八九]成)以上的?[，,]?按照?超出的?比例[调扣]减"
)
_ABOUT_OVER = re.compile(r"偏离|(?:超出|超过|高于|大于)[^，。；]*(?:[调扣]减|扣分|不计分|不得分)")
_TENTHS = "一二三四五六七八九"
_NATURES = ("=", ">=", "<=")
_ADJUSTED = re.compile(r"人工调整|调整得分|得分调整")


@rule("指标得分不是按所印方法算出的分", family="得分复算", of=Performance)
def score_by_completion(performance: Performance) -> Iterator[Said | Judged]:
    """文件写明“未完成的按完成值与指标值的比例记分”的，完成的得满分，未完成的得分等于比例乘分值。"""
    said = [plain(passage.text) for passage in _stated(performance)]
    told = any(map(_METHOD.search, said))
    measured = [one for form in performance.forms for i in form.indicators for one in _measured(i)]
    if not told or not measured:
        yield skipped(_CODE, "文件没有写明未完成的指标按比例记分")
        return
    over = _of_over(said)
    for item, target, actual, points, score in measured:
        yield from _judge(item, (target, actual), (points, score), over)


@dataclass(frozen=True, slots=True)
class _Over:
    """What the document says of values above their target (超出指标值的办法).

    `limit` from which on a ＝ loses what lies above it, None where none is told; `unclear` where
    something is told that leaves the points open.
    """

    limit: Decimal | None = None
    unclear: bool = False


def _of_over(said: list[str]) -> _Over:
    for text in said:
        if found := _LOWERED.search(text):
            return _Over(_share_told(found["limit"]))
    return _Over(unclear=any(map(_ABOUT_OVER.search, said)))


def _share_told(words: str) -> Decimal:
    """30% and 三成 are both 0.3."""
    if words[-1] == "成":
        return Decimal(_TENTHS.index(words[0]) + 1) / 10
    return Decimal(words[:-1]) / 100


def _kept(item: Indicator, share: Decimal, over: _Over) -> Decimal:
    """The share of the points that a target exceeded keeps, by the rule as printed."""
    if over.limit is None or sign(item) != "=" or less_is_better(item):
        return share
    return max(Decimal(0), 2 - share) if share > 1 + over.limit else Decimal(1)


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
    item: Indicator, measured: tuple[Figure, Figure], given: tuple[Figure, Figure], over: _Over
) -> Iterator[Said | Judged]:
    share = _share(item, *measured)
    points, score = given
    if share is None or _by_hand(item):
        return
    if share < 1 and score.value >= points.value:  # PER042 says so already
        return
    if share > 1:
        if over.unclear and score.value < points.value:
            return
        share = _kept(item, share, over)
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
