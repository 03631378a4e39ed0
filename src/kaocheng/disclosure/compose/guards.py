"""What must be right before anything is composed (编制前提): names of 科目, registers that agree."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kaocheng.disclosure.compose.facts import Facts
from kaocheng.disclosure.compose.missing import Missing
from kaocheng.kernel.faults import Fault
from kaocheng.kernel.findings import Severity
from kaocheng.money.controls.receptions import contradicted
from kaocheng.money.naming import entry_number

_PAIRS = (
    ("因公出国（境）费", "出国团组", "因公出国境"),
    ("公务用车购置费", "购置车辆", "公务用车"),
)


def unnamed(facts: Facts) -> Iterator[Missing]:
    """A 科目 that no dictionary names in this year: the office must say what it is called."""
    words = [
        (key, word)
        for members in facts.lists.values()
        for member in members
        for key, word in member.words.items()
    ]
    codes = {word for key, word in words if key in ("类", "款", "项") and word.isdecimal()}
    codes |= {name for names in facts.names.values() for name in names if name.isdecimal()}
    for code in sorted(codes):
        message = (
            f"科目表里没有{facts.year.year}年的{code}，请核对编码，或在“补充科目”表中写明名称。"
        )
        yield Missing(f"科目|{code}", message, "补充科目")


def one_sided(facts: Facts) -> Iterator[Missing]:
    """Money spent on a thing whose register is empty, or a register of things nobody paid for."""
    for paid, counted, register in _PAIRS:
        cost, count = facts.figure(paid), facts.figure(counted)
        if cost is None or count is None or bool(cost.value) == bool(count.value):
            continue
        if cost.value:
            message = f"支付了{paid}{cost.value:,.2f}元，“{register}”表却没有登记，请补登。"
        else:
            message = (
                f"“{register}”表有登记，却没有由财政拨款支付的{paid}，请核对支付的经济科目和资金来源；"
                "由其他资金负担的不登记。"
            )
        yield Missing(f"台账|{paid}", message, register)


def undisclosed(facts: Facts) -> Iterator[Fault]:
    """Rows of 大型设备 below the amount from which such equipment is disclosed: noted, not printed."""
    large = facts.figures["大型设备"].records
    for asset in facts.year.assets:
        if entry_number(asset) not in large:
            value = f"{Decimal(asset.value).scaleb(-2):,.2f}元"
            message = f"“{asset.name}”没有达到披露标准，公开的说明里不列"
            remedy = "请核对价值；没有写错的可以删去这一行"
            yield Fault("大型设备", "", 0, "价值", value, message, remedy, Severity.NOTE)


def unlike_paid(facts: Facts) -> Iterator[Missing]:
    """Receptions that do not add up to the 公务接待费 published beside their number."""
    if told := contradicted(facts.year):
        yield Missing("台账|公务接待金额", "，".join(told) + "。", "公务接待")
