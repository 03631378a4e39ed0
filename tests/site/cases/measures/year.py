"""Some weeks of work for tests of measures (测试用的几周): cases walked at random through the services."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import Any

from kaocheng.cases.states import Channel
from kaocheng.hall.posts import Role
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.hall.models import StoredWindow
from tests.cases.examples import EXTENDED, REFUSAL
from tests.cases.walking import Walk
from tests.catalogue.versions import BUREAU, immediate, ordinary, tolerant
from tests.site.cases.people import MONDAY, Desk
from tests.site.cases.stepping import Seen, step

VERSIONS = {"P001": ordinary(), "P002": immediate(), "P003": tolerant()}
MINUTES = (1, 10, 600, 1500, 9000)
CHANNELS: tuple[dict[str, Any], ...] = (
    {}, {"window": "W1"}, {"window": "W3"}, {"channel": Channel.ONLINE}, {"channel": Channel.ONLINE},
    {"channel": Channel.AGENT, "agent": "helper", "letter": "委托书1"},
    {"channel": Channel.CROSS_REGION, "region": "510903", "reference": "异地1"},
    {"parent": "YJS1"},
)  # fmt: skip


CALENDAR = Walk().calendar


def work(desk: Desk, chance: Random, cases: int) -> None:
    """So many cases, each begun on some day of the spring and carried on by some sensible moves."""
    StoredWindow.objects.filter(county=desk.county, number="W3").update(items=sorted(VERSIONS))
    _straight(desk)
    last = desk.at
    for _ in range(cases):
        desk.at = MONDAY + timedelta(days=chance.randint(0, 90))
        item = chance.choice(["P001", "P001", "P002", "P003"])
        more = dict(chance.choice(CHANNELS))
        if item == "P002" and "channel" in more and more["channel"] is Channel.ONLINE:
            more = {}
        if item == "P003":
            more["received"] = chance.choice([["form", "pledge"], ["form", "drawing"], ["form"]])
        row = desk.open(item, **more)
        if chance.random() < 0.15:
            _turned_aside(desk, row, chance)
        for _ in range(chance.randint(0, 14)):
            desk.later(minutes=chance.choice(MINUTES))
            kept = StoredCase.objects.get(pk=row.pk)
            if not step(desk, kept, Seen(kept, VERSIONS[item], desk.at), chance):
                break
        last = max(last, desk.at)
    desk.at = last


def _straight(desk: Desk) -> None:
    """One granted and one denied at the counter, one extended online: walks at random seldom come so far."""
    row = desk.open("P002")
    for move in ("accept", "grant", "close"):
        desk.move(row, move, desk.clerk)
    row = desk.open("P002")
    for move, given in (("accept", {}), ("deny", REFUSAL), ("close", {})):
        desk.move(row, move, desk.clerk, **given)
    row = desk.open("P001", channel=Channel.ONLINE)
    desk.move(row, "accept", desk.clerk)
    head = desk.again(Role.DEPARTMENT_MANAGER, BUREAU)
    desk.move(row, "ask_extension", desk.chief, **{**EXTENDED, "official": head.get_username()})
    desk.move(row, "extend", head)
    for who, task in ((desk.house, "house"), (desk.fireman, "fire")):
        desk.move(row, "finish_task", who, task=task, opinion="通过")
    desk.move(row, "grant", desk.chief, certificate="证0001")
    desk.move(row, "close", desk.issuer)


def _turned_aside(desk: Desk, row: StoredCase, chance: Random) -> None:
    """Refused at the window, or (a licence, 行政许可) left lying until the law takes it as accepted."""
    if chance.random() < 0.5 or VERSIONS[row.item].kind != "01":
        given = {"reason": "属市级权限", "right_body": "市行政审批局"}
        desk.move(row, "refuse_authority", desk.clerk, **given)
    else:
        desk.later(days=15)
        desk.move(row, "deem_accepted", None)
