"""The services of cases: stored in one step with its event, refused without a trace, rebuilt from events."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kaocheng.cases.states import Channel, State
from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.cases.models import StoredCase, StoredPart, StoredTask
from kaocheng.site.cases.services import (
    fire_renewals,
    fire_silent_acceptances,
    make_move,
    rebuilt_case,
)
from kaocheng.site.cases.services.columns import clock_columns, plain_columns, task_columns
from kaocheng.site.law.services import calendar_in_force
from tests.catalogue.versions import BUREAU, FIRE, HOUSING, renewing
from tests.site.cases.people import Desk
from tests.site.catalogue.items import publish

pytestmark = pytest.mark.django_db


def _whole_way(desk: Desk) -> StoredCase:
    row = desk.open()
    desk.move(row, "accept", desk.clerk)
    desk.move(row, "finish_task", desk.house, task="house", opinion="通过")
    desk.move(row, "finish_task", desk.fireman, task="fire", opinion="通过")
    desk.move(row, "grant", desk.chief, certificate="证0001")
    desk.move(row, "close", desk.issuer)
    desk.move(row, "deliver", desk.issuer, mode="现场", receiver="本人")
    desk.move(row, "invite_rating", desk.issuer, rating="R1")
    desk.move(row, "archive", desk.issuer, archive="2026-0001")
    return StoredCase.objects.get(pk=row.pk)


def test_a_case_from_the_window_to_the_archive(desk: Desk) -> None:
    """Every step is a row changed and an event appended; the events alone give the same record."""
    kept = _whole_way(desk)
    assert State.ARCHIVED == kept.state
    assert kept.record() == rebuilt_case(county=desk.county, number=kept.number)
    events = StoredEvent.objects.filter(county=desk.county, stream=f"case/{kept.number}")
    assert kept.serial == events.count() == 9


def test_the_columns_are_those_of_the_record(desk: Desk) -> None:
    """Written move by move, they are what the record alone would give."""
    kept = _whole_way(desk)
    case, calendar = kept.record(), calendar_in_force()
    expected = plain_columns(case) | clock_columns(case, calendar, desk.at)
    assert expected == {name: getattr(kept, name) for name in expected}
    for task in case.tasks:
        row = StoredTask.objects.get(county=desk.county, case=kept, key=task.key)
        columns = task_columns(task, calendar, desk.at)
        assert columns == {name: getattr(row, name) for name in columns}


def test_every_department_with_a_part_is_noted(desk: Desk) -> None:
    """The bureau from the beginning, the others with the acceptance."""
    row = desk.open()
    parts = StoredPart.objects.filter(county=desk.county, case=row)
    assert {BUREAU} == set(parts.values_list("unit", flat=True))
    desk.move(row, "accept", desk.clerk)
    assert {BUREAU, HOUSING, FIRE} == set(parts.values_list("unit", flat=True))


def test_a_part_repeats_what_the_case_says(desk: Desk) -> None:
    """State and days of every department's part, at the beginning, after the acceptance and at the end."""
    told = ("state", "channel", "received_at", "accepted_at", "closed_at")
    opened, accepted = desk.open(), desk.open()
    desk.move(accepted, "accept", desk.clerk)
    known = {}
    for row in (opened, accepted, _whole_way(desk)):
        known[row.pk] = StoredCase.objects.filter(pk=row.pk).values_list(*told).get()
        parts = StoredPart.objects.filter(county=desk.county, case=row)
        assert {known[row.pk]} == set(parts.values_list(*told))
    assert [2, 1, 0] == [values.count(None) for values in known.values()]


def test_a_refused_move_leaves_no_trace(desk: Desk) -> None:
    """Neither row nor event."""
    row = desk.open()
    before = StoredCase.objects.filter(pk=row.pk).values().get()
    events = StoredEvent.objects.count()
    with pytest.raises(Refusal):
        desk.move(row, "grant", desk.chief)
    assert before == StoredCase.objects.filter(pk=row.pk).values().get()
    assert events == StoredEvent.objects.count()


def test_numbers_and_codes_are_each_their_own(desk: Desk) -> None:
    """County, day and serial; and beside it a code that is not made of them."""
    rows = [desk.open() for _ in range(5)]
    assert [f"{desk.county}20260302{n:05}" for n in range(1, 6)] == [row.number for row in rows]
    assert 5 == len({row.code for row in rows})
    assert all(len(row.code) == 12 for row in rows)


def test_the_second_of_two_is_told_who_and_when(desk: Desk) -> None:
    """The same task twice: the loser reads who was faster, at what time, with what."""
    row = desk.open()
    desk.move(row, "accept", desk.clerk)
    desk.move(row, "finish_task", desk.house, task="house", opinion="通过")
    other = desk.again(Role.APPROVER, HOUSING)
    with pytest.raises(Refusal) as refused:
        desk.move(row, "finish_task", other, task="house", opinion="不通过", remark="通道宽度不够")
    assert desk.house.display_name in str(refused.value)
    assert "2026-03-02 09:02" in str(refused.value)


def test_an_old_page_is_refused(desk: Desk) -> None:
    """The serial the page was drawn with is no longer the case's."""
    row = desk.open()
    desk.move(row, "accept", desk.clerk)
    with pytest.raises(Refusal) as refused:
        make_move(
            county=desk.county, number=row.number, move="claim_task", given={"task": "house"},
            by=desk.house, role=Role.APPROVER, at=desk.at, expected_serial=row.serial,
        )  # fmt: skip
    assert "case.race" == refused.value.code
    assert desk.clerk.display_name in refused.value.message


