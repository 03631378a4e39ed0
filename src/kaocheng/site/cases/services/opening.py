"""Opening a case (登记接件)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.db import transaction

from kaocheng.cases.events import Actor
from kaocheng.cases.moving import evolve
from kaocheng.cases.opening import Intake, opening_event
from kaocheng.cases.states import Channel
from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.services.acting import Hand, hand, stands_for
from kaocheng.site.cases.services.numbering import next_number, tracking_code
from kaocheng.site.cases.services.storing import insert_case
from kaocheng.site.cases.services.versions import version_to_open
from kaocheng.site.hall.models import StoredWindow


def open_case(
    *,
    county: str,
    item: str,
    applicant: str,
    channel: Channel | str,
    by: Account,
    role: Role | str,
    at: datetime,
    window: str = "",
    ticket: str = "",
    situations: Sequence[str] = (),
    received: Sequence[Any] = (),
    unit: str = "",
    agent: str = "",
    letter: str = "",
    region: str = "",
    reference: str = "",
    renewal_of: str = "",
    expires_on: date | None = None,
    parent: str = "",
) -> StoredCase:
    """Register a case of this item for this applicant (登记), with what was handed in.

    `received` holds materials as `cases.fields` reads them. Refuses an item not in force, a channel it does
    not have, an agent without a letter of authority.
    """
    intake = Intake(
        county=county, number="", applicant=applicant, channel=Channel(channel), unit=unit,
        window=window, ticket=ticket, situations=situations, received=received, agent=agent,
        letter=letter, region=region, reference=reference, renewal_of=renewal_of,
        expires_on=expires_on, parent=parent,
    )  # fmt: skip
    return _open(intake, item, hand(by, role, at))


@transaction.atomic
def _open(intake: Intake, item: str, acting: Hand) -> StoredCase:
    today = acting.at.date()
    if acting.role == Role.APPLICANT and not stands_for(acting, intake.applicant, item):
        raise Refusal("case.scope", "只能为本人或委托您的人申请。", "请先登记委托书。")
    version, digest = version_to_open(intake.county, item, today)
    intake = replace(_placed(intake), number=next_number(intake.county, today), pinned=digest)
    by = Actor(acting.name, acting.by.unit if acting.by else "", None, intake.applicant)
    event = opening_event(version, intake, by=by, role=acting.role, at=acting.at)
    if isinstance(event, Refusal):
        raise event
    return insert_case(evolve(None, event), event, version.name, tracking_code(), acting)


def _placed(intake: Intake) -> Intake:
    """The intake with the hall and kind of its window, as they are today."""
    if not intake.window:
        return intake
    row = StoredWindow.objects.filter(county=intake.county, number=intake.window)
    found = row.values_list("hall__number", "kind").first()
    if found is None:
        raise Refusal("case.window", f"没有编号为{intake.window}的窗口。", "请核对窗口编号。")
    return replace(intake, hall=found[0], window_kind=found[1])
