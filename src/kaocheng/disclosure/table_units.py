"""Units told by a row's or a column's own name (行内单位、栏内单位), such as 公务用车保有量（辆）."""

from __future__ import annotations

import re

from kaocheng.kernel.units import NONE, PERCENT, Unit, unit

_NAMES = r"个|人|人次|辆|台|套|台（套）|批次|批|次|项|件|户|%|％|元|万元|千元|亿元|平方米"
_IN_NAME = re.compile(rf"[（(]({_NAMES})[)）]$")
_RATE = re.compile(r"[%％][）)]?$|(?:率|幅|幅度|占比|比重|比例|百分比)$")
_COUNT = re.compile(r"(?:数量|个数|人数|次数|件数|台数|户数)$")


def row_unit(name: str) -> Unit | None:
    """The unit in brackets at the end of a row's name, or None."""
    match = _IN_NAME.search("".join(name.split()))
    return unit(match[1]) if match else None


def column_unit(heading: str) -> Unit | None:
    """The unit in brackets at the end of a heading, % where it names a rate, none where it counts, or None."""
    found = row_unit(heading) or (PERCENT if _RATE.search(heading) else None)
    return found or (NONE if _COUNT.search(heading) else None)
