"""Appending: chained, inside the caller's transaction, one of two at once loses with a sentence."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, transaction

from kaocheng.hall.posts import Role
from kaocheng.kernel.events import check_chain
from kaocheng.kernel.idnumbers import check_digit
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.audit.services import append
from tests.site.audit.conftest import BEGIN, Grow
from tests.site.conftest import AccountOf


@pytest.mark.django_db
def test_events_of_a_stream_are_chained(grow: Grow, county: str) -> None:
    """Numbered from one, each with the digest of the one before; streams do not meet."""
    grow("case/甲", 3)
    grow("case/乙", 1)
    events = StoredEvent.objects.of(county, "case/甲")
    assert [1, 2, 3] == [event.serial for event in events]
    assert [] == list(check_chain(events.events()))
    assert StoredEvent.objects.of(county, "case/乙").get().serial == 1


@pytest.mark.django_db
def test_the_same_stream_of_another_county_is_another(grow: Grow) -> None:
    """Numbers are given by county."""
    grow("case/甲", 2)
    (other,) = grow("case/甲", 1, county="510905")
    assert (1, "") == (other.serial, other.previous)


@pytest.mark.django_db
def test_what_was_said_comes_back(account_of: AccountOf, county: str) -> None:
    """Facts, person and role as given; the row is read back equal to what was hashed."""
    clerk = account_of(Role.WINDOW_CLERK)
    stored = append(
        county=county, stream="case/甲", kind="受理", facts={"窗口": "A01", "日": BEGIN.date()},
        actor=clerk, role=Role.WINDOW_CLERK, at=BEGIN,
    )  # fmt: skip
    stored.refresh_from_db()
    assert stored.told == {"窗口": "A01", "日": "2026-03-02"}
    assert (clerk.username, "window_clerk") == (stored.actor, stored.role)
    assert stored.digest == stored.as_event().computed()
    assert str(stored) == "case/甲#1 受理"


@pytest.mark.django_db
def test_the_digest_follows_the_settings(settings: object, grow: Grow, county: str) -> None:
    """SM3 from now on; the chain goes over the change."""
    grow("case/甲", 1)
    settings.AUDIT_DIGEST = "sm3"
    grow("case/甲", 1)
    events = list(StoredEvent.objects.of(county, "case/甲").events())
    assert [event.algorithm for event in events] == ["sha256", "sm3"]
    assert [] == list(check_chain(events))


@pytest.mark.django_db
@pytest.mark.parametrize("stream", ["", "case", "case/", "/甲", "case/甲 乙", "CASE/甲"])
def test_streams_have_a_kind_and_a_number(stream: str, county: str) -> None:
    """Anything else would never be found again."""
    with pytest.raises(ValueError, match="事件流的名称"):
        append(
            county=county, stream=stream, kind="受理", facts={}, actor="a", role="", at=BEGIN
        )  # fmt: skip


@pytest.mark.django_db
def test_facts_without_a_single_text_are_refused(county: str) -> None:
    """A float has many."""
    with pytest.raises(ValueError, match="float"):
        append(
            county=county, stream="case/甲", kind="缴费", facts={"元": 1.5}, actor="a", role="",
            at=BEGIN,
        )  # fmt: skip


@pytest.mark.django_db
def test_identity_numbers_are_refused(county: str) -> None:
    """Personal data does not belong in events; the number is one made for this test."""
    number = "11010119900101000" + check_digit("11010119900101000")
    for facts in ({"备注": f"身份证{number}"}, {"人": [{"号": number}]}):
        with pytest.raises(ValueError, match="身份证号"):
            append(
                county=county, stream="case/甲", kind="受理", facts=facts, actor="a", role="",
                at=BEGIN,
            )  # fmt: skip


@pytest.mark.django_db
def test_numbers_that_only_look_like_it_are_kept(county: str) -> None:
    """Eighteen digits with a wrong check digit, part of a longer number, or no birthday."""
    kept = ["110101199001010000", "12441500196720244T3442199806003", "912345678901234567"]
    stored = append(
        county=county, stream="case/甲", kind="受理", facts={"号": kept}, actor="a", role="", at=BEGIN
    )  # fmt: skip
    assert kept == json.loads(stored.facts)["号"]


@pytest.mark.django_db(transaction=True)
def test_what_the_caller_rolls_back_is_not_there(emptied_after: None, grow: Grow) -> None:
    """The event lives and dies with the change it tells of."""
    with transaction.atomic():
        grow("case/甲", 1)
        transaction.set_rollback(True)
    assert not StoredEvent.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_none_is_doubled(emptied_after: None, county: str) -> None:
    """Eight at a time into one stream, five times: who loses is told, the chain holds and has no gap."""
    gate, lost = Barrier(8), list[Refusal]()

    def clerk(number: int) -> int:
        done = 0
        for _ in range(5):
            gate.wait()
            try:
                with transaction.atomic():
                    append(
                        county=county, stream="case/甲", kind="办理", facts={"谁": number},
                        actor=f"clerk-{number}", role="", at=BEGIN,
                    )  # fmt: skip
                done += 1
            except Refusal as refusal:
                lost.append(refusal)
        connection.close()
        return done

    with ThreadPoolExecutor(8) as pool:
        done = sum(pool.map(clerk, range(8)))
    assert {"audit.race"} >= {refusal.code for refusal in lost}
    assert done + len(lost) == 40
    events = list(StoredEvent.objects.of(county, "case/甲").events())
    assert done == len(events) >= 5
    assert [] == list(check_chain(events))
