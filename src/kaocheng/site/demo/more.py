"""What a hall has besides its days (示范的其余): residency, a theme, a special procedure, the post, an archive."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from kaocheng.cases.materials import needed
from kaocheng.cases.states import Channel
from kaocheng.catalogue.themes.records import FormField, Theme, ThemeItem
from kaocheng.hall.posts import Role
from kaocheng.hall.residency import Mode, Power
from kaocheng.site.accounts.models import Account
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.services import make_move, open_case
from kaocheng.site.catalogue.services import version_in_force
from kaocheng.site.closing.archiving import archive
from kaocheng.site.closing.inviting import invite_after
from kaocheng.site.demo.days import handed
from kaocheng.site.hall import services as hall
from kaocheng.site.themes.services import (
    compiled_theme,
    move_theme,
    open_theme_case,
    save_theme,
)

THEME = Theme(
    "YJS01", "开办餐饮店", "D001",
    (
        ThemeItem("S004", (FormField("经营者姓名"), FormField("经营场所"))),
        ThemeItem("S005", (FormField("经营者姓名"), FormField("经营项目"))),
        ThemeItem("S008", (FormField("占用位置"), FormField("占用起始日", "date")), optional=True),
    ),
    summary="从办照到开张，一次申请，一套材料。",
)  # fmt: skip
_RESIDENTS = {
    "D002": (("shichang",), ("S004", "S005")),
    "D003": (("zhujian",), ("S003", "S006", "S008")),
    "D004": (("xiaofang", "xiaofang2"), ("S002", "S003")),
    "D005": ((), ("S007",)),
    "D006": (("weijian", "weijian2"), ("S001",)),
}
"""Departments in the hall: whom they have sent, which items; one of them is here by name only."""
_RENTED = ("rented",)


@dataclass(frozen=True)
class More:
    """The people, the county and the moment (示范班子)."""

    county: str
    staff: Mapping[str, Account]
    citizens: list[str]
    names: Mapping[str, str]
    at: datetime

    def hand(self, username: str) -> dict[str, Any]:
        """Who does it, in his only role."""
        by = self.staff[username]
        return {"county": self.county, "by": by, "role": next(iter(by.roles))}

    def move(
        self, row: StoredCase, move: str, username: str, minutes: int, **given: Any
    ) -> StoredCase:
        """One step so many minutes later."""
        at = max(self.at + timedelta(minutes=minutes), row.moved_at)
        return make_move(number=row.number, move=move, given=given, at=at, **self.hand(username))


def make_more(told: More, *, since: date) -> None:
    """All of it, in the course of one morning."""
    _residencies(told, since)
    _special(told)
    _posted(told)
    _archived(told)
    _theme(told)


def _residencies(told: More, since: date) -> None:
    hand = {**told.hand("zhuguan"), "at": told.at}
    for unit, (people, items) in _RESIDENTS.items():
        hall.save_residency(
            department=unit, name=told.names[unit], mode=Mode.STAFF_AND_ITEMS, since=since,
            due=list(items), items=list(items), excused={}, **hand,
        )  # fmt: skip
        for username in people:
            account = told.staff[username]
            hall.register_staff(
                account=account, employment="行政", employer=told.names[unit], department=unit,
                since=since, **hand,
            )  # fmt: skip
            hall.authorise(
                number=f"示授〔{since.year}〕{username}", department=unit, account=account, items=["*"],
                powers=[Power.REVIEW, Power.SIGN], since=since, **hand,
            )  # fmt: skip


def _opened(told: More, item: str, situations: Iterable[str], citizen: int) -> StoredCase:
    """A case with all its papers, taken in at window 1."""
    on = told.at.date()
    version = version_in_force(county=told.county, item=item, on=on)
    chosen = tuple(situations)
    return open_case(
        item=item, applicant=told.citizens[citizen], channel=Channel.WINDOW, window="W01",
        situations=chosen, received=handed(needed(version, chosen)), at=told.at, again=True,
        **told.hand("chuangkou1"),
    )  # fmt: skip


def _special(told: More) -> None:
    """现场勘验 under way: the promised limit stands still, the statutory one runs."""
    row = told.move(_opened(told, "S001", _RENTED, 0), "accept", "chuangkou1", 5)
    told.move(
        row, "begin_special", "weijian", 20, special="现场勘验", within=5, task="site",
        officers=["weijian", "weijian2"], reason="核对布局与图纸是否一致",
    )  # fmt: skip


def _posted(told: More) -> None:
    """Granted and sent by post, not signed for yet."""
    row = told.move(_opened(told, "S001", _RENTED, 1), "accept", "chuangkou1", 5)
    for task, who in (("site", "weijian"), ("paper", "shenpi")):
        row = told.move(row, "finish_task", who, 30, task=task, opinion="通过")
    row = told.move(row, "grant", "shouxi", 40, certificate=f"示许〔{told.at.year}〕Y1号")
    row = told.move(row, "close", "shouxi", 45)
    row = told.move(row, "deliver", "chujian", 50, mode="邮寄", waybill="SF0000000001", cost="12")
    invite_after(row=row, at=row.moved_at)


def _archived(told: More) -> None:
    """Done on the spot, handed over, archived."""
    row = told.move(_opened(told, "S007", (), 2), "accept", "chuangkou1", 2)
    row = told.move(row, "grant", "chuangkou1", 4, certificate=f"示证〔{told.at.year}〕Y2号")
    row = told.move(row, "close", "chuangkou1", 4)
    row = told.move(row, "deliver", "chuangkou1", 6, mode="现场", receiver="本人")
    invite_after(row=row, at=row.moved_at)
    row = StoredCase.objects.get(pk=row.pk)
    issuer = told.staff["chujian"]
    archive(row=row, by=issuer, role=Role.ISSUER, at=row.moved_at)


def _theme(told: More) -> None:
    """A theme online, and one application for it."""
    hand = told.hand("mulu")
    save_theme(theme=THEME, at=told.at, **hand)
    for move in ("enter", "publish"):
        move_theme(number=THEME.number, move=move, at=told.at, **hand)
    whole = compiled_theme(county=told.county, theme=THEME, on=told.at.date(), chosen=())
    open_theme_case(
        theme=THEME.number, applicant=told.citizens[3], channel=Channel.WINDOW, window="W01",
        at=told.at, values={"经营者姓名": "申请人003"},
        handed={m.name: {"form": "纸质", "originals": 1} for m in whole.materials if m.asked},
        **told.hand("chuangkou1"),
    )  # fmt: skip
