"""What the days do not show by themselves (示范的其他情形): 容缺, 延期, 不予 with a 差评, 网上申请; and the shifts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from kaocheng.cases.materials import needed
from kaocheng.cases.states import Channel
from kaocheng.feedback.channels import RatingChannel
from kaocheng.feedback.levels import Level
from kaocheng.hall.posts import Role
from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.site.accounts.models import Account
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.services import open_case
from kaocheng.site.catalogue.services import version_in_force
from kaocheng.site.closing.inviting import invite_after, push_at_window
from kaocheng.site.demo.days import handed
from kaocheng.site.demo.more import More
from kaocheng.site.feedback.services import rate, token_of
from kaocheng.site.hall import services as hall

_ITEM, _RENTED = "S001", ("rented",)
_WINDOWS = (("chuangkou1", "W01"), ("chuangkou2", "W02"), ("chuangkou3", "W03"))
_HALVES = ((time(9), time(12)), (time(13), time(17)))


def make_shifts(
    county: str, staff: Mapping[str, Account], days: Sequence[date], *, at: datetime
) -> None:
    """The clerks are staff of the hall, each at a window all day: what the assessment counts from."""
    hand: dict[str, Any] = {
        "county": county,
        "by": staff["zhuguan"],
        "role": Role.HALL_SUPERVISOR,
        "at": at,
    }
    for username, window in _WINDOWS:
        hall.register_staff(
            account=staff[username], employment="进驻", employer="示范县行政审批局",
            department=staff[username].unit, since=days[0], **hand,
        )  # fmt: skip
        for day in days:
            for starts, ends in _HALVES:
                hall.add_shift(
                    account=staff[username], window=window, post=Role.WINDOW_CLERK.value,
                    starts_at=datetime.combine(day, starts, SHANGHAI),
                    ends_at=datetime.combine(day, ends, SHANGHAI), **hand,
                )  # fmt: skip


def make_others(told: More, *, online: Account) -> None:
    """One case of each kind."""
    _tolerated(told)
    _extended(told)
    _denied(told)
    _online(told, online)


def _opened(told: More, citizen: int, *, without: str = "") -> StoredCase:
    version = version_in_force(county=told.county, item=_ITEM, on=told.at.date())
    papers = handed(m for m in needed(version, _RENTED) if m.key != without)
    return open_case(
        item=_ITEM, applicant=told.citizens[citizen], channel=Channel.WINDOW, window="W01",
        situations=_RENTED, received=papers, at=told.at, again=True, **told.hand("chuangkou1"),
    )  # fmt: skip


def _tolerated(told: More) -> None:
    """容缺受理: the report follows."""
    row = _opened(told, 1, without="report")
    told.move(row, "accept", "chuangkou1", 5, deferred=["report"])


def _extended(told: More) -> None:
    """延期: one approved by the manager who was asked, one that waits for him."""
    for citizen in (2, 3):
        row = told.move(_opened(told, citizen), "accept", "chuangkou1", 5)
        row = told.move(
            row, "ask_extension", "shouxi", 30, extra=3, approver="本行政机关负责人",
            official=told.staff["bumen"].username, reason="场所正在整改，需要复核",
        )  # fmt: skip
        if citizen == 2:
            told.move(row, "extend", "bumen", 60)


def _denied(told: More) -> None:
    """不予, handed over at the window, and rated badly: a ticket of 差评 begins."""
    row = told.move(_opened(told, 4), "accept", "chuangkou1", 5)
    for task, who in (("site", "weijian"), ("paper", "shenpi")):
        row = told.move(
            row, "finish_task", who, 30, task=task, opinion="不通过", remark="清洗消毒间不符合要求"
        )
    row = told.move(
        row, "deny", "shouxi", 40, reasons="场所卫生设施不符合公共场所卫生管理条例第三条",
        remedies="可自收到之日起六十日内申请行政复议，或者六个月内提起行政诉讼",
    )  # fmt: skip
    row = told.move(row, "close", "shouxi", 45)
    row = told.move(row, "deliver", "chujian", 50, mode="现场", receiver="本人")
    invitation = invite_after(row=row, at=row.moved_at)
    if invitation is not None:
        clerk = told.staff["chuangkou1"]
        push_at_window(invitation=invitation, window="W01", by=clerk, at=row.moved_at)
        rate(
            token=token_of(invitation, RatingChannel.WINDOW_DEVICE), level=Level.DISSATISFIED,
            text="补正的要求前后说法不一样", at=row.moved_at + timedelta(minutes=2),
        )  # fmt: skip


def _online(told: More, citizen: Account) -> None:
    """网上申请: everything sent by the applicant himself, waiting to be accepted."""
    version = version_in_force(county=told.county, item=_ITEM, on=told.at.date())
    open_case(
        county=told.county, item=_ITEM, applicant=told.citizens[0], channel=Channel.ONLINE,
        situations=_RENTED, received=[{"key": m.key} for m in needed(version, _RENTED)],
        at=told.at, again=True, by=citizen, role=Role.APPLICANT,
    )  # fmt: skip
