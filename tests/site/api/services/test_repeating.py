"""Calls that come twice: one effect, one answer."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from kaocheng.kernel.clocks import SHANGHAI
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.api.models import StoredAnswer
from kaocheng.site.api.services.repeating import KEPT, Answer, Call, once
from kaocheng.site.catalogue.models import StoredDepartment
from tests.site.api.conftest import Caller
from tests.site.cases.people import Desk

AT = datetime(2026, 3, 2, 9, tzinfo=SHANGHAI)
CALL = Call("519901", "account/1", "key-00000001", {"task_code": "P001"}, AT)


def _do(call: Call = CALL, code: str = "") -> Answer:
    """Something that leaves a row, and tells how many there are."""

    def do() -> dict[str, Any]:
        made = code or f"D{StoredDepartment.objects.count()}"
        StoredDepartment.objects.create(county=call.county, code=made, name="某局")
        return {"made": made, "at": call.at}

    return once(call, do)


@pytest.mark.django_db
def test_the_second_gets_the_answer_of_the_first() -> None:
    """To the letter, and nothing is done again; another key or caller is another call."""
    first, again = _do(), _do(replace(CALL, at=AT + timedelta(hours=1)))
    assert (first.body, True, False) == (again.body, again.repeated, first.repeated)
    assert not _do(replace(CALL, key="key-00000002")).repeated
    assert not _do(replace(CALL, caller="account/2")).repeated
    assert 3 == StoredDepartment.objects.count()


@pytest.mark.django_db
def test_a_key_stands_for_one_call() -> None:
    """The same key with other contents is refused and does nothing."""
    _do()
    with pytest.raises(Refusal, match="已经用于另一个请求"):
        _do(replace(CALL, asked={"task_code": "P002"}))
    assert 1 == StoredDepartment.objects.count()


@pytest.mark.django_db
def test_what_was_refused_leaves_its_key_free() -> None:
    """Neither half done nor remembered."""

    def refused() -> dict[str, Any]:
        StoredDepartment.objects.create(county=CALL.county, code="D9", name="某局")
        raise Refusal("case.state", "不能办。")

    with pytest.raises(Refusal):
        once(CALL, refused)
    assert (0, 0) == (StoredDepartment.objects.count(), StoredAnswer.objects.count())
    assert not _do().repeated


@pytest.mark.django_db
def test_answers_are_kept_for_a_week() -> None:
    """Then the key is as good as new, and old answers of the caller are taken away."""
    _do()
    _do(replace(CALL, key="key-00000002"))
    later = replace(CALL, at=AT + KEPT)
    assert not _do(later).repeated
    assert 1 == StoredAnswer.objects.count()


@pytest.mark.django_db(transaction=True)
def test_twins_at_one_moment_have_one_effect() -> None:
    """Both are told the same; one of them that it was a repetition."""
    together = Barrier(2)

    def twin() -> Answer:
        together.wait()
        try:
            return _do(code="")
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        told = [one.result() for one in [pool.submit(twin) for _ in range(2)]]
    assert told[0].body == told[1].body
    assert {True, False} == {one.repeated for one in told}
    assert 1 == StoredDepartment.objects.count()


@pytest.mark.django_db
def test_every_creating_call_may_come_twice(desk: Desk, citizen: Caller) -> None:
    """An upload, an application, a move: the same answer, marked as repeated; other contents: 409."""
    row = desk.open()
    calls = {
        "/cases": {
            "task_code": "P001",
            "situations": ["owned"],
            "is_true": True,
            "apply_again": True,
            "materials": [
                {"material_code": "form", "file_code": citizen.send().json()["file_code"]}
            ],
        },
        f"/cases/{row.number}/moves/urge": {"data_version": row.serial, "reason": "请尽快"},
    }
    for path, told in calls.items():
        first, again = (citizen.post(path, told, key=f"key{len(path):09}") for _ in range(2))
        assert (201, first.content) == (again.status_code, again.content), first.text
        assert ("false", "true") == tuple(a["Idempotent-Replayed"] for a in (first, again))
    other = {"task_code": "P003", "is_true": True}
    assert 409 == citizen.post("/cases", other, key=f"key{6:09}").status_code
    files = [citizen.send(key="file-key-1").json()["file_code"] for _ in range(2)]
    assert files[0] == files[1]
    assert 409 == citizen.send("other.png", key="file-key-1").status_code