def test_a_watch_that_is_a_little_behind_does_no_harm(desk: Desk) -> None:
    """A step dated seconds before the last is taken at the moment of the last; hours before is refused."""
    row = desk.open()
    desk.move(row, "accept", desk.clerk)
    desk.later(minutes=-1, seconds=-20)
    moved = desk.move(row, "urge", desk.supervisor, reason="快")
    assert moved.moved_at == StoredCase.objects.get(pk=row.pk).accepted_at
    desk.later(hours=-5)
    with pytest.raises(Refusal) as refused:
        desk.move(row, "urge", desk.supervisor, reason="快")
    assert "case.time" == refused.value.code


def test_nobody_acts_in_a_role_he_does_not_hold(desk: Desk) -> None:
    """A forged role is refused before anything is looked at."""
    row = desk.open()
    with pytest.raises(Refusal) as refused:
        make_move(
            county=desk.county, number=row.number, move="urge", given={"reason": "快"},
            by=desk.clerk, role=Role.INSPECTOR, at=desk.at,
        )  # fmt: skip
    assert "case.role" == refused.value.code


def test_no_name_of_the_applicant_is_in_events_or_facts(desk: Desk) -> None:
    """The applicant acts under its number; what stands in the row names nobody."""
    row = desk.open(channel=Channel.ONLINE, by=desk.citizen, role=Role.APPLICANT)
    desk.move(row, "urge", desk.citizen, reason="盼早日办理")
    kept = StoredCase.objects.get(pk=row.pk)
    events = StoredEvent.objects.filter(stream=f"case/{row.number}")
    texts = [kept.facts, *(e.facts + e.actor for e in events)]
    assert not any("申请人甲" in text or desk.citizen.username in text for text in texts)
    assert {desk.applicant} == {event.actor for event in events}


def test_an_applicant_applies_for_nobody_else(desk: Desk) -> None:
    """Without a mandate the number of another is refused."""
    with pytest.raises(Refusal) as refused:
        desk.open(channel=Channel.ONLINE, by=desk.citizen, role=Role.APPLICANT, applicant="A999")
    assert "case.scope" == refused.value.code


def test_silence_accepts_by_law_in_batches(desk: Desk) -> None:
    """Of three silent cases a batch of two, then the rest; the told one is left alone."""
    silent = [desk.open(received=["form"]) for _ in range(3)]
    told = desk.open(received=["form"])
    missing = [(key, "未提交") for key in ("identity", "plan", "deed")]
    desk.move(told, "notify_supplement", desk.clerk, missing=missing, within=10)
    assert [] == fire_silent_acceptances(county=desk.county, at=desk.at + timedelta(days=7))
    late = desk.at + timedelta(days=8)
    first = fire_silent_acceptances(county=desk.county, at=late, limit=2)
    second = fire_silent_acceptances(county=desk.county, at=late)
    assert sorted(row.number for row in silent) == sorted(first + second)
    assert (2, 1) == (len(first), len(second))
    row = StoredCase.objects.get(pk=silent[0].pk)
    assert (State.EXAMINING, "law", row.received_at) == (
        row.state,
        row.accepted_by,
        row.accepted_at,
    )
    assert 2 == row.tasks.count()


def test_a_renewal_left_undecided_is_renewed_by_law(desk: Desk) -> None:
    """After the last day of a licence issued here; one asked too late is not."""
    publish(desk.county, renewing())
    for certificate, until in (("证1", "2026-04-30"), ("证2", "2026-03-10")):
        row = desk.move(desk.open("P002"), "accept", desk.clerk)
        desk.move(row, "grant", desk.clerk, certificate=certificate, valid_until=until)
    papers = {"situations": ["owned"], "received": ["form", "identity", "plan", "deed"]}
    kept = desk.open("P004", renewal_of="证1", **papers, expires_on=date(2026, 4, 30))
    late = desk.open("P004", renewal_of="证2", **papers, expires_on=date(2026, 3, 10))
    assert [] == fire_renewals(county=desk.county, at=desk.at + timedelta(days=30))
    assert [kept.number] == fire_renewals(county=desk.county, at=desk.at + timedelta(days=90))
    assert State.REGISTERED == StoredCase.objects.get(pk=late.pk).state


def test_silence_accepts_permits_only(desk: Desk) -> None:
    """行政许可法第三十二条 speaks of no public service; those waiting longer do not stand in the way."""
    service = desk.open("P002")
    permit = desk.open(received=["form"])
    late = desk.at + timedelta(days=8)
    assert [permit.number] == fire_silent_acceptances(county=desk.county, at=late, limit=1)
    assert State.REGISTERED == StoredCase.objects.get(pk=service.pk).state
    desk.at = late
    desk.move(service, "accept", desk.clerk)


def test_a_case_waits_for_corrections_until_they_come(desk: Desk) -> None:
    """退回更正材料: in the window's queue from the asking to the answer; a decision ends it too."""
    row, other = desk.open(), desk.open()
    for one in (row, other):
        desk.move(one, "accept", desk.clerk)
        desk.move(
            one,
            "request_correction",
            desk.house,
            materials=["deed"],
            reason="权证过期",
            task="house",
        )
    waiting = StoredCase.objects.of(desk.county).to_correct()
    assert {row.number, other.number} == set(waiting.values_list("number", flat=True))
    desk.move(row, "answer_correction", desk.clerk, received=["deed"])
    assert [other.number] == list(waiting.values_list("number", flat=True))
    desk.move(other, "withdraw", desk.clerk, reason="不办了")
    assert [] == list(waiting)
