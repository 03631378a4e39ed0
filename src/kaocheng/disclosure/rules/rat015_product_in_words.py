"""RAT015: people times standard times months told in words, and the amount is not their product."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kaocheng.disclosure.context import essence
from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Finding, Outcome, Severity, Unjudged
from kaocheng.kernel.intervals import Interval, exact
from kaocheng.kernel.reports import Judged
from kaocheng.kernel.rulebook import rule

CODE = "RAT015"
_HEADS = frozenset({"人", "名", "户"})
_POST = re.compile(r"岗位?\Z")  # 60个 are posts where 岗位 stands before them
_EACH = re.compile(
    r"(?:按|以)?每[人名户岗](?:每(?P<period>[月年]))?(?:的?(?:补助|补贴|工资|报酬|费用|标准|发放|经费))*(?:为|是)?\Z"
)
_TOTAL = re.compile(
    r"(?:共计|合计|总计|共|总共|全年)(?:需|需要|支出|支付|发放|安排|资金|经费|金额|投入)*(?:为|是)?\Z"
)
_ALL_YEAR = re.compile(r"全年|年度?共|一年")
_MONTHS = re.compile(r"\s?月")
_UNCERTAIN = re.compile(
    r"其中|不等|分别|约|左右|扣除|另|平均|标准.{0,6}至|以上|以下|部分|预留|上年|结转"
    r"|[两二三四五六七八九十]个?(?:年|次|批|期|季|学期|轮|月)|(?<!\d)\d{1,2}\s?(?:年|次|批|期|个?季度|个?学期|轮)"
)


@rule("人数、标准、月数之积与金额不符", family="比率", of=Statement)
def product_in_words(statement: Statement) -> Iterator[Finding | Judged | Unjudged]:
    """N人，每人每月S元，M个月，共T元: T is N × S × M, as far as the prints are exact."""
    found = False
    for sentence in statement.sentences:
        if factors := _factors(sentence):
            found = True
            yield from _judged(*factors)
    if not found:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "没有写出人数、标准、月数和总额的句子")


def _factors(sentence: Sentence) -> tuple[list[Mention], Mention, int] | None:
    """The factors, the total, and 12 where 全年 stands for the months, of a sentence of just these."""
    told = sentence.mentions
    if not 3 <= len(told) <= 4 or _UNCERTAIN.search(sentence.text):
        return None
    heads = [m for m in told if m.figure.unit.name in _HEADS or _POST.search(m.label)]
    rates = [m for m in told if m.kind == "amount" and _EACH.search(essence(m.label))]
    months = [m for m in told if _is_months(sentence, m)]
    totals = [m for m in told if m.kind == "amount" and _TOTAL.search(m.label)]
    each = _EACH.search(essence(rates[0].label)) if len(rates) == 1 else None
    wanted = each is not None and each["period"] == "月"
    unsaid = wanted and not months and _ALL_YEAR.search(sentence.text) is not None
    whole = (len(heads), len(months), len(totals)) == (1, int(wanted and not unsaid), 1)
    if each is None or not whole or totals[0] is not told[-1]:
        return None
    if len(told) != len(heads) + len(rates) + len(months) + 1:
        return None
    return [*heads, *rates, *months], totals[0], 12 if unsaid else 1


def _is_months(sentence: Sentence, mention: Mention) -> bool:
    """12个月: the unit is read as 个."""
    return mention.figure.unit.name == "个" and bool(
        _MONTHS.match(sentence.passage.text, mention.end)
    )


def _judged(factors: list[Mention], total: Mention, months: int) -> Iterator[Judged | Finding]:
    product = exact(factors[0].figure.base * months)
    for factor in factors[1:]:
        product = product * factor.figure.interval
    right = product.meets(total.figure.interval)
    says = " × ".join(m.figure.text.replace("个", "个月") for m in factors)
    says += f" × {months}个月" if months > 1 else ""
    figures = (total.figure, *(m.figure for m in factors))
    yield Judged(CODE, Outcome.HOLDS if right else Outcome.FAILS, says, figures)
    if not right:
        found = _finding(says, product, total, factors)
        yield replace(found, severity=Severity.NOTE) if months > 1 else found


def _finding(says: str, product: Interval, total: Mention, factors: list[Mention]) -> Finding:
    figure = total.figure
    want = figure.say(product.middle)
    return Finding(
        code=CODE,
        place=figure.place,
        quote=figure.text,
        written=figure.text,
        expected=want,
        difference=figure.say(figure.base - product.middle),
        message=f"{says} = {want}，原文写作 {figure.text}；总额或其中一个因数写错了。",
        related=tuple(m.figure.place for m in factors),
    )
