"""Addresses (网址): 大厅."""

from __future__ import annotations

from kaocheng.hall.posts import Role
from kaocheng.site.base.entries import Entry, Group
from kaocheng.site.base.routes import ANYONE, page
from kaocheng.site.hall.pages import (
    access,
    caller,
    counter,
    display,
    floor,
    following,
    kiosk,
    public,
)
from kaocheng.site.hall.pages.setup import devices, hours, people, places, residency

app_name = "hall"
CALLERS = caller.CALLERS
SETTERS = (Role.HALL_SUPERVISOR, Role.SYSTEM_MANAGER)
WATCHERS = (Role.HALL_SUPERVISOR, Role.INSPECTOR, Role.SYSTEM_MANAGER)
PLANNERS = (Role.HALL_SUPERVISOR,)
HALLS = Entry("大厅与预约", "开放时间、现在等几个人、预约办理时间", Group.SERVICE, 60)
CALLING = Entry("叫号", "开窗、叫下一位、办理、过号、转窗", Group.WINDOW, 10, "q")
COUNTER = Entry("导服台取号", "帮群众取号，为预约的人签到", Group.WINDOW, 20)
FLOOR = Entry("大厅现场", "各窗口在办什么，谁在等，等了多久", Group.HALL, 10)
FIGURES = Entry("大厅运行数据", "等候、办理、弃号，每个数可查依据", Group.HALL, 20)
SHIFTS = Entry("排班", "谁在哪个窗口，从几点到几点", Group.HALL, 30)
RESIDENCY = Entry("部门进驻", "进驻事项、人员、授权书，进驻率和授权率", Group.HALL, 40)
SETUP = Entry("大厅设置", "楼层、窗口、取号业务、开放时间", Group.HALL, 60)
DEVICES = Entry("大厅设备", "取号机、显示屏的登记和令牌", Group.HALL, 70)

