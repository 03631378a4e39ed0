"""Places of a hall (大厅场所): hall, floor, zone, and the windows and rooms in a zone, with their areas."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kaocheng.hall.windows import Window


@dataclass(frozen=True, slots=True)
class Room:
    """A room that is not a window (后台用房): kind 后台审批室, 机房 …, area in ㎡ (None when not given)."""

    number: str
    name: str
    kind: str
    area: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Zone:
    """A functional zone of a floor (功能区): its windows and rooms."""

    number: str
    name: str
    area: Decimal | None = None
    windows: tuple[Window, ...] = ()
    rooms: tuple[Room, ...] = ()


@dataclass(frozen=True, slots=True)
class Floor:
    """A floor (楼层) with its zones."""

    number: str
    name: str
    area: Decimal | None = None
    zones: tuple[Zone, ...] = ()


@dataclass(frozen=True, slots=True)
class Hall:
    """A service hall (政务服务中心、政务服务大厅): address, area in ㎡, day it was opened, floors."""

    number: str
    name: str
    address: str = ""
    area: Decimal | None = None
    opened_on: date | None = None
    floors: tuple[Floor, ...] = ()

    def windows(self) -> Iterator[Window]:
        """All windows of the hall, floor by floor (全部窗口)."""
        return (window for zone in self.zones() for window in zone.windows)

    def rooms(self) -> Iterator[Room]:
        """All rooms behind the windows (全部后台用房)."""
        return (room for zone in self.zones() for room in zone.rooms)

    def zones(self) -> Iterator[Zone]:
        """All zones (全部功能区)."""
        return (zone for floor in self.floors for zone in floor.zones)


def area_faults(hall: Hall) -> tuple[str, ...]:
    """What the areas contradict (面积矛盾): parts larger together than the whole they lie in."""
    return tuple(_faults(hall))


def _faults(hall: Hall) -> Iterator[str]:
    yield from _too_large(hall.name, hall.area, "各楼层", [floor.area for floor in hall.floors])
    for floor in hall.floors:
        yield from _too_large(floor.name, floor.area, "各功能区", [z.area for z in floor.zones])
        for zone in floor.zones:
            yield from _too_large(zone.name, zone.area, "各房间", [r.area for r in zone.rooms])


def _too_large(
    name: str, whole: Decimal | None, parts: str, areas: list[Decimal | None]
) -> Iterator[str]:
    known = sum((area for area in areas if area is not None), Decimal(0))
    if whole is not None and known > whole:
        yield f"{name}面积{whole}㎡，小于{parts}面积之和{known}㎡，相差{known - whole}㎡。"
