"""Windows: what each type takes in, and how many were in use on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from kaocheng.hall.places import Floor, Hall, Room, Zone, area_faults
from kaocheng.hall.windows import Scope, Spell, Window, count_by_kind, room_kinds, window_kinds

OPEN = (Spell(date(2024, 1, 2), date(2024, 6, 30), "装修"), Spell(date(2024, 9, 1)))
LISTED = Window("W1", "1号", "joint", items=("S1", "S2"), spells=OPEN)


def test_a_universal_window_takes_all() -> None:
    """无差别 takes any item, a department's window its list, the enquiry and issuing windows none."""
    assert LISTED.takes("S1")
    assert not LISTED.takes("S3")
    assert replace(LISTED, kind="universal", items=()).takes("S3")
    assert not replace(LISTED, kind="issuing").takes("S1")
    assert not replace(LISTED, kind="enquiry").takes("S1")


def test_in_use_follows_the_spells() -> None:
    """Both days of a spell count, the days between two do not."""
    days = [date(2024, 1, 1), date(2024, 1, 2), date(2024, 6, 30), date(2024, 7, 1)]
    assert [False, True, True, False] == [LISTED.in_use(day) for day in days]
    assert LISTED.in_use(date(2030, 1, 1))


def test_windows_counted_by_type_on_a_date() -> None:
    """The count names its windows; rooms behind are no windows; a closed one is not counted."""
    issuing = Window("W3", "3号", "issuing", spells=(Spell(date(2024, 1, 2)),))
    windows = [issuing, replace(LISTED, number="W2"), LISTED]
    assert {"issuing": ("W3",), "joint": ("W1", "W2")} == count_by_kind(windows, date(2024, 2, 1))
    assert {"issuing": ("W3",)} == count_by_kind(windows, date(2024, 8, 1))
    assert {} == count_by_kind(windows, date(2023, 12, 31))


def test_every_type_has_a_basis() -> None:
    """Types are data: each with a name, a scope that the code knows, and where the name is from."""
    assert "无差别综合窗口" == window_kinds()["universal"].title
    assert Scope.ALL is window_kinds()["universal"].scope
    assert [k for k in window_kinds().values() if k.issues] == [window_kinds()["issuing"]]
    assert all(kind.basis and kind.title for kind in window_kinds().values())
    assert all(kind.basis and kind.title for kind in room_kinds().values())


def test_areas_must_close() -> None:
    """Floors larger together than the hall, and rooms larger than their zone, are named with the difference."""
    zone = Zone(
        "Z1",
        "商事登记区",
        Decimal(100),
        windows=(LISTED,),
        rooms=(
            Room("R1", "1室", "approval", Decimal(60)),
            Room("R2", "2室", "server", Decimal("60.5")),
        ),
    )
    hall = Hall(
        "D1", "大厅", area=Decimal(5080), floors=(Floor("F1", "一楼", Decimal(2000), (zone,)),)
    )
    assert ("商事登记区面积100㎡，小于各房间面积之和120.5㎡，相差20.5㎡。",) == area_faults(hall)
    assert () == area_faults(replace(hall, floors=()))
    assert [LISTED] == list(hall.windows())
    assert ["R1", "R2"] == [room.number for room in hall.rooms()]
