"""名进实不进: every sign on a department that shows it, and silence where the department is really there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kaocheng.hall.hollow import Defect, Sign, Signed, hollow_residencies
from kaocheng.hall.residency import ALL_ITEMS, Authorisation, Mode, Power, Residency
from kaocheng.hall.staff import Employment, Staff

MONTH = date(2026, 11, 1)
HOME = Residency("U1", "甲局", Mode.STAFF_AND_ITEMS, date(2025, 1, 1), staff=("甲", "乙"))
PEOPLE = (
    Staff("甲", Employment.RESIDENT, "甲局", "U1", date(2025, 1, 1)),
    Staff("乙", Employment.TEMPORARY, "甲局", "U1", date(2025, 1, 1)),
)
LETTER = Authorisation("1", "U1", "甲", (ALL_ITEMS,), (Power.SIGN,), date(2026, 1, 1))
HERE = Signed("B1", "S1", "U1", "甲", in_hall=True, on=date(2026, 11, 3))
OUTSIDE = Signed("B2", "S1", "U1", "丙", in_hall=False, on=date(2026, 11, 30))


def _found(
    home: Residency = HOME,
    letters: tuple[Authorisation, ...] = (LETTER,),
    people: tuple[Staff, ...] = PEOPLE,
    signed: tuple[Signed, ...] = (HERE,),
) -> tuple[Defect, ...]:
    return hollow_residencies([home], letters, people, signed, MONTH)


def _signs(found: tuple[Defect, ...]) -> list[Sign]:
    return [defect.sign for defect in found]


def test_a_department_that_is_really_there_is_not_blamed() -> None:
    """People, a letter to sign, and the month's decisions signed in the hall by them."""
    assert () == _found()


def test_no_letter_to_sign() -> None:
    """A letter to accept only is no power to decide; one of last year neither; one of a colleague at home neither."""
    accepting = replace(LETTER, powers=(Power.ACCEPT,))
    old = replace(LETTER, until=date(2025, 12, 31))
    home = replace(LETTER, account="丙")
    found = _found(letters=(accepting, old, home))
    assert [Sign.NO_AUTHORITY] == _signs(found)
    assert "在厅2人，没有一人持有有效的签发授权，只能咨询、收件。" == found[0].message
    assert ("甲", "乙") == found[0].accounts


def test_cases_signed_elsewhere_prove_it() -> None:
    """One of two decisions was signed outside; the case is named."""
    found = _found(signed=(HERE, OUTSIDE))
    assert [Sign.SIGNED_OUTSIDE] == _signs(found)
    assert ("B2",) == found[0].cases
    assert "在大厅以外签批1件，占本月签批2件的50.0%。" == found[0].message


def test_nobody_here_signed_anything() -> None:
    """All decisions of the month by people who are not in the hall's list, though at a desk in the hall."""
    guest = replace(HERE, account="丙")
    assert [Sign.NO_APPROVALS] == _signs(_found(signed=(guest,)))


def test_a_month_without_decisions_blames_nobody_for_signing_none() -> None:
    """No case, no judgement on who signed."""
    assert () == _found(signed=())
    assert () == _found(signed=(replace(OUTSIDE, on=date(2026, 12, 1)),))
    assert () == _found(signed=(replace(OUTSIDE, department="U2"),))


def test_no_staff_is_said_once() -> None:
    """Registered as 人员和事项进驻 while nobody came; those who left before the month do not count."""
    left = tuple(replace(person, until=date(2026, 10, 31)) for person in PEOPLE)
    assert [Sign.NO_STAFF] == _signs(_found(people=()))
    assert [Sign.NO_STAFF] == _signs(_found(people=left))


def test_only_hired_people() -> None:
    """All of those sent are 临聘 or 派遣."""
    people = tuple(replace(person, employment=Employment.DISPATCHED) for person in PEOPLE)
    assert [Sign.ONLY_HIRED] == _signs(_found(people=people))


def test_items_only_is_judged_by_where_cases_are_signed() -> None:
    """事项进驻 needs no people in the hall; a department that has left is not judged at all."""
    items = replace(HOME, mode=Mode.ITEMS, staff=())
    assert () == _found(items, letters=(), people=())
    assert [Sign.SIGNED_OUTSIDE] == _signs(_found(items, signed=(OUTSIDE,)))
    assert () == _found(replace(HOME, until=date(2026, 10, 31)), letters=(), signed=(OUTSIDE,))
