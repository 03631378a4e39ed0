"""Taking in: for whom the item is, at which window, in which town, once; one receipt for one event."""

from __future__ import annotations

from datetime import date

import pytest

from kaocheng.hall.posts import Role
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.applicants.models import StoredApplicant
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.cases.models import StoredCase
from kaocheng.site.cases.services.papering import issue_case_papers
from kaocheng.site.catalogue.models import StoredDelegation, StoredDepartment
from kaocheng.site.hall.models import StoredWindow
from kaocheng.site.papers.models import StoredPaper
from tests.catalogue.versions import ordinary
from tests.site.cases.people import Desk
from tests.site.catalogue.items import publish
from tests.site.hall.halls import make_hall

pytestmark = pytest.mark.django_db
TOWN = "T01"


def _refused(desk: Desk, item: str = "P001", **more: object) -> str:
    with pytest.raises(Refusal) as refused:
        desk.open(item, **more)
    assert not StoredEvent.objects.filter(stream__startswith="case/", kind="open").exclude(
        stream__in=[f"case/{n}" for n in StoredCase.objects.values_list("number", flat=True)]
    )
    return refused.value.code


def test_a_natural_person_does_not_apply_for_what_is_for_enterprises(desk: Desk) -> None:
    """服务对象 of the item against the kind of the applicant."""
    publish(desk.county, ordinary(item="P009", applicants=("2",)))
    told = {"situations": ["owned"], "received": ["form"]}
    assert "case.applicant" == _refused(desk, "P009", **told)
    StoredApplicant.objects.filter(number=desk.applicant).update(kind="enterprise")
    desk.open("P009", **told)


def test_nobody_unknown_applies(desk: Desk) -> None:
    """A number that is no applicant's."""
    assert "case.applicant" == _refused(desk, applicant="A999999")


def test_an_application_without_a_paper_opens_nothing(desk: Desk) -> None:
    """No case, no clock."""
    assert "case.nothing" == _refused(desk, received=[])
    assert not StoredCase.objects.exists()


def test_the_same_again_is_asked_about(desk: Desk) -> None:
    """The one under way is named; meant, it is opened; decided, nothing stands in the way."""
    row = desk.open()
    with pytest.raises(Refusal, match=row.number) as refused:
        desk.open(again=False)
    assert "case.repeated" == refused.value.code
    desk.open("P002", again=False)
    desk.open(again=True)
    StoredCase.objects.update(state="已决定")
    desk.open(again=False)


def test_a_window_takes_in_what_it_lists(desk: Desk) -> None:
    """无差别 all, 部门协同 its list, 出件 nothing."""
    make_hall(desk.county, at=desk.at)
    desk.open(window="W1")
    assert "case.window" == _refused(desk, window="W3")
    StoredWindow.objects.filter(number="W3").update(items=["P001"])
    desk.open(window="W3")
    StoredWindow.objects.filter(number="W3").update(kind="issuing")
    assert "case.window" == _refused(desk, window="W3")


def test_a_town_takes_in_what_was_handed_down(desk: Desk) -> None:
    """下沉: by its clerks, and at its window, from the first day to the last."""
    StoredDepartment.objects.create(county=desk.county, code=TOWN, name="示范镇", town=True)
    clerk = desk.again(Role.WINDOW_CLERK, TOWN)
    make_hall(desk.county, at=desk.at)
    StoredWindow.objects.filter(number="W1").update(departments=[TOWN])
    assert "case.delegation" == _refused(desk, by=clerk)
    assert "case.delegation" == _refused(desk, window="W1")
    StoredDelegation.objects.create(
        county=desk.county, item="P001", source="D001", target=TOWN, since=date(2026, 3, 2),
        basis="示范府发〔2026〕1号",
    )  # fmt: skip
    desk.open(by=clerk)
    desk.open(window="W1")


def test_one_application_gives_one_receipt(desk: Desk) -> None:
    """With what came with it; what comes later has its own."""
    row = desk.open(received=["form"])
    desk.move(row, "receive", desk.clerk, received=["plan", "identity"])
    issue_case_papers(county=desk.county, number=row.number, at=desk.at)
    receipts = StoredPaper.objects.of_case(desk.county, row.number).filter(kind="receipt")
    assert 2 == receipts.count()
    assert ["open", "receive"] == [
        event.kind for event in StoredEvent.objects.of(desk.county, f"case/{row.number}")
    ]
