"""A department works on its own part: what forms offer, what waits in 今日待办, what the second one sees."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from kaocheng.cases.moves import moves
from kaocheng.hall.posts import Role
from kaocheng.site.accounts.models import Account
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.moveforms import About, MoveForm
from kaocheng.site.catalogue.services import pinned_version
from tests.catalogue.versions import BUREAU, HOUSING
from tests.site.cases.people import Desk
from tests.site.desk.conftest import Browser

pytestmark = pytest.mark.django_db
VISIT = {
    "special": "现场勘验", "within": 3, "officers": ["a", "b"], "task": "house", "reason": "核对",
}  # fmt: skip


def _form(row: StoredCase, key: str, account: Account) -> MoveForm:
    version = pinned_version(county=row.county, item=row.item, version=row.version)
    return MoveForm(move=moves()[key], about=About(row.record(), version, account))


def _steps(form: MoveForm) -> list[str]:
    return [key for key, _ in form.fields["task"].choices if key]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "key", ["transfer", "begin_special", "request_correction", "issue_opinion"]
)
def test_a_side_department_is_offered_its_own_steps_only(desk: Desk, key: str) -> None:
    """And must choose one; the lead may leave it open."""
    row = desk.move(desk.open(), "accept", desk.clerk)
    own, lead = _form(row, key, desk.house), _form(row, key, desk.chief)
    assert (["house"], True) == (_steps(own), own.fields["task"].required)
    assert not lead.fields["task"].required


def test_a_supervisor_may_move_any_step_and_a_finished_one_may_be_corrected(desk: Desk) -> None:
    """What a department finds out after its opinion is still its own."""
    row = desk.move(desk.open(), "accept", desk.clerk)
    assert ["house", "fire"] == _steps(_form(row, "transfer", desk.supervisor))
    row = desk.move(row, "finish_task", desk.house, task="house", opinion="通过")
    assert ["house"] == _steps(_form(row, "request_correction", desk.house))


def test_a_special_procedure_past_its_day_waits_for_who_ends_it(
    desk: Desk, browser: Browser
) -> None:
    """In 今日待办, from the day after; the promised limit stood still and would have told nobody."""
    desk.at = timezone.now() - timedelta(days=40)
    row = desk.move(
        desk.move(desk.open(), "accept", desk.clerk), "begin_special", desk.house, **VISIT
    )
    assert row.special_by is not None
    page = browser(desk.house).get("/desk/").content.decode()
    assert "特别程序逾期" in page
    row = desk.move(row, "end_special", desk.house, number="T1", result="相符")
    assert StoredCase.objects.get(pk=row.pk).special_by is None
    assert "特别程序逾期" not in browser(desk.house).get("/desk/").content.decode()


def test_a_decision_offered_waits_at_the_other_department(desk: Desk, browser: Browser) -> None:
    """Its head sees the case, which was none of the department's before, and accepts."""
    other = "D009"
    head = desk.again(Role.CHIEF_REPRESENTATIVE, other)
    row = desk.move(desk.open(), "accept", desk.clerk)
    offer = {"unit": other, "authority": "示府发〔2026〕1号", "reason": "职责调整"}
    row = desk.move(row, "offer_decision", desk.chief, **offer)
    assert "待接受决定权" in browser(head).get("/desk/").content.decode()
    address = f"/desk/cases/{row.number}/"
    assert "接受决定权" in browser(head).get(address).content.decode()
    assert BUREAU == row.decider_unit
    assert other == desk.move(row, "take_decision", head).decider_unit
    assert "待接受决定权" not in browser(head).get("/desk/").content.decode()


def test_a_wrong_registration_waits_for_another(desk: Desk, browser: Browser) -> None:
    """The section is there for the window; who has asked is not offered to confirm."""
    desk.at = timezone.now() - timedelta(minutes=9)
    row = desk.move(desk.open(), "ask_return", desk.clerk, reason="登记成了别的事项")
    colleague = desk.again(Role.WINDOW_CLERK, BUREAU)
    address = f"/desk/cases/{row.number}/"
    assert "待确认退件" in browser(colleague).get("/desk/").content.decode()
    page = browser(colleague).get(address).content.decode()
    assert "确认退件" in page
    assert "登记成了别的事项" in page
    assert "move/confirm_return" not in browser(desk.clerk).get(address).content.decode()
    assert "退件" == desk.move(row, "confirm_return", colleague, remark="核对属实").state


def test_what_concerns_the_whole_case_waits_with_its_lead(desk: Desk, browser: Browser) -> None:
    """A paper that did not come: whoever may end the case is told, no other department."""
    desk.at = timezone.now() - timedelta(days=60)
    row = desk.open("P003", received=["form", "pledge"])
    desk.move(row, "accept", desk.clerk, deferred=["drawing"])
    assert "容缺逾期" in browser(desk.chief).get("/desk/").content.decode()
    assert HOUSING == desk.house.unit
    assert "容缺逾期" not in browser(desk.house).get("/desk/").content.decode()
