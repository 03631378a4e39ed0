"""What is written in a cell, as a value (单元格取值): amounts in 分, dates, counts, codes, choices."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from kaocheng.kernel.numerals import is_dash, plain, read_number
from kaocheng.kernel.registers.amounts import amount
from kaocheng.kernel.registers.days import day
from kaocheng.kernel.registers.definitions import Column
from kaocheng.kernel.registers.misreadings import Misread

LONGEST = 2_000
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_ERROR = re.compile(r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)")
_CODE = re.compile(r"(\d+)(?:\.0)?(?:[\s\u3000]*(\D.*))?", re.DOTALL)
_SEPARATORS = re.compile(r"[、,，;；\s/]+")
_WIDE = str.maketrans("（），；：", "(),;:")
_NARROW = str.maketrans(
    {0xFEE0 + ord(c): c for c in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-"}
)
"""Wide digits, letters and the hyphen; brackets may belong to a number (文号) and stay."""
_NAMED = re.compile(r"\d+\.?\d*E\+\d+")


@dataclass(frozen=True, slots=True)
class Code:
    """A 科目 as written: its code, and the name where one stands beside it."""

    code: str
    name: str = ""


def value(column: Column, text: str) -> Any:
    """The value of a cell that is not blank, or a `Misread` that says what is wrong with it."""
    if _ERROR.fullmatch(text):
        return Misread("公式出错，没有结果", "请改正公式，或直接写结果")
    return _READERS[column.kind](column, text)


def bare(text: str) -> str:
    """A cell's text without blanks at its ends, also the wide and the unbreakable ones."""
    return text.strip(" \t\r\n\u3000\xa0\ufeff")


def _text(_: Column, text: str) -> str | Misread:
    if _CONTROLS.search(text):
        return Misread("文字里有看不见的控制字符", "请删去后重新输入")
    if len(text) > LONGEST:
        return Misread(f"文字超过 {LONGEST} 个字", "请缩短，或把详细内容放到附件")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _number(column: Column, text: str) -> str | Misread:
    if text.isascii() and text.isalnum() and not _NAMED.fullmatch(text):
        return text
    bared = text.translate(_NARROW)
    if _NAMED.fullmatch(bared):
        return Misread("编号成了科学记数法，尾数已经丢失", "请把这一栏设为文本格式，重新输入编号")
    if is_dash(bared) or re.search(r"\s", bared):
        return Misread("编号里不能有空格，也不能只写横线", "请写完整的编号；没有就留空")
    return _text(column, bared)


def _amount(column: Column, text: str) -> int | Misread:
    return amount(text, column.sign)


def _count(_: Column, text: str) -> int | Misread:
    bared = plain(text).replace(",", "")
    if re.fullmatch(r"\d{1,7}(?:\.0+)?", bared):
        return int(bared.partition(".")[0])
    return Misread("应是不小于 0 的整数", "请只写数字，如 12，不带单位")


def _decimal(_: Column, text: str) -> Decimal | Misread:
    number = read_number(text)
    if number is None:
        return Misread("应是一个数", "请只写数字，如 98.5；单位写在单位栏里")
    return number.value


def _flag(_: Column, text: str) -> bool | Misread:
    if text in ("是", "否"):
        return text == "是"
    return Misread("只能写“是”或“否”", "请从下拉选项中选")


def _choice(column: Column, text: str) -> str | Misread:
    wanted = re.sub(r"\s+", "", text).translate(_WIDE)
    for choice in column.choices:
        if choice.translate(_WIDE) == wanted:
            return choice
    near = get_close_matches(wanted, column.choices, 1, 0.5)
    hint = f"请改成“{near[0]}”" if near else "请从下拉选项中选"
    return Misread(f"不是可选的内容，只能是：{'、'.join(column.choices)}", hint)


def _code(column: Column, text: str) -> Code | Misread:
    found = _CODE.fullmatch(plain(text))
    if found is None:
        return Misread("应写科目代码", f"请写代码，如 {column.example}，不要只写名称")
    if len(found[1]) not in column.levels:
        digits = "或".join(str(level) for level in column.levels)
        return Misread(f"科目代码应是 {digits} 位数字", f"请写全代码，如 {column.example}")
    return Code(found[1], bare(found[2] or ""))


def _codes(column: Column, text: str) -> tuple[Code, ...] | Misread:
    found = []
    for part in _SEPARATORS.split(plain(text)):
        if not part.isdigit():
            continue  # a name beside its code; a cell of names alone is refused below
        read = _code(column, part)
        if isinstance(read, Misread):
            return read
        found.append(read)
    if not found:
        return Misread("应写科目代码", f"请写代码，几个之间用顿号，如 {column.example}")
    return tuple(dict.fromkeys(found))


def _day(_: Column, text: str) -> Any:
    return day(text)


_READERS: Mapping[str, Callable[[Column, str], Any]] = {
    "text": _text,
    "number": _number,
    "amount": _amount,
    "count": _count,
    "decimal": _decimal,
    "date": _day,
    "flag": _flag,
    "choice": _choice,
    "function": _code,
    "economic": _code,
    "economics": _codes,
}
