"""Dates of targets and of what was done (完成时限): 2022年12月底前, 2022年第四季度, 2023.2.28."""

from __future__ import annotations

import calendar
import re
from datetime import date

from kaocheng.kernel.numerals import plain

_YEAR = r"(?P<year>20\d\d)(?:年度?|[-./])"
_DAY = rf"{_YEAR}(?P<month>\d{{1,2}})(?:月(?:份)?|[-./])(?P<day>\d{{1,2}})日?"
_MONTH = rf"{_YEAR}(?P<month>\d{{1,2}})月(?:份)?"
_QUARTER = rf"{_YEAR}第?(?P<quarter>[一二三四1-4])季度"
_END = r"(?:20\d\d)年(?:度|底|末|年底|年末)?"
_BEFORE = r"^(?:[≤<＜≦=＝]|不晚于|截至|截止到?|于|在|已于)?"
_BEHIND = r"(?:底|末|下旬|中旬|上旬)?(?:\(含\))?(?:之?前|以前)?(?:全部|均|已)?(?:完成|完工|竣工|建成|投入使用)?[。]?$"
_FORMS = tuple(re.compile(_BEFORE + form + _BEHIND) for form in (_DAY, _MONTH, _QUARTER))
_WHOLE_YEAR = re.compile(_BEFORE + _END.replace("(?:20", "(?P<year>20", 1) + _BEHIND)
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}


def span(text: str) -> tuple[date, date] | None:
    """The first and the last day a cell can mean, both generous; None where it is no one date.

    Before a month (12月前) may mean with that month, so it ends with it: doubt never makes a fault.
    """
    bare = re.sub(r"\s", "", plain(text))
    found = next((m for form in _FORMS if (m := form.match(bare))), None)
    if found is None:
        whole = _WHOLE_YEAR.match(bare)
        return (date(int(whole["year"]), 1, 1), date(int(whole["year"]), 12, 31)) if whole else None
    told = found.groupdict()
    last = _month(told)
    if not 1 <= last <= 12:
        return None
    return _days(int(told["year"]), last, told)


def _month(told: dict[str, str]) -> int:
    """The last month meant."""
    if quarter := told.get("quarter"):
        return 3 * int(_QUARTERS.get(quarter, quarter))
    return int(told["month"])


def _days(year: int, month: int, told: dict[str, str]) -> tuple[date, date] | None:
    end = calendar.monthrange(year, month)[1]
    day = int(told.get("day") or 0)
    if day > end:
        return None
    if day:
        return date(year, month, day), date(year, month, day)
    return date(year, month - 2 if "quarter" in told else month, 1), date(year, month, end)
