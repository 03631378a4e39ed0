"""What may be registered: by whom, with what, and what a renewal has to say."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kaocheng.cases.intakes import Intake
from kaocheng.cases.limits import renews_after
from kaocheng.cases.opening import opening_event
from kaocheng.cases.states import Channel
from kaocheng.catalogue.records import ItemVersion
from kaocheng.kernel.refusing import Refusal
from tests.cases.walking import CLERK, MONDAY, Walk
from tests.catalogue.versions import immediate, ordinary, renewing

RENEWAL = {"renewal_of": "证0001", "expires_on": date(2026, 5, 31)}


def _code(version: ItemVersion, **more: Any) -> str:
    known = {"received": ("form",), "situations": ("owned",), **more}
    intake = Intake("510904", "N1", "A1", Channel.WINDOW, **known)
    said = opening_event(version, intake, by=CLERK[0], role=CLERK[1], at=MONDAY)
    return said.code if isinstance(said, Refusal) else ""


def test_an_item_serves_whom_it_says() -> None:
    """服务对象: a natural person does not apply for what is for enterprises only."""
    enterprises = ordinary(applicants=("2",))
    assert "case.applicant" == _code(enterprises, applicant_kind="1")
    assert "" == _code(enterprises, applicant_kind="2")
    assert "" == _code(ordinary(applicants=()), applicant_kind="1")


def test_nothing_is_no_application() -> None:
    """Without a single paper no clock begins; where nothing is asked for, nothing has to come."""
    assert "case.nothing" == _code(ordinary(), received=())
    assert "" == _code(immediate(materials=()), received=(), situations=())


@pytest.mark.parametrize("key", ["", "无", "x" * 200, "nothing"])
def test_a_material_that_is_none_is_refused(key: str) -> None:
    """Whatever stands where its key should stand: a sentence, never a breakdown."""
    assert "case.material" == _code(ordinary(), received=({"key": key},))


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"renewal_of": "证0001"},
        {"expires_on": date(2026, 5, 31)},
        {**RENEWAL, "expires_on": date(2026, 3, 1)},
    ],
)
def test_a_renewal_names_the_permit_and_its_last_day(told: dict[str, Any]) -> None:
    """行政许可法第五十条: both, and the permit still in force."""
    assert "case.renewal" == _code(renewing(), **told)


def test_a_renewal_that_says_both_is_registered_and_no_other_item_takes_them() -> None:
    """Else anybody could have a permit renewed by silence."""
    assert "" == _code(renewing(), **RENEWAL)
    assert "case.renewal" == _code(ordinary(), **RENEWAL)
    case = Walk(renewing(), **RENEWAL).case
    assert ("证0001", date(2026, 5, 31)) == (case.renewal_of, case.expires_on)


def test_a_renewal_of_the_year_after_next_is_registered() -> None:
    """Its working days are not announced: in time if the thirty days end before, told later if they do not."""
    walk = Walk(renewing(), renewal_of="证0001", expires_on=date(2028, 5, 31))
    assert date(2028, 5, 31) == renews_after(walk.case, walk.calendar)
    late = Walk(
        renewing(),
        at=MONDAY.replace(month=12, day=28),
        renewal_of="证1",
        expires_on=date(2028, 1, 3),
    )
    assert renews_after(late.case, late.calendar) is None
