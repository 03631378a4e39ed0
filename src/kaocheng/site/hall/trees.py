"""The tree of a hall (大厅结构) as the core knows it, and its windows by type on a day."""

from __future__ import annotations

from datetime import date

from kaocheng.hall.places import Floor, Hall, Room, Zone
from kaocheng.hall.windows import count_by_kind, window_kinds
from kaocheng.site.hall.models import StoredFloor, StoredHall, StoredZone


def tree_of(hall: StoredHall) -> Hall:
    """Hall → floors → zones → windows and rooms, read in a handful of queries."""
    floors = hall.floors.prefetch_related(
        "zones__windows__groups", "zones__windows__spells", "zones__rooms"
    )
    return Hall(
        hall.number,
        hall.name,
        hall.address,
        hall.area,
        hall.opened_on,
        tuple(_floor(floor) for floor in floors),
    )


def counts_on(tree: Hall, day: date) -> list[tuple[str, tuple[str, ...]]]:
    """The windows in use on a day: the type's name and the numbers (窗口数)."""
    counted = count_by_kind(tree.windows(), day)
    return [(window_kinds()[kind].title, numbers) for kind, numbers in counted.items()]


def _floor(row: StoredFloor) -> Floor:
    return Floor(row.number, row.name, row.area, tuple(_zone(zone) for zone in row.zones.all()))


def _zone(row: StoredZone) -> Zone:
    rooms = tuple(Room(r.number, r.name, r.get_kind_display(), r.area) for r in row.rooms.all())
    return Zone(row.number, row.name, row.area, tuple(w.record() for w in row.windows.all()), rooms)
