"""Write functions of the hall (大厅服务): tickets, windows at work, places, staff, residency, booking, devices."""

from kaocheng.site.hall.services.booking import (
    book,
    cancel_booking,
    check_in,
    note_missed,
    open_slots,
    set_plans,
)
from kaocheng.site.hall.services.building import (
    reinstate_window,
    save_floor,
    save_group,
    save_hall,
    save_room,
    save_window,
    save_zone,
    suspend_window,
)
from kaocheng.site.hall.services.calling import (
    call_back,
    call_next,
    finish,
    pass_over,
    recall,
    serve,
)
from kaocheng.site.hall.services.devices import (
    device_of,
    issue_token,
    register_device,
    revoke_token,
)
from kaocheng.site.hall.services.hours import drop_special_day, set_special_day, set_week
from kaocheng.site.hall.services.leaving import (
    close_day,
    give_up,
    link_case,
    rejoin,
    release,
    transfer,
)
from kaocheng.site.hall.services.sitting import (
    close_window,
    open_window,
    pause_window,
    resume_window,
)
from kaocheng.site.hall.services.staffing import (
    add_shift,
    authorise,
    authorised,
    drop_shift,
    register_staff,
    revoke_authorisation,
    save_residency,
)
from kaocheng.site.hall.services.taking import take_ticket

__all__ = [
    "add_shift",
    "authorise",
    "authorised",
    "book",
    "call_back",
    "call_next",
    "cancel_booking",
    "check_in",
    "close_day",
    "close_window",
    "device_of",
    "drop_shift",
    "drop_special_day",
    "finish",
    "give_up",
    "issue_token",
    "link_case",
    "note_missed",
    "open_slots",
    "open_window",
    "pass_over",
    "pause_window",
    "recall",
    "register_device",
    "register_staff",
    "reinstate_window",
    "rejoin",
    "release",
    "resume_window",
    "revoke_authorisation",
    "revoke_token",
    "save_floor",
    "save_group",
    "save_hall",
    "save_residency",
    "save_room",
    "save_window",
    "save_zone",
    "serve",
    "set_plans",
    "set_special_day",
    "set_week",
    "suspend_window",
    "take_ticket",
    "transfer",
]
