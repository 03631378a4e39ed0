"""Days as people write them (日期): 2023-05-06, 2023/5/6, 2023.5.6, 2023年5月6日, 20230506."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from kaocheng.kernel.numerals import plain
from kaocheng.kernel.registers.misreadings import Misread

_TIME = r"(?:[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?"
_DAY = re.compile(
    rf"(\d{{4}})\s*(?:([-/.])\s*(\d{{1,2}})\s*\2\s*(\d{{1,2}})|年\s*(\d{{1,2}})\s*月\s*(\d{{1,2}})\s*[日号])"
    rf"{_TIME}"
)
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SERIAL = re.compile(r"[34]\d{4}(?:\.\d+)?")
_HINT = "请写成 2023-05-06 这样的年月日"


@lru_cache(maxsize=4096)
def day(text: str) -> date | Misread:
    """The day written, or why it cannot be taken."""
    bared = plain(text)
    if found := _DAY.fullmatch(bared):
        parts = [found[1], found[3] or found[5], found[4] or found[6]]
    elif found := _DIGITS.fullmatch(bared):
        parts = list(found.groups())
    else:
        return _refused(bared)
    try:
        return date(*(int(part) for part in parts))
    except ValueError:
        return Misread("没有这一天", "请核对月份和日期")


def _refused(text: str) -> Misread:
    if _SERIAL.fullmatch(text):
        return Misread("日期成了一个数（电子表格的日期序号）", "请把这一栏设为日期格式")
    if re.fullmatch(r"\d{4}[-/.年]\d{1,2}月?", text):
        return Misread("日期没有写到日", _HINT)
    if re.fullmatch(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}", text):
        return Misread("年份不在最前面，分不清月和日", _HINT)
    return Misread("读不出日期", _HINT)
