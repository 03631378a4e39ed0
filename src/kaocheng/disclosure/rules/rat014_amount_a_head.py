"""RAT014: 人均, 车均 … an amount a head that is not the amount divided by the heads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kaocheng.disclosure.sentences import Mention, Sentence
from kaocheng.disclosure.statement import Statement
from kaocheng.kernel.findings import Outcome, Unjudged
from kaocheng.kernel.relations import Ratio, Term
from kaocheng.kernel.rulebook import rule

CODE = "RAT014"
_HEADS = {
    "人": ("人", "人次", "名"),
    "车": ("辆", "台"),
    "户": ("户",),
    "件": ("件",),
    "次": ("次", "批次", "人次"),
    "批": ("批", "批次"),
}
_EACH = re.compile(
    r"(?:(?P<head>[人车户件次批])均|平均每(?P<each>[人辆户件次]))(?:费用|支出|开支|花费|接待费)?(?:为|是|约|仅|达)?\Z"
)
_PRICE = re.compile(
    r"(?:每|平均每)(?P<each>[台套辆件个册枚张份亩户人名株平方米吨家期场次所村届批]+)(?:单价|补助|补贴|奖励|支持)?(?:为|是)?\Z"
)
_BOUGHT = re.compile(r"(?:采购|中标|成交|平均)?单价(?:为|是)?\Z")
_TOGETHER = re.compile(r"\A(?:共计|合计|总计|共|总价|共需|支出)(?:支出|金额|花费|投入)?(?:为)?\Z")
_PAID = re.compile(
    r"\A(?:共|共计|合计)?(?:发放|支付|兑付|补助|补贴)[^，]{0,6}(?:资金|补贴|补助|金额)\Z"
)
_THINGS = frozenset(["台", "套", "辆", "件", "册", "张", "份", "亩", "株", "吨"])
_CLOSED = re.compile(r"[。；;]")
_OF = {"辆": "车"}


@rule("人均、车均金额与总额不符", family="比率", of=Statement, severity="note")
def amount_a_head(statement: Statement) -> Iterator[Ratio | Unjudged]:
    """Where the clauses before it tell one amount and one number of heads, one divided by the other."""
    claims = [claim for s in statement.sentences for claim in _claims(s)]
    yield from claims
    if not claims:
        yield Unjudged(CODE, Outcome.NOT_APPLICABLE, "文中没有能用总额和人数复算的人均、车均金额")


def _claims(sentence: Sentence) -> Iterator[Ratio]:
    start = 0
    for index, mention in enumerate(sentence.mentions):
        if _CLOSED.search(mention.before):
            start = index
        if priced := _priced(sentence, index):
            yield priced
            continue
        match = _EACH.search(mention.label)
        earlier = sentence.mentions[start:index]
        if match and mention.kind == "amount" and (pair := _pair(earlier, match)):
            whole, heads = pair
            says = f"{match[0]}=总额÷{heads.figure.text}"
            yield Ratio(CODE, mention.figure, (Term(whole.figure),), (Term(heads.figure),), says)


def _priced(sentence: Sentence, index: int) -> Ratio | None:
    """20台，每台5,000元，共计10万元: the price is the whole over the number right before it."""
    if not 0 < index < len(sentence.mentions) - 1:
        return None
    number, price, whole = _ordered(sentence.mentions[index - 1 : index + 2])
    match = _PRICE.search(price.label)
    named = _BOUGHT.fullmatch(price.label) and number.figure.unit.name in _THINGS
    told = number.kind == "count" and (
        bool(named) or number.figure.unit.name == (match["each"] if match else "")
    )
    plain = not any(m.figure.approximate or not m.figure.value for m in (number, price, whole))
    whole_said = (
        (_TOGETHER.search(whole.label) or _PAID.search(whole.label))
        and whole.kind == price.kind != "rate"
        and (price.kind == "amount" or whole.figure.unit == price.figure.unit)
    )
    if not (told and plain and whole_said):
        return None
    says = f"每{number.figure.unit.name}单价=总价÷{number.figure.text}"
    return Ratio(CODE, price.figure, (Term(whole.figure),), (Term(number.figure),), says)


def _ordered(told: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Number, price and whole; the price may stand first (每亩120元，共补贴8,500亩，发放补贴102万元)."""
    price, number, whole = told
    first = _PRICE.search(price.label) and number.kind == "count" and _PAID.search(whole.label)
    return (number, price, whole) if first else told


def _pair(earlier: tuple[Mention, ...], match: re.Match[str]) -> tuple[Mention, Mention] | None:
    """The one amount and the one count of the right kind told before."""
    head = match["head"] or _OF.get(match["each"], match["each"])
    amounts = [m for m in earlier if m.kind == "amount" and not _EACH.search(m.label)]
    counts = [m for m in earlier if m.kind == "count" and m.figure.unit.name in _HEADS[head]]
    plain = all(not m.figure.approximate and m.figure.value for m in (*amounts, *counts))
    one = len(amounts) == len(counts) == 1
    return (amounts[0], counts[0]) if one and plain else None
