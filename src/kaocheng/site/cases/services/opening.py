"""Opening a case (登记接件)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.db import transaction

from kaocheng.cases.events import Actor
from kaocheng.cases.intakes import Intake
from kaocheng.cases.moving import evolve
from kaocheng.cases.opening import opening_event
from kaocheng.cases.states import Channel
from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.cases.materialfiles import keep_files
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.services.acting import Hand, hand
from kaocheng.site.cases.services.admitting import admitted
from kaocheng.site.cases.services.numbering import next_number, tracking_code
from kaocheng.site.cases.services.storing import insert_case
from kaocheng.site.cases.services.versions import version_to_open

Handed = Sequence[Any] | Callable[[str], Sequence[Any]]
"""What was handed in, or how it is made once the number of the case is known."""


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
    received: Handed = (),
    unit: str = "",
    agent: str = "",
    letter: str = "",
    region: str = "",
    reference: str = "",
    renewal_of: str = "",
    expires_on: date | None = None,
    parent: str = "",
    again: bool = False,
) -> StoredCase:
    """Register a case of this item for this applicant (登记), with what was handed in: one event, one receipt.

    `received` holds materials as `cases.fields` reads them, uploads still unkept, or makes them for the number
    of the case. Refuses what `cases.intakes` and `admitting` refuse; `again` says that another case of the same
    item for the same applicant is meant.
    """
    intake = Intake(
        county=county, number="", applicant=applicant, channel=Channel(channel), unit=unit,
        window=window, ticket=ticket, situations=situations, agent=agent,
        letter=letter, region=region, reference=reference, renewal_of=renewal_of,
        expires_on=expires_on, parent=parent,
    )  # fmt: skip
    return _open(intake, item, hand(by, role, at), received, again=again)


@transaction.atomic
def _open(intake: Intake, item: str, acting: Hand, handed: Handed, *, again: bool) -> StoredCase:
    today = acting.at.date()
    intake = admitted(intake, item, acting, again=again)
    version, digest = version_to_open(intake.county, item, today)
    number = next_number(intake.county, today)
    rows = handed(number) if callable(handed) else handed
    if acting.by is not None:
        rows = keep_files(rows, case=number, by=acting.by, at=acting.at)
    intake = replace(intake, number=number, pinned=digest, received=rows)
    by = Actor(acting.name, acting.by.unit if acting.by else "", None, intake.applicant)
    event = opening_event(version, intake, by=by, role=acting.role, at=acting.at)
    if isinstance(event, Refusal):
        raise event
    return insert_case(evolve(None, event), event, version.name, tracking_code(), acting)
