"""Making the demonstration (放入示范数据): once for a store; later starts only say who may sign in."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction

from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.site.accounts.models import Account
from kaocheng.site.catalogue.services import adopt_version
from kaocheng.site.demo.days import Hall, work
from kaocheng.site.demo.devices import device_addresses, make_devices
from kaocheng.site.demo.hall import make_departments, make_hall
from kaocheng.site.demo.items import demo_versions, revised
from kaocheng.site.demo.more import More, make_more
from kaocheng.site.demo.others import make_others, make_shifts
from kaocheng.site.demo.people import (
    demo_password,
    make_citizens,
    make_firms,
    make_online_citizen,
    make_staff,
)
from kaocheng.site.law.services import calendar_in_force

DAYS, TICKETS, CITIZENS, FIRMS = 6, 14, 40, 10


def prepare(*, at: datetime) -> Iterator[str]:
    """Fill an empty store, and say which accounts there are."""
    password, county = demo_password(settings.STORE), settings.COUNTY
    if not Account.objects.filter(county=county).exists():
        yield "正在放入示范数据（人员、事项、最近几个工作日的办件）…"
        with transaction.atomic():
            cases = _made(county, make_password(password), at.astimezone(SHANGHAI))
        yield f"示范数据：{DAYS} 个工作日，{cases} 个办件。"
    for account in Account.objects.filter(county=county).order_by("pk"):
        titles = "、".join(role.title for role in sorted(account.roles))
        yield f"  {account.username:<12} {titles}"
    yield f"以上账号的密码都是 {password}"
    for name, address in device_addresses(settings.STORE):
        yield f"{name}：在本站网址后面加 {address} 打开"


def _made(county: str, password: str, at: datetime) -> int:
    told = tomllib.loads(Path(__file__).with_name("place.toml").read_text("utf-8"))
    days = _last_working_days(at.date(), DAYS)
    since, before = date(at.year - 1, 1, 1), _morning(days[0])
    make_departments(told, county)
    for version in demo_versions(since):
        adopt_version(county=county, version=version, at=before)
    adopt_version(county=county, version=revised(since, days[0]), at=before)
    make_hall(told, county=county, since=since, at=before)
    staff = {
        raw["username"]: make_staff(raw, county=county, password=password, since=since, at=before)
        for raw in told["person"]
    }
    citizens = make_citizens(CITIZENS, county=county, at=before)
    firms = make_firms(FIRMS, county=county, at=before)
    make_online_citizen(citizens[0], county=county, password=password, since=since, at=before)
    groups = {group["letter"]: group["items"] for group in told["group"]}
    make_shifts(county, staff, days, at=before)
    cases = work(Hall(county, staff, citizens, firms, groups, at), days, TICKETS)
    names = {raw["code"]: raw["name"] for raw in told["department"]}
    morning = _morning(days[0]) + timedelta(hours=2)
    more = More(county, staff, citizens, names, morning)
    make_more(more, since=since)
    make_others(more, online=Account.objects.get(county=county, username="shimin"))
    make_devices(settings.STORE, county=county, manager=staff["zhuguan"], at=at)
    return cases


def _last_working_days(today: date, count: int) -> list[date]:
    """The last working days up to today, in their order; and today, so that a day off has tickets to look at."""
    calendar, found, day = calendar_in_force(), list[date](), today
    while len(found) < count:
        if calendar.is_workday(day):
            found.insert(0, day)
        day -= timedelta(days=1)
    return found if today in found else [*found, today]


def _morning(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 7, tzinfo=SHANGHAI)
