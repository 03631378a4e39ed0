"""Items on their way: each move stored with its event, drafts beside what applies, nothing half done."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kaocheng.catalogue.drafting import element_values, part_rows
from kaocheng.catalogue.elements import parts
from kaocheng.catalogue.states import Standing, State
from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.catalogue.models import StoredItem, StoredVersion
from kaocheng.site.catalogue.services import save_elements, save_part, version_in_force
from kaocheng.site.catalogue.services.standing import draft_of, moves_open_to
from tests.catalogue.versions import ordinary
from tests.site.catalogue.conftest import Desk
from tests.site.catalogue.items import AT, publish_ordinary
from tests.site.conftest import AccountOf

TODAY = AT.date()


def kinds(desk: Desk, number: str) -> list[str]:
    """The kinds of the events of an item, in order."""
    events = StoredEvent.objects.filter(county=desk.county, stream=f"item/{number}")
    return list(events.order_by("serial").values_list("kind", flat=True))


def fill(desk: Desk, number: str, by: Account | None = None) -> None:
    """Fill the draft with everything a sound version has."""
    asked, sound = by or desk.filler, ordinary()
    act = {"county": desk.county, "number": number, "by": asked, "at": AT}
    role = Role.DEPARTMENT_MANAGER
    values = {k: v for k, v in element_values(sound).items() if not k.startswith("valid")}
    save_elements(values=values, role=role, **act)
    for part in parts():
        save_part(part=part, rows=part_rows(sound, part), role=role, **act)


def published(desk: Desk, number: str = "P100", on: date = TODAY) -> StoredItem:
    """An item that went the whole way."""
    desk.registered(number)
    desk.move(number, "claim")
    desk.move(number, "fill")
    fill(desk, number)
    desk.move(number, "submit")
    return desk.move(number, "publish", {"valid_from": on.isoformat()})


def test_the_whole_way_is_stored_with_its_events(desk: Desk) -> None:
    """From the directory to what citizens see, one event a step on the item's stream."""
    row = published(desk)
    assert State.PUBLISHED == row.state
    version = version_in_force(county=desk.county, item="P100", on=TODAY)
    assert ("公共场所经营许可（示范）", 1) == (version.name, version.version)
    assert version.name == row.name
    told = kinds(desk, "P100")
    assert ["register", "claim", "fill"] == told[:3]
    assert ["submit", "publish"] == told[-2:]
    assert set(told[3:-2]) == {"save"}


def test_a_revision_stands_beside_what_applies(desk: Desk) -> None:
    """Until its day comes; then the first ends the day before."""
    published(desk)
    desk.move("P100", "revise")
    later = TODAY + timedelta(days=30)
    act = {"county": desk.county, "number": "P100", "by": desk.filler, "at": AT}
    save_elements(values={"max_visits": 0}, role=Role.DEPARTMENT_MANAGER, **act)
    assert 1 == version_in_force(county=desk.county, item="P100", on=later).version
    desk.move("P100", "submit")
    desk.move("P100", "publish", {"valid_from": later.isoformat()})
    by_day = [
        version_in_force(county=desk.county, item="P100", on=day).version
        for day in (TODAY, later - timedelta(days=1), later)
    ]
    assert [1, 1, 2] == by_day


def test_a_faulty_draft_is_not_submitted(desk: Desk) -> None:
    """The refusal counts what is wrong and says the first."""
    desk.registered()
    desk.move("P100", "claim")
    desk.move("P100", "fill")
    with pytest.raises(Refusal, match=r"还有 \d+ 处错误") as refused:
        desk.move("P100", "submit")
    assert "item.faulty" == refused.value.code
    assert State.FILLING == StoredItem.objects.get(number="P100").state
    assert "submit" not in kinds(desk, "P100")


def test_whoever_filled_cannot_publish(desk: Desk, account_of: AccountOf) -> None:
    """Not even one who holds both posts and let another save last."""
    both = account_of(Role.DEPARTMENT_MANAGER, unit=desk.filler.unit)
    both.posts.create(role=Role.CATALOGUE_MANAGER, unit="", since=TODAY)
    desk.registered()
    desk.move("P100", "claim")
    desk.move("P100", "fill", by=both)
    fill(desk, "P100")
    desk.move("P100", "submit")
    given = {"valid_from": TODAY.isoformat()}
    with pytest.raises(Refusal, match="填报人不能审核"):
        desk.move("P100", "publish", given, by=Account.objects.get(pk=both.pk))
    assert State.PUBLISHED == desk.move("P100", "publish", given).state


