"""WRD012: a date that no calendar has (2月30日, 13月1日)."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from kaocheng.disclosure.statement import Statement
from kaocheng.disclosure.wording import Words, look, passages, skipped, template
from kaocheng.kernel.findings import Finding, Unjudged
from kaocheng.kernel.rulebook import rule

CODE = "WRD012"
_DATE = re.compile(
    r"(?:(?<!\d)(?P<year>20\d\d)\s*年\s*)?(?<![\d.])(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日"
)
_LEAP = 2024


@rule("日期不存在", family="文字内容", of=Statement)
def impossible_date(statement: Statement) -> Iterator[Finding | Unjudged]:
    """月份应在1到12之间，日应在当月的天数之内。"""
    if statement.profile.template:
        yield from template(CODE, statement)
        return
    texts = list(passages(statement.document))
    if not any(_DATE.search(passage.text) for passage in texts):
        yield skipped(CODE, "没有写明月日的日期")
    yield from look(CODE, iter(texts), _DATE, _words)


def _words(match: re.Match[str]) -> Words | None:
    year = int(match["year"] or _LEAP)
    month, day = int(match["month"]), int(match["day"])
    if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
        return None
    return Words("日历上有的日期", f"“{match[0]}”这一天不存在。", "核对并改正日期。")
