"""Kinds of lateness (超期种类): every clock of a case that somebody may let run out, each with its own list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.http import urlencode

from kaocheng.site.cases import lateness
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.querysets import CaseQuerySet
from kaocheng.site.supervision.figures import Told, opened

Found = Callable[[CaseQuerySet, date], QuerySet[StoredCase]]
MOST = 1_000
"""Counted exactly up to so many; what is beyond is bad enough."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind (一种超期): its name, by what it is told, which cases, and the column that says since when.

    `of_open` is the condition, where it is one of open cases.
    """

    key: str
    title: str
    formula: str
    found: Found
    column: str
    of_open: Callable[[date], Q] | None = None

    def address(self) -> str:
        """Where its cases are listed."""
        return f"{reverse('supervision:late')}?{urlencode({'kind': self.key})}"


KINDS = tuple(
    Kind(*one)
    for one in (
        ("promised", "承诺超期", "在办，承诺期满日在今天以前",
         lambda seen, today: seen.overdue(today), "due_on", lateness.past_promise),
        ("legal", "法定超期", "在办，法定期满日在今天以前",
         lambda seen, today: seen.legally_overdue(today), "legal_due_on",
         lateness.past_law),
        ("silent", "逾期未告知", "收件后五个工作日没有告知，行政许可依法视为受理",
         lambda seen, today: seen.silent_since(today), "answer_by", lateness.silent),
        ("unanswered", "补正后逾期未受理", "补正后五个工作日没有决定是否受理",
         lambda seen, today: seen.unanswered(today), "answer_by", lateness.unanswered),
        ("unsupplied", "补正逾期未处理", "申请人没有按期补正，也没有退件",
         lambda seen, today: seen.unsupplied(today), "supply_by"),
        ("not_on_spot", "即办件未当日办结", "即办件今天以前受理，还没有办结",
         lambda seen, today: seen.not_on_spot(today), "accepted_at",
         lateness.not_on_spot),
        ("untaken", "即办件未当日受理", "即办件在更早的工作日收件，还停在登记",
         lambda seen, today: seen.untaken(today), "received_at", lateness.untaken),
        ("special", "特别程序逾期未结束", "特别程序超过告知申请人的时间还没有结束，承诺时限一直暂停",
         lambda seen, today: seen.special_overdue(today), "special_by",
         lateness.past_special),
        ("unserved", "送达超期", "决定后十日内没有送达（邮寄的，没有签收）",
         lambda seen, today: seen.unserved(today), "serve_by"),
        ("owing", "容缺逾期", "容缺材料期满没有补齐",
         lambda seen, today: seen.owing_since(today), "owed_by"),
        ("unchecked", "承诺待核查", "告知承诺到了核查期限还没有核查",
         lambda seen, today: seen.to_check(today), "check_by"),
    )
)  # fmt: skip
"""In the order shown; the promised limit first."""


def kind_of(key: str) -> Kind:
    """A kind by its key; the promised limit for a key nobody has."""
    return next((kind for kind in KINDS if kind.key == key), KINDS[0])


def told(seen: CaseQuerySet, today: date) -> Iterator[Told]:
    """How many there are of each kind, with their list behind."""
    counts = _of_open(seen, today) if seen.parted else {}
    for kind in KINDS:
        count = counts.get(kind.key)
        if count is None:
            count = kind.found(seen, today).order_by()[: MOST + 1].count()
        yield Told(
            kind.title, min(count, MOST), "件以上" if count > MOST else "件", kind.formula,
            kind.address(), "bad" if count else "",
        )  # fmt: skip


def _of_open(seen: CaseQuerySet, today: date) -> dict[str, int]:
    """Those of open cases counted at once: no index holds a department's late ones, each kind reads all open."""
    told = {kind.key: kind.of_open(today) for kind in KINDS if kind.of_open}
    counted = {key: Count("county", filter=condition) for key, condition in told.items()}
    return opened(seen).aggregate(**counted)