def test_the_slower_of_two_is_told(desk: Desk) -> None:
    """Both saw the item waiting; one claims it, the other's move is refused and changes nothing."""
    serial = desk.registered().serial
    desk.move("P100", "claim", serial=serial)
    with pytest.raises(Refusal, match="刚由别人办理过") as refused:
        desk.move("P100", "assign", {"unit": "D002"}, serial=serial)
    assert "item.race" == refused.value.code
    assert "D001" == StoredItem.objects.get(number="P100").unit


def test_a_draft_another_changed_is_not_written_over(desk: Desk) -> None:
    """The form knows the digest it was made from."""
    desk.registered()
    desk.move("P100", "claim")
    row = desk.move("P100", "fill")
    seen = draft_of(row).digest
    act = {
        "county": desk.county,
        "number": "P100",
        "by": desk.filler,
        "at": AT,
        "role": Role.DEPARTMENT_MANAGER,
    }
    save_elements(values={"max_visits": 0}, expected_digest=seen, **act)
    with pytest.raises(Refusal, match="刚由别人改过"):
        save_elements(values={"max_visits": 2}, expected_digest=seen, **act)
    assert 0 == draft_of(row).max_visits


def test_another_department_does_not_fill(desk: Desk, account_of: AccountOf) -> None:
    """Neither moves nor saves."""
    other = account_of(Role.DEPARTMENT_MANAGER, unit="D002")
    desk.registered()
    desk.move("P100", "claim")
    with pytest.raises(Refusal, match="不是本部门"):
        desk.move("P100", "fill", by=other)
    desk.move("P100", "fill")
    with pytest.raises(Refusal, match="不是本部门"):
        fill(desk, "P100", by=other)
    assert [] == list(moves_open_to(StoredItem.objects.get(number="P100"), other, TODAY))


@pytest.mark.parametrize(
    ("move", "given", "code"),
    [
        ("publish", {"valid_from": "2025-12-31"}, "item.past"),
        ("publish", {"valid_from": "明天"}, "item.day"),
        ("send_back", {}, "item.lacking"),
    ],
)
def test_what_is_given_must_make_sense(
    desk: Desk, move: str, given: dict[str, str], code: str
) -> None:
    """Dates in the past, words that are no dates, reasons left out."""
    desk.registered()
    desk.move("P100", "claim")
    desk.move("P100", "fill")
    fill(desk, "P100")
    desk.move("P100", "submit")
    with pytest.raises(Refusal) as refused:
        desk.move("P100", move, given)
    assert code == refused.value.code
    assert State.REVIEW == StoredItem.objects.get(number="P100").state


def test_withdrawing_ends_what_applies_and_what_was_to_come(desk: Desk) -> None:
    """After the last day there is nothing; the versions stay to be read."""
    published(desk)
    desk.move("P100", "revise")
    desk.move("P100", "submit")
    desk.move("P100", "publish", {"valid_from": (TODAY + timedelta(days=60)).isoformat()})
    last = TODAY + timedelta(days=9)
    desk.move("P100", "withdraw", {"last_day": last.isoformat(), "note": "示府发〔2026〕9号"})
    assert 1 == version_in_force(county=desk.county, item="P100", on=last).version
    for day in (last + timedelta(days=1), TODAY + timedelta(days=90)):
        with pytest.raises(Refusal):
            version_in_force(county=desk.county, item="P100", on=day)
    kept = StoredVersion.objects.of(desk.county, "P100").values_list("version", "standing")
    assert {1: Standing.PUBLISHED, 2: Standing.DISCARDED} == dict(kept)


def test_giving_a_draft_up_leaves_room_for_the_next(desk: Desk) -> None:
    """A dropped draft is kept as such, and the next gets the next number."""
    desk.registered()
    desk.move("P100", "claim")
    desk.move("P100", "fill")
    desk.move("P100", "drop")
    row = desk.move("P100", "fill")
    assert 2 == draft_of(row).version


def test_a_first_draft_begins_with_the_directorys_words(desk: Desk) -> None:
    """Name, kind, level, department and codes are there already."""
    desk.registered()
    desk.move("P100", "claim")
    row = desk.move("P100", "fill")
    draft = draft_of(row)
    assert ("示范许可", "01", "4", "D001") == (draft.name, draft.kind, draft.level, draft.body)
    assert "BP100" in draft.written.text


def test_an_unknown_department_is_not_assigned(desk: Desk) -> None:
    """Told where to register it."""
    desk.registered()
    with pytest.raises(Refusal, match="先到“部门”里登记"):
        desk.move("P100", "assign", {"unit": "D999"})


def test_what_is_adopted_can_be_revised(desk: Desk) -> None:
    """Adopted from elsewhere, then worked on here like any other."""
    publish_ordinary(desk.county)
    row = desk.move("P001", "revise")
    assert 2 == draft_of(row).version
    assert {"abandon", "submit"} <= {move.key for move, _ in moves_open_to(row, desk.filler, TODAY)}
