"""Shifts, residency and authorisation through the services."""

from __future__ import annotations

from datetime import date

import pytest

from kaocheng.hall.posts import Role
from kaocheng.hall.residency import Power
from kaocheng.kernel.refusing import Refusal
from kaocheng.site.accounts.models import Account
from kaocheng.site.hall import services
from kaocheng.site.hall.models import StoredResidency, StoredShift
from tests.site.conftest import AccountOf
from tests.site.hall.halls import CLERK, DAY, MANAGER, NINE, make_hall, minute

pytestmark = pytest.mark.django_db
HOW = {"at": NINE, **MANAGER}


def _shift(county: str, account: Account, window: str, start: float, end: float) -> StoredShift:
    return services.add_shift(
        county=county, account=account, window=window, starts_at=minute(start), ends_at=minute(end),
        post=CLERK, **HOW,
    )  # fmt: skip


def test_overlapping_shifts_are_refused(county: str, account_of: AccountOf) -> None:
    """One person at two windows, two at one window; what only touches is let in."""
    make_hall(county)
    first, second = account_of(Role.WINDOW_CLERK), account_of(Role.WINDOW_CLERK)
    _shift(county, first, "W1", 60, 180)
    with pytest.raises(Refusal, match="该人员在11月20日10:00至12:00已有排班"):
        _shift(county, first, "W2", 100, 120)
    with pytest.raises(Refusal, match="窗口W1"):
        _shift(county, second, "W1", 0, 61)
    _shift(county, second, "W1", 180, 240)
    _shift(county, first, "W2", 180, 240)
    with pytest.raises(Refusal, match="没有编号为W9"):
        _shift(county, first, "W9", 300, 360)
    assert 3 == StoredShift.objects.count()


def test_a_shift_that_has_begun_stays(county: str, account_of: AccountOf) -> None:
    """A future one may be taken back, a begun one not."""
    make_hall(county)
    clerk = account_of(Role.WINDOW_CLERK)
    future, begun = _shift(county, clerk, "W1", 60, 120), _shift(county, clerk, "W1", -60, 60)
    services.drop_shift(county=county, shift=future.pk, **HOW)
    with pytest.raises(Refusal, match="已经开始"):
        services.drop_shift(county=county, shift=begun.pk, **HOW)
    assert [begun] == list(StoredShift.objects.all())


def test_residency_must_agree_with_itself(county: str) -> None:
    """An item inside must be due, and cannot be excused at the same time."""
    given = {"county": county, "department": "U1", "name": "甲局", "mode": "人员和事项进驻", **HOW}
    given["since"] = date(2026, 1, 1)
    with pytest.raises(Refusal, match="S2不在应进驻事项"):
        services.save_residency(due=["S1"], items=["S2"], **given)
    with pytest.raises(Refusal, match="既已进驻又列为不进驻"):
        services.save_residency(due=["S1"], items=["S1"], excused={"S1": "涉密"}, **given)
    services.save_residency(due=["S1", "S2"], items=["S1"], excused={"S2": "涉密"}, **given)
    services.save_residency(items=["S1"], **given)
    assert ["S1", "S2"] == StoredResidency.objects.get().due


def test_authorisation_from_until_revoked(county: str, account_of: AccountOf) -> None:
    """In force it gives the power on its items only; revoked from tomorrow it still holds today."""
    head = account_of(Role.CHIEF_REPRESENTATIVE)
    services.authorise(
        county=county, number="授〔2026〕1号", department="U1", account=head, items=["S1"],
        powers=[Power.SIGN], since=DAY, until=date(2026, 12, 31), **HOW,
    )  # fmt: skip
    ask = {"county": county, "account": head, "power": Power.SIGN}
    assert "授〔2026〕1号" == services.authorised(item="S1", on=DAY, **ask).number
    assert services.authorised(item="S2", on=DAY, **ask) is None
    assert services.authorised(item="S1", on=date(2027, 1, 1), **ask) is None
    with pytest.raises(Refusal, match="不能早于今天"):
        services.revoke_authorisation(
            county=county, number="授〔2026〕1号", on=date(2026, 11, 19), cause="调离", **HOW
        )
    services.revoke_authorisation(
        county=county, number="授〔2026〕1号", on=date(2026, 11, 21), cause="调离", **HOW
    )
    assert services.authorised(item="S1", on=DAY, **ask) is not None
    assert services.authorised(item="S1", on=date(2026, 11, 21), **ask) is None


def test_hired_people_get_no_power_to_sign(county: str, account_of: AccountOf) -> None:
    """临聘 may be authorised to accept, not to sign; a letter with nothing in it is refused."""
    hired = account_of(Role.WINDOW_CLERK)
    services.register_staff(
        county=county, account=hired, employment="临聘", employer="某公司", since=DAY, **HOW
    )
    letter = {"county": county, "department": "U1", "account": hired, "since": DAY, **HOW}
    with pytest.raises(Refusal, match="临聘人员，不能授予签发权"):
        services.authorise(number="1", items=["S1"], powers=[Power.SIGN], **letter)
    with pytest.raises(Refusal, match="写明事项"):
        services.authorise(number="1", items=[], powers=[Power.ACCEPT], **letter)
    services.authorise(number="1", items=["S1"], powers=[Power.ACCEPT], **letter)
    with pytest.raises(Refusal, match="已经登记"):
        services.authorise(number="1", items=["S2"], powers=[Power.ACCEPT], **letter)
