"""The hall of the demonstration (示范大厅): departments, places, windows, groups, devices."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from kaocheng.hall.appointments import SlotPlan
from kaocheng.hall.hours import Span
from kaocheng.hall.posts import Role
from kaocheng.site.catalogue.models import StoredDepartment
from kaocheng.site.hall import services
from kaocheng.site.hall.models import StoredZone

_BOOKED_EACH_HOUR = 6


def make_departments(told: Mapping[str, Any], county: str) -> None:
    """The departments, the hall's own bureau among them."""
    for raw in told["department"]:
        StoredDepartment.objects.create(county=county, **raw)


def make_hall(told: Mapping[str, Any], *, county: str, since: date, at: datetime) -> None:
    """Hall, hours, floors, zones, groups, windows."""
    hand: dict[str, Any] = {
        "county": county, "at": at, "by": "system", "role": Role.HALL_SUPERVISOR.value,
    }  # fmt: skip
    hall = told["hall"]
    number = hall["number"]
    services.save_hall(
        number=number, name=hall["name"], address=hall["address"], area=hall["area"], **hand
    )
    day = tuple(Span(*(time(hour) for hour in hall[half])) for half in ("morning", "afternoon"))
    services.set_week(
        hall=number, week=[day] * 7, **hand
    )  # whoever looks on a Sunday finds it open
    for group in told["group"]:
        services.save_group(hall=number, **group, **hand)
        plan = SlotPlan(group["letter"], time(9), time(17), 60, _BOOKED_EACH_HOUR)
        services.set_plans(hall=number, letter=group["letter"], plans=[plan], **hand)
    zones = {raw["number"]: _zone(raw, number, hand) for raw in told["zone"]}
    for window in told["window"]:
        values = {**window, "zone": zones[window["zone"]], "since": since}
        services.save_window(**values, **hand)


def _zone(raw: Mapping[str, str], hall: str, hand: Mapping[str, Any]) -> StoredZone:
    services.save_floor(hall=hall, number=raw["floor"], name=raw["floor_name"], **hand)
    return services.save_zone(
        hall=hall, floor=raw["floor"], number=raw["number"], name=raw["name"], **hand
    )