_PUBLIC = [
    page("public/", public.halls, name="halls", may=ANYONE, entry=HALLS),
    page("public/<str:number>/", public.booking, name="booking", may=ANYONE),
    page(
        "public/<str:number>/<str:letter>/", public.booking_times, name="booking_times", may=ANYONE
    ),
    page("public/<str:number>/<str:letter>/slot/", public.book, name="book", may=ANYONE),
    page("booked/<str:code>/", public.booked, name="booked", may=ANYONE),
    page("booked/<str:code>/cancel/", public.cancel, name="cancel_booking", may=ANYONE),
    page("t/<str:code>/", following.follow, name="follow", may=ANYONE),
    page("t/<str:code>/state/", following.follow_state, name="follow_state", may=ANYONE),
    page("t/<str:code>/give-up/", following.follow_give_up, name="follow_give_up", may=ANYONE),
    page("t/<str:code>/rejoin/", following.follow_rejoin, name="follow_rejoin", may=ANYONE),
]
# a device is let in by its token, which its pages ask for themselves
_DEVICES = [
    page("device/", access.enrol, name="enrol", may=ANYONE),
    page("kiosk/", kiosk.kiosk, name="kiosk", may=ANYONE),
    page("kiosk/check-in/", kiosk.check_in, name="kiosk_check_in", may=ANYONE),
    page("kiosk/rejoin/", kiosk.rejoin, name="kiosk_rejoin", may=ANYONE),
    page("kiosk/slip/<str:code>/", kiosk.slip, name="slip", may=ANYONE),
    page("kiosk/<str:letter>/", kiosk.choose, name="choose", may=ANYONE),
    page("kiosk/<str:letter>/take/", kiosk.take, name="take", may=ANYONE),
    page("display/", display.display, name="display", may=ANYONE),
    page("display/board/", display.board, name="board", may=ANYONE),
]
_WINDOW = [
    page("caller/", caller.caller, name="caller", may=CALLERS, entry=CALLING),
    page("caller/panel/", caller.panel, name="panel", may=CALLERS),
    page("caller/transfer/", caller.transfer, name="transfer", may=CALLERS),
    page("caller/sit/<str:deed>/", caller.sit, name="sit", may=CALLERS),
    page("caller/do/<str:move>/", caller.act, name="act", may=CALLERS),
    page("counter/", counter.counter, name="counter", may=CALLERS, entry=COUNTER),
    page("counter/slip/<str:code>/", counter.counter_slip, name="counter_slip", may=CALLERS),
]
_FLOOR = [
    page("floor/", floor.floor, name="floor", may=WATCHERS, entry=FLOOR),
    page("floor/live/", floor.floor_live, name="floor_live", may=WATCHERS),
    page("figures/", floor.figures, name="figures", may=WATCHERS, entry=FIGURES),
    page("figures/<str:key>/", floor.proof, name="proof", may=WATCHERS),
    page("tickets/<str:number>/", floor.ticket, name="ticket", may={*WATCHERS, *CALLERS}),
]
_SETUP = [
    page("setup/", places.setup, name="setup", may=SETTERS, entry=SETUP),
    page("setup/new/", places.edit_hall, name="new_hall", may=SETTERS),
    page("setup/<str:number>/", places.edit_hall, name="edit_hall", may=SETTERS),
    page("setup/<str:number>/hours/", hours.hours, name="hours", may=SETTERS),
    page("setup/<str:number>/hours/week/", hours.edit_week, name="edit_week", may=SETTERS),
    page("setup/<str:number>/hours/day/", hours.edit_day, name="edit_day", may=SETTERS),
    page("setup/<str:number>/hours/<str:day>/drop/", hours.drop_day, name="drop_day", may=SETTERS),
    page("setup/<str:number>/part/<str:part>/", places.edit_part, name="edit_part", may=SETTERS),
    page("setup/<str:number>/group/", places.edit_group, name="new_group", may=SETTERS),
    page(
        "setup/<str:number>/group/<str:letter>/", places.edit_group, name="edit_group", may=SETTERS
    ),
    page(
        "setup/<str:number>/group/<str:letter>/plan/",
        places.edit_plan,
        name="edit_plan",
        may=SETTERS,
    ),
    page("setup/<str:number>/window/", places.edit_window, name="new_window", may=SETTERS),
    page("setup/<str:number>/window/<str:window>/", places.window, name="window", may=SETTERS),
    page(
        "setup/<str:number>/window/<str:window>/edit/",
        places.edit_window,
        name="edit_window",
        may=SETTERS,
    ),
    page(
        "setup/<str:number>/window/<str:window>/suspend/",
        places.suspend,
        name="suspend",
        may=SETTERS,
    ),
    page(
        "setup/<str:number>/window/<str:window>/reinstate/",
        places.reinstate,
        name="reinstate",
        may=SETTERS,
    ),
    page("devices/", devices.devices, name="devices", may=SETTERS, entry=DEVICES),
    page("devices/new/<str:number>/", devices.edit_device, name="edit_device", may=SETTERS),
    page("devices/<str:number>/issue/", devices.issue, name="issue", may=SETTERS),
    page("devices/<str:number>/revoke/", devices.revoke, name="revoke_device", may=SETTERS),
]
_PEOPLE = [
    page("shifts/", people.shifts, name="shifts", may=PLANNERS, entry=SHIFTS),
    page("shifts/add/<str:number>/", people.add_shift, name="add_shift", may=PLANNERS),
    page("shifts/<int:shift>/drop/", people.drop_shift, name="drop_shift", may=PLANNERS),
    page("staff/", people.staff, name="staff", may=PLANNERS),
    page("staff/register/", people.register_staff, name="register_staff", may=PLANNERS),
    page(
        "residency/",
        residency.residencies,
        name="residencies",
        may=residency.READERS,
        entry=RESIDENCY,
    ),
    page("residency/new/", residency.edit_residency, name="new_residency", may=PLANNERS),
    page(
        "residency/<str:department>/", residency.residency, name="residency", may=residency.READERS
    ),
    page(
        "residency/<str:department>/edit/",
        residency.edit_residency,
        name="edit_residency",
        may=PLANNERS,
    ),
    page(
        "residency/<str:department>/authorise/", residency.authorise, name="authorise", may=PLANNERS
    ),
    page(
        "residency/<str:department>/letter/<int:letter>/",
        residency.revoke,
        name="revoke_letter",
        may=PLANNERS,
    ),
]
urlpatterns = [*_DEVICES, *_WINDOW, *_FLOOR, *_SETUP, *_PEOPLE, *_PUBLIC]
