"""Rows of the hall (大厅): places, people, queue, appointments, devices."""

from kaocheng.site.hall.models.booking import StoredAppointment, StoredSlot, StoredSlotPlan
from kaocheng.site.hall.models.devices import StoredDevice
from kaocheng.site.hall.models.people import (
    StoredAuthorisation,
    StoredResidency,
    StoredShift,
    StoredStaff,
)
from kaocheng.site.hall.models.places import (
    StoredFloor,
    StoredGroup,
    StoredHall,
    StoredOpening,
    StoredRoom,
    StoredSpecialDay,
    StoredSpell,
    StoredWindow,
    StoredZone,
)
from kaocheng.site.hall.models.queue import StoredCounter, StoredQueueDay, StoredSitting
from kaocheng.site.hall.models.tickets import StoredTicket

__all__ = [
    "StoredAppointment",
    "StoredAuthorisation",
    "StoredCounter",
    "StoredDevice",
    "StoredFloor",
    "StoredGroup",
    "StoredHall",
    "StoredOpening",
    "StoredQueueDay",
    "StoredResidency",
    "StoredRoom",
    "StoredShift",
    "StoredSitting",
    "StoredSlot",
    "StoredSlotPlan",
    "StoredSpecialDay",
    "StoredSpell",
    "StoredStaff",
    "StoredTicket",
    "StoredWindow",
    "StoredZone",
]
