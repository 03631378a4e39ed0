"""Verifying compares rows with events: what was changed beside them is found, and where."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest

from kaocheng.kernel.events import Tampering
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.audit.verifying import Verified, verify_county
from kaocheng.site.cases.models import StoredCase, StoredPart, StoredTask, StoredTraits
from tests.site.cases.people import Desk

pytestmark = pytest.mark.django_db


def _closed(desk: Desk) -> StoredCase:
    row = desk.open()
    desk.move(row, "accept", desk.clerk)
    desk.move(row, "finish_task", desk.house, task="house", opinion="通过")
    desk.move(row, "finish_task", desk.fireman, task="fire", opinion="通过")
    desk.move(row, "grant", desk.chief, certificate="证0001")
    return desk.move(row, "close", desk.issuer)


def _said(desk: Desk) -> dict[str, str]:
    """What is found, by stream; anything but a row is a fault of the test."""
    found = list(verify_county(Verified(desk.county)))
    assert all(one.kind is Tampering.ROW for one in found)
    return {one.stream: one.message for one in found}


def _facts(row: StoredCase) -> None:
    told = json.loads(row.facts)
    told["applicant"] = "A000002"
    StoredCase.objects.filter(pk=row.pk).update(facts=json.dumps(told))


def _set(**values: object) -> Callable[[StoredCase], None]:
    return lambda row: StoredCase.objects.filter(pk=row.pk).update(**values)


CHANGES = {
    "记录中的applicant": _facts,
    "承诺期满日": _set(due_on=date(2026, 12, 31)),
    "法定期满日": _set(legal_due_on=None),
    "超期办结": _set(late=True),
    "办理工作日": _set(used_days=1),
    "状态": _set(state="归档"),
    "申请人编号": _set(applicant="A000002"),
    "事项名称": _set(item_name="别的事项"),
    "办件特征": lambda row: StoredTraits.objects.filter(case=row).update(words="容缺受理"),
    "环节“消防意见”环节期满日": lambda row: StoredTask.objects.filter(case=row, key="fire").update(
        due_on=date(2026, 12, 31)
    ),
    "办理环节的登记": lambda row: StoredTask.objects.filter(case=row, key="fire").delete(),
    "部门D002的状态": lambda row: StoredPart.objects.filter(case=row, unit="D002").update(
        state="审查"
    ),
    "部门D003的渠道": lambda row: StoredPart.objects.filter(case=row, unit="D003").update(
        channel="网上"
    ),
    "部门D002的受理时间": lambda row: StoredPart.objects.filter(case=row, unit="D002").update(
        accepted_at=row.received_at
    ),
    "部门D003的办结时间": lambda row: StoredPart.objects.filter(case=row, unit="D003").update(
        closed_at=None
    ),
    "部门D002的参与登记缺失": lambda row: StoredPart.objects.filter(case=row, unit="D002").delete(),
    "记录读不出来": _set(facts="{"),
}


def test_sound_rows_say_nothing(desk: Desk) -> None:
    """At every stage, and every row is counted."""
    _closed(desk)
    row = desk.open("P002")
    desk.move(row, "accept", desk.clerk)
    desk.open(received=["form"])
    verified = Verified(desk.county)
    assert [] == list(verify_county(verified))
    assert 3 == verified.rows


@pytest.mark.parametrize("told", CHANGES)
def test_a_changed_row_is_found_in_its_case(desk: Desk, told: str) -> None:
    """The stream of the case, and what of it is wrong; the case beside it stays unnamed."""
    row, beside = _closed(desk), _closed(desk)
    CHANGES[told](row)
    said = _said(desk)
    assert [f"case/{row.number}"] == list(said)
    assert told in said[f"case/{row.number}"]
    assert beside.number not in said[f"case/{row.number}"]


def test_a_row_without_events_and_events_without_a_row(desk: Desk) -> None:
    """Both are told; neither hides the other."""
    row, gone = desk.open(), desk.open()
    copy = StoredCase.objects.get(pk=row.pk)
    copy.pk, copy.number, copy.code = None, f"{row.number}9", "COPY"
    copy.save()
    StoredCase.objects.filter(pk=gone.pk).delete()
    said = _said(desk)
    assert "有登记，没有事件" == said[f"case/{copy.number}"]
    assert "有事件，没有登记" == said[f"case/{gone.number}"]
    assert StoredEvent.objects.filter(stream=f"case/{gone.number}").exists()
