"""Amounts as people write them (金额): 元 with at most two decimals, exactly, as integer 分."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from kaocheng.kernel.numerals import is_dash, plain, read_number
from kaocheng.kernel.registers.misreadings import Misread
from kaocheng.kernel.units import MONEY

LARGEST = 10**15
"""In 分: ten thousand times 亿元 is more than any office spends."""
_PREFIX = re.compile(r"(?:人民币|RMB|[¥￥])\s*", re.IGNORECASE)
_SIMPLE = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,2})?")
_PLAIN = re.compile(r"(?:-?[0-9]{1,12}\.[0-9]{2}\n)+")
_OTHER_UNIT = re.compile(
    r"(?P<number>[-(]?[0-9][0-9,.]*\)?)\s*(?P<unit>[百千仟万亿]{1,2}元?|角|分)"
)
_SCIENTIFIC = re.compile(r"-?[0-9.]+E[+-]?[0-9]+", re.IGNORECASE)
_SIGNS: Mapping[str, tuple[Callable[[int], bool], str, str]] = {
    "nonzero": (lambda cents: cents != 0, "金额不能是 0", "请写实际金额；没有这一笔就删去这一行"),
    "nonnegative": (lambda cents: cents >= 0, "这一栏不能是负数", "请核对正负号"),
    "positive": (lambda cents: cents > 0, "金额应大于 0", "请写实际金额"),
}


def amount(text: str, sign: str = "any") -> int | Misread:
    """The amount in 分, or why it cannot be taken."""
    if _SIMPLE.fullmatch(text):
        return _signed(_cents(text), sign)
    bared = _PREFIX.sub("", plain(text)).strip()
    if bared.endswith("元") and not _OTHER_UNIT.fullmatch(bared):
        bared = bared[:-1].strip()
    number = read_number(bared)
    if number is None:
        return _refused(bared)
    cents = number.value * 100
    if cents != cents.to_integral_value():
        return Misread("金额最多两位小数（精确到分）", "请写到分为止")
    if abs(cents) >= LARGEST:
        return Misread("金额大得不合情理", "请核对单位，本栏以元为单位")
    return _signed(int(cents), sign)


def plain_amounts(texts: Sequence[str], sign: str) -> list[int] | None:
    """Amounts all written like 1234.50, in 分; None where one is not, or may not have its sign."""
    joined = "\n".join((*texts, ""))
    if not _PLAIN.fullmatch(joined):
        return None
    cents = list(map(int, joined.replace(".", "").split()))
    allowed = _SIGNS[sign][0] if sign in _SIGNS else None
    whole = len(cents) == len(texts) and (allowed is None or all(map(allowed, cents)))
    return cents if whole else None


def shown(cents: int) -> str:
    """An amount in 分 as 元 with two decimals."""
    return f"{Decimal(cents) / 100:.2f}"


def _cents(text: str) -> int:
    whole, _, part = text.partition(".")
    size = int(whole.lstrip("-")) * 100 + int(part.ljust(2, "0") or 0)
    return -size if text.startswith("-") else size


def _signed(cents: int, sign: str) -> int | Misread:
    if sign in _SIGNS:
        allowed, message, remedy = _SIGNS[sign]
        if not allowed(cents):
            return Misread(message, remedy)
    return cents


def _refused(text: str) -> Misread:
    if found := _OTHER_UNIT.fullmatch(text):
        return _other_unit(found["number"], found["unit"])
    if is_dash(text):
        return Misread("金额不能只写横线", "没有金额写 0，或留空")
    if _SCIENTIFIC.fullmatch(text):
        return Misread("金额成了科学记数法，尾数可能已经丢失", "请设为数值格式，重新输入")
    if re.fullmatch(r"-?[0-9]+(?:[,.][0-9]*)+", text):
        return Misread("千位逗号或小数点的位置不对", "请写成 1234.50 或 1,234.50")
    return Misread("读不出金额", "请写以元为单位的数字，如 1234.50")


def _other_unit(number: str, unit: str) -> Misread:
    read = read_number(number)
    factors = {**{name: item.factor for name, item in MONEY.items()}, "分": Decimal("0.01")}
    factor = factors.get(unit) or factors.get(f"{unit}元")
    hint = "请换算成元再写"
    if read is not None and factor is not None:
        hint = f"请换算成元，写 {(read.value * factor).normalize():f}"
    return Misread(f"本栏以元为单位，不能写{unit}", hint)
