"""The sentence of a finding between documents (文件之间的说明): what is written, what the other prints."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from pathlib import PurePath

from kaocheng.disclosure.between.dossiers import Pair
from kaocheng.kernel.extracts import Extract, Told
from kaocheng.kernel.findings import Finding, Severity

_ONE = Decimal(1)
_SURE = "两份文件的编报范围相同，文中也没有写有调整"
_UNSURE = "两份文件的编报范围、口径是否完全相同，从文中看不出来，请核实"


def finding(code: str, pair: Pair, unsure: Severity) -> Finding:
    """The finding, at the figure of the later document; `unsure` is its weight where extents may differ."""
    told, known, sure = pair.told, pair.known, _sure(pair.here, pair.there)
    figure, want = told.figure, _wanted(told, known)
    return Finding(
        code=code,
        place=figure.place,
        quote=figure.text,
        written=figure.text,
        expected=_expected(told, want),
        difference=figure.say(figure.base - want),
        message=f"{_says(told)}；《{called(pair.here.file, pair.there.file)}》印的{known.year}年“{known.name}”"
        f"是 {_print(known)}。"
        f"{_SURE if sure else _UNSURE}。",
        severity=None if sure else unsure,
        related=(known.figure.place, *((told.now.place,) if told.now else ())),
    )


def _sure(here: Extract, there: Extract) -> bool:
    """Whether both surely have the same extent and reckoning."""
    unit = here.level == there.level == "单位"
    counted = here.level == there.level != "" and here.units is not None and there.units is not None
    return (unit or counted) and not here.regrouped


def _wanted(told: Told, known: Told) -> Decimal:
    """What the figure should be: the other amount, or the change that leads to it, as finely as printed."""
    if told.now is None:
        return known.figure.base
    change = (told.now.base - known.figure.base) * told.sign
    return (change / told.step).quantize(_ONE, ROUND_HALF_UP) * told.step


def _expected(told: Told, want: Decimal) -> str:
    """In the words of the figure; a change that went the other way says which."""
    if told.now is None or want >= 0:
        return told.figure.say(want)
    return ("减少" if told.sign > 0 else "增加") + told.figure.say(-want)


def _says(told: Told) -> str:
    if told.now is None:
        return f"“{told.name}”写作 {_print(told)}"
    way = "增加" if told.sign > 0 else "减少"
    last = told.now.say(told.interval.middle)
    return f"“{told.name}”{_amount(told.now.text, told.now.unit.name)}，比上年{way} {told.figure.text}，上年应为 {last}"


def _print(told: Told) -> str:
    return _amount(told.figure.text, told.figure.unit.name)


def _amount(text: str, unit: str) -> str:
    """A print with its unit, which a cell does not print beside it."""
    return text if text.endswith(unit) else text + unit


def called(at: str, other: str) -> str:
    """The other document by its name, by its path where both have one name."""
    here, there = PurePath(at), PurePath(other)
    return str(there) if here.name == there.name else there.name
