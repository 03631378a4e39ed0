"""Units told by a row's own name (行内单位), such as 公务用车保有量（辆）."""

from __future__ import annotations

import re

from kaocheng.kernel.units import Unit, unit

_IN_NAME = re.compile(
    r"[（(](个|人|人次|辆|台|套|台（套）|批次|批|次|项|件|户|%|％|元|万元|千元|亿元|平方米)[)）]$"
)


def row_unit(name: str) -> Unit | None:
    """The unit in brackets at the end of a row's name, or None."""
    match = _IN_NAME.search(name)
    return unit(match[1]) if match else None
