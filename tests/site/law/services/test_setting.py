"""A county's own values: two people, a document, a day to come; what was done before stays as it was."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from kaocheng.kernel.clocks import SHANGHAI, Budget
from kaocheng.kernel.refusing import Refusal
from kaocheng.law.figures import legal
from kaocheng.site.accounts.models import Account
from kaocheng.site.audit.models import StoredEvent
from kaocheng.site.law.models import NoticeState, StoredFigure
from kaocheng.site.law.services import approve_figure, figures_of, propose_figure, reject_figure

pytestmark = pytest.mark.django_db
NAME = "local.supplement_least"
NOW = datetime(2026, 3, 2, 9, tzinfo=SHANGHAI)
TOLD = {"basis": "示范县行政许可补正办法第三条", "document": "示府办〔2026〕9号"}


def proposed(manager: Account, **changes: Any) -> StoredFigure:
    """Eight days from 10 March 2026 on, entered."""
    told = {"name": NAME, "value": 8, "since": date(2026, 3, 10), **TOLD, "at": NOW, **changes}
    return propose_figure(**told, by=manager, role="system_manager")


def approved(manager: Account, inspector: Account, **changes: Any) -> StoredFigure:
    """The same, approved."""
    row = proposed(manager, **changes)
    return approve_figure(figure=row.pk, by=inspector, role="inspector", at=changes.get("at", NOW))


def test_it_counts_from_its_day_and_when_approved(manager: Account, inspector: Account) -> None:
    """Entered alone it changes nothing; approved it stands from its day on, in this county alone."""
    day = date(2026, 3, 10)
    row = proposed(manager)
    assert 5 == figures_of(manager.county)(NAME, day).value
    approve_figure(figure=row.pk, by=inspector, role="inspector", at=NOW)
    look = figures_of(manager.county)
    assert [5, 8] == [look(NAME, day - timedelta(days=1)).value, look(NAME, day).value]
    assert "示府办〔2026〕9号" in look(NAME, day).basis
    assert Budget(8) == look(NAME, day).budget
    assert 5 == figures_of("510904")(NAME, day).value


def test_a_later_value_goes_before(manager: Account, inspector: Account) -> None:
    """Whichever was entered first; each from its own day."""
    approved(manager, inspector, since=date(2026, 6, 1), value=6)
    approved(manager, inspector, since=date(2026, 4, 1), value=9)
    look = figures_of(manager.county)
    days = (date(2026, 3, 31), date(2026, 4, 1), date(2026, 6, 1))
    assert [5, 9, 6] == [look(NAME, day).value for day in days]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"name": "licensing.decide"}, "law.figure"),
        ({"name": "local.nothing"}, "law.figure"),
        ({"since": date(2026, 3, 2)}, "law.figure_day"),
        ({"value": 0}, "law.figure_value"),
        ({"value": 1001}, "law.figure_value"),
        ({"document": " "}, "law.figure_basis"),
    ],
)
def test_what_cannot_be_right_is_refused(
    manager: Account, changes: dict[str, Any], code: str
) -> None:
    """A figure of law, a day that has come, no amount, no document."""
    with pytest.raises(Refusal) as refused:
        proposed(manager, **changes)
    assert code == refused.value.code
    assert not StoredFigure.objects.exists()


def test_another_person_approves_once_and_before_the_day(
    manager: Account, inspector: Account
) -> None:
    """Not who entered it, not on its day, not twice, not a second value of that day."""
    row, again = proposed(manager), proposed(manager, value=9)
    told = {"role": "inspector", "at": NOW}
    for figure, by, at, code in (
        (row.pk, manager, NOW, "law.same_person"),
        (row.pk, inspector, NOW + timedelta(days=8), "law.figure_day"),
        (0, inspector, NOW, "law.missing"),
    ):
        with pytest.raises(Refusal) as refused:
            approve_figure(figure=figure, by=by, role="inspector", at=at)
        assert code == refused.value.code
    approve_figure(figure=row.pk, by=inspector, **told)
    for figure, code in ((row.pk, "law.decided"), (again.pk, "law.figure_twice")):
        with pytest.raises(Refusal) as refused:
            approve_figure(figure=figure, by=inspector, **told)
        assert code == refused.value.code


def test_what_is_turned_down_never_counts(manager: Account, inspector: Account) -> None:
    """With a reason; both steps stand in the log with the value and its document."""
    row = proposed(manager)
    with pytest.raises(Refusal, match="理由"):
        reject_figure(figure=row.pk, by=inspector, role="inspector", remark=" ", at=NOW)
    row = reject_figure(figure=row.pk, by=inspector, role="inspector", remark="文号不对", at=NOW)
    assert NoticeState.REJECTED == row.state
    assert 5 == figures_of(manager.county)(NAME, date(2026, 3, 10)).value
    events = StoredEvent.objects.filter(stream=f"figure/{row.pk}").order_by("id")
    assert ["录入本地取值", "不批准本地取值"] == [event.kind for event in events]
    assert [(8, "2026-03-10", "示府办〔2026〕9号")] * 2 == [
        (e.told["value"], e.told["since"], e.told["document"]) for e in events
    ]


def test_a_bundled_default_of_later_overrules_no_decision(
    manager: Account, inspector: Account
) -> None:
    """A figure of law is the law's whatever is in the table."""
    approved(manager, inspector)
    StoredFigure.objects.update(name="licensing.decide")
    look = figures_of(manager.county)
    assert legal("licensing.decide", date(2026, 4, 1)) == look("licensing.decide", date(2026, 4, 1))
