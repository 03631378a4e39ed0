"""The rounding a document declares (取整规则): 四舍五入, or 末项倒挤 where a list is printed only once."""

from __future__ import annotations

from kaocheng.editions.layouts import Layout, Style, groups, layouts
from kaocheng.kernel.units import YUAN
from kaocheng.money.records import AccountsYear

PLAIN, LAST = "plain", "last"
TEXT = "取整规则"
"""The text by which a year chooses its own rule: 四舍五入 or 末项倒挤."""
ROUNDINGS = {"四舍五入": PLAIN, "末项倒挤": LAST}
_THREE = ("因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费")


def rule(year: AccountsYear, style: Style, asked: str = "") -> str:
    """What a table in that style follows: what is asked for, else what the year or its edition says.

    Tables in 元 are exact, and no rule changes anything there.
    """
    if style.unit == YUAN.name:
        return PLAIN
    return asked or ROUNDINGS.get(year.texts.get(TEXT, "").strip(), "") or style.rounding


def fixed(year: AccountsYear) -> tuple[str, ...]:
    """The economic codes of “三公”经费, whose amounts other tables and the text print too."""
    economics = groups(year.edition)["economics"]
    return tuple(code for name in _THREE for code in economics.get(name, ()))


def common(year: AccountsYear) -> Style:
    """The style in which most tables of the year's edition are printed."""
    known: tuple[Layout, ...] = tuple(layouts(year.edition).values())
    return known[0].style
