"""Setting the opening hours (开放时间设置): the weekly table and days arranged apart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from kaocheng.hall.hours import Span, check_spans
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.hands import Hand
from kaocheng.site.accounts.models import Account
from kaocheng.site.hall.models import StoredHall, StoredOpening, StoredSpecialDay
from kaocheng.site.hall.services.keeping import tell
from kaocheng.site.hall.services.storing import hall_of

_WEEK = 7


@transaction.atomic
def set_week(
    *,
    county: str,
    hall: str,
    week: Sequence[Sequence[Span]],
    by: Account | str,
    role: str,
    at: datetime,
) -> StoredHall:
    """Set the weekly table (每周开放时间): the spans of Monday to Sunday."""
    if len(week) != _WEEK:
        raise Refusal("hours.week", "每周开放时间要写七天。", "不开放的日子留空。")
    place = hall_of(county, hall)
    place.openings.all().delete()
    for weekday, spans in enumerate(week):
        check_spans(tuple(spans))
        StoredOpening.objects.bulk_create(
            StoredOpening(hall=place, weekday=weekday, opens=s.opens, closes=s.closes)
            for s in spans
        )
    told = [[str(span) for span in spans] for spans in week]
    tell(county, f"hall/{hall}", "hours", Hand(by, role, at), {"week": told})
    return hall_of(county, hall)


@transaction.atomic
def set_special_day(
    *, county: str, hall: str, day: date, spans: Sequence[Span], cause: str, by: Account | str,
    role: str, at: datetime,
) -> StoredSpecialDay:  # fmt: skip
    """Arrange one day apart (特别安排): other hours, or closed when no spans are given."""
    check_spans(tuple(spans))
    if not cause.strip():
        raise Refusal("hours.cause", "特别安排要写明原因，群众会看到。", "请填写原因。")
    place = hall_of(county, hall)
    told = [[f"{span.opens:%H:%M}", f"{span.closes:%H:%M}"] for span in spans]
    row, _ = StoredSpecialDay.objects.update_or_create(
        hall=place, day=day, defaults={"spans": told, "cause": cause.strip()}
    )
    facts = {"day": day, "spans": told, "cause": row.cause}
    tell(county, f"hall/{hall}", "special_day", Hand(by, role, at), facts)
    return row


@transaction.atomic
def drop_special_day(
    *, county: str, hall: str, day: date, by: Account | str, role: str, at: datetime
) -> None:
    """Take an arrangement back (取消特别安排)."""
    place = hall_of(county, hall)
    gone, _ = place.special_days.filter(day=day).delete()
    if not gone:
        raise Refusal("hours.none", "那一天没有特别安排。", "请刷新页面。")
    tell(county, f"hall/{hall}", "special_day_dropped", Hand(by, role, at), {"day": day})
